/** Is everything in order? Each part says so itself. */
import { accessSync, constants, existsSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unfinished } from './backup.ts'
import type { Failure } from './base/result.ts'
import { sentence } from './doors/messages.ts'
import type { House } from './house.ts'
import type { Household } from './household.ts'
import { roomFor, turnsFor } from './memory/room.ts'
import { PICTURES } from './pictures.ts'
import type { Language } from './spec.ts'
import { readSecret } from './store/secret.ts'
import type { Vault } from './store/vault.ts'

export type Check = { what: string; ok: boolean; detail: string }
export type Examined = { healthy: boolean; checks: Check[] }
type Words = {
  home: string
  database: string
  journal: string
  browser: string
  needs(version: string): string
  unwritable(path: string): string
  reads: string
  unbroken(events: number, forgotten: number): string
  token: string
  tokenShort(file: string): string
  tokenOpen(file: string): string
  fine: string
  models: string
  pictures: string
  damagedPictures(count: number, folder: string): string
  clock: string
  clockBehind(last: string, now: string): string
  clockAhead(days: number, now: string): string
  memory: string
  unrecalled(recalled: number, all: number): string
  space: string
  free(size: string): string
  littleSpace(size: string): string
  accounts: string
  homes: string
  homesFine(count: number): string
  cutOff(folder: string): string
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
    token: 'start-up token',
    tokenShort: (file) => `${file} holds no token; take the file away and start again, which makes a new one`,
    tokenOpen: (file) => `others can read ${file}; make it yours alone: chmod 600 ${file}`,
    fine: 'as it should be',
    models: 'models',
    pictures: 'pictures',
    damagedPictures: (count, folder) => `${count} in ${folder} cannot be read; they only show what checks saw, so they can be deleted`,
    clock: 'clock',
    clockBehind: (last, now) => `the last thing on record is of ${last}, and this machine says it is ${now}; set its clock right`,
    clockAhead: (days, now) =>
      `this machine says it is ${now}, ${days} days ahead of what has passed since it was last seen; if that is wrong, set its clock right: until it has stood for a while nothing is ended for good by it`,
    memory: 'what is remembered',
    unrecalled: (recalled, all) => `the newest ${recalled} of ${all} messages are recalled; what was learned from all of them is`,
    space: 'room on the disk',
    free: (size) => `${size} free`,
    littleSpace: (size) => `only ${size} free; make room before it is full`,
    accounts: 'accounts',
    homes: 'homes of the others',
    homesFine: (count) => `${count}, each opens`,
    cutOff: (folder) => `a restore was cut off; start Open Macaron once with ${folder}, which finishes it`,
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
    token: '启动令牌',
    tokenShort: (file) => `${file} 里没有令牌；移走该文件再启动，会生成新的`,
    tokenOpen: (file) => `别人也能读取 ${file}；请设为仅自己可读：chmod 600 ${file}`,
    fine: '正常',
    models: '模型',
    pictures: '图片',
    damagedPictures: (count, folder) => `${folder} 中有 ${count} 张无法读取；它们只是检查时的画面，可以删除`,
    clock: '时钟',
    clockBehind: (last, now) => `最后一条记录的时间是 ${last}，而这台机器的时间是 ${now}；请校准时钟`,
    clockAhead: (days, now) =>
      `这台机器的时间是 ${now}，比上次看到时应有的时间快了 ${days} 天；如果不对，请校准时钟：在它保持一段时间之前，不会因此真正结束任何东西`,
    memory: '记忆',
    unrecalled: (recalled, all) => `${all} 条消息里只有最新的 ${recalled} 条能被回忆到；从所有消息里学到的内容都在`,
    space: '磁盘空间',
    free: (size) => `剩余 ${size}`,
    littleSpace: (size) => `只剩 ${size}；请在写满之前腾出空间`,
    accounts: '账户',
    homes: '其他人的数据',
    homesFine: (count) => `${count} 个，都能打开`,
    cutOff: (folder) => `恢复备份时中断了；请用 ${folder} 启动一次 Open Macaron 来完成`,
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
    token: '起動トークン',
    tokenShort: (file) => `${file} にトークンがありません。ファイルを移して起動し直すと新しく作られます`,
    tokenOpen: (file) => `${file} を他の人も読めます。自分だけにしてください: chmod 600 ${file}`,
    fine: '正常です',
    models: 'モデル',
    pictures: '画像',
    damagedPictures: (count, folder) => `${folder} の ${count} 枚が読めません。確認のときの画面なので、削除してかまいません`,
    clock: '時計',
    clockBehind: (last, now) => `最後の記録は ${last} ですが、この機械の時刻は ${now} です。時計を合わせてください`,
    clockAhead: (days, now) =>
      `この機械の時刻は ${now} で、前に見たときから経った時間より ${days} 日進んでいます。違っていれば時計を合わせてください。しばらくそのままになるまで、それで終わりになるものはありません`,
    memory: '記憶',
    unrecalled: (recalled, all) => `${all} 件の発言のうち、思い出せるのは新しい ${recalled} 件です。学んだことはすべて残っています`,
    space: 'ディスクの空き',
    free: (size) => `空き ${size}`,
    littleSpace: (size) => `空きが ${size} しかありません。いっぱいになる前に空けてください`,
    accounts: 'アカウント',
    homes: 'ほかのメンバーのデータ',
    homesFine: (count) => `${count} 件、すべて開けます`,
    cutOff: (folder) => `復元が途中で止まっています。${folder} で Open Macaron を一度起動すると完了します`,
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
    token: '시작 토큰',
    tokenShort: (file) => `${file}에 토큰이 없어요. 파일을 옮기고 다시 시작하면 새로 만들어져요`,
    tokenOpen: (file) => `다른 사람이 ${file}을(를) 읽을 수 있어요. 나만 읽게 해 주세요: chmod 600 ${file}`,
    fine: '정상이에요',
    models: '모델',
    pictures: '그림',
    damagedPictures: (count, folder) => `${folder}에서 ${count}장을 읽을 수 없어요. 점검 화면일 뿐이라 지워도 돼요`,
    clock: '시계',
    clockBehind: (last, now) => `마지막 기록은 ${last}인데 이 기계의 시각은 ${now}이에요. 시계를 맞춰 주세요`,
    clockAhead: (days, now) =>
      `이 기계의 시각은 ${now}인데, 마지막으로 본 뒤 지난 시간보다 ${days}일 앞서 있어요. 틀렸다면 시계를 맞춰 주세요. 한동안 그대로일 때까지는 그 때문에 아주 끝나는 것이 없어요`,
    memory: '기억',
    unrecalled: (recalled, all) => `메시지 ${all}개 중 최근 ${recalled}개를 떠올려요. 거기서 배운 것은 모두 있어요`,
    space: '디스크 여유',
    free: (size) => `${size} 남음`,
    littleSpace: (size) => `${size}밖에 남지 않았어요. 가득 차기 전에 비워 주세요`,
    accounts: '계정',
    homes: '다른 사람들의 데이터',
    homesFine: (count) => `${count}개, 모두 열려요`,
    cutOff: (folder) => `복원이 중간에 멈췄어요. ${folder}로 Open Macaron을 한 번 시작하면 끝나요`,
  },
}

