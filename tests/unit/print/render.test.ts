import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '@/src/lib/html'
import { createGate } from '@/src/mechanisms/print/gate'
import { pageFooter, sheet, table } from '@/src/mechanisms/print/layout'
import { closePrinter, htmlToPdf } from '@/src/mechanisms/print/render'
import { withBrowser } from '@/src/mechanisms/print/browser'
import { hostileTags, startCanary, type Canary } from './canary'
import { pageCount, textOf } from './pdf'

/** milliseconds: no measure of speed, only the end of a browser that hangs */
const HANGS = 600_000

afterAll(closePrinter)

describe('a PDF', () => {
  it('holds the words, in the portal’s face, with repeated heads and numbered pages', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({ name: `Саморез ${i + 1}` }))
    const body = table([{ title: 'Наименование', cell: (row: { name: string }) => row.name }], rows)
    const pdf = await htmlToPdf(sheet({ locale: 'ru', title: 'Заказ № 5', body }), {
      footer: pageFooter('ru', 'заказ'),
    })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const pages = pageCount(pdf)
    expect(pages).toBeGreaterThan(2)
    const text = textOf(pdf)
    expect(text).toContain('Заказ № 5')
    expect(text).toContain('Саморез 120')
    expect(text.split('Наименование').length - 1).toBe(pages)
    expect(text).toContain(`стр. ${pages} из ${pages}`)
  })

  it('turns the page', async () => {
    const landscape = (await htmlToPdf('<p>x', { landscape: true })).toString('latin1')
    expect(landscape).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[56]/)
  })

  it('escapes what it is given', async () => {
    const pdf = await htmlToPdf(sheet({ locale: 'ru', title: '<h2>Т</h2>', body: html`<p>${'<b>жирно</b>'}</p>` }))
    expect(textOf(pdf)).toContain('<b>жирно</b>')
  })
})

describe('a closed browser', () => {
  let canary: Canary
  beforeAll(async () => {
    canary = await startCanary()
  })
  afterAll(() => canary.close())

  it('the canary itself can be reached', async () => {
    await fetch(`${canary.http}/alive`)
    expect(canary.hits).toContain('GET /alive')
    canary.hits.length = 0
  })

  it(
    'no hostile tag reaches the network',
    async () => {
      const tags = hostileTags(canary.http)
      expect(tags.length).toBeGreaterThanOrEqual(50)
      await Promise.all(tags.map((tag) => everywhere(tag)))
      // The path of a hit names its tag.
      expect(canary.hits).toEqual([])
    },
    HANGS,
  )

  it(
    'no hostile tag reaches a file',
    async () => {
      const tags = hostileTags(canary.file).map((tag) => tag.replaceAll(/(secret\.html)\/[\w.]+/g, '$1'))
      const texts = await Promise.all(tags.map(async (tag) => ({ tag, text: await everywhere(tag) })))
      expect(texts.filter(({ text }) => text.includes(canary.secret))).toEqual([])
    },
    HANGS,
  )

  it('runs no script', async () => {
    const pdf = await htmlToPdf(
      '<p id=a>still</p><script>document.getElementById("a").textContent="changed"</script><noscript>quiet</noscript>',
    )
    expect(textOf(pdf)).toContain('still')
    expect(textOf(pdf)).not.toContain('changed')
  })

  it('shows pictures that the page carries inside', async () => {
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const pdf = await htmlToPdf(`<img width=50 height=50 src="data:image/png;base64,${dot}">`)
    expect(pdf.toString('latin1')).toMatch(/\/Subtype\s*\/Image/)
  })
})

