import Link from 'next/link'
import { formatQty, QTY_SCALE } from '@/src/lib/money'
import { near } from '../base/near'
import { cx } from '../base/cx'
import { spaced } from '../money/spaces'

export type TreeItem = {
  key: string
  label: string
  href: string
  count?: number
  current?: boolean
  /** 0 for the top level */
  depth?: 0 | 1 | 2 | 3
}

export type TreeGroup = { key: string; /** no title for the sections themselves */ title?: string; items: TreeItem[] }

const INDENT = ['pl-2.5', 'pl-6', 'pl-9', 'pl-12']

/** Sections and facets beside the goods. On a phone it folds into one line that says where you are. */
export function CategoryTree({ label, groups }: { label: string; groups: TreeGroup[] }) {
  const here = groups.flatMap((group) => group.items).find((item) => item.current)
  return (
    <>
      <nav aria-label={label} className="hidden md:block">
        <Groups groups={groups} />
      </nav>
      <details className="rounded-md border border-line bg-sheet md:hidden">
        <summary className="flex min-h-11 items-center justify-between gap-3 px-4 font-mid">
          {label}
          <span className="text-sm font-normal text-ink-2">{here?.label}</span>
        </summary>
        <nav aria-label={label} className="border-t border-line p-2">
          <Groups groups={groups} />
        </nav>
      </details>
    </>
  )
}

function Groups({ groups }: { groups: TreeGroup[] }) {
  return groups.map((group) => (
    <div key={group.key}>
      {group.title ? <p className="px-2.5 pt-4 pb-1.5 text-sm text-ink-3">{group.title}</p> : null}
      <ul>
        {group.items.map((item) => (
          <li key={item.key}>
            <Link
              {...near}
              href={item.href}
              aria-current={item.current ? 'true' : undefined}
              className={cx(
                'flex justify-between gap-3 rounded-sm py-1.5 pr-2.5 text-md text-ink-2 hover:bg-sunk hover:text-ink',
                'aria-[current]:bg-brand-wash aria-[current]:font-mid aria-[current]:text-brand-ink',
                INDENT[item.depth ?? 0],
              )}
            >
              <span className="min-w-0">{item.label}</span>
              {item.count === undefined ? null : (
                <span className="num">{spaced(formatQty(item.count * QTY_SCALE, 'ru'))}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}
