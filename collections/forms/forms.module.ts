import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { formEvents } from './form-submissions/form-submission.events'
import { submitForm } from './form-submissions/form-submission.actions'
import { formLetterJob } from './form-submissions/form-submission.letters'
import { formNotifications } from './form-submissions/form-submission.notifications'

/** Both collections are made by the plugin: see `forms/form.plugin.ts`. */
export const formsModule = defineModule({
  slug: 'forms',
  label: { ru: 'Формы', en: 'Forms' },
  collections: [],
  pluginCollections: ['forms', 'form-submissions'],
  parts: [formEvents, submitForm, formLetterJob, ...formNotifications],
  nav: [{ href: '/forms', label: { ru: 'Обратная связь', en: 'Feedback' }, order: 90 }],
})
