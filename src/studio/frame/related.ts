/**
 * Whether a request speaks of several collections that belong together: "clients and their pets and visits",
 * 学生、课程和成绩, メンバーと会費の支払い. Things and events are found as whole nouns of an enumeration; what stands after one of
 * them in words of having ("with", brackets) stays a quality of it. Pure; linear in the length of the request.
 */
import { foldHan } from '../../base/language/han.ts'
import type { Language } from '../../spec.ts'
import { tellsQuality } from '../rules/clauses.ts'
import { cleaned } from '../rules/clean.ts'
import { isQuality, LAST_DONE } from '../rules/guess.ts'
import { key, partNamed } from '../rules/parts.ts'
import { formsOfNoun, ROWS, type Row, singularOf } from '../rules/relating.ts'
import { asLabel } from '../rules/words.ts'
import { askedFor } from './kinds.ts'
import type { Asked, Frame } from './types.ts'
import { OPTION_HEAD } from './words.ts'

export type Member = { row: Row; label: string; one: string; start: number; end: number; asked: Asked[] }
/** `pairs`: said to be whose: the first has the second. */
export type Related = { things: Member[]; events: Member[]; pairs: [Member, Member][] }

const CHAR = '[\\p{L}\\p{N}]'
const LEAD: Record<Language, string> = {
  en: '(?:^|[,;:(&\\n/+]|\\b(?:and|with|of|per|for|by|from|each|every|their|its|his|her|my|our|your|the|all|track|tracking|log|manage|managing|keep|about|to|both|plus|new|\\p{L}{3,})|\\w\\u0027s?)\\s*$',
  zh: '(?:^|[,;:()、，；：（\\s]|[和跟与及的或]|以及|还有|管理|记录|每[个位次本]|各|我们?|店里?|班级|按)$',
  ja: '(?:^|[,;:()、，；：（\\s・]|[とのやもをは]|および|各|別)$',
  ko: '(?:^|[,;:()\\s·/]|의|별)$',
}
const TAIL: Record<Language, string> = {
  en: "^(?:$|[,.;:()&!?\\n/+]|'s?\\b|\\s*[-–—](?=\\s)|\\s+(?:and|with|per|who|what|when|that|for|in|to|by|i|we|at|from|on|plus|including|please|app|tracker|log|logs|list|records?|history|database|manager|\\(|&|of|each))",
  zh: '^(?:$|[,;:()、，；：。（）\\s]|[和跟与及的或]|以及|还有|管理|记录|信息|情况|各|应用|系统|表)',
  ja: '^(?:$|[,;:()、，；：。（）\\s・]|[とのやもをが]|および|管理|記録|记录|ごと|别|一览|台帐|アプリ|リスト|履历|履歴|历)',
  ko: '^(?:$|[,;:().\\s·/]|들?(?:이?랑|하고|와|과|의|을|를|도|별|이|가|은|는|마다)(?=$|[\\s,.])|관리|기록|내역)',
}
/** Between two of them: the first has the second. */
const HAVING: Record<Language, RegExp> = {
  en: /^(?:,? and|,|:| with)?\s*(?:(?:all|each) of )?(?:their|its|his|her)\s*$|^'s?\s*$|^ (?:with|having)\s*$/,
  zh: /^(?:和|及|跟|与|、)?(?:他们|它们|她们|其)?的?各?自?的$/,
  ja: /^(?:と|や)?(?:その|それぞれの|彼らの)$|^の$|^ごとの$/,
  ko: /^(?:들)?(?:이?랑|과|와)?\s?(?:그|각자의|자기)\s?$|^들?의\s?$|^(?:별|마다)\s?$/,
}
const PER = / (?:per|for each|for every|by) $/

