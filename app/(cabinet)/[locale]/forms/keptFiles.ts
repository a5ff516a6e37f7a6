import type { PayloadRequest } from 'payload'
import { storeSentFiles } from '@/collections/documents/document-files/storeSentFiles'
import '@/collections/forms/form-submissions/form-submission.errors'
import { AppError, isAppError } from '@/src/lib/errors'
import { actorOf } from '@/src/mechanisms/access/actor'
import { fieldsOf, type FieldSet } from '@/src/mechanisms/fieldsets/definition'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { sentFiles } from '../../_talk/sentFiles'

/** Files that one person may send within an hour. */
const LIMIT = { limit: 100, windowSeconds: 60 * 60 }

/**
 * Keeps the files of a form as private files of the company, by the road of every file. What comes back stands in their
 * inputs: the ids. Of a file that is refused the error says at which input.
 */
export async function keptFiles(
  req: PayloadRequest,
  set: FieldSet,
  form: FormData,
  company: string | null,
): Promise<{ typed: Record<string, string>; error: AppError | null }> {
  const typed: Record<string, string> = {}
  const inputs = fieldsOf(set).flatMap(({ name, files = [] }) => files.map(({ key }) => `${name}.${key}`))
  for (const input of inputs) {
    const files = await sentFiles(form, input)
    if (files.length === 0) continue
    try {
      const { id } = await actorOf(req)
      if (!id || !company) throw new AppError('form.noCompany', {}, { status: 422 })
      for (let n = 0; n < files.length; n += 1) await throttle(req.payload, throttleKey('form-file', id), LIMIT)
      typed[input] = (await storeSentFiles(req, { company, files })).join(',')
    } catch (error) {
      if (!isAppError(error)) throw error
      return { typed, error: new AppError(error.code, error.params, { status: error.status, field: input }) }
    }
  }
  return { typed, error: null }
}
