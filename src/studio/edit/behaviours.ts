/** What an app does besides keeping: streaks, timers, countdowns, fair picks, warnings of what runs low. */
import { visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Behaviour, Collection, SpecEdit } from '../../spec.ts'
import { BEHAVIOUR_LABELS } from '../rules/build.ts'
import { BEHAVIOUR_CUES, has } from '../rules/cues.ts'
import { amountIn } from './amounts.ts'
import { type Clause, dateOf, freeId, is, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { REMOVE } from './words.ts'

/** 수량 1개 이하면 알려줘: to be told when what is kept runs low. */
/** “warn me when anything is under 5”: of a stock, from how many on. */
const LOW =
  /\b(?:warn|tell|alert|remind|notify)\b.*\b(?:under|below|less than|down to|fewer than)\s+(\d+)\b|(?:少于|低于|不足|不到)\s?(\d+).{0,6}(?:提醒|告诉|通知)|(\d+)\s?(?:個|本|つ|枚|袋)?(?:以下|未満|を切っ).{0,8}(?:知らせ|教え|通知|警告)|(\d+)\s?(?:개|병|봉지|장)?\s?(?:이하|미만|밑으로).{0,8}(?:알려|알림)/i
const LOW_KO = /(?:이하|미만|밑으로|아래로|떨어지|모자라|부족하|줄어들)[가-힣 ]{0,6}면\s?(?:바로\s|꼭\s)?알려/
export const runsLow: Rule = (clause) => {
  const least = LOW.exec(clause.text)
  const stock = clause.spec.behaviours.find((one) => one.kind === 'stock')
  const n = Number(least?.slice(1).find(Boolean) ?? Number.NaN)
  if (stock?.kind === 'stock' && Number.isFinite(n) && stock.least !== n)
    return {
      edits: [{ do: 'change-behaviour', behaviour: { ...stock, least: n } }],
      said: SAY.changed[clause.language](stock.label, String(n)),
      sure: SURE.said,
    }
  if (!LOW_KO.test(clause.text) || stock) return null
  const behaviour = newBehaviour('stock', clause)
  return behaviour ? { edits: [{ do: 'add-behaviour', behaviour }], said: SAY.added.ko(behaviour.label), sure: SURE.said } : null
}

type Kind = Exclude<(typeof BEHAVIOUR_CUES)[number][0], 'reminder'>
/** 連続日数を見たい, 加个番茄钟, "no streak any more". */
export const changeBehaviour: Rule = (clause) => {
  const kind = BEHAVIOUR_CUES.find(([name, words]) => name !== 'reminder' && has(clause.folded, words))?.[0] as Kind | undefined
  if (!kind) return null
  const existing = clause.spec.behaviours.find((one) => one.kind === kind)
  if (is(clause, REMOVE))
    return existing
      ? {
          edits: [{ do: 'remove-behaviour', behaviour: existing.id }],
          said: SAY.removed[clause.language](existing.label),
          sure: SURE.said,
        }
      : null
  if (existing) return { edits: [], said: SAY.there[clause.language](existing.label), sure: SURE.guessed }
  const behaviour = newBehaviour(kind, clause)
  if (!behaviour) return null
  const edits: SpecEdit[] = [{ do: 'add-behaviour', behaviour }]
  if (PANELS.has(behaviour.kind) && clause.spec.views.length < 16)
    edits.push({
      do: 'add-view',
      view: {
        kind: 'tool',
        id: freeId(
          behaviour.kind,
          clause.spec.views.map((view) => view.id),
        ),
        label: behaviour.label,
        behaviour: behaviour.id,
      },
    })
  return { edits, said: SAY.added[clause.language](behaviour.label) }
}
const PANELS = new Set<Behaviour['kind']>(['timer', 'pick', 'countdown', 'quiz', 'streak'])

const FOCUS = { en: ['Focus', 'Break'], zh: ['专注', '休息'], ja: ['集中', '休憩'], ko: ['집중', '휴식'] } as const

function newBehaviour(kind: Kind, clause: Clause): Behaviour | undefined {
  const base = {
    id: freeId(
      kind,
      clause.spec.behaviours.map((one) => one.id),
    ),
    label: BEHAVIOUR_LABELS[kind][clause.language],
  }
  const dated = visibleCollections(clause.spec).find((one) => dateOf(one) !== undefined)
  const date = dated && dateOf(dated)
  const done = dated && visibleFields(dated).find((field) => field.kind === 'yesno')
  const every = clause.reading.values.find((value) => value.read.kind === 'every')?.read
  switch (kind) {
    case 'streak':
      return dated && date
        ? {
            ...base,
            kind,
            collection: dated.id,
            date: date.id,
            ...(done && { done: done.id }),
            every: every?.kind === 'every' ? every.unit : 'day',
            forgive: 0,
          }
        : undefined
    case 'countdown': {
      const to = clause.reading.values.find((value) => value.read.kind === 'date')?.read
      if (to?.kind === 'date') return { ...base, kind, to: to.date }
      return dated && date ? { ...base, kind, collection: dated.id, date: date.id } : undefined
    }
    case 'timer': {
      const minutes = clause.reading.values.flatMap(({ read }) =>
        read.kind === 'duration' && read.minutes <= 1440 && read.minutes > 0 ? [read.minutes] : [],
      )
      const [focus, rest] = FOCUS[clause.language]
      return {
        ...base,
        kind,
        rounds: 4,
        phases: [
          { label: focus, minutes: minutes[0] ?? 25 },
          { label: rest, minutes: minutes[1] ?? 5, rest: true },
        ],
      }
    }
    case 'pick':
      return clause.collection && { ...base, kind, collection: clause.collection.id, avoid: 1 }
    case 'recurrence':
      return dated && date && every?.kind === 'every'
        ? {
            ...base,
            kind,
            collection: dated.id,
            date: date.id,
            ...(done && { done: done.id }),
            every: { unit: every.unit, count: every.count },
          }
        : undefined
    case 'progress': {
      const ticked = visibleCollections(clause.spec).find((one) => visibleFields(one).some((field) => field.kind === 'yesno'))
      return ticked && { ...base, kind, collection: ticked.id, done: visibleFields(ticked).find((field) => field.kind === 'yesno')!.id }
    }
    case 'stock': {
      const counted = visibleCollections(clause.spec).find((one) => stockField(one) !== undefined)
      return (
        counted && { ...base, kind, collection: counted.id, quantity: stockField(counted)!.id, least: amountIn(clause.reading)?.value ?? 1 }
      )
    }
    case 'quiz': {
      const texts = clause.collection
        ? visibleFields(clause.collection).filter((field) => field.kind === 'text' || field.kind === 'note')
        : []
      return clause.collection && texts.length >= 2
        ? { ...base, kind, collection: clause.collection.id, question: texts[0]!.id, answer: texts[1]!.id }
        : undefined
    }
    default:
      return undefined
  }
}
const stockField = (collection: Collection) =>
  visibleFields(collection).find((field) => field.kind === 'number' || field.kind === 'quantity')
