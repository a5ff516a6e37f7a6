import path from 'node:path'
import { z } from 'zod'
import { trustedProxies } from './http/trustedProxies'

/** What the environment must say, and the sentence for when it does not. `.env.example` explains each name. */

const flag = z.enum(['0', '1', 'true', 'false'], 'is 1 or 0').transform((value) => value === '1' || value === 'true')
const url = (pattern: RegExp, example: string) => z.string().regex(pattern, `must look like ${example}`)
const proxies = z
  .string()
  .default('0')
  .transform((text, context) => {
    const isTrusted = trustedProxies(text)
    if (isTrusted) return { any: !/^(0|false)$/.test(text), isTrusted }
    context.addIssue('is 1, 0 or addresses and networks by commas, for example 10.0.0.0/8,192.168.1.5')
    return z.NEVER
  })
const folder = (byDefault: string) =>
  z
    .string()
    .default(byDefault)
    .transform((given) => path.resolve(process.env.KABINET_ROOT || process.cwd(), given))

const shape = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  DATABASE_URL: url(/^postgres(ql)?:\/\/\S+$/, 'postgres://name:password@server:5432/database'),
  PAYLOAD_SECRET: z.string().min(32, 'needs at least 32 characters'),
  PUBLIC_URL: url(/^https?:\/\/[^\s/?#]+$/, 'https://portal.example.ru, without a slash at the end').default(
    'http://localhost:3000',
  ),
  PORT: z.coerce.number('is a number').int().min(1).max(65_535).default(3000),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is debug, info, warn, error or silent')
    .default('info'),
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  TRUST_PROXY: proxies,
  DEMO: flag.default(false),
  ADMIN_EMAIL: z.email('is an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(10, 'needs at least 10 characters').optional(),
  WEB_PROCESSES: z.coerce.number('is a number').int().min(1).max(64).optional(),
  SHUTDOWN_DELAY: z.coerce.number('is a number of seconds').min(0).max(120).default(0),
  SMTP_URL: url(/^smtps?:\/\/\S+$/, 'smtps://name:password@mail.example.ru:465').optional(),
  MAIL_FROM: z.string().default('Kabinet <kabinet@localhost>'),
  MEDIA_DIR: folder('media'),
  SPOOL_DIR: folder('.data/spool'),
  CHROMIUM_PATH: z.string().optional(),
  CHROMIUM_DIR: z.string().optional(),
  KABINET_ROOT: z.string().optional(),
  // Read by the scripts that start the portal, before there is a database to speak of.
  HOST: z.string().optional(),
  POSTGRES_PORT: z.coerce.number('is a number').int().min(1).max(65_535).optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: url(/^https?:\/\/\S+$/, 'https://s3.example.ru').optional(),
  S3_REGION: z.string().default('ru-1'),
  S3_KEY: z.string().optional(),
  S3_SECRET: z.string().optional(),
})

export type Settings = z.infer<typeof shape>

/** Every variable of the environment that the portal reads for itself. */
export const settingNames: readonly string[] = Object.keys(shape.shape)

/** One optional setting without asking for the rest: what prints is also used where no portal is configured. */
export const loneSetting = (name: 'CHROMIUM_PATH' | 'CHROMIUM_DIR'): string | undefined =>
  process.env[name] || undefined

/** A setting is missing or wrong; the message is one sentence that names the variable. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** `next build` evaluates the config without a database and without secrets; nothing of this reaches a running portal. */
const whileBuilding: Record<string, string> = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://build@127.0.0.1:1/build',
  PAYLOAD_SECRET: 'only-while-building-nothing-is-signed-with-it',
}

/**
 * Reads and checks an environment. An empty value counts as absent.
 * @throws SettingsError naming the first variable that is missing or wrong.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const building = env.NEXT_PHASE === 'phase-production-build'
  const given = Object.fromEntries(
    Object.entries(building ? whileBuilding : env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = shape.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = String(issue?.path[0])
    throw new SettingsError(
      given[name] === undefined
        ? `${name} is not set; see .env.example.`
        : `${name} ${issue?.message}; see .env.example.`,
    )
  }
  const partial = (['S3_KEY', 'S3_SECRET'] as const).find((name) => result.data.S3_BUCKET && !result.data[name])
  if (partial) throw new SettingsError(`${partial} is not set although S3_BUCKET is; see .env.example.`)
  return result.data
}

let known: Settings | undefined

/** The settings of this process, read at first use. */
export function settings(): Settings {
  known ??= readSettings(process.env)
  return known
}

/** At the start of a process: a wrong setting ends it with its sentence. Next itself would go on and fail at every request. */
export function requireSettings(): void {
  try {
    settings()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
