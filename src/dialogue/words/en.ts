import type { Standing, Words } from './types.ts'

const list = (items: string[]) => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)
const quoted = (items: string[]) => list(items.map((item) => `“${item}”`))
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

function standing({ kind, value, of, period, share }: Standing): string {
  const when = period ? ` ${period}` : ''
  if (kind === 'limit') return share > 1 ? ` That is ${value}${when}, over the limit of ${of}.` : ` That makes ${value} of ${of}${when}.`
  return share >= 1 ? ` You reached ${of}${when}: ${value}.` : ` ${upper(value)} of ${of}${when} so far.`
}

const FAILED: [string, string][] = [
  ['nothing-said', 'I could not find anything to note in that. Try “500 yen latte”.'],
  ['nothing-to-log', 'This app keeps no records, so there is nothing to note.'],
  ['nothing-to-ask', 'This app keeps no records, so there is nothing to ask.'],
  ['record-unknown', 'I found no entry that fits.'],
  ['edit-unclear', 'I am not sure what to change. Name the field or the view, as in “add a rating”.'],
  ['app-unknown', 'I do not find that app.'],
  ['disk-full', 'The disk is full, so nothing was saved. Free some space and try again.'],
  ['turn-cancelled', 'Stopped, as you asked.'],
]
const failed = new Map(FAILED)

