import { defineSections } from '@/src/mechanisms/frame/defineSections'
import { activeForms } from './form.queries'

/** [NAV-02] Forms that take answers now. */
export const formSections = defineSections({
  of: '/forms',
  read: async ({ req, locale }) =>
    (await activeForms(req, locale)).map(({ slug, title }) => ({ href: `/forms/${slug}`, label: title })),
})
