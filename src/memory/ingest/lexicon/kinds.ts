/** Classes of words that a value must belong to, one row a thing in four languages; a value belongs by its last words in English, Japanese and Korean or Chinese alike. */
import { type Columns, columns } from './table.ts'

/** What people do for a living. The longer form that ends with one counts too ("pastry chef", 小学老师). */
export const JOBS: Columns = columns(
  'nurse|doctor|physician|surgeon|dentist|pharmacist|vet|veterinarian|therapist|psychologist|teacher|professor|lecturer|tutor|researcher|scientist|engineer|developer|programmer|designer|architect|artist|painter|illustrator|musician|singer|actor|actress|dancer|writer|author|journalist|editor|translator|interpreter|photographer|chef|cook|baker|waiter|waitress|barista|bartender|driver|pilot|mechanic|electrician|plumber|carpenter|builder|farmer|gardener|florist|lawyer|attorney|judge|accountant|banker|analyst|consultant|manager|director|secretary|assistant|clerk|cashier|salesperson|salesman|saleswoman|seller|marketer|recruiter|police officer|policeman|firefighter|soldier|officer|librarian|hairdresser|barber|tailor|cleaner|nanny|babysitter|student|intern|freelancer|entrepreneur|founder|ceo|cto|homemaker|housewife|coach|trainer|athlete|guard|postman|courier|technician|operator|producer|realtor|agent|broker|contractor|paramedic|midwife|carer|caregiver|apprentice|politician|priest|pastor|monk|statistician|biologist|chemist|physicist|economist|geologist|historian|admin|administrator|data scientist|social worker|construction worker|factory worker|tour guide|flight attendant|civil servant|public servant|nurse practitioner|retiree|shopkeeper|principal|planner|curator|composer|sailor|fisherman|butcher|optician|optometrist|radiologist|cardiologist|dermatologist|pediatrician|paediatrician|physiotherapist|nutritionist|dietitian|welder|roofer|locksmith',
  '老师|教师|医生|护士|工程师|程序员|设计师|律师|会计|记者|编辑|翻译|摄影师|厨师|服务员|司机|飞行员|警察|消防员|军人|农民|工人|学生|大学生|高中生|研究生|博士生|研究员|科学家|教授|作家|画家|歌手|演员|音乐家|经理|产品经理|总监|秘书|助理|文员|收银员|销售|公务员|自由职业者|创业者|老板|家庭主妇|全职妈妈|药剂师|牙医|兽医|理发师|裁缝|教练|保安|快递员|外卖员|实习生|分析师|咨询师|顾问|建筑师|模特|导游|空姐|会计师|运营|前端|后端|架构师|药师|治疗师|心理医生|心理咨询师|保姆|月嫂|面包师|咖啡师|电工|水管工|木匠|主播|导演|策划|校长|班主任|法官|插画师|博主',
  '看護師|医師|医者|教師|先生|教員|教授|講師|研究者|研究員|科学者|エンジニア|プログラマー|プログラマ|デザイナー|建築家|建築士|画家|イラストレーター|漫画家|音楽家|歌手|俳優|女優|ダンサー|作家|記者|編集者|翻訳者|翻訳家|通訳|カメラマン|写真家|料理人|シェフ|パティシエ|調理師|ウェイター|ウェイトレス|バリスタ|運転手|ドライバー|パイロット|整備士|電気工事士|大工|農家|弁護士|会計士|税理士|銀行員|コンサルタント|マネージャー|秘書|事務員|事務職|店員|販売員|営業|営業マン|公務員|会社員|サラリーマン|警察官|消防士|自衛官|司書|美容師|理容師|学生|大学生|高校生|中学生|大学院生|院生|インターン|フリーランス|経営者|社長|主婦|専業主婦|主夫|コーチ|トレーナー|警備員|配達員|薬剤師|歯科医|歯科衛生士|獣医|保育士|介護士|介護福祉士|理学療法士|栄養士|カウンセラー|ガイド|客室乗務員|フリーター|パート|アルバイト|パン職人|職人|声優|監督|店長|校長|部長|課長|作曲家|鍼灸師|公認会計士',
  '간호사|의사|한의사|치과의사|교사|선생님|선생|교수|강사|연구원|과학자|엔지니어|개발자|프로그래머|디자이너|건축가|화가|일러스트레이터|음악가|가수|배우|댄서|작가|기자|편집자|번역가|통역사|사진작가|요리사|셰프|제빵사|웨이터|바리스타|운전기사|기사|조종사|정비사|목수|농부|변호사|회계사|세무사|은행원|컨설턴트|매니저|비서|사무원|점원|판매원|영업사원|공무원|회사원|직장인|경찰|경찰관|소방관|군인|사서|미용사|학생|대학생|고등학생|중학생|대학원생|인턴|프리랜서|사업가|대표|사장|주부|전업주부|코치|트레이너|경비원|배달원|약사|수의사|보육교사|요양보호사|물리치료사|영양사|상담사|가이드|승무원|알바생|감독|기획자|마케터|교장|팀장|과장|작곡가|웹툰작가|소설가|판사|검사|파티시에|택배기사|버스기사|유치원 교사|초등학교 교사',
)

