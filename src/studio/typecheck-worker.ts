/**
 * The compiler, in a process of its own: it takes more memory than the rest of the server together, and goes when it
 * has nothing to do. Says what is wrong with an app's files, given the kit's declarations; for a code app also
 * those of React and of the page.
 */
import ts from 'typescript'

export type Job = {
  id: number
  files: Record<string, string>
  kit: string
  /** The folder of the compiler's libraries. */
  lib: string
  /** For a code app: preact's folder, whose declarations stand for React's, and those of the app's own collections. */
  code: { react: string; own: string } | null
}
export type Answer = { id: number; problems: { message: string; where: string }[] }

/** Milliseconds without work after which the process ends. */
const IDLE = 120_000
const MOST = 20

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: '@kit',
  strict: true,
  noEmit: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: true,
  types: [],
  lib: ['lib.es2022.d.ts'],
}

/** As people and models write React. A name that is not used is untidy, and no reason to hold an app back. */
const CODE_OPTIONS: ts.CompilerOptions = {
  ...OPTIONS,
  jsxImportSource: 'preact',
  noUnusedLocals: false,
  noUnusedParameters: false,
  resolveJsonModule: true,
  // A style is imported for its effect; whether it is there is for the bundle to say.
  noUncheckedSideEffectImports: false,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  paths: {
    react: ['/react/compat/src/index.d.ts'],
    'react-dom': ['/react/compat/src/index.d.ts'],
    'preact/jsx-runtime': ['/react/jsx-runtime/src/index.d.ts'],
  },
}
/** React's own declarations give an event the target it is heard on; preact's leave that to currentTarget. */
const WITH_TARGET = [
  "= Omit<TypedEvent, 'currentTarget'> & {\n",
  "= Omit<TypedEvent, 'currentTarget' | 'target'> & {\n\treadonly target: Target;\n",
] as const

const parsed = new Map<string, ts.SourceFile>()
const before: { spec?: ts.Program; code?: ts.Program } = {}

function problemsOf({ files, kit, lib, code }: Job): Answer['problems'] {
  const kind = code ? 'code' : 'spec'
  const own = new Map<string, string>(
    Object.entries(files).flatMap(([name, text]) => (/\.(?:tsx?|json)$/.test(name) ? [[`/app/${name}`, text] as const] : [])),
  )
  const sources = [...own.keys()].filter((name) => !name.endsWith('.json'))
  const reactFile = (name: string): string | null =>
    code && /^\/react\/[\w./-]+(?:\.d\.ts|\/package\.json)$/.test(name) && !name.includes('..') ? `${code.react}/${name.slice(7)}` : null
  const readReact = (name: string) => ts.sys.readFile(reactFile(name) ?? '')?.replace(...WITH_TARGET)
  const host: ts.CompilerHost = {
    fileExists: (name) => own.has(name) || name === '/kit.d.ts' || ts.sys.fileExists(reactFile(name) ?? ''),
    readFile: (name) => own.get(name) ?? readReact(name),
    getSourceFile(name, options) {
      const text = own.get(name)
      if (text !== undefined) return ts.createSourceFile(name, text, options, true)
      if (name === '/own.d.ts') return ts.createSourceFile(name, code?.own ?? '', options)
      const known = parsed.get(name)
      if (known) return known
      // Nothing else of this machine is looked at: the kit, React, and the language's own libraries.
      const source = name === '/kit.d.ts' ? kit : name.startsWith(`${lib}/lib.`) ? ts.sys.readFile(name) : readReact(name)
      if (source === undefined) return undefined
      const file = ts.createSourceFile(name, source, options)
      parsed.set(name, file)
      return file
    },
    getDefaultLibFileName: () => `${lib}/lib.es2022.d.ts`,
    getDefaultLibLocation: () => lib,
    writeFile: () => {},
    getCurrentDirectory: () => '/app',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    directoryExists: () => true,
    getDirectories: () => [],
  }
  const program = ts.createProgram({
    rootNames: [...sources, '/kit.d.ts', ...(code ? ['/own.d.ts'] : [])],
    options: code ? CODE_OPTIONS : OPTIONS,
    host,
    ...(before[kind] && { oldProgram: before[kind] }),
  })
  before[kind] = program
  const found = [
    ...program.getOptionsDiagnostics(),
    ...sources.flatMap((name) => {
      const file = program.getSourceFile(name)
      return file ? [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)] : []
    }),
  ]
  return found.slice(0, MOST).map(({ messageText, file, start }) => ({
    message: ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300),
    where: file && start !== undefined ? `${file.fileName.replace('/app/', '')}:${file.getLineAndCharacterOfPosition(start).line + 1}` : '',
  }))
}

let idle = setTimeout(() => process.exit(0), IDLE)
process.on('message', (job: Job) => {
  clearTimeout(idle)
  // Who asked may have gone meanwhile.
  process.send?.({ id: job.id, problems: problemsOf(job) } satisfies Answer, undefined, undefined, (error) => error && process.exit(0))
  idle = setTimeout(() => process.exit(0), IDLE)
})
process.on('disconnect', () => process.exit(0))
