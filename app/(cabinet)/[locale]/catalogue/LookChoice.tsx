import { LayoutGrid, List } from '@/src/ui/icon/icons'
import { say, type Locale } from '@/src/lib/i18n'
import { IconButton } from '@/src/ui/base/IconButton'
import { cataloguePage as words } from './catalogue.labels'
import { chooseLook } from './look'
import type { ShelfLook } from './lookCookie'

const LOOKS = [
  { value: 'list', label: words.asList, icon: List },
  { value: 'tiles', label: words.asTiles, icon: LayoutGrid },
] as const

/** List or tiles, remembered in this browser. */
export function LookChoice({ look, locale }: { look: ShelfLook; locale: Locale }) {
  return (
    <form action={chooseLook} role="group" aria-label={say(words.look, locale)} className="flex gap-2">
      {LOOKS.map(({ value, label, icon: Icon }) => (
        <IconButton
          key={value}
          type="submit"
          name="look"
          value={value}
          label={say(label, locale)}
          icon={<Icon />}
          aria-pressed={look === value}
          className="border border-line-strong bg-sheet aria-pressed:border-brand aria-pressed:bg-brand-wash aria-pressed:text-brand-ink"
        />
      ))}
    </form>
  )
}
