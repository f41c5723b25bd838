/**
 * Which field an order goes by, and which way, where it is said by a quality and not by name: "cheapest" is little money,
 * 怖い順 much of 怖さ, 많이 거둔 순 much of what was harvested. A row is a quality, what has more of it, what has less.
 */
import { unitOf } from '../../base/language/units.ts'
import { contentStems, fold, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field } from '../../spec.ts'
import { mainOf } from './clause.ts'

type Fits = (field: Field) => boolean
type Quality = { more: RegExp; less: RegExp; of: Fits[] }

const kind =
  (...kinds: Field['kind'][]): Fits =>
  (field) =>
    kinds.includes(field.kind)
const measured: Fits = kind('money', 'number', 'quantity', 'duration', 'rating', 'computed')
const called =
  (words: RegExp): Fits =>
  (field) =>
    measured(field) && words.test(fold(`${field.id} ${field.concept ?? ''} ${field.label}`))
const inUnitsOf =
  (dimension: string): Fits =>
  (field) =>
    field.kind === 'quantity' && unitOf(field.unit)?.dimension === dimension

/** More of it is worse. */
const BADNESS = /severity|pain|fear|stress|stain|wear|怖|痛|辛さ|恐|严重|疼|つらさ|ストレス|심각|통증|무서움|공포|스트레스/
const isBad: Fits = (field) => BADNESS.test(fold(`${field.id} ${field.label}`))
const DAY: Fits[] = [
  (field) => /^date/.test(field.kind) && field.default === undefined,
  kind('date', 'datetime'),
  called(/year|연식|년도|年式|年份/),
]

