import type { AdminViewServerProps } from 'payload'
import { groupChoices } from '@/collections/catalogue/groups/groupChoices'
import { groupRows, type GroupRow } from '@/collections/catalogue/groups/group.tree.queries'
import { growTree, type Grown } from '@/collections/catalogue/groups/group.tree.rules'
import { groupsWorkplace } from '@/collections/catalogue/groups/group.workplace'
import { say, type Locale } from '@/src/lib/i18n'
import { originOf, overridesOf } from '@/src/mechanisms/fields/overrides'
import { adminLabels } from '../admin.labels'
import { HeadActs } from '../lib/HeadActs'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { PanelForm } from '../lib/PanelForm'
import { TextBox } from '../lib/TextBox'
import { viewContext } from '../lib/view'
import { SectionTree } from './SectionTree'
import { sectionsLabels as words } from './sections.labels'
import type { SectionNode, TreeWords } from './sectionNode'

const keys = Object.keys(words) as (keyof typeof words)[] // exactly those of the labels

/** [SHOP-01] Sections of the catalogue as a tree: what lies where, in which order, and what of it is 1C's. */
export async function SectionsWorkplace(props: AdminViewServerProps) {
  const context = await viewContext(props, groupsWorkplace)
  if (!context) return <Denied view={props} />
  const { locale } = context
  const rows = await groupRows({ ...context, company: null })
  const said = { ...Object.fromEntries(keys.map((key) => [key, words[key][locale]])), ...common(locale) } as TreeWords
  return (
    <Frame view={props}>
      <div className="kb-head">
        <h1>{say(groupsWorkplace.label, locale)}</h1>
        <span className="kb-muted kb-small">{say(words.count, locale, { count: rows.length })}</span>
        <HeadActs>
          <PanelForm
            action="groups.add"
            words={{ open: said.add, send: said.send, sent: said.sent, back: said.back, failed: said.failed }}
          >
            <TextBox label={said.name} name="name" required />
          </PanelForm>
        </HeadActs>
      </div>
      <section className="kb-sheet">
        {rows.length === 0 ? (
          <p className="kb-empty">{say(words.empty, locale)}</p>
        ) : (
          <SectionTree
            choices={groupChoices(rows)}
            locale={locale}
            nodes={growTree(rows).map((node) => nodeOf(node, locale))}
            words={said}
          />
        )}
      </section>
    </Frame>
  )
}

const common = (locale: Locale): Pick<TreeWords, 'back' | 'failed'> => ({
  back: say(adminLabels.back, locale),
  failed: say(adminLabels.failed, locale),
})

const nodeOf = (node: Grown<GroupRow>, locale: Locale): SectionNode => ({
  id: node.id,
  name: node.name,
  parent: node.parent,
  shown: node.shown,
  goods:
    node.allShown === node.allGoods
      ? say(words.allGoods, locale, { all: node.allGoods })
      : say(words.goods, locale, { shown: node.allShown, all: node.allGoods }),
  origin: originOf(node, 'name'),
  taken: Object.keys(overridesOf(node)),
  children: node.children.map((child) => nodeOf(child, locale)),
})
