import type { SentFile } from '@/collections/documents/document-files/storeSentFiles'

/** What comes when no file was chosen: a file of nothing, nameless from the page itself, named so by React's reply. */
const isNoChoice = ({ name, size }: File): boolean => size === 0 && (name === '' || name === 'undefined')

/** The files of a form; an empty choice is none. */
export async function sentFiles(form: FormData, name = 'files'): Promise<SentFile[]> {
  const files = form.getAll(name).filter((value): value is File => value instanceof File && !isNoChoice(value))
  return Promise.all(
    files.map(async (file) => ({ name: file.name, mime: file.type, bytes: Buffer.from(await file.arrayBuffer()) })),
  )
}
