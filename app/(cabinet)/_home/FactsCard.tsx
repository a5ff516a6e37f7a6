import type { ReactNode } from 'react'
import { daysUntil, longDay } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { Money } from '@/src/ui/money/Money'
import { FactList } from '@/src/ui/thing/FactList'
import { openLink, type CardProps } from './cardProps'
import { cardWords as words } from './home.labels'

type Fact = CardProps<'facts'>['card']['data']['facts'][number]['value']

export function FactsCard({ card: { label, data }, locale, zone, linkTo }: CardProps<'facts'>) {
  return (
    <Sheet link={openLink(data.link, linkTo)} title={say(label, locale)}>
      <FactList
        facts={data.facts.map(({ term, value }) => ({
          term,
          value: told(value, locale, zone),
        }))}
      />
    </Sheet>
  )
}

function told(value: Fact, locale: Locale, zone: string): ReactNode {
  if (typeof value === 'string') return value
  return 'day' in value ? soon(value.day, locale, zone) : <Money {...value} locale={locale} />
}

function soon(date: string, locale: Locale, zone: string): string {
  const days = daysUntil(date, zone)
  const day = longDay(date, locale, zone)
  return days > 0 ? say(words.inDays, locale, { day, days }) : day
}
