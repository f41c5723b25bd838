/** Whether a text holds these words as they stand: whole ones where words have spaces between them. */
export const holdsWords = (text: string, words: string): boolean => holder(words)(text)

/** The same for many texts. */
export function holder(words: string): (text: string) => boolean {
  const wanted = fold(words)
  if (!wanted) return () => false
  const [opens, closes] = [spaced(wanted[0]!), spaced(wanted.at(-1)!)]
  return (text) => {
    const in_ = fold(text)
    for (let at = in_.indexOf(wanted); at >= 0; at = in_.indexOf(wanted, at + 1)) {
      const before = opens && spaced(in_[at - 1] ?? ' ')
      const after = closes && spaced(in_[at + wanted.length] ?? ' ')
      if (!before && !after) return true
    }
    return false
  }
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim()
const spaced = (letter: string) =>
  /[\p{L}\p{N}]/u.test(letter) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter)
