/** What an app has for this day: by its reminders, its deadlines and its calendars; what was only noted is due nowhere. */
import { expect, it } from 'vitest'
import { dueOf } from '../../src/apps/due.ts'
import { AppSpec, type Rec, type Value } from '../../src/spec.ts'

const now = { date: '2026-11-28', time: '12:00', weekStart: 1 as const }
const calendar = (instant: string) => ({ ...now, date: instant.slice(0, 10), time: instant.slice(11, 16) })
const rec = (id: string, values: Record<string, Value>, createdAt = '2026-11-20T09:00:00Z'): Rec => ({
  ...{ id, values, seq: 1, createdAt, at: createdAt, by: 'person' },
})

const field = (id: string, kind: string, more: object = {}) => ({ id, label: id, kind, ...more })
const spec = (fields: object[], more: { views?: object[]; behaviours?: object[] } = {}) =>
  AppSpec.parse({
    ...{ name: 'Days', icon: '📅', purpose: 'Days', language: 'en', locale: 'en-US' },
    collections: [{ id: 'days', label: 'Days', one: 'day', title: 'what', fields: [field('what', 'text'), ...fields] }],
    views: more.views ?? [{ id: 'list', label: 'Days', kind: 'list', collection: 'days' }],
    behaviours: more.behaviours ?? [],
  })
const due = (of: AppSpec, ...records: Rec[]) =>
  dueOf(of, { days: records }, now, calendar).map(({ title, in: days, time }) => [title, days, time])

const CALENDAR = [{ id: 'cal', label: 'Days', kind: 'calendar', collection: 'days', date: 'on' }]

it('appointments of a calendar, until an hour after they began', () => {
  const of = spec([field('on', 'datetime')], { views: CALENDAR })
  const at = (what: string, on: string) => rec(what, { what, on })
  expect(
    due(
      of,
      at('early', '2026-11-28T09:00'),
      at('now', '2026-11-28T11:30'),
      at('late', '2026-11-28T18:00'),
      at('next', '2026-11-29T08:00'),
      at('far', '2026-12-09T08:00'),
    ),
  ).toEqual([
    ['now', 0, '11:30'],
    ['late', 0, '18:00'],
    ['next', 1, '08:00'],
  ])
})

it('a page of a diary is no appointment, but one that was written ahead is', () => {
  const of = spec([field('on', 'date', { default: 'today' })], { views: CALENDAR })
  expect(due(of, rec('a', { what: 'Noted', on: now.date }, '2026-11-28T08:00:00Z'), rec('b', { what: 'Planned', on: now.date }))).toEqual([
    ['Planned', 0, null],
  ])
})

it('what was to be done and was not waits for two weeks; what is done is not due', () => {
  const of = spec([field('by', 'date', { label: 'Deadline' }), field('done', 'yesno', { concept: 'done' })])
  const task = (what: string, by: string, done: Value = null) => rec(what, { what, by, done })
  expect(due(of, task('late', '2026-11-20'), task('old', '2026-10-01'), task('did', now.date, true), task('today', now.date))).toEqual([
    ['today', 0, null],
    ['late', -8, null],
  ])
})

it('birthdays and rhythms come round again', () => {
  const reminder = (more: object) => [{ id: 'r', label: 'R', kind: 'reminder', collection: 'days', date: 'on', ...more }]
  const born = spec([field('on', 'date')], { behaviours: reminder({ yearly: true }) })
  expect(due(born, rec('a', { what: 'Mum', on: '1961-11-29' }), rec('b', { what: 'Dad', on: '1960-03-01' }))).toEqual([['Mum', 1, null]])
  const plants = spec([field('on', 'date')], { behaviours: reminder({ every: { unit: 'day', count: 3 } }) })
  expect(due(plants, rec('a', { what: 'Fern', on: '2026-11-22' }), rec('b', { what: 'Ivy', on: '2026-11-24' }))).toEqual([
    ['Fern', 0, null],
  ])
})

it('reads nothing out of days that are none', () => {
  const of = spec([field('on', 'date')], { views: CALENDAR })
  expect(due(of, rec('a', { what: 'x', on: '' }), rec('b', { what: 'y', on: null }), rec('c', { what: '', on: now.date }))).toEqual([])
})
