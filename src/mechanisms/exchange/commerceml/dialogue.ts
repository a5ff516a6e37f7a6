import { isAppError } from '@/src/lib/errors'
import {
  dialogueDefaults,
  type DialogueAnswer,
  type DialoguePorts,
  type DialogueRequest,
  type DialogueSession,
  type DialogueSettings,
} from './dialogue-ports'
import { infoXml } from './info-xml'
import { orderXml } from './order-xml'
import { partitionOutgoing } from './outgoing'
import { refuse } from './refusal'

/**
 * One request of the CommerceML dialogue (1C:Предприятие and 1С-Битрикс, «Протокол обмена с сайтом»), answered as UT
 * 11.5, UNF 3.0 and Bitrix-type clients expect: a text whose first line is the verdict, LF between lines, HTTP 200
 * whatever happened. Nothing is parsed here: bytes are spooled and work is queued.
 */
export async function answerDialogue(
  request: DialogueRequest,
  ports: DialoguePorts,
  given: Partial<DialogueSettings> = {},
): Promise<DialogueAnswer> {
  const settings = { ...dialogueDefaults, ...given }
  try {
    if (request.mode === 'checkauth') return await checkAuth(request, ports, settings)
    const session = await sessionOf(request, ports)
    if (!session) throw refuse('dialogue.noSession')
    return await answerMode(request, session, ports, settings)
  } catch (error) {
    if (isAppError(error) && error.isPublic) return failure(ports.words(error.code, error.params))
    ports.report(error, request)
    return failure(ports.words('dialogue.failed', {}))
  }
}

async function answerMode(
  request: DialogueRequest,
  session: DialogueSession,
  ports: DialoguePorts,
  settings: DialogueSettings,
): Promise<DialogueAnswer> {
  switch (request.mode) {
    case 'init':
      return init(session, ports)
    case 'file':
      return receive(request, session, ports)
    case 'import':
      return runImport(request, session, ports, settings)
    case 'query':
      return offerOrders(session, ports)
    case 'success':
      return commitOrders(session, ports)
    case 'info':
      return xml(infoXml(await ports.info(session), session.node.encoding), session)
    case 'deactivate':
      await ports.deactivate(session)
      return lines('success')
    case 'complete':
      await ports.complete(session)
      return lines('success')
    default:
      throw refuse('dialogue.unknownMode', { type: request.type.slice(0, 20), mode: request.mode.slice(0, 20) })
  }
}

/**
 * Some 1C send Basic only after a 401, so a call with no credentials gets one; wrong credentials do not, or the client
 * would ask its user in a loop.
 */
async function checkAuth(
  request: DialogueRequest,
  ports: DialoguePorts,
  settings: DialogueSettings,
): Promise<DialogueAnswer> {
  if (!request.auth) return { ...failure(ports.words('dialogue.denied', {})), status: 401 }
  const node = await ports.authenticate(request.auth, request.address)
  if (!node) throw refuse('dialogue.denied')
  const session = await ports.sessions.create(node)
  if (request.version) await ports.sessions.update(session.id, { schemaVersion: request.version })
  return {
    ...lines('success', settings.cookieName, session.id),
    cookie: { name: settings.cookieName, value: session.id },
  }
}

async function sessionOf(request: DialogueRequest, ports: DialoguePorts): Promise<DialogueSession | null> {
  if (!request.session) return null
  const session = await ports.sessions.find(request.session, request.address)
  if (session && request.version && request.version !== session.schemaVersion) {
    await ports.sessions.update(session.id, { schemaVersion: request.version })
    return { ...session, schemaVersion: request.version }
  }
  return session
}

/** Exactly two lines: UT takes anything after them for an error. */
async function init(session: DialogueSession, ports: DialoguePorts): Promise<DialogueAnswer> {
  await ports.spool.reset(session.id)
  return lines(`zip=${session.node.zip ? 'yes' : 'no'}`, `file_limit=${session.node.fileLimit}`)
}

async function receive(
  request: DialogueRequest,
  session: DialogueSession,
  ports: DialoguePorts,
): Promise<DialogueAnswer> {
  if (!request.body) throw refuse('file.empty')
  await ports.spool.append(session.id, nameOf(request), request.body)
  return lines('success')
}

/** NUL and other controls stand in no honest name, and no database would take them. */
const CONTROL = /[\u0000-\u001f\u007f]/g

function nameOf({ filename }: DialogueRequest): string {
  if (!filename || filename !== filename.replace(CONTROL, ''))
    throw refuse('spool.unsafeName', { name: filename?.replace(CONTROL, '?').slice(0, 120) ?? '' })
  return filename
}

/** Holds the answer while the worker works, then says `progress`; the client asks again. */
async function runImport(
  request: DialogueRequest,
  session: DialogueSession,
  ports: DialoguePorts,
  settings: DialogueSettings,
): Promise<DialogueAnswer> {
  const job = await ports.startImport(session, request.type, nameOf(request))
  const until = ports.now() + settings.holdMs
  for (;;) {
    const state = await ports.importState(job)
    if (state.state === 'done') return lines('success', ...(state.note ? [state.note] : []))
    if (state.state === 'failed') return failure(state.reason)
    if (ports.now() >= until) return lines('progress', ...(state.note ? [state.note] : []))
    await ports.wait(settings.pollMs)
  }
}

/** Until `success` the next query gives the same orders: nothing is marked here but what has been offered. */
async function offerOrders(session: DialogueSession, ports: DialoguePorts): Promise<DialogueAnswer> {
  const { node } = session
  const { ready: fit, parked } = partitionOutgoing(await ports.orders.pending(session), node.zone)
  if (parked.length > 0) await ports.orders.park(session, parked)
  const ready = (await ports.orders.offered?.(session, fit, parked)) ?? fit
  await ports.sessions.update(session.id, {
    offered: ready.map((order) => ({ externalId: order.externalId, revision: order.revision ?? null })),
  })
  const schemaVersion = session.schemaVersion ?? node.schemaVersion
  return xml(
    orderXml(ready, { schemaVersion, encoding: node.encoding, zone: node.zone, generatedAt: new Date(ports.now()) }),
    session,
  )
}

async function commitOrders(session: DialogueSession, ports: DialoguePorts): Promise<DialogueAnswer> {
  if (session.offered.length > 0) {
    await ports.orders.commit(session, session.offered)
    await ports.sessions.update(session.id, { offered: [] })
  }
  return lines('success')
}

function lines(...text: string[]): DialogueAnswer {
  return { status: 200, body: text.map(oneLine).join('\n'), contentType: 'text/plain; charset=utf-8' }
}

function failure(reason: string): DialogueAnswer {
  return lines('failure', reason)
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

function xml(body: Buffer, session: DialogueSession): DialogueAnswer {
  return { status: 200, body, contentType: `text/xml; charset=${session.node.encoding}` }
}
