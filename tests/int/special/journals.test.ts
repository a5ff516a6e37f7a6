import http from 'node:http'
import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { S3Client } from '@aws-sdk/client-s3'
import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import sharp from 'sharp'
import { sweepFiles } from '@/collections/special/orphans/sweepFiles'
import { setPhoto } from '@/collections/people/users/setPhoto'
import { setRoleAction } from '@/collections/people/memberships/membership.actions'
import { auditLines } from '@/src/admin/audit/audit.queries'
import { bucketFiles, localFiles } from '@/src/integrations/storage/stored'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { AUDIT_KEPT_DAYS, sweepAuditJob } from '@/src/mechanisms/audit/sweepAudit'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { makeWorld } from '@/tests/access/world'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload

beforeEach(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  await emptyDatabase()
})

type Line = {
  action: string
  actor_name: string
  entity: string
  entity_id: string
  changes: { fields?: Record<string, unknown>; input?: Record<string, unknown> } | null
}
const lines = (): Promise<Line[]> =>
  query<Line>(
    payload,
    sql`select action, actor_name, entity, entity_id, changes from audit where actor_collection is not null order by created_at, id`,
  )

describe('the audit', () => {
  it('[ROLE-05] keeps who changed which row, each field before and after', async () => {
    const world = await makeWorld(payload)
    await payload.update({
      collection: 'companies',
      id: world.companies.own,
      data: { phone: '+74951112233', name: 'Новое имя' },
      overrideAccess: false,
      req: await world.as('manager'),
      depth: 1,
    })
    await payload.delete({
      collection: 'contacts',
      id: String(world.rows.get('contacts')?.[0]?.id),
      overrideAccess: false,
      req: await world.as('manager'),
    })
    const [one, other] = await lines()
    expect(one).toEqual({
      action: 'companies.update',
      actor_name: 'manager',
      entity: 'companies',
      entity_id: world.companies.own,
      changes: {
        fields: {
          name: { before: 'Компания own', after: 'Новое имя' },
          phone: { before: null, after: '+74951112233' },
        },
      },
    })
    expect(other).toMatchObject({
      action: 'contacts.delete',
      changes: { fields: { email: { before: 'own@contact.example', after: null } } },
    })
  })

  it('[ROLE-05] keeps a change of settings, and of what an action moved and was asked', async () => {
    const world = await makeWorld(payload)
    await payload.updateGlobal({
      slug: 'portal-settings',
      data: { registrationOpen: false },
      overrideAccess: false,
      req: await world.as('admin'),
    })
    const order = String(world.rows.get('orders')?.find(({ company }) => company === 'own')?.id)
    await runAction(transitionAction, {
      req: await world.as('manager'),
      input: { entity: 'orders', id: order, transition: 'confirm' },
    })
    const membership = String(world.rows.get('memberships')?.find(({ person }) => person === 'narrow')?.id)
    await runAction(setRoleAction, {
      req: await world.as('manager'),
      input: { id: membership, portalRole: String(world.rows.get('portal-roles')?.[0]?.id) },
    })
    const [settings, moved, role] = await lines()
    expect(settings).toMatchObject({
      action: 'portal-settings.update',
      changes: { fields: { registrationOpen: { before: true, after: false } } },
    })
    expect(moved).toMatchObject({
      action: 'workflow.transition',
      entity_id: order,
      entity: 'orders',
      changes: { input: { transition: 'confirm' }, fields: { status: { before: 'submitted', after: 'confirmed' } } },
    })
    expect(role).toMatchObject({
      action: 'memberships.setRole',
      entity: 'memberships',
      entity_id: membership,
      changes: { fields: { portal_role_id: { after: String(world.rows.get('portal-roles')?.[0]?.id) } } },
    })
  })

  it('holds no password, no token, no hash: of a made employee, a changed password, a node', async () => {
    const world = await makeWorld(payload)
    const req = await world.as('admin')
    await payload.create({
      collection: 'staff',
      data: { name: 'Новый', email: 'n@staff.example', role: 'manager', password: 'CANARY-одиннадцать-слов' } as never,
      overrideAccess: false,
      req,
    })
    await payload.update({
      collection: 'users',
      id: world.people.client.id,
      data: { password: 'CANARY-берёза-над-рекой' } as never,
      overrideAccess: false,
      req,
    })
    await execute(payload, sql`update users set hash = 'CANARY-hash' where id = ${world.people.client.id}`)
    await payload.update({
      collection: 'users',
      id: world.people.client.id,
      data: { name: 'Анна' },
      overrideAccess: false,
      req,
    })
    const text = JSON.stringify(await lines())
    expect(text).toContain('staff.create')
    expect(text).not.toMatch(/CANARY|pbkdf2/)
  })

  it('is rolled back with what it tells of, and refused to everybody but administrators', async () => {
    const world = await makeWorld(payload)
    const req = await world.as('manager')
    await expect(
      inTransaction(req, async () => {
        await payload.update({
          collection: 'companies',
          id: world.companies.own,
          data: { phone: '+79031234567' },
          overrideAccess: false,
          req,
        })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await lines()).toEqual([])
    await expect(
      payload.find({ collection: 'audit', overrideAccess: false, req: await world.as('head') }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('[ROLE-05] is found by who, what, which record and when, page by page', async () => {
    const world = await makeWorld(payload)
    for (let index = 0; index < 60; index += 1)
      await execute(
        payload,
        sql`insert into audit (action, actor_name, actor_role, entity, entity_id, created_at, updated_at) values (${index % 2 ? 'orders.update' : 'staff.create'}, ${index % 3 ? 'Ольга' : 'Пётр'}, 'manager', ${index % 2 ? 'orders' : 'staff'}, ${`id-${index}`}, timestamptz '2026-03-10 12:00+03' + make_interval(mins => ${index}), now())`,
      )
    const found = async (ask: Parameters<typeof auditLines>[1]): Promise<Array<string | null>> =>
      (await auditLines(payload, ask)).map(({ entityId }) => entityId)
    expect(await found({ record: 'id-7' })).toEqual(['id-7'])
    expect(await found({ who: 'ольга', what: 'orders', from: '2026-03-10', to: '2026-03-10' })).toHaveLength(20)
    expect(await found({ from: '2026-03-11', to: '2026-03-12' })).toEqual([])
    // By the words that the page shows instead of codes, in both languages.
    expect(await found({ who: 'Менеджер', what: 'создана запись', from: '2026-03-10', to: '2026-03-10' })).toHaveLength(
      30,
    )
    expect(await found({ what: 'changed a record', from: '2026-03-10', to: '2026-03-10' })).toHaveLength(30)
    expect(await found({ what: 'удалена', from: '2026-03-10', to: '2026-03-10' })).toEqual([])
    const first = await auditLines(payload, { from: '2026-03-10', to: '2026-03-10' })
    expect(first).toHaveLength(51)
    const rest = await found({ from: '2026-03-10', to: '2026-03-10', before: first[49]?.id })
    expect(rest).toEqual(Array.from({ length: 10 }, (_, index) => `id-${9 - index}`))
    expect(await found({ from: 'not-a-day', who: "'; drop table audit; --" })).toEqual([])
    expect(world.rows.get('audit')).toHaveLength(1)
  })

  it('is kept for three years', async () => {
    for (const days of [AUDIT_KEPT_DAYS - 1, AUDIT_KEPT_DAYS + 1])
      await execute(
        payload,
        sql`insert into audit (action, created_at, updated_at) values (${`d${days}`}, now() - make_interval(days => ${days}), now())`,
      )
    await enqueue(payload, sweepAuditJob, {})
    await drainJobs(payload)
    expect(await query(payload, sql`select action from audit`)).toEqual([{ action: `d${AUDIT_KEPT_DAYS - 1}` }])
  })
})

describe('files that no row names', () => {
  const picture = (): Promise<Buffer> =>
    sharp({ create: { width: 300, height: 300, channels: 3, background: '#c00' } })
      .jpeg()
      .toBuffer()
  const folder = (): string => String(payload.collections.media.config.upload.staticDir)
  const old = async (dir: string, name: string): Promise<void> => {
    const then = new Date(Date.now() - 48 * 3_600_000)
    await utimes(path.join(dir, name), then, then)
  }

  it('go: of an upload that was rolled back; those of rows, their sizes, and young ones stay', async () => {
    const user = await insertRow(payload, 'users', {
      name: 'Анна',
      email: 'a@example.com',
      kind: 'client',
      active: true,
      _verified: true,
    })
    const before = new Set(await readdir(folder()).catch(() => []))
    const req = await createLocalReq(
      {
        user: { id: user, collection: 'users', email: 'a@example.com', name: 'Анна' } as unknown as NonNullable<
          typeof req.user
        >,
      },
      payload,
    )
    await setPhoto(req, await picture())
    const kept = (await readdir(folder())).filter((name) => !before.has(name))
    expect(kept.length).toBeGreaterThan(1)
    await expect(
      inTransaction(req, async () => {
        await setPhoto(req, await picture())
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    const orphans = (await readdir(folder())).filter((name) => !before.has(name) && !kept.includes(name))
    expect(orphans.length).toBe(kept.length)
    expect(await sweepFiles(payload, 'media', localFiles(folder()))).not.toEqual(expect.arrayContaining(orphans))
    for (const name of [...kept, ...orphans]) await old(folder(), name)
    expect((await sweepFiles(payload, 'media', localFiles(folder()))).sort()).toEqual(orphans.sort())
    expect((await readdir(folder())).filter((name) => orphans.includes(name))).toEqual([])
    expect((await readdir(folder())).filter((name) => kept.includes(name)).length).toBe(kept.length)
  })

  it('[AUTH-02] a photograph that was replaced goes with its bytes', async () => {
    const user = await insertRow(payload, 'users', {
      name: 'Анна',
      email: 'a@example.com',
      kind: 'client',
      active: true,
      _verified: true,
    })
    const req = await createLocalReq(
      {
        user: { id: user, collection: 'users', email: 'a@example.com', name: 'Анна' } as unknown as NonNullable<
          typeof req.user
        >,
      },
      payload,
    )
    await setPhoto(req, await picture())
    const [first] = await query<{ filename: string }>(payload, sql`select filename from media`)
    await setPhoto(req, await picture())
    await drainJobs(payload)
    expect(await query(payload, sql`select id from media`)).toHaveLength(1)
    expect(await readdir(folder())).not.toContain(first?.filename)
  })

  it('are not swept by the wrong database', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'kabinet-orphans-'))
    for (let index = 0; index < 30; index += 1) {
      await writeFile(path.join(dir, `f${index}.jpg`), 'x')
      await old(dir, `f${index}.jpg`)
    }
    expect(await sweepFiles(payload, 'media', localFiles(dir))).toEqual([])
    expect(await readdir(dir)).toHaveLength(30)
  })

  it('go from an S3-compatible store too, page by page', async () => {
    const removed: string[] = []
    const asked: string[] = []
    const server = http.createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://s3.invalid')
      if (request.method === 'DELETE') {
        removed.push(decodeURIComponent(url.pathname))
        return response.writeHead(204).end()
      }
      const token = url.searchParams.get('continuation-token')
      asked.push(`${url.searchParams.get('prefix')} ${token ?? 'first'}`)
      const key = token ? 'media/kept.jpg' : 'media/orphan.jpg'
      response.writeHead(200, { 'content-type': 'application/xml' })
      response.end(
        `<?xml version="1.0"?><ListBucketResult><Name>b</Name><IsTruncated>${!token}</IsTruncated>${token ? '' : '<NextContinuationToken>two</NextContinuationToken>'}<Contents><Key>${key}</Key><LastModified>2020-01-01T00:00:00.000Z</LastModified><Size>1</Size></Contents></ListBucketResult>`,
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      await insertRow(payload, 'media', { alt: 'x', filename: 'kept.jpg', mimeType: 'image/jpeg', filesize: 1 })
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const client = new S3Client({
        region: 'ru',
        endpoint,
        forcePathStyle: true,
        credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      })
      expect(await sweepFiles(payload, 'media', bucketFiles(client, 'b', 'media/'))).toEqual(['orphan.jpg'])
      expect(removed).toEqual(['/b/media/orphan.jpg'])
      expect(asked).toEqual(['media/ first', 'media/ two'])
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })
})
