import { longDay } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import type { CardFile } from '@/src/mechanisms/home/homeViews'
import { FileRow } from '@/src/ui/thing/FileRow'
import { fileKind, filePreview, fileSize, type FilePlace } from './fileWords'
import { fileWords as words } from './files.labels'

/** Files of a thing, which open over the page; one without bytes yet says so and leads to its own page. */
export function FileRows({ files, ...place }: FilePlace & { files: readonly CardFile[] }) {
  const { locale, zone, href } = place
  return (
    <>
      {files.map((row) => (
        <FileRow
          download={row.file ? { href: href(`${row.file}?save=1`), label: say(words.download, locale) } : undefined}
          href={href(row.href)}
          key={row.key}
          kind={fileKind(row.mime)}
          name={row.name}
          note={
            row.file
              ? longDay(row.date, locale, zone)
              : `${longDay(row.date, locale, zone)}, ${say(words.noFile, locale)}`
          }
          preview={filePreview(row, place) ?? undefined}
          size={fileSize(row.size, locale)}
        />
      ))}
    </>
  )
}
