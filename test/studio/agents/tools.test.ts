/** The tools a model builds with, and the policy before them: hostile paths, patterns, contents and commands. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Folder, openFolder } from '../../../src/studio/agents/folder.ts'
import { judge, type Rules } from '../../../src/studio/agents/policy.ts'
import { withoutStrings } from '../../../src/studio/agents/scan.ts'
import { bashTool, bashWorks, sandboxArguments } from '../../../src/studio/agents/tools/bash.ts'
import { fetchTool } from '../../../src/studio/agents/tools/fetch.ts'
import { fileTools } from '../../../src/studio/agents/tools/files.ts'
import { fits } from '../../../src/studio/agents/tools/glob.ts'
import { grepTool } from '../../../src/studio/agents/tools/grep.ts'
import { kitDocs, kitDocsTool } from '../../../src/studio/agents/tools/kitdocs.ts'
import { type Tool, wireTool } from '../../../src/studio/agents/tools/tool.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-tools-'))
const never = new AbortController().signal
let folder: Folder
let tools: Map<string, Tool>
let rules: Rules
beforeAll(async () => {
  writeFileSync(join(home, 'secret.ts'), 'outside')
  folder = await openFolder(join(home, 'app'))
})
beforeEach(async () => {
  await folder.put({ 'app.tsx': 'export const a = 1\n', 'app.json': '{}\n', 'parts/row.tsx': 'export const row = 2\n' })
  tools = new Map([...fileTools(folder), grepTool(folder), kitDocsTool()].map((one) => [one.name, one]))
  rules = {
    folder,
    tools: new Set([...tools.keys(), 'Bash', 'Fetch', 'Check']),
    hosts: ['docs.example.org'],
    secrets: ['token-of-the-gateway'],
  }
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const call = (name: string, input: unknown) => tools.get(name)!.run(input, never)
const decided = async (tool: string, input: unknown) => (await judge({ tool, input }, rules)).decision

describe('paths', () => {
  const OUT = [
    '../secret.ts',
    '/etc/passwd',
    'parts/../../secret.ts',
    '.git/config.ts',
    './../secret.ts',
    'a\u0000.ts',
    '..\\secret.ts',
    '~/x.ts',
    '',
    'x.js',
    'file:///x.ts',
  ]
  it.each(OUT)('outside of the app are nowhere: %j', async (path) => {
    for (const [tool, more] of [
      ['Read', {}],
      ['Write', { content: 'x' }],
      ['Edit', { old_string: 'a', new_string: 'b' }],
    ] as const) {
      expect(await decided(tool, { file_path: path, ...more })).toBe('deny')
      expect((await call(tool, { file_path: path, ...more })).ok).toBe(false)
    }
    if (path) for (const tool of ['Grep', 'Glob']) expect(await decided(tool, { pattern: 'x', path })).toBe('deny')
    expect(readFileSync(join(home, 'secret.ts'), 'utf8')).toBe('outside')
  })
  it('in the app are the same by any name', async () => {
    for (const path of ['app.tsx', './app.tsx', join(folder.root, 'app.tsx')]) {
      expect(await decided('Read', { file_path: path })).toBe('allow')
      expect(await call('Read', { file_path: path })).toMatchObject({ ok: true, value: expect.stringContaining('export const a') })
    }
  })
  it('that are links are refused, to read as to write, and make the folder no app', async () => {
    symlinkSync(join(home, 'secret.ts'), join(folder.root, 'link.ts'))
    symlinkSync(home, join(folder.root, 'away'))
    for (const path of ['link.ts', 'away/secret.ts']) {
      expect((await call('Read', { file_path: path })).ok).toBe(false)
      expect((await call('Write', { file_path: path, content: 'x' })).ok).toBe(false)
    }
    expect(await folder.files()).toMatchObject({ ok: false, error: { code: 'path-outside' } })
    expect(readFileSync(join(home, 'secret.ts'), 'utf8')).toBe('outside')
  })
  it('never name what is not below the folder', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '..', '.', '/', 'b.ts', '\\', ' ', '~', '%2e', '\u0000', '.git')), (parts) => {
        const name = folder.nameOf(parts.join(''))
        if (name.ok) expect(join(folder.root, name.value).startsWith(`${folder.root}/`)).toBe(true)
      }),
    )
  })
})

describe('files', () => {
  it('are read before they are overwritten, also after somebody else wrote', async () => {
    expect(await call('Write', { file_path: 'app.tsx', content: 'x' })).toMatchObject({ ok: false, error: { code: 'file-unread' } })
    await call('Read', { file_path: 'app.tsx' })
    expect((await call('Edit', { file_path: 'app.tsx', old_string: 'a = 1', new_string: 'a = 3' })).ok).toBe(true)
    expect((await call('Write', { file_path: 'app.tsx', content: 'new' })).ok).toBe(true)
    await folder.write('app.tsx', 'by another')
    expect(await call('Edit', { file_path: 'app.tsx', old_string: 'by', new_string: 'x' })).toMatchObject({
      error: { code: 'file-unread' },
    })
    expect((await call('Write', { file_path: 'new.ts', content: '' })).ok).toBe(true)
  })
  it('are edited where the text stands once, and by the letter', async () => {
    await folder.write('app.tsx', 'one two one $& $1')
    await call('Read', { file_path: 'app.tsx' })
    expect(await call('Edit', { file_path: 'app.tsx', old_string: 'one', new_string: 'x' })).toMatchObject({
      error: { code: 'edit-ambiguous' },
    })
    expect(await call('Edit', { file_path: 'app.tsx', old_string: 'three', new_string: 'x' })).toMatchObject({
      error: { code: 'edit-not-found' },
    })
    expect((await call('Edit', { file_path: 'app.tsx', old_string: 'two', new_string: '$& $1' })).ok).toBe(true)
    expect((await call('Edit', { file_path: 'app.tsx', old_string: 'one', new_string: '1', replace_all: true })).ok).toBe(true)
    expect(await folder.read('app.tsx')).toEqual({ ok: true, value: '1 $& $1 1 $& $1' })
  })
  it('have a size', async () => {
    expect(await call('Write', { file_path: 'big.ts', content: 'x'.repeat(300_000) })).toMatchObject({ error: { code: 'file-too-large' } })
  })
  it('are found by name and by content, whatever the pattern', async () => {
    expect(await call('Glob', { pattern: '**/*.tsx' })).toEqual({ ok: true, value: 'app.tsx\nparts/row.tsx' })
    expect(await call('Glob', { pattern: 'r?w.*' })).toEqual({ ok: true, value: 'parts/row.tsx' })
    expect(fits('a'.repeat(100), '*a'.repeat(100))).toBe(true)
    expect(await call('Grep', { pattern: 'const \\w+ = 2' })).toEqual({ ok: true, value: 'parts/row.tsx:1: export const row = 2' })
    expect(await call('Grep', { pattern: '(' })).toMatchObject({ error: { code: 'pattern-invalid' } })
    await folder.write('slow.ts', 'a'.repeat(60))
    expect(await call('Grep', { pattern: '(a+)+$(?<!a)' })).toMatchObject({ error: { code: 'search-slow' } })
  })
  it('are not touched by what does not fit the arguments', async () => {
    for (const input of [null, [], {}, { file_path: 3 }, { file_path: 'app.tsx', content: 4 }, 'app.tsx'])
      expect(await call('Write', input)).toMatchObject({ ok: false, error: { code: 'input-invalid' } })
    for (const one of tools.values()) expect(wireTool(one).input_schema).toMatchObject({ type: 'object' })
  })
})

