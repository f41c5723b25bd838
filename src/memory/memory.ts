/**
 * The memory engine of one person, put together: what is said goes in, what fits comes out, what is to be forgotten is
 * gone. The store and the journal are the truth; everything here is a cache, made when it is first asked for.
 *
 *   take in   a turn becomes a unit; what it tells becomes items (ingest/), newer ones retire older ones, reversibly;
 *             turns of the recent days are summarised as episodes (summary/)
 *   recall    policy, then lexical and vector legs, then the memory token points and stops (recall/)
 *   forget    the item, the words it came from and every event that carried it (forget.ts of the house)
 */
import type { Clock } from '../base/clock.ts'
import { bucketOf } from '../base/hashed.ts'
import type { NewId } from '../base/ids.ts'
import type { Now } from '../base/language/types.ts'
import { type Failure, fail, ok, type Result } from '../base/result.ts'
import { each, paced } from '../base/steps.ts'
import type { ConversationId, Event, EventId, MemoryId, TurnId } from '../events.ts'
import type { Language } from '../spec.ts'
import type { StaticEmbedder } from './embed/builtin.ts'
import type { Embedder } from './embed/types.ts'
import { guardedAs } from './guarded.ts'
import { holder } from './holds.ts'
import type { KeptIndex } from './index/kept.ts'
import { type About, about, extract, Standing, supersede } from './ingest/index.ts'
import { openMeaning } from './meaning.ts'
import { type Opening, openingOf, type Portrait, portraitOf } from './portrait.ts'
import { type Audience, FOR_THE_PERSON } from './privacy.ts'
import type { VectorRows } from './recall/chosen.ts'
import { openingRecall, type Recall, type RecallWeights, type Turn } from './recall/recall.ts'
import { type Reward, rewardOf, rewardsIn } from './summary/salience.ts'
import { type EpisodeRows, type EpisodicTier, openTier, type Recent } from './summary/tier.ts'
import { summariser } from './summary/weights.ts'
import type { Finding, Item, PrivacyClass, Provenance, Recalled, Remembered } from './types.ts'

/** Messages of a conversation that are looked at again. */
export const WINDOW = 12

export type Line = { role: 'person' | 'agent'; text: string }

export const asRemembered = (item: Item): Remembered => ({ id: item.id, text: item.text, score: 1, worth: 1, at: item.learned, item })

export type Message = {
  event: EventId
  conversation: ConversationId
  text: string
  /** The wall clock of who wrote it. */
  now: Now
  language: Language
}

/** What a message taught: new items, those that took in a repetition, and those that no longer hold. */
export type Learned = { added: Item[]; merged: Item[]; retired: Item[] }

/** Where items are kept; the store's table in use. */
export type Items = {
  change(change: { put?: readonly Item[]; remove?: readonly MemoryId[] }): Promise<Result<void>>
  all(): Promise<Item[]>
}
export type Past = {
  byConversation(conversation: ConversationId): Promise<Event[]>
  /** Newest first. */
  byType(types: readonly Event['type'][]): Promise<Event[]>
}

export type MemoryParts = {
  items: Items
  episodes: EpisodeRows
  past: Past
  clock: Clock
  newId: NewId
  /** Read when the memory is first used, so that a server starts without them. */
  weights: () => RecallWeights
  /** Null where there are no weights of it: recall is lexical then. */
  embedder: () => StaticEmbedder | null
  /** Where the index is kept between starts; without it each start makes it anew. */
  index?: KeptIndex
  /** The embedder a person chose instead of the built-in one, asked for when the memory is first used. */
  chosen?: { embedder(): Promise<ChosenEmbedder | null>; vectors: VectorRows }
}

/** An embedder, and the classes of what may be sent to it. */
export type ChosenEmbedder = { embedder: Embedder; classes: ReadonlySet<PrivacyClass> }

/** How far the chosen embedder is: null where none is chosen. `failure` is why it does not go on for now. */
export type Embedding = { model: string; left: number; ready: boolean; failure: Failure | null } | null

export type Correction = Partial<Pick<Item, 'text' | 'pinned' | 'privacy' | 'expires' | 'domain'>>

