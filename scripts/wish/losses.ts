/** What of a wish that was marked by hand is not in the app that was made of it. */
import type { AppSpec, Field } from '../../src/spec.ts'
import type { Mark, Marker } from '../../src/studio/marks/marks.ts'
import type { Wish } from './corpus.ts'

/** The marks by hand, each certain. */
export const truthOf =
  ({ text, marks }: Wish): Marker =>
  () => {
    const all = marks.map(({ role, start, end }): Mark => ({ role, start, end, text: text.slice(start, end), sure: 1 }))
    return {
      marks: all,
      topics: all.filter(({ role }) => role === 'topic'),
      chance: (role, start, end) => Number(all.some((one) => one.role === role && one.start < end && one.end > start)),
    }
  }

const plain = (said: string) =>
  said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’.·・,，、?？-]+/g, '')

/** Kinds that take what one of the kind has to say; text takes what is words. */
const TAKES: Record<string, string[]> = {
  text: ['text', 'note', 'person', 'place', 'choice', 'choices', 'link'],
  note: ['note', 'text'],
  number: ['number', 'quantity', 'computed', 'rating'],
  quantity: ['quantity', 'number', 'computed'],
  money: ['money', 'computed'],
  date: ['date', 'datetime'],
  datetime: ['datetime', 'date', 'time'],
  time: ['time', 'datetime'],
  duration: ['duration', 'number', 'quantity', 'computed'],
  rating: ['rating', 'number', 'choice'],
  yesno: ['yesno', 'choice'],
  choice: ['choice', 'choices', 'yesno', 'text', 'relation'],
  choices: ['choice', 'choices', 'text'],
  person: ['person', 'text', 'choice', 'relation', 'choices'],
  place: ['place', 'text', 'choice', 'relation'],
  link: ['link', 'text'],
  computed: ['computed', 'number', 'money', 'quantity', 'duration'],
}

const fieldsOf = (spec: AppSpec): Field[] => [
  ...spec.collections.flatMap(({ fields }) => fields),
  ...spec.behaviours.flatMap((one) => (one.kind === 'calculator' ? [...one.inputs, ...one.outputs] : [])),
]
/** They share their words, or half of their letters. */
function alike(label: string, said: string): boolean {
  const [a, b] = [plain(label), plain(said)]
  if (a.includes(b) || b.includes(a)) return true
  const shared = [...new Set(a)].filter((sign) => b.includes(sign)).length
  return shared * 2 > Math.max(new Set(a).size, 1)
}
const optionsOf = (field: Field): string[] => ('options' in field ? field.options.map(({ label }) => label) : [])

export type Loss = { what: 'field' | 'kind' | 'options' | 'thing' | 'spare'; said: string }

/**
 * Each field that was marked shall be one of the app, of a kind that takes what is meant, with its options; each of the
 * things an entry, an option or a person; and no other field shall be made of the words of the wish.
 */
export function lossesOf(wish: Wish, spec: AppSpec): Loss[] {
  const losses: Loss[] = []
  const left = fieldsOf(spec)
  const shown = left.filter((field) => !field.hidden && field.kind !== 'schedule')
  const fields = wish.marks.filter(({ role }) => role === 'field')
  const taken = new Set<Field>()
  for (const mark of fields) {
    const said = wish.text.slice(mark.start, mark.end)
    const next = fields.find(({ start }) => start > mark.start)?.start ?? wish.text.length
    const options = wish.marks
      .filter(({ role, start }) => role === 'option' && start >= mark.end && start < next)
      .map(({ start, end }) => wish.text.slice(start, end))
    const kind = options.length >= 2 ? 'choice' : (mark.kind ?? 'text')
    const named = left.filter((field) => !taken.has(field) && alike(field.label, said))
    const others = left.filter((field) => !taken.has(field) && !wish.text.includes(field.label))
    const fits = (field: Field) => TAKES[kind]?.includes(field.kind)
    const field =
      named.find((one) => fits(one) && plain(one.label) === plain(said)) ??
      named.find((one) => plain(one.label) === plain(said)) ??
      named.find(fits) ??
      // Called otherwise: of the very kind.
      (kind === 'text' ? undefined : others.find((one) => one.kind === kind)) ??
      named[0]
    if (!field) losses.push({ what: 'field', said })
    else {
      taken.add(field)
      if (!fits(field)) losses.push({ what: 'kind', said: `${said}: ${field.kind} for ${kind}` })
      else if (options.length >= 2) {
        const own = [
          ...optionsOf(field),
          ...shown.flatMap((one) => (one.kind === 'choice' && alike(one.label, said) ? optionsOf(one) : [])),
        ].map(plain)
        const lacking = options.filter((one) => !own.some((other) => other.includes(plain(one)) || (other && plain(one).includes(other))))
        if (lacking.length) losses.push({ what: 'options', said: `${said}: ${lacking.join(', ')}` })
      }
    }
  }
  const there = [
    ...spec.collections.flatMap(({ seeds }) => seeds.flatMap((seed) => Object.values(seed).map((value) => plain(JSON.stringify(value))))),
    ...shown.flatMap(optionsOf).map(plain),
    ...shown.map(({ label }) => plain(label)),
    plain(JSON.stringify(spec.behaviours)),
  ]
  const things = wish.marks.filter(({ role }) => role === 'item')
  if (things.length >= 2)
    for (const { start, end } of things) {
      const said = wish.text.slice(start, end)
      if (!there.some((one) => one.includes(plain(said)))) losses.push({ what: 'thing', said })
    }
  if (fields.length > 1)
    for (const field of shown)
      if (
        !taken.has(field) &&
        plain(field.label).length >= 2 &&
        plain(wish.text).includes(plain(field.label)) &&
        !['money', 'date', 'computed'].includes(field.kind) &&
        !wish.marks.some(({ start, end }) => alike(field.label, wish.text.slice(start, end)))
      )
        losses.push({ what: 'spare', said: field.label })
  return losses
}
