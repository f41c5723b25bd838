/**
 * Another name for the app, a collection or a field: "call it Bean Counter", 把价格改名为花费, 名前は「五七五」で, 시술 대신 메뉴로.
 * Every wording is brought to [what is named, its new name]; nothing named is the app.
 */
import { fieldsNamed, fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Language, SpecEdit } from '../../spec.ts'
import { singularOf } from '../rules/relating.ts'
import { asLabel } from '../rules/words.ts'
import { type Change, type Clause, quoted, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { saysType } from './types.ts'
import { isRelated } from './within.ts'

/** Groups: `of` what is named, `to` the new name. `name`: naming is said, so that nothing named is the app. */
type Wording = { is: RegExp; name: boolean }
const naming = (is: RegExp): Wording => ({ is, name: true })
/** One word becomes another; a name only where the first is one of the app's. */
const swapping = (is: RegExp): Wording => ({ is, name: false })

const ASK =
  "(?:please |can (?:you|we) |could (?:you|we) |let'?s |i(?:'d| would)? (?:like|want) (?:to |you to )?|just |and |also |maybe |pls |now )*"
const WORDINGS: Record<Language, Wording[]> = {
  en: [
    naming(new RegExp(`^${ASK}(?:re)?(?:name|title|label) (?<of>.+?) (?:to|as|into|=|->) (?<to>.+)$`, 'i')),
    naming(
      new RegExp(
        `^${ASK}(?:re)?(?:name|title|call) (?:it|this|that|this one|the app|this app|this thing|app)(?: app)?(?: to| as| into|:)? (?<to>.+)$`,
        'i',
      ),
    ),
    naming(new RegExp(`^${ASK}rename (?:to|as) (?<to>.+)$`, 'i')),
    naming(
      new RegExp(
        `^${ASK}(?:change|set|make|switch) (?:the |its |my |this )?(?:app(?:'s)? )?(?:name|title)(?: of (?<of>.+?))? (?:to|be|as|:) (?<to>.+)$`,
        'i',
      ),
    ),
    naming(new RegExp(`^${ASK}(?:change|set|make) (?:the |its |my )?(?:name|title) (?<to>.+)$`, 'i')),
    naming(
      /^(?:and |so |ok )?(?:the |its |this )?(?:app'?s? )?(?:name|title)(?:'s| is| was) [^,.;!]{2,24}[,.;!-]+ ?(?:so |just |please |can we |let'?s )*(?:go with|make it|call it|name it|use|change it to|try|how about|take) (?<to>.+)$/i,
    ),
    naming(
      /^(?:and |so )?(?:the |its |it's )?(?:new )?(?:app(?:'s)? )?(?:name|title)(?: of (?:the |this )?app)?(?: is| should be| shall be| will be| must be| needs to be|:| =) (?<to>.+)$/i,
    ),
    naming(
      /^(?:it|this|this app|the app)(?: should be| shall be| is| ought to be| can be|'s)(?: now)? (?:called|named|titled) (?<to>.+)$/i,
    ),
    naming(/^(?:can|could) (?:it|this|this app|the app) be (?:called|named) (?<to>.+)$/i),
    naming(new RegExp(`^${ASK}(?:call|name) (?:the )?(?<of>.+?) (?<to>["“'‘].+["”'’]|\\S+(?: \\S+)?)(?: instead)?$`, 'i')),
    naming(/^(?<of>.+?) (?:should|ought to|must|could) (?:really )?(?:be called|be named|say|read) (?<to>.+)$/i),
    swapping(
      new RegExp(
        `^${ASK}(?:change|switch|turn|make) (?:the |my )?(?:word |label |heading )?["'“‘]?(?<of>.+?)["'”’]?(?: column| field)? (?:to|into) (?:the )?(?:word )?(?<to>.+)$`,
        'i',
      ),
    ),
    swapping(
      /^(?:say |use |put |call it |write )?["'“‘]?(?<to>[^"'“”]+?)["'”’]? (?:instead of|rather than|not) (?:the )?["'“‘]?(?<of>[^"'“”]+?)["'”’]?$/i,
    ),
  ],
  zh: [
    naming(
      /^(?:请|帮我|就|那)?(?:给(?:它|这个|这个?应用|app)?|把(?:它|这个|这个?应用|app|应用))?(?:重新)?改(?:一?个)?名(?:字|称)?(?:吧|一下)?[,，、:：\s]*(?:就?叫做?|为|成|做|称)?(?<to>.+)$/iu,
    ),
    naming(
      /^(?:请|帮我|就|那)?(?:给)?(?:它|这个|这个?应用|app)?(?:起|取)(?:一?个)?(?:新)?名(?:字)?[,，、:：\s]*(?:就?叫做?|为|成)?(?<to>.+)$/iu,
    ),
    naming(
      /^(?:请|帮我|把)?(?<of>.{0,12}?)的?(?:名字|名称|标题|应用名|app名)(?:就|给我|还是|直接|也)*(?:改成|改为|改叫|换成|叫做?|是|用|写成?|设为|定为?)(?<to>.+)$/iu,
    ),
    naming(/^(?:这个?)?(?:名字|名称|名|标题)[^,，。:：]{1,8}[,，。](?:还是|就|给我|帮我)?(?:换成|改成|改叫|叫做?|换个叫|换)(?<to>.+)$/u),
    naming(/^["“「]?(?<of>[^"“”」,，]{1,12}?)["”」]?(?:换个|改个)(?:说法|叫法|名字?|词)[,，、]?(?:就?叫做?|改?成|用)(?<to>.+)$/u),
    naming(/^(?:就|以后|还是|那)*(?:叫(?:它|做|作)?|命名为|改叫|取名)(?<to>.+)$/u),
    naming(/^(?:它|这个|这个?应用|这app|app)(?:就|以后|还是)*(?:叫做?|改叫)(?<to>.+)$/iu),
    naming(
      /^(?:请|帮我)?把?["“「]?(?<of>.{1,12}?)["”」]?(?:那|这)?一?(?:个?字段|栏|列|项|列表|表)?(?:的(?:名字|名称))?(?:就|以后)?(?:改名(?:为|成|叫)?|改叫|重命名[为成]|叫做?|写成|称为)(?<to>.+)$/u,
    ),
    swapping(/^(?:请|帮我)?把?["“「]?(?<of>.{1,12}?)["”」]?(?:那|这)?一?(?:字段|栏|列|项|列表|表)?(?:改成|改为|换成|改作)(?<to>.+)$/u),
    swapping(/^(?:不要叫|别叫|不叫)["“「]?(?<of>.{1,12}?)["”」]?(?:了)?[,，、]?(?:改?叫|要叫|换成)(?<to>.+)$/u),
  ],
  ja: [
    naming(
      /^[「『“"]?(?<of>[^「」『』“”"]{1,14}?)[」』”"]?(?:じゃなく(?:て)?|ではなく(?:て)?|でなく(?:て)?|より|の代わりに|のかわりに)[、\s]*[「『“"](?<to>[^」』”"]{1,24})[」』”"](?:に|と|って|という|っていう).*$/u,
    ),
    naming(
      /^(?:この)?(?:アプリ)?(?:の)?(?:名前|名称|タイトル|アプリ名|呼び名|呼び方)(?:を|は|も)?(?:変えて|かえて|変更して?|変えたい)[、。,.\s]*(?<to>.+)$/u,
    ),
    naming(/^(?:この|その)?(?:アプリ)(?:を|は)(?<to>.+?)(?:に改名|と呼|という名前|って名前|って呼).*$/u),
    swapping(/^[「『“"](?<of>[^」』”"]{1,14})[」』”"](?:の?(?:欄|項目))?(?:は|を)[「『“"](?<to>[^」』”"]{1,24})[」』”"].*$/u),
    naming(/^(?<of>.{0,14}?)(?:の|という)?(?:名前|名称|タイトル|アプリ名|ラベル|呼び方|呼び名)(?:を|は|も)(?<to>.+)$/u),
    naming(/^(?:アプリの?)?(?:名前|タイトル|アプリ名)[:：、\s]+(?<to>.+)$/u),
    naming(/^(?:この)?(?:名前|タイトル|アプリ名)が[^、。]{1,14}[、。](?<to>.+)$/u),
    naming(/^(?<of>.{1,14}?)(?:を|は)(?<to>.+?)(?:に改名|にリネーム|と呼|という名前|って呼|って名前).*$/u),
    naming(/^(?<to>.+?)(?:という名前|って名前|に改名|と呼んで|って呼んで|と名付け|っていう名前).*$/u),
    swapping(/^[「『“"]?(?<of>.{1,14}?)[」』”"]?(?:じゃなくて|ではなく|でなく|の代わりに|のかわりに|よりは?)[、\s]*(?<to>.+)$/u),
    swapping(/^[「『“"]?(?<of>.{1,14}?)[」』”"]?(?:を|は)(?<to>.+?)(?:に(?:して|変え|かえ|変更|直し)|へ変更).*$/u),
  ],
  ko: [
    naming(
      /^(?<of>.{0,14}?)(?:의)?\s?(?:이름|제목|명칭|앱\s?이름|앱\s?제목)(?:을|은|는|도|를)?\s?(?:그냥\s|이제\s|바꿔서\s)?(?<to>.{1,40}?)(?:으로|로)(?:\s?(?:좀\s?)?(?:바꾸|바꿔|변경|고치|고쳐|하자|해|할래|할게|지어|부탁|가자|정하|정해|했으면|되).*|요|\s?[ㅋㅎㅠ]*)?$/u,
    ),
    naming(/^(?:이름|제목)(?:을|은)?\s?(?:좀\s?)?(?:바꿔|바꾸|변경|고쳐)[^,.]*[,.]\s?(?<to>.{1,40}?)(?:으로|로)?(?:요|해|하자)?$/u),
    naming(
      /^(?:이거|이건|이\s?앱|앱)?\s?(?<of>.{0,12}?)(?:을|를|은|는)?\s?(?<to>[^\s].{0,30}?)(?:이라고|라고)\s?(?:불러|이름|하자|해|부르|바꿔|적어).*$/u,
    ),
    naming(/^(?<of>.{1,14}?)(?:들)?(?:을|를|은|는)\s(?<to>.{1,24}?)(?:으로|로)\s?(?:이름|개명)(?:을|만)?\s?(?:바꿔|변경|고쳐|해).*$/u),
    swapping(
      /^['"“‘「]?(?<of>.{1,14}?)['"”’」]?(?:이란|라는|이라는|란)?\s?(?:말|이름|단어)?\s?(?:대신에?|말고)\s?['"“‘「]?(?<to>.{1,24}?)['"”’」]?(?:으로|로|이라고|라고)(?:\s.*|요|해.*|하.*)?$/u,
    ),
    swapping(
      /^['"“‘「]?(?<of>.{1,14}?)['"”’」]?(?:들)?(?:을|를|은|는)\s?['"“‘「]?(?<to>.{1,24}?)['"”’」]?(?:으로|로)\s?(?:바꿔|바꾸|변경|고쳐|수정|해).*$/u,
    ),
  ],
}

/** How a sentence ends after the name. */
const AFTER: Record<Language, RegExp> = {
  en: /[\s,]+(?:please|pls|plz|thanks|thx|instead|from now on|now|ok|okay|will you|would you|xx?)$/i,
  zh: /(?:就行了?|就好了?|就可以了?|好了|吧|了|呗|哈|谢谢|行不行|可以吗)$/u,
  ja: /(?:に(?:して|変えて?|変更して?|変更|する|したい|しよう|変えたい|できますか|お願い)?(?:ください|下さい|ほしい|欲しい|ね|よ|おいて|くれる|もらえますか|します|です)*|でよろしく|でお願いします?|がいいです?|がいいな|で(?:いい)?(?:です)?|と(?:して|呼んで|いう名前に).*|へ)$/u,
  ko: /\s?(?:으로|로)?\s?(?:바꿔|바꾸|변경|해|하|고쳐)?\s?(?:주세요|줘요?|주라|자|요)$/u,
}
/** The app itself, by what it is called in general. */
const ITSELF =
  /^(?:(?:to |the |this |my |our |its )*(?:it|this|that|app|application|thing|one|name|title|tracker|list|log|whole thing)?(?: of (?:it|this|the app|this app))?(?:'s)?|它|这个|这|该?应用|这个?应用|这个?app|app|整个|この|アプリ|このアプリ|これ|それ|이거|이건|이|앱|어플|이 앱|이 어플|우리 앱|이걸|이름|제목|名字|名前)$/i
/** An addition, a removal or a question is no name. */
const NO_NAME =
  /^(?:대신|말고)|^(?:.{0,20}(?:칸|항목|필드)도?(?:\s|$)|.{0,20}(?:추가|적|쓰|남기|넣|기록하|입력하)(?:게|고|을|자)?\s?(?:해|싶|수|주)?.{0,6}$|(?:a|an) (?:required|optional|number|text|rating|date|drop-?down)\b)|を(?:追加|足|記録|消)|も(?:書|記録|残)/u

export const rename: Rule = (clause) => {
  const text = clause.text.replace(/[.。!！~〜\s]+$/u, '').trim()
  for (const { is, name } of WORDINGS[clause.language]) {
    const found = is.exec(text)?.groups
    const to = found?.to && nameIn(found.to, clause.language)
    // “4.5? call it 4 - last month”: a figure, and no name.
    if (!found || !to || NO_NAME.test(found.to!) || /^\d[\d.,]*(?:\s*[-–,].*)?$/.test(to)) continue
    const change = named((found.of ?? '').trim(), to, name, clause)
    if (change) return change
  }
  return quotedName(clause, text)
}

/** A name in quotes beside the word for naming, whatever stands around them. */
function quotedName(clause: Clause, text: string): Change | null {
  const to = /[「『“"《]/.test(text) ? quoted(text) : undefined
  if (!to || !/名前|タイトル|名字|名称|标题|이름|제목|\b(?:name|title|call)\b/.test(clause.low)) return null
  const around = text.replace(/[「『“"《][^」』”"》]*[」』”"》]/gu, ' ')
  if (
    NO_NAME.test(around) ||
    fieldsNamed(around, visibleCollections(clause.spec), { kinds: false }).some(({ score, text }) => score >= 0.9 && !NAME.test(text))
  )
    return null
  return {
    edits: [{ do: 'rename-app', name: asLabel(to) }],
    said: SAY.renamed[clause.language](clause.spec.name, asLabel(to)),
    sure: SURE.meant,
  }
}

function named(of: string, to: string, naming: boolean, clause: Clause): Change | null {
  const { spec, language } = clause
  if ((ITSELF.test(of) && (naming || !fieldCalled(of, clause))) || isName(of, spec.name))
    return naming && fold(to) !== fold(spec.name)
      ? { edits: [{ do: 'rename-app', name: to }], said: SAY.renamed[language](spec.name, to), sure: SURE.said }
      : null
  const collection = visibleCollections(spec).find(({ label, one }) => isName(of, label) || isName(of, one))
  const field = fieldCalled(of, clause)
  if (collection && (isRelated(spec) || (naming && !field))) return renamedCollection(collection, to, clause)
  if (field) return relabelled(field, to, naming, clause)
  // 앱 이름을 …: a name of another thing than any part of the app is none of its.
  return naming && APP_NAME.test(of)
    ? { edits: [{ do: 'rename-app', name: to }], said: SAY.renamed[language](spec.name, to), sure: SURE.said }
    : null
}
const NAME = /^(?:name|title|名字?|名称|标题|名前|タイトル|이름|제목|명칭)$/i
const APP_NAME = /\b(?:app|tracker)$|^(?:the|this) app\b|应用|アプリ|앱|어플/i
const isName = (said: string, name: string): boolean =>
  fold(said)
    .replace(/^(?:the|my|our) |(?: list| collection| table| section)$/g, '')
    .trim() === fold(name).trim()

type Home = { collection: Collection; field: Field }
/** The field that these words are the name of, and no more than it. */
function fieldCalled(of: string, clause: Clause): Home | undefined {
  const said = of.replace(/(?:\s?(?:field|column|heading|label)|字段|[一那这]?(?:栏|列)|欄|の?項目|\s?(?:칸|항목|필드))$/iu, '').trim()
  const hits = fieldsNamed(said, visibleCollections(clause.spec), { kinds: false }).filter(({ score }) => score >= 0.7)
  const whole = hits.find(({ start, end }) => end - start >= said.replace(/^(?:the|my|our) /i, '').length - 1)
  if (whole) return whole
  return partly(said, clause)
}

/** "rename lead to vocals", 吐奶 of 有没有吐奶: a part of one label only. */
function partly(said: string, { spec, language }: Clause): Home | undefined {
  if (said.length < 2) return undefined
  const low = fold(said)
  const all = visibleCollections(spec).flatMap((collection) => visibleFields(collection).map((field) => ({ collection, field })))
  const found = all.filter(({ field }) => {
    const label = fold(field.label)
    return language === 'zh' || language === 'ja' ? label.includes(low) : ` ${label} `.includes(` ${low} `)
  })
  return found.length === 1 ? found[0] : undefined
}

function relabelled({ collection, field }: Home, to: string, naming: boolean, clause: Clause): Change | null {
  if (fold(to) === fold(field.label) || (!naming && !isNewName(to, field, clause))) return null
  return {
    edits: [{ do: 'rename-field', collection: collection.id, field: field.id, label: to }],
    said: SAY.renamed[clause.language](field.label, to),
    sure: naming ? SURE.said : SURE.implied,
  }
}
/** A kind, an option, a figure or a colour is what a field becomes, and not what it is called. */
function isNewName(to: string, field: Field, clause: Clause): boolean {
  if (clause.reading.values.length > 0 || saysType(to)) return false
  if ('options' in field && field.options.some(({ label }) => fold(label) === fold(to))) return false
  return !/\b(?:required|optional|hidden|top|bottom|first|last|front|end|out of)\b|必填|必须|必須|필수|最前|最后|一番|先頭|맨 (?:앞|위|뒤)|처음/.test(
    fold(to),
  )
}

function renamedCollection(collection: Collection, to: string, { spec, language }: Clause): Change {
  const one = language === 'en' ? (singularOf(to) ?? to) : to
  const edits: SpecEdit[] = [{ do: 'rename-collection', collection: collection.id, label: to, one }]
  for (const home of spec.collections)
    for (const field of home.fields)
      if (field.kind === 'relation' && field.to === collection.id && fold(field.label) === fold(collection.one))
        edits.push({ do: 'rename-field', collection: home.id, field: field.id, label: one })
  for (const view of spec.views)
    if (fold(view.label) === fold(collection.label)) edits.push({ do: 'change-view', view: { ...view, label: to } })
  return { edits, said: SAY.renamed[language](collection.label, to), sure: SURE.said }
}

/** The name without what is said around it. */
function nameIn(raw: string, language: Language): string | undefined {
  const inner = /^[^“"「『《]{0,3}[“"「『《]([^”"」』》]{1,80})[”"」』》]/u.exec(raw)?.[1]
  let name = inner ?? raw
  if (!inner) for (let i = 0; i < 2; i++) name = name.replace(AFTER[language], '').trim()
  const label = asLabel(name.replace(/^[\s“"「『《:：,，、]+|[\s”"」』》.。!！,，]+$/gu, '').replace(/^'(.*)'$/u, '$1'))
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(label) ? label : undefined
}
