type Hear<T> = (data: T) => void

const sources = new Map<string, { source: EventSource; users: number }>()

/**
 * Listens to one kind of event of a stream. However many places listen, one connection is open for an address: over
 * HTTP/1.1 a browser has only six. The browser itself reconnects. Gives back how to stop.
 */
export function listenLive<T>(url: string, event: string, hear: Hear<T>): () => void {
  const shared = sources.get(url) ?? { source: new EventSource(url), users: 0 }
  shared.users += 1
  sources.set(url, shared)

  const onMessage = (message: MessageEvent<string>) => {
    try {
      hear(JSON.parse(message.data) as T) // the endpoint of `url` says what T is
    } catch {
      // a half-written line after a lost connection is no news
    }
  }
  shared.source.addEventListener(event, onMessage)
  return () => {
    shared.source.removeEventListener(event, onMessage)
    shared.users -= 1
    if (shared.users > 0) return
    shared.source.close()
    sources.delete(url)
  }
}
