/**
 * Who did what with what, as phrases of a masked sentence around its verb. `about` is what is said of it besides.
 * In English places beside the verb and prepositions tell; in Chinese its order and 把, 给, 被; in Japanese and Korean particles.
 */
import { fold } from '../../../base/resolve.ts'
import type { Language } from '../../../spec.ts'
import type { Told, Way } from '../tellings.ts'
import { isBare } from './mask.ts'

export type Phrases = { who?: string; what?: string; to?: string; from?: string; for?: string; about?: string }

const some = (text: string | undefined): string | undefined => (text && /[\p{L}\p{N}\ue100-\ue7ff]/u.test(text) ? text.trim() : undefined)

export function phrasesOf(text: string, told: Told, language: Language): Phrases {
  const before = text.slice(0, told.start)
  const after = text.slice(told.end)
  const verb = text.slice(told.start, told.end)
  switch (language) {
    case 'en':
      return english(before, verb, after, told.way)
    case 'zh':
      return chinese(before, after)
    case 'ja':
      return japanese(before, after)
    case 'ko':
      return korean(before, after)
  }
}

// ---- English -----------------------------------------------------------------------------------------------

const PREPOSITIONS: Record<Way, string> = {
  take: 'from|by|with|until|till|due|for|in|on|at|to',
  give: 'to|until|till|due|for',
  back: 'from|to|with|by',
  owe: 'for|to',
  miss: 'from|for|in|on',
}
const SUBJECT = /^(?:ok|so|hey|please|log|note|also|and)\b[,:]?\s*/i
const AUX = /\s*\b(?:has|have|had|just|also|already|finally|now|today|yesterday|was|were|is|are|got|been|being|be|did)\s*$/i
const ME = /^(?:i|we|i've|we've|i have|i just)$/i

