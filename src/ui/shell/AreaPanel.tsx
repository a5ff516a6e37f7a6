import Link from 'next/link'
import { near } from '../base/near'
import type { NavArea } from './shellData'

/** The pages of one area by groups, under the header. */
export function AreaPanel({ id, area, whole }: { id: string; area: NavArea; whole: string }) {
  return (
    <div id={id} popover="auto" className="pop pop-wide" aria-label={area.label} role="group">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        {area.groups?.map((group) => (
          <div key={group.title}>
            <p className="px-2.5 pb-1 text-sm text-ink-3">{group.title}</p>
            <ul>
              {group.pages.map((page) => (
                <li key={page.href}>
                  <Link {...near} href={page.href} className="pop-item">
                    <span>
                      {page.label}
                      {page.note ? <span className="block text-sm text-ink-2">{page.note}</span> : null}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="mt-3 border-t border-line px-2.5 pt-3 text-sm">
        <Link {...near} href={area.href} className="link">
          {whole}
        </Link>
      </p>
    </div>
  )
}
