/**
 * Reads Japanese and Korean clauses, whose predicate comes last: the ending is looked up among all forms of the lexicon's
 * predicates, the longest first; then the topic is taken from the front (私は, 妹の, 어머니는), and what is left is matched.
 */
import type { Clause } from './clauses.ts'
import { type Form, JAPANESE_COPULA, japaneseAdjective, japaneseVerb, KOREAN_COPULA, koreanVerb } from './conjugate.ts'
import { ADVERBS } from './lexicon/moods.ts'
import { NOUNS } from './lexicon/nouns.ts'
import { PRONOUNS, SELF } from './lexicon/people.ts'
import { PREDICATES } from './lexicon/predicates.ts'
import { anyOf } from './lexicon/table.ts'
import { relationForms, relationOf } from './people.ts'
import { implied, ME, type Reader, type Said, type Scene, type Subject, saidOf, somebody } from './said.ts'
import { matches, templatesBy } from './templates.ts'

type Side = 'ja' | 'ko'
type Ending = Form & { lemma: string }

/** The dictionary form a template ends with: what follows its last slot and particle. */
const TAIL: Record<Side, RegExp> = {
  ja: /(?:好きだ|嫌いだ|苦手だ|アレルギーだ|怖い|[^{}がをにでのとへは]*?(?:[\p{Script=Han}]+[ぁ-ん]{1,4}|[ァ-ヴー]+る|[ぁ-ん]{2,6}|だ))$/u,
  ko: /[가-힣]+다$/u,
}
const COPULA_TAIL: Record<Side, RegExp> = { ja: /だ$/, ko: /이다$/ }

function lemmaOf(template: string, side: Side): { key: string; rest: string } {
  if (COPULA_TAIL[side].test(template)) return { key: '', rest: template.replace(COPULA_TAIL[side], '') }
  const verb = VERBS[side].find((lemma) => template.endsWith(lemma)) ?? TAIL[side].exec(template)?.[0] ?? template
  return { key: verb, rest: template.slice(0, -verb.length) }
}

/** Verbs that templates end with, the longest first; of a noun and する both are one verb. */
const VERBS: Record<Side, string[]> = {
  ja: '引っ越しする|引っ越す|引越す|移住する|越す|住む|暮らす|生活する|育つ|生まれる|生まれ育つ|来る|泊まる|滞在する|停める|駐車する|止める|駐める|停めてある|働く|勤める|勤務する|バイトする|アルバイトする|転職する|入社する|就職する|働き始める|辞める|退職する|退社する|なる|やる|通う|在学する|専攻する|勉強する|習う|学ぶ|練習する|勉強し始める|話す|話せる|できる|喋る|しゃべれる|気に入る|ハマる|はまる|愛する|ない|我慢できない|食べる|食べられる|飲む|飲める|口にする|続ける|患う|診断される|持つ|服用する|打つ|いう|言う|申す|呼ばれる|いる|飼う|迎える|結婚する|離婚する|婚約する|妊娠する|ある|もらう|稼ぐ|払う|乗る|買う|使う|弾く|集める|弾ける|吹く|目指す|準備をする|貯金する|する|怖い'
    .split('|')
    .sort((a, b) => b.length - a.length),
  ko: [...new Set(PREDICATES.flatMap((row) => row.forms.ko.flatMap((t) => /([가-힣]+다)$/.exec(t)?.[1] ?? [])))]
    .filter((l) => l !== '이다')
    .sort((a, b) => b.length - a.length),
}
const ADJECTIVES_JA = new Set(['怖い', 'ない'])

const TEMPLATES = { ja: templatesBy('ja', (t) => lemmaOf(t, 'ja')), ko: templatesBy('ko', (t) => lemmaOf(t, 'ko')) }

