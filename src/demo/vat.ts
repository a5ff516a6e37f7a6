/** Percent of VAT on everything that the demo sells. */
export const VAT = 22
