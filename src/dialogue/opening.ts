/** How a conversation is opened: a greeting, and a line for each thing. What the person wrote is put in as it was written. */
import { formatDate, formatTime, formatWeekday, languageOf } from '../base/language/format.ts'
import type { Language } from '../spec.ts'

/** What is put into `{…}` is somebody's own words, a name or a date. */
type Templates = {
  morning: string
  day: string
  evening: string
  named: string
  today: string
  todayAt: string
  tomorrow: string
  tomorrowAt: string
  waits: string
  lately: string
  becauseApp: string
  becauseTold: string
  becauseAsked: string
  becauseLately: string
  becauseName: string
}

const TEMPLATES: Record<Language, Templates> = {
  en: {
    morning: 'Good morning',
    day: 'Good afternoon',
    evening: 'Good evening',
    named: '{greeting}, {name}',
    today: 'Today: {what}',
    todayAt: 'Today at {time}: {what}',
    tomorrow: 'Tomorrow: {what}',
    tomorrowAt: 'Tomorrow at {time}: {what}',
    waits: 'Still open since {date}: {what}',
    lately: 'Last time, {date}: “{what}”',
    becauseApp: '“{what}” stands in {app} for {date}.',
    becauseTold: 'You told me on {date}: “{what}”',
    becauseAsked: 'You asked me on {date} to remember: “{what}”',
    becauseLately: 'You said this on {date}, and it says most of what we talked about.',
    becauseName: 'You told me your name on {date}: “{what}”',
  },
  zh: {
    morning: '早上好',
    day: '下午好',
    evening: '晚上好',
    named: '{name}，{greeting}',
    today: '今天：{what}',
    todayAt: '今天 {time}：{what}',
    tomorrow: '明天：{what}',
    tomorrowAt: '明天 {time}：{what}',
    waits: '{date}起还没完成：{what}',
    lately: '上次（{date}）你说：“{what}”',
    becauseApp: '{app}里有“{what}”，日期是{date}。',
    becauseTold: '你在{date}告诉我：“{what}”',
    becauseAsked: '你在{date}让我记住：“{what}”',
    becauseLately: '这是你在{date}说的，最能代表我们聊过的内容。',
    becauseName: '你在{date}告诉了我你的名字：“{what}”',
  },
  ja: {
    morning: 'おはようございます',
    day: 'こんにちは',
    evening: 'こんばんは',
    named: '{name}さん、{greeting}',
    today: '今日：{what}',
    todayAt: '今日 {time}：{what}',
    tomorrow: '明日：{what}',
    tomorrowAt: '明日 {time}：{what}',
    waits: '{date}からまだ終わっていません：{what}',
    lately: '前回（{date}）のお話：「{what}」',
    becauseApp: '{app}に「{what}」が{date}の予定として入っています。',
    becauseTold: '{date}にうかがいました：「{what}」',
    becauseAsked: '{date}に覚えておくよう頼まれました：「{what}」',
    becauseLately: '{date}のお話のうち、中心になっていた言葉です。',
    becauseName: '{date}にお名前をうかがいました：「{what}」',
  },
  ko: {
    morning: '좋은 아침이에요',
    day: '안녕하세요',
    evening: '좋은 저녁이에요',
    named: '{name} 님, {greeting}',
    today: '오늘: {what}',
    todayAt: '오늘 {time}: {what}',
    tomorrow: '내일: {what}',
    tomorrowAt: '내일 {time}: {what}',
    waits: '{date}부터 아직 안 끝났어요: {what}',
    lately: '지난번({date})에 한 말: “{what}”',
    becauseApp: '{app}에 “{what}”, {date} 일정으로 있어요.',
    becauseTold: '{date}에 말해 줬어요: “{what}”',
    becauseAsked: '{date}에 기억해 달라고 했어요: “{what}”',
    becauseLately: '{date}에 한 말인데, 나눈 이야기를 가장 잘 보여 줘요.',
    becauseName: '{date}에 이름을 알려 줬어요: “{what}”',
  },
}

type Values = Record<string, string>
export type Opener = {
  greeting(time: string, name: string | null): string
  /** `in`: days from today, below 0 since when it waits; `on` its day. */
  due(what: string, when: { in: number; time: string | null; on: string }): string
  lately(what: string, day: string): string
  because(why: 'App' | 'Told' | 'Asked' | 'Lately' | 'Name', values: { what: string; date: string; app?: string }): string
}

/** `written`: how our own Chinese is written for the person (traditional.ts). Days are 'YYYY-MM-DD'. */
export function openerFor(locale: string, written: (text: string) => string): Opener {
  const words = TEMPLATES[languageOf(locale)]
  const fill = (name: keyof Templates, values: Values = {}) =>
    written(words[name]).replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
  const dated = (day: string) => formatDate(day, locale, 'medium')
  return {
    greeting(time, name) {
      const hour = Number(time.slice(0, 2))
      const greeting = fill(hour >= 4 && hour < 11 ? 'morning' : hour >= 11 && hour < 18 ? 'day' : 'evening')
      return name ? fill('named', { greeting, name }) : greeting
    },
    due(what, { in: days, time, on }) {
      if (days < 0) return fill('waits', { what, date: dated(on) })
      const values = { what, ...(time && { time: formatTime(time, locale) }) }
      return fill(days === 0 ? (time ? 'todayAt' : 'today') : time ? 'tomorrowAt' : 'tomorrow', values)
    },
    lately: (what, day) => fill('lately', { what, date: formatWeekday(weekdayOf(day), locale, 'long') }),
    because: (why, { date, ...values }) => fill(`because${why}`, { ...values, date: dated(date) }),
  }
}

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
