/** Families that keep one kind of record: a line of fields each, and what a rule adds to that. */
import type { Family } from '../../base/concepts/types.ts'
import type { AppSpec, Collection } from '../../spec.ts'
import type { Build, Plan } from './build.ts'
import { t, type Words } from './words.ts'

export type Kept = Omit<Plan, 'label' | 'one'> & {
  label: string
  one: string
  name: string
  accent: AppSpec['look']['accent']
  /** What the collection is shown as, in order. */
  shows: ('list' | 'table' | 'calendar' | 'board' | 'cards' | 'checklist' | 'months' | 'days' | 'kinds')[]
  first?: 'entry' | 'views'
}

const k = (
  id: string,
  icon: string,
  accent: Kept['accent'],
  name: string,
  label: string,
  one: string,
  fields: string,
  shows: string,
  more: Partial<Kept> = {},
): Kept => ({
  id,
  icon,
  accent,
  name,
  label,
  one,
  fields,
  shows: shows.split(' ') as Kept['shows'],
  ...more,
})

// biome-ignore format: a table reads best one row a line
export const KEPT: Partial<Record<Family, Kept>> = {
  expenses: k('expenses', '💸', 'honey', 'Spending / 开销 / 支出 / 지출', 'Expenses / 开销 / 支出 / 지출', 'Expense / 开销 / 支出 / 지출', 'item amount! date! category shop note', 'list'),
  income: k('income', '💰', 'leaf', 'Income / 收入 / 収入 / 수입', 'Income / 收入 / 収入 / 수입', 'Income / 收入 / 収入 / 수입', 'source amount! date! note', 'list'),
  checklist: k('tasks', '✅', 'sea', 'Checklist / 清单 / チェックリスト / 체크리스트', 'Tasks / 任务 / やること / 할 일', 'Task / 任务 / やること / 할 일', 'task! done! due note', 'checklist', { first: 'views' }),
  events: k('events', '📅', 'sky', 'Calendar / 日程 / 予定 / 일정', 'Events / 日程 / 予定 / 일정', 'Event / 日程 / 予定 / 일정', 'name! date! time place note', 'calendar list', { first: 'views' }),
  recipes: k('recipes', '🍳', 'clay', 'Recipes / 菜谱 / レシピ / 레시피', 'Recipes / 菜谱 / レシピ / 레시피', 'Recipe / 菜谱 / レシピ / 레시피', 'name! ingredients! steps! cookTime servings rating', 'cards', { first: 'views' }),
  shopping: k('shopping', '🛒', 'leaf', 'Shopping list / 购物清单 / 買い物リスト / 장보기 목록', 'Shopping list / 购物清单 / 買い物リスト / 장보기 목록', 'Item / 物品 / 品目 / 품목', 'item! bought2! quantity note', 'checklist'),
  inventory: k('items', '📦', 'clay', 'Inventory / 库存 / 在庫 / 재고', 'Items / 物品 / 品目 / 물품', 'Item / 物品 / 品目 / 물품', 'item! quantity! expiry place note', 'list', { first: 'views' }),
  collection: k('items', '🗂️', 'plum', 'Collection / 收藏 / コレクション / 컬렉션', 'Items / 藏品 / アイテム / 항목', 'Item / 物品 / アイテム / 항목', 'name! date rating note', 'list', { first: 'views' }),
  journal: k('entries', '📔', 'rose', 'Journal / 日记 / 日記 / 일기', 'Entries / 日记 / 日記 / 일기', 'Entry / 日记 / 日記 / 일기', 'text! date! mood', 'list calendar'),
  mood: k('moods', '🙂', 'honey', 'Mood / 心情 / 気分 / 기분', 'Moods / 心情 / 気分 / 기분', 'Mood / 心情 / 気分 / 기분', 'mood! date! note', 'list calendar'),
  wishlist: k('wishes', '⭐', 'rose', 'Wish list / 愿望清单 / ほしい物リスト / 위시리스트', 'Wishes / 愿望 / ほしい物 / 위시', 'Wish / 愿望 / ほしい物 / 위시', 'item! price link priority done note', 'list', { first: 'views' }),
  reading: k('books', '📚', 'coffee', 'Reading / 读书 / 読書 / 독서', 'Books / 书 / 本 / 책', 'Book / 书 / 本 / 책', 'name!~Title / 书名 / 書名 / 제목; author status!~Status / 状态 / 状態 / 상태; pages end~Finished / 读完日期 / 読了日 / 다 읽은 날; rating thoughts', 'list', { first: 'views' }),
  watching: k('titles', '🎬', 'plum', 'To watch / 观影 / 映画・ドラマ / 영화·드라마', 'Titles / 影片 / 作品 / 작품', 'Title / 影片 / 作品 / 작품', 'name!~Title / 片名 / 作品名 / 제목; genre platform status! end~Watched on / 观看日期 / 見た日 / 본 날; rating thoughts', 'list', { first: 'views' }),
  contacts: k('contacts', '📇', 'sea', 'Contacts / 通讯录 / 連絡先 / 연락처', 'Contacts / 联系人 / 連絡先 / 연락처', 'Contact / 联系人 / 連絡先 / 연락처', 'name! phone email address relationship note', 'list', { first: 'views' }),
  birthdays: k('birthdays', '🎂', 'rose', 'Birthdays / 生日 / 誕生日 / 생일', 'Birthdays / 生日 / 誕生日 / 생일', 'Birthday / 生日 / 誕生日 / 생일', 'name! birthday! relationship giftIdea', 'list', { first: 'views' }),
  subscriptions: k('subscriptions', '🔁', 'plum', 'Subscriptions / 订阅 / サブスク / 구독', 'Subscriptions / 订阅 / サブスク / 구독', 'Subscription / 订阅 / サブスク / 구독', 'name! fee! cycle renewal! note', 'list', { first: 'views' }),
  gifts: k('gifts', '🎁', 'rose', 'Gifts / 礼物 / 贈り物 / 선물', 'Gifts / 礼物 / 贈り物 / 선물', 'Gift / 礼物 / 贈り物 / 선물', 'gift! person! occasion amount! date done', 'list', { first: 'views' }),
  symptoms: k('episodes', '🩺', 'rose', 'Symptoms / 症状记录 / 体調記録 / 증상 기록', 'Entries / 记录 / 記録 / 기록', 'Entry / 记录 / 記録 / 기록', 'symptom! date! pain! trigger medicine note', 'list calendar'),
  sleep: k('nights', '😴', 'slate', 'Sleep / 睡眠 / 睡眠 / 수면', 'Nights / 睡眠 / 睡眠 / 수면', 'Night / 睡眠 / 睡眠 / 수면', 'date! bedtime! waketime! quality note', 'list'),
  feeding: k('feeds', '🍼', 'honey', 'Baby log / 宝宝记录 / 育児記録 / 아기 기록', 'Entries / 记录 / 記録 / 기록', 'Entry / 记录 / 記録 / 기록', 'type! moment! volume duration note', 'list'),
  grades: k('grades', '🎓', 'sea', 'Grades / 成绩 / 成績 / 성적', 'Grades / 成绩 / 成績 / 성적', 'Grade / 成绩 / 成績 / 성적', 'subject! grade! credits date note', 'table'),
  jobhunt: k('applications', '💼', 'sea', 'Job hunt / 求职 / 就職活動 / 구직', 'Applications / 投递 / 応募 / 지원', 'Application / 投递 / 応募 / 지원', 'company! position status! date~Applied / 投递日期 / 応募日 / 지원일; due~Next step on / 下一步日期 / 次の予定日 / 다음 일정; contact note', 'board list', { first: 'views' }),
  goals: k('goals', '🎯', 'leaf', 'Goals / 目标 / 目標 / 목표', 'Goals / 目标 / 目標 / 목표', 'Goal / 目标 / 目標 / 목표', 'name! progress due done note', 'checklist', { first: 'views' }),
  guests: k('guests', '💌', 'rose', 'Guests / 来宾 / ゲスト / 손님', 'Guests / 来宾 / ゲスト / 손님', 'Guest / 来宾 / ゲスト / 손님', 'name! reply! quantity~Party size / 人数 / 人数 / 인원; note', 'list', { first: 'views' }),
  plants: k('plants', '🪴', 'leaf', 'Plants / 植物 / 植物 / 식물', 'Plants / 植物 / 植物 / 식물', 'Plant / 植物 / 植物 / 식물', 'name! species place lastWatered! note', 'list', { first: 'views' }),
  vehicle: k('entries', '🚗', 'slate', 'Car log / 爱车记录 / 愛車の記録 / 차계부', 'Entries / 记录 / 記録 / 기록', 'Entry / 记录 / 記録 / 기록', 'type! date! odometer! liters amount! note', 'list'),
  maintenance: k('jobs', '🔧', 'slate', 'Maintenance / 维护 / メンテナンス / 관리', 'Jobs / 维护项目 / 手入れ / 관리 항목', 'Job / 维护项目 / 手入れ / 관리 항목', 'task! due!~Next due / 下次日期 / 次回の日 / 다음 예정일; done amount note', 'list', { first: 'views' }),
  timesheet: k('shifts', '⏱️', 'sea', 'Hours / 工时 / 勤務時間 / 근무 시간', 'Entries / 工时 / 勤務 / 근무', 'Entry / 工时 / 勤務 / 근무', 'project date! starttime endtime duration! note', 'list'),
  workout: k('sessions', '🏋️', 'clay', 'Workouts / 健身 / ワークアウト / 운동', 'Sessions / 训练 / トレーニング / 운동', 'Session / 训练 / トレーニング / 운동', 'exercise! date! sets reps weight~Weight / 重量 / 重量 / 무게; duration note', 'list'),
  intake: k('entries', '🥤', 'sky', 'Intake / 摄入 / 摂取記録 / 섭취 기록', 'Entries / 记录 / 記録 / 기록', 'Entry / 记录 / 記録 / 기록', 'item! moment! calories note', 'list'),
  study: k('sessions', '📖', 'sea', 'Study / 学习 / 勉強 / 공부', 'Sessions / 学习 / 学習 / 공부', 'Session / 学习 / 学習 / 공부', 'subject! topic date! studyTime! done note', 'list'),
  poll: k('votes', '🗳️', 'sky', 'Poll / 投票 / 投票 / 투표', 'Votes / 投票 / 投票 / 투표', 'Vote / 投票 / 投票 / 투표', 'person! note', 'list'),
  pets: k('care', '🐾', 'honey', 'Pet care / 宠物 / ペット / 반려동물', 'Care / 照护 / お世話 / 돌봄', 'Entry / 记录 / 記録 / 기록', 'type! date! weight due~Next time / 下次日期 / 次回 / 다음 날짜; note', 'list'),
  measurements: k('measurements', '📏', 'sea', 'Measurements / 测量 / 測定 / 측정', 'Measurements / 记录 / 記録 / 기록', 'Measurement / 记录 / 記録 / 기록', 'date! note', 'list'),
}

