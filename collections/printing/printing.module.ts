import { defineEntity, defineModule } from '@/src/mechanisms/modules/defineModule'
import { lapseNumbersJob } from '@/src/mechanisms/numbers/numbers.jobs'
import { printFiles } from './print-files/print-file.collection'
import { printedOfRecords } from './print-files/print-file.pane'
import { putTemplateInUse, stopTemplate } from './print-templates/print-template.actions'
import { printTemplates } from './print-templates/print-template.collection'
import { templateStore } from './print-templates/templateStore'
import { printTemplatePane } from './print-templates/print-template.pane'

export const printingModule = defineModule({
  slug: 'printing',
  label: { ru: 'Печать', en: 'Printing' },
  required: true,
  entities: [
    defineEntity({
      collection: printTemplates,
      parts: [templateStore, printTemplatePane, putTemplateInUse, stopTemplate],
    }),
    defineEntity({ collection: printFiles, parts: [printedOfRecords] }),
  ],
  ofMechanisms: ['print-templates', 'print-files'],
  parts: [lapseNumbersJob],
})
