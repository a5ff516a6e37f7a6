import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import logins from '@/src/demo/logins.json'
import { startPortal, type Portal } from '@/tests/support/portal'
import { root } from '../../scripts/lib/paths.mjs'

let portal: Portal

beforeAll(async () => {
  portal = await startPortal({ worker: false })
})
afterAll(async () => portal?.stop())

type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** A request as it is written: no client mends its address or its body. */
function send({ method = 'GET', path: at, headers = {}, body }: Sent): Promise<{ status: number; text: string }> {
  const { port } = new URL(portal.url)
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: 'localhost',
        port,
        method,
        path: at,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

async function cookieOf(role: string): Promise<string> {
  const login = logins.find((one) => one.role === role)
  const answer = await fetch(`${portal.url}/api/${login?.collection}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: portal.url },
    body: JSON.stringify({ email: login?.email, password: login?.password }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** The actions of the built portal, each with the address of a page that has it. */
function actions(): Array<{ id: string; page: string }> {
  const manifest = JSON.parse(
    readFileSync(path.join(root, '.next/standalone/.next/server/server-reference-manifest.json'), 'utf8'),
  ) as { node: Record<string, { workers: Record<string, unknown> }> }
  return Object.entries(manifest.node).map(([id, { workers }]) => {
    const worker = Object.keys(workers)[0] ?? ''
    const page = worker
      .replace(/^app/, '')
      .replace(/\/page$/, '')
      .replace(/\/\([^)]*\)/g, '')
      .replace('/[locale]', '')
      .replace(/\/\[\[\.\.\.\w+\]\]/, '')
      .replace(/\[[^\]]+\]/g, 'x')
    return { id, page: page || '/' }
  })
}

describe('what nobody means, to the running portal', () => {
  it('an address that is no text is refused, whichever way it leads', async () => {
    for (const place of [
      '/%ff',
      '/orders/%ff',
      '/products/%E0%A4',
      '/api/%ff',
      '/api/orders/%c3%28',
      '/admin/collections/%ff',
      '/api/document-files/file/%00.pdf',
      '/_next/static/%ff',
      '/_next/image?url=%ff',
      '/brand/%ff',
      '/demo/letters/%ff',
      '/en/catalogue/%fe',
      '/%ED%A0%80',
      '/api/1c/%ff',
    ]) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) {
        const { status } = await send({ method, path: place })
        expect(status, `${method} ${place}`).toBeGreaterThanOrEqual(300)
        expect(status, `${method} ${place}`).toBeLessThan(500)
      }
    }
    expect((await send({ path: '/api/%ff', headers: { 'accept-language': 'en' } })).text).toContain(
      'There can be no such address',
    )
  })

  it('a body that is none is refused by pages and by the API', async () => {
    const broken = '--x\r\nContent-Disposition: form-data; name="file"; filename="a'
    for (const place of [
      '/',
      '/login',
      '/orders',
      '/admin',
      '/admin/login',
      '/api/media',
      '/api/document-files',
      '/api/users/login',
      '/api/actions/carts.clear',
      '/brand/180.png',
      '/manifest.webmanifest',
      '/site-map',
    ]) {
      for (const [type, body] of [
        ['multipart/form-data; boundary=x', broken],
        ['multipart/form-data', broken],
        ['multipart/form-data; boundary=x', ''],
        ['application/json', '{'],
        ['text/plain;charset=UTF-8', '\0'],
        ['application/x-www-form-urlencoded', '%ff=%'],
      ] as const) {
        const { status, text } = await send({ method: 'POST', path: place, headers: { 'content-type': type }, body })
        expect(status, `${place} ${type} ${JSON.stringify(body)} ${text.slice(0, 200)}`).toBeLessThan(500)
      }
    }
  })

  it('every action of every page, called as it cannot be, by strangers, a client and an administrator', async () => {
    const form = (fields: Record<string, string>): string =>
      `${Object.entries(fields)
        .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
        .join('')}--x--\r\n`
    const text = 'text/plain;charset=UTF-8'
    const parts = 'multipart/form-data; boundary=x'
    const bodies: ReadonlyArray<readonly [string, string]> = [
      [text, '[]'],
      [text, '[null,null,null]'],
      [text, '[{"a":1},"\\u0000",[[]]]'],
      [text, '["ru",{},"not a form"]'],
      [text, '{'],
      [text, 'null'],
      [text, '["$F999"]'],
      [text, `["ru","${'x'.repeat(5_000)}",-1e308]`],
      [text, '[{"name":"form-state","args":{}}]'],
      [text, '[{"name":"nothing"}]'],
      [text, '[{"name":"render-document","args":null}]'],
      [text, '[{"name":"render-list","args":{"collectionSlug":"__proto__"}}]'],
      [parts, form({ '0': '["$K1"]' })],
      [parts, form({ '0': '["ru","$K1","$K1"]', '1_name': '\0' })],
      [parts, form({ '0': '{"' })],
      [parts, form({ '0': '["$F1"]', '1': '{"id":"x","bound":null}' })],
      [parts, '--x'],
    ]
    const people = [
      ['anonymous', ''],
      ['client', await cookieOf('client')],
      ['admin', await cookieOf('admin')],
    ] as const
    const all = actions()
    expect(all.length).toBeGreaterThan(20)
    const failed: string[] = []
    for (const [who, cookie] of people) {
      for (const { id, page } of [...all, { id: '0'.repeat(42), page: '/' }, { id: 'not-an-id', page: '/orders' }]) {
        for (const [type, body] of bodies) {
          const { status } = await send({
            method: 'POST',
            path: page,
            headers: { 'next-action': id, 'content-type': type, origin: portal.url, ...(cookie ? { cookie } : {}) },
            body,
          })
          if (status >= 500) failed.push(`${status} ${who} ${page} ${id} ${type} ${body.slice(0, 80)}`)
        }
      }
    }
    expect(failed).toEqual([])
    expect((await send({ path: '/api/ready' })).status).toBe(200)
  }, 300_000)
})