/** Every ending of every predicate, by its letters. */
function endings(side: Side): Map<string, Ending[]> {
  const map = new Map<string, Ending[]>()
  const add = (lemma: string, forms: readonly Form[]) => {
    for (const form of forms) {
      const list = map.get(form.text) ?? []
      list.push({ ...form, lemma })
      map.set(form.text, list)
    }
  }
  for (const lemma of TEMPLATES[side].keys()) {
    if (lemma === '') continue
    add(lemma, side === 'ko' ? koreanVerb(lemma) : ADJECTIVES_JA.has(lemma) ? japaneseAdjective(lemma) : japaneseVerb(lemma))
  }
  add('', side === 'ja' ? JAPANESE_COPULA : KOREAN_COPULA)
  return map
}
const ENDINGS: Record<Side, Map<string, Ending[]>> = { ja: endings('ja'), ko: endings('ko') }
const LONGEST = {
  ja: Math.max(...[...ENDINGS.ja.keys()].map((k) => k.length)),
  ko: Math.max(...[...ENDINGS.ko.keys()].map((k) => k.length)),
}

/** Said at the end for the hearer's sake. */
const PARTICLES: Record<Side, RegExp> = {
  ja: /(?:んです|んだ|んで|のです|ので|の|よ|ね|な|わ|さ|ぞ|けど|けれども?|から|し|が|っす|ー)+$/u,
  ko: /(?:요|ㅋ+|ㅎ+|~)$/u,
}

/** Readings of a clause's end: what is left of the clause, and what was said of it. The longest ending first. */
function ended(text: string, side: Side): { rest: string; ending: Ending }[] {
  const found: { rest: string; ending: Ending }[] = []
  const tails =
    side === 'ja'
      ? [
          text,
          text.replace(PARTICLES.ja, ''),
          text.replace(/(?:なん|ん|の)(?:です|だ)(?:よ|ね|が|けど)*$/u, ''),
          text.replace(/(?:よ|ね|わ|し|から|ので|けど|が)$/u, ''),
        ]
      : [text]
  for (const tail of new Set(tails))
    for (let length = Math.min(LONGEST[side], tail.length - 1); length >= 0; length--)
      for (const ending of ENDINGS[side].get(tail.slice(tail.length - length)) ?? [])
        found.push({ rest: tail.slice(0, tail.length - length).trimEnd(), ending })
  return found.slice(0, 12)
}

const NOUN_OF: Record<Side, Map<string, (typeof NOUNS)[number]>> = {
  ja: new Map(NOUNS.flatMap((noun) => noun.forms.ja.map((form) => [form.toLowerCase(), noun] as const))),
  ko: new Map(NOUNS.flatMap((noun) => noun.forms.ko.map((form) => [form.toLowerCase(), noun] as const))),
}
const nounForms = (side: Side) => anyOf([...NOUN_OF[side].keys()])

