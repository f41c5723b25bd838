/** Requests by the cause that once made them fail: each group is one general rule. */
import type { Line } from './requests.ts'

export const MEANING: Record<string, Line[]> = {
  'a total follows from a count and a unit price, a gain from what was paid and got': [
    ['purchase log: product, quantity, unit price', { fields: { computed: 1 }, words: ['product'] }],
    ['进货记录:品名、数量、单价', { fields: { computed: 1 }, words: ['品名'] }],
    ['仕入れの記録:品名、数量、単価', { fields: { computed: 1 }, words: ['品名'] }],
    ['매입 기록: 품목, 수량, 단가', { fields: { computed: 1 } }],
    ['转卖记录:物品、买入价、卖出价、利润', { fields: { computed: 1, money: 2 } }],
    ['転売の記録:商品、仕入れ値、販売価格、利益を自動計算', { fields: { computed: 1, money: 2 } }],
    ['resale log: item, purchase price, sale price, profit', { fields: { computed: 1, money: 2 } }],
  ],
  'what a head can be is a choice, whether in brackets or after “is”': [
    ['二手记录:物品、卖价、平台(闲鱼、转转、多抓鱼)', { fields: { choice: 1, money: 1 }, words: ['转转', '多抓鱼'] }],
    ['勉強の記録。科目は財務会計・監査論・租税法', { fields: { choice: 1 }, words: ['監査論'] }],
    ['クッキングメモ、サイズ(cm)、重さ(g)', { fields: { quantity: 2 }, not: ['cm'] }],
    ['养狗记录:体重,疫苗(日期、下次日期)', { fields: { date: 2 } }],
  ],
  'what is told is not asked for': [
    ['最近外卖点太多了,想管一管,一个月最多800块', { limit: [800, 'month'], not: ['管一管'] }],
    ['体温记录表,宝宝发烧了,几点、吃了什么药', { fields: { quantity: 1 }, not: ['发烧'] }],
    ['保育園の持ち物チェック、毎朝使う', { fields: { yesno: 1 }, not: ['使う'] }],
  ],
  'what is used up is kept under its number': [
    ['私教课一共买了36节,还剩几节', { does: ['limit'] }],
    ['ヨガの回数券を全部で10回分買った、残り何回か見たい', { does: ['limit'] }],
  ],
  'a bound belongs to its period and its money': [
    ['資格の勉強時間、週10時間が目標', { goal: [600, 'week'] }],
    ['早睡打卡,顺便记零花钱,一周不超过200', { limit: [200, 'week'], fields: { money: 1 }, does: ['streak'] }],
  ],
  'Korean particles are told from the ends of words': [
    ['냉장고 재고 관리, 유통기한이랑 수량', { fields: { date: 1, number: 1 }, words: ['유통기한', '수량'] }],
    ['등산 다녀온 산 기록, 높이랑 날짜, 동행', { fields: { date: 1, quantity: 1 }, words: ['높이', '동행'] }],
    ['커피값 기록하고 싶어, 한 달에 5만원 이하로', { fields: { money: 1, date: 1 }, not: ['싶어'] }],
    ['가구 목록: 넓이랑 깊이랑 가격', { fields: { money: 1 }, words: ['넓이', '깊이'] }],
  ],
  'the day of something is a date': [
    ['日本酒コレクション。銘柄、蔵元、評価、飲んだ日', { fields: { date: 1, rating: 1 } }],
    ['뜨개질 작품 기록, 실 종류랑 바늘 호수, 완성일', { fields: { date: 1 }, words: ['바늘', '완성일'] }],
    ['就活の会社リスト。ES締切、面接日、志望度', { fields: { date: 2, rating: 1 } }],
    ['옷 목록: 색깔, 스타일, 산 날', { fields: { date: 1 }, words: ['스타일'] }],
    ['授業の記録、曜日と教科', { words: ['曜日', '教科'] }],
  ],
  'a scale holds for all that is rated': [
    ['track my mood and energy on a scale of 1-10 every evening', { fields: { rating: 2, date: 1 }, words: ['mood', 'energy'] }],
    [
      'wine tasting notes with grape, region and a score out of 100',
      { fields: { number: 1 }, words: ['grape', 'region'], not: ['player'] },
    ],
  ],
  'what is listed keeps its words': [
    [
      'kanban board for my podcast episodes: idea, recording, editing, published',
      { views: ['board'], words: ['idea', 'recording', 'editing', 'published', 'podcast episodes'] },
    ],
    ['a checklist: make bed, record the meter, call mum', { words: ['make bed', 'record the meter'], seeds: 3 }],
    ['孩子每日任务表:写作业、练琴、整理书包', { words: ['整理书包', '写作业'], fields: { yesno: 1 }, does: ['streak'] }],
    ['하루 할 일: 양치, 숙제, 방 정리 체크', { words: ['방 정리', '숙제'], fields: { yesno: 1 } }],
    ['メダカの飼育日誌 水温、産卵数、水換えした日', { fields: { number: 1, quantity: 1, date: 1 }, words: ['産卵数'] }],
  ],
  'the stages of something are columns': [
    ['短视频选题管理:灵感、脚本、拍摄、剪辑、发布', { views: ['board'], words: ['灵感', '剪辑'] }],
    ['유튜브 영상 제작 관리: 기획, 촬영, 편집, 업로드', { views: ['board'], words: ['기획', '업로드'] }],
    ['同人誌の進行管理、ネーム→下書き→ペン入れ→入稿', { views: ['board'], words: ['ネーム', 'ペン入れ'] }],
    ['track orders through quote, ordered, shipped, delivered', { views: ['board'], words: ['quote', 'delivered'] }],
  ],
  bounds: [
    [
      'Monthly household budget: rent 1200, food 400, fun 150. Warn me when I go over 1750',
      { limit: [1750, 'month'], words: ['rent', 'food', 'fun'] },
    ],
    ['water reminder 8 glasses a day', { goal: [8, 'day'], fields: { number: 1 } }],
    ['コーヒー飲みすぎ防止、1日3杯まで', { limit: [3, 'day'], fields: { number: 1 } }],
    ['max 2 hours of screen time a day', { limit: [120, 'day'], fields: { duration: 1, date: 1 } }],
    ['週3でジム行く。種目と重量と回数', { goal: [3, 'week'] }],
    ["I'm learning piano: minutes practised, piece. at least 30 min a day", { goal: [30, 'day'], fields: { date: 1 } }],
  ],
  'what to compare by becomes criteria, what to choose among options': [
    ['어떤 차를 살지 가격, 연비, 디자인으로 점수 매겨서 비교', { does: ['decision'], words: ['가격', '연비', '디자인'] }],
    ['노트북 뭐 살지 고민 맥북 그램 갤럭시북, 가격 무게 배터리로 비교', { does: ['decision'], words: ['맥북', '무게', '배터리'] }],
    ['帮我比较几个工作offer,薪资、通勤、发展各有权重', { does: ['decision'], words: ['薪资', '通勤', '发展'] }],
    ['引っ越し先を家賃、駅からの距離、日当たりで比べて決めたい', { does: ['decision'], words: ['家賃', '日当たり'] }],
    [
      'should I move to Austin, Denver or Portland? compare on rent, weather, jobs',
      { does: ['decision'], words: ['austin', 'denver', 'portland', 'weather'] },
    ],
    ['考研还是工作,帮我从收入、兴趣、稳定性打分', { does: ['decision'], words: ['考研', '工作', '兴趣'] }],
    ['今天吃什么,随机选一个', { does: ['pick'] }],
    ['晚饭在火锅、烧烤、麻辣烫里随便挑一个', { does: ['pick'], words: ['火锅', '麻辣烫'] }],
    ['오늘 설거지 누가 할지 뽑아줘 아빠 엄마 지우', { does: ['pick'], words: ['아빠', '지우'] }],
  ],
  'kinds to sort into become a category': [
    ['推し活の出費をつけたい。グッズ、遠征、チケットで分けて', { fields: { choice: 1, money: 1 }, words: ['グッズ', '遠征', 'チケット'] }],
    [
      'i need somewhere to write down groceries and eating out, with the shop and the price',
      { fields: { date: 1, money: 1, choice: 1 }, words: ['groceries', 'eating out', 'shop'], name: 'Spending' },
    ],
  ],
  'questions are qualities': [
    ['我有鼻炎,想记一下每天的症状轻重、天气、有没有吃药', { fields: { rating: 1, yesno: 1, date: 1 } }],
    ['羽毛球记录,和谁打、打了多久、赢了几局', { fields: { person: 1, duration: 1, number: 1, date: 1 } }],
    ['同窓会の出欠表、名前と二次会に行くかと連絡先', { fields: { yesno: 1 }, words: ['二次会'] }],
    ['읽은 웹툰 기록, 작가, 몇 화까지 봤는지, 별점', { fields: { number: 1, rating: 1 }, words: ['작가'] }],
    ['돌잔치 손님 명단이랑 축의금 얼마 받았는지', { fields: { money: 1 }, words: ['축의금'] }],
    ['climbing log with grade, sent or not and the gym', { fields: { yesno: 1 }, words: ['gym'] }],
    ['hive log w/ queen seen y/n, mite count', { fields: { yesno: 1, number: 1 } }],
  ],
  'a second thing asked for does not push out the first': [
    [
      'workout log with a 90 second rest timer and my mood after each session',
      { does: ['timer'], fields: { rating: 1, date: 1 }, words: ['exercise', 'mood'] },
    ],
    ['집에 있는 영양제 목록, 유통기한이랑 남은 개수', { fields: { date: 1, number: 1 }, words: ['유통기한'] }],
    ['赤ちゃんの身長と体重を月ごとに記録してグラフにして', { fields: { quantity: 2, date: 1 }, views: ['chart'] }],
  ],
  'figures that follow from two others': [
    ['work out the price per square foot from price and area', { does: ['calculator'], words: ['price', 'area'] }],
    ['알바 월급 계산기, 시급이랑 근무시간 넣으면 나오게', { does: ['calculator'], words: ['시급', '근무시간'] }],
    ['時給と時間から給料計算', { does: ['calculator'], words: ['時給', '時間'] }],
  ],
  'marks in a list speak': [
    ['invoice list: client, amount, due date, paid?', { fields: { yesno: 1, money: 1, date: 1 } }],
    ['sell old stuff: item, asking price, status listed/sold', { fields: { choice: 1 }, words: ['listed', 'sold'] }],
    ['羽毛球活动报名:姓名、是否会员、交费没', { fields: { yesno: 2 } }],
    ['와인 마신 거 기록 품종 가격 점수', { fields: { money: 1, rating: 1 }, words: ['품종'] }],
    ['彼女とのデート記録。行った場所、使ったお金、楽しさ', { fields: { place: 1, money: 1, rating: 1 } }],
  ],
  'a list of things with qualities is no list of tasks': [
    ['我的衣服清单,颜色、季节、买入价、穿了几次', { fields: { money: 1, number: 1 }, words: ['季节'] }],
    ['자격증 공부 계획: 과목, 목표 시간, 진도', { fields: { duration: 1 }, words: ['목표 시간', '진도'] }],
    ['books lent to friends', { fields: { person: 1, date: 1, yesno: 1 } }],
    [
      'keep track of my sourdough starters: flour type, hydration percent, last fed',
      { fields: { date: 1, number: 1 }, name: 'Sourdough starters' },
    ],
    ['家計簿、食費と日用品と趣味で分けて', { fields: { choice: 1, money: 1 }, words: ['食費', '趣味'] }],
  ],
  'the nearest known kind is found by meaning': [
    ['rank the best burgers in town by taste, price and service', { does: ['decision'], words: ['taste', 'service'] }],
    ["what's for dinner spinner: tacos, pasta, stir fry", { does: ['pick'], words: ['tacos', 'stir fry'] }],
    ['把英里换成公里', { does: ['converter'] }],
    ['每天控糖不超过25克', { limit: [25, 'day'], fields: { quantity: 1 } }],
    ['买手机选小米还是华为,看价格、拍照、续航', { does: ['decision'], words: ['小米', '华为', '续航'] }],
    ['项目排期 需求、设计、开发、测试、上线', { views: ['board'], words: ['需求', '上线'] }],
    ['회사 동료들이랑 점심값 나누기', { does: ['split'] }],
  ],
  'a list of qualities is one wherever it stands': [
    [
      'dog walking business: client, dog name, walk length, paid yes/no, rate',
      { fields: { yesno: 1, quantity: 1 }, words: ['client', 'dog name'] },
    ],
    [
      'board game collection: players, minutes, age, rating, last played',
      { fields: { rating: 1, date: 1, duration: 1 }, words: ['players'] },
    ],
    [
      'home renovation: room, task, contractor, cost, status planned/started/done. total budget 20k',
      { limit: [20000], fields: { money: 1, choice: 1 }, words: ['contractor', 'started'] },
    ],
    ['팀 회의록 안건 결정사항 담당자 마감', { fields: { person: 1, date: 1 }, words: ['안건', '결정사항'] }],
    ['중고차 구매 비교 연식 주행거리 가격', { does: ['decision'], words: ['연식', '주행거리'] }],
    ['孩子疫苗本,疫苗名、接种日期、下次时间', { fields: { date: 2 }, words: ['疫苗名'] }],
    ['卒論の進捗、章ごとに何文字書いたか', { fields: { number: 1 } }],
  ],
  'what lasts longer than its period is no bound of it': [
    ['my 5k training plan, 8 weeks, 3 runs a week', { goal: [3, 'week'] }],
    ['跳绳每天1000个,坚持30天', { goal: [1000, 'day'], does: ['streak'] }],
  ],
  'said as people say it': [
    ['how much i spend on the cat each month, food vet toys, keep it below 120', { fields: { money: 1, date: 1 }, limit: [120, 'month'] }],
    ['crochet projects: yarn, hook size, started on, finished?', { fields: { date: 1, yesno: 1 } }],
    ['每个月给爸妈转多少钱记一下', { fields: { money: 1, date: 1 } }],
    ['背古诗,按遗忘曲线提醒复习', { does: ['repetition'] }],
    ['抽奖转盘:一等奖、二等奖、谢谢参与', { does: ['pick'], words: ['谢谢参与'] }],
    ['孩子钢琴考级练习,曲目、练了几遍、哪里不熟', { fields: { number: 1, date: 1 } }],
    ['彼氏と沖縄4日間、予算ひとり8万円', { limit: [80000], views: ['timeline'], name: '沖縄旅行' }],
    ['映画の半券コレクション、タイトル、見た日、一緒に見た人', { fields: { date: 1, person: 1 } }],
    ['お酒は週2回まで', { limit: [2, 'week'] }],
    ['お菓子作りの記録 レシピ名、焼き時間、温度', { fields: { duration: 1, quantity: 1 } }],
    ['헬스장 고르기 - 가격, 거리, 시설로 비교해줘', { does: ['decision'], words: ['거리', '시설'] }],
    ['캠핑 갈 때마다 장소, 비용, 날씨, 만족도 남기고 싶음', { fields: { money: 1, rating: 1, place: 1 } }],
    ['술 마신 날 기록, 뭐 마셨는지 몇 잔인지', { fields: { date: 1, number: 1 } }],
  ],
  'names are what it is about': [
    ['家族で京都3日間の旅行プラン、予算10万円', { name: '京都旅行' }],
    ['五一和闺蜜去西安三天两晚,人均预算1500', { name: '西安之旅' }],
    ['부모님 모시고 여수 1박 2일 가는데 코스 짜줘 예산은 60만원', { name: '여수 여행' }],
    ['kanban board for my podcast episodes: idea, recording, editing, published', { name: 'Podcast episodes' }],
    ['家族と友達の誕生日リスト', { name: '家族と友達の誕生日リスト' }],
    ['最近外卖点太多了,想控制一下,一个月最多800块', { name: '外卖开销' }],
    ['행사 일정을 달력으로 보여줘', { name: '행사 일정' }],
    ['독립서점 투표: 소설, 에세이', { name: '독립서점 투표' }],
    ['週3でジム行く。種目と重量と回数', { name: 'ワークアウト' }],
    ['英検まで毎日10単語', { name: '英検' }],
    ['Weight converter', { name: 'Weight converter' }],
    ['Split the bill', { name: 'Split the bill' }],
  ],
  'a journey has its days': [
    ['Plan a 4 day trip to Lisbon with two friends, budget 900 euros', { limit: [900], seeds: 4, views: ['timeline'] }],
    ['五一和闺蜜去西安三天两晚,人均预算1500', { limit: [1500], seeds: 3, views: ['timeline'] }],
    ['부모님 모시고 여수 1박 2일 가는데 코스 짜줘 예산은 60만원', { limit: [600000], seeds: 2, views: ['timeline'] }],
  ],
}

export const ACTS: string[] = [
  'an app that calls me a taxi automatically',
  'an app that pays my bills',
  'something that sends emails for me',
  'an ai that emails my boss for me',
  'books flights for me',
  'controls my lights',
  'read my emails and reply to them automatically',
  '自动帮我订餐',
  '帮我自动回复微信消息',
  '远程打开空调',
  '自動で出前を注文してくれるアプリ',
  '勝手に株を買ってくれるアプリ',
  '部屋の照明を操作したい',
  '배달 음식 자동 주문해 주는 앱',
  '자동으로 택시 불러주는 앱 만들어줘',
  '공과금 알아서 납부해 주는 앱',
]

/** Acts of the person's own are no acts of the app. */
export const OWN: string[] = [
  'books to read with author',
  'track what I pay my cleaner',
  'orders from my shop: customer, item, price',
  '记录我订阅的服务',
  '予約した病院のリスト',
  '택시비 기록',
]