export type RecallOptions = {
  now: Now
  language: Language
  audience?: Audience
  most?: number
  /** What was just said is no answer to itself. */
  except?: EventId
  /** Leaves no mark: what is recalled counts as used otherwise. */
  unmarked?: boolean
}

export interface MemoryEngine {
  window(conversation: ConversationId): Promise<Line[]>
  /** A turn worth keeping: its words become recallable, and what it tells is learned. */
  takeIn(message: Message): Promise<Result<Learned>>
  /** What the person asked to have remembered, as they said it. */
  remember(
    text: string,
    from: Pick<Message, 'now' | 'language'> & { source: EventId | null; conversation: ConversationId | null; provenance?: Provenance },
  ): Promise<Result<Item>>
  recall(question: string, options: RecallOptions): Promise<Recalled>
  /** Items of a subject, slot or domain that a text names ("everything about my health"), those that held once too. */
  named(text: string): Promise<Item[]>
  /** What holds now, newest first; with `retired`, what held once too. */
  list(options?: { retired?: boolean }): Promise<Item[]>
  /** Items whose text holds these words as they stand, the newest first. */
  holding(words: string, options?: { retired?: boolean }): Promise<Item[]>
  get(id: MemoryId): Promise<Item | null>
  correct(id: MemoryId, correction: Correction): Promise<Result<Item>>
  /** What is no longer true: kept, but neither recalled nor told. Changes nothing where it held no longer anyway. */
  retire(id: MemoryId): Promise<Result<Item>>
  /** Makes a retired item hold again, and retires what took its place. */
  restore(id: MemoryId): Promise<Result<Item>>
  /** Takes items and turns out of the store and of every cache. The journal is the caller's (forget.ts of the house). */
  forget(ids: readonly MemoryId[], turns: readonly EventId[]): Promise<Result<Item[]>>
  portrait(now: Now): Promise<Portrait>
  /** What a new conversation begins with; `first`: its first message, which the portrait is bound to. */
  opening(first: string | null, options: { now: Now; audience?: Audience }): Promise<Opening>
  /** What was talked about in the last days, the newest first; none where there is no embedder. */
  episodes(most: number): Promise<Recent[]>
  /** Changes to another embedder, null to the built-in one: in the background, search goes on with what there was. */
  embedWith(chosen: ChosenEmbedder | null): Promise<Result<void>>
  embedding(): Promise<Embedding>
  /** Lets go of every cache, the saved index with them; the next use reads the store and the journal anew. Fails 'disk-error'. */
  reset(): Result<void>
  /** Saves the index where it changed. */
  close(): Promise<void>
}

/** So many changes are worth writing the index again for while the server runs. */
const WORTH_SAVING = 1000

/** Of the newest, those that may open a conversation. */
const EPISODES_LOOKED_AT = 20

/** Beside something this many times likelier, what is left is noise. */
const FAINT = 0.1

/** Messages of these intents tell something of the person; commands, entries and questions do not, and what was asked to be remembered is an item. */
const TELLING = new Set(['tell', 'unclear', 'plan', 'build', 'feedback', 'thanks'])
export const tells = (intent: string): boolean => TELLING.has(intent)

