/**
 * What limits a value: words before it ("at most", 不超过, 최대) or after it (以内, まで, 이하), and how often the
 * limit counts anew ("a month", 月に, 한 달에). The reading of a bound covers its words, its value and its period.
 */
import type { PeriodUnit } from '../../spec.ts'
import type { Found, Read } from './types.ts'
import { lower, rows, words } from './words.ts'

type Op = 'most' | 'least' | 'about'

const BEFORE = words<Op>([
  ...rows(
    "exceed|not exceed|don't exceed|do not exceed|never exceed|not exceeding|without exceeding|at most|up to|no more than|not more than|not over|not to exceed|under|below|less than|fewer than|max|max.|maximum|maximum of|a max of|max of|a maximum of|limit|limit of|a limit of|limit is|limit to|limited to|limit at|cap of|cap|cap at|capped at|capped to|a cap of|budget|budget of|a budget of|budget is|budgeted|within|stay under|keep under|keep it under|keep below|spending limit of|spend less than|only up to|<|<=|≤|≦|warn at|warn me at|warn me over|when over|over budget at|ceiling of",
    'most',
  ),
  ...rows(
    '不超过|不超過|不能超过|别超过|不要超过|不得超过|不多于|不高于|最多|至多|顶多|上限|上限是|上限为|上限設|上限设为|限额|限额是|限额为|额度|限制在|限制为|控制在|预算|預算|预算是|预算为|预算在|总预算|低于|少于|小于|不到|最高|封顶|不大于',
    'most',
  ),
  ...rows('上限は|予算は|予算|予算が|上限が|最大|最大で|最高|最高で|多くても|せいぜい|目安上限|限度|限度額は|限度額', 'most'),
  ...rows('최대|최대한|많아야|상한|상한은|한도|한도는|한도가|예산|예산은|예산이|예산을|제한|최고|기껏해야', 'most'),
  ...rows(
    'at least|no less than|not less than|minimum|minimum of|a minimum of|min|min.|min of|more than|over|above|or more than|exceeding|>|>=|≥|≧|aim for|target of|goal of|a goal of|goal is|goal|a target of|target',
    'least',
  ),
  ...rows('至少|最少|最低|起码|不少于|不低于|多于|超过|超過|高于|大于|目标|目标是|目标为|每天目标', 'least'),
  ...rows('少なくとも|最低|最低でも|最低限|最小|目標|目標は', 'least'),
  ...rows('최소|최소한|적어도|최저|목표|목표는', 'least'),
  ...rows(
    'about|around|roughly|approximately|approx|approx.|some|circa|~|大约|大概|约|約|差不多|左右|おおよそ|およそ|だいたい|大体|ざっと|약|대략|한 |거의',
    'about',
  ),
])

const AFTER = words<Op>([
  ...rows(
    'or less|or fewer|or under|or below|max|maximum|at most|tops|limit|cap|budget|at the most|or cheaper|or lower|spending limit',
    'most',
  ),
  ...rows('以内|以下|之内|内|封顶|为上限|的上限|上限|的预算|预算|預算|的限额|的额度', 'most'),
  ...rows('まで|以内|以下|未満|上限|が上限|を上限|を限度|の予算|予算|までに抑えて|までに抑え|に抑えて|に抑え|以内に抑え|の上限', 'most'),
  ...rows(
    '이하|이하로|이내|이내로|까지|까지만|미만|한도|상한|을 한도|예산|예산으로|안으로|안에|넘지 않게|을 넘지 않게|를 넘지 않게|이 넘지 않게|가 넘지 않게|넘으면|이 넘으면|을 넘으면|를 넘으면|가 넘으면|초과하면',
    'most',
  ),
  ...rows(
    'を超えたら|を超えたとき|を超えた時|を超えると|を超えそう|超えたら|を超えないように|を超えない|を越えたら|をオーバーしたら|就提醒我|就提醒|就警告|时提醒',
    'most',
  ),
  ...rows('or more|or over|or above|or higher|minimum|at least|at the least|plus|and up|and above', 'least'),
  ...rows('以上|及以上|起|打底|以上の|は|いじょう|이상|이상은|이상씩|넘게', 'least'),
  ...rows('or so|左右|上下|くらい|ぐらい|ほど|程度|前後|정도|쯤|가량|내외|안팎', 'about'),
])
/** "when it goes over 5000", を超えたら, 超过就提醒: passing it is what a limit warns of. */
const PASSED = /^(?:を|が)?(?:超え|こえ|オーバー)|^(?:就|时)?(?:提醒|警告|报警)|^ ?(?:을|를|이|가)? ?(?:넘|초과)/
const WARNS = /超え|オーバー|警告|アラート|提醒|警告|提示|통지|알려|알림|경고|warn|alert|notify|tell me|let me know|넘/i

const PLAIN = new Set(['number', 'money', 'quantity', 'count', 'duration', 'percent', 'range'])