export function relatedIn(frame: Frame): Related | null {
  const { language, low } = frame
  if (
    low.length > 600 ||
    frame.formulas.length ||
    ['split', 'repetition', 'quiz', 'timer', 'score', 'pick'].some((one) => frame.behaviours.has(one))
  )
    return null
  if (frame.asked.length >= 2 && frame.asked.some(({ label, kind }) => /^date/.test(kind) && LAST_DONE.test(label))) return null
  const headed = headedIn(frame)
  if (headed) return headed
  const found = [...namedIn(low, frame), ...clausesIn(low, language)].sort((a, b) => a.start - b.start)
  const groups = groupsIn(frame, found)
  if (groups.length >= 2)
    return {
      things: groups.filter((one) => one.row.role === 'thing'),
      events: groups.filter((one) => one.row.role === 'event'),
      pairs: pairsIn(low, language, groups, new Map()),
    }
  const members: Member[] = []
  const alias = new Map<Member, Member>()
  for (const one of found) {
    const same = members.find((each) => each.row.id === one.row.id)
    if (same) alias.set(one, same)
    else members.push(one)
  }
  const events = members.filter((one) => one.row.role === 'event')
  let things = members.filter((one) => one.row.role === 'thing')
  if (events.length && !things.length) things = unknownBefore(frame, events[0]!)
  const pairs = pairsIn(low, language, [...found, ...things.filter((one) => !found.includes(one))], alias)
  if (!things.length || (events.length ? !apart(low, things, events, language) : things.length < 2 || !bound(things, pairs))) return null
  if (isFieldList(frame, found)) return null
  for (const asked of frame.asked) give(asked, [...things, ...events], found, frame)
  return { things, events, pairs }
}

/** 学生要有姓名、年级;学费要记…, 本(題名・作者)と貸出(…): each told with what is kept of it. */
function headedIn(frame: Frame): Related | null {
  const { language, phrases } = frame
  if (language !== 'zh' && language !== 'ja') return null
  const heads = [...new Set(phrases.map((one) => one.head))].filter((head) => head !== undefined && !OPTION_HEAD.test(head))
  const nested = (head: string) => phrases.some((one) => one.text === head && one.head !== undefined)
  const lists = heads
    .filter((head) => !nested(head!))
    .map((head) => ({ noun: cleaned(head!, language), of: phrases.filter((one) => one.head === head) }))
  const all = lists.flatMap(({ of }) => of)
  if (
    lists.length < 2 ||
    lists.some(({ noun, of }) => of.length < 2 || noun.length < 1 || noun.length > 8 || partNamed(noun)?.kind === 'text+')
  )
    return null
  if (all.filter((one) => tellsQuality(one.text, language)).length * 2 < all.length) return null
  const members = lists.map(({ noun, of }): Member => {
    const refers = of.filter((one) => lists.some((other) => other.noun !== noun && WHICH.test(one.text) && one.text.includes(other.noun)))
    const event = refers.length > 0
    const row = rowFor(noun, language, event)
    const asked = frame.asked.filter(
      (one) => of.some((each) => each.start === one.start) && !refers.some((each) => each.start === one.start),
    )
    return { row, label: asLabel(noun), one: asLabel(noun), start: of[0]!.start, end: of.at(-1)!.end, asked }
  })
  const unique = members.filter((one, at) => members.findIndex((each) => each.row.id === one.row.id) === at)
  const things = unique.filter((one) => one.row.role === 'thing')
  return unique.length >= 2 && things.length ? { things, events: unique.filter((one) => one.row.role === 'event'), pairs: [] } : null
}
const WHICH = /哪|どの|何の|所属|の名前/
const rowFor = (noun: string, language: Language, event: boolean): Row => {
  const known =
    ROWS.find((row) => row.words[language].some((word) => foldHan(word) === foldHan(noun))) ??
    ROWS.find((row) => row.words[language].some((word) => word.length >= 2 && foldHan(noun).endsWith(foldHan(word))))
  if (known) return known
  return event
    ? { ...NO_ROW, id: `event${noun.length}`, role: 'event', icon: '🗓️', fields: 'date! note' }
    : { ...NO_ROW, id: `thing${noun.length}`, role: 'thing', fields: 'name! note' }
}
const NO_ROW = { icon: '📦', people: false, of: [], words: { en: [], zh: [], ja: [], ko: [] } }

