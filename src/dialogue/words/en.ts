import type { Changed, EntrySaid } from '../entry.ts'
import type { Answered, Standing, Words } from './types.ts'

const list = (items: string[]) => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

function standing({ kind, value, of, period, share }: Standing): string {
  const when = period ? ` ${period}` : ''
  if (kind === 'limit') return share > 1 ? ` That is ${value}${when}, over the limit of ${of}.` : ` That makes ${value} of ${of}${when}.`
  return share >= 1 ? ` You reached ${of}${when}: ${value}.` : ` ${upper(value)} of ${of}${when} so far.`
}

/** Where an answer holds: “for Rahul this month”. */
function within({ about, period }: { about: string; period: string }): string {
  const when = !period
    ? ''
    : /^(?:this|last|next|today|yesterday|tomorrow|in)\b|ago$/.test(period)
      ? ` ${period}`
      : /^the /.test(period)
        ? ` in ${period}`
        : /^\p{L}+ \d{4}$/u.test(period)
          ? ` in ${period}`
          : `, ${period}`
  return `${about ? ` for ${about.split(' ').length > 3 ? `“${about}”` : about}` : ''}${when}`
}
const on = (day: string) => (/^(?:today|yesterday|tomorrow)/.test(day) ? day : `on ${day}`)

function measured({ about, period, figure, measure, of, nouns }: Answered): string {
  const scope = within({ about, period })
  const which = of ? ` (${of})` : ''
  switch (measure) {
    case 'count':
      return `${figure} ${figure === '1' ? nouns.one : nouns.many}${scope}`
    case 'sum':
      return `${figure}${scope ? '' : ' in all'}${which}${scope}`
    case 'mean':
      return `${figure} on average${which}${scope}`
    case 'distinct':
      return `${figure} different${which}${scope}`
    case 'reckoned':
      return `${figure}${which}${scope}`
    default:
      return `${figure} is the ${{ min: 'lowest', max: 'highest', latest: 'latest', first: 'first' }[measure]}${which}${scope}`
  }
}

// ---- Entries -------------------------------------------------------------------------------------------------

/** More are counted. */
const MANY = 3
const inside = (app: string, word = 'in') => (app ? ` ${word} ${app}` : '')
/** An entry without a name is the one of its day. */
const called = ({ name, day, figures }: EntrySaid) =>
  name ? `“${name}”` : day ? (/\d/.test(day) ? `the entry of ${day}` : `${day}’s entry`) : figures.join(', ') || 'the entry'
const told = ({ name, figures, day }: EntrySaid) => (name ? [...figures, day] : figures).filter(Boolean).join(', ')
const withFigures = (one: EntrySaid) => `${called(one)}${told(one) && told(one) !== called(one) ? ` (${told(one)})` : ''}`
const several = (entries: EntrySaid[]) => (entries.length > MANY ? `${entries.length} entries` : list(entries.map(withFigures)))

function noted(entries: EntrySaid[], app: string): string {
  const [one] = entries
  if (entries.length !== 1 || !one) {
    const all = entries.map((each) => (each.name ? withFigures(each) : `“${each.figures.join(', ')}”`))
    return `Noted ${entries.length > MANY ? `${entries.length} entries` : list(all)}${inside(app)}.`
  }
  if (!one.name) return `Noted${one.day ? ` for ${one.day}` : ''}${inside(app)}${one.figures.length ? `: ${one.figures.join(', ')}` : ''}.`
  return `Noted “${one.name}”${inside(app)}${told(one) ? `: ${told(one)}` : ''}.`
}
const deleted = (entries: EntrySaid[], app: string) => `Deleted ${several(entries)}${inside(app, 'from')}. You can undo this.`

