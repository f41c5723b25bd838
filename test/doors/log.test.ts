/** What is written for who keeps the server: text of others cannot move the cursor or pass for another entry. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printable } from '../../src/doors/log.ts'
import { CORPUS } from '../hostile/corpus.ts'

it('has one first line, and every other is set in', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...Object.values(CORPUS).flat()),
    fc.constantFrom('\u001b[2J', 'a\r\nb', '\u2028x', '\u202e'),
  )
  fc.assert(
    fc.property(fc.array(line), fc.boolean(), (lines, thrown) => {
      const text = lines.join('\n')
      const written = printable(thrown ? Object.assign(new Error(text), { stack: `Error: ${text}\n    at x` }) : text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u200b]/)
      for (const rest of written.split('\n').slice(1)) expect(rest).toMatch(/^ {4}/)
    }),
  )
})
