import { dayInZone, humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import type { CardRow, HomeViews } from '@/src/mechanisms/home/homeViews'
import { Sheet } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { date, none, note, quiet, rail, state as stateBit, strong, sum as money, type Bit } from '@/src/ui/list/cell'
import type { Column } from '@/src/ui/list/column'
import { DataTable } from '@/src/ui/list/DataTable'
import { Passport } from '@/src/ui/thing/Passport'
import { openLink, type CardProps } from './cardProps'
import { cardWords as words } from './home.labels'

export function ListCard({ card: { key, label, data }, locale, zone, href, linkTo }: CardProps<'list'>) {
  return (
    <Sheet link={openLink(data.link, linkTo)} title={say(label, locale)}>
      <DataTable
        bare
        columns={columnsOf(data.columns, zone)}
        empty={<EmptyState action={openLink(data.empty.link, linkTo)} title={data.empty.title} />}
        footer={
          data.freshAt ? (
            <Passport>{say(words.fresh, locale, { when: humanDate(data.freshAt, locale, zone) })}</Passport>
          ) : undefined
        }
        id={key.replace('.', '-')}
        label={say(label, locale)}
        locale={locale}
        rowHref={(row) => href(row.href)}
        rowKey={(row) => row.key}
        rows={[...data.rows]}
      />
    </Sheet>
  )
}

/** The named columns, each as it is drawn in every list. */
function columnsOf({ name, state, day, sum }: HomeViews['list']['columns'], zone: string): Column<CardRow>[] {
  const column = (key: string, header: Text | undefined, rest: Omit<Column<CardRow>, 'key' | 'header'>) =>
    header ? [{ key, header, ...rest }] : []
  return [
    ...column('name', name, {
      main: true,
      phone: 'first',
      width: 'w-48',
      cell: (row, { locale }) => [strong(row.name), ' ', quiet(date(dayInZone(row.at, zone), locale, zone))],
    }),
    ...column('state', state, {
      phone: 'second',
      width: 'w-56',
      cell: (row, { locale }) => (row.state ? standing(row.state, locale) : none(locale)),
    }),
    ...column('day', day, {
      phone: 'hide',
      cell: (row, { locale }) => [
        row.day?.date ? date(row.day.date, locale, zone) : none(locale),
        ...note(row.day?.note),
      ],
    }),
    ...column('sum', sum, {
      align: 'end',
      phone: 'first',
      cell: (row, { locale }) => (row.sum ? money(row.sum.amount, row.sum.currency, locale) : none(locale)),
    }),
  ]
}

const standing = ({ label, tone, steps }: NonNullable<CardRow['state']>, locale: Locale): Bit[] => [
  stateBit(label, tone),
  ...(steps ? [rail(steps, locale)] : []),
]
