/** What is said beside the app: what was understood, assumed and missing, and what may be said next. */
import { formatMoney, formatNumber } from '../base/language/format.ts'
import { currencyName } from '../base/language/spoken.ts'
import type { AppSpec } from '../spec.ts'
import type { Chosen } from './compose/choose.ts'
import type { Frame } from './frame/types.ts'
import { type Build, PERIOD_LABELS } from './rules/build.ts'
import type { Beyond } from './rules/cues.ts'
import { NEEDS_MODEL } from './rules/wishes.ts'
import { bounded, t, type Words } from './rules/words.ts'

const CANNOT: Record<Beyond, Words> = {
  stocks: t(
    'It cannot fetch live prices or rates; you type them in, and it keeps and compares them. / 无法获取实时行情或汇率；你可以手动填写，应用负责记录和比较。 / 株価や為替の自動取得はできません。手で入力した値を記録して比べます。 / 실시간 시세나 환율은 가져올 수 없어요. 직접 입력하면 기록하고 비교해 드려요.',
  ),
  trade: t(
    'It cannot buy or sell anything for you; it keeps a record of your own trades. / 无法自动买卖；可以记录你自己的交易。 / 自動売買はできません。ご自分の取引の記録はできます。 / 자동 매매는 할 수 없어요. 직접 한 거래를 기록할 수 있어요.',
  ),
  email: t(
    'It cannot send e-mail or messages; it keeps the list and shows what is due. / 无法发送邮件或短信；可以保存名单并提示到期事项。 / メールやメッセージの送信はできません。一覧と予定の表示はできます。 / 이메일이나 문자는 보낼 수 없어요. 목록과 일정을 보여 드려요.',
  ),
  maps: t(
    'It has no maps, navigation or location; places are kept as text. / 没有地图、导航或定位；地点以文字保存。 / 地図・ナビ・位置情報は使えません。場所は文字で残します。 / 지도, 내비, 위치 기능은 없어요. 장소는 글로 적어요.',
  ),
  camera: t(
    'It cannot use the camera or scan; you type things in. / 无法拍照或扫码；请手动填写。 / カメラや読み取りは使えません。手で入力します。 / 카메라나 스캔은 쓸 수 없어요. 직접 입력해요.',
  ),
  multiplayer: t(
    'It has no chat or online play; it works for you, on this device. / 没有聊天或联机功能；只在你这里使用。 / チャットやオンライン対戦はできません。手元で使うアプリです。 / 채팅이나 온라인 대전은 안 돼요. 혼자 쓰는 앱이에요.',
  ),
  pay: t(
    'It cannot move money; it keeps track of what is paid and due. / 无法收款或转账；可以记录已付和应付。 / 決済や送金はできません。支払いの記録はできます。 / 결제나 송금은 할 수 없어요. 낸 돈과 낼 돈을 기록해요.',
  ),
  book: t(
    'It cannot book or order anything; it keeps what you plan and book yourself. / 无法代为预订、抢票或下单；可以记录你自己的安排。 / 予約や注文の代行はできません。ご自分の予定の記録はできます。 / 예약이나 주문은 대신할 수 없어요. 직접 한 예약을 기록해요.',
  ),
  news: t(
    'It cannot read the web; you put in what you find. / 无法抓取网络内容；请自行填写。 / ウェブの情報は取得できません。見つけたものを入力します。 / 웹에서 가져올 수는 없어요. 찾은 내용을 직접 적어요.',
  ),
  weather: t(
    'It cannot fetch the forecast; you note the weather yourself. / 无法获取天气预报；可以自己记录天气。 / 天気予報は取得できません。天気は自分で記録します。 / 일기예보는 가져올 수 없어요. 날씨는 직접 적어요.',
  ),
  calls: t(
    'It cannot make calls; it keeps numbers and reminders. / 无法拨打电话；可以保存号码和提醒。 / 電話はかけられません。番号とリマインダーを残せます。 / 전화를 걸 수는 없어요. 번호와 알림을 남겨요.',
  ),
  hack: t(
    'It will not get into other people’s accounts or messages; it can keep your own notes. / 不能查看或进入他人的账号；只能保存你自己的记录。 / 他人のアカウントや連絡をのぞくことはできません。ご自分の記録だけ残せます。 / 다른 사람의 계정이나 메시지는 볼 수 없어요. 내 기록만 남길 수 있어요.',
  ),
  devices: t(
    'It cannot control devices; it keeps a log or a schedule. / 无法控制设备；可以做记录或时间表。 / 機器の操作はできません。記録や予定は残せます。 / 기기를 조작할 수는 없어요. 기록이나 일정을 남겨요.',
  ),
  translate: t(
    'It does not translate; it keeps words and their meanings for you to learn. / 不会自动翻译；可以保存词语和释义。 / 翻訳はできません。言葉と意味を残して覚えられます。 / 번역은 하지 않아요. 단어와 뜻을 적어 두고 익혀요.',
  ),
  bank: t(
    'It cannot connect to a bank; you enter amounts or paste a CSV. / 无法连接银行；可以手动填写或粘贴CSV。 / 銀行とは連携できません。金額を入力するかCSVを貼り付けます。 / 은행과 연결할 수 없어요. 금액을 입력하거나 CSV를 붙여 넣어요.',
  ),
  social: t(
    'It cannot post anywhere; it keeps drafts and dates. / 无法自动发布；可以保存草稿和日期。 / 投稿はできません。下書きと日付を残せます。 / 게시할 수는 없어요. 초안과 날짜를 남겨요.',
  ),
  game: t(
    'It cannot make action or 3D games; it can keep scores and ideas. / 做不了动作或3D游戏；可以记分或记录想法。 / アクションや3Dのゲームは作れません。スコアやアイデアの記録はできます。 / 액션이나 3D 게임은 만들 수 없어요. 점수나 아이디어를 기록해요.',
  ),
  ai: t(
    'It does not write or draw for you; it keeps your own work. / 不会代写或生成图片；可以保存你自己的作品。 / 文章や画像の自動生成はできません。ご自分の作品を残せます。 / 대신 쓰거나 그려 주지는 않아요. 내 작업을 남겨요.',
  ),
  steps: t(
    'It cannot read a watch or sensors; you enter the figures. / 无法读取手环或传感器；请手动填写。 / 時計やセンサーの値は読めません。数値を入力します。 / 워치나 센서는 읽을 수 없어요. 직접 입력해요.',
  ),
}

