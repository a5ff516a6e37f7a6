import { declarations } from '@/src/lib/declarations'
import { AppError } from '@/src/lib/errors'
import { defaultLocale, type Locale, type Text } from '@/src/lib/i18n'
import type { QueryContext } from '../access/context'
import { moduleOfPart } from '../modules/defineModule'
import { isEntityOn, modulesOff } from '../modules/switches'
import { printForm, type PrintForm } from './form'

/** A paper that is printed of each record of an entity. */
export type PrintDeclaration<Input = never> = {
  /** Its name in addresses, like that of no other paper: `order` at `/api/print/order/<id>`. */
  name: string
  entity: string
  /** What the button says: «Напечатать бланк». */
  label: Text
  /** The form, loaded once something is printed: lists need no printer. */
  form: () => Promise<PrintForm<Input>>
  /** What stands on it, read as the person; null when the record is not theirs to see. */
  data: (context: QueryContext, id: string, locale: Locale) => Promise<Input | null>
}

const registry = declarations<PrintDeclaration>()

/** Declares a printed paper. The area's module lists it among its parts. */
export function definePrint<Input>(declaration: PrintDeclaration<Input>): PrintDeclaration<Input> {
  // The registry forgets the type; the form checks the data before it prints them.
  registry.set(declaration.name, declaration as unknown as PrintDeclaration)
  return declaration
}

export const declaredPrints = (): readonly PrintDeclaration[] => [...registry.values()]

/** Where a record is printed, in this language. */
export const addressOfPrint = (
  { name }: Pick<PrintDeclaration, 'name'>,
  id: string,
  locale: Locale = defaultLocale,
): string => `/api/print/${name}/${id}${locale === defaultLocale ? '' : `?locale=${locale}`}`

/**
 * The record as a PDF, with the name of its file. `owner` is who waits for it: papers of one person take turns.
 * @throws AppError `record.notFound` 404 for a paper or record that is not there for this person, and what `printForm` throws
 */
export async function printRecord(
  context: QueryContext,
  asked: { name: string; id: string; locale: Locale; owner: string; signal?: AbortSignal },
): Promise<{ pdf: Buffer; fileName: string }> {
  const paper = registry.get(asked.name)
  const data =
    paper && (await isOn(context, paper)) ? await paper.data(context, asked.id, asked.locale) : (null as never)
  if (!paper || data === null) throw new AppError('record.notFound', {}, { status: 404 })
  return printForm(await paper.form(), data, asked.locale, {
    owner: asked.owner,
    ...(asked.signal ? { signal: asked.signal } : {}),
  })
}

async function isOn({ req }: QueryContext, paper: PrintDeclaration): Promise<boolean> {
  return (await isEntityOn(req, paper.entity)) && !(await modulesOff(req)).has(moduleOfPart(paper) ?? '')
}
