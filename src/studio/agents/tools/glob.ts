/** Names of files by a pattern of *, ? and **; in time of the product of both lengths, whatever the pattern is. */

/** `**` stands for any number of folders; a pattern without a slash is looked for in every folder. */
export function fits(name: string, pattern: string): boolean {
  const wanted = pattern.replace(/^\.\//, '').split('/').slice(0, 20)
  const parts = name.split('/')
  return pathFits(parts, pattern.includes('/') ? wanted : ['**', ...wanted])
}

function pathFits(parts: string[], wanted: string[]): boolean {
  // row[j]: whether the first j parts fit the pattern so far.
  let row = parts.map(() => false)
  row = [true, ...row]
  for (const one of wanted) {
    const next = [one === '**' && row[0] === true]
    for (let at = 1; at <= parts.length; at++)
      next[at] = one === '**' ? row[at] === true || next[at - 1] === true : row[at - 1] === true && partFits(parts[at - 1]!, one)
    row = next
  }
  return row[parts.length] === true
}

function partFits(part: string, wanted: string): boolean {
  let row = [true, ...Array.from(part, () => false)]
  for (const one of wanted.slice(0, 200)) {
    const next = [one === '*' && row[0] === true]
    for (let at = 1; at <= part.length; at++)
      next[at] = one === '*' ? row[at] === true || next[at - 1] === true : row[at - 1] === true && (one === '?' || one === part[at - 1])
    row = next
  }
  return row[part.length] === true
}
