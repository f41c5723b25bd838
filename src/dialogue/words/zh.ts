import type { Standing, Words } from './types.ts'

const list = (items: string[]) => items.join('、')
const quoted = (items: string[]) => items.map((item) => `“${item}”`).join('、')
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const sentence = (text: string) => (/[。!?！？.]$/.test(text) ? text : `${text}。`)

function standing({ kind, value, of, period, share }: Standing): string {
  if (kind === 'limit') return share > 1 ? `${period}已经 ${value}，超过了上限 ${of}。` : `${period}共 ${value}，上限 ${of}。`
  return share >= 1 ? `${period}已达到目标 ${of}:${value}。` : `${period}目前 ${value}，目标 ${of}。`
}

const failed = new Map([
  ['nothing-said', '没找到可以记下的内容。可以这样说：“午饭 28 元”。'],
  ['nothing-to-log', '这个应用不保存记录，没法记。'],
  ['nothing-to-ask', '这个应用不保存记录，没法查。'],
  ['record-unknown', '没有找到符合的记录。'],
  ['edit-unclear', '不太确定要改什么。请说出字段或视图的名字，比如“加一个评分”。'],
  ['app-unknown', '没有找到这个应用。'],
  ['disk-full', '磁盘满了，什么都没保存。请腾出空间再试。'],
  ['turn-cancelled', '已按你的要求停止。'],
])

export const zh: Words = {
  logged({ app, titles, did, standing: reached, unsure }) {
    const what = titles.length && titles.length <= 3 ? quoted(titles) : ` ${titles.length} 条记录`
    const done =
      did === 'create'
        ? `已把${what}记到“${app}”。`
        : did === 'update'
          ? `已修改“${app}”里的${what}。`
          : `已从“${app}”删除${what}，可以撤销。`
    return done + (reached ? standing(reached) : '') + (unsure?.length ? `还空着：${list(unsure)}。` : '')
  },
  answered({ about, shown, value, period, rows, previous, records, listed, plain, measure, what }) {
    const scope = [about ? `“${about}”` : '', period, what].filter(Boolean).join(',')
    const when = scope ? `${scope}:` : ''
    if (value === null || (measure === 'count' && value === 0 && !rows.length)) return `${when}还没有记录。`
    const change = previous
      ? previous.change === 'same'
        ? '与之前相同。'
        : previous.change === 'unknown'
          ? '之前没有可比的记录。'
          : `之前是 ${previous.shown}，现在${previous.change === 'more' ? '更多' : '更少'}。`
      : ''
    const parts =
      rows.length > 1
        ? `\n${lines(rows.slice(0, 8).map((row) => `${row.label}:${row.shown}`))}`
        : rows.length === 1
          ? `(${rows[0]!.label})`
          : ''
    const [only] = records
    if (only && !rows.length && !change && listed && records.length === 1) return `${when}${only}${plain ? '' : `(${shown})`}。`
    if (only && !rows.length && !change && measure === 'count')
      return `${when}${records.length === 1 ? `${shown} 条(${only})。` : `${shown} 条：\n${lines(records.slice(0, 8))}`}`
    const named = !rows.length && (measure === 'count' || listed) && only ? `\n${lines(records.slice(0, 8))}` : ''
    return `${when}${measure === 'mean' && !what ? '平均 ' : ''}${shown}${parts || '。'}${change}${named}`
  },
  exists({ some, about, period, names }) {
    const scope = [about ? `“${about}”` : '', period].filter(Boolean).join('，')
    return some ? `有：${names.join('、') || scope}。` : `没有${scope ? `（${scope}）` : ''}。`
  },
  measured: (fn, field) =>
    fn === 'sum'
      ? `“${field}”合计`
      : `${{ count: '有记录的', mean: '平均', min: '最低', max: '最高', latest: '最近一次', first: '第一次', distinct: '不同' }[fn]}“${field}”`,
  allTime: '至今全部',
  named({ about, period, names, more }) {
    const scope = [period, about ? `“${about}”` : ''].filter(Boolean).join('')
    const said = names.length ? `${names.join('、')}${more ? `，另外还有${more}个` : ''}。` : '没有。'
    return scope ? `${scope}：${said}` : said
  },
  remaining: ({ kind, left, of, over, period }) =>
    kind === 'limit'
      ? over
        ? `${period}已经超出上限 ${of}，多了 ${left}。`
        : `${period}还剩 ${left}(上限 ${of})。`
      : over
        ? `已经超过目标 ${of}，多出 ${left}。`
        : `${period}离目标 ${of} 还差 ${left}。`,
  occasion({ about, day, days }) {
    const ago =
      days === undefined
        ? ''
        : days === 0
          ? ',就是今天'
          : days === -1
            ? ',昨天'
            : days === 1
              ? ',明天'
              : days < 0
                ? `,${-days} 天前`
                : `,还有 ${days} 天`
    return `${about ? `“${about}”:` : ''}${day}${ago}。`
  },
  built: ({ name, purpose, assumed, missing }) =>
    [
      `“${name}”做好了。${sentence(purpose)}`,
      assumed.length ? `我的假设：${list(assumed)}。` : '',
      missing.length ? `还没有包含：${list(missing)}。` : '',
    ]
      .filter(Boolean)
      .join(''),
  edited: ({ said, missing }) => sentence(said) + (missing.length ? `没能做到：${list(missing)}。` : '数据都还在。'),
  undone: ({ what, app }) => (what ? `${what}${app ? `(${app})` : ''}。` : '已撤销。'),
  redone: ({ what, app }) => (what ? `${what}${app ? `(${app})` : ''}。` : '已重做。'),
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
        : `你告诉过我:\n${lines(items)}`
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
    `${name ? `${name},` : ''}${part === 'morning' ? '早上好' : part === 'evening' ? '晚上好' : '你好'}。告诉我你想记录或计划什么，我来做一个小应用。比如:\n${lines(examples)}`,
  help: ({ examples }) =>
    `我是运行在你自己机器上的程序，不是真人。我可以按你说的话做小应用，往里面记东西，从里面查答案，也会记住你告诉我的事。应用可以用说的来改(“加一个评分”),每一步都能撤销。比如:\n${lines(examples)}`,
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
    low: ['辛苦了，听起来不容易。', '唉，抱抱，希望很快好起来。', '这确实让人难受。'],
    glad: ['真不错！', '听着就开心。', '太好了，替你高兴。'],
    plain: ['嗯，知道了。', '这样啊。', '好，听到了。'],
  },
  unclear: ({ examples }) => `不太确定你想做什么。可以这样说:\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `“${app}”没有通过检查${finding ? `(${finding})` : ''},${kept ? '之前的版本保持不变' : '所以没有发布'}。换个说法，或者一次少要一点，再试试看。`,
  cannot: ({ missing }) => `这个还做不到：${list(missing)}。`,
  failed: ({ code }) => failed.get(code) ?? '没有成功。什么都没有丢，请再试一次。',
  undo: '撤销',
  examples: ['记录我买咖啡的花费，每月最多 300 元', '去云南一周的行李清单', '记住我对坚果过敏'],
}
