import { ShoppingCart } from 'lucide-react'
import { say } from '@/src/lib/i18n'
import { Badge } from '../base/Badge'
import { IconLink } from '../base/IconButton'
import { AvatarMenu } from './AvatarMenu'
import { Bell } from './Bell'
import { Brand } from './Brand'
import { CompanySwitcher } from './CompanySwitcher'
import { SearchField } from './SearchField'
import { shellLabels } from './shell.labels'
import { pagesOf, type ShellData } from './shellData'

/** Whose portal, for which company, the search, what is new, the cart, the person. */
export function TopBar({ data }: { data: ShellData }) {
  const { locale, cart } = data
  const pages = data.areas.flatMap((area) => [{ href: area.href, label: area.label }, ...pagesOf(area)])
  return (
    <div className="mx-auto flex h-13.5 max-w-page items-center gap-2 px-4 md:h-15 md:gap-4.5 md:px-6">
      <Brand brand={data.brand} />
      <CompanySwitcher companies={data.companies} action={data.switchCompany} locale={locale} />
      <SearchField
        url={data.urls.search}
        commands={data.commands}
        pages={pages}
        words={{
          placeholder: say(shellLabels.search, locale),
          name: say(shellLabels.searchName, locale),
          nothing: say(shellLabels.searchNothing, locale, { query: '{query}' }),
          failed: say(shellLabels.searchFailed, locale),
          commands: say(shellLabels.commands, locale),
          pages: say(shellLabels.pages, locale),
          keys: say(shellLabels.keys, locale),
        }}
      />
      <div className="flex items-center gap-1 md:gap-3">
        <Bell
          href={data.urls.notifications}
          live={data.urls.live}
          unread={data.unread}
          words={{ name: say(shellLabels.notificationsBare, locale), fresh: say(shellLabels.notificationsNew, locale) }}
        />
        {cart ? (
          <IconLink href={cart.href} label={say(shellLabels.cart, locale, { count: cart.count })} icon={<ShoppingCart />}>
            <Badge count={cart.count} onIcon className="!bg-brand !text-on-brand" />
          </IconLink>
        ) : null}
        <AvatarMenu data={data} />
      </div>
    </div>
  )
}
