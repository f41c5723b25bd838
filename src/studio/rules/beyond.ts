/**
 * What no small app can do by itself, told by its grammar: an act upon the world (order, pay, send, switch on) that is
 * to happen by itself or in a person's stead. And the nearest app that is still of use there.
 */
import type { Family } from '../../base/concepts/types.ts'
import type { Language } from '../../spec.ts'
import { BEYOND_CUES, type Beyond, has } from './cues.ts'
import { t, type Words } from './words.ts'

const ACTS: Record<Language, [Beyond, RegExp][]> = {
  en: [
    [
      'trade',
      /\b(?:trad|invest)(?:e|es|s|ing)?\b.{0,24}\b(?:for me|automatically|by itself)|\b(?:buys?|sells?) (?:my )?(?:stocks?|shares|crypto|coins)\b/,
    ],
    [
      'book',
      /\b(?:calls?|hails?|orders?|books?|reserves?|buys?|gets?) (?:me|us|my|our)? ?(?:an? |the |some )?(?:taxi|cab|uber|ride|flight|hotel|ticket|table|food|pizza|takeout|takeaway|grocer|dinner|lunch|meal|appointment|restaurant)\w*\b.{0,40}\b(?:automatically|for me|for us|by itself|on its own)|\b(?:calls|hails|orders|books|reserves) (?:me |us |my |an? |the |some )*(?:taxi|cab|uber|ride|flight|hotel|ticket|table|food|pizza|takeout|grocer|restaurant)\w*|\bauto(?:matically)?[- ](?:order|book|buy|reserve|call)|\b(?:appl(?:y|ies) for|register|enrol|enroll|signs? (?:me )?up|submits?|cancels?|renews?|files?) (?:\w+ ){0,6}(?:for me|on my behalf|in my place|automatically)|^(?:please |can you |could you )*(?:order|book|reserve|buy|call|hail) (?:me|us) (?:an? |some |the )?(?!app|planner|tracker|list)\w/,
    ],
    [
      'pay',
      /\b(?:pays|paying) (?:all )?(?:my|our|the) |\bpay (?:my|our|the) .{0,24}(?:for me|automatically|on time by itself)|\bauto(?:matically)?[- ]?(?:pay|transfer)|^(?:please |can you |could you )*(?:pay|transfer|wire) (?:my|our|the|\$?\d)/,
    ],
    [
      'email',
      /\b(?:sends?|answers?|forwards?|reads?|checks?|repl(?:y|ies) to) (?:out |all |my |the |an? |their )*(?:e-?mails?|messages|texts|sms|whatsapps?|dms)\b|\b(?:repl(?:y|ies)|respond|responds|answers?) (?:to \w+ )?(?:automatically|for me)|\bauto-?repl|^(?:please |can you |could you )*(?:text|e-?mail|message|whatsapp) (?:my|our|him|her|them|everyone|[a-z]+) (?!app|log|tracker|list)\w+|\b(?:emails|texts|messages) (?:my|our|the|everyone|people|them|customers|clients)\b/,
    ],
    [
      'devices',
      /\b(?:controls?|controlling|turns? (?:on|off)|switch(?:es)? (?:on|off)|unlocks?|dims?)\b.{0,14}\b(?:lights?|lamps?|tv|thermostat|heating|air ?con\w*|doors?|garage|vacuum|blinds|devices)\b/,
    ],
    [
      'calls',
      /\b(?:phones|dials|rings|calls) (?:my|the|people|customers|them|everyone)\b|\b(?:phone|dial|call) .{0,16}(?:for me|automatically)|^(?:please )?(?:phone|ring|dial|call) (?:my|the|our) .{2,40}\b(?:every time|whenever|each time|when|if|as soon as)\b/,
    ],
    [
      'social',
      /\b(?:posts|tweets|publishes|uploads) .{0,24}(?:for me|automatically|to (?:instagram|twitter|x|facebook|tiktok|youtube))|\bauto-?post/,
    ],
  ],
  zh: [
    ['trade', /(?:自动|替我|代我|帮我).{0,4}(?:炒股|炒币|买卖|交易|买股票|买基金|投资)/],
    [
      'book',
      /(?:自动|替我|代我|帮我|给我)(?:在.{1,6})?(?:订(?!阅|一?[个份套].{0,8}(?:计划|目标|方案|规划|规矩|时间表))|预订|预约|点餐|点外卖|叫车|打车|叫外卖|下单|抢|购买|买票|约车|挂号|叫个)|(?:自动|替我|代我|帮我)(?:去|把|在)?[^记录理统提,。]{0,8}(?:报名|报税|报个名|申请|申报|申领|办理|办了|注销|退订|退掉|退票|续费|签到|打卡|投简历|投递|提交)(?!记录|日期|时间|进度|清单|表|提醒|了)/,
    ],
    ['pay', /(?:自动|替我|代我|帮我).{0,4}(?:付款|付钱|缴费|还款|还信用卡|交水|交电|交房租|转账|支付)/],
    ['email', /(?:自动|替我|代我|帮我).{0,6}(?:回复|回消息|回邮件|发消息|发邮件|发短信|发微信|群发|发送)/],
    ['devices', /(?:控制|自动开|自动关|打开|关掉|关闭|远程)(?:家里的?|客厅的?)?.{0,2}(?:灯|空调|电视|窗帘|门锁|扫地机|热水器)/],
    ['calls', /(?:自动|替我|代我|帮我).{0,4}(?:打电话|拨打)/],
    ['social', /(?:自动|替我|代我|帮我).{0,4}(?:发朋友圈|发微博|发帖|发抖音|发小红书|点赞|发布到)/],
  ],
  ja: [
    ['trade', /(?:自動で|勝手に|代わりに).{0,8}(?:株|売買|投資|仮想通貨)|株を.{0,4}(?:買|売)って?くれ/],
    [
      'book',
      /(?:自動で|自動的に|勝手に|代わりに|代行して).{0,14}(?:注文|予約|呼ん|呼び|手配|買っ|購入|頼ん|申し?込|申請|手続|応募|提出|契約|解約|届け出|届出|更新し|キャンセル)|(?:予約|注文|手配)を?(?:して|取って|とって)くれる|(?:タクシー|出前|デリバリー).{0,4}呼んで/,
    ],
    ['pay', /(?:自動で|勝手に|代わりに).{0,12}(?:支払|払っ|振り?込|送金)/],
    ['email', /(?:自動で|自動的に|勝手に|代わりに).{0,12}(?:返信|返事|送信|送っ|メール)|自動返信/],
    ['devices', /(?:照明|電気|エアコン|テレビ|カーテン|玄関の鍵|ロボット掃除機).{0,4}(?:操作|つけ|消し|オンオフ|制御|開け|自動)/],
    ['calls', /(?:自動で|勝手に|代わりに).{0,12}電話/],
    ['social', /(?:自動で|勝手に|代わりに).{0,12}(?:投稿|アップ|ツイート)/],
  ],
  ko: [
    ['trade', /(?:자동(?:으로)?|알아서|대신).{0,10}(?:주식|코인|투자|매매|매수|매도)|(?:주식|코인).{0,8}(?:자동|알아서|대신)/],
    [
      'book',
      /(?:자동(?:으로)?|알아서|대신).{0,12}(?:주문|예약|불러|호출|예매|구매|사\s?주|잡아|신청|접수|제출|해지|가입|처리해|신고해|취소해)|(?:택시|대리).{0,4}(?:불러|호출|잡아)|(?:주문|예약|예매)\s?(?:을|를)?\s?(?:자동|대신)/,
    ],
    ['pay', /(?:자동(?:으로)?|알아서|대신).{0,12}(?:결제|납부|송금|이체|내\s?주)/],
    ['email', /(?:자동(?:으로)?|알아서|대신).{0,12}(?:답장|답변|보내|발송|전송)/],
    ['devices', /(?:조명|전등|불을?|에어컨|티비|tv|보일러|커튼|도어락|로봇청소기).{0,6}(?:제어|조작|켜|끄|꺼|자동)/],
    ['calls', /(?:자동(?:으로)?|알아서|대신).{0,12}전화/],
    ['social', /(?:자동(?:으로)?|알아서|대신).{0,12}(?:게시|올려|업로드)/],
  ],
}

