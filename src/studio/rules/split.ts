/**
 * A request cut into phrases: sentences, clauses, heads of lists ("status: todo, doing") and the items of
 * enumerations, in four languages. Values that were read ("5,000 yen", "3/4") are never cut.
 */
import type { Found, Reading } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import { isQuality } from './guess.ts'
import { partNamed } from './parts.ts'
import { listCuts, saidCuts, WORD_KO, withoutAsides } from './split-ko.ts'

export type Phrase = {
  /** As in the text, trimmed. */
  text: string
  start: number
  end: number
  /** What stood before it: the start of a sentence, a colon, a comma or list mark, a joining word, or a word that introduces qualities. */
  after: 'start' | 'colon' | 'comma' | 'mark' | 'and' | 'with'
  /** Index of the sentence. */
  sentence: number
  /** The words before the colon of the list it stands in. */
  head?: string
  /** In the marks of a title: 《晴天》. */
  titled?: boolean
  /** It stands in brackets after its head: "platform (Vinted, eBay)", サイズ(cm). */
  bracketed?: boolean
}

const MARK_ROLES = new Map<string, Cut['after']>([
  [',', 'comma'],
  ['(', 'colon'],
  [')', 'close'],
])

export type Cut = { start: number; end: number; after: Phrase['after'] | 'close'; bracket?: boolean }

/**
 * "subjects are tax, audit and law", 科目は財務会計・監査論, 口味有甜、咸、辣: a quality's name, a word for "is", and at least
 * two values. The name must be one that a quality has.
 */
const GIVEN: Record<Language, RegExp> = {
  en: /(?<=(?:^|[.;\n] ?|, )(?:the |my )?(\w{3,16})) (?:are|is|can be|being) (?=[\w' -]{1,20}(?:, | or | and )[\w' -]{1,20})/gi,
  zh: /(?<=(?:^|[,:。;、\n])([\u4e00-\u9fff]{1,6}?))(?:(?:那边|这边|里面?|表|方面)?(?:需?要有?|得)(?:记录?|写|填|登记)?(?:一下|上)?(?=[^,。;、]{1,12}、)|分别是|分为|包括|(?<!没)有(?!没)|(?<!是)是(?!不是|否)|为)(?=[^,。;、]{1,10}(?:、|和|或)[^,。;]{1,})/g,
  ja: /(?<=(?:^|[。、\s])([\p{Script=Han}\p{Script=Katakana}ー]{1,8}))は(?=[^。、・/を]{1,14}[・、/と][^。]{1,})/gu,
  ko: /(?<=(?:^|[.,]\s?)([가-힣]{1,8}))(?:은|는) (?=[^.,]{1,14}(?:, |\/|·|이랑 |랑 |와 |과 )[^.]{1,})/g,
}
/** 名字、品牌、香调有花香、木质: what stands in a list of qualities is one, whatever its name. */
const isListed = (text: string, at: number, name: string): boolean =>
  /[、,]$/.test(text.slice(0, at)) &&
  /、[^。;]*[、,]$/.test(text.slice(0, at)) &&
  /^(?![我你他她它家这那])[\u4e00-\u9fff]{2,5}$/.test(name) &&
  !/[里上中下内外]$/.test(name)
/** 学生要有姓名、年级: told what is kept of each, whatever it is. */
const HAS_ZH = /^(?:那边|这边|里面?|表|方面)?(?:需?要有|需?要记录?|需?要写|需?要填|得记|得写|得填)/
const given = (text: string, language: Language): Cut[] =>
  [...text.matchAll(GIVEN[language])]
    .filter(
      ({ 0: said, 1: name = '', index }) =>
        HAS_ZH.test(said) ||
        partNamed(name) !== undefined ||
        isQuality(name) ||
        /(?:用|带|买|要|准备|打包)的$/.test(name) ||
        isListed(text, index - name.length, name),
    )
    .map(({ index, 0: said }): Cut => ({ start: index, end: index + said.length, after: 'colon' }))

