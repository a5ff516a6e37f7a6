import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Capability } from './capabilities'
import type { Report } from './matrix'
import { listNamed } from '@/src/mechanisms/lists/defineList'
import { request } from './matrix'
import { actors, type Who } from './people'
import type { World } from './world'

const root = path.resolve(import.meta.dirname, '../..')
const SIGNED_IN: readonly Who[] = [
  'admin',
  'editor',
  'manager',
  'head',
  'accountant',
  'client',
  'narrow',
  'partner',
  'employee',
]

/** By whom an address may be used: everyone, those named, or an exchange node (which is none of the actors). */
type Row = 'everyone' | 'node' | readonly Who[]

/** The addresses that Payload gives every collection: the matrix walks what lies behind them. */
const ORDINARY = [
  'get /count',
  'post /',
  'delete /',
  'delete /:id',
  'post /access/:id?',
  'get /versions',
  'post /:id/duplicate',
  'get /',
  'get /:id',
  'get /versions/:id',
  'post /versions/:id',
  'patch /',
  'patch /:id',
  'get /file/:filename',
]

const account = (slug: string): Record<string, Row> => ({
  [`post /api/${slug}/login`]: 'everyone',
  [`post /api/${slug}/logout`]: [],
  [`post /api/${slug}/refresh-token`]: [],
  [`post /api/${slug}/forgot-password`]: 'everyone',
  [`post /api/${slug}/reset-password`]: 'everyone',
  [`get /api/${slug}/init`]: 'everyone',
  [`get /api/${slug}/me`]: 'everyone',
  [`post /api/${slug}/first-register`]: [],
  [`post /api/${slug}/unlock`]: [],
  [`post /api/${slug}/verify/:id`]: [],
})
/** Answered to the signed-in people of the collection alone. */
const own: Record<string, readonly Who[]> = {
  staff: ['admin', 'editor', 'manager', 'head', 'accountant', 'dismissed'],
  users: ['client', 'narrow', 'partner', 'employee', 'blocked'],
}

const CABINET: readonly Who[] = ['client', 'narrow', 'partner', 'employee']

/** Addresses of one's own front end, with the capability in the company that each wants; null is about the person alone. */
export const front: Record<string, Capability | 'any company' | null> = {
  'get /api/v1/me': null,
  'get /api/v1/notifications': null,
  'post /api/v1/notifications/read': null,
  'get /api/v1/pictures/:file': null,
  'get /api/v1/sections': 'any company',
  'get /api/v1/goods': 'any company',
  'get /api/v1/goods/:id': 'any company',
  'get /api/v1/orders': 'orders.read',
  'get /api/v1/orders/:id': 'orders.read',
  'post /api/v1/orders/:id/transitions/:transition': 'orders.read',
  'post /api/v1/orders': 'orders.create',
  'get /api/v1/checkout': 'orders.create',
  'get /api/v1/cart': 'orders.create',
  'delete /api/v1/cart': 'orders.create',
  'post /api/v1/cart/lines': 'orders.create',
  'put /api/v1/cart/lines/:sku': 'orders.create',
  'get /api/v1/documents': 'documents.read',
  'get /api/v1/documents/:id': 'documents.read',
  'get /api/v1/documents/:id/file': 'documents.read',
  'get /api/v1/contracts': 'contracts.read',
  'get /api/v1/contracts/:id': 'contracts.read',
  'get /api/v1/accounts/balance': 'balance.read',
  'get /api/v1/accounts/:id/statement': 'balance.read',
}

