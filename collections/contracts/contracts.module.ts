import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { scheduleEvents } from './schedule-lines/schedule-line.events'
import { contractEvents } from './contracts/contract.events'
import { contracts } from './contracts/contract.collection'
import { contractResource } from './contracts/contract.exchange'
import { scheduleLines } from './schedule-lines/schedule-line.collection'
import { scheduleResource } from './schedule-lines/schedule-line.exchange'
import { contractAdded, scheduleDue } from './schedule-lines/schedule-line.notifications'
import { remindJob } from './schedule-lines/schedule-line.reminders'
import { contractAsks } from './contracts/contract.asks'
import { sendSignedCopy } from './contracts/contract.signing'
import { contractSearch } from './contracts/contract.search'

export const contractsModule = defineModule({
  slug: 'contracts',
  label: { ru: 'Договоры', en: 'Contracts' },
  collections: [contracts, scheduleLines],
  parts: [scheduleEvents, contractEvents, contractResource, scheduleResource, scheduleDue, contractAdded, remindJob, sendSignedCopy, ...contractAsks, contractSearch],
  capabilities: ['contracts.read'],
  nav: [{ href: '/contracts', label: { ru: 'Договоры', en: 'Contracts' }, needs: 'contracts.read', icon: 'documents', order: 45 }],
})
