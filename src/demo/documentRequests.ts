import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import type { Clock } from './clock'
import type { Document } from './documents'
import type { DemoUsers } from './people'

/** What «Стройград» has asked the books for and waits for: an original of its last УПД, closing documents of a quarter. */
export async function seedDocumentRequests(
  db: Runner,
  { documents, users, clock }: { documents: readonly Document[]; users: DemoUsers; clock: Clock },
): Promise<void> {
  const transfer = documents.findLast(({ kind, order }) => kind === 'upd' && order.who.key === 'stroygrad')
  if (!transfer) return
  const asked = { companyId: transfer.order.who.id, authorId: users.client.id, status: 'waiting', attempts: 0 }
  await insertRows(db, 'document_requests', [
    {
      ...asked,
      kind: 'original',
      documentId: transfer.id,
      periodFrom: null,
      periodTo: null,
      comment: 'Нужен для налоговой, можно курьером.',
      createdAt: clock.ago(1, 15),
    },
    {
      ...asked,
      kind: 'closing',
      documentId: null,
      periodFrom: clock.day(-92),
      periodTo: clock.day(-1),
      comment: null,
      createdAt: clock.ago(0, 9),
    },
  ])
}
