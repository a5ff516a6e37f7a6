import { defineKinds } from '@/src/mechanisms/panel/defineKinds'
import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { formEvents } from './form-submissions/form-submission.events'
import { submissionPane } from './form-submissions/form-submission.pane'
import { answersWorkplace } from './form-submissions/form-submission.workplace'
import { publishForm } from './forms/form.actions'
import { formPane } from './forms/form.pane'
import { submitForm } from './form-submissions/form-submission.actions'
import { answersFigure } from './form-submissions/form-submission.figures'
import { formLetterJob, oldDraftsJob } from './form-submissions/form-submission.jobs'
import { submissionLabels } from './form-submissions/form-submission.labels'
import { formNotifications } from './form-submissions/form-submission.notifications'
import { formSections } from './forms/form.sections'
import { formLabels } from './forms/form.labels'

/** Both collections are made by the plugin: see `forms/form.collection.ts`. */
export const formsModule = defineModule({
  slug: 'forms',
  label: { ru: 'Формы', en: 'Forms' },
  dependsOn: ['people'],
  collections: [],
  pluginCollections: ['forms', 'form-submissions'],
  tables: ['form_versions', 'form_drafts'],
  parts: [
    answersFigure,
    answersWorkplace,
    submissionPane,
    formPane,
    publishForm,
    formSections,
    formEvents,
    submitForm,
    formLetterJob,
    oldDraftsJob,
    ...formNotifications,
    defineKinds({ forms: formLabels.many, 'form-submissions': submissionLabels.many }),
  ],
  nav: [{ href: '/forms', label: { ru: 'Обратная связь', en: 'Feedback' }, order: 90 }],
})
