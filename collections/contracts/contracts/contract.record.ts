import { defineTalk } from '@/src/mechanisms/comments/defineTalk'
import { defineRecord } from '@/src/mechanisms/records/defineRecord'
import { numberedPage, type Numbered } from '@/src/mechanisms/records/numbered'

export const contractRecord = defineRecord({
  entity: 'contracts',
  needs: 'contracts.read',
  page: numberedPage('/contracts'),
})

export const contractTalk = defineTalk(contractRecord, { ru: 'договор', en: 'contract' })

declare module '@/src/mechanisms/records/defineRecord' {
  interface RecordKeys {
    contracts: Numbered
  }
}
