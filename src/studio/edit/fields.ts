/** Fields: added, removed, brought back, renamed, retyped, moved; options and scales of those that are there. */
import { findUnit, unitLabel, unitOf } from '../../base/language/units.ts'
import {
  collectionNamed,
  contentStems,
  type FieldHit,
  fieldsNamed,
  fold,
  labelPlace,
  visibleCollections,
  visibleFields,
} from '../../base/resolve.ts'
import type { Collection, Field, Language, Option, SpecEdit } from '../../spec.ts'
import { cleaned } from '../rules/clean.ts'
import { formulasOf } from '../rules/formulas.ts'
import { guessKind, isQuality } from '../rules/guess.ts'
import { fieldFor, partNamed } from '../rules/parts.ts'
import { questionIn } from '../rules/questions.ts'
import { asLabel, bounded } from '../rules/words.ts'
import { ADD, BACK, CHANGE, type Change, type Clause, freeId, is, quoted, REMOVE, type Rule } from './clause.ts'
import { SAY } from './say.ts'

export const hitsIn = (clause: Clause, hidden = false): FieldHit[] =>
  fieldsNamed(
    clause.text,
    clause.spec.collections.filter((one) => !one.hidden),
    { kinds: false, hidden },
  ).filter((hit) => hit.score >= 0.7)

// ---- Rename, restore, move ---------------------------------------------------------------------------------------

const TO = /(?:\s(?:to|as|into)\s|改成|改为|改名为?|换成|叫做?|を「?|から|→|->|(?:을|를|은|는)\s)/u
const RENAME = /\brename\b|\bcall\b|change the (?:name|label|title)|改名|改叫|叫做|名字|名称|名前|呼び方|ラベル|이름|라고 불러|명칭/

/** “이름을 … 바꿔” means the app, unless a field is spoken of. */
const NAME = /^(?:name|title|名字?|名称|标题|名前|タイトル|이름|제목|명칭)$/i
const FIELD = /\b(?:field|column|rename (?:the )?(?:name|title))\b|字段|项目|栏|欄|項目|フィールド|列|항목|칸|필드/

/** A piece of a quoted new name (“酒日和” holds 日) names no field; what is quoted whole does. */
const insideQuotes = ({ start, end }: { start: number; end: number }, text: string): boolean =>
  [...text.matchAll(/[「『“"《]([^」』”"》]+)[」』”"》]/gu)].some(({ 0: all, index }) => {
    const [from, to] = [index + 1, index + all.length - 1]
    return start >= from && end <= to && end - start < to - from
  })

/** "rename price to cost", 把价格改名为花费, 「値段」の名前を「金額」に, 가격 이름을 금액으로. */
export const renameField: Rule = (clause) => {
  if (!RENAME.test(clause.low) || OF_APP.test(clause.low)) return null
  const hit =
    hitsIn(clause).find((one) => (!NAME.test(one.text) || FIELD.test(clause.low)) && !insideQuotes(one, clause.text)) ??
    renamedPartly(clause)
  if (!hit) return null
  const label = newName(clause, hit)
  if (!label || label === hit.field.label) return null
  return {
    edits: [{ do: 'rename-field', collection: hit.collection.id, field: hit.field.id, label }],
    said: SAY.renamed[clause.language](hit.field.label, label),
  }
}

/** "rename lead to vocals": one word of the only label that has it. */
function renamedPartly(clause: Clause): FieldHit | undefined {
  const said = /\brename (?:the |my )?(.{2,40}?) (?:to|as|into) /i.exec(clause.text)
  const hits = said ? partlyNamed({ ...clause, text: said[1]! }) : []
  return said && hits[0] ? { ...hits[0], start: said.index, end: said.index + said[0].length - 4 } : undefined
}

/** The app's own name: 앱 이름을 마음 기록으로, "change the name of the app". */
const OF_APP =
  /\b(?:name|title) of (?:the|this) app\b|\b(?:the|this) app'?s? (?:name|title)\b|应用的?名|アプリの?名前?|アプリ名|(?:앱|어플)(?:의)?\s?(?:이름|제목|명)/

