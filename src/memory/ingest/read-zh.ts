/** Reads a Chinese clause: a topic (我, 我妹妹, 她), adverbs, times and a negation, then a predicate of the lexicon and what follows it. */

import { ADVERBS } from './lexicon/moods.ts'
import { NOUNS } from './lexicon/nouns.ts'
import { PRONOUNS, SELF } from './lexicon/people.ts'
import { anyOf } from './lexicon/table.ts'
import { relationForms } from './people.ts'
import { implied, ME, type Reader, type Said, type Scene, type Subject, saidOf, somebody } from './said.ts'
import { matches, templatesBy } from './templates.ts'

const TEMPLATES = templatesBy('zh', (template) => ({ key: template.startsWith('{') ? '' : template[0]!, rest: template }))
const NOUN_OF = new Map(NOUNS.flatMap((noun) => noun.forms.zh.map((form) => [form.toLowerCase(), noun] as const)))
const NOUN = anyOf([...NOUN_OF.keys()])
const REL = anyOf(relationForms('zh'))
const ME_WORD = anyOf(SELF.zh)

/** A given name after a relation: 我老公小王喜欢... Two or three characters that begin no predicate. */
const GIVEN = '(?:[小阿老]\\p{Script=Han}|[A-Z][a-z]+)'
const TOPIC = new RegExp(
  `^(?:(?<self>${ME_WORD})(?:家的?|的|们的?)?)?(?:(?<rel>${REL})(?<name>${GIVEN})?)?(?:(?<third>${anyOf(PRONOUNS.zh)})的?)?(?:的)?`,
  'iu',
)
const NAMED = /^(?<name>[小阿老]\p{Script=Han}|[A-Z][a-z]+)(?=(?:是|住|喜欢|讨厌|在|不|对|的生日|今年|也|很|最|爱))/u
const NAME_IS_MY = new RegExp(`^(?<name>\\p{Script=Han}{2,3}|[A-Z][a-z]+)是我的?(?<rel>${REL})$`, 'u')
/** Times at the front, and words that say nothing. */
const SKIP = new RegExp(
  `^(?:${anyOf([...ADVERBS.zh, '从'])}|今年|去年|明年|前年|(?:上|下|这|本)个?(?:周|星期|礼拜|月)[一二三四五六日天末]?|昨天|今天|明天|前天|后天|每天(?:早上|晚上|中午)?|每晚|每周[一二三四五六日天末]?|早上|晚上|\\d{4}年|[\\d一二三四五六七八九十]{1,2}月(?:[\\d一二三四五六七八九十]{1,3}[号日])?|以前|曾经|过去|之前|小时候|现在|半年前|\\S{1,3}[天周年]前|\\S{1,2}个月前|大学时|当年|原来|从前|[，,、 ])`,
  'u',
)
const COPULA = /^(?:已经)?(?:就?是|为|叫|改成了?|换成了?|变成了?|改为|[:：=]|换了?[,，]?新的是)?\s*(?<v>.+)$/u
const FAVOURITE = /^(?:最喜欢|最爱|最钟爱)(?:吃|喝|看|听|玩|去)?的(?<what>.{1,12}?)(?:就是|是|为|叫)(?<v>.+)$/u
const ENDINGS = /(?:了|的|呢|啊|哦|呀|啦|哈|吧|嘛|来着|噢|呗)+$/u

export const readChinese: Reader = (clause, scene) => {
  const mine = NAME_IS_MY.exec(clause.text)?.groups
  if (mine) {
    const subject = somebody(mine.rel!)
    return { subject, candidates: [saidOf(subject, 'name', 'name', mine.name!)] }
  }
  const { subject, rest } = topicOf(clause.text, scene)
  if (!subject) return { subject: null, candidates: [] }
  return { subject, candidates: [...nounsOf(subject, rest, scene, clause.first), ...predicatesOf(subject, rest)] }
}

