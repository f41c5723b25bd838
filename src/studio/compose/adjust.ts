/** What the whole request says against families whose words it has. */

import type { Family } from '../../base/concepts/types.ts'
import type { Frame, Item } from '../frame/types.ts'
import { LIST_NAMED, STARRED } from '../frame/words.ts'
import { isLedger, isTrade } from '../rules/derived.ts'
import { guessKind, isQuality } from '../rules/guess.ts'
import { areStages } from '../rules/lists.ts'
import { partNamed } from '../rules/parts.ts'

/** The word that spoke for a family is only the name of a quality: "recipe with rating", "mood" among fields. */
export function cueIsAsked(frame: Frame, family: Family): boolean {
  const cues = frame.cues.filter((cue) => cue.family === family)
  return (
    cues.length > 0 &&
    cues.every((cue) =>
      frame.asked.some(
        (one) =>
          cue.start >= one.start &&
          cue.start < Math.min(one.start + one.label.length + 8, phraseEnd(frame, one.start)) &&
          (one.part !== undefined || one.kind !== 'text+'),
      ),
    )
  )
}

/** Every word for it stands within a quality that is only words, after the heading. */
function cueIsOneOfMany(frame: Frame, family: Family): boolean {
  const cues = frame.cues.filter((cue) => cue.family === family)
  return (
    cues.length > 0 &&
    frame.mentions.every((one) => !(one.concept.suggests?.[family] ?? 0) || one.start >= (frame.phrases[0]?.end ?? 0)) &&
    cues.every((cue) =>
      frame.asked.some(
        (one) =>
          one.kind === 'text+' &&
          one.part === undefined &&
          one.start > 0 &&
          cue.start >= one.start &&
          cue.end <= phraseEnd(frame, one.start),
      ),
    )
  )
}

const phraseEnd = (frame: Frame, at: number): number =>
  frame.phrases.find((phrase) => at >= phrase.start && at < phrase.end)?.end ?? Number.POSITIVE_INFINITY

/** All that speaks for a family stands in a list after a colon: "daily tasks: homework, piano". */
function cueIsListed(frame: Frame, family: Family): boolean {
  const lists = frame.phrases.filter((phrase) => phrase.head !== undefined && !(phrase.after === 'colon' && LIST_NAMED.test(phrase.text)))
  const said = [
    ...frame.cues.filter((cue) => cue.family === family),
    ...frame.mentions.filter((one) => one.score >= 0.9 && (one.concept.suggests?.[family] ?? 0) > 0),
  ]
  return said.length > 0 && said.every((one) => lists.some((phrase) => one.start >= phrase.start && one.end <= phrase.end))
}

/** A timer beside a log: "workout log with a rest timer". */
/** What a diary is made of. */
const DIARY =
  /\b(?:thoughts?|feelings?|mood|gratitude|what happened|highlights?)\b|心情|感想|想法|感受|内容|正文|気持|気分|出来事|本文|기분|느낌|감정|내용|생각|있었던 일/i

/** By what options are called. */
const NAMES_ONE =
  /^(?:names?|company|model|school|place|address|flat|house|property|brand)$|名$|名称|名字|小区|楼盘|公司|学校|型号|品牌|物件|会社|店|機種|이름|업체|회사|모델|단지|학교|매물/i

function timerIsBeside(frame: Frame): boolean {
  const [first, ...rest] = frame.phrases
  const inFirst = frame.cues.some((cue) => cue.family === 'timer' && first && cue.start < first.end)
  return !inFirst && rest.length > 0 && /\blog|diary|track|record|记录|日志|記録|日誌|기록|일지/.test(first?.text.toLowerCase() ?? '')
}

