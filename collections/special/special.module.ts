import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { sweepAuditJob } from '@/src/mechanisms/audit/sweepAudit'
import { dropJob, replayJob } from '@/src/mechanisms/jobs/queue.actions'
import { sweepTokensJob } from '@/src/mechanisms/sessions/tokens'
import { sweepThrottlesJob } from '@/src/mechanisms/throttle/throttle'
import { deadlinesJob } from '@/src/mechanisms/workflow/deadlines.jobs'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { undoTransition } from '@/src/mechanisms/workflow/undo'
import { ownerEvents } from '@/src/mechanisms/ownership/owner.events'
import { audit } from './audit/audit.collection'
import { auditWorkplace } from './audit/audit.workplace'
import { sweepFilesJob } from './orphans/sweepFiles'
import { deadLettersFigure, queueFigure } from './queue/queue.figures'
import { diskFigure } from './queue/disk.figures'
import { queueWorkplace } from './queue/queue.workplace'

export const specialModule = defineModule({
  slug: 'special',
  label: { ru: 'Журналы', en: 'Journals' },
  required: true,
  collections: [audit],
  ofMechanisms: ['audit'],
  parts: [
    ownerEvents,
    transitionAction,
    undoTransition,
    deadlinesJob,
    replayJob,
    dropJob,
    sweepThrottlesJob,
    sweepTokensJob,
    sweepAuditJob,
    sweepFilesJob,
    queueWorkplace,
    auditWorkplace,
    deadLettersFigure,
    queueFigure,
    diskFigure,
  ],
})
