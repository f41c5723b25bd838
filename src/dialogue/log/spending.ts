/** Which kind of spending a thing is: a lunch is food, a bus is transport, by whatever names a person gave the kinds. */
import { fold, has } from '../../base/resolve.ts'
import type { Field } from '../../spec.ts'

type Kind = { names: string[]; things: string[] /** The wider kind it is part of. */; within?: string }
const kind = (names: string, things: string, within?: string): Kind => ({
  names: names.split('|').map(fold),
  things: things.split('|').filter(Boolean).map(fold),
  ...(within && { within }),
})

/** In four languages: what people call a kind, and what they spend on in it. A narrow kind is part of a wide one. */
const KINDS: Record<string, Kind> = {
  food: kind('food|meals|eating|餐饮|饮食|伙食|吃喝|吃饭|食物|食品|食費|食事|飲食|食べ物|식비|식사|음식|먹거리|밥값', ''),
  groceries: kind(
    'groceries|grocery|supermarket|买菜|食材|生鲜|超市|食料品|スーパー|自炊|장보기|마트|식재료|식료품',
    'supermarket|groceries|vegetables|fruit|bread|milk|eggs|rice|meat|chicken|fish|cheese|butter|pasta|tesco|aldi|lidl|walmart|costco|超市|买菜|菜|水果|牛奶|鸡蛋|大米|面包|猪肉|牛肉|鸡肉|スーパー|野菜|果物|牛乳|卵|お米|パン|肉|魚|豆腐|마트|장보기|장 본|채소|과일|우유|계란|쌀|빵|고기|생선|반찬',
    'food',
  ),
  dining: kind(
    'eating out|dining|dining out|restaurants?|takeaway|takeout|外食|餐厅|外卖|下馆子|聚餐|レストラン|외식|배달|식당',
    'breakfast|brunch|lunch|dinner|supper|restaurant|takeaway|takeout|pizza|burger|sushi|ramen|noodles|sandwich|curry|tacos|kebab|bbq|早饭|早餐|午饭|午餐|晚饭|晚餐|夜宵|宵夜|外卖|聚餐|火锅|烧烤|面条|盒饭|麻辣烫|披萨|汉堡|朝食|昼食|夕食|朝ごはん|昼ごはん|晩ごはん|夕飯|ランチ|ディナー|外食|弁当|ラーメン|うどん|そば|カレー|寿司|牛丼|定食|ピザ|居酒屋|아침밥|점심|저녁|외식|배달|도시락|라면|국밥|김밥|치킨|피자|분식|삼겹살|밥값|식당',
    'food',
  ),
  drinks: kind(
    'drinks?|coffee|cafes?|snacks?|咖啡|饮料|奶茶|零食|飲み物|カフェ|コーヒー|お菓子|おやつ|음료|카페|커피|간식',
    'coffee|latte|cappuccino|espresso|tea|juice|soda|snack|cake|ice cream|cookies?|chocolate|starbucks|咖啡|拿铁|奶茶|饮料|果汁|零食|蛋糕|冰淇淋|巧克力|コーヒー|カフェ|ラテ|紅茶|ジュース|お菓子|おやつ|ケーキ|アイス|チョコ|スタバ|커피|라떼|아메리카노|음료|주스|과자|간식|케이크|아이스크림|초콜릿|스타벅스',
    'food',
  ),
  alcohol: kind(
    'alcohol|bars?|pubs?|drinking|酒|酒水|酒代|飲み会|飲み代|술|술값|유흥',
    'beer|wine|whisky|cocktail|pub|bar|啤酒|红酒|白酒|酒吧|ビール|ワイン|居酒屋|飲み会|焼酎|맥주|소주|와인|술|막걸리|회식',
    'food',
  ),
  transport: kind(
    'transport|transportation|transit|travel|commute|commuting|car|getting around|交通|出行|通勤|车费|交通費|移動|交通机关|교통|교통비|차비|이동',
    'bus|train|subway|underground|tube|metro|taxi|uber|lyft|tram|fare|ticket home|petrol|fuel|gas station|parking|toll|公交|地铁|打车|出租车|滴滴|高铁|火车|加油|停车|车票|单车|バス|電車|地下鉄|タクシー|新幹線|ガソリン|駐車|定期券|高速代|切符|버스|지하철|택시|기차|전철|주유|기름값|주차|톨비|교통카드|KTX',
  ),
  home: kind(
    'home|house|housing|household|rent|住房|居住|房租|家庭|家居|住居|住居費|家賃|주거|주거비|월세|집',
    'rent|mortgage|房租|房贷|物业|家賃|住宅ローン|管理費|월세|전세|관리비',
  ),
  utilities: kind(
    'utilities|bills|phone|internet|水电|水电费|账单|话费|通讯|光熱費|水道光熱費|公共料金|通信費|공과금|관리비|통신비|요금',
    'electricity|water bill|gas bill|internet|broadband|phone bill|electric bill|heating|电费|水费|燃气|煤气|话费|宽带|网费|电话费|電気代|水道代|ガス代|スマホ代|通信費|ネット代|携帯代|전기|수도|가스비|가스요금|인터넷|휴대폰 요금|통신비',
    'home',
  ),
  daily: kind(
    'daily necessities|toiletries|supplies|household goods|日用|日用品|生活用品|生活|日用雑貨|雑貨|생필품|생활용품|생활',
    'toothpaste|shampoo|soap|detergent|toilet paper|tissues|cleaning|纸巾|牙膏|洗发水|洗衣液|沐浴露|垃圾袋|洗剤|シャンプー|トイレットペーパー|ティッシュ|歯磨き粉|ゴミ袋|휴지|샴푸|치약|세제|비누|물티슈',
    'shopping',
  ),
  clothes: kind(
    'clothes|clothing|fashion|衣服|服装|服饰|穿着|服|衣類|洋服|被服費|ファッション|옷|의류|패션',
    'shirt|t-shirt|jeans|dress|jacket|coat|shoes|sneakers|boots|socks|hat|鞋|裤子|衣服|裙子|外套|袜子|帽子|靴|シャツ|ズボン|スカート|コート|靴下|帽子|신발|바지|셔츠|치마|코트|양말|모자|운동화',
    'shopping',
  ),
  shopping: kind('shopping|购物|网购|买东西|買い物|ショッピング|쇼핑', 'amazon|taobao|淘宝|京东|拼多多|アマゾン|楽天|쿠팡'),
  health: kind(
    'health|medical|doctor|pharmacy|wellness|健康|医疗|看病|医药|医療|医療費|病院|건강|의료|병원|병원비|의료비',
    'doctor|dentist|pharmacy|medicine|hospital|prescription|vitamins|glasses|医院|看病|药|牙医|体检|眼镜|病院|歯医者|薬|診察|検診|眼鏡|병원|치과|약국|약값|진료|검진|안경',
  ),
  beauty: kind(
    'beauty|hair|grooming|美容|理发|护肤|美容院|化粧品|コスメ|미용|뷰티|화장품',
    'haircut|hairdresser|nails|makeup|salon|skincare|理发|剪发|美甲|护肤|口红|散髪|美容院|カット代|ネイル|化粧|미용실|머리|네일|화장품',
  ),
  fun: kind(
    'fun|entertainment|leisure|going out|hobby|hobbies|games|娱乐|休闲|玩|游戏|爱好|娯楽|遊び|趣味|レジャー|交際|문화|여가|오락|취미|문화생활',
    'cinema|movies?|film|concert|theatre|theater|museum|game|games|netflix|spotify|karaoke|bowling|festival|books?|电影|电影票|演唱会|游戏|唱歌|门票|密室|展览|映画|カラオケ|ゲーム|ライブ|コンサート|漫画|美術館|영화|노래방|게임|콘서트|공연|전시|넷플릭스|만화',
  ),
  sport: kind(
    'sports?|fitness|gym|exercise|运动|健身|スポーツ|運動|ジム|운동|헬스',
    'gym|yoga|pool|swimming|tennis|健身房|瑜伽|游泳|ジム|ヨガ|プール|헬스장|요가|수영|필라테스',
    'fun',
  ),
  learning: kind(
    'education|learning|study|books|courses?|school|教育|学习|书|书籍|培训|教育費|書籍|本|勉強|学び|교육|학습|책|도서|학원비',
    'book|books|course|tuition|textbook|lesson|class|书|课程|学费|教材|补习|本|参考書|授業料|塾|レッスン|교재|책|학원|수강료|강의',
  ),
  gifts: kind(
    'gifts?|presents?|social|charity|donations?|礼物|人情|送礼|社交|红包|プレゼント|贈り物|交際費|冠婚葬祭|선물|경조사|모임',
    'present|gift|flowers|wedding|birthday|donation|礼物|红包|份子钱|鲜花|プレゼント|ご祝儀|香典|お土産|花束|선물|축의금|부의금|꽃다발|생일',
  ),
  children: kind(
    'kids?|children|child|baby|孩子|宝宝|育儿|子ども|子供|育児|こども|아이|육아|자녀',
    'nappies|diapers|toys?|daycare|nursery|school trip|尿布|奶粉|玩具|幼儿园|おむつ|粉ミルク|おもちゃ|保育|기저귀|분유|장난감|어린이집',
  ),
  pets: kind(
    'pets?|cats?|dogs?|宠物|猫|狗|ペット|반려동물|고양이|강아지',
    'vet|cat food|dog food|litter|猫粮|狗粮|猫砂|宠物医院|キャットフード|ドッグフード|猫砂|動物病院|사료|모래|동물병원|간식캔',
  ),
  trips: kind(
    'travel|trips?|holidays?|vacation|旅行|旅游|出差|旅費|여행|출장',
    'hotel|flight|hostel|airbnb|plane ticket|机票|酒店|民宿|ホテル|航空券|宿|飛行機|호텔|항공권|숙소|비행기',
  ),
}
const ids = Object.keys(KINDS)

type Choice = Extract<Field, { kind: 'choice' }>
/** The option that a thing falls under, or undefined where none does or two do alike. */
export function kindOf(thing: string, options: Choice['options']): string | undefined {
  const low = fold(thing)
  const found = ids.filter((id) => has(low, KINDS[id]!.things))
  if (!found.length) return undefined
  const called = (id: string) => options.filter((option) => isCalled(fold(option.label), id))
  for (const narrow of [found, found.flatMap((id) => KINDS[id]!.within ?? [])]) {
    const fitting = [...new Set(narrow.flatMap(called))]
    if (fitting.length === 1) return fitting[0]!.id
    if (fitting.length > 1) return undefined
  }
  return undefined
}
const PARTS = /\s*(?:[&/・·、,，+]|\band\b)\s*/
/** Chinese, Japanese and Korean names run together with other words: 日常餐饮. */
const isCalled = (label: string, id: string): boolean =>
  KINDS[id]!.names.some(
    (name) =>
      label.split(PARTS).some((part) => new RegExp(`^(?:${name})$`).test(part)) ||
      (/^[^\x20-\x7e]{2,}$/.test(name) && label.includes(name)),
  )
