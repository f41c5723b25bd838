/** Questions as strangers ask them of their apps with entries in them, and the right answers. */
import { describe, expect, it } from 'vitest'
import { type AskedApp, asked, isRight } from './asked/app.ts'
import { EN } from './asked/en.ts'
import { JA } from './asked/ja.ts'
import { KO } from './asked/ko.ts'
import { ZH } from './asked/zh.ts'

const APPS = { en: EN, zh: ZH, ja: JA, ko: KO } satisfies Record<string, AskedApp[]>

for (const language of ['en', 'zh', 'ja', 'ko'] as const)
  describe(`asked of an open app, ${language}`, () => {
    const cases = APPS[language].flatMap((app) => [...app.first, ...app.later].map((one) => ({ app, one, name: `${app.name}: ${one[0]}` })))
    it.each(cases)('$name', async ({ app, one }) => {
      const found = await asked(app, one, language)
      expect(isRight(one[1], found), `${JSON.stringify(one[1])} is right; ${found.value} “${found.text}” by ${found.how}`).toBe(true)
    })
  })
