/** Ingestion without a model: what a message says (`extract`), what that does to what is known (`supersede`), what a question is about (`about`). */
export { type About, about } from './about.ts'
export { type Context, extract, type Message } from './extract.ts'
export { Standing } from './standing.ts'
export { type Decision, supersede } from './supersede.ts'
