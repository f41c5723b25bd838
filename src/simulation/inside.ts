/**
 * What the check does inside an app's frame, by the data-* hooks of the kit, as one script put there by the browser's
 * own means. It clicks, types and reads as a person could; it knows no more than what is on the page.
 */
type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const PATIENCE = 1200
const byAttribute = (name: string, value: string, root: ParentNode = document): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(`[${name}]`)].filter((one) => one.getAttribute(name) === value)
const shown = (element: HTMLElement | undefined): element is HTMLElement => Boolean(element?.isConnected && element.getClientRects().length)
const firstShown = (elements: HTMLElement[]) => elements.find(shown)
const frameTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 8))

async function until<T>(look: () => T | undefined | null | false, ms = PATIENCE): Promise<T | null> {
  const end = performance.now() + ms
  for (;;) {
    const found = look()
    if (found) return found
    if (performance.now() > end) return null
    await frameTurn()
  }
}

const ready = async (ms: number): Promise<boolean> => Boolean(await until(() => document.querySelector('[data-ready]'), ms))

/** Shows a view by its tab, where it is not shown already. */
async function show(view: string): Promise<boolean> {
  if (firstShown(byAttribute('data-view', view))) return true
  byAttribute('data-tab', view)[0]?.click()
  return Boolean(await until(() => firstShown(byAttribute('data-view', view))))
}

const tabs = (): string[] => [...document.querySelectorAll('[data-tab]')].map((tab) => tab.getAttribute('data-tab') ?? '')
const tool = async (id: string, view: string | null): Promise<boolean> => {
  if (view) await show(view)
  return Boolean(await until(() => firstShown(byAttribute('data-tool', id)), 600))
}

/** The entry form of a collection, opened as a person would open it. */
async function form(collection: string): Promise<HTMLFormElement | null> {
  const find = () => {
    const forms = byAttribute('data-entry', collection).filter(shown) as HTMLFormElement[]
    // A sheet over the page is what a person sees first.
    return forms.find((one) => one.closest('dialog,[role=dialog]')) ?? forms[0]
  }
  if (find()) return find() ?? null
  for (const tab of ['', ...tabs()]) {
    if (tab) {
      await show(tab)
      if (find()) return find() ?? null
    }
    for (const button of byAttribute('data-action', 'add').filter(shown)) {
      const own = button.getAttribute('data-collection') ?? button.closest('[data-collection]')?.getAttribute('data-collection')
      if (own && own !== collection) continue
      button.click()
      const opened = await until(find, 250)
      if (opened) return opened
      firstShown(byAttribute('data-action', 'cancel'))?.click()
    }
  }
  return null
}

const inputsIn = (holder: HTMLElement): Input[] =>
  holder.matches('input,select,textarea') ? [holder as Input] : [...holder.querySelectorAll<Input>('input,select,textarea')]

function type(input: Input, text: string): void {
  const kind =
    input instanceof HTMLSelectElement ? HTMLSelectElement : input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')!.set!.call(input, text)
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }))
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const ticked = (input: Input): input is HTMLInputElement =>
  input instanceof HTMLInputElement && (input.type === 'checkbox' || input.type === 'radio')

/** Sets a field; what was set, or null where there is no such control or it took nothing. */
function set(holder: HTMLElement, value: unknown): unknown {
  const inputs = inputsIn(holder).filter(
    (input) => !input.disabled && !(input instanceof HTMLInputElement && (input.readOnly || input.type === 'hidden')),
  )
  const [first] = inputs
  if (!first) return null
  const part = (name: string) => inputs.find((one) => one.dataset.part === name)
  if (part('hours') && part('minutes')) {
    type(part('hours')!, String(Math.floor(Number(value) / 60)))
    return { minutes: Number(value) % 60 }
  }
  if (ticked(first)) {
    if (value === '') {
      first.click()
      return null
    }
    if (inputs.length === 1 && first.type === 'checkbox') {
      if (first.checked !== Boolean(value)) first.click()
      return first.checked
    }
    const wanted = new Set((Array.isArray(value) ? value : [value]).map(String))
    const chosen = inputs.filter(ticked).filter((one) => wanted.has(one.value))
    for (const one of chosen) if (!one.checked) one.click()
    return chosen.length === wanted.size ? value : null
  }
  if (first instanceof HTMLSelectElement) {
    const options = [...first.options].filter((option) => option.value !== '' && !option.disabled)
    const option = options.find((one) => one.value === String(value)) ?? options[0]
    if (!option) return null
    type(first, option.value)
    return option.value === String(value) ? value : null
  }
  if (inputs.length > 1 && inputs.slice(1).some((one) => !ticked(one) && !(one instanceof HTMLSelectElement))) return null
  type(first, String(value))
  return value
}

type Filled = { opened: boolean; set: Record<string, unknown>; missing: string[] }
async function fill(collection: string, values: Record<string, unknown>): Promise<Filled> {
  const found = await form(collection)
  const filled: Filled = { opened: Boolean(found), set: {}, missing: [] }
  if (!found) return filled
  for (const details of found.querySelectorAll('details')) details.open = true
  for (const [field, value] of Object.entries(values)) {
    const holder = byAttribute('data-field', field, found)[0]
    if (!holder) {
      filled.missing.push(field)
      continue
    }
    const done = set(holder, value)
    if (typeof done === 'object' && done !== null && 'minutes' in done) {
      // The second part is told what the first became.
      await frameTurn()
      const minutes = inputsIn(byAttribute('data-field', field, found)[0] ?? holder).find((one) => one.dataset.part === 'minutes')
      if (minutes) type(minutes, String(done.minutes))
      filled.set[field] = value
    } else if (done !== null) filled.set[field] = done
  }
  await frameTurn()
  return filled
}