describe('what is written', () => {
  const page = (body: string, before = '') => `${before}\nexport default function Page() {\n  return <div>${body}</div>\n}\n`
  it.each([
    ['a script', page('<script src="x.js"></script>')],
    ['a script from a component', page('', `import { createElement } from 'react'\nconst s = createElement('script', {})`)],
    ['a frame', page('<iframe src="x" />')],
    ['markup from text', page('<p dangerouslySetInnerHTML={{ __html: x }} />')],
    ['a call to the network', page('', `fetch('/x')`)],
    ['a call in a template', page('', 'const a = `${fetch("/x")}`')],
    ['a call after what looks like a string', page(`Don't {fetch("/x") as never}`)],
    ['a call after a pattern with a quote', page('', `const q = /"/.test('a'); fetch('/x')`)],
    ['a socket', page('', `new WebSocket('wss://x.example')`)],
    ['code from text', page('', `new Function('return 1')()`)],
    ['a module that is fetched', page('', `import('https://x.example/x.js')`)],
    ['the page around', page('', `window.parent.postMessage(1, '*')`)],
    ['a key', page('', `const key = 'sk-ant-${'a1'.repeat(20)}'`)],
    ['the token of the gateway', page('token-of-the-gateway')],
  ])('has no %s', async (_what, content) => {
    expect(await decided('Write', { file_path: 'new.tsx', content })).toBe('deny')
    await folder.write('app.tsx', 'AAA')
    expect(await decided('Edit', { file_path: 'app.tsx', old_string: 'AAA', new_string: content })).toBe('deny')
  })
  it('is judged whole: a tag in two halves is one tag', async () => {
    await folder.write('app.tsx', page('<scriX src="x" />'))
    expect(await decided('Edit', { file_path: 'app.tsx', old_string: 'scriX', new_string: 'script' })).toBe('deny')
  })
  it.each([
    ['words about scripts', page(`{"<script>alert(1)</script> and fetch('/x')"}`)],
    ['words in the page', page('I fetch (the dog) and evaluate tea')],
    ['comments', page('', '// never fetch() here, or eval(x)')],
    ['names that are like others', page('', 'const fetched = 1; const evaluate = (x: number) => x; evaluate(fetched)')],
    ['what does not parse', 'const ='],
  ])('may have %s', async (_what, content) => {
    expect(await decided('Write', { file_path: 'new.tsx', content })).toBe('allow')
  })
  it('has styles from nowhere else', async () => {
    expect(await decided('Write', { file_path: 'a.css', content: `@import 'x.css';` })).toBe('deny')
    expect(await decided('Write', { file_path: 'a.css', content: '.a { background: url( "https://x.example/a.png" ) }' })).toBe('deny')
    expect(await decided('Write', { file_path: 'a.css', content: '.a { background: url(data:image/png;base64,AA==) }' })).toBe('allow')
  })
  it('loses the text of strings and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const code = `f(${JSON.stringify(a)});fetch(\`${b.replace(/[`\\$]/g, '')}\${g("x")}\`)`
        const left = withoutStrings(code)
        expect(left).toContain('fetch(')
        expect(left).toContain('g(""')
      }),
    )
  })
})