export function adjust(contest: Map<Family, number>, frame: Frame): void {
  const { low } = frame
  const drop = (...families: Family[]) => {
    for (const family of families) contest.delete(family)
  }
  if (frame.amount) {
    contest.clear()
    contest.set('measurements', 0.97)
    return
  }
  // Evidence that is only the name of a field, or one of the things listed, counts little.
  for (const family of [...contest.keys()])
    if (cueIsListed(frame, family) && !(family === 'split' && SETTLES.test(low))) {
      contest.set(family, contest.get(family)! * 0.4)
      frame.behaviours.delete(family as never)
    } else if (contest.size > 1 && cueIsAsked(frame, family) && !(family === 'split' && SETTLES.test(low + frame.reading.text)))
      contest.set(family, contest.get(family)! * 0.5)
  // "…, and work out what I lost" beside a list of qualities is one quality more, no calculator.
  const worked =
    /自動(?:で)?計算|自动计?算|자동\s?(?:으로\s?)?계산|automatically/.test(low + frame.reading.text) ||
    frame.cues.filter((cue) => cue.family === 'calculator').every((cue) => /^(?:算一?下|work out|how much is|求める)$/.test(cue.word))
  if (frame.language === 'zh' || frame.language === 'ja') weighEastern(contest, frame)
  const first = CALCULATES_FIRST.test(low)
  if (first && contest.has('calculator')) drop('vehicle', 'expenses', 'maintenance', 'collection', 'timesheet', 'inventory')
  if (contest.has('calculator') && worked && !first && frame.asked.length >= 3) drop('calculator')
  if (isLedger(frame.asked.filter((one) => one.kind === 'money').map((one) => one.label))) drop('income', 'expenses')
  if (contest.has('score') && (cueIsAsked(frame, 'score') || (frame.asked.length >= 4 && !/scor|point|\bwin|分|点|スコア|점수/.test(low))))
    drop('score')
  // A match noted with both its scores is a record; only with players named is there a board to keep.
  if (contest.has('score') && notesMatches(frame)) {
    drop('score')
    contest.set('collection', 0.9)
  }
  if (contest.has('loan') && SHELF.test(low) && !BANK.test(low)) drop('loan')
  if (contest.has('split') && SETTLES.test(low + frame.reading.text) && !/itinerary|行程|旅程|일정|day by day/.test(low))
    drop('trip', 'subscriptions', 'budget', 'expenses', 'events', 'calculator')
  if (frame.language === 'ko') {
    // 손님 of a shop are no guests, and what is collected is no money put aside.
    if (contest.has('guests') && !GUESTS_KO.test(low)) drop('guests')
    if (contest.has('savings') && !SAVED_KO.test(low) && !frame.bounds.some((bound) => bound.what === 'money')) drop('savings')
    if (frame.people.length >= 2 && SHARED_KO.test(frame.reading.text)) {
      drop('subscriptions', 'expenses', 'budget', 'events')
      contest.set('split', 0.97)
    }
    const sums = frame.asked.filter((one) => one.kind === 'money' && !/^(?:금액|비용|지출|가격|쓴 돈)$/.test(one.label))
    if (sums.length >= 2 && !SPENT_KO.test(low)) drop('expenses', 'budget')
  }
  if (contest.has('timesheet') && contest.has('loan') && TIMED.test(low)) drop('loan', 'expenses')
  // "any repairs to do" as one of many qualities speaks for no app of repairs.
  if (frame.language === 'en' && frame.asked.length >= 4)
    for (const family of [...contest.keys()]) if (cueIsOneOfMany(frame, family)) contest.set(family, contest.get(family)! * 0.4)
  // A rota with qualities of its own is a plan of days too.
  if (contest.has('chores') && /\brota\b|roster|schedule/.test(low) && frame.asked.filter((one) => one.kind !== 'text+').length >= 3) {
    drop('chores')
    contest.set('events', 0.9)
  }
  // Who works when is a plan of days; turns at the housework are something else.
  if (contest.has('chores') && SHIFTS.test(low) && !/clean|house|dish|家务|扫|家事|掃除|집안일|청소/.test(low)) {
    drop('chores', 'timesheet')
    contest.set('events', 0.9)
  }
  if (contest.has('budget') && contest.has('trip')) contest.delete('budget')
  if (
    contest.has('trip') &&
    contest.has('packing') &&
    /itinerary|budget|costs?\b|schedule|行程|安排|花费|费用|预算|予算|予定|費用|旅程|プラン|しおり|계획|예산|일정|비용|trip plan|plan (?:a|my|our)/.test(
      low,
    )
  )
    drop('packing', 'checklist')
  if (
    contest.has('collection') &&
    (
      ['recipes', 'reading', 'watching', 'wishlist', 'gifts', 'contacts', 'plants', 'flashcards', 'quiz', 'journal', 'board'] as Family[]
    ).some((family) => contest.has(family))
  )
    drop('collection')
  if (
    contest.has('goals') &&
    (['measurements', 'savings', 'reading', 'intake', 'workout', 'habit', 'expenses'] as Family[]).some((family) => contest.has(family))
  )
    drop('goals')
  // The day of the exam beside what is noted of each hour of study.
  if (contest.has('study') && contest.has('countdown') && frame.asked.length >= 2) drop('countdown')
  if (contest.has('workout') && contest.has('timer') && (frame.asked.length >= 2 || timerIsBeside(frame))) drop('timer')
  // What is noted of each café is no diary, whatever it is called.
  const certain = frame.asked.filter((one) => one.sure)
  const [named] = certain.toSorted((a, b) => a.start - b.start)
  if (
    contest.has('journal') &&
    certain.length >= 3 &&
    (named?.kind === 'text+' || /名$|名称|이름$|name$/i.test(named?.label ?? '')) &&
    !certain.some(({ kind, label }) => /^(?:note|mood)/.test(kind) || DIARY.test(label))
  )
    drop('journal')
  // What is noted of each exercise is a log, however it is called a routine.
  if (contest.has('routine') && certain.length >= 3 && /기록|记录|記録|\blog\b/.test(low)) drop('routine')
  // The birds of a garden are no plants.
  if (contest.has('plants') && certain.length >= 3 && /\bbirds?\b|野鸟|鸟类|野鳥|\b(?:butterfl|moth|insect)|새 ?관찰/.test(low))
    drop('plants')
  // Miles for work are trips of their own, where nothing is filled up or mended.
  if (
    contest.has('vehicle') &&
    certain.length >= 3 &&
    frame.language === 'en' &&
    !/\b(?:car|van|bike|truck|fuel|petrol|gas|diesel|service|mpg|odo\w*|tyres?|tires?)\b/.test(low)
  )
    drop('vehicle')
  // What each flat costs and how large it is, under its name, is a table of facts: nothing is weighed.
  const facts = certain.filter(({ kind }) => /^(?:money|qty|num|int|date|duration|place|text)/.test(kind)).length
  const unasked = frame.asked.reduce((text, { label }) => text.replace(label, ''), low)
  const isTable =
    !frame.lists.options.length &&
    frame.things.length < 2 &&
    certain.length >= 4 &&
    facts >= 3 &&
    NAMES_ONE.test(named?.label ?? '') &&
    !/weigh|scor|打分|评分|加权|重み|採点|点数|가중|점수/.test(unasked)
  if (contest.has('decision') && isTable) {
    drop('decision')
    contest.set('collection', 0.9)
  }
  // A list of things with nothing to keep of each is ticked off, whatever its words are near.
  if (frame.things.length >= 3 && !frame.asked.some(({ sure }) => sure) && LIST_OF.test(low)) drop(...DAY_BY_DAY)
  const listed = frame.items.filter((item) => item.listed).length
  // Tasks that come back every day are habits.
  if (contest.has('checklist') && listed >= 2 && /\bdaily\b|every ?day|每天|每日|毎日|매일|하루/.test(low + frame.reading.text)) {
    drop('checklist', 'study')
    contest.set('habit', 0.97)
  }
  // 물 마시기 / 책 읽기 매일: doings that come back every day, whatever each is of.
  if (frame.language === 'ko' && DAILY_KO.test(frame.reading.text) && (doings(frame) >= 2 || dailyList(frame))) {
    contest.clear()
    contest.set('habit', 0.97)
  }
  // What others owe the person is a ledger of debts; who owes whom among several is shared out.
  if (contest.has('loan') && contest.has('split') && OWED_ME.test(low)) drop('split')
  // A board by its stages is one, whatever is on it: repairs there are moved on, and do not come back every season.
  if (contest.has('board') && frame.views.has('board') && (frame.lists.stages.length >= 3 || stagesListed(frame)))
    drop('maintenance', 'checklist', 'chores')
  // What is said to be spent on an animal or a car is spending.
  if (
    /spen[dt]|expenses|开销|花费|花了|支出|出費|出费|지출|쓴 돈|쓰는 돈/.test(frame.phrases[0]?.text.toLowerCase() ?? '') &&
    contest.has('expenses')
  )
    drop('pets', 'vehicle', 'plants', 'feeding')
  // A log whose entries are rated compares nothing.
  const logs = /记录|日志|記録|ログ|기록|일지|\blog\b/i.test(frame.phrases[0]?.text ?? '')
  if (frame.lists.criteria.length >= 2 && compares(frame) && !logs && !isTable) {
    contest.clear()
    contest.set('decision', 0.95)
  }
  // A list of things with qualities is no list of tasks.
  const qualities = frame.asked.filter(
    (one) =>
      (one.part !== undefined || one.kind !== 'text+') && !['done', 'due', 'owner', 'status', 'priority'].includes(one.part?.id ?? ''),
  )
  if (listsTasks(frame)) {
    contest.set('checklist', 0.95)
    drop('collection', 'chores', 'events')
    frame.asked = frame.asked.filter((one) => !frame.items.some((item) => item.head !== undefined && item.start === one.start))
    for (const [family] of contest) if (family !== 'checklist' && cueIsListed(frame, family)) drop(family)
    return
  }
  const weakly = frame.cues.filter((cue) => cue.family === 'checklist').every((cue) => cue.weight < 0.8)
  if (weakly && qualities.length >= 2 && !frame.asked.some((one) => one.part?.id === 'done')) drop('checklist')
  // A list with days to use things by is a stock.
  if (contest.has('intake') && frame.asked.some((one) => one.part?.id === 'expiry' || EXPIRES.test(one.label))) {
    drop('intake')
    contest.set('inventory', 0.9)
  }
  if (contest.has('inventory') && frame.behaviours.has('reminder') && SPOILS.test(low)) contest.set('inventory', 0.9)
  // Visits that are used up lie in no store.
  if (frame.bounds.some((bound) => bound.stock && bound.what === 'count')) drop('inventory')
  // Growth is measured; feeds and nappies are logged.
  if (
    contest.has('feeding') &&
    contest.has('measurements') &&
    !/feed|diaper|nappy|喂|奶|尿布|授乳|ミルク|おむつ|수유|분유|기저귀/.test(low)
  )
    drop('feeding')
  if (frame.beyond.includes('stocks') || frame.beyond.includes('trade')) drop('inventory', 'habit')
  // "books flights" is no book.
  if (frame.beyond.includes('book')) drop('reading')
  if (frame.beyond.includes('email') || frame.beyond.includes('calls')) drop('habit')
  if (/calculator|计算器|計算機|計算アプリ|계산기|電卓/.test(low))
    drop(
      'expenses',
      'mealplan',
      'budget',
      'measurements',
      'intake',
      'workout',
      'inventory',
      'gifts',
      'vehicle',
      'timesheet',
      'study',
      'recipes',
    )
  if (contest.has('converter') && /convert|换算|換算|변환|환산/.test(low)) {
    const keepOnly = contest.get('converter')!
    contest.clear()
    contest.set('converter', keepOnly)
  }
  if (contest.has('loan') && /calculat|计算|計算|계산/.test(low)) drop('calculator')
  if (contest.has('budget') && contest.has('expenses') && !/预算|budget|予算|예산/.test(low)) contest.delete('budget')
  // Who came is noted day by day; nobody is asked to reply.
  if (
    contest.has('guests') &&
    certain.some(({ kind, label }) => kind === 'yesno' && /came|attend|present|来了|到了|来た|왔|출석/i.test(label))
  )
    drop('guests')
  if (contest.has('budget') && contest.has('guests')) contest.set('guests', 0.4)
  if (contest.has('habit') && (frame.behaviours.has('streak') || /habit|习惯|習慣|습관|打卡/.test(low))) {
    for (const family of [
      'reading',
      'workout',
      'intake',
      'study',
      'sleep',
      'journal',
      'mood',
      'measurements',
      'savings',
      'checklist',
    ] as Family[])
      if (contest.has(family) && !/\bcalori/.test(low)) contest.delete(family)
    contest.set('habit', Math.max(0.95, contest.get('habit')!))
  }
  if (contest.has('picker') && /random|wheel|随机|抽|转盘|ランダム|ルーレット|くじ|랜덤|무작위|뽑|골라|돌림판/.test(low))
    drop('checklist', 'collection', 'shopping', 'mealplan', 'contacts', 'events')
  if (contest.has('chores') && contest.has('picker')) drop('picker')
  if (LENT.test(low) && !MONEY_LENT.test(low)) drop('reading', 'watching', 'collection', 'loan')
  // A baby that is due is waited for; nothing is fed yet.
  if (contest.has('countdown') && contest.has('feeding') && /\bdue\b|预产期|出産予定|출산 ?예정/.test(low)) drop('feeding')
  if (contest.has('goals') && frame.asked.length >= 2 && !frame.cues.some((cue) => cue.family === 'goals' && cue.word !== 'goals'))
    drop('goals')
  if (contest.has('countdown') && contest.has('habit') && /quit|戒|禁|금연|금주/.test(low)) drop('countdown')
}

