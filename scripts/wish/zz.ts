import { join } from 'node:path'
import { wishes } from '/work/wt/wish/scripts/wish/corpus.ts'
import { ask } from '/work/wt/wish/test/synthesiser/ask.ts'
const lang = process.argv[2]
const plain = (t: string) => t.normalize('NFKC').toLowerCase().replace(/[\s'’.·・-]+/g, '')
const C: Record<string,string> = { note:'text', person:'text', place:'text', link:'text', choice:'text', choices:'text', quantity:'number', rating:'number', datetime:'date', relation: 'text', time: 'date' }
const co = (k: string) => C[k] ?? k
const count: Record<string, number> = {}
let ok = 0, n = 0, shown = 0
for (const l of ['en','zh','ja','ko'] as const) {
  ok = 0; n = 0; const lost: Record<string, number> = {}
  wishes('/work/wt/wish/scripts/wish/corpus', l).forEach((w, i) => {
    if (i % 4 !== 1) return
    const fields = w.marks.filter(m => m.role === 'field' && m.kind)
    if (!fields.length) return
    const spec = ask(w.text).spec
    const have = [...spec.collections.flatMap(c => c.fields.filter(f => !f.hidden)), ...spec.behaviours.flatMap(b => b.kind === 'calculator' ? [...b.inputs, ...b.outputs] : [])]
    const wrong: string[] = []
    for (const m of fields) {
      const t = plain(w.text.slice(m.start, m.end))
      const f = have.find(x => plain(x.label) === t) ?? have.find(x => plain(x.label).includes(t) || (t.includes(plain(x.label)) && x.label.length > 1))
      if (!f) wrong.push('missing ' + w.text.slice(m.start, m.end) + ':' + m.kind)
      else if (f.kind !== 'computed' && co(f.kind) !== co(m.kind!) ) wrong.push(`${f.label}:${f.kind} not ${m.kind}`)
    }
    const known = w.marks.map(m => plain(w.text.slice(m.start, m.end)))
    for (const f of have) if (f.label.length > 2 && plain(w.text).includes(plain(f.label)) && !known.some(k => k.includes(plain(f.label)) || plain(f.label).includes(k))) wrong.push('spurious ' + f.label)
    n++; if (!wrong.length) ok++
    else if (l === lang) console.log(w.text, '\n    ', spec.name, '|', wrong.join(' ; '))
    for (const x of wrong) { const k = x.split(' ')[0] === 'missing' || x.startsWith('spurious') ? x.split(' ')[0]! : x.split(':').at(-1)!; lost[k] = (lost[k] ?? 0) + 1 }
  })
  console.log(l, ok, n, JSON.stringify(lost))
}
