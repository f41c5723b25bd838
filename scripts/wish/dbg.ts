import { mentions } from '../../src/base/concepts/index.ts'
import { read } from '../../src/base/language/read.ts'
import { frameOf } from '../../src/studio/frame/read.ts'
import { marksOf } from '../../src/studio/marks/marks.ts'
import { ruledIn } from '../../src/studio/marks/ruled.ts'
import { choose } from '../../src/studio/compose/choose.ts'
for (const text of process.argv.slice(2)) {
  const r = read(text, { now: { date: '2026-11-24', time: '10:00', weekStart: 1 }, language: 'en', currency: 'USD' })
  const ctx = { now: { date: '2026-11-24', time: '10:00', weekStart: 1 as const }, currency: 'USD', people: [], mentions: mentions(r) }
  const raw = frameOf(r, ctx, false)
  const f = frameOf(r, ctx)
  const m = marksOf(r, f.mentions, ruledIn(raw))
  console.log(text, '\n rules:', raw.topic, '|', raw.asked.map(a => `${a.label}:${a.kind}${a.options ? '{' + a.options + '}' : ''}`).join(', '), '| items', raw.items.map(i => i.label).join(','))
  console.log(' marks:', m.marks.map(x => `${x.role}[${x.text}]${x.sure.toFixed(2)}`).join(' '))
  console.log(' frame:', f.topic, '|', f.asked.map(a => `${a.label}:${a.kind}${a.options ? '{' + a.options + '}' : ''}${a.sure ? '!' : ''}`).join(', '), '| items', f.items.map(i => i.label).join(','), '| people', f.people.join(','), '| bounds', JSON.stringify(f.bounds), '| stages', f.lists.stages.join('/'))
  console.log(' families:', f.families.slice(0, 5).map(x => `${x.family} ${x.weight.toFixed(2)}`).join(', '), '->', JSON.stringify(choose(f)))
}
