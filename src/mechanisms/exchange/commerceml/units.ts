import { flatten } from './flatten'
import type { RecordPlace, UnitRef } from './records'
import { childNode, childText, type XmlNode } from './tree'
import type { ReadContext } from './values'

/** A file cannot have more units than this; beyond it they are no longer announced (a ceiling for memory). */
const MAX_UNITS = 5_000

/** Short names by ОКЕИ code, for files that give the code alone. Source: ОК 015-94 (ОКЕИ). */
const OKEI: Record<string, string> = {
  '003': 'мм',
  '004': 'см',
  '006': 'м',
  '018': 'пог. м',
  '055': 'м²',
  '111': 'мл',
  '112': 'л',
  '113': 'м³',
  '163': 'г',
  '166': 'кг',
  '168': 'т',
  '356': 'ч',
  '362': 'мес',
  '625': 'л.',
  '704': 'набор',
  '715': 'пара',
  '728': 'пач',
  '736': 'рул',
  '778': 'упак',
  '796': 'шт',
  '839': 'компл',
  '868': 'бут',
  '876': 'усл. ед',
}

/**
 * БазоваяЕдиница of a product or offer: `<… Код="796" НаименованиеПолное="Штука">шт</…>`, the same without the text, or
 * 3.1's bare code. Announces the unit on its first use.
 */
export function baseUnit(context: ReadContext, at: RecordPlace, node: XmlNode | undefined): UnitRef | null {
  if (!node) return null
  const written = node.text.trim()
  const bareCode = /^\d{3,4}$/.test(written) ? written : ''
  const code = node.attributes['Код']?.trim() || bareCode || null
  const name =
    (bareCode ? '' : written) || node.attributes['НаименованиеКраткое']?.trim() || (code ? OKEI[code] : null) || null
  if (code && !context.units.has(code)) {
    const fullName = node.attributes['НаименованиеПолное']?.trim() || null
    const intl = node.attributes['МеждународноеСокращение']?.trim() || null
    if (!bareCode || node.attributes['Код']) announce(context, at, code, name, fullName, intl)
  }
  for (const part of node.children) if (part.name === 'Пересчет') countedUnit(context, at, part)
  return code || name ? { code, name } : null
}

/** Пересчет: another unit that the product is counted in, by its code alone. It may still be told in full elsewhere. */
function countedUnit(context: ReadContext, at: RecordPlace, node: XmlNode): void {
  const code = childText(node, 'Единица')?.trim() ?? ''
  const name = OKEI[code]
  const once = `~${code}`
  if (!name || context.units.has(code) || context.units.has(once) || context.units.size >= MAX_UNITS) return
  context.units.add(once)
  context.emit({ kind: 'unit', at: { line: at.line, externalId: code }, code, name, fullName: null, intl: null })
}

/** `Единица` of an order line in 3.1: a whole element with Код and names; in 2.x a bare text. */
export function lineUnit(context: ReadContext, at: RecordPlace, line: XmlNode): UnitRef | null {
  const unit = childNode(line, 'Единица')
  if (!unit || unit.children.length === 0) {
    const base = baseUnit(context, at, childNode(line, 'БазоваяЕдиница'))
    return base ?? (unit?.text.trim() ? { code: null, name: unit.text.trim() } : null)
  }
  const code = childText(unit, 'Код') || childText(unit, 'Ид') || null
  return { code, name: childText(unit, 'НаименованиеКраткое') || (code ? OKEI[code] : null) || null }
}

/** ЕдиницыИзмерения/ЕдиницаИзмерения of a classifier (3.1). */
export function classifierUnit(context: ReadContext, at: RecordPlace, node: XmlNode): void {
  const code = childText(node, 'Код') || childText(node, 'Ид')
  if (!code || context.units.has(code)) return
  const name = childText(node, 'НаименованиеКраткое') || OKEI[code] || null
  announce(
    context,
    at,
    code,
    name,
    childText(node, 'НаименованиеПолное') || null,
    childText(node, 'МеждународноеСокращение') || null,
  )
}

function announce(
  context: ReadContext,
  at: RecordPlace,
  code: string,
  name: string | null,
  fullName: string | null,
  intl: string | null,
): void {
  if (context.units.size >= MAX_UNITS) return
  context.units.add(flatten(code))
  context.emit({ kind: 'unit', at: { line: at.line, externalId: code }, code, name, fullName, intl })
}
