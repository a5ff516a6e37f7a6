import { formToPreview } from '@/collections/forms/forms/form.queries'
import { decoded } from '@/src/lib/http/decoded'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { pageTitle } from '../../../../_page/cabinetPage'
import { pageLabels } from '../../../../_page/page.labels'
import { previewPage } from '../../../../_page/previewPage'
import { Questions } from '../../Questions'
import { tryForm } from './preview.server'

export const generateMetadata = pageTitle(pageLabels.preview)

type Params = { locale: string; slug: string }

/** A form as clients see it, whether it takes answers yet or not; what is sent is checked and not kept. */
export default previewPage<Params>({ module: 'forms', entity: 'forms' }, async ({ context, locale, params }) => {
  const form = await formToPreview(context.req, decoded(params.slug), locale)
  if (!form) return null
  return {
    back: `/admin/collections/forms/${form.id}`,
    content: (
      <>
        <PageHead locale={locale} title={form.title} />
        <div className="max-w-160">
          <Sheet label={form.title} padded>
            {form.intro ? <p className="mb-5 whitespace-pre-line text-ink-2">{form.intro}</p> : null}
            <Questions
              action={tryForm.bind(null, locale, form.slug)}
              draft={undefined}
              form={form}
              known={{}}
              locale={locale}
            />
          </Sheet>
        </div>
      </>
    ),
  }
})
