/**
 * Runs every request of data/*.jsonl end to end: said to the server, built, checked in the browser, published, and its
 * follow-ups said too. A request passes where each facet holds. Arguments: languages, sets (own, held, blind), or words
 * that a request contains; "home" says each in a home of a dozen other apps, "unchecked" takes the browser's checks for passed,
 * "traditional" says the Chinese ones in traditional characters, of which nothing may come back in simplified ones.
 */
import { join } from 'node:path'
import { isTraditional, localeOfChinese } from '../../src/base/language/script.ts'
import type { AppId, Event, EventOf } from '../../src/events.ts'
import { LANGUAGES, type Language } from '../../src/spec.ts'
import { writtenFor, writtenThrough } from '../../src/traditional.ts'
import { furnish, LOCALE, loadHome } from '../home/home.ts'
import { type BenchHouse, benchHouse, uncheckedHouse } from '../house.ts'
import { table } from '../index.ts'
import { holds, holdsWords, lacks, load, type Request, type RequestSet, SETS, type Step, wordsOf } from './facets.ts'

type Outcome = { set: RequestSet; language: string; family: string; say: string; wrong: string[]; ms: number }

export async function run(args: string[]) {
  const folder = join(process.env.MACARON_ROOT ?? process.cwd(), 'bench', 'requests', 'data')
  const languages = args.filter((arg) => (LANGUAGES as string[]).includes(arg))
  const sets = SETS.filter((set) => args.includes(set))
  const words = args.filter((arg) => ![...languages, ...SETS, 'home', 'unchecked', 'traditional'].includes(arg))
  const house = args.includes('unchecked') ? uncheckedHouse(await benchHouse()) : await benchHouse()
  const outcomes: Outcome[] = []
  try {
    for (const language of LANGUAGES) {
      if (languages.length && !languages.includes(language)) continue
      const standing = args.includes('home') ? await furnish(house, language) : []
      const kinds = loadHome(language).map((one) => one.kinds)
      for (const set of sets.length ? sets : SETS)
        for (const request of load(folder, language, set).map(args.includes('traditional') ? inTraditional : (one) => one)) {
          if (words.length && !words.some((word) => request.say.includes(word) || request.family === word)) continue
          // Whoever has a gym log and asks for one is asked which is meant, and rightly: those of its kind step aside.
          const alike = standing.flatMap((app, i) => (app && kinds[i]?.includes(request.family) ? [app] : []))
          for (const app of alike) await house.server.house.apps.remove(app)
          const outcome = { set, ...(await one(house, request, language, standing)) }
          for (const app of alike) await house.server.house.apps.recover(app)
          if (outcome.wrong.length)
            process.stderr.write(`${set} ${language} ${request.family} “${request.say}”\n${outcome.wrong.map((w) => `   ${w}\n`).join('')}`)
          outcomes.push(outcome)
        }
      for (const app of standing) if (app) await house.server.house.apps.remove(app)
    }
  } finally {
    await house.close()
  }
  const value = summary(outcomes)
  const rows = [...Object.entries(value.bySet), ...Object.entries(value.byLanguage), ...Object.entries(value.byFamily)].map(
    ([name, { passed, of }]) => [name, passed, of, percent(passed, of)],
  )
  return {
    value,
    table: table(['requests', 'passed', 'of', 'share'], [...rows, ['all', value.passed, value.of, percent(value.passed, value.of)]]),
  }
}

const percent = (passed: number, of: number) => `${((100 * passed) / of).toFixed(1)} %`

function summary(outcomes: Outcome[]) {
  const by = (key: (o: Outcome) => string) => {
    const groups: Record<string, { passed: number; of: number }> = {}
    for (const outcome of outcomes) {
      groups[key(outcome)] ??= { passed: 0, of: 0 }
      const group = groups[key(outcome)]!
      group.of++
      if (!outcome.wrong.length) group.passed++
    }
    return groups
  }
  const passed = outcomes.filter((o) => !o.wrong.length).length
  return {
    passed,
    of: outcomes.length,
    share: passed / outcomes.length,
    bySet: by((o) => o.set),
    byLanguage: by((o) => o.language),
    byFamily: by((o) => o.family),
    failed: outcomes.filter((o) => o.wrong.length),
  }
}

