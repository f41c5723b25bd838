/** Places, people and left-over words of a sentence, and where one entry ends and the next begins. */
import { withoutDoing } from '../base/language/korean.ts'
import { doneEnding } from '../base/language/nominal-ko.ts'
import { tokenise } from '../base/language/tokenise.ts'
import type { Found, Reading, Span } from '../base/language/types.ts'
import { contentStems, fold } from '../base/resolve.ts'
import type { Collection } from '../spec.ts'
import { cue } from './cues.ts'
import type { Segment } from './log/types.ts'

// ---- Several entries in one sentence -------------------------------------------------------------------------

const BREAK =
  /[,，、;；\n]|\s(?:and|&|plus)\s|と(?=[^でいか])|(?<=[\p{Script=Han}])和(?=[\p{Script=Han}])|그리고|(?<=[가-힣])(?:이랑|랑|하고|와|과)\s/gu
/** 라면이랑 계란 12,600원 냈고 소희가 휴지 8천원: what parts whole tellings, and no two names. */
const CLAUSE = /[,，;；\n]|\s(?:and then|then)\s|그리고|(?<=[냈샀썼했먹봤갔렸졌쳤됐]고)\s/gu
const FIGURE = new Set(['money', 'number', 'quantity', 'count', 'duration', 'bound'])
const isFigure = (value: Found) => FIGURE.has(value.read.kind)

/**
 * Parts that are entries of their own: every part has a figure ("latte 500, bagel 300"), or no part has one and the
 * collection is a list of names ("milk and bread").
 */
export function segmentsOf(reading: Reading, collection: Collection): Segment[] {
  const parts = partedBy(BREAK, reading, collection)
  return parts.length > 1 ? parts : partedBy(CLAUSE, reading, collection)
}

/** “no advance” says that there was none of a part of the one before. */
const NONE = /^(?:no|zero|nil|without)\b|^[没沒冇无無]|(?:なし|無し|없음|없어요?)$/iu
function partedBy(by: RegExp, reading: Reading, collection: Collection): Segment[] {
  const whole: Segment = { reading, shared: [] }
  const cuts = cutsOf(reading, by)
  const pairs = pairsOf(reading, collection)
  if (pairs.length > 1) return pairs
  if (!cuts.length) return [whole]
  const edges = [0, ...cuts.flat(), reading.text.length]
  const parts: Segment[] = []
  for (let i = 0; i < edges.length; i += 2) parts.push({ reading: part(reading, edges[i]!, edges[i + 1]!), shared: [] })
  const filled = parts.filter((each) => each.reading.text.trim() !== '')
  const figures = filled.filter((each) => each.reading.values.some(isFigure)).length
  // "fern, bedroom" is one plant and its room where both are kept; "fern and moss" are two.
  const attributes = collection.fields.some(
    (field) => !field.hidden && field.id !== collection.title && ['text', 'place', 'person'].includes(field.kind),
  )
  const labels = collection.fields
    .flatMap((field) => [field.label, ...(field.kind === 'choice' ? field.options.map((option) => option.label) : [])])
    .map(fold)
  const isName = (text: string) =>
    text !== '' &&
    !/^(?:them|it|those|these|one|ones|each|stars?|별|星|분|点)$/i.test(text) &&
    !(NONE.test(text) && labels.some((label) => label.split(' ').some((word) => word.length > 1 && fold(text).includes(word)))) &&
    !labels.some((label) => label === fold(text) || (fold(text).length > 2 && label.startsWith(fold(text))))
  const named = filled.filter((each) =>
    isName(
      leftover(
        each.reading,
        each.reading.values.map((value) => [value.start, value.end]),
      ),
    ),
  ).length
  const plain = collection.fields.every((field) => !field.required || field.id === collection.title || field.default !== undefined)
  const counts = reading.values.every(
    (value) => !isFigure(value) || value.read.kind === 'count' || value.read.kind === 'number' || value.read.kind === 'quantity',
  )
  const listed =
    (figures === 0 || (counts && figures < filled.length)) &&
    plain &&
    named === filled.length &&
    filled.every((each) => each.reading.text.length <= 40) &&
    isList(collection) &&
    (!attributes || !/[,，、]/.test(reading.text))
  const counted =
    figures === filled.length && named === filled.length && !filled.slice(1).some((each) => describes(each.reading, collection))
  if (filled.length < 2 || !(counted || listed)) return [whole]
  const shared = reading.values.filter((value) => value.read.kind === 'date')
  const said = cue(fold(reading.text), 'did') ? lastVerb(reading.text) : ''
  return filled.map((each) => ({
    reading: listed && said && !each.reading.text.includes(said) ? withVerb(each.reading, said) : each.reading,
    shared: each.reading.values.some((value) => value.read.kind === 'date') ? [] : shared,
  }))
}