/** "fill the nail holes, wash the windows, hand back both keys": what is listed is told as one is told what to do. */
const TASK =
  /^(?:[a-z]{2,12} (?:the|a|an|my|our|all|both|every|some|up|off|out|back|down|away) \w|(?:buy|book|call|phone|ring|email|text|ask|tell|order|pay|cancel|clean|wash|mop|sweep|dust|pack|unpack|print|sign|send|post|return|renew|fix|repair|paint|water|feed|check|charge|empty|defrost|vacuum|hoover|tidy|iron|cook|bake|prepare|write|read|reply|register|submit|collect|fetch|measure|hang|build|install|update|finish|choose|confirm|invite|hire|rent|borrow|take|bring|turn|lock|close|switch|throw|sell|donate|sort|move|set|get|make|find|plan|draft|review|test|backup|back up|forward|notify) \w)/i
function listsTasks(frame: Frame): boolean {
  const listed = frame.items.filter((item) => item.head !== undefined && item.head !== '' && !item.bracketed)
  const tasks = listed.filter(
    (item) =>
      TASK.test(item.label) && guessKind(item.label) !== 'money' && !/\?$|^(?:how|what|who|where|when|why|whether)\b/i.test(item.label),
  )
  return frame.language === 'en' && listed.length >= 3 && tasks.length * 3 >= listed.length * 2
}

