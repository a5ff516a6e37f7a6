import { companyDetailsStep } from '@/globals/companyDetails.steps'
import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { media } from './media/media.collection'
import { pictureRoute } from './media/media.front'
import { sites } from './sites/site.collection'

export const contentModule = defineModule({
  slug: 'content',
  label: { ru: 'Портал', en: 'Portal' },
  required: true,
  collections: [sites, media],
  ofMechanisms: ['sites', 'media'],
  parts: [companyDetailsStep, pictureRoute],
})
