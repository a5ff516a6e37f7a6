import type { ManagerContact } from '@/collections/clients/companies/company.queries'
import { reachableHours } from '@/collections/clients/companies/company.words'
import type { Locale } from '@/src/lib/i18n'
import { ManagerCard } from '@/src/ui/thing/ManagerCard'

type Props = {
  manager: ManagerContact | null
  locale: Locale
  /** where the page has its correspondence */ talk: string | null
}

/** [HELP-04] Who answers for the company, beside what is talked of. */
export function CompanyManager({ manager, locale, talk }: Props) {
  if (!manager) return null
  const { id: _id, workingHours, ...person } = manager
  return <ManagerCard {...person} locale={locale} note={reachableHours(workingHours, locale)} writeHref={talk} />
}
