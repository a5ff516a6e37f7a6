import { inject, describe, expect, it } from 'vitest'
import { queryOnce } from '@/scripts/lib/database.mjs'
import { pendingMigrations } from '@/scripts/lib/migrations.mjs'
import { createDatabase } from '../../support/database'

describe('what a database has had', () => {
  it('is compared with the code: nothing pending, one pending, and refused when it is of a newer version', async () => {
    const url = await createDatabase(inject('testServer'), `versions_${process.pid}`)
    expect(await pendingMigrations(url)).toEqual([])
    const [last] = await queryOnce(
      url,
      'delete from payload_migrations where name = (select max(name) from payload_migrations) returning name',
    )
    expect(await pendingMigrations(url)).toEqual([last.name])
    await queryOnce(url, `insert into payload_migrations (name, batch) values ('20991231_000000_future', 9)`)
    await expect(pendingMigrations(url)).rejects.toMatchObject({
      name: 'Trouble',
      message: expect.stringMatching(/более новой версии портала[^\n]*future[^\n]*\n.*newer version of the portal/),
    })
  })
})
