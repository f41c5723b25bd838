/**
 * What only a model can do within an app: put into other words. A summary in words, a translation, advice on what is
 * kept. Told by the verb and its object; a “summary” of figures is a view and needs none.
 *
 *   the wish -> a panel that asks a model, over what is typed (translations, drafts) or over the records (all else)
 *
 * The app works without a model; that panel then says that it needs one.
 */
import type { AppSpec, Behaviour, Collection, Language, PeriodUnit } from '../../spec.ts'
import { bounded, t, type Words } from './words.ts'

type Kind = 'translate' | 'summarise' | 'advise' | 'write' | 'explain'

/** Things whose words can be put shorter; “summarise my spending” wants a figure. */
const TOLD: Record<Language, string> = {
  en: 'week|day|month|year|notes?|journal|diary|entries|logs?|reflections?|thoughts|dreams|meetings?|feedback|reviews?',
  zh: '一?[周天月年]|本周|这周|每周|今天|每天|笔记|日记|心得|感想|会议|内容',
  ja: '一?週間?|今週|毎週|今日|一日|今月|日記|メモ|ノート|感想|会議|内容|記録',
  ko: '일주일|이번 주|한 주|주간|하루|이번 달|일기|메모|노트|감상|회의|내용|기록',
}
const SAID: Record<Language, Record<Kind, RegExp>> = {
  en: {
    translate: /\btranslat(?:e|es|ing|or)\b|\btranslation (?:app|tool|helper)\b/,
    summarise: new RegExp(
      `\\b(?:summari[sz](?:e|es|ing)|sums? up|recaps?)\\b.{0,30}\\b(?:${TOLD.en})\\b|\\b(?:ai|written|in words|weekly)\\b.{0,12}\\b(?:summary|recap)\\b.{0,24}\\b(?:${TOLD.en})\\b`,
    ),
    advise:
      /\b(?:ai|a model|chatgpt|claude|llm)\b.{0,24}\b(?:suggest|advi[cs]e|recommend|tips?|ideas?|analy[sz]e|coach|feedback|answer)|\b(?:suggest|advi[cs]e|recommend|analy[sz]e|ask)\w*\b.{0,30}\b(?:an? )?(?:ai|model|chatgpt|claude|llm)\b/,
    write: /\b(?:draft|rewrite|rephrase|proofread|correct my (?:grammar|spelling|english))(?:s|ing)?\b/,
    explain: /\bexplains?\b.{0,24}\b(?:words?|terms?|meaning|phrases?|concepts?|in simple words)\b/,
  },
  zh: {
    translate: /翻译|译成/,
    summarise: new RegExp(`(?:总结|小结|概括|归纳)(?:一下)?.{0,6}(?:${TOLD.zh})|(?:${TOLD.zh})(?:的)?.{0,4}(?:总结|小结|概括|归纳)`),
    advise:
      /(?:ai|人工智能|大模型|模型|智能).{0,8}(?:建议|推荐|分析|点评|回答|出主意)|(?:建议|推荐|分析|问问?|请教).{0,4}(?:ai|人工智能|大模型|模型)/,
    write: /润色|改写|帮我起草|校对/,
    explain: /解释.{0,6}(?:单词|词语|术语|意思|概念)/,
  },
  ja: {
    translate: /翻訳|訳して|訳す/,
    summarise: new RegExp(
      `(?:${TOLD.ja}).{0,8}(?:要約|言葉でまとめ|文章でまとめ|振り返りを書)|要約(?:して|する|を).{0,12}|(?:ai|モデル).{0,6}まとめ`,
    ),
    advise:
      /(?:ai|人工知能|モデル).{0,8}(?:提案|助言|アドバイス|おすすめ|分析|答え|コメント)|(?:提案|助言|アドバイス|分析).{0,8}(?:ai|モデル)|aiに(?:聞|質問|相談)/,
    write: /添削|下書きを(?:書|作)|言い換え|校正/,
    explain: /(?:単語|言葉|用語|意味).{0,6}(?:説明|解説)して/,
  },
  ko: {
    translate: /번역|옮겨 주는 사전/,
    summarise: new RegExp(`(?:${TOLD.ko}).{0,8}요약|요약(?:해|하는).{0,12}`),
    advise: /(?:ai|인공지능|모델).{0,8}(?:제안|조언|추천|분석|답|코멘트)|(?:제안|조언|추천|분석).{0,8}(?:ai|모델)|ai에게\s?(?:물어|질문)/,
    write: /첨삭|초안을|바꿔 써|교정해/,
    explain: /(?:단어|용어|뜻).{0,6}(?:설명|풀이)해/,
  },
}

