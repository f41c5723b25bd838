/** Why something was done, in plain words, from the journal alone: the choice that led to it and what it was chosen on. */
import type { Event, EventId, EventOf } from './events.ts'
import { becauseOf, isOfModels } from './explain-models.ts'
import { type Reader, type Told, viewsOf } from './explain-views.ts'
import { choiceIn } from './learning/loop/say.ts'
import { fixedTable } from './policy/table.ts'
import type { Language } from './spec.ts'

export type Past = { get(id: EventId): Promise<Event | null>; byTurn(turn: NonNullable<Event['turn']>): Promise<Event[]> }
export type Explanation = { event: Event; because: string; features: Record<string, number | string | boolean> } & Partial<Told>

type Facts = { said: string; module: string; option: string; sure: number; passed: number | null }

/** What a message was taken for, by the option that was chosen. */
const OPTIONS: Record<string, Record<Language, string>> = {
  synthesise: { en: 'a wish for an app', zh: '想要一个应用', ja: 'アプリを作る', ko: '앱 만들기' },
  edit: { en: 'a change to an app', zh: '修改应用', ja: 'アプリを変える', ko: '앱 바꾸기' },
  undo: { en: 'undo', zh: '撤销', ja: '元に戻す', ko: '되돌리기' },
  redo: { en: 'redo', zh: '重做', ja: 'やり直す', ko: '다시 실행' },
  restore: { en: 'going back to an earlier state', zh: '回到以前的状态', ja: '前の状態に戻す', ko: '이전 상태로 돌아가기' },
  remove: { en: 'removing an app', zh: '删除应用', ja: 'アプリを消す', ko: '앱 지우기' },
  'write-records': { en: 'an entry to note', zh: '要记下的内容', ja: '記録する内容', ko: '기록할 내용' },
  'answer-from-records': {
    en: 'a question about your data',
    zh: '关于你的数据的问题',
    ja: 'データについての質問',
    ko: '데이터에 대한 질문',
  },
  store: { en: 'something to remember', zh: '要记住的事', ja: '覚えておくこと', ko: '기억할 것' },
  recall: {
    en: 'a question about what you told me',
    zh: '关于你告诉过我的事的问题',
    ja: '以前話したことについての質問',
    ko: '전에 말한 것에 대한 질문',
  },
  forget: { en: 'something to forget', zh: '要忘记的事', ja: '忘れること', ko: '잊을 것' },
}
const TALK: Record<Language, string> = { en: 'conversation', zh: '对话', ja: '会話', ko: '대화' }
const MODULES: Record<string, Record<Language, string>> = {
  synthesis: { en: 'that builds and changes apps', zh: '制作和修改应用', ja: 'アプリを作り変える', ko: '앱을 만들고 바꾸는' },
  simulation: { en: "that works with apps' data", zh: '处理应用数据', ja: 'アプリのデータを扱う', ko: '앱의 데이터를 다루는' },
  memory: { en: 'that remembers', zh: '负责记忆', ja: '記憶する', ko: '기억하는' },
  dialogue: { en: 'that talks', zh: '负责对话', ja: '会話する', ko: '대화하는' },
}

const SENTENCES: Record<Language, (facts: Facts) => string> = {
  en: ({ said, module, option, sure, passed }) =>
    `You said “${said}”. It was taken for ${option} (${sure}% sure) and given to the part ${module}.${passed === null ? '' : ` ${passed} things were tried in a browser before it was published.`}`,
  zh: ({ said, module, option, sure, passed }) =>
    `你说了“${said}”，被理解为“${option}”（把握 ${sure}%），交给${module}的部分处理。${passed === null ? '' : `发布前在浏览器里试了 ${passed} 项。`}`,
  ja: ({ said, module, option, sure, passed }) =>
    `「${said}」という言葉を「${option}」と読み取り（確度 ${sure}%）、${module}部分に任せました。${passed === null ? '' : `公開前にブラウザーで ${passed} 項目を試しました。`}`,
  ko: ({ said, module, option, sure, passed }) =>
    `“${said}”라는 말을 “${option}”로 이해하고(확신 ${sure}%) ${module} 부분에 맡겼어요.${passed === null ? '' : ` 공개 전에 브라우저에서 ${passed}가지를 시험했어요.`}`,
}
const ALONE: Record<Language, string> = {
  en: 'It was done directly, by a button or a program, not in a turn of the conversation.',
  zh: '这是通过按钮或程序直接完成的，不是对话中的操作。',
  ja: '会話ではなく、ボタンやプログラムから直接行われました。',
  ko: '대화가 아니라 버튼이나 프로그램으로 직접 한 일이에요.',
}

const ENDS: ReadonlySet<Event['type']> = new Set(['app-published', 'app-withheld', 'reply-end'])

/** `reader`: with what came of it, the rules and the closest alternative, as much of it as this one needs. */
export async function explain(past: Past, id: EventId, language: Language, reader: Reader = 'person'): Promise<Explanation | null> {
  const told = await because(past, id, language)
  if (!told) return null
  const { event } = told
  // Nothing was asked and nothing done: each line has its own reason.
  if (event.type === 'conversation-opened') return told
  const turn = event.turn ? await past.byTurn(event.turn) : [event]
  return { ...told, ...viewsOf(event, turn, reader, language, (intent) => nameOf(intent, language)) }
}

function nameOf(intent: string, language: Language): string {
  const { option } = fixedTable.choose({ intent, confidence: 1, features: {} })
  return (OPTIONS[option] ?? TALK)[language]
}

async function because(past: Past, id: EventId, language: Language): Promise<Explanation | null> {
  const event = await past.get(id)
  if (!event) return null
  if (event.type === 'rule-applied') return { event, because: `${event.because} (${event.source})`, features: {} }
  if (event.type === 'conversation-opened')
    return { event, because: [event.name, ...event.lines].flatMap((line) => line?.because ?? []).join('\n'), features: {} }
  if (event.type === 'choice-made') return { event, because: choiceIn(event, language), features: event.features }
  const turn = event.turn ? await past.byTurn(event.turn) : []
  const message = find(turn, 'message-received')
  const choice = find(turn, 'module-chosen')
  if (!message || !choice) return { event, because: isOfModels(event) ? becauseOf(event, language) : ALONE[language], features: {} }
  const check = find(turn, 'check-finished')
  // What models had to do with it belongs to the answer: of the event itself, else of what the turn ended in.
  const models = isOfModels(event) ? [event] : ENDS.has(event.type) ? turn.filter(isOfModels) : []
  const facts: Facts = {
    said: message.text.slice(0, 200),
    module: (MODULES[choice.module] ?? MODULES.dialogue!)[language],
    option: (OPTIONS[choice.option] ?? TALK)[language],
    sure: Math.round(Number(choice.features.confidence ?? 1) * 100),
    passed: check ? check.tried.filter((t) => t.ok).length : null,
  }
  const told = [...new Set(models.map((one) => becauseOf(one, language)))]
  return { event, because: [SENTENCES[language](facts), ...told].join('\n'), features: choice.features }
}

const find = <T extends Event['type']>(events: Event[], type: T) => events.find((e): e is Event & EventOf<T> => e.type === type)
