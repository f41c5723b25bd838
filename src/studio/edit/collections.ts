/** One of several related collections gets another name, and with it what points at it and what shows it. */
import { fold, visibleCollections } from '../../base/resolve.ts'
import type { Language, SpecEdit } from '../../spec.ts'
import { singularOf } from '../rules/relating.ts'
import { asLabel } from '../rules/words.ts'
import type { Rule } from './clause.ts'
import { SAY } from './say.ts'
import { isRelated } from './within.ts'

/** [the collection, its new name] */
const RENAMING: Record<Language, RegExp[]> = {
  en: [
    /^(?:please |can you |could you )?(?:rename|relabel|change) (?:the |my )?(.+?)(?: list| collection| table| section)? (?:to|as|into) (?:the )?(.+)$/i,
    /^(?:please )?call (?:the |my )?(.+?) (\S+)(?: instead)?$/i,
  ],
  zh: [/^(?:请|帮我)?把?(.+?)(?:列表|表)?(?:的名字|的名称)?(?:改名(?:为|成|叫)?|改叫|改成|改为|叫做?|重命名为)(.+?)(?:吧)?$/u],
  ja: [/^(.+?)(?:の名前|という名前)?(?:を|は)(.+?)(?:に|と)(?:変え|変更|して|リネーム|改名|呼).*$/u],
  ko: [
    /^(.+?)(?:들)?(?:의)?(?: ?이름)?(?:을|를|은|는)\s(.+?)(?:으로|로|이라고|라고)\s?(?:이름\s?)?(?:을\s?)?(?:바꿔|변경|불러|해|고쳐).*$/u,
  ],
}

export const renameCollection: Rule = ({ text, spec, language }) => {
  if (!isRelated(spec)) return null
  for (const pattern of RENAMING[language]) {
    const [, said, wanted] = pattern.exec(text.replace(/[.。!！]+$/u, '')) ?? []
    const collection =
      said && visibleCollections(spec).find(({ label, one }) => [label, one].some((name) => fold(name) === fold(said).trim()))
    const name = wanted && asLabel(wanted.replace(/^[\s“"「『《]+|[\s”"」』》]+$/gu, '')).slice(0, 40)
    if (!collection || !name) continue
    const one = language === 'en' ? (singularOf(name) ?? name) : name
    const edits: SpecEdit[] = [{ do: 'rename-collection', collection: collection.id, label: name, one }]
    for (const home of spec.collections)
      for (const field of home.fields)
        if (field.kind === 'relation' && field.to === collection.id && fold(field.label) === fold(collection.one))
          edits.push({ do: 'rename-field', collection: home.id, field: field.id, label: one })
    for (const view of spec.views)
      if (fold(view.label) === fold(collection.label)) edits.push({ do: 'change-view', view: { ...view, label: name } })
    return { edits, said: SAY.renamed[language](collection.label, name) }
  }
  return null
}
