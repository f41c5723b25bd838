/** Failure as data. Models, sandboxes, parsers and stores answer with it; throwing is for programmer mistakes. */
export type Failure = {
  /** Stable, for programs: 'record-invalid', 'disk-full', 'app-unknown' ... */
  code: string
  /** What happened and what to do, in plain English; the doors put it in the person's language by `code` and `values`. */
  message: string
  /** Names and figures the sentence speaks of. */
  values?: Record<string, string | number>
}
export type Result<T, F extends Failure = Failure> = { ok: true; value: T } | { ok: false; error: F }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = (code: string, message: string, values?: Failure['values']): { ok: false; error: Failure } => ({
  ok: false,
  error: values ? { code, message, values } : { code, message },
})