/** 회원(이름, 전화)이랑 수업(날짜, 강사): each noun with what is noted of it in brackets. Choices ("status (new, used)") are none. */
const GROUP = /([\p{L}]{1,12})\s?[(（]([^()（）]{2,100})[)）]/gu
function groupsIn(frame: Frame, found: readonly Member[]): Member[] {
  const { language, low } = frame
  if (!APART[language]?.test(low)) return []
  return [...low.matchAll(GROUP)].flatMap(({ index, 1: noun = '', 2: inside = '' }) => {
    const end = index + noun.length
    const parts = inside.split(/\s*[,、，·・/]\s*/).filter(Boolean)
    const qualities = parts.filter((one) => partNamed(one) !== undefined || isQuality(one)).length
    if (parts.length < 2 || qualities === 0) return []
    const said = frame.reading.text.slice(index, end)
    const known = found.find((one) => one.end === end)
    const row: Row = known?.row ?? { ...NO_ROW, id: 'thing', role: 'thing', fields: 'name! note' }
    const asked = parts.map((one) => askedFor(one, low.indexOf(one, end), frame))
    return [{ row, label: asLabel(said), one: asLabel(said), start: index, end, asked }]
  })
}
/** Kept each in a list of its own. */
const APART: Partial<Record<Language, RegExp>> = {
  en: /\b(?:separate(?:ly)?|each on its own|in two lists|their own lists?)\b/,
  ko: /따로|각각|별도|나눠서/,
}
function namedIn(low: string, frame: Frame): Member[] {
  const { language } = frame
  const hits: Member[] = []
  for (const row of ROWS)
    for (const word of row.words[language]) {
      const forms = language === 'en' ? formsOfNoun(word) : { one: word, many: word }
      // In English one of a kind is only counted on after "each", "per" and the like; else it is the name of a field.
      for (const form of new Set([forms.many, ...(language === 'en' ? [forms.one] : [])])) {
        const wanted = foldHan(form.toLowerCase())
        for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
          const end = at + wanted.length
          if (!new RegExp(LEAD[language], 'u').test(low.slice(0, at)) || !new RegExp(TAIL[language], 'u').test(low.slice(end))) continue
          if (language === 'en' && isQualified(low, at, frame)) continue
          if (form !== forms.many && !/\b(?:per|each|every)\s$/.test(low.slice(0, at))) continue
          hits.push({
            row,
            label: asLabel(language === 'en' ? forms.many : frame.reading.text.slice(at, end)),
            one: asLabel(language === 'en' ? forms.one : frame.reading.text.slice(at, end)),
            start: at,
            end,
            asked: [],
          })
        }
      }
    }
  const longest = hits.sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept = longest.filter((hit, at) => !longest.slice(0, at).some((other) => hit.start < other.end && hit.end > other.start))
  // 점검 여부 in a list: part of a longer name, and nothing that happens.
  const within = ({ start, end }: Member) =>
    language === 'ko' &&
    frame.phrases.some((one) => one.head !== undefined && start >= one.start && end <= one.end && one.end - one.start > end - start + 2)
  // 미용 예약: the last of two nouns that only a space parts is what it is.
  return kept.filter((one) => !within(one) && !kept.some((next) => next.start > one.end && /^ +$/.test(low.slice(one.end, next.start))))
}

/** "max players", "paper books" in a list of qualities: the noun is measured there, and is no collection. */
function isQualified(low: string, at: number, frame: Frame): boolean {
  const phrase = frame.phrases.find((one) => at >= one.start && at < one.end)
  if (!phrase || phrase.after === 'start' || frame.phrases.filter((one) => one.sentence === phrase.sentence).length < 5) return false
  return /^(?:any|min|max|minimum|maximum|number|total|average|favou?rite|last|first|next|no|how|most|least)\b/.test(
    low.slice(phrase.start, at),
  )
}

