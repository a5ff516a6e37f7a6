/** Roles of people, in sets by what they have in common: a new role joins its sets here and nowhere else. */

/** People of the cabinet who act for a customer. */
export const customers = ['client', 'partner'] as const
/** Everyone who signs in to the cabinet. */
export const everyoneInCabinet = [...customers, 'employee'] as const
/** Staff who answer for clients: they confirm, assign and invite. */
export const staffWhoSell = ['manager', 'head', 'admin'] as const
/** Those who sell, and those who keep clients' papers and money. */
export const staffWithClients = [...staffWhoSell, 'accountant'] as const
/** Everyone who signs in to the panel. */
export const everyStaff = [...staffWithClients, 'editor'] as const
/** Everyone who signs in anywhere. */
export const everyone = [...everyoneInCabinet, ...everyStaff] as const

export type UserKind = (typeof everyoneInCabinet)[number]
export type StaffRole = (typeof everyStaff)[number]
/** Everyone who can act: people of the panel, people of the cabinet, an ERP node, the portal itself. */
export type Role = StaffRole | UserKind | 'erp' | 'system' | 'anonymous'