/** "hospital bag - for me: slippers, dressing gown; for the baby: vests, hats": only things, none of which a record could have. */
export function listsThings(frame: Frame): boolean {
  const listed = frame.items.filter((item) => item.head !== undefined && item.head !== '' && !item.bracketed)
  const head = frame.phrases[0]?.text ?? ''
  return (
    frame.language === 'en' &&
    listed.length >= 3 &&
    !KEEPS_EACH.test(frame.low) &&
    !/\b(?:log|tracker|diary|journal|records?|register|database|catalogue|catalog|book|jobs|notes|app)\b/i.test(head) &&
    listed.every((item) => isThing(item, frame))
  )
}
/** What is kept of each, told as such. */
const KEEPS_EACH = /\b(?:each|every|track|log|record|note down|keep (?:track|a record)|with (?:its|their))\b/
const isThing = (item: Item, frame: Frame): boolean =>
  !partNamed(item.label) &&
  (!isQuality(item.label) || (guessKind(item.label) === 'num' && /^[a-z]+s$/i.test(item.label))) &&
  !/\?$|^(?:how|what|who|where|when|why|which|whether|if|last|next|first)\b/i.test(item.label) &&
  !frame.asked.some(
    (one) => one.label === (item.asked ?? item.label) && (!/^(?:text\+|num)$/.test(one.kind) || one.options !== undefined),
  ) &&
  !frame.mentions.some((one) => one.concept.field && one.score >= 0.99 && one.text.toLowerCase() === item.label.toLowerCase())

