/**
 * What comes of the wishes of strangers (test/synthesiser/strangers2): npx tsx scripts/wish/strangers.ts [language]
 *
 * Every other wish is half B, which is only counted; of half A, those of the language that are not as wanted are shown.
 */
import type { Language } from '../../src/spec.ts'
import { ask } from '../../test/synthesiser/ask.ts'
import { EN } from '../../test/synthesiser/strangers2/en.ts'
import { JA } from '../../test/synthesiser/strangers2/ja.ts'
import { KO } from '../../test/synthesiser/strangers2/ko.ts'
import { wrongIn } from '../../test/synthesiser/strangers2/wants.ts'
import { ZH } from '../../test/synthesiser/strangers2/zh.ts'

const SETS = { en: EN, zh: ZH, ja: JA, ko: KO } as const

for (const [language, rows] of Object.entries(SETS) as [Language, typeof EN][]) {
  const right = [0, 0]
  const all = [0, 0]
  rows.forEach((row, i) => {
    const half = i % 2
    const proposal = ask(row[0])
    const wrong = wrongIn(proposal, row)
    all[half]!++
    if (!wrong.length) right[half]!++
    else if (half === 0 && process.argv[2] === language) console.log(`${row[0]}\n  “${proposal.spec.name}”: ${wrong.join('; ')}`)
  })
  console.log(`${language}: A ${right[0]} of ${all[0]}, B ${right[1]} of ${all[1]}`)
}
