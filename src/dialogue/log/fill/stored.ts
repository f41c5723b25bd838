/** Where things are kept at home, said as a bare word: 牛奶 冷藏, "fern, bedroom", 만두 3개 냉동실. */
import type { Reading, Span } from '../../../base/language/types.ts'

const WHERE: string =
  'fridge|freezer|pantry|cupboard|cabinet|shelf|drawer|cellar|basement|attic|garage|shed|kitchen|bathroom|bedroom|living room|dining room|hallway|hall|office|study|nursery|balcony|porch|patio|garden|greenhouse|closet|wardrobe|laundry room|spare room|冷藏室?|冷冻室?|冰箱|冷柜|常温|室温|橱柜|柜子|抽屉|厨房|客厅|卧室|主卧|次卧|书房|阳台|浴室|卫生间|储物间|储藏室|车库|阁楼|地下室|玄关|院子|餐厅|冷蔵庫?|冷凍庫?|野菜室|チルド室?|常温|戸棚|食器棚|棚|引き出し|台所|キッチン|リビング|居間|寝室|書斎|ベランダ|浴室|洗面所|玄関|押し入れ|クローゼット|物置|倉庫|車庫|庭|子供部屋|냉장실?|냉장고|냉동실?|냉동고|실온|상온|찬장|선반|서랍|부엌|주방|거실|침실|안방|작은방|서재|베란다|발코니|욕실|화장실|현관|창고|다용도실|차고|옷장|마당'
const STORED = new RegExp(
  `(?<=[\\s,，、;；到进をは]|\\d[\\p{L}]{0,2})(?:the )?((?:top |bottom |upper |lower |second |master )?(?:${WHERE}))(?:(?=\\s*(?:[,，、;；.。]|$|\\s)|了?$)|(?:으로|로|에|에다)(?=\\s)|[にへ](?=\\p{Script=Han}))`,
  'iu',
)

/** Never the first word: that is what is kept. */
export function storedIn(reading: Reading): Span | undefined {
  const found = reading.text.length <= 120 ? STORED.exec(reading.text) : null
  if (!found || reading.values.some((value) => found.index < value.end && found.index + found[0].length > value.start)) return undefined
  return { start: found.index, end: found.index + found[0].length, text: found[1]! }
}