const SHARED_KO = /나눠 ?(?:내|냅|낸)|누가 (?:뭐|뭘|얼마를?) ?(?:냈|썼|냄)/
const GUESTS_KO = /하객|초대|잔치|결혼|파티|모임|참석|참가|집들이|축의|부의|명단|생일/
const SAVED_KO = /돈|자금|저축|저금|적금|예금|만\s?원|억|목표|금액|이자|복리|투자/
const SPENT_KO = /지출|가계부|용돈|생활비|쓴 ?돈|썼|쓰는 ?돈|예산|경비|비용/
/** 打勾, チェック: what is on the list is done, and then ticked. */
const TICKED = /打[勾钩]|勾选|勾掉|チェック(?!リスト)/
const EVERY_DAY = /每[天日晚早]|毎[日朝晩]/
/** 在庫 among the qualities of a flat that is looked at: where a heading and four qualities are said, no quality tells what it is for. */
function weighEastern(contest: Map<Family, number>, frame: Frame): void {
  const things = frame.items.filter((item) => item.thing)
  if (things.length >= 2 && TICKED.test(frame.reading.text)) {
    contest.clear()
    for (const item of things) frame.asked = frame.asked.filter((one) => one.start !== item.start)
    contest.set(EVERY_DAY.test(frame.reading.text) ? 'habit' : 'checklist', 0.97)
    return
  }
  if (things.length >= 3 && /(?:清单|清單|列表|リスト|一覧|持ち物)$/.test(frame.phrases[0]?.text ?? ''))
    for (const family of [...contest.keys()])
      if (!['checklist', 'packing', 'shopping'].includes(family) && contest.has('checklist')) contest.delete(family)
  if (frame.bounds.length && frame.asked.length >= 2) contest.delete('goals')
  // 流水、电费、抽成: what came in and what it cost make a ledger, whatever is driven or sold.
  if (isTrade(frame.asked.filter((one) => one.kind === 'money').map((one) => one.label))) {
    for (const family of ['vehicle', 'expenses', 'income', 'guests', 'inventory'] as Family[])
      if (family !== 'inventory' || !frame.asked.some((one) => one.part?.id === 'quantity')) contest.delete(family)
    if (!contest.size) contest.set('collection', 0.9)
  }
  const [head, ...rest] = frame.phrases
  if (!head || frame.asked.length < 4 || frame.topic.length < 2) return
  const inQuality = (start: number) =>
    start >= head.end && rest.some((one) => start >= one.start && start < one.end && frame.asked.some((asked) => asked.start === one.start))
  for (const family of contest.keys()) {
    const cues = frame.cues.filter((cue) => cue.family === family)
    const told = frame.mentions.filter((one) => one.score >= 0.9 && (one.concept.suggests?.[family] ?? 0) > 0)
    if (cues.length && [...cues, ...told].every((one) => inQuality(one.start)) && !LEDGERS.has(family))
      contest.set(family, contest.get(family)! * 0.4)
  }
}
const LEDGERS = new Set<Family>([
  'checklist',
  'board',
  'expenses',
  'income',
  'measurements',
  'split',
  'habit',
  'flashcards',
  'quiz',
  'timesheet',
])
/** Nothing is kept where something is to be worked out, and that is said first. */
const CALCULATES_FIRST =
  /^(?:please |can you |i (?:want|need) (?:something )?to |help me )*(?:work out|calculate|figure out|how (?:much|many|long)) /

