import { areas as own } from '../../collections/areas'
import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { guarantees } from './guarantees/guarantee.collection'

/**
 * The areas of the portal with one entity more, as somebody would add it: a document with a workflow, a letter, a printed
 * form and an exchange with 1C. Suites with a database load these in place of `collections/areas`, and walk it like all
 * others. What it costs to add one is what stands in this folder, and the line here.
 */
export const areas = own.map((area) =>
  area.slug === 'contracts' ? defineModule({ ...area, entities: [guarantees] }) : area,
)
