/** Is everything in order? Each part says so itself. */
import { accessSync, constants } from 'node:fs'
import { sentence } from './doors/messages.ts'
import type { House } from './house.ts'
import type { Language } from './spec.ts'

export type Check = { what: string; ok: boolean; detail: string }
type Words = {
  home: string
  database: string
  journal: string
  browser: string
  needs(version: string): string
  unwritable(path: string): string
  reads: string
  unbroken(events: number, forgotten: number): string
}

const WORDS: Record<Language, Words> = {
  en: {
    home: 'data folder',
    database: 'database',
    journal: 'journal',
    browser: 'browser for checks',
    needs: (version) => `${version}, needs 20.19 or newer`,
    unwritable: (path) => `${path} cannot be written to; check its permissions`,
    reads: 'every page reads well',
    unbroken: (events, forgotten) => `${events} events, unbroken; ${forgotten} forgotten`,
  },
  zh: {
    home: '数据文件夹',
    database: '数据库',
    journal: '日志',
    browser: '检查用浏览器',
    needs: (version) => `${version}，需要 20.19 或更高版本`,
    unwritable: (path) => `无法写入 ${path}，请检查权限`,
    reads: '每一页都能正常读取',
    unbroken: (events, forgotten) => `${events} 条事件，完整无缺；已忘记 ${forgotten} 条`,
  },
  ja: {
    home: 'データフォルダー',
    database: 'データベース',
    journal: 'ジャーナル',
    browser: '確認用のブラウザー',
    needs: (version) => `${version}(20.19 以上が必要です)`,
    unwritable: (path) => `${path} に書き込めません。権限を確認してください`,
    reads: 'すべて正しく読み取れます',
    unbroken: (events, forgotten) => `${events} 件の記録に欠けはありません。忘れた記録は ${forgotten} 件です`,
  },
  ko: {
    home: '데이터 폴더',
    database: '데이터베이스',
    journal: '저널',
    browser: '확인용 브라우저',
    needs: (version) => `${version}, 20.19 이상이 필요해요`,
    unwritable: (path) => `${path}에 쓸 수 없어요. 권한을 확인해 주세요`,
    reads: '모두 잘 읽혀요',
    unbroken: (events, forgotten) => `기록 ${events}건, 빠짐없어요. 잊은 기록은 ${forgotten}건이에요`,
  },
}

export async function examine(house: House, language: Language = 'en'): Promise<{ healthy: boolean; checks: Check[] }> {
  const words = WORDS[language]
  const parts = [
    node(words),
    home(house, words),
    database(house, words, language),
    journal(house, words, language),
    browser(house, words, language),
  ]
  const checks = await Promise.all(parts)
  return { healthy: checks.every((check) => check.ok), checks }
}

async function node({ needs }: Words): Promise<Check> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return { what: 'Node', ok: major > 20 || (major === 20 && minor >= 19), detail: needs(process.versions.node) }
}

async function home({ home }: House, words: Words): Promise<Check> {
  try {
    accessSync(home, constants.R_OK | constants.W_OK)
    return { what: words.home, ok: true, detail: home }
  } catch {
    return { what: words.home, ok: false, detail: words.unwritable(home) }
  }
}

async function database({ store }: House, words: Words, language: Language): Promise<Check> {
  const checked = await store.check()
  return { what: words.database, ok: checked.ok, detail: checked.ok ? words.reads : sentence(checked.error, language) }
}

async function journal({ store, person }: House, words: Words, language: Language): Promise<Check> {
  const verified = await store.journal.verify(person)
  if (!verified.ok) return { what: words.journal, ok: false, detail: sentence(verified.error, language) }
  return { what: words.journal, ok: true, detail: words.unbroken(verified.value.events, verified.value.forgotten) }
}

async function browser({ browser }: House, words: Words, language: Language): Promise<Check> {
  const found = await browser.warm()
  return { what: words.browser, ok: found.ok, detail: found.ok ? found.value : sentence(found.error, language) }
}
