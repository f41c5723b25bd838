/** What a Chinese or Japanese request tells, wishes, lists and asks, each in its own clause. */
import { describe, expect, test } from 'vitest'
import { nounsAsked } from '../../src/studio/rules/asking.ts'
import { ask } from './ask.ts'

const spec = (say: string) => ask(say).spec
const labels = (say: string) => spec(say).collections.flatMap((one) => one.fields.map((field) => field.label))
const field = (say: string, label: string) =>
  spec(say)
    .collections.flatMap((one) => one.fields)
    .find((one) => one.label === label)

describe('what is told of oneself is neither the name nor a field', () => {
  test.each([
    ['我开了家花店,想记进货:花名、数量、进价', /开了|花店,/],
    ['孩子刚上小学,帮我记作业:科目、内容、截止日期', /孩子|刚上/],
    ['介護の仕事をしています。利用者ごとに訪問日、体温、食事量を記録したい', /しています|仕事を|したい/],
    ['町内会の役員用に、会費の帳簿(世帯名、金額、納入日)がほしい', /用に|ほしい/],
  ])('%s', (say, never) => {
    for (const label of [spec(say).name, ...labels(say)]) expect(label).not.toMatch(never)
  })
  test('a noun that begins with somebody is no sentence', () => {
    expect(spec('女儿舞蹈课记录,日期、内容、老师').name).toContain('舞蹈')
  })
})

describe('a question is the noun that it asks for', () => {
  test.each([
    ['几点睡几点起', ['入睡时间', '起床时间'], ['time', 'time']],
    ['谁送了多少礼金', ['送的人', '礼金'], ['person', undefined]],
    ['做了什么项目', ['项目'], [undefined]],
    ['收了多少斤米', ['收米量'], ['qty:jin']],
    ['何時に', ['時刻'], ['time']],
    ['何を食べたか', ['食べたもの'], ['text+']],
    ['誰がいくら払ったか', ['払った人', '金額'], ['person', 'money']],
  ])('%s', (said, names, kinds) => {
    const nouns = nounsAsked(said, /[ぁ-ん]/.test(said) ? 'ja' : 'zh') ?? []
    expect(nouns.map(({ label }) => label)).toEqual(names)
    expect(nouns.map(({ kind }) => kind)).toEqual(kinds)
  })
  test.each(['练了几遍', '要不要回礼', '会議の場所'])('%s stays as it is said', (said) => {
    expect(nounsAsked(said, /[ぁ-ん]/.test(said) ? 'ja' : 'zh')).toBeNull()
  })
})

describe('what something can be is one choice', () => {
  test.each([
    ['保安轮值表,早岗、中岗、夜岗三种,每天是什么岗', '岗', 3],
    ['早番・遅番・休みの勤務表を作りたい、日付とメモも', '勤務', 3],
    ['龙凤胎吃药记录,姐姐和弟弟分开记,吃了几片', '谁', 2],
  ])('%s', (say, label, many) => {
    const found = field(say, label)
    expect(found?.kind === 'choice' && found.options.length).toBe(many)
  })
  test('so many of the things themselves are records', () => {
    expect(spec('毕业设计进度,分选题、开题、正文、答辩四部分,每部分截止日').collections[0]!.seeds).toHaveLength(4)
  })
})

describe('heads with fields of their own are collections that belong together', () => {
  test.each([
    ['会员要有姓名、电话;上课要记哪个会员、日期、时长', '会员', '上课'],
    ['教室をやっています。生徒(名前・学年)と、月謝(どの生徒・金額・納入日)を管理したい', '生徒', '月謝'],
  ])('%s', (say, one, other) => {
    const { collections } = spec(say)
    expect(collections.map(({ label }) => label)).toEqual([one, other])
    expect(collections[1]!.fields.find((each) => each.kind === 'relation')).toMatchObject({ to: collections[0]!.id })
  })
  test('a list within a list is none', () => {
    expect(spec('养狗记录:体重,驱虫(日期、下次日期)').collections.some(({ label }) => label === '驱虫')).toBe(false)
  })
})

describe('runs with nothing between them', () => {
  test('names of qualities', () => expect(labels('体检记录,身高体重心率')).toEqual(expect.arrayContaining(['身高', '体重', '心率'])))
  test('titles', () => expect(spec('片单里有《重庆森林》《一一》《饮食男女》,看过没').collections[0]!.seeds).toHaveLength(3))
  test('slashes', () => expect(labels('会員名簿 氏名/電話/入会日/会費/備考')).toEqual(expect.arrayContaining(['氏名', '入会日', '会費'])))
})

describe('a list of things is no list of qualities', () => {
  test.each([
    ['庭で野菜を育てています。きゅうり、トマト、ピーマン。水やりした日と収穫した数をつけたい', 'きゅうり', 3],
    ['院子里种了月季、绣球、茉莉,帮我记浇水,上次浇水是哪天、什么时候该施肥', '绣球', 3],
    ['宿題!音読・漢字ドリル・計算カード、終わったらチェックしたい', '漢字ドリル', 3],
    ['露营要带的:帐篷、睡袋、头灯,装好打勾', '睡袋', 3],
  ])('%s', (say, thing, many) => {
    const seeds = spec(say).collections.flatMap((one) => one.seeds.map((seed) => Object.values(seed)[0]))
    expect(seeds).toContain(thing)
    expect(seeds).toHaveLength(many)
    expect(labels(say)).not.toContain(thing)
  })
  test('a quality in the same list makes all of them qualities', () => {
    expect(labels('就職活動の管理。企業、職種、締切、給料')).toEqual(expect.arrayContaining(['締切', '給料']))
    expect(spec('就職活動の管理。企業、職種、締切、給料').collections[0]!.seeds).toEqual([])
  })
})

describe('what came in and what it cost', () => {
  test.each(['花屋です。売上と仕入れと来客数をつけて、利益が見たい', '送外卖记账:日期、流水、电费、抽成,算出净赚'])('%s', (say) => {
    expect(spec(say).collections[0]!.fields.some((one) => one.kind === 'computed')).toBe(true)
  })
})

describe('bullets of any kind part a list', () => {
  test.each(['車の記録\n・日付\n・給油量\n・金額', '看房笔记\n1. 小区名\n2. 租金\n3. 朝向'])('%s', (say) => {
    expect(labels(say).length).toBeGreaterThanOrEqual(3)
    for (const label of labels(say)) expect(label).not.toMatch(/[・\d\n]/)
  })
})
