/** Specs for the tests of this room. */
import { AppSpec } from '../../src/spec.ts'

/** Expenses with a shop each: every kind of field there is to write. */
export const spending = (): AppSpec =>
  AppSpec.parse({
    name: 'Coffee',
    icon: '☕',
    language: 'en',
    locale: 'en-US',
    purpose: 'What I spend on coffee',
    collections: [
      {
        id: 'cups',
        label: 'Cups',
        one: 'cup',
        title: 'what',
        fields: [
          { id: 'what', label: 'What', kind: 'text', required: true },
          { id: 'price', label: 'Price', kind: 'money', currency: 'JPY', required: true },
          { id: 'day', label: 'Day', kind: 'date', default: 'today' },
          { id: 'shop', label: 'Shop', kind: 'relation', to: 'shops' },
          {
            id: 'size',
            label: 'Size',
            kind: 'choice',
            options: [
              { id: 'small', label: 'Small' },
              { id: 'large', label: 'Large' },
            ],
          },
          {
            id: 'tags',
            label: 'Tags',
            kind: 'choices',
            options: [
              { id: 'hot', label: 'Hot' },
              { id: 'iced', label: 'Iced' },
            ],
          },
          { id: 'rating', label: 'Rating', kind: 'rating', max: 5 },
          { id: 'count', label: 'Count', kind: 'number', integer: true, min: 1, default: 1 },
          { id: 'again', label: 'Again', kind: 'yesno' },
          { id: 'note', label: 'Note', kind: 'note' },
          { id: 'total', label: 'Total', kind: 'computed', formula: 'price * count', shows: { kind: 'money', currency: 'JPY' } },
        ],
      },
      {
        id: 'shops',
        label: 'Shops',
        one: 'shop',
        title: 'name',
        fields: [
          { id: 'name', label: 'Name', kind: 'text', required: true },
          { id: 'friends', label: 'Friends', kind: 'relation', to: 'shops', many: true },
        ],
        seeds: [{ name: 'Blue Bottle' }, { name: 'Kissa', friends: ['Blue Bottle'] }],
      },
    ],
    views: [
      { id: 'list', label: 'All', kind: 'list', collection: 'cups', sort: { field: 'day', descending: true } },
      { id: 'table', label: 'Table', kind: 'table', collection: 'cups', columns: ['what', 'price', 'rating'] },
      { id: 'calendar', label: 'Calendar', kind: 'calendar', collection: 'cups', date: 'day' },
      { id: 'board', label: 'Board', kind: 'board', collection: 'cups', group: 'size' },
      {
        id: 'chart',
        label: 'By shop',
        kind: 'chart',
        chart: 'bar',
        query: { collection: 'cups', measure: { fn: 'sum', field: 'price' }, group: { field: 'shop' } },
      },
      {
        id: 'summary',
        label: 'Summary',
        kind: 'summary',
        tiles: [
          { label: 'Spent', query: { collection: 'cups', measure: { fn: 'sum', field: 'price' } } },
          { label: 'Rated', query: { collection: 'cups', measure: { fn: 'mean', field: 'rating' } } },
        ],
      },
    ],
    behaviours: [
      {
        id: 'limit',
        label: 'Limit',
        kind: 'limit',
        collection: 'cups',
        measure: { fn: 'sum', field: 'price' },
        date: 'day',
        period: 'month',
        most: 5000,
      },
    ],
    capabilities: ['notifications'],
  })

/** As small as an app can be. */
export const plain = (): AppSpec =>
  AppSpec.parse({
    name: '買い物',
    icon: '🛒',
    language: 'ja',
    locale: 'ja-JP',
    purpose: '買い物リスト',
    collections: [
      {
        id: 'items',
        label: '買うもの',
        one: '品物',
        title: 'name',
        fields: [
          { id: 'name', label: '名前', kind: 'text' },
          { id: 'amount', label: '数量', kind: 'number' },
        ],
      },
    ],
    views: [{ id: 'list', label: '一覧', kind: 'list', collection: 'items' }],
  })