export const CONDITIONS: Columns = columns(
  "diabetes|type 1 diabetes|type 2 diabetes|asthma|migraine|migraines|hypertension|high blood pressure|low blood pressure|adhd|add|autism|depression|anxiety|insomnia|arthritis|celiac disease|coeliac disease|celiac|coeliac|epilepsy|cancer|breast cancer|eczema|psoriasis|ibs|crohn's disease|crohn's|heart condition|heart disease|back pain|bad back|bad knees|bad knee|hay fever|lactose intolerance|lactose intolerant|gluten intolerance|diabetic|asthmatic|color blind|colour blind|colorblind|deaf|dyslexia|dyslexic|anemia|anaemia|high cholesterol|sleep apnea|sleep apnoea|ptsd|ocd|bipolar disorder|lupus|gout|endometriosis|pcos|alzheimer's|dementia|parkinson's|hypothyroidism|glaucoma|vertigo|tinnitus|scoliosis|sciatica|acid reflux|gerd|pacemaker|kidney stones|osteoporosis|fibromyalgia|pre-diabetes|prediabetes|long covid",
  '糖尿病|二型糖尿病|高血压|低血压|哮喘|偏头痛|抑郁症|焦虑症|失眠|失眠症|关节炎|癫痫|癌症|乳腺癌|湿疹|鼻炎|过敏性鼻炎|胃病|胃炎|心脏病|贫血|高血脂|乳糖不耐受|乳糖不耐|痛风|色盲|近视|腰椎间盘突出|颈椎病|甲亢|甲减|多囊|老年痴呆|帕金森|花粉症|花粉过敏|脂肪肝|干眼症|多动症|自闭症|肾结石|胃食管反流|骨质疏松|耳鸣|强迫症|荨麻疹',
  '糖尿病|高血圧|低血圧|喘息|ぜんそく|偏頭痛|片頭痛|うつ病|鬱病|不眠症|関節炎|リウマチ|てんかん|がん|癌|乳がん|アトピー|花粉症|鼻炎|胃炎|心臓病|貧血|腰痛|乳糖不耐症|痛風|色覚異常|近視|緑内障|認知症|adhd|発達障害|不安障害|パニック障害|甲状腺|メニエール病|椎間板ヘルニア|ヘルニア|逆流性食道炎|過敏性腸症候群|セリアック病|高コレステロール|睡眠時無呼吸症候群|耳鳴り|ドライアイ|頭痛持ち|腎臓病|子宮内膜症|骨粗しょう症',
  '당뇨|당뇨병|고혈압|저혈압|천식|편두통|우울증|불면증|관절염|류마티스|간질|뇌전증|암|유방암|아토피|비염|알레르기 비염|위염|심장병|빈혈|허리디스크|디스크|유당불내증|통풍|색맹|근시|녹내장|치매|adhd|불안장애|공황장애|갑상선|갑상선 질환|꽃가루 알레르기|역류성 식도염|과민성 대장증후군|고지혈증|이명|안구건조증|수면무호흡증|골다공증|신장 결석|자폐|무릎 통증|허리 통증|혈압',
)

