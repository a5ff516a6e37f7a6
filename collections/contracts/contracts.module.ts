import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { contracts } from './contracts/contract.collection'
import { scheduleLines } from './schedule-lines/schedule-line.collection'

export const contractsModule = defineModule({
  slug: 'contracts',
  label: { ru: 'Договоры', en: 'Contracts' },
  collections: [contracts, scheduleLines],
  nav: [{ href: '/contracts', label: { ru: 'Договоры', en: 'Contracts' }, needs: 'contracts.read', order: 45 }],
})