/** [what is there, what it becomes], with nothing said of names. */
const RELABEL: RegExp[] = [
  /^(?:please )?(?:change|switch|turn|make) (?:the |my )?["'“‘]?(.+?)["'”’]? (?:to|into) (?:the )?["'“‘]?(.+?)["'”’]?$/i,
  /^(?:请|帮我)?把["“「]?(.+?)["”」]?(?:改成|改为|换成)["“「]?(.+?)["”」]?(?:吧|了)?$/u,
  /^[「『“"]?(.+?)[」』”"]?(?:を|は)[「『“"]?(.+?)[」』”"]?に(?:して|変えて|変更して?|直して).*$/u,
  /^['"“‘「]?(.+?)['"”’」]?(?:을|를|은|는)\s?['"“‘「]?(.+?)['"”’」]?(?:으로|로)\s?(?:바꿔|변경|고쳐|수정|해).*$/u,
]
/** '마감일'을 '기한'으로 바꿔: the label of a field becomes another, where the words are no kind, option or figure of it. */
export const relabelField: Rule = (clause) => {
  if (clause.reading.values.length || OF_APP.test(clause.low)) return null
  for (const pattern of RELABEL) {
    const [, from, to] = pattern.exec(clause.text.replace(/[.。!！]+$/u, '').trim()) ?? []
    if (!from || !to || TYPES.some(([type]) => type.test(to.toLowerCase()))) continue
    const hit = hitsIn({ ...clause, text: from, folded: fold(from) }).find(
      (one) => one.score >= 0.9 && one.end - one.start >= from.trim().length - 1,
    )
    const label = asLabel(to.trim())
    const inside = hit ? undefined : labelWith(from.trim(), clause)
    if (inside && label)
      return {
        edits: [{ do: 'rename-field', ...inside.at, label: asLabel(inside.label.replace(from.trim(), to.trim())) }],
        said: SAY.renamed[clause.language](inside.label, inside.label.replace(from.trim(), to.trim())),
      }
    if (hit && label && fold(label) !== fold(hit.field.label))
      return {
        edits: [{ do: 'rename-field', collection: hit.collection.id, field: hit.field.id, label }],
        said: SAY.renamed[clause.language](hit.field.label, label),
      }
  }
  return null
}

/** 吐奶 of 有没有吐奶: a part of one label only, where signs are not parted by spaces. */
function labelWith(word: string, { spec, language }: Clause): { at: { collection: string; field: string }; label: string } | undefined {
  if ((language !== 'zh' && language !== 'ja') || word.length < 2) return undefined
  const all = visibleCollections(spec).flatMap((collection) => visibleFields(collection).map((field) => ({ collection, field })))
  const found = all.filter(({ field }) => field.label.includes(word) && field.label !== word)
  const [only] = found
  return found.length === 1 && only ? { at: { collection: only.collection.id, field: only.field.id }, label: only.field.label } : undefined
}

function newName(clause: Clause, hit: { start: number; end: number }): string | undefined {
  const tail = clause.text.slice(hit.end)
  const to = TO.exec(tail)
  const raw = (to ? tail.slice(to.index + to[0].length) : tail).replace(
    /^(?:の?(?:名前|ラベル|呼び方)を?|的?(?:名字|名称)|이름을?|を|to|as|the name)\s*/u,
    '',
  )
  const name =
    quoted(raw) ??
    raw.replace(
      /(?:に(?:して|変えて|変更して?|する)?|にしてください|と呼んで|(?:으로|로)\s?(?:바꿔\s?줘?|변경\s?해?\s?줘?|해\s?줘?|고쳐\s?줘?)?|라고\s?(?:불러\s?줘?|해\s?줘?)|吧|please)[。.!\s]*$/u,
      '',
    )
  const label = asLabel(name.replace(/^[\s“"「『]+|[\s”"」』.。]+$/g, ''))
  return label || undefined
}

export const restoreField: Rule = (clause) => {
  if (!is(clause, BACK) && !is(clause, ADD)) return null
  const hit = hitsIn(clause, true)[0]
  if (!hit || hitsIn(clause).some((one) => one.start === hit.start)) return null
  return {
    edits: [{ do: 'restore-field', collection: hit.collection.id, field: hit.field.id }],
    said: SAY.back[clause.language](hit.field.label),
  }
}

const FIRST = /\b(?:first|to the top|at the top|beginning|before everything)\b|最前|第一|放在?最?前|一番上|先頭|最初|맨 앞|맨 위|처음|첫/
const LAST = /\b(?:last|to the bottom|at the bottom|to the end|at the end)\b|最后|末尾|最下|一番下|最後|맨 뒤|맨 아래|마지막|끝으로/
const MOVE = /\b(?:move|put|place|reorder)\b|移|放到?|排到|持ってきて|持って|動かして|置いて|옮겨|이동|배치/

export const moveField: Rule = (clause) => {
  if (!MOVE.test(clause.low)) return null
  const hits = [...hitsIn(clause)].sort((a, b) => a.start - b.start)
  const hit = hits[0]
  if (!hit) return null
  const fields = hit.collection.fields
  const other = hits.find((one) => one.field.id !== hit.field.id && one.collection.id === hit.collection.id)
  const at = other ? fields.findIndex((field) => field.id === other.field.id) : -1
  const to = other
    ? /\bafter\b|below|后面|之后|后|の後|の下|뒤|다음|아래/.test(clause.low)
      ? at + 1
      : at
    : FIRST.test(clause.low)
      ? 0
      : LAST.test(clause.low)
        ? fields.length - 1
        : undefined
  if (to === undefined) return null
  return {
    edits: [{ do: 'move-field', collection: hit.collection.id, field: hit.field.id, to: Math.max(0, Math.min(fields.length - 1, to)) }],
    said: SAY.moved[clause.language](hit.field.label),
  }
}

// ---- Options, scale, type ----------------------------------------------------------------------------------------

const LIST = /\s*(?:,|，|、|・|\/|\band\b|\bor\b|和|或|と|や|그리고|이랑|랑|(?<!기록|추가|관리|정리)하고|(?<=[가-힣])[와과]\s)\s*/u
const TO_FIELD: RegExp[] = [
  /(?:add|include|put)\s+(.+?)\s+(?:to|in|into|under|as an? option (?:to|of|for|in))\s/i,
  /(?:在|给|往).{1,20}?(?:里|中|加|上)(?:再?(?:加|添加|增加|加上|加一个|加个))?(?:一个|个|选项)?\s*(.+)$/u,
  /に(.+?)を?(?:追加|加えて|加える|足して|足す|入れて|入れる|増やして)/u,
  /에\s?(.+?)(?:을|를|도)?\s?(?:추가|넣어|더해|포함)/u,
]

/** add a status "review", 加一个分类:宠物, 「ペット」というカテゴリを追加: the new option beside the field's name. */
const NEW_OPTION = (label: string): RegExp[] => [
  new RegExp(
    `(?:add|new)\\s+(?:an?|another|the|one more)?\\s*(?:new )?${label}(?: option| called| named|:)*\\s*["“'‘]([^"”'’]{1,40})["”'’]`,
    'i',
  ),
  new RegExp(`(?:add|new)\\s+(?:an?|another|the)?\\s*(?:new )?${label}(?: option)?(?: called| named|:)\\s*(.{1,40})$`, 'i'),
  new RegExp(`${label}(?:叫|:|：|“|「|")\\s*([^”」"]{1,20})[”」"]?$`, 'u'),
  new RegExp(`[「『“"]?([^「」『』“”"]{1,20})[」』”"]?(?:という|って)${label}`, 'u'),
  new RegExp(`["“']?([^"”']{1,20}?)["”']?(?:이라는|라는)\\s?${label}`, 'u'),
]

/** "add Travel to the category", 在分类里加宠物, カテゴリにペットを追加, 분류에 반려동물 추가. */
/** 加一个选项:海洋馆, 選択肢に海を追加: with one choice in the app, it is that one. */
const OPTION_SAID = /(?:选项|選項)\s?(?:叫|[:：,，])?\s?([^:：]{1,20})$|^選択肢に(.{1,20}?)(?:を|も)(?:追加|足|加え|入れ).*$/u
function onlyChoice(clause: Clause): FieldHit | undefined {
  if (!OPTION_SAID.test(clause.text)) return undefined
  const all = visibleCollections(clause.spec).flatMap((collection) => visibleFields(collection).map((field) => ({ collection, field })))
  const choices = all.filter(({ field }) => field.kind === 'choice')
  return choices.length === 1 ? { ...choices[0]!, start: 0, end: 0, text: '', score: 1 } : undefined
}
export const addOption: Rule = (clause) => {
  if (!is(clause, ADD)) return null
  const hit = hitsIn(clause).find(({ field }) => field.kind === 'choice' || field.kind === 'choices') ?? onlyChoice(clause)
  if (!hit || (hit.field.kind !== 'choice' && hit.field.kind !== 'choices')) return null
  const label = clause.text.slice(hit.start, hit.end)
  const raw =
    OPTION_SAID.exec(clause.text)?.[1] ??
    TO_FIELD.map((pattern) => pattern.exec(clause.text)?.[1]).find((text) => text !== undefined) ??
    NEW_OPTION(label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .map((pattern) => pattern.exec(clause.text)?.[1])
      .find((text) => text !== undefined)
  if (!raw) return null
  const known = new Set(hit.field.options.map((option) => fold(option.label)))
  const labels = raw
    .split(LIST)
    .map((label) =>
      asLabel(
        label
          .replace(/^(?:an?|the|option)\s+|(?:という|の)?(?:選択肢|オプション)$|选项$|(?:옵션|선택지)$/giu, '')
          .replace(/^["'“「『]|["'”」』]$/g, '')
          .trim(),
        40,
      ),
    )
    .filter((label) => label && fold(label) !== fold(hit.field.label))
  const fresh = labels.filter((label) => !known.has(fold(label)))
  if (!labels.length) return null
  if (!fresh.length) return { edits: [], said: SAY.there[clause.language](labels.join(', ')) }
  const options = withOptions(hit.field.options, fresh)
  return {
    edits: [{ do: 'change-field', collection: hit.collection.id, field: { ...hit.field, options } }],
    said: SAY.option[clause.language](hit.field.label, fresh.join(', ')),
  }
}

/** What the columns of a board, or the kinds of a thing, are called in general. */
const STAGE = 'stage|status|state|column|lane|phase|阶段|状态|列|ステージ|ステータス|状態|段階|列|단계|상태|열|컬럼'
const SORT_OF = 'category|type|kind|tag|分类|类别|种类|标签|カテゴリー?|分類|種類|タグ|분류|카테고리|종류|태그'
const IN_GENERAL = `(?:${STAGE}|${SORT_OF})`
const NEW_STAGE: RegExp[] = [
  new RegExp(`^(?:please )?(?:add|new|include|make) (?:an?|another|the|one more)? ?(?:new )?["'“‘]?(.+?)["'”’]? (${IN_GENERAL})$`, 'i'),
  new RegExp(
    `^(?:please )?(?:add|new|include|make) (?:an?|another|the|one more)? ?(?:new )?(${IN_GENERAL}) (?:called |named |for )?["'“‘]?(.+?)["'”’]?$`,
    'i',
  ),
  new RegExp(`(?:加|添加|新增|增加)(?:一?个|一?列)?["“「]?(.+?)["”」]?的?(${IN_GENERAL})(?:吧|了)?$`, 'u'),
  /^(?:请|帮我)?(?:再|还要)?(?:加|添加|新增|增加)上?一?个?(列|阶段|状态)(?:叫|名为)?["“「]?(.{1,12}?)["”」]?(?:吧|了)?$/u,
  new RegExp(`^[「『“"]?(.+?)[」』”"]?(?:という|の)?(${IN_GENERAL})(?:も|を)?(?:追加|足して|加えて|作って|ほしい|欲しい).*$`, 'u'),
  new RegExp(
    `^["'“‘]?(.+?)["'”’]?(?:이라는|라는)?\\s(${IN_GENERAL})(?:도|를|을)?\\s?(?:하나\\s)?(?:더\\s)?(?:추가|넣어|만들어|더해).*$`,
    'u',
  ),
]
const COLUMN = /^(?:column|lane|列|열|컬럼)$/i
/** 보류 단계 추가, "add an on hold column": one more of what a record can be, by what such things are called. */
export const addStage: Rule = (clause) => {
  for (const pattern of NEW_STAGE) {
    const [, first, second] = pattern.exec(clause.text.replace(/[.。!！]+$/u, '').trim()) ?? []
    if (!first || !second) continue
    const general = new RegExp(`^${IN_GENERAL}$`, 'i')
    const [name, of] = general.test(first) ? [second, first] : [first, second]
    const home = choiceFor(of, clause)
    const label = asLabel(name.trim(), 40)
    // "a column called publisher": what entries have, and no stage of theirs.
    if (COLUMN.test(of) && (partNamed(label) || isQuality(label))) continue
    if (!home || !label || general.test(label) || home.field.options.some((one) => fold(one.label) === fold(label))) continue
    const options = withOptions(home.field.options, [label])
    return {
      edits: [{ do: 'change-field', collection: home.collection.id, field: { ...home.field, options } }],
      said: SAY.option[clause.language](home.field.label, label),
    }
  }
  return null
}

type ChoiceField = Extract<Field, { kind: 'choice' }>
/** The choice that a board's columns are, for a stage; one that is called so, for a category. */
function choiceFor(word: string, { spec }: Clause): { collection: Collection; field: ChoiceField } | undefined {
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

function withOptions(options: Option[], labels: string[]): Option[] {
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
      if (!option || !(named || /option|选项|選択肢|옵션|선택지/.test(clause.low))) continue
      return {
        edits: [
          { do: 'change-field', collection: collection.id, field: { ...field, options: field.options.filter((one) => one !== option) } },
        ],
        said: SAY.removed[clause.language](option.label),
      }
    }
  return null
}

const SCALE =
  /(?:out of|to|up to|1\s?[-–~到から]\s?|\/)\s?(\d{1,2})\b|(\d{1,2})\s?(?:点満点|段階|分制|分满分|점 ?만점|점 ?척도|단계|stars?|星|つ星|-point)|満点(?:を|は)?\s?(\d{1,2})/
const TYPES: [RegExp, string, Record<Language, string>][] = [
  [/\brating\b|\bstars?\b|评分|星级|評価|星|별점|평점/, 'rating', { en: 'a rating', zh: '评分', ja: '評価', ko: '별점' }],
  [/\bwhole number\b|\binteger\b|整数|정수/, 'int', { en: 'a whole number', zh: '整数', ja: '整数', ko: '정수' }],
  [/\bnumber\b|数字|数値|숫자/, 'num', { en: 'a number', zh: '数字', ja: '数値', ko: '숫자' }],
  [/\b(?:money|amount of money|currency)\b|金额|金額|금액/, 'money', { en: 'an amount', zh: '金额', ja: '金額', ko: '금액' }],
  [
    /\b(?:date and time|datetime)\b|日期时间|日時|날짜와 시간/,
    'datetime',
    { en: 'a date and time', zh: '日期时间', ja: '日時', ko: '날짜와 시간' },
  ],
  [/\bdate\b|日期|日付|날짜/, 'date', { en: 'a date', zh: '日期', ja: '日付', ko: '날짜' }],
  [/\btime of day\b|\bclock\b|时刻|時刻|시각/, 'time', { en: 'a time', zh: '时间', ja: '時刻', ko: '시각' }],
  [
    /\b(?:yes\/no|yes or no|checkbox|tick ?box|check box)\b|是否|勾选|チェック|はい.?いいえ|체크|예\/아니/,
    'yesno',
    { en: 'a tick box', zh: '勾选', ja: 'チェック', ko: '체크' },
  ],
  [
    /\b(?:long text|note|multi-?line|paragraph)\b|长文本|多行|長文|複数行|긴 글|여러 줄/,
    'note',
    { en: 'longer text', zh: '长文本', ja: '長い文章', ko: '긴 글' },
  ],
  [/\b(?:text|free text|words)\b|文本|文字|テキスト|文字列|텍스트|글자/, 'text', { en: 'text', zh: '文本', ja: 'テキスト', ko: '텍스트' }],
  [/\blink\b|\burl\b|链接|リンク|링크/, 'link', { en: 'a link', zh: '链接', ja: 'リンク', ko: '링크' }],
  [
    /\bduration\b|minutes|时长|分钟|所要時間|분 단위|소요 시간/,
    'duration',
    { en: 'a duration', zh: '时长', ja: '所要時間', ko: '소요 시간' },
  ],
]

/** It may not be left out: "must always be filled in", 不能为空, 必ず入力, 꼭 쓰게. */
const REQUIRED =
  /\b(?:required|mandatory|compulsory|obligatory|must)\b|\b(?:has|have|needs?) to be (?:filled|entered|there|given)|(?:can'?t|cannot|never|not) be (?:left )?(?:empty|blank|left out)|必填|必须|必須|一定要[填写写输]|不[能许可准](?:为空|空着|留空|不填)|必ず(?:入力|書|記入|入れ)|空(?:欄|白)(?:は|に|の)?(?:でき|しない|だめ|ダメ|不可|禁止)|필수|꼭\s?(?:쓰|적|입력|넣|채우|써|기입)|반드시|비워\s?(?:두지|둘 수 없|두면 안)|빈칸\s?(?:안|불가|금지|못)/

/** "make the rating out of 10", "price should be a number", "weight in pounds", "note is required". */
export const retypeField: Rule = (clause) => {
  if (is(clause, ADD) && !/should be|改成|改为|に変|にして|바꿔|변경/.test(clause.low)) return null
  const hits = hitsIn(clause)
  const hit = [...hits].sort((a, b) => a.start - b.start)[0]
  if (!hit) return null
  const { field, collection } = hit
  const change = (to: Field, said: string): Change => ({
    edits: [{ do: 'change-field', collection: collection.id, field: to }],
    said: SAY.changed[clause.language](field.label, said),
  })
  const rest = clause.low.slice(0, hit.start) + ' '.repeat(hit.end - hit.start) + clause.low.slice(hit.end)
  const scale = SCALE.exec(rest)
  const max = scale ? Number(scale[1] ?? scale[2] ?? scale[3]) : undefined
  if (max !== undefined && max >= 2 && max <= 10 && (field.kind === 'rating' || field.kind === 'number'))
    return change({ ...base(field), kind: 'rating', max }, `1–${max}`)
  const unit = unitIn(clause, rest)
  if (unit && (field.kind === 'quantity' || field.kind === 'number') && (field.kind !== 'quantity' || field.unit !== unit))
    return change({ ...base(field), kind: 'quantity', unit }, unitLabel(unitOf(unit)!, clause.language))
  if (REQUIRED.test(rest))
    return change({ ...field, required: true }, { en: 'required', zh: '必填', ja: '必須', ko: '필수' }[clause.language])
  if (/\boptional\b|not required|可选|选填|任意|선택 사항|선택사항/.test(rest))
    return change({ ...field, required: false }, { en: 'optional', zh: '选填', ja: '任意', ko: '선택' }[clause.language])
  const options = optionsIn(clause.text)
  if (!is(clause, CHANGE) && !/should|として|can be|から|选|고르/.test(clause.low)) return null
  if (
    options.length >= 2 &&
    /option|choice|choose|pick|select|one of|list|选|挑|分为|分成|選|えら|どれか|옵션|선택|고르|골라|[:：]/.test(clause.low)
  )
    return change({ ...base(field), kind: 'choice', options: withOptions([], options) }, options.join(', '))
  const type = TYPES.find(([pattern]) => pattern.test(rest))
  if (!type || sameKind(type[1], field)) return null
  const { id, label } = field
  return change(
    {
      ...fieldFor(id, type[1], label, clause.language, clause.ctx.currency),
      ...(field.required !== undefined && { required: field.required }),
    },
    type[2][clause.language],
  )
}

const sameKind = (kind: string, field: Field) =>
  kind === field.kind ||
  (kind === 'num' && field.kind === 'number') ||
  (kind === 'int' && field.kind === 'number' && field.integer === true)

const base = (field: Field) => {
  const { id, label, required, suggest, hint, concept } = field
  return {
    id,
    label,
    ...(required !== undefined && { required }),
    ...(suggest !== undefined && { suggest }),
    ...(hint !== undefined && { hint }),
    ...(concept !== undefined && { concept }),
  }
}

/** "make it in pounds", 用斤记, キロにして: the field that is measured so, where none is named. */
export const setUnit: Rule = (clause) => {
  const unit = unitIn(clause, clause.low)
  const dimension = unit && unitOf(unit)?.dimension
  if (!unit || !dimension || is(clause, ADD) || is(clause, REMOVE)) return null
  for (const collection of visibleCollections(clause.spec))
    for (const field of visibleFields(collection)) {
      if (field.kind !== 'quantity' || field.unit === unit || unitOf(field.unit)?.dimension !== dimension) continue
      return {
        edits: [{ do: 'change-field', collection: collection.id, field: { ...base(field), kind: 'quantity', unit } }],
        said: SAY.changed[clause.language](field.label, unitLabel(unitOf(unit)!, clause.language)),
      }
    }
  return null
}

function unitIn(clause: Clause, rest: string): string | undefined {
  const match =
    /\b(?:in|to|use|as)\s+([a-z]{1,12})\b|(?:用|换成|改成|改为)\s?([\p{L}]{1,6})|([\p{L}]{1,8}?)(?:に(?:して|変|換)|で記録|(?:으?로)\s?(?:바꿔|변경|해|기록))/u.exec(
      rest,
    )
  const word = match?.[1] ?? match?.[2] ?? match?.[3]
  return word ? findUnit(word, clause.language)?.id : undefined
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
const BRACKETED = /\s?[(（]([^()（）]{1,100}[,，、/・·][^()（）]{1,100})[)）]/u
const optionsIn = (text: string): string[] => {
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

// ---- Remove ------------------------------------------------------------------------------------------------------

/** What is asked away, without the asking. */
const AWAY =
  /\b(?:please|remove|delete|drop|ditch|scrap|bin|chuck out|do away with|take off|get shot of|lose|axe|leave out|get rid of|take out|take away|hide|without|(?:i )?don'?t (?:need|want)|no (?:more|longer)|the|my|any|that|this|part|thing|about|field|column|need|now|anymore)\b|请|把|删除|删掉|删了|去掉|移除|不要|隐藏|取消|字段|一栏|栏|了|吧|を|は|も|消して|消す|削除|なくして|外して|取り除いて|いらない|不要|除いて|隠して|ください|です|項目|欄|지워|삭제|없애|빼|줘요?|주세요|해|제거|숨겨|필요\s?없어?요?|항목|칸|필드|은|는|을|를/giu
/** One word of a longer label is enough where only one field has it: "delete the spot" of “Spot in the house”. */
function partlyNamed(clause: Clause): FieldHit[] {
  const words = contentStems(clause.text.replace(AWAY, ' '))
  if (!words.length || words.length > 4) return []
  const hits = visibleCollections(clause.spec).flatMap((collection) =>
    visibleFields(collection).flatMap((field) => {
      const label = contentStems(field.label)
      return words.every((word) => label.includes(word))
        ? [{ collection, field, score: 0.7, start: 0, end: clause.text.length, text: clause.text }]
        : []
    }),
  )
  return hits.length === 1 ? hits : []
}

export const removeField: Rule = (clause) => {
  // 喪中の人を除いて見たい: to see without them removes nothing.
  if (
    !is(clause, REMOVE) ||
    /(?:除い|のぞい|以外|抜い)て?.{0,3}(?:見|表示|出)|(?:除了|除去|排除|不看|不显示|去掉).{0,12}(?:的|以外|之外).{0,4}(?:看|显示|都)/.test(
      clause.text,
    )
  )
    return null
  const exact = hitsIn(clause)
  const hits = exact.length ? exact : partlyNamed(clause)
  const seen = new Set<string>()
  const chosen = hits.filter((hit) => {
    const overlaps = hits.some(
      (other) => other !== hit && other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
    )
    const key = `${hit.start}`
    if (overlaps || seen.has(key)) return false
    seen.add(key)
    return true
  })
  if (!chosen.length) return null
  const edits: SpecEdit[] = []
  const missing: string[] = []
  const said: string[] = []
  for (const { field, collection } of chosen) {
    const left = visibleFields(collection).filter(
      (one) => one.id !== field.id && !edits.some((edit) => edit.do === 'remove-field' && edit.field === one.id),
    )
    if (!left.length) {
      missing.push(field.label)
      continue
    }
    edits.push({ do: 'remove-field', collection: collection.id, field: field.id })
    said.push(SAY.removed[clause.language](field.label))
  }
  return said.length ? { edits, said: said.join(clause.language === 'en' || clause.language === 'ko' ? ', ' : '、'), missing } : null
}

// ---- Add ---------------------------------------------------------------------------------------------------------

const OPENING =
  /^(?:(?:can you|could you|please|i|we|and|also|want|need|would like|to|add|include|track|keep|note|record|put|insert|append|have|with|plus|attach|a|an|the|another|one|more|new|some|field|column|called|named|for|of|my)\s+)+|^(?:请|帮我|我|还|再|也|想|要|给|它|里面|加上?|添加|增加|新增|补充|加入|记录|一个|一栏|个|一列)+/iu
const CLOSING =
  /\s*(?:\b(?:too|as well|please|field|column|to (?:it|this|that|the app|each|every|the (?:form|list|app))(?:\s\w+)?|for (?:each|every)(?:\s\w+)?|option)\b|(?:的)?(?:字段|一栏|一列|栏|选项)|(?:も|を|も一緒に)?(?:追加|足|加え|入れ|つけ|付け|記録)(?:し|たい|て|で|く|ださい|る|ように|ほしい|欲しい|きる)*|(?:という|の)?(?:項目|欄|フィールド|列)|も?(?:ほしい|欲しい)(?:です)?|(?:항목|칸|필드|열)|(?:(?<!난이|온|습|속|밀|강|만족|중요|완성|선호|신선|숙련|위험|긴급)도|을|를)?\s?(?:추가|넣어|넣[자을]|더하자|붙이자|더해|붙여|달아|기록|포함)(?:하자|할래|할게|됐으면|해|하고|줘|주|세요|싶어|시켜|래|게|요|\s)*|(?:칸|항목|필드|란)(?:도|을|를|이|가)?(?:\s?(?:하나|좀))?(?:\s?만들(?:어|자|면)\s?(?:줘|주세요|요)?)?|(?:도|을|를)?\s?만들어\s?(?:줘|주세요|요)?|(?:도|을|를)?\s?(?:적을|쓸|입력할|기록할|넣을|남길|고를|볼)\s?수\s?있(?:게|도록|었으면|으면)[가-힣\s]*|(?:도|을|를)?\s?(?:적|쓰|남기|기록하|입력하)게\s?(?:해|하)[가-힣\s]*|(?:도|이|가)?\s?있으면 좋겠(?:어|다|네|음)?요?|(?:도|이|가)?\s?필요(?:해|함|할 ?듯)요?|(?:도|이|가)?\s?있어야\s?(?:돼|됨|되|해|함|할)[가-힣]*(?:\s듯)?|吧|了|ください)[。.!\s]*$/u

/** "add isbn to books", "members need an email too", 给会员加电话, 회원에 연락처 추가: where it goes is no part of what is added. */
function withoutHome(text: string, { spec }: Clause): string {
  for (const one of visibleCollections(spec))
    for (const name of [one.label, one.one]) {
      const label = `(?:the |my |our |each |every )?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:s|es)?`
      const found =
        new RegExp(`^${label} (?:(?:also )?(?:needs?|wants?|should (?:also )?have|has|have|gets?)) (.+)$`, 'i').exec(text) ??
        new RegExp(`^(.+?) (?:to|in|into|for|of|on) ${label}(?: too| as well| list)?$`, 'i').exec(text) ??
        new RegExp(`^(?:给|在|往)${name}(?:里|中|上)?(.+)$`, 'u').exec(text) ??
        new RegExp(`^${label}(?:にも|に|へ|에게|에도|에다|에|한테)\\s?(.+)$`, 'iu').exec(text)
      if (found?.[1] && name.length > 1) return found[1]
    }
  return text
}

/** The nouns asked to be added. */
function nounsOf(clause: Clause): string[] {
  let text = withoutHome(clause.text.replace(/[。.!！]+$/u, ''), clause).replace(
    / should be (?:a|an|its own|another|an extra) (?:field|column)(?: too| as well)?$/i,
    '',
  )
  for (let i = 0; i < 4; i++) text = text.replace(CLOSING, '').trim()
  text = text.replace(OPENING, '').trim()
  return text
    .split(LIST)
    .map((part) => part.replace(OPENING, '').replace(CLOSING, '').trim())
    .map((part) =>
      (questionIn(part, clause.language)?.label ?? cleaned(part, clause.language))
        .replace(/(?<=[가-힣]지)(?:도|를|가)$/, '')
        .replace(/(?<=.)[もをが]$/u, '')
        .replace(/^(?:an?|the)\s+/i, '')
        .trim(),
    )
    .filter((part) => part !== '' && part.length <= 60)
    .slice(0, 8)
}

/** A field with its options listed is a choice, whatever else the words could mean: "(cash, card)". */
export const addChoice: Rule = (clause) => (is(clause, ADD) && optionsIn(clause.text).length >= 2 ? addField(clause) : null)

/** "profit = sold price - parts cost, can you add that?": a field worked out from those that are there. */
export const addFormula: Rule = (clause) => {
  const [formula] = formulasOf(
    clause.text.replace(/^(?:please |can you |could you )*(?:also )?(?:add|include|show|compute|calculate) (?:a field |a column )?/i, ''),
  )
  if (!formula) return null
  for (const collection of visibleCollections(clause.spec)) {
    const fields = formula.names.map(
      (name) => fieldsNamed(name, [collection], { kinds: false }).find((hit) => hit.score >= 0.7 && FIGURES.has(hit.field.kind))?.field,
    )
    if (fields.some((field) => field === undefined) || collection.fields.length >= 40) continue
    const money = fields.find((field) => field?.kind === 'money')
    const label = asLabel(formula.label, 60)
    const field: Field = {
      id: freeId(
        /^[\x20-\x7e]+$/.test(label) ? label : 'worked',
        collection.fields.map((one) => one.id),
      ),
      label,
      kind: 'computed',
      formula: formula.pattern.replace(/\$(\d+)/g, (_, at: string) => fields[Number(at)]!.id),
      shows:
        money?.kind === 'money' && !/[%率율]|ratio|margin/i.test(label)
          ? { kind: 'money', currency: money.currency }
          : { kind: 'number', decimals: 2 },
    }
    return { edits: [{ do: 'add-field', collection: collection.id, field }], said: SAY.added[clause.language](label) }
  }
  return null
}
const FIGURES = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration', 'rating', 'computed'])

const EACH_HAS: RegExp[] = [
  /^(?:please |can you |could you )*(?:put|give|have|keep|note|write) (?:an? |the )([\w' -]{2,30}?) (?:on|for|to|with|by) (?:each|every|all)\b/i,
  /^(?:please |can you |could you )*(?:give|let) (?:each|every)(?: \w+)? (?:an? |have an? )([\w' -]{2,30})$/i,
  /^([\w' ]{3,40}?) ?[-,–:] ?(?:please )?(?:put|add|note|keep) (?:that|it|this) (?:on|for|to) (?:each|every|all)\b/i,
  /^([\w' -]{3,40}?) (?:should|ought to|needs to|must) be (?:on|in) (?:there|it|the (?:list|app))\b/i,
]
/** "put a price on each", "who does each one should be on there too": one quality more for every record. */
export const giveEach: Rule = (clause) => {
  const said = EACH_HAS.map((pattern) => pattern.exec(clause.text)?.[1]).find(Boolean)
  const noun = said?.replace(/^who (?:does|is doing|has|gets|takes)\b.*$/i, 'who')
  return noun ? addField({ ...clause, text: `add ${noun}`, low: `add ${noun.toLowerCase()}`, folded: fold(`add ${noun}`) }) : null
}

export const addField: Rule = (clause) => {
  const home = homeOf(clause)
  if (!home) return null
  const { collection } = home
  const options = optionsIn(clause.text)
  const listed = options.length >= 2
  const head = listed
    ? {
        ...clause,
        text: clause.text
          .replace(BRACKETED, '')
          .replace(/[:：(（].*$/u, '')
          .replace(/\b(?:with )?(?:options?|choices?)\b.*$/i, ''),
      }
    : clause
  const nouns = nounsOf(head)
  const said: string[] = []
  const edits: SpecEdit[] = []
  const taken = collection.fields.map((field) => field.id)
  for (const noun of nouns) {
    const known = collection.fields.find(
      (field) => fold(field.label) === fold(noun) || (partNamed(noun) !== undefined && partNamed(field.label)?.id === partNamed(noun)?.id),
    )
    if (known?.hidden) {
      edits.push({ do: 'restore-field', collection: collection.id, field: known.id })
      said.push(SAY.back[clause.language](known.label))
    } else if (known) said.push(SAY.there[clause.language](known.label))
    else if (collection.fields.length + edits.length < 40) {
      const field = fieldNamed(noun, clause, taken, listed ? options : [])
      taken.push(field.id)
      edits.push({ do: 'add-field', collection: collection.id, field })
      said.push(SAY.added[clause.language](field.label))
    }
  }
  return said.length
    ? {
        edits: [...edits, ...columnsFor(edits, clause)],
        said: said.join(clause.language === 'zh' ? ',' : clause.language === 'ja' ? '。' : ', '),
      }
    : null
}

/** Tables that name their columns would not show a new field. */
function columnsFor(edits: SpecEdit[], clause: Clause): SpecEdit[] {
  const added = edits.flatMap((edit) => (edit.do === 'add-field' ? [{ collection: edit.collection, id: edit.field.id }] : []))
  return clause.spec.views.flatMap((view): SpecEdit[] => {
    if (view.kind !== 'table' || !view.columns) return []
    const more = added.filter((one) => one.collection === view.collection).map((one) => one.id)
    return more.length ? [{ do: 'change-view', view: { ...view, columns: [...view.columns, ...more] } }] : []
  })
}

/** The collection that is named, else what the app is kept in: the log of habits rather than the list of their names. */
function homeOf(clause: Clause): { collection: Collection } | undefined {
  const named = collectionNamed(clause.text, clause.spec)
  if (!named || named.named) return named
  const bare = named.collection
  const log =
    visibleFields(bare).length <= 2
      ? visibleCollections(clause.spec).find((one) =>
          one.fields.some((field) => field.kind === 'relation' && field.required && field.to === bare.id),
        )
      : undefined
  return { collection: log ?? bare }
}

/** "an invoice paid checkbox": the last word is the kind of field, not its name. */
const TYPED: [RegExp, string][] = [
  [/\s*(?:\b(?:check ?box|tick ?box|yes\/no|toggle)|勾选框?|复选框|チェック(?:ボックス|欄)?|체크 ?박스|체크 ?[칸란]|체크)$/i, 'yesno'],
  [/\s*(?:\bstar rating|打星|の星評価|별점 평가)$/i, 'rating'],
]

function fieldNamed(noun: string, clause: Clause, taken: readonly string[], options: string[]): Field {
  const { language, ctx } = clause
  const unitSaid = /^(.{1,40}?)(?: in |\s?[(（])([a-zA-Z°/%]{1,12}|公斤|斤|厘米|毫升|キロ|킬로)[)）]?$/u.exec(noun)
  const unit = unitSaid ? findUnit(unitSaid[2]!, language)?.id : undefined
  const word = unit
    ? unitSaid![1]!.trim()
    : noun.replace(/\s*(?:out of \d+|\(?1\s?[-–~]\s?\d+\)?|from \d+ to \d+|\d+\s?(?:点満点|점 ?만점|分制))\s*/i, ' ').trim() || noun
  const counted = /^(.{1,40}?)\s?[(（](?:개|명|회|번|장|권|쪽|페이지|마리|잔|병|통|대|곡|편|점|세트|박스|단|송이|판|알)[)）]$/u.exec(
    noun,
  )?.[1]
  if (counted) return fieldFor(freeId(partNamed(counted)?.id ?? 'number', taken), 'num', asLabel(counted), language, ctx.currency)
  const typed = TYPED.find(([pattern]) => pattern.test(word) && word.replace(pattern, '').trim() !== '')
  if (typed) {
    const bare = word.replace(typed[0], '').trim()
    return fieldFor(
      freeId(partNamed(bare)?.id ?? (/^[\x20-\x7e]+$/.test(bare) ? bare : 'extra'), taken),
      typed[1],
      asLabel(bounded(bare, 60)) || bare,
      language,
      ctx.currency,
    )
  }
  const part = partNamed(word)
  const id = freeId(part?.id ?? (/^[\x20-\x7e]+$/.test(word) ? word : 'extra'), taken)
  const label = asLabel(bounded(word, 60)) || word
  if (options.length >= 2) return { id, label, kind: 'choice', options: withOptions([], options) }
  const scale = SCALE.exec(clause.low)
  const max = scale ? Number(scale[1] ?? scale[2] ?? scale[3]) : undefined
  const kind = unit ? `qty:${unit}` : (part?.kind ?? questionIn(word, language)?.kind ?? guessKind(word))
  const made = fieldFor(id, kind, label, language, ctx.currency)
  return made.kind === 'rating' && max !== undefined && max >= 2 && max <= 10 ? { ...made, max } : made
}

/** "shipped yes/no too", "add: watered (y/n)": the answers are said, and so the kind of field. */
export const YES_NO =
  /^(?:please )?(?:also )?(?:add |include )?(?:an? |the )?([\p{L}' -]{2,30}?)[ :,]+\(?(?:yes\/no|y\/n|yes or no)\)?(?: too| as well| please| field)*[.!]?$/iu
export const addYesNo: Rule = (clause) => {
  const label = YES_NO.exec(clause.text.trim())?.[1]
  const { collection } = clause
  if (!label || !collection || collection.fields.length >= 40) return null
  const id = freeId(
    label,
    collection.fields.map((one) => one.id),
  )
  const field: Field = { id, label: asLabel(label), kind: 'yesno' }
  return { edits: [{ do: 'add-field', collection: collection.id, field }], said: SAY.added[clause.language](field.label) }
}
