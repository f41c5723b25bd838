/** The dialogues as the memory token's training reads them: some taught, some only asked. */
import type { ToldPart } from '../told/parts.ts'
import { corpusSet, dialogues } from './index.ts'

/** Never taught: what is measured on them is what a stranger's conversation would give. */
const HELD = new Set(['en-2', 'en-5', 'en-7', 'zh-2', 'ja-2', 'ko-1'])

export const heldDialogues = (): string[] => dialogues().filter((name) => HELD.has(name))

export const corpusParts = (): ToldPart[] =>
  (['en', 'zh', 'ja', 'ko'] as const).map((language) => {
    const names = dialogues().filter((name) => name.startsWith(language))
    return {
      name: `dialogues ${language}`,
      train: corpusSet(names.filter((name) => !HELD.has(name))),
      validation: corpusSet(names.filter((name) => HELD.has(name))),
      // At twice that a point of LoCoMo, BEAM and xSID goes (docs/log.md).
      weight: language === 'en' ? 0.5 : 0.35,
      k: 10,
    }
  })
