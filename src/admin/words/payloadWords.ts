/**
 * Words of Payload's own panel that read badly in Russian (or say something else than we mean), by
 * Payload's own keys; everything else stays as Payload has it.
 */
export const payloadWords = {
  ru: {
    authentication: {
      accountOfCurrentUser: 'Ваша учётная запись',
      forgotPasswordEmailInstructions: 'Напишите почту, с которой входите: пришлём ссылку для нового пароля.',
      loggedIn: 'Чтобы войти под другим именем, сначала <0>выйдите</0>.',
    },
    error: {
      emailOrPasswordIncorrect: 'Почта или пароль не подходят.',
      notAllowedToAccessPage: 'Эта страница закрыта для вашей роли.',
      unauthorized: 'Сюда вам нельзя',
      unauthorizedAdmin: 'Ваш вход в панель закрыт. Спросите администратора.',
    },
    general: {
      aboutToDeleteCount_many: 'Будет удалено: {{count}}. {{label}}',
      aboutToDeleteCount_one: 'Будет удалено: {{count}}. {{label}}',
      aboutToDeleteCount_other: 'Будет удалено: {{count}}. {{label}}',
      ascending: 'по возрастанию',
      backToDashboard: 'На главную',
      createNewLabel: 'Добавить: {{label}}',
      createNew: 'Добавить',
      creatingNewLabel: 'Новая запись: {{label}}',
      dashboard: 'Сегодня',
      descending: 'по убыванию',
      email: 'Почта',
      emailAddress: 'Почта',
      false: 'Нет',
      lastModified: 'Изменено',
      noLabel: '—',
      noResults: 'Здесь пусто: подходящего нет или ещё ничего не добавили.',
      noResultsDescription: 'Ещё ничего нет, или ничего не подходит под условия.',
      noResultsFound: 'Ничего не нашли',
      nothingFound: 'Такой страницы нет',
      notFound: 'Такой страницы нет',
      noValue: '—',
      searchBy: 'Найти: {{label}}',
      or: 'или',
      // What Payload gives as {{label}} there is no text but a component.
      sortByLabelDirection: 'Сортировать {{direction}}',
      sorryNotFound: 'Запись удалили, или она не для вашей роли.',
      true: 'Да',
      unauthorized: 'Сюда вам нельзя',
      untitled: 'Новая запись',
      updatedSuccessfully: 'Сохранено.',
    },
    upload: { bulkUpload: 'Загрузить несколько' },
  },
  en: {
    general: {
      noLabel: '—',
      noValue: '—',
      untitled: 'New record',
      true: 'Yes',
      false: 'No',
      dashboard: 'Today',
      backToDashboard: 'To the start page',
      sortByLabelDirection: 'Sort {{direction}}',
    },
  },
}
