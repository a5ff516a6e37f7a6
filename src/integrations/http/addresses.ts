import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { AppError } from '@/src/lib/errors'

/** Networks that no outward call may enter unless they are named: loopback, private, link-local, reserved. */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
const CLOSED_V6 = [
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]
const closed = blockList([...CLOSED_V4, ...CLOSED_V6])

/** 'refuse', 'allow', or the networks (CIDR) and addresses that are fine, for a 1C inside the company. */
export type PrivateAddresses = 'refuse' | 'allow' | readonly string[]

/** Whether a call to this IP address may leave. An IPv6 address that wraps an IPv4 one is judged by the latter. */
export function addressAllowed(address: string, rule: PrivateAddresses): boolean {
  const family = net.isIP(address)
  if (family === 0) return false
  if (rule === 'allow') return true
  const type = family === 4 ? 'ipv4' : 'ipv6'
  if (!closed.check(address, type)) return true
  return rule !== 'refuse' && blockList(rule).check(address, type)
}

/**
 * Agents that look at the address a socket is about to be opened to, after DNS and after every redirect, so that
 * a name which resolves to an inner address is refused too, and cannot change between the look and the call.
 */
export function guardedAgents(rule: PrivateAddresses): { httpAgent: http.Agent; httpsAgent: https.Agent } {
  const options = { keepAlive: true, maxSockets: 16, lookup: guardedLookup(rule) }
  return {
    httpAgent: guardLiterals(new http.Agent(options), rule),
    httpsAgent: guardLiterals(new https.Agent(options), rule),
  }
}

/** Node does not call `lookup` for an address in figures: it is judged here. */
function guardLiterals<T extends http.Agent>(agent: T, rule: PrivateAddresses): T {
  const open = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const host = String(options.host ?? '').replace(/^\[|\]$/g, '')
    if (net.isIP(host) !== 0 && !addressAllowed(host, rule)) throw blocked(host)
    return open(options, callback)
  }
  return agent
}

function guardedLookup(rule: PrivateAddresses): net.LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      const refused = found.find(({ address }) => !addressAllowed(address, rule))
      if (refused) return callback(blocked(hostname), '', 0)
      if (options.all) return callback(null, found)
      const [first] = found
      return first ? callback(null, first.address, first.family) : callback(blocked(hostname), '', 0)
    })
  }
}

function blocked(host: string): AppError {
  return new AppError('http.blocked', { host }, { status: 403 })
}

function blockList(networks: readonly string[]): net.BlockList {
  const list = new net.BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const type = net.isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, type)
    else list.addSubnet(address, Number(prefix), type)
  }
  return list
}
