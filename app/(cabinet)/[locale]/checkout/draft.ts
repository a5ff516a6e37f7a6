/** Under what name the browser keeps a half-filled order of a company. */
export const checkoutDraft = (company: string): string => `checkout:${company}`
