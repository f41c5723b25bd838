/**
 * Sentence pairs that others made, read from where the person who trains put them; nothing of it is in this repository.
 *
 *   DATA/node_modules/@codingame/monaco-vscode-language-pack-{ja,ko,zh-hans}   MIT          npm
 *   DATA/node_modules/cldr-{annotations,localenames,dates,subdivisions}-full    Unicode-3.0  npm
 *   DATA/deb/usr/share/libreoffice/help                                         MPL-2.0      Debian libreoffice-help-*
 *   DATA/deb/usr/share/libhangul/hanja/hanja.txt                                BSD-3        Debian libhangul-data
 *   any TSV, plain or gzipped: language, text, language, text
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { foldHan } from '../../src/base/language/han.ts'

/** Texts that mean the same, in two languages. */
export type Pair = [string, string]
export const OTHERS = ['zh', 'ja', 'ko'] as const
const LONGEST = 240

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

export function readTsv(path: string): Pair[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length >= 4)
    .map(([, a, , b]) => [a!, b!])
}

/** The interface strings of an editor: by English text where that is the key, and by place in one long list. */
export function readEditor(data: string): Pair[] {
  const packs = { zh: 'zh-hans', ja: 'ja', ko: 'ko' } as const
  const homes = OTHERS.map((language) => join(data, `node_modules/@codingame/monaco-vscode-language-pack-${packs[language]}/translations`))
  if (!homes.every((home) => existsSync(home))) return []
  const pairs: Pair[] = []
  for (const home of homes)
    for (const file of readdirSync(join(home, 'extensions')).filter((name) => name.endsWith('.json')))
      for (const entries of Object.values<Record<string, unknown>>(json(join(home, 'extensions', file)).contents))
        for (const [english, text] of Object.entries(entries))
          if (typeof text === 'string' && english.includes(' ')) pairs.push([english, text])
  const lists = homes.map((home) => {
    const source = readFileSync(join(home, 'main.i18n.json.js'), 'utf8')
    const list = source.slice(source.indexOf('['), source.lastIndexOf(']') + 1)
    return JSON.parse(list.replace(/^\tundefined/gm, '\tnull')) as (string | null)[]
  })
  for (const [i, list] of lists.entries())
    for (const [at, text] of list.entries()) {
      const other = lists[(i + 1) % lists.length]![at]
      if (text && other) pairs.push([text, other])
    }
  return pairs.filter(useful)
}

/** Names of emoji, countries, regions, languages, cities, months and days: words rather than sentences. */
export function readNames(data: string): Pair[] {
  const tables: ((language: string) => Record<string, string>)[] = [
    (language) => {
      const { annotations } = json(join(data, 'node_modules/cldr-annotations-full/annotations', language, 'annotations.json')).annotations
      return Object.fromEntries(
        Object.entries<{ tts?: string[]; default?: string[] }>(annotations).map(([emoji, { tts }]) => [emoji, tts?.[0] ?? '']),
      )
    },
    ...['territories', 'languages'].map((table) => (language: string) => {
      const { main } = json(join(data, 'node_modules/cldr-localenames-full/main', language, `${table}.json`))
      return main[language].localeDisplayNames[table] as Record<string, string>
    }),
    (language) => {
      const { main } = json(join(data, 'node_modules/cldr-dates-full/main', language, 'timeZoneNames.json'))
      return cities(main[language].dates.timeZoneNames.zone)
    },
    (language) => {
      const { subdivisions } = json(join(data, 'node_modules/cldr-subdivisions-full/subdivisions', `${language}.json`)).subdivisions
        .localeDisplayNames
      return subdivisions as Record<string, string>
    },
  ]
  return tables
    .flatMap((table) => {
      try {
        const english = table('en')
        return OTHERS.flatMap((language) => {
          const other = table(language)
          return Object.keys(english).map((key): Pair => [english[key]!, other[key] ?? ''])
        })
      } catch {
        return []
      }
    })
    .filter(useful)
}

function cities(zones: Record<string, unknown>, found: Record<string, string> = {}, at = ''): Record<string, string> {
  for (const [name, zone] of Object.entries(zones)) {
    if (name === 'exemplarCity' && typeof zone === 'string') found[at] = zone
    else if (typeof zone === 'object' && zone) cities(zone as Record<string, unknown>, found, `${at}/${name}`)
  }
  return found
}

/** Paragraphs of an office suite's help, aligned by their ids; those left in English are dropped. */
export function readHelp(data: string): Pair[] {
  const home = join(data, 'deb/usr/share/libreoffice/help')
  if (!existsSync(home)) return []
  const folders = { zh: 'zh-CN', ja: 'ja', ko: 'ko' } as const
  return OTHERS.flatMap((language) => {
    const pairs: Pair[] = []
    for (const file of htmlFiles(join(home, 'en-US', 'text'))) {
      const other = join(home, folders[language], 'text', file)
      if (!existsSync(other)) continue
      const translated = paragraphs(other)
      for (const [id, english] of paragraphs(join(home, 'en-US', 'text', file))) pairs.push([english, translated.get(id) ?? ''])
    }
    return pairs
      .filter(useful)
      .filter(([, text]) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{4}/u.test(text))
  })
}

function* htmlFiles(folder: string, at = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* htmlFiles(folder, join(at, entry.name))
    else if (entry.name.endsWith('.html')) yield join(at, entry.name)
  }
}

function paragraphs(path: string): Map<string, string> {
  const html = readFileSync(path, 'utf8')
  const found = new Map<string, string>()
  for (const [, id, body] of html.matchAll(/<(?:p|h\d) id="(\w+)"[^>]*>(.*?)<\/(?:p|h\d)>/gs)) {
    const text = body!
      .replace(/<[^>]+>/g, '')
      .replace(/&\w+;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    found.set(id!, text)
  }
  return found
}

const useful = ([a, b]: Pair) => a !== '' && b !== '' && a !== b && a.length <= LONGEST && b.length <= LONGEST

/**
 * Korean words and their folded Han spellings of two to four characters. Of many spellings the one stays that Chinese
 * or Japanese texts write most (`counts`, by folded string); those that neither writes are left out.
 */
export function readHanja(data: string, counts: Map<string, number>): Map<string, string> {
  const path = join(data, 'deb/usr/share/libhangul/hanja/hanja.txt')
  const chosen = new Map<string, string>()
  if (!existsSync(path)) return chosen
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [korean = '', hanja = ''] = line.split(':')
    if (!/^[가-힣]{2,4}$/.test(korean) || hanja.length !== korean.length || !/^\p{Script=Han}+$/u.test(hanja)) continue
    const spelt = foldHan(hanja)
    const count = counts.get(spelt) ?? 0
    if (count === 0) continue
    const before = chosen.get(korean)
    if (before === undefined || (counts.get(before) ?? 0) < count) chosen.set(korean, spelt)
  }
  return chosen
}