export function openMemory({ items, episodes, past, clock, newId, weights, embedder, index, chosen }: MemoryParts): MemoryEngine {
  type Loaded = { items: Known; recall: Recall; tier: EpisodicTier | null }
  let loaded: Promise<Loaded> | null = null
  /** The recall that stands for the person; one that was let go of is never saved. */
  let live: Recall | null = null
  let resets = 0
  const meaning = openMeaning(chosen?.vectors)
  /** Forgettings under way: what they take away may not be saved meanwhile. */
  let forgetting = 0
  const open = () => {
    loaded ??= load().catch((error) => {
      loaded = null
      throw error
    })
    return loaded
  }

  async function load(): Promise<Loaded> {
    const before = resets
    const builtin = embedder()
    const recall = await paced(openingRecall(weights(), builtin, (await index?.read()) ?? null))
    const events = (await past.byType(['message-received', 'module-chosen'])).reverse()
    const intents = new Map<TurnId, string>()
    await paced(
      each(events, (one) => {
        // A question tells nothing.
        if (one.type === 'module-chosen' && one.turn && !one.features.question) intents.set(one.turn, String(one.features.intent ?? ''))
      }),
    )
    const turns: (Turn & { id: EventId; conversation: ConversationId; at: string })[] = []
    await paced(
      each(
        events,
        (event) => {
          if (event.type !== 'message-received' || !event.conversation || !event.turn || !tells(intents.get(event.turn) ?? '')) return
          const turn = { id: event.id, text: event.text, conversation: event.conversation, at: event.at }
          turns.push(turn)
          recall.addTurn(turn)
        },
        STEP,
      ),
    )
    const model = summariser(builtin)
    const all = await items.all()
    const sources = new Map<MemoryId, EventId | null>()
    await paced(each(all, ({ id, source }) => sources.set(id, source)))
    const came = (await past.byType(['memory-recalled', 'memory-stored', 'memory-changed', 'feedback-received'])).reverse()
    const rewards = rewardsIn(came, (id) => sources.get(id) ?? (id as string as EventId))
    const tier = model ? await openTier(episodes, model, turns, clock.now(), rewards) : null
    const known = new Known()
    await paced(
      each(
        all,
        (item) => {
          known.set(item.id, item)
          if (item.retired === null) recall.addItem(item)
        },
        STEP,
      ),
    )
    recall.complete()
    if (before === resets) live = recall
    void recall.settle().then(() => {
      if (recall.changes >= WORTH_SAVING) save(recall)
    })
    meaning.follow(recall)
    // What cannot be opened is told where it was chosen; the built-in embedder goes on.
    void chosen?.embedder().then((one) => (one ? meaning.use(one) : undefined))
    return { items: known, recall, tier }
  }

  /** A cache that cannot be written is no failure: the next start makes it anew. */
  function save(recall: Recall): void {
    if (live !== recall || forgetting) return
    const bytes = index && recall.save()
    if (bytes) index.write(bytes)
  }

  /** The saved index goes first, so that nothing in it outlives the store's row; what is left is saved again later. */
  async function withoutIndex(work: () => Promise<Result<void>>): Promise<Result<void>> {
    forgetting++
    try {
      const dropped = index?.drop() ?? ok(undefined)
      return dropped.ok ? await work() : dropped
    } finally {
      forgetting--
    }
  }

  const instant = () => new Date(clock.now()).toISOString()
  const expired = (item: Item) => item.expires !== null && item.expires < instant()
  const holds = (item: Item) => item.retired === null && !expired(item)

  /** Writes first, then changes what is in memory: what failed to be kept is not known. */
  async function keep(put: readonly Item[]): Promise<Result<void>> {
    const { items: known, recall } = await open()
    const kept = await items.change({ put })
    if (!kept.ok) return kept
    for (const item of put) {
      const before = known.get(item.id)
      known.set(item.id, item)
      if (item.retired !== null) recall.remove(item.id)
      else if (!before || before.retired !== null || RECALLED.some((name) => item[name] !== before[name])) recall.addItem(item)
    }
    return kept
  }

  const made = (finding: Finding, from: { source: EventId | null; conversation: ConversationId | null; provenance: Provenance }): Item => ({
    ...finding,
    ...from,
    id: newId<MemoryId>(),
    learned: instant(),
    retired: null,
    supersededBy: null,
    pinned: false,
    usedAt: null,
    uses: 0,
  })

  /** Adds findings one by one, each seeing what the ones before it changed. */
  async function learn(findings: readonly Finding[], from: Parameters<typeof made>[1]): Promise<Result<Learned>> {
    const { items: known } = await open()
    const changed = new Map<MemoryId, Item>()
    const learned: Learned = { added: [], merged: [], retired: [] }
    for (const finding of findings) {
      const near = known.standing.near(finding).filter(({ id }) => !changed.has(id))
      const decision = supersede([...near, ...changed.values()].filter(holds), finding)
      if (decision.action === 'ignore') continue
      const same = decision.action === 'merge' && decision.of ? (changed.get(decision.of) ?? known.get(decision.of)) : undefined
      if (same) {
        const stronger = {
          ...same,
          // “I used to live there”: what was known holds no longer, and no newer item took its place.
          until: finding.until ?? same.until,
          confidence: Math.max(same.confidence, finding.confidence),
          importance: Math.min(1, same.importance + 0.05),
        }
        changed.set(same.id, stronger)
        learned.merged.push(stronger)
        continue
      }
      const item = made(finding, from)
      changed.set(item.id, item)
      learned.added.push(item)
      for (const id of decision.retires) {
        const old = changed.get(id) ?? known.get(id)
        if (!old) continue
        const retired = { ...old, retired: instant(), supersededBy: item.id }
        changed.set(id, retired)
        learned.retired.push(retired)
      }
    }
    const kept = changed.size ? await keep([...changed.values()]) : ok(undefined)
    return kept.ok ? ok(learned) : kept
  }

  return {
    async window(conversation) {
      const lines: Line[] = (await past.byConversation(conversation)).flatMap((event): Line[] => {
        if (event.type === 'message-received') return [{ role: 'person', text: event.text }]
        return event.type === 'reply-end' ? [{ role: 'agent', text: event.text }] : []
      })
      return lines.slice(-WINDOW)
    },

    async takeIn({ event, conversation, text, now, language }) {
      const { recall, tier } = await open()
      // A secret is kept only where the person asks for it in so many words.
      const findings = extract({ text, at: now, language }).filter(({ privacy }) => privacy !== 'secret')
      const learned = await learn(findings, { source: event, conversation, provenance: 'said' })
      if (!learned.ok) return learned
      const turn = { id: event, text, conversation, at: instant() }
      recall.addTurn(turn)
      void recall.settle()
      meaning.goOn()
      // A summary that cannot be kept now is made later: the turn is what counts.
      await tier?.add(turn)
      return learned
    },

    async remember(text, { source, conversation, now, language, provenance = 'asked' }) {
      const { items: known } = await open()
      const same = known.saying(text)
      if (same) return ok(same)
      const found = extract({ text, at: now, language })
      const first = found.length === 1 ? { ...found[0]!, text } : plainFact(text, language)
      const learned = await learn([{ ...first, importance: Math.max(0.8, first.importance) }], { source, conversation, provenance })
      if (!learned.ok) return learned
      const [item] = [...learned.value.added, ...learned.value.merged]
      return item ? ok(item) : fail('memory-unkept', 'That could not be remembered.')
    },

    async recall(question, { now, language, audience = FOR_THE_PERSON, most = 5, unmarked = false, except }) {
      const { items: known, recall, tier } = await open()
      for (const item of known.ending()) if (expired(item)) recall.remove(item.id)
      const nearest = await meaning.asked(question)
      const searched = recall.search(question, {
        now,
        language,
        classes: audience.classes,
        most: except ? most + 1 : most,
        ...(nearest && { nearest }),
      })
      const { stop } = searched
      const found = searched.found.filter(({ id }) => id !== except).slice(0, most)
      const sources = new Set(found.map(({ id }) => known.get(id as MemoryId)?.source).filter((source) => source))
      const best = Math.max(0, ...found.map(({ worth }) => worth))
      const remembered = found
        .filter(({ worth }) => worth >= FAINT * best)
        // What was learned from a turn stands for it.
        .filter(({ id }) => !sources.has(id as EventId))
        .map(({ id, ...rest }): Remembered => ({ ...rest, id: id as MemoryId, item: known.get(id as MemoryId) ?? null }))
      if (!unmarked) {
        await used(remembered.flatMap(({ item }) => (item ? [item] : [])))
        // Learned from beside: nobody waits for it.
        void tier?.reward(
          remembered.map(({ id, item, worth }): Reward => ({ turn: item?.source ?? (id as string as EventId), value: worth })),
        )
      }
      return { items: remembered, stop }
    },

    async named(text) {
      const { items: known } = await open()
      return [...known.values()].filter((item) => fits(item, about(text)))
    },
    async list({ retired = false } = {}) {
      const { items: known } = await open()
      return [...known.values()].filter((item) => (retired ? true : holds(item))).reverse()
    },
    async holding(words, { retired = false } = {}) {
      const { items: known, recall } = await open()
      const saysThem = holder(words)
      const may = recall.mayHold(words)
      const found: Item[] = []
      const look = (item: Item | undefined) => {
        if (item && (retired || holds(item)) && saysThem(item.text)) found.push(item)
      }
      // What held once is in no index; a single letter is in too many of its places.
      if (may) await paced(each(may, (id) => look(known.get(id as MemoryId))))
      await paced(each(may ? (retired ? known.past() : []) : known.values(), look))
      return found.sort((a, b) => (a.learned === b.learned ? (a.id < b.id ? 1 : -1) : a.learned < b.learned ? 1 : -1))
    },
    get: async (id) => (await open()).items.get(id) ?? null,

    async correct(id, correction) {
      const { items: known, tier } = await open()
      const item = known.get(id)
      if (!item) return unknown(id)
      const text = correction.text?.trim()
      const changed = {
        ...item,
        ...correction,
        ...(text ? { text, value: null, attribute: text === item.text ? item.attribute : null } : {}),
      }
      const kept = await keep([changed])
      if (kept.ok && item.source)
        await tier?.reward(rewardOf(item.source, { corrected: changed.text !== item.text, pinned: !item.pinned && changed.pinned }))
      return kept.ok ? ok(changed) : kept
    },

    async retire(id) {
      const { items: known } = await open()
      const item = known.get(id)
      if (!item) return unknown(id)
      if (item.retired !== null) return ok(item)
      const past = { ...item, retired: instant() }
      const kept = await keep([past])
      return kept.ok ? ok(past) : kept
    },

    async restore(id) {
      const { items: known } = await open()
      const item = known.get(id)
      if (!item) return unknown(id)
      const back = { ...item, retired: null, supersededBy: null }
      const other = item.supersededBy ? known.get(item.supersededBy) : undefined
      const kept = await keep([back, ...(other ? [{ ...other, retired: instant(), supersededBy: id }] : [])])
      return kept.ok ? ok(back) : kept
    },

    async forget(ids, turns) {
      const { items: known, recall, tier } = await open()
      const gone = ids.flatMap((id) => known.get(id) ?? [])
      if (gone.length < ids.length) return unknown(ids.find((id) => !known.has(id))!)
      // What an item took the place of does not come back by itself, and no row may name one that is gone.
      const pointing = [...known.values()].filter((item) => item.supersededBy && ids.includes(item.supersededBy) && !ids.includes(item.id))
      const put = pointing.map((item) => ({ ...item, supersededBy: null }))
      const removed = await withoutIndex(async () => {
        // Summaries first: they can be made again where the rest fails, and the rest could not be told from them.
        const summarised = (await tier?.forget([...turns, ...gone.flatMap(({ source }) => source ?? [])])) ?? ok(undefined)
        if (!summarised.ok) return summarised
        const changed = await items.change({ put, remove: ids })
        if (!changed.ok) return changed
        for (const item of put) known.set(item.id, item)
        for (const id of ids) known.delete(id)
        for (const id of [...ids, ...turns]) recall.remove(id)
        // Last, so that no vector that was under way comes after it.
        return chosen?.vectors.remove([...ids, ...turns]) ?? changed
      })
      return removed.ok ? ok(gone) : removed
    },

    async portrait(now) {
      const { items: known } = await open()
      return portraitOf([...known.values()].filter(holds), now)
    },

    async opening(first, { now, audience = FOR_THE_PERSON }) {
      const { items: known, tier } = await open()
      const recent = (await tier?.recent(EPISODES_LOOKED_AT)) ?? []
      const bound = first === null ? null : about(first)
      return openingOf([...known.values()].filter(holds), recent, bound, { now, audience, calendar: calendarBy(now, clock.now()) })
    },

    async episodes(most) {
      const { tier } = await open()
      return tier ? tier.recent(most) : []
    },
    async embedWith(one) {
      await open()
      return meaning.use(one)
    },
    async embedding() {
      await open()
      return meaning.state()
    },

    reset() {
      meaning.leave()
      loaded = live = null
      resets++
      return index?.drop() ?? ok(undefined)
    },
    async close() {
      meaning.leave()
      const recall = loaded && (await loaded.catch(() => null))?.recall
      if (recall?.changes) save(recall)
    },
  }

  /** Being recalled keeps an item alive; only that is written, so a full disk does not fail a recall. */
  async function used(recalled: readonly Item[]): Promise<void> {
    if (recalled.length) await keep(recalled.map((item) => ({ ...item, uses: item.uses + 1, usedAt: instant() })))
  }
}

