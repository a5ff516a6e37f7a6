import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { accounts } from './accounts/account.collection'

export const moneyModule = defineModule({
  slug: 'money',
  label: { ru: 'Расчёты', en: 'Settlements' },
  collections: [accounts],
  nav: [{ href: '/statement', label: { ru: 'Расчёты', en: 'Settlements' }, needs: 'balance.read', order: 50 }],
})
