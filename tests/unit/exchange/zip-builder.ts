import { crc32, deflateRawSync } from 'node:zlib'

export type ZipItem = {
  name: string | Buffer
  content?: Buffer | string
  /** What the headers claim, when it is to be a lie. */
  claimedSize?: number
  flags?: number
  externalAttributes?: number
  stored?: boolean
}

/** A zip by hand: every header field can be made to lie, which no honest library allows. */
export function buildZip(items: ZipItem[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const item of items) {
    const name = Buffer.isBuffer(item.name) ? item.name : Buffer.from(item.name, 'utf8')
    const content = Buffer.from(item.content ?? '')
    const data = item.stored ? content : deflateRawSync(content)
    const flags = item.flags ?? (Buffer.isBuffer(item.name) ? 0 : 0x800)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(item.stored ? 0 : 8, 4)
    common.writeUInt32LE(checksum(content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(item.claimedSize ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((item.externalAttributes ?? 0) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 3]), common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(items.length, 8)
  end.writeUInt16LE(items.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let k = 0; k < 8; k += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** zlib.crc32 is not in every Node 20. */
function checksum(data: Buffer): number {
  if (typeof crc32 === 'function') return crc32(data)
  let value = 0xffffffff
  for (const byte of data) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
