import type { PayloadRequest } from 'payload'
import type { Checked } from '@/src/mechanisms/fieldsets/checkAnswers'
import { fieldsOf, held, type FieldSet } from '@/src/mechanisms/fieldsets/definition'
import type { AnsweredFiles } from '@/src/mechanisms/fieldsets/kinds/filesKind'

/** Files that are named but are not the person's own: each at its input. Whoever sends a form has sent its files themselves. */
export async function strangeFiles(
  req: PayloadRequest,
  set: FieldSet,
  values: Checked['values'],
): Promise<Checked['errors']> {
  const named = fieldsOf(set).flatMap((field) =>
    field.files
      ? Object.entries((held(values, field.name) ?? {}) as AnsweredFiles).map(([key, ids]) => ({
          input: `${field.name}.${key}`,
          ids,
        }))
      : [],
  )
  if (named.length === 0) return {}
  const own = await ownFiles(
    req,
    named.flatMap(({ ids }) => ids),
  )
  return Object.fromEntries(
    named.flatMap(({ input, ids }) =>
      ids.every((id) => own.has(id)) ? [] : [[input, { code: 'file.missing' as const }]],
    ),
  )
}

async function ownFiles(req: PayloadRequest, ids: readonly string[]): Promise<Set<string>> {
  if (req.user?.collection !== 'users') return new Set()
  const { docs } = await req.payload.find({
    collection: 'document-files',
    where: { and: [{ id: { in: [...ids] } }, { uploader: { equals: req.user.id } }] },
    limit: ids.length,
    pagination: false,
    depth: 0,
    select: {},
    overrideAccess: false,
    user: req.user,
    req,
  })
  return new Set(docs.map(({ id }) => String(id)))
}
