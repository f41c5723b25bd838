import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, type Event } from '../../src/events.ts'
import { detailOf, isTold, namesOf } from '../../web/src/activity.ts'
import { type Happening, happened, openTurn } from '../../web/src/conversation.ts'
import { formatDate, formatMs, formatWhen } from '../../web/src/format.ts'
import { decodeText, isTable } from '../../web/src/read-text.ts'
import { hrefOf, parseRoute, type Route } from '../../web/src/route.ts'
import { messagesOf } from '../../web/src/sse.ts'
import { advance, checkOf, intentOf, isOpen, newTurn, progressOf, turnsOf } from '../../web/src/turn.ts'
import { en } from '../../web/src/words/en.ts'
import { APP, build, event, eventOf, GREETING, sample } from './events.ts'

const AT = '2026-05-03T10:00:00.000Z'
const fold = (events: readonly Event[]) => events.reduce(advance, newTurn('k', '', AT))
/** Any event, of any turn, in any order. */
const anyEvent = fc
  .tuple(fc.constantFrom(...EVENT_TYPES), fc.constantFrom('turn00000001', 'turn00000002', undefined), fc.nat())
  .map(([type, turn, n]) => event(sample(type), n, turn))

describe('a turn', () => {
  it('is folded from a build', () => {
    const turn = fold(build)
    expect(turn.state).toBe('done')
    expect(turn.said).toBe('track coffee')
    expect(turn.text).toBe('Here it is.')
    expect(turn.steps.map((step) => step.step)).toEqual([
      'understood',
      'recalled',
      'designed',
      'written',
      'shown',
      'checked',
      'noted',
      'written',
      'checked',
      'published',
    ])
    expect(turn.app).toEqual({ id: APP, name: 'Coffee', icon: '☕', state: 'published' })
    expect(turn.chips).toEqual(['Add a rating'])
    expect(turn.end).toBe(build.at(-1)!.id)
    expect(checkOf(turn)?.passed).toBe(true)
  })

  it('keeps the files of one stretch of writing together', () => {
    const turn = fold(build)
    const [first, second] = turn.steps.filter((step) => step.step === 'written')
    expect(first).toMatchObject({ files: [{ file: 'app.tsx', text: 'const a = 1', done: true, bytes: 11, changedLines: null }] })
    expect(second).toMatchObject({ files: [{ file: 'app.tsx', done: true, changedLines: 2 }] })
  })

  it('tells how far it is, and never goes back', () => {
    const done = build.map((_, i) => progressOf(fold(build.slice(0, i + 1))))
    expect(done.at(0)).toBeNull()
    const known = done.flatMap((progress) => progress ?? [])
    expect(known.map((progress) => progress.done)).toEqual([...known.map((progress) => progress.done)].sort())
    expect(known.at(-1)).toMatchObject({ done: 4, total: 4, doing: null })
  })

  it('shows an app only once it can be used', () => {
    const states = build.map((_, i) => fold(build.slice(0, i + 1)).app?.state ?? null)
    expect([...new Set(states)]).toEqual([null, 'planned', 'draft', 'published'])
    const withheld = fold([...build.slice(0, 11), eventOf('app-withheld')])
    expect(withheld.app?.state).toBe('withheld')
  })

  it('ends as failed with what went wrong, and stays so', () => {
    const failed = fold([...build.slice(0, 5), eventOf('turn-failed')])
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'cancelled', message: 'It was stopped.' } })
    expect(advance(failed, eventOf('frame-ready')).state).toBe('failed')
  })

  it('takes any events in any order, changes nothing it was given, and is the same each time', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const before = JSON.stringify(events)
        const turn = fold(events)
        expect(fold(events)).toEqual(turn)
        expect(JSON.stringify(events)).toBe(before)
        const ended = events.some((each) => each.type === 'reply-end' || each.type === 'turn-failed')
        expect(isOpen(turn)).toBe(!ended)
        const progress = progressOf(turn)
        if (progress) expect(progress.done).toBeLessThanOrEqual(progress.total)
      }),
      { numRuns: 60 },
    )
  })

  it('is one of a conversation; what happened outside turns is not', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const turns = turnsOf(events)
        expect(turns.map((turn) => turn.key)).toEqual([...new Set(events.flatMap((each) => each.turn ?? []))])
        for (const turn of turns) expect(turn.id).toBe(turn.key)
      }),
      { numRuns: 60 },
    )
  })

  it('is read as the recorded intent, else as the option', () => {
    expect(intentOf({ features: { intent: 'build' }, option: 'synthesise' })).toBe('build')
    expect(intentOf({ features: {}, option: 'synthesise' })).toBe('synthesise')
  })
})

