import type { ServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { modulesOff } from '@/src/mechanisms/modules/switches'
import { adminLabels } from '../admin.labels'
import { auditViewLabels } from '../audit/audit.labels'
import { panelLocale } from '../lib/panelLocale'
import { salesRoles } from '../workplace/roles'
import { NavLink } from './NavLink'

/** The workplaces stand above the lists in the panel's navigation. */
export async function WorkLinks({ i18n, payload, user }: ServerProps) {
  // Also what `admin.hidden` of the lists goes by next time.
  const off = await modulesOff(payload)
  const locale = panelLocale(i18n.language)
  const words = adminLabels.nav
  const role = user?.collection === 'staff' ? user.role : undefined
  const sells = salesRoles.some((allowed) => allowed === role)
  const links = [
    ...(sells && !off.has('sales') ? [{ href: '/admin/workplace/orders', label: words.orders }] : []),
    ...(sells ? [{ href: '/admin/workplace/clients', label: words.clients }] : []),
    ...(role === 'admin' && !off.has('exchange') ? [{ href: '/admin/exchange', label: words.exchange }] : []),
    ...(role === 'admin' ? [{ href: '/admin/queue', label: words.queue }, { href: '/admin/audit', label: auditViewLabels.nav }] : []),
  ]
  if (links.length === 0) return null
  return (
    <nav aria-label={say(words.work, locale)} className="kb-nav">
      {links.map(({ href, label }) => (
        <NavLink href={href} key={href}>
          {say(label, locale)}
        </NavLink>
      ))}
    </nav>
  )
}