const DAILY_KO = /매일|날마다|하루도/
/** 매일 할 것, 매일 지키기: what is listed after such a head is done each day, whatever it is called. */
const dailyList = (frame: Frame): boolean => {
  const listed = frame.items.filter((item) => item.head !== undefined && !item.bracketed && DAILY_HEAD.test(item.head))
  return listed.length >= 3 && listed.filter((item) => partNamed(item.label)).length * 2 <= listed.length
}
const DAILY_HEAD = /(?:매일|날마다).*(?:할\s?[거것일]|하기|지키|체크|습관|루틴)|습관|루틴/
const doings = (frame: Frame): number =>
  frame.items.filter(({ label }) => /[가-힣]기(?:\s매일.*)?$/.test(label) && !/크기|굵기|세기|밝기|높이|일기|이야기$/.test(label)).length
/** Four and more qualities listed, and nobody who plays. */
const notesMatches = (frame: Frame): boolean =>
  frame.people.length === 0 &&
  !frame.headcount &&
  frame.asked.length >= 4 &&
  frame.asked.filter((one) => one.part !== undefined || one.kind !== 'text+').length >= 3 &&
  !/player|team|玩家|选手|队|プレイヤー|選手|チーム|선수|참가자|멤버|팀/.test(frame.low)
/** 대출 is said of books as of money: what stands beside it tells which. */
const SHELF = /책|도서|반납/
const BANK = /금리|이자|상환|원금|은행|만원|억|할부/

