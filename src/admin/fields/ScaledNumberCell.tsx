'use client'

import type { DefaultCellComponentProps } from 'payload'
import { groupThousands, toDecimal, type ScaledKind } from './scale'

/** Money, a price or a quantity as people write it: thin spaces, kopecks lighter; with its currency where it is not roubles. */
export function ScaledNumberCell({ cellData, kind, rowData }: DefaultCellComponentProps & { kind: ScaledKind }) {
  if (typeof cellData !== 'number') return <span className="kb-figure">—</span>
  const [whole, fraction] = groupThousands(toDecimal(cellData, kind)).split(',')
  return (
    <span className="kb-figure">
      {whole}
      {fraction ? <small>,{fraction}</small> : null}
      {kind === 'qty' ? null : <small> {signOf(rowData)}</small>}
    </span>
  )
}

/** Records keep their currency beside the sum; a list that did not ask for it is in roubles. */
function signOf(row: unknown): string {
  const currency = row && typeof row === 'object' && 'currency' in row ? String(row.currency) : 'RUB'
  return currency === 'RUB' ? '₽' : currency
}