/** English words that introduce qualities of each record. */
const WITH =
  /(?<![\w-])(?:w\/|with (?:fields?|columns?)(?: for)?|fields? for|columns? for|along with|together with|as well as|(?:and )?for each(?: one| of them| \w{2,16})?,? ?(?:i want to |we |i |please )?(?:note|record|log|keep|write down|save|store|want)?(?: the)?|each (?:one )?(?:with|having|has)|(?:and )?(?:noting|recording|writing down|logging)(?= \w)|(?<!\b(?:a|an|the|no|any|my|short|quick|each|one|daily|to|time|dive|work|sleep|food|run|reading|workout|maintenance|training|habit|i|we|me|want|please) )(?:and )?(?:note down|note|write down|remember|log|record|save|store)(?= (?:the|its|their|my|how|what|who|where|when|whether|which|a|an|\w+,|\w+ and))|including|includes?|with|(?:which|that) (?:has|have|records?|logs?|stores?|tracks?|keeps?|includes?)|(?:i want|want|should have|must have|needs?|has|have) (?:the )?(?:fields?|columns?))(?![\w-])/gi

const MARKS =
  /\?(?=\s*,)|[,、・،/→⇒➡➜]|[-=]>|(?<= )[|](?= )|(?<=[a-z]) \+ (?=[a-z])|[•]|(?:^|\n)\s*(?:[-*] +|[・•●○◆■□▪◎◇*-]\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|\d{1,2}[.)、]\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|[①-⑳]\s*)|[()]/gu
const SENTENCE = /[。!;]+|\?+(?!\s*,)|\.(?=\s|$)|\n+/g
const COLON = /[:=](?!\/\/)(?!\d)| [-–—] |—/g
/** "Categories are food, fun": the noun before is the head of a list. */
const NAMED_LIST =
  /(?<=\b(?:categories|category|types?|status|statuses|columns|stages|options|players|members|criteria|priorit(?:y|ies)))(?: (?:are|is|being|like|such as|among))? (?=\w+,)|(?<=\b(?:categories|category|types?|status|statuses|columns|stages|options|players|members|criteria)) (?:are|is|being|such as) | (?:goes? |moves? |going |moving )?through (?=[\w ]{2,20},)|(?<=分类|类别|种类|状态|优先级|类型|成员|栏目|标准|维度|參加者|参加者)(?:有|为|是|包括|分为|分)|(?<=カテゴリー?|分類|種類|費目|ステータス|状態|優先度|項目|メンバー|基準|選択肢|参加者|列|種別)は|(?<=분류|카테고리|종류|상태|항목|멤버|기준|우선순위|유형|참가자)(?:는|은|로는) /g
const AND_EN = /(?<![\w-])(?:and also|and then|and|plus(?! ones?\b)|&|also|or(?! not\b))(?![\w-])/gi
const AND_ZH = /以及|还有|还要|并且|(?<![总饱温共缓柔平])和(?![谁服平谐睦气牛尚蔼面])|及(?![时格物])|(?<![参给赋授])与(?!其|否)|(?<!普)、/g
const AND_JA =
  /(?<=[\p{Script=Han}\p{Script=Katakana}ー々a-zA-Z0-9)」いえきけしちとみりめれせてうく])(?<!こ|ひ|も|きっ|ずっ|ごっ|ふ|誰|だれ)と(?=[\p{Script=Han}\p{Script=Katakana}おごa-zA-Z「ひいつつやり])(?!いう|いっ|いえ|おり|思|言|ころ|なる|ても|やら|いつ|ひ[^とま])|(?<=[るいたうくむす]か)と(?=[\p{Script=Han}\p{Script=Katakana}おご])(?!思|言)|(?<=[\p{Script=Han}\p{Script=Katakana}ー々])や(?=[\p{Script=Han}\p{Script=Katakana}お])|(?<=もの|こと)と(?=[\p{Script=Han}\p{Script=Katakana}])|および|それから|あと(?=は|、)/gu
const AND_KO =
  /(?<=[가-힣a-zA-Z)])(?<!누구)(?:이랑|랑|하고(?! (?:싶|있|보|볼|봐|나서|난))|와|과|이며)(?= )(?<!사과|결과|효과|성과|학과|치과|내과|(?<![가-힣])[노사자]랑|교과|초과|통과|경과)| (?:및|그리고|또는|이랑) /g

