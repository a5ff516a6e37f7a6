import { say, type Locale } from '@/src/lib/i18n'
import { AuthLayout } from '@/src/ui/auth/AuthLayout'
import { Button } from '@/src/ui/base/Button'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Checkbox } from '@/src/ui/form/Checkbox'
import { FileInput } from '@/src/ui/form/FileInput'
import type { FormState } from '@/src/ui/form/formState'
import { PasswordInput } from '@/src/ui/form/PasswordInput'
import { RadioCards } from '@/src/ui/form/RadioCards'
import { Select } from '@/src/ui/form/Select'
import { InnInput, PhoneInput, SumInput } from '@/src/ui/form/SpecialInputs'
import { Textarea } from '@/src/ui/form/Textarea'
import { TextInput } from '@/src/ui/form/TextInput'
import { both } from './t'

const refuse = async (): Promise<FormState> => ({
  errors: { inn: 'В ИНН ошибка: проверьте цифры' },
  message: 'Проверьте отмеченные поля',
})

export function FormPage({ locale }: { locale: Locale }) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  return (
    <>
      <PageHead locale={locale} title={t('Оформление заказа', 'Checkout')} />
      <Sheet padded className="max-w-160">
        <ActionForm action={refuse} draft="gallery">
          <RadioCards
            name="way"
            legend={t('Как получить', 'How to receive')}
            value="pick"
            cards={[
              {
                value: 'pick',
                label: t('Самовывоз', 'Pick-up'),
                note: t('склад Химки, сегодня до 20:00', 'Khimki, today until 20:00'),
                aside: t('бесплатно', 'free'),
              },
              {
                value: 'car',
                label: t('Доставка', 'Delivery'),
                note: t('завтра, 9–12', 'tomorrow, 9–12'),
                aside: '1 200 ₽',
              },
            ]}
          />
          <TextInput
            name="name"
            label={t('Кто получит', 'Who receives')}
            required
            defaultValue={t('Олег Крылов', 'Oleg Krylov')}
            autoComplete="name"
          />
          <PhoneInput
            name="phone"
            label={t('Телефон', 'Phone')}
            help={t('Позвоним за час до приезда', 'We call an hour before')}
          />
          <InnInput
            name="inn"
            label={t('ИНН', 'INN')}
            error={t('В ИНН ошибка: проверьте цифры', 'The INN has an error: please check the digits')}
            defaultValue="7707 08389 4"
          />
          <SumInput name="sum" label={t('Сумма предоплаты', 'Prepayment')} optional={t('не обязательно', 'optional')} />
          <Select
            name="contract"
            label={t('Договор', 'Contract')}
            placeholder={t('Выберите договор', 'Choose a contract')}
            options={[
              { value: '54', label: '54/25' },
              { value: '87', label: '87/26' },
            ]}
          />
          <Textarea name="comment" label={t('Комментарий', 'Comment')} optional={t('не обязательно', 'optional')} />
          <FileInput
            name="files"
            label={t('Доверенность', 'Power of attorney')}
            invite={t('Выберите файл или перетащите его сюда', 'Choose a file or drag it here')}
            help={t('PDF, JPG или PNG, до 20 МБ', 'PDF, JPG or PNG, up to 20 MB')}
            multiple
          />
          <Checkbox name="agree" label={t('Согласен с условиями поставки', 'I accept the terms of supply')} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary">
              {t('Отправить заказ', 'Send the order')}
            </Button>
            <Button busy>{t('Сохраняем', 'Saving')}</Button>
            <Button disabled>{t('Недоступно', 'Not available')}</Button>
          </div>
        </ActionForm>
      </Sheet>
    </>
  )
}

export function LoginPage({ locale }: { locale: Locale }) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  return (
    <AuthLayout
      locale={locale}
      theme="system"
      brand={{ name: t('Снабкомплект', 'Snabkomplekt'), href: '/', hue: 262 }}
      prefixes={{ ru: '/ru', en: '/en' }}
      title={t('Вход в кабинет', 'Log in')}
      lead={t('Почта, на которую приходят счета.', 'The e-mail your invoices come to.')}
      below={
        <>
          {t('Нет кабинета?', 'No account?')} <TextLink href="/register">{t('Зарегистрируйтесь', 'Register')}</TextLink>
        </>
      }
    >
      <ActionForm action={refuse}>
        <TextInput name="email" type="email" label={t('Почта', 'E-mail')} autoComplete="username" required />
        <PasswordInput
          name="password"
          label={t('Пароль', 'Password')}
          autoComplete="current-password"
          words={{ show: t('Показать пароль', 'Show the password'), hide: t('Скрыть пароль', 'Hide the password') }}
          help={<TextLink href="/recover">{t('Забыли пароль?', 'Forgot it?')}</TextLink>}
        />
        <Button type="submit" tone="primary" className="w-full">
          {t('Войти', 'Log in')}
        </Button>
      </ActionForm>
    </AuthLayout>
  )
}
