import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { numberedPart, type Numbered } from '@/src/mechanisms/records/numbered'

type Address = {
  /** Part of the address that named the rows, decoded. */
  part: string
  /** The whole address of a row in this language. */
  at: (row: Numbered) => string
  /** Where those of one number are found. */
  list: string
}

/**
 * The one of the rows that an address of a numbered record names, when it is the record's own address. Any other leads
 * there: for good when the id was said, for now when the number alone was, since others of that number may come. Several
 * of one number are shown as a list; none is 404.
 */
export function atItsAddress<Row extends Numbered>(rows: readonly Row[], { part, at, list }: Address): Row {
  const [row, other] = rows
  if (!row) notFound()
  if (numberedPart(row) === part) return row
  if (part === row.number) redirect(other ? `${list}?number=${encodeURIComponent(part)}` : at(row))
  permanentRedirect(at(row))
}