function changed(entries: EntrySaid[], app: string): string {
  if (entries.length > MANY) return `Changed ${entries.length} entries${inside(app)}.`
  if (entries.every(({ changes, renamed }) => !changes.length && !renamed)) return `${upper(list(entries.map(called)))} already says so.`
  const [one] = entries
  if (entries.length !== 1 || !one) return `Changed ${list(entries.map((each) => `${called(each)} (${changesOf(each)})`))}${inside(app)}.`
  if (one.renamed) return `Renamed “${one.renamed}” to “${one.name}”${inside(app)}${one.changes.length ? `; ${changesOf(one)}` : ''}.`
  return `Changed ${called(one)}${inside(app)}: ${changesOf(one)}.`
}
const some = ({ changes }: EntrySaid, say: (change: Changed) => string) =>
  list([...changes.slice(0, MANY).map(say), ...(changes.length > MANY ? [`${changes.length - MANY} more`] : [])])
const changesOf = (one: EntrySaid) => some(one, change)
const again = (one: EntrySaid) => some(one, ({ label, to, words }) => (to ? `${label} is ${value(to, words)}` : `${label} is empty`))
const value = (shown: string, words: boolean) => (words ? `“${shown}”` : /^(?:Yes|No)$/.test(shown) ? shown.toLowerCase() : shown)
function change({ label, from, to, words }: Changed): string {
  if (!to) return `${label} cleared (it was ${value(from, words)})`
  if (!from) return `${label} now ${value(to, words)}`
  const unit = /^[\d.,]+( ?\D+)$/.exec(to)?.[1]
  const before = unit && from.endsWith(unit) ? from.slice(0, -unit.length) : value(from, words)
  return `${label} ${before} → ${value(to, words)}`
}

const FAILED: [string, string][] = [
  ['nothing-said', 'I could not find anything to note in that. Try “500 yen latte”.'],
  ['nothing-to-log', 'This app keeps no records, so there is nothing to note.'],
  ['nothing-to-ask', 'This app keeps no records, so there is nothing to ask.'],
  ['record-unknown', 'I found no entry that fits.'],
  ['edit-unclear', 'I am not sure what to change. Say what to add, rename or take out, as in “add a rating”.'],
  ['app-unknown', 'I do not find that app.'],
  ['disk-full', 'The disk is full, so nothing was saved. Free some space and try again.'],
  ['turn-cancelled', 'Stopped, as you asked.'],
]
const failed = new Map(FAILED)

