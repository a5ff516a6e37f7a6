/** The table of a collection, as Payload names it. */
export const tableOf = (slug: string): string => slug.replaceAll('-', '_')

/** The collection of a table. */
export const slugOf = (table: string): string => table.replaceAll('_', '-')
