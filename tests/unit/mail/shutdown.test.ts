import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { expect, it, vi } from 'vitest'
import { startMailSink } from '@/src/integrations/mail/sink'
import { testEnvironment } from '@/tests/support/cluster'

it('[SHOP-24] a process that ends lets go of its connections to the mail server', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'letters-'))
  const sink = await startMailSink({ dir })
  for (const [name, value] of Object.entries({
    ...testEnvironment,
    DATABASE_URL: 'postgres://nobody@localhost/none',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
  }))
    vi.stubEnv(name, value)
  // Not at the top: they read the settings that have just been made.
  const { emailFromSettings } = await import('@/src/integrations/mail/fromSettings')
  const { runShutdown } = await import('@/src/lib/shutdown')
  const adapter = emailFromSettings()({ payload: {} as Payload })
  const letter = { to: 'client@example.ru', subject: 'Заказ', text: 'Заказ', html: '<p>Заказ</p>' }
  await expect(adapter.sendEmail(letter)).resolves.toMatchObject({ accepted: ['client@example.ru'] })
  await runShutdown()
  await expect(adapter.sendEmail(letter)).rejects.toThrow()
  await sink.close()
  await rm(dir, { recursive: true, force: true })
})