describe('a conversation', () => {
  const said = (key: string): Happening => ({ do: 'said', key, text: key, at: AT })

  it('hears, loses, refuses and takes back', () => {
    let turns = [said('a'), said('b')].reduce(happened, [])
    expect(openTurn(turns)?.key).toBe('b')
    turns = happened(turns, { do: 'heard', key: 'a', event: GREETING })
    expect(turns.map((turn) => turn.state)).toEqual(['done', 'sent'])
    turns = happened(turns, { do: 'lost', key: 'b' })
    expect(openTurn(turns)).toMatchObject({ key: 'b', state: 'lost' })
    turns = happened(turns, { do: 'refused', key: 'b', failure: { code: 'offline', message: '' } })
    expect(openTurn(turns)).toBeNull()
    expect(turns[1]).toMatchObject({ state: 'failed', failure: { code: 'offline' } })
    expect(happened(turns, { do: 'taken-back', key: 'b' }).map((turn) => turn.key)).toEqual(['a'])
    expect(happened(turns, { do: 'restored', turns: [] })).toEqual([])
  })

  it('goes on where the stream broke off', () => {
    const lost = [said('a'), { do: 'lost', key: 'a' } as const].reduce(happened, [])
    expect(happened(lost, { do: 'heard', key: 'a', event: GREETING })[0]?.state).toBe('done')
  })

  it('never touches another turn', () => {
    fc.assert(
      fc.property(anyEvent, (heard) => {
        const turns = [said('a'), said('b')].reduce(happened, [])
        expect(happened(turns, { do: 'heard', key: 'b', event: heard })[0]).toBe(turns[0])
        expect(happened(turns, { do: 'heard', key: 'nobody', event: heard })).toEqual(turns)
      }),
    )
  })
})

describe('the activity', () => {
  it('has a line for every event but the pieces of streams', () => {
    const untold = EVENT_TYPES.filter((type) => !isTold(event(sample(type))))
    expect(untold.sort()).toEqual(['code-delta', 'code-start', 'reply-delta', 'reply-start'])
    for (const type of EVENT_TYPES) {
      const each = event(sample(type))
      if (isTold(each))
        expect(
          detailOf(each, () => 'Coffee', en),
          type,
        ).not.toMatch(/undefined|null|\[object/)
    }
  })

  it('names apps by what was recorded, removed ones too', () => {
    const names = namesOf([...build, eventOf('app-removed')])
    expect(names.get(APP)).toBe('Coffee')
    expect(detailOf(eventOf('app-removed'), (app) => names.get(app) ?? '', en)).toBe('Coffee')
  })

  it('says what was tried', () => expect(detailOf(eventOf('check-finished'), () => 'Coffee', en)).toBe('Coffee · 2/2'))
})

describe('the stream of events', () => {
  const streamOf = (chunks: Uint8Array[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk)
        controller.close()
      },
    })
  const read = async (bytes: Uint8Array, cuts: number[]) => {
    const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
    const chunks = at.slice(1).map((end, i) => bytes.slice(at[i], end))
    const messages: string[] = []
    for await (const message of messagesOf(streamOf(chunks))) messages.push(message)
    return messages
  }

  it('is the same however it was cut, in the middle of letters too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        async (texts, cuts, end) => {
          const messages = texts.map((text) => JSON.stringify({ text }))
          const wire = messages.map((data) => `event: x${end}data: ${data}${end}${end}`).join('')
          expect(await read(new TextEncoder().encode(wire), cuts)).toEqual(messages)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('joins lines of data, skips comments, and drops a message that was cut off', async () => {
    const wire = ': hello\n\ndata: a\ndata: b\n\n: ping\n\nid: 3\n\ndata:c\n\ndata: cut'
    expect(await read(new TextEncoder().encode(wire), [])).toEqual(['a\nb', 'c'])
  })
})

