import type { Endpoint, PayloadRequest } from 'payload'
import { say } from '@/src/lib/i18n'
import { commercemlLabels } from '@/src/mechanisms/exchange/commerceml/commerceml.labels'
import '@/src/mechanisms/exchange/exchange.errors'
import { settings } from '@/src/lib/settings'
import { wellFormed } from '@/src/lib/wellFormed'
import { callerAddress } from '@/src/mechanisms/audit/writeAudit'
import { answerDialogue } from '@/src/mechanisms/exchange/commerceml/dialogue'
import { dialogueDefaults, type DialogueRequest } from '@/src/mechanisms/exchange/commerceml/dialogue-ports'
import { filenameOf } from '@/src/mechanisms/exchange/commerceml/percent'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { dialoguePorts } from './ports'

/**
 * The one address that an administrator types into 1C. Everything is answered as
 * `commerceml/dialogue.ts` says; bodies go to the spool as they come and are never held in memory.
 */
const handler = async (req: PayloadRequest): Promise<Response> => {
  if (!(await isModuleOn(req, 'exchange'))) return switchedOff()
  const address = callerAddress(req) ?? ''
  const answer = await answerDialogue(requestOf(req, address), dialoguePorts(req, address))
  const secure = settings().PUBLIC_URL.startsWith('https:')
  const headers = new Headers({ 'content-type': answer.contentType, 'cache-control': 'no-store' })
  if (answer.status === 401) headers.set('www-authenticate', 'Basic realm="Kabinet 1C", charset="UTF-8"')
  if (answer.cookie)
    headers.append(
      'set-cookie',
      `${answer.cookie.name}=${answer.cookie.value}; Path=/api/1c; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
    )
  return new Response(typeof answer.body === 'string' ? answer.body : new Uint8Array(answer.body), {
    status: answer.status,
    headers,
  })
}

/** 1C calls by GET and POST. Whatever calls otherwise gets its answer in the same form, and changes nothing. */
const refuseMethod = async (req: PayloadRequest): Promise<Response> => {
  if (!(await isModuleOn(req, 'exchange'))) return switchedOff()
  return new Response(`failure\n${say(commercemlLabels['dialogue.method'], 'ru')}`, {
    status: 405,
    headers: { allow: 'GET, POST', 'content-type': 'text/plain; charset=utf-8' },
  })
}

const switchedOff = (): Response =>
  new Response('failure\nОбмен выключен\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })

export const commercemlEndpoints: Endpoint[] = [
  { path: '/1c/commerceml', method: 'get', handler },
  { path: '/1c/commerceml', method: 'post', handler },
  ...(['put', 'patch', 'delete'] as const).map((method): Endpoint => ({
    path: '/1c/commerceml',
    method,
    handler: refuseMethod,
  })),
]

function requestOf(req: PayloadRequest, address: string): DialogueRequest {
  const asked = new URLSearchParams(
    [...(req.searchParams ?? [])].map(([name, value]): [string, string] => [name, wellFormed(value)]),
  )
  const mode = asked.get('mode') ?? ''
  return {
    type: asked.get('type') ?? '',
    mode,
    filename: filenameOf(req.url ? searchOf(req.url) : ''),
    version: asked.get('version') ?? null,
    // Web streams of Node can be iterated; the DOM's type does not say so.
    body: mode === 'file' && req.body ? (req.body as unknown as AsyncIterable<Uint8Array>) : null,
    auth: basic(req.headers.get('authorization')),
    session: cookie(req.headers.get('cookie')) ?? asked.get('sessid') ?? null,
    address,
  }
}

const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

function basic(header: string | null): { login: string; password: string } | null {
  const match = /^Basic +(\S+)$/i.exec(header?.slice(0, 2_000) ?? '')
  if (!match?.[1]) return null
  const text = wellFormed(Buffer.from(match[1], 'base64').toString('utf8'))
  const colon = text.indexOf(':')
  return colon < 0 ? null : { login: text.slice(0, colon), password: text.slice(colon + 1) }
}

function cookie(header: string | null): string | null {
  for (const part of header?.split(';') ?? []) {
    const [name, value] = part.trim().split('=')
    if (name === dialogueDefaults.cookieName && value) return value
  }
  return null
}
