/** Repairs of a spec whose app failed its check: the smallest part that was found at fault is taken out. Pure. */
import { incoherences } from '../apps/coherence.ts'
import type { Finding } from '../events.ts'
import type { AppSpec, Language, View } from '../spec.ts'

const MOST = 3
export type Repaired = { spec: AppSpec /** in the app's language */; what: string }
type Way = (spec: AppSpec, named: (id: string) => boolean, attempt: number) => Repaired | null

const WORDS: Record<
  Language,
  { view: (l: string) => string; behaviour: (l: string) => string; field: (l: string) => string; look: string }
> = {
  en: {
    view: (l) => `Left out the view “${l}”`,
    behaviour: (l) => `Left out “${l}”`,
    field: (l) => `Made “${l}” plain text`,
    look: 'Went back to the plain look',
  },
  zh: { view: (l) => `去掉了视图“${l}”`, behaviour: (l) => `去掉了“${l}”`, field: (l) => `把“${l}”改为普通文本`, look: '恢复为默认外观' },
  ja: {
    view: (l) => `表示「${l}」を外しました`,
    behaviour: (l) => `「${l}」を外しました`,
    field: (l) => `「${l}」を普通の文字にしました`,
    look: '標準の見た目に戻しました',
  },
  ko: {
    view: (l) => `“${l}” 화면을 뺐어요`,
    behaviour: (l) => `“${l}” 기능을 뺐어요`,
    field: (l) => `“${l}”을(를) 일반 텍스트로 바꿨어요`,
    look: '기본 모양으로 되돌렸어요',
  },
}

/** A spec without what failed, or null where nothing can be said to be at fault. `attempt` counts from 1. */
export function repair(spec: AppSpec, findings: readonly Finding[], attempt: number): Repaired | null {
  if (attempt > MOST || findings.length === 0) return null
  const places = new Set(findings.flatMap((finding) => (finding.where ? [finding.where] : [])))
  const texts = findings.map((finding) => finding.message)
  const named = (id: string) => places.has(id) || texts.some((text) => text.includes(`[data-view="${id}"]`))
  for (const way of [withoutBehaviour, withoutView, withPlainField, withPlainLook]) {
    const repaired = way(spec, named, attempt)
    if (repaired && incoherences(repaired.spec).length === 0) return repaired
  }
  return null
}

const withoutBehaviour: Way = (spec, named) => {
  const failing = spec.behaviours.find((one) => named(one.id))
  if (!failing) return null
  const views = spec.views.filter((view) => !(view.kind === 'tool' && view.behaviour === failing.id))
  const behaviours = spec.behaviours.filter((one) => one !== failing)
  const kept = views.length ? views : listInstead(spec)
  return kept && { spec: { ...spec, views: kept, behaviours }, what: WORDS[spec.language].behaviour(failing.label) }
}

const withoutView: Way = (spec, named) => {
  const failing = spec.views.find((view) => named(view.id))
  if (!failing) return null
  const rest = spec.views.filter((view) => view !== failing)
  const views = rest.length ? rest : failing.kind === 'list' ? null : listInstead(spec)
  return views && { spec: { ...spec, views }, what: WORDS[spec.language].view(failing.label) }
}

function listInstead(spec: AppSpec): View[] | null {
  const collection = spec.collections.find((one) => !one.hidden)
  return collection ? [{ kind: 'list', id: 'list', label: collection.label, collection: collection.id }] : null
}

/** Kinds with a control of their own, which text can stand in for. */
const FRAIL: ReadonlySet<string> = new Set(['link', 'place', 'person', 'note', 'choices', 'time', 'datetime'])

const withPlainField: Way = (spec, named) => {
  for (const collection of spec.collections) {
    const failing = collection.fields.find((field) => named(field.id) && FRAIL.has(field.kind))
    if (!failing) continue
    const { id, label, required, hint, concept } = failing
    const plain = { kind: 'text' as const, id, label, ...(required && { required }), ...(hint && { hint }), ...(concept && { concept }) }
    const fields = collection.fields.map((field) => (field === failing ? plain : field))
    const seeds = collection.seeds.map((seed) =>
      Object.fromEntries(Object.entries(seed).filter(([key, value]) => key !== id || typeof value === 'string')),
    )
    const collections = spec.collections.map((one) => (one === collection ? { ...one, fields, seeds } : one))
    return { spec: { ...spec, collections }, what: WORDS[spec.language].field(label) }
  }
  return null
}

const withPlainLook: Way = (spec, _named, attempt) => {
  if (attempt > 1 || (spec.look.density === 'roomy' && spec.look.accent === 'sky')) return null
  return { spec: { ...spec, look: { accent: 'sky', density: 'roomy', first: spec.look.first } }, what: WORDS[spec.language].look }
}
