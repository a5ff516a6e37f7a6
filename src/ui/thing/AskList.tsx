import { EllipsisVertical } from '@/src/ui/icon/icons'
import type { ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { buttonClass } from '../base/buttonClass'
import { cx } from '../base/cx'
import { LinkButton } from '../base/LinkButton'
import { Menu, MenuButton } from '../base/Menu'
import { Money } from '../money/Money'

export type AskItem = {
  key: string
  /** «просрочено 2 дня», «сегодня», «до 28 ноября» */
  when: string
  urgency?: 'late' | 'soon' | 'calm'
  /** begins with a verb: «Оплатить счёт № 1124» */
  title: string
  note?: ReactNode
  /** minor units */
  amount?: number
  currency?: string
  /** a link, or a button that opens a popover or dialog by id */
  action: { label: string; href: string } | { label: string; popoverTarget: string }
  /** it can wait: the ways to put it aside, behind one small button */
  later?: { name: string; ways: { key: string; label: string; run: () => Promise<void> }[] }
}

/** «От вас ждут»: what is wanted from this person, soonest first. Lies in a Sheet. The first late one is the main action. */
export function AskList({ asks, locale }: { asks: AskItem[]; locale: Locale }) {
  const main = asks.findIndex((ask) => ask.urgency === 'late')
  return (
    <ul>
      {asks.map((ask, index) => (
        <AskRow key={ask.key} ask={ask} locale={locale} main={index === main} />
      ))}
    </ul>
  )
}

const URGENCY = { late: 'text-bad font-bold', soon: 'text-wait font-mid', calm: 'text-ink-2' }

export function AskRow({ ask, locale, main }: { ask: AskItem; locale: Locale; main?: boolean }) {
  const tone = main ? 'primary' : 'normal'
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 border-t border-line px-4 py-3.25 md:grid-cols-[5.375rem_minmax(0,1fr)_auto_auto] md:gap-x-4 md:px-5">
      <span className={cx('col-span-full text-sm md:col-span-1', URGENCY[ask.urgency ?? 'calm'])}>{ask.when}</span>
      <div className="min-w-0">
        <b className="font-mid">{ask.title}</b>
        {ask.note ? <p className="text-sm text-ink-2">{ask.note}</p> : null}
      </div>
      <span className="hidden md:inline">
        {ask.amount === undefined || ask.currency === undefined ? null : (
          <Money amount={ask.amount} currency={ask.currency} locale={locale} />
        )}
      </span>
      <span className="flex items-center justify-end gap-1">
        {'href' in ask.action ? (
          <LinkButton href={ask.action.href} tone={tone} aria-label={`${ask.action.label}: ${ask.title}`}>
            {ask.action.label}
          </LinkButton>
        ) : (
          <button
            type="button"
            popoverTarget={ask.action.popoverTarget}
            className={buttonClass(tone)}
            aria-label={`${ask.action.label}: ${ask.title}`}
          >
            {ask.action.label}
          </button>
        )}
        {ask.later ? (
          <Menu
            label={ask.later.name}
            panelClass="min-w-52"
            side="end"
            trigger={<EllipsisVertical />}
            triggerClass={buttonClass('flat', 'm', '!px-2')}
          >
            {ask.later.ways.map(({ key, label, run }) => (
              <form action={run} key={key}>
                <MenuButton type="submit">{label}</MenuButton>
              </form>
            ))}
          </Menu>
        ) : null}
      </span>
    </li>
  )
}
