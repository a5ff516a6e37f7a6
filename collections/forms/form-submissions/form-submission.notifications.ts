import { defineNotification } from '@/src/mechanisms/notifications/defineNotification'
import { submissionLabels as labels } from './form-submission.labels'

/** Those who edit the portal hear of each answer in the panel; letters are what the form itself says. */
export const formSubmitted = defineNotification({
  event: 'form.submitted',
  key: 'staff',
  to: { staff: ['admin', 'editor'] },
  channels: ['feed'],
  title: labels.came,
  link: ({ entityId }) => `/admin/collections/form-submissions/${entityId}`,
})