export const en: Words = {
  logged({ app, entries, did, standing: reached, unsure }) {
    const done = did === 'create' ? noted(entries, app) : did === 'update' ? changed(entries, app) : deleted(entries, app)
    return done + (reached ? standing(reached) : '') + (unsure?.length ? ` Still empty: ${list(unsure)}.` : '')
  },
  answered(data) {
    const { about, period, figure, rows, chosen, entries, previous } = data
    if (!figure && !chosen) return `Nothing yet${within({ about, period })}.`
    const change = !previous
      ? ''
      : previous.change === 'same'
        ? ' The same as before.'
        : previous.change === 'unknown'
          ? ' There is nothing before it to compare with.'
          : ` That is ${previous.change} than before (${previous.figure}).`
    if (chosen) {
      const said = [chosen.name, figure, chosen.day && on(chosen.day)].filter(Boolean).join(', ')
      const besides = chosen.besides.length ? ` (${chosen.besides.join(', ')})` : ''
      return `${upper(said)}${chosen.day ? '' : within({ about: '', period })}${besides}.${change}`
    }
    const head = measured(data)
    if (rows.length > 1) return `${head}:\n${lines(rows.map((row) => `${row.label}: ${row.figure}`))}${change && `\n${change.trim()}`}`
    if (entries.length === 1) return `${head}: ${entries[0]}.${change}`
    return entries.length ? `${head}:\n${lines(entries)}${change && `\n${change.trim()}`}` : `${head}.${change}`
  },
  exists: ({ some, about, period, names }) =>
    some ? `Yes${names.length ? `: ${list(names)}` : within({ about, period })}.` : `No, none${within({ about, period })}.`,
  named({ about, period, names, more }) {
    if (!names.length) return `None${within({ about, period })}.`
    return `${upper(list([...names, ...(more ? [`${more} more`] : [])]))}${within({ about: '', period })}.`
  },
  remaining: ({ kind, left, of, over, period }) =>
    kind === 'limit'
      ? over
        ? `You are ${left} over the limit of ${of}${period ? ` ${period}` : ''}.`
        : `${left} left of ${of}${period ? ` ${period}` : ''}.`
      : over
        ? `You are past your goal of ${of}, by ${left}.`
        : `${left} to go to your goal of ${of}${period ? ` ${period}` : ''}.`,
  occasion({ day, days, figure }) {
    const ago = days === undefined || Math.abs(days) < 2 ? '' : days < 0 ? `, ${-days} days ago` : `, in ${days} days`
    return `${upper(`${figure ? `${figure}, ` : ''}${figure ? on(day) : day}${ago}`)}.`
  },
  built({ name, purpose, keeps, more, assumed, missing }) {
    const kept = keeps.length ? `It keeps ${list([...keeps, ...(more ? [`${more} more`] : [])])}.` : sentence(purpose)
    return [`${name} is ready. ${kept}`, ...assumed.map(sentence), missing.length ? `Not in it: ${list(missing)}.` : '']
      .filter(Boolean)
      .join(' ')
  },
  edited: ({ said, missing }) => sentence(said) + (missing.length ? ` I could not do: ${list(missing)}.` : ''),
  wentBack: ({ app, back, gone, changed }) =>
    [
      back.length ? `${upper(several(back))} ${back.length === 1 ? 'is' : 'are'} back in ${app}.` : '',
      gone.length ? `Took ${several(gone)} out of ${app} again.` : '',
      changed.length > MANY
        ? `${changed.length} entries of ${app} are as they were.`
        : changed.map((one) => `${upper(called(one))}${one.changes.length ? `: ${again(one)} again` : ' is as it was'}.`).join(' '),
    ]
      .filter(Boolean)
      .join(' '),
  undone: ({ what }) => (what ? sentence(what) : 'Undone.'),
  redone: ({ what }) => (what ? sentence(what) : 'Done again.'),
  nothingToUndo: () => 'There is nothing to undo.',
  nothingToRedo: () => 'There is nothing to redo.',
  restored: ({ app, when }) => `${app} is back as it was${when ? ` ${on(when)}` : ''}. This can be undone too.`,
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
    tired: ['You have earned a rest.', 'Take it easy for a bit.', 'That sounds tiring.', 'I hope you can put your feet up.'],
    hurt: [
      'Ouch. I hope it eases off soon.',
      'That sounds sore. Go easy on yourself.',
      'Poor you. Get well soon.',
      'I hope you feel better soon.',
    ],
    angry: ['I can see why that annoys you.', 'That is maddening.', 'Fair enough, I would be cross too.', 'What a nuisance.'],
    low: ['I am sorry to hear that.', 'That can’t be easy.', 'Oh dear. I hope it gets better.', 'That sounds hard.'],
    glad: ['That’s good to hear.', 'How nice!', 'Lovely.', 'Good for you!'],
    plain: ['I see.', 'Fair enough.', 'Ah, right.', 'Got you.'],
  },
  unclear: ({ app, examples }) =>
    app
      ? `Sorry, I did not get that. In ${app} you can say, for example:\n${lines(examples)}`
      : `Sorry, I did not get that. You can say, for example:\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `${app} did not pass its check${finding ? ` (${finding})` : ''}, so ${kept ? 'the version before stays as it is' : 'I did not publish it'}. Say it in other words, or ask for less at once.`,
  cannot: ({ missing }) => `I cannot do that yet: ${list(missing)}.`,
  failed: ({ code }) => failed.get(code) ?? 'That did not work. Nothing was lost; please try again.',
  undo: 'Undo',
  examples: ({ most, place }) => [
    `Track what I spend on coffee, at most ${most} a month`,
    `A packing list for a week in ${place}`,
    'Remember that I am allergic to nuts',
  ],
  ask: {
    add: (name) => `add ${name}`,
    spent: 'how much this month?',
    mean: (field) => `what is the average ${field}?`,
    count: 'how many this week?',
    change: 'add a note',
  },
}
