/** A timer that is a pure function of when it was started: it is right after a reload, a sleep or a slow tab. */
export type Phase = { label: string; minutes: number; rest?: boolean | undefined }
/** `startedAt` ms; null while it stands. `elapsed` ms run before that. */
export type TimerState = { startedAt: number | null; elapsed: number }
export type TimerView = {
  round: number
  phase: number /** ms */
  left: number /** 0..1 of this phase */
  done: number
  ended: boolean
  running: boolean /** phases that are over */
  passed: number
}

export const IDLE: TimerState = { startedAt: null, elapsed: 0 }

export const startTimer = (state: TimerState, now: number): TimerState => (state.startedAt === null ? { ...state, startedAt: now } : state)
export const pauseTimer = (state: TimerState, now: number): TimerState => ({ startedAt: null, elapsed: ran(state, now) })

/** To the start of the next phase. */
export function skipPhase(state: TimerState, phases: readonly Phase[], rounds: number, now: number): TimerState {
  const { left, ended } = viewTimer(state, phases, rounds, now)
  if (ended) return state
  return { startedAt: state.startedAt === null ? null : now, elapsed: ran(state, now) + left }
}

const ran = ({ startedAt, elapsed }: TimerState, now: number) => elapsed + (startedAt === null ? 0 : Math.max(0, now - startedAt))

export function viewTimer(state: TimerState, phases: readonly Phase[], rounds: number, now: number): TimerView {
  let left = ran(state, now)
  for (let round = 0; round < rounds; round++)
    for (const [phase, { minutes }] of phases.entries()) {
      const length = minutes * 60_000
      if (left < length)
        return {
          round,
          phase,
          left: length - left,
          done: left / length,
          ended: false,
          running: state.startedAt !== null,
          passed: round * phases.length + phase,
        }
      left -= length
    }
  return {
    round: rounds - 1,
    phase: Math.max(0, phases.length - 1),
    left: 0,
    done: 1,
    ended: true,
    running: false,
    passed: rounds * phases.length,
  }
}

/** What is kept while the page is closed; anything else is an idle timer. */
export function readTimer(kept: string | null | undefined): TimerState {
  try {
    const { startedAt, elapsed } = JSON.parse(kept ?? '') as Partial<TimerState>
    const ok = typeof elapsed === 'number' && elapsed >= 0 && (startedAt === null || typeof startedAt === 'number')
    return ok ? { startedAt: startedAt ?? null, elapsed } : IDLE
  } catch {
    return IDLE
  }
}

/** '24:05', '1:05:00'. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}
