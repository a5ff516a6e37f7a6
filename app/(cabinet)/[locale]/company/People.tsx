import { Sheet } from '@/src/ui/base/Sheet'

/** Names with a line of facts under each; payers and contacts alike. */
export function People({
  title,
  lines,
  empty,
}: {
  title: string
  lines: { id: string; name: string; note: string }[]
  empty: string
}) {
  return (
    <Sheet sub={lines.length || undefined} title={title}>
      {lines.length === 0 ? <p className="px-4 pb-4 text-ink-2 md:px-5">{empty}</p> : null}
      <ul>
        {lines.map(({ id, name, note }) => (
          <li key={id} className="border-t border-line px-4 py-3 [overflow-wrap:anywhere] md:px-5">
            <span className="block">{name}</span>
            <span className="text-sm text-ink-2">{note}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
