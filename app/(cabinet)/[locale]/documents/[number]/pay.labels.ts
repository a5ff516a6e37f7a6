import { defineLabels } from '@/src/lib/i18n'

export const payWords = defineLabels({
  title: { ru: 'К оплате', en: 'To pay' },
  qr: { ru: 'QR-код для оплаты счёта', en: 'QR code to pay the invoice' },
  byQr: { ru: 'Оплатить по QR в приложении банка', en: 'Pay by QR in your bank’s application' },
  byQrText: {
    ru: 'Наведите камеру из раздела «Платежи»: реквизиты, сумма и назначение заполнятся сами. На телефоне сохраните снимок экрана и откройте его в приложении банка.',
    en: 'Scan it from the payments section: details, sum and purpose fill themselves in. On a phone, take a screenshot and open it in the bank’s application.',
  },
  details: { ru: 'Реквизиты для платёжки', en: 'Details for a payment order' },
  payee: { ru: 'Получатель', en: 'Payee' },
  inn: { ru: 'ИНН', en: 'INN' },
  kpp: { ru: 'КПП', en: 'KPP' },
  account: { ru: 'Расчётный счёт', en: 'Account' },
  bank: { ru: 'Банк', en: 'Bank' },
  bik: { ru: 'БИК', en: 'BIK' },
  corrAccount: { ru: 'Корр. счёт', en: 'Correspondent account' },
  purpose: { ru: 'Назначение платежа', en: 'Purpose' },
  copy: { ru: 'Скопировать: {what}', en: 'Copy: {what}' },
  copied: { ru: 'Скопировано', en: 'Copied' },
})
