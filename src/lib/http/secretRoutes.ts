/**
 * Pages that letters lead to: what follows the name in the address is a secret which opens an account.
 * Letters make their links by `secretPath` alone, and the log hides by the same list, so a page cannot be
 * in one and not in the other. Below nginx `deploy/nginx/portal.conf` names them once more.
 */
export const secretRoutes = ['confirm', 'invite', 'reset', 'email'] as const
export type SecretRoute = (typeof secretRoutes)[number]

/** Address of a page behind a letter; `under` is the language or the panel: ``, `/en`, `/admin`. */
export const secretPath = (under: string, route: SecretRoute, secret: string): string => `${under}/${route}/${secret}`

/** Such an address within a text, however it is written: itself, or as a part of another address. */
export const secretInPath = new RegExp(
  `((?:\\/|%2F)(?:${secretRoutes.join('|')})(?:\\/|%2F))[^\\s/?#"'&<>%\\\\]+`,
  'gi',
)