const traditional = writtenFor('zh-Hant')
/** The same in traditional characters, what is expected too. */
const inTraditional = (request: Request): Request => writtenThrough(request, traditional)
/** What was asked in traditional characters and answered in others. */
const simplified = (asked: string, said: string, language: string): string[] =>
  language === 'zh' && isTraditional(localeOfChinese(asked, '')) && traditional(said) !== said ? [`simplified: ${said.slice(0, 100)}`] : []

async function one(
  house: BenchHouse,
  request: Request,
  language: Language,
  standing: readonly (AppId | null)[],
): Promise<Omit<Outcome, 'set'>> {
  const from = performance.now()
  const locale = LOCALE[language]
  const wrong: string[] = []
  const { events } = await house.say({ text: request.say, locale })
  const published = find(events, 'app-published')
  const proposed = find(events, 'spec-proposed')
  const reply = find(events, 'reply-end')
  if (!reply) wrong.push(`no reply: ${JSON.stringify(events.at(-1))?.slice(0, 200)}`)
  if (request.missing) {
    if (proposed && !proposed.missing.length) wrong.push('does not say what is missing')
  } else if (!published) wrong.push(`not published: ${notPublished(events)}`)
  const id = published?.app
  if (id) {
    const app = await house.app(id)
    wrong.push(...lacks(app.spec, request), ...simplified(request.say, `${reply?.text} ${wordsOf(app.spec)}`, language))
    if (app.spec.language !== language) wrong.push(`the app speaks ${app.spec.language}`)
    const conversation = events[0]?.conversation
    for (const step of request.then) {
      const lacking = await follow(house, id, step, locale, conversation)
      wrong.push(...lacking.map((what) => `after “${step.say}”: ${what}`))
    }
    const { apps } = await house.get<{ apps: { id: AppId; name: string }[] }>('/api/apps')
    for (const app of apps.filter((each) => !standing.includes(each.id))) {
      if (app.id !== id && !request.then.some((step) => step.another)) wrong.push(`made “${app.name}” as well`)
      await house.server.house.apps.remove(app.id)
    }
  }
  return { language, family: request.family, say: request.say, wrong, ms: performance.now() - from }
}

const notPublished = (events: Event[]) => {
  const check = events.findLast((e): e is EventOf<'check-finished'> => e.type === 'check-finished')
  if (check)
    return check.findings
      .map((f) => `${f.check}: ${f.message}`)
      .join('; ')
      .slice(0, 600)
  return `understood as ${find(events, 'module-chosen')?.option}`
}

async function follow(house: BenchHouse, id: string, step: Step, locale: string, conversation: string | undefined): Promise<string[]> {
  const before = await house.records(await house.app(id))
  const { events } = await house.say({ text: step.say, open: id, locale, ...(conversation && { conversation }) })
  const app = await house.app(id)
  const records = await house.records(app)
  const wrong = [...lacks(app.spec, step), ...simplified(step.say, find(events, 'reply-end')?.text ?? '', app.spec.language)]
  if (step.log || step.logtext) {
    const known = new Set(before.map((r) => r.id))
    const added = records.filter((r) => !known.has(r.id))
    if (!added.length)
      wrong.push(`nothing was logged (${find(events, 'module-chosen')?.option}: ${find(events, 'reply-end')?.text.slice(0, 100)})`)
    else wrong.push(...holds(added, step.log ?? []), ...holdsWords(added, step.logtext ?? []))
  }
  if (step.answer !== undefined) {
    const found = find(events, 'answer-found')
    const value = found?.answer.value
    const right = value !== undefined && value !== null && Math.abs(value - step.answer) <= 1e-6
    if (!right && !resultShows(events, step.answer))
      wrong.push(`answered ${value ?? `nothing (${find(events, 'module-chosen')?.option})`}, not ${step.answer}`)
  }
  const made = find(events, 'app-published')?.app
  if (step.another) return made && made !== id ? [] : ['no second app']
  if (!step.log && !step.logtext && records.length < before.length) wrong.push('records were lost')
  return wrong
}

/** What a calculator, a converter or a timer works out is shown on a card of its own, what was asked for first. */
const resultShows = (events: Event[], answer: number): boolean =>
  (find(events, 'reply-end')?.cards ?? []).some(
    (card) =>
      card.card === 'result' &&
      Number(/\d[\d,]*(?:\.\d+)?/.exec(card.shown.split(' · ')[0]!.replace(/^[^:]*:/, ''))?.[0].replaceAll(',', '')) === answer,
  )

const find = <T extends Event['type']>(events: Event[], type: T) => events.find((e): e is Event & EventOf<T> => e.type === type)
