import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import { submissionLabels as labels } from './form-submission.labels'

const about = {
  event: 'form.submitted',
  channels: ['feed'],
  title: labels.came,
  link: ({ entityId }: { entityId: string }) => `/admin/collections/form-submissions/${entityId}`,
} as const

/** Administrators and the client's manager hear of each answer in the panel; letters are what the form itself says. */
export const formNotifications = [
  defineNotification({ ...about, key: 'staff', to: { staff: ['admin'] } }),
  defineNotification({ ...about, key: 'manager', to: { manager: true } }),
]