/** What recall sees of an item: that it was used, say, changes nothing there. */
const RECALLED = ['text', 'privacy', 'kind', 'from', 'expires'] as const

const unknown = (id: MemoryId): Result<never> => fail('memory-unknown', `There is no memory ${id}.`, { memory: id })

/** “What do you know about me?” asks for no one thing. */
const ME = /^(?:me|myself|us|i|我|我们|俺|私|僕|自分|私のこと|나|저|우리|나에 ?대해서?|저에 ?대해서?)?[\s?？。.]*$/iu
export const isAboutMe = (about: string): boolean => ME.test(about.trim())

const ALL = /\b(?:everything|all|anything)\b|所有|全部|一切|すべて|全て|全部|모두|모든|전부|다 잊/iu
export const saysAll = (text: string): boolean => ALL.test(text)

/** The person's calendar at another instant, from what it is at this one. */
function calendarBy(now: Now, at: number): (instant: string) => Now {
  const ahead = Math.round((Date.parse(`${now.date}T${now.time}:00Z`) - at) / QUARTER) * QUARTER
  return (instant) => {
    const local = new Date(Date.parse(instant) + ahead).toISOString()
    return { date: local.slice(0, 10), time: local.slice(11, 16), weekStart: now.weekStart }
  }
}
/** Time zones are whole quarters of an hour apart. */
const QUARTER = 900_000

