/** One more of what a collection keeps: "add a habit called stretching", "add Clara" where a bill is split. */
import type { Reading } from '../../base/language/types.ts'
import { once } from '../../base/once.ts'
import { fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { AppSpec, Collection } from '../../spec.ts'
import { cue } from '../cues.ts'
import { isQuality } from '../qualities.ts'
import { segmentsOf } from '../slots.ts'
import { fill } from './fill/fill.ts'
import type { Entries, EntryContext } from './types.ts'
import { readAs } from './verb.ts'

const PERSON =
  /^(?:also )?add ([\p{L}]{2,20})$|^加上?([^\s一个]{1,6})$|^([^\s、をに]{1,10})(?:も|を)追加(?:して)?(?:ください)?$|^([^\s]{1,8})(?:도)? 추가해 ?줘(?:요)?$/iu
/** Who joins in: "Tom is joining us too, add him", 小王也参加, 田中さんも参加します, 태민이도 같이 가. */
const JOINS =
  /^(\p{Lu}\p{L}{1,20})(?:'s| is| will be)? (?:also )?(?:joining|coming|playing|in)(?: us| with us| along)?(?: too| as well)?(?:[,.!].*)?$|^([^\s,，也]{1,6})也(?:参加|来|加入|一起|要来|要去).*$|^([^\s、をに]{1,10})も(?:参加|来|加わ|入り|一緒).*$|^([가-힣]{2,6}?)(?:이)?도 (?:참가|참여|합류|같이|함께|온|와|왔|껴|끼).*$/u
/** "add Clara" where a bill is split: one more to share it. */
function personNamed(reading: Reading, spec: AppSpec): Member | undefined {
  const split = spec.behaviours.find((one) => one.kind === 'split' || one.kind === 'score' || (one.kind === 'pick' && one.members))
  const members =
    split?.kind === 'split' ? split.members : split?.kind === 'score' ? split.players : split?.kind === 'pick' ? split.members : undefined
  const collection = members ? spec.collections.find((one) => one.id === members) : undefined
  const text = reading.text.trim()
  const found = collection && (JOINS.exec(text) ?? kinNamed(text) ?? (split?.kind === 'split' ? PERSON.exec(text) : null))
  const words = found?.slice(1).find((part) => part !== undefined)
  return collection && words && !isQuality(fold(words)) && !cue(fold(words), 'view') && !cue(fold(words), 'setting')
    ? { collection, words, at: reading.text.indexOf(words) }
    : undefined
}

/** おばあちゃんも入れて, 把爷爷也加上: kin are no chores, whatever is done with them. */
const KIN =
  /^(?:把|再)?((?:お?(?:父|母|兄|姉|祖父|祖母|じい|ばあ|爺|婆|にい|ねえ)(?:さん|ちゃん)?|パパ|ママ|弟|妹|夫|妻|[^\s、をもに]{1,6}(?:さん|ちゃん|くん)|爸爸|妈妈|爷爷|奶奶|哥哥|姐姐|弟弟|妹妹|外公|外婆|老公|老婆|[小老阿]\p{Script=Han}))(?:も|を|也)?(?:入れ|追加|加え|加上?|加进来?|算上|算进来?).{0,6}$/u
const kinNamed = (text: string) => KIN.exec(text)

/** Called like a choice of its own: 기분에 피곤 추가 is one more mood to choose, not one more day. */
const namesChoice = (collection: Collection): boolean =>
  visibleFields(collection).some((field) => field.kind === 'choice' && [collection.label, collection.one].includes(field.label))

/** A name with a capital, or what one calls a person: "Uncle Bob", grandma, 王叔叔, 田中さん, 지민이 이모. */
const CALLED =
  /^(?:\p{Lu}[\p{L}'’.-]*(?:,? (?:and |& )?\p{Lu}[\p{L}'’.-]*){0,5}|(?:(?:my|our) )?(?:great[- ])?(?:uncle|aunt(?:ie|y)?|grand(?:ma|pa|mother|father)|nana|cousin|mum|mom|dad|mother|father|sister|brother|niece|nephew|boss|neighbou?rs?|mrs?|ms|dr|prof)\b[\p{L}'’. -]{0,30}|.{0,6}(?:叔叔?|阿姨|伯伯?|姑姑|舅舅?|爷爷|奶奶|外公|外婆|老师|同学|先生|女士|小姐|表[哥姐弟妹]|さん|ちゃん|くん|君|様|先輩|おじ|おば|삼촌|이모|고모|할머니|할아버지|씨|님|선배|언니|오빠|누나))$/u
const ADDED =
  /^(?:please )?(?:also )?(?:add|invite|put down|include) (.{2,40}?)(?: (?:too|as well|to (?:the )?(?:guest )?list|please))*[.!]?$|^(?:再|也)?(?:请|加上?|添加|邀请|加一[个位])(.{2,12})$|^(.{2,14}?)(?:も|を)(?:追加|招待|入れて).*$|^(.{2,12}?)(?:도|을|를)?\s?(?:추가|초대|넣어).*$/iu
const PEOPLE = new Set(['guests', 'contacts', 'friends', 'people'])
/** "add Uncle Bob" to a guest list: a person by what they are called, and no quality of the guests. */
function guestNamed(reading: Reading, spec: AppSpec): Member | undefined {
  const collection = visibleCollections(spec).find((one) => PEOPLE.has(one.concept ?? ''))
  const words = collection
    ? ADDED.exec(reading.text.trim())
        ?.slice(1)
        .find((part) => part !== undefined)
    : undefined
  return collection && words && CALLED.test(words) && !isQuality(fold(words))
    ? { collection, words, at: reading.text.indexOf(words) }
    : undefined
}

/** `whole`: in quotes, one name whatever it holds. */
type Member = { collection: Collection; words: string; at: number; whole?: boolean }
export const ESCAPED = /[.*+?^${}()|[\]\\]/g
/** "add a habit called stretching", 加一个习惯:冥想, カードを追加:…, 습관에 명상 추가: one more of what a collection keeps. */
export const memberNamed = once(memberIn, (spec: AppSpec) => [spec])
function memberIn(reading: Reading, spec: AppSpec): Member | undefined {
  if (reading.text.length > 300) return undefined
  const shown = visibleCollections(spec)
  for (const collection of shown) {
    const people = /people|members?|friends?|players?|family/i.test(`${collection.id} ${collection.concept ?? ''}`)
      ? ['person', 'member', 'friend', 'player', '人', '成员', '朋友', '玩家', 'メンバー', '友達', '사람', '멤버', '친구', '참가자']
      : []
    const names = [...new Set([collection.one, collection.label, ...people])]
      .filter((name) => name.length > 1 || /[^\x20-\x7e]/.test(name))
      .sort((a, b) => b.length - a.length)
      .map((name) => fold(name).replace(ESCAPED, '\\$&'))
    const name = `(?:my |the )?(?:${names.join('|')})(?:s|es)?`
    for (const [pattern, plain] of patternsFor(name)) {
      const found = new RegExp(pattern, 'iu').exec(fold(reading.text))
      const raw = found?.slice(1).find((part) => part !== undefined)
      if (!found || !raw) continue
      const at = found.index + found[0].indexOf(raw)
      const whole = /^[《「『“"].+[》」』”"]$/u.test(raw.trim())
      const words = reading.text
        .slice(at, at + raw.length)
        .replace(/[.。!！\s]+$/u, '')
        .replace(/^["'“「『《]|["'”」』》]$/gu, '')
        .trim()
      if (whole && words) return { collection, words, at: reading.text.indexOf(words), whole }
      if (
        !words ||
        (plain && /^(?:fields?|columns?|to |for |list|view|字段|项目|栏|的|項目|欄|列|항목|칸|필드)|字段$|項目$|欄$|항목$/iu.test(words))
      )
        continue
      // 난이도: what looks like a particle may be the end of the word; and an option is no record.
      if (plain && (isQuality(fold(reading.text.slice(at, at + raw.length + 1))) || namesChoice(collection))) continue
      if (plain && (cue(fold(words), 'setting') || cue(fold(words), 'view') || isQuality(fold(words)))) continue
      return { collection, words, at }
    }
  }
  return criterionNamed(reading, spec) ?? properlyNamed(reading, shown) ?? personNamed(reading, spec) ?? guestNamed(reading, spec)
}

/** "also judge on sports": one more by which the options are weighed. */
function criterionNamed(reading: Reading, spec: AppSpec): Member | undefined {
  const decides = spec.behaviours.find((one) => one.kind === 'decision')
  const collection = decides?.kind === 'decision' ? spec.collections.find((one) => one.id === decides.criteria) : undefined
  const words = collection
    ? /^(?:please |can you |could you )*(?:also |and )?(?:judge|compare|score|rate|rank|weigh)(?: (?:them|it|each|all))?(?: also)? (?:on|by|for) ([\w' -]{2,40}?)(?: too| as well)?[.!]?$/i.exec(
        reading.text,
      )?.[1]
    : undefined
  return collection && words ? { collection, words, at: reading.text.indexOf(words) } : undefined
}

/** "add a player Ben": after the word for what it is, a name of its own. */
function properlyNamed(reading: Reading, shown: Collection[]): Member | undefined {
  for (const collection of shown)
    for (const name of [collection.one, collection.label]) {
      const found = new RegExp(
        `^(?:please )?(?:add|new)(?: an?| another| the)? (?:new )?${fold(name).replace(ESCAPED, '\\$&')} `,
        'i',
      ).exec(fold(reading.text))
      const words =
        found &&
        reading.text
          .slice(found[0].length)
          .replace(/[.!]+$/, '')
          .trim()
      if (words && /^\p{Lu}[\p{L}' -]{1,30}$/u.test(words)) return { collection, words, at: found[0].length }
    }
  return undefined
}

const patternsFor = (name: string): [pattern: string, plain: boolean][] => [
  [`^(?:please )?(?:add|new|create)(?: a| an| another| the| one more)?(?: new)? ${name}(?: called| named|\\s?[:：,-])\\s*(.+)$`, false],
  [`^(?:please )?(?:add|put) (.+?) (?:to|on|in|into) ${name}(?: list)?$`, true],
  [`^(?:please )?(?:also )?(?:add|put|include|use) (.+?)(?: in)? as (?:an?|another|one more) (?:new )?${name}$`, true],
  [`^(.+?)(?:도|을|를)? ${name}에(?:도)? ?(?:추가|넣|더해|포함).*$`, true],
  [`^(.+?)(?:も|を)${name}に(?:追加|入れ|加え|足し).*$`, true],
  [`^(?:请|帮我|再)*(?:加|添加|新增|增加|新建)(?:一?[个条项张本位只笔])?(?:新的?)?${name}\\s*(?:[:：,]|叫做?|名叫|为)\\s*(.+)$`, false],
  [`^(?:请|帮我|再)*(?:加|添加|新增|增加)(?:一?[个条项张本位只])(.+?)(?:到|进)${name}(?:里|中)?$`, true],
  // 再加一款森海塞尔: counted as things are, and no part of the app.
  // 加一个鱼油 早上一粒: a dose tells that it is taken, and no part of the app.
  [
    `^(?:请|帮我|再)*(?:加|添加?)(?:上|一[个种样])?(.+?)\\s*(?:每天)?(?:早上|中午|晚上|早晚|睡前|饭前|饭后)+(?:各)?[一二两三半\\d]+(?:片|粒|颗|包|勺|滴|支|袋)$`,
    true,
  ],
  [`^(?:请|帮我|再)*(?:添|种|栽|养)(?:了)?一?(?:盆|棵|株|个|只|条)(.{1,})$`, true],
  [`^(?:请|帮我|再)*(?:加|添加|来)一?(?:款|台|部|辆|位|名|支|瓶|道|间|所|首|篇|盆|棵|箱|双|件|本(?=《))(.{2,})$`, true],
  [`^(?:把)(.+?)(?:加到|加进|添加到|加入)${name}(?:里|中)?$`, true],
  [`^(?:在|给|往)?${name}(?:里|中)(?:再)?(?:加上?|添加|增加)(?:一?[个条项张本位只])?(.+)$`, true],
  [`^(?:新しい)?${name}(?:を追加)?\\s*[:：]\\s*(.+)$`, false],
  [`^新(?:来的?|的|增)?${name}\\s*[:：,，]?\\s+(.+)$`, false],
  [`^新しい${name}\\s*[:：、]?\\s+(.+)$`, false],
  [`^(.+?)(?:という|って)(?:新しい)?${name}を?(?:追加|登録|作).*$`, false],
  [`^${name}に(.+?)(?:を|も)?(?:追加|足して|加えて|入れて|登録).*$`, true],
  [`^(?:새로운 |새 )?${name}(?:을|를)? ?(?:추가)?\\s*[:：]\\s*(.+)$`, false],
  [`^(.+?)(?:이라는|라는) ${name}(?:을|를|도)? ?(?:추가|등록|만들).*$`, false],
  [`^${name}에 ?(.+?)(?:을|를|도)? ?(?:추가|넣어|더해|등록).*$`, true],
]

export function newMember({ collection, words, whole }: Member, reading: Reading, spec: AppSpec, ctx: EntryContext): Result<Entries> {
  const inner = readAs(words, reading, ctx)
  const entries = (whole ? [{ reading: { ...inner, values: [] }, shared: [] }] : segmentsOf(inner, collection))
    .map((segment) => fill(segment, collection, spec, ctx))
    .filter((entry) => entry.said > 0)
  if (!entries.length) return fail('nothing-said', 'Nothing in these words could be noted.')
  return ok({
    ops: entries.map((entry) => ({ do: 'create', collection: collection.id, values: entry.values })),
    unsure: [...new Set(entries.flatMap((entry) => entry.unsure))],
  })
}
