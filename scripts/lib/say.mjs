/** What the scripts tell a person: Russian where the terminal is Russian, otherwise English. */

const russian = /^ru/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')

/** Picks the words for this terminal. */
export const words = (ru, en) => (russian ? ru : en)

/** One line of progress. */
export const say = (ru, en) => process.stdout.write(`${words(ru, en)}\n`)

/**
 * A failure that a person can mend: one sentence on what is wrong and what to do, in both languages.
 * Anything else that is thrown is a defect and keeps its stack.
 */
export class Trouble extends Error {
  constructor(ru, en, options) {
    super(`${ru}\n${en}`, options)
    this.name = 'Trouble'
  }
}

/** Prints a failure: the two sentences of a Trouble, or the whole stack of a defect. */
export const explain = (error) => {
  process.stderr.write(error instanceof Trouble ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`)
}

/** Known causes that can strike anywhere: a full disk, no memory, no rights. Gives a Trouble, or the same error. */
export const nameCause = (error) => {
  const text = `${error?.code ?? ''} ${error?.message ?? error}`
  if (/ENOSPC|No space left on device/i.test(text)) {
    return new Trouble(
      'На диске не осталось места. Освободите хотя бы 3 ГБ и запустите ещё раз.',
      'The disk is full. Free at least 3 GB and start again.',
      { cause: error },
    )
  }
  if (/\bEROFS\b|\bEACCES\b|Permission denied/i.test(text) && !(error instanceof Trouble)) {
    return new Trouble(
      `Нет прав на запись: ${error?.path ?? text.trim()}. Запустите от имени владельца папки или поправьте права.`,
      `No right to write: ${error?.path ?? text.trim()}. Start as the owner of the folder or mend its rights.`,
      { cause: error },
    )
  }
  if (error?.code === 'ERR_MODULE_NOT_FOUND' && /Cannot find package/.test(text)) {
    return new Trouble(
      'Пакеты не установлены. Выполните npm ci и запустите ещё раз.',
      'The packages are not installed. Run npm ci and start again.',
      { cause: error },
    )
  }
  return error
}
