import { initI18n } from '@payloadcms/translations'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from 'payload'
import { locales, type Locale } from '@/src/lib/i18n'
import { builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
const said: Array<{ at: string; ru: string; en: string }> = []

/** Names of things that have no Russian. */
const LATIN = /^(CommerceML|SHA-256|1C|HTML|PDF|REST|IP|ID|UUID|URL|INN|[^a-z]*)$/i

beforeAll(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  const speak = await Promise.all(
    locales.map(async (language) => {
      const i18n = await initI18n({ config: payload.config.i18n, context: 'client', language })
      return (label: unknown): string => {
        if (typeof label === 'function') return String(label({ t: i18n.t, i18n }))
        return label && typeof label === 'object'
          ? String((label as Record<Locale, unknown>)[language] ?? '')
          : String(label ?? '')
      }
    }),
  )
  const note = (at: string, label: unknown): void => {
    if (label !== undefined && label !== false)
      said.push({ at, ru: speak[0]?.(label) ?? '', en: speak[1]?.(label) ?? '' })
  }
  type Node = {
    name?: string
    type?: string
    slug?: string
    label?: unknown
    labels?: { singular?: unknown }
    hidden?: boolean
    admin?: { hidden?: unknown; description?: unknown; placeholder?: unknown; position?: string }
    options?: Array<{ value: string; label: unknown } | string>
    fields?: Node[]
    tabs?: Node[]
    blocks?: Node[]
  }
  const walk = (at: string, node: Node): void => {
    // The name of a block is a box without a label; Payload keeps the list of sessions for itself.
    if (
      node.hidden ||
      node.admin?.hidden === true ||
      node.name === 'sessions' ||
      node.name === 'blockName' ||
      node.name === 'id'
    )
      return
    note(at, node.label ?? (node.name && node.type !== 'ui' ? node.name : undefined))
    note(`${at} description`, node.admin?.description)
    note(`${at} placeholder`, node.admin?.placeholder)
    for (const option of node.options ?? [])
      if (typeof option === 'object') note(`${at} option ${option.value}`, option.label)
    for (const inner of [...(node.fields ?? []), ...(node.tabs ?? [])])
      walk(`${at}.${inner.name ?? inner.type ?? ''}`, inner)
    for (const block of node.blocks ?? []) {
      note(`${at} block ${block.slug}`, block.labels?.singular)
      for (const inner of block.fields ?? []) walk(`${at}.${block.slug}.${inner.name ?? inner.type ?? ''}`, inner)
    }
  }
  for (const { slug, labels, admin, fields } of payload.config.collections) {
    if (slug.startsWith('payload-')) continue
    note(slug, labels.singular)
    note(`${slug} many`, labels.plural)
    note(`${slug} group`, admin.group)
    note(`${slug} about`, admin.description)
    for (const field of fields as Node[]) walk(`${slug}.${field.name ?? field.type ?? ''}`, field)
  }
  for (const { slug, label, fields } of payload.config.globals) {
    note(slug, label)
    for (const field of fields as Node[]) walk(`${slug}.${field.name ?? field.type ?? ''}`, field)
  }
})

describe('the words of the panel', () => {
  it('are many: the walk sees labels, descriptions and options of collections, globals and plugins', () => {
    expect(said.length).toBeGreaterThan(500)
  })

  it('are Russian in Russian', () => {
    expect(said.filter(({ ru }) => !/[а-яё]/i.test(ru) && !LATIN.test(ru)).map(({ at, ru }) => `${at}: ${ru}`)).toEqual(
      [],
    )
  })

  it('are English in English', () => {
    expect(said.filter(({ en }) => /[а-яё]/i.test(en) || en.trim() === '').map(({ at, en }) => `${at}: ${en}`)).toEqual(
      [],
    )
  })
})

describe('what Payload says in English alone', () => {
  const refusal = async (language: string) => {
    const admin = await builders(payload).staff({ role: 'admin' })
    const req = await builders(payload).as('staff', admin)
    Object.assign(req.user ?? {}, { locale: language })
    const hook = payload.config.hooks.afterError?.[0]
    const error = Object.assign(new Error('File size limit has been reached'), { status: 413 })
    const wrong = Object.assign(new Error('The following field is invalid: file'), {
      status: 400,
      name: 'ValidationError',
    })
    const answer = (of: Error, data?: object) =>
      hook?.({
        error: of,
        req,
        context: {},
        result: { errors: [{ name: of.name, message: of.message, ...(data ? { data } : {}) }] },
      } as never)
    return [
      await answer(error),
      await answer(wrong, {
        errors: [
          { path: 'file', message: 'File type image/bmp not allowed' },
          { path: 'name', message: 'Заполните это поле' },
        ],
      }),
    ]
  }

  it('is said in Russian to whoever reads it, what is Russian already stays, English is left alone', async () => {
    const [large, wrong] = await refusal('ru')
    expect(large).toMatchObject({ response: { errors: [{ message: 'Слишком большой запрос' }] } })
    expect(wrong).toMatchObject({
      response: {
        errors: [
          {
            message: 'Проверьте заполнение: не все поля понятны',
            data: {
              errors: [
                { path: 'file', message: 'Этот файл не подходит: проверьте его вид и размер' },
                { path: 'name', message: 'Заполните это поле' },
              ],
            },
          },
        ],
      },
    })
    expect(await refusal('en')).toEqual([undefined, undefined])
  })
})