export const DIETS: Columns = columns(
  'vegetarian|a vegetarian|vegan|a vegan|pescatarian|a pescatarian|pescetarian|gluten-free|gluten free|a gluten-free diet|dairy-free|dairy free|keto|a keto diet|the keto diet|kosher|halal|halal food|low-carb|low carb|a low-carb diet|a low-sodium diet|paleo|lactose-free|sugar-free|plant-based|intermittent fasting|a vegan diet|a vegetarian diet|only halal|a low-fat diet|flexitarian|a flexitarian|fasting',
  '吃素|素食者|素食主义者|素食|纯素|纯素食者|清真|吃清真|生酮饮食|生酮|低碳饮食|低盐饮食|无麸质饮食|无糖饮食|轻断食|间歇性断食|戒糖|控糖|蛋奶素|减肥|全素|不吃辣|忌口',
  'ベジタリアン|ヴィーガン|ビーガン|菜食主義|菜食主義者|菜食|ハラール|グルテンフリー|糖質制限|低糖質|減塩|断食|ケトジェニック|ペスカタリアン|乳製品抜き|プチ断食|糖質オフ|ダイエット|コーシャ',
  '채식|채식주의자|비건|할랄|글루텐프리|저탄고지|저염식|키토|간헐적 단식|페스코|무설탕|다이어트|락토|글루텐 프리|저탄수화물 식단|채식주의|키토 식단|코셔|비건 식단',
)
export const VEHICLES: Columns = columns(
  'car|civic|honda|toyota|corolla|prius|tesla|ford|bmw|mercedes|audi|mazda|subaru|nissan|hyundai|kia|volvo|volkswagen|vw|golf|fiat|jeep|truck|pickup|van|motorcycle|motorbike|scooter|bike|bicycle|e-bike|boat|piano|guitar|violin|camera|laptop|macbook|iphone|ipad|android phone|android|pixel|kindle|printer|telescope|house|apartment|condo|caravan|drone|drum kit|cello|ps5|playstation|nintendo switch|xbox|treadmill|espresso machine|air fryer|robot vacuum',
  '车|汽车|电动车|摩托车|自行车|单车|特斯拉|丰田|本田|比亚迪|宝马|奔驰|大众|钢琴|吉他|小提琴|相机|电脑|笔记本电脑|iphone|ipad|手机|平板|房子|公寓|无人机|咖啡机|空气炸锅|扫地机器人|switch|单反|小米手机|华为手机',
  '車|バイク|自転車|原付|プリウス|カローラ|テスラ|トヨタ|ホンダ|日産|スバル|マツダ|軽自動車|ピアノ|ギター|バイオリン|カメラ|パソコン|ノートパソコン|iphone|ipad|アイフォン|マンション|一戸建て|ドローン|ロードバイク|電動自転車|スイッチ|プレステ|macbook|アンドロイド|一眼レフ|コーヒーメーカー',
  '차|자동차|아반떼|소나타|그랜저|테슬라|현대차|기아차|오토바이|자전거|스쿠터|전기차|피아노|기타|바이올린|카메라|노트북|컴퓨터|아이폰|아이패드|갤럭시|맥북|아파트|드론|전동킥보드|모닝|쏘렌토|싼타페|에어프라이어|로봇청소기|캠핑카|닌텐도 스위치',
)

/** Breeds and kinds of pets beyond the relations of people.ts. */
export const PETS: Columns = columns(
  'retriever|labrador|lab|poodle|corgi|beagle|bulldog|terrier|chihuahua|dachshund|husky|shepherd|collie|shiba|spaniel|pug|tabby|siamese|ragdoll|maine coon|snake|lizard|gecko|chicken|hen|duck|goat|ferret|guinea pig|hedgehog|tortoise|chinchilla|rescue|goldendoodle|labradoodle|dog|cat|puppy|kitten|rabbit|bunny|hamster|parrot|budgie|goldfish|turtle|horse|pony|canary|cockatiel',
  '金毛|拉布拉多|泰迪|贵宾|柯基|哈士奇|柴犬|边牧|博美|布偶|英短|美短|橘猫|仓鼠|兔子|乌龟|鹦鹉|金鱼|蜥蜴|刺猬|荷兰猪|龙猫|狗|猫|鸟|小狗|小猫|狗狗|猫咪|萨摩耶|比熊|蛇|鱼',
  '柴犬|トイプードル|プードル|チワワ|ダックスフンド|コーギー|ラブラドール|ゴールデンレトリバー|ハスキー|パグ|三毛猫|黒猫|スコティッシュフォールド|ハムスター|うさぎ|ウサギ|インコ|亀|カメ|金魚|ハリネズミ|モルモット|フェレット|犬|猫|鳥|子犬|子猫|熱帯魚|文鳥|いぬ|ねこ|ワンコ|ポメラニアン|メダカ',
  '푸들|말티즈|포메라니안|치와와|비글|진돗개|시바견|웰시코기|골든리트리버|리트리버|허스키|닥스훈트|비숑|요크셔테리어|러시안블루|코숏|페르시안|햄스터|토끼|앵무새|거북이|금붕어|고슴도치|기니피그|도마뱀|개|강아지|고양이|새|길고양이|물고기|구피',
)

