'use client'

import { Bell as BellIcon } from '@/src/ui/icon/icons'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Badge } from '../base/Badge'
import { IconLink } from '../base/IconButton'
import { toast } from '../feedback/toast'
import { listenLive } from './live'
import type { LiveNotification } from './shellData'

export type BellProps = { href: string; unread: number; live: string | null; words: { name: string; fresh: string } }

/** What is new; the number follows the stream of events without a reload. */
export function Bell({ href, unread, live, words }: BellProps) {
  const router = useRouter()
  const [heard, setHeard] = useState<{ over: number; unread: number }>({ over: unread, unread })
  // a fresh number from the server wins over one heard before it
  const count = heard.over === unread ? heard.unread : unread

  useEffect(() => {
    if (!live) return
    return listenLive<LiveNotification>(live, 'notification', (news) => {
      setHeard({ over: unread, unread: news.unread })
      if (!news.title) return
      toast({ words: news.title })
      // The page says the same as the toast; what is being typed stays.
      router.refresh()
    })
  }, [live, unread, router])

  return (
    <IconLink href={href} label={count > 0 ? `${words.name}, ${count} ${words.fresh}` : words.name} icon={<BellIcon />}>
      <Badge count={count} onIcon />
    </IconLink>
  )
}
