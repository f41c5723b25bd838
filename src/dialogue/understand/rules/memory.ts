/** What is to be remembered, recalled or forgotten. */

import { type CueName, cuePlaces, without } from '../../cues.ts'
import { topics } from '../../topic.ts'
import type { Guess, Signals } from '../signals.ts'
import { tellsOfSelf } from '../telling.ts'

export function remember({ low, has, reading, question, evidence }: Signals): Guess {
  if (!has('remember') || (question && has('recall'))) return null
  if (has('recall') && /[?？]/.test(low)) return null
  const [start, end] = cuePlaces(low, 'remember')[0]!
  // “remember my …” is about what is mine.
  const own = /\s(?:i|my|we)$/.exec(low.slice(start, end))?.[0].length ?? 0
  const text = tidy(
    start < 12 && reading.language !== 'ja' && reading.language !== 'ko'
      ? reading.text.slice(end - own)
      : `${reading.text.slice(0, start)} ${reading.text.slice(end)}`,
  )
  return text.length > 1 ? { is: { intent: 'remember', text }, confidence: has('setting') && evidence >= 0.5 ? 0.5 : 0.95 } : null
}

const tidy = (text: string) =>
  text
    .replace(/^[\s,，:：、。.]*(?:that\s|to\s|一下|:|：)?[\s,，:：、。.]*/iu, '')
    .replace(/[\s,，、。]+(?:を|って|と|고|라고|는 거|는 것)?\s*$/u, '')
    .replace(/(?:ことを|って|のを|ということを|と|라고|는\s?걸|는\s?것을?|는\s?거)\s*$/u, '')
    .trim()

/** "What do you know about me?", however it is put. */
const KNOWN_OF_ME =
  /^[^:：]*(?:\b(?:know|remember|learned|learnt|noted|saved)\b.{0,20}\b(?:about|of) (?:me|us)\b|关于我.{0,8}(?:知道|了解|记)|[你您](?:都|还)?(?:知道|了解|记得|记住了?)我(?:的)?(?:什么|哪些|多少|事)|对我.{0,4}(?:了解|知道)|(?:私|僕|俺|自分)(?:について|のこと|に関して).{0,8}(?:知っ|知り|覚え|記憶)|(?:^|\s)(?:나|저|내|제)(?:에 ?대해서?|에 ?관해서?|에 대한)\s?.{0,6}(?:알아|알고|알지|아는|기억))[^:：]*$/u

export function recall({ low, has, question, ranked, figures, reading }: Signals): Guess {
  if (KNOWN_OF_ME.test(reading.text.toLowerCase()) && !has('build') && !has('forget'))
    return { is: { intent: 'recall', about: 'me' }, confidence: 0.965 }
  if (!has('recall') || figures > 0) return null
  const about = tidy(leftoverAbout(low, ['recall'], reading.text))
  const sure = question || /tell me|what|记得|说过|言った|覚え|觉え|기억|말했/.test(low)
  return { is: { intent: 'recall', about }, confidence: sure && !ranked.some((one) => one.named && one.relevance > 4) ? 0.955 : 0.6 }
}

/** What an app at hand could take is its entry rather. */
export const tell = (s: Signals): Guess => (tellsOfSelf(s) ? { is: { intent: 'tell' }, confidence: 0.5 } : null)

const PERSONAL =
  /\b(?:my|am i|do i|is my|are my)\b|我的|我对|我是|我叫|我在|我(?:老婆|老公|妈|爸|女儿|儿子|家|男友|女友)|私の|私は|僕の|俺の|妻の|夫の|아내|남편|(?:^|\s)(?:내|제|나는|내가|제가)\s/
/** "what am I allergic to?": of the person, and of no app: what they told is the place to look. */
export function told({ low, question, figures, reading, has, ctx }: Signals): Guess {
  if (!question || figures > 0 || has('build') || has('recall') || !PERSONAL.test(`${low} ${reading.text}`)) return null
  const about = topics(
    reading,
    reading.values.map((value) => [value.start, value.end] as const),
  ).map(({ text }) => text)
  return about.length
    ? {
        is: { intent: 'recall', about: about.join(' ') },
        confidence: /\bname\b|名字|叫什么|名前|이름/.test(`${low} ${reading.text}`) ? 0.9 : ctx.apps.length ? 0.5 : 0.4,
      }
    : null
}

/** What is left of the Korean verb where its stem is taken away: 알고 있|어?, 기억하|니? */
const KO_ENDING = /(?:^|(?<=\s))(?:있)?(?:어요?|니|나요|습니까|는지|는 ?거|는 ?게)[?？.\s]*$/u

const leftoverAbout = (low: string, names: CueName[], shown: string) =>
  without(low, names, shown)
    .replace(KO_ENDING, '')
    .replace(/^(?:about|of|that|what|have|关于|了)\s*|(?:のこと|について|에 대해|에 대해서|关于|吗|呢|か|っけ|더라|지)?[?？。.\s]*$/gu, '')

/** Who keeps forgetting something does not ask for it to be forgotten. */
const OFTEN =
  /\b(?:keep|always|often|never|tend to|don't want to|so (?:that )?(?:i|we) don't)\b|老是|总是|经常|常常|容易|爱忘|怕|不想|免得|よく|いつも|すぐ|がち|たくない|ないように|자꾸|자주|맨날|항상|늘|잘 잊|않게|않도록/

export function forget({ low, has, reading }: Signals): Guess {
  if (!has('forget') || has('remember') || OFTEN.test(low)) return null
  return {
    is: {
      intent: 'forget',
      about: tidy(
        without(low, ['forget'], reading.text)
          .replace(/^(?:what i (?:told|said)(?: you)?|i told you|that|about)\s*/g, '')
          .replace(/(?:のこと|について)?(?:は|を)?\s*$|에 대한 거|는 거|거\s*$|(?:는|은|를|을)?\s+(?:줘|주세요|줄래)[.!~\s]*$/g, ''),
      ),
    },
    confidence: 0.93,
  }
}
