import type { CheckoutChoices } from '@/collections/sales/orders/checkout.queries'

/** What the company chose the last time, while it can still be chosen; else the only one there is; else nobody chooses for the person. */
export function chosenId(choices: ReadonlyArray<{ id: string }>, last: string | null | undefined): string {
  return (choices.find(({ id }) => id === last) ?? (choices.length === 1 ? choices[0] : undefined))?.id ?? ''
}

/** The payer, and a contract of theirs: the last one while they go together, else the newest. */
export function chosenPayer({
  contractors,
  contracts,
  last,
}: Pick<CheckoutChoices, 'contractors' | 'contracts' | 'last'>): { contractor: string; contract: string } {
  const contractor = chosenId(contractors, last?.contractor)
  if (contractor === '' && contractors.length > 0) return { contractor, contract: '' }
  const theirs = contracts.filter(
    (one) => one.contractor === null || contractor === '' || one.contractor === contractor,
  )
  return { contractor, contract: (theirs.find(({ id }) => id === last?.contract) ?? theirs[0])?.id ?? '' }
}
