/** What an app's source is told that it may import is what there is. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { warmBundle } from '../../src/studio/bundle.ts'

it('the kit’s declarations and its exports are in step', async () => {
  const { script } = await warmBundle()
  const there = new Set(
    [...script.slice(script.lastIndexOf('export {')).matchAll(/(?:^|\bas )\s*(\w+),?$|^ {2}(\w+),?$/gm)].map((hit) => hit[1] ?? hit[2]),
  )
  const source = readFileSync('src/apps/kit/kit.d.ts', 'utf8')
  const kit = source.slice(0, source.indexOf("declare module '@kit/test'"))
  const declared = [...kit.matchAll(/^ {2}export (?:const|function) (\w+)/gm)].map((hit) => hit[1]!)
  expect(declared.length).toBeGreaterThan(40)
  expect(declared.filter((name) => !there.has(name))).toEqual([])
  const index = readFileSync('src/apps/kit/index.tsx', 'utf8')
  const listed = [...index.matchAll(/^export \{ (.*) \} from '\.\//gm)].flatMap((hit) => hit[1]!.split(', '))
  expect(listed.filter((name) => !declared.includes(name))).toEqual([])
})