/** Wraps the chosen values that a bound applies to; `every` readings next to them become their period. */
export function applyBounds(text: string, values: Found[]): Found[] {
  const low = lower(text)
  const out: Found[] = []
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!PLAIN.has(value.read.kind)) {
      out.push(value)
      continue
    }
    const floor = out.at(-1)
    const next = values[i + 1]
    const bound = boundOf(text, low, value, floor, next)
    if (!bound) {
      out.push(value)
      continue
    }
    if (bound.tookPrevious) out.pop()
    if (bound.tookNext) i++
    out.push(bound.found)
  }
  return out
}

type Bound = { found: Found; tookPrevious: boolean; tookNext: boolean }

function boundOf(text: string, low: string, value: Found, previous: Found | undefined, next: Found | undefined): Bound | undefined {
  const left = leftOf(low, value.start, previous)
  const perAfter = next && isPer(next) && /^[ ,]?$/.test(text.slice(value.end, next.start)) ? next : undefined
  const right = rightOf(low, value, perAfter?.end ?? value.end, next, perAfter)
  const side = left ?? right
  if (!side) return undefined
  let start = left?.start ?? value.start
  // 目标是三个月内: the goal is what follows; the months are only within.
  if (left && right && left.op === 'least' && right.op === 'most') start = value.start
  const op = passes(text, value, left, right) ? 'most' : (right && left?.op === 'about' ? right : side).op
  let end = Math.max(value.end, right?.end ?? 0, perAfter ? perAfter.end : 0)
  const read: Extract<Read, { kind: 'bound' }> = { kind: 'bound', op, of: value.read }
  let tookPrevious = false
  let per = perAfter ? perOf(perAfter) : undefined
  if (!per && previous && isPer(previous) && /^(?:的|に|は|、|,|내|에|:|の)? ?$/.test(text.slice(previous.end, start))) {
    per = perOf(previous)
    start = previous.start
    tookPrevious = true
  }
  const adjective = per ? undefined : ADJECTIVE.exec(low.slice(Math.max(0, start - 10), start))
  if (adjective && start - adjective[0].length >= (previous?.end ?? 0)) {
    per = ADJECTIVES.get(adjective[1]!)
    start -= adjective[0].length
  }
  if (!per && next && isPer(next) && next.start >= end && /^[ ,]?(?:of )?$/.test(text.slice(end, next.start))) {
    per = perOf(next)
    end = next.end
    return { found: make(text, start, end, per ? { ...read, per } : read), tookPrevious, tookNext: true }
  }
  per ??= nearbyPer(text, start, end, previous, next)
  return { found: make(text, start, end, per ? { ...read, per } : read), tookPrevious, tookNext: perAfter !== undefined }
}

/** A rhythm in the same breath, with other words between: "at least 2 litres of water per day", 每天喝水至少8杯. It stays a value of its own. */
function nearbyPer(text: string, start: number, end: number, previous: Found | undefined, next: Found | undefined): PeriodUnit | undefined {
  if (next && isPer(next) && /^ (?:of )?[a-z]+(?: [a-z]+)? $/i.test(text.slice(end, Math.min(next.start, end + 30)))) return perOf(next)
  if (!previous || !isPer(previous)) return undefined
  const between = text.slice(previous.end, Math.min(start, previous.end + 26))
  return start - previous.end <= (/[a-z]/i.test(between) ? 24 : 13) && !/[,.;!?。、\n]/.test(between) ? perOf(previous) : undefined
}

const ADJECTIVE = /(daily|weekly|monthly|yearly|annual) $/
const ADJECTIVES = new Map<string, PeriodUnit>([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['yearly', 'year'],
  ['annual', 'year'],
])

/** The bounding word that ends where the value starts: "at most 5", 最多5, "a limit of: 5". */
function leftOf(low: string, start: number, previous: Found | undefined): { start: number; op: Op } | undefined {
  let at = start
  if (low[at - 1] === ' ' || low[at - 1] === ':') at--
  if (low[at - 1] === ':') at--
  const filler = /(?:是|为|為|在|は|が|은|는|을|를|を|改成|改为|设成|设为|设定为|调到|调成|提高到|降到|变成| is| to| at| of)$/.exec(
    low.slice(Math.max(0, at - 4), at),
  )
  const hit = BEFORE.before(low, at) ?? (filler ? BEFORE.before(low, at - filler[0].length) : undefined)
  if (!hit) return acrossVerb(low, at, previous)
  if (previous && hit.start < previous.end) return undefined
  const word = low.slice(hit.start, hit.end)
  if (word === 'some' || (word === 'over' && /(?:go|goes|all|start|think|move) $/.test(low.slice(Math.max(0, hit.start - 7), hit.start))))
    return undefined
  if (word === '约' && /[预预大契合]$/.test(low[hit.start - 1] ?? '')) return undefined
  if (word === '約' && /[予契預節]$/.test(low[hit.start - 1] ?? '')) return undefined
  if (word === '약' && /[가-힣]$/.test(low[hit.start - 1] ?? '')) return undefined
  if (word === '한 ' && /\S/.test(low[hit.start - 1] ?? '')) return undefined
  if (word === '超过' || word === '超過') {
    if (/(?:不|别|不要|不能|不得|勿)$/.test(low.slice(Math.max(0, hit.start - 2), hit.start))) return { start: hit.start - 1, op: 'most' }
  }
  return { start: hit.start, op: hit.value }
}