const JA_REL = anyOf(relationForms('ja'))
const KO_REL = anyOf(relationForms('ko'))
const PATTERNS = {
  ja: {
    noun: new RegExp(
      `^(?:(?:${anyOf(SELF.ja)})の)?(?:(?<rel>${JA_REL})の|(?<name>[^\\sはがのをに]{1,10})(?:さん|ちゃん|くん|君)の)?(?:(?<fav>(?:一番)?(?:大)?好きな)(?<what>.{1,12}?)|(?:(?:家|うち|Wi-?Fi|会社|スマホ|携帯|パソコン|銀行|玄関|ネット)の|新しい)?(?<noun>${nounForms('ja')}))(?:は|が|って|も|:|：| )(?:[、,]? ?)(?<v>.+)$`,
      'iu',
    ),
    topic: new RegExp(
      `^(?:(?:${anyOf(SELF.ja)})の)?(?<rel>${JA_REL})(?:の(?<name>[^\\sはがのをにで]{1,10}?)(?:さん|ちゃん|くん|君)?)?(?:は|が|も|って|には|、)`,
      'u',
    ),
    self: new RegExp(`^(?<self>${anyOf(SELF.ja)})(?:では?|は|が|も|って|には|にも|の|、| )(?:、)?`, 'u'),
    third: new RegExp(`^(?:${anyOf(PRONOUNS.ja)})(?:は|が|も|って|には|の)`, 'u'),
    named: /^(?<name>[\p{Script=Han}\p{Script=Katakana}ーA-Za-z]{1,10}|[ぁ-ん]{2,5})(?:さん|ちゃん|くん|君)(?:は|が|も|って|には)/u,
    isMy: new RegExp(
      `^(?<name>[^\\sはがのをに]{1,10}?)(?:さん|ちゃん|くん|君)?(?:は|が)(?:${anyOf(SELF.ja)})の(?<rel>${JA_REL})(?:です|だ|だよ|なんだ|なんです)?$`,
      'u',
    ),
  },
  ko: {
    noun: new RegExp(
      `^(?:(?:${anyOf(SELF.ko)})(?:의|가|는|은)? )?(?:(?<rel>${KO_REL})(?:의)? ?|(?<name>(?!와이파)[가-힣A-Za-z]{2,6})(?:의|씨|이) )?(?:(?<fav>좋아하는) (?<what>.{1,12}?)(?:은|는|이|가|도) |(?:(?:새|집|우리집|와이파이|회사|핸드폰|노트북|은행|현관) )?(?<noun>${nounForms('ko')})(?:(?:은|는|이|가|도|:) ?| ))(?<v>.+)$`,
      'iu',
    ),
    topic: new RegExp(
      `^(?:(?:${anyOf(SELF.ko)}) ?)?(?<rel>${KO_REL})(?: (?<name>[가-힣]{2,4}?|[A-Za-z]+))?(?:께서는|께서|이는|이가|한테는|은|는|이|가|도)? (?=.)`,
      'u',
    ),
    self: /^(?<self>저희는|저희가|저희|저는|저도|저는요|저|나는|나도|난|나|내가|내|제가|제|전|우리는|우리가|우리|울|나한테는|저한테는) (?=.)/u,
    third: new RegExp(`^(?:${anyOf(PRONOUNS.ko)})(?:는|은|가|이|도) `, 'u'),
    named: /^(?<name>[가-힣]{2,4}?|[A-Z][a-z]+)(?:씨는|씨가|님은|이는|이가) /u,
    isMy: new RegExp(
      `^(?<name>[가-힣]{2,4}?|[A-Za-z]+)(?:은|는|이는|씨는) (?:${anyOf(SELF.ko)}) (?<rel>${KO_REL})(?:이야|야|예요|이에요|입니다|에요)?$`,
      'u',
    ),
  },
}

const TIME_JA =
  '(?:来|先|今|再来)(?:週|月|年)(?:の?[月火水木金土日]曜日?)?|毎[朝晩日週]|昨日|今日|明日|明後日|一昨日|おととい|去年|来年|今年|先日|\\d{1,4}年(?:前|くらい|ほど|間)*|\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}日|昔|以前|前|かつて|学生時代|子供の頃|若い頃|小さい頃|\\d+[週日ヶか]月?(?:間|前)|半年前|数年前|[月火水木金土日]曜日?|午前|午後|\\d{1,2}時'
const SKIP: Record<Side, RegExp> = {
  ja: new RegExp(`^(?:(?:${TIME_JA})(?:から|まで|より|くらい|の|は|に|も|で|、)*|(?:${anyOf(ADVERBS.ja)})(?:は|、)?|、| |,)`, 'u'),
  ko: new RegExp(
    `^(?:(?:${anyOf(ADVERBS.ko)}|(?:지난|다음|이번) ?(?:주|달|해|주말)|매일|매주|매달|어제|오늘|내일|모레|작년|올해|내년|아침|저녁|밤|예전|옛날|전|한때|어릴 때|과거|\\d+년째|\\d+[년월일시주](?: ?(?:전|째|동안|반))?|\\S{1,3} ?(?:년|달|주) ?(?:전|째|동안)|[월화수목금토일]요일|오전|오후|대학 때|학창 시절)(?:부터|까지|에는|에|은|는|에서|마다|의)*(?= |$)|,|、) ?`,
    'u',
  ),
}
/** Adverbs that stand between the topic and the predicate. */
const INNER: Record<Side, RegExp> = {
  ja: new RegExp(
    `(?<=[がをはもにで、])(?:${anyOf(ADVERBS.ja.filter((a) => a.length > 1))}|毎[朝晩日週]|\\d+年(?:くらい|ほど|間|以上)*)(?:は|も)?`,
    'gu',
  ),
  ko: new RegExp(`(?<=^| )(?:${anyOf(ADVERBS.ko)})(?= )`, 'gu'),
}

