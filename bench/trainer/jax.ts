/** The transformer of src/training/transformer.ts once more, in jax-js: an oracle for its gradients, and what it is timed against. */
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax'
import type { Model } from '../../src/training/transformer.ts'

type Arrays = Record<string, np.Array>

/** Runs on the processor, in one thread. */
export async function jaxReady(): Promise<void> {
  await init('wasm')
  defaultDevice('wasm')
}

export function arraysOf({ base }: Model): Arrays {
  return Object.fromEntries(
    [...base.tensors].map(([name, tensor]) => [name, np.array(base.valuesOf(tensor).slice()).reshape(tensor.shape)]),
  )
}

/** The mean cross-entropy over all tokens, and its gradient by each weight. Weights, tokens and targets are consumed. */
export function jaxStep({ config }: Model, batch: number, time: number) {
  const { layers, width, heads, vocabulary } = config
  const loss = (weights: Arrays, tokens: np.Array, targets: np.Array): np.Array => {
    const w = (name: string) => weights[name]!
    const linear = (x: np.Array, name: string) => np.matmul(x, w(name)).add(w(`${name}.bias`))
    const norm = (x: np.Array, name: string) =>
      nn
        .standardize(x, -1, { epsilon: 1e-5 })
        .mul(w(`${name}.gain`))
        .add(w(`${name}.bias`))
    const attend = (qkv: np.Array) => {
      // By products: its own dotProductAttention asks for iterator helpers, which Node 20 has not.
      const parts = np.split(qkv.reshape([batch, time, 3 * heads, width / heads]), 3, 2)
      const [q, k, v] = parts.map((part) => part.transpose([0, 2, 1, 3])) as [np.Array, np.Array, np.Array]
      const scores = np.matmul(q, k.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(width / heads))
      const causal = np.tri(time, time).reshape([1, 1, time, time])
      const shares = nn.softmax(scores.add(causal.sub(1).mul(1e9)), -1)
      return np
        .matmul(shares, v)
        .transpose([0, 2, 1, 3])
        .reshape([batch * time, width])
    }
    const places = w('place').slice([0, time])
    let x = np
      .matmul(nn.oneHot(tokens, vocabulary), w('token'))
      .reshape([batch, time, width])
      .add(places)
      .reshape([batch * time, width])
    for (let layer = 0; layer < layers; layer++) {
      x = x.ref.add(linear(attend(linear(norm(x, `${layer}.before`), `${layer}.qkv`)), `${layer}.out`))
      x = x.ref.add(linear(nn.gelu(linear(norm(x, `${layer}.between`), `${layer}.up`), { approximate: true }), `${layer}.down`))
    }
    const logs = nn.logSoftmax(np.matmul(norm(x, 'last'), w('head')), -1)
    return np.sum(logs.mul(nn.oneHot(targets, vocabulary))).mul(-1 / (batch * time))
  }
  return jit(valueAndGrad(loss)) as unknown as (weights: Arrays, tokens: np.Array, targets: np.Array) => [np.Array, Arrays]
}

export const ids = (values: number[]) => np.array(Int32Array.from(values), { dtype: np.int32 })
