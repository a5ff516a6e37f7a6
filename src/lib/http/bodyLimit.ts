const MB = 1_048_576

/** The most bytes that a request may bring; `/api/1c` has limits of its own and does not pass here. */
export function bodyLimit(contentType: string | null): number {
  return contentType?.toLowerCase().startsWith('multipart/form-data') ? 30 * MB : 10 * MB
}

/** Whether the declared length is a number within the limit; without a length the reader's own cap applies. */
export function isBodyWithin(contentLength: string | null, limit: number): boolean {
  if (contentLength === null) return true
  return /^\d{1,15}$/.test(contentLength) && Number(contentLength) <= limit
}