/** The day somebody was born is no time to skip. */
const BORN = /生まれ|誕生|생(?:이|입|일|신|$)|태어/

function skip(text: string, side: Side): string {
  if (BORN.test(text) && /\d/.test(text.slice(0, 2))) return text
  let rest = text
  for (let i = 0; i < 8; i++) {
    const match = SKIP[side].exec(rest)
    if (!match || match[0].length === 0 || match[0].length >= rest.length) break
    rest = rest.slice(match[0].length).trimStart()
  }
  return rest
}

const reader =
  (side: Side): Reader =>
  (clause, scene) => {
    const parts = side === 'ko' ? koreanParts(clause.text) : [clause.text]
    const results = parts.map((part, i) => readPart(side, part, clause, scene, i === 0 && clause.first))
    return { subject: results.at(-1)?.subject ?? null, candidates: results.flatMap((result) => result.candidates) }
  }

/** 고양이 한 마리 키우는데 이름은 나비야: a clause ends at a word that is a linking form. */
function koreanParts(text: string): string[] {
  const parts: string[] = []
  let start = 0
  for (const match of text.matchAll(/ /g)) {
    const word = text.slice(text.lastIndexOf(' ', match.index - 1) + 1, match.index)
    const after = text.slice(match.index + 1, match.index + 3)
    const links =
      /(?:고|는데|지만|인데|어서|아서|니까|서)$/.test(word) && !/^(?:있|계|싶|나서)/.test(after) && [...linksOf(word)].length > 0
    if (!links || match.index - start < 3) continue
    parts.push(text.slice(start, match.index))
    start = match.index + 1
  }
  return [...parts, text.slice(start)]
}
function* linksOf(word: string): Generator<Ending> {
  for (let length = word.length; length > 1; length--)
    for (const ending of ENDINGS.ko.get(word.slice(-length)) ?? []) if (ending.link && (ending.lemma !== '' || length >= 2)) yield ending
}

/** What looks like a particle and does not agree with its noun is a part of it (오이), as it is in words that we know (고양이). */
function whole(value: string, body: string): string {
  const next = body.startsWith(value) ? (body[value.length] ?? '') : ''
  if (!/[이가은는을를]/.test(next)) return value
  const closed = (value.charCodeAt(value.length - 1) - 0xac00) % 28 > 0
  const agrees = closed === '이은을'.includes(next)
  return agrees && relationOf(value + next) === undefined ? value : value + next
}

/** 일 안 해요 is 안 일해요. */
const NEGATED_NOUN = /(?<=^| )([가-힣]+) (안|못) (하|해|했|합)/u
/** "I have a sister": the relation is what there is, and no topic. */
const EXISTS: Record<Side, RegExp> = {
  ja: /^(?:[一二三四五六\d]人)?い(?:る|ます|て|た|ました)[よねけどんです]*$/u,
  ko: /^(?:(?:한|두|세|네|둘|셋|하나|\d+) ?(?:명|마리)? ?)?있[가-힣]*$/u,
}

function readPart(side: Side, raw: string, clause: Clause, scene: Scene, first: boolean): { subject: Subject | null; candidates: Said[] } {
  const patterns = PATTERNS[side]
  const text = skip(side === 'ko' ? raw.trim().replace(NEGATED_NOUN, '$2 $1$3') : raw.trim(), side)
  const isMy = patterns.isMy.exec(text)?.groups
  if (isMy && !relationOf(isMy.name!)) {
    const subject = somebody(isMy.rel!)
    return { subject, candidates: [saidOf(subject, 'name', 'name', isMy.name!)] }
  }
  const inner = text.replace(INNER[side], '').replace(/ {2,}/g, ' ').trim()
  const nouns = nounsOf(side, inner, scene, first, clause.first && first)
  const { subject, rest } = topicOf(side, inner, scene)
  if (!subject) return { subject: null, candidates: nouns.candidates }
  const candidates = ended(rest, side).flatMap(({ rest: head, ending }) => {
    const negation = side === 'ko' ? /(?:^| )(?:안|못|잘 안|잘 못)$/.exec(head) : null
    const body = skip(negation ? head.slice(0, negation.index) : head, side)
    return [...matches(TEMPLATES[side].get(ending.lemma), body)].map(({ row, value, name, other }) =>
      saidOf(subject, row.attribute, row.value, side === 'ko' ? whole(value, body) : value, {
        name,
        other,
        row,
        tense: ending.tense,
        negated: ending.negated !== (negation !== null),
        wish: ending.wish ?? false,
      }),
    )
  })
  return { subject: nouns.subject ?? subject, candidates: [...nouns.candidates, ...candidates] }
}