/** Most particular first: 키 큰 is of the height before 큰 is of the size. */
const QUALITIES: Quality[] = [
  {
    more: /\b(?:dear|expensive|pric(?:e?y|iest)|cost(?:ly|liest)|dearest)\b|贵|(?:値段|値)の?(?:張|は)|비싼|비싸|많이 (?:쓴|든)|돈 많이/,
    less: /\b(?:cheap(?:er|est)?|affordable)\b|便宜|安い|安か|(?<!비)싼|(?<!비)싸게|저렴|덜 (?:쓴|든)/,
    of: [kind('money'), called(/price|cost|价|値段|가격/)],
  },
  {
    more: /\b(?:thick(?:est)?|most pages)\b|厚|두꺼운/,
    less: /\b(?:thin(?:nest)?|fewest pages)\b|薄|얇은/,
    of: [called(/page|页|ページ|쪽|페이지/), kind('number', 'quantity')],
  },
  {
    more: /\b(?:heav(?:y|iest))\b|重い|重た|重量大|重的|最重|무거운|많이 나가/,
    less: /\b(?:light(?:est)?)\b|軽い|轻的|最轻|가벼운/,
    of: [inUnitsOf('mass'), called(/weight|重|무게|중량/), kind('quantity', 'number')],
  },
  {
    more: /\b(?:tall(?:est)?|high(?:est)? up)\b|背の?高|最高的|키 ?(?:큰|크)|높이 ?자란/,
    less: /\bshortest plants?\b|背の?低|키 ?(?:작|낮)/,
    of: [called(/height|高|키|높이/), inUnitsOf('length')],
  },
  {
    more: /\b(?:hard(?:est)?|tough(?:est)?|difficult|trickiest)\b|难|難し|難易度の?高|어려운|어렵|힘든/,
    less: /\b(?:eas(?:y|iest)|simplest)\b|简单|容易|易し|簡単|쉬운|쉽|만만/,
    of: [called(/difficult|level|hard|难|難|レベル|난이도|난도/), kind('rating')],
  },
  {
    more: /\b(?:worst|severe(?:st)?|most (?:painful|severe)|scariest|nastiest)\b|严重|厉害|ひど|酷い|怖|恐|痛い|심한|심했|아팠|무서/,
    less: /\b(?:mild(?:est)?|least (?:painful|severe))\b|(?:轻微|不严重)|まし|軽かった|덜 (?:아|심|무서)/,
    of: [isBad],
  },
  {
    more: /\b(?:best|favou?rites?|top[- ]rated|highest[- ]rated|loved|most (?:fun|loved|liked|enjoyed)|tastiest|loveliest|nicest)\b|好(?:看|吃|玩|喝|评|的)|最好|喜欢|最爱|棒|(?:出来|評判|評価)が?(?:いい|良い|よ)|お気に入り|好き|(?:いい|良い|よかった|良かった|面白|おもしろ|おいし|美味し|楽し)|재밌|재미있|좋았|좋은|좋아|맛있|잘 (?:된|한|쓴)|최고|마음에 든/,
    less: /\b(?:worst|least favou?rite|lowest[- ]rated|dullest|most boring)\b|差(?:的|劲|评)|难看|难吃|最烂|不喜欢|つまらな|悪い|イマイチ|まず|별로|나쁜|재미없|맛없|최악/,
    of: [(field) => field.kind === 'rating' && !isBad(field), called(/score|rating|point|评分|分数|得分|評価|点数|점수|평점/), isBad],
  },
  {
    more: /\b(?:ne(?:w|west)|most recent|recent|latest|late(?:st)?)\b|最近|最新|新的?|晚|近期|新しい|最近|遅い|遅く|直近|최신|최근|새로운|늦게|늦은|나중/,
    less: /\b(?:old(?:est)?|earl(?:y|iest)|soon(?:est)?|nearest|next|due|urgent|expir\w*|go(?:es|ing)? off)\b|旧|早|快到期|快过期|临近|马上|急|先到|古い|古か|早い|早く|近い|近く|期限の?(?:近|迫)|急ぎ|切れそう|오래된|이른|일찍|빠른|가까운|급한|임박|얼마 안 남은 (?:날|거|것|순)|먼저 (?:끝|상|만료)/,
    of: DAY,
  },
  {
    more: /\b(?:far(?:thest)?|furthest)\b|远|遠い|먼|많이 (?:탄|달린|뛴|걸은)|오래 탄/,
    less: /\b(?:near|nearest|closest|close to)\b|近的|近い|가까운|덜 (?:탄|달린|뛴)|적게 탄/,
    of: [inUnitsOf('length'), called(/distance|mileage|odo|km|距离|公里|里程|走行|距離|거리|주행/), kind('duration')],
  },
  {
    more: /\b(?:fast(?:est)?|quick(?:est)?)\b|速い|快的|最快|빠른/,
    less: /\b(?:slow(?:est)?)\b|遅い|慢的|最慢|느린/,
    of: [called(/speed|tempo|bpm|pace|速|スピード|テンポ|속도|템포/)],
  },
  {
    more: /\b(?:long(?:est)?)\b|久|最长|时间长|長い|長か|오래|긴 /,
    less: /\b(?:short(?:est)?|quick(?:est)?|fast(?:est)?)\b|最短|时间短|快的|短い|短か|速い|짧은|금방|빨리/,
    of: [kind('duration'), inUnitsOf('time'), inUnitsOf('length'), called(/word|page|length|字数|文字|页|ページ|글자|분량|쪽/)],
  },
  {
    more: /\b(?:sold|sell)\w*\b|卖得|売れ|팔린|많이 판/,
    less: /\b(?:unsold|least sold)\b|卖不|덜 팔/,
    of: [called(/sold|sales|卖|売|판매/), kind('number')],
  },
  {
    more: /\b(?:earn\w*|profit\w*|takings)\b|赚|挣|稼|儲|번 |벌/,
    less: /\bleast earn\w*\b|亏/,
    of: [called(/profit|income|earn|taking|利|收|赚|売上|利益|収|수입|이익|매출/), kind('money')],
  },
  {
    more: /\bharvest\w*\b|收得|采得|採れ|収穫|거둔|거두|수확/,
    less: /\bleast harvest\w*\b/,
    of: [called(/yield|harvest|产量|收成|収量|収穫量|수확량/), kind('quantity')],
  },
  {
    more: /\b(?:plenty|well stocked)\b|够用|残りが?多|넉넉/,
    less: /\b(?:nearly|almost|about to be) (?:gone|out|finished|empty)\b|\brunning (?:low|out)\b|\bleast left\b|快没|快用完|剩得?少|不多了|なくなりそう|残り(?:が)?(?:少|わずか)|얼마 안 남|부족한|거의 다/,
    of: [called(/left|stock|quantity|amount|remain|剩|库存|数量|残|在庫|個数|재고|수량|남은/), kind('number', 'quantity')],
  },
]

