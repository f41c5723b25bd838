/** Any order of changes, undos, redos and restores leaves what a simple model says it should. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppId, CheckpointId } from '../../src/events.ts'
import type { AppSpec } from '../../src/spec.ts'
import { value } from '../store/store.contract.ts'
import { openBench } from './bench.ts'
import { create, remove, update } from './data.contract.ts'
import { plain } from './specs.ts'

type Op =
  | { do: 'add'; name: string }
  | { do: 'change'; at: number; name: string }
  | { do: 'delete'; at: number }
  | { do: 'rename'; name: string }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'restore'; at: number }

const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name: fc.string({ minLength: 1, maxLength: 8 }).filter((one) => one.trim() !== '') }),
  fc.record({ do: fc.constant('change' as const), at: fc.nat(20), name: fc.constantFrom('x', 'y', '名前') }),
  fc.record({ do: fc.constant('delete' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('rename' as const), name: fc.constantFrom('A', 'B', 'C') }),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
  fc.record({ do: fc.constant('restore' as const), at: fc.nat(30) }),
)

type State = { name: string; records: { id: string; values: unknown }[] }
/** The model: whole states, a line of them, and where one stands. */
type Model = { past: State[]; future: State[]; state: State; checkpoints: { id: CheckpointId; state: State }[] }

describe('history', () => {
  it('is what a model of whole states says, for any order of operations', async () => {
    const bench = await openBench()
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 25 }), async (ops) => {
        const app = await bench.make(plain())
        const start = await stateOf(app)
        const model: Model = {
          past: [],
          future: [],
          state: start,
          checkpoints: [{ id: value(await bench.apps.get(app)).checkpoint, state: start }],
        }
        for (const one of ops) {
          await step(app, model, one)
          expect(await stateOf(app)).toEqual(model.state)
        }
        for (const { id, state } of model.checkpoints.slice(-4)) {
          value(await bench.apps.restore(app, id))
          expect(await stateOf(app)).toEqual(state)
        }
      }),
      { numRuns: 60 },
    )
    await bench.close()

    async function stateOf(app: AppId): Promise<State> {
      const { spec } = value(await bench.apps.get(app))
      const records = value(await bench.apps.data(app).records('items'))
      return { name: spec.name, records: records.map(({ id, values }) => ({ id, values })) }
    }

    async function step(app: AppId, model: Model, one: Op): Promise<void> {
      const data = bench.apps.data(app)
      if (one.do === 'undo' || one.do === 'redo') {
        const [from, to] = one.do === 'undo' ? [model.past, model.future] : [model.future, model.past]
        const result = await bench.apps[one.do](app)
        const state = from.pop()
        expect(result.ok).toBe(state !== undefined)
        if (!result.ok || !state) return
        to.push(model.state)
        model.state = state
        model.checkpoints.push({ id: result.value.id, state })
        return
      }
      const { records } = model.state
      const target = 'at' in one && records.length > 0 ? records[one.at % records.length]!.id : null
      let checkpoint: CheckpointId
      if (one.do === 'restore')
        checkpoint = value(await bench.apps.restore(app, model.checkpoints[one.at % model.checkpoints.length]!.id)).id
      else if (one.do === 'rename')
        checkpoint = value(
          await bench.apps.publish(app, { spec: { ...plain(), name: one.name } as AppSpec, files: {}, requests: [], what: 'r' }),
        ).checkpoint
      else if (one.do === 'add') checkpoint = value(await data.write([create('items', { name: one.name })], 'person')).checkpoint
      else if (target === null) return
      else
        checkpoint = value(
          await data.write([one.do === 'change' ? update('items', target, { name: one.name }) : remove('items', target)], 'person'),
        ).checkpoint
      const expected = one.do === 'restore' ? model.checkpoints[one.at % model.checkpoints.length]!.state : await stateOf(app)
      model.past.push(model.state)
      model.future = []
      model.state = expected
      model.checkpoints.push({ id: checkpoint, state: expected })
    }
  })
})
