import type { Changed, EntrySaid } from '../entry.ts'
import type { Answered, Standing, Words } from './types.ts'

const list = (items: string[]) => items.join('、')
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const sentence = (text: string) => (/[。!?！？.]$/.test(text) ? text : `${text}。`)

function standing({ kind, value, of, period, share }: Standing): string {
  const when = period ? `${period}は` : ''
  if (kind === 'limit') return share > 1 ? `${when}${value}で、上限の${of}を超えました。` : `${when}${of}のうち${value}です。`
  return share >= 1 ? `${when}目標の${of}に届きました（${value}）。` : `${when}${value}、目標は${of}です。`
}

/** What an answer is about: 「今月の「ランチ」は」. */
const topicOf = ({ about, period, of }: Pick<Answered, 'about' | 'period' | 'of'>) => {
  const topic = [period, about ? `「${about}」` : '', of].filter(Boolean).join('の')
  return topic && `${topic}は`
}
function measured(data: Answered): string {
  const { figure, measure } = data
  const said = {
    ...{ count: `${figure}件`, distinct: `${figure}種類`, reckoned: figure, sum: `合計${figure}`, mean: `平均${figure}` },
    ...{ min: `最低${figure}`, max: `最高${figure}`, latest: `最新の記録で${figure}`, first: `最初の記録で${figure}` },
  }
  return `${topicOf(data)}${said[measure]}`
}

// ---- Entries -------------------------------------------------------------------------------------------------

/** More are counted. */
const MANY = 3
/** An entry without a name is the one of its day. */
const called = ({ name, day, figures }: EntrySaid) => (name ? `「${name}」` : day ? `${day}の分` : list(figures) || 'その記録')
const withFigures = (one: EntrySaid) => {
  const { name, figures, day } = one
  if (!name) return figures.length ? `${day ? `${day}の` : ''}${list(figures)}` : called(one)
  return `${called(one)}${figures.join('')}${day ? `（${day}）` : ''}`
}
const several = (entries: EntrySaid[]) => (entries.length > MANY ? `${entries.length}件` : list(entries.map(withFigures)))
const noted = (entries: EntrySaid[], app: string) => `${app ? `${app}に` : ''}${several(entries)}を記録しました。`
const deleted = (entries: EntrySaid[], app: string) => `${app ? `${app}から` : ''}${several(entries)}を削除しました。元に戻せます。`

function changed(entries: EntrySaid[], app: string): string {
  const of = app ? `${app}の` : ''
  if (entries.length > MANY) return `${of}${entries.length}件を変更しました。`
  if (entries.every(({ changes, renamed }) => !changes.length && !renamed)) return `${list(entries.map(called))}はもうそうなっています。`
  const [one] = entries
  if (entries.length !== 1 || !one) return `${of}${list(entries.map((each) => `${called(each)}（${changesOf(each)}）`))}を変更しました。`
  const { changes, renamed } = one
  const rest = changes.length ? `${changesOf(one)}も変えました。` : ''
  if (renamed) return `${of}「${renamed}」を${called(one)}に直しました。${rest}`
  const [only] = changes
  if (changes.length > 1 || !only) return `${of}${called(one)}を直しました：${changesOf(one)}。`
  const [from, to] = [value(only.from, only), value(only.to, only)]
  if (!only.to) return `${of}${called(one)}の${field(only)}（${from}）を消しました。`
  return `${of}${called(one)}の${field(only)}を${only.from ? `${from}から` : ''}${to}に${only.from ? '直し' : 'し'}ました。`
}
/** What ends in kana could be taken for a part of the sentence. */
const field = ({ label }: Changed) => (/[ぁ-んー](?<![さみー])$/u.test(label) ? `「${label}」` : label)
const value = (shown: string, { words }: Changed) => (words || /^(?:はい|いいえ)$/.test(shown) ? `「${shown}」` : shown)
const some = ({ changes }: EntrySaid, say: (change: Changed) => string) =>
  `${list(changes.slice(0, MANY).map(say))}${changes.length > MANY ? `、ほか${changes.length - MANY}項目` : ''}`
const changesOf = (one: EntrySaid) =>
  some(one, (each) => {
    const [from, to] = [value(each.from, each), value(each.to, each)]
    return each.to ? `${field(each)} ${each.from ? `${from} → ` : ''}${to}` : `${field(each)} ${from} → なし`
  })
const again = (one: EntrySaid) => some(one, (each) => `${field(each)}を${each.to ? value(each.to, each) : '空'}`)

