/** The menu of an app that has the whole page: the way home, undo and redo, and its data as CSV in and out. */
import type { HostConfig } from './protocol.ts'
import type { Words } from './words.ts'

/** Characters of a CSV file; the server has a limit of its own. */
const MOST_CSV = 8_000_000

export type MenuParts = {
  config: HostConfig
  words: Words
  notice(text: string, ms: number): void
  ask(question: string): Promise<boolean>
}

type Item = { label: string } & ({ href: string; download?: boolean } | { press(): void })

export function menu(parts: MenuParts): void {
  const { config, words } = parts
  const { app, spec } = config
  const shown = spec.collections.filter((one) => !one.hidden)
  const named = (what: string, label: string) => (shown.length > 1 ? `${what}: ${label}` : what)
  const items: Item[] = [
    { label: words.home, href: '/' },
    { label: words.undo, press: () => void step(parts, 'undo') },
    { label: words.redo, press: () => void step(parts, 'redo') },
    ...shown.flatMap(({ id, label }): Item[] => [
      { label: named(words.exportCsv, label), href: `/api/apps/${app}/export.csv?collection=${id}`, download: true },
      { label: named(words.importCsv, label), press: () => pickFile((text) => void bringIn(parts, id, text)) },
    ]),
  ]
  const details = document.createElement('details')
  details.id = 'menu'
  const summary = document.createElement('summary')
  summary.textContent = '⋯'
  summary.setAttribute('aria-label', words.menu)
  const list = document.createElement('ul')
  list.append(...items.map((item) => entry(item, () => (details.open = false))))
  details.append(summary, list)
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return
    details.open = false
    summary.focus()
  })
  document.addEventListener('click', (event) => {
    if (!details.contains(event.target as Node)) details.open = false
  })
  // A click into the frame is none on this page; the focus going there tells.
  window.addEventListener('blur', () => (details.open = false))
  document.querySelector('main')!.before(details)
}

function entry(item: Item, close: () => void): HTMLLIElement {
  const line = document.createElement('li')
  const part = document.createElement('href' in item ? 'a' : 'button') as HTMLAnchorElement & HTMLButtonElement
  part.textContent = item.label
  if ('href' in item) {
    part.href = item.href
    if (item.download) part.download = ''
  } else part.type = 'button'
  part.addEventListener('click', () => {
    close()
    if ('press' in item) item.press()
  })
  line.append(part)
  return line
}

async function call(path: string, body: object = {}): Promise<{ value?: Record<string, unknown>; problem?: string }> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    })
    const answer = (await response.json()) as { error?: { message: string } }
    return answer.error ? { problem: answer.error.message } : { value: answer as Record<string, unknown> }
  } catch {
    return {}
  }
}

async function step({ config, words, notice }: MenuParts, way: 'undo' | 'redo'): Promise<void> {
  const { value, problem } = await call(`/api/apps/${config.app}/${way}`)
  const what = (value?.checkpoint as { what?: string } | undefined)?.what
  notice(what ?? problem ?? words.offline, 4000)
}

function pickFile(use: (text: string) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.csv,text/csv,text/plain'
  input.onchange = () => void input.files?.[0]?.text().then((text) => use(text.slice(0, MOST_CSV)))
  input.click()
}

/** First what would happen, then, if the person wants it, it. */
async function bringIn({ config, words, notice, ask }: MenuParts, collection: string, csv: string): Promise<void> {
  const path = `/api/apps/${config.app}/import`
  const preview = await call(path, { collection, csv })
  const found = preview.value as { rows?: unknown[]; total?: number } | undefined
  if (!found) return notice(preview.problem ?? words.offline, 8000)
  const good = found.rows?.length ?? 0
  if (!(await ask(words.importAsk(good, (found.total ?? good) - good)))) return
  const done = await call(path, { collection, csv, commit: true })
  notice(done.value ? words.imported(Number(done.value.added ?? good)) : (done.problem ?? words.offline), 6000)
}