/** What happens on a day, one row a part of a life: with a date it is an event, whether or not a verb is said. */
export const EVENTS: readonly { domain: string; forms: Columns }[] = [
  {
    domain: 'health',
    forms: columns(
      "dentist|doctor|doctor's|check-up|checkup|surgery|operation|physical|vaccination|vaccine|blood test|therapy|scan|mri|x-ray|hospital|clinic|physio|eye exam|ultrasound",
      '体检|看牙|牙医|手术|复诊|看病|医院|打疫苗|疫苗|挂号|抽血|住院|出院|产检|看医生|拔牙|化验|检查',
      '歯医者|病院|健診|健康診断|手術|検査|通院|予防接種|ワクチン|入院|退院|診察|人間ドック|リハビリ|眼科|皮膚科',
      '치과|병원|검진|건강검진|수술|진료|예방접종|백신|입원|퇴원|검사|정기검진|안과|피부과|물리치료',
    ),
  },
  {
    domain: 'work',
    forms: columns(
      'interview|meeting|presentation|deadline|conference|performance review|first day|business trip|job interview|onboarding|retreat|review|promotion|pitch',
      '面试|会议|开会|出差|入职|汇报|演讲|截止|加班|答辩|培训|离职|述职|签约',
      '面接|会議|出張|打ち合わせ|プレゼン|締め切り|締切|入社|退職|研修|飲み会|商談|発表|歓迎会|送別会',
      '면접|회의|출장|발표|마감|입사|퇴사|회식|연수|미팅|교육|워크숍|프레젠테이션',
    ),
  },
  {
    domain: 'study',
    forms: columns(
      'exam|test|finals|midterm|midterms|graduation|thesis defense|driving test|final exam|orientation|open day|class starts',
      '考试|期末|期中|毕业|开学|驾照考试|高考|考研|毕业典礼|家长会|运动会|科目二',
      '試験|テスト|卒業式|入学式|期末|受験|授業参観|運動会|文化祭|入試|卒論|面談',
      '시험|졸업식|입학식|중간고사|기말고사|수능|개강|개학|운동회|졸업|학부모 상담|축제',
    ),
  },
  {
    domain: 'family',
    forms: columns(
      'wedding|funeral|anniversary|baby shower|birthday party|reunion|christening|due date|engagement|baptism|birthday dinner|family dinner',
      '婚礼|结婚|葬礼|满月|聚会|家庭聚会|订婚|生日会|预产期|生日聚会|婚宴',
      '結婚式|葬式|お葬式|法事|七五三|同窓会|誕生日会|出産|披露宴|お宮参り|誕生日パーティー',
      '결혼식|장례식|돌잔치|가족 모임|생일 파티|생일파티|출산|약혼식|상견례|제사|동창회',
    ),
  },
  {
    domain: 'travel',
    forms: columns(
      'flight|trip|vacation|holiday|cruise|visit|fly|flying|road trip|train to|camping|honeymoon|travel|travelling|traveling|went to|visited|go to',
      '旅行|旅游|飞|航班|出发|去了|玩|爬山|露营|度假|回国|回老家|飞机|火车|高铁|自驾|去|来',
      '旅行|フライト|飛行機|帰省|出発|キャンプ|新幹線|観光|ハネムーン|行く|行って|行き|温泉|帰国|登山',
      '여행|비행기|출발|캠핑|휴가|귀국|신혼여행|갔|가요|가기로|간다|놀러|다녀|기차|등산|갈 거|갑니다|출국',
    ),
  },
  {
    domain: 'home',
    forms: columns(
      'move|moving|moved|house viewing|renovation|lease|closing on|housewarming|plumber|movers',
      '搬家|搬到|搬去|搬|装修|看房|退租|签合同|交房|入住|收房',
      '引っ越し|引っ越|内見|入居|リフォーム|退去|引越し|引越',
      '이사|입주|집들이|리모델링|집 보러|계약|전세 계약|인테리어',
    ),
  },
  {
    domain: 'leisure',
    forms: columns(
      'concert|festival|marathon|race|party|dinner|lunch|brunch|picnic|show|play|game|match|tournament|recital|date|barbecue|bbq|movie night|gig|exhibition|competition|half marathon|appointment|reservation|class|lesson|haircut|date night|sleepover',
      '演唱会|音乐会|马拉松|比赛|派对|聚餐|吃饭|约会|看电影|野餐|话剧|展览|预约|约了|理发|演出|见面|团建|开幕',
      'コンサート|ライブ|フェス|マラソン|大会|試合|パーティー|食事会|デート|ピクニック|映画|展覧会|予約|美容院|花火|約束|会う|会い|発表会|忘年会|新年会|お花見',
      '콘서트|페스티벌|마라톤|대회|경기|파티|약속|데이트|소풍|전시회|공연|예약|미용실|모임|저녁 식사|송년회|만나|뮤지컬|영화 보',
    ),
  },
  {
    domain: 'things',
    forms: columns(
      'bought|lost|sold|broke|delivery|car inspection|oil change|service appointment',
      '买了|丢了|卖了|弄丢|快递|保养|年检|提车|摔坏',
      '買った|買いました|なくした|届く|車検|納車|壊れ|売った',
      '샀|잃어버|팔았|배송|택배|차 검사|고장|정비',
    ),
  },
]