const failed = new Map([
  ['nothing-said', '記録できる内容が見つかりませんでした。「ランチ 850円」のように言ってみてください。'],
  ['nothing-to-log', 'このアプリは記録を持たないので、書き込めません。'],
  ['nothing-to-ask', 'このアプリは記録を持たないので、調べられません。'],
  ['record-unknown', '当てはまる記録が見つかりませんでした。'],
  ['edit-unclear', '何を変えるのか分かりませんでした。「評価を追加して」のように、何を足すか、変えるか、外すかを教えてください。'],
  ['app-unknown', 'そのアプリが見つかりませんでした。'],
  ['disk-full', 'ディスクがいっぱいで保存できませんでした。空きを作ってからもう一度お試しください。'],
  ['turn-cancelled', '止めました。'],
])

export const ja: Words = {
  logged({ app, entries, did, standing: reached, unsure }) {
    const done = did === 'create' ? noted(entries, app) : did === 'update' ? changed(entries, app) : deleted(entries, app)
    return done + (reached ? standing(reached) : '') + (unsure?.length ? `まだ空の項目：${list(unsure)}。` : '')
  },
  answered(data) {
    const { figure, rows, chosen, entries, previous } = data
    const topic = topicOf(data)
    if (!figure && !chosen) return `${topic}まだ記録がありません。`
    const change = !previous
      ? ''
      : previous.change === 'same'
        ? '前と同じです。'
        : previous.change === 'unknown'
          ? '比べられる記録はまだありません。'
          : `前（${previous.figure}）より${previous.change === 'more' ? '増えて' : '減って'}います。`
    if (chosen) {
      const [said, ...rest] = [chosen.name, figure, ...chosen.besides, chosen.day].filter(Boolean)
      return `${data.period ? `${data.period}は` : ''}${said}${rest.length ? `（${list(rest)}）` : ''}です。${change}`
    }
    const head = measured(data)
    if (rows.length > 1) return `${head}です。${change}\n${lines(rows.map((row) => `${row.label}：${row.figure}`))}`
    if (entries.length === 1) return `${head}（${entries[0]}）です。${change}`
    return `${head}です。${change}${entries.length ? `\n${lines(entries)}` : ''}`
  },
  exists({ some, about, period, names }) {
    const scope = [period, about ? `「${about}」` : ''].filter(Boolean).join('の')
    return some ? `はい、あります${names.length ? `：${list(names)}` : ''}。` : `いいえ、${scope ? `${scope}は` : ''}ありません。`
  },
  named({ about, period, names, more }) {
    const scope = [period, about && !names.length ? `「${about}」` : ''].filter(Boolean).join('の')
    const said = names.length ? `${list(names)}${more ? `、ほか${more}件` : ''}です。` : 'ありません。'
    return `${scope ? `${scope}は` : ''}${said}`
  },
  remaining: ({ kind, left, of, over, period }) => {
    const when = period ? `${period}は` : ''
    if (kind === 'limit') return over ? `${when}上限の${of}を${left}超えています。` : `${when}${of}のうち、あと${left}です。`
    return over ? `目標の${of}を${left}超えました。` : `${when}目標の${of}まであと${left}です。`
  },
  occasion({ day, days, figure }) {
    const ago = days === undefined || Math.abs(days) < 2 ? '' : days < 0 ? `${-days}日前` : `あと${days}日`
    const rest = [figure, ago].filter(Boolean)
    return `${day}${rest.length ? `（${list(rest)}）` : ''}です。`
  },
  built: ({ name, purpose, keeps, more, assumed, missing }) =>
    [
      `「${name}」ができました。${keeps.length ? `${list(keeps)}${more ? `、ほか${more}項目` : ''}を記録できます。` : sentence(purpose)}`,
      ...assumed.map(sentence),
      missing.length ? `入っていないもの：${list(missing)}。` : '',
    ]
      .filter(Boolean)
      .join(''),
  edited: ({ said, missing }) => sentence(said) + (missing.length ? `できなかったこと：${list(missing)}。` : ''),
  wentBack: ({ app, back, gone, changed }) =>
    [
      back.length ? `${several(back)}を${app}に戻しました。` : '',
      gone.length ? `${several(gone)}を${app}から取り除きました。` : '',
      changed.length > MANY
        ? `${app}の${changed.length}件を前の内容に戻しました。`
        : changed.map((one) => `${called(one)}${one.changes.length ? `の${again(one)}に戻しました` : 'を前の内容に戻しました'}。`).join(''),
    ].join(''),
  undone: ({ what }) => (what ? sentence(what) : '元に戻しました。'),
  redone: ({ what }) => (what ? sentence(what) : 'やり直しました。'),
  nothingToUndo: () => '元に戻せる操作はありません。',
  nothingToRedo: () => 'やり直せる操作はありません。',
  restored: ({ app, when }) => `「${app}」を${when || '前'}の状態に戻しました。これも元に戻せます。`,
  opened: ({ app }) => `「${app}」を開きました。`,
  apps: ({ names }) =>
    names.length
      ? `アプリは${names.length}個あります：${list(names)}。`
      : 'アプリはまだありません。記録したいことを教えていただければ作ります。',
  removed: ({ app }) => `「${app}」を削除しました。「元に戻して」で戻せます。`,
  remembered: ({ text }) => `覚えました：${sentence(text)}`,
  recalled: ({ items, about }) =>
    items.length
      ? items.length === 1
        ? `こうお聞きしました：${sentence(items[0]!)}`
        : `お聞きしたこと：\n${lines(items)}`
      : about
        ? `「${about}」についてはまだ聞いていません。`
        : 'まだ何も覚えていません。',
  forgotten: ({ count, about }) =>
    count
      ? `${about ? `「${about}」を` : ''}忘れました。どこにも残っていません。`
      : about
        ? `「${about}」について覚えていることはありません。`
        : '忘れることはありませんでした。',
  calculated: ({ expression, shown }) => `${expression} = ${shown}`,
  feedback: ({ value }) =>
    value > 0
      ? '気に入っていただけてうれしいです。'
      : value < 0
        ? 'すみません。どこを直しましょうか。「元に戻して」とも言えます。'
        : 'はい、そのままにします。',
  thanks: () => 'どういたしまして。',
  farewell: () => 'おやすみなさい、またどうぞ。記録はすべて残っています。',
  greeting: ({ part, name, examples }) =>
    `${name ? `${name}さん、` : ''}${part === 'morning' ? 'おはようございます' : part === 'evening' ? 'こんばんは' : 'こんにちは'}。記録したいことや計画したいことを教えてください。小さなアプリを作ります。たとえば：\n${lines(examples)}`,
  help: ({ examples }) =>
    `わたしはお手元の機械で動くプログラムで、人間ではありません。お話から小さなアプリを作り、そこに記録し、そこから答え、教えていただいたことを覚えます。アプリは話して変えられ（「評価を追加して」）、どれも元に戻せます。たとえば：\n${lines(examples)}`,
  plan: ({ text }) => `一つずつ計画しましょう：${sentence(text)}いちばん大事なことと、期限を教えてください。`,
  outside: {
    send: 'メッセージの送信はできませんが、連絡する相手の一覧を作って、時間になったらお知らせできます。',
    call: '電話はかけられませんが、電話する相手の一覧を作って、時間になったらお知らせできます。',
    order: '予約や注文、購入の代行はできませんが、ご自分の予定や日付、値段を残しておけます。',
    pay: '支払いや送金はできませんが、払うものと払ったものを残して、時期をお知らせできます。',
    device: '機器の操作はできませんが、予定表を作ってお知らせできます。',
    post: 'ネットへの投稿はできませんが、下書きと投稿する日を残しておけます。',
    translate: '翻訳はできませんが、言葉と意味をカードにして覚えられます。',
    weather: 'インターネットにつながないので天気は調べられませんが、天気の日記なら作れます。',
    news: 'インターネットにつながないのでニュースは調べられませんが、読みたいリンクの一覧なら作れます。',
    price: 'インターネットにつながないので値段や相場は調べられませんが、教えていただいた値を残して比べられます。',
    search: 'インターネットにつながないので調べられませんが、アプリの中身と教えていただいたことからならお答えできます。',
  },
  heard: {
    tired: ['お疲れさまです。', '少し休めるといいですね。', '無理しないでくださいね。', '今日はゆっくりしてください。'],
    hurt: ['お大事にしてください。', 'それは痛いですね。', '早く楽になりますように。', '無理は禁物ですよ。'],
    angry: ['それは腹が立ちますね。', 'それはひどいですね。', '困ったものですね。', 'もやもやしますよね。'],
    low: ['それは大変でしたね。', 'つらいですね。', '少しでも楽になりますように。', '気持ち、分かります。'],
    glad: ['それはよかったですね。', 'いいですね！', 'うれしいですね。', '何よりです。'],
    plain: ['そうなんですね。', 'なるほど。', 'そうですか。', 'そうですよね。'],
  },
  unclear: ({ app, examples }) =>
    `すみません、うまく読み取れませんでした。${app ? `「${app}」では` : ''}たとえばこう言えます：\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `「${app}」は確認に通りませんでした${finding ? `（${finding}）` : ''}。${kept ? '前の版はそのままです' : '公開していません'}。別の言い方か、少しずつ頼んでみてください。`,
  cannot: ({ missing }) => `まだできません：${list(missing)}。`,
  failed: ({ code }) => failed.get(code) ?? 'うまくいきませんでした。何も失われていません。もう一度お試しください。',
  undo: '元に戻す',
  examples: ({ most, place }) => [
    `コーヒー代を記録したい、月${most}まで`,
    `${place}3泊の持ち物リストを作って`,
    'ナッツアレルギーだと覚えておいて',
  ],
  ask: {
    add: (name) => `${name}を追加して`,
    spent: '今月はいくら？',
    mean: (field) => `${field}の平均は？`,
    count: '今週は何件？',
    change: 'メモを追加して',
  },
}
