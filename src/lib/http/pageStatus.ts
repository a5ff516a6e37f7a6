import type { IncomingMessage, ServerResponse } from 'node:http'
import { currentRequestId } from '../logger'
import { ofProcess } from '../ofProcess'

type PageStatus = 403 | 404

/** What pages ask to be answered with, by request id: Next and the server below it are bundled apart. */
const asked = ofProcess('page-status', () => new Map<string, PageStatus>())

/**
 * Lets a page that says «there is no such thing» be answered with the status of what it says. Next has a status only
 * for a page that throws, and of such a page it sends an empty document, which a script fills.
 */
export function answerPageWith(status: PageStatus): void {
  const id = currentRequestId()
  if (id === undefined) return
  if (asked.size > 1_000) asked.clear()
  asked.set(id, status)
}

/** Gives the answer the status that its page asks for. What Next's own script fetches is a part of the page it is on: refused, it would be loaded anew. */
export function keepPageStatus({ headers }: IncomingMessage, response: ServerResponse, id: string): void {
  if (headers.rsc !== undefined || headers['next-action'] !== undefined) return
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  const patched = (status: number, ...rest: unknown[]): ServerResponse =>
    writeHead(status === 200 ? (asked.get(id) ?? status) : status, ...rest)
  response.writeHead = patched as ServerResponse['writeHead']
  response.once('close', () => asked.delete(id))
}
