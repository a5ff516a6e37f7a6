import { open } from 'node:fs/promises'

const HEAD = 4_096
const TAIL = 512
/** The first element's name, after a declaration and comments. Bytes as they are (a Cyrillic one may be 0xA0): names are compared, not read. */
const OPENED = /<([^ \t\r\n<>!?/]+)/
const CLOSED = /<\/([^ \t\r\n<>]+)[ \t\r\n]*>[ \t\r\n]*$/

/** Whether an XML file ends with the element that it begins with: an upload that was cut short does not. */
export async function isWholeXml(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const piece = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    }
    const head = await piece(0, HEAD)
    // Two bytes a letter: from an even place, and the letters themselves, for «о» holds the byte of «>».
    const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf16le' : 'latin1'
    const tail = await piece(Math.max(size - TAIL - (size % 2), 0), TAIL + 1)
    const root = OPENED.exec(head.toString(encoding).replace(/<!--[\s\S]*?-->/g, ''))?.[1]
    return root !== undefined && root === CLOSED.exec(tail.toString(encoding))?.[1]
  } finally {
    await handle.close()
  }
}
