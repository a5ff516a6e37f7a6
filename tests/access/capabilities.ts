import type { WorldRow } from './world'

/**
 * What each capability of a portal role guards, written from what its name promises and not from the rules. Whoever
 * lacks it is refused all of this and nothing else. A page, file, action or navigation entry that is not here fails
 * the tests.
 */
export const capabilities = [
  'orders.read',
  'orders.create',
  'contracts.read',
  'documents.read',
  'balance.read',
  'company.read',
  'company.manage',
] as const
export type Capability = (typeof capabilities)[number]

/** Pages and files of the cabinet by their folder under `[locale]`; null is open to whoever has signed in, or to all; previews are for employees alone. */
export const pages: Record<string, Capability | null> = {
  '': null,
  'site-map': null,
  notifications: null,
  profile: null,
  company: null,
  forms: null,
  'forms/[slug]': null,
  'forms/[slug]/preview': null,
  'catalogue/[[...slug]]': null,
  'products/[slug]': null,
  'products/[slug]/preview': null,
  orders: 'orders.read',
  'orders/[number]': 'orders.read',
  cart: 'orders.create',
  'quick-order': 'orders.create',
  'quick-order/errors': 'orders.create',
  checkout: 'orders.create',
  contracts: 'contracts.read',
  'contracts/[number]': 'contracts.read',
  'contracts/[number]/file': 'contracts.read',
  documents: 'documents.read',
  'documents/[number]': 'documents.read',
  'documents/[number]/file': 'documents.read',
  'documents/archive': 'documents.read',
  'documents/xlsx': 'documents.read',
  'orders/xlsx': 'orders.read',
  'contracts/xlsx': 'contracts.read',
  statement: 'balance.read',
  'statement/pdf': 'balance.read',
  'statement/xlsx': 'balance.read',
  'demo/letters': null,
  'demo/letters/[id]': null,
  '(auth)/login': null,
  '(auth)/register': null,
  '(auth)/recover': null,
  '(auth)/reset/[token]': null,
  '(auth)/confirm/[token]': null,
  '(auth)/invite/[token]': null,
  '(auth)/email/[token]': null,
  '[...rest]': null,
}

/** Addresses of `pages` that answer what is sent to them alone. */
export const posted: readonly string[] = ['quick-order/errors']

/** What ⌘K leads to needs more than the page itself where it is a deed. */
export const commands: Record<string, Capability> = {
  '/catalogue': 'orders.create',
  '/cart': 'orders.create',
  '/quick-order': 'orders.create',
  '/checkout': 'orders.create',
  '/orders': 'orders.create',
  '/documents': 'documents.read',
  '/statement': 'balance.read',
  '/company#invite': 'company.manage',
}

const aboutThing: Record<string, Capability> = { orders: 'orders.read', companies: 'company.read' }

/** What is read of a company's rows over REST; null is everybody's of the company, a collection that is not here holds none. */
export const rows: Record<string, (row: WorldRow) => Capability | null> = {
  companies: () => null,
  contractors: () => null,
  contacts: () => 'company.read',
  memberships: () => 'company.manage',
  orders: () => 'orders.read',
  'order-lines': () => 'orders.read',
  contracts: () => 'contracts.read',
  'schedule-lines': () => 'contracts.read',
  accounts: () => 'balance.read',
  'print-files': () => 'contracts.read',
  documents: () => 'documents.read',
  'document-files': () => 'documents.read',
  'document-requests': () => 'documents.read',
  'list-views': () => 'orders.read',
  comments: ({ entity }) => aboutThing[entity ?? ''] ?? null,
  events: ({ entity }) => aboutThing[entity ?? ''] ?? null,
}

/** Figures on a company's own row. */
export const figures: Record<string, Capability> = {
  debt: 'balance.read',
  overdue: 'balance.read',
  balance: 'balance.read',
  creditLimit: 'balance.read',
}

type Place = {
  id: (slug: string) => string
  company: string
  sku: string
  emptyRole: string
  colleague: string
  email: string
}
export type Deed = { action: string; needs: readonly Capability[]; input: (place: Place) => unknown }

