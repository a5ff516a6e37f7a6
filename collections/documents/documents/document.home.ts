import { defaultLocale, defineLabels, say } from '@/src/lib/i18n'
import { defineHomeCard } from '@/src/mechanisms/home/defineHomeCard'
import { latestDocuments } from './document.queries'
import { documentFile } from './document.words'

const SHOWN = 5
const words = defineLabels({
  title: { ru: 'Документы', en: 'Documents' },
  all: { ru: 'Все', en: 'All' },
})

/** The newest documents. */
export const documentCard = defineHomeCard({
  key: 'documents.latest',
  label: words.title,
  needs: 'documents.read',
  place: 'aside',
  order: 40,
  view: 'files',
  read: async (context) => {
    const rows = await latestDocuments(context, SHOWN)
    if (rows.length === 0) return null
    const locale = context.locale ?? defaultLocale
    return {
      files: rows.map((row) => documentFile(row, locale)),
      link: { href: '/documents', label: say(words.all, locale) },
    }
  },
})
