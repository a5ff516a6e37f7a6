import Link from 'next/link'
import { near } from './near'

export type Tab = { key: string; label: string; href: string; count?: number }

/** Pages of one thing as links in a row; the current one is known to the address, not to the browser's memory. */
export function Tabs({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="strip mb-5 flex gap-1 border-b border-line">
      {tabs.map((tab) => (
        <Link
          {...near}
          key={tab.key}
          href={tab.href}
          aria-current={tab.key === current ? 'page' : undefined}
          className="-mb-px flex items-center gap-1.5 border-b-2 border-transparent px-2.5 pt-2 pb-2.5 text-md whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-brand aria-[current]:font-mid aria-[current]:text-ink"
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="num text-xs text-ink-3">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
