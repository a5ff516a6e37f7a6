import { cookies } from 'next/headers'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { dayInZone } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { XLSX_TYPE } from '@/src/lib/xlsx/writeXlsx'
import { askedOf } from '@/src/mechanisms/lists/askedOf'
import type { ListDeclaration } from '@/src/mechanisms/lists/defineList'
import { xlsxOf } from '@/src/mechanisms/lists/xlsxOf'
import { moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { lookCookie, shownLook } from '@/src/ui/list/listLook'
import { cabinetRoute } from '../_page/cabinetRoute'
import { knownColumns, lookOfView, specWithViews } from './listViews'
import { withSubclients } from './withSubclients'

/** Rows of one file: more belong to an exchange, not to a table that is looked at. */
const MOST = 10_000
/** Files that one person may take in an hour. */
const FILES = { limit: 60, windowSeconds: 60 * 60 }

/** What is seen of a declared list as XLSX: its address decides the filter and the order, the person's look the columns. */
export const listFile = <Row>(declared: ListDeclaration<Row>) =>
  cabinetRoute(
    { module: moduleOfPart(declared), needs: declared.needs },
    async ({ context: reader, locale, search, session }) => {
      await throttle(session.req.payload, throttleKey('xlsx', session.user.id), FILES)
      const { zone } = session
      const { list, context } = withSubclients(session, { list: declared, context: { ...reader, locale } })
      const spec = await specWithViews(list, context)
      const { asked, query } = askedOf(search, spec, zone)
      const rows = await list.rows(context, { ...asked, page: 1, perPage: MOST })
      const kept = (await cookies()).get(lookCookie(list.key))?.value
      const look = shownLook(kept, knownColumns(list), lookOfView(query, spec))
      const columns = look.columns.flatMap((key) => list.columns.find((column) => column.key === key) ?? [])
      const file = await xlsxOf(rows, { label: list.label, columns, reader: { locale, zone } })
      const name = `${say(list.label, locale)} ${dayInZone(new Date(), zone)}.xlsx`
      return new Response(file, {
        headers: {
          'content-type': XLSX_TYPE,
          'content-disposition': contentDisposition(name),
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    },
  )
