// What is installed is what was looked at: exact versions, a digest for each, no scripts at install, licences that go with
// Apache-2.0. Reads package.json and package-lock.json alone (no network, nothing installed), and fails with each thing that is not so.
// `node scripts/dependencies.mjs --sbom FILE` writes what there is as CycloneDX (`npm sbom`), the same bytes for the same lock.
// `node scripts/dependencies.mjs FOLDER` reads another project's two files. Known weaknesses are for `npm audit`, which asks the registry.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Permissive, or copyleft by the file (MPL) or the font (OFL): what is not changed may go with Apache-2.0. */
const LICENCES = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0', 'OFL-1.1'])
/** Whose install script is known: it only looks whether the program for this machine is there, and we do without it. */
const SCRIPTS = new Set(['esbuild'])
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** Of an SPDX expression without parentheses: all of what is joined by AND, any of what is joined by OR. */
const isAllowed = (licence) =>
  typeof licence === 'string' && licence.split(' OR ').some((one) => one.split(' AND ').every((part) => LICENCES.has(part)))

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

function problemsOf(project, lock) {
  const problems = []
  const wanted = { ...project.dependencies, ...project.optionalDependencies, ...project.devDependencies }
  for (const [name, version] of Object.entries(wanted)) {
    if (!EXACT.test(version)) problems.push(`${name}: “${version}” is a range; name one version`)
    const locked = lock.packages[`node_modules/${name}`]?.version
    if (EXACT.test(version) && locked !== version)
      problems.push(`${name}: ${version} is asked for and ${locked ?? 'nothing'} is locked; run npm install`)
  }
  if (lock.lockfileVersion !== 3) problems.push(`the lock is of version ${lock.lockfileVersion}, not 3`)
  for (const [path, { version, integrity, license, hasInstallScript, resolved, link }] of Object.entries(lock.packages)) {
    if (path === '') continue
    const name = `${nameOf(path)} ${version}`
    if (link || (resolved && !resolved.startsWith('https://'))) problems.push(`${name}: it does not come from a registry`)
    if (!/^sha512-[\w+/]{86}==$/.test(integrity ?? '')) problems.push(`${name}: it has no SHA-512 in the lock`)
    if (!isAllowed(license)) problems.push(`${name}: its licence is ${license ?? 'not named'}; see LICENCES in scripts/dependencies.mjs`)
    if (hasInstallScript && !SCRIPTS.has(nameOf(path))) problems.push(`${name}: it runs a script when it is installed`)
  }
  return problems
}

/** What npm says, without what changes from run to run, and under the project's name instead of its folder's. */
function sbomOf(folder, project, lockText) {
  const { stdout, stderr, status } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`)
  const sbom = JSON.parse(stdout)
  const digest = createHash('sha256').update(lockText).digest('hex')
  sbom.serialNumber = `urn:uuid:${digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')}`
  delete sbom.metadata.timestamp
  sbom.metadata.component.name = project.name
  return `${JSON.stringify(sbom, null, 2)}\n`
}

const args = process.argv.slice(2)
const to = args[0] === '--sbom' ? args[1] : undefined
const folder = args[0] && args[0] !== '--sbom' ? args[0] : dirname(dirname(fileURLToPath(import.meta.url)))
const project = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const lockText = readFileSync(join(folder, 'package-lock.json'), 'utf8')
const lock = JSON.parse(lockText)
const problems = problemsOf(project, lock)
for (const problem of problems) console.error(problem)
if (to) writeFileSync(to, sbomOf(folder, project, lockText))
console.log(`${Object.keys(lock.packages).length - 1} packages, ${problems.length} problems${to ? `; written to ${to}` : ''}`)
if (problems.length) process.exitCode = 1
