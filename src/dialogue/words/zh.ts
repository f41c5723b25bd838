import type { Changed, EntrySaid } from '../entry.ts'
import type { Answered, Standing, Words } from './types.ts'

const list = (items: string[]) => items.join('、')
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const sentence = (text: string) => (/[。!?！？.]$/.test(text) ? text : `${text}。`)

function standing({ kind, value, of, period, share }: Standing): string {
  if (kind === 'limit') return share > 1 ? `${period}已经${value}，超过了上限${of}。` : `${period}共${value}，上限${of}。`
  return share >= 1 ? `${period}已达到目标${of}：${value}。` : `${period}目前${value}，目标${of}。`
}

/** What an answer is about: 本月“午饭”. */
const topicOf = ({ about, period, of }: Pick<Answered, 'about' | 'period' | 'of'>) =>
  `${period}${about ? `“${about}”` : ''}${of && fieldOf(of)}`
function measured(data: Answered): string {
  const topic = topicOf(data)
  const { figure, measure } = data
  const all = topic ? '共' : '一共'
  const said = {
    ...{ count: `${all}${figure}条`, distinct: `${all}${figure}种`, reckoned: figure, sum: `${all}${figure}`, mean: `平均${figure}` },
    ...{ min: `最低${figure}`, max: `最高${figure}`, latest: `最近一次是${figure}`, first: `第一次是${figure}` },
  }
  return `${topic}${measure === 'reckoned' && topic ? '：' : ''}${said[measure]}`
}

// ---- Entries -------------------------------------------------------------------------------------------------

/** More are counted. */
const MANY = 3
/** An entry without a name is the one of its day. */
const called = ({ name, day, figures }: EntrySaid) => (name ? `“${name}”` : day ? `${day}那条` : list(figures) || '那条')
const told = ({ name, figures, day }: EntrySaid) => (name ? [...figures, day] : figures).filter(Boolean).join('，')
const withFigures = (one: EntrySaid) => {
  if (one.name) return `${called(one)}${told(one) ? `（${told(one)}）` : ''}`
  return one.figures.length ? `${one.day ? `${one.day}的` : ''}${list(one.figures)}` : called(one)
}
const several = (entries: EntrySaid[]) => (entries.length > MANY ? `${entries.length}条记录` : list(entries.map(withFigures)))
function noted(entries: EntrySaid[], app: string): string {
  const [one] = entries
  const start = app ? `已在“${app}”记下` : '已记下'
  return entries.length === 1 && one?.name && told(one) ? `${start}${called(one)}：${told(one)}。` : `${start}${several(entries)}。`
}
const deleted = (entries: EntrySaid[], app: string) => `已${app ? `从“${app}”` : ''}删除${several(entries)}，可以撤销。`

function changed(entries: EntrySaid[], app: string): string {
  const of = app ? `“${app}”里` : ''
  if (entries.length > MANY) return `已修改${of}${entries.length}条记录。`
  if (entries.every(({ changes, renamed }) => !changes.length && !renamed)) return `${list(entries.map(called))}本来就是这样。`
  const [one] = entries
  if (entries.length !== 1 || !one) return `已修改${of}${list(entries.map((each) => `${called(each)}（${changesOf(each)}）`))}。`
  const { changes, renamed } = one
  if (renamed) return `已把${of}“${renamed}”改名为${called(one)}${changes.length ? `，${changesOf(one)}` : ''}。`
  const [only] = changes
  if (changes.length > 1 || !only) return `已修改${of}${called(one)}：${changesOf(one)}。`
  const [from, to] = [value(only.from, only), value(only.to, only)]
  const what = `已把${of}${called(one)}的${fieldOf(only.label)}`
  if (!only.to) return `${what}（${from}）清空。`
  return only.from ? `${what}从${from}改为${to}。` : `${what}改为${to}。`
}
/** What is more than a plain noun could be taken for a part of the sentence. */
const fieldOf = (label: string) => (/[没沒吗嗎几幾了谁誰么麼否在给給的]|^.{5,}/u.test(label) ? `“${label}”` : label)
const value = (shown: string, { words }: Changed) => (words ? `“${shown}”` : shown)
const some = ({ changes }: EntrySaid, say: (change: Changed) => string) =>
  `${changes.slice(0, MANY).map(say).join('，')}${changes.length > MANY ? `，另有${changes.length - MANY}项` : ''}`
const changesOf = (one: EntrySaid) =>
  some(one, (each) => `${fieldOf(each.label)} ${each.from ? `${value(each.from, each)} → ` : ''}${each.to ? value(each.to, each) : '无'}`)
