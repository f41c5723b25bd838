/** Whom, what and which part of a life a question or a wish to forget is about: "what do you know about my health?", 忘掉我住址. */
import { identify } from '../../base/language/identify.ts'
import { normalise } from '../../base/language/normalise.ts'
import { LANGUAGES, type Language } from '../../spec.ts'
import type { Domain } from '../types.ts'
import { cue } from './cues.ts'
import { domainsIn } from './events.ts'
import { ABOUT } from './lexicon/about.ts'
import { NOUNS } from './lexicon/nouns.ts'
import { RELATIONS, SELF } from './lexicon/people.ts'
import { anyOf } from './lexicon/table.ts'

export type About = { subjects: string[]; attributes: string[]; domains: Domain[] }

const MOST = 4000
const attributes = [
  ...NOUNS.map((noun) => ({ attribute: noun.attribute, has: cue(noun.forms) })),
  ...ABOUT.map(({ attribute, forms }) => ({ attribute, has: cue(forms) })),
]
const relations = new Map(LANGUAGES.map((language) => [language, relationPattern(language)]))
const self = cue({ en: ['i', 'me', 'my', 'mine', 'we', 'our', 'myself'], zh: SELF.zh, ja: SELF.ja, ko: SELF.ko })

/** A relation, and a name that follows it: "my ex Tom", 妹のさくら, 남편 민수. */
function relationPattern(language: Language): RegExp {
  const forms = anyOf(RELATIONS.flatMap((relation) => relation.forms[language]))
  if (language === 'en')
    return new RegExp(
      `(?<![\\p{L}'-])(?<rel>${forms})s?(?![\\p{L}-])(?:'s)?(?:,? (?:named |called )?(?<name>\\p{Lu}[\\p{L}'-]{1,20}))?`,
      'gu',
    )
  if (language === 'zh') return new RegExp(`(?<rel>${forms})(?<name>[小阿老]\\p{Script=Han}|[A-Z][a-z]+)?`, 'gu')
  if (language === 'ja')
    return new RegExp(
      `(?<![\\p{Script=Han}ァ-ヴー])(?<rel>${forms})(?![\\p{Script=Han}])(?:の(?<name>[\\p{Script=Han}\\p{Script=Katakana}ー]{1,8}|[ぁ-ん]{2,6}?(?=さん|ちゃん|くん|について|に関|のこと|[はをが]))(?:さん|ちゃん|くん|君)?)?`,
      'gu',
    )
  return new RegExp(
    `(?<![가-힣])(?<rel>${forms})(?=$|[^가-힣]|[은는이가을를의도와과에께한랑])(?:의|는|은|이|가|를|을|와|과|랑|에)?(?: (?<name>[가-힣]{2,3}?|[A-Z][a-z]+)(?:에 대|이에 대|의|를|을|이|가|랑|에 관| |$))?`,
    'gu',
  )
}
const CAPITAL = /(?<=[\p{L},] )\p{Lu}[\p{L}'-]{1,20}/gu
/** What attributes are named with, and so is no person. */
const NO_PERSON = new Set('I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|WiFi|Wi-Fi|PIN|OK'.split('|'))
const NAMED_CJK =
  /(?<name>[\p{Script=Han}\p{Script=Katakana}ー]{1,8}|[A-Z][a-z]{1,20})(?:さん|ちゃん|くん|先生|小姐|女士)|(?<ko>[가-힣]{2,3})(?:씨|님)(?=[^가-힣]|[은는이가을를의에])/gu
const NO_TAIL = /(?:를|을|의|에|이|가|은|는|도)$/u

/** Never throws. */
export function about(raw: string): About {
  const text = normalise(raw).slice(0, MOST)
  const { language } = identify(text)
  const subjects = new Set<string>()
  for (const match of text.matchAll(relations.get(language)!)) {
    const { rel, name } = match.groups!
    if (language !== 'en' && rel!.length === 1 && /^[姑甥子鳥马马亀馬鱼鸟새말애]$/u.test(rel!)) continue
    subjects.add(rel!.toLowerCase())
    if (name && !NO_PERSON.has(name)) subjects.add(language === 'ko' ? name.replace(NO_TAIL, '') : name)
  }
  if (language === 'en') for (const [name] of text.matchAll(CAPITAL)) if (!NO_PERSON.has(name)) subjects.add(name.replace(/'s$/, ''))
  for (const match of text.matchAll(NAMED_CJK)) subjects.add((match.groups!.name ?? match.groups!.ko)!)
  if (subjects.size === 0 && self(text, language)) subjects.add('me')
  return {
    subjects: [...subjects],
    attributes: [...new Set(attributes.filter(({ has }) => has(text, language)).map(({ attribute }) => attribute))],
    domains: domainsIn(text),
  }
}
