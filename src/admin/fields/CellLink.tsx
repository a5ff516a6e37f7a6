'use client'

import Link from 'next/link'
import type { DefaultCellComponentProps } from 'payload'
import type { ReactNode } from 'react'

type Props = Pick<
  DefaultCellComponentProps,
  'cellData' | 'link' | 'linkURL' | 'onClick' | 'collectionSlug' | 'rowData'
> & { title?: string; children: ReactNode }

/** What Payload's own cell does around its value: the first column leads to the record, and in a drawer it chooses it. */
export function CellLink({ cellData, link, linkURL, onClick, collectionSlug, rowData, title, children }: Props) {
  if (onClick) {
    return (
      <button onClick={() => onClick({ cellData, collectionSlug, rowData })} title={title} type="button">
        {children}
      </button>
    )
  }
  if (!link) return <span title={title}>{children}</span>
  // Payload's rows always carry their id; its type does not say so.
  const { id } = rowData as { id: string }
  return (
    <Link href={linkURL ?? `/admin/collections/${collectionSlug}/${id}`} prefetch={false} title={title}>
      {children}
    </Link>
  )
}
