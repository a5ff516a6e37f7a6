import type { Text } from '@/src/lib/i18n'
import { everyStaff, type StaffRole } from '../access/roles'

/** Parts of the panel's navigation, in their order. A closed one shows its name alone until it is opened. */
export const panelSections = {
  work: { label: { ru: 'Работа', en: 'Work' } },
  site: { label: { ru: 'Каталог и сайт', en: 'Catalogue and site' } },
  people: { label: { ru: 'Люди', en: 'People' } },
  system: { label: { ru: 'Обмен и система', en: 'Exchange and system' } },
  settings: { label: { ru: 'Настройки', en: 'Settings' }, closed: true },
  data: { label: { ru: 'Данные', en: 'Data' }, closed: true },
} as const satisfies Record<string, { label: Text; closed?: boolean }>

export type PanelSection = keyof typeof panelSections

/**
 * The place of a collection or a page of settings in the panel's navigation (`custom: { panel: … }`). One that says
 * nothing is a table among «Данные» for everyone who may read it.
 */
export type PanelPlace = {
  section?: PanelSection
  /** Within its section, ascending. */
  order?: number
  /** Whose section has it; others who may read it find it among «Данные». */
  of?: readonly StaffRole[]
  /** Who finds it at all and may open its page in the panel; what may be read, access says. */
  roles?: readonly StaffRole[]
}

const isPlace = (value: unknown): value is PanelPlace => typeof value === 'object' && value !== null

/** What a collection or a global says of its place. */
export const placeOf = (custom: Record<string, unknown> | undefined): PanelPlace =>
  isPlace(custom?.panel) ? custom.panel : {}

/** Whether a list or a page of settings is kept from this role altogether; administrators find everything. */
export const hiddenFrom = (role: unknown, { roles = everyStaff }: PanelPlace): boolean =>
  role !== 'admin' && !roles.some((one) => one === role)

/** The section where this role finds it. */
export const sectionFor = (role: string, { section = 'data', of }: PanelPlace): PanelSection =>
  !of || of.some((one) => one === role) ? section : 'data'
