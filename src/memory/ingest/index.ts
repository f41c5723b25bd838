/** Ingestion without a model: what a message says (`extract`), what that does to what is known (`supersede`), what a question is about (`about`). */
export { about, type About } from './about.ts'
export { extract, type Context, type Message } from './extract.ts'
export { type Decision, supersede } from './supersede.ts'
