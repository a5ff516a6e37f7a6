import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { answerMalformed, noteFailure } from '@/src/lib/http/malformedCalls'

const named = (name: string, message = 'x', fields: object = {}): Error =>
  Object.assign(new Error(message), { name }, fields)
const action = { path: '/ru/orders', method: 'POST', headers: { 'x-request-id': 'one' } }
let count = 0

/** The status of the answer to a call of a page that ended so. */
function answered(
  error: unknown,
  call: { method?: string; headers?: Record<string, string | string[]> } = {},
  routeType = 'action',
  given = 500,
): number {
  const id = `request-${(count += 1)}`
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  answerMalformed(response, id)
  noteFailure(
    error,
    { path: '/ru/orders', method: 'POST', ...call, headers: { 'x-request-id': id, ...call.headers } },
    routeType,
  )
  response.writeHead(given, { 'x-kept': 'yes' })
  const { statusCode } = response
  expect(response.getHeader('x-kept') ?? 'yes').toBe('yes')
  response.emit('close')
  return statusCode
}

describe('a server action that is called as it cannot be', () => {
  it.each([
    'TypeError',
    'SyntaxError',
    'RangeError',
    'URIError',
    'ZodError',
    'MulterError',
    'InvalidCharacterError',
    'OperationError',
  ])('%s: an argument of another shape', (name) => expect(answered(named(name))).toBe(400))

  it.each([
    'Unexpected end of form',
    'Invalid forward reference',
    'Failed to parse body as FormData',
    'Multipart: Boundary not found',
    'Connection closed.',
    'Unknown server function',
    'Could not find the module',
    'invalid time value',
    'Invalid action',
    'Unauthorized',
    'not-found',
  ])('“%s”: a body that cannot be read', (message) => expect(answered(named('Error', message))).toBe(400))

  it.each(['x', 'unauthorized to read', 'found', 'page not-found', 'invalid password'])(
    '“%s” is a failure of the portal',
    (message) => expect(answered(named('Error', message))).toBe(500),
  )

  it('is told by a value that the database refuses, and by an error’s own status below 500', () => {
    expect(
      answered(
        Object.assign(
          new Error('x', { cause: named('error', 'invalid input syntax for type uuid: "y"', { code: '22P02' }) }),
          { params: ['y'] },
        ),
      ),
    ).toBe(400)
    expect(answered(named('Error', 'x', { status: 413 }))).toBe(413)
    expect(answered(named('Error', 'x', { statusCode: 404 }))).toBe(404)
    expect(answered(named('Error', 'x', { status: 503, statusCode: 404 }))).toBe(500)
    expect(answered(named('Error', 'x', { status: '404' }))).toBe(500)
    expect(answered(named('Error', 'x', { statusCode: 500 }))).toBe(500)
    expect(answered(named('TypeError', 'x', { status: 500 }))).toBe(400)
  })

  it('may also be a form sent to a page', () => {
    const form = { headers: { 'content-type': 'multipart/form-data; boundary=x' } }
    expect(answered(named('TypeError'), form, 'render')).toBe(400)
    expect(answered(named('TypeError'), { ...form, method: 'GET' }, 'render')).toBe(500)
    expect(answered(named('TypeError'), { headers: { 'content-type': 'text/plain; multipart/' } }, 'render')).toBe(500)
    expect(answered(named('TypeError'), {}, 'render')).toBe(500)
    expect(answered(named('TypeError'), { method: 'GET' })).toBe(400)
  })

  it('leaves every other answer alone', () => {
    expect(answered(named('TypeError'), {}, 'action', 200)).toBe(200)
    expect(answered('TypeError')).toBe(500)
    expect(answered(named('TypeError'), { headers: { 'x-request-id': '' } })).toBe(500)
    expect(answered(named('TypeError'), { headers: { 'x-request-id': 'of another' } })).toBe(500)
  })

  it('is forgotten once it is answered, and so are the many that nobody asks for', () => {
    const status = (id: string): number => {
      const response = new ServerResponse(new IncomingMessage(new Socket()))
      answerMalformed(response, id)
      response.writeHead(500)
      response.emit('close')
      return response.statusCode
    }
    noteFailure(named('TypeError'), action, 'action')
    expect([status('one'), status('one')]).toEqual([400, 500])
    noteFailure(
      named('TypeError'),
      { path: '/ru/orders', method: 'POST', headers: { 'x-request-id': ['listed', 'other'] } },
      'action',
    )
    expect(status('listed')).toBe(400)
    for (let n = 0; n < 1_500; n += 1)
      noteFailure(
        named('TypeError'),
        { path: '/ru/orders', method: 'POST', headers: { 'x-request-id': `many-${n}` } },
        'action',
      )
    expect(['many-0', 'many-1498', 'many-1499'].map(status)).toEqual([500, 400, 400])
  })
})
