import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import iconv from 'iconv-lite'
import { ZipFile } from 'yazl'
import { rankOf } from '@/src/mechanisms/exchange/archive/session-files'
import { connect, OneCError, type OneCAnswer } from './onec-http'
import { orderKey, ordersXml, takeOrders, type OneCOrder, type OrderChange } from './onec-orders'
export type { OneCOrder, OrderChange } from './onec-orders'

export type Flavour = 'ut' | 'unf' | 'bitrix'

export type OneCOptions = {
  /** The one address an administrator types. */
  url: string
  login: string
  password: string
  flavour?: Flavour
  /** Schema: «2.04» … «2.10», «3.1». */
  version?: string
  /** Whether this client zips when the server lets it. */
  zip?: boolean
  /** Of the files it sends. */
  encoding?: 'utf-8' | 'windows-1251'
  /** UT can be set never to call `import`. */
  callImport?: boolean
  /** Basic at once, or only after a 401. */
  eagerBasic?: boolean
  /** UNF's pause between two `progress`, ms (5 s in life). */
  pause?: number
  /** How long it waits for one answer, ms (180 s in life), and for a whole import. */
  patience?: number
}

export type OneCFile = { name: string; content: Buffer | string }

export type OneC = {
  sendCatalogue: (
    source: { files: OneCFile[] } | { folder: string },
  ) => Promise<{ imported: string[]; progress: number }>
  fetchOrders: () => Promise<OneCOrder[]>
  confirmOrders: () => Promise<void>
  sendOrderStates: (changes: OrderChange[]) => Promise<void>
  fetchInfo: () => Promise<{ statuses: string[]; paymentSystems: string[]; deliveryServices: string[] }>
  /** What this 1C holds, by number and date. */
  orders: () => OneCOrder[]
}

