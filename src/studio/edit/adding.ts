/**
 * Fields that are asked for. A wish says what it is to be added to (each of them, a column), that it is to be written down
 * (적고 싶어, 書きたい, 想记), or only "add", which an entry may be added by as well.
 */
import { foldHan } from '../../base/language/han.ts'
import { collectionNamed, fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Language, SpecEdit } from '../../spec.ts'
import type { Asked } from '../frame/types.ts'
import { isQuality } from '../rules/guess.ts'
import { partNamed } from '../rules/parts.ts'
import { isBareQuestion } from '../rules/wording.ts'
import { asLabel } from '../rules/words.ts'
import { type Change, type Clause, freeId, is, type Rule, SURE } from './clause.ts'
import { askedIn, fieldAsked, fieldNamed, namesItsKind, nounsOf } from './nouns.ts'
import { BRACKETED, optionsIn } from './options.ts'
import { SAY } from './say.ts'
import { ADD, CHANGE, REMOVE, SHOW } from './words.ts'

type Wish = { is: RegExp; sure: number }
const wish = (sure: number, is: RegExp): Wish => ({ is, sure })
const KEEP = '(?:note|track|record|keep|log|write|put|store|save|jot|see|know|count)'
/** Group `what` is what is wished for; the first that fits says it most plainly. */
const WISHES: Record<Language, Wish[]> = {
  en: [
    wish(
      SURE.said,
      /^(?:and |also |please |pls )*(?:each|every|all(?: of)?(?: the| my| our)?)(?: one| of them| [\w'-]+){1,3}? (?:should|needs?|must|has to|have to|could|ought to|gets?|wants?)(?: also)?(?: to)?(?: also)?(?: have| get| show| carry| keep)? (?:an? |the |its |their |some )?(?<what>.{2,40}?)(?: too| as well| also| please)*$/i,
    ),
    wish(
      SURE.said,
      /^(?:please |can you |could you |and )*(?:put|give|have|keep|note|write|add) (?:an? |the )?(?<what>[\w' -]{2,30}?) (?:on|for|to|with|by) (?:each|every|all)\b.*$/i,
    ),
    wish(
      SURE.said,
      /^(?:please |can you |could you |and )*(?:give|let) (?:each|every)(?: \w+){1,2}? (?:an? |have an? )(?<what>[\w' -]{2,30})$/i,
    ),
    wish(SURE.said, /^(?<what>[\w' ]{3,40}?) ?[-,–:?]+ ?(?:please )?(?:put|add|note|keep|get) (?:that|it|this)(?: on| for| to| in)?\b.*$/i),
    wish(
      SURE.said,
      new RegExp(
        `^(?:and |also )?(?<what>[\\w' -]{3,40}?)[-,–:?! ]+(?:we|i)(?:'d| would)? (?:really |also )?(?:need|want|like|have) to ${KEEP} (?:that|it|this)\\b.*$`,
        'i',
      ),
    ),
    wish(
      SURE.said,
      /^(?:and |also )?(?<what>[\w' -]{3,40}?)[-,–:?! ]+(?:we|i)(?:'d| would)? (?:really )?(?:need|want|like) (?:that|it|this)(?: in(?: there| here)?| on there| too| as well)*$/i,
    ),
    wish(
      SURE.said,
      /^(?:and |also )?(?<what>[\w' -]{3,40}?) (?:should|ought to|needs to|must) be (?:on|in) (?:there|it|the (?:list|app|form))\b.*$/i,
    ),
    wish(
      SURE.said,
      /^(?:and |also |but )*(?:can|could|may) (?:i|we|you) (?:also |please )*(?:have|get|add|make|put in|do|include) (?:an? |the |another )?(?:extra |new )?(?:field|column|box|spot|place|space|line|slot|row)s? (?:for|with|to (?:put|note|write|say|record)) (?<what>.+?)(?: in| too| as well| please| pls)*$/i,
    ),
    wish(
      SURE.said,
      /^(?:and |also |please |pls |can you |could you |i |we |'d |would |just )*(?:need|want|add|include|make|like|have|put(?: in| on)?|stick|pop|chuck|throw|there should be|give me|give it|missing)(?: in| on| also)? (?:an? |the |another |some |one more )?(?:extra |new |separate )?(?:field|column|box|check ?box|tick ?box|toggle|spot|place|space|line|slot|somewhere)s? (?:for|with|called|named|saying|to (?:put|note|write|say|record)) (?<what>.+?)(?: in| too| as well| please| pls)*$/i,
    ),
    wish(
      SURE.said,
      /^(?:and |also |please |pls |i |we |'d |would |just |can you |could you )*(?:need|want|add|include|make|like|have|put in|stick in|there should be)(?: in)? (?:an? |the |another )?(?:extra |new )?(?<what>.{2,40}? (?:field|column|checkbox|tick ?box))(?: in| too| as well| please| pls)*$/i,
    ),
    wish(
      SURE.said,
      /^(?:and |also |please |i |we |'d |would |want to |like to |wanna |let me )*(?:tick|check|cross|mark)(?: off)? (?<what>.+?)(?: too| as well| also| please)*$/i,
    ),
    wish(SURE.said, /^(?<what>[\w' -]{2,30}?) should be (?:an?|its own|another|an extra) (?:field|column)(?: too| as well)?$/i),
    wish(
      SURE.said,
      new RegExp(
        `^(?:and |also |but )*(?:i|we)(?:'d| would|'ll)? (?:also |really )?(?:like|want|need|love)(?: to be able)? to (?:also )?${KEEP}(?: down| in| track of| a note of)? (?<what>.+?)(?: too| as well| also| please| pls)*$`,
        'i',
      ),
    ),
    wish(
      SURE.meant,
      new RegExp(
        `^(?:and |also |but )*(?:can|could) (?:i|we|you|it) (?:also |please )*${KEEP}(?: down| in| track of| a note of)? (?<what>.+?)(?: too| as well| also| please| pls| for each.*)*$`,
        'i',
      ),
    ),
    wish(
      SURE.meant,
      new RegExp(`^(?:and |please |pls )*(?:also|additionally) ${KEEP}(?: down| track of)? (?<what>.+?)(?: please| pls)*$`, 'i'),
    ),
  ],
  zh: [
    wish(
      SURE.said,
      /^(?:请|帮我|再|还要?|也)*给?每一?[个道条本位只张次单盒套天笔].{0,8}?(?:都)?(?:要|得)?(?:加上?|添加|增加|写上?|记上?|有)(?:一?个)?(?<what>.{1,14})$/u,
    ),
    wish(
      SURE.said,
      /^(?:请|帮我|再|还|也|要|想|得|给我|里面|这里)*(?:加|添|添加|增加|新增|补|弄|搞|多|来|要|开)上?[多返]?(?:一)?(?:栏位?|列|项|格|位|个(?:栏位?|栏目|字段|项目|格子?|位|地方))(?:[,，:：]|叫|可以|来?[记写填]低?)*(?<what>.{1,16}?)(?:好了|啦|吧)?$/u,
    ),
    wish(
      SURE.said,
      /^(?:请|帮我|再|还|也|要|想|得|给我)*(?:加|添|添加|增加|新增|补|弄|要)上?(?:一?个)?(?<what>.{1,14}?)(?:这|那|一)?(?:字段|栏目?|列|一项|项)$/u,
    ),
    wish(
      SURE.said,
      /^(?:请|帮我|顺便|最好|能不能|可不可以|能|可以)*(?:还|也|再|仲)?(?:想|要|得|需要|希望)(?:再|也|把)?(?:记|写|填|录|存|标|登记|勾)(?:录|上|下|一下|个|清楚|低)?(?<what>.{1,16}?)(?:也?记?下来|吗|吧)?$/u,
    ),
    wish(
      SURE.meant,
      /^(?:请|帮我|顺便|最好|能不能|可不可以|能|可以)+(?:还|也|再)?(?:把)?(?:记|写|填|录|存|标|登记)(?:录|上|下|一下|个)?(?<what>.{1,16}?)(?:也?记?下来|吗|吧)?$/u,
    ),
    wish(
      SURE.said,
      /^(?:还有)?(?<what>[^,，。]{1,14}?)(?:也|都)(?:要|得|想|可以|能)?(?:记|写|填|录|加|存)(?:一下|下来?|上|进去|录)?(?:吧|了)?$/u,
    ),
    wish(
      SURE.said,
      /^(?<what>[^,，。]{1,12}?)每一?[条个次天笔道本张](?:记录)?(?:都|里)?(?:要|得|应该)?(?:有|记|写|填|带)(?:上|着)?(?:吧|了)?$/u,
    ),
    wish(SURE.meant, /^(?:再|还|也)?(?:顺便)?(?:记|写|填)(?:上|下|一下|个)(?<what>.{1,12})$/u),
  ],
  ja: [
    wish(
      SURE.said,
      /^(?:あと|それと|できれば|あとは|それから|、)*(?<what>.{1,24}?)(?:の|という|って|用の)?(?:項目|欄|列|フィールド|枠|スペース)(?:も|を|が|って)?(?:一つ)?(?:追加|足[しせす]|増や[しせす]|作|つく|つけ|付け|入れ|設け|ほしい|欲しい|あると|あれば|できる|お願い|必要|いる).*$/u,
    ),
    wish(
      SURE.said,
      /^(?:あと|それと|できれば|あとは|それから|ついでに|、)*(?<what>.{1,24}?)(?:も|を|の)?チェック(?:も|を)?(?:でき|し(?:たい|ておきたい)|つけ|付け|入れ|ボックス).*$/u,
    ),
    wish(SURE.said, /^(?:各|それぞれの).{1,12}?に(?<what>.{1,16}?)(?:も|を)?(?:追加|足し|加え|つけ|付け|入れ|書|記録).*$/u),
    wish(
      SURE.said,
      /^(?:あと|それと|できれば|あとは|それから|ついでに|、)*(?<what>.{1,24}?)(?:も|を|とかも|なども)(?:一緒に|いっしょに|ついでに|別に)?(?:書(?:きたい|いておきたい|いときたい|けるように|けますか|けると|ける)|記録(?:したい|しておきたい|できますか|できるように|できると)|残(?:したい|しておきたい|しときたい|せますか|せるように|せると)|メモ(?:したい|しておきたい|できますか|できるように)|つけ(?:たい|られる|られますか|ておきたい)|付け(?:たい|られる)|入れ(?:たい|られる|られますか|ておきたい)|入力(?:したい|できる)|管理(?:したい|できる)|知りたい).*$/u,
    ),
    wish(
      SURE.meant,
      /^(?:あと|それと|できれば|あとは|それから|、)*(?<what>.{1,20}?)(?:も|が)(?:ほしい|欲しい|あると(?:いい|助か|嬉)|あれば|必要|いる|要る).*$/u,
    ),
    wish(SURE.meant, /^(?:あと|それと|できれば|あとは|それから|、)*(?<what>.{1,20}?)(?:も|を)(?:記録|メモ)(?:して|する).*$/u),
  ],
  ko: [
    wish(
      SURE.said,
      /^(?:그리고|아|혹시|저|그|근데|추가로|여기에|거기에)*\s?(?<what>.{1,24}?)\s?(?:칸|항목|필드|란)(?:도|을|를|이|가|은)?\s?(?:하나|좀|더|새로)?\s?(?:도\s)?(?:추가|만들|넣|있으면|있음|있었으면|있어야|필요|달아|붙여|생겼으면|부탁).*$/u,
    ),
    wish(SURE.said, /^(?:각|모든).{1,10}?(?:에|마다)(?:도)?\s(?<what>.{1,16}?)(?:도|을|를)?\s?(?:추가|넣|더해|적|쓰|기록).*$/u),
    wish(
      SURE.said,
      /^(?:그리고|아|혹시|저|그|근데|추가로|여기에|거기에)*\s?(?<what>.{1,24}?)(?:(?<!난이|온|습|속|밀|강|만족|중요|완성|선호|신선|숙련|위험|긴급)도|을|를|까지)?\s?(?:같이|함께|따로|좀)?\s?(?:적|쓰|기록하|기록|남기|메모하|체크하|체크|입력하|입력|표시하|보관하|관리하)(?:고\s?싶|을래|ㄹ래|을 수 있|ㄹ 수 있|을게|자|게\s?(?:해|하|좀)|어야|도록|으면 좋|고 싶).*$/u,
    ),
    wish(
      SURE.said,
      /^(?:그리고|아|혹시|저|그|근데|추가로)*\s?(?<what>.{1,24}?)(?:(?<!난이|온|습|속|밀|강|만족|중요|완성|선호|신선|숙련|위험|긴급)도|을|를|까지)?\s?(?:같이|함께|따로)?\s?(?:적을래|쓸래|쓸 수 있|적을 수 있|남길래|남길 수 있|기록할래|기록할 수 있|체크할래|체크할 수 있|입력할 수 있|표시할 수 있|넣을 수 있|고를 수 있|붙일 수 있|달 수 있|올릴 수 있).*$/u,
    ),
    wish(
      SURE.meant,
      /^(?:그리고|아|혹시|저|그|근데|추가로)*\s?(?<what>.{1,20}?)(?:(?<!난이|온|습|속|밀|강|만족|중요|완성|선호|신선|숙련|위험|긴급)도|까지)\s?(?:하나\s|좀\s|더\s|꼭\s)?(?:추가|넣|껴|끼워|더하|더해|붙이|붙여|달아|달자|있으면|있음|있었으면|있어야|필요|부탁).*$/u,
    ),
  ],
}

/** A wish that is one of its shape; where its words are those of an entry's value, less sure. */
export const wishedField: Rule = (clause) => {
  if (is(clause, REMOVE) || ASIDE.test(clause.low)) return null
  const said = clause.text.replace(/[.。!！?？~\s]+$/u, '')
  const text = clause.language === 'zh' ? foldHan(said) : said
  for (const { is: pattern, sure } of WISHES[clause.language]) {
    const found = pattern.exec(text)?.groups?.what?.trim()
    // Folding keeps the length, so places in one are places in the other.
    const what = found && said.slice(text.lastIndexOf(found), text.lastIndexOf(found) + found.length)
    if (!what || NOT_ADDED.test(what) || NOT_ADDED.test(fold(what))) continue
    const change = fieldsFor(listed(clause, what), clause)
    if (change) return { ...change, sure: !change.edits.length || TYPED_VALUE.test(what) ? SURE.perhaps : sure }
  }
  return null
}
/** Words of the whole app, of an order or a question. */
const NOT_ADDED =
  /^(?:(?:it|that|this|them|those|these)\b.*|everything|one|only .*|just .*|more|less|what|i|a|an)$|\b(?:goal|target|limit|budget|reminders?|streak|timer|chart|graph|calendar|board)\b|目标|上限|提醒|图表|日历|看板|目標|リマインド|グラフ|カレンダー|목표|한도|알림|그래프|달력/
/** A figure with its unit is a value that was kept. */
const TYPED_VALUE = /(?:^|\s)[£$€¥₩]?\d+(?:\.\d+)?(?:\s|%|$)/
/** “How many have I put in?” adds nothing. */
const ASIDE = /^(?:how|who|what|when|where|why|which)\b.*\?\s*$/

/** The clause with what is wished for in place of its words; options in brackets stay with it. */
const listed = (clause: Clause, what: string): Clause => ({ ...clause, text: `${what}`, low: what.toLowerCase(), folded: fold(what) })

/** Pictures are not kept; the address of one is. */
const PICTURES = /\b(?:photos?|pictures?|pics?|images?|selfies?)\b|照片|图片|圖片|相片|写真|画像|사진|이미지/i
const PUT_IN =
  /\b(?:add|attach|upload|include|put|keep|save|insert|have|store|post)\b|加|放|传|傳|存|贴|貼|附|配|添|のせ|載せ|追加|付け|つけ|残|올리|올려|넣|붙이|붙여|첨부|추가|저장|남기/
export const addPicture: Rule = (clause) => {
  const { collection, language, text } = clause
  if (!collection || collection.fields.length >= 40 || is(clause, REMOVE) || clause.reading.tokens.length > 14) return null
  if (!PICTURES.test(text) || !PUT_IN.test(clause.low)) return null
  const label = PICTURE[language]
  const known = collection.fields.find((field) => fold(field.label) === fold(label))
  const id = freeId(
    'picture',
    collection.fields.map((one) => one.id),
  )
  return {
    edits: known ? [] : [{ do: 'add-field', collection: collection.id, field: { id, label, kind: 'link' } }],
    said: SAY.linked[language](label),
    sure: SURE.said,
  }
}
const PICTURE: Record<Language, string> = { en: 'Photo link', zh: '照片链接', ja: '写真のリンク', ko: '사진 링크' }

const ALSO = /^(?:also|and|with|plus)\b|\b(?:yes\/no|y\/n)(?: too)?$|\btoo$|也要|还要|も(?:ほしい|欲しい|$)|도(?:\s|$)/
/** “add …” and a bare quality (“price”, 评分); an entry is added by the same words. */
export const addField: Rule = (clause) => {
  if ((is(clause, REMOVE) && !is(clause, ADD)) || ASIDE.test(clause.low)) return null
  if (is(clause, ADD)) {
    const change = fieldsFor(clause, clause)
    const options = optionsIn(clause.text).length >= 2
    return change && { ...change, sure: options || EACH_GETS.test(clause.low) ? SURE.said : qualities(clause) ? SURE.meant : SURE.perhaps }
  }
  const options = /^[^()（）]{2,16}\s?[(（][^()（）]+[)）][\s도요.!]*$/u.test(clause.text) && optionsIn(clause.text).length >= 2
  const bare = !is(clause, CHANGE) && !is(clause, SHOW) && clause.reading.tokens.length <= 6
  if (!bare && !options) return null
  const column = /[가-힣] ?(?:칸|항목)$|(?:栏|列|字段|欄)$/.test(clause.text)
  const part = partNamed(clause.text) !== undefined
  if (!column && !part && !options && !ALSO.test(clause.low)) return null
  const change = fieldsFor(clause, clause)
  return change && { ...change, sure: column || options ? SURE.implied : part ? SURE.perhaps : SURE.guessed }
}
/** "add a shelf to the books": each of them gets one; “add Dune to the books” is one more of them. */
const EACH_GETS =
  /\badd (?:a|an|another) [^,.]{2,40} (?:to|for) (?:the |each |every |all |my )+[^,.]{2,40}$|^(?:请|帮我)?给.{1,12}?(?:再|也|都)?加(?:上)?一?个/
const qualities = (clause: Clause): boolean => {
  const asked = askedIn(clause)
  // 약 먹었는지, "which servo it was", 1到5: no entry is told so.
  if (asked.length && (ASKED_EN.test(clause.low) || asked.every((one) => asksSo(one, clause.language)))) return true
  const nouns = nounsOf(clause)
  return (
    nouns.length > 0 &&
    nouns.every((noun) => !TYPED_VALUE.test(noun)) &&
    nouns.every((noun) => partNamed(noun) !== undefined || isQuality(fold(noun)))
  )
}

const ASKED_EN = /\b(?:which|what|whose|whether)\b/
const asksSo = ({ label, options, scale, kind, part }: Asked, language: Language): boolean =>
  options !== undefined ||
  scale !== undefined ||
  kind === 'yesno' ||
  part !== undefined ||
  isQuality(fold(label)) ||
  isBareQuestion(label, language)

/** What is named in `clause`, as fields of the collection that `whole` speaks of. */
function fieldsFor(clause: Clause, whole: Clause): Change | null {
  const home = homeOf(whole)
  if (!home) return null
  const { collection } = home
  const options = optionsIn(whole.text)
  const listed = options.length >= 2
  const head = listed
    ? {
        ...clause,
        text: clause.text
          .replace(BRACKETED, '')
          .replace(/[:：(（].*$/u, '')
          .replace(/\b(?:with )?(?:options?|choices?)\b.*$/i, ''),
      }
    : clause
  const nouns = nounsOf(head)
  const asked = askedIn(whole)
  // What the rules name is known, and more of it: they have it.
  const isNamed = nouns.length > asked.length && nouns.every((noun) => partNamed(noun) !== undefined || isQuality(fold(noun)))
  // “an invoice paid checkbox” is one.
  const isOneBox = nouns.length === 1 && asked.length > 1 && namesItsKind(nouns[0]!)
  const isListed = listed && !asked.some((one) => one.options)
  const isRead = asked.length > 0 && !isNamed && !isListed && !isOneBox
  const said: string[] = []
  const edits: SpecEdit[] = []
  const taken = collection.fields.map((field) => field.id)
  for (const one of isRead ? asked : nouns) {
    const noun = typeof one === 'string' ? one : one.label
    const part = typeof one === 'string' ? partNamed(noun) : one.part
    const known = collection.fields.find(
      (field) => fold(field.label) === fold(noun) || (part !== undefined && partNamed(field.label)?.id === part.id),
    )
    if (known?.hidden) {
      edits.push({ do: 'restore-field', collection: collection.id, field: known.id })
      said.push(SAY.back[clause.language](known.label))
    } else if (known) said.push(SAY.there[clause.language](known.label))
    else if (collection.fields.length + edits.length < 40) {
      const field = typeof one === 'string' ? fieldNamed(noun, clause, taken, listed ? options : []) : fieldAsked(one, clause, taken)
      taken.push(field.id)
      edits.push({ do: 'add-field', collection: collection.id, field })
      said.push(SAY.added[clause.language](field.label))
    }
  }
  return said.length
    ? {
        edits: [...edits, ...columnsFor(edits, clause)],
        said: said.join(clause.language === 'zh' ? ',' : clause.language === 'ja' ? '。' : ', '),
      }
    : null
}

/** Tables that name their columns would not show a new field. */
function columnsFor(edits: SpecEdit[], clause: Clause): SpecEdit[] {
  const added = edits.flatMap((edit) => (edit.do === 'add-field' ? [{ collection: edit.collection, id: edit.field.id }] : []))
  return clause.spec.views.flatMap((view): SpecEdit[] => {
    if (view.kind !== 'table' || !view.columns) return []
    const more = added.filter((one) => one.collection === view.collection).map((one) => one.id)
    return more.length ? [{ do: 'change-view', view: { ...view, columns: [...view.columns, ...more] } }] : []
  })
}

/** The collection that is named, else what the app is kept in: the log of habits rather than the list of their names. */
function homeOf(clause: Clause): { collection: Collection } | undefined {
  const named = collectionNamed(clause.text, clause.spec)
  if (!named || named.named) return named
  const bare = named.collection
  const log =
    visibleFields(bare).length <= 2
      ? visibleCollections(clause.spec).find((one) =>
          one.fields.some((field) => field.kind === 'relation' && field.required && field.to === bare.id),
        )
      : undefined
  return { collection: log ?? bare }
}

/** "shipped yes/no too", "add: watered (y/n)": the answers are said, and so the kind of field. */
const YES_NO =
  /^(?:please )?(?:also )?(?:add |include )?(?:an? |the )?(?:(?:was|is|are|were|did|does|has|had) (?:it|he|she|they|this|we|i) )?([\p{L}' -]{2,30}?)[ :,?]+\(?(?:yes\/no|y\/n|yes or no)\)?(?: too| as well| please| field)*[.!]?$/iu
export const addYesNo: Rule = (clause) => {
  const label = YES_NO.exec(clause.text.trim())?.[1]
  const { collection } = clause
  if (!label || !collection || collection.fields.length >= 40) return null
  const id = freeId(
    label,
    collection.fields.map((one) => one.id),
  )
  const field: Field = { id, label: asLabel(label), kind: 'yesno' }
  return { edits: [{ do: 'add-field', collection: collection.id, field }], said: SAY.added[clause.language](field.label), sure: SURE.said }
}
