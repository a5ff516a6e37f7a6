import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { contractPane, contractsOfClient } from './contracts/contract.pane'
import { scheduleEvents } from './schedule-lines/schedule-line.events'
import { contractEvents } from './contracts/contract.events'
import { contracts } from './contracts/contract.collection'
import { contractResource } from './contracts/contract.exchange'
import { scheduleLines } from './schedule-lines/schedule-line.collection'
import { scheduleResource } from './schedule-lines/schedule-line.exchange'
import { contractAdded, scheduleDue } from './schedule-lines/schedule-line.notifications'
import { remindJob } from './schedule-lines/schedule-line.jobs'
import { contractAsks } from './contracts/contract.asks'
import { contractSearch } from './contracts/contract.search'
import { contractsList } from './contracts/contract.list'
import { contractRecord, contractTalk } from './contracts/contract.record'
import { paymentCard } from './schedule-lines/schedule-line.home'
import { contractNumbers, prepareContract } from './contracts/contract.actions'
import { contractPrint } from './contracts/contract.print'
import { contractRoute, contractsRoute } from './contracts/contract.front'

export const contractsModule = defineModule({
  slug: 'contracts',
  label: { ru: 'Договоры', en: 'Contracts' },
  dependsOn: ['clients'],
  collections: [contracts, scheduleLines],
  parts: [
    contractsRoute,
    contractRoute,
    contractPane,
    contractsOfClient,
    paymentCard,
    contractsList,
    contractRecord,
    ...contractTalk,
    scheduleEvents,
    contractEvents,
    contractResource,
    scheduleResource,
    scheduleDue,
    contractAdded,
    remindJob,
    ...contractAsks,
    contractSearch,
    contractPrint,
    contractNumbers,
    prepareContract,
  ],
  capabilities: {
    'contracts.read': { ru: 'Видит договоры', en: 'Sees contracts' },
  },
  nav: [
    {
      href: '/contracts',
      label: { ru: 'Договоры', en: 'Contracts' },
      needs: 'contracts.read',
      icon: 'documents',
      order: 45,
    },
  ],
})
