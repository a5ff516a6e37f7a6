import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import type { Companies } from './companies'
import type { CompanyKey } from './companyData'
import type { DemoUsers } from './people'

type View = {
  of: keyof DemoUsers
  /** shown to everybody there */
  company?: CompanyKey
  list: string
  name: string
  search: string
  look: string
}

/** How people like to look at their lists. */
const views: readonly View[] = [
  {
    of: 'client',
    list: 'orders',
    name: 'От 100 тысяч',
    search: 'sum=100000..&sort=-total',
    look: 'roomy:placed,status,planned,reference,total,paid',
  },
  {
    of: 'client',
    company: 'stroygrad',
    list: 'orders',
    name: 'В пути',
    search: 'status=shipped&sort=planned',
    look: 'roomy:placed,status,planned,total',
  },
  {
    of: 'client',
    company: 'stroygrad',
    list: 'documents',
    name: 'Счета к оплате',
    search: 'kind=invoice&unpaid=1&sort=date',
    look: 'snug:number,date,about,payment,total,file',
  },
]

/** Views that people have saved, for themselves and for their company. */
export const seedListViews = (
  db: Runner,
  { companies, users }: { companies: Companies; users: DemoUsers },
): Promise<string[]> =>
  insertRows(
    db,
    'list_views',
    views.map(({ of, company, ...view }) => ({
      ...view,
      user_id: users[of].id,
      company_id: company ? companies[company].id : null,
    })),
  )
