/**
 * The ethics library in the way of a message: who the person is (as far as they say), what is about to happen, which rules hold,
 * and what they do. What holds is decided by governance/ethics; here it is asked at the right moment and journalled.
 *
 *   a wish, a change  -> block     before anything is made        (turn.ts)
 *                     -> notice, label, approval   before it is published      (studio.ts, through `judge`)
 *   an offer to ask a model elsewhere -> block                     (deciding.ts)
 *   a matter of taste -> masks and costs                           (learn.ts)
 */
import { z } from 'zod'
import type { Result } from './base/result.ts'
import { ruleSays } from './doors/messages-ethics.ts'
import type { AppId, EventBody } from './events.ts'
import { doing, holding, LIBRARY, sourceOf } from './governance/ethics/apply.ts'
import { domainsSaid } from './governance/ethics/domains.ts'
import { Age, type EthicsRule, ORDINARY, Region, type Situation } from './governance/ethics/rule.ts'
import type { House } from './house.ts'
import type { Rule } from './policy/rules.ts'
import { topics } from './policy/topics.ts'
import type { AppSpec, Language } from './spec.ts'
import type { Judged } from './studio/studio.ts'

/** As the person told; null: not told. A region that was not told is that of their locale. */
export const Circumstances = z.strictObject({ region: Region.nullable(), age: Age.nullable() })
export type Circumstances = z.infer<typeof Circumstances>

export type Taste = {
  /** What may not be tried, in the form of the policies (policy/rules.ts). */
  rules: readonly Rule[]
  /** What an action costs, by the rule that says so. */
  costs(topic: string, action: string): { rule: string; amount: number }[]
}

/** An app that is about to be made, changed or published. */
export type About = Pick<Situation, 'act' | 'maker'> & {
  request: string
  spec: AppSpec | null
  locale: string
  language: Language
  app?: AppId
}

export interface Ethics {
  circumstances(): Promise<Circumstances>
  set(circumstances: Circumstances): Promise<Result<void>>
  situation(locale: string, more: Partial<Situation>): Promise<Situation>
  judge(about: About): Promise<Judged>
  taste(): Promise<Taste>
}

const SETTING = 'circumstances'
const UNTOLD: Circumstances = { region: null, age: null }

export function openEthics({ store, person }: Pick<House, 'store' | 'person'>): Ethics {
  async function circumstances(): Promise<Circumstances> {
    const kept = Circumstances.safeParse(parsed(await store.settings.get(person, SETTING)))
    return kept.success ? kept.data : UNTOLD
  }
  async function situation(locale: string, more: Partial<Situation>): Promise<Situation> {
    const { region, age } = await circumstances()
    return { ...ORDINARY, age, region: region ?? regionIn(locale), ...more }
  }
  return {
    circumstances,
    set: (told) => store.settings.set(person, SETTING, JSON.stringify(told)),
    situation,
    async judge({ act, maker, request, spec, locale, language, app }) {
      const domains = [...(spec?.risks ?? []), ...domainsSaid(spec ? `${request}\n${spec.purpose}` : request)]
      const rules = holding(await situation(locale, { act, maker, domains }))
      const said = (what: 'block' | 'approve' | 'notice') => doing(rules, what).map(({ id }) => ruleSays(id, language))
      return {
        refused: said('block')[0] ?? null,
        reasons: said('approve'),
        notices: said('notice'),
        label: doing(rules, 'notice').some(({ effect }) => effect.label === true),
        applied: rules.map((rule) => applied(rule, language, app)),
      }
    },
    taste: async () => tasteOf(await situation('', { act: 'taste' })),
  }
}

/** Which rule had an effect, for the journal. */
export const applied = (rule: EthicsRule, language: Language, app?: AppId): EventBody & { type: 'rule-applied' } => ({
  type: 'rule-applied',
  ...(app && { app }),
  ...{ rule: rule.id, version: rule.version, effect: rule.effect.do, source: sourceOf(rule), because: ruleSays(rule.id, language) },
})

/** Of masks that stood in the way of a trial. */
export const appliedBy = (ids: readonly string[], language: Language): EventBody[] =>
  LIBRARY.filter(({ id }) => ids.includes(id)).map((rule) => applied(rule, language))

/** Whether anything may be sent to a model elsewhere; the rules that say no. */
export const againstSending = async ({ ethics }: Pick<House, 'ethics'>, locale: string): Promise<EthicsRule[]> =>
  doing(holding(await ethics.situation(locale, { act: 'send' })), 'block')

const RISKY = ['health', 'money', 'law'] as const

/** An occasion of taste says only that there is a risk, and not which: the rules of all three hold. */
function tasteOf(person: Situation): Taste {
  const among = (risk: boolean) => holding({ ...person, domains: risk ? [...RISKY] : [] })
  const masks = doing(among(true), 'mask').map(({ id, because, effect }): Rule => {
    const trials = Object.values(topics).filter((topic) => effect.topic === null || topic.id === effect.topic)
    const without = doing(among(false), 'mask').some((rule) => rule.id === id)
    return {
      name: id,
      because,
      forbids: (action, features) => (without || features.risk === true) && trials.some(({ actions }) => actions[1] === action),
    }
  })
  return {
    rules: masks,
    costs: (topic, action) =>
      doing(among(false), 'cost').flatMap(({ id, effect }) =>
        effect.topic === topic && effect.action === action ? [{ rule: id, amount: effect.amount }] : [],
      ),
  }
}

function regionIn(locale: string): Region {
  try {
    const known = Region.safeParse(locale && new Intl.Locale(locale).maximize().region)
    return known.success ? known.data : 'other'
  } catch {
    return 'other'
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
