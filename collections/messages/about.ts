/** What a person of a company must hold to read of a thing's history and correspondence. */
export const about = {
  field: 'entity',
  capabilities: {
    orders: 'orders.read',
    contracts: 'contracts.read',
    documents: 'documents.read',
    'document-requests': 'documents.read',
    accounts: 'balance.read',
    companies: 'company.read',
    contractors: 'company.read',
    contacts: 'company.read',
    memberships: 'company.manage',
  },
} as const
