/** Generations in the layout of WebApp1K, ours: what passes passes for what it does, and nothing of it leaves the browser. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pairsIn } from '../../bench/generations/files.ts'
import { type Judged, judge, libraries } from '../../bench/generations/judge.ts'
import { type BrowserPool, openBrowser } from '../../src/sandbox/browser.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-generations-'))
let browser: BrowserPool
beforeAll(async () => {
  browser = openBrowser()
  await Promise.all([browser.warm(), libraries()])
}, 60_000)
afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true, force: true })
})

function put(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}
async function judged(name: string, files: Record<string, string>): Promise<Judged> {
  put(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])))
  const pair = pairsIn(root).find((one) => one.group === name)
  return judge(pair!, browser)
}

/** A test file as such suites have them. */
const TEST = `import React from 'react';
import { render, screen, fireEvent, waitFor, act } from '@testing-library/react';
import fetchMock from 'fetch-mock';
import '@testing-library/jest-dom';
import { MemoryRouter } from 'react-router-dom';
import App from './App';

afterEach(() => {
  fetchMock.reset();
  fetchMock.restore();
});

test('keeps a note that is written', async () => {
  fetchMock.post('/api/notes', { status: 200, body: { id: 7, text: 'Buy seeds' } });
  await act(async () => { render(<MemoryRouter><App /></MemoryRouter>); });
  await act(async () => { fireEvent.change(screen.getByPlaceholderText('Your note'), { target: { value: 'Buy seeds' } }); });
  await act(async () => { fireEvent.click(screen.getByText('Keep')); });
  await waitFor(() => expect(screen.getByText('Buy seeds')).toBeInTheDocument());
  expect(fetchMock.calls('/api/notes').length).toBe(1);
  expect(JSON.parse(fetchMock.lastOptions('/api/notes').body)).toEqual({ text: 'Buy seeds' });
});

test('says it where the server fails', async () => {
  fetchMock.post('/api/notes', 500);
  await act(async () => { render(<MemoryRouter><App /></MemoryRouter>); });
  await act(async () => { fireEvent.change(screen.getByPlaceholderText('Your note'), { target: { value: 'x' } }); });
  await act(async () => { fireEvent.click(screen.getByText('Keep')); });
  expect(await screen.findByRole('alert')).toHaveTextContent('could not be kept');
  expect(fetchMock.called('/api/notes', 'POST')).toBe(true);
});
`
const GOOD = `import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import './App.css';

export default function App() {
  const [text, setText] = useState('');
  const [notes, setNotes] = useState([]);
  const [problem, setProblem] = useState('');
  const keep = async () => {
    const response = await fetch('/api/notes', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text }) });
    if (!response.ok) return setProblem('It could not be kept.');
    setNotes([...notes, await response.json()]);
  };
  return (
    <div>
      <Link to="/about">About</Link>
      <input placeholder="Your note" value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={keep}>Keep</button>
      {problem && <p role="alert">{problem}</p>}
      <ul>{notes.map((note) => <li key={note.id}>{note.text}</li>)}</ul>
    </div>
  );
}
`
const CSS = 'li { color: teal }'