export const planOf = (kept: Kept): Plan => ({
  id: kept.id,
  label: t(kept.label),
  one: t(kept.one),
  ...(kept.icon ? { icon: kept.icon } : {}),
  fields: kept.fields,
})

/** Adds the collection with its plain views. */
export function keep(b: Build, family: Family, role: 'main' | 'side' = 'main', fields?: string): Collection {
  const kept = KEPT[family]!
  const collection = b.add({ ...planOf(kept), ...(fields ? { fields } : {}) }, role)
  if (role === 'main') {
    b.icon = kept.icon ?? b.icon
    b.accent = kept.accent
    b.first = kept.first ?? 'entry'
    b.defaultName = t(kept.name)
  }
  for (const shown of kept.shows) show(b, collection, shown)
  return collection
}

function show(b: Build, collection: Collection, shown: Kept['shows'][number]): void {
  const date = b.dateOf(collection)
  const choice = b.find(collection, 'choice')
  const check = b.find(collection, 'yesno')
  if (shown === 'calendar' && date)
    b.put({
      id: `${collection.id}Calendar`,
      kind: 'calendar',
      label: b.say(t('Calendar / 日历 / カレンダー / 달력')),
      collection: collection.id,
      date: date.id,
    } as never)
  else if (shown === 'board' && choice)
    b.put({
      id: `${collection.id}Board`,
      kind: 'board',
      label: b.say(t('Board / 看板 / ボード / 보드')),
      collection: collection.id,
      group: choice.id,
    } as never)
  else if (shown === 'table' || shown === 'cards')
    b.put({
      id: `${collection.id}${shown === 'table' ? 'Table' : 'Cards'}`,
      kind: shown,
      label: collection.label,
      collection: collection.id,
    } as never)
  else if (shown === 'checklist' && check) b.list(collection, { check: check.id })
  else b.list(collection)
}

export type { Words }
