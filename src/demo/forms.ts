import type { PayloadRequest, RequiredDataFromCollectionSlug } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { supplier } from './site'

const topics = [
  { value: 'goods', label: 'Товары и цены', labelEn: 'Goods and prices' },
  { value: 'delivery', label: 'Доставка', labelEn: 'Delivery' },
  { value: 'papers', label: 'Документы и оплата', labelEn: 'Documents and payment' },
  { value: 'portal', label: 'Работа кабинета', labelEn: 'The cabinet itself' },
]

/** What everybody who asks has ticked. */
const consent = ['consent', 'Согласен на обработку указанных данных, чтобы получить ответ', 'true'] as const

/** A rich text of plain paragraphs, as the editor keeps it. */
const rich = (...paragraphs: string[]) => ({
  root: {
    type: 'root',
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    version: 1,
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      direction: 'ltr' as const,
      format: '' as const,
      indent: 0,
      version: 1,
      textFormat: 0,
      children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
    })),
  },
})

/** «Анкета контрагента»: two pages, fields on conditions, a table with its sum, papers. */
const questionnaire: RequiredDataFromCollectionSlug<'forms'> = {
  title: 'Анкета контрагента',
  titleEn: 'Questionnaire of a counterparty',
  slug: 'counterparty',
  active: true,
  open: false,
  order: 3,
  intro: 'Заполните анкету, чтобы мы подготовили договор. Прервать можно на любой странице: введённое сохранится.',
  introEn: 'Fill it in, and we prepare a contract. You may stop on any page: what is typed is kept.',
  fields: [
    { blockType: 'page', label: 'Реквизиты', labelEn: 'Requisites' },
    {
      blockType: 'radio',
      label: 'Кто заключает договор',
      labelEn: 'Who signs the contract',
      required: true,
      options: [
        { label: 'Юридическое лицо', labelEn: 'A company' },
        { label: 'Индивидуальный предприниматель', labelEn: 'A sole trader' },
      ],
    },
    { blockType: 'text', label: 'Полное наименование', labelEn: 'Full name', required: true },
    { blockType: 'inn', label: 'ИНН', labelEn: 'INN', required: true },
    {
      blockType: 'kpp',
      label: 'КПП',
      labelEn: 'KPP',
      required: true,
      whenField: 'Кто заключает договор',
      whenIs: 'equals',
      whenValue: 'Юридическое лицо',
    },
    { blockType: 'ogrn', label: 'ОГРН или ОГРНИП', labelEn: 'OGRN', required: true },
    { blockType: 'bank', label: 'Счёт для расчётов', labelEn: 'Account', required: true },
    { blockType: 'text', label: 'Контактное лицо', labelEn: 'Contact person', required: true },
    { blockType: 'phone', label: 'Телефон', labelEn: 'Phone', required: true },
    { blockType: 'email', label: 'Почта', labelEn: 'E-mail', required: true },
    { blockType: 'page', label: 'Условия и документы', labelEn: 'Terms and papers' },
    { blockType: 'record', label: 'Действующий договор', labelEn: 'Present contract', source: 'contracts' },
    { blockType: 'period', label: 'Желаемый срок нового договора', labelEn: 'Wanted term of the new contract' },
    {
      blockType: 'rows',
      label: 'Что планируете закупать',
      labelEn: 'What you plan to buy',
      required: true,
      minRows: 1,
      maxRows: 20,
      columns: [
        { label: 'Группа товаров', labelEn: 'Goods', kind: 'text', required: true },
        { label: 'Количество', labelEn: 'Quantity', kind: 'number' },
        { label: 'Сумма в месяц', labelEn: 'Sum a month', kind: 'money', required: true, summed: true },
      ],
    },
    {
      blockType: 'computed',
      label: 'Закупки в месяц',
      labelEn: 'Purchases a month',
      by: 'columnSum',
      of: 'Что планируете закупать / Сумма в месяц',
      currency: 'RUB',
    },
    { blockType: 'checkbox', label: 'Нужна отсрочка платежа', labelEn: 'We ask for deferred payment' },
    {
      blockType: 'number',
      label: 'На сколько дней',
      labelEn: 'For how many days',
      required: true,
      whenField: 'Нужна отсрочка платежа',
      whenIs: 'equals',
      whenValue: 'да',
    },
    {
      blockType: 'files',
      label: 'Документы',
      labelEn: 'Papers',
      papers: [
        { label: 'Карточка предприятия', labelEn: 'Company card', required: true },
        { label: 'Доверенность', labelEn: 'Power of attorney' },
      ],
    },
    {
      blockType: 'checkbox',
      label: 'Данные верны, согласен на их проверку',
      labelEn: 'The data are right, and may be checked',
      required: true,
    },
  ],
  submitButtonLabel: 'Отправить анкету',
  submitEn: 'Send the questionnaire',
  confirmationEn: 'Thank you. Your manager prepares the contract and comes back to you.',
  confirmationType: 'message',
  confirmationMessage: rich('Спасибо, анкета у нас.', 'Менеджер подготовит договор и свяжется с вами.'),
}

