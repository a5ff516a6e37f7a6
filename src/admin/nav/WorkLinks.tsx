import { createLocalReq, type ServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { actorOf } from '@/src/mechanisms/access/actor'
import { modulesOff } from '@/src/mechanisms/modules/switches'
import { adminLabels } from '../admin.labels'
import { auditViewLabels } from '../audit/audit.labels'
import { panelLocale } from '../lib/panelLocale'
import { staffWithClients } from '@/src/mechanisms/access/roles'
import { NavLink } from './NavLink'
import { OpenNav } from './OpenNav'
import { navCounts } from './navCounts.queries'

/** The workplaces stand above the lists in the panel's navigation, each with how much waits there. */
export async function WorkLinks({ i18n, payload, user }: ServerProps) {
  const off = await modulesOff(payload)
  const locale = panelLocale(i18n.language)
  const words = adminLabels.nav
  if (user?.collection !== 'staff') return null
  const { role } = user
  const sells = staffWithClients.some((allowed) => allowed === role)
  const req = await createLocalReq({ user }, payload)
  const counts = await navCounts(req, await actorOf(req))
  const links = [
    { href: '/admin', label: words.today, count: 0 },
    ...(sells && !off.has('sales') ? [{ href: '/admin/workplace/orders', label: words.orders, count: counts.orders }] : []),
    ...(sells ? [{ href: '/admin/workplace/clients', label: words.clients, count: counts.clients }] : []),
    ...(role === 'admin' && !off.has('exchange') ? [{ href: '/admin/exchange', label: words.exchange, count: counts.exchange }] : []),
    ...(role === 'admin' ? [{ href: '/admin/queue', label: words.queue, count: counts.queue }, { href: '/admin/audit', label: auditViewLabels.nav, count: 0 }] : []),
  ]
  return (
    <nav aria-label={say(words.work, locale)} className="kb-nav">
      <OpenNav />
      {links.map(({ href, label, count }) => (
        <NavLink href={href} key={href}>
          {say(label, locale)}
          {count > 0 ? <span className="kb-count">{count}</span> : null}
        </NavLink>
      ))}
    </nav>
  )
}