/** What happens, told as a clause: "who borrowed what and when it is due", 谁借了什么, 誰が何を借りたか, 누가 뭘 빌렸는지. */
const CLAUSES: [event: string, Record<Language, RegExp>][] = [
  [
    'loan',
    {
      en: /\bwho (?:has |have |is )?(?:borrow(?:ed|s|ing)?|took|taken|checked out|got|has) (?:what|which|it|them|a |each)[^,.;]*(?:(?:,|and)[^,.;]*\b(?:due|back|return\w*)\b[^,.;]*)?/,
      zh: /谁借(?:了|走了?|的)?(?:什么|哪[本个些]?)?书?|借(?:给|了)谁/,
      ja: /[谁誰]が(?:何|どれ|どの本)?を?借りた(?:か)?|[谁誰]に贷した(?:か)?/,
      ko: /누가 ?(?:뭘|무엇을|무슨 책을|어떤 책을|뭐)? ?(?:언제까지 ?)?(?:빌려?[갔렸가]\S*|대출\S*)/,
    },
  ],
  [
    'cooking',
    {
      en: /\b(?:what|which|when) (?:one )?(?:i|we) (?:cooked|made|cook)(?: (?:what|them|it|which))?(?: and)?(?: when)?/,
      zh: /(?:什么时候|哪天)做(?:了|过)?(?:什么|哪道)?/,
      ja: /いつ(?:何|どれ)?を?作った(?:か)?/,
      ko: /언제 ?(?:뭘|무엇을)? ?(?:만들|요리)\S*/,
    },
  ],
  [
    'payment',
    {
      en: /\b(?:who (?:has |have )?paid|what (?:they|each(?: of them)?|everyone|everybody)(?: has| have)? (?:paid|pays?|owes?))\b[^,.;]*/,
      zh: /谁(?:交|付|缴)(?:了|过)?\S{0,4}/,
      ja: /[谁誰]が(?:いつ)?(?:払|支払|纳め)\S*?か/,
      ko: /누가 ?(?:언제 )?(?:냈|납부)\S*/,
    },
  ],
]
function clausesIn(low: string, language: Language): Member[] {
  return CLAUSES.flatMap(([id, patterns]) => {
    const found = patterns[language].exec(low)
    const row = ROWS.find((one) => one.id === id)
    if (!found || !row) return []
    const word = row.words[language][0] ?? id
    const { one, many } = language === 'en' ? formsOfNoun(word) : { one: word, many: word }
    return [{ row, label: asLabel(many), one: asLabel(one), start: found.index, end: found.index + found[0].length, asked: [] }]
  })
}

const UNKNOWN: Record<Language, RegExp> = {
  en: /(?:^|[\s:,])(?:my |our |the |all )?((?:[a-z-]+ )?[a-z-]{3,}s)(?:,)? (?:and|with) (?:(?:their|its|all their) )?(?:[a-z-]+ )?$/,
  zh: /(?:^|[\s:：,，]|我的|管理|记录)([\p{Script=Han}a-z]{2,6}?)(?:和|与|及)(?:它们?的|其)?$/u,
  ja: /(?:^|[\s:、]|の)([\p{Script=Han}\p{Script=Katakana}ーa-zり]{2,8})と(?:その|それぞれの)?$/u,
  ko: /(?:^|[\s:,])([가-힣a-z]{2,8}?)(?:이랑|랑|와|과|하고|별|마다)\s?(?:그 )?$/,
}
const KEPT_ALONE =
  /spending|expens|payment|income|bill|cost|budget|note|goal|habit|workout|symptom|mood|sleep|meal|date|medic|reminder|支出|收入|花|症状|薬|药|体重|心情|予定|日程|지출|수입|약|증상|기분|일정|날짜/
