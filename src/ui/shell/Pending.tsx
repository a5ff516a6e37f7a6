'use client'

import { useLinkStatus } from 'next/link'

/** Inside a link: a line that breathes while the page behind it takes longer than a moment. */
export function Pending() {
  const { pending } = useLinkStatus()
  return <span aria-hidden className="pending" data-on={pending || undefined} />
}