function nounsOf(
  side: Side,
  text: string,
  scene: Scene,
  _first: boolean,
  opening: boolean,
): { subject: Subject | null; candidates: Said[] } {
  const groups = PATTERNS[side].noun.exec(text)?.groups
  if (!groups) return { subject: null, candidates: [] }
  const copula = copulaOf(groups.v!, side)
  if (!copula) return { subject: null, candidates: [] }
  const owner = groups.rel ? somebody(groups.rel) : groups.name ? somebody(groups.name) : ME
  if (groups.fav)
    return { subject: owner, candidates: [saidOf(owner, `favourite ${groups.what}`, 'thing', copula.raw, { negated: copula.negated })] }
  const noun = NOUN_OF[side].get(groups.noun!.toLowerCase())!
  if (copula.bare && (!noun.bare || noun.attribute === 'weight')) return { subject: null, candidates: [] }
  const self = new RegExp(`^(?:${anyOf(SELF[side])})`).test(text)
  const carried =
    !groups.rel && !groups.name && !self && !opening
      ? noun.attribute === 'name' && scene.introduced
        ? somebody(scene.introduced)
        : scene.subject
      : null
  const subject = carried ?? owner
  return {
    subject,
    candidates: [saidOf(subject, noun.attribute, noun.value, copula.raw, { negated: copula.negated, tense: copula.tense })],
  }
}

function copulaOf(text: string, side: Side): { raw: string; negated: boolean; tense: Form['tense']; bare: boolean } | null {
  for (const { rest, ending } of ended(text, side))
    if (ending.lemma === '' && rest !== '')
      return { raw: rest, negated: ending.negated, tense: ending.tense, bare: ending.text === '' && rest === text }
  return null
}

function topicOf(side: Side, text: string, scene: Scene): { subject: Subject | null; rest: string } {
  const patterns = PATTERNS[side]
  const self = patterns.self.exec(text)
  const afterSelf = self ? skip(text.slice(self[0].length), side) : text
  const relation = patterns.topic.exec(afterSelf) ?? patterns.topic.exec(text)
  // 猫が好き: what is liked is no topic; 妹が好き is rarer than 犬が好き, and 母が言う is hearsay anyway.
  const exists = relation && /[가이が] ?$/.test(relation[0]) && EXISTS[side].test(relation.input.slice(relation[0].length))
  if (
    relation &&
    !exists &&
    !(relationOf(relation.groups!.rel!)?.kind === 'pet' && side === 'ja' && /が$/.test(relation[0])) &&
    !(relationOf(relation.groups!.rel!)?.kind === 'pet' && side === 'ko' && !/(?:은|는) $/.test(relation[0]))
  )
    return {
      subject: somebody(relation.groups!.rel!, relation.groups!.name ?? null),
      rest: skip((relation.input === text ? text : afterSelf).slice(relation[0].length), side),
    }
  if (self) return { subject: ME, rest: afterSelf }
  const third = patterns.third.exec(text)
  if (third) return { subject: scene.third, rest: skip(text.slice(third[0].length), side) }
  const named = patterns.named.exec(text)
  if (named) return { subject: somebody(named.groups!.name!), rest: skip(text.slice(named[0].length), side) }
  return { subject: scene.subject ? { ...scene.subject, explicit: false } : implied, rest: text }
}

export const readJapanese = reader('ja')
export const readKorean = reader('ko')
