/**
 * The same choice, told for three readers and in three ways, from the record of its turn alone.
 *
 *   person     what was done and why, in a sentence
 *   auditor    the ids of everything it hangs together with (governance/audit/account.ts), and the rules with their sources
 *   developer  the features it was chosen on, and every reading with how sure it was
 *
 * By consequence: what came of it, what was tried, what it cost. By duty: which rules held, and what a person said. By character:
 * what was assumed and left out, and whether that was said. And the closest alternative, with what would have made it the choice.
 */
import type { Event, EventOf, EventType } from './events.ts'
import { type Account, accountOf } from './governance/audit/account.ts'
import type { Language } from './spec.ts'

export const READERS = ['person', 'auditor', 'developer'] as const
export type Reader = (typeof READERS)[number]

export type Views = {
  consequence: string
  duty: string
  character: string
  /** null where nothing else was thought of. */
  closest: { what: string; sure: number; chosen: number; told: string } | null
}
export type Told = Views & {
  account?: Account
  rules?: { rule: string; version: number; effect: string; source: string }[]
  readings?: { intent: string; sure: number }[]
}

type Words = {
  came(count: number): string
  nothing: string
  tried(passed: number, all: number): string
  cost(dollars: string): string
  free: string
  rules(list: string): string
  noRule: string
  yes: string
  no: string
  waits: string
  assumed(count: number): string
  left(count: number): string
  plain: string
  closest(what: string, sure: number, chosen: number): string
  instead(what: string): string
}

const WORDS: Record<Language, Words> = {
  en: {
    came: (count) => `It left ${count} ${count === 1 ? 'thing' : 'things'} behind that can be seen.`,
    nothing: 'Nothing came of it but an answer.',
    tried: (passed, all) => `${passed} of ${all} things that were tried worked.`,
    cost: (dollars) => `It cost ${dollars}.`,
    free: 'No model was asked, so it cost nothing.',
    rules: (list) => `These rules held: ${list}.`,
    noRule: 'No rule stood against it, and none asked for more.',
    yes: 'You said yes to it first.',
    no: 'You said no, so it was not done.',
    waits: 'It waits for your word.',
    assumed: (count) => `${count} ${count === 1 ? 'thing was' : 'things were'} assumed, and that was said.`,
    left: (count) => `${count} ${count === 1 ? 'thing was' : 'things were'} left out, and that was said.`,
    plain: 'It was taken as you said it, with nothing added.',
    closest: (what, sure, chosen) => `Next came “${what}” (${sure}% sure). It would have been chosen, had it been surer than ${chosen}%.`,
    instead: (what) => `The other way was “${what}”.`,
  },
  zh: {
    came: (count) => `留下了 ${count} 项可以看到的结果。`,
    nothing: '除了回答，没有其他结果。',
    tried: (passed, all) => `试了 ${all} 项，${passed} 项正常。`,
    cost: (dollars) => `花费 ${dollars}。`,
    free: '没有询问模型，所以没有花费。',
    rules: (list) => `适用的规则：${list}。`,
    noRule: '没有规则反对，也没有规则要求更多。',
    yes: '先得到了你的同意。',
    no: '你拒绝了，所以没有执行。',
    waits: '在等你的决定。',
    assumed: (count) => `做了 ${count} 项假设，并且说明了。`,
    left: (count) => `有 ${count} 项没有做，并且说明了。`,
    plain: '按你说的理解，没有添加任何内容。',
    closest: (what, sure, chosen) => `其次是“${what}”（把握 ${sure}%）。如果它的把握超过 ${chosen}%，就会选它。`,
    instead: (what) => `另一种做法是“${what}”。`,
  },
  ja: {
    came: (count) => `目に見える結果が ${count} 件あります。`,
    nothing: '答えのほかに結果はありません。',
    tried: (passed, all) => `${all} 項目を試し、${passed} 項目が動きました。`,
    cost: (dollars) => `費用は ${dollars} でした。`,
    free: 'モデルには聞いていないので、費用はかかっていません。',
    rules: (list) => `当てはまった規則：${list}。`,
    noRule: '妨げる規則も、それ以上を求める規則もありませんでした。',
    yes: '先に「はい」と言われました。',
    no: '「いいえ」と言われたので、行っていません。',
    waits: 'ご確認を待っています。',
    assumed: (count) => `${count} 件を仮定し、そのことを伝えました。`,
    left: (count) => `${count} 件を省き、そのことを伝えました。`,
    plain: '言われたとおりに受け取り、何も足していません。',
    closest: (what, sure, chosen) => `次は「${what}」でした（確度 ${sure}%）。${chosen}% より確かなら、そちらを選んでいました。`,
    instead: (what) => `もう一つのやり方は「${what}」でした。`,
  },
  ko: {
    came: (count) => `볼 수 있는 결과가 ${count}가지 남았어요.`,
    nothing: '답 말고는 남은 것이 없어요.',
    tried: (passed, all) => `${all}가지를 시험해서 ${passed}가지가 잘됐어요.`,
    cost: (dollars) => `${dollars}가 들었어요.`,
    free: '모델에 묻지 않아서 돈이 들지 않았어요.',
    rules: (list) => `적용된 규칙: ${list}.`,
    noRule: '막는 규칙도, 더 요구하는 규칙도 없었어요.',
    yes: '먼저 네라고 했어요.',
    no: '아니요라고 해서 하지 않았어요.',
    waits: '결정을 기다려요.',
    assumed: (count) => `${count}가지를 짐작했고, 그렇다고 말했어요.`,
    left: (count) => `${count}가지를 뺐고, 그렇다고 말했어요.`,
    plain: '말한 그대로 받아들이고 아무것도 더하지 않았어요.',
    closest: (what, sure, chosen) => `그다음은 “${what}”였어요(확신 ${sure}%). ${chosen}%보다 확실했다면 그것을 골랐을 거예요.`,
    instead: (what) => `다른 방법은 “${what}”였어요.`,
  },
}

