import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { consoleToLogger } from '@/src/lib/consoleToLogger'
import { withRequestId } from '@/src/lib/logger'
import { makePayloadLogger } from '@/src/lib/payloadLogger'

const SECRETS = ['ivan.petrov@example.ru', 'Петров', '+7 912 345-67-89', 'qwerty-12345']
let lines: string[]

/** An error as pg throws it when a unique index says no. */
const uniqueError = (): Error =>
  Object.assign(new Error('duplicate key value violates unique constraint "users_email_idx"'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'Key (email)=(ivan.petrov@example.ru) already exists.',
    table: 'users',
    constraint: 'users_email_idx',
    where: 'Петров',
    parameters: ['Петров'],
  })
/** As drizzle wraps it. */
const failedQuery = (): Error =>
  Object.assign(
    new Error('Failed query: insert into users (name) values ($1)\nparams: Петров,ivan.petrov@example.ru', {
      cause: uniqueError(),
    }),
    {
      query: 'insert into users (name) values ($1)',
      params: ['Петров', 'ivan.petrov@example.ru'],
    },
  )

const clean = (): void => {
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) for (const secret of SECRETS) expect(line).not.toContain(secret)
}

describe('what others write into the log', () => {
  beforeEach(() => {
    lines = []
    vi.stubEnv('LOG_LEVEL', 'debug')
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text))
      return true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })
  const parsed = (): Array<Record<string, unknown>> => lines.map((line) => JSON.parse(line))

  it('takes each way in which Payload calls its logger', () => {
    const log = makePayloadLogger()
    withRequestId('request-1', () => {
      log.info('plain')
      log.error({ err: new Error('broken'), msg: 'in an object' })
      log.error(new Error('bare'))
      log.error(new Error('with words'), 'happened')
      log.warn('%s of %d', 'one', 2)
      log.fatal({ msg: 'the end' })
      log.child({ plugin: 'seo' }).trace('child')
    })
    expect(parsed().map(({ level, msg, requestId }) => [level, msg, requestId])).toEqual([
      ['info', 'plain', 'request-1'],
      ['error', 'in an object', 'request-1'],
      ['error', undefined, 'request-1'],
      ['error', 'happened', 'request-1'],
      ['warn', 'one of 2', 'request-1'],
      ['error', 'the end', 'request-1'],
      ['debug', 'child', 'request-1'],
    ])
    expect(parsed()[2]).toMatchObject({ err: { message: 'bare' } })
    expect(parsed()[6]).toMatchObject({ plugin: 'seo' })
  })

  it('says nothing that is quieter than its level', () => {
    const log = makePayloadLogger()
    log.level = 'error'
    log.info('quiet')
    log.level = 'silent'
    log.fatal('quieter')
    expect(lines).toEqual([])
    expect([log.isLevelEnabled('fatal'), log.isLevelEnabled('silent')]).toEqual([false, true])
  })

  it.each([
    ['a unique index', uniqueError],
    ['a failed query', failedQuery],
    [
      'a value of a wrong kind',
      () =>
        Object.assign(new Error('invalid input syntax for type uuid: "Петров"'), { severity: 'ERROR', code: '22P02' }),
    ],
    [
      'an error of a hook',
      () => new Error('no letter to ivan.petrov@example.ru, call +7 912 345-67-89', { cause: failedQuery() }),
    ],
    [
      'an error that carries its request',
      () =>
        Object.assign(new Error('no'), {
          req: { user: { name: 'Петров' } },
          data: { password: 'qwerty-12345', fullName: 'Петров', doc: { title: 'Петров' } },
        }),
    ],
  ])('nothing personal of %s', (_name, make) => {
    const log = makePayloadLogger()
    log.error(make())
    log.error({ err: make(), msg: 'it failed' })
    log.info({ msg: String(make().message) })
    log.error(String(make().stack))
    clean()
  })

  it('keeps what is needed to find the fault in the database', () => {
    makePayloadLogger().error(failedQuery())
    expect(parsed()[0]).toMatchObject({
      err: { cause: { code: '23505', table: 'users', constraint: 'users_email_idx' } },
    })
    expect(lines[0]).toContain('insert into users')
  })

  it('console of other packages becomes lines of the log, without colours and persons', () => {
    const target = { debug() {}, log() {}, info() {}, warn() {}, error() {}, trace() {} }
    consoleToLogger(target)
    const print = target as unknown as Console // the doubles take no arguments before they are replaced
    print.error('\u001b[31m\u001b[1m⨯\u001b[22m\u001b[39m', failedQuery(), { digest: '1', user: { name: 'Петров' } })
    print.warn('letter to ivan.petrov@example.ru')
    print.log()
    expect(parsed().map(({ level, msg }) => [level, msg])).toEqual([
      ['error', '⨯'],
      ['warn', 'letter to [hidden]'],
      ['info', undefined],
    ])
    clean()
  })

  it('takes a call of the console apart: words on one line, the first error, the rest as data', () => {
    const target = { debug() {}, log() {}, info() {}, warn() {}, error() {}, trace() {} }
    consoleToLogger(target)
    const print = target as unknown as Console // the doubles take no arguments before they are replaced
    print.error(' a', 1, true, 'b ')
    print.error('x', new Error('one'), null, { k: 1 }, Symbol('s'), () => 1)
    print.error({ k: 1 })
    expect(parsed().map(({ msg, err, data }) => [msg, err && (err as { message: string }).message, data])).toEqual([
      ['a 1 true b', undefined, undefined],
      ['x', 'one', [null, { k: 1 }, null, null]],
      [undefined, undefined, [{ k: 1 }]],
    ])
  })

  it.each([
    ['no word of it being public', { isOperational: true, status: 403 }],
    ['no word of it being meant', { isPublic: true, status: 403 }],
    ['no status', { isPublic: true, isOperational: true }],
    ['a status of words', { isPublic: true, isOperational: true, status: '403' }],
  ])('an error with %s is a failure', (_what, fields) => {
    makePayloadLogger({ room: 'a' }).error(Object.assign(new Error('x'), fields))
    makePayloadLogger().error(null, 'words')
    expect(parsed().map(({ level, msg, room }) => [level, msg, room])).toEqual([
      ['error', undefined, 'a'],
      ['error', 'words', undefined],
    ])
    expect([makePayloadLogger({ room: 'a' }).bindings(), makePayloadLogger().level]).toEqual([{ room: 'a' }, 'trace'])
  })

  it('an answer that a person was meant to get is one quiet line', () => {
    makePayloadLogger().error({
      err: Object.assign(new Error('no right'), { isPublic: true, isOperational: true, status: 403 }),
      msg: 'refused',
    })
    makePayloadLogger().error({
      err: Object.assign(new Error('broken'), { isPublic: true, isOperational: true, status: 500 }),
    })
    expect(parsed().map(({ level, status }) => [level, status])).toEqual([
      ['info', 403],
      ['error', undefined],
    ])
  })
})
