import type { SentFile } from '@/collections/documents/document-files/document-file.upload'

/** The files of a form; an empty choice is none. */
export async function sentFiles(form: FormData, name = 'files'): Promise<SentFile[]> {
  const files = form.getAll(name).filter((value): value is File => value instanceof File && value.name !== '')
  return Promise.all(files.map(async (file) => ({ name: file.name, mime: file.type, bytes: Buffer.from(await file.arrayBuffer()) })))
}
