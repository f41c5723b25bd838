/**
 * What the frame and the page that hosts it say to each other over one MessagePort. Types only: the host checks
 * the shape of a message, the bridge (apps/bridge.ts) parses what is in it.
 */

import type { Now } from '../../base/language/types.ts'
import type { Failure } from '../../base/result.ts'
import type { AppSpec, Capability, Rec } from '../../spec.ts'
import type { Change, Write } from '../types.ts'

/** What a frame may ask for. `asOf` is a data sequence in the past. */
export type Call =
  | { do: 'records'; collection: string; asOf?: number }
  | { do: 'write'; writes: Write[] }
  | { do: 'kept' }
  | { do: 'keep'; key: string; value: string | null }
  /** Asks the person; answered by the host. */
  | { do: 'request'; capability: Capability }
  /** Says something on the device while another page is in front; shown under the app's own name, where the person allowed it. */
  | { do: 'notify'; text: string }
  /** Asks a model, where the person allowed that; answered with plain text. `about` is what it is asked about. */
  | { do: 'ask'; request: string; about?: string }
  /** Saves a file the person asked for; carried out by the host, after it asked. */
  | { do: 'download'; name: string; mime: string; text: string }

export type CallOf<K extends Call['do']> = Extract<Call, { do: K }>

/** What a person is told before an app may ask a model: where it goes, and the most of a day. `here`: to this machine. */
export type Offer = { provider: string; model: string; here: boolean; most: string; requests: number }
/** Answer to `request`: null where the person was not asked yet. */
export type Granted = { granted: boolean | null; offer?: Offer }

export type Reply = { ok: true; value: unknown } | { ok: false; error: Failure }

export type Theme = 'light' | 'dark'
/** What an app's data was as its page opened: read while the frame loads. A collection that could not be read is not in it. */
export type Opening = { kept: Record<string, string>; records: Record<string, Rec[]> }
export type Hello = {
  spec: AppSpec
  locale: string
  timeZone: string
  now: Now
  theme: Theme /** inside a page that says the app's name itself */
  embed: boolean
  opening: Opening
}

/** Frame to host, over the port. */
export type Asked = { id: number; call: Call }
/** Host to frame, over the port. */
export type Told = { id: number; reply: Reply } | { change: Change } | { theme: Theme }

/** The two messages outside the port: the frame says that it listens, the host hands over the port. */
export type Ready = { macaron: 'ready' }
export type Greeting = { macaron: 'hello'; hello: Hello }

/** What hostPage tells the host script, as JSON in the page. */
export type HostConfig = {
  app: string
  spec: AppSpec
  frameUrl: string
  bridgeUrl: string
  eventsUrl: string | null
  locale: string
  /** Stand in for the browser's own, where a check runs at a fixed moment. */
  timeZone?: string
  now?: Now
  theme?: Theme
  embed: boolean
}