/** «Обратная связь», open to everybody, and one for clients; with what two people have sent already. */
export async function seedForms(
  req: PayloadRequest,
  { users, companies }: { users: { client: { id: string } }; companies: { stroygrad: { id: string } } },
): Promise<void> {
  const create = async (data: RequiredDataFromCollectionSlug<'forms'>): Promise<string> =>
    (await req.payload.create({ collection: 'forms', data, depth: 0, overrideAccess: true, req })).id
  const feedback = await create({
    title: 'Вопрос компании',
    titleEn: 'A question to the company',
    slug: 'feedback',
    active: true,
    open: true,
    order: 1,
    intro: 'Спросите о товаре, доставке или документах. Отвечаем в рабочие дни с 9 до 18.',
    introEn: 'Ask about goods, delivery or documents. We answer on working days from 9 to 18.',
    fields: [
      { blockType: 'text', name: 'name', label: 'Как к вам обращаться', labelEn: 'How to address you', required: true },
      {
        blockType: 'email',
        name: 'email',
        label: 'Почта для ответа',
        labelEn: 'E-mail for the answer',
        required: true,
      },
      {
        blockType: 'select',
        name: 'topic',
        label: 'О чём вопрос',
        labelEn: 'What it is about',
        required: true,
        options: topics,
      },
      { blockType: 'textarea', name: 'question', label: 'Вопрос', labelEn: 'Question', required: true },
      {
        blockType: 'checkbox',
        name: 'consent',
        label: 'Согласен на обработку указанных данных, чтобы получить ответ',
        labelEn: 'I agree that these data are processed so that I get an answer',
        required: true,
      },
    ],
    submitButtonLabel: 'Отправить вопрос',
    submitEn: 'Send the question',
    confirmationEn: 'Thank you, we have your question. The answer comes to the e-mail given within a working day.',
    confirmationType: 'message',
    confirmationMessage: rich('Спасибо, вопрос у нас.', 'Ответ придёт на указанную почту в течение рабочего дня.'),
    emails: [
      { emailTo: supplier.email, replyTo: '{{email}}', subject: 'Вопрос с портала', message: '{{*}}' },
      {
        emailTo: '{{email}}',
        subject: 'Мы получили ваш вопрос',
        message: '{{name}}, здравствуйте.\nМы получили ваш вопрос и ответим в течение рабочего дня:\n{{question}}',
      },
    ],
  })
  await create({
    title: 'Оценка работы менеджера',
    titleEn: 'How your manager works',
    slug: 'manager',
    active: true,
    open: false,
    order: 2,
    intro: 'Два вопроса о том, как с вами работают. Ответы видит руководитель отдела.',
    introEn: 'Two questions about how you are worked with. The head of the department sees the answers.',
    fields: [
      {
        blockType: 'radio',
        name: 'mark',
        label: 'Довольны ли вы работой менеджера',
        labelEn: 'Are you content with your manager',
        required: true,
        options: [
          { value: 'yes', label: 'Да', labelEn: 'Yes' },
          { value: 'partly', label: 'Отчасти', labelEn: 'Partly' },
          { value: 'no', label: 'Нет', labelEn: 'No' },
        ],
      },
      { blockType: 'textarea', name: 'comment', label: 'Что улучшить', labelEn: 'What to improve' },
    ],
    submitButtonLabel: 'Отправить',
    submitEn: 'Send',
    confirmationEn: 'Thank you, this helps us to work better.',
    confirmationType: 'message',
    confirmationMessage: rich('Спасибо, это поможет нам работать лучше.'),
  })
  await create(questionnaire)
  await answer(
    req,
    { title: 'Вопрос компании', formId: feedback, userId: users.client.id, companyId: companies.stroygrad.id },
    [
      ['name', 'Как к вам обращаться', 'Ирина'],
      ['email', 'Почта для ответа', 'client@demo.kabinet'],
      ['topic', 'О чём вопрос', 'papers'],
      ['question', 'Вопрос', 'Можно ли получать УПД сразу после отгрузки?'],
      consent,
    ],
  )
  await answer(req, { title: 'Вопрос компании', formId: feedback, userId: null, companyId: null }, [
    ['name', 'Как к вам обращаться', 'Олег Нестеров'],
    ['email', 'Почта для ответа', 'nesterov@demo.kabinet'],
    ['topic', 'О чём вопрос', 'goods'],
    ['question', 'Вопрос', 'Работаете ли вы с покупателями из Тулы?'],
    consent,
  ])
}

async function answer(
  req: PayloadRequest,
  row: Record<string, string | null>,
  given: ReadonlyArray<readonly [string, string, string]>,
): Promise<void> {
  const id = await insertRow(req, 'form_submissions', row)
  for (const [order, [field, label, value]] of given.entries()) {
    await query(
      req,
      sql`insert into form_submissions_submission_data (_order, _parent_id, id, field, label, value) values (${order + 1}, ${id}, gen_random_uuid(), ${field}, ${label}, ${value})`,
    )
  }
}
