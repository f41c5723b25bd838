/** Reads an English clause: an owner or a subject, auxiliaries and adverbs, then a verb of the lexicon and what follows it. */
import { ADVERBS } from './lexicon/moods.ts'
import { NOUNS } from './lexicon/nouns.ts'
import { anyOf } from './lexicon/table.ts'
import { relationForms } from './people.ts'
import { implied, ME, type Reader, type Said, type Scene, type Subject, saidOf, somebody } from './said.ts'
import { matches, templatesBy } from './templates.ts'

const TEMPLATES = templatesBy('en', (template) => ({ key: template.split(' ')[0]!, rest: template }))
const NOUN_OF = new Map(NOUNS.flatMap((noun) => noun.forms.en.map((form) => [form, noun] as const)))

/** In either case; names need their capital, so the whole pattern cannot ignore case. */
const either = (forms: readonly string[]) => anyOf(forms).replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const REL = either(relationForms('en'))
const NOUN = either([...NOUN_OF.keys()])
const NAME = "(?!I )[\\p{Lu}][\\p{L}'-]{0,20}(?: [\\p{Lu}][\\p{L}'-]{1,20})?"
const IS = '(?:is now|is actually|is still|is|are|was|has changed to|changed to|got changed to|has to be|=|:)'
const ADJECTIVE = '(?:new|old|dear|lovely|late|current|main|full|real|only|youngest|oldest|eldest|beloved|actual|work|personal|own)'

const OWNED = new RegExp(
  `^(?:[Mm]y|[Oo]ur|[Tt]he|(?<third>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)) (?:${ADJECTIVE} )*(?:(?<rel>${REL})(?: (?<name>${NAME}))?'s? )?(?:${ADJECTIVE} )?(?<noun>${NOUN}) ?${IS} (?<v>.+)$`,
  'u',
)
const FAVOURITE = new RegExp(
  `^(?:my|our|(?<third>his|her|their)) (?:(?<rel>${REL})'s )?(?:all-time |absolute )?favou?rite (?:kind of |type of )?(?<what>[\\p{L} -]{2,30}?) (?:is|are|has to be|was|has always been) (?<v>.+)$`,
  'iu',
)
const FAVOURITE_LAST = /^(?<v>.{2,40}?) (?:is|are) my (?:all-time |absolute )?favou?rite (?<what>[\p{L} -]{2,30})$/iu
const NAMED_OWNER = new RegExp(`^(?<name>${NAME})'s (?<noun>${NOUN}) ${IS} (?<v>.+)$`, 'u')
const IS_MY = new RegExp(`^(?<name>${NAME})(?: is|,) (?:my|our) (?:${ADJECTIVE} )*(?<rel>${REL})$`, 'u')
const BARE = new RegExp(`^(?:${ADJECTIVE} )*(?<noun>${NOUN}) ?(?:is|:|=) ?(?<v>.+)$`, 'iu')
const SUBJECT = new RegExp(
  `^(?:(?<me>I|i|[Ww]e)|(?<third>[Hh]e|[Ss]he|[Tt]hey|[Ii]t)|(?:[Mm]y|[Oo]ur) (?:${ADJECTIVE} )*(?<rel>${REL})(?: (?<relname>${NAME})|, (?<relname2>${NAME}),)?|(?<name>${NAME})(?:, my (?<rel2>${REL}),)?) (?<rest>.+)$`,
  'u',
)
/** Begin a sentence with a capital and are nobody's name. */
const NO_NAME =
  /^(?:The|This|That|These|Those|There|Here|Everyone|Everybody|Someone|Nobody|People|Today|Tomorrow|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|You|Your|One|Some|All|Most|Many|Everything|Nothing|Something|It|If|Sunny|Coffee|Lunch|Dinner|Breakfast|Weather|Music|Next|Last|Every|Each|Such|God|Life|Work|School|Moving|Going|Not|My|Our|His|Her|App)\b/

