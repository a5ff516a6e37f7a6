import http from 'node:http'
import https from 'node:https'

export type OneCAnswer = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer; text: string }

/** What 1C writes into its own journal when an exchange goes wrong. */
export class OneCError extends Error {
  constructor(
    message: string,
    readonly answer?: OneCAnswer,
  ) {
    super(answer ? `${message}: ${answer.status} ${JSON.stringify(answer.text.slice(0, 300))}` : message)
    this.name = 'OneCError'
  }
}

export type OneCConnection = {
  call: (params: Record<string, string>, options?: { body?: Buffer; basic?: boolean }) => Promise<OneCAnswer>
  setCookie: (name: string, value: string) => void
  dropCookie: () => void
}

export type ConnectionOptions = { url: string; login: string; password: string; patience: number; eagerBasic: boolean }

/**
 * HTTP as HTTPСоединение of 1C does it: no redirects, no cookie jar of its own (only the cookie named in the answer of
 * checkauth), Basic only where asked for, and the wait of `patience` ms for an answer.
 */
export function connect(options: ConnectionOptions): OneCConnection {
  let cookie: string | null = null
  const basic = `Basic ${Buffer.from(`${options.login}:${options.password}`, 'utf8').toString('base64')}`

  const send = (params: Record<string, string>, body: Buffer | undefined, withBasic: boolean): Promise<OneCAnswer> => {
    const url = new URL(options.url)
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
    const headers: Record<string, string> = { Accept: '*/*', 'User-Agent': '1C+Enterprise/8.3' }
    if (withBasic) headers['Authorization'] = basic
    if (cookie) headers['Cookie'] = cookie
    if (body) headers['Content-Length'] = String(body.length)
    const request = (url.protocol === 'https:' ? https : http).request
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: body ? 'POST' : 'GET', headers, timeout: options.patience }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString('utf8') })
        })
      })
      sent.on('timeout', () => sent.destroy(new OneCError(`no answer within ${options.patience} ms`)))
      sent.on('error', reject)
      sent.end(body)
    })
  }

  return {
    async call(params, { body, basic: wantsBasic = false } = {}) {
      let answer = await send(params, body, wantsBasic && options.eagerBasic)
      if (answer.status === 401 && wantsBasic && !options.eagerBasic) answer = await send(params, body, true)
      if (answer.status !== 200) throw new OneCError('the server answered not with 200', answer)
      if (answer.bytes.length === 0) throw new OneCError('the server answered with nothing', answer)
      return answer
    },
    setCookie(name, value) {
      cookie = `${name}=${value}`
    },
    dropCookie() {
      cookie = null
    },
  }
}
