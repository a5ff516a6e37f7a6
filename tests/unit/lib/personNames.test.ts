import { describe, expect, it } from 'vitest'
import { declinedName, initialled, postInGenitive } from '@/src/lib/personNames'

describe('names in Russian papers', () => {
  it.each([
    ['Иванов Иван Иванович', 'Иванова Ивана Ивановича', 'Иванову Ивану Ивановичу', 'Иванов И. И.'],
    ['Анна Сергеевна Лебедева', 'Анны Сергеевны Лебедевой', 'Анне Сергеевне Лебедевой', 'Лебедева А. С.'],
    ['Петренко Олег Ильич', 'Петренко Олега Ильича', 'Петренко Олегу Ильичу', 'Петренко О. И.'],
    ['Соболь Илья Кузьмич', 'Соболя Ильи Кузьмича', 'Соболю Илье Кузьмичу', 'Соболь И. К.'],
    ['Соболев А. И.', 'Соболева А. И.', 'Соболеву А. И.', 'Соболев А. И.'],
    ['Иванова А.И.', 'Ивановой А.И.', 'Ивановой А.И.', 'Иванова А.И.'],
    ['John Smith', 'John Smith', 'John Smith', 'John Smith'],
    ['  Фирма  ', 'Фирма', 'Фирма', 'Фирма'],
    ['', '', '', ''],
  ])('[CONTR-02] %s', (name, genitive, dative, short) => {
    expect([declinedName(name, 'genitive'), declinedName(name, 'dative'), initialled(name)]).toEqual([
      genitive,
      dative,
      short,
    ])
  })

  it('[CONTR-02] what is written by hand stands', () => {
    expect(declinedName('Мельник Татьяна Викторовна', 'genitive', ' Мельник Татьяны Викторовны ')).toBe(
      'Мельник Татьяны Викторовны',
    )
    expect(declinedName('Иванов Иван Иванович', 'genitive', ' ')).toBe('Иванова Ивана Ивановича')
    expect(postInGenitive('Директор', 'управляющего')).toBe('управляющего')
  })

  it.each([
    ['Генеральный директор', 'Генерального директора'],
    ['Директор по продажам', 'Директора по продажам'],
    ['заместитель генерального директора', 'заместителя генерального директора'],
    ['Кладовщик', 'Кладовщик'],
  ])('[CONTR-02] post: %s', (post, genitive) => expect(postInGenitive(post)).toBe(genitive))
})