export const routes: Record<string, Row> = {
  ...account('staff'),
  ...account('users'),
  ...Object.fromEntries(
    Object.entries(own).flatMap(([slug, who]) => [
      [`post /api/${slug}/logout`, who],
      [`post /api/${slug}/refresh-token`, who],
    ]),
  ),
  'post /api/users/register': 'everyone',
  'post /api/users/confirm': 'everyone',
  'post /api/users/accept-invitation': 'everyone',
  'post /api/users/confirm-email': 'everyone',
  'post /api/users/change-password': ['client', 'narrow', 'partner', 'employee'],
  'post /api/staff/change-password': ['admin', 'editor', 'manager', 'head', 'accountant'],
  'post /api/users/change-email': ['client', 'narrow', 'partner', 'employee'],
  'get /api/companies/twins': ['admin', 'manager', 'head'],
  'get /api/payload-preferences/:key': 'everyone',
  'post /api/payload-preferences/:key': [...SIGNED_IN, 'dismissed', 'blocked'],
  'delete /api/payload-preferences/:key': [...SIGNED_IN, 'dismissed', 'blocked'],
  'get /api/media/paste-url/:id?': [],
  'get /api/document-files/paste-url/:id?': [],
  'get /api/print-templates/paste-url/:id?': [],
  'get /api/print-files/paste-url/:id?': [],
  'get /api/access': 'everyone',
  'get /api/og': [],
  'post /api/actions/:name': [],
  'post /api/bulk/:list/:bulk': [],
  'get /api/live': SIGNED_IN,
  'get /api/search': SIGNED_IN,
  'get /api/print/:name/:id': SIGNED_IN,
  'get /api/print/:kind/:id/docx': SIGNED_IN,
  'get /api/print/:kind/:id/xlsx': SIGNED_IN,
  'get /api/print-trials/:template/:record': ['admin'],
  'get /api/print-blanks/:kind/:format': ['admin'],
  'get /api/form-answers/:form/xlsx': ['admin', 'editor', 'manager', 'head'],
  ...Object.fromEntries(
    ['title', 'description', 'url', 'image'].map((what) => [
      `post /api/plugin-seo/generate-${what}`,
      ['admin', 'editor', 'manager', 'head', 'accountant'] as const,
    ]),
  ),
  'get /api/exchange/files/:id': ['admin'],
  'get /api/1c/commerceml': 'node',
  'post /api/1c/commerceml': 'node',
  // Refused by their method, whoever asks.
  'put /api/1c/commerceml': 'node',
  'patch /api/1c/commerceml': 'node',
  'delete /api/1c/commerceml': 'node',
  'get /api/1c/v1/openapi.json': 'everyone',
  'get /api/1c/v1/docs': 'everyone',
  'get /api/1c/v1/changes': 'node',
  'post /api/1c/v1/changes/ack': 'node',
  'get /api/1c/v1/document-requests': 'node',
  'post /api/1c/v1/document-requests/:id/result': 'node',
  'post /api/1c/v1/documents/:externalId/file': 'node',
  'get /api/1c/v1/orders': 'node',
  'get /api/1c/v1/:entity': 'node',
  'put /api/1c/v1/:entity': 'node',
  'post /api/1c/v1/:entity': 'node',
  'get /api/v1/openapi.json': 'everyone',
  'get /api/v1/docs': 'everyone',
  ...Object.fromEntries(Object.keys(front).map((address) => [address, CABINET])),
}

/**
 * Handlers of Next, beside Payload's: open to everyone, by a token of their own, or of the cabinet, with the
 * capability that its declaration must name. What they read goes through the scopes that the matrix walks.
 */
export const handlers: Record<string, 'everyone' | 'payload' | 'token' | { needs: string }> = {
  'app/(payload)/api/[...slug]/route.ts': 'payload',
  'app/api/health/route.ts': 'everyone',
  'app/api/ready/route.ts': 'everyone',
  'app/api/metrics/route.ts': 'token',
  'app/(cabinet)/[locale]/documents/archive/route.ts': { needs: 'documents.read' },
  'app/(cabinet)/[locale]/documents/xlsx/route.ts': { needs: 'documents.read' },
  'app/(cabinet)/[locale]/orders/xlsx/route.ts': { needs: 'orders.read' },
  'app/(cabinet)/[locale]/contracts/xlsx/route.ts': { needs: 'contracts.read' },
  'app/(cabinet)/[locale]/documents/[number]/file/route.ts': { needs: 'documents.read' },
  'app/(cabinet)/[locale]/contracts/[number]/file/route.ts': { needs: 'contracts.read' },
  'app/(cabinet)/[locale]/quick-order/errors/route.ts': { needs: 'orders.create' },
  'app/manifest.webmanifest/route.ts': 'everyone',
  'app/brand/icon.svg/route.ts': 'everyone',
  'app/brand/[size]/route.ts': 'everyone',
  'app/(cabinet)/[locale]/statement/xlsx/route.ts': { needs: 'balance.read' },
  'app/(cabinet)/[locale]/statement/pdf/route.ts': { needs: 'balance.read' },
}