describe('the policy', () => {
  it('knows which tools there are, by the SDK’s names too', async () => {
    expect(await decided('WebSearch', {})).toBe('deny')
    expect(await decided('mcp__studio__Check', {})).toBe('allow')
    expect(await decided('mcp__other__Check', {})).toBe('deny')
    expect(await decided('Agent', { prompt: 'x' })).toBe('allow')
  })
  it('lets Fetch read the hosts that are allowed, asks for others, and sends no secret', async () => {
    expect(await decided('Fetch', { url: 'https://docs.example.org/a' })).toBe('allow')
    expect(await decided('Fetch', { url: 'https://other.example/' })).toBe('ask')
    for (const url of [
      'http://docs.example.org/',
      'file:///etc/passwd',
      'https://a:b@docs.example.org/',
      'nothing',
      'https://docs.example.org/?k=token-of-the-gateway',
    ])
      expect(await decided('Fetch', { url })).toBe('deny')
    expect(await decided('Bash', { command: 'echo token-of-the-gateway' })).toBe('deny')
  })
  it('Fetch follows no one elsewhere and reads no more than it may', async () => {
    const get = (response: Response) => fetchTool(['x.example'], async () => response).run({ url: 'https://x.example/' }, never)
    expect(await get(new Response(null, { status: 302, headers: { location: 'http://127.0.0.1/' } }))).toMatchObject({
      error: { code: 'fetch-elsewhere' },
    })
    expect(await get(new Response('x', { headers: { 'content-type': 'application/octet-stream' } }))).toMatchObject({
      error: { code: 'fetch-no-text' },
    })
    const long = await get(new Response('x'.repeat(2_000_000), { headers: { 'content-type': 'text/plain' } }))
    expect(long.ok && long.value.length).toBeLessThan(31_000)
  })
})

