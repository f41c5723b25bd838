import type { Changed, EntrySaid } from '../entry.ts'
import { eul, eun, i, ieyo, ro } from '../particles.ts'
import type { Answered, Standing, Words } from './types.ts'

const list = (items: string[]) => items.join(', ')
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

function standing({ kind, value, of, period, share }: Standing): string {
  const when = period ? `${period} ` : ''
  if (kind === 'limit') return share > 1 ? ` ${when}${value}, 한도 ${eul(of)} 넘었어요.` : ` ${when}${of} 중 ${ieyo(value)}.`
  return share >= 1 ? ` ${when}목표 ${of}에 도달했어요 (${value}).` : ` ${when}지금까지 ${value}, 목표는 ${ieyo(of)}.`
}

/** What an answer is about: 이번 달 “점심”은. A span of time alone takes no particle. */
const topicOf = ({ about, period, of }: Pick<Answered, 'about' | 'period' | 'of'>) => {
  const what = [about ? `“${about}”` : '', of].filter(Boolean).join(' ')
  return [period, what && eun(what)]
    .filter(Boolean)
    .map((part) => `${part} `)
    .join('')
}
function measured(data: Answered): string {
  const { figure, measure } = data
  const said = {
    ...{ count: `모두 ${figure}건`, distinct: `모두 ${figure}가지`, reckoned: figure, sum: `모두 ${figure}`, mean: `평균 ${figure}` },
    ...{ min: `가장 낮을 때 ${figure}`, max: `가장 높을 때 ${figure}`, latest: `가장 최근에 ${figure}`, first: `처음에 ${figure}` },
  }
  return `${topicOf(data)}${said[measure]}`
}

// ---- Entries -------------------------------------------------------------------------------------------------

/** More are counted. */
const MANY = 3
/** An entry without a name is the one of its day. */
const called = ({ name, day, figures }: EntrySaid) => (name ? `“${name}”` : day ? `${day} 기록` : list(figures) || '그 기록')
const withFigures = (one: EntrySaid) => {
  const { name, figures, day } = one
  if (!name) return figures.length ? [day, list(figures)].filter(Boolean).join(' ') : `${day} 것`
  return [day, called(one), ...figures].filter(Boolean).join(' ')
}
const several = (entries: EntrySaid[]) => (entries.length > MANY ? `${entries.length}건` : list(entries.map(withFigures)))
const noted = (entries: EntrySaid[], app: string) => `${app ? `${app}에 ` : ''}${several(entries)} 기록했어요.`
const deleted = (entries: EntrySaid[], app: string) => `${app ? `${app}에서 ` : ''}${several(entries)} 지웠어요. 되돌릴 수 있어요.`

function changed(entries: EntrySaid[], app: string): string {
  const of = app ? `${app}의 ` : ''
  if (entries.length > MANY) return `${of}${entries.length}건을 고쳤어요.`
  if (entries.every(({ changes, renamed }) => !changes.length && !renamed)) return `${list(entries.map(called))}, 이미 그렇게 되어 있어요.`
  const [one] = entries
  if (entries.length !== 1 || !one) return `${of}${list(entries.map((each) => `${called(each)}(${changesOf(each)})`))} 고쳤어요.`
  const { changes, renamed } = one
  if (renamed) return `${of}“${renamed}” 이름을 ${ro(called(one))} 고쳤어요.${changes.length ? ` ${changesOf(one)}.` : ''}`
  const [only] = changes
  if (changes.length > 1 || !only || !only.to) return `${of}${called(one)} 고쳤어요: ${changesOf(one)}.`
  if (/^(?:예|아니요)$/.test(only.to)) return `${of}${called(one)} ${eul(only.label)} ${ro(only.to)} 바꿨어요.`
  const [from, to] = [value(only.from, only), value(only.to, only)]
  return `${of}${called(one)} ${eul(only.label)} ${only.from ? `${from}에서 ` : ''}${ro(to)} ${only.from ? '고쳤어요' : '적었어요'}.`
}
const value = (shown: string, { words }: Changed) => (words ? `“${shown}”` : shown)
const some = ({ changes }: EntrySaid, say: (change: Changed) => string) =>
  `${list(changes.slice(0, MANY).map(say))}${changes.length > MANY ? ` 외 ${changes.length - MANY}가지` : ''}`
