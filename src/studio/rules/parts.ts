/**
 * The fields families are made of: one line a field with its kind and its words. The first word of each language is
 * the label; the others are how people ask for it. `fieldFor` makes the field, `partNamed` finds the one a word means.
 */
import { foldHan } from '../../base/language/han.ts'
import { tokenise } from '../../base/language/tokenise.ts'
import { findUnit, unitOf } from '../../base/language/units.ts'
import type { Field, Language, Option } from '../../spec.ts'
import { t, type Words } from './words.ts'

export type Part = { id: string; kind: string; words: Record<Language, string[]> }

/** Sets of options by name: ids, then labels. */
const OPTION_SETS: Record<string, string[]> = {
  status: ['todo: To do / 待办 / 未着手 / 할 일', 'doing: Doing / 进行中 / 進行中 / 진행 중', 'done: Done / 已完成 / 完了 / 완료'],
  priority: ['high: High / 高 / 高 / 높음', 'medium: Medium / 中 / 中 / 보통', 'low: Low / 低 / 低 / 낮음'],
  meal: [
    'breakfast: Breakfast / 早餐 / 朝食 / 아침',
    'lunch: Lunch / 午餐 / 昼食 / 점심',
    'dinner: Dinner / 晚餐 / 夕食 / 저녁',
    'snack: Snack / 加餐 / 間食 / 간식',
  ],
  spending: [
    'food: Food / 餐饮 / 食費 / 식비',
    'transport: Transport / 交通 / 交通費 / 교통비',
    'home: Home / 居住 / 住まい / 주거',
    'fun: Fun / 娱乐 / 娯楽 / 여가',
    'shopping: Shopping / 购物 / 買い物 / 쇼핑',
    'health: Health / 医疗 / 医療 / 의료',
    'other: Other / 其他 / その他 / 기타',
  ],
  earning: [
    'salary: Salary / 工资 / 給料 / 급여',
    'side: Side job / 副业 / 副業 / 부업',
    'gift: Gift / 红包 / 贈り物 / 용돈',
    'other: Other / 其他 / その他 / 기타',
  ],
  condition: [
    'new: New / 全新 / 新品 / 새것',
    'good: Good / 良好 / 良い / 좋음',
    'fair: Fair / 一般 / 普通 / 보통',
    'poor: Poor / 较差 / 悪い / 나쁨',
  ],
  weather: [
    'sunny: Sunny / 晴 / 晴れ / 맑음',
    'cloudy: Cloudy / 多云 / くもり / 흐림',
    'rainy: Rainy / 雨 / 雨 / 비',
    'snowy: Snowy / 雪 / 雪 / 눈',
  ],
  reading: [
    'want: Want to read / 想读 / 読みたい / 읽고 싶음',
    'reading: Reading / 在读 / 読書中 / 읽는 중',
    'read: Read / 读完 / 読了 / 완독',
  ],
  watching: [
    'want: Want to watch / 想看 / 見たい / 보고 싶음',
    'watching: Watching / 在看 / 視聴中 / 보는 중',
    'watched: Watched / 看过 / 見終えた / 다 봄',
  ],
  jobs: [
    'wish: To apply / 待投递 / 応募予定 / 지원 예정',
    'applied: Applied / 已投递 / 応募済み / 지원함',
    'interview: Interview / 面试 / 面接 / 면접',
    'offer: Offer / 录用 / 内定 / 합격',
    'closed: Closed / 结束 / 終了 / 종료',
  ],
  reply: ['waiting: Waiting / 待回复 / 返事待ち / 대기', 'yes: Coming / 参加 / 出席 / 참석', 'no: Not coming / 不参加 / 欠席 / 불참'],
  feeding: [
    'breast: Breast / 母乳 / 母乳 / 모유',
    'bottle: Bottle / 奶瓶 / ミルク / 분유',
    'diaper: Diaper / 换尿布 / おむつ / 기저귀',
    'sleep: Sleep / 睡觉 / ねんね / 잠',
    'food: Food / 辅食 / 離乳食 / 이유식',
  ],
  petcare: [
    'vaccine: Vaccine / 疫苗 / ワクチン / 예방접종',
    'deworming: Deworming / 驱虫 / 駆虫 / 구충',
    'vet: Vet / 看病 / 通院 / 병원',
    'grooming: Grooming / 美容 / トリミング / 미용',
    'walk: Walk / 遛 / 散歩 / 산책',
    'food: Food / 喂食 / ごはん / 밥',
    'weight: Weight / 体重 / 体重 / 체중',
  ],
  plantcare: [
    'water: Watering / 浇水 / 水やり / 물 주기',
    'repot: Repotting / 换盆 / 植え替え / 분갈이',
    'feed: Fertiliser / 施肥 / 肥料 / 비료',
    'prune: Pruning / 修剪 / 剪定 / 가지치기',
  ],
  vehicle: [
    'fuel: Fuel / 加油 / 給油 / 주유',
    'service: Service / 保养 / 整備 / 정비',
    'repair: Repair / 维修 / 修理 / 수리',
    'tax: Tax and insurance / 税费保险 / 税金・保険 / 세금·보험',
    'wash: Wash / 洗车 / 洗車 / 세차',
  ],
  cycle: ['monthly: Monthly / 每月 / 毎月 / 매월', 'yearly: Yearly / 每年 / 毎年 / 매년', 'weekly: Weekly / 每周 / 毎週 / 매주'],
  gifttype: ['given: Given / 送出 / 贈った / 준 선물', 'received: Received / 收到 / もらった / 받은 선물'],
  measure: [
    'fasting: Fasting / 空腹 / 空腹時 / 공복',
    'after: After a meal / 餐后 / 食後 / 식후',
    'bedtime: Bedtime / 睡前 / 就寝前 / 취침 전',
  ],
  daypart: ['morning: Morning / 早上 / 朝 / 아침', 'evening: Evening / 晚上 / 夜 / 저녁'],
}

