import type { Locale } from '@/src/lib/i18n'
import type { NavIcon } from '@/src/mechanisms/modules/defineModule'

export type Theme = 'light' | 'dark' | 'system'

/** The cookie that keeps the theme; read on the server so that the first paint is right. */
export const THEME_COOKIE = 'kb-theme'

export type AreaIcon = NavIcon | 'home' | 'more'

export type AreaPage = { href: string; label: string; note?: string }

export type NavArea = {
  key: string
  label: string
  href: string
  icon?: AreaIcon
  /** what waits there */
  count?: number
  /** the area's pages; more than six of them open a panel */
  groups?: { title: string; pages: AreaPage[] }[]
  /** one of the (at most four) places in the phone's bar */
  phone?: boolean
  /** further addresses that belong here: a product lies under the catalogue */
  also?: string[]
  /** only the exact address is this place: the home page */
  exact?: boolean
}

/** `subclient`: not their own, but of one that they are the partner of. */
export type ShellCompany = { id: string; name: string; note?: string; subclient?: true; current: boolean }

/** All that the frame around every page needs. What a person may not use is simply not in it. */
export type ShellData = {
  locale: Locale
  theme: Theme
  /** how addresses of each language begin: { ru: '', en: '/en' } */
  prefixes: Record<Locale, string>
  brand: { name: string; href: string; logo?: string; hue: number }
  /** null: nobody is logged in, the page stands without the frame */
  person: { name: string; email?: string; photo?: string; role?: string } | null
  companies: ShellCompany[]
  areas: NavArea[]
  /** further lines of the ⌘K palette: «Новый заказ» */
  commands: { href: string; label: string }[]
  unread: number
  /** positions in the cart; null where there is no cart */
  cart: { href: string; count: number } | null
  urls: {
    profile: string
    notifications: string
    siteMap: string
    /** GET ?q=… answers PaletteAnswer */
    search: string
    /** EventSource: event `notification`, data LiveNotification */
    live: string | null
  }
  /** what a server action left to be said, as its cookie holds it */
  flash: string | null
  /** how fresh the data of the ERP are, in words: «Данные из 1С на 10:42» */
  freshness: { words: string; is: 'good' | 'wait' | 'bad' } | null
  /** server actions: the first gets `company`, the second nothing */
  switchCompany: (form: FormData) => Promise<void>
  logout: () => Promise<void>
}

export type PaletteItem = { href: string; title: string; note?: string; aside?: string }
export type PaletteAnswer = { groups: { key: string; title: string; items: PaletteItem[] }[] }
export type LiveNotification = { unread: number; title?: string; href?: string }

/** Pages of an area, all groups together. */
export function pagesOf(area: NavArea): AreaPage[] {
  return area.groups?.flatMap((group) => group.pages) ?? []
}

const PANEL_FROM = 7

export function opensPanel(area: NavArea): boolean {
  return pagesOf(area).length >= PANEL_FROM
}
