import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { GuardContext } from './rowContext'

/** A way to sign: a code from an SMS, a certificate of a key. */
export type SignatureKind = {
  key: string
  /** What has to be given: «Код из СМС». */
  label: Text
  /** Checks what was given and returns what proves it, kept with the event. @throws AppError when it does not hold */
  sign: (context: GuardContext, given: string) => Promise<Record<string, unknown>>
}

const registry = declarations<SignatureKind>()

/** Declares a way to sign, for the `needs` of transitions. */
export function defineSignature(kind: SignatureKind): SignatureKind {
  registry.set(kind.key, kind)
  return kind
}

export const signatureNamed = (key: string): SignatureKind | undefined => registry.get(key)
