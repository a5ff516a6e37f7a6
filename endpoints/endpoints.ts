import type { Endpoint } from 'payload'

/** Every custom address under /api. Each one authenticates by itself: Payload does not. */
export const endpoints: Endpoint[] = []
