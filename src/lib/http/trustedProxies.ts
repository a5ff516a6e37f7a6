import { BlockList, isIP } from 'node:net'

/** Loopback and the networks that are never routed on the Internet: where one's own proxy stands. */
const PRIVATE = ['127.0.0.0/8', '::1/128', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10']

/**
 * Whose X-Forwarded-* headers are believed, from TRUST_PROXY: `0` nobody's, `1` a proxy's in a private network,
 * otherwise addresses and networks by commas. Null when the text is none of these.
 */
export function trustedProxies(text: string): ((address: string) => boolean) | null {
  if (/^(0|false|)$/.test(text)) return () => false
  const list = new BlockList()
  for (const item of /^(1|true)$/.test(text) ? PRIVATE : text.split(',').map((part) => part.trim())) {
    const [, address = '', bits] = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(item) ?? []
    const family = familyOf(address)
    if (!family) return null
    const most = family === 'ipv4' ? 32 : 128
    if (bits !== undefined && Number(bits) > most) return null
    list.addSubnet(address, bits === undefined ? most : Number(bits), family)
  }
  return (address) => {
    const bare = plainAddress(address)
    const family = familyOf(bare)
    return family !== null && list.check(bare, family)
  }
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | null =>
  ({ 4: 'ipv4' as const, 6: 'ipv6' as const })[isIP(address)] ?? null

/** `::ffff:10.0.0.1`, as a socket of both families says it, is `10.0.0.1`. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
