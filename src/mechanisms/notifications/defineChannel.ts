import type { PayloadRequest } from 'payload'
import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { Runner } from '../database/query'
import type { JobDeclaration } from '../jobs/defineJob'
import type { Recipient } from './recipient'

/** Keys of channels that somebody declares: the declaration adds its own here. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where channels are declared
export interface Channels {}
export type Channel = keyof Channels

/** What a channel delivers: a notification in the recipient's language of this moment. */
export type Message = {
  /** Id of the notification: what is sent twice is known by it. */
  id: string
  title: string
  body: string | null
  /** Where the person is taken: a path of the cabinet or of the panel. */
  link: string | null
  /** Words of the button that leads there. */
  button: string
  /** The reader's company, of people of the cabinet: whole addresses begin on its site (`brandOfCompany`, `linkFor`). */
  company: string | null
}

export type ChannelDeclaration = {
  key: Channel
  /** How people call it: «Почта». */
  label: Text
  /** What it tells stands in the feed of the portal itself. */
  inFeed?: true
  /** By which job it leaves (`channelJob`); without one it is delivered in the transaction that writes the notification. */
  job?: JobDeclaration<Delivery>
  /** Whether the person takes it, asked at the moment of delivery; without it nobody can refuse. */
  wanted?: (runner: Runner, recipient: Recipient) => Promise<boolean>
  /** A throw is tried again by the job. */
  deliver: (req: PayloadRequest, message: Message, recipient: Recipient) => Promise<void>
}

export type Delivery = { notification: string }

const registry = declarations<ChannelDeclaration>()

/** Declares a way to people; below it stands `interface Channels { key: true }`, as events do it. */
export function defineChannel(declaration: ChannelDeclaration): ChannelDeclaration {
  registry.set(declaration.key, declaration)
  return declaration
}

export function channelNamed(key: string): ChannelDeclaration {
  const declared = registry.get(key)
  if (!declared) throw new Error(`No channel is declared under the key ${key}`)
  return declared
}

/** Hands a message over, unless the person wants nothing by this channel. */
export async function deliverMessage(
  req: PayloadRequest,
  { wanted, deliver }: ChannelDeclaration,
  message: Message,
  recipient: Recipient,
): Promise<void> {
  if (wanted && !(await wanted(req, recipient))) return
  await deliver(req, message, recipient)
}