describe('a generated component', () => {
  it('passes where it does what its tests want', async () => {
    const { passed, tests, problem } = await judged('good', { 'App.js': GOOD, 'App.test.js': TEST, 'App.css': CSS })
    expect([problem, passed, tests]).toEqual([
      null,
      true,
      [
        { name: 'keeps a note that is written', ok: true },
        { name: 'says it where the server fails', ok: true },
      ],
    ])
  })

  it('in TypeScript as well, with user-event, describe, each and mocks', async () => {
    const test = `import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Counter from '../Counter'
describe('a counter', () => {
  beforeEach(() => { jest.restoreAllMocks() })
  test.each([[1], [3]])('counts %i', async (times) => {
    const told = jest.fn()
    render(<Counter told={told} />)
    for (let n = 0; n < times; n++) await userEvent.click(screen.getByRole('button', { name: /count/i }))
    expect(screen.getByTestId('sum')).toHaveTextContent(String(times))
    expect(told).toHaveBeenCalledTimes(times)
    expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ sum: times }))
  })
  it.skip('is not tried', () => { throw new Error('no') })
})
`
    const counter = `import { useState } from 'react'
type Props = { told: (state: { sum: number }) => void }
export default function Counter({ told }: Props) {
  const [sum, setSum] = useState(0)
  return <form><button onClick={() => { setSum(sum + 1); told({ sum: sum + 1 }) }}>Count</button><b data-testid="sum">{sum}</b></form>
}
`
    const { tests, passed } = await judged('typed', { 'Counter.tsx': counter, '__tests__/Counter.test.tsx': test })
    expect(tests.map(({ ok, message }) => message ?? ok)).toEqual([true, true, true])
    expect(passed).toBe(true)
  })

  it.each<[string, string, RegExp]>([
    ['where it leaves a wish out', GOOD.replace("setProblem('It could not be kept.')", 'undefined'), /alert/],
    [
      'where it sends something else',
      GOOD.replace('JSON.stringify({ text })', 'JSON.stringify({ note: text })'),
      /to deeply equal|toEqual/,
    ],
    ['where it asks an address that nobody answers', GOOD.replace("'/api/notes'", "'/api/other'"), /./],
  ])('fails %s', async (what, component, message) => {
    const { passed, tests, problem } = await judged(`bad-${what.length}`, { 'App.js': component, 'App.test.js': TEST, 'App.css': CSS })
    expect([passed, problem]).toEqual([false, null])
    expect(tests.find(({ ok }) => !ok)?.message).toMatch(message)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['does not parse', { 'App.js': 'export default function App( {' }, /App\.js:1/],
    ['is not there', {}, /neither a file beside it/],
    ['imports what nobody has', { 'App.js': `import x from 'left-pad'\n${GOOD}`, 'App.css': CSS }, /left-pad/],
    ['throws when it is loaded', { 'App.js': "throw new Error('on load')" }, /on load/],
  ])('is not run where it %s, and that is said', async (what, files, problem) => {
    const found = await judged(`none-${what.length}`, { ...files, 'App.test.js': TEST })
    expect([found.passed, found.tests]).toEqual([false, []])
    expect(found.problem).toMatch(problem)
  })

  it('reads no file of this machine and reaches no network', async () => {
    writeFileSync(join(root, 'private.js'), "export default 'of the person only'")
    const test = `import { render, screen } from '@testing-library/react'
import App from './App'
test('tries', async () => { render(<App />); expect(await screen.findByText('refused')).toBeTruthy() })
`
    const reaches = `import { useEffect, useState } from 'react'
export default function App() {
  const [said, setSaid] = useState('')
  useEffect(() => { fetch('http://127.0.0.1:4820/').then(() => setSaid('reached'), () => setSaid('refused')) }, [])
  return <p>{said}</p>
}
`
    expect(await judged('reaches', { 'App.js': reaches, 'App.test.js': test })).toMatchObject({ passed: true })
    const outside = await judged('outside', { 'App.js': "import x from '../private.js'\nexport default () => x", 'App.test.js': test })
    expect(outside.problem).toMatch(/neither a file beside it/)
    put({ 'linked/App.test.js': test })
    symlinkSync(join(root, 'private.js'), join(root, 'linked', 'App.js'))
    expect((await judge(pairsIn(root).find(({ group }) => group === 'linked')!, browser)).problem).toMatch(/neither a file beside it/)
  })

  it('says what there is none of', async () => {
    const test = "import App from './App'\ntest('waits', () => { jest.useFakeTimers(); App() })\n"
    const { tests } = await judged('timers', { 'App.js': 'export default () => null', 'App.test.js': test })
    expect(tests).toEqual([{ name: 'waits', ok: false, message: 'unsupported here: jest.useFakeTimers' }])
  })
})
