import { productBySlug } from '@/collections/catalogue/products/product.queries'
import { decoded } from '@/src/lib/http/decoded'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { pageTitle } from '../../../../_page/cabinetPage'
import { pageLabels } from '../../../../_page/page.labels'
import { previewPage } from '../../../../_page/previewPage'
import { ProductView } from '../../ProductView'

export const generateMetadata = pageTitle(pageLabels.preview)

type Params = { locale: string; slug: string }

/** A product as clients see it, at the prices of the site, hidden ones too. */
export default previewPage<Params>(
  { module: 'catalogue', entity: 'products' },
  async ({ context, locale, params, search, href }) => {
    const product = await productBySlug(context, decoded(params.slug))
    if (!product) return null
    const preview = (path: string): string => (path.startsWith('/products/') ? `${href(path)}/preview` : href(path))
    return {
      back: `/admin/collections/products/${product.id}`,
      content: (
        <ProductView
          href={preview}
          inCart={new Map()}
          links={false}
          locale={locale}
          ofCompany={false}
          path={preview(pageOf('products', product))}
          product={product}
          search={search}
        />
      ),
    }
  },
)
