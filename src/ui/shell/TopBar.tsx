import { ShoppingCart } from '@/src/ui/icon/icons'
import { Badge } from '../base/Badge'
import { End } from '../base/End'
import { IconLink } from '../base/IconButton'
import { AvatarMenu } from './AvatarMenu'
import { Bell } from './Bell'
import { BrandLink } from './BrandLink'
import { CompanySwitcher } from './CompanySwitcher'
import { SearchField } from './SearchField'
import { pagesOf } from './shellData'
import type { ShellProps } from './shellWords'

/** Whose portal, for which company, the search, what is new, the cart, the person. */
export function TopBar({ data, words }: ShellProps) {
  const { cart } = data
  const pages = data.areas.flatMap((area) => [{ href: area.href, label: area.label }, ...pagesOf(area)])
  return (
    <div data-whole className="mx-auto flex h-13.5 max-w-page items-center gap-2 px-4 md:h-15 md:gap-4.5 md:px-6">
      <BrandLink brand={data.brand} />
      <CompanySwitcher action={data.switchCompany} companies={data.companies} words={words} />
      <SearchField
        url={data.urls.search}
        commands={data.commands}
        pages={pages}
        words={{
          placeholder: words.search,
          name: words.searchName,
          nothing: words.searchNothing,
          failed: words.searchFailed,
          commands: words.commands,
          pages: words.pages,
          keys: words.keys,
        }}
      />
      <div className="flex items-center gap-1 md:gap-3">
        <Bell
          href={data.urls.notifications}
          live={data.urls.live}
          unread={data.unread}
          words={{ name: words.notificationsBare, fresh: words.notificationsNew }}
        />
        {cart ? (
          <IconLink href={cart.href} label={words.cart} icon={<ShoppingCart />}>
            <Badge count={cart.count} onIcon className="!bg-brand !text-on-brand" />
          </IconLink>
        ) : null}
        <AvatarMenu data={data} words={words} />
      </div>
      <End />
    </div>
  )
}
