/** Which records a name means: those called so, those called so in part. Never one of several by guess. */
import { fold, placesOf } from '../../base/resolve.ts'
import type { Collection, Rec } from '../../spec.ts'

/** `name` tells a record from all others of its collection: “Tom (555 0199)” where two are called Tom. */
export type Known = { id: string; name: string; title: string }

export function knownOf(collection: Collection, records: readonly Rec[]): Known[] {
  const titled = records.flatMap((record) => {
    const title = record.values[collection.title]
    return typeof title === 'string' && title.trim() ? [{ id: record.id, title: title.trim(), record }] : []
  })
  const count = new Map<string, number>()
  for (const { title } of titled) count.set(fold(title), (count.get(fold(title)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return titled.map(({ id, title, record }) => {
    if (count.get(fold(title)) === 1) return { id, title, name: title }
    const nth = (seen.get(fold(title)) ?? 0) + 1
    seen.set(fold(title), nth)
    const more = collection.fields.find(
      (field) =>
        field.id !== collection.title &&
        !field.hidden &&
        field.kind === 'text' &&
        typeof record.values[field.id] === 'string' &&
        record.values[field.id] !== '',
    )
    return { id, title, name: `${title} (${more ? String(record.values[more.id]) : nth})` }
  })
}

const HONORIFIC = /(?<=\S)(?:さん|くん|君|ちゃん|様|さま|씨|님|군|양|同学|小朋友)$/u
const plain = (name: string): string =>
  fold(name)
    .trim()
    .replace(/^(?:the|a|an|my|our|mr\.?|mrs\.?|ms\.?|dr\.?) (?=\S)/, '')
    .replace(HONORIFIC, '')
    .replace(/[\s·・]+/g, ' ')

/** All that may be meant. One is meant; several must be asked about; none is somebody new. */
export function called(said: string, known: readonly Known[], people: boolean): Known[] {
  const exact = known.filter((one) => fold(one.name) === fold(said).trim())
  if (exact.length) return exact
  const wanted = plain(said)
  if (!wanted) return []
  const same = known.filter((one) => plain(one.title) === wanted)
  if (same.length) return same
  return known.filter((one) => (people ? isPart(wanted, plain(one.title)) : begins(wanted, plain(one.title))))
}

const LATIN = /^[\p{Script=Latin}\d .'’-]+$/u
/** "Tom" of Tom Baker, 田中 of 田中太郎, 민수 of 김민수. */
function isPart(wanted: string, title: string): boolean {
  if (LATIN.test(title)) {
    const words = title.split(' ')
    return wanted.split(' ').every((word) => words.includes(word))
  }
  return wanted.length >= 2 && wanted.length < title.length && (title.startsWith(wanted) || title.endsWith(wanted))
}

/** “The Hobbit” of “The Hobbit: there and back again”; Holes is not “Black Holes”. */
const begins = (wanted: string, title: string): boolean =>
  wanted.length >= 2 &&
  title.length > wanted.length &&
  title.startsWith(wanted) &&
  (!LATIN.test(title) || /[\s:–-]/.test(title[wanted.length]!))

export type Mention = { start: number; end: number; known: Known[] }

/** Known names within a text, the longest first, none within another. */
export function mentionsOf(text: string, known: readonly Known[], people: boolean): Mention[] {
  const low = fold(text)
  const hits = known.flatMap((one) =>
    aliases(one, people).flatMap((alias) =>
      placesOf(low, alias).map(([start, end]) => ({ start, end: start + Math.min(alias.length, end - start), one })),
    ),
  )
  const found: Mention[] = []
  for (const { start, end, one } of hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const same = found.find((each) => each.start === start && each.end === end)
    if (same) {
      if (!same.known.some(({ id }) => id === one.id)) same.known.push(one)
    } else if (!found.some((each) => start < each.end && end > each.start)) found.push({ start, end, known: [one] })
  }
  return found.sort((a, b) => a.start - b.start)
}

function aliases(one: Known, people: boolean): string[] {
  const title = fold(one.title)
  const bare = plain(one.title)
  const parts = !people
    ? []
    : LATIN.test(bare)
      ? bare.split(' ').filter((word) => word.length >= 3)
      : /^[가-힣]{3}$/.test(bare)
        ? [bare.slice(1)]
        : /^\p{Script=Han}{3,4}$/u.test(bare)
          ? [bare.slice(0, 2), bare.slice(-2)]
          : []
  return [...new Set([fold(one.name), title, bare, ...parts])].filter((alias) => alias.length >= 2)
}
