import { Download, FileArchive, FileImage, FileSpreadsheet, FileText } from '@/src/ui/icon/icons'
import type { ReactNode } from 'react'
import { previewLink, type PreviewItem } from '../preview/previewItem'

export type FileRowProps = {
  /** opens or downloads through the access check */
  href: string
  name: string
  note?: ReactNode
  /** «PDF», «XLSX»; chooses the icon */
  kind?: string
  /** «240 КБ» */
  size?: string
  /** a second link that saves instead of opening */
  download?: { href: string; label: string }
  /** opens over the page instead of leading away */
  preview?: PreviewItem
}

const ICONS: Record<string, typeof FileText> = {
  ZIP: FileArchive,
  RAR: FileArchive,
  '7Z': FileArchive,
  XLSX: FileSpreadsheet,
  XLS: FileSpreadsheet,
  CSV: FileSpreadsheet,
  JPG: FileImage,
  JPEG: FileImage,
  PNG: FileImage,
  WEBP: FileImage,
}

/** One file in a sheet: its name, what it is, where to get it. */
export function FileRow({ href, name, note, kind, size, download, preview }: FileRowProps) {
  const Icon = ICONS[kind?.toUpperCase() ?? ''] ?? FileText
  return (
    <div className="flex items-center border-t border-line text-md hover:bg-sunk/50">
      <a
        {...(preview ? previewLink(preview) : { href })}
        className="flex min-w-0 flex-1 items-center gap-3 px-4 py-2.5 md:px-5"
      >
        <Icon className="text-ink-3" />
        <span className="min-w-0 flex-1">
          {name}
          {note ? <span className="block text-sm text-ink-2">{note}</span> : null}
        </span>
        <span className="text-right text-sm whitespace-nowrap text-ink-2">
          {kind}
          {size ? <span className="block">{size}</span> : null}
        </span>
      </a>
      {download ? (
        <a
          href={download.href}
          download
          aria-label={download.label}
          title={download.label}
          className="mr-2 grid size-9 flex-none pointer-coarse:size-11 place-items-center rounded-sm text-ink-2 hover:bg-sunk"
        >
          <Download />
        </a>
      ) : null}
    </div>
  )
}
