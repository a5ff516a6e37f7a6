import iconv from 'iconv-lite'
import type { Entry } from 'yauzl'

const UTF8_FLAG = 0x800
const UNICODE_PATH_FIELD = 0x7075
const UNICODE_PATH_HEAD = 5

/**
 * The name of a zip entry: its Unicode field or flag if there is one; otherwise UTF-8 when the bytes are (some programs
 * forget the flag), otherwise cp866, in which Russian Windows and 1C write.
 */
export function entryName(entry: Pick<Entry, 'fileNameRaw' | 'generalPurposeBitFlag' | 'extraFields'>): string {
  const field = entry.extraFields.find((one) => one.id === UNICODE_PATH_FIELD)
  if (field && field.data.length > UNICODE_PATH_HEAD) return field.data.subarray(UNICODE_PATH_HEAD).toString('utf8')
  const raw = entry.fileNameRaw
  if ((entry.generalPurposeBitFlag & UTF8_FLAG) !== 0) return raw.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return iconv.decode(raw, 'cp866')
  }
}