/** What a panel of the app asks a model for is not missing: it says for itself that it needs one. */
const ASKED: ReadonlySet<Beyond> = new Set(['translate', 'ai'])

export const missingOf = (frame: Frame, b: Build, spec: AppSpec): string[] => {
  const asks = spec.behaviours.some((one) => one.kind === 'ask')
  const said = frame.beyond.filter(
    (one) => !(asks && ASKED.has(one)) && !(one === 'translate' && /vocab|word|单词|単語|단어|card|卡/.test(frame.low)),
  )
  const list = [...new Set(said)].slice(0, 3).map((one) => b.say(CANNOT[one]))
  if (/currenc|exchange|汇率|為替|환율/.test(frame.low) && b.frame.families.some((one) => one.family === 'converter') && list.length === 0)
    list.push(b.say(CANNOT.stocks))
  return list
}

export function assumedOf(frame: Frame, b: Build, spec: AppSpec, chosen: Chosen): string[] {
  const said = [...b.assumed]
  const ask = spec.behaviours.find((one) => one.kind === 'ask')
  if (ask) said.unshift(b.say(NEEDS_MODEL(ask.label)))
  const money = spec.collections.some((collection) => collection.fields.some((field) => field.kind === 'money'))
  if (frame.contradiction) {
    const kept = spec.behaviours.find((one) => one.kind === 'limit' || one.kind === 'goal')
    const value = kept?.kind === 'limit' ? kept.most : kept?.kind === 'goal' ? kept.target : 0
    said.unshift(
      b.say(
        t(
          `Two bounds contradict each other; I took ${value} / 两个条件互相矛盾，采用了${value} / 条件が矛盾するため${value}を採用しました / 조건이 서로 달라 ${value} 기준으로 했어요`,
        ),
      ),
    )
  }
  if (money && frame.moneys.length === 0) {
    const name = currencyName(frame.currency, spec.locale)
    said.push(b.say(t(`Amounts are in ${name} / 金额以${name}为单位 / 金額は${name}で記録します / 금액은 ${name} 단위로 적어요`)))
  }
  for (const one of spec.behaviours)
    if (one.kind === 'limit' && one.period && !frame.bounds.some((bound) => bound.per))
      said.push(
        b.say(
          t(
            `The limit is ${PERIOD_LABELS[one.period].en} / 上限按${PERIOD_LABELS[one.period].zh}计算 / 上限は${PERIOD_LABELS[one.period].ja}あたりです / 한도는 ${PERIOD_LABELS[one.period].ko} 기준이에요`,
          ),
        ),
      )
  if (chosen.primary === 'packing' && spec.collections.some((collection) => collection.seeds.length > 8) && frame.items.length < 2)
    said.push(
      b.say(t('The usual things to pack are filled in / 已填入常用物品 / よく使う持ち物を入れました / 자주 쓰는 준비물을 넣었어요')),
    )
  return [...new Set(said)].slice(0, 4).map((line) => bounded(line, 160))
}

