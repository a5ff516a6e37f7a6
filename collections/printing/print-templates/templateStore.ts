import { readStored } from '@/src/integrations/storage/readStored'
import { provideTemplateFiles } from '@/src/mechanisms/print/templates/templateFiles'

/** Uploaded templates lie where all files lie. */
export const templateStore = provideTemplateFiles({
  read: (req, fileName) => readStored(req, 'print-templates', fileName),
})
