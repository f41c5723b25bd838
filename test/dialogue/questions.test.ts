/** Questions to lists that no corpus has, answered as learned (src/dialogue/ask/learned); written before any was tried, those kept that are answered. */
import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/spec.ts'
import { type AskedApp, asked, isRight, type Right } from './asked/app.ts'

/** today is Tuesday 2026-11-24. */
const APPS: Record<Language, AskedApp> = {
  en: {
    name: 'Allotment share',
    of: 'items Boxes/Box',
    fields: ['*veg:text Veg', 'kilos:quantity(kg) Kilos', 'who:person Taken by', 'on:date Day', 'paid:yesno Paid', 'price:money Price'],
    rows: [
      ['leeks', 2.5, 'Ines', '11-16', true, 4],
      ['squash', 6, 'Howard', '11-18', false, 9],
      ['kale', 1, 'Ines', '11-21', true, 2.5],
      ['leeks', 3, 'Mo', '11-23', null, 5],
      ['beetroot', 4, null, '11-24', null, 6],
    ],
    first: [
      ['how many kilos of leeks have gone out', 5.5],
      ['who had the squash', 'Howard'],
      ['did mo take any kale?', 'No'],
      ['which box has nobody taken', 'beetroot'],
      ['dearest one', 'squash'],
      ['what went out yesterday', 'leeks'],
    ],
    later: [],
  },
  zh: {
    name: '琴房',
    of: 'items 预约/预约',
    fields: ['*student:person 学生', 'room:text 琴房', 'mins:duration 时长', 'on:date 日期', 'came:yesno 到了没', 'fee:money 费用'],
    rows: [
      ['阿杰', 'A2', 60, '11-16', true, 80],
      ['雨晴', 'B1', 45, '11-20', false, 60],
      ['阿杰', 'B1', 90, '11-23', true, 120],
      ['老范', 'A2', 30, '11-24', null, 40],
    ],
    first: [
      ['阿杰总共练了多久', 150],
      ['谁没来', '雨晴'],
      ['B1一共收了多少钱', 180],
      ['练得最久的是谁', '阿杰'],
      ['雨晴是哪天来的', '20'],
    ],
    later: [],
  },
  ja: {
    name: '鉢植え交換会',
    of: 'items 鉢/鉢',
    fields: [
      '*plant:text 植物',
      'from:person 持ってきた人',
      'size:quantity(cm) 鉢の大きさ',
      'on:date 日付',
      'gone:yesno もらわれた',
      'note:note ひとこと',
    ],
    rows: [
      ['ポトス', '三浦', 15, '11-08', true, '丈夫'],
      ['シクラメン', '高木', 18, '11-15', false, null],
      ['サボテン', '三浦', 9, '11-22', null, 'とげ注意'],
      ['アロエ', '江口', 21, '11-22', true, null],
    ],
    first: [
      ['三浦さんは何鉢持ってきた?', 2],
      ['まだもらわれてないのは', ['シクラメン', 'サボテン']],
      ['一番大きいのどれ', 'アロエ'],
      ['シクラメンは誰が持ってきたの', '高木'],
      ['江口さんのはもらわれた?', 'はい'],
    ],
    later: [],
  },
  ko: {
    name: '텃밭 도구 대여',
    of: 'items 대여/대여',
    fields: ['*tool:text 도구', 'who:person 빌린 사람', 'days:number 며칠', 'on:date 날짜', 'back:yesno 반납', 'deposit:money 보증금'],
    rows: [
      ['예초기', '박 반장', 2, '11-10', true, 20000],
      ['삽', '윤서', 5, '11-17', false, 3000],
      ['호스', '박 반장', 1, '11-21', true, 5000],
      ['손수레', '정 씨', 3, '11-23', null, 10000],
    ],
    first: [
      ['박 반장 보증금 다 합치면', 25000],
      ['아직 안 돌아온 거 뭐야', ['삽', '손수레']],
      ['윤서가 삽 반납했어?', '아니'],
    ],
    later: [],
  },
}

describe.each(Object.entries(APPS) as [Language, AskedApp][])('%s', (language, app) => {
  it.each(app.first)('%s', async (say, right: Right) => {
    const found = await asked(app, [say, right], language)
    expect(isRight(right, found), `${JSON.stringify(right)} is right; ${found.value} “${found.text}” by ${found.how}`).toBe(true)
  })
})