/** A 1C with its own small base of orders, strict about what the real one is strict about. */
export function createOneC(options: OneCOptions): OneC {
  const flavour = options.flavour ?? 'ut'
  const version = options.version ?? '2.10'
  const patience = options.patience ?? 180_000
  const pause = flavour === 'unf' ? (options.pause ?? 5_000) : 0
  const connection = connect({ ...options, patience, eagerBasic: options.eagerBasic ?? flavour !== 'unf' })
  const base = new Map<string, OneCOrder>()
  let fetched: OneCOrder[] | null = null

  const login = async (type: string): Promise<void> => {
    connection.dropCookie()
    const params: Record<string, string> = { type, mode: 'checkauth' }
    if (flavour === 'bitrix') params['version'] = version
    const answer = await connection.call(params, { basic: true })
    const [verdict, name, value, ...rest] = linesOf(answer)
    if (verdict !== 'success') throw new OneCError('checkauth', answer)
    if (!name || !value) throw new OneCError('checkauth named no cookie', answer)
    if (rest.some((one) => one !== '' && !/^(sessid|timestamp)=/.test(one)))
      throw new OneCError('checkauth has a line nobody knows', answer)
    connection.setCookie(name, value)
  }

  const init = async (type: string): Promise<{ zip: boolean; limit: number }> => {
    const params: Record<string, string> = { type, mode: 'init' }
    if (version.startsWith('3.')) params['version'] = version
    const answer = await connection.call(params)
    const found = linesOf(answer)
    if (found.length !== 2) throw new OneCError('init must answer exactly two lines', answer)
    const zip = /^zip=(yes|no)$/.exec(found[0] ?? '')
    const limit = /^file_limit=(\d+)$/.exec(found[1] ?? '')
    if (!zip || !limit) throw new OneCError('init: zip= and file_limit= are expected', answer)
    return { zip: zip[1] === 'yes' && options.zip !== false, limit: Number(limit[1]) }
  }

  const upload = async (type: string, filename: string, content: Buffer, limit: number): Promise<void> => {
    const size = limit > 0 ? limit : content.length
    for (let at = 0; at < content.length; at += size) {
      const answer = await connection.call({ type, mode: 'file', filename }, { body: content.subarray(at, at + size) })
      if (linesOf(answer)[0] !== 'success') throw new OneCError(`file ${filename}`, answer)
    }
  }

  const send = async (
    type: string,
    files: { name: string; content: Buffer }[],
    server: { zip: boolean; limit: number },
  ): Promise<void> => {
    if (server.zip) await upload(type, `v8_${randomUUID().slice(0, 8)}.zip`, await zipped(files), server.limit)
    else for (const file of files) await upload(type, file.name, file.content, server.limit)
  }

  const runImport = async (type: string, filename: string): Promise<number> => {
    const until = Date.now() + patience
    for (let progress = 0; ; progress += 1) {
      const answer = await connection.call({ type, mode: 'import', filename })
      const verdict = linesOf(answer)[0]
      if (verdict === 'success') return progress
      if (verdict !== 'progress') throw new OneCError(`import ${filename}`, answer)
      if (Date.now() > until) throw new OneCError(`import ${filename} never ends`, answer)
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  return {
    async sendCatalogue(source) {
      const files = await filesOf(source, options.encoding ?? 'utf-8')
      await login('catalog')
      await send('catalog', files, await init('catalog'))
      const imported: string[] = []
      let progress = 0
      if (options.callImport !== false) {
        for (const { name } of files.filter((one) => /\.xml$/i.test(one.name))) {
          progress += await runImport('catalog', name)
          imported.push(name)
        }
      }
      if (flavour === 'bitrix') {
        for (const mode of ['deactivate', 'complete']) {
          const answer = await connection.call({ type: 'catalog', mode })
          if (linesOf(answer)[0] !== 'success') throw new OneCError(mode, answer)
        }
      }
      return { imported, progress }
    },

    async fetchOrders() {
      fetched = null
      await login('sale')
      await init('sale')
      const params: Record<string, string> = { type: 'sale', mode: 'query' }
      if (flavour === 'bitrix' || version.startsWith('3.')) params['version'] = version
      fetched = await takeOrders(await connection.call(params))
      for (const order of fetched) base.set(orderKey(order.number, order.date), order)
      return fetched
    },

    async confirmOrders() {
      if (!fetched) throw new OneCError('nothing has been fetched, so nothing is confirmed')
      const answer = await connection.call({ type: 'sale', mode: 'success' })
      if (linesOf(answer)[0] !== 'success') throw new OneCError('success', answer)
      fetched = null
    },

    async sendOrderStates(changes) {
      const states = changes.map((change) => {
        const order = [...base.values()].find(
          (one) => one.number === change.number && (!change.date || one.date === change.date),
        )
        if (!order) throw new OneCError(`this 1C has no order ${change.number}`)
        return { order, change }
      })
      await login('sale')
      const server = await init('sale')
      const name = `orders-${randomUUID()}_1.xml`
      await send('sale', [{ name, content: encoded(ordersXml(states, version), options.encoding ?? 'utf-8') }], server)
      if (options.callImport !== false) await runImport('sale', name)
    },

    async fetchInfo() {
      await login('sale')
      await init('sale')
      const answer = await connection.call({ type: 'sale', mode: 'info' })
      if (!answer.bytes.subarray(0, 5).equals(Buffer.from('<?xml')))
        throw new OneCError('info does not begin with <?xml', answer)
      const xml = iconv.decode(answer.bytes, /encoding="([^"]+)"/.exec(answer.text)?.[1] ?? 'utf-8')
      const names = (element: string): string[] => {
        const inside = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(xml)?.[1] ?? ''
        return [...inside.matchAll(/<Название>([^<]*)<\/Название>/g)].map((one) => one[1] ?? '')
      }
      return {
        statuses: names('Статусы'),
        paymentSystems: names('ПлатежныеСистемы'),
        deliveryServices: names('СлужбыДоставки'),
      }
    },

    orders: () => [...base.values()],
  }
}

/** LF alone parts the lines; a CR would become a part of the cookie's value. */
function linesOf(answer: OneCAnswer): string[] {
  if (answer.text.includes('\r')) throw new OneCError('the lines are not parted by LF alone', answer)
  if (answer.text.startsWith('\ufeff')) throw new OneCError('the answer begins with a BOM', answer)
  return answer.text.split('\n')
}

async function filesOf(
  source: { files: OneCFile[] } | { folder: string },
  encoding: 'utf-8' | 'windows-1251',
): Promise<{ name: string; content: Buffer }[]> {
  const files = 'files' in source ? source.files : await folderFiles(source.folder)
  return files
    .map(({ name, content }) => ({ name, content: typeof content === 'string' ? encoded(content, encoding) : content }))
    .sort((a, b) => rankOf(a.name) - rankOf(b.name))
}

async function folderFiles(folder: string): Promise<OneCFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: OneCFile[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    files.push({ name: path.relative(folder, file).split(path.sep).join('/'), content: await readFile(file) })
  }
  return files
}

function encoded(xml: string, encoding: 'utf-8' | 'windows-1251'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(xml, 'utf8')
  return iconv.encode(
    xml.replace(/^\ufeff/, '').replace(/encoding="UTF-8"/i, 'encoding="windows-1251"'),
    'windows-1251',
  )
}

async function zipped(files: { name: string; content: Buffer }[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { name, content } of files) zip.addBuffer(content, name)
  zip.end()
  return buffer(zip.outputStream)
}
