/**
 * A whole file, archive or request that cannot be taken. The same shape as the portal's AppError (code, status,
 * params); the words a person reads are looked up by `code`. A single bad record is never this: it becomes a
 * `problem` record.
 */
export class ExchangeRefusal extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    readonly status = 422,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'ExchangeRefusal'
  }
}

/** Is this error the sender's doing (a refusal), as opposed to a fault of ours? */
export function isRefusal(error: unknown): error is ExchangeRefusal {
  return error instanceof ExchangeRefusal
}
