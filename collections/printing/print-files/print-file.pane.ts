import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { definePanePart } from '@/src/mechanisms/panel/definePane'
import { printFileLabels as labels } from './print-file.labels'
import { printedAddress, printedName, printedOf, type PrintedFile } from './print-file.queries'

/** Which template it was printed from, in words. */
export const printedFrom = ({ version }: Pick<PrintedFile, 'version'>, locale: Locale): string =>
  version === null ? say(labels.builtIn, locale) : say(labels.numbered, locale, { version })

/** «Напечатано»: files made of a record from templates. */
export const printedOfRecords = definePanePart({
  key: 'printed',
  of: ['contracts', 'orders'],
  order: 40,
  read: async (context, record, locale) => {
    const files = await printedOf(context, record)
    return {
      tables: [
        {
          key: 'printed',
          title: labels.printed,
          heads: [{ label: labels.file }, { label: labels.who }, { label: labels.version }, { label: labels.when }],
          rows: files.map((file) => ({
            key: file.id,
            cells: [
              {
                text: printedName(file, locale),
                note: `SHA-256 ${file.sha256.slice(0, 12)}…`,
                href: printedAddress(file),
              },
              { text: file.author || '—' },
              { text: printedFrom(file, locale) },
              { text: humanDate(file.at, locale) },
            ],
          })),
        },
      ],
    }
  },
})
