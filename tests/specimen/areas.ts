import { areas as own } from '../../collections/areas'
import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { testBank } from './bank/bank.provider'
import { guarantees } from './guarantees/guarantee.collection'

/**
 * The areas of the portal with one entity and one provider of payments more, as somebody would add them: a document with a
 * workflow, a letter, a printed form and an exchange with 1C, and a bank. Suites with a database load these in place of
 * `collections/areas`, and walk them like all others. What it costs to add one is what stands in this folder, and its line here.
 */
export const areas = own.map((area) => {
  if (area.slug === 'contracts') return defineModule({ ...area, entities: [guarantees] })
  if (area.slug === 'sales') return defineModule({ ...area, parts: [...(area.parts ?? []), testBank] })
  return area
})
