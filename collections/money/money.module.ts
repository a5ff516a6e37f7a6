import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { accountEvents } from './accounts/account.events'
import { accounts } from './accounts/account.collection'
import { importBalances, importStatement } from './accounts/account.actions'
import { balanceResource, statementResource } from './accounts/account.exchange'
import { debtOverdue, limitChanged, paymentReceived, paymentReceivedManager } from './accounts/account.notifications'
import { creditLimitResource, debtResource } from './accounts/settlement.exchange'

export const moneyModule = defineModule({
  slug: 'money',
  label: { ru: 'Расчёты', en: 'Settlements' },
  collections: [accounts],
  parts: [accountEvents, importBalances, importStatement, balanceResource, statementResource, debtResource, creditLimitResource, paymentReceived, paymentReceivedManager, limitChanged, debtOverdue],
  capabilities: ['balance.read'],
  nav: [{ href: '/statement', label: { ru: 'Расчёты', en: 'Settlements' }, needs: 'balance.read', icon: 'money', order: 50 }],
  commands: [{ href: '/statement', label: { ru: 'Выписка или акт сверки', en: 'Statement or reconciliation act' }, needs: 'balance.read' }],
})
