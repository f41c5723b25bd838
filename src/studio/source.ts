/**
 * Who an app's source belongs to. A spec app's is written from its spec and can be written anew at any time; a code
 * app's was written by somebody, a model or a person: it is kept as it is, and its spec is the manifest it goes by.
 *
 *   files == write(spec)            spec app:  a changed spec writes new files
 *   only app.json differs           spec app:  the manifest was edited, its files are written anew from it
 *   any other file differs          code app:  the files stay; a changed spec changes app.json and nothing else
 */
import { incoherences } from '../apps/coherence.ts'
import type { Finding } from '../events.ts'
import { type AppFiles, AppSpec, type SpecEdit } from '../spec.ts'
import { manifest, type Origin, requestsOf, write } from './write.ts'

/** What is no source: it is made of the spec and of what was said, in both kinds. */
const MADE = new Set(['app.json', 'request.md'])

/** The files of an app that goes on to `spec` from `before`. */
export function sourceOf(spec: AppSpec, before: AppFiles, origin: Origin): AppFiles {
  if (!spec.code) return write(spec, origin)
  return { ...before, 'app.json': manifest(spec, origin.id), 'request.md': requestsOf(origin) }
}

/** Whether nothing but what is made of a spec differs. */
function sameSource(a: AppFiles, b: AppFiles): boolean {
  const names = (files: AppFiles) => Object.keys(files).filter((name) => !MADE.has(name))
  return names(a).length === names(b).length && names(a).every((name) => a[name] === b[name])
}

/** An app as it stood before somebody worked on its files. `published`: people's entries are in it. */
export type Standing = { spec: AppSpec; files: AppFiles; published: boolean }
export type Settled = { spec: AppSpec; files: AppFiles; findings: Finding[] }

/**
 * What files that somebody worked on are: the spec that their app.json says, marked as code where the source is no
 * longer what a spec writes. Findings where app.json cannot be a manifest of this app: then the spec is that of `before`.
 */
export function settle(files: AppFiles, before: Standing, origin: Origin): Settled {
  const parsed = manifestOf(files['app.json'])
  if ('findings' in parsed) return { spec: before.spec, files, findings: parsed.findings }
  const findings = [...incoherences(parsed.spec), ...losses(before, parsed.spec)].map(badManifest)
  if (findings.length) return { spec: before.spec, files, findings }
  const { code: _, ...spec } = parsed.spec
  const untouched = !before.spec.code && sameSource(files, before.files)
  const written = write(spec, origin)
  if (untouched || sameSource(files, written)) return { spec, files: written, findings: [] }
  const own: AppSpec = { ...spec, code: true }
  return { spec: own, files: sourceOf(own, files, origin), findings: [] }
}

const badManifest = (message: string): Finding => ({ check: 'types', message: message.slice(0, 300), where: 'app.json' })

function manifestOf(text: string | undefined): { spec: AppSpec } | { findings: Finding[] } {
  try {
    const parsed = AppSpec.safeParse(JSON.parse(text ?? ''))
    if (parsed.success) return { spec: parsed.data }
    const findings = parsed.error.issues.slice(0, 6).map((issue) => badManifest(`${issue.path.join('.') || 'app.json'}: ${issue.message}`))
    return { findings }
  } catch (error) {
    return { findings: [badManifest(`app.json is not JSON: ${error instanceof Error ? error.message : String(error)}`)] }
  }
}

/** What a manifest may not lose: where a person's entries are, and what an app must warn of. */
function losses({ spec: before, published }: Standing, after: AppSpec): string[] {
  const gone = (published ? before.collections : []).flatMap((collection) => {
    const kept = after.collections.find((one) => one.id === collection.id)
    if (!kept) return [`collection ${collection.id} is gone and its entries with it; keep it, with "hidden": true if it is not to be seen`]
    return collection.fields
      .filter((field) => !kept.fields.some((one) => one.id === field.id))
      .map(
        (field) =>
          `field ${collection.id}.${field.id} is gone and its values with it; keep it, with "hidden": true if it is not to be seen`,
      )
  })
  const risks = before.risks.filter((risk) => !after.risks.includes(risk)).map((risk) => `the risk "${risk}" is gone; the note on it stays`)
  const other = before.language === after.language ? [] : [`the language of the app is ${before.language}`]
  return [...gone, ...risks, ...other]
}

/** Edits that a page shows only where its source says so: a code app needs somebody to write that. */
const NEW_PARTS: ReadonlySet<SpecEdit['do']> = new Set(['add-view', 'first-view', 'add-behaviour', 'add-collection'])
export const needsSource = (spec: AppSpec, edits: readonly SpecEdit[]): boolean =>
  spec.code === true && edits.some((edit) => NEW_PARTS.has(edit.do))

/** Edits of what a page shows by itself; any other of a code app is better made by who can write its page. */
const BY_ITSELF: ReadonlySet<SpecEdit['do']> = new Set([
  ...(['rename-app', 'set-icon', 'set-purpose', 'rename-field', 'rename-collection', 'remove-field', 'restore-field'] as const),
  ...(['move-field', 'change-behaviour', 'set-look', 'set-language'] as const),
])
export const showsByItself = (edits: readonly SpecEdit[]): boolean => edits.every((edit) => BY_ITSELF.has(edit.do))
