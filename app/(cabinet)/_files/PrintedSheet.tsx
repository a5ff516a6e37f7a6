import { printFileLabels } from '@/collections/printing/print-files/print-file.labels'
import { printedAddress, printedName, printedOf } from '@/collections/printing/print-files/print-file.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { Sheet } from '@/src/ui/base/Sheet'
import { Download } from '@/src/ui/icon/icons'
import { FileRow } from '@/src/ui/thing/FileRow'
import { fileKind, fileSize } from './fileWords'

type PrintedSheetProps = {
  context: QueryContext
  entity: string
  id: string
  locale: Locale
  zone: string
  /** Where it is printed anew. */
  print: { href: string; label: string; about: string }
}

/** «Напечатано»: a file to be had, and those that were printed before. */
export async function PrintedSheet({ context, entity, id, locale, zone, print }: PrintedSheetProps) {
  const files = await printedOf(context, { entity, id })
  return (
    <Sheet id="printed" title={say(printFileLabels.printed, locale)}>
      <div className="grid gap-3 px-4 pb-4 text-md md:px-5">
        <p className="text-ink-2">{print.about}</p>
        <div>
          <LinkButton download href={print.href} icon={<Download />}>
            {print.label}
          </LinkButton>
        </div>
      </div>
      {files.map((file) => (
        <FileRow
          href={printedAddress(file)}
          key={file.id}
          kind={fileKind(file.mime)}
          name={printedName(file, locale)}
          note={[file.author, humanDate(file.at, locale, zone)].filter(Boolean).join(', ')}
          size={fileSize(file.size, locale)}
        />
      ))}
    </Sheet>
  )
}
