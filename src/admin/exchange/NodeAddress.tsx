import type { UIFieldServerComponent } from 'payload'
import { settings } from '@/src/lib/settings'
import { say } from '@/src/lib/i18n'
import { panelLocale } from '../lib/panelLocale'
import { nodeLabels } from './exchange.labels'
import { ExchangeAddress } from './ExchangeAddress'

/** What 1C has to be told of the portal, on the form of a node. */
export const NodeAddress: UIFieldServerComponent = ({ i18n }) => {
  const locale = panelLocale(i18n.language)
  return (
    <div className="field-type">
      <div className="field-label">{say(nodeLabels.address, locale)}</div>
      <ExchangeAddress address={exchangeAddress()} locale={locale} />
      <p className="kb-muted kb-small">{say(nodeLabels.addressNote, locale)}</p>
    </div>
  )
}

export const exchangeAddress = (): string => `${settings().PUBLIC_URL}/api/1c/commerceml`