const changesOf = (one: EntrySaid) =>
  some(one, (each) => `${each.label} ${each.from ? `${value(each.from, each)} → ` : ''}${each.to ? value(each.to, each) : '없음'}`)
const again = (one: EntrySaid) => some(one, (each) => `${each.label} ${each.to ? value(each.to, each) : '없음'}`)

const failed = new Map([
  ['nothing-said', '기록할 내용을 찾지 못했어요. “점심 9000원”처럼 말해 보세요.'],
  ['nothing-to-log', '이 앱은 기록을 남기지 않아서 적을 곳이 없어요.'],
  ['nothing-to-ask', '이 앱은 기록을 남기지 않아서 물어볼 것이 없어요.'],
  ['record-unknown', '맞는 기록을 찾지 못했어요.'],
  ['edit-unclear', '무엇을 바꿀지 잘 모르겠어요. “별점 추가해줘”처럼 무엇을 더하고, 바꾸고, 뺄지 말해 주세요.'],
  ['app-unknown', '그 앱을 찾지 못했어요.'],
  ['disk-full', '디스크가 가득 차서 저장하지 못했어요. 공간을 비우고 다시 해 주세요.'],
  ['turn-cancelled', '말씀대로 멈췄어요.'],
])

export const ko: Words = {
  logged({ app, entries, did, standing: reached, unsure }) {
    const done = did === 'create' ? noted(entries, app) : did === 'update' ? changed(entries, app) : deleted(entries, app)
    return done + (reached ? standing(reached) : '') + (unsure?.length ? ` 아직 비어 있는 항목: ${list(unsure)}.` : '')
  },
  answered(data) {
    const { figure, rows, chosen, entries, previous } = data
    if (!figure && !chosen) return `${topicOf(data)}아직 기록이 없어요.`
    const change = !previous
      ? ''
      : previous.change === 'same'
        ? ' 전과 같아요.'
        : previous.change === 'unknown'
          ? ' 비교할 이전 기록은 아직 없어요.'
          : ` 이전(${previous.figure})보다 ${previous.change === 'more' ? '많아요' : '적어요'}.`
    if (chosen) {
      const [said, besides] = [
        [chosen.name, figure],
        [chosen.day, ...chosen.besides],
      ].map((parts) => list(parts.filter(Boolean)))
      return `${data.period && !chosen.day ? `${data.period} ` : ''}${said ? `${ieyo(said)}${besides && ` (${besides})`}` : ieyo(besides!)}.${change}`
    }
    const head = ieyo(measured(data))
    if (rows.length > 1) return `${head}.${change}\n${lines(rows.map((row) => `${row.label}: ${row.figure}`))}`
    if (entries.length === 1) return `${head}: ${entries[0]}.${change}`
    return entries.length ? `${head}.${change}\n${lines(entries)}` : `${head}.${change}`
  },
  exists({ some, about, period, names }) {
    const scope = [period, about ? `“${about}”` : ''].filter(Boolean).join(' ')
    return some ? `네, 있어요${names.length ? `: ${list(names)}` : ''}.` : `아니요, ${scope ? `${scope} 기록은 ` : ''}없어요.`
  },
  named({ about, period, names, more }) {
    if (!names.length) return `${[period, about ? `“${about}” 기록은` : ''].filter(Boolean).join(' ')} 없어요.`.trim()
    return `${period ? `${period}: ` : ''}${more ? `${list(names)} 외 ${more}건` : list(names)}.`
  },
  remaining: ({ kind, left, of, over, period }) => {
    const when = period ? `${period} ` : ''
    if (kind === 'limit') return over ? `${when}한도 ${of}보다 ${left} 더 썼어요.` : `${when}${of} 중 ${i(left)} 남았어요.`
    return over ? `목표 ${of}보다 ${left} 더 했어요.` : `${when}목표 ${of}까지 ${i(left)} 남았어요.`
  },
  occasion({ day, days, figure }) {
    const ago = days === undefined || Math.abs(days) < 2 ? '' : days < 0 ? `${-days}일 전` : `${days}일 뒤`
    return `${ieyo([figure, day, ago].filter(Boolean).join(', '))}.`
  },
  built: ({ name, purpose, keeps, more, assumed, missing }) =>
    [
      `“${name}” 앱을 만들었어요. ${keeps.length ? `${more ? `${list(keeps)} 외 ${more}가지를` : eul(list(keeps))} 기록할 수 있어요.` : sentence(purpose)}`,
      ...assumed.map(sentence),
      missing.length ? `들어 있지 않은 것: ${list(missing)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  edited: ({ said, missing }) => sentence(said) + (missing.length ? ` 하지 못한 것: ${list(missing)}.` : ''),
  wentBack: ({ app, back, gone, changed }) =>
    [
      back.length ? `${app}에 ${several(back)} 다시 넣었어요.` : '',
      gone.length ? `${app}에서 ${several(gone)} 다시 뺐어요.` : '',
      changed.length > MANY
        ? `${app}의 ${changed.length}건을 이전 내용으로 되돌렸어요.`
        : changed
            .map((one) => `${called(one)} ${one.changes.length ? `되돌렸어요: ${again(one)}` : '이전 내용으로 되돌렸어요'}.`)
            .join(' '),
    ]
      .filter(Boolean)
      .join(' '),
  undone: ({ what }) => (what ? sentence(what) : '되돌렸어요.'),
  redone: ({ what }) => (what ? sentence(what) : '다시 했어요.'),
  nothingToUndo: () => '되돌릴 것이 없어요.',
  nothingToRedo: () => '다시 할 것이 없어요.',
  restored: ({ app, when }) => `${eul(`“${app}”`)} ${when || '이전'} 상태로 돌려놓았어요. 이것도 되돌릴 수 있어요.`,
  opened: ({ app }) => `${eul(`“${app}”`)} 열었어요.`,
  apps: ({ names }) =>
    names.length ? `앱이 ${names.length}개 있어요: ${list(names)}.` : '아직 앱이 없어요. 무엇을 기록하고 싶은지 말해 주면 만들어 드릴게요.',
  removed: ({ app }) => `${eul(`“${app}”`)} 삭제했어요. “되돌려줘”라고 하면 다시 살릴 수 있어요.`,
  remembered: ({ text }) => `기억할게요: ${sentence(text)}`,
  recalled: ({ items, about }) =>
    items.length
      ? items.length === 1
        ? `이렇게 말했어요: ${sentence(items[0]!)}`
        : `이렇게 말해 줬어요:\n${lines(items)}`
      : about
        ? `“${about}”에 대해서는 아직 들은 것이 없어요.`
        : '아직 기억하고 있는 것이 없어요.',
  forgotten: ({ count, about }) =>
    count
      ? `${about ? `${eul(`“${about}”`)} ` : ''}잊었어요. 어디에도 남아 있지 않아요.`
      : about
        ? `“${about}”에 대한 기억이 없어요.`
        : '잊을 것이 없었어요.',
  calculated: ({ expression, shown }) => `${expression} = ${shown}`,
  feedback: ({ value }) =>
    value > 0 ? '마음에 드셔서 기뻐요.' : value < 0 ? '죄송해요. 어디를 고칠까요? “되돌려줘”라고 해도 돼요.' : '네, 그대로 둘게요.',
  thanks: () => '별말씀을요.',
  farewell: () => '푹 쉬고 또 봐요. 기록은 모두 그대로 있어요.',
  greeting: ({ part, name, examples }) =>
    `${name ? `${name}님, ` : ''}${part === 'morning' ? '좋은 아침이에요' : part === 'evening' ? '좋은 저녁이에요' : '안녕하세요'}. 기록하거나 계획하고 싶은 것을 말해 주면 작은 앱을 만들어 드려요. 예를 들면:\n${lines(examples)}`,
  help: ({ examples }) =>
    `저는 이 컴퓨터에서 도는 프로그램이고 사람은 아니에요. 말씀하신 대로 작은 앱을 만들고, 거기에 기록하고, 거기서 답을 찾고, 알려 주신 것을 기억해요. 앱은 말로 바꿀 수 있고(“별점 추가해줘”) 모두 되돌릴 수 있어요. 예를 들면:\n${lines(examples)}`,
  plan: ({ text }) => `하나씩 계획해 봐요: ${sentence(text)} 가장 중요한 것과 기한을 알려 주세요.`,
  outside: {
    send: '메시지를 보낼 수는 없지만, 연락할 사람 목록을 만들고 때맞춰 알려 드릴 수 있어요.',
    call: '전화를 걸 수는 없지만, 전화할 사람 목록을 만들고 때맞춰 알려 드릴 수 있어요.',
    order: '예약이나 주문, 구매를 대신할 수는 없지만, 직접 정한 일정과 날짜, 가격을 적어 둘 수 있어요.',
    pay: '결제나 송금은 할 수 없지만, 낼 돈과 낸 돈을 적어 두고 때맞춰 알려 드릴 수 있어요.',
    device: '기기를 조작할 수는 없지만, 시간표를 만들고 알려 드릴 수 있어요.',
    post: '인터넷에 올릴 수는 없지만, 초안과 올릴 날짜를 적어 둘 수 있어요.',
    translate: '번역은 할 수 없지만, 단어와 뜻을 카드로 만들어 익히게 해 드릴 수 있어요.',
    weather: '인터넷에 연결하지 않아 날씨는 볼 수 없지만, 날씨 일기는 만들어 드릴 수 있어요.',
    news: '인터넷에 연결하지 않아 뉴스는 볼 수 없지만, 읽을 링크 목록은 만들어 드릴 수 있어요.',
    price: '인터넷에 연결하지 않아 가격이나 시세는 알 수 없지만, 알려 주신 값을 적어 두고 비교해 드릴 수 있어요.',
    search: '인터넷에 연결하지 않아 찾아볼 수 없지만, 앱에 있는 것과 말씀해 주신 것으로는 답해 드릴 수 있어요.',
  },
  heard: {
    tired: ['고생 많으셨어요.', '좀 쉬셔야겠어요.', '오늘은 푹 쉬세요.', '많이 피곤하시겠어요.'],
    hurt: ['많이 아프시겠어요.', '얼른 나으시길 바라요.', '무리하지 마세요.', '몸조리 잘하세요.'],
    angry: ['정말 화나셨겠어요.', '그건 너무했네요.', '속상하시겠어요.', '답답하시겠어요.'],
    low: ['많이 힘드시겠어요.', '저런, 얼른 나아지면 좋겠어요.', '마음이 무거우시겠어요.', '너무 걱정 마세요.'],
    glad: ['정말 잘됐네요!', '듣기만 해도 좋네요.', '기쁜 소식이네요.', '저도 좋네요.'],
    plain: ['그렇군요.', '그러게요.', '아, 그러셨군요.', '그렇죠.'],
  },
  unclear: ({ app, examples }) =>
    `죄송해요, 무슨 말씀인지 알아듣지 못했어요. ${app ? `“${app}”에서는 ` : '예를 들면 '}이렇게 말할 수 있어요:\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `${i(`“${app}”`)} 검사를 통과하지 못했어요${finding ? ` (${finding})` : ''}. ${kept ? '이전 버전은 그대로예요' : '그래서 공개하지 않았어요'}. 다른 말로, 또는 조금씩 나누어 부탁해 보세요.`,
  cannot: ({ missing }) => `아직 할 수 없어요: ${list(missing)}.`,
  failed: ({ code }) => failed.get(code) ?? '잘되지 않았어요. 잃은 것은 없으니 다시 해 주세요.',
  undo: '되돌리기',
  examples: ({ most, place }) => [
    `커피값 기록하고 싶어, 한 달에 ${most} 이하로`,
    `${place} 3박 4일 준비물 목록 만들어줘`,
    '나는 견과류 알레르기가 있다고 기억해줘',
  ],
  ask: {
    add: (name) => `${name} 추가해 줘`,
    spent: '이번 달 모두 얼마 썼어?',
    mean: (field) => `${field} 평균은 얼마야?`,
    count: '이번 주 몇 건이야?',
    change: '메모 추가해 줘',
  },
}
