import { sql } from '@payloadcms/db-postgres/drizzle'
import { humanDate } from '@/src/lib/dates'
import { defineLabels, say, type Text } from '@/src/lib/i18n'
import { readable } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'
import type { PanelCell } from '@/src/mechanisms/panel/panelTable'
import { exchangeRunLabels } from '../exchange-runs/exchange-run.labels'

const words = defineLabels({ never: { ru: 'ещё не было', en: 'not yet' } })
const states: Readonly<Record<string, Text>> = exchangeRunLabels.options.status
const tones: Readonly<Record<string, PanelCell['tone']>> = {
  done: 'good',
  partial: 'wait',
  failed: 'bad',
  running: 'run',
}

/** The last run of each node that may come. */
export const nodesFigure = defineFigure({
  key: 'nodes',
  kind: 'table',
  label: { ru: 'Последний обмен', en: 'The last exchange' },
  heads: [
    { label: { ru: 'Узел', en: 'Node' } },
    { label: { ru: 'Когда', en: 'When' } },
    { label: { ru: 'Итог', en: 'Outcome' } },
  ],
  roles: ['admin'],
  order: 20,
  rows: async (context, locale) => {
    const rows = await query<{
      id: string
      name: string
      run: string | null
      at: string | null
      status: string | null
    }>(
      context.req,
      sql`select n.id::text, n.name, r.id::text as run, r.started_at as at, r.status::text from exchange_nodes n
          left join lateral (select * from exchange_runs r where r.node_id = n.id order by r.started_at desc nulls last limit 1) r on true
          where n.active and ${readable(context, 'exchange-nodes', 'n')} order by n.name, n.id`,
    )
    return rows.map(({ id, name, run, at, status }) => ({
      key: id,
      cells: [
        { text: name, href: `/admin/exchange?node=${id}` },
        { text: at ? humanDate(at, locale) : say(words.never, locale) },
        status
          ? {
              text: states[status] ? say(states[status] ?? exchangeRunLabels.one, locale) : status,
              tone: tones[status],
              href: `/admin/exchange?run=${run}`,
            }
          : { text: '—' },
      ],
    }))
  },
})
