/** What is said of the audit: why a chain does not fit together, by the reason that store/chain.ts gives. */
import type { Failure } from '../base/result.ts'
import type { Language } from '../spec.ts'
import type { Why } from '../store/chain.ts'

const WHY: Record<Why, Record<Language, string>> = {
  missing: {
    en: 'Number {n} of the record is missing: something outside this program took it out.',
    zh: '历史记录缺少第 {n} 条：它被本程序以外的东西删除了。',
    ja: '履歴の {n} 番がありません。このプログラムの外で取り除かれています。',
    ko: '기록의 {n}번이 없어요. 이 프로그램 밖에서 빼낸 것이에요.',
  },
  doubled: {
    en: 'Number {n} of the record stands where another belongs: something outside this program put it there.',
    zh: '历史记录的第 {n} 条不在应在的位置：它被本程序以外的东西放入或移动了。',
    ja: '履歴の {n} 番があるべき場所にありません。このプログラムの外で入れられたか、動かされています。',
    ko: '기록의 {n}번이 있을 자리가 아니에요. 이 프로그램 밖에서 넣거나 옮긴 것이에요.',
  },
  unlinked: {
    en: 'Number {n} of the record does not follow from the one before: something outside this program changed one of the two.',
    zh: '历史记录的第 {n} 条与前一条接不上：其中一条被本程序以外的东西改动过。',
    ja: '履歴の {n} 番が前の番号につながりません。このプログラムの外でどちらかが変更されています。',
    ko: '기록의 {n}번이 앞의 것과 이어지지 않아요. 이 프로그램 밖에서 둘 중 하나가 바뀌었어요.',
  },
  place: {
    en: 'Number {n} of the record was changed outside this program: its time, kind or order is not what it was.',
    zh: '历史记录的第 {n} 条被本程序以外的东西改动过：时间、类型或顺序与原来不同。',
    ja: '履歴の {n} 番がこのプログラムの外で変更されています。時刻・種類・順序が元と違います。',
    ko: '기록의 {n}번이 이 프로그램 밖에서 바뀌었어요. 시각, 종류 또는 순서가 원래와 달라요.',
  },
  event: {
    en: 'What number {n} of the record says was changed outside this program.',
    zh: '历史记录第 {n} 条的内容被本程序以外的东西改动过。',
    ja: '履歴の {n} 番の内容がこのプログラムの外で変更されています。',
    ko: '기록 {n}번의 내용이 이 프로그램 밖에서 바뀌었어요.',
  },
  taken: {
    en: 'What number {n} of the record said is gone, and nobody asked for it to be forgotten.',
    zh: '历史记录第 {n} 条的内容不见了，而且没有遗忘的凭据。',
    ja: '履歴の {n} 番の内容がなくなっていますが、忘れるよう頼まれた控えがありません。',
    ko: '기록 {n}번의 내용이 없어졌는데, 잊어 달라고 한 기록이 없어요.',
  },
  end: {
    en: 'The record does not end where it should: from number {n} on something was cut off or added outside this program.',
    zh: '历史记录的结尾不对：从第 {n} 条起被本程序以外的东西截断或添加过。',
    ja: '履歴の終わりが合いません。{n} 番から先がこのプログラムの外で切り取られたか、加えられています。',
    ko: '기록의 끝이 맞지 않아요. {n}번부터 이 프로그램 밖에서 잘리거나 더해졌어요.',
  },
  stray: {
    en: 'The record holds something that no number of it speaks of: it was put in outside this program.',
    zh: '历史记录里有不属于任何一条的内容：它是被本程序以外的东西放入的。',
    ja: '履歴のどの番号にも属さない内容があります。このプログラムの外で入れられたものです。',
    ko: '기록의 어느 번호에도 속하지 않는 내용이 있어요. 이 프로그램 밖에서 넣은 것이에요.',
  },
}

/** Of a 'journal-broken', which number it is and why. */
export const whyBroken = ({ values = {} }: Failure, language: Language): string =>
  (WHY[values.why as Why] ?? WHY.event)[language].replace('{n}', String(values.n ?? ''))

export const AUDIT_ROWS: Record<string, Record<Language, string>> = {
  'audit-unreadable': {
    en: 'Line {line} of the file is not as it was written, or the file was cut: it proves nothing.',
    zh: '文件第 {line} 行与写入时不同，或者文件被截断：它不能作为凭据。',
    ja: 'ファイルの {line} 行目が書かれたときのままではないか、ファイルが途中で切れています。証拠になりません。',
    ko: '파일의 {line}번째 줄이 쓰였을 때와 다르거나 파일이 잘렸어요. 증거가 되지 않아요.',
  },
}