const LABELS: Record<Kind, Words> = {
  translate: t('Translate / 翻译 / 翻訳する / 번역'),
  summarise: t('Summarise in words / 用文字总结 / 文章で要約 / 글로 요약'),
  advise: t('Ask for advice / 请模型给建议 / 助言をもらう / 조언 받기'),
  write: t('Improve the text / 润色文字 / 文章を直す / 글 다듬기'),
  explain: t('Explain / 解释 / 説明する / 설명'),
}
/** What works on what is typed then, and not on what is kept. */
const TYPED: ReadonlySet<Kind> = new Set(['translate', 'write', 'explain'])

const PERIODS: [PeriodUnit, RegExp][] = [
  ['day', /\b(?:today|daily|my day|each day|every day)\b|今天|每天|今日|一日|毎日|하루|매일|오늘/],
  ['week', /\bweek(?:ly)?\b|周|週|주간|일주일|이번 주|한 주/],
  ['month', /\bmonth(?:ly)?\b|月|이번 달|한 달|매달/],
  ['year', /\byear(?:ly)?\b|今年|一年|올해|일 년/],
]

/** Null where nothing of it needs a model. */
function wishIn(said: string, language: Language): Kind | null {
  const low = said.slice(0, 2000).toLowerCase()
  const kinds = Object.entries(SAID[language]) as [Kind, RegExp][]
  return kinds.find(([, is]) => is.test(low))?.[0] ?? null
}

/** The spec with the panel that asks, at the end of its views; the same spec where nothing asks for one or nothing is to be asked about. */
export function withWish(spec: AppSpec, said: string): AppSpec {
  const kind = wishIn(said, spec.language)
  if (!kind || spec.views.length >= 16 || spec.behaviours.length >= 24) return spec
  const about = TYPED.has(kind) ? { typed: true as const } : overRecords(spec, said.toLowerCase())
  if (!about) return spec
  const taken = new Set([...spec.behaviours, ...spec.views].map(({ id }) => id))
  const [id, view] = ['ask', 'asked'].map((name) => free(name, taken)) as [string, string]
  const label = LABELS[kind][spec.language]
  const behaviour: Behaviour = { kind: 'ask', id, label, wish: bounded(said, 400), ...about }
  return {
    ...spec,
    behaviours: [...spec.behaviours, behaviour],
    views: [...spec.views, { kind: 'tool', id: view, label, behaviour: id }],
    capabilities: [...new Set([...spec.capabilities, 'ai' as const])],
  }
}

function overRecords(spec: AppSpec, low: string) {
  const collection = spec.collections.find((one) => !one.hidden)
  if (!collection) return null
  const date = dateOf(collection)
  const period = PERIODS.find(([, is]) => is.test(low))?.[0]
  return { collection: collection.id, ...(date && period && { date, period }) }
}

const dateOf = ({ fields }: Collection): string | undefined =>
  fields.find(({ kind, hidden }) => !hidden && (kind === 'date' || kind === 'datetime'))?.id

function free(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? name : `${name}${n}`
    if (!taken.has(id)) return id
  }
}

/** Said beside the app, so that nobody looks for what is not there yet. */
export const NEEDS_MODEL: (label: string) => Words = (label) => ({
  en: `“${label}” asks a model, with your leave; without one it says so and the rest works`,
  zh: `“${label}”会在你允许后询问模型；没有模型时会直说，其他功能照常`,
  ja: `「${label}」は許可を得てモデルに質問します。モデルがないときはそう表示し、ほかは使えます`,
  ko: `“${label}”은(는) 허락을 받아 모델에게 물어봐요. 모델이 없으면 그렇다고 알리고 나머지는 그대로 쓸 수 있어요`,
})
