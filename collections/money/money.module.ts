import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { accountPane } from './accounts/account.pane'
import { accountsOfClient } from './accounts/account.client.pane'
import { accountEvents } from './accounts/account.events'
import { accounts } from './accounts/account.collection'
import { importBalances, importStatement } from './accounts/account.actions'
import { balanceResource, statementResource } from './accounts/account.exchange'
import { debtOverdue, limitChanged, paymentReceived, paymentReceivedManager } from './accounts/account.notifications'
import { creditLimitResource, debtResource } from './accounts/settlement.exchange'
import { accountRecord } from './accounts/account.record'
import { balanceCard } from './accounts/account.home'
import { balanceRoute, statementRoute } from './accounts/account.front'

export const moneyModule = defineModule({
  slug: 'money',
  label: { ru: 'Расчёты', en: 'Settlements' },
  dependsOn: ['clients'],
  knows: ['contracts', 'sales'],
  collections: [accounts],
  tables: ['account_anchors', 'statement_lines'],
  parts: [
    balanceRoute,
    statementRoute,
    accountPane,
    accountsOfClient,
    balanceCard,
    accountRecord,
    accountEvents,
    importBalances,
    importStatement,
    balanceResource,
    statementResource,
    debtResource,
    creditLimitResource,
    paymentReceived,
    paymentReceivedManager,
    limitChanged,
    debtOverdue,
  ],
  capabilities: {
    'balance.read': { ru: 'Видит расчёты', en: 'Sees settlements' },
  },
  nav: [
    {
      href: '/statement',
      label: { ru: 'Расчёты', en: 'Settlements' },
      needs: 'balance.read',
      icon: 'money',
      order: 50,
    },
  ],
  commands: [
    {
      href: '/statement',
      label: { ru: 'Выписка или акт сверки', en: 'Statement or reconciliation act' },
      needs: 'balance.read',
    },
  ],
})
