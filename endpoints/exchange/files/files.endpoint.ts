import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Endpoint } from 'payload'
import { AppError } from '@/src/lib/errors'
import { settings } from '@/src/lib/settings'
import { actorOf } from '@/src/mechanisms/access/actor'
import { fileRefusal } from '@/src/mechanisms/actions/errorResponse'
import { idIs } from '@/src/mechanisms/database/ids'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { isModuleOn } from '@/src/mechanisms/modules/switches'

/**
 * `GET /api/exchange/files/:id`: the raw bytes of an exchange file, for administrators alone. Whoever opened the address
 * in a browser reads why there are none as a sentence.
 */
export const exchangeFilesEndpoint: Endpoint = {
  path: '/exchange/files/:id',
  method: 'get',
  handler: async (req) => {
    try {
      if (!(await isModuleOn(req, 'exchange'))) throw new AppError('module.off', {}, { status: 404 })
      const actor = await actorOf(req)
      if (actor.role !== 'admin')
        throw new AppError('access.denied', {}, { status: actor.role === 'anonymous' ? 401 : 403 })
      const [row] = await selectFrom(
        req,
        'exchange_files',
        ['name', 'path'],
        sql`where ${idIs(sql`id`, String(req.routeParams?.id ?? ''))}`,
      )
      const spool = path.resolve(settings().SPOOL_DIR)
      const file = row?.path ? path.resolve(spool, row.path) : ''
      if (!row) throw new AppError('record.notFound', {}, { status: 404 })
      if (!file.startsWith(`${spool}${path.sep}`))
        throw new AppError('exchange.bytesGone', { name: row.name }, { status: 404 })
      const { size } = await stat(file).catch(() => {
        throw new AppError('exchange.bytesGone', { name: row.name }, { status: 404 })
      })
      return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(size),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(path.basename(row.name))}`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      return fileRefusal(req, error)
    }
  },
}
