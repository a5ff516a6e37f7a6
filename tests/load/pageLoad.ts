import http from 'node:http'

export type Visitor = { url: string; cookie: string }
export type Timing = { p50: number; p95: number; bytes: number }

/** Signs in as a browser would and keeps the cookies. */
export async function signIn(
  url: string,
  collection: 'users' | 'staff',
  login: { email: string; password: string },
): Promise<Visitor> {
  const answer = await fetch(`${url}/api/${collection}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(login),
  })
  if (!answer.ok) throw new Error(`${login.email} could not sign in: ${answer.status} ${await answer.text()}`)
  return {
    url,
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  }
}

/** One request, read to its end; gives milliseconds and the bytes that came over the wire. */
export function visit(
  { url, cookie }: Visitor,
  path: string,
  agent: http.Agent,
): Promise<{ ms: number; bytes: number }> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.get(
      url + path,
      { agent, headers: { cookie, 'accept-encoding': 'gzip', 'sec-fetch-site': 'same-origin' } },
      (answer) => {
        let bytes = 0
        answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve({ ms: performance.now() - started, bytes })
            : reject(new Error(`${path}: ${answer.statusCode}`)),
        )
        answer.on('error', reject)
      },
    )
    request.on('error', reject)
  })
}

/** `requests` visits by `users` people at once, each waiting for its own answer before it asks again. */
export async function load(
  visitor: Visitor,
  address: (n: number) => string,
  { users, requests }: { users: number; requests: number },
): Promise<Timing> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: users })
  const times: number[] = []
  let bytes = 0
  let asked = 0
  const person = async (): Promise<void> => {
    while (asked < requests) {
      const seen = await visit(visitor, address((asked += 1)), agent)
      times.push(seen.ms)
      bytes += seen.bytes
    }
  }
  await Promise.all(Array.from({ length: users }, person))
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), bytes: Math.round(bytes / times.length) }
}
