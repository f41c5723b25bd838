/** Spaced repetition by FSRS (ts-fsrs; Ye, Su & Cao 2022, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling"). */
import { type Card, createEmptyCard, fsrs, type Grade, Rating, State } from 'ts-fsrs'

export type Answered = 'again' | 'hard' | 'good' | 'easy'
export const ANSWERS: readonly Answered[] = ['again', 'hard', 'good', 'easy']

const GRADES: Record<Answered, Grade> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy }

/** No fuzz: the same answers give the same dates, so that a check can foresee them. */
const scheduler = fsrs({ enable_fuzz: false })

/** The state kept in a schedule field; what cannot be read is a new card. */
export function cardOf(kept: unknown, now: Date): Card {
  if (typeof kept !== 'string') return createEmptyCard(now)
  try {
    const raw = JSON.parse(kept) as Record<string, unknown>
    const number = (key: string) => (typeof raw[key] === 'number' && Number.isFinite(raw[key]) ? (raw[key] as number) : Number.NaN)
    const date = (key: string) => new Date(String(raw[key]))
    const card: Card = {
      ...createEmptyCard(now),
      due: date('due'),
      stability: number('stability'),
      difficulty: number('difficulty'),
      reps: number('reps'),
      lapses: number('lapses'),
    }
    card.elapsed_days = 0
    card.scheduled_days = number('scheduled_days')
    card.learning_steps = number('learning_steps')
    card.state = number('state') as State
    if (raw.last_review) card.last_review = date('last_review')
    const sound = [
      card.stability,
      card.difficulty,
      card.reps,
      card.lapses,
      card.scheduled_days,
      card.learning_steps,
      card.due.getTime(),
    ].every((n) => !Number.isNaN(n))
    return sound && card.state in State ? card : createEmptyCard(now)
  } catch {
    return createEmptyCard(now)
  }
}

/** The state after an answer, as kept in the field. */
export const afterAnswer = (kept: unknown, answer: Answered, now: Date): string =>
  JSON.stringify(scheduler.next(cardOf(kept, now), now, GRADES[answer]).card)

/** Minutes until the card comes again, for each answer: shown on the buttons. */
export function intervals(kept: unknown, now: Date): Record<Answered, number> {
  const card = cardOf(kept, now)
  const minutes = (answer: Answered) =>
    Math.max(1, Math.round((scheduler.next(card, now, GRADES[answer]).card.due.getTime() - now.getTime()) / 60_000))
  return { again: minutes('again'), hard: minutes('hard'), good: minutes('good'), easy: minutes('easy') }
}

export type Queue<R> = { due: R[]; fresh: R[] /** when the next one comes, if none is due */; next: Date | null }

/** What to review now: cards that are due, the longest waiting first, then new ones up to what is left of the day's number. */
export function queueOf<R extends { id: string; kept: unknown }>(cards: readonly R[], now: Date, newPerDay: number): Queue<R> {
  const states = cards.map((record) => ({ record, card: cardOf(record.kept, now) }))
  const seen = states.filter(({ card }) => card.state !== State.New)
  const due = seen.filter(({ card }) => card.due <= now).sort((a, b) => a.card.due.getTime() - b.card.due.getTime())
  const startedToday = seen.filter(({ card }) => card.reps === 1 && card.last_review?.toDateString() === now.toDateString()).length
  const fresh = states.filter(({ card }) => card.state === State.New).slice(0, Math.max(0, newPerDay - startedToday))
  const later = seen.filter(({ card }) => card.due > now).map(({ card }) => card.due.getTime())
  return {
    due: due.map(({ record }) => record),
    fresh: fresh.map(({ record }) => record),
    next: later.length ? new Date(Math.min(...later)) : null,
  }
}
