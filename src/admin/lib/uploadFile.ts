export type UploadAnswer = { ok: true; id: string } | { ok: false; message: string }

/** Puts a private file of a company into the portal; who may, and which files, the collection says. */
export async function uploadFile(
  file: File,
  company: string,
  { internal, failed }: { internal: boolean; failed: string },
): Promise<UploadAnswer> {
  const form = new FormData()
  form.append('file', file)
  form.append('_payload', JSON.stringify({ title: file.name, company, internal }))
  const response = await fetch('/api/document-files?depth=0', { method: 'POST', body: form }).catch(() => null)
  // What Payload answers to a creation; a proxy between may answer with something else.
  const body = (await response?.json().catch(() => null)) as {
    doc?: { id?: string }
    errors?: Array<{ message?: string }>
  } | null
  const id = body?.doc?.id
  return response?.ok && id ? { ok: true, id } : { ok: false, message: body?.errors?.[0]?.message ?? failed }
}