function english(before: string, verb: string, after: string, way: Way): Phrases {
  const passive = /\b(?:was|were|is|are|been|being)\s*$/i.test(before) && way !== 'back' && way !== 'miss'
  let who = before.trim().replace(SUBJECT, '')
  while (AUX.test(who)) who = who.replace(AUX, '')
  // "brought Holes back", "gave it back": what stands within the verb.
  const within = way === 'back' ? /^\S+\s+(.+?)\s+back$/i.exec(verb)?.[1] : undefined
  const found = cut(within ? `${within} ${after}` : after, PREPOSITIONS[way])
  const phrases: Phrases = {}
  const by = found.by
  let what = found.head.trim()
  if (passive || (way === 'back' && !what && /\b(?:is|are|was|were|came|come|comes)\b/i.test(verb))) {
    what = what || who
    who = by ?? ''
    if (way === 'give' && found.to) who = found.to
  }
  if (some(who) && !ME.test(who)) phrases.who = who
  if (way === 'give') {
    // "lent Mina Holes": the one who gets it stands first.
    const two = found.to
      ? null
      : /^(?:the |my )?([\ue100-\ue7ff]|\p{Lu}[\p{L}'-]+)\s+(?=(?:the |my |a |an )?[\p{Lu}\ue100-\ue7ff])(.+)$/u.exec(what)
    if (two) {
      phrases.to = two[1]!
      what = two[2]!
    }
    delete phrases.who
  }
  return clean({
    ...phrases,
    what,
    ...(found.to && { to: found.to }),
    ...((found.from ?? found.by) && { from: (found.from ?? found.by)! }),
    for: found.for ?? found.with ?? found.on ?? found.in,
  })
}

/** The words up to the first preposition, and those after each. One within a title stays there: “Lord of the Rings”. */
function cut(text: string, prepositions: string): Record<string, string> & { head: string } {
  const parts = text.split(new RegExp(`\\s*(?:^|\\s)(${prepositions})\\s+`, 'i'))
  const found: Record<string, string> & { head: string } = { head: parts[0] ?? '' }
  let last = 'head'
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!.toLowerCase()
    const words = parts[i + 1] ?? ''
    const titled =
      last === 'head' && /\p{Lu}[^\s]*$/u.test(found.head) && /^(?:the |a )?\p{Lu}/u.test(words) && !/^(?:to|from|by|with|for)$/.test(name)
    if (titled && !isBare(words)) found[last] += ` ${parts[i]} ${words}`
    else if (!isBare(words) && !(name in found)) {
      found[name] = words
      last = name
    }
  }
  return found
}

// ---- Chinese -----------------------------------------------------------------------------------------------

function chinese(before: string, after: string): Phrases {
  const head = before.replace(/[，,。\s]+$/u, '')
  const tail = after
    .replace(/^(?:了|过|的|一?[本册辆台件把部个])+/u, '')
    .replace(/^[：:，,\s]+/u, '')
    .replace(/[，,。].*$/u, '')
    .replace(/(?<=.)[了啦呢吧]+\s*$/u, '')
  const ba = /^(.*?)把(.+?)(?:给(.+?))?(?:都|也|已经|全)*$/u.exec(head)
  if (ba) return clean({ who: ba[1], what: ba[2], to: some(tail) && !ba[3] ? tail : ba[3] })
  const bei = /^(.+?)(?:已经)?(?:被|让|由)(.+?)$/u.exec(head)
  if (bei) return clean({ who: bei[2], what: bei[1] })
  const gei = /^(.*?)给(.+?)$/u.exec(head)
  if (gei) return clean({ who: gei[1], what: gei[2], about: tail })
  const from = /^(?:我)?(?:从|向|收到)(.+?)(?:那里?|那儿|处)?$/u.exec(head)
  if (from) return clean({ who: from[1], what: tail })
  return clean({ who: head, what: tail })
}

// ---- Japanese ----------------------------------------------------------------------------------------------

/** What a particle makes of the words before it. */
const ROLE: Record<string, keyof Phrases> = {
  が: 'who',
  は: 'who',
  も: 'who',
  を: 'what',
  に: 'to',
  へ: 'to',
  から: 'from',
  で: 'for',
  と: 'from',
}
const PARTICLE = /(?<=[^\sはがをにへもで])(が|は|も|を|に|へ|から)(?=[^\s]|$)/u

function japanese(before: string, after: string): Phrases {
  const found: Phrases = {}
  let rest = before.replace(/[、。\s]+$/u, '')
  const end = /(を|が|に|は|も|の|から|で|へ)$/u.exec(rest)?.[1]
  // What stands right before the verb without a particle is what is done: 会費払った.
  const units = quotedApart(rest)
    .split(/[、,\s]+/u)
    .filter(Boolean)
  let held: string[] = []
  for (const unit of units) {
    let left = unit
    for (let at = PARTICLE.exec(left); at; at = PARTICLE.exec(left)) {
      const words = [...held, left.slice(0, at.index)].join(' ')
      const role = ROLE[at[1]!]!
      held = []
      left = left.slice(at.index + at[1]!.length)
      if (isBare(words)) continue
      if (found[role] === undefined) found[role] = words
      else if (role === 'who' && found.what === undefined) found.what = words
    }
    if (left && !isBare(left)) held.push(left)
  }
  if (held.length > 1 && found.who === undefined && found.what === undefined) found.who = held.shift()!
  rest = held.join(' ')
  // さくらさんのレッスン: whose it is stands before what is done.
  const whose = /^(.+)の$/u.exec(rest)?.[1]
  if (whose && found.who === undefined) found.who = whose
  else if (some(rest) && !isBare(rest) && end === undefined) {
    const named = found.who !== undefined || found.to !== undefined || found.from !== undefined
    const two = !named && found.what === undefined ? /^(.+?)の(.+)$/u.exec(rest) : null
    if (two) Object.assign(found, { who: two[1], about: two[2] })
    else if (found.what === undefined && named) found.what = rest
    else if (!named) found.who = rest
  }
  const tail = after.replace(/^[っいきしりちみんてでたまなすだよねのです]+/u, '')
  const late = /^[:：、\s]+(.+)$/u.exec(tail)?.[1]
  return clean({ ...found, ...(late && { about: late }) })
}
/** Particles within brackets are no particles. */
const quotedApart = (text: string): string =>
  text.replace(/[「『](.+?)[」』]/gu, (_, inner: string) =>
    inner.replace(/[はがをにへも]/gu, (sign) => String.fromCharCode(0xe000 + sign.charCodeAt(0) - 0x3040)),
  )
const quotedBack = (text: string): string =>
  text.replace(/[\ue000-\ue0ff]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000 + 0x3040))

// ---- Korean ------------------------------------------------------------------------------------------------

