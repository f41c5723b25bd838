/**
 * Words that contain a form but mean something else; where one stands, the form in it is not seen. Only
 * those the boundaries of matcher.ts let through: "of course" is no course, 日本 no day, 잠시 no sleep.
 */
const CHINESE = `
日本 每日 日后 日前 节日快乐 工作日 日子过 改日 日语版 一日 人生 人类 他人 本人 个人 有人 机器人 本月 本质 版本号 成本价
本次 日本人 花时间 时间长了 同时间 有名 名人 名次 特色菜 气色 本色 各国 我国 法国 国家队 税后 税前 新店 书店 药店 书记
书写 文书 教科书 药材 药水 药妆 药膏 茶几 酒后 酒席 狗粮券 天狗 有钱人 娃娃脸 娃娃机 水果糖 分米 火车头 行程码 朋友圈
活动性 生活动力 分手 分享 分别 分开 分钟 分数线 分配 分析 分布
`

const JAPANESE = `
毎日 本日 後日 個人 人物 一人 二人 三人 新人 本物 一本 二本 三本 四本 五本 六本 七本 八本 九本 十本 本店 色んな 一色
三色 四国 物質 人質 本質 店長 店員 書店 売店 商店街 服用 一服 薬局 薬指 薬味 薬剤師 歯車 歯ブラシ 酒場 酒屋 飲酒運転 酒粕
犬歯 猫じゃらし 車両 家庭科 早苗 曲がる 曲げ 名曲 曲がり角 国歌 新宿 大丈夫 夫人 人妻 親しい 親しみ 親会社 親日 桜色 詩人
桃色 蝶ネクタイ 金星 期末 英語版 日本語版 最新版 アイスホッケー ゴミ箱 ゴミ袋 公式サイト 公式アプリ
`

const KOREAN = `
물가 물질 물가가 물가를 물병 약국 제약 약도 약하다 약해 약한 약할 책방 빵빵 쌀쌀 쌀쌀하다 쌀쌀한 잠시 잠자리 잠옷 잠기
잠잠 떡하니 컵대회 팀장 꿀팁 꿀잠 키보드 키로 키키 질병 품질표 방향 방해 곳곳 각색 썸네일
`

const ENGLISH_WORDS = `
of course|in the course of|for the sake|sake of|for goodness sake|up to date|out of date|french fries|french toast
spanish omelette|german shepherd|book a|book the|book an|to book|book my|book now|hot dog|hot dogs|dog-eared|cat burglar
big apple|apple watch|apple music|apple pay|adam's apple|in the long run|run out of time|run the app|run a business
run my business|dry run|test run|work out how|make it work|work on my phone|in order to|in order of|order by|sort order
alphabetical order|out of order|reverse order|order of|last year|last time i saw|name it|in the name of|home page|home town
the app state|state of mind|state of the art|united states|at least once|on time|in time|all the time|at the same time
every time|real time|real-time|full time|part time|first time|some time|any time|over time i|time zone|time zones|this time
by the time|each time|kind of like|sort of like|kind of hard|a kind of|some kind of|all kinds of|all sorts of|sort by|sort them
sort it|of any kind|these days|one day|some day|the other day|day to day|day after day|every day|each day|per day|a day|all day
at a rate|any rate|rate limit|in place of|take place|takes place|in the first place|colour scheme|color scheme|colour code
color code|a number of|large number of|any number of|number of|no idea|any idea|good idea|the idea is|an idea of|some idea
present day|tea towel|coffee machine|piece of cake|pie in the sky|big cheese|couch potato|small potatoes|bread and butter
cash cow|car boot|cable car|guitar hero|sugar coat|salt lake|salt lake city|pepper spray|honey moon|honeymoon phase|dear diary
white board|sleep mode|sleep on it|light weight|weight of evidence|heavy weight|dead weight|high school musical|old school
school of thought|world class|first class|business class|class action|in a class|plant based|plant-based|power plant
chemical plant|bird's eye|bird's-eye|early bird ticket|tree structure|tree view|decision tree|phone tree|team up|end game
film over|baby steps|baby step|kid me|no kidding|mother board|mother tongue|big brother|sister city|brother printer|money back
for my money|cash in on|bill gates|bill clinton|credit to|in debt to|gift of the gab|in the event of|in the event
chain of events|event handler|event loop|main event|summit meeting|in good shape|out of shape|take shape|shape of you
`

const apart = (text: string, between: RegExp) => text.trim().split(between)

export const FRIENDS: readonly string[] = [
  ...apart(CHINESE, /\s+/),
  ...apart(JAPANESE, /\s+/),
  ...apart(KOREAN, /\s+/),
  ...apart(ENGLISH_WORDS, /[|\n]/),
]
