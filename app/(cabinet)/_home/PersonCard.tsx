import { say } from '@/src/lib/i18n'
import { ManagerCard } from '@/src/ui/thing/ManagerCard'
import type { CardProps } from './cardProps'

export function PersonCard({ card: { label, data }, locale, linkTo }: CardProps<'person'>) {
  const { write, ...person } = data
  return <ManagerCard {...person} locale={locale} title={say(label, locale)} writeHref={write && linkTo(write)} />
}
