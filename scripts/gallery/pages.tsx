import type { Locale } from '@/src/lib/i18n'
import { Shell } from '@/src/ui/shell/Shell'
import type { Theme } from '@/src/ui/shell/shellData'
import { shellWords } from '@/src/ui/shell/shellWords'
import { CataloguePage } from './catalogue'
import { FormPage, LoginPage } from './forms'
import { HomePage } from './home'
import { OrderPage } from './order'
import { OrdersPage } from './orders'
import { galleryShell } from './shell'
import { EmptyPage, ExtremePage, StatesPage } from './states'
import type { Page } from './t'

export const pages: Record<string, Page> = {
  home: { path: '/', frame: true, body: (locale) => <HomePage locale={locale} /> },
  orders: { path: '/orders', frame: true, body: (locale) => <OrdersPage locale={locale} /> },
  order: { path: '/orders/10-2481', frame: true, body: (locale) => <OrderPage locale={locale} /> },
  catalogue: { path: '/catalogue', frame: true, body: (locale) => <CataloguePage locale={locale} /> },
  tiles: { path: '/catalogue', frame: true, body: (locale) => <CataloguePage locale={locale} tiles /> },
  long: { path: '/catalogue', frame: true, body: (locale) => <CataloguePage locale={locale} long /> },
  form: { path: '/checkout', frame: true, body: (locale) => <FormPage locale={locale} /> },
  login: { path: '/login', frame: false, body: (locale) => <LoginPage locale={locale} /> },
  states: { path: '/money', frame: true, body: (locale) => <StatesPage locale={locale} /> },
  extreme: { path: '/money', frame: true, body: (locale) => <ExtremePage locale={locale} /> },
  empty: { path: '/orders', frame: true, body: (locale) => <EmptyPage locale={locale} /> },
}

export function GalleryPage({ name, locale, theme }: { name: string; locale: Locale; theme: Theme }) {
  const page = pages[name]
  if (!page) return null
  if (!page.frame) return page.body(locale)
  const data = galleryShell(locale, theme)
  return (
    <Shell data={data} words={shellWords(locale, { cart: data.cart?.count ?? 0 })}>
      {page.body(locale)}
    </Shell>
  )
}
