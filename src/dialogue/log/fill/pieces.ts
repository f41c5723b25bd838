/**
 * Chinese and Japanese entries piece by piece: 201号室 田中さん 家賃58000円. A number that only says which one it is goes to the
 * field that is called so, and the words around a figure that are those of its field name nothing else. Pure.
 */
import type { Reading } from '../../../base/language/types.ts'
import type { Field } from '../../../spec.ts'
import type { Take } from '../types.ts'

export type Placed = { field: Field; at: [number, number] }

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
const VERBS = new Set([
  ...'了的过過得在是有用去来到买買卖賣取收交付给給花吃喝喂跑走做打读讀看写寫练練充加换換记記浇澆施喂擦洗修剪をがはにでとものした',
])

/** 取 and 蜜 of 取了6斤蜜 where 取蜜量 took the figure: nothing but its name. */
export function wordsAround(reading: Reading, placed: readonly Placed[]): [number, number][] {
  if (reading.language !== 'zh' && reading.language !== 'ja') return []
  return [...reading.text.matchAll(PIECE)].flatMap((piece) => {
    const [from, to] = [piece.index, piece.index + piece[0].length]
    const inside = placed.filter(({ at }) => at[0] >= from && at[1] <= to)
    if (!inside.length) return []
    const known = new Set(inside.flatMap(({ field }) => [...field.label]))
    const runs = [...piece[0].matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu)]
    return runs.flatMap((run): [number, number][] => partsOf(from + run.index, run[0], inside, known))
  })
}

/** The stretches of a run beside the values, where each sign is one of the field's name or says that it was done. */
function partsOf(start: number, run: string, inside: readonly Placed[], known: ReadonlySet<string>): [number, number][] {
  const stretches: { sign: string; at: number }[][] = [[]]
  for (const [i, sign] of [...run].entries()) {
    const at = start + i
    if (inside.some((one) => at >= one.at[0] && at < one.at[1])) stretches.push([])
    else stretches.at(-1)!.push({ sign, at })
  }
  return stretches.flatMap((stretch): [number, number][] =>
    stretch.every(({ sign }) => known.has(sign) || VERBS.has(sign)) ? stretch.map(({ at }) => [at, at + 1]) : [],
  )
}
