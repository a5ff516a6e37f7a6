import { Buffer } from 'node:buffer'
import { OneCError } from './onec-http'

export type RestResult = { externalId?: string; result: string; message?: string; code?: string }

/** The same 1C over REST: one batch in, a result for each item. */
export function createRest({ url, login, password }: { url: string; login: string; password: string }) {
  const authorization = `Basic ${Buffer.from(`${login}:${password}`, 'utf8').toString('base64')}`
  return {
    /** @throws OneCError when the portal refuses the batch or any item of it. */
    async put(entity: string, items: readonly object[]): Promise<RestResult[]> {
      const answer = await fetch(`${url}/api/1c/v1/${entity}`, {
        method: 'PUT',
        headers: { authorization, 'content-type': 'application/json', 'accept-language': 'ru' },
        body: JSON.stringify(items),
      })
      const text = await answer.text()
      if (!answer.ok) throw new OneCError(`${entity}: ${answer.status} ${text.slice(0, 300)}`)
      const results = JSON.parse(text) as RestResult[] // the shape of every batch's answer
      const refused = results.find(({ result }) => result === 'failed' || result === 'parked')
      if (refused) throw new OneCError(`${entity}: ${refused.message ?? refused.code ?? refused.result}`)
      return results
    },
  }
}

/** A PDF of one page with one line of ASCII, small and whole. */
export function smallPdf(line: string): Buffer {
  const stream = `BT /F1 18 Tf 60 780 Td (${line.replace(/[\\()]/g, ' ')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}