/** `nameOf` an intent, in the person's language. */
export function viewsOf(
  event: Event,
  turn: readonly Event[],
  reader: Reader,
  language: Language,
  nameOf: (intent: string) => string,
): Told {
  const words = WORDS[language]
  const account = accountOf(turn)
  const readings = readingsIn(turn)
  const views: Views = {
    consequence: consequence(account, turn, words),
    duty: duty(account, turn, words),
    character: character(turn, words),
    closest: closest(event, turn, readings, words, nameOf),
  }
  if (reader === 'person') return views
  if (reader === 'developer') return { ...views, readings }
  const rules = all(turn, 'rule-applied').map(({ rule, version, effect, source }) => ({ rule, version, effect, source }))
  return { ...views, account, rules }
}

const all = <T extends EventType>(turn: readonly Event[], type: T) =>
  turn.filter((event): event is Event & EventOf<T> => event.type === type)

function consequence({ came, cost, models }: Account, turn: readonly Event[], words: Words): string {
  const left = came.filter(({ type }) => type !== 'reply-end')
  const tried = all(turn, 'check-finished').at(-1)?.tried ?? []
  return [
    left.length ? words.came(left.length) : words.nothing,
    ...(tried.length ? [words.tried(tried.filter(({ ok }) => ok).length, tried.length)] : []),
    ...(cost ? [words.cost(`$${(cost.cost / 1e9).toFixed(4)}`)] : models.length ? [] : [words.free]),
  ].join(' ')
}

function duty({ approvals }: Account, turn: readonly Event[], words: Words): string {
  const rules = all(turn, 'rule-applied')
  const decision = approvals.at(-1)?.decision
  const said = { approved: words.yes, declined: words.no, asked: words.waits, later: words.waits } as Record<string, string>
  return [
    rules.length ? words.rules(rules.map(({ because, source }) => `${because} (${source})`).join('; ')) : words.noRule,
    ...(decision && said[decision] ? [said[decision]] : []),
  ].join(' ')
}

function character(turn: readonly Event[], words: Words): string {
  const proposed = all(turn, 'spec-proposed').at(-1)
  const parts = [
    ...(proposed?.assumed.length ? [words.assumed(proposed.assumed.length)] : []),
    ...(proposed?.missing.length ? [words.left(proposed.missing.length)] : []),
  ]
  return parts.length ? parts.join(' ') : words.plain
}

/** What the message was weighed as, the surest first. */
function readingsIn(turn: readonly Event[]): { intent: string; sure: number }[] {
  const features = all(turn, 'module-chosen')[0]?.features ?? {}
  const guesses = Object.entries(features).flatMap(([name, value]) =>
    name.startsWith('guess-') && typeof value === 'number' ? [{ intent: name.slice('guess-'.length), sure: value }] : [],
  )
  return guesses.toSorted((a, b) => b.sure - a.sure)
}

function closest(
  event: Event,
  turn: readonly Event[],
  readings: ReturnType<typeof readingsIn>,
  words: Words,
  nameOf: (intent: string) => string,
): Views['closest'] {
  const percent = (share: number) => Math.round(Math.max(0, Math.min(1, share)) * 100)
  if (event.type === 'choice-made')
    return {
      what: event.instead,
      sure: percent(1 - event.probability),
      chosen: percent(event.probability),
      told: words.instead(event.instead),
    }
  const choice = all(turn, 'module-chosen')[0]
  const next = choice && readings.find(({ intent }) => intent !== choice.features.intent)
  if (!choice || !next) return null
  const [sure, chosen] = [percent(next.sure), percent(Number(choice.features.confidence ?? 1))]
  const what = nameOf(next.intent)
  return { what, sure, chosen, told: words.closest(what, sure, chosen) }
}
