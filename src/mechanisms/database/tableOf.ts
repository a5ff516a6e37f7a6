/** The table of a collection, as Payload names it. */
export const tableOf = (slug: string): string => slug.replaceAll('-', '_')