export const en: Words = {
  logged({ app, titles, did, standing: reached, unsure }) {
    const what = titles.length && titles.length <= 3 ? quoted(titles) : `${titles.length} entries`
    const done =
      did === 'create'
        ? `Noted ${what} in ${app}.`
        : did === 'update'
          ? `Changed ${what} in ${app}.`
          : `Deleted ${what} from ${app}. You can undo this.`
    return done + (reached ? standing(reached) : '') + (unsure?.length ? ` Still empty: ${list(unsure)}.` : '')
  },
  answered({ about, shown, value, period, rows, previous, records, listed, plain, measure, what }) {
    const scope = [about ? `“${about}”` : '', period, what].filter(Boolean).join(', ')
    const when = scope ? `${upper(scope)}: ` : ''
    if (value === null || (measure === 'count' && value === 0 && !rows.length)) return `${when}nothing yet.`.replace(/^n/, 'N')
    const change = previous
      ? previous.change === 'same'
        ? ` The same as before.`
        : previous.change === 'unknown'
          ? ' There is nothing before it to compare with.'
          : ` Before it was ${previous.shown}, so ${previous.change} now.`
      : ''
    const parts =
      rows.length > 1
        ? `\n${lines(rows.slice(0, 8).map((row) => `${row.label}: ${row.shown}`))}`
        : rows.length === 1
          ? ` (${rows[0]!.label})`
          : ''
    const [only] = records
    if (only && !rows.length && !change && listed && records.length === 1) return `${when}${only}${plain ? '' : ` (${shown})`}.`
    if (only && !rows.length && !change && measure === 'count')
      return `${when}${records.length === 1 ? `${shown} (${only}).` : `${shown}:\n${lines(records.slice(0, 8))}`}`
    const named = !rows.length && (measure === 'count' || listed) && only ? `\n${lines(records.slice(0, 8))}` : ''
    const kind = measure === 'mean' && !what ? 'on average ' : ''
    return `${when}${kind}${shown}${parts ? parts : '.'}${change}${named}`
  },
  exists({ some, about, period, names }) {
    const scope = [about ? `“${about}”` : '', period].filter(Boolean).join(', ')
    return some ? `Yes: ${names.join(', ') || scope}.` : `No${scope ? ` (${scope})` : ''}.`
  },
  measured: (fn, field) =>
    `${{ count: 'number of', sum: 'total', mean: 'average', min: 'lowest', max: 'highest', latest: 'latest', first: 'first', distinct: 'different' }[fn]} ${field}`,
  allTime: 'all time',
  named({ about, period, names, more }) {
    const scope = [about ? `“${about}”` : '', period].filter(Boolean).join(', ')
    const said = names.length ? `${list([...names, ...(more ? [`${more} more`] : [])])}.` : 'none.'
    return scope ? `${upper(scope)}: ${said}` : upper(said)
  },
  remaining: ({ kind, left, of, over, period }) =>
    kind === 'limit'
      ? over
        ? `You are ${left} over the limit of ${of}${period ? ` ${period}` : ''}.`
        : `${left} left of ${of}${period ? ` ${period}` : ''}.`
      : over
        ? `You are past your goal of ${of}, by ${left}.`
        : `${left} to go to your goal of ${of}${period ? ` ${period}` : ''}.`,
  occasion({ about, day, days }) {
    const ago =
      days === undefined
        ? ''
        : days === 0
          ? ', today'
          : days === -1
            ? ', yesterday'
            : days === 1
              ? ', tomorrow'
              : days < 0
                ? `, ${-days} days ago`
                : `, in ${days} days`
    return `${about ? `“${about}”: ` : ''}${day}${ago}.`
  },
  built({ name, purpose, assumed, missing }) {
    return [
      `${name} is ready. ${sentence(purpose)}`,
      assumed.length ? `I assumed: ${list(assumed)}.` : '',
      missing.length ? `Not in it: ${list(missing)}.` : '',
    ]
      .filter(Boolean)
      .join(' ')
  },
  edited: ({ said, missing }) => sentence(said) + (missing.length ? ` I could not do: ${list(missing)}.` : ' Your data stays.'),
  undone: ({ what, app }) => (what ? `${what}${app ? ` (${app})` : ''}.` : 'Undone.'),
  redone: ({ what, app }) => (what ? `${what}${app ? ` (${app})` : ''}.` : 'Done again.'),
  nothingToUndo: () => 'There is nothing to undo.',
  nothingToRedo: () => 'There is nothing to redo.',
  restored: ({ app, when }) => `${app} is back as it was${when ? ` at ${when}` : ''}. This can be undone too.`,
  opened: ({ app }) => `Here is ${app}.`,
  apps: ({ names }) =>
    names.length
      ? `You have ${names.length === 1 ? 'one app' : `${names.length} apps`}: ${list(names)}.`
      : 'You have no apps yet. Say what you want to keep track of, and I make one.',
  removed: ({ app }) => `${app} is deleted. Say “undo” if you want it back.`,
  remembered: ({ text }) => `I will remember: ${sentence(text)}`,
  recalled: ({ items, about }) =>
    items.length
      ? items.length === 1
        ? `You told me: ${sentence(items[0]!)}`
        : `What you told me:\n${lines(items)}`
      : about
        ? `You have not told me anything about “${about}”.`
        : 'You have not told me anything to remember yet.',
  forgotten: ({ count, about }) =>
    count
      ? `Forgotten${about ? `: “${about}”` : ''}. It is deleted everywhere.`
      : about
        ? `I had nothing about “${about}” to forget.`
        : 'There was nothing to forget.',
  calculated: ({ expression, shown }) => `${expression} = ${shown}`,
  feedback: ({ value }) =>
    value > 0
      ? 'Good to hear.'
      : value < 0
        ? 'Sorry about that. What should be different? You can also say “undo”.'
        : 'All right, it stays as it is.',
  thanks: () => 'You are welcome.',
  farewell: () => 'Good night, and see you. Everything is kept.',
  greeting: ({ part, name, examples }) =>
    `${part === 'morning' ? 'Good morning' : part === 'evening' ? 'Good evening' : 'Hello'}${name ? `, ${name}` : ''}. Tell me what you would like to keep track of or plan, and I make a small app for it. For example:\n${lines(examples)}`,
  help: ({ examples }) =>
    `I am a program that runs on your own machine, and no person. I make small apps from what you say, note things in them, answer from them, and remember what you tell me. You can change an app by talking (“add a rating”) and undo everything. For example:\n${lines(examples)}`,
  plan: ({ text }) => `Let us plan it step by step: ${sentence(text)} What matters most, and by when?`,
  outside: {
    send: 'I cannot send messages from here, but I can keep a list of whom to write to and remind you of it.',
    call: 'I cannot make phone calls, but I can keep a list of whom to call and remind you of it.',
    order: 'I cannot book, order or buy anything for you, but I can keep what you plan and book yourself, with dates and prices.',
    pay: 'I cannot pay or move money, but I can keep what is due and what you have paid, and remind you.',
    device: 'I cannot control devices from here, but I can keep a schedule for them and remind you.',
    post: 'I cannot post anything online, but I can keep your drafts and the days they are due.',
    translate: 'I cannot translate, but I can keep words with their meanings as cards for you to learn.',
    weather: 'I cannot look up the weather, because I work without the internet, but I can keep a weather diary for you.',
    news: 'I cannot look up the news, because I work without the internet, but I can keep a list of links to read.',
    price: 'I cannot look up prices or rates, because I work without the internet, but I can keep and compare the ones you give me.',
    search: 'I cannot look that up, because I work without the internet, but I can answer from your apps and from what you have told me.',
  },
  heard: {
    low: ['I am sorry, that sounds hard.', 'That does not sound easy.', 'Oh dear. I hope it gets better soon.'],
    glad: ['That is good to hear.', 'How nice!', 'Lovely, I am glad.'],
    plain: ['I see.', 'Fair enough.', 'Thanks for telling me.'],
  },
  unclear: ({ examples }) => `I am not sure what you would like. You can say, for example:\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `${app} did not pass its check${finding ? ` (${finding})` : ''}, so ${kept ? 'the version before stays as it is' : 'I did not publish it'}. Say it in other words, or ask for less at once.`,
  cannot: ({ missing }) => `I cannot do that yet: ${list(missing)}.`,
  failed: ({ code }) => failed.get(code) ?? 'That did not work. Nothing was lost; please try again.',
  undo: 'Undo',
  examples: [
    'Track what I spend on coffee, at most 5,000 yen a month',
    'A packing list for a week in Iceland',
    'Remember that I am allergic to nuts',
  ],
}
