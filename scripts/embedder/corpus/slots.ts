/**
 * What stands in the blanks of the sentences, in four languages: `en | zh | ja | ko`, one thing a line. Times, dates and
 * lengths are made by rule, in several ways of saying each.
 */
import type { Rng } from '../../../src/base/rng.ts'
import { pick } from '../draw.ts'

export const LANGUAGES = ['en', 'zh', 'ja', 'ko'] as const
export type Language = (typeof LANGUAGES)[number]
/** One thing, in each language in one way or more. */
export type Said = Record<Language, string[]>

export function rows(text: string): Said[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.split(' / ').map((part) => part.trim()))
      if (cells.length !== 4 || cells.flat().some((part) => part === '')) throw new Error(`four languages are wanted: ${line}`)
      return { en: cells[0]!, zh: cells[1]!, ja: cells[2]!, ko: cells[3]! }
    })
}

const whole = (least: number, most: number, rng: Rng) => least + Math.floor(rng.next() * (most - least + 1))

const ENGLISH = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const CHINESE = '零 一 两 三 四 五 六 七 八 九 十 十一 十二'.split(' ')
const KOREAN = '영 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두'.split(' ')

/** A time of day, said with figures or words, with half or minutes, with am or a part of the day. */
function time(rng: Rng): Said {
  const hour = whole(0, 23, rng)
  const minute = rng.next() < 0.5 ? 0 : rng.next() < 0.4 ? 30 : pick([5, 10, 15, 20, 25, 35, 40, 45, 50, 55], rng)
  const h = hour % 12 === 0 ? 12 : hour % 12
  const part = hour < 5 ? 0 : hour < 12 ? 1 : hour < 18 ? 2 : 3
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  const half = minute === 30
  const en = [
    `${h}${minutes} ${hour < 12 ? 'am' : 'pm'}`,
    `${h}${minutes}${hour < 12 ? 'am' : 'pm'}`,
    `${h}${minutes} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
  ]
  en.push(`${h}${minutes || " o'clock"} ${['at night', 'in the morning', 'in the afternoon', 'in the evening'][part]}`)
  if (half) en.push(`half past ${ENGLISH[h]}`)
  if (minute === 15) en.push(`quarter past ${ENGLISH[h]}`)
  if (minute === 0) en.push(`${ENGLISH[h]} ${hour < 12 ? 'am' : 'pm'}`)
  const zhPart = [
    ['凌晨', '夜里'],
    ['早上', '上午'],
    ['下午', '下午'],
    ['晚上', '晚上'],
  ][part]!
  const zhMinute = minute === 0 ? '' : half ? '半' : `${minute}分`
  const zh = zhPart.flatMap((p) => [
    `${p}${h}点${zhMinute}`,
    `${p}${CHINESE[h]}点${zhMinute}`,
    ...(minute === 0 ? [] : [`${p}${h}${minutes}`]),
  ])
  const jaMinute = minute === 0 ? '' : half ? '半' : `${minute}分`
  const jaPart = [
    ['午前', '夜中の'],
    ['午前', '朝'],
    ['午後', '午後'],
    ['午後', '夜'],
  ][part]!
  const ja = jaPart.map((p) => `${p}${h}時${jaMinute}`)
  if (minute > 0) ja.push(`${jaPart[0]}${h}${minutes}`, `${jaPart[0]}${h}時${minute}分`)
  const koMinute = minute === 0 ? '' : half ? ' 반' : ` ${minute}분`
  const koPart = [
    ['오전', '새벽'],
    ['오전', '아침'],
    ['오후', '오후'],
    ['오후', '저녁'],
  ][part]!
  const ko = koPart.flatMap((p) => [`${p} ${h}시${koMinute}`, `${p} ${KOREAN[h]} 시${koMinute}`])
  if (minute > 0) ko.push(`${koPart[0]} ${h}${minutes}`)
  return { en, zh, ja, ko }
}

/** How long: minutes, hours, days, weeks. */
function length(rng: Rng): Said {
  const n = pick([1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 90], rng)
  const unit = n > 12 ? 0 : whole(0, 3, rng)
  const s = n === 1 ? '' : 's'
  const en = [`${n} ${['minute', 'hour', 'day', 'week'][unit]}${s}`]
  if (n <= 12) en.push(`${n === 1 && unit === 1 ? 'an' : n === 1 ? 'a' : ENGLISH[n]} ${['minute', 'hour', 'day', 'week'][unit]}${s}`)
  const zhNumber = n <= 12 ? [String(n), CHINESE[n]!] : [String(n)]
  const ko = [`${n}${['분', '시간', '일', '주'][unit]}`]
  if (unit === 1 && n <= 12) ko.push(`${KOREAN[n]} 시간`)
  if (unit === 2 && n <= 4) ko.push(['하루', '이틀', '사흘', '나흘'][n - 1]!)
  return {
    en,
    zh: zhNumber.map((number) => `${number}${['分钟', '个小时', '天', '个星期'][unit]}`),
    ja: [`${n}${['分', '時間', '日', '週間'][unit]}`],
    ko,
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
function monthDay(rng: Rng): Said {
  const month = whole(1, 12, rng)
  const day = whole(1, 28, rng)
  const th = day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'
  const name = MONTHS[month - 1]!
  return {
    en: [`${name} ${day}`, `${name} ${day}${th}`, `the ${day}${th} of ${name}`],
    zh: [`${month}月${day}号`, `${month}月${day}日`],
    ja: [`${month}月${day}日`],
    ko: [`${month}월 ${day}일`],
  }
}

function number(least: number, most: number) {
  return (rng: Rng): Said => {
    const n = whole(least, most, rng)
    const word = n <= 10 && n > 0
    return {
      en: word ? [String(n), ENGLISH[n]!] : [String(n)],
      zh: word ? [String(n), CHINESE[n]!] : [String(n)],
      ja: [String(n)],
      ko: [String(n)],
    }
  }
}

/** "4 people" needs a counter in three of the languages. */
function people(rng: Rng): Said {
  const n = whole(2, 10, rng)
  return {
    en: [`${n} people`, `${ENGLISH[n]} people`, `a party of ${n}`, `${n}`],
    zh: [`${n}个人`, `${CHINESE[n]}个人`, `${n}人`, `${n}位`],
    ja: [`${n}人`, `${n}名`],
    ko: [`${n}명`, `${KOREAN[n]} 명`, `${n}인`],
  }
}

/** Between 3 and 900, as prices are. */
function money(rng: Rng): Said {
  const n = pick([3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 150, 200, 250, 300, 500, 800, 900], rng)
  const unit = whole(0, 3, rng)
  const zeros = unit < 2 ? 1 : unit === 2 ? 100 : 1000
  return {
    en: [[`${n} dollars`, `$${n}`], [`${n} yuan`], [`${n * zeros} yen`], [`${n * zeros} won`]][unit]!,
    zh: [[`${n}美元`], [`${n}块`, `${n}元`, `${n}块钱`], [`${n * zeros}日元`], [`${n * zeros}韩元`]][unit]!,
    ja: [[`${n}ドル`], [`${n}元`], [`${n * zeros}円`], [`${n * zeros}ウォン`]][unit]!,
    ko: [[`${n}달러`], [`${n}위안`], [`${n * zeros}엔`], [`${n * zeros}원`]][unit]!,
  }
}

const TITLE_WORDS =
  'Silver Paper Lantern River Midnight Garden Broken Summer Winter Hollow Velvet Thunder Golden Shadow Crystal Lonely Electric Wild Ocean Desert Winds Kingdom Echo Falling Stars Northern Lights Secret Harbor Crimson Bridge Empty Rooms Hidden Valley Tiger Mirror Stone Forest Dancing Rain Burning Sky Letters Mountain Ghost Train Island Marble Road Clockwork Rose Distant Drum Orchard Fox Sunday Glass Hearts Blue Horizon'.split(
    ' ',
  )
const FIRST =
  'Amy Ben Carla Derek Ella Frank Gina Hugo Irene Jack Kelly Leo Maya Nora Oscar Paula Quinn Rita Sam Tara Victor Wendy Zoe Marcus Adele Bruno'.split(
    ' ',
  )
const LAST =
  'Archer Bellamy Castro Dalton Ellis Farrow Grant Holloway Ivers Jansen Keller Lowell Mercer Nolan Okafor Porter Quigley Ramos Sutton Turner Vance Walsh Young Zimmer'.split(
    ' ',
  )
const syllables = 'ka lo mi ra ten vo shi bel dor an el mar so ni ta ru pe gan wil ber stan ton vil ster ham ley'.split(' ')
/** Names nobody translates: titles, artists, shops. */
function title(rng: Rng): Said {
  const words = Array.from({ length: whole(1, 3, rng) }, () => pick(TITLE_WORDS, rng)).join(' ')
  return same(rng.next() < 0.4 ? `The ${words}` : words)
}
const artist = (rng: Rng): Said => same(rng.next() < 0.8 ? `${pick(FIRST, rng)} ${pick(LAST, rng)}` : invented(rng))
function invented(rng: Rng): string {
  const word = Array.from({ length: whole(2, 4, rng) }, () => pick(syllables, rng)).join('')
  return word[0]!.toUpperCase() + word.slice(1)
}
const same = (text: string): Said => ({ en: [text], zh: [text], ja: [text], ko: [text] })

export const MADE: Record<string, (rng: Rng) => Said> = {
  time,
  length,
  monthDay,
  people,
  money,
  title,
  artist,
  name: (rng) => same(invented(rng)),
  stars: number(0, 6),
  few: number(2, 9),
  count: number(2, 60),
}

export const TABLES: Record<string, Said[]> = {
  day: rows(`
today | 今天 | 今日 | 오늘
tomorrow | 明天 | 明日 | 내일
tonight | 今晚 / 今天晚上 | 今夜 / 今晩 | 오늘 밤
tomorrow morning | 明天早上 / 明天上午 | 明日の朝 / 明日の午前 | 내일 아침 / 내일 오전
tomorrow afternoon | 明天下午 | 明日の午後 | 내일 오후
tomorrow evening / tomorrow night | 明天晚上 / 明晚 | 明日の夜 / 明日の晩 | 내일 저녁 / 내일 밤
this morning | 今天早上 / 今早 | 今朝 | 오늘 아침
this afternoon | 今天下午 | 今日の午後 | 오늘 오후
this evening | 今天傍晚 / 今晚 | 今日の夕方 / 今晩 | 오늘 저녁
this weekend / the weekend | 这个周末 / 周末 | 今週末 / 週末 | 이번 주말 / 주말
next weekend | 下个周末 / 下周末 | 来週末 / 次の週末 | 다음 주말
this week | 这周 / 这个星期 / 本周 | 今週 | 이번 주
next week | 下周 / 下个星期 | 来週 | 다음 주
next month | 下个月 | 来月 | 다음 달
next year | 明年 | 来年 | 내년
on Monday / Monday | 周一 / 星期一 | 月曜日 / 月曜 | 월요일
on Tuesday / Tuesday | 周二 / 星期二 | 火曜日 / 火曜 | 화요일
on Wednesday / Wednesday | 周三 / 星期三 | 水曜日 / 水曜 | 수요일
on Thursday / Thursday | 周四 / 星期四 | 木曜日 / 木曜 | 목요일
on Friday / Friday | 周五 / 星期五 | 金曜日 / 金曜 | 금요일
on Saturday / Saturday | 周六 / 星期六 | 土曜日 / 土曜 | 토요일
on Sunday / Sunday | 周日 / 星期天 / 星期日 | 日曜日 / 日曜 | 일요일
next Monday | 下周一 / 下星期一 | 来週の月曜日 / 次の月曜日 | 다음 주 월요일
next Wednesday | 下周三 / 下星期三 | 来週の水曜日 / 次の水曜日 | 다음 주 수요일
next Friday | 下周五 / 下星期五 | 来週の金曜日 / 次の金曜日 | 다음 주 금요일
this Saturday | 这周六 / 本周六 | 今週の土曜日 | 이번 주 토요일
Saturday night | 周六晚上 / 星期六晚上 | 土曜日の夜 | 토요일 밤
Sunday morning | 周日早上 / 星期天上午 | 日曜日の朝 | 일요일 아침
the day after tomorrow / in two days | 后天 | 明後日 / あさって | 모레
in three days | 三天后 | 三日後 / 3日後 | 사흘 뒤 / 3일 후
in a week | 一周后 / 一个星期以后 | 一週間後 | 일주일 뒤 / 일주일 후
every day / daily | 每天 | 毎日 | 매일
every morning | 每天早上 | 毎朝 | 매일 아침
every night | 每天晚上 / 每晚 | 毎晩 | 매일 밤 / 매일 저녁
every Monday | 每周一 / 每个星期一 | 毎週月曜日 | 매주 월요일 / 월요일마다
every Thursday | 每周四 / 每个星期四 | 毎週木曜日 | 매주 목요일 / 목요일마다
on weekdays / every weekday | 工作日 / 每个工作日 | 平日 / 平日は毎日 | 평일 / 평일마다
at noon / midday | 中午 | 正午 / お昼 | 정오 / 한낮
at midnight | 半夜 / 午夜 | 真夜中 / 深夜0時 | 자정 / 한밤중
right now / now | 现在 | 今 / 今すぐ | 지금 / 당장
in an hour / one hour from now | 一个小时后 | 一時間後 / 1時間後 | 한 시간 뒤 / 한 시간 후
later today | 今天晚些时候 | 今日この後 / 後で | 오늘 나중에 / 이따가
at Christmas | 圣诞节 | クリスマス | 크리스마스
on New Year's Day | 元旦 / 新年 | 元日 / お正月 | 새해 첫날 / 설날
at the end of the month | 月底 | 月末 | 월말
this summer | 今年夏天 | この夏 / 今年の夏 | 올여름 / 이번 여름
in spring | 春天 | 春 | 봄
in the fall / in autumn | 秋天 | 秋 | 가을
`),
  past: rows(`
yesterday | 昨天 | 昨日 | 어제
last night | 昨晚 / 昨天晚上 | 昨夜 / ゆうべ | 어젯밤
this morning | 今天早上 / 今早 | 今朝 | 오늘 아침
last week | 上周 / 上个星期 | 先週 | 지난주
last month | 上个月 | 先月 | 지난달
last year | 去年 | 去年 / 昨年 | 작년
last weekend | 上周末 | 先週末 | 지난 주말
last Monday | 上周一 | 先週の月曜日 | 지난 월요일
last Friday | 上周五 | 先週の金曜日 | 지난 금요일
two days ago / the day before yesterday | 前天 / 两天前 | 一昨日 / おととい | 그저께 / 이틀 전
three years ago | 三年前 | 三年前 / 3年前 | 삼 년 전 / 3년 전
a month ago | 一个月前 | 一ヶ月前 / 1か月前 | 한 달 전
last summer | 去年夏天 | 去年の夏 | 작년 여름 / 지난여름
in March | 三月 | 三月に / 3月 | 3월에 / 삼월
on my birthday | 我生日那天 | 私の誕生日に | 내 생일에
`),
  place: rows(`
New York | 纽约 | ニューヨーク | 뉴욕
London | 伦敦 | ロンドン | 런던
Paris | 巴黎 | パリ | 파리
Tokyo | 东京 | 東京 | 도쿄
Seoul | 首尔 | ソウル | 서울
Beijing | 北京 | 北京 | 베이징
Shanghai | 上海 | 上海 | 상하이
Osaka | 大阪 | 大阪 | 오사카
Kyoto | 京都 | 京都 | 교토
Busan | 釜山 | 釜山 | 부산
Jeju | 济州岛 | 済州島 | 제주도
Hong Kong | 香港 | 香港 | 홍콩
Taipei | 台北 | 台北 | 타이베이
Singapore | 新加坡 | シンガポール | 싱가포르
Bangkok | 曼谷 | バンコク | 방콕
Sydney | 悉尼 | シドニー | 시드니
Los Angeles / LA | 洛杉矶 | ロサンゼルス | 로스앤젤레스
San Francisco | 旧金山 | サンフランシスコ | 샌프란시스코
Chicago | 芝加哥 | シカゴ | 시카고
Boston | 波士顿 | ボストン | 보스턴
Seattle | 西雅图 | シアトル | 시애틀
Miami | 迈阿密 | マイアミ | 마이애미
Las Vegas | 拉斯维加斯 | ラスベガス | 라스베이거스
Houston | 休斯顿 | ヒューストン | 휴스턴
Dallas | 达拉斯 | ダラス | 댈러스
Denver | 丹佛 | デンバー | 덴버
Atlanta | 亚特兰大 | アトランタ | 애틀랜타
Philadelphia | 费城 | フィラデルフィア | 필라델피아
Washington | 华盛顿 | ワシントン | 워싱턴
Texas | 得克萨斯州 / 德州 | テキサス州 / テキサス | 텍사스주 / 텍사스
California | 加利福尼亚州 / 加州 | カリフォルニア州 / カリフォルニア | 캘리포니아
Florida | 佛罗里达州 | フロリダ州 / フロリダ | 플로리다
Ohio | 俄亥俄州 | オハイオ州 | 오하이오주
Michigan | 密歇根州 | ミシガン州 | 미시간주
Georgia | 佐治亚州 | ジョージア州 | 조지아주
Alaska | 阿拉斯加 | アラスカ | 알래스카
Hawaii | 夏威夷 | ハワイ | 하와이
Arizona | 亚利桑那州 | アリゾナ州 | 애리조나주
Colorado | 科罗拉多州 | コロラド州 | 콜로라도주
Minnesota | 明尼苏达州 | ミネソタ州 | 미네소타주
Utah | 犹他州 | ユタ州 | 유타주
Kentucky | 肯塔基州 | ケンタッキー州 | 켄터키주
Tennessee | 田纳西州 | テネシー州 | 테네시주
Illinois | 伊利诺伊州 | イリノイ州 | 일리노이주
Virginia | 弗吉尼亚州 | バージニア州 | 버지니아주
Oregon | 俄勒冈州 | オレゴン州 | 오리건주
Canada | 加拿大 | カナダ | 캐나다
Mexico | 墨西哥 | メキシコ | 멕시코
Brazil | 巴西 | ブラジル | 브라질
France | 法国 | フランス | 프랑스
Germany | 德国 | ドイツ | 독일
Italy | 意大利 | イタリア | 이탈리아
Spain | 西班牙 | スペイン | 스페인
England | 英国 / 英格兰 | イギリス / イングランド | 영국
Russia | 俄罗斯 | ロシア | 러시아
China | 中国 | 中国 | 중국
Japan | 日本 | 日本 | 일본
Korea | 韩国 | 韓国 | 한국
India | 印度 | インド | 인도
Thailand | 泰国 | タイ | 태국
Vietnam | 越南 | ベトナム | 베트남
Australia | 澳大利亚 | オーストラリア | 호주
Egypt | 埃及 | エジプト | 이집트
Turkey | 土耳其 | トルコ | 터키
Greece | 希腊 | ギリシャ | 그리스
Switzerland | 瑞士 | スイス | 스위스
Berlin | 柏林 | ベルリン | 베를린
Rome | 罗马 | ローマ | 로마
Madrid | 马德里 | マドリード | 마드리드
here / around here | 这里 / 这儿 | ここ / この辺 | 여기 / 이 근처
my area / my city | 我所在的地区 / 我的城市 | 私の地域 / 私の街 | 우리 지역 / 우리 동네
`),
  person: rows(`
Mom / my mother / mum | 妈妈 / 我妈 | 母 / お母さん | 엄마 / 어머니
Dad / my father | 爸爸 / 我爸 | 父 / お父さん | 아빠 / 아버지
Grandma / my grandmother | 奶奶 / 外婆 | 祖母 / おばあちゃん | 할머니
Grandpa / my grandfather | 爷爷 / 外公 | 祖父 / おじいちゃん | 할아버지
my sister | 我妹妹 / 我姐姐 | 妹 / 姉 | 여동생 / 누나 / 언니
my brother | 我弟弟 / 我哥哥 | 弟 / 兄 | 남동생 / 형 / 오빠
my wife | 我妻子 / 我老婆 | 妻 / 奥さん | 아내
my husband | 我丈夫 / 我老公 | 夫 / 旦那 | 남편
my son | 我儿子 | 息子 | 아들
my daughter | 我女儿 | 娘 | 딸
my boss | 我老板 / 我上司 | 上司 | 상사 / 사장님
my teacher | 我的老师 | 先生 | 선생님
my friend | 我朋友 | 友達 / 友人 | 친구
my best friend | 我最好的朋友 | 親友 | 가장 친한 친구 / 절친
my girlfriend | 我女朋友 | 彼女 | 여자친구
my boyfriend | 我男朋友 | 彼氏 | 남자친구
my colleague / my coworker | 我同事 | 同僚 | 동료
the neighbour / my neighbor | 邻居 | 隣の人 / 近所の人 | 이웃 / 옆집 사람
the doctor | 医生 | 医者 / お医者さん | 의사 / 의사 선생님
the landlord | 房东 | 大家さん | 집주인
my uncle | 我叔叔 / 我舅舅 | おじ / 叔父 | 삼촌
my aunt | 我阿姨 / 我姑姑 | おば / 叔母 | 이모 / 고모
my cousin | 我表弟 / 我堂妹 | いとこ | 사촌
the kids / my children | 孩子们 / 我的孩子 | 子供たち / 子ども | 아이들
Anna | 安娜 / Anna | アンナ | 안나
John | 约翰 / John | ジョン | 존
Maria | 玛丽亚 / Maria | マリア | 마리아
Tom | 汤姆 / Tom | トム | 톰
Sarah | 莎拉 / Sarah | サラ | 사라
David | 大卫 / David | デイビッド | 데이비드
Emily | 艾米丽 / Emily | エミリー | 에밀리
Michael | 迈克尔 / Michael | マイケル | 마이클
Tanaka | 田中 | 田中さん | 다나카
Suzuki | 铃木 | 鈴木さん | 스즈키
Sato | 佐藤 | 佐藤さん | 사토
Wang Wei | 王伟 | 王偉さん | 왕웨이
Li Na | 李娜 | 李娜さん | 리나
Minsu | 敏洙 | ミンス | 민수
Jiyoung | 智英 | ジヨン | 지영
Kim | 金先生 | キムさん | 김 씨 / 김 대리
`),
  task: rows(`
call {person} | 给{person}打电话 | {person}に電話する | {person}에게 전화하기 / {person}한테 전화해야 하는 것
email {person} | 给{person}发邮件 | {person}にメールする | {person}에게 메일 보내기
meet {person} | 跟{person}见面 | {person}に会う | {person}[을,를] 만나기
pick up the kids / pick up the children from school | 接孩子 / 去学校接孩子 | 子供を迎えに行く / 学校に子供を迎えに行く | 아이들 데리러 가기 / 학교에 아이 데리러 가기
take the medicine / take my pills | 吃药 | 薬を飲む | 약 먹기 / 약을 먹는 것
water the plants | 给植物浇水 / 浇花 | 植物に水をやる | 식물에 물 주기 / 화분 물 주기
feed the cat | 喂猫 | 猫に餌をやる | 고양이 밥 주기
feed the dog | 喂狗 | 犬に餌をやる | 강아지 밥 주기
walk the dog | 遛狗 | 犬の散歩をする | 강아지 산책시키기
take out the trash / take the garbage out | 倒垃圾 / 扔垃圾 | ゴミを出す / ゴミ出し | 쓰레기 버리기 / 쓰레기 내놓기
pay the rent | 交房租 / 付房租 | 家賃を払う | 월세 내기 / 집세 내기
pay the bills / pay my bill | 付账单 / 交账单 | 請求書を払う / 料金を支払う | 공과금 내기 / 청구서 내기
pay the electricity bill | 交电费 | 電気代を払う | 전기세 내기 / 전기 요금 내기
buy milk | 买牛奶 | 牛乳を買う | 우유 사기
buy eggs and bread | 买鸡蛋和面包 | 卵とパンを買う | 계란하고 빵 사기
buy groceries / go grocery shopping | 买菜 / 去超市买东西 | 食料品を買う / 買い物に行く | 장보기 / 식료품 사기
buy a birthday present for {person} | 给{person}买生日礼物 | {person}の誕生日プレゼントを買う | {person} 생일 선물 사기
do the laundry / wash clothes | 洗衣服 | 洗濯をする | 빨래하기
clean the house / clean my room | 打扫房间 / 打扫屋子 | 家を掃除する / 部屋の掃除をする | 집 청소하기 / 방 청소
wash the car | 洗车 | 洗車する / 車を洗う | 세차하기
fill up the car / get gas | 给车加油 | ガソリンを入れる / 給油する | 기름 넣기 / 주유하기
go to the gym | 去健身房 | ジムに行く | 헬스장 가기
go to the bank | 去银行 | 銀行に行く | 은행 가기
go to the doctor / see a doctor | 去看医生 / 去看病 | 医者に行く / 病院に行く | 병원 가기 / 진료 받으러 가기
the dentist appointment / go to the dentist | 看牙医 / 牙医预约 | 歯医者の予約 / 歯医者に行く | 치과 예약 / 치과 가기
the doctor's appointment | 医生的预约 / 看病预约 | 病院の予約 / 診察の予約 | 병원 예약 / 진료 예약
the haircut / get a haircut | 剪头发 / 理发 | 髪を切る / 美容院の予約 | 머리 자르기 / 미용실 가기
the meeting / go to the meeting | 会议 / 开会 | 会議 / 会議に出る | 회의 / 회의 참석
the job interview | 面试 | 面接 | 면접
the exam / the test | 考试 | 試験 / テスト | 시험
the homework / do my homework | 作业 / 做作业 | 宿題 / 宿題をする | 숙제 / 숙제하기
the wedding | 婚礼 | 結婚式 | 결혼식
the party | 聚会 / 派对 | パーティー | 파티
the birthday party | 生日聚会 / 生日派对 | 誕生日パーティー | 생일 파티
the concert | 音乐会 / 演唱会 | コンサート | 콘서트
the game / the match | 比赛 | 試合 | 경기 / 시합
the flight | 航班 / 飞机 | フライト / 飛行機 | 비행기 / 항공편
check in for the flight | 办理登机手续 | 飛行機のチェックインをする | 비행기 체크인하기
book a hotel | 订酒店 | ホテルを予約する | 호텔 예약하기
buy the tickets | 买票 | チケットを買う / 切符を買う | 표 사기 / 티켓 구매
send the package / mail the letter | 寄包裹 / 寄信 | 荷物を送る / 手紙を出す | 택배 보내기 / 편지 부치기
pick up the package | 取包裹 / 拿快递 | 荷物を受け取る | 택배 찾기 / 소포 찾으러 가기
return the library books | 还图书馆的书 | 図書館の本を返す | 도서관 책 반납하기
finish the report | 写完报告 | レポートを仕上げる / 報告書を終わらせる | 보고서 끝내기
submit the application | 提交申请 | 申請書を提出する / 申し込みをする | 신청서 제출하기
renew the passport | 续签护照 / 换护照 | パスポートを更新する | 여권 갱신하기
charge the phone | 给手机充电 | 携帯を充電する / スマホを充電する | 휴대폰 충전하기
turn off the oven | 关烤箱 | オーブンを消す | 오븐 끄기
turn off the lights | 关灯 | 電気を消す / 明かりを消す | 불 끄기
lock the door | 锁门 | ドアに鍵をかける / 鍵を閉める | 문 잠그기
cook dinner / make dinner | 做晚饭 | 夕食を作る / 晩ご飯を作る | 저녁 하기 / 저녁 식사 준비
pack the suitcase / pack my bags | 收拾行李 | 荷造りをする / スーツケースに荷物を詰める | 짐 싸기
pack lunch / make a lunch box | 带午饭 / 做便当 | お弁当を作る | 도시락 싸기
go to bed / sleep | 睡觉 / 上床睡觉 | 寝る | 잠자기 / 자러 가기
wake up / get up | 起床 | 起きる | 일어나기
exercise / work out | 锻炼 / 运动 | 運動する | 운동하기
go for a run / go running | 去跑步 | 走りに行く / ランニングに行く | 달리기 하러 가기 / 조깅하기
practise piano | 练钢琴 | ピアノを練習する | 피아노 연습하기
study for the test | 复习考试 | テスト勉強をする | 시험 공부하기
bring the umbrella / take an umbrella | 带伞 | 傘を持っていく | 우산 챙기기
visit {person} | 去看{person} | {person}を訪ねる / {person}に会いに行く | {person} 찾아가기 / {person} 보러 가기
wish {person} a happy birthday | 祝{person}生日快乐 | {person}の誕生日を祝う | {person} 생일 축하하기
change the sheets | 换床单 | シーツを替える | 이불 시트 갈기
fix the computer | 修电脑 | パソコンを直す | 컴퓨터 고치기
back up the photos | 备份照片 | 写真のバックアップを取る | 사진 백업하기
cancel the subscription | 取消订阅 | 定期購入を解約する | 구독 해지하기
take the car to the garage / get the car repaired | 修车 / 把车送去修 | 車を修理に出す | 차 수리 맡기기
vote | 投票 | 投票する | 투표하기
drink water | 喝水 | 水を飲む | 물 마시기
`),
  genre: rows(`
jazz | 爵士乐 / 爵士 | ジャズ | 재즈
rock / rock music | 摇滚 / 摇滚乐 | ロック | 록 / 록 음악
pop / pop music | 流行音乐 / 流行歌 | ポップ / ポップス | 팝 / 팝송
classical music | 古典音乐 | クラシック / クラシック音楽 | 클래식 / 고전 음악
hip hop | 嘻哈 / 嘻哈音乐 | ヒップホップ | 힙합
rap | 说唱 / 说唱音乐 | ラップ | 랩
country music / country | 乡村音乐 | カントリー / カントリー音楽 | 컨트리 음악
folk music | 民谣 / 民间音乐 | フォーク / 民謡 | 포크 음악 / 민요
electronic music / techno | 电子音乐 / 电音 | 電子音楽 / テクノ | 전자 음악 / 테크노
blues | 蓝调 / 布鲁斯 | ブルース | 블루스
metal / heavy metal | 金属乐 / 重金属 | メタル / ヘビーメタル | 메탈 / 헤비메탈
punk | 朋克 | パンク | 펑크
soul | 灵魂乐 / 灵歌 | ソウル | 소울
reggae | 雷鬼 | レゲエ | 레게
dance music | 舞曲 | ダンス音楽 / ダンスミュージック | 댄스 음악
relaxing music / something relaxing | 轻松的音乐 / 放松的音乐 | リラックスできる音楽 / 落ち着く音楽 | 편안한 음악 / 잔잔한 음악
workout music | 健身音乐 / 运动的音乐 | 運動用の音楽 / ワークアウトの曲 | 운동할 때 듣는 음악 / 운동 음악
piano music | 钢琴曲 | ピアノ曲 | 피아노곡
children's songs | 儿歌 | 童謡 / 子供の歌 | 동요
Christmas songs | 圣诞歌 | クリスマスソング | 크리스마스 캐럴
K-pop | 韩国流行音乐 / K-pop | K-pop / 韓国のポップ | 케이팝 / K-pop
music from the eighties / eighties music | 八十年代的音乐 | 80年代の音楽 | 80년대 음악
music from the nineties / nineties songs | 九十年代的歌 | 90年代の曲 | 90년대 노래
`),
  cuisine: rows(`
Italian | 意大利 | イタリア料理 / イタリアン | 이탈리아 / 이탈리안
Chinese | 中国 / 中餐 | 中華料理 / 中華 | 중국 / 중식
Japanese | 日本 / 日式 | 日本料理 / 和食 | 일본 / 일식
Korean | 韩国 / 韩式 | 韓国料理 | 한국 / 한식
Thai | 泰国 / 泰式 | タイ料理 | 태국
Indian | 印度 | インド料理 | 인도
French | 法国 / 法式 | フランス料理 / フレンチ | 프랑스
Mexican | 墨西哥 | メキシコ料理 | 멕시코
Vietnamese | 越南 | ベトナム料理 | 베트남
Greek | 希腊 | ギリシャ料理 | 그리스
Spanish | 西班牙 | スペイン料理 | 스페인
American | 美国 / 美式 | アメリカ料理 | 미국
Turkish | 土耳其 | トルコ料理 | 터키
seafood | 海鲜 | シーフード / 海鮮 | 해산물
vegetarian | 素食 | ベジタリアン / 菜食 | 채식
vegan | 纯素 | ビーガン | 비건
barbecue / BBQ | 烧烤 | バーベキュー / 焼肉 | 바비큐 / 고기구이
sushi | 寿司 | 寿司 | 초밥 / 스시
pizza | 披萨 | ピザ | 피자
steak | 牛排 | ステーキ | 스테이크
noodle / ramen | 面馆 / 拉面 | ラーメン / 麺 | 라면 / 국수
burger | 汉堡 | ハンバーガー | 햄버거
hot pot | 火锅 | 火鍋 / 鍋料理 | 훠궈 / 전골
`),
  eatery: rows(`
restaurant | 餐厅 / 餐馆 / 饭店 | レストラン | 식당 / 레스토랑
place to eat | 吃饭的地方 | 食べる所 / 食事する場所 | 밥 먹을 곳 / 식사할 곳
cafe / coffee shop | 咖啡馆 / 咖啡厅 | カフェ / 喫茶店 | 카페 / 커피숍
bar | 酒吧 | バー | 바 / 술집
pub | 酒馆 / 小酒馆 | パブ / 居酒屋 | 펍 / 선술집
bistro | 小酒馆 / 小餐馆 | ビストロ | 비스트로
diner | 小饭馆 / 路边餐馆 | 食堂 / ダイナー | 간이식당 / 작은 식당
steakhouse | 牛排馆 | ステーキハウス | 스테이크하우스
bakery | 面包店 | パン屋 / ベーカリー | 빵집 / 제과점
buffet | 自助餐厅 | ビュッフェ / 食べ放題 | 뷔페
brasserie / tavern | 啤酒馆 / 酒家 | ブラッスリー / 酒場 | 맥줏집 / 주점
food truck | 餐车 / 快餐车 | フードトラック / キッチンカー | 푸드트럭
fast food place | 快餐店 | ファストフード店 | 패스트푸드점
`),
  weather: rows(`
rain | 下雨 | 雨が降る / 雨 | 비가 오다 / 비
snow | 下雪 | 雪が降る / 雪 | 눈이 오다 / 눈
be sunny | 晴天 / 出太阳 | 晴れる / 晴れ | 맑다 / 해가 나다
be cloudy | 多云 / 阴天 | 曇る / 曇り | 흐리다 / 구름이 끼다
be windy | 刮风 / 有风 | 風が強い / 風が吹く | 바람이 불다 / 바람이 세다
be hot | 热 / 炎热 | 暑い / 暑くなる | 덥다 / 더워지다
be cold | 冷 / 寒冷 | 寒い / 寒くなる | 춥다 / 추워지다
be warm | 暖和 / 温暖 | 暖かい / 暖かくなる | 따뜻하다
be foggy | 起雾 / 有雾 | 霧が出る / 霧 | 안개가 끼다
storm / be stormy | 有暴风雨 / 有风暴 | 嵐になる / 嵐 | 폭풍이 오다 / 폭풍우
be freezing | 结冰 / 冰冷 | 凍る / 凍えるほど寒い | 얼다 / 영하로 내려가다
hail | 下冰雹 | ひょうが降る / 雹 | 우박이 내리다
be humid | 潮湿 | 湿度が高い / 蒸し暑い | 습하다
be chilly | 凉 / 有点冷 | 肌寒い / 冷える | 쌀쌀하다
thunder / be a thunderstorm | 打雷 / 有雷阵雨 | 雷が鳴る / 雷雨になる | 천둥이 치다 / 뇌우
be a blizzard | 有暴风雪 | 吹雪になる | 눈보라가 치다
`),
  food: rows(`
apples | 苹果 | りんご | 사과
bananas | 香蕉 | バナナ | 바나나
strawberries | 草莓 | いちご | 딸기
oranges | 橙子 / 橘子 | オレンジ / みかん | 오렌지 / 귤
grapes | 葡萄 | ぶどう | 포도
watermelon | 西瓜 | スイカ | 수박
tomatoes | 西红柿 / 番茄 | トマト | 토마토
potatoes | 土豆 | じゃがいも | 감자
onions | 洋葱 | 玉ねぎ | 양파
carrots | 胡萝卜 | にんじん | 당근
cabbage | 卷心菜 / 白菜 | キャベツ / 白菜 | 양배추 / 배추
mushrooms | 蘑菇 | きのこ | 버섯
cilantro / coriander | 香菜 | パクチー / コリアンダー | 고수
garlic | 大蒜 | にんにく | 마늘
rice | 米饭 | ご飯 / お米 | 밥 / 쌀
bread | 面包 | パン | 빵
noodles | 面条 | 麺 / うどん | 국수 / 면
dumplings | 饺子 | 餃子 | 만두
eggs | 鸡蛋 | 卵 | 계란 / 달걀
milk | 牛奶 | 牛乳 | 우유
cheese | 奶酪 / 芝士 | チーズ | 치즈
butter | 黄油 | バター | 버터
yogurt | 酸奶 | ヨーグルト | 요구르트 / 요거트
tofu | 豆腐 | 豆腐 | 두부
kimchi | 泡菜 | キムチ | 김치
fish | 鱼 | 魚 | 생선 / 물고기
shrimp / prawns | 虾 | エビ | 새우
crab | 螃蟹 | カニ | 게
salmon | 三文鱼 | サーモン / 鮭 | 연어
tuna | 金枪鱼 | マグロ / ツナ | 참치
chicken | 鸡肉 | 鶏肉 / チキン | 닭고기 / 치킨
beef | 牛肉 | 牛肉 | 소고기 / 쇠고기
pork | 猪肉 | 豚肉 | 돼지고기
lamb | 羊肉 | ラム肉 / 羊肉 | 양고기
peanuts | 花生 | ピーナッツ / 落花生 | 땅콩
nuts | 坚果 | ナッツ | 견과류
chocolate | 巧克力 | チョコレート | 초콜릿
ice cream | 冰淇淋 | アイスクリーム | 아이스크림
cake | 蛋糕 | ケーキ | 케이크
cookies | 饼干 | クッキー | 쿠키 / 과자
coffee | 咖啡 | コーヒー | 커피
green tea | 绿茶 | 緑茶 | 녹차
black tea / tea | 红茶 / 茶 | 紅茶 / お茶 | 홍차 / 차
beer | 啤酒 | ビール | 맥주
wine | 葡萄酒 / 红酒 | ワイン | 와인 / 포도주
juice | 果汁 | ジュース | 주스
soup | 汤 | スープ / 汁 | 국 / 수프
salad | 沙拉 | サラダ | 샐러드
curry | 咖喱 | カレー | 카레
spicy food | 辣的 / 辣的东西 | 辛いもの / 辛い料理 | 매운 음식 / 매운 것
sweet things / sweets | 甜食 / 甜的 | 甘いもの | 단것 / 단 음식
fried food | 油炸食品 | 揚げ物 | 튀김 / 튀긴 음식
raw fish | 生鱼片 | 刺身 / 生魚 | 회 / 날생선
breakfast | 早饭 / 早餐 | 朝食 / 朝ご飯 | 아침 / 아침밥
lunch | 午饭 / 午餐 | 昼食 / お昼ご飯 | 점심 / 점심밥
dinner | 晚饭 / 晚餐 | 夕食 / 晩ご飯 | 저녁 / 저녁밥
`),
  hobby: rows(`
hiking | 徒步 / 爬山 | ハイキング / 山登り | 등산 / 하이킹
swimming | 游泳 | 水泳 / 泳ぐこと | 수영
running | 跑步 | ランニング / 走ること | 달리기 / 러닝
cycling | 骑自行车 | サイクリング / 自転車に乗ること | 자전거 타기
yoga | 瑜伽 | ヨガ | 요가
football / soccer | 足球 / 踢足球 | サッカー | 축구
basketball | 篮球 / 打篮球 | バスケットボール / バスケ | 농구
baseball | 棒球 | 野球 | 야구
tennis | 网球 / 打网球 | テニス | 테니스
badminton | 羽毛球 / 打羽毛球 | バドミントン | 배드민턴
table tennis / ping pong | 乒乓球 | 卓球 | 탁구
golf | 高尔夫 | ゴルフ | 골프
skiing | 滑雪 | スキー | 스키
fishing | 钓鱼 | 釣り | 낚시
cooking | 做饭 / 烹饪 | 料理 | 요리
baking | 烘焙 | お菓子作り / パン作り | 베이킹 / 제빵
reading / reading books | 看书 / 阅读 | 読書 / 本を読むこと | 독서 / 책 읽기
writing | 写作 | 執筆 / 文章を書くこと | 글쓰기
painting | 画画 | 絵を描くこと / 絵画 | 그림 그리기 / 그림
photography | 摄影 / 拍照 | 写真 / 写真を撮ること | 사진 / 사진 찍기
gardening | 园艺 / 种花 | ガーデニング / 園芸 | 정원 가꾸기 / 원예
knitting | 编织 / 织毛衣 | 編み物 | 뜨개질
dancing | 跳舞 | ダンス / 踊り | 춤 / 춤추기
singing | 唱歌 | 歌うこと / 歌 | 노래 / 노래 부르기
playing the guitar | 弹吉他 | ギターを弾くこと / ギター | 기타 치기 / 기타
playing the piano | 弹钢琴 | ピアノを弾くこと / ピアノ | 피아노 치기 / 피아노
playing the violin | 拉小提琴 | バイオリンを弾くこと / バイオリン | 바이올린 / 바이올린 켜기
video games / playing games | 打游戏 / 电子游戏 | ゲーム / テレビゲーム | 게임 / 비디오 게임
chess | 国际象棋 / 下棋 | チェス / 将棋 | 체스 / 장기
watching movies / films | 看电影 | 映画を見ること / 映画鑑賞 | 영화 보기 / 영화 감상
camping | 露营 | キャンプ | 캠핑
travelling / travel | 旅行 / 旅游 | 旅行 | 여행
collecting stamps | 集邮 | 切手集め | 우표 수집
learning languages | 学语言 | 語学 / 言語を学ぶこと | 외국어 공부 / 언어 배우기
pottery | 陶艺 | 陶芸 | 도예 / 도자기 만들기
`),
  language: rows(`
English | 英语 | 英語 | 영어
Chinese | 中文 / 汉语 | 中国語 | 중국어
Japanese | 日语 | 日本語 | 일본어
Korean | 韩语 | 韓国語 | 한국어
French | 法语 | フランス語 | 프랑스어
German | 德语 | ドイツ語 | 독일어
Spanish | 西班牙语 | スペイン語 | 스페인어
`),
  job: rows(`
teacher | 老师 / 教师 | 教師 / 先生 | 교사 / 선생님
doctor | 医生 | 医者 | 의사
nurse | 护士 | 看護師 | 간호사
engineer | 工程师 | エンジニア / 技術者 | 엔지니어 / 기술자
programmer / software developer | 程序员 | プログラマー | 프로그래머 / 개발자
designer | 设计师 | デザイナー | 디자이너
lawyer | 律师 | 弁護士 | 변호사
accountant | 会计 | 会計士 / 経理 | 회계사
chef / cook | 厨师 | 料理人 / シェフ | 요리사
journalist / reporter | 记者 | 記者 / ジャーナリスト | 기자
police officer | 警察 | 警察官 | 경찰관 / 경찰
firefighter | 消防员 | 消防士 | 소방관
driver | 司机 | 運転手 | 운전사 / 기사
student | 学生 | 学生 | 학생
university student | 大学生 | 大学生 | 대학생
writer | 作家 | 作家 | 작가
musician | 音乐家 | 音楽家 / ミュージシャン | 음악가
actor | 演员 | 俳優 | 배우
farmer | 农民 | 農家 / 農業をしている人 | 농부
pharmacist | 药剂师 | 薬剤師 | 약사
architect | 建筑师 | 建築家 | 건축가
scientist | 科学家 | 科学者 | 과학자
shop owner | 店主 / 开店的 | 店主 / 店の経営者 | 가게 주인 / 자영업자
civil servant | 公务员 | 公務員 | 공무원
hairdresser | 理发师 | 美容師 | 미용사
`),
  ailment: rows(`
a headache | 头疼 / 头痛 | 頭痛 / 頭が痛い | 두통 / 머리가 아프다
a cold | 感冒 | 風邪 | 감기
the flu | 流感 | インフルエンザ | 독감
a fever | 发烧 | 熱 / 発熱 | 열 / 열이 나다
a sore throat | 嗓子疼 / 喉咙痛 | 喉の痛み / 喉が痛い | 목이 아프다 / 인후통
a stomach ache | 肚子疼 / 胃痛 | 腹痛 / お腹が痛い | 배가 아프다 / 복통
back pain | 背疼 / 腰疼 | 腰痛 / 背中の痛み | 허리 통증 / 허리가 아프다
a toothache | 牙疼 | 歯痛 / 歯が痛い | 치통 / 이가 아프다
a cough | 咳嗽 | 咳 | 기침
hay fever / a pollen allergy | 花粉过敏 / 花粉症 | 花粉症 | 꽃가루 알레르기 / 화분증
high blood pressure | 高血压 | 高血圧 | 고혈압
diabetes | 糖尿病 | 糖尿病 | 당뇨병 / 당뇨
asthma | 哮喘 | 喘息 | 천식
insomnia / trouble sleeping | 失眠 / 睡不着 | 不眠症 / 眠れない | 불면증 / 잠이 안 오다
a sprained ankle | 脚踝扭伤 | 足首の捻挫 | 발목 염좌 / 발목을 삐다
knee pain | 膝盖疼 | 膝の痛み / 膝が痛い | 무릎 통증 / 무릎이 아프다
a cat allergy | 对猫过敏 | 猫アレルギー | 고양이 알레르기
`),
  thing: rows(`
the keys | 钥匙 | 鍵 | 열쇠
the wallet / my purse | 钱包 | 財布 | 지갑
the phone | 手机 | 携帯 / スマホ / 電話 | 휴대폰 / 핸드폰
the laptop / computer | 笔记本电脑 / 电脑 | ノートパソコン / パソコン | 노트북 / 컴퓨터
the umbrella | 雨伞 / 伞 | 傘 | 우산
the glasses | 眼镜 | 眼鏡 / メガネ | 안경
the passport | 护照 | パスポート | 여권
the bag | 包 | 鞄 / バッグ | 가방
the car | 车 / 汽车 | 車 | 차 / 자동차
the bicycle / bike | 自行车 | 自転車 | 자전거
the camera | 相机 | カメラ | 카메라
the headphones | 耳机 | ヘッドホン / イヤホン | 헤드폰 / 이어폰
the charger | 充电器 | 充電器 | 충전기
the watch | 手表 | 腕時計 / 時計 | 손목시계 / 시계
the book | 书 | 本 | 책
the coat / jacket | 外套 / 夹克 | コート / 上着 | 외투 / 재킷
the shoes | 鞋 / 鞋子 | 靴 | 신발 / 구두
the dress | 裙子 / 连衣裙 | ワンピース / ドレス | 원피스 / 드레스
the washing machine | 洗衣机 | 洗濯機 | 세탁기
the fridge / refrigerator | 冰箱 | 冷蔵庫 | 냉장고
the air conditioner | 空调 | エアコン | 에어컨
the TV / television | 电视 | テレビ | 텔레비전 / TV
the sofa | 沙发 | ソファ | 소파
the bed | 床 | ベッド | 침대
the desk | 桌子 / 书桌 | 机 | 책상
the toothbrush | 牙刷 | 歯ブラシ | 칫솔
the ticket | 票 | チケット / 切符 | 표 / 티켓
the documents / papers | 文件 | 書類 | 서류
the medicine | 药 | 薬 | 약
the guitar | 吉他 | ギター | 기타
`),
  pet: rows(`
cat | 猫 | 猫 | 고양이
dog | 狗 | 犬 | 강아지 / 개
rabbit | 兔子 | うさぎ | 토끼
hamster | 仓鼠 | ハムスター | 햄스터
parrot / bird | 鹦鹉 / 鸟 | オウム / 鳥 | 앵무새 / 새
goldfish / fish | 金鱼 / 鱼 | 金魚 / 魚 | 금붕어 / 물고기
turtle | 乌龟 | 亀 | 거북이
`),
  app: rows(`
spending / expenses | 花销 / 支出 | 支出 / 家計簿 | 지출 / 가계부
budget | 预算 | 予算 | 예산
weight | 体重 | 体重 | 몸무게 / 체중
habits | 习惯 | 習慣 | 습관
mood / how I feel | 心情 | 気分 / 気持ち | 기분 / 감정
sleep | 睡眠 | 睡眠 | 수면 / 잠
books I read / reading log | 读书 / 读书记录 | 読書 / 読書記録 | 독서 / 독서 기록
recipes | 食谱 / 菜谱 | レシピ | 레시피 / 요리법
workouts / training | 锻炼 / 健身 | 運動 / 筋トレ | 운동 / 헬스
packing list | 行李清单 | 持ち物リスト / 荷物リスト | 짐 목록 / 준비물 목록
shopping list | 购物清单 | 買い物リスト | 장보기 목록 / 쇼핑 목록
to-do list / tasks | 待办事项 / 任务 | やることリスト / タスク | 할 일 목록 / 할 일
medicine schedule / medication | 服药 / 用药 | 服薬 / お薬 | 복약 / 약
plants and watering | 植物浇水 | 植物の水やり | 식물 물주기
baby / feedings | 宝宝 / 喂奶 | 赤ちゃん / 授乳 | 아기 / 수유
vocabulary / flashcards | 单词 / 单词卡 | 単語 / 単語帳 | 단어 / 단어장
study plan / study time | 学习计划 / 学习时间 | 勉強計画 / 勉強時間 | 공부 계획 / 공부 시간
movies I watched | 看过的电影 | 見た映画 | 본 영화 / 영화 감상
trip plan / itinerary | 旅行计划 / 行程 | 旅行計画 / 旅程 | 여행 계획 / 여행 일정
birthdays | 生日 | 誕生日 | 생일
subscriptions | 订阅 | サブスク / 定期購読 | 구독
blood pressure | 血压 | 血圧 | 혈압
calories | 卡路里 / 热量 | カロリー | 칼로리
water I drink | 喝水量 / 喝水 | 水分補給 / 水を飲む量 | 물 섭취량 / 물 마시기
savings | 存款 / 储蓄 | 貯金 | 저축
contacts / customers | 联系人 / 客户 | 連絡先 / 顧客 | 연락처 / 고객
chores / housework | 家务 | 家事 / 家事当番 | 집안일
events / calendar | 日程 / 日历 | 予定 / カレンダー | 일정 / 캘린더
job applications | 求职申请 | 就職活動 / 応募 | 입사 지원 / 구직
wine tasting / coffee tasting | 品酒 / 咖啡品鉴 | ワインの試飲 / コーヒーの味 | 와인 시음 / 커피 시음
`),
  feeling: rows(`
happy | 高兴 / 开心 | 嬉しい / 幸せ | 기쁘다 / 행복하다
sad | 难过 / 伤心 | 悲しい | 슬프다
angry | 生气 | 怒っている / 腹が立つ | 화나다 / 화가 나다
tired / exhausted | 累 / 疲惫 | 疲れた / 疲れている | 피곤하다 / 지치다
stressed | 压力大 | ストレスがたまっている | 스트레스를 받다 / 스트레스가 많다
nervous | 紧张 | 緊張している | 긴장되다 / 떨리다
worried / anxious | 担心 / 焦虑 | 心配 / 不安 | 걱정되다 / 불안하다
lonely | 孤独 / 寂寞 | 寂しい / 孤独 | 외롭다
bored | 无聊 | 退屈 | 심심하다 / 지루하다
excited | 激动 / 兴奋 | わくわくする / 興奮している | 신나다 / 설레다
proud | 自豪 / 骄傲 | 誇らしい | 자랑스럽다 / 뿌듯하다
embarrassed / ashamed | 尴尬 / 不好意思 | 恥ずかしい | 창피하다 / 부끄럽다
grateful / thankful | 感激 / 感谢 | 感謝している / ありがたい | 고맙다 / 감사하다
disappointed | 失望 | がっかりした / 失望した | 실망하다
relaxed / calm | 放松 / 平静 | リラックスしている / 落ち着いている | 편안하다 / 차분하다
homesick | 想家 | ホームシック / 家が恋しい | 향수병 / 집이 그립다
confused | 困惑 / 迷茫 | 混乱している / 戸惑っている | 혼란스럽다 / 헷갈리다
scared / afraid | 害怕 | 怖い | 무섭다 / 두렵다
jealous | 嫉妒 | 嫉妬している / うらやましい | 질투나다 / 부럽다
`),
  subject: rows(`
maths / math | 数学 | 数学 | 수학
history | 历史 | 歴史 | 역사
physics | 物理 | 物理 | 물리
chemistry | 化学 | 化学 | 화학
biology | 生物 | 生物 | 생물
geography | 地理 | 地理 | 지리
economics | 经济学 | 経済学 | 경제학
law | 法律 | 法律 / 法学 | 법학 / 법률
medicine | 医学 | 医学 | 의학
computer science / programming | 计算机 / 编程 | コンピューター / プログラミング | 컴퓨터 / 프로그래밍
art | 美术 / 艺术 | 美術 / 芸術 | 미술 / 예술
music | 音乐 | 音楽 | 음악
psychology | 心理学 | 心理学 | 심리학
philosophy | 哲学 | 哲学 | 철학
literature | 文学 | 文学 | 문학
`),
  venue: rows(`
the station / train station | 车站 / 火车站 | 駅 | 역 / 기차역
the airport | 机场 | 空港 | 공항
the hospital | 医院 | 病院 | 병원
the pharmacy / drugstore | 药店 | 薬局 / ドラッグストア | 약국
the supermarket / grocery store | 超市 | スーパー | 슈퍼 / 마트
the bank | 银行 | 銀行 | 은행
the post office | 邮局 | 郵便局 | 우체국
the library | 图书馆 | 図書館 | 도서관
the school | 学校 | 学校 | 학교
the university | 大学 | 大学 | 대학교
the office / work | 公司 / 办公室 | 会社 / オフィス / 職場 | 회사 / 사무실
home | 家 | 家 / 自宅 | 집
the gym | 健身房 | ジム | 헬스장
the park | 公园 | 公園 | 공원
the museum | 博物馆 / 美术馆 | 博物館 / 美術館 | 박물관 / 미술관
the beach / the sea | 海边 / 海滩 | 海 / ビーチ / 海岸 | 바다 / 해변
the cinema / movie theater | 电影院 | 映画館 | 영화관 / 극장
the hotel | 酒店 / 宾馆 | ホテル | 호텔
the gas station | 加油站 | ガソリンスタンド | 주유소
the convenience store | 便利店 | コンビニ | 편의점
the hair salon | 理发店 / 美发店 | 美容院 | 미용실
the swimming pool | 游泳池 | プール | 수영장
the zoo | 动物园 | 動物園 | 동물원
the police station | 警察局 / 派出所 | 警察署 / 交番 | 경찰서
the department store / mall | 商场 / 百货商店 | デパート / ショッピングモール | 백화점 / 쇼핑몰
`),
  work: rows(`
book | 书 | 本 | 책
novel | 小说 | 小説 | 소설
movie / film | 电影 | 映画 | 영화
song | 歌 / 歌曲 | 曲 / 歌 | 노래 / 곡
album | 专辑 | アルバム | 앨범
TV show / TV series | 电视剧 / 电视节目 | テレビ番組 / ドラマ | 드라마 / TV 프로그램
game / video game | 游戏 | ゲーム | 게임
painting | 画 | 絵 / 絵画 | 그림
play | 戏剧 / 话剧 | 演劇 / 劇 | 연극
trailer | 预告片 | 予告編 | 예고편
soundtrack | 原声带 / 配乐 | サウンドトラック | 사운드트랙 / OST
photograph / picture | 照片 / 图片 | 写真 | 사진
poem | 诗 | 詩 | 시
essay | 文章 / 散文 | エッセイ / 随筆 | 에세이 / 수필
textbook | 教科书 / 课本 | 教科書 | 교과서
saga / series | 系列 / 传奇 | シリーズ | 시리즈
comic | 漫画 | 漫画 | 만화
`),
  player: rows(`
Spotify | Spotify | Spotify / スポティファイ | 스포티파이 / Spotify
YouTube | YouTube / 油管 | YouTube / ユーチューブ | 유튜브 / YouTube
iTunes | iTunes | iTunes / アイチューンズ | 아이튠즈 / iTunes
Netflix | Netflix / 奈飞 | Netflix / ネットフリックス | 넷플릭스 / Netflix
Pandora | Pandora | Pandora / パンドラ | 판도라 / Pandora
Deezer | Deezer | Deezer | Deezer
`),
}
