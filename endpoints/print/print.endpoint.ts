import type { Endpoint } from 'payload'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { isLocale } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { fileRefusal, localeOf, refusalResponse } from '@/src/mechanisms/actions/errorResponse'
import { printRecord } from '@/src/mechanisms/print/definePrint'

/**
 * `GET /api/print/:name/:id` answers a record as a paper (PDF), as the signed-in person may see it; `locale` says in
 * which language, else it is the person's own.
 */
export const printEndpoint: Endpoint = {
  path: '/print/:name/:id',
  method: 'get',
  handler: async (req) => {
    try {
      const context = await contextOf(req)
      if (!context.actor.id) return refusalResponse(req, 'auth.required', 401)
      const asked = new URL(req.url ?? '', 'http://portal.invalid').searchParams.get('locale')
      const { pdf, fileName } = await printRecord(context, {
        name: String(req.routeParams?.name ?? ''),
        id: String(req.routeParams?.id ?? ''),
        locale: isLocale(asked) ? asked : localeOf(req),
        owner: context.actor.id,
        ...(req.signal ? { signal: req.signal } : {}),
      })
      return new Response(new Uint8Array(pdf), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': contentDisposition(fileName),
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    } catch (error) {
      return fileRefusal(req, error)
    }
  },
}