/** Marks the button that sends a form, for a real click. */
async function markSubmit(collection: string): Promise<boolean> {
  const found = await form(collection)
  const button =
    found &&
    (firstShown(byAttribute('data-action', 'save', found)) ??
      firstShown(byAttribute('data-action', 'add', found)) ??
      found.querySelector<HTMLElement>('button[type=submit],button:not([type])'))
  if (!button) return false
  for (const old of document.querySelectorAll('[data-check-target]')) old.removeAttribute('data-check-target')
  button.setAttribute('data-check-target', '')
  return true
}

const submit = async (collection: string): Promise<boolean> => {
  if (!(await markSubmit(collection))) return false
  const button = document.querySelector<HTMLElement>('[data-check-target]')!
  button.removeAttribute('data-check-target')
  button.click()
  return true
}

const listed = async (record: string, views: string[]): Promise<boolean> => {
  for (const view of views.length ? views : tabs()) {
    await show(view)
    if (await until(() => byAttribute('data-record', record)[0], 300)) return true
  }
  return false
}

/** Presses an action of a record: false where it offers none. */
async function act(record: string, action: string, views: string[]): Promise<boolean> {
  await listed(record, views)
  const row = byAttribute('data-record', record)[0]
  const inRow = row && (row.getAttribute('data-action') === action ? row : byAttribute('data-action', action, row)[0])
  if (!inRow && action === 'delete' && row) {
    // Offered where a record is changed.
    const edit = row.getAttribute('data-action') === 'edit' ? row : byAttribute('data-action', 'edit', row)[0]
    edit?.click()
    const inForm = await until(
      () => firstShown([...document.querySelectorAll<HTMLElement>('form [data-action=delete],dialog [data-action=delete]')]),
      300,
    )
    inForm?.click()
    return Boolean(inForm)
  }
  const button = inRow ?? firstShown(byAttribute('data-action', action).filter((one) => one.getAttribute('data-for') === record))
  if (!button) return false
  const details = button.closest('details')
  if (details) details.open = true
  button.click()
  // What is changed opens in a form over the page, a moment later.
  if (action === 'edit')
    await until(() => firstShown([...document.querySelectorAll<HTMLElement>('dialog[open] form, form [data-action=delete]')]), 300)
  else await frameTurn()
  return true
}

/** A form over the page goes when it has saved; until then it would be taken for the next one. */
const closed = async (): Promise<boolean> => Boolean(await until(() => !document.querySelector('dialog[open]'), 600))

/** Answers a question that an action may ask. */
async function confirm(): Promise<boolean> {
  const button = await until(() => firstShown(byAttribute('data-action', 'confirm')), 60)
  button?.click()
  return Boolean(button)
}

const press = (action: string): boolean => {
  const button = firstShown(byAttribute('data-action', action))
  button?.click()
  return Boolean(button)
}

/** Text of the error shown in a form, for the finding. */
const complaint = (): string => (document.querySelector('[aria-invalid=true] ~ *, [role=alert]')?.textContent ?? '').trim().slice(0, 160)
const alive = (): boolean => (document.body.textContent ?? '').trim().length > 0
/** Whether something is on the page and can be read there. */
const legible = (selector: string): boolean => {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find(shown)
  if (!element) return false
  const { visibility, opacity } = getComputedStyle(element)
  return visibility !== 'hidden' && Number(opacity) > 0.3 && element.getBoundingClientRect().height > 8
}
const present = (attribute: string, value: string): boolean => byAttribute(attribute, value).length > 0

/** Whether any of `words` can be read on the page, looking behind tabs and what else opens, as somebody would who looks for it. */
async function find(words: string[], record: string): Promise<boolean> {
  const seen = () => {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
    const text = `${document.body.innerText} ${inputsIn(document.body)
      .map((input) => input.value)
      .join(' ')}`
    return byAttribute('data-record', record).length > 0 || words.some((word) => text.includes(word))
  }
  if (await until(seen, 400)) return true
  const ways = () => [
    ...document.querySelectorAll<HTMLElement>('[role=tab],[data-tab],summary,nav button,nav a,main button:not([data-action])'),
  ]
  for (let at = 0; at < Math.min(ways().length, MOST_WAYS); at++) {
    ways().filter(shown)[at]?.click()
    if (await until(seen, 120)) return true
  }
  return false
}

/** Most things that are tried to find or to break something. */
const MOST_WAYS = 12

/** Types into what can be typed into and presses what can be pressed, as somebody who only wants to see what it does. */
async function explore(): Promise<number> {
  const tried = new Set<HTMLElement>()
  const next = () =>
    [...document.querySelectorAll<HTMLElement>('#app :is(button,input,select,textarea,summary,[role=button],[role=tab])')]
      .filter(shown)
      .find((one) => !tried.has(one) && !(one as HTMLButtonElement).disabled)
  for (let element = next(); element && tried.size < MOST_WAYS * 2; element = next()) {
    tried.add(element)
    if (element instanceof HTMLSelectElement) type(element, [...element.options].at(-1)?.value ?? '')
    else if (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !ticked(element)))
      type(element, element instanceof HTMLInputElement && /^(?:number|range)$/.test(element.type) ? '3' : 'abc')
    else element.click()
    await frameTurn()
  }
  await frameTurn()
  return tried.size
}

const inside = {
  explore,
  find,
  legible,
  ready,
  closed,
  show,
  tabs,
  tool,
  fill,
  markSubmit,
  submit,
  listed,
  act,
  confirm,
  press,
  complaint,
  alive,
  present,
}
export type Inside = typeof inside
declare global {
  var macaronInside: Inside
}
globalThis.macaronInside = inside
