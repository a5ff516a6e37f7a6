'use client'

import type { DefaultCellComponentProps } from 'payload'
import { rowsOf } from './dataRows'

const SHOWN = 3

/** The first names and values of a JSON field, in one line. */
export function DataCell({ cellData }: DefaultCellComponentProps) {
  const rows = rowsOf(cellData)
  if (rows.length === 0) return <span>—</span>
  const line = rows
    .slice(0, SHOWN)
    .map(([name, value]) => (name ? `${name}: ${value}` : value))
    .join(', ')
  return <span className="kb-clip">{rows.length > SHOWN ? `${line} …` : line}</span>
}
