import { ask } from '/work/wt/wish/test/synthesiser/ask.ts'
import { EN } from '/work/wt/wish/test/synthesiser/strangers2/en.ts'
import { ZH } from '/work/wt/wish/test/synthesiser/strangers2/zh.ts'
import { JA } from '/work/wt/wish/test/synthesiser/strangers2/ja.ts'
import { KO } from '/work/wt/wish/test/synthesiser/strangers2/ko.ts'
import { wrongIn } from '/work/wt/wish/test/synthesiser/strangers2/wants.ts'
const kinds: Record<string, number>[] = [{}, {}]
const single = [0, 0]
const only = process.argv[2]
const sets = { en: EN, zh: ZH, ja: JA, ko: KO }
const sum = [[0,0],[0,0]]
for (const [l, rows] of Object.entries(sets)) {
  const n = [[0,0],[0,0]]
  rows.forEach((row, i) => {
    let wrong: string[]
    const p = (() => { try { return ask(row[0]) } catch (e) { return e as Error } })()
    wrong = p instanceof Error ? ['threw ' + p.message.slice(0,300)] : wrongIn(p, row)
    const h = i % 2
    for (const w of wrong) { const k = w.split(/[ “]/).slice(0,2).join(' '); (kinds[h]![k] ??= 0); kinds[h]![k]!++ }
    if (wrong.length === 1) single[h]!++
    n[h]![1]!++; if (!wrong.length) n[h]![0]!++
    if (h === 0 && only === l && wrong.length) {
      console.log(`\n#${i} ${row[0]}`); for (const w of wrong) console.log('   -', w)
      if (!(p instanceof Error)) { const s = p.spec; console.log('   =', s.name, '|', s.collections.filter(c=>!c.hidden).map(c => `${c.label}/${c.one}: ${c.fields.filter(f=>!f.hidden).map(f => f.label + ':' + f.kind + ('unit' in f ? '=' + f.unit : '') + (f.kind==='rating'?'='+f.max:'') + ('options' in f ? '{' + f.options.map(o => o.label).join('/') + '}' : '')).join(', ')}${c.seeds.length ? ' SEEDS ' + c.seeds.map(x => x[c.title]).join(',') : ''}`).join(' || '), '|', s.behaviours.map(b => b.kind).join(','), '|', s.views.map(v => v.kind).join(',')) }
    }
  })
  console.log(l, 'A', n[0]!.join('/'), 'B', n[1]!.join('/'))
  for (const h of [0,1]) { sum[h]![0]! += n[h]![0]!; sum[h]![1]! += n[h]![1]! }
}
console.log('all A', sum[0]!.join('/'), 'B', sum[1]!.join('/'))

console.log('A', JSON.stringify(kinds[0]), 'one wrong', single[0], '\nB', JSON.stringify(kinds[1]), 'one wrong', single[1])