/** "felt like a 7": a part that has a word of another quality's name says more of the same entry. */
function describes(part: Reading, collection: Collection): boolean {
  const said = new Set(contentStems(part.text))
  return collection.fields.some(
    (field) =>
      !field.hidden &&
      ['rating', 'number', 'quantity'].includes(field.kind) &&
      field.label.includes(' ') &&
      contentStems(field.label).some((stem) => said.has(stem)),
  )
}

/** "점심 9천원 커피 4500원", "latte 500 bagel 300": names and prices by turns, with nothing between them. */
function pairsOf(reading: Reading, collection: Collection): Segment[] {
  // A bare number is a price where nothing else is kept in figures.
  const only = collection.fields.every((field) => field.hidden || !['number', 'quantity', 'duration', 'rating'].includes(field.kind))
  const prices = reading.values.filter((value) => value.read.kind === 'money' || (only && value.read.kind === 'number'))
  const figures = reading.values.filter(isFigure)
  if (
    prices.length < 2 ||
    prices.length !== figures.length ||
    collection.fields.filter((field) => field.kind === 'money' && !field.hidden).length !== 1
  )
    return []
  const shared = reading.values.filter((value) => value.read.kind === 'date')
  const nameOf = (text: Reading) =>
    leftover(
      text,
      text.values.map((value) => [value.start, value.end]),
    )
  const upTo = prices.map((price, i) =>
    part(reading, i === 0 ? 0 : prices[i - 1]!.end, i === prices.length - 1 ? reading.text.length : price.end),
  )
  if (
    !upTo.every(
      (each) =>
        /^[^,，、;；]*$/.test(each.text.trim().replace(/^[,，、;；]/, '')) &&
        nameOf(each) !== '' &&
        /\p{L}/u.test(nameOf(each).slice(0, 1)),
    )
  )
    return []
  if (upTo.some((each) => /^\s*(?:and|from|to|of|with|for)\b/i.test(each.text))) return []
  return upTo.map((each) => ({ reading: each, shared: each.values.some((value) => value.read.kind === 'date') ? [] : shared }))
}

/** The verb said once for all parts: "bought milk and bread" is two things bought. */
const lastVerb = (text: string): string =>
  /\b(?:bought|packed|finished|got|did|done|watched|read)\b|買った|買いました|食べた|飲んだ|终わった|买了|吃了|喝了|샀어|샀다|먹었어|마셨어|했어/.exec(
    text,
  )?.[0] ?? ''
const withVerb = (reading: Reading, verb: string): Reading => {
  const text = `${reading.text} ${verb}`
  return { ...reading, text, tokens: tokenise(text) }
}

const isList = (collection: Collection) => {
  const title = collection.fields.find((field) => field.id === collection.title)
  return (
    title?.kind === 'text' &&
    !collection.fields.some((field) => field.required && (field.kind === 'money' || field.kind === 'number' || field.kind === 'quantity'))
  )
}