describe('KitDocs', () => {
  it('has everything that the kit exports, in the words of its declarations', async () => {
    const overview = await kitDocs('overview')
    const exported = readFileSync('src/apps/kit/index.tsx', 'utf8')
    for (const name of ['App', 'RecordForm', 'ListView', 'Limit', 'useCollection', 'sum', 'Tabs']) {
      expect(overview.ok && overview.value).toContain(name)
      expect(exported + readFileSync('src/apps/kit/logic.ts', 'utf8')).toContain(name)
      expect(await kitDocs(name)).toMatchObject({ ok: true, value: expect.stringContaining(name) })
    }
  })
  it('has the vocabulary, the styles, React and an example that is real', async () => {
    for (const [topic, part] of [
      ['manifest', 'AppSpec'],
      ['field', "z.literal('money')"],
      ['view', "z.literal('board')"],
      ['behaviour', "z.literal('limit')"],
      ['query', 'measure'],
      ['react', 'useState'],
      ['styles', '--accent'],
      ['example', '<Limit id="limit" />'],
    ])
      expect(await kitDocs(topic!)).toMatchObject({ ok: true, value: expect.stringContaining(part!) })
    expect(await kitDocs('DatePicker')).toMatchObject({ ok: false, error: { code: 'topic-unknown' } })
  })
})

describe('the sandbox of commands', () => {
  it('binds the folder and the system’s programs, and nothing of the person', () => {
    const args = sandboxArguments('/somewhere/app', 'ls', () => true)
    expect(args.filter((_, at) => args[at - 1] === '--bind')).toEqual(['/somewhere/app'])
    expect(args.filter((_, at) => args[at - 1] === '--ro-bind')).toEqual(['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64'])
    expect(args).toEqual(expect.arrayContaining(['--unshare-all', '--clearenv', '--die-with-parent', '--new-session']))
  })
  it('lets nothing in or out, where it is there', async ({ skip }) => {
    if (!(await bashWorks())) skip('bubblewrap is not installed, or may not be used here')
    process.env.MACARON_TEST_SECRET = 'of the person'
    const run = async (command: string) => {
      const ran = await bashTool(folder).run({ command }, never)
      return ran.ok ? ran.value : ran.error.message
    }
    expect(await run('ls; pwd')).toContain('app.tsx')
    expect(await run(`cat ${join(home, 'secret.ts')}`)).not.toContain('outside')
    expect(await run('cat /etc/passwd; ls /root /home /work')).not.toMatch(/root:x|agents/)
    expect(await run('env')).not.toContain('of the person')
    expect(await run('exec 3<>/dev/tcp/127.0.0.1/80 && echo reached')).not.toContain('reached\n')
    expect(await run('ps aux 2>/dev/null | wc -l; ls /proc | grep -c "^[0-9]*$"')).not.toMatch(/\n\d{3,}/)
    expect(await run('touch /usr/x && echo wrote')).not.toMatch(/^wrote/)
    expect(existsSync('/usr/x')).toBe(false)
    expect(await bashTool(folder).run({ command: 'sleep 30', timeout: 200 }, never)).toMatchObject({ ok: false })
    mkdirSync(join(home, 'x'), { recursive: true })
    await run(`ln -s ${home}/secret.ts link.ts`)
    expect((await folder.files()).ok).toBe(false)
  })
})
