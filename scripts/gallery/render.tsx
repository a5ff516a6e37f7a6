import { renderToString } from 'react-dom/server'
import type { Locale } from '@/src/lib/i18n'
import { GalleryPage, pages } from './pages'

export const names = Object.keys(pages)

/** One whole page of the gallery as html. */
export function render(name: string, locale: Locale, theme: 'light' | 'dark'): string {
  const path = pages[name]?.path ?? '/'
  Object.assign(globalThis, { galleryPath: path })
  const body = renderToString(<GalleryPage name={name} locale={locale} theme={theme} />)
  return `<!doctype html><html lang="${locale}" data-theme="${theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${name}</title><link rel="stylesheet" href="/gallery.css"></head><body data-name="${name}" data-locale="${locale}" data-theme-name="${theme}" data-path="${path}"><div id="root">${body}</div><script type="module" src="/client.js"></script></body></html>`
}
