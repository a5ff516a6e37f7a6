import { readCommerceMLBatches } from '@/src/mechanisms/exchange/commerceml/read'
import { commerce } from './reading'

/** Run in a process of its own with a small heap: reads far more than would fit, and says how much it has read. */
const PRODUCTS = 60_000
const [head = '', tail = ''] = commerce('<Каталог><Ид>k</Ид><Товары>|</Товары></Каталог>').split('|')

async function* source(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head)
  for (let index = 0; index < PRODUCTS; index += 1) {
    yield Buffer.from(
      `<Товар><Ид>p${index}</Ид><Наименование>Товар ${index}</Наименование><Описание>${`слово${index} `.repeat(120)}</Описание></Товар>\n`,
    )
  }
  yield Buffer.from(tail)
}

let read = 0
for await (const batch of readCommerceMLBatches(source())) read += batch.filter((one) => one.kind === 'product').length
process.stdout.write(String(read))