export async function examine(house: House, language: Language = 'en'): Promise<Examined> {
  const words = WORDS[language]
  const parts = [
    node(words),
    home(house.home, words),
    space(house.home, words),
    database(house, words, language),
    journal(house, words, language),
    clock(house, words),
    memory(house, words, language),
    token(house.home, words, house.vault),
    models(house, words, language),
    pictures(house, words),
    browser(house, words, language),
  ]
  return summed((await Promise.all(parts)).flat())
}

const summed = (checks: Check[]): Examined => ({ healthy: checks.every((check) => check.ok), checks })

/** With who lives there: that their accounts are well, and that each of their homes opens. */
export async function examineAll({ house, people, houseOf }: Household, language: Language = 'en'): Promise<Examined> {
  const words = WORDS[language]
  const { checks } = await examine(house, language)
  const accounts = await people.check()
  const homes = await Promise.all(people.all().map(({ id }) => houseOf(id)))
  const shut = homes.find((one) => !one.ok)
  return summed([
    ...checks,
    { what: words.accounts, ok: accounts.ok, detail: accounts.ok ? words.reads : sentence(accounts.error, language) },
    ...(homes.length > 1
      ? [{ what: words.homes, ok: !shut, detail: shut && !shut.ok ? sentence(shut.error, language) : words.homesFine(homes.length - 1) }]
      : []),
  ])
}