/** A thing no row knows, joined to what happens with it: "telescopes and their repairs", 无人机和维修记录. */
function unknownBefore(frame: Frame, event: Member): Member[] {
  const { language, low } = frame
  const said = UNKNOWN[language].exec(low.slice(0, event.start))
  const words = said?.[1]?.trim()
  if (!words || KEPT_ALONE.test(words) || partNamed(words) || isQuality(words)) return []
  const noun = language === 'en' ? (words.split(' ').at(-1) ?? words) : words
  const one = language === 'en' ? singularOf(noun) : noun
  const start = low.lastIndexOf(noun, event.start)
  if (!one || start < 0 || frame.mentions.some((each) => each.start < start + noun.length && each.end > start && each.concept.field))
    return []
  const row: Row = { ...NO_ROW, id: 'thing', role: 'thing', fields: 'name! note' }
  const label = frame.reading.text.slice(start, start + noun.length)
  return [{ row, label: asLabel(label), one: asLabel(language === 'en' ? one : label), start, end: start + noun.length, asked: [] }]
}

function pairsIn(low: string, language: Language, found: Member[], alias: Map<Member, Member>): [Member, Member][] {
  const own = (one: Member) => alias.get(one) ?? one
  return [...found]
    .sort((a, b) => a.start - b.start)
    .flatMap((one, at, all): [Member, Member][] => {
      const next = all[at + 1]
      if (!next || own(one) === own(next)) return []
      const between = low.slice(one.end, next.start)
      if (HAVING[language].test(between)) return [[own(one), own(next)]]
      return language === 'en' && PER.test(between) ? [[own(next), own(one)]] : []
    })
}

/** They are nouns beside each other, not one compound ("vet visits", 植物浇水记录). */
const apart = (low: string, things: Member[], events: Member[], language: Language): boolean =>
  things.some((thing) =>
    events.some((event) => {
      const [a, b] = thing.start < event.start ? [thing, event] : [event, thing]
      const between = low.slice(a.end, b.start)
      return language === 'en'
        ? /[,;:&+']|\b(?:and|with|per|their|each|by|for)\b/.test(between)
        : new RegExp(`[^\\s]|${CHAR}`, 'u').test(between)
    }),
  )

/** Two things alone are two lists unless one is said to have the other. */
const bound = (things: Member[], pairs: [Member, Member][]): boolean =>
  pairs.some(([a, b]) => things.includes(a) && things.includes(b)) ||
  things.some((one) => one.row.of.some((id) => things.some((each) => each.row.id === id)) && things.length >= 3)

/** A list of qualities in which a noun of ours stands as well: 预约记录:客户、日期、价格. */
function isFieldList(frame: Frame, found: Member[]): boolean {
  const colon = /[:：]/.exec(frame.low)?.index ?? -1
  const head = colon < 0 ? [] : found.filter((one) => one.end <= colon)
  const rest = colon < 0 ? found : found.filter((one) => one.start > colon)
  if (head.some((one) => one.row.role === 'event') && !head.some((one) => one.row.role === 'thing')) return true
  // After the colon only qualities: "books: title, author".
  if (colon >= 0 && rest.length < 2 && !head.some((one) => one.row.role === 'event')) return true
  if (frame.language === 'en') return false
  const first = rest[0]
  if (!first) return false
  const among = frame.low
    .slice(colon + 1)
    .split(/[,、，·]|[和と]|(?:이랑|랑|와|과)\s/)
    .map((one) => one.trim())
  return (
    among.filter((one) => partNamed(one) && !found.some((each) => frame.low.slice(each.start, each.end) === one)).length >= 2 &&
    among.length >= 4
  )
}

/** A quality goes to the last of them that was said before it; the nouns themselves and clauses are no qualities. */
function give(asked: Asked, members: Member[], found: Member[], frame: Frame): void {
  const label = key(asked.label)
  const at = Math.max(asked.start, frame.low.indexOf(label, asked.start))
  if (
    [...members, ...found].some(
      (one) => (at < one.end && at + label.length > one.start) || key(one.label) === label || key(one.one) === label,
    )
  )
    return
  if (!asked.part && asked.kind === 'text+' && frame.language === 'en' && /\b(?:who|what|when|it|is|their|each|per)\b/.test(label)) return
  const home = members.filter((one) => one.end <= at).sort((a, b) => b.end - a.end)[0]
  home?.asked.push(asked)
}
