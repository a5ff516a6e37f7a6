import type { ErrorCode, ErrorParams } from '@/src/lib/errors'
import type { ExchangeInfo } from './info-xml'
import type { OutgoingOrder, ParkedOrder } from './outgoing'
import type { XmlEncoding } from './xml-text'

/** A request of 1C, out of HTTP's clothes. */
export type DialogueRequest = {
  /** `catalog`, `sale` … */
  type: string
  mode: string
  filename: string | null
  /** `version=` of the address, when the client names its schema. */
  version: string | null
  /** Bytes of `mode=file`. */
  body: AsyncIterable<Uint8Array> | null
  /** Basic credentials, if they came. */
  auth: { login: string; password: string } | null
  /** The session cookie's value (or `sessid`), if it came. */
  session: string | null
  address: string
}

/** Always 200, but for the one 401 that makes a client send its credentials. Never an empty body. */
export type DialogueAnswer = {
  status: 200 | 401
  body: string | Buffer
  contentType: string
  /** To be set as a cookie too, for clients that only keep cookies. */
  cookie?: { name: string; value: string }
}

/** What the portal knows of the 1C that logs in. */
export type DialogueNode = {
  id: string
  zip: boolean
  /** Bytes of one chunk. */
  fileLimit: number
  encoding: XmlEncoding
  /** Used when the client does not name one. */
  schemaVersion: string
  zone: string
}

export type DialogueSession = {
  id: string
  node: DialogueNode
  /** The schema the client named. */
  schemaVersion: string | null
  /** What the last `sale/query` offered: committed by `sale/success`. */
  offered: OfferedOrder[]
}

/** `revision` as it was when offered: what changed since then has not been handed over. */
export type OfferedOrder = { externalId: string; revision: string | null }

export type ImportState =
  | { state: 'queued' | 'running'; note?: string }
  | { state: 'done'; note?: string }
  | { state: 'failed'; reason: string }

/** What the dialogue needs of the portal. Every port may be called again with the same arguments. */
export type DialoguePorts = {
  /** The node that these credentials belong to, with throttling and the address allow-list; `null` refuses. */
  authenticate: (auth: { login: string; password: string }, address: string) => Promise<DialogueNode | null>
  sessions: {
    /** A new session of a node; takes over what the node's last one offered (some clients log in again before `success`). */
    create: (node: DialogueNode) => Promise<DialogueSession>
    /** `null` when unknown or over; counts as a sign of life. */
    find: (id: string, address: string) => Promise<DialogueSession | null>
    update: (id: string, patch: Partial<Pick<DialogueSession, 'schemaVersion' | 'offered'>>) => Promise<void>
  }
  spool: {
    reset: (session: string) => Promise<void>
    append: (
      session: string,
      filename: string,
      body: AsyncIterable<Uint8Array>,
    ) => Promise<{ name: string; size: number }>
  }
  /** Queues the work on a file of the session (unpacking included); the same name gives the same job until it is sent anew. */
  startImport: (session: DialogueSession, type: string, filename: string) => Promise<string>
  importState: (job: string) => Promise<ImportState>
  orders: {
    /** Orders that 1C has not taken yet: the same until `commit`. */
    pending: (session: DialogueSession) => Promise<OutgoingOrder[]>
    /** What a query is about to offer and what it leaves out; gives what it may offer: none that another 1C was given meanwhile. */
    offered?: (session: DialogueSession, ready: OutgoingOrder[], parked: ParkedOrder[]) => Promise<OutgoingOrder[]>
    /** Orders that would spoil the batch, for their managers. */
    park: (session: DialogueSession, parked: ParkedOrder[]) => Promise<void>
    commit: (session: DialogueSession, offered: OfferedOrder[]) => Promise<void>
  }
  info: (session: DialogueSession) => Promise<ExchangeInfo>
  /** Bitrix-type clients: the full run has been sent; goods that were not in it may be swept (rule 4 of the exchange). */
  deactivate: (session: DialogueSession) => Promise<void>
  complete: (session: DialogueSession) => Promise<void>
  /** The words for a code, in the language of 1C's administrator. */
  words: (code: ErrorCode, params: ErrorParams) => string
  /** An error that is ours; the client only hears that there was one. */
  report: (error: unknown, request: DialogueRequest) => void
  wait: (milliseconds: number) => Promise<void>
  now: () => number
}

export type DialogueSettings = {
  cookieName: string
  /** How long `import` is held before `progress` is said: UT asks again at once, and waits 180 s at most. */
  holdMs: number
  pollMs: number
}

export const dialogueDefaults: DialogueSettings = { cookieName: 'kabinet_1c', holdMs: 15_000, pollMs: 250 }
