/**
 * What is said in a home of a dozen apps with none open: an entry, a question, a change must reach the app that it is of,
 * and make no app. Arguments: languages. Which step takes a message is looked at here, so the apps' checks in the browser
 * are taken for passed.
 */
import type { AppId, Event, EventType } from '../../src/events.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { benchHouse, uncheckedHouse } from '../house.ts'
import { percentile, table } from '../index.ts'
import { furnish, LOCALE, loadHome } from './home.ts'

/** The event that shows that the thing was done. */
const DONE: Record<'log' | 'ask' | 'edit', EventType> = { log: 'record-logged', ask: 'answer-found', edit: 'app-published' }

/** `asked`: it was asked which app is meant, and the right one was among the answers offered. */
type Outcome = { language: string; say: string; does: string; wrong: string | null; asked: boolean; reply: string; ms: number }

export async function run(args: string[]) {
  const outcomes: Outcome[] = []
  for (const language of LANGUAGES) {
    if (args.length && !args.includes(language)) continue
    const house = uncheckedHouse(await benchHouse())
    try {
      const made = await furnish(house, language)
      for (const [i, { build, said }] of loadHome(language).entries())
        for (const { say, does } of said) {
          const { events, ms } = await house.say({ text: say, locale: LOCALE[language] })
          const app = made[i] ?? null
          const asked = offers(events, app ? ((await house.app(app)).spec.name ?? '') : '')
          const outcome = { language, say, does, wrong: wrongOf(events, app, DONE[does]), asked, reply: replyOf(events), ms }
          outcomes.push(outcome)
          if (outcome.wrong)
            process.stderr.write(`${language} “${say}” (${build})\n   ${outcome.wrong}\n   ${outcome.reply.slice(0, 160)}\n`)
          for (const event of events)
            if (event.type === 'app-published' && !made.includes(event.app)) await house.server.house.apps.remove(event.app)
        }
    } finally {
      await house.close()
    }
  }
  const rows = (['log', 'ask', 'edit'] as const).flatMap((does) =>
    LANGUAGES.map((language) => {
      const of = outcomes.filter((o) => o.does === does && o.language === language)
      return [does, language, of.filter((o) => !o.wrong).length, of.filter((o) => o.wrong && o.asked).length, of.length]
    }),
  )
  const passed = outcomes.filter((o) => !o.wrong).length
  const asked = outcomes.filter((o) => o.wrong && o.asked).length
  const entries = outcomes.filter((o) => o.does === 'log' && !o.wrong).map((o) => o.ms)
  return {
    value: { passed, asked, of: outcomes.length, outcomes },
    table: `${table(
      ['said', 'language', 'reached its app', 'asked, and offered it', 'of'],
      [...rows, ['all', '', passed, asked, outcomes.length]],
    )}\n\nAn entry: p50 ${percentile(entries, 0.5).toFixed(0)} ms, p95 ${percentile(entries, 0.95).toFixed(0)} ms.`,
  }
}

const offers = (events: Event[], name: string) => {
  const end = events.find((event) => event.type === 'reply-end')
  const cards = end?.type === 'reply-end' ? end.cards : []
  return cards.some((card) => card.card === 'choice' && card.options.some(({ say }) => say.startsWith(`${name}: `)))
}

const replyOf = (events: Event[]) => {
  const end = events.find((event) => event.type === 'reply-end')
  return end?.type === 'reply-end' ? end.text : ''
}

function wrongOf(events: Event[], app: AppId | null, done: EventType): string | null {
  if (!app) return 'its app was not built'
  const reached = events.find((event) => event.type === done && 'app' in event)
  if (reached && 'app' in reached && reached.app === app) return null
  const choice = events.find((event) => event.type === 'module-chosen')
  const features = choice?.type === 'module-chosen' ? JSON.stringify(choice.features) : ''
  return `${reached ? 'another app took it' : 'it was not done'}: ${choice?.type === 'module-chosen' ? choice.option : ''} ${features}`
}