/** Units that are made recallable in one step, where no index was saved. */
const STEP = 20

/** Items by id, and by what is asked of them often: their words, what they may take the place of, whether they end. */
class Known extends Map<MemoryId, Item> {
  readonly standing = new Standing()
  private readonly words = new Map<number, MemoryId[]>()
  private readonly ends = new Set<MemoryId>()
  /** Those that held once. */
  private readonly retired = new Set<MemoryId>()
  override set(id: MemoryId, item: Item): this {
    const before = this.get(id)
    this.standing.put(item, before)
    if (item.retired === null) this.retired.delete(id)
    else this.retired.add(id)
    if (item.expires === null) this.ends.delete(id)
    else this.ends.add(id)
    if (before?.text !== item.text) {
      if (before) this.unsay(before)
      const key = bucketOf(fold(item.text), WORDS_APART)
      const there = this.words.get(key)
      if (there) there.push(id)
      else this.words.set(key, [id])
    }
    return super.set(id, item)
  }
  override delete(id: MemoryId): boolean {
    const item = this.get(id)
    if (item) {
      this.standing.remove(item)
      this.unsay(item)
      this.ends.delete(id)
      this.retired.delete(id)
    }
    return super.delete(id)
  }
  private unsay({ id, text }: Item): void {
    const key = bucketOf(fold(text), WORDS_APART)
    const left = (this.words.get(key) ?? []).filter((one) => one !== id)
    if (left.length) this.words.set(key, left)
    else this.words.delete(key)
  }
  /** What holds and says this in the same words. */
  saying(text: string): Item | undefined {
    const wanted = fold(text)
    const ids = this.words.get(bucketOf(wanted, WORDS_APART)) ?? []
    return ids.map((id) => this.get(id)!).find((item) => item.retired === null && fold(item.text) === wanted)
  }
  past(): Item[] {
    return [...this.retired].map((id) => this.get(id)!)
  }
  ending(): Item[] {
    return [...this.ends].map((id) => this.get(id)!)
  }
}
/** Words of so many kinds are told apart at once. */
const WORDS_APART = 2 ** 30

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** What the person wants kept and no pattern reads. */
function plainFact(text: string, language: Language): Finding {
  return {
    kind: 'fact',
    text,
    language,
    domain: 'other',
    subject: 'me',
    attribute: null,
    value: null,
    single: false,
    from: null,
    until: null,
    confidence: 1,
    importance: 0.8,
    privacy: guardedAs(text),
    expires: null,
  }
}

/** Whether an item is of what a text names: its subject where one is named, and its slot or domain where one is. */
function fits(item: Item, { subjects, attributes, domains }: About): boolean {
  if (subjects.length + attributes.length + domains.length === 0) return false
  if (subjects.length && !subjects.some((subject) => fold(subject) === fold(item.subject))) return false
  if (attributes.length === 0 && domains.length === 0) return true
  return (item.attribute !== null && attributes.includes(item.attribute)) || domains.includes(item.domain)
}
