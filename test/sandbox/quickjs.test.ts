import { describe, expect, it } from 'vitest'
import { runInQuickJS } from '../../src/sandbox/quickjs.ts'

const limits = { timeoutMs: 300, memoryBytes: 8 * 1024 * 1024 }
const run = (script: string) => runInQuickJS(script, limits)

describe('logic runs in QuickJS', () => {
  it.each([
    ['1 + 1', 2],
    ['({ a: [1, "二"] })', { a: [1, '二'] }],
    ['(async () => 42)()', 42],
    ['undefined', undefined],
  ])('%s', async (script, value) => expect(await run(script)).toEqual({ ok: true, value }))

  it.each([
    ['an endless loop', 'while (true) {}', 'script-timeout'],
    ['an endless loop in a promise', 'Promise.resolve().then(() => { while (true) {} })', 'script-timeout'],
    ['a thrown error', 'throw new TypeError("no")', 'script-failed'],
    ['a rejected promise', '(async () => { throw new Error("no") })()', 'script-failed'],
    ['endless recursion', '(function f() { f() })()', 'script-failed'],
    ['a promise nobody keeps', 'new Promise(() => {})', 'script-failed'],
    ['a circle', 'const x = {}; x.x = x; x', 'script-failed'],
    ['no syntax', '({', 'script-failed'],
    ['a result that is not JSON', 'JSON.stringify = () => "bad{"; 1', 'result-invalid'],
  ])('%s is a failure, not an exception', async (_, script, code) => {
    const result = await run(script)
    expect(result.ok ? result : result.error.code).toBe(code)
    expect(await run('2 + 2')).toEqual({ ok: true, value: 4 })
  })

  it('holds its memory limit', async () => {
    const result = await runInQuickJS('const a = []; for (;;) a.push(new Array(10000).fill(a.length))', {
      timeoutMs: 800,
      memoryBytes: 4 << 20,
    })
    // Which of the two ends it depends on how hard it tries to free memory first.
    expect(result.ok ? result : result.error.code).toMatch(/^script-(memory|timeout)$/)
    expect(await run('3')).toEqual({ ok: true, value: 3 })
  })

  it.each(['process', 'require', 'fetch', 'setTimeout', 'console', 'WebAssembly', 'Deno', 'Bun', 'XMLHttpRequest', 'module'])(
    'has no %s',
    async (name) => expect(await run(`typeof ${name}`)).toEqual({ ok: true, value: 'undefined' }),
  )

  it('reaches nothing by constructors', async () => {
    const result = await run('({}).constructor.constructor("return typeof process + typeof globalThis.process")()')
    expect(result).toEqual({ ok: true, value: 'undefinedundefined' })
  })
})