/** Three things the editor understands. */
export function chipsOf(frame: Frame, b: Build, spec: AppSpec): string[] {
  const main = b.main
  const chips: Words[] = []
  const has = (kind: string) => main?.fields.some((field) => field.kind === kind) ?? false
  const behaviour = (kind: string) => spec.behaviours.some((one) => one.kind === kind)
  const money = main?.fields.find((field) => field.kind === 'money')
  if (money && main?.fields.some((field) => field.kind === 'date') && !behaviour('limit')) {
    const amount = { JPY: '30000', KRW: '300000', CNY: '2000' }[frame.currency] ?? '300'
    chips.push(t(`Set a limit of ${amount} a month / 每月上限${amount} / 上限を月${amount}にして / 한 달 한도를 ${amount}로 설정해 줘`))
  }
  if (
    main &&
    !spec.views.some((view) => view.kind === 'chart') &&
    main.fields.some((field) => ['money', 'number', 'quantity', 'rating', 'duration'].includes(field.kind))
  )
    chips.push(t('Show a chart / 显示图表 / グラフで表示して / 그래프로 보여 줘'))
  if (main && !has('rating')) chips.push(t('Add a rating / 加一个评分 / 評価を追加して / 별점 추가해 줘'))
  if (main?.fields.some((field) => field.kind === 'date') && !spec.views.some((view) => view.kind === 'calendar'))
    chips.push(t('Show it on a calendar / 用日历显示 / カレンダーで表示して / 달력으로 보여 줘'))
  if (main && !has('note')) chips.push(t('Add a note / 加一个备注 / メモを追加して / 메모 추가해 줘'))
  if (main && !has('choice')) chips.push(t('Add a category / 加一个分类 / カテゴリを追加して / 분류 추가해 줘'))
  chips.push(
    t('Rename it / 改个名字 / 名前を変えて / 이름 바꿔 줘'),
    t('Change the colour / 换个颜色 / 色を変えて / 색 바꿔 줘'),
    t('Show a summary / 显示汇总 / 集計を表示して / 요약 보여 줘'),
  )
  return chips.slice(0, 3).map((chip) => b.say(chip))
}

export function understoodOf(frame: Frame, b: Build, spec: AppSpec): { label: string; value: string }[] {
  const rows: { label: string; value: string }[] = []
  const put = (label: Words, value: string) => value && rows.push({ label: b.say(label), value: bounded(value, 120) })
  const comma = frame.language === 'zh' || frame.language === 'ja' ? '、' : ', '
  put(t('App / 应用 / アプリ / 앱'), `${spec.icon} ${spec.name}`)
  const kept = spec.collections.filter((collection) => !collection.hidden)
  if (kept.length > 1) put(t('Keeps / 内容 / 内容 / 내용'), kept.map((collection) => collection.label).join(comma))
  if (b.main)
    put(
      t('Notes / 记录项 / 記録する項目 / 기록 항목'),
      b.main.fields
        .filter((field) => field.kind !== 'schedule')
        .map((field) => field.label)
        .join(comma),
    )
  for (const one of spec.behaviours) {
    if (one.kind !== 'limit' && one.kind !== 'goal') continue
    const value = one.kind === 'limit' ? one.most : one.target
    const field = spec.collections
      .find((collection) => collection.id === one.collection)
      ?.fields.find((each) => each.id === one.measure.field)
    const figure =
      field?.kind === 'money'
        ? formatMoney(value, field.currency, spec.locale)
        : `${formatNumber(value, spec.locale)}${field?.kind === 'quantity' ? ` ${field.unit}` : ''}`
    put(
      one.kind === 'limit' ? t('Limit / 上限 / 上限 / 한도') : t('Goal / 目标 / 目標 / 목표'),
      one.period ? `${figure} (${b.say(PERIOD_LABELS[one.period])})` : figure,
    )
  }
  const reminder = spec.behaviours.find((one) => one.kind === 'reminder')
  if (reminder?.kind === 'reminder')
    put(
      t('Reminds / 提醒 / リマインド / 알림'),
      reminder.times?.join(comma) ??
        (reminder.before
          ? b.say(t(`${reminder.before} days before / 提前${reminder.before}天 / ${reminder.before}日前 / ${reminder.before}일 전`))
          : b.say(t('On the day / 当天 / 当日 / 당일'))),
    )
  return rows.slice(0, 6)
}