/** Chinese and Japanese write no spaces inside a phrase: one between two words parts them, after a heading like a colon. */
const GAP =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[ \u3000]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu
const HEAD_NOUN =
  /(?:表|日誌|日記|リスト|記録|管理|帳簿|名簿|台帳|簿|一覧|スケジュール|账本|账簿|台账|本子|名单|花名册|排班|清單|記錄|筆記|計劃|列表|メモ|帳|ノート|ログ|アプリ|プラン|ボード|日志|日记|清单|记录|笔记|计划|应用|工具|列表)$/

const WITH_VERB = /^(?:and )?(?:note|write|remember|log|record|save|store|noting|recording|writing|logging)/i

/** 기분(최고 좋음 그저그럼 별로): in brackets, short words with only spaces between them. */
const IN_BRACKETS_KO = /\(((?:[가-힣A-Za-z0-9]{1,6} ){1,7}[가-힣A-Za-z0-9]{1,6})\)/g
const bracketedRun = (text: string): Cut[] =>
  [...text.matchAll(IN_BRACKETS_KO)].flatMap(({ index, 1: inside = '' }) =>
    inside.split(' ').every((word) => WORD_KO.test(word) || word.length <= 3)
      ? [...inside.matchAll(/ /g)].map((gap): Cut => ({ start: index + 1 + gap.index, end: index + 2 + gap.index, after: 'comma' }))
      : [],
  )

/** "식비 30 교통 8": a name and its figure, again and again, where money is shared out. */
const FIGURES_KO = /(?:(?<![가-힣])[가-힣]{2,6} \d[\d,.]*(?:만원|천원|만|천|원)?(?: |(?=[,.]|$))){2,}/g
const SHARED_KO = /예산|생활비|용돈|지출|가계부|한도|경비/
export const figuredRuns = (text: string) => (SHARED_KO.test(text) ? [...text.matchAll(FIGURES_KO)] : [])
function figured(text: string): Cut[] {
  return figuredRuns(text).flatMap(({ index, 0: run }) =>
    [...run.matchAll(/(?<=\d(?:만원|천원|만|천|원)?) /g)].map(
      (gap): Cut => ({ start: index + gap.index, end: index + gap.index + 1, after: 'comma' }),
    ),
  )
}

/** Nouns made with 이: of 높이랑 only 랑 is the particle. */
const WITH_I = /(?:높|길|넓|깊|놀|나|종|차|먹|사|볶|구|고양|어린|걸|손잡|난|굵|무)$/
function koreanCut(text: string, match: RegExpMatchArray): { start: number; end: number } {
  const start = match.index!
  const own = /^이(?:랑|며)$/.test(match[0]) && WITH_I.test(text.slice(Math.max(0, start - 3), start))
  return { start: own ? start + 1 : start, end: start + match[0].length }
}
/** Two questions with nothing between them: いくら入れたか誰が入れたか. */
const ASKED_JA = /(?<=[たるいう]か)(?=誰|だれ|どこ|いつ|いくら|どの|どれ|なぜ|何)/g

