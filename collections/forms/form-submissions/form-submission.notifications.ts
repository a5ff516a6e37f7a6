import { companyManager } from '@/src/mechanisms/notifications/audiences/companyManager'
import { staffOfRoles } from '@/src/mechanisms/notifications/audiences/staffOfRoles'
import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import { panelPageOfEvent } from '@/src/mechanisms/records/defineRecord'
import { submissionLabels as labels } from './form-submission.labels'

const about = {
  event: 'form.submitted',
  channels: ['feed'],
  title: labels.came,
  link: panelPageOfEvent,
} as const

/** Administrators and the client's manager hear of each answer in the panel; letters are what the form itself says. */
export const formNotifications = [
  defineNotification({ ...about, key: 'staff', to: staffOfRoles(['admin']) }),
  defineNotification({ ...about, key: 'manager', to: companyManager() }),
]
