import type { PayloadRequest } from 'payload'
import { storedFile } from '@/src/integrations/storage/fromSettings'
import { streamFile } from '@/src/integrations/storage/stream'

export type PrivateFile = { filename: string; name: string; mime: string }

/** The bytes of a private file whose row the person has just been allowed to read, from the folder or from the store. */
export async function privateFile(
  req: PayloadRequest,
  file: PrivateFile,
  request: Request,
  { save }: { save: boolean },
): Promise<Response> {
  const { staticDir } = req.payload.collections['document-files'].config.upload
  const source = await storedFile(String(staticDir), file.filename)
  return streamFile(source, { name: file.name, mime: file.mime, request, inline: !save })
}
