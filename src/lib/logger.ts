export const logger = { info: (..._: unknown[]) => {}, warn: (..._: unknown[]) => {}, error: (..._: unknown[]) => {}, debug: (..._: unknown[]) => {} }
export const currentRequestId = (): string | undefined => undefined
export const withRequestId = <T>(_id: string, fn: () => T): T => fn()
