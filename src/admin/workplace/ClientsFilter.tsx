import { clientsToServeList } from '@/collections/clients/companies/company.workplace.list'
import { companyLabels } from '@/collections/clients/companies/company.labels'
import { say, type Locale } from '@/src/lib/i18n'
import { End } from '@/src/ui/base/End'
import { KeysButton } from '../lib/PanelList'
import { clientsLabels } from './clients.labels'
import { NOBODY, type ClientsAsked } from './clients.queries'

type Choice = { id: string; name: string }
type Props = {
  action: string
  asked: Omit<ClientsAsked, 'page'>
  managers: readonly Choice[]
  branches: readonly Choice[]
  locale: Locale
}

const words = clientsLabels

/** A form of plain fields: what it asks stands in the address. */
export function ClientsFilter({ action, asked, managers, branches, locale }: Props) {
  const states = Object.entries(companyLabels.options.status).map(([id, label]) => ({ id, name: say(label, locale) }))
  const nobody = { id: NOBODY, name: say(words.noManager, locale) }
  return (
    <form action={action} className="kb-filter" data-list-form="" data-whole role="search">
      <input
        aria-label={say(words.search, locale)}
        autoComplete="off"
        className="kb-input"
        data-list-search={asked.search}
        defaultValue={asked.search}
        name="q"
        placeholder={say(words.search, locale)}
        type="search"
      />
      <Choose any={say(words.anyState, locale)} choices={states} name="status" value={asked.status} />
      {managers.length > 0 ? (
        <Choose
          any={say(words.anyManager, locale)}
          choices={[nobody, ...managers]}
          name="manager"
          value={asked.manager}
        />
      ) : null}
      {branches.length > 0 ? (
        <Choose any={say(words.anyBranch, locale)} choices={branches} name="branch" value={asked.branch} />
      ) : null}
      <label className="kb-check">
        <input defaultChecked={asked.overdue} name="overdue" type="checkbox" value="1" />{' '}
        {say(words.onlyOverdue, locale)}
      </label>
      <button className="kb-btn" type="submit">
        {say(words.find, locale)}
      </button>
      <KeysButton list={clientsToServeList.key} locale={locale} />
      <End />
    </form>
  )
}

function Choose({
  name,
  value,
  any,
  choices,
}: {
  name: string
  value: string | undefined
  any: string
  choices: readonly Choice[]
}) {
  return (
    <select aria-label={any} className="kb-input kb-select" defaultValue={value ?? ''} name={name}>
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}