export function optionSet(name: string, language: Language): Option[] {
  return (OPTION_SETS[name] ?? OPTION_SETS.status ?? []).map((line) => {
    const at = line.indexOf(': ')
    return { id: line.slice(0, at), label: t(line.slice(at + 2))[language] }
  })
}

// id | kind | en | zh | ja | ko, words parted by commas. Kinds: `qty:kg`, `choice:status`, `date=today`, `text+` suggests.
const LINES = `
name|text|Name,title,called|名称,名字,名,标题,品名,商品名,商品名称,货名,姓名|名前,名称,タイトル,品名,商品名,氏名,題名|이름,제목,명칭
item|text|Item,what,thing,product|项目,物品,东西,内容|項目,もの,品目,内容|항목,물건,품목,내용
amount|money|Amount,price,cost,paid,spent,what i paid,money,how much,how much it cost,amount spent,spend,sum|金额,价格,花费,价钱,多少钱,花了多少,费用,钱,消费,开销|金額,価格,値段,費用,代金,いくら,支出額,使った金額|금액,가격,비용,값,얼마,돈,지출액
fee|money|Fee,monthly fee,monthly cost,subscription fee,charge|月费,费用,月租|月額,料金,月額料金|월 요금,요금,구독료,월정액
shift|text+|Shift,shift type|班次,班,班别,排班|勤務,シフト,勤務区分,シフト区分|근무조,근무 형태,듀티
salary|money|Salary,pay,wage|薪资,薪水,工资,薪酬|給料,給与,年収,月給|급여,연봉,월급
rent|money|Rent|租金,房租|家賃|월세,집세,임대료
deposit|money|Deposit|押金,定金|敷金,保証金|보증금
unitPrice|money|Unit price|单价|単価|단가
date|date=today|Date,day,when,the date,the day|日期,日子,时间点,哪天|日付,日,日にち,年月日|날짜,일자,일시
due|date|Due,due date,deadline,by when|截止日期,期限,截止,到期日,最后期限,归还日期,应还日期,还书日期|期限,締め切り,締切,期日,締切日,返却日,返却予定日,返却期限|마감일,기한,마감,마감 기한
start|date|Start,start date,from,begins|开始日期,开始,起始日|開始日,開始|시작일,시작
end|date|End,end date,until,ends|结束日期,结束|終了日,終了|종료일,끝
expiry|date|Expiry date,expiry,expires,best before,expiration date,expiration,use by|保质期,过期日期,到期日期,有效期|賞味期限,消費期限,使用期限,有効期限|유통기한,소비기한,만료일,유효기간
bought|date|Bought on,purchase date,date bought,day bought|购买日期,购入日|購入日,買った日|구입일,구매일,산 날
renewal|date|Renewal date,renews,renewal,next payment,billing date|续费日期,扣款日,续费日|更新日,支払日,引き落とし日|갱신일,결제일
birthday|date|Birthday,birth date,date of birth|生日,出生日期|誕生日,生年月日|생일,생년월일
time|time|Time,what time,at what time|时间,几点|時刻,時間帯,何時|시각,몇 시
starttime|time|Start time,started,clock in,start|开始时间,上班时间|開始時間,開始時刻,出勤|시작 시간,출근
endtime|time|End time,finished,clock out|结束时间,下班时间|終了時間,終了時刻,退勤|종료 시간,퇴근
bedtime|time|Bedtime,went to bed,when i went to bed,sleep time|入睡时间,几点睡,睡觉时间,就寝时间,上床时间|就寝時刻,就寝時間,寝た時間,寝る時間,就寝|취침 시간,잠든 시간,취침,자는 시간
waketime|time|Wake-up time,woke up,when i woke up,wake time,wake up|起床时间,几点起,起床,几点醒|起床時刻,起床時間,起きた時間,起床|기상 시간,일어난 시간,기상
moment|datetime=now|When,date and time,time of day|时间,日期时间|日時,時間|일시,시간
duration|duration|Duration,how long,length,time spent,minutes,hours,time taken|时长,用时,耗时,多久,花了多久,时间长度,分钟数|時間,所要時間,かかった時間,タイム,何分|시간,소요 시간,걸린 시간,몇 분
cookTime|duration|Cooking time,cook time,prep time,preparation time|用时,烹饪时间,制作时间|調理時間,所要時間|조리 시간,요리 시간
sleepHours|duration|Hours of sleep,hours slept,sleep duration,how long i slept,sleep|睡眠时长,睡了多久,睡眠时间|睡眠時間|수면 시간,잔 시간
studyTime|duration|Study time,time studied,hours studied|学习时间,学习时长|勉強時間,学習時間|공부 시간,학습 시간
minutes|duration|Minutes,how many minutes|分钟|分|분
category|choice:spending|Category,kind of spending|分类,类别,种类,分个类,分下类|カテゴリ,分類,費目,カテゴリー,種別|분류,카테고리,항목 분류
type|text+|Type,kind,variety,sort|种类,类型,品种|種類,タイプ,品種|종류,유형,품종
shop|text+|Shop,store,where i bought it,where bought,merchant,cafe,vendor,the shop,market|店名,商店,店铺,哪家店,在哪买的,商家,店|店,お店,店名,購入店,ショップ,購入先|가게,상점,매장,가게 이름,구입처,구매처,카페
restaurant|text+|Restaurant|餐厅,餐馆|レストラン,飲食店|식당,음식점,맛집
brand|text+|Brand,maker,manufacturer|品牌,牌子,厂家|ブランド,メーカー,銘柄|브랜드,제조사,상표
place|place|Place,location,where,address,venue,spot,where i found it|地点,位置,地址,哪里,场所,在哪|場所,どこ,住所,会場,所在地|장소,위치,주소,어디,곳
city|place|City,town|城市|都市,街|도시
country|text+|Country,country of origin,origin|国家,产地,国|国,産地,原産国|나라,국가,원산지,산지
person|person|Person,who,with whom,with who,who with,people,companion|谁,人,和谁,同行人,对象|誰,人,相手,誰と,同行者|누구,사람,상대,동행,누구랑,함께한 사람
owner|person|Who,assignee,owner,person responsible,responsible,in charge,assigned to,who does it|负责人,谁负责,执行人,担当|担当,担当者,責任者|담당자,담당,책임자
contact|text|Contact,contact person|联系方式,联系人|連絡先|연락처
phone|text|Phone,phone number,telephone,mobile|电话,手机,手机号,电话号码|電話,電話番号,携帯|전화,전화번호,휴대폰
email|text|E-mail,email,email address,mail|邮箱,电子邮件|メール,メールアドレス|이메일,메일
address|place|Address|地址,住址|住所|주소
link|link|Link,url,website,web page,site|链接,网址,网站|リンク,URL,サイト|링크,주소 링크,사이트,웹사이트
note|note|Note,notes,comment,comments,remarks,memo,details|备注,笔记,说明,注释|メモ,備考,ノート,コメント|메모,비고,노트,설명
thoughts|note|Thoughts,impression,impressions,review,what i thought,reflection,my thoughts,opinion|感想,心得,评论,感受,读后感,观后感|感想,レビュー,所感,ひとこと|감상,후기,느낌,소감,리뷰,한줄평
text|note|What happened,entry,diary,journal entry|内容,正文,日记|本文,日記,内容|내용,본문,일기
quote|note|Quote,favourite quote,favorite quote,quotes|摘抄,金句|引用,名言|인용,명대사,구절
steps|note|Steps,instructions,method,directions,how to make it|步骤,做法|手順,作り方|순서,만드는 법,조리법,조리 순서
ingredients|note|Ingredients,ingredient|食材,材料,配料,原料|材料,食材,原材料|재료,식재료
stepcount|int|Steps walked,step count,daily steps|步数|歩数|걸음 수,걸음수
quantity|int|Quantity,qty,amount left,how many,stock,number,count,in stock,pieces|数量,个数,库存,多少个,几个,剩余数量,存量,件数|数量,個数,件数,在庫,残り,残量,在庫数|수량,개수,재고,남은 수량,갯수,건수,몇 개
least|int|Warn at,minimum,reorder level|最低数量,最少|最低数,最少|최소 수량
size|text|Size,dimensions|尺寸,大小,尺码|サイズ,大きさ|크기,사이즈
colour|text+|Colour,color|颜色,色|色,カラー|색,색상,색깔
rating|rating|Rating,score,stars,star rating,how good,how much i liked it,grade,my rating,marks out of five|评分,打分,星级,评价,几星,喜欢程度|評価,評点,星,点数評価,満足度,お気に入り度|평점,별점,평가,점수,만족도
mood|mood|Mood,how i feel,feeling,how i felt,emotion,feelings|心情,情绪,感觉|気分,気持ち,機嫌,心の状態|기분,감정,마음 상태
difficulty|rating|Difficulty|难度|難易度,難しさ|난이도
energy|rating|Energy,energy level|精力,能量|元気度,エネルギー|에너지,활력
stress|rating|Stress,stress level|压力|ストレス|스트레스
pain|rating:10|Pain,severity,intensity,pain level,how bad|疼痛程度,严重程度,程度,强度|痛み,強さ,つらさ,痛みの強さ|통증,강도,심한 정도,통증 정도,세기
quality|rating|Quality,sleep quality|质量,睡眠质量|質,睡眠の質,品質|질,수면의 질,품질,수면 질
importance|rating|Importance,weight of it|重要性,重要程度|重要度|중요도
sweetness|rating|Sweetness|甜度|甘さ,甘み|당도,단맛
weight|qty:kg|Weight,body weight|体重,重量|体重,重さ,重量|체중,몸무게,무게,중량
height|qty:cm|Height|身高,高度|身長,高さ|키,신장,높이
waist|qty:cm|Waist,waistline|腰围|ウエスト,腹囲,胴囲|허리둘레
bodyfat|percent|Body fat,body fat percentage|体脂,体脂率|体脂肪率,体脂肪|체지방,체지방률
temperature|qty:c|Temperature,body temperature,fever|体温,温度,发烧度数|体温,温度,気温,熱,発熱|체온,온도,기온,열
systolic|qty:mmhg|Systolic,systolic pressure,upper|收缩压,高压|最高血圧,収縮期,上の血圧|수축기 혈압,최고 혈압,수축기
diastolic|qty:mmhg|Diastolic,diastolic pressure,lower|舒张压,低压|最低血圧,拡張期,下の血圧|이완기 혈압,최저 혈압,이완기
pulse|qty:bpm|Pulse,heart rate|心率,脉搏|脈拍,心拍数,心拍|맥박,심박수
glucose|qty:mgdl|Blood sugar,glucose,blood glucose|血糖|血糖値,血糖|혈당
distance|qty:km|Distance,how far,km run,miles|距离,公里数,里程|距離,走行距離|거리
pace|text|Pace|配速|ペース|페이스
elevation|qty:m|Elevation,altitude|海拔|標高|해발,고도,표고
volume|qty:ml|Amount,volume,how much|容量,量,奶量|量,容量,分量|양,용량,분량
dose|text|Dose,dosage|剂量,用量|用量,服用量|용량,복용량
calories|qty:kcal|Calories,kcal|热量,卡路里|カロリー|칼로리,열량
protein|qty:g|Protein|蛋白质|たんぱく質,タンパク質|단백질
abv|percent|ABV,alcohol,alcohol content,proof|酒精度,度数|アルコール度数,度数|도수,알코올 도수
sets|int|Sets,number of sets|组数,组|セット数,セット|세트,세트 수
reps|int|Reps,repetitions,number of reps|次数,每组次数|回数,レップ数|횟수,반복 횟수,반복
times|int|Times,how many times|次数,几次|回数,何回|횟수,몇 번
laps|int|Laps,lengths|圈数|周回数,ラップ|바퀴 수
exercise|text+|Exercise,movement,lift,workout|动作,运动,项目,训练动作|種目,運動,メニュー|운동,종목,동작
pages|int|Pages,page count,number of pages,total pages|页数,总页数|ページ数,ページ,総ページ|쪽수,페이지,페이지 수,총 페이지
page|int|Page now,current page,pages read|读到第几页,当前页|今のページ,現在のページ,読んだページ|현재 쪽,읽은 쪽,읽은 페이지
author|text+|Author,writer|作者|著者,作者|저자,작가,지은이
director|text+|Director|导演|監督|감독
artist|text+|Artist,band,musician|艺术家,歌手|アーティスト,歌手|아티스트,가수
genre|text+|Genre|类型,体裁,流派|ジャンル|장르
publisher|text+|Publisher|出版社|出版社|출판사
platform|text+|Where to watch,platform,streaming service|平台|配信サービス,媒体|플랫폼
episode|int|Episode,episodes,episode number|集数,看到第几集|話数,何話|회차,몇 화
year|year|Year,year of release,release year,vintage|年份,年代,发行年份|年,年代,発行年,製造年|연도,년도,출시 연도
age|int|Age,how old|年龄,岁数|年齢,歳|나이,연령
price|money|Price|价格,售价|価格,値段|가격
worth|money|Value,worth,estimated value|价值,估价|価値,評価額|가치,시세
done|yesno|Done,finished,completed,checked|完成,已完成,做完|完了,済み,済|완료,완료 여부,끝냄
paid|yesno|Paid,whether paid|已付,是否付款,付了没,付了没有,交了没,交了没有,缴了没,缴了没有,交没交,付没付,给了没,给了没有,结清|支払い済み,支払済|지불 여부,결제 여부,납부 여부
bought2|yesno|Bought,got it,in the basket|已买,买了没|購入済み,買った|구매 완료,샀음
packed|yesno|Packed|已打包,装好|準備済み,入れた|챙김
read|yesno|Read,finished reading|已读|読了|읽음
returned|yesno|Returned,given back|已还,还了没|返却済み,返した|반납 여부,돌려받음
status|choice:status|Status,state,stage,progress status|状态,阶段,进展|状態,ステータス,状況,進捗状況|상태,단계,진행 상태,진행 상황
progress|percent|Progress,percent done,percent complete|进度,完成度|進捗,進捗率,進み具合|진도,진행률,진척도
priority|choice:priority|Priority,urgency|优先级,优先程度,紧急程度|優先度,優先順位|우선순위,중요도 순
condition|choice:condition|Condition,state of it|品相,成色|状態,コンディション|상태,컨디션
weather|choice:weather|Weather|天气|天気|날씨
meal|choice:meal|Meal,which meal|餐次,哪一餐|食事,食事の種類|끼니,식사
reply|choice:reply|Reply,rsvp,coming,attending|回复,是否参加,出席|返事,出欠|참석 여부,답장,회신
aisle|text+|Aisle,section,department|货架,区域,分区|売り場,コーナー|코너,진열대
cycle|choice:cycle|Billed,billing cycle,how often,frequency|周期,频率,付款周期|支払い周期,頻度,周期|주기,결제 주기,빈도
subject|text+|Subject,course,class,module|科目,课程,学科|科目,教科,授業|과목,교과,수업
topic|text+|Topic,chapter,what i studied,unit|主题,章节,学习内容|テーマ,章,単元,範囲|주제,단원,챕터,범위
grade|num|Grade,mark,exam score,result|成绩,分数|成績,点数,得点|성적,점수
credits|num|Credits,weight of grade|学分|単位数,単位|학점
position|text|Position,job,job title,role|职位,岗位|職種,職位,ポジション,役職|직무,직책,포지션
company|text+|Company,employer,firm|公司,单位|会社,会社名,企業|회사,기업,회사명
client|text+|Client,customer|客户|顧客,取引先,クライアント|고객,거래처,클라이언트
project|text+|Project,job worked on|项目|案件,プロジェクト|프로젝트
task|text|Task,what i worked on,to do,work done|任务,事项,工作内容|タスク,やること,作業,作業内容|할 일,작업,업무,작업 내용
source|text+|Source,from where,where it came from|来源|出典,入手先,収入源|출처,수입원
relationship|text+|Relationship,relation,how we know each other|关系|関係,続柄|관계
occasion|text+|Occasion,event|场合,事由|用途,機会,行事|행사,계기
gift|text|Gift,present|礼物,礼品|贈り物,プレゼント|선물
giftIdea|text|Gift idea,ideas|礼物想法|プレゼント案|선물 아이디어
bring|text|What to bring,things to bring,bring|要带的东西,需带物品|持ち物|준비물,챙길 것
trigger|text+|Trigger,possible cause,cause,triggers|诱因,原因|きっかけ,原因,誘因|원인,유발 요인,계기
symptom|text+|Symptom,symptoms|症状|症状|증상
medicine|text+|Medicine,medication,what i took,drug,pill|药,药物,用药,吃了什么药|薬,服薬,飲んだ薬|약,복용 약,약물
odometer|int|Odometer,mileage|里程数,里程表|走行距離計,総走行距離|주행거리,누적 주행거리
liters|qty:l|Fuel,litres,liters,gallons|油量,加油量|給油量|주유량
front|text|Front,word,term,question side|单词,正面,词语|単語,表,言葉|단어,앞면
back|text|Back,meaning,translation,definition|释义,背面,意思,中文|意味,裏,訳|뜻,뒷면,의미
example|text|Example,example sentence,sentence|例句|例文|예문
reading2|text|Pronunciation,pinyin,phonetic|读音,拼音,音标|読み方,発音,よみがな|발음,읽기
question|text|Question|问题,题目|問題,質問|문제,질문
answer|text|Answer|答案|答え,解答,回答|정답,답
explanation|note|Explanation|解析|解説|해설
servings|int|Servings,portions,serves|几人份,份数|人数分,何人分,分量|인분,몇 인분
water|qty:ml|Water,water drunk,glasses of water|喝水量,饮水,喝水|水分,水,飲んだ水|물,마신 물
coffees|int|Cups of coffee,coffees|咖啡杯数|コーヒー杯数|커피 잔 수
species|text+|Species,species name|品种,物种|種,樹種,種類,品種|품종,종,수종
lastWatered|date|Last watered,watered|上次浇水,浇水日期,浇水,浇水日,上次浇水时间,上次什么时候浇的,上次什么时候浇水,上次浇水是哪天,哪天浇的|最後の水やり,水やり日,水やり,水やりした日,水をあげた日,水をやった日|물 준 날,마지막 물 준 날,물 주기
repotted|date|Repotted,last repotted,repotting,repotting date|换盆日期,上次换盆|植え替え日,植え替え|분갈이 날,분갈이
arrival|date|Arrival,arrives,arriving,check in,check-in,checked in|入住日,入住日期,到店日期|到着日,チェックイン,チェックイン日|입실일,체크인,체크인 날짜
departure|date|Departure,departs,leaving,check out,check-out,checked out|退房日,退房日期,离店日期|出発日,チェックアウト,チェックアウト日|퇴실일,체크아웃,체크아웃 날짜
warranty|date|Warranty until,warranty,warranty end|保修到期,保修期|保証期限,保証期間|보증 기간,보증 만료일
serial|text|Serial number,model,model number,serial|型号,序列号|型番,製造番号|모델명,일련번호,시리얼
`
export const PARTS: readonly Part[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [id = '', kind = '', en = '', zh = '', ja = '', ko = ''] = line.split('|')
    return { id, kind, words: { en: en.split(','), zh: zh.split(','), ja: ja.split(','), ko: ko.split(',') } }
  })