describe('when it goes wrong', () => {
  it('ends a page that takes too long and goes on with the next', async () => {
    const heavy = `<style>${'div{'.repeat(30)}</style>${'<table><tr><td>'.repeat(2_000)}${'<p>x</p>'.repeat(300_000)}`
    await expect(htmlToPdf(heavy, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'print.timeout', status: 504 })
    expect(textOf(await htmlToPdf('<p>next</p>'))).toContain('next')
  }, 30_000)

  it('can be called off', async () => {
    const stop = new AbortController()
    const work = htmlToPdf('<p>x</p>'.repeat(200_000), { signal: stop.signal })
    stop.abort()
    await expect(work).rejects.toMatchObject({ code: 'print.aborted' })
    await expect(htmlToPdf('<p>x', { signal: stop.signal })).rejects.toMatchObject({ code: 'print.aborted' })
  })

  it('refuses a page beyond the cap', async () => {
    await expect(htmlToPdf('x'.repeat(21 * 1024 * 1024))).rejects.toMatchObject({ code: 'print.tooLarge', status: 413 })
  })

  it('starts a new browser after a crash, also under a page', async () => {
    await htmlToPdf('<p>warm</p>')
    const kill = withBrowser(async (browser) => browser.process()?.kill('SIGKILL'))
    const pdf = await htmlToPdf('<p>after</p>')
    await kill
    expect(textOf(pdf)).toContain('after')
    expect(textOf(await htmlToPdf('<p>again</p>'))).toContain('again')
  })

  it('serves many at once', async () => {
    const pdfs = await Promise.all(Array.from({ length: 8 }, (_, i) => htmlToPdf(`<p>page ${i}</p>`)))
    pdfs.forEach((pdf, i) => expect(textOf(pdf)).toContain(`page ${i}`))
  })
})

describe('the gate', () => {
  it('lets so many in at once and loses none', async () => {
    const gate = createGate(2)
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, (inside += 1))
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
    }
    await Promise.all([
      ...Array.from({ length: 20 }, () => gate.run(work)),
      gate.run(() => Promise.reject(new Error('x'))).catch(() => undefined),
    ])
    expect(most).toBe(2)
    expect(inside).toBe(0)
  })

  it('lets one leave the line', async () => {
    const gate = createGate(1)
    let finish: () => void = () => undefined
    const first = gate.run(() => new Promise<void>((resolve) => (finish = resolve)))
    const stop = new AbortController()
    const second = gate.run(() => Promise.resolve('never'), { signal: stop.signal })
    const third = gate.run(() => Promise.resolve('third'))
    stop.abort()
    await expect(second).rejects.toMatchObject({ code: 'print.aborted' })
    finish()
    await first
    expect(await third).toBe('third')
  })

  it('is fair: one who asks for thirty does not make the next one wait for them', async () => {
    const gate = createGate(2, { each: 1 })
    const done: string[] = []
    const work = (owner: string) =>
      gate.run(
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 5))
          done.push(owner)
        },
        { owner },
      )
    const greedy = Array.from({ length: 30 }, () => work('greedy'))
    const others = ['one', 'two', 'one'].map(work)
    await Promise.all(others)
    expect(done.filter((owner) => owner === 'greedy').length).toBeLessThan(6)
    await Promise.all(greedy)
    expect(done).toHaveLength(33)
  })

  it('serves owners by turns, holds each to his share, and lets no line grow without end', async () => {
    const gate = createGate(3, { each: 2, waiting: 3 })
    let most = 0
    const inside = new Map<string, number>()
    const order: string[] = []
    const work = (owner: string) =>
      gate.run(
        async () => {
          inside.set(owner, (inside.get(owner) ?? 0) + 1)
          most = Math.max(most, inside.get(owner) ?? 0)
          await new Promise((resolve) => setImmediate(resolve))
          inside.set(owner, (inside.get(owner) ?? 0) - 1)
          order.push(owner)
        },
        { owner },
      )
    const all = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c'].map(work)
    await expect(work('a')).rejects.toMatchObject({ code: 'rate.limited', status: 429 })
    await Promise.all(all)
    expect(most).toBe(2)
    expect(order.slice(0, 6)).toContain('c')
    // Whoever was refused or served leaves nothing behind.
    await work('a')
    expect(order).toHaveLength(9)
  })
})

/** The words of a document that holds `tag` in its body and both margins; the body alone where Chromium refuses to print such a margin. */
async function everywhere(tag: string): Promise<string> {
  const page = `<!doctype html><p>before</p>${tag}`
  const pdf = await htmlToPdf(page, { header: tag, footer: tag }).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'print.failed' })
    return htmlToPdf(page)
  })
  return textOf(pdf)
}
