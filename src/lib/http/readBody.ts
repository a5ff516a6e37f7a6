type Bearing = { headers: Headers; body?: ReadableStream<Uint8Array> | null }

/**
 * The whole body, read once and under a ceiling: what says that it is longer is not read at all, and one that does not say
 * is let go at the first byte beyond. Gives null when it is too long.
 */
export async function readBody({ headers, body }: Bearing, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(headers.get('content-length') ?? 0) > limit) {
    await body?.cancel()
    return null
  }
  const reader = body?.getReader()
  if (!reader) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  for (let size = 0; ;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}
