/**
 * Runs generated logic on the server: QuickJS in WebAssembly. Covers: time, memory, stack, and no host object of any
 * kind (no clock but its own, no timers, no files, no network). Does not cover: what the result says; it is JSON.
 */
import {
  newQuickJSWASMModule,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
  Scope,
  shouldInterruptAfterDeadline,
} from 'quickjs-emscripten'
import { fail, ok, type Result } from '../base/result.ts'

export type QuickJSLimits = { timeoutMs: number; memoryBytes: number }

/** Most characters that come back out. */
const MOST_RESULT = 1_000_000
const STACK = 512 * 1024

/**
 * The value of the script's last expression, by way of JSON; a promise is awaited. Fails with 'script-timeout',
 * 'script-memory', 'script-failed' or 'result-invalid'.
 */
export async function runInQuickJS(script: string, { timeoutMs, memoryBytes }: QuickJSLimits): Promise<Result<unknown>> {
  loaded ??= newQuickJSWASMModule()
  const module = await loaded
  const deadline = Date.now() + timeoutMs
  const runtime = module.newRuntime()
  runtime.setMemoryLimit(memoryBytes)
  runtime.setMaxStackSize(STACK)
  runtime.setInterruptHandler(shouldInterruptAfterDeadline(deadline))
  const context = runtime.newContext()
  try {
    return Scope.withScope((scope) => evaluated(script, context, scope, deadline))
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error), deadline)
  } finally {
    try {
      context.dispose()
      runtime.dispose()
    } catch {
      // A runtime that ran out of memory cannot always be freed in order: the whole module goes, with its memory.
      loaded = null
    }
  }
}

let loaded: Promise<QuickJSWASMModule> | null = null

function evaluated(script: string, context: QuickJSContext, scope: Scope, deadline: number): Result<unknown> {
  const refused = (error: QuickJSHandle) => failure(dumped(context.dump(scope.manage(error))), deadline)
  const first = context.evalCode(script, 'logic.js')
  if (first.error) return refused(first.error)
  let value = scope.manage(first.value)
  if (isPromise(context, value)) {
    const jobs = context.runtime.executePendingJobs()
    if (jobs.error) return refused(jobs.error)
    const state = context.getPromiseState(value)
    if (state.type === 'pending') return fail('script-failed', 'The script waits for something that never comes.')
    if (state.type === 'rejected') return refused(state.error)
    value = scope.manage(state.value)
  }
  // JSON made inside; that the script may have replaced stringify matters to nobody but itself.
  const json = scope.manage(context.getProp(context.global, 'JSON'))
  const text = context.callFunction(scope.manage(context.getProp(json, 'stringify')), context.undefined, value)
  return text.error ? refused(text.error) : fromJSON(context.dump(scope.manage(text.value)))
}

function isPromise(context: QuickJSContext, value: QuickJSHandle): boolean {
  const state = context.getPromiseState(value)
  if (state.type === 'pending') return true
  if (state.type === 'rejected') {
    state.error.dispose()
    return true
  }
  if (state.notAPromise) return false
  state.value.dispose()
  return true
}

function fromJSON(text: unknown): Result<unknown> {
  if (text === undefined) return ok(undefined)
  if (typeof text !== 'string' || text.length > MOST_RESULT) return fail('result-invalid', 'The result is not JSON, or too large.')
  try {
    return ok(JSON.parse(text))
  } catch {
    return fail('result-invalid', 'The result is not JSON.')
  }
}

const dumped = (error: unknown): string => {
  if (typeof error === 'object' && error !== null && 'message' in error) {
    const { name, message } = error as { name?: unknown; message: unknown }
    return `${name ? `${String(name)}: ` : ''}${String(message)}`
  }
  return String(error)
}

function failure(message: string, deadline: number): Result<never> {
  if (/interrupted/i.test(message) || Date.now() > deadline) return fail('script-timeout', 'The script took too long and was stopped.')
  if (/out of memory/i.test(message)) return fail('script-memory', 'The script used more memory than it may.')
  return fail('script-failed', message.slice(0, 2000))
}
