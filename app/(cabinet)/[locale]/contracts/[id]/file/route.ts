import { contractById } from '@/collections/contracts/contracts/contract.queries'
import { say } from '@/src/lib/i18n'
import { cabinetRoute, notThere } from '../../../../_page/cabinetRoute'
import { privateFile } from '../../../../_page/privateFile'
import { contractsPage as words } from '../../contracts.labels'

/** The text of a contract: shown in the page, or saved with `?save=1`. Who may read the contract may read its file. */
export const GET = cabinetRoute<{ locale: string; id: string }>({ module: 'contracts', needs: 'contracts.read' }, async ({ context, locale, params, search, request, session }) => {
  const contract = await contractById({ ...context, company: null }, params.id)
  if (!contract?.file) return notThere()
  const { fileName, mime } = contract.file
  const ending = fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.')) : ''
  const name = `${say(words.contract, locale, { number: contract.number })}${ending}`
  return privateFile(session.req, { filename: fileName, name, mime: mime ?? 'application/octet-stream' }, request, { save: search.get('save') === '1' })
})