const again = (one: EntrySaid) => some(one, (each) => `${fieldOf(each.label)}恢复为${each.to ? value(each.to, each) : '空'}`)

const failed = new Map([
  ['nothing-said', '没找到可以记下的内容。可以这样说：“午饭 28 元”。'],
  ['nothing-to-log', '这个应用不保存记录，没法记。'],
  ['nothing-to-ask', '这个应用不保存记录，没法查。'],
  ['record-unknown', '没有找到符合的记录。'],
  ['edit-unclear', '不太确定要改什么。可以说要加什么、改什么或去掉什么，比如“加一个评分”。'],
  ['app-unknown', '没有找到这个应用。'],
  ['disk-full', '磁盘满了，什么都没保存。请腾出空间再试。'],
  ['turn-cancelled', '已按你的要求停止。'],
])

export const zh: Words = {
  logged({ app, entries, did, standing: reached, unsure }) {
    const done = did === 'create' ? noted(entries, app) : did === 'update' ? changed(entries, app) : deleted(entries, app)
    return done + (reached ? standing(reached) : '') + (unsure?.length ? `还空着：${list(unsure)}。` : '')
  },
  answered(data) {
    const { figure, rows, chosen, entries, previous } = data
    if (!figure && !chosen) return `${topicOf(data)}还没有记录。`
    const change = !previous
      ? ''
      : previous.change === 'same'
        ? '与之前相同。'
        : previous.change === 'unknown'
          ? '之前没有可比的记录。'
          : `比之前（${previous.figure}）${previous.change === 'more' ? '多' : '少'}。`
    if (chosen) {
      const said = [chosen.name, figure].filter(Boolean).join('，')
      const besides = [...chosen.besides, chosen.day].filter(Boolean).join('，')
      return `${data.period ? `${data.period}是` : ''}${said}${besides ? (said ? `（${besides}）` : besides) : ''}。${change}`
    }
    const head = measured(data)
    if (rows.length > 1) return `${head}：\n${lines(rows.map((row) => `${row.label}：${row.figure}`))}${change && `\n${change}`}`
    if (entries.length === 1) return `${head}：${entries[0]}。${change}`
    return entries.length ? `${head}：\n${lines(entries)}${change && `\n${change}`}` : `${head}。${change}`
  },
  exists({ some, about, period, names }) {
    const scope = `${period}${about ? `“${about}”` : ''}`
    return some ? `有${names.length ? `：${list(names)}` : ''}。` : `没有${scope ? `${scope}的记录` : ''}。`
  },
  named({ about, period, names, more }) {
    if (!names.length) return `${period}没有${about ? `“${about}”的记录` : ''}。`
    return `${period ? `${period}：` : ''}${list(names)}${more ? `，另外还有${more}个` : ''}。`
  },
  remaining: ({ kind, left, of, over, period }) =>
    kind === 'limit'
      ? over
        ? `${period}已经超出上限${of}，多了${left}。`
        : `${period}还剩${left}（上限${of}）。`
      : over
        ? `已经超过目标${of}，多出${left}。`
        : `${period}离目标${of}还差${left}。`,
  occasion({ day, days, figure }) {
    const ago = days === undefined || Math.abs(days) < 2 ? '' : days < 0 ? `${-days}天前` : `还有${days}天`
    return `${[figure, day, ago].filter(Boolean).join('，')}。`
  },
  built: ({ name, purpose, keeps, more, assumed, missing }) =>
    [
      `“${name}”做好了。${keeps.length ? `可以记录${list(keeps)}${more ? `等${keeps.length + more}项` : ''}。` : sentence(purpose)}`,
      ...assumed.map(sentence),
      missing.length ? `还没有包含：${list(missing)}。` : '',
    ]
      .filter(Boolean)
      .join(''),
  edited: ({ said, missing }) => sentence(said) + (missing.length ? `没能做到：${list(missing)}。` : ''),
  wentBack: ({ app, back, gone, changed }) =>
    [
      back.length ? `已在“${app}”里恢复${several(back)}。` : '',
      gone.length ? `已从“${app}”里去掉${several(gone)}。` : '',
      changed.length > MANY
        ? `“${app}”里的${changed.length}条记录已恢复原样。`
        : changed.map((one) => `${called(one)}${one.changes.length ? `的${again(one)}` : '已恢复原样'}。`).join(''),
    ].join(''),
  undone: ({ what }) => (what ? sentence(what) : '已撤销。'),
  redone: ({ what }) => (what ? sentence(what) : '已重做。'),
  nothingToUndo: () => '没有可以撤销的操作。',
  nothingToRedo: () => '没有可以重做的操作。',
  restored: ({ app, when }) => `“${app}”已恢复到${when || '之前'}的样子，这一步也可以撤销。`,
  opened: ({ app }) => `这就是“${app}”。`,
  apps: ({ names }) => (names.length ? `你有 ${names.length} 个应用：${list(names)}。` : '还没有应用。说说你想记录什么，我来做一个。'),
  removed: ({ app }) => `“${app}”已删除。想找回来就说“撤销”。`,
  remembered: ({ text }) => `记住了：${sentence(text)}`,
  recalled: ({ items, about }) =>
    items.length
      ? items.length === 1
        ? `你说过：${sentence(items[0]!)}`
        : `你告诉过我：\n${lines(items)}`
      : about
        ? `你还没有跟我说过“${about}”。`
        : '你还没有让我记住什么。',
  forgotten: ({ count, about }) =>
    count ? `已忘记${about ? `“${about}”` : ''}，所有地方都删掉了。` : about ? `我没有关于“${about}”的记忆。` : '没有需要忘记的内容。',
  calculated: ({ expression, shown }) => `${expression} = ${shown}`,
  feedback: ({ value }) => (value > 0 ? '很高兴你喜欢。' : value < 0 ? '抱歉。哪里需要改？也可以说“撤销”。' : '好的，保持不变。'),
  thanks: () => '不客气。',
  farewell: () => '再见，好好休息。记录都保存着。',
  greeting: ({ part, name, examples }) =>
    `${name ? `${name}，` : ''}${part === 'morning' ? '早上好' : part === 'evening' ? '晚上好' : '你好'}。告诉我你想记录或计划什么，我来做一个小应用。比如：\n${lines(examples)}`,
  help: ({ examples }) =>
    `我是运行在你自己机器上的程序，不是真人。我可以按你说的话做小应用，往里面记东西，从里面查答案，也会记住你告诉我的事。应用可以用说的来改（“加一个评分”），每一步都能撤销。比如：\n${lines(examples)}`,
  plan: ({ text }) => `我们一步一步来：${sentence(text)}最重要的是什么，什么时候要完成？`,
  outside: {
    send: '我没法发送消息，不过可以帮你列出要联系的人，到时提醒你。',
    call: '我没法打电话，不过可以帮你列出要打给谁，到时提醒你。',
    order: '我没法代为预订、下单或购买，不过可以记下你自己的安排、日期和价格。',
    pay: '我没法付款或转账，不过可以记下该付的和已付的，到时提醒你。',
    device: '我没法控制设备，不过可以做一份时间表并提醒你。',
    post: '我没法在网上发布内容，不过可以保存草稿和发布日期。',
    translate: '我不会翻译，不过可以把词语和意思做成卡片让你学。',
    weather: '我不联网，查不到天气，不过可以帮你做一本天气日记。',
    news: '我不联网，看不到新闻，不过可以帮你收集想读的链接。',
    price: '我不联网，查不到价格或汇率，不过可以记录并比较你给我的数字。',
    search: '我不联网，没法查这个，不过你的应用里有的和你告诉过我的，我都能回答。',
  },
  heard: {
    tired: ['辛苦了，歇一会儿吧。', '累了就早点休息。', '今天真不容易。', '好好歇歇。'],
    hurt: ['多保重，希望快点好起来。', '听着就疼，多注意身体。', '好好休息，早点恢复。', '难受就别硬撑。'],
    angry: ['换我也会生气。', '确实让人火大。', '唉，真够烦人的。', '这也太气人了。'],
    low: ['唉，听起来不容易。', '抱抱，会好起来的。', '这确实让人难受。', '别太担心，慢慢来。'],
    glad: ['真不错！', '听着就开心。', '太好了。', '替你高兴。'],
    plain: ['嗯，知道了。', '这样啊。', '是啊。', '明白。'],
  },
  unclear: ({ app, examples }) => `抱歉，这句我没看明白。${app ? `在“${app}”里` : ''}可以这样说：\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `“${app}”没有通过检查${finding ? `（${finding}）` : ''}，${kept ? '之前的版本保持不变' : '所以没有发布'}。换个说法，或者一次少要一点，再试试看。`,
  cannot: ({ missing }) => `这个还做不到：${list(missing)}。`,
  failed: ({ code }) => failed.get(code) ?? '没有成功。什么都没有丢，请再试一次。',
  undo: '撤销',
  examples: ({ most, place }) => [`记录我买咖啡的花费，每月最多${most}`, `去${place}一周的行李清单`, '记住我对坚果过敏'],
  ask: {
    add: (name) => `加一条${name}`,
    spent: '这个月一共花了多少？',
    mean: (field) => `${field}平均是多少？`,
    count: '这周有几条？',
    change: '加一个备注',
  },
}