/** Every action that a person of a company may call over HTTP, with something of theirs. */
export const deeds: readonly Deed[] = [
  { action: 'carts.setLine', needs: ['orders.create'], input: ({ company, sku }) => ({ company, sku, qty: 1_000 }) },
  {
    action: 'carts.addMany',
    needs: ['orders.create'],
    input: ({ company, sku }) => ({ company, lines: [{ sku, qty: 1_000 }] }),
  },
  { action: 'carts.clear', needs: ['orders.create'], input: ({ company }) => ({ company }) },
  {
    action: 'orders.createFromCart',
    needs: ['orders.create'],
    input: ({ company }) => ({ company, paymentMethod: 'invoice', deliveryMethod: 'pickup' }),
  },
  { action: 'orders.repeat', needs: ['orders.read', 'orders.create'], input: ({ id }) => ({ order: id('orders') }) },
  {
    action: 'orders.attachFiles',
    needs: ['orders.read', 'documents.read'],
    input: ({ id }) => ({ order: id('orders'), files: [id('document-files')] }),
  },
  {
    action: 'workflow.transition',
    needs: ['orders.read', 'orders.create'],
    input: ({ id }) => ({ entity: 'orders', id: id('orders'), transition: 'withdraw' }),
  },
  {
    action: 'comments.add',
    needs: ['orders.read'],
    input: ({ id }) => ({ entity: 'orders', id: id('orders'), body: 'Когда?' }),
  },
  {
    action: 'comments.add',
    needs: ['company.read'],
    input: ({ id }) => ({ entity: 'companies', id: id('companies'), body: 'Когда?' }),
  },
  {
    action: 'comments.add',
    needs: ['documents.read'],
    input: ({ id }) => ({ entity: 'documents', id: id('documents'), body: 'Когда?' }),
  },
  { action: 'contracts.prepare', needs: ['contracts.read'], input: ({ id }) => ({ contractor: id('contractors') }) },
  {
    action: 'comments.add',
    needs: ['contracts.read'],
    input: ({ id }) => ({ entity: 'contracts', id: id('contracts'), body: 'Когда?' }),
  },
  {
    action: 'workflow.transition',
    needs: ['contracts.read', 'documents.read'],
    input: ({ id }) => ({
      entity: 'contracts',
      id: id('contracts'),
      transition: 'sendSigned',
      files: [id('document-files')],
    }),
  },
  {
    action: 'documents.request',
    needs: ['documents.read'],
    input: ({ id }) => ({ kind: 'copy', document: id('documents') }),
  },
  {
    action: 'documents.request',
    needs: ['documents.read'],
    input: ({ company }) => ({ kind: 'reconciliation', company, periodFrom: '2026-01-01', periodTo: '2026-02-01' }),
  },
  {
    action: 'document-requests.cancel',
    needs: ['documents.read'],
    input: ({ id }) => ({ id: id('document-requests') }),
  },
  {
    action: 'documents.answer',
    needs: ['documents.read'],
    input: ({ id }) => ({ document: id('documents'), answer: 'agreed' }),
  },
  { action: 'documents.markSeen', needs: ['documents.read'], input: ({ id }) => ({ document: id('documents') }) },
  {
    action: 'memberships.setRole',
    needs: ['company.manage'],
    input: ({ colleague, emptyRole }) => ({ id: colleague, portalRole: emptyRole }),
  },
  {
    action: 'memberships.setActive',
    needs: ['company.manage'],
    input: ({ colleague }) => ({ id: colleague, active: false }),
  },
  { action: 'memberships.withdraw', needs: ['company.manage'], input: ({ colleague }) => ({ id: colleague }) },
  {
    action: 'memberships.invite',
    needs: ['company.manage'],
    input: ({ company, email, emptyRole }) => ({ company, email, name: 'Друг', portalRole: emptyRole }),
  },
  {
    action: 'users.updateProfile',
    needs: [],
    input: () => ({ name: 'Новое Имя', phone: '', locale: 'ru', timezone: 'Europe/Moscow' }),
  },
  { action: 'users.endSession', needs: [], input: () => ({ id: '00000000-0000-4000-8000-000000000000' }) },
  { action: 'users.endOtherSessions', needs: [], input: () => ({}) },
  { action: 'access-keys.revoke', needs: [], input: () => ({ id: '00000000-0000-4000-8000-000000000000' }) },
  { action: 'notifications.read', needs: [], input: () => ({}) },
  {
    action: 'list-views.save',
    needs: ['orders.read'],
    input: () => ({ list: 'orders', name: 'Мой вид', search: '?view=work' }),
  },
  {
    action: 'list-views.save',
    needs: ['orders.read', 'company.manage'],
    input: ({ company }) => ({ list: 'orders', name: 'Наш вид', search: '', company }),
  },
  {
    action: 'list-views.change',
    needs: ['orders.read', 'company.manage'],
    input: ({ id }) => ({ id: id('list-views'), name: 'Иначе' }),
  },
  {
    action: 'list-views.remove',
    needs: ['orders.read', 'company.manage'],
    input: ({ id }) => ({ id: id('list-views') }),
  },
  { action: 'asks.putAside', needs: [], input: () => ({ key: 'k', stamp: 's', until: 'tomorrow' }) },
]
