/** "profit = sold price - parts cost, can you add that?": a field worked out from those that are there. */
import { fieldsNamed, visibleCollections } from '../../base/resolve.ts'
import type { Field } from '../../spec.ts'
import { formulasOf } from '../rules/formulas.ts'
import { asLabel } from '../rules/words.ts'
import { freeId, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'

export const addFormula: Rule = (clause) => {
  const [formula] = formulasOf(
    clause.text.replace(/^(?:please |can you |could you )*(?:also )?(?:add|include|show|compute|calculate) (?:a field |a column )?/i, ''),
  )
  if (!formula) return null
  for (const collection of visibleCollections(clause.spec)) {
    const fields = formula.names.map(
      (name) => fieldsNamed(name, [collection], { kinds: false }).find((hit) => hit.score >= 0.7 && FIGURES.has(hit.field.kind))?.field,
    )
    if (fields.some((field) => field === undefined) || collection.fields.length >= 40) continue
    const money = fields.find((field) => field?.kind === 'money')
    const label = asLabel(formula.label, 60)
    const field: Field = {
      id: freeId(
        /^[\x20-\x7e]+$/.test(label) ? label : 'worked',
        collection.fields.map((one) => one.id),
      ),
      label,
      kind: 'computed',
      formula: formula.pattern.replace(/\$(\d+)/g, (_, at: string) => fields[Number(at)]!.id),
      shows:
        money?.kind === 'money' && !/[%率율]|ratio|margin/i.test(label)
          ? { kind: 'money', currency: money.currency }
          : { kind: 'number', decimals: 2 },
    }
    return { edits: [{ do: 'add-field', collection: collection.id, field }], said: SAY.added[clause.language](label), sure: SURE.said }
  }
  return null
}
const FIGURES = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration', 'rating', 'computed'])
