/**
 * What is there to begin with finds its place: with its like where the kind of app has taken some of it, among what the
 * entries are of, as the first entries, or as the choice that each entry makes.
 */
import type { Family } from '../../base/concepts/types.ts'
import type { Collection, Field } from '../../spec.ts'
import type { Build } from '../rules/build.ts'
import { asLabel, t } from '../rules/words.ts'

const WHICH = t('Which / 哪个 / どれ / 어느 것')
const WHO = t('Who / 谁 / 誰 / 누구')

/** Nothing is kept there, or what is listed is worked out and not written down. */
const WITHOUT = new Set<Family>(['calculator', 'converter', 'timer', 'countdown'])

export function placeThings(b: Build, main: Collection, primary: Family): void {
  if (WITHOUT.has(primary) || b.frame.dated.length) return
  const left = b.frame.things.filter((label) => !isThere(b, label))
  const placed = b.frame.things.filter((label) => !left.includes(label))
  if (!left.length) return
  const like = placed.length ? placeOfLike(b, placed) : undefined
  const home = b.collections.find(
    (one) => !one.seeds.length && main.fields.some((field) => field.kind === 'relation' && field.to === one.id),
  )
  if (like) like(left)
  else if (home && isNamed(home)) seed(b, home, left)
  else if (!main.seeds.length && !isLog(main) && isNamed(main)) seed(b, main, left)
  else choose(b, main, left)
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’.·・-]+/g, '')
/** Words may hang on it: “write with streaks” is there as “Write”. */
const has = (own: string, label: string): boolean => own.includes(fold(label)) || (own.length >= 3 && fold(label).startsWith(own))

const seedsOf = ({ seeds }: Collection): string[] =>
  seeds.flatMap((one) => Object.values(one).flatMap((value) => (typeof value === 'string' ? fold(value) : [])))
const optionsOf = (field: Field): string[] => ('options' in field ? field.options.map(({ label }) => fold(label)) : [])

function isThere(b: Build, label: string): boolean {
  const own = b.collections.flatMap((one) => [...seedsOf(one), ...one.fields.flatMap((field) => [fold(field.label), ...optionsOf(field)])])
  return own.some((one) => has(one, label)) || has(fold(JSON.stringify(b.behaviours)), label)
}

/** Where some of them are already, and how the others get there. */
function placeOfLike(b: Build, placed: readonly string[]): ((labels: readonly string[]) => void) | undefined {
  const holds = (own: readonly string[]) => placed.some((label) => own.some((one) => has(one, label)))
  for (const collection of b.collections) {
    if (isNamed(collection) && holds(seedsOf(collection))) return (labels) => seed(b, collection, labels)
    const field = collection.fields.find((one) => one.kind === 'choice' && holds(optionsOf(one)))
    if (field?.kind === 'choice')
      return (labels) => b.replace(collection, { ...field, options: b.options([...field.options.map((one) => one.label), ...labels]) })
  }
  return undefined
}

const isNamed = ({ fields, title }: Collection): boolean =>
  ['text', 'person', 'place'].includes(fields.find(({ id }) => id === title)?.kind ?? '')
/** Entries of their day, called by it. */
const isLog = ({ fields, title }: Collection): boolean =>
  fields.some((field) => (field.kind === 'date' || field.kind === 'datetime') && field.default !== undefined && field.id !== title) &&
  fields.find(({ id }) => id === title)?.concept !== 'name'

const seed = (b: Build, collection: Collection, labels: readonly string[]): void =>
  b.seed(
    collection,
    labels.map((label) => ({ [collection.title]: asLabel(label, 100) })),
  )

/** Whom of them an entry is of is what its one field of a person says, where they are people. */
function choose(b: Build, main: Collection, labels: readonly string[]): void {
  const people = new Set(b.frame.people.map(fold))
  const arePeople = labels.filter((label) => people.has(fold(label)) || TITLED.test(label)).length * 2 >= labels.length
  const options = b.options(labels)
  const persons = main.fields.filter(({ kind }) => kind === 'person')
  const [person] = persons
  if (arePeople && person && persons.length === 1) {
    b.replace(main, { id: person.id, label: person.label, ...(person.concept && { concept: person.concept }), kind: 'choice', options })
    return
  }
  const field: Field = {
    id: b.id(arePeople ? 'who' : 'which', main.fields),
    label: b.say(arePeople ? WHO : WHICH),
    kind: 'choice',
    options,
  }
  const title = main.fields.findIndex(({ id }) => id === main.title)
  main.fields.splice(title + 1, 0, field)
}
const TITLED =
  /(?:さん|ちゃん|くん|君|先生|先輩|씨|님|이모|삼촌|엄마|아빠|할머니|할아버지)$|^(?:パパ|ママ|me|mum|mom|dad|nan|gran|我|私|나|妈妈?|爸爸?)$|^(?:mrs?|ms|sr|auntie|uncle|老|小|阿)\b|^[老小阿]\p{Script=Han}$/iu
