import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { sharesIn } from '@/collections/people/list-views/list-view.actions'
import { say } from '@/src/lib/i18n'
import { toSearch } from '@/src/lib/lists/listQuery'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import { askedOf } from '@/src/mechanisms/lists/askedOf'
import { bulkButtons } from '@/src/mechanisms/lists/bulkButtons'
import type { ListDeclaration } from '@/src/mechanisms/lists/defineList'
import { moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { FileSpreadsheet } from '@/src/ui/icon/icons'
import { DataTable } from '@/src/ui/list/DataTable'
import { listLabels } from '@/src/ui/list/list.labels'
import { isLookChanged, lookCookie, shownLook } from '@/src/ui/list/listLook'
import { Sums } from '@/src/ui/money/Sums'
import { cabinetPage, type Page } from '../_page/cabinetPage'
import { runListBulk } from './list.server'
import { knownColumns, lookOfView, maySave, specWithViews } from './listViews'
import { manageView } from './listViews.server'
import { columnsOf, type Cells } from './listCells'
import { withSubclients } from './withSubclients'

export type ListPage<Row> = {
  /** what the values of a column do not say by themselves */
  cells?: Cells<Row>
  /** what is done here, at the right of the title */
  actions?: (page: Page) => ReactNode
  /** what is done here more rarely; nothing where there are no rows and it is not given */
  more?: (page: Page) => ReactNode
  /** shown while there is nothing at all */
  empty: (page: Page) => ReactNode
}

/** The page of a declared list. */
export function listPage<Row>(declared: ListDeclaration<Row>, { cells = {}, actions, more, empty }: ListPage<Row>) {
  return cabinetPage({ module: moduleOfPart(declared), needs: declared.needs }, async (page) => {
    const { locale, zone, search, href, linkTo } = page
    const { list, context } = withSubclients(page.session, { list: declared, context: page.context })
    const known = await specWithViews(list, context)
    const { query, asked } = askedOf(search, known, zone)
    const answer = await list.read(context, asked)
    const bulks = await bulkButtons(context, list.key, { locale, linkTo: href })
    const spec = counted(known, answer.counts)
    const columns = knownColumns(list)
    const viewLook = lookOfView(query, spec)
    const look = shownLook((await cookies()).get(lookCookie(list.key))?.value, columns, viewLook)
    const title = say(list.label, locale)
    return (
      <>
        <PageHead
          actions={actions?.(page)}
          more={
            answer.rows.length > 0 || more ? (
              <>
                {answer.rows.length > 0 ? (
                  <LinkButton
                    download
                    href={`${href(list.path)}/xlsx${toSearch({ ...query, page: 1 }, spec)}`}
                    icon={<FileSpreadsheet />}
                  >
                    {say(listLabels.excel, locale)}
                  </LinkButton>
                ) : null}
                {more?.(page)}
              </>
            ) : undefined
          }
          locale={locale}
          title={title}
        />
        <DataTable
          bulk={
            bulks.length > 0
              ? {
                  actions: bulks,
                  amount: list.amount,
                  run: runListBulk.bind(null, list.key, locale),
                }
              : undefined
          }
          columns={columnsOf(list.columns, cells, { locale, zone, href, linkTo, rows: answer.rows })}
          empty={empty(page)}
          id={list.key}
          label={title}
          list={{ path: href(list.path), spec, query, total: answer.total, all: answer.all }}
          locale={locale}
          look={look}
          rowHref={list.rowPage && ((row) => href(list.rowPage?.(row) ?? ''))}
          rowKey={list.rowKey}
          rowName={(row) => list.rowName(row, locale)}
          rows={answer.rows}
          saving={
            maySave(context)
              ? {
                  run: manageView.bind(null, list.key, locale),
                  share: sharesIn(context.actor, context.company),
                  lookChanged: isLookChanged(columns, viewLook),
                }
              : undefined
          }
          totals={answer.totals.flatMap(({ label, sums }) =>
            sums.length > 0 ? [{ label: say(label, locale), value: <Sums sums={sums} locale={locale} /> }] : [],
          )}
        />
      </>
    )
  })
}

/** The tabs with how many rows lie under each. */
const counted = (spec: ListSpec, counts: Readonly<Record<string, number>> = {}): ListSpec => ({
  ...spec,
  views: spec.views?.map((view) => ({ ...view, count: counts[view.key] })),
})