const ENDS: [RegExp, keyof Phrases][] = [
  [/(?:한테서|에게서|께서|로부터)$/u, 'from'],
  [/(?:한테|에게|께)$/u, 'to'],
  [/(?:을|를)$/u, 'what'],
  [/(?:이가|가|이|은|는|도)$/u, 'who'],
  [/(?:에서|으로)$/u, 'for'],
]
function korean(before: string, after: string): Phrases {
  const found: Phrases = {}
  let held: string[] = []
  for (const word of before.trim().split(/\s+/u).filter(Boolean)) {
    const end = ENDS.find(([pattern]) => pattern.test(word) && word.replace(pattern, '').length >= (/[\ue100-\uefff]/u.test(word) ? 1 : 2))
    const role = end?.[1]
    if (!role || (role === 'who' && found.who !== undefined && found.what !== undefined)) {
      held.push(word)
      continue
    }
    const words = [...held, word.replace(end[0], '')].join(' ')
    held = []
    if (isBare(words)) continue
    if (found[role] === undefined) found[role] = words
    else if (found.what === undefined) found.what = words
  }
  const rest = held.filter((word) => !isBare(word))
  if (rest.length) {
    if (found.who === undefined && found.to === undefined && found.from === undefined && found.what === undefined && rest.length > 1) {
      found.who = rest[0]!
      found.what = rest.slice(1).join(' ')
    } else if (found.what === undefined && (found.who !== undefined || found.to !== undefined || found.from !== undefined))
      found.what = rest.join(' ')
    else if (found.who === undefined) found.who = rest.join(' ')
    else found.about = rest.join(' ')
  }
  void after
  return clean(found)
}

// ---- Cleaning ----------------------------------------------------------------------------------------------

const EDGES =
  /^(?:[\s「『《"“”'、,，:：·]|(?:today|yesterday|just|this|that)\s+|今天|昨天|刚才?|刚刚|今日|昨日|さっき|先ほど|오늘\s|어제\s|방금\s|我(?:们)?(?=[\ue100-\uefff\p{Script=Han}]{2})|本は|(?:도서|책)\s(?=\S))+|(?:[\s」』》"“”'、,，.。!！:：·]|\s(?:today|yesterday|again|please|now|back|out|home|too|also|already|just|for|on|at|until|till|by)(?=[\s.!]|$)|\s(?:오늘|어제|또|방금)$|今天|昨天|已经|又|也|都|今日|昨日|まで)+$/giu
/** “The Hobbit” is called so; the Civic is not. */
const ARTICLE = /^(?:the|my|our|his|her|their|a|an|some) (?=\S)/u
const VALUE_EDGES =
  /^[\s\ue800-\uefff]+(?:까지|まで(?:に)?|に|에|부터|前|之前|(?=[\s、，,]))|[\s\ue800-\uefff]+(?:까지|まで(?:に)?|に|에|부터|前|之前)?$/gu

const VALUE_END = /[\s,，、\ue800-\uefff]+$/u
/** “Tom's June lesson”, 老王的会费: whose it is, and what is said of it. */
const OWNED = /^([\ue100-\ue7ff])(?:さん|くん|씨|님)?(?:['’]s\s+|的|の|의\s?)(.+)$/u

/** Names without articles, days and brackets around them; nothing where nothing is left. */
function clean(phrases: { [K in keyof Phrases]?: string | undefined }): Phrases {
  const out: Phrases = {}
  for (const [key, value] of Object.entries(phrases) as [keyof Phrases, string | undefined][]) {
    let text = value
    if (text === undefined) continue
    for (let before = ''; before !== text; ) {
      before = text
      text = text.replace(EDGES, '').replace(ARTICLE, '')
      text = text.replace(key === 'for' || key === 'about' ? VALUE_END : VALUE_EDGES, '')
      if (key === 'who' || key === 'to' || key === 'from') text = text.replace(/^[\ue800-\uefff]+/u, '')
    }
    text = quotedBack(text).trim()
    const owned = key === 'about' || key === 'for' || out.about !== undefined ? null : OWNED.exec(text)
    if (owned) {
      text = owned[1]!
      out.about = owned[2]!
    }
    if (some(text) && !isBare(text) && !PRONOUN.test(fold(text)) && text.length <= 120) out[key] = text
  }
  return out
}
const PRONOUN =
  /^(?:i|me|we|us|it|them|they|he|she|him|her|that|this|one|everyone|everybody|我|我们|他|她|它|大家|私|僕|俺|それ|これ|みんな|나|저|내|우리|그거|이거|그것)$/
