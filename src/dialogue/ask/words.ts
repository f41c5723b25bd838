/** Words that say what a question asks of records, in four languages. */

import { foldHan } from '../../base/language/han.ts'
import type { Reading } from '../../base/language/types.ts'
import { fold } from '../../base/resolve.ts'
import type { Query } from '../../spec.ts'

export const w = (list: string) => list.split('|').map(fold)
/** A pattern for folded text: 長 stands there as 长. */
export const folded = ({ source, flags }: RegExp): RegExp => new RegExp(foldHan(source), flags)
/** Ways of measuring that have words of their own; extremes are in degree.ts. */
export const FN = {
  mean: w('average|mean|on average|typical|per day on average|avg|平均|均值|平均して|평균'),
  latest: w(
    'latest|most recent|current|currently|last time|newest|last|recent|say now|right now|最近的|最近一次|最新的|最新|目前|现在的|上次|最近|直近|最後|今の|現在|최근|최신|마지막|현재|요즘',
  ),
}
export const COUNT = w(
  'how many times|how often|how many entries|number of|count|how many|几次|多少次|多少条|几条|几个|几本|几杯|多少个|多少本|次数|何回|何件|何個|何冊|何杯|何本|いくつ|回数|件数|몇 번|몇번|몇 개|몇개|몇 권|몇 잔|횟수|몇 건|몇 명|몇 병|몇 장|몇 편|몇 곡|몇 마리|几瓶|几张|几部|几首|几条|几只|几辆|几份|几件|几家|几种|几颗|几粒|几块|几支|几枝|几头|几棵|几朵|几碗|几袋|几盒|几双|几套|几页|几章|几局|几场|几趟|几位|几名|几人|几样|几节|几堂|几单|几封|几笔|几项|几顿|几道|几根|几台|几间|几轮|何人|何名|何頭|何羽|何着|何通|何箱|何袋|何粒|何束|何巻|何試合|何勝|何店|何軒|何社|何問|何話|何枚|何台|何匹|何曲|何品|何足',
)
export const SUM = w(
  'how much|total|sum|altogether|in total|spent|spend|多少|一共|总共|总计|合计|总额|花了|いくら|合計|全部で|トータル|総額|どれくらい|どのくらい|얼마|총 |총액|총합|총점|합계|합산|토탈|전부|모두 얼마',
)
export const MONEY = w(
  'spend|spent|cost|money|price|pay|paid|expense|earn|钱|花|费|额|块|元|いくら|使った|金|円|費|額|얼마|돈|썼|비용|금액|값|지출',
)
export const LONG = w('how long|hours|minutes|time|多久|多长时间|时长|時間|どれくらい|시간|얼마나 오래')
export const LISTS = w(
  "what's due|what is due|what's left|whats left|whats due|what is left|to do|upcoming|coming up|what's on|what is on|what do i have|show me|list|which ones|schedule for|anything|due|overdue|还有什么|还剩|剩下|待办|到期|有哪些|有什么|安排|日程|列出|予定|残って|残り|一覧|見せて|締め切り|やること|何がある|일정|예정|남은|남았|안 갚|못 받|欠|未还|没还|返して|返済|할 일|마감|목록|거 뭐야|거 뭐지|거 뭐예요|보여|뭐가 있|뭐 있",
)
export const OPEN = w(
  'left|owe|owes|owed|to do|due|overdue|unfinished|not done|remaining|still|open|还剩|剩下|没完成|未完成|待办|到期|残って|残り|未完了|まだ|やること|締め切り|남은|남았|안 한|아직|미완료|할 일',
)
export const COMPARE = w(
  'compared to|compared with|compare|more than last|less than last|versus last|vs last|than the previous|than last|than the week before|相比|比较|对比|比上|跟上|和上|比べ|より多|より少|比較|비교|보다',
)
export const WHICH = w('which|what|where|who|when|哪个|哪家|哪一|哪|谁|どの|どこ|どれ|誰|いつ|何曜日|어느|어떤|어디|누구|언제')
export const MOST = w('most|highest|top|biggest|best|最多|最高|最贵|最大|最好|一番|最も|가장|제일|최고')
export const LEAST = w('least|lowest|cheapest|fewest|worst|最少|最低|最便宜|最小|少ない|安い|적게|적은|싼|낮은')

export const FAST = w('fastest|quickest|slowest|最快|最慢|一番早|一番速|가장 빠른|제일 빠른|제일 빨리')

/** "last week" is a time, not the latest of something. */
export const withoutTimes = (reading: Reading, low: string): string =>
  reading.values.reduce(
    (text, { read: { kind }, start, end }) =>
      kind === 'period' || kind === 'date' ? text.slice(0, start) + ' '.repeat(end - start) + text.slice(end) : text,
    low,
  )
/** "what did I buy": the entries themselves are asked for. */
export const WHAT = w(
  'what did i|what have i|what did we|花了什么|买了什么|吃了什么|喝了什么|做了什么|看了什么|读了什么|去了哪|有什么记录|何を買|何を食べ|何を飲|何をし|何した|何し|何に使|何を読|何を見|뭐 샀|뭘 샀|뭐 먹|뭘 먹|뭐 했|뭘 했|뭐 썼|뭐에 썼|뭐 읽|뭘 읽|뭐 봤|뭘 봤',
)

export const WHEN = w(
  "when did|when was|when have|when is|when's|when are|when do|last time|how long since|how long ago|how long has it been|days since|weeks since|months since|days ago|什么时候|哪天|哪一天|几号|上次|上一次|多久没|几天没|多少天没|多久了|いつ|最後に|前回|何日ぶり|何日前|どれくらい前|언제|마지막으로|며칠 전|며칠 됐|며칠 지났|얼마나 됐|얼마나 지났|며칠 만",
)
export const NEXT = w('next|upcoming|coming|下次|下一|接下来|次の|次は|今度|다음|다가오는')
export const FIRST = w('first time|第一次|最早|初めて|最初に|처음')

export const TIMES = w('how many times|how often|多少次|几次|何回|몇 번|몇번|횟수|回数|次数')
export const BY_PERIOD: [NonNullable<NonNullable<Query['group']>['by']>, string[]][] = [
  [
    'weekday',
    w(
      'by weekday|by day of the week|per weekday|each weekday|which day of the week|what day of the week|按星期|星期几|周几|曜日別|曜日ごと|何曜日|요일별|무슨 요일|어느 요일',
    ),
  ],
  ['day', w('by day|per day|each day|daily|day by day|按天|每天|每日|按日|日別|日ごと|毎日|日ごとに|일별|날짜별|매일|하루별')],
  ['week', w('by week|per week|each week|weekly|week by week|按周|每周|每星期|週別|週ごと|毎週|주별|매주|주마다|주간')],
  ['month', w('by month|per month|each month|monthly|month by month|按月|每月|每个月|月別|月ごと|毎月|월별|매월|매달|달마다|달별')],
  ['year', w('by year|per year|each year|yearly|按年|每年|年別|年ごと|毎年|연도별|매년|년도별')],
]
