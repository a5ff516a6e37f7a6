import { say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { cataloguePage } from '../catalogue/catalogue.labels'
import { quickOrderPage as words } from './quickOrder.labels'
import { checkList, putIntoCart } from './quickOrder.server'
import { QuickOrder } from './QuickOrder'
import { quickOrderWords } from './quickOrderWords'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage({ module: 'sales', needs: 'orders.create' }, async ({ locale, href }) => (
  <>
    <PageHead
      locale={locale}
      title={say(words.title, locale)}
      sub={say(words.sub, locale)}
      crumbs={[{ label: say(cataloguePage.title, locale), href: href('/catalogue') }]}
    />
    <QuickOrder
      check={checkList.bind(null, locale)}
      put={putIntoCart.bind(null, locale)}
      errorsHref={href('/quick-order/errors')}
      words={quickOrderWords(locale)}
    />
  </>
))
