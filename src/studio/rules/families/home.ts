/** The household: meals, shopping, stock, chores, plants, animals, cars. */
import type { Collection, Field } from '../../../spec.ts'
import type { Frame } from '../../frame/types.ts'
import { fits } from '../../names.ts'
import type { Build } from '../build.ts'
import { isQuality } from '../guess.ts'
import { keep } from '../kept.ts'
import { nounPhrase } from '../nouns.ts'
import { optionSet, partNamed } from '../parts.ts'
import { choresFor } from '../suggestions.ts'
import { asLabel, t } from '../words.ts'
import { addMembers, type B, called, daysBefore, notQuality, type Rule, required, setDefault, setOptions, takeItems } from './shared.ts'
import { simple } from './things.ts'

/** The time of a recipe is how long it takes. */
export const recipes: Rule = (b, role) => {
  b.frame.asked = b.frame.asked.map((one) =>
    one.part?.id === 'time' || /^(?:time|时间|時間|시간|소요 ?시간)$/i.test(one.label)
      ? { ...one, kind: 'duration', part: partNamed('duration')! }
      : one,
  )
  simple('recipes')(b, role)
}

/** What a menu has anyway: the dish, the day, what goes into it and what is to be bought. */
const IN_A_MENU =
  /^(?:the |my )?(?:recipes?|dish(?:es)?|meals?|(?:which |what )?days?|date|ingredients?(?: list)?|(?:auto(?:matic)? )?(?:shopping|grocery|buying) list|menu|(?:哪)?(?:一?天|日期|日)|菜谱?|菜名|食谱|食材|材料|配料|购物清单|采购清单|买菜清单|菜单|レシピ|料理|曜日|日付|何曜日|食材|材料|買い物リスト|献立|레시피|요리|요일|날짜|재료|식재료|장보기 목록|장보기|식단)$/i
export const mealplan: Rule = (b, role) => {
  if (role === 'main') {
    b.frame.asked = b.frame.asked.filter((one) => !IN_A_MENU.test(one.label))
    b.frame.items = b.frame.items.filter((one) => !IN_A_MENU.test(one.label))
  }
  const recipes = b.add({
    id: 'recipes',
    label: t('Recipes / 菜谱 / レシピ / 레시피'),
    one: t('Recipe / 菜谱 / レシピ / 레시피'),
    icon: '🍳',
    fields: 'name! steps cookTime',
  })
  const plan = b.add(
    { id: 'plan', label: t('Menu / 菜单 / 献立 / 식단'), one: t('Meal / 一餐 / 食事 / 식사'), icon: '🍽️', fields: 'date! meal! note' },
    role,
  )
  const recipe = b.relation(plan, 'recipe', t('Dish / 菜 / 料理 / 요리'), recipes)
  required(plan, recipe.id)
  const ingredients = b.add({
    id: 'ingredients',
    label: t('Ingredients / 食材 / 材料 / 재료'),
    one: t('Ingredient / 食材 / 材料 / 재료'),
    icon: '🥕',
    fields: 'item~Ingredient / 食材 / 材料 / 재료; size~Amount / 用量 / 分量 / 분량;',
  })
  const of = b.relation(ingredients, 'of', t('For recipe / 所属菜谱 / レシピ / 레시피'), recipes)
  const list = b.add({
    id: 'shopping',
    label: t('Shopping list / 购物清单 / 買い物リスト / 장보기 목록'),
    one: t('Item / 物品 / 品目 / 품목'),
    icon: '🛒',
    fields: 'item! size~Amount / 用量 / 分量 / 분량; bought2!',
  })
  const date = b.dateOf(plan)!
  b.put({ id: 'menu', kind: 'timeline', label: plan.label, collection: plan.id, date: date.id } as never)
  b.list(list, { check: b.by(list, 'bought2')!.id })
  b.list(recipes)
  b.list(ingredients, { group: of.id })
  const shopping = b.does<B<'shopping'>>({
    kind: 'shopping',
    plan: plan.id,
    date: date.id,
    recipe: recipe.id,
    ingredients: ingredients.id,
    of: of.id,
    name: ingredients.title,
    amount: b.by(ingredients, 'size')!.id,
    list: list.id,
    item: list.title,
    listAmount: b.by(list, 'size')!.id,
  })
  b.tool(shopping)
  if (role === 'main') {
    b.icon = '🍽️'
    b.accent = 'leaf'
    b.first = 'views'
    b.defaultName = t('Meal plan / 一周菜单 / 献立 / 식단')
  }
}

export const shopping: Rule = (b, role) => {
  if (b.collections.some((c) => c.concept === 'shopping')) return
  const items = takeItems(b, notQuality(b))
  const c = keep(b, 'shopping', role)
  b.seed(
    c,
    items.map((item) => ({
      [c.title]: asLabel(item.label, 80),
      ...(item.number && b.by(c, 'quantity') ? { [b.by(c, 'quantity')!.id]: Math.max(0, Math.round(item.number)) } : {}),
    })),
  )
}

