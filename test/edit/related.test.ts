/** A clause that names one of several related collections changes that one and no other. */
import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/spec.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { languageOf, now, reading } from '../dialogue/apps.ts'
import { ask } from '../synthesiser/ask.ts'

const LIBRARY: Record<Language, string> = {
  en: 'A small library: books, students, who borrowed what and when it is due',
  zh: '图书角:书、学生、谁借了什么、什么时候还',
  ja: '教室の図書:本、生徒、誰が何を借りたか、返却予定日',
  ko: '학급 문고: 책, 학생, 누가 뭘 빌려갔는지, 반납일',
}
/** [said, what is done, the collection it is done to] */
const NAMED: [say: string, does: string, home: string][] = [
  ['add a phone number to the students', 'add-field', 'students'],
  ['add a fine to the loans', 'add-field', 'loans'],
  ['add a rating to books', 'add-field', 'books'],
  ['students should have a birthday', 'add-field', 'students'],
  ['remove the note from the loans', 'remove-field', 'loans'],
  ['rename note to remarks in loans', 'rename-field', 'loans'],
  ['sort the books by title', 'change-view', 'books'],
  ['rename students to pupils', 'rename-collection', 'students'],
  ['给学生加一个电话', 'add-field', 'students'],
  ['借阅里的备注删掉', 'remove-field', 'loans'],
  ['把书按书名排序', 'change-view', 'books'],
  ['把学生改名为同学', 'rename-collection', 'students'],
  ['生徒に電話番号を追加して', 'add-field', 'students'],
  ['貸出のメモを消して', 'remove-field', 'loans'],
  ['図書を著者順に並べて', 'change-view', 'books'],
  ['生徒を児童に変えて', 'rename-collection', 'students'],
  ['학생에 전화번호 추가해줘', 'add-field', 'students'],
  ['대출에서 메모 빼줘', 'remove-field', 'loans'],
  ['책을 제목순으로 정렬해줘', 'change-view', 'books'],
  ['학생을 원생으로 이름 바꿔줘', 'rename-collection', 'students'],
]
describe('the named collection is changed', () => {
  test.each(NAMED)('%s', (say, does, home) => {
    const language = languageOf(say)
    const { spec } = ask(LIBRARY[language])
    const read = readEdits(reading(say, language), spec, { now, locale: spec.locale, currency: 'USD' })
    if (!read.ok) throw new Error(read.error.code)
    const [first, ...more] = read.value.edits
    expect(first?.do).toBe(does)
    expect(read.value.missing).toEqual([])
    const homeOf = (edit: typeof first) =>
      edit && 'collection' in edit
        ? edit.collection
        : edit?.do === 'change-view' && 'collection' in edit.view
          ? edit.view.collection
          : undefined
    expect(homeOf(first)).toBe(home)
    if (does !== 'rename-collection') expect(more).toEqual([])
  })
})
