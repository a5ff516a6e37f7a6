import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import type { Clock } from './clock'
import type { Company } from './companies'
import type { DemoUsers } from './people'
import type { DemoStaff } from './staff'

const said = [
  { by: 'client', days: 6, hour: 10, body: 'Анна, здравствуйте. Как у вас с отгрузками в праздники?' },
  {
    by: 'manager',
    days: 6,
    hour: 11,
    body: 'Здравствуйте, Олег. Склад в Химках работает до 30 декабря, потом с 9 января. Заявки на последнюю неделю лучше прислать до 22 декабря.',
  },
  { by: 'client', days: 5, hour: 9, body: 'Спасибо, соберём до двадцатого.' },
] as const

/** What the client and the manager write about nothing in particular. */
export async function seedCompanyTalk(
  db: Runner,
  made: { company: Company; users: DemoUsers; staff: DemoStaff; clock: Clock },
): Promise<void> {
  const lines = said.map(({ by, days, hour, body }) => {
    const staff = by === 'manager'
    return { staff, body, author: staff ? made.staff.manager : made.users.client, at: made.clock.ago(days, hour) }
  })
  const about = { entity: 'companies', entityId: made.company.id, companyId: made.company.id, internal: false }
  const ids = await insertRows(
    db,
    'comments',
    lines.map(({ staff, body, author, at }) => ({
      ...about,
      body,
      userId: staff ? null : author.id,
      staffId: staff ? author.id : null,
      authorName: author.name,
      createdAt: at,
      updatedAt: at,
    })),
  )
  await insertRows(
    db,
    'events',
    lines.map(({ staff, body, author, at }, n) => ({
      ...about,
      type: 'comment.added',
      data: {
        comment: ids[n],
        entity: 'companies',
        number: made.company.name,
        files: 0,
        internal: false,
        side: staff ? 'company' : 'client',
        author: author.name,
        text: body,
      },
      actorRole: staff ? 'manager' : 'client',
      actorCollection: staff ? 'staff' : 'users',
      actorId: author.id,
      actorName: author.name,
      createdAt: at,
      updatedAt: at,
    })),
  )
}