/** Every address there is has a row, every row an address, and whom a row does not name is refused. */
export async function checkRoutes(world: World): Promise<Report> {
  const report: Report = { cells: 0, unexplained: [] }
  const there = addresses(world)
  for (const address of there) if (!(address in routes)) report.unexplained.push(`${address}: no row in the oracle`)
  for (const row of Object.keys(routes))
    if (!there.includes(row)) report.unexplained.push(`${row}: a row without an address`)
  for (const file of nextHandlers()) report.unexplained.push(...checkHandler(file))
  for (const address of there) {
    const row = routes[address]
    if (row === undefined || row === 'everyone') continue
    for (const who of actors) await tryAs(world, report, address, row, who)
  }
  return report
}

async function tryAs(
  world: World,
  report: Report,
  address: string,
  row: Exclude<Row, 'everyone'>,
  who: Who,
): Promise<void> {
  const [method = 'get', template = ''] = address.split(' ')
  const url = template
    .replace(/:key/, 'some-key')
    .replace(/:entity/, 'products')
    .replace(/\/:id\?/, '')
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')
  const response = await request(world, who, url, {
    method: method.toUpperCase(),
    ...(method === 'get' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }),
  })
  const text = await firstWords(response)
  // The dialogue of 1C says no with 200 and the word it knows.
  const refused = [400, 401, 403, 404].includes(response.status) || text.startsWith('failure')
  const mayUse = row !== 'node' && row.includes(who)
  report.cells += 1
  // The right person may still be told that there is nothing, or that a field is missing; never to go away.
  if (mayUse ? response.status === 401 : !refused) report.unexplained.push(`${address} ${who}: ${response.status}`)
}

/** The beginning of an answer, read no further: one of them is a stream without an end. */
async function firstWords(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return ''
  }
  return (await response.text()).slice(0, 20)
}

function checkHandler(file: string): string[] {
  const row = handlers[file]
  if (!row) return [`${file}: no row in the oracle`]
  const source = readFileSync(path.join(root, file), 'utf8')
  const list = /= listFile\((\w+)List\)/.exec(source)?.[1]
  const guarded =
    typeof row !== 'object' ||
    (list ? listNamed(list)?.needs === row.needs : false) ||
    new RegExp(`cabinetRoute[^(]*\\(\\s*\\{[^}]*needs: '${row.needs}'`).test(source)
  return guarded ? [] : [`${file}: does not ask for ${typeof row === 'object' ? row.needs : ''}`]
}

/** Every address of Payload's REST and of the portal's own. */
export function addresses({ payload }: World): string[] {
  const ofCollections = payload.config.collections.flatMap(({ slug, endpoints }) =>
    (endpoints || [])
      .filter(({ method, path: at }) => !ORDINARY.includes(`${method} ${at}`))
      .map(({ method, path: at }) => `${method} /api/${slug}${at}`),
  )
  const ofConfig = payload.config.endpoints.map(({ method, path: at }) => `${method} /api${at}`)
  const ofGlobals = payload.config.globals.flatMap(({ slug, endpoints }) =>
    (endpoints || [])
      .filter(({ path: at }) => !['/', '/access', '/versions', '/versions/:id'].includes(at))
      .map(({ method, path: at }) => `${method} /api/globals/${slug}${at}`),
  )
  return [...new Set([...ofCollections, ...ofConfig, ...ofGlobals])]
}

function nextHandlers(): string[] {
  return readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)route\.tsx?$/.test(file))
    .map((file) => `app/${file}`)
}
