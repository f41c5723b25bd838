/** From planned recipes to one shopping list: equal ingredients are added up where their units agree. */
export type Ingredient = { recipe: string; name: string; amount: string }
export type Item = { name: string; amount: string }

const AMOUNT = /^\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*(.{0,24}?)\s*$/u

const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** `planned` names a recipe once for each time it is cooked. */
export function shoppingList(planned: readonly string[], ingredients: readonly Ingredient[]): Item[] {
  const items = new Map<string, { name: string; sums: Map<string, number>; loose: string[] }>()
  for (const recipe of planned)
    for (const { name, amount } of ingredients.filter((one) => one.recipe === recipe)) {
      if (!name.trim()) continue
      const item = items.get(fold(name)) ?? { name: name.trim(), sums: new Map<string, number>(), loose: [] as string[] }
      items.set(fold(name), item)
      const [, number, unit = ''] = AMOUNT.exec(amount) ?? []
      if (number !== undefined) item.sums.set(unit, (item.sums.get(unit) ?? 0) + Number(number.replace(',', '.')))
      else if (amount.trim() && !item.loose.includes(amount.trim())) item.loose.push(amount.trim())
    }
  return [...items.values()].map(({ name, sums, loose }) => {
    const added = [...sums].map(([unit, sum]) => `${Math.round(sum * 1000) / 1000}${unit && /^[a-z]/i.test(unit) ? ` ${unit}` : unit}`)
    return { name, amount: [...added, ...loose].join(' + ') }
  })
}
