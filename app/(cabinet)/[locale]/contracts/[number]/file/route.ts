import { contractsAt } from '@/collections/contracts/contracts/contract.queries'
import { decoded } from '@/src/lib/http/decoded'
import { linkFor } from '@/src/lib/http/linkFor'
import { say } from '@/src/lib/i18n'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { atItsAddress } from '../../../../_page/atItsAddress'
import { cabinetRoute, notThere } from '../../../../_page/cabinetRoute'
import { privateFile } from '../../../../_page/privateFile'
import { contractsPage as words } from '@/collections/contracts/contracts/contract.page.labels'

/** The text of a contract: shown in the page, or saved with `?save=1`. Who may read the contract may read its file. */
export const GET = cabinetRoute<{ locale: string; number: string }>(
  { module: 'contracts', needs: 'contracts.read' },
  async ({ context, locale, params, search, request, session }) => {
    const part = decoded(params.number)
    const found = await contractsAt({ ...context, company: null }, part)
    if (found.length === 0) return notThere()
    const contract = atItsAddress(found, {
      part,
      at: (named) => linkFor({ locale }, `${pageOf('contracts', named)}/file${search.size > 0 ? `?${search}` : ''}`),
      list: linkFor({ locale }, '/contracts'),
    })
    if (!contract.file) return notThere()
    const { fileName, mime } = contract.file
    const ending = fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.')) : ''
    const name = `${say(words.contract, locale, { number: contract.number })}${ending}`
    return privateFile(session.req, { filename: fileName, name, mime: mime ?? 'application/octet-stream' }, request, {
      save: search.get('save') === '1',
    })
  },
)