export const inventory: Rule = (b, role) => {
  const { frame } = b
  called(b, [[/^(?:数|個数|残数|个数|数目|개수|갯수|수|qty|count|how many|amount)$/i, 'quantity']])
  const c = keep(b, 'inventory', role)
  let quantity = b.by(c, 'quantity') ?? b.find(c, 'quantity', 'number')
  const bound = frame.bounds.find((one) => one.what === 'quantity' || one.what === 'count' || one.what === 'number')
  if (quantity && bound?.unit && bound.what === 'quantity') {
    quantity = {
      id: quantity.id,
      label: quantity.label,
      kind: 'quantity',
      unit: bound.unit,
      ...(quantity.concept ? { concept: quantity.concept } : {}),
    }
    b.replace(c, quantity)
  }
  if (quantity && (bound || frame.behaviours.has('stock') || /stock|库存|在庫|在库|재고|running low|run out|用完/.test(frame.low)))
    b.does<B<'stock'>>({ kind: 'stock', collection: c.id, quantity: quantity.id, least: bound?.value ?? 1 })
  const expiry = b.by(c, 'expiry') ?? expiryBeside(b, c) ?? b.find(c, 'date')
  if (expiry && /expir|best before|过期|保质|期限|유통기한|소비기한|만료/.test(frame.low))
    b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: expiry.id, before: daysBefore(frame.low) ?? 3 })
}

const ENDS = new Set(['due', 'renewal', 'warranty', 'end'])
/** Days that lie behind when they are noted. */
const PAST = /买入|购买|购入|開封|开封|生产|製造|购|買った|購入|開けた|入手|opened|bought|purchase|made|구입|구매|개봉|제조|산 날/i
/** "tell me before it expires", with only the day it was opened named: the day it expires is noted too. */
function expiryBeside(b: Build, main: Collection): Field | undefined {
  const dates = main.fields.filter((field) => field.kind === 'date')
  if (!dates.length || dates.some((field) => ENDS.has(field.concept ?? '') || !PAST.test(field.label))) return undefined
  const made = b.field('expiry~Expiry date / 过期日期 / 期限 / 만료일', main.fields)
  main.fields.push(made)
  return made
}

export const chores: Rule = (b, role) => {
  const { frame } = b
  const people = frame.people
  const items = takeItems(b, notQuality(b)).filter(
    (item) => !people.some((person) => item.label.includes(person)) && !SOMEBODIES.test(item.label) && !PLANS.test(item.label),
  )
  const c = b.add(
    {
      id: 'chores',
      label: t('Chores / 家务 / 家事 / 집안일'),
      one: t('Chore / 家务 / 家事 / 집안일'),
      icon: '🧹',
      fields: 'name! due~Next on / 下次日期 / 次の日 / 다음 날짜; done!',
    },
    role,
  )
  const members = addMembers(b, t('Family / 家人 / 担当者 / 가족'))
  const who = b.relation(c, 'who', t('Who / 谁做 / 担当 / 담당'), members)
  const duty = dutyOf(frame)
  const rows = items.length ? items.flatMap((item) => choresIn(item.label, frame.language)) : duty ? [duty] : choresFor(frame)
  const due = b.by(c, 'due')
  b.seed(
    c,
    rows.map((name) => ({ [c.title]: asLabel(name, 80), ...(due ? { [due.id]: frame.now.date } : {}) })),
  )
  const done = b.by(c, 'done') ?? b.find(c, 'yesno')
  b.tool(b.does<B<'pick'>>({ kind: 'pick', collection: c.id, members: members.id, avoid: 1 }))
  const every = frame.every ?? { unit: 'week' as const, count: 1 }
  if (due)
    b.does<B<'recurrence'>>({
      kind: 'recurrence',
      collection: c.id,
      date: due.id,
      ...(done ? { done: done.id } : {}),
      every: { unit: every.unit, count: Math.min(366, Math.max(1, every.count)) },
    })
  b.list(c, { ...(done ? { check: done.id } : {}), group: who.id })
  b.list(members)
  if (role === 'main') {
    b.icon = '🧹'
    b.accent = 'leaf'
    b.first = 'views'
    b.defaultName = t('Chores / 家务分工 / 家事当番 / 집안일 당번')
  }
}

/** 排个班: that it is to be planned is no chore. */
const PLANS = /^(?:排个?[班表]|排一下|安排一下|做个表|分一下|表を作|決め|정해|번갈아|.{0,6}번갈아)/
const SOMEBODIES = /^(?:(?:flat|room|house)mates?|people|kids?|children|family|friends|everyone|家族|家人|みんな|가족|식구)$/i

/** A rota of one thing, among people who are named: 화장실 청소 당번. */
function dutyOf(frame: Frame): string | undefined {
  const topic = frame.people.length ? nounPhrase(frame).replace(ROTA, '').trim() : ''
  return topic.length >= 2 && !HOUSEWORK.test(topic) && fits(topic, frame.language) ? topic : undefined
}
const ROTA = /\s*\b(?:rota|wheel|roster|schedule|chart|turns?)$|の?(?:当番|順番|担当)表?$|(?:值日|轮流|轮值)表?$|\s?(?:당번|순번|순서)표?$/i
const HOUSEWORK = /chore|house ?(?:work|hold)|家务|家事|집안일|值日|^(?:duty|duties)$|当番|당번/i

