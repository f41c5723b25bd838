/** The app as a whole: its name, icon, colour, density, language, currency, and further collections. */
import { currencyNamed } from '../../base/language/money.ts'
import { fold, labelPlace, visibleCollections } from '../../base/resolve.ts'
import type { Accent, AppSpec, Collection, Field, Language, SpecEdit } from '../../spec.ts'
import { fieldFor, labelOfPart, partNamed, partOf } from '../rules/parts.ts'
import { asLabel } from '../rules/words.ts'
import { ADD, CHANGE, type Change, type Clause, freeId, is, quoted, REMOVE, type Rule } from './clause.ts'
import { hitsIn } from './fields.ts'
import { SAY } from './say.ts'

// ---- Name ------------------------------------------------------------------------------------------------------

const NAMING: RegExp[] = [
  /\b(?:call|name|title) (?:it|this|the app|this app)\s+(.+)$/i,
  /\brename (?:it|this|the app|this app|app)(?: to| as| into)?\s+(.+)$/i,
  /^(?:please |can you |could you )*rename (?:to|as) (.+)$/i,
  /\brename (?:the |my )?.{1,40}? (?:app|tracker) (?:to|as|into) (.+)$/i,
  /\b(?:change|set|make) (?:the |its |my )?(?:app(?:'s)? )?(?:name|title)(?: of (?:the|this) app)?(?: to| as)?\s+(.+)$/i,
  /(?:改名(?:为|叫|成|做)?|改叫|名字(?:改成|改为|叫|换成)|(?:应用名|名称)(?:改成|改为)|叫做|叫它|就叫|取名)\s*(.+)$/u,
  /(?:アプリ(?:の|を)?)?(?:名前|名称|タイトル|アプリ名)(?:を|は)\s*(.+?)(?:に(?:して|変えて|変更|する)?.*|で|がいい.*)?$/u,
  /(.+?)(?:という名前|って名前|に改名|と呼んで).*$/u,
  /(?:(?:앱|어플)(?:의)?\s?)?(?:이름|제목|명칭)(?:을|은|를)?\s*(.+?)(?:으로|로)?\s?(?:바꿔|변경|해|고쳐|하자|지어).*$/u,
  /(?:이름|제목)(?:은|을)\s*(.+?)(?:으로|로)$/u,
  /(.+?)(?:이라고|라고)\s?(?:불러|이름|하자|해).*$/u,
]

const NAME = /^(?:name|title|名字?|名称|标题|名前|タイトル|이름|제목|명칭)$/i

/** 숙소 이름도 적게 해줘: one more thing to note, and no new name. */
const NOTED_KO = /(?:이름|제목)(?:도|을|를)?\s?(?:적|쓰|남기|기록하|입력하)(?:게|을|ㄹ)/
export const renameApp: Rule = (clause) => {
  if (NOTED_KO.test(clause.low)) return null
  for (const pattern of NAMING) {
    const raw = pattern.exec(clause.text)?.[1]
    if (!raw) continue
    const name = asLabel(
      (quoted(raw) ?? raw)
        .replace(/^[\s“"'「『《]+|[\s”"'」』》.。!！]+$/g, '')
        .replace(/(?:吧|please|에|を|で|に)$/u, '')
        .trim(),
    )
    // “이름” is what the app is called and may be a field as well; another field named here is what is meant.
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name) || hitsIn(clause).some((hit) => hit.score >= 1 && !NAME.test(hit.text)))
      continue
    const collection = visibleCollections(clause.spec).find(
      (one) => fold(one.label) !== fold(clause.spec.name) && labelPlace(fold(clause.text.replace(raw, '')), [], one.label),
    )
    if (collection)
      return {
        edits: [{ do: 'rename-collection', collection: collection.id, label: name, one: name }],
        said: SAY.renamed[clause.language](collection.label, name),
      }
    return { edits: [{ do: 'rename-app', name }], said: SAY.renamed[clause.language](clause.spec.name, name) }
  }
  return null
}

// ---- Icon, look ------------------------------------------------------------------------------------------------

const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*/u
export const setIcon: Rule = (clause) => {
  const icon = EMOJI.exec(clause.text)?.[0]
  return icon && icon.length <= 8 && (/icon|emoji|图标|圖標|表情|アイコン|絵文字|아이콘|이모지/.test(clause.low) || is(clause, CHANGE))
    ? { edits: [{ do: 'set-icon', icon }], said: SAY.icon[clause.language](icon) }
    : null
}

const COLOURS: [Accent, RegExp][] = [
  ['coffee', /\bbrown\b|coffee colou?r|棕色|咖啡色|褐色|茶色|ブラウン|갈색/],
  ['leaf', /\bgreen\b|绿色|绿|緑|グリーン|초록|녹색/],
  ['sky', /\bblue\b|蓝色|蓝|青色?|ブルー|水色|파란|파랑|하늘색/],
  ['sea', /\b(?:teal|turquoise|cyan)\b|青绿|ティール|ターコイズ|청록/],
  ['plum', /\b(?:purple|violet)\b|紫色?|パープル|보라/],
  ['rose', /\b(?:pink|red|rose)\b|粉色?|粉红|红色?|ピンク|赤|レッド|분홍|핑크|빨간|빨강/],
  ['clay', /\b(?:orange|terracotta)\b|橙色?|橘|オレンジ|주황|오렌지/],
  ['honey', /\b(?:yellow|gold)\b|黄色?|金色|黄|イエロー|노란|노랑|황금/],
  ['slate', /\b(?:gr[ae]y|black|dark)\b|灰色?|黑色?|グレー|黒|灰|회색|검은|검정/],
]
const COLOUR_WORD =
  /colou?r|theme|accent|\bplease\b|\binstead\b|颜色|主题|色|テーマ|색|테마|换|改|变|にして|に変|으로|로 |\b(?:make|turn|in)\b/
const COMPACT = /\b(?:compact|denser|smaller|tighter)\b|紧凑|密一点|コンパクト|詰めて|小さく|촘촘|간결|작게|컴팩트/
const ROOMY = /\b(?:roomy|bigger|larger|spacious|more space)\b|宽松|大一点|ゆったり|大きく|広く|넓게|크게|여유/
const ENTRY_FIRST =
  /\b(?:form|entry|input) first\b|(?:表单|输入|录入).{0,4}(?:在前|放前|最前|先)|(?:入力|フォーム).{0,4}(?:先|上|最初)|입력.{0,6}(?:먼저|위|처음)/
const VIEWS_FIRST =
  /\b(?:chart|list|views?|summary) (?:first|on top)\b|(?:图表|列表|汇总).{0,4}(?:在前|放前|最前)|(?:グラフ|一覧|リスト|まとめ)(?:を|が)?(?:先|上|最初)|(?:그래프|목록|요약).{0,4}(?:먼저|위로|처음)/

export const setLook: Rule = (clause) => {
  const { low, language } = clause
  const look = (edit: Extract<SpecEdit, { do: 'set-look' }>['look'], said: string): Change => ({
    edits: [{ do: 'set-look', look: edit }],
    said: SAY.look[language](said),
  })
  if (COMPACT.test(low)) return look({ density: 'compact' }, { en: 'compact', zh: '紧凑', ja: 'コンパクト', ko: '간결하게' }[language])
  if (ROOMY.test(low)) return look({ density: 'roomy' }, { en: 'roomy', zh: '宽松', ja: 'ゆったり', ko: '넉넉하게' }[language])
  if (ENTRY_FIRST.test(low)) return look({ first: 'entry' }, { en: 'entry first', zh: '先录入', ja: '入力が先', ko: '입력 먼저' }[language])
  if (VIEWS_FIRST.test(low)) return look({ first: 'views' }, { en: 'views first', zh: '先看', ja: '表示が先', ko: '보기 먼저' }[language])
  const colour = COLOURS.find(([, pattern]) => pattern.test(low))
  return colour && COLOUR_WORD.test(low) && !hitsIn(clause).length
    ? look({ accent: colour[0] }, COLOURS.find((one) => one === colour)![1].exec(low)![0])
    : null
}

// ---- Language and currency ---------------------------------------------------------------------------------------

const SPEAKS: [Language, RegExp, string][] = [
  ['en', /\benglish\b|英文|英语|英語|英语|영어/, 'en-US'],
  ['zh', /\bchinese\b|中文|汉语|中国语|中国語|중국어/, 'zh-CN'],
  ['ja', /\bjapanese\b|日文|日语|日本语|日本語|일본어/, 'ja-JP'],
  ['ko', /\bkorean\b|韩文|韩语|韓国語|韩国语|한국어/, 'ko-KR'],
]
const NAMES: Record<Language, string> = { en: 'English', zh: '中文', ja: '日本語', ko: '한국어' }

/** The app's language; fields whose word is known in it are relabelled, the others keep the person's own words. */
export const setLanguage: Rule = (clause) => {
  const found = SPEAKS.find(([, pattern]) => pattern.test(clause.low))
  if (!found || is(clause, ADD)) return null
  if (!/\b(?:in|to|into|use|speak)\b|换|改|用|切|(?:語|语|文)(?:に|で(?=表示|書|お願い|して|見|使|$))|로|변경|바꿔/.test(clause.low))
    return null
  const [language, , locale] = found
  const edits: SpecEdit[] = [{ do: 'set-language', language, locale }]
  for (const collection of clause.spec.collections)
    for (const field of collection.fields) {
      const part = partNamed(field.label) ?? partOf(field.id)
      const label = part && labelOfPart(part, language)
      if (label && label !== field.label)
        edits.push({ do: 'rename-field', collection: collection.id, field: field.id, label: asLabel(label) })
    }
  return { edits, said: SAY.language[clause.language](NAMES[language]) }
}

export const setCurrency: Rule = (clause) => {
  if (clause.reading.values.some((value) => value.read.kind === 'money' || value.read.kind === 'bound')) return null
  const code =
    /\b(USD|EUR|JPY|CNY|KRW|GBP|TWD|HKD|AUD|CAD|CHF|SGD|THB|VND|INR)\b/.exec(clause.text.toUpperCase())?.[1] ??
    currencyNamed(clause.text, { currency: clause.ctx.currency, language: clause.language }) ??
    SPOKEN.find(([, pattern]) => pattern.test(clause.low))?.[0]
  if (!code || !(is(clause, CHANGE) || /\bin\b|currency|货币|通貨|通货|통화|用|で|로/.test(clause.low))) return null
  const edits = currencyEdits(clause.spec, code)
  return edits.length
    ? { edits, said: SAY.changed[clause.language]({ en: 'Currency', zh: '货币', ja: '通貨', ko: '통화' }[clause.language], code) }
    : null
}

/** Every amount of the app in another currency, ISO 4217; the figures stay as they are. */
export function currencyEdits(spec: AppSpec, code: string): SpecEdit[] {
  const edits: SpecEdit[] = []
  for (const collection of spec.collections)
    for (const field of collection.fields) {
      const to = inCurrency(field, code)
      if (to) edits.push({ do: 'change-field', collection: collection.id, field: to })
    }
  for (const behaviour of spec.behaviours)
    if (behaviour.kind === 'split' && behaviour.currency !== code)
      edits.push({ do: 'change-behaviour', behaviour: { ...behaviour, currency: code } })
  return edits
}
const SPOKEN: [string, RegExp][] = [
  ['USD', /\bdollars?\b|美元|美金|ドル|달러/],
  ['EUR', /\beuros?\b|欧元|ユーロ|유로/],
  ['JPY', /\byen\b|日元|日圆|円|엔화?(?:로|으로)/],
  ['CNY', /\b(?:yuan|rmb|renminbi)\b|人民币|元(?:に|で)|위안/],
  ['KRW', /\bwon\b|韩元|韓国ウォン|ウォン|원화/],
  ['GBP', /\bpounds? sterling\b|\bpounds\b|英镑|ポンド|파운드/],
]

function inCurrency(field: Field, code: string): Field | null {
  if (field.kind === 'money' && field.currency !== code) return { ...field, currency: code }
  if (field.kind === 'computed' && field.shows.kind === 'money' && field.shows.currency !== code)
    return { ...field, shows: { kind: 'money', currency: code } }
  return null
}

// ---- A second collection -----------------------------------------------------------------------------------------

type Template = {
  id: string
  label: Record<Language, string>
  one: Record<Language, string>
  icon: string
  fields: [part: string, kind: string, label: Record<Language, string>][]
  check?: string
}
const l = (en: string, zh: string, ja: string, ko: string): Record<Language, string> => ({ en, zh, ja, ko })

const TEMPLATES: [RegExp, Template][] = [
  [
    /pack(?:ing)?\b|luggage|suitcase|what to bring|行李|打包|携带|持ち物|荷物|パッキング|준비물|짐 ?(?:목록|싸|챙)|챙길/,
    {
      id: 'packing',
      label: l('Packing list', '行李清单', '持ち物', '준비물'),
      one: l('Thing', '物品', '持ち物', '준비물'),
      icon: '🧳',
      check: 'packed',
      fields: [
        ['item', 'text', l('Thing', '物品', '品名', '이름')],
        ['quantity', 'int', l('Quantity', '数量', '個数', '수량')],
        ['packed', 'yesno', l('Packed', '已打包', '準備済み', '챙김')],
      ],
    },
  ],
  [
    /shopping list|groceries|to buy|购物|采购|要买|買い物|买い物|買うもの|장보기|쇼핑|살 것/,
    {
      id: 'shopping',
      label: l('Shopping list', '购物清单', '買い物リスト', '장보기 목록'),
      one: l('Item', '物品', '品目', '품목'),
      icon: '🛒',
      check: 'bought',
      fields: [
        ['item', 'text', l('Item', '物品', '品目', '품목')],
        ['quantity', 'int', l('Quantity', '数量', '個数', '수량')],
        ['bought', 'yesno', l('Bought', '已买', '購入済み', '구입함')],
      ],
    },
  ],
  [
    /to-?do|task list|tasks|待办|任务|やること|タスク|할 일|할일/,
    {
      id: 'tasks',
      label: l('To do', '待办', 'やること', '할 일'),
      one: l('Task', '任务', 'タスク', '할 일'),
      icon: '✅',
      check: 'done',
      fields: [
        ['task', 'text', l('Task', '任务', 'タスク', '할 일')],
        ['due', 'date', l('Due', '截止', '期限', '마감')],
        ['done', 'yesno', l('Done', '完成', '完了', '완료')],
      ],
    },
  ],
  [
    /expense|spending|costs?\b.*\blist|记账|开销|花费清单|支出|费用清单|費用|経費|出费|지출|비용|경비/,
    {
      id: 'expenses',
      label: l('Expenses', '花费', '支出', '지출'),
      one: l('Expense', '花费', '支出', '지출'),
      icon: '💳',
      fields: [
        ['what', 'text+', l('What', '项目', '内容', '내용')],
        ['amount', 'money', l('Amount', '金额', '金額', '금액')],
        ['day', 'date=today', l('Date', '日期', '日付', '날짜')],
      ],
    },
  ],
  [
    /contact|phone numbers?|联系人|通讯录|連絡先|连络先|연락처/,
    {
      id: 'contacts',
      label: l('Contacts', '联系人', '連絡先', '연락처'),
      one: l('Contact', '联系人', '連絡先', '연락처'),
      icon: '📇',
      fields: [
        ['name', 'text', l('Name', '姓名', '名前', '이름')],
        ['phone', 'text', l('Phone', '电话', '電話', '전화')],
        ['email', 'text', l('Email', '邮箱', 'メール', '이메일')],
      ],
    },
  ],
  [
    /\b(?:notes|ideas|journal|diary)\b|笔记本|想法|日记|アイデア|日記|日记|아이디어|일기/,
    {
      id: 'notes',
      label: l('Notes', '笔记', 'ノート', '노트'),
      one: l('Note', '笔记', 'ノート', '노트'),
      icon: '📝',
      fields: [
        ['title', 'text', l('Title', '标题', 'タイトル', '제목')],
        ['text', 'note', l('Text', '内容', '本文', '내용')],
        ['day', 'date=today', l('Date', '日期', '日付', '날짜')],
      ],
    },
  ],
]
const LISTING = /명단|名单|名簿|\b(?:roster|list|section|tab|page|collection|log)\b|清单|列表|一个表|リスト|一覧|목록|리스트|탭/
const OF: RegExp[] = [
  /\b(?:list|collection|section|log) (?:of|for) (?:the |my )?([a-z][a-z' -]{1,40})/i,
  /([a-z][a-z' -]{1,40}?) (?:list|section|tab|collection)\b/i,
  /([\p{Script=Han}]{1,10}?)的?(?:清单|列表)/u,
  /([\p{L}ー]{1,14}?)の?(?:リスト|一覧)/u,
  /([가-힣]{1,12}(?:\s[가-힣]{1,8})?)\s?(?:목록|리스트|명단)/u,
]

/** "also keep a packing list", 再加一个行李清单, 持ち物リストも, 준비물 목록도: one more collection with its own list. */
export const addCollection: Rule = (clause) => {
  if (!is(clause, ADD) && !/\balso\b|keep a|再|も|도/.test(clause.low)) return null
  if (!LISTING.test(clause.low) && !/pack|行李|持ち物|준비물|やること|待办|할 일|to-?do|记账/.test(clause.low)) return null
  const { language, spec } = clause
  if (spec.collections.length >= 12 || spec.views.length >= 16) return null
  const template = TEMPLATES.find(([pattern]) => pattern.test(clause.low))?.[1] ?? plainList(clause)
  if (!template) return null
  const label = template.label[language]
  const same = visibleCollections(spec).find((one) => fold(one.label) === fold(label) || one.id === template.id)
  if (same) return { edits: [], said: SAY.there[language](same.label) }
  const id = freeId(
    template.id,
    spec.collections.map((one) => one.id),
  )
  const fields = template.fields.map(([part, kind, name]) => fieldFor(part, kind, name[language], language, clause.ctx.currency))
  const first = fields[0]!
  const collection: Collection = {
    id,
    label,
    one: template.one[language],
    icon: template.icon,
    title: first.id,
    fields: [{ ...first, required: true }, ...fields.slice(1)],
    seeds: [],
  }
  const view = {
    kind: 'list' as const,
    id: freeId(
      id,
      spec.views.map((one) => one.id),
    ),
    label,
    collection: id,
    ...(template.check && { check: template.check }),
  }
  return {
    edits: [
      { do: 'add-collection', collection },
      { do: 'add-view', view },
    ],
    said: SAY.added[language](label),
  }
}

/** A list nobody has a plan for: its name and a tick. */
function plainList(clause: Clause): Template | undefined {
  const word = OF.map((pattern) => pattern.exec(clause.text)?.[1]?.trim()).find((found) => found)
  const bare = word?.replace(/^(?:and |also |keep |add |have |a |an |the |another |i |want |再|加|一个|个|要|还)+/gi, '').trim()
  if (!bare) return undefined
  const name = asLabel(bare, 40)
  const label = l(name, name, name, name)
  return {
    id: freeId(/^[\x20-\x7e]+$/.test(name) ? name : 'list', []),
    label,
    one: label,
    icon: '📋',
    check: 'done',
    fields: [
      ['name', 'text', l('Name', '名称', '名前', '이름')],
      ['done', 'yesno', l('Done', '完成', '完了', '완료')],
    ],
  }
}

export const removeCollection: Rule = (clause) => {
  if (!is(clause, REMOVE)) return null
  const shown = visibleCollections(clause.spec)
  if (shown.length < 2) return null
  const found = shown.find((one) => {
    const at = labelPlace(clause.folded, clause.reading.tokens, one.label)
    // "delete the habit Reading" names one of them: only the name by itself, or called a list, is the whole of it.
    return (
      at && (WHOLE.test(clause.low) || !OTHER.test(`${clause.folded.slice(0, at[0])} ${clause.folded.slice(at[1])}`.replace(SMALL, ' ')))
    )
  })
  return found ? { edits: [{ do: 'remove-collection', collection: found.id }], said: SAY.removed[clause.language](found.label) } : null
}

const WHOLE =
  /\b(?:list|section|tab|page|collection|whole|entire|all (?:the|of))\b|清单|列表|整个|全部|リスト|一覧|ごと|全体|목록|리스트|탭|전체|통째/
const SMALL =
  /\b(?:remove|delete|drop|hide|get rid of|take out|please|the|my|can|you|i|don't|need|want|no|longer|from|this|app|it|part)\b|把|请|删除|删掉|删了|去掉|移除|不要|隐藏|取消|了|这个|那个|部分|を|は|も|の|消して|消す|削除|して|なくして|外して|いらない|不要|です|ください|隠して|部分|을|를|은|는|도|지워|삭제|없애|빼|줘|주세요|해|제거|숨겨|필요|없어|요|부분/g
const OTHER = /[\p{L}\p{N}]/u