const ADVERB = new RegExp(`^(?:${anyOf(ADVERBS.en)})(?![\\p{L}'])\\s*`, 'iu')
const LEMMAS = new Map(
  'am:be is:be are:be was:be were:be been:be has:have had:have got:get gets:get went:go goes:go bought:buy grew:grow quit:quit left:leave wore:wear began:begin came:come took:take made:make spoke:speak ate:eat drank:drink drove:drive rode:ride kept:keep became:become paid:pay moving:move living:live having:have taking:take driving:drive riding:ride practising:practice practicing:practice settled:settle stayed:stay studies:study studied:study sang:sing got:get'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

function lemma(word: string): { lemma: string; past: boolean; ing: boolean } {
  const low = word.toLowerCase()
  const irregular = LEMMAS.get(low)
  const past =
    /^(?:was|were|had|went|bought|grew|left|wore|began|came|took|made|spoke|ate|drank|drove|rode|kept|became|paid|sang|got|quit)$/.test(
      low,
    ) || low.endsWith('ed')
  if (irregular) return { lemma: irregular, past, ing: low.endsWith('ing') }
  for (const [end, add] of [
    ['ies', 'y'],
    ['es', ''],
    ['es', 'e'],
    ['s', ''],
    ['ied', 'y'],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ] as const) {
    if (!low.endsWith(end)) continue
    const root = low.slice(0, -end.length)
    for (const stem of [root + add, /(.)\1$/.test(root) ? root.slice(0, -1) : root])
      if (TEMPLATES.has(stem)) return { lemma: stem, past, ing: end === 'ing' }
  }
  return { lemma: low, past, ing: low.endsWith('ing') && low.length > 5 }
}

type Verb = { text: string; past: boolean; future: boolean; negated: boolean; once: boolean; wish: boolean }

/** What stands between the subject and the verb, and the verb itself as in a dictionary. */
export function verbOf(rest: string): Verb | null {
  const verb: Verb = { text: rest.trim(), past: false, future: false, negated: false, once: false, wish: false }
  for (let i = 0; i < 10; i++) {
    if (/^can not (?:stand|bear|tolerate) /i.test(verb.text)) return verb
    const adverb = ADVERB.exec(verb.text)
    if (adverb) verb.text = verb.text.slice(adverb[0].length)
    else if (take(verb, /^(?:not|never|hardly|barely|rarely|neither) /i)) verb.negated = true
    else if (take(verb, /^no longer /i)) verb.negated = true
    else if (take(verb, /^used to (?=[a-z])/i)) verb.once = true
    else if (take(verb, /^did (?=not )/i)) verb.past = true
    else if (take(verb, /^(?:do|does|can) (?=not |really |also )/i)) continue
    else if (take(verb, /^(?:do|does|can) (?=[a-z]+)/i)) continue
    else if (take(verb, /^(?:will|shall|am going to|are going to|is going to) (?!be (?:a|an) )/i)) verb.future = true
    else if (
      take(
        verb,
        /^(?:have|has) (?=(?:just |already |recently |always |never |not |also |finally )*(?:been|\w+ed|got|had|become|gone|grown|taken|bought|started) )/i,
      )
    )
      continue
    else if (
      take(
        verb,
        /^(?:had|was|were|am|is|are|be|been) (?=(?:not |just |also |currently |still |really |actually |now |already |always )*\w+ing )/i,
      )
    )
      verb.future ||= /^(?:moving|flying|leaving|starting|getting married|going|meeting|visiting|having|travell?ing)/i.test(verb.text)
    else break
  }
  const [, word, after = ''] = /^([\p{L}'-]+)(.*)$/u.exec(verb.text) ?? []
  if (!word) return null
  const found = lemma(word)
  let tail = after.trimStart()
  if (found.lemma === 'be') {
    for (let i = 0; i < 4; i++) {
      if (/^not /i.test(tail)) verb.negated = true
      tail = tail.replace(ADVERB, '').replace(/^not (?!a fan)/i, '')
    }
    tail = tail.replace(/^not /i, '')
  }
  return { ...verb, text: `${found.lemma} ${tail}`.trim(), past: verb.past || found.past }
}
function take(verb: Verb, pattern: RegExp): boolean {
  const match = pattern.exec(verb.text)
  if (match) verb.text = verb.text.slice(match[0].length)
  return match !== null
}

export const readEnglish: Reader = (clause, scene) => {
  const { text } = clause
  const noun = nounOf(text, scene)
  if (noun) return noun
  const found = subjectOf(text, clause.first, scene)
  if (!found) return { subject: null, candidates: [] }
  const verb = verbOf(found.rest)
  if (!verb) return { subject: found.subject, candidates: [] }
  const tense = verb.future ? 'future' : verb.past ? 'past' : 'now'
  const ended = clause.ended && /no longer|any ?more/i.test(text)
  const body = verb.text.replace(/ (?:any ?more|any longer|at all)$/i, '')
  return {
    subject: found.subject,
    candidates: [...matches(TEMPLATES.get(body.split(' ')[0]!), body)].map(({ row, value, name, other }) =>
      saidOf(found.subject, row.attribute, row.value, value, {
        name,
        other,
        row,
        tense: verb.once ? 'past' : tense,
        negated: verb.negated || ended,
        wish: verb.wish,
      }),
    ),
  }
}

/** "You can reach me at ..." */
const REACH = /(?:reach|contact|email|e-mail|call|text|message) me (?:at|on|under|via) (?<v>\S.+)$/iu

function nounOf(text: string, scene: Scene): { subject: Subject; candidates: Said[] } | null {
  const favourite = FAVOURITE.exec(text)?.groups ?? FAVOURITE_LAST.exec(text)?.groups
  if (favourite) {
    const owner = ownerOf(favourite, scene)
    return owner && { subject: owner, candidates: [saidOf(owner, `favourite ${favourite.what!.toLowerCase()}`, 'thing', favourite.v!)] }
  }
  const reach = REACH.exec(text)?.groups
  if (reach) return { subject: ME, candidates: [saidOf(ME, 'email', 'email', reach.v!), saidOf(ME, 'phone', 'phone', reach.v!)] }
  const mine = IS_MY.exec(text)?.groups
  if (mine && !NO_NAME.test(mine.name!)) {
    const subject = somebody(mine.rel!.toLowerCase())
    return { subject, candidates: [saidOf(subject, 'name', 'name', mine.name!)] }
  }
  const owned = OWNED.exec(text)?.groups ?? NAMED_OWNER.exec(text)?.groups
  const bare = owned ? null : BARE.exec(text)?.groups
  const groups = owned ?? bare
  if (!groups) return null
  const row = NOUN_OF.get(groups.noun!.toLowerCase())!
  const plain = bare !== null || /^the /i.test(text)
  if (plain && !row.bare) return null
  const owner = groups.name && !groups.rel ? somebody(groups.name) : row.attribute === 'name' && plain ? null : ownerOf(groups, scene)
  return owner && { subject: owner, candidates: [saidOf(owner, row.attribute, row.value, groups.v!.replace(ADVERB, ''))] }
}

function ownerOf(groups: Record<string, string | undefined>, scene: Scene): Subject | null {
  if (groups.rel) return somebody(groups.rel.toLowerCase(), groups.name ?? null)
  if (groups.third)
    return /its/i.test(groups.third) || (scene.introduced && !scene.third)
      ? scene.introduced
        ? somebody(scene.introduced)
        : null
      : scene.third
  return ME
}

/** Clauses that leave their subject out, and are still about the speaker. */
const HEADLESS =
  /^(?:allergic to|born (?:in|on)|parked (?:on|in|at)|vegetarian|vegan|just moved|moving to|moved to|living in|working (?:at|as|for)|married|diagnosed with|originally from|terrified of|afraid of)(?![\p{L}])/iu

function subjectOf(text: string, first: boolean, scene: Scene): { subject: Subject; rest: string } | null {
  const groups = SUBJECT.exec(text)?.groups
  const rest = groups?.rest
  if (groups?.me) return { subject: ME, rest: rest! }
  if (groups?.rel) return { subject: somebody(groups.rel.toLowerCase(), capital(groups.relname ?? groups.relname2)), rest: rest! }
  if (groups?.third) {
    const third = /^it$/i.test(groups.third) || !scene.third ? (scene.introduced ? somebody(scene.introduced) : null) : scene.third
    return third && { subject: third, rest: rest! }
  }
  if (
    groups?.name &&
    /^\p{Lu}/u.test(groups.name) &&
    !NO_NAME.test(groups.name) &&
    /^(?:is|has|likes|loves|hates|lives|works|prefers|moved|speaks|plays|does not|doesn't|was born|drives|studies|just|also|really|got|started)(?![\p{L}])/iu.test(
      rest!,
    )
  )
    return { subject: groups.rel2 ? somebody(groups.rel2.toLowerCase(), groups.name) : somebody(groups.name), rest: rest! }
  if (!first && scene.subject && /^[a-z]/.test(text)) return { subject: { ...scene.subject, explicit: false }, rest: text }
  if (HEADLESS.test(text))
    return {
      subject: implied,
      rest: /^(?:allergic|born|vegetarian|vegan|originally|married|diagnosed|terrified|afraid)/i.test(text)
        ? `am ${text}`
        : /ing /.test(text.slice(0, 9))
          ? `am ${text}`
          : text,
    }
  return null
}
const capital = (name: string | undefined) => (name && /^\p{Lu}/u.test(name) ? name : null)
