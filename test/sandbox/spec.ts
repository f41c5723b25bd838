import { AppSpec } from '../../src/spec.ts'

/** A small app for trying the walls around it. */
export const spec = (): AppSpec =>
  AppSpec.parse({
    name: 'Cups',
    icon: '☕',
    language: 'en',
    locale: 'en-US',
    purpose: 'Counts cups',
    collections: [
      {
        id: 'cups',
        label: 'Cups',
        one: 'Cup',
        title: 'name',
        fields: [
          { id: 'name', label: 'Name', kind: 'text', required: true },
          { id: 'price', label: 'Price', kind: 'money', currency: 'USD' },
        ],
      },
    ],
    views: [{ kind: 'list', id: 'list', label: 'All cups', collection: 'cups' }],
  })
