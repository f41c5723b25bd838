/** The kind of a field nobody planned for, from the word for it: "purchase date" is a date, 单价 is money, かどうか is yes or no. */
import { foldHan } from '../../base/language/han.ts'

type Guess = [kind: string, is: RegExp, not?: RegExp]

/** Said alone of a thing, these are the day it happened: what lasts from then on. "returned" or "paid" only ask whether. */
export const STARTED =
  /^(?:date )?(?:started|opened|bottled|brewed|planted|sown|sowed|frozen|hatched|born|joined|begun|ended|installed|purchased|acquired|expires|arrived|departed|applied|last \w+ed|moved (?:in|out))$/

/** What was last done with a thing is kept of the thing itself: 上次浇水, 最後に水をやった日. */
export const LAST_DONE = /^(?:last|when last)\b|^(?:最後に|前回|上次|最近一次|마지막|지난번)/i

const COUNTS_EN =
  /^(?:(?:no\.?|#) of \w.*|(?:frames|jars|bags|boxes|cups|bottles|rolls|pairs|sheets|loads|trays|buckets|slices|rows|pieces|packs|crates|bunches|spoons|scoops|drops|puffs|cans|tins|bales|litters|batches) of [\w ]{2,24}|(?:yellow |red |free |bonus |own |penalty )?(?:goals|assists|saves|tackles|wickets|runs|catches|rebounds|steals|blocks|aces|birdies|putts|fouls|cards|hits|strikeouts|kills|touchdowns|tries|errors|mistakes|typos|shots|throws|penalties|offsides|corners|laps|lengths|appearances|press-?ups|push-?ups|sit-?ups|pull-?ups|squats|burpees)|(?:words|lines|chapters|slides|questions|followers|subscribers|downloads|views|likes|clicks|seats|spaces|tickets|rooms|covers|adults|children|cigarettes|contractions|kicks|sneezes|eggs|chicks|lambs|calves|piglets|hens|sheep|cows|goats)(?: (?:written|read|sold|made|done|learned|learnt|answered|right|wrong|served|booked|sent|free|left|laid|smoked|seen|counted|needed|born|lost))?|(?:[a-z]+ )?(?!this|his|its|was|is|has|bus|gas|glass|class|address|status|progress|business|illness|dress|boss|pass|mess|loss|less|focus|bonus|canvas|always|towards|besides)[a-z]{3,}s (?:left|free|available|remaining|sold|laid|smoked|written|needed|in stock|on hand|spare|missed|drunk|brewed|picked|harvested|hatched|caught)|(?:target|planned|expected|total|extra|spare) (?!notes|address|status|progress)[a-z]{3,}s|(?:shoe|collar|ring|glove|hat) size)$/

/** Tried in order on lower case with folded Han; the first that fits wins. */
const GUESSES: Guess[] = [
  // What is asked or paid for a thing, whatever it is called.
  [
    'money',
    /^(?:my |the )?(?:quotes?|quoted|estimate|postage|shipping(?: fee)?|delivery fee|commission|sold(?: for)?|sells for|bought for|takings|tips?|profit|left with|(?:what|how much) (?:i'm|i am|we're|is) left(?: with)?|邮费|运费|手续费|佣金|送料|手数料|见积もり?额?|배송비|택배비|(?:그린|캐디|카트)피|수수료|견적(?:가|액)?)$/,
  ],
  // "rent due", "deposit held": money, and what became of it.
  [
    'money',
    /^(?:\w+ )?(?:rent|fee|deposit|bill|wage|money|cash|dues|balance|instal?ment|premium|payment|amount|price|cost|sum|share|tax|fare|toll|fine|refund|donation|pledge|budget|invoice)s? (?:due|owed|received|paid|collected|held|taken|charged|spent|owing|outstanding|refunded|saved|earned|in|out|agreed|given|raised|left)$/,
  ],
  ['num', /(?:何日[後后前]か?|(?:几|多少)天[后前]|며칠 ?(?:뒤|후|전)(?:인지|에)?)$/],
  // What is counted, by the noun for the counting or by what became of so many.
  ['num', COUNTS_EN, /^(?:lessons|things|people|notes|places|songs|ingredients|words of|names|dishes|films|movies|shows) /],
  ['mood', /^mood (?:face|emoji|smiley|icon|score|today)$|^(?:smiley|emoji)(?: face)?$/],
  ['date', /^(?:due|expected|wanted|needed) (?:back|home|in|out)$|^(?:back|home|return(?:ed)?) by$/],
  // How long dough rests or paint dries; no time of the day.
  [
    'duration',
    /\b(?:proof(?:ing)?|proving|ris(?:e|ing)|rest(?:ing)?|bak(?:e|ing)|roast(?:ing)?|soak(?:ing)?|steep(?:ing)?|dry(?:ing)?|cur(?:e|ing)|ferment(?:ation|ing)?|wait(?:ing)?|chill(?:ing)?|marinat(?:e|ing)|exposure|develop(?:ing)?|charg(?:e|ing)|response|turnaround|lead|swim|ride|lap) time$/,
  ],
  [
    'date',
    /^(?:next|last) (?:vaccin\w*|visit|check-?up|appointment|service|dose|jab|shot|treatment|inspection|review|payment|session|booster|worming|filter change|oil change|haircut)$/,
  ],
  [
    'money',
    /^how much (?:money|cash|(?:i|we|it) (?:saved?|spent|spend|paid|earned?|made|owe|cost))\b|^(?:the )?(?:money|cash) (?:that )?(?:i |we )?(?:sav|spen|earn|ma[dk]e|lost|ow|paid|pay)|(?:省|花|赚|挣|付)(?:了|下来?|掉)?的?(?:多少)?钱$|(?:节约|節約|贮め|貯め|浮い|使っ|払っ|稼い)\S{0,3}(?:お?金|金额|金額|额)$|(?:아낀|모은|쓴|번|절약한)\s?(?:돈|금액)$/,
  ],
  // 散歩した時間 is how long, 起きた時間 at what time.
  ['duration', /(?:(?:[散运勉练学仕作游]\S{0,3}|[働遊使泳走歩])(?:した|いた|んだ|った)|(?:て|で)い?[たる]|かかった|かけた)时间$/],
  ['date', /^(?:上次|下次|前回|次回|다음|지난).{0,6}(?:时间|日期|日|いつ|予定|날짜|때)$/],
  // 下次拜访, 次の受診, 다음 방문: the next or last time of what is done is a day.
  [
    'date',
    /^(?:上一?次|下一?次|最近一次|前回の?|次回の?|(?:前|次)の|(?:last|next) |다음 ?|지난번? ?|마지막 ?)(?:拜访|来访|访问|回访|联系|连络|见面|会面|面谈|面试|沟通|复诊|复查|检查|体检|就诊|受诊|诊察|看诊|通院|来院|来店|预约|予约|保养|维护|点检|更换|交换|清洗|洗澡|浇水|换水|水换え|水やり|施肥|打针|接种|换药|喂食|驱虫|服药|剪发|カット|散发|掃除|打扫|手入れ|理发|上课|レッスン|授业|练习|会议|打ち合わせ|ミーティング|还款|缴费|付款|支払い?|续费|更新|考试|방문|상담|연락|면담|미팅|진료|검진|점검|교체|예약|접종|수업|결제|납부|회의|세척|청소)$/,
  ],
  // "started, bottled", "frozen on", "follow up by": when it was or is to be done.
  ['date', STARTED],
  ['money', /^(?:price|cost|amount|fee|sum)s? (?:quoted|paid|asked|agreed|charged|owed|due)$/],
  ['yesno', /^[a-z][a-z ]{2,24} (?:yet|already)$/],
  // What comes in so many is counted: "packets", "miles driven", "tablets left".
  [
    'num',
    /^(?:packets?|packs|boxes|bottles|tins|cans|jars|bags|tablets|pills|copies|rolls|balls|skeins|sheets|rounds|goals|tries|guests|visitors|steps|stitches|rows|lengths|reps|eggs|seeds|cups|glasses)(?: (?:i|we) (?:have|own)| left| used| sold| made| in stock)?$/,
  ],
  ['date', /^(?!(?:sort|group|order|go|stand|pass|drop)\b)[a-z][a-z -]{2,24} (?:on|by|until|till)$/],
  ['yesno', /^(?:would|will|should|could|can|do|does|did|am|are|is|was|were|have|has) (?:i|we|you|it|he|she|they)\b/],
  ['num', /^(?!per )[a-z][a-z ]{1,20} (?:units|drops|puffs|tablets|pills|doses)$/],
  ['person', /^(?:who|with whom|谁|和谁|跟谁|누구|누가)/],
  ['date', /^(?:date|day) \w/],
  ['num', /^how (?:high|tall|deep|wide|big|large|heavy|far|warm|hot|cold|fast)\b|^how much (?:is |was )?(?:left|remain\w*)/],
  ['rating', /^how (?!many|much|long|often|old|far|come|to)\w+$/],
  ['rating', /^how \w+ (?:i|we|he|she|they) (?:feel|felt|am|was|were|look)/],
  ['duration', /^how long\b/],
  [
    'yesno',
    /^(?:whether|is it|is he|is she|did|does|has|was|if)\b|\?$|\b(?:or not|yes\/no|yes or no|paid|taken|used up|owned|returned|completed)$/,
    /^if any/,
  ],
  [
    'yesno',
    /是否|有没有|(?:了|过)没|[^有]没$|.没有$|吗$|与否$|かどうか|有无$|たか$|济み?$|[은는ㄴ]지 ?(?:여부)?$|여부$|유무$|했는지|인지$/,
  ],
  [
    'rating',
    /(?:rating|ratings|stars|confidence|energy|energy level|stress|stress level|mastery|motivation|focus|effort|enjoyment|satisfaction|difficulty|tastiness|taste score|spiciness|importance)$|^how well\b|^how much .*(?:liked?|enjoyed|loved)|^how (?:good|bad|hard|difficult|tasty|strong|spicy|happy|tired|much fun)\b/,
  ],
  [
    'rating',
    /(?:信心|把握|精力|压力|掌握程度|掌握度|专注度|评分|打分|星级|满意度|难度|甜度|酸度|苦度|辣度|好吃度|喜好度|推荐度|重要度|新鲜度|几星|评价)$|(?:自信|自信度|やる気|ストレス|集中度|理解度|疲労度|评価|评点|満足度|难易度|おすすめ度|好き度|お気に入り度|辛さ|甘さ|酸味|苦味|香り|コク|うまさ|美味しさ)$|(?:자신감|자신도|스트레스|에너지|집중도|이해도|숙련도|피로도|평점|별점|만족도|난이도|추천도|선호도|중요도|매운맛|단맛|신맛|쓴맛|당도|산미)$/,
  ],
  [
    'duration',
    /(?:duration|how long|cooking time|cook time|prep time|travel time|time spent|time taken|run time|running time|minutes|hours|play time|commute time|screen time|practice time|brew time|brewing time)\b|^how long\b|^how many (?:minutes|hours)\b/,
    /opening hours|business hours/,
  ],
  [
    'duration',
    /(?:时长|用时|耗时|多久(?!.{0,8}[一1][次回])|分钟数|小时数|(?:练习|睡眠|学习|留香|持续|续航|保温|待机|发酵|静置|浸泡|腌制|醒面|熬夜|烹饪|通勤|等待|等候|阅读|看书|游戏|训练|锻炼|运动|跑步|走路|散步|午睡|午休|通话|屏幕|使用|观看|遛狗|遛弯|弹琴|陪伴|户外|做饭|制作|准备|写作|冥想|煮|泡|烤|冲煮|萃取|停留|停车|玩耍|手机)时间)$|(?:所要时间|调理时间|勉强时间|练习时间|作业时间|睡眠时间|演奏时间|稽古时间|抽出时间|[きりみびちけせ]时间|焼き时间|时间数)$|(?:소요 ?시간|조리 ?시간|연습 ?시간|공부 ?시간|수면 ?시간|이동 ?시간|작업 ?시간|추출 ?시간|시간)$/,
    /开始|结束|时刻|起床|就寝|예약|출발|도착|시작|종료|기상|취침|영업/,
  ],
  [
    'time',
    /(?:\btime|time of day|o'clock|bedtime|wake-?up|clock in|clock out)$|(?:时刻|开始时间|结束时间|几点|时间帯|起床时间|就寝时间)$|(?:时间)$|(?:시각|시작 ?시간|종료 ?시간|출발 ?시간|도착 ?시간|몇 시)$/,
  ],
  [
    'date',
    /(?:\bdate|\bday|deadline|due|birthday|anniversary|expiry|expiration|since when|when|\bon)$|^(?:when|the day|date|day)\b|\b(?:last|next) (?:watered|serviced|changed|cleaned|repotted|seen|visited|contacted|fed|checked|used|worn|played|sharpened|tuned|oiled|replaced|date)$/,
    /\b(?:time of day|all day|day of week|weekday|per day|each day)\b/,
  ],
  [
    'date',
    /(?:日期|日子|生日|纪念日|到期日|截止日?|保质期|有效期|期限|缔切り?|缔め切り|日付|日にち|[买购开结到生产浇换入出签过始终访观参植剪发领到上下定借还]日|诞生日|购入日|开始日|终了日|更新日|贩売日|発売日|访问日|植え替え日|剪定日|交换日|贷出日|返却日|[たっだんるいう]日|上次.*|缔切)$/,
  ],
  // Any event's day (点検日, 入荷日), but not what days are called.
  ['date', /\p{Script=Han}日$/u, /(?:[曜每毎今昨明平休祝终全半一本同连缘次节假]日|工作日)$/],
  [
    'date',
    /(?:날짜|일자|생일|기념일|마감|기한|기간|유통기한|만료일|(?:구입|구매|시작|종료|만료|마감|방문|출시|결제|발급|작성|등록|예정|납부|수령|접종|개봉|시음|촬영|관람|완료|교체|점검|수확|파종|분양|입양|출간|개봉|대여|반납|계약|갱신|배송|주문|발송|생산|제조|거래|판매|작업|운동|측정|상영|공연|여행|출발|도착|면접|지원|마지막)일|[가-힣] 날|[은산본간온한던린준판쓴된난진친탄낸잔찬]날)$/,
  ],
  // Any event's day (완성일, 입고일), but not words that only end alike.
  [
    'date',
    /[가-힣]{2}일$/,
    /(?:스타|파|메|타|네|테|레|오|모바|세|코|마|과|요|평|휴|주|매|내|종|제|독|통|유|동|균|할|일|브레|디테|프로파)일$/,
  ],
  [
    'money',
    /^(?:price|cost|fee|rate|pay|wage) (?:per|a|an|for each) \w+|(?:price|prices|cost|costs|paid|fee|fees|fare|salary|wage|income|rent|bill|budget|worth|spent|tip|deposit|payment|money|revenue|profit|donation|debt|fine|premium|allowance|market value|insurance value|total paid)$|^(?:how much (?:i|we|it|they|he|she)\b.*(?:paid|cost|spent|spend|owe|earn)|what (?:i|we) (?:paid|spent)|amount)\b/,
  ],
  [
    'money',
    /(?:价格|(?<![评代物身])价|费用?|开销|开支|花销|金额|价钱|花费|花了多少|多少钱|成本|工资|薪[资水酬]|租金|押金|礼金|运费|月供|余额|收入|支出|预算|钱)$/,
    /消费习惯|小费率/,
  ],
  [
    'money',
    /(?:金额|価格|值段|仕入れ?[値值]|[买卖卸元]い?り?し?[値值]|代金?|费|料金|(?:入场|送|手数|使用|授业|宿泊|参加|拝観|拝观|配送|レンタル|驻车|月谢|会场|チケット|通信)料|\p{Script=Han}{2}料|给料|年収|月収|家赁|売上|単価|原価|利益|残高|収入|支出|予算|お金|円|谢礼|报酬)$/u,
    /(?:材料|资料|饮料|原料|世代|年代|交代|时代|食料|染料|肥料|香料|调味料|无料|燃料|涂料|衣料|颜料|十代|代代|评価|味料|色料|辛料|饲料|饮料|面料|布料|塑料|史料|作料|佐料|木料|用料|预料|石料|水料)$/u,
  ],
  [
    'money',
    /(?:가격|금액|비용|요금|월급|연봉|집세|월세|단가|매출|[가-힣]{2}가|정가|시가|원가|이익|잔액|수입|지출|예산|시세|보증금|관리비|식비|교통비|[가-힣]값|[가-힣]비|료|축의금|돈)$/,
    /(?:평가|작가|휴가|물가|국가|증가|추가|참가|화가|음악가|전문가|여가|요가|연비|냄비|준비|재료|음료|자료|원료|비료|무료|완료|종료|치료|의료|정비|설비|장비|경비|소비|수비|단비|나비|이비|구비|예비|로비|낭비)$/,
  ],
  [
    'number',
    /(?:count|number of .*|quantity|qty|pages|bpm|tempo|wpm|ph|iso|reps|sets|servings|pieces|points|copies|laps|players|people|attempts|level|lvl|strokes|goals scored|wins|losses|kills|eggs|stitches|rows|strings|needle size|years|amount)$|^(?:how many|number of)\b/,
    /phone number|serial number|number plate|account number|room number|flight number|order number|model number/,
  ],
  [
    'number',
    /(?:数量|个数|次数|页数|分数|人数|步数|组数|圈数|杯数|件数|张数|瓶数|盒数|只数|数目|等级|年龄|年份|年代|回数|枚数|点数|得点|スコア|歩数|本数|册数|段数|匹数|顶数|年数|年齢|レベル|度数|年式|[开行版造作売]年|话数|ページ数?|几[个次页杯只本件]|多少[个次页杯只本件])$/,
  ],
  [
    'number',
    /(?:개수|갯수|수량|횟수|쪽수|점수|인원|인원수|권수|마릿수|장수|잔수|페이지|레벨|도수|연도|년도|나이|몇 (?:개|번|명|잔|권|장)|등급 수)$/,
    /교수|선수|가수|음료수|향수/,
  ],
  [
    'percent',
    /(?:percent|percentage|humidity|%|abv)$|(?:百分比|湿度|浓度|割合|比率|率)$|(?:습도|농도|비율|율|률)$/,
    /频率|心率|汇率|频度|分辨率|费率|为替率|확률분포/,
  ],
  ['link', /(?:link|url|website|web page|homepage)$|网址$|链接$|リンク$|サイト$|링크$|사이트$/],
  [
    'place',
    /(?:place|location|where.*|beach|city|town|country|address|venue|restaurant|park|trail|spot|airport|port|trailhead|lake|river|station)$|(?:地点|地址|位置|场所|哪里|哪儿|目的地|出发地)$|(?:场所|住所|どこ.*|行き先|目的地|开催地|钓り场|会场)$|(?:장소|위치|주소|어디.*|목적지|여행지|지역)$/,
  ],
  [
    'person',
    /(?:who.*|with whom|person|people|owner|assignee|companion|companions|partner|instructor|teacher|doctor|friend|borrower|lender|recipient|sender|child's name|opponent|host)$|(?:负责人|联系人|同行人|送礼人|借书人|借用人|借的人|收件人|寄件人|对手|老师|医生|谁.*|和谁.*)$|(?:担当者?|相手|谁.*|同行者|先生|医师|借りた人|贷した人|送り主|受取人|仲间)$|(?:담당자?|동행|동행인|누구.*|상대|선생님|의사|보호자|학부모|동반자|파트너|빌린 사람|보낸 사람|받는 사람|사람)$/,
  ],
  [
    'note',
    /(?:notes?|comments?|thoughts?|impressions?|review|description|memo|steps|instructions|lessons learned|reflections?|story|summary|feedback|observations?|tasting notes|details|what happened|lyrics|dream)$|^what (?:i|we) (?:learned|learnt|thought|noticed|felt|did|liked|talked about)\b|^why\b/,
  ],
  [
    'note',
    /(?:备注|感想|心得|笔记|描述|步骤|说明|评语|总结|反思|内容|故事|感受|做法|收获)$|(?:メモ|感想|备考|手顺|レビュー|所感|反省|内容|ひとこと|学び|気づき|ストーリー|テイスティングノート)$|(?:메모|감상|후기|비고|설명|순서|소감|느낀 ?점|내용|요약|반성|줄거리|배운 ?점)$/,
  ],
  // What is left is told by the last syllable: 産卵数, 수확량, pH値, 志望度, 怖さ.
  ['num', /(?:\p{Script=Han}|\p{Script=Katakana}|[んつぎちみしきさり]|の)[数量值]$/u, /(?:价值|质量|力量|分量|好多数|大多数|内容量)$/],
  ['num', /ph值?$|[a-z]{2,4}值$/],
  ['num', /(?:た|の|きゃく|来客)数$/],
  ['yesno', /^\p{Script=Han}{1,3}中$/u, /[日途集热熱梦夢年空背胸水海地心]中$/],
  ['rating', /た度$/],
  ['money', /(?:流水|营业额|抽成|提成|佣金|分成|净赚|净利|毛利|纯利|盈利|进款|回款|仕入れ?|经费|原価|原价|[売卖]り?上げ?高?)$/],
  ['num', /(?:심박|맥박|스코어|타수)$|背番号$/],
  ['date', /[\p{Script=Katakana}ー\p{Script=Han}]の日$/u, /(?:休み|母|父|子ども|子供|敬老|記念|最後|雨|晴れ|毎日)の日$/],
  ['duration', /タイム$/, /(?:リアル|ワン|フル|パート)タイム$/],
  ['date', /(?:교체|점검|수확|파종|개화|복용|구입|만기|이사|방문|교환|갱신|출시) ?시기$/],
  ['num', /^정원$|(?:모집|수용) ?(?:정원|인원)$/],
  ['num', /^남은 (?!.*(?:시간|기간|날|돈|금액|일정|예산)$)[가-힣 ]+$/],
  ['yesno', /[을할볼갈살]지$/],
  ['num', /[가-힣]{2}[량수]$|[가-힣] 수$/, /(?:차량|불량|음료수|가수|교수|선수|우수|박수|향수|호수|생수|홍수|점수판|국수|육수)$/],
  ['rating', /(?:\p{Script=Han}|[いぃっ])度$/u, /(?:[温湿角速糖标制几季年程态限纬经高浓坡]度|程度)$/],
  ['rating', /[가-힣]{2}도$/, /(?:[주기원라청상포지파태제용인속빈수정각]도|온도|습도|농도|고도|해발고도|나이도)$/],
  ['rating', /\p{Script=Han}さ$|[いしかぽやわどつらきるもま]さ$/u],
]

/** Units a quality is measured in when none was said: word → kind spec. */
const MEASURED: [RegExp, string][] = [
  [/(?:\bweight|重さ|重量|体重|무게|체중|중량|몸무게)$/, 'qty:kg'],
  [
    /(?:\bheight|\blength|\bwidth|\bdepth|\bdiameter|\bwingspan|\bcircumference|\bgirth|头围|胸围|臀围|头围り|胸囲|头囲|머리둘레|가슴둘레|身长|身高|高さ|长さ|长度|宽度|幅|直径|体长|叶长|키|길이|너비|폭|지름|体高|全长|株高|草丈)$/,
    'qty:cm',
  ],
  [/(?:\bdistance|距离|走行距离|里程|거리)$/, 'qty:km'],
  [/(?:\belevation|\baltitude|海拔|标高|해발|고도|标高差)$/, 'qty:m'],
  [/(?:\btemperature|\btemp|温度|体温|気温|水温|온도|체온|수온|기온)$/, 'qty:c'],
  [/(?:\bvolume|容量|奶量|용량)$/, 'qty:ml'],
  [/(?:\bcalories|\bkcal|热量|卡路里|カロリー|칼로리|열량)$/, 'qty:kcal'],
  [/(?:\bdose in mg)$/, 'qty:mg'],
]

export function guessKind(word: string): string {
  const low = foldHan(word.toLowerCase()).trim().slice(-80)
  for (const [is, kind] of MEASURED) if (is.test(low)) return kind
  for (const [kind, is, not] of GUESSES) if (is.test(low) && !not?.test(low)) return kind === 'number' ? 'num' : kind
  return 'text+'
}

/** Whether the word is of a kind that only a quality has: it would not be the name of a thing. */
export const isQuality = (word: string): boolean => guessKind(word) !== 'text+'
