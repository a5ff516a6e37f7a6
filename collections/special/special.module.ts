import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { dropJob, replayJob } from '@/src/mechanisms/jobs/queue.actions'
import { sweepTokensJob } from '@/src/mechanisms/sessions/tokens'
import { sweepThrottlesJob } from '@/src/mechanisms/throttle/throttle'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { audit } from './audit/audit.collection'

export const specialModule = defineModule({
  slug: 'special',
  label: { ru: 'Журналы', en: 'Journals' },
  required: true,
  collections: [audit],
  parts: [transitionAction, replayJob, dropJob, sweepThrottlesJob, sweepTokensJob],
})
