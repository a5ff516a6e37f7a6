import type { PayloadRequest } from 'payload'
import { declarations } from '@/src/lib/declarations'

/** Where bytes of templates lie: the area that keeps them says it. */
export type TemplateFiles = { read: (req: PayloadRequest, fileName: string) => Promise<Buffer> }

const registry = declarations<TemplateFiles>()

/** Declares where templates are read from; the area's module lists it among its parts. */
export function provideTemplateFiles(files: TemplateFiles): TemplateFiles {
  registry.set('files', files)
  return files
}

/** Bytes of a template by the name of its file. @throws what the store throws */
export function readTemplate(req: PayloadRequest, fileName: string): Promise<Buffer> {
  const files = registry.get('files')
  if (!files) throw new Error('No area keeps templates')
  return files.read(req, fileName)
}
