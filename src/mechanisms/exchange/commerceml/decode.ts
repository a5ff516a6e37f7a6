import iconv from 'iconv-lite'
import { refuse } from './refusal'
import { sniffEncoding } from './sniff'

/** Bytes looked at before the encoding is chosen. Cyrillic tag names decide within the first hundred. */
const HEAD_BYTES = 64 * 1024
/** Pieces handed to the parser: small enough for flat memory and even back-pressure. */
const SLICE_BYTES = 64 * 1024

export type DecodeOptions = {
  /** Refuse a longer file with `xml.tooLarge`. */
  maxBytes?: number
  /** Told once, when the encoding is known; for the journal. */
  onEncoding?: (encoding: string) => void
}

/**
 * Bytes of an XML file as text, whatever encoding it really is in: BOM, bytes and declaration are weighed by
 * `sniffEncoding`. The BOM is dropped and a repeated XML declaration removed (see `healProlog`).
 *
 * @throws AppError `xml.encoding` (bytes that are not in the encoding), `xml.tooLarge`
 */
export async function* decodeXml(
  source: AsyncIterable<Uint8Array>,
  options: DecodeOptions = {},
): AsyncGenerator<string> {
  const maxBytes = options.maxBytes ?? Infinity
  let total = 0
  let head: Uint8Array[] | null = []
  let headLength = 0
  let decode: Decoder | null = null

  for await (const chunk of source) {
    total += chunk.length
    if (total > maxBytes) throw refuse('xml.tooLarge', { limit: maxBytes })
    if (head) {
      head.push(chunk)
      headLength += chunk.length
      if (headLength < HEAD_BYTES) continue
      decode = startDecoding(Buffer.concat(head), options)
      head = null
      yield* pieces(decode, decode.head)
    } else if (decode) {
      yield* pieces(decode, chunk)
    }
  }
  if (head) {
    decode = startDecoding(Buffer.concat(head), options)
    yield* pieces(decode, decode.head)
  }
  const rest = decode?.end()
  if (rest) yield rest
}

type Decoder = { head: Uint8Array; write: (bytes: Uint8Array) => string; end: () => string }

function startDecoding(head: Uint8Array, options: DecodeOptions): Decoder {
  const { encoding, bomLength } = sniffEncoding(head)
  options.onEncoding?.(encoding)
  const text = encoding === 'utf-8' ? strictUtf8() : lenient(encoding)
  let first = true
  const heal = (piece: string): string => {
    if (!first || piece === '') return piece
    first = false
    return healProlog(piece)
  }
  return { head: head.subarray(bomLength), write: (bytes) => heal(text.write(bytes)), end: () => heal(text.end()) }
}

function* pieces(decoder: Decoder, bytes: Uint8Array): Generator<string> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const text = decoder.write(bytes.subarray(at, at + SLICE_BYTES))
    if (text !== '') yield text
  }
}

/** UTF-8 with no guessing: a broken byte would otherwise become a silent `�` in a name that a client reads. */
function strictUtf8(): Pick<Decoder, 'write' | 'end'> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const guarded = (run: () => string): string => {
    try {
      return run()
    } catch {
      throw refuse('xml.encoding', { encoding: 'utf-8' })
    }
  }
  return {
    write: (bytes) => guarded(() => decoder.decode(bytes, { stream: true })),
    end: () => guarded(() => decoder.decode()),
  }
}

function lenient(encoding: string): Pick<Decoder, 'write' | 'end'> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    end: () => decoder.end() ?? '',
  }
}

const PROLOG = /^[\s\ufeff]*((?:<\?xml\s[^<>]{0,300}\?>[\s\ufeff]*)*)/
const DECLARATION = /<\?xml\s[^<>]*?\?>/g

/**
 * Spaces and BOMs before the declaration, and a declaration written twice, are mended: they come from scripts that glue
 * a prologue to a file that has one already. Nothing can be lost by it: the second declaration says what the first says
 * or contradicts it, and in both cases the encoding was chosen by the bytes; the document after them is whole. A 1C
 * cannot send another file instead, so refusing would stop the exchange for a fault with one possible reading. A
 * declaration anywhere after the root has begun is still refused by the parser. Line breaks stay, so that line numbers
 * in the journal are those of the file.
 */
function healProlog(text: string): string {
  const match = PROLOG.exec(text)
  const prolog = match?.[0] ?? ''
  if (prolog === '') return text
  const first = prolog.match(DECLARATION)?.[0] ?? ''
  const breaks = prolog.replace(DECLARATION, '').replace(/[^\n]/g, '')
  return first + breaks + text.slice(prolog.length)
}
