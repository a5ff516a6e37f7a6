import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientAddress, dropForwarded } from '@/src/lib/http/clientAddress'
import { trustedProxies } from '@/src/lib/http/trustedProxies'

type Request = Pick<IncomingMessage, 'headers' | 'socket'>
const from = (remoteAddress: string | undefined, forwarded?: string): Request =>
  ({ headers: forwarded ? { 'x-forwarded-for': forwarded } : {}, socket: { remoteAddress } }) as Request // all that is read
const trust = (text: string): ((address: string) => boolean) =>
  trustedProxies(text) ?? expect.fail(`${text} is refused`)

describe('the address of a caller', () => {
  it('is the other end of the connection, whatever the caller writes', () => {
    expect(clientAddress(from('10.0.0.1', '1.2.3.4'), trust('0'))).toBe('10.0.0.1')
    expect(clientAddress(from('::ffff:10.0.0.1'), trust('0'))).toBe('10.0.0.1')
  })

  it('behind our own proxy is the last address, which that proxy saw itself', () => {
    expect(clientAddress(from('127.0.0.1', '6.6.6.6, 10.0.0.1'), trust('1'))).toBe('10.0.0.1')
    expect(clientAddress(from('::ffff:172.18.0.5', '2001:db8::7'), trust('1'))).toBe('2001:db8::7')
    expect(clientAddress(from('127.0.0.1'), trust('1'))).toBe('127.0.0.1')
    expect(clientAddress(from('127.0.0.1', 'unknown<script>'), trust('1'))).toBe('127.0.0.1')
  })

  it('of a stranger who plays a proxy is its own', () => {
    expect(clientAddress(from('203.0.113.9', '10.0.0.1'), trust('1'))).toBe('203.0.113.9')
    expect(clientAddress(from('10.0.0.7', '1.2.3.4'), trust('10.0.0.8, 192.168.0.0/24'))).toBe('10.0.0.7')
    expect(clientAddress(from('192.168.0.30', '1.2.3.4'), trust('10.0.0.8, 192.168.0.0/24'))).toBe('1.2.3.4')
  })

  it('is nobody’s when the connection has gone already', () => {
    expect(clientAddress(from(undefined, '1.2.3.4'), trust('1'))).toBe('')
    const gone = { ...from(undefined), headers: { host: 'a', forwarded: 'x' } }
    dropForwarded(gone, trust('1'))
    expect(gone.headers).toEqual({ host: 'a' })
  })

  it('goes with the name and the scheme: from strangers they are dropped', () => {
    const headers = {
      host: 'a',
      'x-forwarded-for': '1.1.1.1',
      'x-forwarded-host': 'evil',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
      forwarded: 'x',
      'x-real-ip': '2',
    }
    const stranger = { ...from('203.0.113.9'), headers: { ...headers } }
    dropForwarded(stranger, trust('1'))
    expect(stranger.headers).toEqual({ host: 'a' })
    const proxy = { ...from('10.1.1.1'), headers: { ...headers } }
    dropForwarded(proxy, trust('1'))
    expect(proxy.headers).toEqual(headers)
  })

  it('TRUST_PROXY of one address trusts that one, whatever its last figure', () => {
    const isTrusted = trust('203.0.113.1')
    expect(
      [
        '203.0.113.1',
        '::ffff:203.0.113.1',
        '::FFFF:203.0.113.1',
        '10.0.0.1',
        '127.0.0.1',
        '203.0.113.11',
        '',
        'nobody',
        'x::ffff:203.0.113.1',
      ].map(isTrusted),
    ).toEqual([true, true, true, false, false, false, false, false, false])
    expect([
      trust('')('127.0.0.1'),
      trust('false')('127.0.0.1'),
      trust('true')('fd00::1'),
      trust(' ::1/128 , 10.0.0.0/32')('::1'),
      trust('::1')('::2'),
      trust('0.0.0.0/0')('9.9.9.9'),
    ]).toEqual([false, false, true, true, false, true])
  })

  it.each([
    'yes',
    '#10.0.0.1',
    '10.0.0.1#',
    '10.0.0.1/1/2',
    '10.0.0.0/33',
    '10.0.0',
    '1.2.3.4/',
    '::1/129',
    '10.0.0.1,',
    'nginx',
  ])('TRUST_PROXY=%s is refused', (text) => {
    expect(trustedProxies(text)).toBeNull()
  })
})
