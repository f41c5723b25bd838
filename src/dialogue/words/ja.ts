import type { Standing, Words } from './types.ts'

const list = (items: string[]) => items.join('、')
const quoted = (items: string[]) => items.map((item) => `「${item}」`).join('')
const lines = (items: string[]) => items.map((item) => `• ${item}`).join('\n')
const sentence = (text: string) => (/[。!?！？.]$/.test(text) ? text : `${text}。`)

function standing({ kind, value, of, period, share }: Standing): string {
  const when = period ? `${period}は` : ''
  if (kind === 'limit') return share > 1 ? `${when}${value}で、上限の${of}を超えました。` : `${when}${of}のうち${value}です。`
  return share >= 1 ? `${when}目標の${of}に届きました(${value})。` : `${when}${value}、目標は${of}です。`
}

const failed = new Map([
  ['nothing-said', '記録できる内容が見つかりませんでした。「ランチ 850円」のように言ってみてください。'],
  ['nothing-to-log', 'このアプリは記録を持たないので、書き込めません。'],
  ['nothing-to-ask', 'このアプリは記録を持たないので、調べられません。'],
  ['record-unknown', '当てはまる記録が見つかりませんでした。'],
  ['edit-unclear', '何を変えるのか分かりませんでした。「評価を追加して」のように、項目や表示の名前を教えてください。'],
  ['app-unknown', 'そのアプリが見つかりませんでした。'],
  ['disk-full', 'ディスクがいっぱいで保存できませんでした。空きを作ってからもう一度お試しください。'],
  ['turn-cancelled', '止めました。'],
])

export const ja: Words = {
  logged({ app, titles, did, standing: reached, unsure }) {
    const what = titles.length && titles.length <= 3 ? quoted(titles) : `${titles.length}件`
    const done =
      did === 'create'
        ? `${app}に${what}を記録しました。`
        : did === 'update'
          ? `${app}の${what}を変更しました。`
          : `${app}から${what}を削除しました。元に戻せます。`
    return done + (reached ? standing(reached) : '') + (unsure?.length ? `まだ空の項目：${list(unsure)}。` : '')
  },
  answered({ about, shown, value, period, rows, previous, records, listed, plain, measure, what }) {
    const scope = [about ? `「${about}」` : '', period, what].filter(Boolean).join('、')
    const when = scope ? `${scope}は` : ''
    if (value === null || (measure === 'count' && value === 0 && !rows.length)) return `${when}まだ記録がありません。`
    const change = previous
      ? previous.change === 'same'
        ? '前と同じです。'
        : previous.change === 'unknown'
          ? '比べられる記録はまだありません。'
          : `前は${previous.shown}だったので、${previous.change === 'more' ? '増えて' : '減って'}います。`
      : ''
    const parts =
      rows.length > 1
        ? `です。\n${lines(rows.slice(0, 8).map((row) => `${row.label}:${row.shown}`))}\n`
        : rows.length === 1
          ? `(${rows[0]!.label})です。`
          : 'です。'
    const [only] = records
    if (only && !rows.length && !change && listed && records.length === 1) return `${when}${only}${plain ? '' : `(${shown})`}です。`
    if (only && !rows.length && !change && measure === 'count')
      return `${when}${records.length === 1 ? `${shown}件(${only})です。` : `${shown}件：\n${lines(records.slice(0, 8))}`}`
    const named = !rows.length && (measure === 'count' || listed) && only ? `\n${lines(records.slice(0, 8))}` : ''
    return `${when}${measure === 'mean' && !what ? '平均' : ''}${shown}${parts}${change}${named}`.trimEnd()
  },
  exists({ some, about, period, names }) {
    const scope = [about ? `「${about}」` : '', period].filter(Boolean).join('、')
    return some ? `はい：${names.join('、') || scope}。` : `いいえ、ありません${scope ? `（${scope}）` : ''}。`
  },
  measured: (fn, field) =>
    `${field}の${{ count: '件数', sum: '合計', mean: '平均', min: '最低', max: '最高', latest: '最新', first: '最初', distinct: '種類' }[fn]}`,
  allTime: '全期間',
  named({ about, period, names, more }) {
    const scope = [period, about ? `「${about}」` : ''].filter(Boolean).join('の')
    const said = names.length ? `${names.join('、')}${more ? `、ほか${more}件` : ''}。` : 'ありません。'
    return scope ? `${scope}：${said}` : said
  },
  remaining: ({ kind, left, of, over, period }) => {
    const when = period ? `${period}は` : ''
    if (kind === 'limit') return over ? `${when}上限の${of}を${left}超えています。` : `${when}${of}のうち、あと${left}です。`
    return over ? `目標の${of}を${left}超えました。` : `${when}目標の${of}まであと${left}です。`
  },
  occasion({ about, day, days }) {
    const ago =
      days === undefined
        ? ''
        : days === 0
          ? '(今日)'
          : days === -1
            ? '(昨日)'
            : days === 1
              ? '(明日)'
              : days < 0
                ? `(${-days}日前)`
                : `(あと${days}日)`
    return `${about ? `「${about}」は` : ''}${day}${ago}です。`
  },
  built: ({ name, purpose, assumed, missing }) =>
    [
      `「${name}」ができました。${sentence(purpose)}`,
      assumed.length ? `こう考えました：${list(assumed)}。` : '',
      missing.length ? `入っていないもの：${list(missing)}。` : '',
    ]
      .filter(Boolean)
      .join(''),
  edited: ({ said, missing }) => sentence(said) + (missing.length ? `できなかったこと：${list(missing)}。` : 'データはそのままです。'),
  undone: ({ what, app }) => (what ? `${what}${app ? `(${app})` : ''}。` : '元に戻しました。'),
  redone: ({ what, app }) => (what ? `${what}${app ? `(${app})` : ''}。` : 'やり直しました。'),
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
        : `お聞きしたこと:\n${lines(items)}`
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
    `${name ? `${name}さん、` : ''}${part === 'morning' ? 'おはようございます' : part === 'evening' ? 'こんばんは' : 'こんにちは'}。記録したいことや計画したいことを教えてください。小さなアプリを作ります。たとえば:\n${lines(examples)}`,
  help: ({ examples }) =>
    `わたしはお手元の機械で動くプログラムで、人間ではありません。お話から小さなアプリを作り、そこに記録し、そこから答え、教えていただいたことを覚えます。アプリは話して変えられ(「評価を追加して」)、どれも元に戻せます。たとえば:\n${lines(examples)}`,
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
    low: ['それは大変でしたね。', 'つらいですね。早く楽になりますように。', 'お疲れさまです。無理しないでくださいね。'],
    glad: ['それはよかったですね。', 'いいですね！', 'うれしい話ですね。'],
    plain: ['そうなんですね。', 'なるほど。', 'そうでしたか。'],
  },
  unclear: ({ examples }) => `どうしたいのか、うまく読み取れませんでした。たとえばこう言えます:\n${lines(examples)}`,
  withheld: ({ app, kept, finding }) =>
    `「${app}」は確認に通りませんでした${finding ? `(${finding})` : ''}。${kept ? '前の版はそのままです' : '公開していません'}。別の言い方か、少しずつ頼んでみてください。`,
  cannot: ({ missing }) => `まだできません：${list(missing)}。`,
  failed: ({ code }) => failed.get(code) ?? 'うまくいきませんでした。何も失われていません。もう一度お試しください。',
  undo: '元に戻す',
  examples: ['コーヒー代を記録したい、月5,000円まで', '沖縄3泊の持ち物リストを作って', 'ナッツアレルギーだと覚えておいて'],
}
