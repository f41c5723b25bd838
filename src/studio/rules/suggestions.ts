/** What a packing list, a wheel, a decision or a chore list starts with when the person named nothing. */
import type { Frame } from '../frame/types.ts'
import { t, type Words } from './words.ts'

const list = (lines: string): Words[] => lines.trim().split('\n').map(t)

const BASICS = list(`
Passport or ID / 身份证或护照 / 身分証・パスポート / 신분증·여권
Phone charger / 手机充电器 / 充電器 / 충전기
Wallet / 钱包 / 財布 / 지갑
Underwear / 内衣 / 下着 / 속옷
Socks / 袜子 / 靴下 / 양말
Tops / 上衣 / トップス / 상의
Trousers / 裤子 / ズボン / 바지
Pyjamas / 睡衣 / パジャマ / 잠옷
Toothbrush and toothpaste / 牙刷牙膏 / 歯ブラシ・歯みがき粉 / 칫솔·치약
Toiletries / 洗漱用品 / 洗面用具 / 세면도구
Medicine / 常用药 / 常備薬 / 상비약
`)
const KINDS: [RegExp, Words[]][] = [
  [
    /beach|sea\b|island|okinawa|hawaii|bali|phuket|cancun|maldives|tropic|summer|swim|海边|海岛|三亚|冲绳|海南|马尔代夫|普吉|夏|海|ハワイ|グアム|제주|해변|바다|여름|오키나와|괌|발리|다낭/,
    list(
      'Swimwear / 泳衣 / 水着 / 수영복\nSunscreen / 防晒霜 / 日焼け止め / 선크림\nSunglasses / 太阳镜 / サングラス / 선글라스\nHat / 帽子 / 帽子 / 모자\nSandals / 凉鞋 / サンダル / 샌들',
    ),
  ],
  [
    /iceland|norway|finland|ski|snow|winter|alaska|hokkaido|cold|冬|雪|哈尔滨|北海道|滑|冰|スキー|スノボ|겨울|스키|홋카이도|눈/,
    list(
      'Warm coat / 羽绒服 / コート / 두꺼운 외투\nGloves / 手套 / 手袋 / 장갑\nWarm hat / 保暖帽 / ニット帽 / 털모자\nThermals / 保暖内衣 / ヒートインナー / 내복\nHand warmers / 暖宝宝 / カイロ / 핫팩',
    ),
  ],
  [
    /camp|hik|trek|露营|徒步|登山|爬山|キャンプ|登山|ハイキング|캠핑|등산|트레킹/,
    list(
      'Tent / 帐篷 / テント / 텐트\nSleeping bag / 睡袋 / 寝袋 / 침낭\nTorch / 手电筒 / ライト / 손전등\nWater bottle / 水壶 / 水筒 / 물병\nRain jacket / 雨衣 / レインウェア / 우비\nFirst-aid kit / 急救包 / 救急セット / 구급상자',
    ),
  ],
  [
    /kid|child|baby|toddler|family|孩子|宝宝|小孩|亲子|子供|子ども|赤ちゃん|家族|아이|아기|가족/,
    list(
      'Snacks for the kids / 孩子零食 / 子どものおやつ / 아이 간식\nToys and books / 玩具绘本 / おもちゃ・絵本 / 장난감·책\nWet wipes / 湿巾 / ウェットティッシュ / 물티슈\nSpare clothes for the kids / 孩子备用衣服 / 子どもの着替え / 아이 여벌 옷',
    ),
  ],
  [
    /business|conference|work trip|出差|出張|출장/,
    list(
      'Laptop and charger / 笔记本电脑和充电器 / ノートPCと充電器 / 노트북과 충전기\nBusiness cards / 名片 / 名刺 / 명함\nFormal clothes / 正装 / スーツ / 정장',
    ),
  ],
  [
    /hospital|birth|住院|待产|入院|出産|입원|출산/,
    list('Insurance card / 医保卡 / 保険証 / 보험증\nSlippers / 拖鞋 / スリッパ / 슬리퍼\nTissues / 纸巾 / ティッシュ / 휴지'),
  ],
  [/gym|健身|ジム|헬스/, list('Trainers / 运动鞋 / 運動靴 / 운동화\nTowel / 毛巾 / タオル / 수건')],
  [
    /abroad|europe|japan|paris|london|italy|lisbon|iceland|usa|overseas|出国|国外|日本|欧洲|海外|해외|유럽|일본/,
    list('Plug adapter / 转换插头 / 変換プラグ / 어댑터\nTravel insurance / 旅行保险 / 旅行保険 / 여행자 보험'),
  ],
]

export function packingFor(frame: Frame): string[] {
  const extra = KINDS.filter(([pattern]) => pattern.test(frame.low)).flatMap(([, words]) => words)
  return [...new Set([...BASICS, ...extra].map((words) => words[frame.language]))].slice(0, 40)
}

const MEALS = list(
  'Curry / 咖喱饭 / カレー / 카레\nNoodles / 面条 / ラーメン / 국수\nPizza / 披萨 / ピザ / 피자\nSushi / 寿司 / 寿司 / 초밥\nSalad / 沙拉 / サラダ / 샐러드\nFried rice / 炒饭 / チャーハン / 볶음밥\nSoup and bread / 汤和面包 / スープとパン / 김치찌개',
)
const CHORES = list(
  'Dishes / 洗碗 / 皿洗い / 설거지\nVacuuming / 吸尘 / 掃除機がけ / 청소기\nLaundry / 洗衣服 / 洗濯 / 빨래\nRubbish / 倒垃圾 / ゴミ出し / 쓰레기 버리기\nBathroom / 打扫卫生间 / 風呂掃除 / 화장실 청소',
)
const CRITERIA = list('Price / 价格 / 価格 / 가격\nQuality / 质量 / 品質 / 품질\nConvenience / 便利 / 便利さ / 편리함')
const YESNO = list('Yes / 是 / はい / 예\nNo / 否 / いいえ / 아니요')

export const mealsFor = (frame: Frame) => MEALS.map((words) => words[frame.language])
export const choresFor = (frame: Frame) => CHORES.map((words) => words[frame.language])
export const criteriaFor = (frame: Frame) => CRITERIA.map((words) => words[frame.language])
export const yesNoFor = (frame: Frame) => YESNO.map((words) => words[frame.language])
export const aboutFood = (low: string) =>
  /eat|dinner|lunch|meal|food|restaurant|cook|吃|菜|饭|餐|食|飯|ランチ|ごはん|메뉴|점심|저녁|먹|밥/.test(low)
