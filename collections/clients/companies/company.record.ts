import { defineTalk } from '@/src/mechanisms/comments/defineTalk'
import { defineRecord } from '@/src/mechanisms/records/defineRecord'

export const companyRecord = defineRecord({
  entity: 'companies',
  needs: 'company.read',
  page: () => '/company',
  panel: ({ id }) => `/admin/workplace/clients?client=${id}`,
})

/** What is said to the manager about nothing in particular. */
export const companyTalk = defineTalk(companyRecord, { ru: 'компания', en: 'company' }, 'name')
