import { companyCard, contactsOf, payersOf } from '@/collections/clients/companies/company.card.queries'
import { managerOf } from '@/collections/clients/companies/company.queries'
import { colleaguesOf, givableRoles } from '@/collections/people/memberships/membership.queries'
import { say } from '@/src/lib/i18n'
import { Columns } from '@/src/ui/base/Columns'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { formatPhone } from '@/src/lib/formatPhone'
import { FactList } from '@/src/ui/thing/FactList'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { CompanyManager } from '../../_talk/CompanyManager'
import { TalkSheet } from '../../_talk/TalkSheet'
import { NoCompany } from '../NoCompany'
import { Colleagues } from './Colleagues'
import { companyPage as words } from './company.labels'
import { InviteForm } from './InviteForm'
import { People } from './People'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage({}, async ({ session, context, locale, zone }) => {
  const card = session.company ? await companyCard(context) : null
  if (!card) {
    return (
      <Sheet label={say(words.title, locale)}>
        {session.user.kind === 'employee' ? (
          <NoCompany locale={locale} user={session.user} />
        ) : (
          <EmptyState title={say(words.none, locale)} />
        )}
      </Sheet>
    )
  }
  const { req, actor, capabilities } = session
  const manages = capabilities.has('company.manage')
  const roles = manages ? await givableRoles(req, actor, card.id, locale) : []
  const colleagues = manages ? await colleaguesOf(req, actor, card.id, locale) : []
  const reads = capabilities.has('company.read')
  const [payers, manager, contacts] = await Promise.all([
    payersOf(context),
    managerOf(context),
    reads ? contactsOf(context) : [],
  ])
  const facts = [
    { term: say(words.legalName, locale), value: card.legalName },
    { term: say(words.inn, locale), value: card.inn },
    { term: say(words.kpp, locale), value: card.kpp },
    { term: say(words.phone, locale), value: card.phone ? formatPhone(card.phone) : null },
    { term: say(words.email, locale), value: card.email },
    { term: say(words.address, locale), value: card.address },
  ]
  return (
    <>
      <PageHead locale={locale} title={card.name} />
      <Columns
        aside={
          <>
            <CompanyManager locale={locale} manager={manager} talk={reads ? '#history' : null} />
            {facts.some(({ value }) => value) ? (
              <Sheet title={say(words.card, locale)}>
                <FactList facts={facts} />
              </Sheet>
            ) : null}
            {manages && roles.length > 0 ? (
              <Sheet id="invite" padded title={say(words.invite, locale)}>
                <InviteForm locale={locale} roles={roles} />
              </Sheet>
            ) : null}
          </>
        }
      >
        {manages ? <Colleagues locale={locale} people={colleagues} roles={roles} zone={zone} /> : null}
        <People
          empty={say(words.payersEmpty, locale)}
          lines={payers.map(({ id, name, inn, kpp, bankName, account }) => ({
            id,
            name,
            note: [
              inn ? `${say(words.inn, locale)} ${inn}` : '',
              kpp ? `${say(words.kpp, locale)} ${kpp}` : '',
              bankName,
              account,
            ]
              .filter(Boolean)
              .join(', '),
          }))}
          title={say(words.payers, locale)}
        />
        {reads ? (
          <People
            empty={say(words.contactsEmpty, locale)}
            lines={contacts.map(({ id, name, position, email, phone }) => ({
              id,
              name,
              note: [position, phone && formatPhone(phone), email].filter(Boolean).join(', '),
            }))}
            title={say(words.contacts, locale)}
          />
        ) : null}
        {reads ? (
          <TalkSheet
            context={context}
            entity="companies"
            files={capabilities.has('documents.read')}
            id={card.id}
            locale={locale}
            zone={zone}
          />
        ) : null}
      </Columns>
    </>
  )
})