/** Figures of one value stay together, and so do words in quotes. */
function kept(reading: Reading): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = reading.values
    .filter((found) => !crossesMark(found))
    .map(({ start, end }) => ({ start, end }))
  for (const match of reading.text.matchAll(/(?:あり|有り|有)[・/](?:なし|無し|無)/g))
    spans.push({ start: match.index, end: match.index + match[0].length })
  for (const match of reading.text.matchAll(
    /"[^"\n]{1,60}"|「[^」\n]{1,60}」|『[^』\n]{1,60}』|“[^”\n]{1,60}”|《[^》\n]{1,60}》|\b[a-z]{3,14}(?:\/[a-z]{3,14})+\b|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー]{1,8}(?:\/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー]{1,8})+|(?<=[,:] )[가-힣]{1,6} 또는 [가-힣]{1,6}(?=[,.;]|$)|\b(?:mmol|mcg|[mµukn]?g|km|[mc]m|m?l|kcal|cal|[ui]u|beats|litres|liters|miles)\/(?:d?l|ml|h|hr|hour|s|k?g|m2|day|week|100 ?km|min)\b|\b(?:w\/o?|y\/n|yes\/no|and\/or|n\/a|km\/h|24\/7)(?![\w-])/giu,
  ))
    if (!isSlashList(match[0])) spans.push({ start: match.index, end: match.index + match[0].length })
  return [...spans, ...alternatives(reading.text)]
}
/** "left or right or bottle" as one of several parts: what the one can be, and no parts of their own. */
const EITHER =
  /(?<=(?:[,:.] | - |^)(?:and )?(?:by |whether |either |if it(?:'s| was| is) )?|\band (?:by |whether |either ))(?:[a-z]{3,10} (?:by|with|in|from|for|to) )?(?!or\b)[a-z-]{2,12}(?: (?!or\b)[a-z-]{2,10})?(?: or (?!or\b|not\b|so\b|more\b|less\b|two\b)[a-z-]{2,12}(?: (?!or\b)[a-z-]{2,10})?){1,8}(?=[,.;!?]|$)|(?<![\w/])[a-z-]{2,14}(?: \/ [a-z-]{2,14})+(?![\w/])/gi
/** After these the list itself is what can be chosen: "status: to do, doing or done", "which twin: Otto or Wilma". */
const CHOOSES =
  /\b(?:status|stage|state|type|kind|category|mood|level|size|shift|options?|choices?|players?|people|between)(?: is| are| can be)?\s?:?\s?[^.;:)]*$|\bwhich \w+:? ?[^.;:,]*$/i
const alternatives = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(EITHER)]
    .map(({ index, 0: said }) => ({ start: index, end: index + said.length, slashed: said.includes('/') }))
    .filter(({ start, slashed }) => {
      if (slashed) return true
      const before = text.slice(0, start)
      return /[,:] | - /.test(before) && before.lastIndexOf('(') <= before.lastIndexOf(')') && !CHOOSES.test(before)
    })
/** 部屋番号/入居者/家賃: of four and more, names of qualities are no values of one. */
const isSlashList = (said: string): boolean => {
  const parts = said.split('/')
  return parts.length >= 4 && parts.filter((one) => partNamed(one) !== undefined || isQuality(one)).length >= 2
}
/** A bound may reach over a comma into the next phrase; then only its figures are kept whole. */
const crossesMark = (found: Found) => /[,、:](?!\d)/.test(found.text)

export function phrasesOf(reading: Reading, most = 3000): Phrase[] {
  const text = reading.text.slice(0, most)
  const guarded = kept(reading)
  // "(drafting, with supervisor)": in brackets a preposition belongs to its item.
  const brackets = [...text.matchAll(/\([^()]*\)/g)].map(({ index, 0: inside }) => [index, index + inside.length] as const)
  const cuts = cutsOf(text, reading).filter(
    (cut) =>
      !(cut.after === 'with' && brackets.some(([start, end]) => start < cut.start && cut.end < end)) &&
      !guarded.some(
        (span) => span.start <= cut.start && cut.end <= span.end && (span.start < cut.start || cut.end < span.end || cut.after !== 'with'),
      ),
  )
  const phrases: Phrase[] = []
  let from = 0
  let after: Phrase['after'] = 'start'
  let sentence = 0
  let head: string | undefined
  /** The head of the list that brackets stand in: it goes on after them. */
  let outer: string | undefined
  let bracketed = false
  /** What parts the things of the list we are in. */
  let mark: string | undefined
  const push = (to: number) => {
    const raw = text.slice(from, to)
    const plain = raw.trim()
    if (plain === '') return undefined
    const start = from + raw.indexOf(plain)
    const phrase: Phrase = {
      text: plain,
      start,
      end: start + plain.length,
      after,
      sentence,
      ...(head !== undefined && after !== 'start' ? { head } : {}),
      ...(bracketed ? { bracketed } : {}),
    }
    phrases.push(phrase)
    return phrase
  }
  for (const cut of cuts) {
    // "call mum, record the meter": in a list after a colon a verb belongs to its item.
    if (
      cut.start < from ||
      (head !== undefined && after !== 'start' && cut.after === 'with' && WITH_VERB.test(text.slice(cut.start, cut.end)))
    )
      continue
    const made = push(cut.start)
    bracketed = cut.after === 'close' || cut.after === 'start' ? false : bracketed || cut.bracket === true
    if (cut.after === 'start') {
      sentence++
      head = undefined
      after = 'start'
    } else if (cut.after === 'colon') {
      mark = undefined
      outer = text.slice(cut.start, cut.end).includes('(') ? head : undefined
      const said = (made ?? phrases.at(-1))?.text
      // "three families - the Khans, us - day, who drives": the second dash ends what the first began.
      head =
        head !== undefined && (made ?? phrases.at(-1))?.after !== 'colon' && /^ [-–—] /.test(text.slice(cut.start, cut.end))
          ? phrases[0]?.text
          : said
      after = 'colon'
    } else if (cut.after === 'close') {
      head = outer
      outer = undefined
      after = 'comma'
    } else if (head !== undefined && endsList(text, cut, mark, head === phrases[0]?.text)) {
      head = undefined
      after = 'comma'
    } else if (made || after !== 'start') after = weight(cut.after) >= weight(after) || made ? cut.after : after
    else if (cut.after === 'with') after = 'with'
    if (head !== undefined && PARTS[markOf(text, cut)]) mark ??= markOf(text, cut)
    from = cut.end
  }
  push(text.length)
  return reading.language === 'ko' ? withoutAsides(phrases) : phrases
}

/** How far apart a mark puts what it stands between: 醤油・味噌、麺の太さ. */
const PARTS: Record<string, number> = { '・': 1, '·': 1, '/': 1, '、': 2, ',': 3, ' ': 3 }

const markOf = (text: string, { start, end }: Cut) => text.slice(start, end).trim() || ' '

/**
 * A wider mark than those of the list, and none of them after it: the list is over, and more is asked for. A list of
 * things under the topic itself goes on until a quality is named: 爸爸、妈妈、我,洗碗.
 */
function endsList(text: string, cut: Cut, mark: string | undefined, ofTopic: boolean): boolean {
  const wider = PARTS[markOf(text, cut)]
  if (!mark || !wider || wider <= PARTS[mark]!) return false
  const rest = text.slice(cut.end).split(/[。!?;\n]/)[0]!
  const next = rest.split(/[,、・]/)[0]!.trim()
  if (EACH.test(next)) return true
  if (rest.includes(mark)) return false
  return !ofTopic || EACH.test(next) || partNamed(next) !== undefined || isQuality(next)
}
/** What each of the listed has: 每项记负责人. */
const EACH = /^(?:每[\u4e00-\u9fff]|各|それぞれ|각각|each)/i

const weight = (after: Phrase['after']) => ['start', 'and', 'comma', 'mark', 'colon', 'with'].indexOf(after)

function cutsOf(text: string, reading: Reading): Cut[] {
  const cuts: Cut[] = []
  const add = (pattern: RegExp, after: Cut['after']) => {
    for (const match of text.matchAll(pattern))
      if (match[0] || pattern === ASKED_JA) cuts.push({ start: match.index, end: match.index + match[0].length, after })
  }
  add(SENTENCE, 'start')
  add(COLON, 'colon')
  add(NAMED_LIST, 'colon')
  for (const match of text.matchAll(MARKS))
    cuts.push({
      start: match.index,
      end: match.index + match[0].length,
      after: MARK_ROLES.get(match[0]) ?? 'mark',
      ...(match[0] === '(' ? { bracket: true } : {}),
    })
  cuts.push(...given(text, reading.language))
  const latin = /[a-z]{2}/i.test(text)
  if (latin && reading.language === 'en') {
    add(WITH, 'with')
    add(AND_EN, 'and')
  }
  if (reading.language === 'zh' || reading.language === 'ja')
    for (const match of text.matchAll(GAP))
      cuts.push({
        start: match.index,
        end: match.index + match[0].length,
        after: HEAD_NOUN.test(text.slice(0, match.index)) ? 'colon' : 'comma',
      })
  if (reading.language === 'zh') add(AND_ZH, 'and')
  if (reading.language === 'ja') {
    add(AND_JA, 'and')
    add(ASKED_JA, 'comma')
  }
  if (reading.language === 'ko') {
    for (const match of text.matchAll(AND_KO)) cuts.push({ ...koreanCut(text, match), after: 'and' })
    // Of two cuts at one place the list's own counts.
    cuts.push(...listCuts(text), ...saidCuts(text), ...bracketedRun(text), ...figured(text))
  }
  if (latin && reading.language !== 'en') add(/(?<= )(?:and|&)(?= )/gi, 'and')
  return cuts.sort((a, b) => a.start - b.start || b.end - a.end)
}
