/** Whether an app is to be changed. */

import { fieldsNamed, fold, labelPlace, optionNamed, visibleCollections, visibleFields } from '../../../base/resolve.ts'
import type { AppSpec } from '../../../spec.ts'
import { addedWeight } from '../../added.ts'
import { changeNamed, fieldSaid } from '../../change.ts'
import { cuePlaces } from '../../cues.ts'
import { memberNamed } from '../../log/members.ts'
import { topics } from '../../topic.ts'
import { type Guess, REMIND, type Signals, wishesAnew } from '../signals.ts'
import { isCard, LEFT_OUT } from './log.ts'

export function edit(s: Signals): Guess {
  const { has, ranked, target, figures, question, reading, low } = s
  const app = ranked.find((one) => one.named) ?? ranked.find((one) => one.open) ?? ranked.find((one) => one.last) ?? target
  if (!app || /\b(?:new app|another app)\b|新(?:しい)?(?:アプリ|应用)|새 앱|새로운 앱/.test(low)) return null
  const spec = app.app.spec
  const fields = fieldsNamed(reading.text, spec.collections, { kinds: false }).filter((hit) => hit.score >= 0.7)
  const near = app.named || app.open || app.last
  let score = 0
  if (
    memberNamed(reading, spec) ||
    (near && (changeNamed(reading, spec, s.ctx) || fieldSaid(reading, spec, s.ctx) || isCard(reading, spec)))
  )
    return null
  if (near && REMIND.test(low) && remindsOnly(s)) score = 0.88
  // "밤 약은 11시로 변경": an hour it is to be done at instead.
  if (near && s.dates > 0 && RETIMED.test(low) && spec.behaviours.some((one) => one.kind === 'reminder')) score = 0.97
  // "밤 10시에 눈약도 넣어야": one more hour of the day for the app that reminds.
  if (near && LOW_KO.test(low) && spec.collections.some((one) => one.fields.some(({ kind }) => kind === 'number' || kind === 'quantity')))
    score = 0.97
  if (near && s.dates > 0 && TIMED_TOO.test(low) && spec.behaviours.some((one) => one.kind === 'reminder' && one.times?.length))
    score = 0.97
  // "2 goals 1 assist": a figure of what is kept, where no goal of the app is.
  const counted = s.figures > 0 && isCounted(reading.text, spec)
  if (near && s.figures > 0 && GOALS.test(low) && !question && !counted) score = 0.86
  if (near && s.figures > 0 && has('setting') && !counted && !/\d ?units?\b/.test(low) && !question && !has('did') && !has('record'))
    score = Math.max(score, 0.86)
  if (near && shapesOfChange(s, spec)) score = Math.max(score, 0.93)
  if (near && ORDERS.test(`${low} ${reading.text}`) && !question) score = 0.84
  // Above a question: "highest score first" has its words, and asks for an order.
  if (near && (FIRST.test(low) || FIRST.test(reading.text)) && !/[?？]/.test(reading.text)) score = Math.max(score, 1)
  if (near && s.figures + s.bounds > 0 && RAISED.test(low) && spec.behaviours.some((one) => one.kind === 'limit' || one.kind === 'goal'))
    score = Math.max(score, 0.97)
  // 作業を45分に, 工作改成45分钟: a phase, and how long it shall be.
  if (near && PHASED.test(reading.text.trim()) && spec.behaviours.some((one) => one.kind === 'timer')) score = Math.max(score, 0.97)
  if (near && figures > 0 && AIMED.test(low) && spec.behaviours.some((one) => one.kind === 'limit' || one.kind === 'goal'))
    score = Math.max(score, 0.97)
  if (near && figures > 0 && DEARER.test(low) && savesFor(spec)) score = Math.max(score, 0.98)
  if (near && figures === 0 && ONLY_THE.test(low) && namesSome(reading.text, spec)) score = Math.max(score, 0.94)
  if (near && figures === 0 && EACH_HAS.test(low)) score = Math.max(score, 0.93)
  if (near && CALLED.test(reading.text.trim())) score = Math.max(score, 0.97)
  if (near && ASKED_THEN.test(`${low} ${reading.text}`)) score = Math.max(score, 1)
  if (near && has('change') && UNIT.test(low) && figures === 0) score = Math.max(score, 0.82)
  if (fields.length > 0 && SCALED.test(`${low} ${reading.text}`) && !question) score = 0.88
  if (fields.length > 0 && figures === 0 && REQUIRED.test(low) && !question) score = Math.max(score, 0.88)
  // "who should be compulsory": the field is called so; nobody asks who.
  if (
    fields.length > 0 &&
    REQUIRED.test(low) &&
    /^\S+(?: \S+){0,3} (?:should|must|has to|is to|can(?:'t|not)) be\b/.test(low) &&
    !/[?？]/.test(low)
  )
    score = Math.max(score, 0.96)
  if (near && figures === 0 && s.words <= 9 && COLOUR.test(low) && !question) score = Math.max(score, 0.86)
  // Above a note: "only show unpaid" has the words of one.
  if (near && figures === 0 && ONLY.test(`${low} ${reading.text}`) && namesSome(reading.text, spec)) score = Math.max(score, 0.94)
  if (has('rename') && !question) score = Math.max(score, near ? 0.97 : 0.9)
  if (has('setting') && (has('change') || has('add') || has('remove') || s.bounds > 0) && !question) score = Math.max(score, 0.88)
  if (
    has('view') &&
    // "add mask the skirting boards": the word stands within a name.
    !(has('add') && addedWeight(reading, spec) <= -2) &&
    (has('show') || has('change') || has('add') || has('remove') || s.words <= 5) &&
    !(question && /[?？]/.test(reading.text))
  )
    score = Math.max(score, figures > 0 && !has('change') && !has('show') ? 0.28 : figures > 0 && !has('change') ? 0.5 : 0.84)
  if (has('remove') && fields.length > 0 && !namesSeed(s, spec)) score = Math.max(score, 0.87)
  if (has('change') && fields.length > 0 && (figures === 0 || MEASURE.test(low))) score = Math.max(score, s.dates > 0 ? 0.5 : 0.82)
  if (has('add') && !ASKED.test(low) && addsField(s, spec)) score = Math.max(score, 0.86)
  if (MORE.test(low) && addsField(s, spec)) score = Math.max(score, 0.8)
  if (
    /\b(?:in|to) (?:english|chinese|japanese|korean)\b|(?:英語|英语|日本語|日本语|中国語|中国语|韓国語|韩国语)(?:に(?!つい)|で(?=表示|書|お願い|して|見|使|$))|(?:换成|改成|用)(?:英文|英语|中文|日文|日语|韩文|韩语)|(?:영어|일본어|중국어|한국어)로/.test(
      low,
    )
  )
    score = Math.max(score, 0.86)
  if (
    near &&
    has('view') &&
    has('build') &&
    !has('track') &&
    topics(reading, cuePlaces(low, 'view')).every(({ text }) => /^(?:make|create|add|view|app)$|作|만들|做/i.test(text))
  )
    score = Math.max(score, 1.04)
  if (/^(?:make it|turn it|set it|make the|use)\b/.test(low) && near && figures === 0) score = Math.max(score, 0.8)
  if (!score) return null
  if (has('build') && !near) score -= 0.3
  if (wishesAnew(s) && !app.exact) score -= 0.4
  // “a checklist for the garden without dates” speaks of another app than the one that is open.
  if (has('artefact') && s.evidence >= 0.5 && !app.named && LEFT_OUT.test(low) && !has('add') && !has('change')) score -= 0.4
  if (has('build') && has('artefact') && !has('add') && !has('rename') && !ALSO.test(low)) score -= 0.15
  if (!near) score -= 0.15
  return { is: { intent: 'edit', app: app.app.id }, confidence: score }
}

/** "the boiler is £2,600 now": what is saved for costs something else than was thought. */
export const DEARER =
  /^(?:actually |oh |so )*(?:the |my |our |it |it's |that )[\w' ]{0,30}?(?:is|costs?|will be|will cost|went up to|went down to|has gone (?:up|down) to|is going to (?:be|cost)) (?:now |actually )?\D{0,3}\d[\d.,]*k?\D{0,12}(?:now|instead|these days|after all|in the end)[.!]?$|^(?:actually |oh |so )*(?:the |my |our |it )[\w' ]{0,30}?now (?:costs?|is) \D{0,3}\d/
/** Money is put aside here, and nothing with a name of its own. */
export const savesFor = (spec: AppSpec): boolean =>
  spec.behaviours.some(
    (one) =>
      one.kind === 'goal' &&
      one.period === undefined &&
      one.measure.fn === 'sum' &&
      spec.collections.some(
        (each) => each.id === one.collection && each.fields.some((field) => field.id === each.title && field.kind !== 'text'),
      ),
  )

/** "how many have I put in?" adds nothing. */
const ASKED = /^(?:how|who|what|when|where|why|which)\b.*\?\s*$/
const BOUND = /\b(?:goal|target|limit|budget|score)s?\b/i
const isCounted = (text: string, spec: AppSpec): boolean =>
  !spec.behaviours.some((one) => one.kind === 'goal' || one.kind === 'limit') &&
  fieldsNamed(text, visibleCollections(spec), { kinds: false }).some(
    ({ field, text: said, score }) => score >= 0.95 && BOUND.test(said) && (field.kind === 'number' || field.kind === 'quantity'),
  )

/** Said only of a part of an app: a field asked for as such, some of the records to be shown, a phase of the timer, another option. */
function shapesOfChange(s: Signals, spec: AppSpec): boolean {
  const text = `${s.low} ${s.reading.text}`
  if (PART.test(text) && !/[?？]/.test(text)) return true
  if (SHOWN_ONLY.test(s.low)) return true
  const timer = spec.behaviours.find((one) => one.kind === 'timer')
  if (timer?.kind === 'timer' && s.reading.values.some((value) => value.read.kind === 'duration') && !s.has('did') && !s.question) {
    const named = timer.phases.some((phase) => labelPlace(s.low, s.reading.tokens, phase.label) !== undefined)
    if (s.has('change') && s.words <= 6) return true
    if ((named && (s.has('change') || /[로で에に]/.test(s.low))) || (PAUSE.test(s.low) && s.words <= 9)) return true
  }
  return s.has('add') && optionsOf(s, spec)
}
/** 담당자 칸 만들어줘, "add a column for the owner", 加一栏, 欄を追加, 적을 수 있게. */
const PART =
  /(?:칸|항목|필드)(?:이랑|하고|도)\s(?:\S{1,10}\s){1,2}(?:추가|넣|있으면|있음|있어야|필요)|^[\w' ]{2,30} (?:yes\/no|y\/n|\(?yes or no\)?)(?: too| as well| please)*$|\badd .{2,40} (?:to|for|on|of) (?:each|every|all)(?: the| of the)? \w+|^给?每[个道条本位只张].{1,8}(?:加上?|添加|增加).{1,12}|(?:各|それぞれの).{1,12}に.{1,14}(?:追加|足し|加え|つけ)|(?:^각 .{1,10}에|마다) .{1,14}(?:추가|넣|더해|적)|\bshould be (?:a|an|its own|another|an extra) (?:field|column)\b|^[가-힣 ]{1,14}[가-힣] ?(?:칸|항목)$|^[가-힣 ]{1,14}도?\s?\([^()]{1,14}[/,][^()]{1,40}\)\s?도?[요.!]*$|^(?:앱\s?)?(?:제목|이름)(?:을|은|도)?\s.+(?:으로|로)\s?(?:바꿔|변경|해)|^.{1,14}(?:栏|列|字段|欄)$|\b(?:add|include|need|want|make) .{0,40}\b(?:field|column|checkbox|tick ?box)\b|(?:加|添加|增加|新增|要)(?:一?[个栏列])?.{0,10}(?:字段|一栏|一列|栏目|栏)(?:吧|了)?$|(?:項目|欄|列|フィールド)(?:も|を)?(?:追加|足し|加え|作|つけ|ほしい|欲しい)|(?:칸|항목|필드|란)(?:도|을|를|이|가)?\s?(?:하나\s?|좀\s?)?(?:더\s?)?(?:추가|만들|넣|있으면|있음|있었으면|있어야|필요|달아)|[가-힣]\s?(?:적을|쓸|입력할|기록할|남길|붙일|고를|넣을|달|올릴|표시할) 수 있(?:게|도록|으면|음)|[도을를]\s?(?:적|쓰|남기|기록하|입력하)게\s?(?:해|하)/
const SHOWN_ONLY =
  /\b(?:only|just) (?:want to )?(?:show|see|list|display)\b|\b(?:show|list|display)(?: me)? (?:only|just)\b|(?:只|仅|光)(?:显示|看|想看|要看|列出|展示)|(?:だけ|のみ)(?:を|に)?(?:表示|見せ|見たい|絞)|^[가-힣 ]{1,12}(?:것|거|사람|곳)들?만[.!]?$|[가-힣]만\s?(?:따로\s?)?(?:보여|보고|보기|보이|표시|볼래|골라|필터)/
const PAUSE = /\b(?:break|rest|pause)s?\b|休息|休憩|휴식|쉬는 시간/

/** A choice is named as the place for what is added: "add ghosted to stage", 在心情里加疲惫, 기분에 피곤도 추가. */
const optionsOf = (s: Signals, spec: AppSpec): boolean =>
  fieldsNamed(s.reading.text, visibleCollections(spec), { kinds: false }).some(({ field, score, start, end }) => {
    if (field.kind !== 'choice' || score < 0.95) return false
    return /^(?:에|에도|に|にも|里|中|里面)/.test(s.low.slice(end)) || /(?:to|in|into|under) (?:the )?$/.test(s.low.slice(0, start))
  })

const RETIMED = /(?:시|분|반)으?로\s?(?:변경|바꾸|바꿔|옮겨|옮기|미뤄|미루|당겨|당기|해\s?[줘주])/
/** 수량 1개 이하면 알려줘. */
const LOW_KO = /(?:이하|미만|밑으로|아래로|떨어지|모자라|부족하|줄어들)[가-힣 ]{0,6}면\s?(?:바로\s|꼭\s)?알려/
const TIMED_TOO = /(?:시|분|반)에?도?\s(?:\S{1,10}\s?){0,2}(?:도\s?(?:넣|추가|먹|챙|있)|추가)/
const GOALS = /^(?:the |my |new )?(?:goal|target|limit|budget|目标|目標|预算|予算|上限|限额|목표|예산|한도)/
const ORDERS =
  /\b(?:sort|order|group)(?: it| them| the list| everything)? by\b|排序|分组|並べ替え|並び替え|並べて|正렬|정렬|순으로|[가-힣] 순$|순서로|별로 (?:묶|모아|나눠)|ごとにまとめ/
/** A superlative that is to stand first: 点数が高い順に, 从高到低, 높은 순으로. */
const FIRST =
  /^[^?？,，。、]{0,4}先.{1,8}的?(?:排|放|显示)在?(?:最)?前面?|^(?:please |can you |could you )?(?:show |put |list |have )?(?:the |it |them )?(?:(?:most|least) \w+|(?!rest|test|guest|west|forest|interest|request)[a-z]{2,9}est|best|worst|latest|top)\b[\w' -]{0,30} (?:first|at the (?:very )?top|on top|up top|at the start)(?:,? please)?[.!]*$|^[^?？,，。、]{0,12}(?:从[高低大小新旧早晚多少贵]到[高低大小新旧早晚多少便]|[高低大小新旧早晚多少贵]的?(?:排|放)?在?(?:最)?前面?)|^[^?？。、]{0,14}(?:高い|低い|大きい|小さい|新しい|古い|早い|遅い|多い|少ない|安い)順(?:に|で|$)|^[^?？,.]{0,14}(?:높은|낮은|큰|작은|많은|적은|비싼|싼|최신|오래된|빠른|늦은)\s?(?:것|거)?\s?(?:순|먼저|부터)/
/** "raise it to 25 a week": it is the limit or the goal that the app has. */
const RAISED =
  /^(?:please |can you |let's )?(?:raise|lower|increase|decrease|bump|reduce|drop|cut|bring)(?: it| that| this)?(?: up| down)? to \S?\d|^(?:提高|降低|降|加|减)到\D{0,2}\d|\d\S{0,3}に(?:上げ|下げ|増やし|減らし)|\d\S{0,3}으?로 (?:올[려리]|내[려리]|늘[려리]|줄[여이])/
/** "actually make it 2000 a month", "costs 1100 now, change the goal": another figure for the limit or the goal that it has. */
const AIMED =
  /^(?:actually|no|ok(?:ay)?|hmm|sorry|please|let's|can you|could you|,|\s)*(?:make|set|put|change) (?:it|that|this) (?:to )?\S{0,3}\d[\d.,]*\s?\w{0,8} (?:a|an|per|each|every) (?:day|week|month|year)\b|\b(?:change|update|raise|lower|set|adjust|move|increase|decrease) (?:the |my |our )?(?:goal|target|limit|budget|cap)\b/
/** "just the unpaid ones", "only the bottom drawer": some of the records. */
const ONLY_THE = /^(?:please |can you |could you |now )*(?:only|just) (?:show )?(?:the|those|my|our) [\w' -]{2,40}$/
/** "put a price on each", "who does each one should be on there too": one quality more for every record. */
const EACH_HAS =
  /^[\w' ]{3,40} ?[-,–:] ?(?:please )?(?:put|add|note|keep) (?:that|it|this) (?:on|for|to) (?:each|every|all)\b|^(?:please |can you |could you )*(?:put|give|have|keep|note|write) (?:an?|the) [\w' -]{2,30} (?:on|for|to|with|by) (?:each|every|all)\b|^(?:give|let) (?:each|every)(?: \w+)? (?:an?|have an?) \w|^[\w' -]{3,40} (?:should|ought to|needs to|must) be (?:on|in) (?:there|it|the (?:list|app))\b/
/** A name for the app that is open, with no other verb: "call this Wedding crunch". */
const CALLED = /^(?:please |let's |can you |could you )?(?:call|name|title) (?:this|it|the app|this app|this thing|this one)(?: app)?:? \S/i
/** "which ones sold for over 100? only show those": the question says which, the order that they are to be seen. */
const ASKED_THEN =
  /\?\s*(?:please |can you )?(?:only|just) (?:show|list|display|keep)(?: me)? (?:those|them|these)\b|[?？]\s*(?:只|仅)(?:看|显示|要)这[些个]|[?？]\s*(?:それ|その分|それら)だけ|[?？]\s*(?:그것|그거|걔네)만/
const UNIT =
  /(?:斤|公斤|千克|磅|英里|公里|キロ|ポンド|グラム|マイル|킬로|파운드|마일|그램|\b(?:pounds?|lbs?|kgs?|kilos?|kilograms?|miles?|km|kilometers?|kilometres?|ounces?|oz|ml|lit(?:er|re)s?|stones?)\b)(?:に|で|로|으로|[。.!！\s]|$)/
const REQUIRED =
  /\b(?:required|mandatory|compulsory|obligatory|optional|must be filled|can(?:'t|not) be (?:left )?(?:empty|blank))\b|必填|必须填|必須|必须|选填|可选|任意(?:に|で)|필수|선택 ?사항/
const COLOUR =
  /(?:换|改|变|弄|调|用|要).{0,4}(?:[红橙黄绿青蓝紫粉灰黑棕金]|颜色)|(?:[赤青緑黄紫黒灰白茶绿红]|ピンク|オレンジ|ブルー|グリーン|パープル|レッド|グレー)色?(?:系|っぽ[くい])?(?:に|が|で)|(?:빨간|파란|초록|노란|보라|분홍|회색|검은|주황|하늘)색?(?:으로|로)|\b(?:make|turn|paint|in) (?:it |the app |everything )?(?:red|blue|green|purple|pink|orange|yellow|gr[ae]y|brown|teal|violet|black|gold)\b|^(?:a |in )?(?:dark |light )?(?:red|blue|green|purple|pink|orange|yellow|brown|teal|violet)(?: (?:please|instead|theme|colou?rs?|would be nice|for me))+[.!]*$/
const ONLY =
  /\bonly\b|\bjust (?:show|see|the)\b|只(?:要|想)?(?:看|显示|列出|保留)|仅(?:看|显示)|光看|(?:だけ|のみ)(?:を|に)?(?:見|表示|出|にして|绞|$)|만\s?(?:보여|볼|보기|보고|표시|나오)/
/** Words that some of the records have in common: an option, or a yes and no. */
const namesSome = (text: string, spec: AppSpec): boolean =>
  visibleCollections(spec).some((one) =>
    visibleFields(one).some(
      (field) => field.kind === 'yesno' || ((field.kind === 'choice' || field.kind === 'choices') && optionNamed(text, field.options)),
    ),
  )
const PHASED =
  /^.{1,10}?(?:を|は|把|改成|改为|改到|调到|调成|变成)\s?\d{1,3}\s?(?:分|時間|小时)钟?(?:に(?:して|変えて|変更して?|する)?.{0,8})?$/
const SCALED =
  /\bout of \d|(?<![区町市村目番丁郡県])\b(?:from )?1\s?(?:to|-|–)\s?\d{1,2}\b|\d\s?(?:点満点|段階|分制|分满分|점 ?만점|점 ?척도|단계)|满分\d|満点/

const AHEAD = /\b(?:before|ahead|in advance|after|since)\b|提前|[前まえ]に|전에| 전 /
/** "a week before": so long ahead, whatever it is called. */
const SPAN_BEFORE = /\b(?:an?|one|two|three|four|six|\d+) (?:day|week|month|year)s? (?:before|ahead|after|since)\b/
/** "remind me at 9 to feed it": it is what the open app is about. */
const OF_IT = /\b(?:to \w+|about|of) (?:it|them|that|this)\b/
/** "remind me at 9 pm" says nothing of what: the open app reminds. With a thing to be reminded of, it is another matter. */
function remindsOnly(s: Signals): boolean {
  if (OF_IT.test(s.low)) return true
  // "2 weeks before something expires": before a day that the open app keeps.
  const dated =
    s.target?.open &&
    visibleCollections(s.target.app.spec).some((one) =>
      visibleFields(one).some((field) => field.kind === 'date' && field.default !== 'today'),
    )
  if (
    dated &&
    AHEAD.test(s.low) &&
    (SPAN_BEFORE.test(s.low) ||
      s.reading.values.some((value) => value.read.kind === 'duration' || value.read.kind === 'date' || value.read.kind === 'datetime'))
  )
    return true
  const words = topics(
    s.reading,
    s.reading.values.map((value) => [value.start, value.end] as const),
  ).map(({ text }) =>
    fold(text)
      .replace(
        /remind|reminder|notify|please|\b(?:before|instead|earlier|later|ahead|also|too|already|daily|about|to)\b|提醒|リマインド|通知|알려|알림|아침|점심|저녁|밤|晚上|早上|中午|夜|朝|昼|点|改|提前|前|전|도|말고|대신|에|매일/g,
        '',
      )
      .trim(),
  )
  return words.every((word) => word.length < 2)
}

/** An entry the app started with is named: "remove no sugar" is about that habit, not about a field. */
const namesSeed = (s: Signals, spec: AppSpec): boolean =>
  visibleCollections(spec).some((one) =>
    one.seeds.some(
      (seed) => typeof seed[one.title] === 'string' && labelPlace(s.low, s.reading.tokens, String(seed[one.title])) !== undefined,
    ),
  )

const MEASURE =
  /(?:number|text|rating|date|scale|unit|options?|required|optional|数字|文本|评分|选项|日期|必填|数値|数值|テキスト|評価|评价|選択|选择|必須|必须|숫자|텍스트|별점|선택|필수)/
const ALSO = /\balso\b|再|还|也|\bmore\b|も|도\s|추가/
const MORE =
  /^(?:also|and also|with)\b|也要|还要|还想|也想|もほしい|も欲しい|も入れ|も記録|도 넣|도 기록|도 있으면|도 있음|도 있었으면|도 있어야|도 껴|도 남기|도 적|도 필요|도 추가|[^\s]も[。！!]?$|[가-힣]도[.!]?$/

/** "mite count", 螨虫数量, ダニの数, 진드기 수: how many, whatever is counted. */
const COUNT =
  /\b(?:counts?|number|level|percentage|total)$|(?:数量|个数|次数)$|の数$|(?:数|数量|回数)(?:を|も)(?:追加|足し|入れ)|(?:개수|갯수|횟수|수량|[가-힣] 수)(?:도|를|을)?\s?(?:추가|넣어|기록)?/
/** "add a rating" changes the app; "add milk" is an entry of a list. */
function addsField(s: Signals, spec: AppSpec): boolean {
  const amount = s.reading.values.filter(
    (value) =>
      value.read.kind === 'money' ||
      value.read.kind === 'quantity' ||
      value.read.kind === 'duration' ||
      (value.read.kind === 'number' && !/^(?:a|an|one|一|하나|한)$/.test(value.text)),
  )
  if (s.has('setting') || (s.has('view') && addedWeight(s.reading, spec) > -2)) return true
  if (amount.length > 0 && !/scale|から|from|到|~|1-/.test(s.low)) return false
  if (COUNT.test(s.low.trim())) return true
  return s.dates === 0 && addedWeight(s.reading, spec) + (s.has('artefact') ? 1 : 0) > 0
}