const byId = new Map(PARTS.map((part) => [part.id, part]))
export const partOf = (id: string): Part | undefined => byId.get(id)

/** How words are compared: lower case, simplified Han, no spaces inside CJK. */
export const key = (text: string): string => foldHan(text.toLowerCase()).replace(/(?<=[^a-z0-9]) (?=[^a-z0-9])/g, '')

const byWord = new Map<string, Part>()
for (const part of PARTS)
  for (const words of Object.values(part.words)) for (const word of words) if (!byWord.has(key(word))) byWord.set(key(word), part)

const singular = (word: string) => (/[a-z]{3,}s$/.test(word) && !/ss$/.test(word) ? word.slice(0, -1) : word)

/** The part a person's word means, if it is one of ours: whole-word only. */
export function partNamed(word: string): Part | undefined {
  const wanted = key(word)
  return byWord.get(wanted) ?? byWord.get(singular(wanted))
}

const MOODS = ['😞', '🙁', '😐', '🙂', '😄']

/** “Miles” are no kilometres: the unit that a label names, of what is measured. */
function unitIn(label: string, language: Language, usual: string): string | undefined {
  const dimension = unitOf(usual)?.dimension
  return tokenise(label)
    .map(({ text }) => findUnit(text.toLowerCase(), language))
    .find((unit) => unit !== undefined && unit.dimension === dimension)?.id
}

