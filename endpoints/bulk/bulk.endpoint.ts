import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { DEFAULT_ZONE } from '@/src/lib/dates'
import { AppError } from '@/src/lib/errors'
import { isLocale } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { errorResponse, localeOf } from '@/src/mechanisms/actions/errorResponse'
import { invalidInput, issuesOf } from '@/src/mechanisms/actions/invalidInput'
import { jsonBody } from '@/src/mechanisms/actions/jsonBody'
import { bulkAnswer } from '@/src/mechanisms/lists/bulkButtons'
import { bulksFor } from '@/src/mechanisms/lists/defineBulk'
import { runBulk } from '@/src/mechanisms/lists/runBulk'
import { panelListNamed } from '@/src/mechanisms/panel/definePanelList'
import { doorOf } from '@/src/mechanisms/panel/shownTo'

const asked = z.object({
  ids: z.array(z.string().max(100)).max(1000),
  given: z
    .record(z.string().max(100), z.union([z.string().max(10_000), z.array(z.string().max(100)).max(200)]))
    .default({}),
})

/**
 * `POST /api/bulk/:list/:bulk` does with chosen rows of a workplace what a button of its dock says, each with the access
 * of that row, and answers what came of each.
 */
export const bulkEndpoint: Endpoint = {
  path: '/bulk/:list/:bulk',
  method: 'post',
  handler: async (req) => {
    try {
      const context = await contextOf(req)
      if (!context.actor.id) throw new AppError('auth.required', {}, { status: 401 })
      const list = panelListNamed(String(req.routeParams?.list ?? ''))
      const door = list && doorOf(list.workplace, context.actor)
      if (door === 'closed') throw new AppError('access.denied', {}, { status: 403 })
      if (!list || door === 'gone') throw new AppError('action.unknown', {}, { status: 404 })
      const bulk = (await bulksFor(context, list.key)).find(({ key }) => key === req.routeParams?.bulk)
      if (!bulk) throw new AppError('action.unknown', {}, { status: 404 })
      const parsed = asked.safeParse(await jsonBody(req))
      if (!parsed.success) throw invalidInput(issuesOf(parsed.error))
      const { ids, given } = parsed.data
      const locale = languageOf(req)
      const results = await runBulk(context, { list, bulk, chosen: { ids }, given, locale, zone: DEFAULT_ZONE })
      return Response.json(bulkAnswer(bulk, results, { locale, linkTo: (path) => path }), {
        headers: { 'cache-control': 'no-store' },
      })
    } catch (error) {
      return errorResponse(req, error)
    }
  },
}

/** The panel's own language, where one has been chosen. */
const languageOf = (req: PayloadRequest) => (isLocale(req.i18n?.language) ? req.i18n.language : localeOf(req))
