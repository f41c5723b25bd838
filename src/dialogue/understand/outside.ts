/**
 * A wish that something be done or looked up outside this machine: a message sent, a table booked, tomorrow's weather.
 * Told by its grammar: a verb that acts upon the world, in the imperative or asked of the agent ("can you …", 帮我…,
 * …てくれる, …해줘), or a question whose answer changes out there. What was done already ("I booked a table") has another
 * form, and what is to come again and again or to be kept is a wish for an app: both are left to the other rules.
 */
import { foldHan } from '../../base/language/han.ts'
import type { Language } from '../../spec.ts'
import type { Outside } from '../words/types.ts'

type Acts = [Outside, RegExp][]

/** Politeness before an English verb, and the verb asked of the agent. */
const EN_ASKED =
  /^(?:(?:hey|hi|hello|ok|okay|so|please|pls)[,!]?\s+)*(?:(?:can|could|will|would) (?:you|u)(?: please| kindly)?|i (?:want|need|would like|'d like) you to|i'd like you to|go ahead and)\s+/
const EN_POLITE = /^(?:(?:hey|hi|hello|ok|okay|so|just|please|pls)[,!]?\s+)+/
const EN_THING =
  /(?:taxi|cab|uber|ride|lift|table|room|hotel|flight|train|ticket|seat|pizza|takeaway|takeout|food|coffee|flower|grocer|reservation|appointment|delivery)/
    .source
const EN_DEVICE =
  /(?:lights?|lamps?|tv|telly|television|heating|heater|thermostat|fan|air ?con\w*|oven|radio|music|doors?|garage|vacuum|blinds|curtains|kettle|wi-?fi)/
    .source

/** Whichever way it is said: with "can you" or bare. Bare verbs need an object of somebody or something, not a noun alone. */
const EN: Acts = [
  [
    'send',
    /^(?:text|e-?mail|message|dm|whatsapp) (?:my|our|him|her|them|the|mum|mom|dad|grandma|grandpa)\b|^(?:text|e-?mail|message|dm|whatsapp) [a-z]+ (?:that|saying|to say|about)\b|^send (?:(?:my|our|the) \w+ |him |her |them |[a-z]+ )?(?:an?|the|this|that|some) (?:quick )?(?:e-?mail|message|text|sms|letter|whatsapp|dm|fax|invite|invitation)\b/,
  ],
  ['call', /^(?:call|phone|ring|dial|facetime) (?:my|our|him|her|them|the|mum|mom|dad|grandma|grandpa|for (?:a|an))\b(?! app)/],
  [
    'order',
    new RegExp(
      `^(?:order|buy|book|reserve|hail|rent) (?:me |us )?(?:an?|some|one|two|three|four|\\d+) [a-z]|^(?:order|buy|book|reserve) (?:me|us) (?!in|down|as|for|onto?)[a-z]|^(?:order|buy|book|reserve) (?:the |my )?${EN_THING}|^(?:get|find|call) (?:me|us) (?:an? |some |the )?${EN_THING}|^make (?:me |us )?an? (?:reservation|appointment|booking)\\b|^cancel (?:my|our) (?:\\w+ )?(?:subscription|booking|reservation|appointment|flight|order|membership|contract)\\b`,
    ),
  ],
  ['pay', /^(?:pay|settle) (?:my|our|the|off)\b|^(?:transfer|wire|send) (?:him |her |[a-z]+ )?(?:[$£€¥₩]\s?)?\d/],
  [
    'device',
    new RegExp(
      `^(?:turn|switch) (?:on|off|up|down) (?:\\w+ ){0,2}${EN_DEVICE}\\b|^(?:turn|switch) (?:\\w+ ){1,3}(?:on|off|up|down)$|^(?:dim|unlock|lock|open|close) (?:the|my|our) ${EN_DEVICE}\\b|^play (?:some |a |the |me )*(?:music|song|radio|jazz|playlist)\\b`,
    ),
  ],
  ['post', /^(?:post|tweet|publish|upload|share) .{0,60}\b(?:on|to) (?:instagram|twitter|facebook|tiktok|youtube|linkedin|my blog|x)\b/],
  [
    'translate',
    /^translate\b.+|^(?:what(?:'s| is)|how do (?:you|i) say) .{1,40} in (?:french|german|spanish|italian|chinese|japanese|korean|portuguese|english)\b/,
  ],
  [
    'weather',
    /^(?:what(?:'s| is| will)|how(?:'s| is| will)|show me|tell me|check)\b.{0,12}\b(?:weather|forecast)\b|^(?:will|is) it (?:\w+ ){0,3}(?:rain|raining|snow|snowing|sunny|windy|freezing|cold|hot|warm)\b|^(?:will|do) (?:i|we) need an? (?:umbrella|raincoat)\b|^how (?:hot|cold|warm) (?:is|will) it\b/,
  ],
  ['news', /^(?:any|what(?:'s| is| are)|show me|tell me|read me|give me|got any)\b.{0,16}\b(?:news|headlines)\b/],
  [
    'price',
    /^(?:what(?:'s| is)|how much is|show me|tell me|check)\b.{0,12}\b(?:price|rate|value|share price) (?:of|for) (?!my|our)|^(?:what(?:'s| is)|how much is|show me|check) (?:the |an? |one )?(?:\w+ )?(?:bitcoin|ethereum|gold|exchange rate|stock|shares?)\b|^how (?:is|are) (?:the )?(?:stock|stocks|market|bitcoin)\b/,
  ],
  [
    'search',
    /^(?:google|search (?:the web|the internet|online|google)|look up|find (?:out )?online)\b.+|^(?:how do (?:i|we) get to|directions to|navigate to|what time is it in|who won)\b/,
  ],
]
/** Only asked of the agent: bare, "text Anna" may be the name of a column, and "tell Anna" an entry. */
const EN_OF_AGENT: Acts = [
  ['send', /^(?:text|e-?mail|message|dm|whatsapp|write to|tell|notify|reply to) (?!me\b|us\b|if\b|what\b)[a-z]+/],
  ['call', /^(?:call|phone|ring|dial) (?!me\b|us\b|it\b|this\b|that\b)[a-z]+/],
  ['order', /^(?:book|reserve|order|buy|hail) (?!me|us)[a-z0-9]+/],
  ['pay', /^(?:pay|transfer|wire) \S+/],
]

const english = (low: string): Outside | null => {
  const said = low.replace(EN_ASKED, '').replace(EN_POLITE, '')
  return first([...EN, ...(EN_ASKED.test(low) ? EN_OF_AGENT : [])], said)
}

const ZH_ASKED =
  /^(?:请|麻烦|拜托|[你您](?:(?<=(?:请|麻烦|拜托).)|(?=能|可))|能不能|可不可以|可以|能)*(?:帮|替|给|为|代)(?:一下)?(?:我们?|咱们?)(?![哥姐弟妹妈爸爷奶老朋同女男儿家的们])/
const ZH_POLITE = /^(?:(?:请|麻烦|拜托)(?:你|您)?|(?:你|您)(?:能不能|可不可以|可以|能))?/
const ZH_LETTER = /(?:短信|消息|信息|微信|邮件|电邮|私信|信)/.source
const ZH_SOME = /(?:[一两二三四五六七八九十\d]+?)?[个個份杯张間间辆台些桌盒束位条]/.source
const ZH: Acts = [
  [
    'send',
    new RegExp(
      `^(?:给|向|跟).{1,8}(?:发|写|回)(?:[个条封]|一[个条封])?${ZH_LETTER}|^(?:发|回)(?:[个条封]|一[个条封])?${ZH_LETTER}(?:给|告诉)`,
    ),
  ],
  ['call', /^给.{1,8}(?:打|拨)(?:个|一个|通|一通)?(?:视频)?电话|^(?:打|拨)(?:个|一个|通|一通)?电话给|^给.{1,8}打过去/],
  ['order', new RegExp(`^(?:预?[订定](?!.{0,12}(?:计划|目标|方案|规划|规矩|时间表))|预约|点|叫|约)${ZH_SOME}.+`)],
  ['pay', /^给.{1,8}(?:转账|转[\d一二三四五六七八九十百千万]+)|^转账?(?:给|[\d一二三四五六七八九十百千万]+)/],
  [
    'device',
    /^(?:打开|关掉|关上|关闭|开一下|关一下|开|关)(?:.{0,4})(?:灯|空调|电视|窗帘|门|音乐|暖气|风扇|扫地机)[吧。!！]?$|^把.{0,6}(?:灯|空调|电视|窗帘|门|音乐|暖气|风扇).{0,2}(?:打开|关掉|关上|关了|调)|^(?:放|播放)(?:点|首|一首|一点)?(?:音乐|歌)/,
  ],
  ['post', /^(?:发|转发)(?:个|条|到|一条|一个|在)?(?:朋友圈|微博|帖子?|抖音|小红书)/],
  ['translate', /^(?:翻译|把.{1,40}(?:翻译|译)成)|用(?:英语|英文|日语|日文|韩语|法语|德语|西班牙语)怎么说/],
  [
    'weather',
    /天气.{0,3}(?:怎么样|怎样|如何|好吗|好不好|预报|热吗|冷吗)|^.{0,6}(?:的)?天气[呢?？]?$|(?:会|要)(?:不会|不要)?(?:下雨|下雪|刮风|降温)(?:吗|么|嘛)?[?？]?$|(?:用|要|需要)(?:不用|不要)?带伞吗?[?？]?$|(?:气温|外面).{0,4}(?:多少度|几度)/,
  ],
  ['news', /(?:有什么|有啥|最新的?|今天的?|看看|播报?|说说).{0,4}新闻[吗呢]?[?？。]?$/],
  [
    'price',
    /(?:汇率|股价|币价|金价|油价|行情|房价)(?:现在|今天)?(?:是)?(?:多少|怎么样|如何|怎样|几)|(?:比特币|以太坊|黄金|美元|欧元|日元|英镑|股票)(?:现在|今天)?.{0,4}(?:多少钱|多少|价格|什么价)/,
  ],
  ['search', /^(?:上网|在网上|网上|百度|谷歌)(?:查|搜|找|一下)|^搜(?:索|一下|搜)|(?:怎么走|怎么去)[?？]?$/],
]
const ZH_OF_AGENT: Acts = [
  [
    'order',
    /^(?:(?:在|去|上).{1,8})?(?:预?[订定](?!阅|一?[个份套].{0,10}(?:计划|目标|方案|规划|规矩|时间表|表$))|预约|点(?!评)|叫|买|抢|约|挂号|挂个?号|取消|退掉?|租|下单).*/,
  ],
  ['pay', /^(?:把)?.{0,6}(?:交|付|缴|还|转|充)(?:一下|了)?.{0,6}(?:费|钱|款|房租|账单|信用卡|花呗|账|[元块])/],
]
/** 帮我自动抢火车票: how it is to be done. */
const ZH_MANNER = /^(?:自动|直接|马上|立刻|现在|赶紧|赶快|尽快|顺便|先|再|去|到点|定时|准时|按时|每[天周月])+/
/** 明天早上八点帮我…: when it is to be done stands before. */
const ZH_WHEN =
  /^(?:(?:(?:今|明|后|大后)[天日早晚]|(?:早上|上午|中午|下午|傍晚|晚上|凌晨)|[\d一二三四五六七八九十]+(?:点|时|:\d+)(?:半|钟|[\d一二三四五六七八九十]+分?)?|下?(?:周|星期|礼拜)[一二三四五六日天]|\d+月\d+[日号]|到点|到时候?|等会儿?|待会儿?|一会儿?|(?:如果|要是|等).{1,12}?(?:就|的话|了))[,，、\s]*(?:就)?)+/
const chinese = (whole: string): Outside | null => {
  const text = foldHan(whole).replace(ZH_WHEN, '')
  const asked = ZH_ASKED.test(text)
  const said = text.replace(ZH_ASKED, '').replace(ZH_POLITE, '').replace(ZH_MANNER, '')
  // 给妈妈打个电话 begins with 给, which is of the agent only before 我.
  return first([...ZH, ...(asked ? ZH_OF_AGENT : [])], said)
}

/** して, しておいて, してくれる？, してください: what is asked for stands at the end. */
const JA_DO =
  /(?:[てで](?:おいて|といて)?|といて|どいて)(?:くれ(?:る|ない|ます|ません)?か?|ください(?:ませんか)?|下さい|もらえ(?:る|ない|ます|ません)?か?|いただけ(?:ます|ません)か|ほしい(?:です)?|欲しい(?:です)?|ちょうだい)?[ねよ]?[。.!！?？\s]*$/
    .source
const ja = (act: string) => new RegExp(`(?:${act})${JA_DO}`, 'i')
const JA: Acts = [
  [
    'send',
    ja(
      '(?:メール|メッセージ|line|ライン|dm|返信|返事|手紙|招待状?)(?:を|で)?.{0,6}(?:送っ|送信し|出し|打っ|書い|入れ|し)|[にへ](?:メール|line|ライン|連絡)し',
    ),
  ],
  ['call', ja('電話(?:を)?(?:し|かけ|入れ|つない)')],
  [
    'order',
    ja(
      '(?:指定席|自由席|座席|席|チケット|切符|乗車券|航空券|飛行機|新幹線|ホテル|旅館|宿|部屋|便|順番|整理券)(?:を|の予約を)?.{0,6}(?:取っ|とっ|押さえ|抑え|確保し|手配し|予約し|買っ)|(?:予約|注文|手配|購入|出前|キャンセル|解約|申し?込み)(?:を)?(?:し|取っ|とっ|入れ|頼ん)|(?:タクシー|車|ウーバー|救急車)を?呼ん|(?:を|ピザ|チケット)(?:頼ん|買っ|買ってき|取り寄せ|注文し)',
    ),
  ],
  ['pay', ja('(?:払っ|支払っ|振り?込ん|送金し|入金し|支払いを?し)')],
  [
    'device',
    ja(
      '(?:[時分前朝]に|ちゃんと|^)起こし|(?:照明|電気|エアコン|テレビ|カーテン|鍵|ドア|音楽|暖房|冷房|扇風機|掃除機|曲).{0,3}(?:つけ|消し|開け|閉め|かけ|止め|流し|動かし)',
    ),
  ],
  ['post', ja('(?:投稿|ツイート|アップ)(?:を)?し')],
  ['translate', new RegExp(`(?:翻訳し|訳し)${JA_DO}|(?:英|中国|韓国|フランス|ドイツ|スペイン|日本)語で(?:は|何|なん|どう)`)],
  [
    'weather',
    /(?:天気|天気予報|気温)(?:は|って|を教え|どう|どんな)(?!.*(?:記録|つけ))|^.{0,8}天気[?？]$|[雨雪](?:は|が)?(?:降る|ふる|降ります|降りそう)(?:か|かな|の|でしょうか|かしら)?[?？。]*$|傘(?:は|が|を)?.{0,3}(?:いる|いります|必要|要る|持って(?:い|行)った方)(?:か|かな|の)?.{0,3}[?？。]*$/,
  ],
  ['news', /ニュース(?:は|を|って)?(?:教え|見せ|読ん|ある|何|[?？]|知りたい)/],
  [
    'price',
    /(?:株価|為替|レート|相場)(?:は|を|って)?(?:いくら|教え|どう|今|[?？]|$)|(?:ビットコイン|仮想通貨|ドル|ユーロ|金|ガソリン)(?:の)?(?:値段|価格|値|いくら)(?:は|って|を教え|いくら|[?？])/,
  ],
  ['search', new RegExp(`(?:ググっ|検索し|ネットで調べ)${JA_DO}|(?:への|まで)?(?:行き方|道順)(?:は|を教え)`)],
]

const KO_DO = /\s?(?:줘|줄래|줄\s?수\s?있|주세요|주실|주라|줬으면|달라|놔|둬)/.source
const ko = (act: string) => new RegExp(`(?:${act})${KO_DO}`, 'i')
const KO: Acts = [
  [
    'send',
    ko('(?:문자|메시지|메세지|카톡|이메일|메일|답장|편지|초대장?|연락)(?:을|를|도)?\\s?(?:좀\\s?|하나\\s?|한 통\\s?)?(?:보내|해|써|넣어)'),
  ],
  ['call', ko('전화(?:를)?\\s?(?:좀\\s?|한 통\\s?)?(?:해|걸어|넣어)')],
  [
    'order',
    ko(
      '(?:예약|주문|예매|구매|배달|취소|해지|신청|접수|환불)(?:을|를)?\\s?(?:좀\\s?)?(?:해|시켜|잡아)|(?:택시|차|대리)(?:를)?\\s?(?:좀\\s?|한 대\\s?)?(?:불러|잡아|호출해)|[가-힣]\\s(?:\\S+\\s)?(?:시켜|사)(?!용)',
    ),
  ],
  [
    'pay',
    ko(
      '(?:결제|송금|이체|납부|입금)(?:을|를)?\\s?(?:좀\\s?)?해|(?:요금|월세|세금|공과금|비|값|돈|원)(?:을|를)?\\s?(?:좀\\s?)?(?:내|보내|갚아|부쳐)',
    ),
  ],
  [
    'device',
    ko('(?:불|조명|전등|에어컨|티비|tv|텔레비전|보일러|커튼|문|음악|노래|난방|선풍기|청소기).{0,3}(?:켜|꺼|끄고|열어|닫아|틀어|돌려)'),
  ],
  ['post', ko('(?:인스타|페이스북|트위터|블로그|유튜브|sns).{0,8}(?:올려|게시해|업로드해)')],
  ['translate', new RegExp(`번역(?:을)?\\s?(?:좀\\s?)?해${KO_DO}|(?:영|일본|중국|프랑스|독일|스페인)어로\\s?(?:뭐|어떻게|뭐라고)`)],
  [
    'weather',
    /날씨(?:는|가|도)?\s?(?:좀\s?)?(?:어때|어떄|어떨|어떤가|어떻|알려|좋을까|좋아\?|추울까|\?)|^.{0,8}날씨\?$|(?:비|눈)(?:가|이)?\s?(?:와|올까|오나|오니|온대|올 것 같아|내릴까|옵니까)(?:요)?\?|우산.{0,8}(?:필요|챙겨야|가져가야)|기온.{0,4}(?:몇|얼마|어때)/,
  ],
  ['news', /뉴스(?:를|는|가)?\s?(?:좀\s?)?(?:알려|보여|뭐|있어|읽어|들려)/],
  [
    'price',
    /(?:시세|주가|환율)(?:은|는|이|가|를)?\s?(?:지금\s?)?(?:얼마|알려|어때|몇|\?)|(?:비트코인|코인|금|달러|엔화|유로|주식|기름|휘발유)\s?(?:값|가격|시세)(?:은|는|이|가)?\s?(?:지금\s?)?(?:얼마|알려|어때|\?)/,
  ],
  ['search', new RegExp(`(?:검색해|인터넷에서\\s?(?:좀\\s?)?찾아)${KO_DO}|(?:까지|에)\\s?(?:어떻게 가|가는 길)`)],
]

function first(acts: Acts, said: string): Outside | null {
  return acts.find(([, is]) => is.test(said))?.[0] ?? null
}

const READ: Record<Language, (low: string, text: string) => Outside | null> = {
  en: (low) => english(low),
  zh: (_, text) => chinese(text),
  ja: (_, text) => first(JA, text),
  ko: (_, text) => first(KO, text),
}

/** What the message wishes done or looked up outside; null where it wishes nothing of the kind. `low`: folded. */
export const outsideOf = (language: Language, low: string, text: string): Outside | null => READ[language](low, text.trim())

/** What is looked up may be what an app keeps: a weather diary, a list of prices, who won. */
const KEPT: Partial<Record<Outside, RegExp>> = {
  weather: /weather|rain|temperature|天气|气温|雨|天気|気温|날씨|기온|비 /i,
  news: /news|link|新闻|链接|ニュース|リンク|뉴스|링크/i,
  price: /price|rate|stock|share|coin|trade|价|股|汇率|币|値|株|為替|가격|시세|주식|코인|환율/i,
  search: /score|points|win|round|place|address|得分|分数|地点|地址|得点|スコア|場所|점수|장소/i,
  translate: /word|front|meaning|单词|释义|単語|意味|단어|뜻/i,
}
export const keptInApp = (what: Outside, labels: string): boolean => KEPT[what]?.test(labels) ?? false

/** Bare verbs are entries of the app that is open ("call the dentist" on a list of things to do); questions never are. */
export const LOOKED_UP: ReadonlySet<Outside> = new Set(['weather', 'news', 'price', 'search', 'translate'])

/** What is asked of the agent itself, so that it is no entry: "can you …", 帮我…, …てくれる, …줄래. */
export const asksAgent = (language: Language, low: string, text: string): boolean =>
  language === 'en'
    ? EN_ASKED.test(low)
    : language === 'zh'
      ? ZH_ASKED.test(foldHan(text).replace(ZH_WHEN, ''))
      : language === 'ja'
        ? new RegExp(JA_DO).test(text.trim())
        : new RegExp(KO_DO).test(text)

/** A question of the world, and of nobody here: who asks for what is theirs says so. */
const OURS = /\b(?:i|me|my|mine|we|us|our|you|your)\b|我|咱|你|私|僕|俺|うち|あなた|나|내|저|제|우리|너|당신/
export const asksOfWorld = (low: string): boolean => !OURS.test(low) && low.length <= 120 && /[?？]\s*$/.test(low)
