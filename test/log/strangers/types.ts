/** What one message leaves behind in an app that was asked for. */
export type Values = Record<string, unknown>
/**
 * `said`: the message, or several of which the last is judged. `wants`: the records it leaves new (or `changed`), by the
 * labels of their fields or `#kind`; `undefined` where a field must stay empty, a pattern where words may vary.
 */
export type Told = [said: string | string[], wants: Values[], changed?: 'changed']
/** A wish, the records that are kept already, and what a stranger tells. */
export type Stranger = { wish: string; kept?: Values[]; told: Told[] }
/** `first` was looked at while the reading was mended; `later` was only counted. */
export type Halves = { first: Stranger[]; later: Stranger[] }
