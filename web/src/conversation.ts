/** A conversation's turns and what can happen to them. Pure. */

import type { Failure } from '../../src/base/result.ts'
import type { Event } from '../../src/events.ts'
import { advance, isOpen, newTurn, type Turn } from './turn.ts'

export type Happening =
  | { do: 'restored'; turns: Turn[] }
  | { do: 'said'; key: string; text: string; at: string }
  | { do: 'heard'; key: string; event: Event }
  | { do: 'lost'; key: string }
  | { do: 'refused'; key: string; failure: Failure }
  | { do: 'taken-back'; key: string }

export function happened(turns: Turn[], happening: Happening): Turn[] {
  const change = (key: string, to: (turn: Turn) => Turn) => turns.map((turn) => (turn.key === key ? to(turn) : turn))
  switch (happening.do) {
    case 'restored':
      return happening.turns
    case 'said':
      return [...turns, newTurn(happening.key, happening.text, happening.at)]
    case 'heard':
      return change(happening.key, (turn) => advance(turn, happening.event))
    case 'lost':
      return change(happening.key, (turn) => ({ ...turn, state: 'lost' }))
    case 'refused':
      return change(happening.key, (turn) => ({ ...turn, state: 'failed', failure: happening.failure }))
    case 'taken-back':
      return turns.filter((turn) => turn.key !== happening.key)
  }
}

/** The turn that still goes on, if one does. */
export const openTurn = (turns: readonly Turn[]): Turn | null => turns.findLast(isOpen) ?? null
