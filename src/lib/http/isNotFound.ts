/** How Next marks what its `notFound()` throws. */
const NOT_FOUND = 'NEXT_HTTP_ERROR_FALLBACK;404'

/** Whether `notFound()` was thrown, and nothing else. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && error.digest === NOT_FOUND
