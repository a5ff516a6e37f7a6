/**
 * Which columns a role may change of a row that it may update, written from what each field is for:
 * an owner for every field, and the owner of sums, states and identifiers is never a person.
 * Collections that a role may not update at all are the matrix's affair.
 */
const contact = ['name', 'phone']
const card = ['name', 'legal_name', 'inn', 'kpp', 'status', 'phone', 'email', 'address', 'access_keys']
/** What a person hides stays hidden, whatever 1C says: the switch remembers who turned it. */
const payer = [
  'hidden_by_hand',
  'company_id',
  'kind',
  'name',
  'legal_name',
  'inn',
  'kpp',
  'ogrn',
  'legal_address',
  'postal_address',
  'bank_name',
  'bik',
  'account',
  'corr_account',
  'signer_post',
  'signer_name',
  'signer_genitive',
  'signer_basis',
  'active',
]
const person = ['company_id', 'name', 'position', 'email', 'phone', 'portal_role_id', 'portal_access']
const noted = ['body', 'outcome', 'next_step', 'at', 'contact_id']
const handled = [
  'wanted_date',
  'planned_date',
  'warehouse_id',
  'delivery_method',
  'delivery_address',
  'payment_method',
  'branch_id',
]
const paper = ['file_id', 'cancelled']
const agreement = ['name', 'valid_until', 'file_id']
const self = ['name', 'position', 'phone', 'photo_id', 'working_hours', 'locale']

export const writable: Record<string, Record<string, readonly string[]>> = {
  manager: {
    users: [...contact, 'active', 'closed_by'],
    memberships: ['portal_role_id', 'position', 'active', 'state', 'closed_by'],
    companies: card,
    contractors: payer,
    contacts: person,
    interactions: noted,
    orders: handled,
    contracts: agreement,
    documents: paper,
    'document-requests': ['reason', 'result_id'],
    staff: self,
  },
  head: {
    users: [...contact, 'active', 'closed_by'],
    memberships: ['portal_role_id', 'position', 'active', 'state', 'closed_by'],
    companies: [...card, 'manager_id', 'partner_id', 'price_type_id'],
    contractors: payer,
    contacts: person,
    interactions: noted,
    orders: handled,
    contracts: agreement,
    documents: paper,
    'document-requests': ['reason', 'result_id'],
    staff: self,
  },
  accountant: { staff: self },
  editor: { staff: self },
  client: {},
  narrow: {},
  partner: {},
  employee: {},
  anonymous: {},
}
