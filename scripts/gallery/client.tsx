import { hydrateRoot } from 'react-dom/client'
import { GalleryPage } from './pages'

const { name, locale, themeName: theme } = document.body.dataset
const root = document.getElementById('root')
if (root)
  hydrateRoot(
    root,
    <GalleryPage
      name={name ?? ''}
      locale={locale === 'en' ? 'en' : 'ru'}
      theme={theme === 'dark' ? 'dark' : 'light'}
    />,
  )
