/**
 * What is known, by what a finding can have to do with (supersede.ts): of its subject, its slot, the slots that exclude or depend on it,
 * an event's day, or the same words. So that taking in a message costs the same with a thousand items as with a million.
 */
import type { MemoryId } from '../../events.ts'
import type { Finding, Item } from '../types.ts'
import { isMoved } from './events.ts'
import { subjectKey } from './people.ts'
import { DEPENDENT, OPPOSITE } from './supersede.ts'

export class Standing {
  private readonly shelves = new Map<string, Map<MemoryId, Item>>()
  private readonly subjects = new Map<string, string>()

  /** In the place of what was known under its id; what is retired stands nowhere. */
  put(item: Item, before?: Item): void {
    if (before) this.remove(before)
    if (item.retired !== null) return
    for (const name of this.shelvesOf(item)) {
      const shelf = this.shelves.get(name)
      if (shelf) shelf.set(item.id, item)
      else this.shelves.set(name, new Map([[item.id, item]]))
    }
  }

  remove(item: Item): void {
    for (const name of this.shelvesOf(item)) {
      const shelf = this.shelves.get(name)
      shelf?.delete(item.id)
      if (shelf?.size === 0) this.shelves.delete(name)
    }
  }

  /** Every item that `supersede` would look at. */
  near(finding: Finding): Item[] {
    const subject = this.keyOf(finding.subject)
    const { attribute } = finding
    const names =
      finding.kind === 'event' && !isMoved(finding.text, finding.language)
        ? [dayShelf(subject, finding.from)]
        : attribute === null
          ? [wordShelf(subject, finding.text)]
          : [attribute, OPPOSITE.get(attribute), ...(DEPENDENT.get(attribute) ?? [])].flatMap((one) =>
              one ? [slotShelf(subject, one)] : [],
            )
    return [...new Map(names.flatMap((name) => [...(this.shelves.get(name) ?? [])])).values()]
  }

  private shelvesOf({ subject: of, attribute, text, kind, from }: Item): string[] {
    const subject = this.keyOf(of)
    return [
      attribute === null ? wordShelf(subject, text) : slotShelf(subject, attribute),
      ...(kind === 'event' ? [dayShelf(subject, from)] : []),
    ]
  }

  /** Few people are spoken of, and finding out which one a name is of is dear. */
  private keyOf(subject: string): string {
    const known = this.subjects.get(subject)
    if (known !== undefined) return known
    const key = subjectKey(subject)
    this.subjects.set(subject, key)
    return key
  }
}

/** What one likes best of two kinds may be one slot in two languages. */
const slotShelf = (subject: string, attribute: string) => `${subject}\n=${attribute.startsWith('favourite ') ? 'favourite ' : attribute}`
const dayShelf = (subject: string, from: string | null) => `${subject}\n@${from?.slice(0, 10) ?? ''}`
const wordShelf = (subject: string, text: string) => `${subject}\n"${text}`
