import { SaxesParser } from 'saxes'
import type { ReadLimits } from './limits'
import { refuse } from './refusal'
import type { XmlNode } from './tree'

/** What the walker is told. `capture` decides which elements become whole trees; the rest passes as open/close. */
export type XmlEvents = {
  capture: (name: string, parent: string, depth: number) => boolean
  tree: (node: XmlNode, parent: string) => void
  open: (name: string, attributes: Record<string, string>, depth: number, line: number) => void
  close: (name: string, text: string, depth: number) => void
}

export type XmlWalker = { write: (text: string) => void; end: () => void }

/**
 * saxes with the portal's ceilings: well-formedness to the letter, no document type, no entities beyond XML's five,
 * local names only (schema and namespace disagree in real files).
 *
 * @throws AppError `xml.malformed` {line, column, reason}, `xml.doctype`, `xml.limit` {what, limit, line}
 */
export function createWalker(limits: ReadLimits, events: XmlEvents): XmlWalker {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const names: string[] = []
  const captured: XmlNode[] = []
  let looseText = ''
  let recordNodes = 0
  let recordText = 0
  let tagAttributes = 0
  let sinceEvent = 0
  let outsideRoot = 0

  const exceed = (what: string, limit: number): never => {
    throw refuse('xml.limit', { what, limit, line: parser.line })
  }

  // Seven handlers and no more: each is a property added to the parser, and with a few more V8 turns it into a
  // dictionary, which makes parsing five times slower (measured on Node 20).
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, '').slice(0, 200)
    throw refuse('xml.malformed', { line: parser.line, column: parser.column, reason })
  })
  parser.on('doctype', () => {
    throw refuse('xml.doctype', { line: parser.line })
  })
  parser.on('attribute', ({ value }) => {
    tagAttributes += 1
    if (tagAttributes > limits.maxAttributes) exceed('attributes', limits.maxAttributes)
    if (value.length > limits.maxAttributeLength) exceed('attributeLength', limits.maxAttributeLength)
    recordText += value.length
  })

  parser.on('opentag', (tag) => {
    sinceEvent = 0
    tagAttributes = 0
    const name = localName(tag.name)
    const depth = names.length
    if (depth >= limits.maxDepth) exceed('depth', limits.maxDepth)
    const parent = names[depth - 1] ?? ''
    names.push(name)
    const holder = captured[captured.length - 1]
    if (!holder && !events.capture(name, parent, depth)) {
      looseText = ''
      recordText = 0
      events.open(name, tag.attributes, depth, parser.line)
      return
    }
    if (!holder) {
      recordNodes = 0
      recordText = 0
    }
    recordNodes += 1
    if (recordNodes > limits.maxRecordNodes) exceed('recordNodes', limits.maxRecordNodes)
    const node: XmlNode = { name, attributes: tag.attributes, text: '', children: [], line: parser.line }
    holder?.children.push(node)
    captured.push(node)
  })

  const addText = (piece: string): void => {
    sinceEvent = 0
    if (piece.length > limits.maxText) exceed('text', limits.maxText)
    recordText += piece.length
    const node = captured[captured.length - 1]
    if (!node) {
      looseText += piece
      if (looseText.length > limits.maxText) exceed('text', limits.maxText)
      return
    }
    const last = node.children[node.children.length - 1]
    if (last && last.tail === undefined && piece.trim() === '') return
    if (recordText > limits.maxRecordText) exceed('recordText', limits.maxRecordText)
    if (last) last.tail = (last.tail ?? '') + piece
    else node.text = node.text === '' ? piece : node.text + piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)

  parser.on('closetag', () => {
    sinceEvent = 0
    const name = names.pop() ?? ''
    const node = captured.pop()
    if (!node) {
      events.close(name, looseText.trim(), names.length)
      looseText = ''
    } else if (captured.length === 0) {
      events.tree(node, names[names.length - 1] ?? '')
    }
  })

  /** saxes gathers a text, comment, attribute or document type until it ends: the length between two events is watched. */
  const watch = (length: number): void => {
    sinceEvent += length
    if (sinceEvent > limits.maxText) exceed('text', limits.maxText)
    if (names.length === 0) {
      outsideRoot += length
      if (outsideRoot > limits.maxProlog + length) exceed('outsideRoot', limits.maxProlog)
    }
  }

  return {
    write: (text) => {
      watch(text.length)
      parser.write(text)
    },
    end: () => {
      parser.close()
    },
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