/** Cities by their names in four languages, so that 大阪 and Osaka are one place. One row a city. */
export const CITIES: readonly (readonly string[])[] = `
tokyo|东京|東京|도쿄
osaka|大阪|大阪|오사카
kyoto|京都|京都|교토
nara|奈良|奈良|나라
sapporo|札幌|札幌|삿포로
fukuoka|福冈|福岡|후쿠오카
nagoya|名古屋|名古屋|나고야
yokohama|横滨|横浜|요코하마
kobe|神户|神戸|고베
hiroshima|广岛|広島|히로시마
sendai|仙台|仙台|센다이
seoul|首尔|ソウル|서울
busan|釜山|釜山|부산
incheon|仁川|仁川|인천
daegu|大邱|大邱|대구
daejeon|大田|大田|대전
jeju|济州岛|済州島|제주도|제주
beijing|北京|北京|베이징
shanghai|上海|上海|상하이
shenzhen|深圳|深圳|선전
guangzhou|广州|広州|광저우
hangzhou|杭州|杭州|항저우
chengdu|成都|成都|청두
nanjing|南京|南京|난징
suzhou|苏州|蘇州|쑤저우
wuhan|武汉|武漢|우한
xi'an|西安|西安|시안|xian
hong kong|香港|香港|홍콩
taipei|台北|台北|타이베이
singapore|新加坡|シンガポール|싱가포르
bangkok|曼谷|バンコク|방콕
hanoi|河内|ハノイ|하노이
london|伦敦|ロンドン|런던
paris|巴黎|パリ|파리
berlin|柏林|ベルリン|베를린
munich|慕尼黑|ミュンヘン|뮌헨
rome|罗马|ローマ|로마
madrid|马德里|マドリード|마드리드
barcelona|巴塞罗那|バルセロナ|바르셀로나
lisbon|里斯本|リスボン|리스본
amsterdam|阿姆斯特丹|アムステルダム|암스테르담
vienna|维也纳|ウィーン|빈
new york|纽约|ニューヨーク|뉴욕|nyc|new york city
los angeles|洛杉矶|ロサンゼルス|로스앤젤레스|la
san francisco|旧金山|サンフランシスコ|샌프란시스코|sf
seattle|西雅图|シアトル|시애틀
boston|波士顿|ボストン|보스턴
chicago|芝加哥|シカゴ|시카고
toronto|多伦多|トロント|토론토
vancouver|温哥华|バンクーバー|밴쿠버
sydney|悉尼|シドニー|시드니
melbourne|墨尔本|メルボルン|멜버른
moscow|莫斯科|モスクワ|모스크바
dubai|迪拜|ドバイ|두바이`
  .trim()
  .split('\n')
  .map((line) => line.split('|'))

