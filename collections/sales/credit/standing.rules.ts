/** How a client or a contract stands, in minor units of its currency. */
export type CreditStanding = {
  /** Owed for shipped goods, as the ERP last told. */
  debt: number
  /** What of the debt is past its day. */
  overdue: number
  /** What orders on credit hold of the limit: placed, not shipped, not paid. */
  reserved: number
  /** 0: nothing is sold on credit. */
  limit: number
  /** What the limit still allows; negative when it is overdrawn. */
  free: number
  currency: string
}

/** Money of a company in minor units of its currency, and whether what is overdue stands in the way of credit. */
export type Credit = Pick<CreditStanding, 'limit' | 'debt' | 'reserved' | 'overdue'> & {
  overdueBlocks: boolean
  currency?: string
}

/** What a limit still allows: an overpayment does not raise it. */
export function freeOf({ limit, debt, reserved }: Pick<CreditStanding, 'limit' | 'debt' | 'reserved'>): number {
  return limit - Math.max(debt, 0) - Math.max(reserved, 0)
}
