import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { cartPage as words } from './cart.labels'
import { acceptPrices } from './cart.server'

/** Over the lines: some prices are not those at which the goods were put here. */
export function ChangedPrices({ count, locale }: { count: number; locale: Locale }) {
  return (
    <form
      action={acceptPrices}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-t-md border-b border-line bg-wait-wash px-4 py-2.5 text-md md:px-5"
    >
      <span role="status">{say(words.changed, locale, { count })}</span>
      <SubmitButton size="s">{say(words.accept, locale)}</SubmitButton>
    </form>
  )
}