describe('addresses', () => {
  const route = fc.oneof(
    fc.constantFrom('home', 'talk', 'memory', 'activity', 'insights', 'privacy', 'settings', 'more').map((at) => ({ at }) as Route),
    fc.constantFrom('models', 'people', 'ways-in').map((part) => ({ at: 'settings', part }) as Route),
    fc.tuple(fc.stringMatching(/^[a-z0-9]{8,40}$/), fc.boolean()).map(([app, versions]) => ({ at: 'app', app, versions }) as Route),
  )
  it('lead where they were made for', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(parseRoute(hrefOf(each))).toEqual(each)
      }),
    )
  })
  it.each(['', '#', '#/', '#/nowhere', '#/app', '#/app/', '#/app/../x', '#/app/SHORT', '#/app/<script>'])('%s leads home', (hash) =>
    expect(parseRoute(hash)).toEqual({ at: 'home' }),
  )
  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        expect(parseRoute(hash).at).toBeTruthy()
      }),
    )
  })
})

describe('times', () => {
  const now = Date.parse(AT)
  const ago = (ms: number) => new Date(now - ms).toISOString()
  it.each([
    ['en', 0, 'now'],
    ['en', 3 * 60_000, '3 minutes ago'],
    ['zh', 3 * 60_000, '3分钟前'],
    ['ja', 3 * 60_000, '3 分前'],
    ['ko', 3 * 60_000, '3분 전'],
    ['en', -5_000, 'now'],
  ])('%s, %d ms ago: %s', (locale, ms, shown) => expect(formatWhen(ago(ms), locale, now)).toBe(shown))
  it('shows the day once it is another one', () => {
    expect(formatWhen(ago(3 * 86_400_000), 'en-GB', now)).toMatch(/30 Apr 2026/)
    expect(formatDate(AT, 'ja')).toBe('2026年5月3日')
    expect(formatDate(AT, 'ko')).toBe('2026년 5월 3일')
  })
  it('shows what is no time as it is', () => {
    expect(formatWhen('soon', 'en')).toBe('soon')
    expect(formatDate('soon', 'en')).toBe('soon')
  })
  it('shows short spans in milliseconds, long ones in seconds', () => {
    expect(formatMs(420, 'en')).toBe('420 ms')
    expect(formatMs(1234, 'en')).toBe('1.2 sec')
    expect(formatMs(1234, 'ja')).toBe('1.2 秒')
  })
})

describe('what is pasted', () => {
  it.each([
    ['cells of a spreadsheet', 'name\tprice\nMocha\t5', true],
    ['CSV', 'name,price\nMocha,5\nTea,3\n', true],
    ['one line', 'name\tprice', false],
    ['prose with commas', 'milk, eggs\nbread, butter\ntea, honey', false],
    ['rows of different lengths', 'a\tb\nc', false],
    ['a list', 'milk\neggs\nbread', false],
    ['nothing', '', false],
  ])('%s', (_, text, table) => expect(isTable(text)).toBe(table))

  it('is read in the encoding it was saved in', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61, 0x00]), 'en')).toBe('a')
    expect(decodeText(new TextEncoder().encode('価格'), 'ja')).toBe('価格')
    expect(decodeText(new Uint8Array([0x89, 0xbf]), 'ja')).toBe('価')
    expect(decodeText(new Uint8Array([0xb0, 0xa1]), 'ko')).toBe('가')
    expect(decodeText(new Uint8Array([0xbc, 0xdb]), 'zh')).toBe('价')
  })
})