const SPOILS = /过期|保质期|[赏賞]味期限|消[费費]期限|期限切れ|\bexpir(?:es|y|ation)|best before|유통기한|소비기한/

const TIMED = /\b(?:an|per) hour\b|时薪|時給|时給|시급/
const SHIFTS = /\bshifts?\b|\bvolunteers\b|\bstaff\b|\bemployees\b|排班|轮班|シフト|근무/
const OWED_ME = /\bowes? (?:me|us)\b|\b(?:i|we) owe\b|欠我|我欠/
const LIST_OF = /\blist\b|清[单單]|リスト|목록|체크리스트/
/** Families of entries that come day by day. */
const DAY_BY_DAY: Family[] = ['feeding', 'pets', 'symptoms', 'measurements', 'vehicle', 'sleep', 'mood', 'journal', 'expenses']
/** Who owes whom is the matter, whatever the money is for. */
const SETTLES =
  /\bsettle\b|\bwho owes\b|\bwho pays? (?:back|who|whom)\b|\bwho (?:has )?paid\b|aa制|谁付了|谁垫|分摊|平摊|割り勘|精算|誰が(?:払|立て替え)|정산|더치페이|누가 냈/
const COMPARES = /\b(?:rank|compar|decid|choos|weigh)|比较|对比|打分|选哪|还是|比べ|比較|採点|選びたい|비교|점수 매|고르/i
/** After that day it is thrown away. */
const EXPIRES = /过期|到期|有效期|保质期|期限切れ|使用期限|消費期限|賞味期限/
/** Whether things are weighed against each other; stars for each are none of that. */
export const compares = ({ reading }: Frame): boolean => COMPARES.test(reading.text.replace(STARRED, ''))
/** Money lent is a ledger of debts. */
export const MONEY_LENT =
  /\b(?:money|cash)\b.{0,20}\b(?:lent|lend|loaned)\b|\b(?:lent|lend|loaned)\b.{0,14}\b(?:money|cash)\b|いくら[貸贷]|お金.{0,8}[貸贷]|[貸贷].{0,4}お金|돈(?:을)?.{0,6}빌려|빌려.{0,3} 돈|钱.{0,4}借给|借(?:给|出).{0,6}钱/
/** Things lent out come back: to whom, when, and whether they did. */
export const LENT = /\b(?:lent|loaned|lend)\b(?!.{0,12}(?:money|cash))|借(?:出去?|给)(?!.{0,4}钱)|貸した(?!お金)|빌려준 (?!돈)/

/** "board for house repairs: to do, doing, done": what stands after the colon are stages. */
const stagesListed = (frame: Frame): boolean => areStages(frame.items.filter((item) => item.head !== undefined).map((item) => item.label))
