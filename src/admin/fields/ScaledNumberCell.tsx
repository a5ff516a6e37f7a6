'use client'

import type { DefaultCellComponentProps } from 'payload'
import { toDecimal, type ScaledKind } from './scale'

export function ScaledNumberCell({ cellData, kind }: DefaultCellComponentProps & { kind: ScaledKind }) {
  if (typeof cellData !== 'number') return <span>—</span>
  const [whole = '', fraction] = toDecimal(cellData, kind).split(',')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{fraction ? `${grouped},${fraction}` : grouped}</span>
}
