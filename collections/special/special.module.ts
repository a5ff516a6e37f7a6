import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { sweepAuditJob } from '@/src/mechanisms/audit/sweepAudit'
import { dropJob, replayJob } from '@/src/mechanisms/jobs/queue.actions'
import { sweepTokensJob } from '@/src/mechanisms/sessions/tokens'
import { sweepThrottlesJob } from '@/src/mechanisms/throttle/throttle'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { undoTransition } from '@/src/mechanisms/workflow/undo'
import { ownerEvents } from '@/src/mechanisms/ownership/owner.events'
import { audit } from './audit/audit.collection'
import { sweepFilesJob } from './orphans/sweepFiles'

export const specialModule = defineModule({
  slug: 'special',
  label: { ru: 'Журналы', en: 'Journals' },
  required: true,
  collections: [audit],
  parts: [ownerEvents, transitionAction, undoTransition, replayJob, dropJob, sweepThrottlesJob, sweepTokensJob, sweepAuditJob, sweepFilesJob],
})
