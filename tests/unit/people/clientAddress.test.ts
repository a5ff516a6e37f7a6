import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientAddress } from '@/src/lib/http/clientAddress'

const from = (remoteAddress: string, forwarded?: string): Pick<IncomingMessage, 'headers' | 'socket'> =>
  ({ headers: forwarded ? { 'x-forwarded-for': forwarded } : {}, socket: { remoteAddress } }) as Pick<IncomingMessage, 'headers' | 'socket'> // all that is read

describe('the address of a caller', () => {
  it('is the other end of the connection, whatever the caller writes', () => {
    expect(clientAddress(from('10.0.0.1', '1.2.3.4'), false)).toBe('10.0.0.1')
    expect(clientAddress(from('::ffff:10.0.0.1'), false)).toBe('10.0.0.1')
  })

  it('behind our own proxy is the last address, which that proxy saw itself', () => {
    expect(clientAddress(from('127.0.0.1', '6.6.6.6, 10.0.0.1'), true)).toBe('10.0.0.1')
    expect(clientAddress(from('127.0.0.1'), true)).toBe('127.0.0.1')
  })
})