/** That it happens by itself may be said after the act too: 返信を勝手にやって, "답장 알아서 해줘", 到价自动下单. */
const ITSELF: Partial<Record<Language, RegExp>> = {
  zh: /自动|替我|代我/,
  ja: /自動|勝手に|代わりに/,
  ko: /자동|알아서|대신/,
}
const ACTED: Partial<Record<Language, [Beyond, RegExp][]>> = {
  zh: [
    ['trade', /(?:股票|股价|基金|币).{0,16}(?:下单|买入|卖出|买卖|交易)/],
    ['email', /(?:消息|微信|邮件|短信).{0,6}(?:回复|回|发)/],
    ['book', /(?:抢|订|买)(?:票|座|位)|挂号|预约/],
  ],
  ja: [
    ['trade', /(?:株|仮想通貨|為替).{0,12}(?:売買|買|売|注文)/],
    ['email', /(?:LINE|ライン|メール|メッセージ|dm).{0,4}(?:返信|返事|送信)|(?:返信|返事).{0,3}(?:を|、|は)/i],
    ['book', /(?:予約|注文|チケット|申し?込み?|申請|手続き|応募|解約).{0,3}(?:を|、|は)/],
    ['pay', /(?:支払い|振込|振り込み|送金).{0,3}(?:を|、|は)/],
  ],
  ko: [
    ['trade', /(?:주식|코인).{0,12}(?:매매|매수|매도|사고|팔)/],
    ['email', /(?:카톡|메일|문자|메시지).{0,6}(?:답장|답변|보내)|답장/],
    ['book', /(?:예약|예매|주문)/],
  ],
}
const byItself = (said: string, language: Language): Beyond[] => {
  const sentences = said.split(/[。!?\n]/)
  return (ACTED[language] ?? []).flatMap(([beyond, act]) =>
    sentences.some((one) => ITSELF[language]!.test(one) && act.test(one)) ? [beyond] : [],
  )
}

