/**
 * Chinese and Japanese entries piece by piece: 201号室 田中さん 家賃58000円. A number that only says which one it is goes to the
 * field that is called so. Pure.
 */
import type { Reading } from '../../../base/language/types.ts'
import type { Field } from '../../../spec.ts'
import type { Take } from '../types.ts'

const PIECE = /[^\s,，、。;；]+/gu
/** 3番の巣箱, 8号箱, 三年级, 201号室: which one, told by number. */
const WHICH =
  /^(?:第)?(?:[A-Za-z]-?)?(?:\d{1,4}|[一二三四五六七八九十]{1,3})((?:号|號|番|年级|年級|年生|年|级|級|組|组|班|室|階|楼|栋|棟|期|列|箱|房)[\p{Script=Han}の]{0,6})$/u
const ALWAYS = new Set([...'の号號番室第目'])

export function fillWhich(reading: Reading, fields: readonly Field[], take: Take, taken: (id: string) => boolean): void {
  if (reading.language !== 'zh' && reading.language !== 'ja') return
  for (const piece of reading.text.matchAll(PIECE)) {
    const tail = WHICH.exec(piece[0])?.[1]
    if (!tail || (/^[号號]$/.test(tail) && fields.some((field) => field.kind === 'date'))) continue
    const field = fields.find((one) => one.kind === 'text' && !taken(one.id) && isCalled(one.label, tail))
    if (!field) continue
    const own = `の${field.label}`
    take(field, piece[0].endsWith(own) ? piece[0].slice(0, -own.length) : piece[0], [piece.index, piece.index + piece[0].length])
  }
}

const isCalled = (label: string, tail: string): boolean => {
  const own = new Set([...label])
  const signs = [...tail]
  return signs.every((sign) => own.has(sign) || ALWAYS.has(sign)) && signs.some((sign) => own.has(sign) && sign !== 'の')
}

/** Said with any figure: 取了6斤蜜, 卖2块, 充了32度. */
export const VERBS = new Set([
  ...'了的过過得在是有用去来到买買卖賣取收交付给給花吃喝喂跑走做打读讀看写寫练練充加换換记記浇澆施喂擦洗修剪をがはにでとものした',
])
