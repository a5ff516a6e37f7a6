import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isSigned, type Keys } from './signature'

type Stored = { body: Buffer; type: string; modified: Date }

export type S3Server = {
  endpoint: string
  keys: Keys
  /** Objects by `bucket/key`. */
  objects: Map<string, Stored>
  buckets: Set<string>
  /** Method and path of every request that was signed rightly. */
  calls: string[]
  /** What happens instead of an answer: a status, a connection that is cut, or a body that ends half-way. */
  broken: number | 'cut' | 'half' | null
  close: () => Promise<void>
}

/** A small S3 over HTTP: signed requests only, bucket in the path, one Range, the errors that S3 gives. */
export async function startS3(): Promise<S3Server> {
  const state: S3Server = {
    endpoint: '',
    keys: { accessKeyId: 'test-key', secretAccessKey: 'test-secret-of-the-store', region: 'test-1' },
    objects: new Map(),
    buckets: new Set(),
    calls: [],
    broken: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => answer(state, request, response, Buffer.concat(chunks)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}

function answer(state: S3Server, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const refuse = (status: number, code: string): void => {
    response.writeHead(status, { 'content-type': 'application/xml' })
    response.end(
      request.method === 'HEAD'
        ? ''
        : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
    )
  }
  if (state.broken === 'cut') return void request.socket.destroy()
  if (typeof state.broken === 'number') return refuse(state.broken, 'InternalError')
  if (!request.headers.authorization) return refuse(403, 'AccessDenied')
  if (!isSigned(request, body, state.keys)) return refuse(403, 'SignatureDoesNotMatch')

  const [bucket = '', ...rest] = decodeURIComponent(new URL(request.url ?? '/', 'http://s3').pathname.slice(1)).split(
    '/',
  )
  const key = rest.join('/')
  state.calls.push(`${request.method} /${bucket}/${key}`)
  if (key === '') {
    if (request.method === 'PUT') state.buckets.add(bucket)
    return state.buckets.has(bucket) ? void response.writeHead(200).end() : refuse(404, 'NoSuchBucket')
  }
  if (!state.buckets.has(bucket)) return refuse(404, 'NoSuchBucket')
  const place = `${bucket}/${key}`
  if (request.method === 'PUT') {
    state.objects.set(place, {
      body,
      type: request.headers['content-type'] ?? 'binary/octet-stream',
      modified: new Date(),
    })
    return void response.writeHead(200, { etag: etag(body) }).end()
  }
  if (request.method === 'DELETE') {
    state.objects.delete(place)
    return void response.writeHead(204).end()
  }
  const stored = state.objects.get(place)
  if (!stored) return refuse(404, 'NoSuchKey')
  send(state, stored, request, response)
}

function send(
  state: S3Server,
  { body, type, modified }: Stored,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  const part = from === undefined ? body : body.subarray(Number(from), Number(to) + 1)
  response.writeHead(from === undefined ? 200 : 206, {
    'content-type': type,
    'content-length': part.length,
    'last-modified': modified.toUTCString(),
    etag: etag(body),
    ...(from === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${body.length}` }),
  })
  if (request.method === 'HEAD') return void response.end()
  if (state.broken !== 'half') return void response.end(part)
  response.write(part.subarray(0, Math.floor(part.length / 2)), () => response.destroy())
}

const etag = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`
