/** Ceilings of the reader: what a real export never reaches and a hostile one must not pass. */
export type ReadLimits = {
  /** Bytes of the whole file. */
  maxBytes: number
  /** Nesting of elements; real files stay under 20, deep group trees under 60. */
  maxDepth: number
  /** Characters of one text, comment, instruction or attribute list without anything else in between. */
  maxText: number
  /** Attributes of one element. */
  maxAttributes: number
  /** Characters of one attribute value. */
  maxAttributeLength: number
  /** Characters before and after the root element: room for a comment, not for a document type. */
  maxProlog: number
  /** Elements of one record: a product, an offer, a top group with its tree, a property with its values, a document. */
  maxRecordNodes: number
  /** Characters of one record. */
  maxRecordText: number
}

export const defaultLimits: ReadLimits = {
  maxBytes: 2 * 1024 ** 3,
  maxDepth: 100,
  maxText: 4 * 1024 ** 2,
  maxAttributes: 64,
  maxAttributeLength: 64 * 1024,
  maxProlog: 64 * 1024,
  maxRecordNodes: 1_000_000,
  maxRecordText: 32 * 1024 ** 2,
}
