import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import logins from '@/src/demo/logins.json'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { startPortal, type Portal } from '@/tests/support/portal'
import { startS3, type S3Server } from '@/tests/support/s3'

let s3: S3Server
let portal: Portal
const cookies = new Map<string, string>()

const ask = (path: string, role?: string, init: RequestInit = {}) =>
  fetch(`${portal.url}${path}`, {
    ...init,
    headers: {
      origin: portal.url,
      'accept-language': 'ru',
      ...(role ? { cookie: cookies.get(role) ?? '' } : {}),
      ...init.headers,
    },
  })

async function signIn(role: string): Promise<void> {
  const login = logins.find((one) => one.role === role)
  const answer = await ask(`/api/${login?.collection}/login`, undefined, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: login?.email, password: login?.password }),
  })
  cookies.set(
    role,
    answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  )
}

async function upload(name: string): Promise<Response> {
  const form = new FormData()
  const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#4080c0' } })
    .png()
    .toBuffer()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name)
  form.set('_payload', '{"alt":"проба"}')
  return ask('/api/media', 'admin', { method: 'POST', body: form })
}

describe('[GOAL-06] files in an S3-compatible store', () => {
  beforeAll(async () => {
    s3 = await startS3()
    s3.buckets.add('portal')
    portal = await startPortal({
      demo: 'own',
      worker: false,
      env: {
        S3_BUCKET: 'portal',
        S3_ENDPOINT: s3.endpoint,
        S3_REGION: s3.keys.region,
        S3_KEY: s3.keys.accessKeyId,
        S3_SECRET: s3.keys.secretAccessKey,
      },
    })
    await Promise.all(['admin', 'client', 'partner'].map(signIn))
  })
  afterAll(async () => {
    await portal?.stop()
    await s3?.close()
  })

  it('lie under the names of their folders', () => {
    const folders = new Set([...s3.objects.keys()].map((key) => key.split('/').slice(0, 2).join('/')))
    expect([...folders].sort()).toEqual(['portal/documents', 'portal/pictures', 'portal/printed', 'portal/templates'])
  })

  it('a document goes to its own client only, whole and in part', async () => {
    const [row] = await queryOnce(
      portal.databaseUrl,
      `select d.id::text, f.filename from documents d join document_files f on f.id = d.file_id join memberships m on m.company_id = d.company_id
       join users u on u.id = m.user_id and u.email = 'client@demo.kabinet' where not coalesce(f.internal, false) limit 1`,
    )
    const whole = await ask(`/documents/${row.id}/file`, 'client')
    expect([whole.status, whole.headers.get('cache-control'), whole.headers.get('content-type')]).toEqual([
      200,
      'private, no-store',
      'application/pdf',
    ])
    expect(
      Buffer.from(await whole.arrayBuffer()).equals(
        s3.objects.get(`portal/documents/${row.filename}`)?.body ?? Buffer.alloc(0),
      ),
    ).toBe(true)
    const part = await ask(`/documents/${row.id}/file`, 'client', { headers: { range: 'bytes=0-4' } })
    expect([part.status, await part.text()]).toEqual([206, '%PDF-'])
    const raw = `/api/document-files/file/${row.filename}`
    expect((await ask(raw, 'client')).headers.get('cache-control')).toBe('private, no-store')
    expect((await ask(raw, 'partner')).status).toBe(403)
    expect((await ask(raw)).status).toBe(403)
    expect((await ask(`/documents/${row.id}/file`, 'partner')).status).toBe(404)
    expect((await ask(`/documents/archive?id=${row.id}`, 'client', { headers: { range: 'bytes=0-4' } })).status).toBe(
      200,
    )
  })

  it('an upload is there for those who may see it and gone with its row, every size of it', async () => {
    const made = await upload('probe.png')
    expect(made.status).toBe(201)
    const { doc } = (await made.json()) as { doc: { id: string; url: string; filename: string } } // the shape of Payload's answer
    const keys = () =>
      [...s3.objects.keys()].filter((key) => key.startsWith(`portal/pictures/${doc.filename.replace(/\.\w+$/, '')}`))
        .length
    expect(keys()).toBeGreaterThan(1)
    const path = new URL(doc.url, portal.url).pathname
    expect([(await ask(path, 'client')).status, (await ask(path)).status]).toEqual([200, 403])
    expect((await ask(`/api/media/${doc.id}`, 'admin', { method: 'DELETE' })).status).toBe(200)
    // A file that is gone and one that is not theirs are answered alike.
    expect([keys(), (await ask(path, 'client')).status]).toEqual([0, 403])
  })

  it('a broken store is said in plain words, leaves no row and does not close the portal', async () => {
    s3.broken = 500
    try {
      const refused = await upload('unlucky.png')
      expect(refused.status).toBe(503)
      expect(JSON.stringify(await refused.json())).toContain('Хранилище файлов не отвечает')
      expect(await queryOnce(portal.databaseUrl, `select 1 from media where filename like 'unlucky%'`)).toEqual([])
      const ready = await ask('/api/ready')
      expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', storage: 'unavailable' }])
    } finally {
      s3.broken = null
    }
    expect(await (await ask('/api/ready')).json()).toEqual({ status: 'ok', storage: 'ok' })
    expect((await upload('lucky.png')).status).toBe(201)
  })
})
