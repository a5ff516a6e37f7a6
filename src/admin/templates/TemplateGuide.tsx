import type { UIFieldServerProps } from 'payload'
import { Fragment } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import {
  declaredPrintData,
  isRows,
  type PrintDataDeclaration,
  type PrintField,
} from '@/src/mechanisms/print/templates/definePrintData'
import { addressOfBuiltIn } from '@/src/mechanisms/print/templates/printAddresses'
import { panelLocale } from '../lib/panelLocale'
import { templateGuideLabels as words } from './templates.labels'

/** What may be printed, by which fields, and the portal's own templates to begin with. */
export function TemplateGuide({ i18n }: UIFieldServerProps) {
  const locale = panelLocale(i18n.language)
  const [open, close] = ['{#buyer.kpp}', '{/buyer.kpp}']
  return (
    <section className="kb-sheet kb-papers">
      <header>
        <h2>{say(words.title, locale)}</h2>
      </header>
      <div className="kb-pad">
        <p>{say(words.about, locale)}</p>
        <p className="kb-muted">{say(words.shown, locale, { open, close })}</p>
      </div>
      {declaredPrintData().map((declaration) => (
        <Kind declaration={declaration} key={declaration.kind} locale={locale} />
      ))}
    </section>
  )
}

function Kind({ declaration, locale }: { declaration: PrintDataDeclaration; locale: Locale }) {
  return (
    <details className="kb-pad">
      <summary>
        <b>{say(declaration.label, locale)}</b>
      </summary>
      <p className="kb-bar">
        {declaration.builtIn.map((own) => (
          <a
            className="kb-inline"
            href={addressOfBuiltIn(declaration.kind, own.format, own.locale)}
            key={own.format + own.locale}
          >
            {say(words.own, locale, { format: own.format.toUpperCase() })}
          </a>
        ))}
      </p>
      <table className="kb-table">
        <thead>
          <tr>
            {[words.field, words.what, words.example].map((head) => (
              <th key={head.en} scope="col">
                {say(head, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(declaration.fields).map(([name, field]) =>
            isRows(field) ? (
              <Fragment key={name}>
                <tr>
                  <td>
                    <code>{`{#${name}} … {/${name}}`}</code>
                  </td>
                  <td colSpan={2}>
                    {say(field.label, locale)}: {say(words.rows, locale, { open: `{#${name}}`, close: `{/${name}}` })}
                  </td>
                </tr>
                {Object.entries(field.rows).map(([inner, of]) => (
                  <Row field={of} key={inner} locale={locale} tag={`${name}.${inner}`} />
                ))}
              </Fragment>
            ) : (
              <Row field={field} key={name} locale={locale} tag={name} />
            ),
          )}
        </tbody>
      </table>
    </details>
  )
}

const Row = ({ tag, field, locale }: { tag: string; field: PrintField; locale: Locale }) => (
  <tr>
    <td>
      <code>{`{${tag}}`}</code>
    </td>
    <td>{say(field.label, locale)}</td>
    <td className="kb-muted" lang="ru">
      {field.example}
    </td>
  </tr>
)