/** `low`: folded, for the words; `text`: as said, for the grammar. */
export function beyondIn(low: string, text: string, language: Language): Beyond[] {
  const said = text.slice(0, 1000).toLowerCase()
  const acts = [...ACTS[language], ...(language === 'en' || !/[a-z]{4}/.test(said) ? [] : ACTS.en)]
  const byAct = acts.filter(([, is]) => is.test(said)).map(([beyond]) => beyond)
  const byWord = BEYOND_CUES.filter(([, words]) => has(low, words)).map(([beyond]) => beyond)
  return [...new Set([...byAct, ...byItself(said, language), ...byWord])]
}

/** What is still of use: a family there is a rule for, or a list with these parts. */
export type Nearest = { family: Family } | { label: Words; parts: string[] }
const near = (label: string, parts: string): Nearest => ({ label: t(label), parts: parts.split(' ') })

export const NEAREST: Partial<Record<Beyond, Nearest>> = {
  book: near('Bookings / 预订记录 / 予約と注文 / 예약과 주문', 'date time place amount done'),
  pay: { family: 'subscriptions' },
  email: near('Messages to send / 待发消息 / 送る連絡 / 보낼 연락', 'person due done note'),
  calls: { family: 'contacts' },
  trade: near('Trades / 交易记录 / 取引の記録 / 거래 기록', 'date quantity price note'),
  stocks: near('Prices noted / 行情记录 / 株価メモ / 시세 기록', 'date quantity price note'),
  maps: near('Places / 地点 / 場所 / 장소', 'place rating note'),
  devices: near('Device schedule / 设备时间表 / 機器の予定 / 기기 일정', 'time place done note'),
  weather: near('Weather log / 天气记录 / 天気の記録 / 날씨 기록', 'date weather temperature note'),
  news: near('Links / 链接收藏 / リンク集 / 링크 모음', 'link date note'),
  social: near('Posts / 发布计划 / 投稿の予定 / 게시 일정', 'due status note'),
  translate: { family: 'flashcards' },
  ai: near('Ideas / 创意 / アイデア / 아이디어', 'status due note'),
  game: { family: 'score' },
  steps: near('Steps / 步数 / 歩数 / 걸음 수', 'date stepcount note'),
  multiplayer: { family: 'contacts' },
  hack: { family: 'journal' },
  bank: { family: 'expenses' },
}