/** The part of a life that words speak of, for tastes, events and questions. */
export const DOMAIN_WORDS: readonly { domain: string; forms: Columns }[] = [
  {
    domain: 'health',
    forms: columns(
      'health|medical|illness|doctor|medicine|allergies|symptoms|sleep|medication',
      '健康|病|身体|医疗|药|过敏|用药',
      '健康|病気|体調|医療|薬|アレルギー',
      '건강|병|질병|의료|약|알레르기|몸 상태',
    ),
  },
  {
    domain: 'food',
    forms: columns(
      'food|eat|drink|diet|meals|cooking|restaurant|sushi|coffee|tea|pizza|ramen|fruit|vegetables|cheese|bread|chocolate|wine|beer|seafood|cilantro|mushrooms|olives|noodles|soup|cake|spicy food|meat|pork|beef|chicken|rice|breakfast|dessert',
      '吃|喝|食物|饮食|菜|咖啡|茶|水果|饭|面|火锅|榴莲|香菜|肉|鱼|蛋糕|甜|辣',
      '食べ|飲み|料理|食事|寿司|ラーメン|コーヒー|紅茶|お茶|肉|魚|野菜|果物|ケーキ|パクチー|納豆|甘い|辛い|ビール|酒|パン',
      '음식|먹|마시|요리|커피|차|과일|초밥|라면|고기|야채|채소|케이크|고수|오이|매운|단 |빵|맥주|술|김치|떡볶이',
    ),
  },
  {
    domain: 'family',
    forms: columns('family|relatives|parents|kids|children', '家人|家庭|亲戚|父母|孩子', '家族|親戚|両親|子供', '가족|친척|부모|아이들'),
  },
  { domain: 'people', forms: columns('friends|people|contacts', '朋友|人际|联系人', '友達|友人|知り合い', '친구|사람들|연락처') },
  {
    domain: 'work',
    forms: columns(
      'work|job|career|company|office|employer|colleagues',
      '工作|职业|公司|上班|同事|职场',
      '仕事|会社|職場|勤務|キャリア',
      '일자리|직장|회사|업무|커리어|직업',
    ),
  },
  {
    domain: 'study',
    forms: columns(
      'study|studies|school|university|education|learning|courses|languages',
      '学习|学校|大学|学业|教育',
      '勉強|学校|大学|学習|教育',
      '공부|학교|대학|학업|교육',
    ),
  },
  {
    domain: 'money',
    forms: columns(
      'money|finances|finance|salary|income|debt|rent|bank|financial',
      '钱|财务|工资|收入|债|房租|银行|经济状况',
      'お金|財政|給料|収入|借金|家賃|銀行',
      '돈|재정|월급|수입|빚|월세|은행|금융',
    ),
  },
  {
    domain: 'home',
    forms: columns(
      'home|house|apartment|address|where i live',
      '家里|住址|地址|房子|住处',
      '家|住所|住まい|住んで',
      '집|주소|사는 곳|거주',
    ),
  },
  {
    domain: 'travel',
    forms: columns('travel|trips|trip|vacation|flights|holidays|hotel', '旅行|旅游|出行|酒店', '旅行|旅|出張|ホテル', '여행|호텔|휴가'),
  },
  {
    domain: 'sport',
    forms: columns(
      'sport|sports|workout|exercise|running|gym|football|soccer|tennis|swimming|hiking|yoga|cycling|basketball|climbing',
      '运动|健身|跑步|足球|篮球|游泳|爬山|瑜伽|羽毛球',
      '運動|スポーツ|筋トレ|サッカー|野球|水泳|ランニング|山登り|登山|ヨガ|テニス',
      '운동|스포츠|헬스|축구|야구|수영|달리기|등산|요가|테니스',
    ),
  },
  {
    domain: 'things',
    forms: columns(
      'belongings|possessions|things i own|my car|passwords|password',
      '物品|东西|车|密码',
      '持ち物|車|パスワード',
      '물건|소지품|자동차|비밀번호',
    ),
  },
  {
    domain: 'leisure',
    forms: columns(
      'hobbies|hobby|music|movies|films|books|games|preferences|tastes|jazz|favorites|favourites',
      '爱好|兴趣|音乐|电影|书|游戏|喜好|口味|偏好',
      '趣味|音楽|映画|本|ゲーム|好み',
      '취미|음악|영화|책|게임|취향|선호',
    ),
  },
  { domain: 'apps', forms: columns('apps|app settings', '应用', 'アプリ', '앱') },
]

/** Words of time: where one stands, the readers of dates are asked. They are cut out of values too. */
export const TIMES: Columns = columns(
  'today|tonight|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|weekend|month|year|ago|last night|christmas|new year|spring|summer|autumn|winter|morning|evening|afternoon|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|in two days|fortnight',
  '今天|昨天|明天|前天|后天|今晚|昨晚|周|星期|礼拜|月|年|号|天前|天后|上午|下午|早上|晚上|元旦|圣诞|国庆|春节|週|日',
  '今日|昨日|明日|一昨日|明後日|おととい|あさって|今晩|昨夜|昨晩|週|曜|月|年|日|午前|午後|朝|夜|夕方|クリスマス|正月',
  '오늘|어제|내일|그제|그저께|모레|요일|주|달|월|년|해|일|오전|오후|아침|저녁|밤|크리스마스|설날|추석|주말',
)
