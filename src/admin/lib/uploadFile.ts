export type UploadAnswer = { ok: true; id: string } | { ok: false; message: string }

type Sent = { collection: 'document-files' | 'media'; data: Record<string, unknown>; failed: string }

/** Puts a file into a collection of the portal; who may, and which files, the collection says. */
export async function putFile(file: File, { collection, data, failed }: Sent): Promise<UploadAnswer> {
  const form = new FormData()
  form.append('file', file)
  form.append('_payload', JSON.stringify(data))
  const response = await fetch(`/api/${collection}?depth=0`, { method: 'POST', body: form }).catch(() => null)
  // What Payload answers to a creation; a proxy between may answer with something else.
  const body = (await response?.json().catch(() => null)) as {
    doc?: { id?: string }
    errors?: Array<{ message?: string }>
  } | null
  const id = body?.doc?.id
  return response?.ok && id ? { ok: true, id } : { ok: false, message: body?.errors?.[0]?.message ?? failed }
}

/** Puts a private file of a company into the portal. */
export const uploadFile = (
  file: File,
  company: string,
  { internal, failed }: { internal: boolean; failed: string },
): Promise<UploadAnswer> =>
  putFile(file, { collection: 'document-files', data: { title: file.name, company, internal }, failed })
