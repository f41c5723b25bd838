/** A second list beside the first: added by its name, and done without. */
import { fold, labelPlace, visibleCollections } from '../../base/resolve.ts'
import type { Collection, Language } from '../../spec.ts'
import { fieldFor } from '../rules/parts.ts'
import { asLabel } from '../rules/words.ts'
import { type Clause, freeId, is, type Rule } from './clause.ts'
import { SAY } from './say.ts'
import { ADD, REMOVE } from './words.ts'

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
  const { language, spec } = clause
  // “to my reading list” is where it goes, and no second list.
  const low = [spec.name, ...visibleCollections(spec).map(({ label }) => label)].reduce(
    (left, name) => left.replaceAll(fold(name), ' '),
    clause.low,
  )
  if (!LISTING.test(low) && !/pack|行李|持ち物|준비물|やること|待办|할 일|to-?do|记账/.test(low)) return null
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