/** 最多喝8杯, "at least read 20 pages": a verb stands between. It is not the bound's, so the reading starts at the value. */
const VERB =
  /(?:[喝吃花用走跑读看学睡做写背练存买抽] ?|(?:要|得|能)[喝吃花用走跑读看学睡做写背练存买]|(?<= )(?:read|walk|run|drink|eat|spend|sleep|do|write|study|learn|save|use|have|take|get|be) ?)$/
function acrossVerb(low: string, at: number, previous: Found | undefined): { start: number; op: Op } | undefined {
  const verb = VERB.exec(low.slice(Math.max(0, at - 7), at))
  if (!verb) return undefined
  const end = at - verb[0].length
  let edge = end
  while (edge > end - 2 && (low[edge - 1] === ' ' || low[edge - 1] === ':')) edge--
  const hit = BEFORE.before(low, edge)
  if (!hit || (previous && hit.start < previous.end) || low.slice(hit.start, hit.end).length < 2) return undefined
  return { start: at + (low[at] === ' ' ? 1 : 0), op: hit.value }
}

function rightOf(
  low: string,
  value: Found,
  end: number,
  next: Found | undefined,
  per: Found | undefined,
): { end: number; op: Op } | undefined {
  // 满3000块就提醒我: what follows is the request itself, so the reading ends at the value.
  if (/^(?:就|时|的时候)?(?:提醒|警告|报警)/.test(low.slice(value.end, value.end + 6)) && value.read.kind !== 'duration')
    return { end: value.end, op: 'most' }
  for (const from of per ? [end, value.end] : [end]) {
    const at = low[from] === ' ' ? from + 1 : from
    const hit = AFTER.at(low, at)
    if (!hit || (next && next !== per && hit.end > next.start)) continue
    const word = low.slice(hit.start, hit.end)
    const rest = low.slice(hit.end, hit.end + 3)
    if (word === 'は' || (word === '起' && /^[床来点飞]/.test(rest))) {
      // 8杯は飲みたい: at least eight.
      if (word !== 'は' || !/^(?:飲|食|走|歩|読|や|し|の|寝|い)/.test(rest)) continue
    }
    if (word === '内' && /^[容部外存置衣]/.test(rest)) continue
    if (word === 'まで' && /^に(?!抑)/.test(rest) && value.read.kind === 'number') continue
    if (word === '上下' && /^[班学]/.test(rest)) continue
    if (word === '까지' && /^(?:읽|왔|했)/.test(rest)) continue
    if ((word === '안에' || word === '안으로') && value.read.kind !== 'duration' && value.read.kind !== 'money') continue
    if (word === 'ほど' && /^[くど]/.test(rest)) continue
    return { end: hit.end, op: hit.value }
  }
  return undefined
}

/** "tell me when over 5000" asks for a limit at 5000, though "over" alone would be a least. */
function passes(text: string, value: Found, left: { op: Op } | undefined, right: { op: Op } | undefined): boolean {
  if (right?.op === 'most') return true
  if ((left ?? right)?.op === 'least' && negated(text, value)) return true
  if (left?.op !== 'least') return false
  const around = text.slice(Math.max(0, value.start - 40), value.end + 24)
  return (
    /超过|超過|over|above|more than|exceed/i.test(text.slice(Math.max(0, value.start - 12), value.start)) &&
    (WARNS.test(around) || PASSED.test(text.slice(value.end)))
  )
}

/** "don't spend over $100", 300以上使わない: not reaching it is a limit. */
function negated(text: string, value: Found): boolean {
  const before = text.slice(Math.max(0, value.start - 36), value.start)
  const after = text.slice(value.end, value.end + 14)
  return (
    /(?:n't|n’t| not|never|avoid|without|stop|cannot)(?: [a-z']+){0,6} $/i.test(before) ||
    /[不别別][^,。!?]{0,5}(?:超过|超過|高于|多于)$/.test(before) ||
    /^(?:以上|を超えて|より多く)[^。、,!?]{0,6}(?:わない|らない|べない|まない|かない|たくない|ません)/.test(after) ||
    /^ ?(?:이상|넘게)[^.,!?]{0,6}(?:지 않|지 말|지 마|안 |못 )/.test(after)
  )
}

const isPer = (found: Found) =>
  found.read.kind === 'every' && found.read.count === 1 && !found.read.times && !found.read.weekdays && !found.read.at
const perOf = (found: Found): PeriodUnit | undefined => (found.read.kind === 'every' ? found.read.unit : undefined)

const make = (text: string, start: number, end: number, read: Read): Found => ({ start, end, text: text.slice(start, end), read })
