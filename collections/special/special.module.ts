import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { audit } from './audit/audit.collection'

export const specialModule = defineModule({
  slug: 'special',
  label: { ru: 'Журналы', en: 'Journals' },
  required: true,
  collections: [audit],
})
