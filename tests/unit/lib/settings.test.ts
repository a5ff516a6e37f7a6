import { describe, expect, it, vi } from 'vitest'
import { loneSetting, readSettings, SettingsError } from '@/src/lib/settings'

const good = { DATABASE_URL: 'postgres://a:b@localhost:5432/k', PAYLOAD_SECRET: 'x'.repeat(32) }

describe('settings', () => {
  it('fills in what may be absent; an empty value counts as absent', () => {
    expect(readSettings({ ...good, PORT: '', DEMO: '1', SMTP_URL: '' })).toMatchObject({
      PORT: 3000,
      DEMO: true,
      TRUST_PROXY: { any: false },
    })
    expect(readSettings({ ...good, SMTP_URL: '' }).SMTP_URL).toBeUndefined()
  })

  it('reads switches and the proxy in each of their spellings', () => {
    expect(['1', 'true', '0', 'false'].map((DEMO) => readSettings({ ...good, DEMO }).DEMO)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(
      ['0', 'false', '1', '10.0.0.0/8', '127.0.0.0'].map(
        (TRUST_PROXY) => readSettings({ ...good, TRUST_PROXY }).TRUST_PROXY.any,
      ),
    ).toEqual([false, false, true, true, true])
    const { isTrusted } = readSettings({ ...good, TRUST_PROXY: '10.0.0.0/8' }).TRUST_PROXY
    expect([isTrusted('10.1.2.3'), isTrusted('11.1.2.3')]).toEqual([true, false])
  })

  it('reads one setting where no portal is configured', () => {
    vi.stubEnv('CHROMIUM_PATH', '/opt/chromium')
    vi.stubEnv('CHROMIUM_DIR', '')
    expect([loneSetting('CHROMIUM_PATH'), loneSetting('CHROMIUM_DIR')]).toEqual(['/opt/chromium', undefined])
    vi.unstubAllEnvs()
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
    expect(() => readSettings(env)).toThrow(
      expect.objectContaining({ name: 'SettingsError', message: expect.stringMatching(/; see \.env\.example\.$/) }),
    )
    expect(() => readSettings(env)).toThrow(sentence)
  })

  it('a build needs no secrets and is not marked by those it could see; a running portal needs them', () => {
    expect(readSettings({ ...good, PORT: 'wrong', NEXT_PHASE: 'phase-production-build' }).PAYLOAD_SECRET).toContain(
      'building',
    )
    expect(readSettings({ NEXT_PHASE: 'phase-production-build' }).PAYLOAD_SECRET).toContain('building')
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow(SettingsError)
  })
})
