import type { DefaultServerCellComponentProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { panelLocale } from '../lib/panelLocale'
import { CellLink } from './CellLink'
import { relationTitle } from './relationTitles'

const SHOWN = 3

/** Related records by their names, which come with the row: Payload's own cell asks for them when the page is awake already. */
export async function RelationCell({
  cellData,
  collectionSlug,
  field,
  i18n,
  link,
  linkURL,
  payload,
  rowData,
}: DefaultServerCellComponentProps) {
  const related = relatedIn(cellData, 'relationTo' in field ? field.relationTo : undefined)
  const names = await Promise.all(related.slice(0, SHOWN).map((one) => relationTitle(payload, one)))
  const more = related.length - SHOWN
  const text = [
    names.map((name) => name ?? '—').join(', '),
    ...(more > 0 ? [say(adminLabels.andMore, panelLocale(i18n.language), { count: more })] : []),
  ].join(' ')
  return (
    <CellLink
      cellData={null}
      collectionSlug={collectionSlug}
      link={link}
      linkURL={linkURL}
      rowData={{ id: rowData?.id }}
    >
      {text || '—'}
    </CellLink>
  )
}

type Related = { relationTo: string; value: string }

/** Ids of a relation, however it is kept: one or many, of one kind or of several, or the record itself. */
function relatedIn(data: unknown, relationTo: unknown): Related[] {
  const all: unknown[] = Array.isArray(data) ? data : [data]
  return all.flatMap((one): Related[] => {
    if (typeof one === 'string') return typeof relationTo === 'string' ? [{ relationTo, value: one }] : []
    if (!one || typeof one !== 'object') return []
    if ('relationTo' in one && 'value' in one) return relatedIn(one.value, one.relationTo)
    return 'id' in one ? relatedIn(one.id, relationTo) : []
  })
}
