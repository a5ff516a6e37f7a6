import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { Runner } from '../database/query'
import type { NumberLook } from './number.rules'

/** A series of numbers that its owner gives to records of an entity. */
export type NumberSeries = NumberLook & {
  name: string
  entity: string
  label: Text
  /** How long a number is held for whoever took it before there is a record. */
  holdMinutes: number
  /** Whether a record bears this number already that came some other way (from 1C): it is passed over. */
  isTaken?: (runner: Runner, number: string) => Promise<boolean>
}

const registry = declarations<NumberSeries>()

/** Declares a series of numbers. The area's module lists it among its parts. */
export function defineNumberSeries(series: NumberSeries): NumberSeries {
  registry.set(series.name, series)
  return series
}

export const declaredNumberSeries = (): readonly NumberSeries[] => [...registry.values()]
