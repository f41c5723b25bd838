/** One small rule a family: what it adds to the app. Rules only add, so families combine. */
import type { Family } from '../../../base/concepts/types.ts'
import { addCalculator } from '../calculators/calculator.ts'
import { addConverter } from '../calculators/converter.ts'
import { feeding, intake, journal, measurements, mood, sleep, symptoms, workout } from './body.ts'
import { decision, picker, poll, score } from './choosing.ts'
import { chores, inventory, maintenance, mealplan, pets, plants, recipes, shopping, vehicle } from './home.ts'
import { flashcards, grades, media, quiz, routine, study, timer, timesheet } from './learning.ts'
import { budget, gifts, loan, savings, spending, split, subscriptions } from './money.ts'
import { birthdays, board, checklist, countdown, events, goals, guests, habit, jobhunt, packing, trip } from './plans.ts'
import type { Rule } from './shared.ts'
import { collection, simple } from './things.ts'

export { daysBefore } from './shared.ts'

export const RULES: Record<Family, Rule> = {
  expenses: spending('expenses'),
  income: spending('income'),
  budget,
  habit,
  checklist,
  packing,
  board,
  trip,
  events,
  calculator: (b) => addCalculator(b),
  converter: (b) => addConverter(b),
  timer,
  routine,
  flashcards,
  quiz,
  recipes,
  mealplan,
  shopping,
  inventory,
  collection,
  journal,
  mood,
  measurements,
  workout,
  split,
  decision,
  picker,
  chores,
  score,
  reading: media('reading', 'reading', 'read'),
  watching: media('watching', 'watching', 'watched'),
  study,
  intake,
  loan,
  savings,
  contacts: simple('contacts'),
  birthdays,
  countdown,
  subscriptions,
  timesheet,
  pets,
  plants,
  vehicle,
  maintenance,
  gifts,
  wishlist: simple('wishlist'),
  symptoms,
  sleep,
  feeding,
  grades,
  jobhunt,
  goals,
  guests,
  poll,
}
