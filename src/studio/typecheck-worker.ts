/**
 * The compiler, in a process of its own: it takes more memory than the rest of the server together, and goes when it
 * has nothing to do. Says what is wrong with an app's files, given the kit's declarations.
 */
import ts from 'typescript'

export type Job = { id: number; files: Record<string, string>; kit: string; lib: string }
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

const parsed = new Map<string, ts.SourceFile>()
let before: ts.Program | undefined

function problemsOf({ files, kit, lib }: Job): Answer['problems'] {
  const own = new Map<string, string>(
    Object.entries(files).flatMap(([name, text]) => (/\.tsx?$/.test(name) ? [[`/app/${name}`, text] as const] : [])),
  )
  const host: ts.CompilerHost = {
    fileExists: (name) => own.has(name) || name === '/kit.d.ts',
    readFile: (name) => own.get(name),
    getSourceFile(name, options) {
      const text = own.get(name)
      if (text !== undefined) return ts.createSourceFile(name, text, options, true)
      const known = parsed.get(name)
      if (known) return known
      // Nothing else of this machine is looked at: the kit, and the language's own libraries.
      const source = name === '/kit.d.ts' ? kit : name.startsWith(`${lib}/lib.`) ? ts.sys.readFile(name) : undefined
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
    rootNames: [...own.keys(), '/kit.d.ts'],
    options: OPTIONS,
    host,
    ...(before && { oldProgram: before }),
  })
  before = program
  const found = [
    ...program.getOptionsDiagnostics(),
    ...[...own.keys()].flatMap((name) => {
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