/** What can be told of a home that does not open, and `failure`, which is why. */
export async function examineShut(folder: string, failure: Failure, language: Language = 'en'): Promise<Examined> {
  const words = WORDS[language]
  const cut = unfinished(folder) ? [{ what: words.home, ok: false, detail: words.cutOff(folder) }] : []
  const parts = await Promise.all([node(words), home(folder, words), space(folder, words), token(folder, words, null)])
  return summed([...parts.flat(), ...cut, { what: words.database, ok: false, detail: sentence(failure, language) }])
}

async function node({ needs }: Words): Promise<Check> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return { what: 'Node', ok: major > 20 || (major === 20 && minor >= 19), detail: needs(process.versions.node) }
}

async function home(home: string, words: Words): Promise<Check> {
  try {
    accessSync(home, constants.R_OK | constants.W_OK)
    // Permissions are one thing; whether the disk takes anything is another.
    const trial = join(home, `.trial-${process.pid}`)
    writeFileSync(trial, '')
    rmSync(trial)
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

/** Less than this is little: bytes. */
const LITTLE = 200e6
async function space(home: string, words: Words): Promise<Check[]> {
  try {
    const { bavail, bsize } = statfsSync(home)
    const free = bavail * bsize
    const size = `${(free / 1e9).toFixed(1)} GB`
    return [{ what: words.space, ok: free >= LITTLE, detail: free >= LITTLE ? words.free(size) : words.littleSpace(size) }]
  } catch {
    // Not every file system says.
    return []
  }
}

/** What happened after now says that the clock was, or is, wrong; a minute may be between two machines. */
async function clock({ store, person, clock, steady }: House, words: Words): Promise<Check> {
  const last = await store.db
    .selectFrom('journal')
    .select((of) => of.fn.max<string | null>('at').as('at'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  const now = new Date(clock.now()).toISOString()
  const behind = last.at !== null && Date.parse(last.at) > clock.now() + 60_000
  const days = Math.round(steady.ahead() / 86_400_000)
  if (!behind && days > 0) return { what: words.clock, ok: false, detail: words.clockAhead(days, now) }
  return { what: words.clock, ok: !behind, detail: behind ? words.clockBehind(last.at!, now) : now }
}

/** Said where not all of it can be recalled. */
async function memory({ store: { db, memories }, person }: House, words: Words, language: Language): Promise<Check[]> {
  const items = await memories.count(person)
  const short = roomFor(items)
  const { all } = await db
    .selectFrom('journal')
    .select((of) => of.fn.countAll<number>().as('all'))
    .where('person', '=', person)
    .where('type', '=', 'message-received')
    .executeTakeFirstOrThrow()
  const most = turnsFor(items)
  return [
    ...(short ? [{ what: words.memory, ok: false, detail: sentence(short, language) }] : []),
    ...(all > most ? [{ what: words.memory, ok: false, detail: words.unrecalled(most, all) }] : []),
  ]
}

/** Made at the first start of a server. */
async function token(home: string, words: Words, vault: Vault | null): Promise<Check[]> {
  const file = join(home, 'token')
  if (!existsSync(file)) return []
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
  // One that is sealed is looked into where that can be done.
  const kept = readSecret(file, vault)
  const short = kept.ok ? (kept.value ?? '').length < 32 : vault !== null
  const detail = short ? words.tokenShort(file) : open ? words.tokenOpen(file) : words.fine
  return [{ what: words.token, ok: !short && !open, detail }]
}

async function models({ models }: House, words: Words, language: Language): Promise<Check> {
  const { problem, providers } = models.overview()
  // A provider that nobody set up lacks its key, and that is no fault.
  const wrong = problem ?? providers.flatMap(({ missing }) => (missing && FAULTS.has(missing.code) ? [missing] : []))[0]
  return { what: words.models, ok: !wrong, detail: wrong ? sentence(wrong, language) : words.fine }
}
const FAULTS = new Set(['key-file-open', 'key-invalid', 'secret-locked'])

async function pictures({ home, pictures }: House, words: Words): Promise<Check> {
  const damaged = pictures.damaged()
  const folder = join(home, PICTURES)
  return { what: words.pictures, ok: !damaged, detail: damaged ? words.damagedPictures(damaged, folder) : words.fine }
}