/** 洗碗拖地倒垃圾: verb-object pairs written without marks. */
function choresIn(label: string, language: string): string[] {
  if (language !== 'zh' || label.length < 4) return [label]
  // 家里三口人轮流…: what stands before the turns are those who take them.
  const own = label.replace(/^.*(?:轮流|轮着|分担|分工|排班)(?:做|去|来)?/u, '')
  const parts = own.match(/(?:洗|拖|扫|倒|擦|做|买|收|晾|叠|浇|喂|遛|打扫|整理)[^洗拖扫倒擦做买收晾叠浇喂遛打整]{1,3}/g)
  return parts && parts.join('') === own ? parts : own === label ? [label] : own ? [own] : []
}

const WATERED = /water|浇|水|물 ?(?:주|준|줄)/
export const plants: Rule = (b, role) => {
  const repots = /repot|换盆|植え替え|植え替え|분갈이/.test(b.frame.low) && !/water|浇水|水やり|물/.test(b.frame.low)
  const c = keep(
    b,
    'plants',
    role,
    repots
      ? 'name! species place repotted! size~Pot size / 花盆大小 / 鉢のサイズ / 화분 크기; note'
      : WATERED.test(b.frame.low) || b.frame.asked.filter((one) => one.sure).length < 3
        ? undefined
        : 'name! species place lastWatered note',
  )
  const { every } = b.frame
  const watered = b.by(c, 'lastWatered') ?? b.by(c, 'repotted') ?? b.find(c, 'date')
  if (watered && (every || b.frame.behaviours.has('reminder') || /water|浇水|水やり|물/.test(b.frame.low)))
    b.does<B<'reminder'>>({
      kind: 'reminder',
      collection: c.id,
      date: watered.id,
      before: 0,
      every: every
        ? { unit: every.unit, count: Math.min(366, Math.max(1, every.times ? Math.round(7 / every.times) || 1 : every.count)) }
        : { unit: 'week', count: 1 },
    })
}

const DRIVEN: [RegExp, string][] = [
  [/^(?:里程数?|公里数|走行距離|オドメーター|ODO|mileage|odo|주행 ?거리|총 ?주행(?: ?거리)?|키로수)$/i, 'odometer'],
  [/^(?:升数|加油升数|リットル|給油量|litres?|liters?|gallons?|리터|주유량)$/i, 'liters'],
]
export const vehicle: Rule = (b, role) => {
  const fuel = /fuel|gas\b|mileage|petrol|油耗|加油|给油|燃费|주유|연비|fill-up/.test(b.frame.low)
  called(b, DRIVEN)
  // What was done is told in a field of its own: no kind of it besides.
  const told = b.frame.asked.filter((one) => one.sure).length >= 3 && !b.frame.asked.some((one) => one.part?.id === 'type')
  const c = keep(
    b,
    'vehicle',
    role,
    fuel ? 'date! odometer! liters! amount! shop note' : `${told ? 'item!' : 'type!'} date! odometer amount! note`,
  )
  setOptions(b, c, 'type', 'vehicle')
  const amount = b.find(c, 'money')
  if (amount) b.chart(c, 'bar', 'sum', amount, b.dateOf(c)!, 'month')
  if (fuel) b.icon = '⛽'
}

export const maintenance: Rule = (b, role) => {
  const c = keep(b, 'maintenance', role)
  const due = b.find(c, 'date')!
  const done = b.find(c, 'yesno')
  const { every } = b.frame
  b.does<B<'recurrence'>>({
    kind: 'recurrence',
    collection: c.id,
    date: due.id,
    ...(done ? { done: done.id } : {}),
    every: every ? { unit: every.unit, count: Math.min(366, Math.max(1, every.count)) } : { unit: 'month', count: 3 },
  })
  b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: due.id, before: daysBefore(b.frame.low) ?? 3 })
}

/** Weight is noted as a figure, however it is a kind of care too. */
const isMeasured = (label: string): boolean => /^(?:qty|money|date)/.test(partNamed(label)?.kind ?? '')
export const pets: Rule = (b, role) => {
  // Kinds of care that are listed are in its choice already; other qualities stay.
  const kinds = optionSet('petcare', b.frame.language).map((option) => option.label.toLowerCase())
  takeItems(
    b,
    (item) =>
      !isQuality(item.label) &&
      !isMeasured(item.label) &&
      item.label.length <= 8 &&
      kinds.some((kind) => item.label.toLowerCase().includes(kind)),
  )
  const c = keep(b, 'pets', role)
  setOptions(b, c, 'type', 'petcare')
  // A log of walks is of nothing else.
  const type = c.fields.find((field) => field.concept === 'type')
  const only =
    type?.kind === 'choice' ? type.options.filter((option) => nounPhrase(b.frame).toLowerCase().includes(option.label.toLowerCase())) : []
  if (only.length === 1) setDefault(c, 'type', only[0]!.id)
  const due = b.by(c, 'due')
  if (due) b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: due.id, before: daysBefore(b.frame.low) ?? 3 })
}
