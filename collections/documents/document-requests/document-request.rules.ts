/** What a client may ask the company's books for. */
export const requestKinds = ['copy', 'original', 'reconciliation', 'closing'] as const
export type RequestKind = (typeof requestKinds)[number]

/** A request that is answered stays answered: a repeated or late result changes nothing. */
export const finalStates: readonly string[] = ['done', 'notFound', 'denied']

/** How long 1C may prepare an answer before somebody else is given the request. */
export const LEASE_MINUTES = 10

/** Handed out so often without an answer, a request is given up: something in it breaks 1C. */
export const MAX_ATTEMPTS = 20

export const needsPeriod = (kind: RequestKind): boolean => kind === 'reconciliation' || kind === 'closing'
export const needsDocument = (kind: RequestKind): boolean => kind === 'copy' || kind === 'original'
