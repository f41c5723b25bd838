/** Requests with several collections that belong together, and plain lists of qualities that must stay one. */
import { describe, expect, test } from 'vitest'
import { incoherences } from '../../src/apps/coherence.ts'
import { ask } from './ask.ts'

/** [said, collections by concept, who points at whom] */
const TOGETHER: [string, string, string[]][] = [
  [
    'A small library for my classroom: books, students, who borrowed what and when it is due',
    'book student loan',
    ['loan>book', 'loan>student'],
  ],
  ['nail salon: customers, appointments with service and price', 'client appointment', ['appointment>client']],
  ['dog grooming clients and their pets and visits', 'client pet visit', ['pet>client', 'visit>pet']],
  ['projects with tasks and hours per task', 'project task hours', ['task>project', 'hours>task']],
  ['plants and waterings', 'plant watering', ['watering>plant']],
  ['cars and fuel fill-ups and repairs', 'car fillup repair', ['fillup>car', 'repair>car']],
  ['recipes and what I cooked when', 'recipe cooking', ['cooking>recipe']],
  ['telescopes and their repairs', 'thing repair', ['repair>thing']],
  ["a violin teacher's students, lessons and payments", 'student lesson payment', ['lesson>student', 'payment>student']],
  ['tenants and rent payments', 'tenant payment', ['payment>tenant']],
  ['学生、课程和成绩', 'student course grade', ['grade>student', 'grade>course']],
  ['客户和他们的宠物、预约', 'client pet appointment', ['pet>client', 'appointment>pet']],
  ['美甲店:客户、预约(服务和价格)', 'client appointment', ['appointment>client']],
  ['无人机和维修记录', 'thing repair', ['repair>thing']],
  ['每个学生的出勤', 'student attendance', ['attendance>student']],
  ['サークルのメンバーと会費の支払い', 'member payment', ['payment>member']],
  ['教室の図書:本、生徒、誰が何を借りたか', 'book student loan', ['loan>book', 'loan>student']],
  ['ピアノ教室の生徒とレッスンと月謝', 'student lesson payment', ['lesson>student', 'payment>student']],
  ['釣り竿と修理履歴', 'thing repair', ['repair>thing']],
  ['클럽 회원이랑 회비 납부', 'member payment', ['payment>member']],
  ['학급 문고: 책, 학생, 누가 뭘 빌려갔는지', 'book student loan', ['loan>book', 'loan>student']],
  ['고객과 그 반려동물, 미용 예약', 'client pet appointment', ['pet>client', 'appointment>pet']],
  ['바이올린이랑 수리', 'thing repair', ['repair>thing']],
]
describe('things and what happens with them are collections that belong together', () => {
  test.each(TOGETHER)('%s', (say, concepts, relations) => {
    const { spec } = ask(say)
    expect(incoherences(spec)).toEqual([])
    expect(spec.collections.map((one) => one.concept).sort()).toEqual(concepts.split(' ').sort())
    const conceptOf = (id: string) => spec.collections.find((one) => one.id === id)?.concept
    const found = spec.collections.flatMap((one) =>
      one.fields.flatMap((field) => (field.kind === 'relation' ? [`${one.concept}>${conceptOf(field.to)}`] : [])),
    )
    expect(found.sort()).toEqual([...relations].sort())
    // What happens comes first, then what it happens with.
    const first = spec.views.find((view) => view.kind === 'list')
    expect(
      first?.kind === 'list' && spec.collections.find((one) => one.id === first.collection)?.fields.some((f) => f.kind === 'relation'),
    ).toBe(true)
  })
})

describe('qualities named of a collection are its fields', () => {
  test('of the event they stand after', () => {
    const { spec } = ask('nail salon: customers, appointments with service and price')
    const labels = spec.collections.find((one) => one.concept === 'appointment')!.fields.map((field) => field.label)
    expect(labels).toEqual(expect.arrayContaining(['Service', 'Price']))
    expect(spec.collections.find((one) => one.concept === 'client')!.fields.some((field) => field.kind === 'money')).toBe(false)
  })
})

describe('a plain list of qualities stays one collection', () => {
  test.each([
    'books with title, author and rating',
    'appointments log: client, service, price, date',
    'orders from my shop: customer, item, price',
    'plant watering tracker',
    'expenses and payments',
    '书:书名、作者、借出日期',
    '预约记录:客户、日期、价格',
    '本:タイトル、著者、貸出日',
    '予約記録:顧客、日付、金額',
    '책: 제목, 저자, 빌린 날',
    '예약 기록: 고객, 날짜, 금액',
  ])('%s', (say) => {
    const { spec } = ask(say)
    expect(spec.collections.flatMap((one) => one.fields).some((field) => field.kind === 'relation')).toBe(false)
  })
})
