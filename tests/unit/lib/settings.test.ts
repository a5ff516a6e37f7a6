import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '@/src/lib/settings'

const good = { DATABASE_URL: 'postgres://a:b@localhost:5432/k', PAYLOAD_SECRET: 'x'.repeat(32) }

describe('settings', () => {
  it('fills in what may be absent; an empty value counts as absent', () => {
    expect(readSettings({ ...good, PORT: '', DEMO: '1', SMTP_URL: '' })).toMatchObject({ PORT: 3000, DEMO: true, TRUST_PROXY: { any: false } })
    expect(readSettings({ ...good, SMTP_URL: '' }).SMTP_URL).toBeUndefined()
  })

  it.each([
    [{ ...good, DATABASE_URL: undefined }, /^DATABASE_URL is not set/],
    [{ ...good, DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must look like postgres:/],
    [{ ...good, PAYLOAD_SECRET: 'short' }, /^PAYLOAD_SECRET needs at least 32/],
    [{ ...good, PORT: '99999' }, /^PORT /],
    [{ ...good, PORT: 'web' }, /^PORT is a number/],
    [{ ...good, PUBLIC_URL: 'portal.example.ru' }, /^PUBLIC_URL must look like/],
    [{ ...good, PUBLIC_URL: 'https://portal.example.ru/' }, /^PUBLIC_URL /],
    [{ ...good, DEMO: 'yes' }, /^DEMO is 1 or 0/],
    [{ ...good, TRUST_PROXY: 'nginx' }, /^TRUST_PROXY is 1, 0 or addresses/],
    [{ ...good, LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
    [{ ...good, S3_BUCKET: 'files', S3_KEY: 'k' }, /^S3_SECRET is not set although S3_BUCKET is/],
  ])('%#: one sentence names the variable', (env, sentence) => {
    expect(() => readSettings(env)).toThrow(SettingsError)
    expect(() => readSettings(env)).toThrow(sentence)
  })

  it('a build needs no secrets and is not marked by those it could see; a running portal needs them', () => {
    expect(readSettings({ ...good, PORT: 'wrong', NEXT_PHASE: 'phase-production-build' }).PAYLOAD_SECRET).toContain('building')
    expect(readSettings({ NEXT_PHASE: 'phase-production-build' }).PAYLOAD_SECRET).toContain('building')
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow(SettingsError)
  })
})
