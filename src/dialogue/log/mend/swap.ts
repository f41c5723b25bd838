/**
 * One word in the place of another: "it was Belleville not Kingston", 不是小羽换成老秦, 塩じゃなくて味噌, 소고기죽이 아니라 전복죽.
 * Which of the two was wrong is told by what is kept: the field that has it takes the other. Pure.
 */
import { tokenise } from '../../../base/language/tokenise.ts'
import { contentStems, fold, optionNamed, visibleFields } from '../../../base/resolve.ts'
import type { Collection, Field, Language, Rec, Value } from '../../../spec.ts'
import { asTold } from '../homes/words.ts'

export type Swap = { collection: Collection; record: Rec; field: Field; value: Value }

/** `old` and `now` are the words on either side of what parts them; the pair is cut to what is kept afterwards. */
const PARTED: Record<Language, RegExp[]> = {
  en: [
    /\bnot (?<old>[^,.;!]+?),? (?:but|it(?:'s| was| is)) (?<now>[^,.;!]+)/i,
    /(?<now>[^,.;!]+?),? (?:not|instead of|rather than) (?<old>[^,.;!]+)/i,
    /\b(?:change|rename|swap|switch|correct|fix|turn|move) (?<old>.+?) (?:to|into|with|for) (?<now>[^,.;!]+)/i,
    /(?<old>[^,.;!]+?) (?:should(?:'ve)? (?:be|say|have been)|(?:is|was|were) (?:really|actually|meant to be)) (?<now>[^,.;!]+)/i,
  ],
  zh: [
    /不[是系](?<old>[^,，。；]+?)[,，]?\s?(?:而?[是系]|[改换換]成|改[为為]|[应應][该該]是)(?<now>[^,，。；]+)/u,
    /(?<old>[^,，。；]+?)(?:[写記记寫][错錯]了?)?[,，]?\s?(?:[改换換]成|改[为為])(?<now>[^,，。；]+)/u,
    /[是系](?<now>[^,，。；]+?)[,，]?\s?(?:而?不[是系])(?<old>[^,，。；]+)/u,
  ],
  ja: [
    /(?<old>[^、。]+?)(?:じゃなくて?|ではなくて?|でなくて?|じゃない、)、?(?<now>[^、。]+)/u,
    /(?<old>[^、。]+?)(?:を|は)(?<now>[^、。]+?)(?:に|へ)(?:変|直|修正|訂正|して)/u,
    /(?<old>[^、。]+?)(?:は|の)?(?:間違い|間違え|誤り)で?、?(?<now>[^、。]+)/u,
  ],
  ko: [
    /(?<old>[^,.]+?)(?:이|가)?\s?(?:아니고|아니라|아니구|말고),?\s?(?<now>[^,.!]+)/u,
    /(?<old>[^,.]+?)(?:을|를|은|는)?\s(?<now>[^,.!]+?)(?:으로|로)\s?(?:바꿔|바꾸|변경|수정|고쳐|옮겨|해)/u,
  ],
}

/** What stands around the new word and is none of it. */
const AROUND: Record<Language, RegExp> = {
  en: /^(?:(?:no|oops|sorry|wait|actually|it|that|this|he|she|they|was|were|is|are|should|be|have|been|make|had|got|the|a|an|in|at|on|from|by|of|to)\b[\s,]*)+|[\s,]*\b(?:sorry|my (?:mistake|bad)|please|pls|mate|though|actually|instead|then)\b.*$/gi,
  zh: /^(?:其[实實]|[应應][该該]|是|系|[为為])+|[了吧啊哈的呢呀喇啦]+$/gu,
  ja: /(?:に(?:変|直|修正|訂正|して).*|(?:だっ|でし)た.*|です.*|だ[よねわ]?|だったわ|なん(?:だ|です).*|ね|よ|や|にします.*)$/u,
  ko: /(?:(?:이었|였|이엿|엿)[가-힣]*(?:\s.*)?|이?에요|예요|이?야|입니다|임|이다|(?:으로|로)(?:\s.*)?|요)$/u,
}
/** Without what stands around a new value: verbs, endings, “sorry”. */
export const bare = (said: string, language: Language): string => asTold(asTold(said).replace(AROUND[language], ''))

const WORDED = new Set<Field['kind']>(['text', 'place', 'person', 'note', 'choice'])
const textOf = (value: Value | undefined, field: Field): string =>
  field.kind === 'choice' ? (field.options.find(({ id }) => id === value)?.label ?? '') : typeof value === 'string' ? value : ''

/** The words of a stretch that end it and those that begin it, the longest first. */
function edgesOf(said: string): string[] {
  const tokens = tokenise(said).filter(({ kind }) => kind !== 'punct')
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return []
  const parts = tokens
    .slice(0, 8)
    .flatMap((_, i) => [said.slice(tokens[i]!.start, last.end), said.slice(first.start, tokens[tokens.length - 1 - i]!.end)])
  return [...new Set(parts.map(asTold))]
    .map((part) => part.replace(/(?<=[가-힣]{2})(?:은|는|이|가|을|를)$/u, ''))
    .filter((part) => contentStems(part).length > 0 && (part.length > 1 || /\p{Script=Han}/u.test(part)))
    .sort((a, b) => b.length - a.length)
}

/** An entry is called otherwise, in as many words. */
const RENAMED: Record<Language, RegExp[]> = {
  en: [
    /\b(?:rename|retitle|call|name) (?:the )?(?<old>.+?) one (?<now>[^,.;!]+)/i,
    /\b(?:rename|retitle) (?<old>.+?) (?:to|as|into) (?<now>[^,.;!]+)/i,
    /\b(?:change|fix) the (?:name|title) of (?<old>.+?) to (?<now>[^,.;!]+)/i,
  ],
  zh: [
    /(?:把|将|將)?(?<old>[^,，。；]+?)(?:的(?:名字|名称|名稱)(?:改|换|換)(?:成|为|為|叫)|(?:改名|更名)(?:叫|为|為|成)?|改叫)(?<now>[^,，。；]+)/u,
  ],
  ja: [
    /(?<old>[^、。]+?)の(?:名前|名称)を(?<now>[^、。]+?)に/u,
    /(?<old>[^、。]+?)(?:を|は)(?<now>[^、。]+?)(?:に|へ)(?:名前(?:を)?変更|改名|リネーム)/u,
  ],
  ko: [
    /(?<old>[^,.]+?)(?:의)?\s?(?:이름|제목)(?:을|를)?\s(?<now>[^,.!]+?)(?:으로|로)\s?(?:바꿔|바꾸|변경|수정|고쳐|해)/u,
    /(?<old>[^,.]+?)(?:을|를)?\s(?<now>[^,.!]+?)(?:으로|로)\s?(?:이름|제목)(?:을|를)?\s?(?:바꿔|바꾸|변경|수정)/u,
  ],
}
/** The entry that is given another name. */
export function renamed(text: string, language: Language, collection: Collection, records: readonly Rec[]): Swap | null {
  const swap = swapped(text, language, [collection], { [collection.id]: records }, RENAMED[language])
  return swap?.field.id === collection.title ? swap : null
}

/** The newest entry that has the one word, and the field that takes the other; null where none has it. */
export function swapped(
  text: string,
  language: Language,
  collections: readonly Collection[],
  records: Readonly<Record<string, readonly Rec[]>>,
  patterns = PARTED[language],
): Swap | null {
  for (const pattern of patterns) {
    const { old, now } = pattern.exec(text)?.groups ?? {}
    const to = now && bare(now, language)
    if (!old || !to || to.length > 60) continue
    // “The dentist one should be 60” puts no figure in the place of a name.
    for (const part of edgesOf(old).filter((each) => /\d/.test(each) === /\d/.test(to))) {
      const found = kept(part, to, collections, records)
      if (found) return found
    }
  }
  return null
}

function kept(
  part: string,
  to: string,
  collections: readonly Collection[],
  records: Readonly<Record<string, readonly Rec[]>>,
): Swap | null {
  const wrong = fold(part)
  const found = collections.flatMap((collection) =>
    (records[collection.id] ?? []).flatMap((record) =>
      visibleFields(collection).flatMap((field): (Swap & { whole: boolean })[] => {
        const own = WORDED.has(field.kind) ? textOf(record.values[field.id], field) : ''
        const at = own ? fold(own).indexOf(wrong) : -1
        if (at < 0 || (/[a-z\d]/.test(wrong[0]!) && /[a-z\d]/.test(fold(own)[at - 1] ?? ''))) return []
        const option = field.kind === 'choice' ? optionNamed(to, field.options)?.option.id : undefined
        if (field.kind === 'choice' && option === undefined) return []
        const value = option ?? own.slice(0, at) + to + own.slice(at + wrong.length)
        return [{ collection, record, field, value, whole: own.length === wrong.length }]
      }),
    ),
  )
  const [best] = found.sort((a, b) => Number(b.whole) - Number(a.whole) || b.record.seq - a.record.seq)
  return best ?? null
}
