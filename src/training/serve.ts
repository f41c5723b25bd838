/** A trained model made smaller for serving: its adapter merged, the matrices of its linear layers in eight bits. */
import { addTo } from './lora.ts'
import { bytesOf, type Eight, quantise } from './tensor/eight.ts'
import type { Space } from './tensor/memory.ts'
import { Parameters } from './tensor/parameters.ts'
import { linearNames, type Model, shapesOf } from './transformer.ts'

/** A model of its own in `to`; what it was made of is left as it is. */
export function served(from: Space, model: Model, to: Space): Model {
  const { base, config, lora } = model
  const names = new Set(linearNames(config))
  const shapes = shapesOf(config)
  const kept = new Parameters(to, Object.fromEntries(Object.entries(shapes).filter(([name]) => !names.has(name))), { trained: false })
  for (const [name, tensor] of kept.tensors) kept.valuesOf(tensor).set(base.valuesOf(base.get(name)))
  const eight = new Map<string, Eight>()
  for (const name of names) {
    const [inner, outer] = shapes[name] as [number, number]
    const mark = from.mark()
    const whole = from.take(inner * outer * 4)
    const values = from.floats(whole, inner * outer)
    values.set(base.valuesOf(base.get(name)))
    if (lora) addTo(from, whole, lora, name, [inner, outer])
    eight.set(name, quantise(to, values, inner, outer))
    from.release(mark)
  }
  return { config, base: kept, eight }
}

/** Bytes of its weights, with scales. */
export function bytesServed({ base, config, eight }: Model): number {
  const shapes = shapesOf(config)
  const small = [...(eight?.keys() ?? [])].map((name) => bytesOf(...(shapes[name] as [number, number])))
  return base.size * 4 + small.reduce((a, b) => a + b, 0)
}
