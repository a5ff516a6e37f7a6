import type { ServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { panelLocale } from '../lib/view'

/** The workplaces stand above the lists in the panel's navigation. */
export function WorkLinks({ i18n, user }: ServerProps) {
  const locale = panelLocale(i18n.language)
  const words = adminLabels.nav
  const isAdmin = user?.collection === 'staff' && user.role === 'admin'
  const links = [
    { href: '/admin/workplace/orders', label: words.orders },
    { href: '/admin/collections/companies', label: words.clients },
    ...(isAdmin ? [{ href: '/admin/exchange', label: words.exchange }, { href: '/admin/queue', label: words.queue }] : []),
  ]
  return (
    <nav aria-label={say(words.work, locale)} className="kb-nav">
      {links.map(({ href, label }) => (
        <a href={href} key={href}>
          {say(label, locale)}
        </a>
      ))}
    </nav>
  )
}