/** The kind spec of a part (or a guess) as the shape of a field. */
export function fieldFor(id: string, kind: string, label: string, language: Language, currency: string): Field {
  const base = { id, label }
  const [head = '', arg = ''] = kind.split(':')
  if (head === 'text+') return { ...base, kind: 'text', suggest: true }
  if (head === 'date=today') return { ...base, kind: 'date', default: 'today' }
  if (head === 'datetime=now') return { ...base, kind: 'datetime', default: 'now' }
  if (head === 'money') return { ...base, kind: 'money', currency }
  if (head === 'int') return { ...base, kind: 'number', integer: true, min: 0 }
  if (head === 'num') return { ...base, kind: 'number' }
  if (head === 'year') return { ...base, kind: 'number', integer: true }
  if (head === 'percent') return { ...base, kind: 'number', min: 0, max: 100 }
  if (head === 'qty') return { ...base, kind: 'quantity', unit: unitIn(label, language, arg) ?? arg }
  if (head === 'rating') return { ...base, kind: 'rating', max: arg ? Number(arg) : 5 }
  if (head === 'mood') return { ...base, kind: 'rating', max: 5, icons: MOODS }
  if (head === 'choice') return { ...base, kind: 'choice', options: optionSet(arg, language) }
  if (head === 'person') return { ...base, kind: 'person', suggest: true }
  if (head === 'place') return { ...base, kind: 'place', suggest: true }
  if (
    head === 'note' ||
    head === 'date' ||
    head === 'time' ||
    head === 'datetime' ||
    head === 'duration' ||
    head === 'yesno' ||
    head === 'link'
  )
    return { ...base, kind: head }
  return { ...base, kind: 'text' }
}

/** The label a part has in a language, and as Words for headings. */
export const labelOfPart = (part: Part, language: Language): string => part.words[language][0] ?? part.id
export type { Words }
