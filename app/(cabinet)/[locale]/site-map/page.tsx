import { say } from '@/src/lib/i18n'
import { sectionsFor } from '@/src/mechanisms/frame/defineSections'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import { pagesOf } from '@/src/ui/shell/shellData'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { areasFor } from '../../_shell/areas'
import { shellWords as words } from '../../_shell/shell.labels'

export const generateMetadata = pageTitle(words.siteMap)

type Line = { href: string; label: string; note?: string }

/** Every place of the cabinet that this person may go to: areas with what lies under them first, those of one page together. */
export default cabinetPage({}, async ({ session, context, locale, href }) => {
  const [areas, sections] = await Promise.all([areasFor(session, locale), sectionsFor(context)])
  const below = new Map(
    [...sections].map(([of, lines]) => [href(of), lines.map((line) => ({ ...line, href: href(line.href) }))] as const),
  )
  const linesOf = (area: (typeof areas)[number]): Line[] => [...pagesOf(area), ...(below.get(area.href) ?? [])]
  const wide = areas.filter((area) => linesOf(area).length > 0)
  const single = areas.filter((area) => linesOf(area).length === 0)
  const own = [
    { href: href('/notifications'), label: say(words.notifications, locale) },
    { href: href('/profile'), label: say(words.profile, locale) },
  ]
  return (
    <>
      <PageHead locale={locale} title={say(words.siteMap, locale)} />
      <Sheet label={say(words.siteMap, locale)} padded>
        <div className="grid gap-x-10 gap-y-7 pt-1 sm:grid-cols-2 lg:grid-cols-4">
          <Group lines={single} title={say(words.areas, locale)} />
          {wide.map((area) => (
            <Group href={area.href} key={area.key} lines={linesOf(area)} title={area.label} />
          ))}
          <Group lines={own} title={say(words.yours, locale)} />
        </div>
      </Sheet>
    </>
  )
})

function Group({ title, href, lines }: { title: string; href?: string; lines: readonly Line[] }) {
  return (
    <section>
      <h2 className="mb-2 text-md font-mid">{href ? <TextLink href={href}>{title}</TextLink> : title}</h2>
      <ul className="grid">
        {lines.map((line) => (
          <li className="flex min-h-8 items-baseline gap-2 pointer-coarse:min-h-11" key={line.href}>
            <TextLink href={line.href}>{line.label}</TextLink>
            {line.note ? <span className="num text-sm text-ink-3">{line.note}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
