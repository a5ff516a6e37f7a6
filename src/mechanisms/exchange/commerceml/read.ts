import { decodeXml } from './decode'
import { defaultLimits, type ReadLimits } from './limits'
import { createWalker } from './parse'
import { readGroup, readPriceType, readProperty, readWarehouse } from './read-classifier'
import { createContainers } from './read-container'
import { readDocument } from './read-document'
import { readOffer } from './read-offer'
import { readProduct } from './read-product'
import type { CommerceRecord } from './records'
import { refuse } from './refusal'
import type { XmlNode } from './tree'
import { classifierUnit } from './units'
import type { ReadContext } from './values'

export type ReadOptions = {
  limits?: Partial<ReadLimits>
  /** Zone of wall times without an offset; 1C writes the server's own. */
  zone?: string
  /** Told once which encoding the bytes are in. */
  onEncoding?: (encoding: string) => void
}

const ROOT = 'КоммерческаяИнформация'

type Reader = (context: ReadContext, node: XmlNode) => void

/** `parent/element` pairs that are read as whole records. Inside a record nothing is looked up here. */
const READERS: Record<string, Reader> = {
  'Группы/Группа': (context, node) => readGroup(context, node),
  'Свойства/Свойство': readProperty,
  'ТипыЦен/ТипЦены': readPriceType,
  'Склады/Склад': readWarehouse,
  'ЕдиницыИзмерения/ЕдиницаИзмерения': (context, node) =>
    classifierUnit(context, { line: node.line, externalId: null }, node),
  'Товары/Товар': (context, node) => readProduct(context, node),
  'Предложения/Предложение': readOffer,
  [`${ROOT}/Документ`]: (context, node) => readDocument(context, node),
  'Контейнер/Документ': (context, node) => readDocument(context, node),
}

/**
 * Records of a CommerceML file (2.03–2.10, 3.1), in file order, in batches: one batch for each piece of input, so a
 * consumer that waits holds the source back and memory stays flat.
 *
 * A bad record is a `problem` record and reading goes on. What throws is a file that is no CommerceML at all or passes
 * a ceiling: AppError `xml.malformed`, `xml.doctype`, `xml.limit`, `xml.encoding`, `xml.tooLarge`,
 * `commerceml.notCommerceML`. Records given before the throw stand as they are: apply them only if a partial file may
 * be applied.
 */
export async function* readCommerceMLBatches(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<CommerceRecord[]> {
  const limits = { ...defaultLimits, ...options.limits }
  let batch: CommerceRecord[] = []
  const context: ReadContext = {
    emit: (record) => batch.push(record),
    zone: options.zone ?? 'Europe/Moscow',
    units: new Set(),
  }
  const containers = createContainers(context)
  const walker = createWalker(limits, {
    capture: (name, parent, depth) => depth > 0 && READERS[`${parent}/${name}`] !== undefined,
    tree: (node, parent) => READERS[`${parent}/${node.name}`]?.(context, node),
    open: (name, attributes, depth, line) => {
      if (depth === 0 && name !== ROOT) throw refuse('commerceml.notCommerceML', { root: name.slice(0, 80) })
      containers.open(name, attributes, depth, line)
    },
    close: containers.close,
  })

  for await (const text of decodeXml(source, { maxBytes: limits.maxBytes, onEncoding: options.onEncoding })) {
    walker.write(text)
    if (batch.length > 0) {
      yield batch
      batch = []
    }
  }
  walker.end()
  if (batch.length > 0) yield batch
}

/** The same, one record at a time. */
export async function* readCommerceML(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<CommerceRecord> {
  for await (const batch of readCommerceMLBatches(source, options)) yield* batch
}
