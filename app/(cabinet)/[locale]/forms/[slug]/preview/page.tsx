import { formToPreview } from '@/collections/forms/forms/form.queries'
import { decoded } from '@/src/lib/http/decoded'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { pageTitle } from '../../../../_page/cabinetPage'
import { pageLabels } from '../../../../_page/page.labels'
import { previewPage } from '../../../../_page/previewPage'
import { contextOf } from '@/src/mechanisms/access/context'
import { askedPages } from '../../askedSet'
import { FieldSetForm } from '../../FieldSetForm'
import { begunSet } from '../../formPage'
import { formWords } from '../../forms.labels'
import { tryForm } from './preview.server'

export const generateMetadata = pageTitle(pageLabels.preview)

type Params = { locale: string; slug: string }

/** A form as clients see it, whether it takes answers yet or not; what is sent is checked and not kept. */
export default previewPage<Params>({ module: 'forms', entity: 'forms' }, async ({ context, locale, params }) => {
  const form = await formToPreview(context.req, decoded(params.slug), locale)
  if (!form) return null
  const { set, typed } = await begunSet(await contextOf(context.req), form, { known: {}, draft: {} })
  return {
    back: `/admin/collections/forms/${form.id}`,
    content: (
      <>
        <PageHead locale={locale} title={form.title} />
        <div className="max-w-160">
          <Sheet label={form.title} padded>
            {form.intro ? <p className="mb-5 whitespace-pre-line text-ink-2">{form.intro}</p> : null}
            <FieldSetForm
              action={tryForm.bind(null, locale, form.slug)}
              errors={{}}
              locale={locale}
              pages={askedPages(set, locale)}
              set={set}
              step={null}
              submit={form.submit}
              typed={typed}
              words={formWords(locale)}
            />
          </Sheet>
        </div>
      </>
    ),
  }
})
