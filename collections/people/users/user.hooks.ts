import type { CollectionBeforeOperationHook } from 'payload'

/** Payload would send its own letter inside the transaction; ours leaves by the queue. */
export const silenceVerification: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'create' ? { ...args, disableVerificationEmail: true } : args
