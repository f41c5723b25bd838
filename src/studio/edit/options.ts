/** What can be chosen: one more of it, one less, and the choices listed with a new field. */
import { fieldsNamed, fold, labelPlace, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Language, Option } from '../../spec.ts'
import { isQuality } from '../rules/guess.ts'
import { partNamed } from '../rules/parts.ts'
import { asLabel } from '../rules/words.ts'
import { type Change, type Clause, freeId, is, type Rule } from './clause.ts'
import { SAY } from './say.ts'
import { REMOVE } from './words.ts'

export const LIST = /\s*(?:,|，|、|・|\/|\band\b|\bor\b|和|或|と|や|그리고|이랑|랑|(?<!기록|추가|관리|정리)하고|(?<=[가-힣])[와과]\s)\s*/u
/** What the columns of a board, or the kinds of a thing, are called in general. */
const STAGE = 'stage|status|state|column|lane|phase|list|阶段|状态|列|ステージ|ステータス|状態|段階|列|단계|상태|열|컬럼'
const SORT_OF = 'category|type|kind|tag|分类|类别|种类|标签|カテゴリー?|分類|種類|タグ|분류|카테고리|종류|태그'
const CHOICE = 'option|choice|选项|選択肢|옵션|선택지|항목'
const IN_GENERAL = `${STAGE}|${SORT_OF}|${CHOICE}`
const PLEASE = '(?:please |can you |could you |pls |and |also )*'
/** Groups: `of` the choice, by its label or by what such things are called in general (`some`), `what` the new option. */
const WORDINGS: Record<Language, string[]> = {
  en: [
    `^${PLEASE}(?:add|include|put|stick) (?<what>.+?) (?:to|in|into|under|as an? option (?:to|of|for|in)) (?:the |my |our )?(?<of>.+?)(?: (?:options?|choices?|list|field))?(?: too| as well| please| pls)*$`,
    `^${PLEASE}(?:add|make|include|create)? ?(?:an?|another|the|one more)? ?(?:new |extra )?(?<some>SOME)(?: option)?(?: for [^:]{2,40})?(?: called| named|:| -| saying| labelled) ?(?<what>.+?)$`,
    `^${PLEASE}(?:add|make|include|create) (?:an?|another|the|one more)? ?(?:new )?(?<some>SOME) (?:for )?(?<what>["“'‘].+["”'’])$`,
    `^${PLEASE}(?:add|make|include|create|new)? ?(?:an?|another|the|one more) ?(?:new )?(?<what>.+?) (?<some>SOME)(?: too| as well| please| pls)*$`,
    `^(?:the |my |our )?(?<of>.+?) (?:should|could|must|needs? to|has to|can) (?:also )?(?:include|have|offer|be|allow) (?<what>.+?)(?: too| as well| also)*$`,
    `^(?:the |my |our )?(?<of>.+?) (?:is missing|lacks|needs|is lacking) (?:an? |also )?(?<what>.+?)(?: too| as well| also| option)*$`,
  ],
  zh: [
    '^(?:请|帮我)?(?:在|给|往)?(?<of>.{1,12}?)(?:里面?|中|上)?(?:的选项)?(?:再|还|也|得|应该|要|可以)*(?:加上?|添加|增加|少了?|缺了?|差了?|漏了?)(?:一?个|一项)?(?<what>.{1,16}?)(?:的?选项)?(?:吧|了|呗)?$',
    '^(?:请|帮我|再|还|要)*(?:加|添加|新增|增加)上?(?:一?个|一)?(?:新的?)?(?<some>SOME)(?:叫做?|名为|[:：,，])?(?<what>.{1,12}?)(?:吧|了)?$',
    '^(?:请|帮我|再|还|要)*(?:加|添加|新增|增加)上?(?:一?个)?(?<what>.{1,12}?)的?(?<some>SOME)(?:吧|了)?$',
    '^(?<of>.{1,12}?)(?:还|也)(?:应该|可以|能|得|要)?(?:有|选|是)(?<what>.{1,12}?)(?:的)?(?:吧|呀)?$',
  ],
  ja: [
    '^(?<of>.{1,14}?)(?:の(?:選択肢|中|ところ))?(?:には?|へ)(?<what>.{1,20}?)(?:も|を|とか)?(?:追加|足し|足す|加え|入れ|増やし|作っ|つけ|ほしい|欲しい|お願い).*$',
    '^[「『]?(?<what>.{1,16}?)[」』]?(?:という|って|の)?(?<some>SOME)(?:も|を)?(?:追加|足し|加え|作っ|ほしい|欲しい|入れ|増やし).*$',
  ],
  ko: [
    '^(?<of>.{1,14}?)(?:\\s?(?:선택지|옵션|항목))?(?:에|에는|에도|에다가?)\\s?(?<what>.{1,20}?)(?:도|을|를|이|가)?\\s?(?:하나|좀|더)?\\s?(?:더\\s)?(?:추가|넣|더해|더하|포함|있으면|있어야|만들|껴).*$',
    '^["\'“‘]?(?<what>.{1,16}?)["\'”’]?(?:이라는|라는|란|이란)?\\s(?<some>SOME)(?:도|를|을)?\\s?(?:하나\\s)?(?:더\\s)?(?:추가|넣|만들|더해|필요).*$',
  ],
}
const wordings = Object.fromEntries(
  Object.entries(WORDINGS).map(([language, list]) => [language, list.map((one) => new RegExp(one.replace('SOME', IN_GENERAL), 'iu'))]),
) as Record<Language, RegExp[]>