function cutsOf(reading: Reading, by: RegExp): [number, number][] {
  const cuts: [number, number][] = []
  // 「ぐりとぐら」 is one name.
  const quoted = [...reading.text.matchAll(/[「『《“"][^」』》”"]{1,60}[」』》”"]/g)].map(
    (one) => [one.index, one.index + one[0].length] as const,
  )
  for (const match of reading.text.matchAll(by)) {
    const start = match.index
    const end = start + match[0].length
    if (!reading.values.some((value) => start < value.end && end > value.start) && !quoted.some(([from, to]) => start > from && end < to))
      cuts.push([start, end])
  }
  return cuts
}

function part(reading: Reading, start: number, end: number): Reading {
  const text = reading.text.slice(start, end)
  return {
    ...reading,
    text,
    tokens: tokenise(text),
    values: reading.values
      .filter((value) => value.start >= start && value.end <= end)
      .map((value) => ({ ...value, start: value.start - start, end: value.end - start })),
  }
}

// ---- Where and who -------------------------------------------------------------------------------------------

const PLACE: RegExp[] = [
  /(?:^|\s)(?:at|from|in|near|@)\s+((?:the\s+)?[\p{L}][\p{L}\d'&.-]*(?:\s+(?!for|on|with|and|of|in|at|not|today|yesterday|this|last|was|is|by|cost|it|paid|now\b|already\b|again\b|too\b|instead\b)[\p{L}\d'&.-]+){0,3})/iu,
  /(?:^|[\s,、，])([^\s,、，。をはがにとで\d][^\s,、，。をはが\d]{0,19}?)で(?=[\s\d\p{L}]|$)/u,
  /在([^\s,，。的了花买吃喝\d]{1,16}?)(?=[\s,，。\d花买吃喝用付看跑点做釣钓抓捕撿捡採采摘遇拍]|$)/u,
  /(?:^|[\s,])([^\s,]{1,16}(?:\s[^\s,]{1,12})?)에서(?=\s|$)/u,
]
const NOT_PLACE =
  /^(?:\d|noon|night|home today|least|most|about|around|once|last|first|the moment|all|cash|total|advance|full|the (?:morning|evening|afternoon|end)|a (?:row|hurry)|今日|昨日|明日|자동|電車|バス|車|自転車|現金|カード|一人|二人|みんな|全部|今|急いで)/i

/** "at Blue Bottle", スタバで, 在星巴克, 스타벅스에서. The span covers the place and its particle. */
export function placeIn(reading: Reading): Span | undefined {
  for (const pattern of PLACE) {
    const match = pattern.exec(reading.text)
    const text = match?.[1]?.trim()
    if (!match || !text || NOT_PLACE.test(text)) continue
    const start = match.index
    const end = match.index + match[0].length
    const inner = reading.text.indexOf(match[1]!, start)
    if (reading.values.some((value) => inner < value.end && inner + text.length > value.start)) continue
    return { start, end, text: text.replace(/^the\s+/i, '') }
  }
  return undefined
}

const PAYER: RegExp[] = [
  /(?:paid by|by|with|from)\s+(\p{Lu}[\p{L}'-]*)/u,
  /^(?:and\s+)?(\p{Lu}[\p{L}'-]{1,20})\s+(?:paid|bought|spent|got|scored|owes|covered|won|did|has|had)\b/u,
  /(?:^|[\s,，、])([\p{Script=Han}]{2,4}|[\p{L}]{2,12}?)(?:付了|付的|买的单|请的|出了|垫了|得了)/u,
  /(?:^|[\s,，、])([^\s,，、\d]{1,10}?)(?:さん|くん|ちゃん)?(?:が|は)[^。]{0,20}(?:払|出し|立て替え|買った|勝)/u,
  /(?:^|[\s,])([가-힣A-Za-z]{2,10}?)(?:이|가|님이|은|는)\s.{0,20}(?:냈|결제|계산|샀|썼|이겼)/u,
]
const NOT_PERSON =
  /^(?:I|We|My|It|This|That|The|Today|Yesterday|Just|Lunch|Dinner|Breakfast|Coffee|我|我们|今天|昨天|今日|昨日|私|僕|俺|오늘|어제|나|내|제|우리)$/i

/** Who paid, won or did it. */
export function payerIn(reading: Reading): Span | undefined {
  for (const pattern of PAYER) {
    const match = pattern.exec(reading.text)
    const text = match?.[1]
    if (!match || !text || NOT_PERSON.test(text)) continue
    const start = reading.text.indexOf(text, match.index)
    if (!reading.values.some((value) => start < value.end && start + text.length > value.start))
      return { start, end: start + text.length, text }
  }
  return undefined
}

// ---- What is left --------------------------------------------------------------------------------------------

/** Verbs of doing and noting at either end: within a name they stay ("chess set", "log cabin"). */
const EN =
  "i|i've|i'm|we|me|my|just|have|put away|put aside|put by|set aside|paid in|topped up|deposited|please|can you|could you|log|record|note down|note|write down|put down|put|add|enter|spend|pay|buy|got|ate|eat|drank|drink|had|watched|finished|finish|completed|done|did|do|took|takes|went|walked|weighed|weigh|packed|today|also|another|again|delete|remove|change|update|edit|correct|actually|meant|should be|set|tick off|check off|done with|currently|already|due|by|until|till|i don't need|don't need|no longer need|don't want|need|get rid of|take out|mark|found|worked|the|a|an|some|on|for|of|to"
/** By language: what is cut first, then what is cut where it then stands at the beginning of a run. */
const STRIP: Record<'en' | 'zh' | 'ja' | 'ko', RegExp[]> = {
  en: [
    /\b(?:please|spent|paid|cost|costs|bought|was|is|it's|this morning|this evening|(?:pairs|packs|bottles) of)\b/gi,
    new RegExp(`^(?:[\\s,]*\\b(?:${EN})\\b(?!['’-]))+`, 'gi'),
    /(?:\b(?:today|again|also|too|please|done|finished|i (?:had|bought|ate|did)|as well)\b[\s.!]*)+$/gi,
    /(?<=[\s,])(?:it's |is )?(?:due|deadline|by|until|till|before)(?: (?:on|by|date))?[\s,:.]*$/gi,
    /(?<=[\s,])(?:due|deadline)(?: (?:on|by|date))?[\s:]+(?=[,，])/gi,
  ],
  zh: [
    /(?:帮我|请|我|今天|刚才|刚刚|(?:加|记|添加|来|买了?)(?:一|两|几|了)+[笔张个個条份杯本件项只瓶]|记一笔|记一下|记下|记录|添加|加上|增加|正在|截止|到期|需要|花了|花费|花掉|用了|付了|买了|吃了|喝了|完成了|做完了|看完了|看了|读完了|读了|量了|测了|称了|存进去|存进|存了|打卡|删除|删掉|去掉|改成|改为|应该是|其实|打包了|带上了|装好了|一共|总共|共(?=\s*\d)|(?<=[\u4e00-\u9fff]{2})[写寫跑走骑騎游練练打背讀读拍画畫弹彈唱洗浇换換修取采摘种收卖賣充交喂做剪织學学]了(?=\s|$))/g,
    /(?<!\p{Script=Han})(?:刚|又|再|把|花|买|喝|吃|完成)(?=\p{Script=Han}|\s|$)|(?<=\p{Script=Han})(?:了|共)(?!\p{Script=Han})/gu,
  ],
  ja: [
    /(?:今日は?|さっき|先ほど|を?買った|を?買いました|を?食べた|を?食べました|を?飲んだ|を?飲みました|を?使った|を?使いました|を?払った|を?払いました|を?見た|を?読んだ|を?読み終わった|を?読み終えた|を?入れた|を?詰めた|をした|(?<=[\p{Script=Han}ァ-ー])した|しました|をやった|(?<![ぁ-ん])やった|[がを]?終わった|[がを]?終わりました|済み|記録して|をつけて|つけて|[をも]?足して|[をも]?足す|[をも]?加えて|[をも]?追加して|を?追加|入れて|メモして|登録して|を?消して|を?削除して|を?削除|を?変えて|に変更して|変更|修正|直して|[はも]?(?:いらない|要らない|いりません|不要)|歩いた|走った|走りました|までに|まで|ください|下さい|お願いします|お願い|です|ました|だった|でした)/gu,
    /(?<![\p{L}])(?:また|あと)(?=[\p{L}\s]|$)/gu,
  ],
  ko: [
    /(?<![가-힣])(?:오늘은?|방금|아까|또|나|내가|저는|나는|사실|추가|삭제|완료)(?![가-힣])|(?:을|를)? ?(?:샀어요?|샀다|샀음|먹었어요?|먹었다|마셨어요?|마셨다|썼어요?|썼다|냈어요?|봤어요?|다 읽었어요?|읽었어요?|챙겼어요?|넣었어요?|했어요?|했다|끝냈어요?|갔어요?|뛰었어요?|달렸어요?|걸었어요?|기록해 ?줘|기록해|적어 ?줘|(?:도 ?)?추가해 ?줘|추가해|입력해 ?줘|메모해 ?줘|지워 ?줘|삭제해 ?줘|빼 ?줘|바꿔 ?줘|수정해 ?줘|고쳐 ?줘|변경해 ?줘|해 ?줘|주세요)|(?<=[가-힣])(?:은|는|이|가)? (?:필요 ?없어요?|안 필요해요?)|(?<=\s|\d)(?:까지|부터)(?![가-힣])|^(?:까지)|이었어|였어/g,
  ],
}
const EDGE =
  /^(?:\s|[、，,.。:：;；!！?？·・\-/()（）「」“”"']|(?:on|for|of|a|an|the|at|in|with|and|to|some|by|from|that|it|as|x)\s+|[をがはにでとのもへや](?![ぁ-んー])|[的和在是用都也]|有(?![点些])|(?:은|는|이|가|을|를|에|에서|로|으로|의|도|와|과|랑|이가|이는|이도|이랑)\s)+|(?:\s|[、，,.。:：;；!！?？·・\-/()（）「」“”"']|\s(?:on|for|of|a|an|the|at|in|with|and|to|from|by)|[をがはにでとのもへや]|[的和在是]|(?<=[가-힣])(?:을|를|은|는|으로|에서|에|이랑|랑|하고|도))+$/giu

/** が of 肉じゃが is no particle: what is followed by a space or by nothing belongs to the word. */
function kept(bare: string, text: string, reading: Reading): string {
  const lost = text.startsWith(bare) ? text.slice(bare.length) : ''
  if (reading.language !== 'ja' || !/^[をがはにでとのもへや]+$/.test(lost)) return bare
  const at = reading.raw.indexOf(text)
  const next = at < 0 ? '' : (reading.raw[at + text.length] ?? ' ')
  return /[\s、。,]/.test(next) ? text : bare
}

/** The words that are no value, no verb and no particle: what the entry is about. */
export function leftover(reading: Reading, used: readonly (readonly [number, number])[]): string {
  let text = reading.text
  const opening =
    reading.language === 'zh'
      ? /^(?:再|请|帮我)*(?:加上?|记下?|添加|新增)(?:一?[笔张个條条份杯本件项只瓶])?(?![班油州拿急])/u.exec(text)
      : null
  if (opening) text = ' '.repeat(opening[0].length) + text.slice(opening[0].length)
  const done = /[가-힣]/.test(text) ? doneEnding(text) : null
  if (done) text = text.slice(0, done[0]) + ' '.repeat(text.length - done[0])
  for (const [start, end] of used)
    text = text.slice(0, start) + ' '.repeat(Math.max(0, Math.min(end, text.length) - start)) + text.slice(end)
  for (const pattern of patternsFor(reading)) text = text.replace(pattern, (match) => ' '.repeat(match.length))
  text = text.replace(/\s+/g, ' ').trim()
  if (/[가-힣]/.test(text) && text !== reading.text.trim()) text = withoutDoing(text)
  for (let i = 0; i < 4; i++) {
    const bare = kept(text.replace(EDGE, '').trim(), text, reading)
    // A name made of particles only (と, も) would vanish; a kana word keeps its last syllable where nothing else is left.
    if (bare === '') return /^[ぁ-ん]{3,}$/.test(text) ? text : bare
    if (bare === text) break
    text = bare
  }
  return withArticle(text, reading.text)
}

/** "add The Overstory": a capital within the sentence is the title's own. */
function withArticle(text: string, whole: string): string {
  const at = /^\p{Lu}/u.test(text) ? whole.indexOf(text) : -1
  const article = at > 0 ? /(?<=\S\s+)(?:The|An?)\s+$/.exec(whole.slice(0, at)) : null
  return article ? `${article[0].trimEnd()} ${text}` : text
}

/** Chinese and Japanese share characters: each is stripped by its own rules only. */
const patternsFor = (reading: Reading): RegExp[] => [
  ...(/[a-z]/i.test(reading.text) ? STRIP.en : []),
  ...(reading.language === 'zh' ? STRIP.zh : []),
  ...(reading.language === 'ja' ? STRIP.ja : []),
  ...(/[가-힣]/.test(reading.text) ? STRIP.ko : []),
]