function topicOf(text: string, scene: Scene): { subject: Subject | null; rest: string } {
  const before = skip(text)
  const named = NAMED.exec(before)?.groups
  if (named) return { subject: somebody(named.name!), rest: skip(before.slice(named.name!.length)) }
  const match = TOPIC.exec(before)!
  const { self, rel, name, third } = match.groups!
  const rest = skip(before.slice(match[0].length))
  if (rel && !/^(?:是我|们)/.test(rest)) return { subject: somebody(rel, name ?? null), rest }
  if (third) return { subject: scene.introduced && /^[它ta]/.test(third) ? somebody(scene.introduced) : scene.third, rest }
  if (self) return { subject: ME, rest }
  return { subject: scene.subject ? { ...scene.subject, explicit: false } : implied, rest }
}

function skip(text: string): string {
  let rest = text
  for (let i = 0; i < 8; i++) {
    const match = SKIP.exec(rest)
    if (!match || match[0].length === rest.length || /^(?:最喜欢|最爱|正在|太太|也许|可能|真名|老家)/.test(rest)) break
    rest = rest.slice(match[0].length)
  }
  return rest
}

const NOUN_FIRST = new RegExp(`^(?:的)?(?:新的?)?(?<noun>${NOUN})(?<after>.*)$`, 'iu')

function nounsOf(subject: Subject, rest: string, scene: Scene, first: boolean): Said[] {
  const favourite = FAVOURITE.exec(rest)?.groups
  if (favourite) return [saidOf(subject, `favourite ${favourite.what}`, 'thing', favourite.v!)]
  const match = NOUN_FIRST.exec(rest.replace(/^(?:家里的?|新|公司的?|手机的?|银行的?)(?=\p{L}*(?:密码|邮箱|地址))/iu, ''))?.groups
  const noun = match && NOUN_OF.get(match.noun!.toLowerCase())
  if (!match || !noun) return []
  const after = match.after!
  const copula = /^\s*(?:就?是|为|叫|改成|换成|变成|改为|[:：=])/u.test(after)
  if (!copula && !noun.bare && !(noun.attribute === 'weight' && subject.explicit)) return []
  if (!copula && !subject.explicit && !/\d/.test(after)) return []
  if (noun.attribute === 'weight' && !subject.explicit) return []
  const v = COPULA.exec(after)?.groups?.v
  if (!v) return []
  const owner = noun.attribute === 'name' && !subject.explicit && scene.introduced && !first ? somebody(scene.introduced) : subject
  return [saidOf(owner, noun.attribute, noun.value, v.replace(ENDINGS, ''))]
}

function predicatesOf(subject: Subject, rest: string): Said[] {
  let body = rest
  let negated = false
  let future = false
  for (let i = 0; i < 5; i++) {
    const negation = /^(?:不再|再也不|已经不|并不|不太|不怎么|不|没有再|没有|没|从不|从来不|不能|别)(?!过敏)/u.exec(body)
    const later = /^(?:要|会|将|打算|准备|计划|即将|就要)(?=搬|去|到|结婚|离开|入职|从)/u.exec(body)
    if (negation && !/^(?:不爱|不喜欢|不吃辣)/.test(body)) {
      negated = !negated
      body = skip(body.slice(negation[0].length))
    } else if (later) {
      future = true
      body = skip(body.slice(later[0].length))
    } else break
  }
  const past = /过$|过\p{Script=Han}*$/u.test(body) && !/过敏|过(?:生日|年|节|来|去)/u.test(body)
  const cut = body.replace(/(?:好几|[\d一二三四五六七八九十两几多]+)年(?:多)?了?$/u, '').replace(ENDINGS, '')
  const lists = [TEMPLATES.get(cut[0] ?? ''), TEMPLATES.get('')]
  return lists.flatMap((list) =>
    [...matches(list, cut)].map(({ row, value, name, other }) =>
      saidOf(subject, row.attribute, row.value, value, { name, other, row, negated, tense: future ? 'future' : past ? 'past' : 'now' }),
    ),
  )
}
