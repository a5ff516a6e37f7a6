import type { Remark } from '@/src/mechanisms/comments/remarks'
import type { Moment } from '@/src/ui/thing/Timeline'

/** A message as a moment of a timeline, with its files. */
export function remarkMoment({ id, at, author, body, files }: Remark): Moment {
  const links = files.map((file) => (
    <a className="link mr-3 text-sm" href={`/api/document-files/file/${encodeURIComponent(file.name)}`} key={file.id}>
      {file.title}
    </a>
  ))
  return { key: id, at, author, body, said: body !== '', files: links.length > 0 ? links : undefined }
}
