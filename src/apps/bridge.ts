/**
 * The one way from an app's frame to its data. Covers: shape, size and rate of each call, keys that the host keeps
 * for itself, and that a call reaches no other app (the AppData is bound to one). Does not cover who the person is
 * (the HTTP door does) nor what a value means (apps/values.ts does, inside AppData).
 */
import { z } from 'zod'
import { buckets } from '../base/bucket.ts'
import { type Failure, fail, ok, type Result } from '../base/result.ts'
import type { AppId } from '../events.ts'
import { Capability, Identifier, Value } from '../spec.ts'
import type { Granted, Reply } from './host/protocol.ts'
import type { AppData, Write } from './types.ts'
import { wordsFor } from './words.ts'

export type { Reply } from './host/protocol.ts'

/** Most of one call: writes in it, and characters of it as JSON. */
export const CALL_WRITES = 500
export const CALL_CHARACTERS = 2 * 1024 * 1024
/** Calls an app may make at once, and how many it gets back each second. */
export const BURST = 240
export const PER_SECOND = 40
/** Keys of `keep` that belong to the host. */
const RESERVED = 'macaron:'

const RecordId = z.string().regex(/^[\w-]{1,80}$/)
const Values = z.record(Identifier, Value).refine((values) => Object.keys(values).length <= 60, 'too many values')
const WriteId = z.string().min(8).max(80)
const WriteCall = z.discriminatedUnion('do', [
  z.strictObject({ id: WriteId, do: z.literal('create'), collection: Identifier, record: RecordId.optional(), values: Values }),
  z.strictObject({ id: WriteId, do: z.literal('update'), collection: Identifier, record: RecordId, values: Values }),
  z.strictObject({ id: WriteId, do: z.literal('delete'), collection: Identifier, record: RecordId }),
])
/** `request` asks what was granted; `grant` is said by the host alone, after the person answered. */
export const BridgeCall = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('records'), collection: Identifier, asOf: z.number().int().min(0).optional() }),
  z.strictObject({ do: z.literal('write'), writes: z.array(WriteCall).min(1).max(CALL_WRITES) }),
  z.strictObject({ do: z.literal('kept') }),
  z.strictObject({
    do: z.literal('keep'),
    key: z.string().min(1).max(200),
    value: z
      .string()
      .max(256 * 1024)
      .nullable(),
  }),
  z.strictObject({ do: z.literal('ask'), request: z.string(), about: z.string().optional() }),
  z.strictObject({ do: z.literal('request'), capability: Capability }),
  z.strictObject({ do: z.literal('grant'), capability: Capability, granted: z.boolean() }),
])
export type BridgeCall = z.infer<typeof BridgeCall>

/** Who counts an app's calls. `grants`, if given, keeps what the person allowed; the app's own data does otherwise. Without `asks` there is no model. */
export type Limits = {
  /** Whether one more call of this weight is allowed now. */
  take(weight: number): boolean
  grants?: Grants
  asks?: Asks
}
export type Grants = {
  granted(capability: Capability): Promise<boolean | undefined>
  grant(capability: Capability, granted: boolean): Promise<void>
}

/** How one app reaches a model (src/asking.ts). Failures are said in the app's language. */
export type Asks = {
  /** Whether the person allowed it, and what they are told before they do. */
  standing(): Promise<Result<Granted>>
  allow(granted: boolean): Promise<Result<void>>
  ask(request: string, about: string): Promise<Result<string>>
}

/** The one bucket of an app in this process. */
export const limitsOf: (app: AppId) => Limits = buckets(BURST, PER_SECOND, () => performance.now(), 2000)

/** Answers one call; never throws for what is in it. Codes: 'call-invalid', 'call-too-large', 'call-too-often', those of AppData. */
export async function handleCall(call: unknown, data: AppData, limits: Limits): Promise<Reply> {
  if (!limits.take(1)) return fail('call-too-often', 'The app asked too often in a short time. It can ask again in a moment.')
  if (sizeOf(call) > CALL_CHARACTERS) return fail('call-too-large', `One call carries at most ${CALL_CHARACTERS} characters.`)
  const parsed = BridgeCall.safeParse(call)
  if (!parsed.success) return fail('call-invalid', describe(parsed.error))
  try {
    return await carryOut(parsed.data, data, limits)
  } catch (error) {
    return fail('call-failed', `The call could not be carried out: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`)
  }
}

async function carryOut(call: BridgeCall, data: AppData, limits: Limits): Promise<Reply> {
  switch (call.do) {
    case 'records':
      return data.records(call.collection, call.asOf === undefined ? {} : { asOf: call.asOf })
    case 'write':
      if (!limits.take(call.writes.length / 20)) return fail('call-too-often', 'The app wrote too much in a short time.')
      return data.write(call.writes as Write[], 'app')
    case 'kept': {
      const own = Object.entries(await data.kept()).filter(([key]) => !key.startsWith(RESERVED))
      return ok(Object.fromEntries(own))
    }
    case 'keep':
      if (call.key.startsWith(RESERVED)) return fail('call-invalid', `Keys that start with ${RESERVED} are not an app's to set.`)
      return data.keep(call.key, call.value)
    case 'ask':
      if (!(await asksFor(data, 'ai'))) return notAsked('ai')
      return limits.asks ? limits.asks.ask(call.request, call.about ?? '') : noModel(data)
    case 'request':
      return requested(call.capability, data, limits)
    case 'grant': {
      if (!(await asksFor(data, call.capability))) return notAsked(call.capability)
      if (call.capability === 'ai') return limits.asks ? limits.asks.allow(call.granted) : noModel(data)
      await grantsIn(data, limits).grant(call.capability, call.granted)
      return ok({ granted: call.granted })
    }
  }
}

/** Whether it was granted; `null` where the person was not asked yet. */
async function requested(capability: Capability, data: AppData, limits: Limits): Promise<Reply> {
  if (!(await asksFor(data, capability))) return notAsked(capability)
  if (capability === 'ai') return limits.asks ? limits.asks.standing() : noModel(data)
  return ok({ granted: (await grantsIn(data, limits).granted(capability)) ?? null })
}

const asksFor = async (data: AppData, capability: Capability) => (await data.spec()).capabilities.includes(capability)
const notAsked = (capability: Capability) =>
  fail('capability-unknown', `This app does not have “${capability}” among what it may ask for.`, { capability })

/** Also what a check of an app meets: nothing is sent anywhere to find out whether it works. */
const noModel = async (data: AppData) => fail('model-needed', wordsFor(await data.spec()).modelNeeded)

function grantsIn(data: AppData, limits: Limits): Grants {
  const key = (capability: Capability) => `${RESERVED}grant:${capability}`
  return (
    limits.grants ?? {
      async granted(capability) {
        const kept = new Map(Object.entries(await data.kept())).get(key(capability))
        return kept === undefined ? undefined : kept === 'yes'
      },
      async grant(capability, granted) {
        await data.keep(key(capability), granted ? 'yes' : 'no')
      },
    }
  )
}

function sizeOf(call: unknown): number {
  try {
    return JSON.stringify(call)?.length ?? 0
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0]
  return `The call is not one there is: ${issue ? `${issue.path.map(String).join('.').slice(0, 80)} ${issue.message.slice(0, 200)}` : 'unreadable'}`.trim()
}

export type { Failure }
