import { eul, eun, i, ieyo } from '../particles.ts'
import type { Standing, Words } from './types.ts'

const list = (items: string[]) => items.join(', ')
const quoted = (items: string[]) => items.map((item) => `“${item}”`).join(', ')
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

function standing({ kind, value, of, period, share }: Standing): string {
  const when = period ? `${period} ` : ''
  if (kind === 'limit') return share > 1 ? ` ${when}${value}, 한도 ${eul(of)} 넘었어요.` : ` ${when}${of} 중 ${ieyo(value)}.`
  return share >= 1 ? ` ${when}목표 ${of}에 도달했어요 (${value}).` : ` ${when}지금까지 ${value}, 목표는 ${ieyo(of)}.`
}

const failed = new Map([
  ['nothing-said', '기록할 내용을 찾지 못했어요. “점심 9000원”처럼 말해 보세요.'],
  ['nothing-to-log', '이 앱은 기록을 남기지 않아서 적을 곳이 없어요.'],
  ['nothing-to-ask', '이 앱은 기록을 남기지 않아서 물어볼 것이 없어요.'],
  ['record-unknown', '맞는 기록을 찾지 못했어요.'],
  ['edit-unclear', '무엇을 바꿀지 잘 모르겠어요. “별점 추가해줘”처럼 항목이나 보기의 이름을 말해 주세요.'],
  ['app-unknown', '그 앱을 찾지 못했어요.'],
  ['disk-full', '디스크가 가득 차서 저장하지 못했어요. 공간을 비우고 다시 해 주세요.'],
  ['turn-cancelled', '말씀대로 멈췄어요.'],
])

export const ko: Words = {
  logged({ app, titles, did, standing: reached, unsure }) {
    const what = titles.length && titles.length <= 3 ? quoted(titles) : `${titles.length}건`
    const done =
      did === 'create'
        ? `${app}에 ${eul(what)} 기록했어요.`
        : did === 'update'
          ? `${app}의 ${eul(what)} 바꿨어요.`
          : `${app}에서 ${eul(what)} 지웠어요. 되돌릴 수 있어요.`
    return done + (reached ? standing(reached) : '') + (unsure?.length ? ` 아직 비어 있는 항목: ${list(unsure)}.` : '')
  },
  answered({ about, shown, value, period, rows, previous, records, listed, plain, measure, what }) {
    const scope = [about ? `“${about}”` : '', period, what].filter(Boolean).join(', ')
    const when = scope ? `${eun(scope)} ` : ''
    if (value === null || (measure === 'count' && value === 0 && !rows.length)) return `${when}아직 기록이 없어요.`
    const change = previous
      ? previous.change === 'same'
        ? ' 전과 같아요.'
        : previous.change === 'unknown'
          ? ' 비교할 이전 기록은 아직 없어요.'
          : ` 이전에는 ${previous.shown}, 지금이 더 ${previous.change === 'more' ? '많아요' : '적어요'}.`
      : ''
    const parts =
      rows.length > 1
        ? `\n${lines(rows.slice(0, 8).map((row) => `${row.label}: ${row.shown}`))}\n`
        : rows.length === 1
          ? ` (${rows[0]!.label})`
          : ''
    const [only] = records
    if (only && !rows.length && !change && listed && records.length === 1) return `${when}${ieyo(plain ? only : `${only} (${shown})`)}.`
    if (only && !rows.length && !change && measure === 'count')
      return `${when}${records.length === 1 ? `${shown}건 (${only}).` : `${shown}건:\n${lines(records.slice(0, 8))}`}`
    const named = !rows.length && (measure === 'count' || listed) && only ? `\n${lines(records.slice(0, 8))}` : ''
    const figure = `${measure === 'mean' && !what ? '평균 ' : ''}${parts ? shown : `${ieyo(measure === 'count' ? `${shown}건` : shown)}.`}`
    return `${when}${figure}${parts}${change}${named}`.trimEnd()
  },
  exists({ some, about, period, names }) {
    const scope = [about ? `“${about}”` : '', period].filter(Boolean).join(', ')
    return some ? `네: ${names.join(', ') || scope}.` : `아니요, 없어요${scope ? ` (${scope})` : ''}.`
  },
  measured: (fn, field) =>
    `${field} ${{ count: '건수', sum: '합계', mean: '평균', min: '최저', max: '최고', latest: '최근 값', first: '첫 값', distinct: '종류' }[fn]}`,
  allTime: '전체 기간',
  named({ about, period, names, more }) {
    const scope = [period, about ? `“${about}”` : ''].filter(Boolean).join(' ')
    const said = names.length ? `${names.join(', ')}${more ? ` 외 ${more}건` : ''}.` : '없어요.'
    return scope ? `${scope}: ${said}` : said
  },
  remaining: ({ kind, left, of, over, period }) => {
    const when = period ? `${period} ` : ''
    if (kind === 'limit') return over ? `${when}한도 ${of}보다 ${left} 더 썼어요.` : `${when}${of} 중 ${i(left)} 남았어요.`
    return over ? `목표 ${of}보다 ${left} 더 했어요.` : `${when}목표 ${of}까지 ${i(left)} 남았어요.`
  },
  occasion({ about, day, days }) {
    const ago =
      days === undefined
        ? ''
        : days === 0
          ? ', 오늘'
          : days === -1
            ? ', 어제'
            : days === 1
              ? ', 내일'
              : days < 0
                ? `, ${-days}일 전`
                : `, ${days}일 뒤`
    return `${about ? `${eun(`“${about}”`)} ` : ''}${ieyo(`${day}${ago}`)}.`
  },
  built: ({ name, purpose, assumed, missing }) =>
    [
      `${eul(`“${name}” 앱`)} 만들었어요. ${sentence(purpose)}`,
      assumed.length ? `이렇게 생각했어요: ${list(assumed)}.` : '',
      missing.length ? `들어 있지 않은 것: ${list(missing)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  edited: ({ said, missing }) => sentence(said) + (missing.length ? ` 하지 못한 것: ${list(missing)}.` : ' 데이터는 그대로예요.'),
  undone: ({ what, app }) => (what ? `${what}${app ? ` (${app})` : ''}.` : '되돌렸어요.'),
  redone: ({ what, app }) => (what ? `${what}${app ? ` (${app})` : ''}.` : '다시 했어요.'),
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
  thanks: () => '천만에요.',
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
    low: ['많이 힘드시겠어요.', '저런, 얼른 나아지면 좋겠어요.', '고생 많으셨어요.'],
    glad: ['정말 잘됐네요!', '듣기만 해도 좋네요.', '기쁜 소식이네요.'],
    plain: ['그렇군요.', '네, 들었어요.', '아, 그러셨군요.'],
  },
  unclear: ({ examples }) => `무엇을 원하시는지 잘 모르겠어요. 예를 들면 이렇게 말할 수 있어요:\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `${i(`“${app}”`)} 검사를 통과하지 못했어요${finding ? ` (${finding})` : ''}. ${kept ? '이전 버전은 그대로예요' : '그래서 공개하지 않았어요'}. 다른 말로, 또는 조금씩 나누어 부탁해 보세요.`,
  cannot: ({ missing }) => `아직 할 수 없어요: ${list(missing)}.`,
  failed: ({ code }) => failed.get(code) ?? '잘되지 않았어요. 잃은 것은 없으니 다시 해 주세요.',
  undo: '되돌리기',
  examples: ['커피값 기록하고 싶어, 한 달에 5만원 이하로', '제주 3박 4일 준비물 목록 만들어줘', '나는 견과류 알레르기가 있다고 기억해줘'],
}
