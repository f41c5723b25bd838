/** How many tokens a request may be, where the provider does not count or nothing may be sent to ask. */
import type { CountRequest } from './wire.ts'

/** A picture's tokens at most: providers scale larger ones down. */
const PICTURE = 5_000
/** What providers put around a request with tools. */
const AROUND = 1_000

/** Never fewer than there are: every token of a byte-pair vocabulary is at least one byte of UTF-8. */
export const tokensAtMost = (request: CountRequest): number => {
  const { text, pictures } = weighed(request)
  return Buffer.byteLength(text) + pictures * PICTURE + AROUND
}

/** About as many as there are: four bytes a token for Latin text, and a little over one token a Han, kana or Hangul character. */
export const tokensAbout = (request: CountRequest): number => {
  const { text, pictures } = weighed(request)
  return tokensInText(text) + pictures * Math.round(PICTURE / 3)
}

export function tokensInText(text: string): number {
  const eastern = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  const bytes = Buffer.byteLength(text) - eastern * 3
  return Math.ceil(eastern * 1.1 + bytes / 4)
}

function weighed({ system, messages, tools }: CountRequest): { text: string; pictures: number } {
  let pictures = 0
  const text = JSON.stringify([system, messages, tools], (_, value: unknown) => {
    const isPicture = typeof value === 'object' && value !== null && 'type' in value && value.type === 'image'
    if (!isPicture) return value
    pictures++
    return ''
  })
  return { text, pictures }
}