/** "add Travel to the category", 分类里少了个电器, カテゴリにペットを追加, 분류에 병원비 하나 넣어줘, "another column: Blocked". */
export const addOption: Rule = (clause) => {
  if (is(clause, REMOVE)) return null
  const text = clause.text.replace(/[.。!！]+$/u, '').trim()
  for (const wording of wordings[clause.language]) {
    const { of, some, what } = wording.exec(text)?.groups ?? {}
    const home = what && (of ? choiceCalled(of.trim(), clause) : some ? (choiceCalled(some, clause) ?? choiceFor(some, clause)) : undefined)
    if (!what || !home) continue
    const change = withOption(home, what, some, clause)
    if (change) return change
  }
  return null
}

function withOption({ collection, field }: Home, what: string, some: string | undefined, clause: Clause): Change | null {
  const labels = what
    .split(LIST)
    .map(optionIn)
    .filter((label) => label && fold(label) !== fold(field.label) && !GENERAL.test(label))
  // "a column called publisher": what entries have, and no stage of theirs.
  if (some && COLUMN.test(some) && labels.some((label) => partNamed(label) || isQuality(label))) return null
  const known = new Set(field.options.map((option) => fold(option.label)))
  const fresh = labels.filter((label) => !known.has(fold(label)))
  if (!labels.length || labels.some((label) => label.length > 30)) return null
  if (!fresh.length) return { edits: [], said: SAY.there[clause.language](labels.join(', ')) }
  return {
    edits: [{ do: 'change-field', collection: collection.id, field: { ...field, options: withOptions(field.options, fresh) } }],
    said: SAY.option[clause.language](field.label, fresh.join(', ')),
  }
}
const GENERAL = new RegExp(`^(?:${IN_GENERAL})$`, 'iu')
const COLUMN = /^(?:column|lane|list|列|열|컬럼)$/i
const optionIn = (text: string): string =>
  asLabel(
    text
      .replace(/^(?:an?|the|option)\s+|(?:という|の)?(?:選択肢|オプション)$|的?选项$|\s?(?:옵션|선택지)$/giu, '')
      .replace(/\s(?:하나|좀|더)$/u, '')
      .replace(/^["'“「『‘]+|["'”」』’]+$/gu, '')
      .trim(),
    40,
  )

type Home = { collection: Collection; field: Extract<Field, { kind: 'choice' | 'choices' }> }
/** A choice by its label; “the options” of the only one. */
function choiceCalled(said: string, { spec }: Clause): Home | undefined {
  const homes = visibleCollections(spec).flatMap((collection) =>
    visibleFields(collection).flatMap((field) => (field.kind === 'choice' || field.kind === 'choices' ? [{ collection, field }] : [])),
  )
  if (new RegExp(`^(?:the )?(?:${CHOICE})s?$`, 'i').test(said)) return homes.length === 1 ? homes[0] : undefined
  const hits = fieldsNamed(said, visibleCollections(spec), { kinds: false }).filter(
    ({ score, start, end }) => score >= 0.7 && end - start >= said.length - 3,
  )
  return homes.find(({ field }) => hits.some((hit) => hit.field.id === field.id))
}

/** The choice that a board's columns are, for a stage; one that is called so, for a category. */
function choiceFor(word: string, { spec }: Clause): Home | undefined {
  const choices = visibleCollections(spec).flatMap((collection) =>
    visibleFields(collection).flatMap((field) => (field.kind === 'choice' ? [{ collection, field }] : [])),
  )
  const boards = new Set(spec.views.flatMap((view) => (view.kind === 'board' ? [view.group] : [])))
  if (new RegExp(`^(?:${STAGE})$`, 'i').test(word))
    return (
      choices.find(({ field }) => boards.has(field.id)) ??
      // A column of a table is a field of its own.
      (COLUMN.test(word) ? undefined : choices.find(({ field }) => /status|stage|state/i.test(`${field.id} ${field.concept ?? ''}`)))
    )
  return choices.find(
    ({ field }) => /categor|type|kind|tag/i.test(`${field.id} ${field.concept ?? ''}`) || fold(field.label) === fold(word),
  )
}

export function withOptions(options: Option[], labels: string[]): Option[] {
  const out = [...options]
  for (const label of labels)
    if (out.length < 60)
      out.push({
        id: freeId(
          /^[\x20-\x7e]+$/.test(label) ? label : 'option',
          out.map((one) => one.id),
        ),
        label,
      })
  return out
}

/** "remove Travel from the category" hides no data: the option goes, records keep their words in history. */
export const removeOption: Rule = (clause) => {
  if (!is(clause, REMOVE)) return null
  for (const collection of visibleCollections(clause.spec))
    for (const field of visibleFields(collection)) {
      if ((field.kind !== 'choice' && field.kind !== 'choices') || field.options.length < 2) continue
      const option = field.options.find((one) => labelPlace(clause.folded, clause.reading.tokens, one.label))
      const named = labelPlace(clause.folded, clause.reading.tokens, field.label)
      if (
        !option ||
        !(named || /option|选项|選択肢|옵션|선택지|\blist\b|stopped|no longer|停了|不吃了|やめ|終わ|끊었|안 먹/.test(clause.low))
      )
        continue
      return {
        edits: [
          { do: 'change-field', collection: collection.id, field: { ...field, options: field.options.filter((one) => one !== option) } },
        ],
        said: SAY.removed[clause.language](option.label),
      }
    }
  return null
}

/** "tide can be spring, neap or slack", 潮は大潮・小潮から選べるように, 口味从甜、咸、辣里选, 맛은 단맛, 짠맛 중에서 고르게. */
const CHOSEN: RegExp[] = [
  /\b(?:choose|pick|select|one of|either|can be|be one of|from)\s+(?:from |among |between )?(.+(?:,| or | and ).+?)$/i,
  /(?:从|在)(.+?[、,/].+?)(?:里面?|中间?|之中|当中)?(?:选|挑|选择)/u,
  /(?:可选|能选|可以选|选项(?:是|有|为)|分(?:为|成)|只能是)(.+?[、,/].+?)$/u,
  /は(.+?[・、/].+?)(?:の中)?(?:から|で|の)(?:選|えら|どれか|いずれか)/u,
  /(?:은|는|을|를)\s?(.+?[,/·].+?)\s?(?:중에서?|가운데)\s?(?:고르|선택|골라)/u,
]

/** What can be chosen, in brackets after its name, whatever verb follows: 종류(스킨, 로션)도 넣어줘. */
export const BRACKETED = /\s?[(（]([^()（）]{1,100}[,，、/・·][^()（）]{1,100})[)）]/u
export const optionsIn = (text: string): string[] => {
  const listed =
    CHOSEN.map((pattern) => pattern.exec(text)?.[1]).find((list) => list !== undefined) ??
    BRACKETED.exec(text)?.[1] ??
    /[:：(（]\s*([^)）]+)[)）]?\s*$/.exec(text)?.[1] ??
    /\b(?:options?|choices?|either|like)\s+(.+)$/i.exec(text)?.[1]
  return listed
    ? listed
        .split(LIST)
        .map((label) => asLabel(label.trim(), 40))
        .filter(Boolean)
        .slice(0, 30)
    : []
}