/** More and less of whatever is named or measured. */
const MORE =
  /\b(?:highest|high to low|most|largest|biggest|greatest|strongest|descending|top|best|worst)\b|从[高大多长重]到|高(?:的|到低)|大的|多的|最[高大多]|得多|降序|倒序|高い|高か|大き|多い|多か|強い|降順|높은|높게|큰|많은|많이|강한|내림차순|센 /
const LESS =
  /\b(?:lowest|low to high|least|fewest|smallest|weakest|ascending)\b|从[低小少短轻]到|低的|小的|少的|最[低小少]|升序|正序|低い|低か|小さ|少な|弱い|昇順|낮은|낮게|작은|적은|적게|덜 |오름차순|약한/

export type Ordering = { field: Field; descending: boolean /** 1 by name, less by what is measured */; score: number }

/** `named`: the field that is said; null where nothing says what to order by. */
export function orderingOf(low: string, collection: Collection, named: Field | undefined): Ordering | null {
  const fields = visibleFields(collection)
  const said = QUALITIES.flatMap((quality) => {
    const [less, more] = [low.search(quality.less), low.search(quality.more)]
    // "most expensive to cheapest" begins with what comes first.
    return less >= 0 || more >= 0 ? [{ quality, less: less >= 0 && (more < 0 || less < more) }] : []
  })
  const of = (descending: boolean, field: Field | undefined, score: number) => (field ? { field, descending, score } : null)
  if (named) return of(fallingBy(low, named, said), named, 1)
  const alike = byAdjective(low, fields)
  if (alike) return of(!LESS.test(low) && !NEGATED.test(low), alike, 0.95)
  for (const { quality, less } of said) {
    const field = quality.of.flatMap((fits) => fields.find(fits) ?? [])[0]
    // "best" of what is bad is the least of it.
    const inverted = field !== undefined && isBad(field) && !quality.of.includes(isBad)
    const few = less || (LESS.test(low) && !MORE.test(low))
    const best = field && isBad(field) && BEST.test(low)
    if (field) return of(best ? false : inverted ? true : !few, field, 0.9)
  }
  if (MORE.test(low) || LESS.test(low)) return of(!LESS.test(low), mainOf(collection), said.length ? 0.6 : 0.75)
  return null
}
/** 怖くないのから: the least of it. */
const NEGATED = /くない|くなかった|不(?:太|那么|怎么)|没那么|\b(?:not so|least|less)\b|덜 |안 [가-힣]/
const BEST = /\b(?:best|good|mildest)\b|最好|好的|いい|良い|좋은|좋았/

function fallingBy(low: string, field: Field, said: { quality: Quality; less: boolean }[]): boolean {
  const about = said.find(({ quality }) => quality.of.some((fits) => fits(field)))
  const bad = isBad(field)
  if (bad && /\bworst\b|ひど|最悪|심한|严重/.test(low)) return true
  if (bad && BEST.test(low)) return false
  if (about) return !about.less
  if (MORE.test(low)) return true
  if (LESS.test(low)) return false
  return field.kind === 'rating' || (/^date/.test(field.kind) && field.default !== undefined)
}

/** 怖い for 怖さ, 甘い順 for 甘さ, "scariest" for “How scary”, 辣的 for 辣度: a label made of the adjective that is said. */
function byAdjective(low: string, fields: readonly Field[]): Field | undefined {
  const rated = fields.filter(measured)
  const han = rated.find(({ label }) => {
    const stem = /^([\p{Script=Han}]{1,3})(?:さ|み|度|加減|程度)$/u.exec(fold(label))?.[1]
    return stem !== undefined && new RegExp(`${stem}(?:い|か|く|的|得|最|$)|最${stem}`, 'u').test(low)
  })
  if (han) return han
  const superlatives = [...low.matchAll(/\b([a-z]{3,})(?:i?est|er)\b|\b(?:most|least) ([a-z]{4,})/g)].map((hit) =>
    (hit[1] ?? hit[2])!.slice(0, 5),
  )
  return rated.find(({ label }) =>
    contentStems(label).some((stem) => superlatives.some((said) => said.length > 3 && stem.startsWith(said.slice(0, 4)))),
  )
}
