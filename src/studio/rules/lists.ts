/**
 * Lists that a sentence gives by its grammar: what to compare by, what to choose among, kinds to sort into, and the
 * stages something goes through. Each is read from the words around it, so it works for things nobody has heard of.
 */
import { kindOf, withoutJosa } from '../../base/language/korean.ts'
import type { Language } from '../../spec.ts'
import { isQuality } from './guess.ts'
import { partNamed } from './parts.ts'
import { bounded } from './words.ts'

export type Lists = {
  criteria: string[]
  options: string[]
  categories: string[]
  stages: string[]
  /** What of a sum of money each kind may take: "food 300, rent 800". */
  shares?: { label: string; most: number }[]
}

const SEPARATORS: Record<Language, RegExp> = {
  en: /\s*,\s*(?:and |or )?|\s+(?:and|or|vs\.?|versus)\s+|\s*[/、]\s*/i,
  zh: /[、,,/]|以及|还是|或者?|(?<=.{2})和(?=.{2})/,
  ja: /[、,/・]|(?<=[\p{Script=Han}\p{Script=Katakana}ー])[とや](?=[\p{Script=Han}\p{Script=Katakana}])/u,
  ko: /\s*,\s*|\s*\/\s*|(?<=[가-힣])(?:이랑|랑|하고|와|과)\s+|\s+(?:및|그리고|또는|vs)\s+/,
}
const LEAD: Record<Language, RegExp> = {
  en: /^(?:(?:and|or|the|a|an|my|its|their|either|between|compar(?:e|ing)|rank(?:ing)?)\s+)+/i,
  zh: /^(?:(?:主要|要)?(?:看重?|按照?|根据|从|考虑|比较|对比|在意|买|去|选|在|是)(?=.))+/,
  ja: /^(?:あとは?|また)/,
  ko: /^(?:그리고)\s*/,
}
const TAIL: Record<Language, RegExp> = {
  en: /\s+(?:please|too|as well|etc\.?|with weights?|each|equally)$/i,
  zh: /(?:各有权重|各自?打分|打分|评分|来?(?:比较|对比|选|打分)|这?[几些]?个?方面|等等?|这几项|里面?|中|之间)$/,
  ja: /(?:など|等|あたり)$/,
  ko: /\s*(?:등|정도|중에서?|비교(?:해[가-힣]*)?)$/,
}

/** "아빠 엄마 지우": short words with nothing between them but spaces. */
const RUN_KO = /^(?:[가-힣A-Za-z0-9]{1,8}\s+){1,7}[가-힣A-Za-z0-9]{1,8}$/

/** 집에서 거리로 따져서: the last word loses its particle. */
const isKnown = (word: string): boolean => partNamed(word) !== undefined || isQuality(word)
const bareItem = (item: string): string => {
  const at = item.lastIndexOf(' ') + 1
  return item.slice(0, at) + (item.length - at > 2 ? withoutJosa(item.slice(at), isKnown) : item.slice(at))
}

const items = (list: string | undefined, language: Language, most = 24): string[] =>
  (list ?? '')
    .split(language === 'ko' && RUN_KO.test(list ?? '') ? /\s+/ : SEPARATORS[language])
    .map((one) => bounded((one ?? '').trim().replace(LEAD[language], '').replace(TAIL[language], '').trim(), most + 6))
    .map((one) => (language === 'ko' ? bareItem(one) : one))
    .filter(
      (one) =>
        one !== '' &&
        one.length <= most &&
        /\p{L}/u.test(one) &&
        !/^(?:weighted |some )?(?:criteria|weights?|标准|权重|基準|重み|기준|가중치|비교|고민|중)$/i.test(one),
    )

/** At least two of them, or it is no list. */
const listed = (list: string | undefined, language: Language, most?: number): string[] => {
  const found = items(list, language, most)
  return found.length >= 2 ? [...new Set(found)].slice(0, 20) : []
}

const first = (text: string, patterns: readonly RegExp[], language: Language, most?: number): string[] => {
  for (const pattern of patterns) {
    const found = listed(pattern.exec(text)?.[1], language, most)
    if (found.length) return found
  }
  return []
}

const CRITERIA: Record<Language, RegExp[]> = {
  en: [
    /\b(?:compar|rank|scor|judg|rat(?:e|ing)|weigh|choos|decid|pick|based)\w*\b[^.?!;:]{0,60}?\b(?:on|by|based on|in terms of|considering|against|according to|using)\s+([^.?!;:]+)/i,
    /\bcriteria(?: are| like| such as)?[:,]? ([^.?!;]+)/i,
  ],
  zh: [
    /(?:^|[,。;:])([^,。;:]*、[^,。;:]*?(?:和[^,。;:、]{1,8})?)(?:各有权重|各自?打分|打分|评分|来?比较|来?对比|来?选|$|[。;,])/,
    /(?:看|按照?|根据|从|考虑|在意)([^,。;:]+?和[^,。;:]{1,8}?)(?:来|打分|评分|比较|对比|选|$|[。;,])/,
  ],
  ja: [
    /(?:基準|観点|評価項目)は?[:：]?\s?([^。:、]+・[^。:、]+)/,
    /(?:[をは。:、 ]|^)([^をは。:、 ・]{1,14}(?:・[^を。:、 ・]{1,14})+)(?:で|の?(?:点|観点|基準)で)/,
    /(?:[をは。:]|^)((?:[^を。:、とや]{0,14}[、とや])+[^を。:、]{1,12}?)(?:で|に重み|から|の?(?:点|観点|基準)で|を基準に)[^。]{0,10}(?:比べ|比較|点|評価|決め|選|検討|重み)/,
  ],
  ko: [
    /,\s*((?:[가-힣]{1,6}\s){1,4}[가-힣]{1,6}?)(?:을|를)?\s?(?:으로|로)\s?(?:비교|점수|평가|고르|골라|정하|결정|선택)/,
    /(?:(?:[을할살갈볼될]|일)지|[을할살갈]까|고민[가-힣]*|[:,])\s+((?:[^,.:]{1,13},)+[^,.:]{1,13}?|[가-힣]{2,6}(?:\s[가-힣]{2,6}){1,4})(?:을|를)?\s?(?:으로|로|기준으로|따져서?|고려해서?)\s?[^,.]{0,14}(?:비교|점수|평가|고르|골라|정하|결정|선택|순위)/,
    /(?:^|[,.:]\s?|[은는한인건간운른]데\s|[서고까]\s)((?:[가-힣]{1,6}[\s,]+){1,5}[가-힣]{1,6}?)(?:을|를|이|가)?\s?(?:따져|따질|고려해|봐야|중요)/,
    /^((?:[^,.:]{1,13},)+[^,.:]{1,13}?)(?:을|를)?\s?(?:으로|로|기준으로|따져서?|고려해서?)\s?[^,.]{0,14}(?:비교|점수|평가|고르|골라|정하|결정|선택|순위)/,
  ],
}

const OPTIONS: Record<Language, RegExp[]> = {
  en: [
    /\b(?:between|among|choose|pick|draw|should (?:i|we) \w+(?: (?:to|in|into|a|an|the|with|for))*|(?:which|what)[^,.?!;:]{0,30}[:?])\s+((?:[^,.?!;:]{1,25},)*[^,.?!;:]{1,25},? (?:or|and) [^,.?!;:]{1,24}?)(?=[.?!,;:]|$| (?:by|on|based|with|for)\b)/i,
    /((?:\b[A-Z][\w'-]*\s?){1,3}(?: (?:vs\.?|versus) (?:[A-Z][\w'-]*\s?){1,3})+)/,
  ],
  zh: [
    /(?:[在从])([^,。;:]{0,8}、[^,。;:]*?)(?:里面?|中间?|之间|当中|这[几些]|随[机便])/,
    /(?:候选|备选|选项|对象)(?:有|是|为|分别是|:)\s?([^,。;:]*、[^,。;:]*)/,
    // 索尼、苹果、华为三款: a list, and how many of what it is.
    /(?:^|[,。;: ])([^,。;: 、]{1,12}(?:、[^,。;: 、]{1,12}?)+?)(?:这|等)?[两三四五六七八\d](?:款|个(?!人)|家|种|台|部|辆|套|所|本|间|座|条|份)/,
    /(?:^|[,。;:选买去吃])([^,。;:选买去吃]{1,10}还是[^,。;:?]{1,10})/,
  ],
  ja: [
    /(?:[。:]|^)((?:[^、。:を]{1,14}、)+[^、。:を]{1,14}?)(?:の中)?(?:から|で)[^。]{0,6}(?:選|くじ|抽選|決め|ランダム|一つ|1つ|ひとつ)/,
    /候補は?[:：]?\s?([^。:、]+・[^。:、]+|[^。:]+?)(?=(?:[、,。\s]*(?:で、?)?(?:基準|評価項目|評価|項目|観点|比較))|。|$)/,
    /(?:[。:、で ]|^)([^、。:をで ・と]{1,14}(?:[・と][^、。:をで ・と]{1,14})+)を(?:採点|比較|比べ|点数|評価|検討)/,
    /(?:[。:、]|^)([^、。:]{1,12}[かと][^、。:]{1,12}?)(?:の)?(?:どっち|どちら)/,
  ],
  ko: [
    /((?:[^,.:]{1,13},)+[^,.:]{1,13}?)\s?(?:중에서?|중\s?하나|가운데)/,
    /(?:^|[,.:]\s?|(?:데|서|고|까|음)\s)((?:[가-힣A-Za-z0-9]{1,8}\s){1,6}?[가-힣A-Za-z0-9]{1,8}?)\s(?:중에서?|중\s?하나|가운데)/,
    /^.*(?:고민[가-힣]*|[을할살갈먹]지|줘요?|주세요|[주봐보]라?|까\??|싶(?:다|어요?|음)|[할을]래요?|하자)[ㅋㅎㅠㅜ~!]*\s+([가-힣A-Za-z0-9]{1,8}(?:\s[가-힣A-Za-z0-9]{1,8}){1,6})(?=[,.]|$)/,
    /^.*(?:고민[가-힣]*|[을할살갈먹]지)\s+([가-힣A-Za-z0-9]{1,8}(?:\s[가-힣A-Za-z0-9]{1,8}){1,6})(?=,)/,
  ],
}

const CATEGORIES: Record<Language, RegExp[]> = {
  en: [
    /\b(?:split|divided?|separated?|sort(?:ed)?|group(?:ed)?|broken down|categori[sz]ed?) (?:them |it )?(?:up )?(?:in)?to\s+([^.?!;:]+)/i,
  ],
  zh: [
    /(?:^|[,。;: ])([^,。;: 、]{1,8}(?:、[^,。;: 、]{1,8}?)+?)(?:这[几些]类)?(?:分类|分類|分开|分開)(?:记|記|算|统计|統計|看|$|[,。;])/,
    /(?:^|[,。;: ])分(?!别|开|成|为)([^,。;: ]*、[^,。;:]*?)(?:这?[几两三四五六七八\d])[类類种種]/,
    /(?:分成|分为|归为)([^,。;:]*、[^,。;:]*?)(?:几类|[两三四五]类|来|$|[,。;])/,
  ],
  ja: [/(?:[。:]|^)((?:[^、。:]{1,14}、)+[^、。:]{1,14}?)(?:で|に)(?:分け|分類|仕分け|区別)/],
  ko: [
    /((?:[^,.:]{1,13},)+[^,.:]{1,13}?)(?:으로|로)\s?(?:나눠|나누|분류|구분)/,
    /([^\s,.:/]{1,8}(?:\/[^\s,.:/]{1,8})+)\s?(?:으로|로|별로)?\s?(?:나눠|나누|분류|구분)/,
  ],
}

/** What things are when they are on their way: read with `stagesIn`, which wants more than one of them. */
const STAGE =
  /^(?:ideas?|backlog|to[ -]?do|planned|planning|research(?:ing)?|outlin(?:e|ing)|draft(?:s|ed|ing)?|script(?:s|ing)?|writing|record(?:ed|ing)|film(?:ed|ing)|shoot(?:ing)?|edit(?:ed|ing)?|review(?:ed|ing)?|in review|testing|approv(?:ed|al)|publish(?:ed|ing)?|released?|launched?|posted|scheduled|leads?|contacted|qualified|proposal(?: sent)?|quote(?:d| sent)?|negotiat(?:ion|ing)|in progress|doing|ongoing|waiting|blocked|on hold|invoiced|paid|won|lost|closed|ordered|shipped|delivered|returned|received|cut(?:ting)?|sew(?:n|ing)|glaz(?:ed|ing)|fired|applied|interview(?:ing)?|offer|rejected|done|finished|completed?|cancelled|灵感|想法|选题|策划|计划|大纲|脚本|文案|拍摄|录制|录音|剪辑|后期|设计|开发|测试|审核|修改|校对|上线|发布|完成|已完成|已发布|待办|未开始|进行中|待处理|暂停|取消|线索|初步沟通|报价|合同|签约|回款|下单|发货|已发货|收货|初稿|二稿|定稿|投稿|印刷|アイデア|企画|構成|台本|ネーム|下書き|ペン入れ|仕上げ|入稿|撮影|録音|収録|編集|校正|確認|レビュー|公開|投稿|完成|完了|済み?|未着手|着手|作業中|進行中|制作中|対応中|保留|見積もり?|提案|商談|契約|納品|請求|入金|発注|発送|受取|設計|開発|テスト|リリース|아이디어|기획|구상|대본|콘티|촬영|녹음|녹화|편집|검토|교정|수정|업로드|게시|발행|공개|완료|할 ?일|진행 ?중|대기|보류|초안|원고|마감|견적|제안|계약|납품|청구|입금|발주|발송|배송|수령|설계|개발|테스트|출시|디자인)$/i
const ARROWS = /\s*(?:→|⇒|➡|➜|->|=>|>>)\s*|\s+>\s+/

/** Listed words that are stages of one way: most of them are known to be, as names of fields never are. */
export function areStages(labels: readonly string[]): boolean {
  const known = labels.filter((label) => STAGE.test(label.trim())).length
  return labels.length >= 3 && known >= 2 && known * 2 >= labels.length
}

/** "ネーム→下書き→ペン入れ": arrows say that one comes after the other. */
function arrowed(text: string): string[] {
  const line = text.split(/[\n。;!?]/).find((one) => one.split(ARROWS).length >= 3)
  if (!line) return []
  const parts = line.split(ARROWS)
  const head = (parts[0] ?? '').split(/[、,,:。]|\.\s|を|\s-\s/).at(-1)!
  const last = (parts.at(-1) ?? '').split(/[、,,。]|の(?:流れ|順|工程|ボード)|で管理/)[0]!
  const stages = [head, ...parts.slice(1, -1), last].map((one) => bounded(one.trim(), 30))
  return stages.every((one) => one !== '' && one.length <= 24) ? [...new Set(stages)] : []
}

/** "아반떼 K5 쏘나타 가격 연비 디자인으로 비교": things first, then by what; the first quality parts them. */
const BOTH_KO =
  /(?:(?:[을할살갈볼될]|일)지|[을할살갈]까|고민[가-힣]*|[:,.])[\s.]+((?:[가-힣A-Za-z0-9]{1,8}\s){2,9}[가-힣A-Za-z0-9]{1,8}?)(?:을|를)?\s?(?:으로|로|기준으로|따져서?|고려해서?)\s?[^,.]{0,14}(?:비교|점수|평가|고르|골라|정하|결정|선택|순위)/
function thingsThenQualities(text: string): Pick<Lists, 'options' | 'criteria'> | undefined {
  const words = BOTH_KO.exec(text)?.[1]?.split(/\s+/) ?? []
  const from = words.findIndex((word) => partNamed(word) !== undefined || isQuality(word))
  return from >= 2 && from < words.length ? { options: words.slice(0, from), criteria: words.slice(from) } : undefined
}

/** "A집 B집 C집", 파랑팀 빨강팀: one noun said with each of its names. */
const ALIKE_KO =
  /(?:^|[\s:,])((?:[가-힣A-Za-z0-9]{1,5}([집팀안조반사차]))(?:(?:,? |이랑 |랑 |[와과] )[가-힣A-Za-z0-9]{1,5}\2){1,7})(?![가-힣])/g
export const alikeIn = (text: string): string[] =>
  [...text.matchAll(ALIKE_KO)]
    .map((match) => [...new Set(match[1]!.split(/,? |이랑 |랑 |[와과] /))])
    .find((found) => found.length >= 2 && found.every((one) => !/^(?:우리|여러|이번|다음|모든|각)/.test(one))) ?? []

/** "track my stories through idea, drafting, critique and accepted": what one goes through, whatever it is called. */
function throughIn(text: string, language: Language): string[] {
  const said =
    language === 'en'
      ? /\b(?:through|moving from|going from) ((?:[^,.;:]{2,25},)+ ?(?:and |then |to )?[^,.;:]{2,24}?)(?=[.;:]|,? (?:with|plus|noting)\b|$)/i.exec(
          text,
        )?.[1]
      : undefined
  const found = items(said, language)
  if (found.length >= 3) return found
  const way =
    language === 'en'
      ? /\b(?:moves?|goes?|going|moving|pass(?:es)?|travels?|progress(?:es)?)\b[^.;:]{0,20}?\bfrom ([a-z](?:(?! to )[a-z -]){1,22}(?: to [a-z](?:(?! to )[a-z -]){1,22}){2,8})(?=[.;:,]|$)/i
          .exec(text)?.[1]
          ?.split(/ to /)
      : undefined
  return way ? way.map((one) => bounded(one.trim(), 30)) : []
}

/** "A사 B사 비교. 연봉 워라밸 통근": where things are compared, a sentence of nouns alone says by what. */
const NOUNS_KO = /^(?:[가-힣A-Za-z]{1,8}(?:,\s?|\s)){1,6}[가-힣A-Za-z]{1,8}$/
function alone(text: string, options: readonly string[]): string[] {
  const [, ...after] = text.split(/[.!?\n]+\s*/)
  if (!options.length || !/비교|고민|고르|결정|뭐 살/.test(text)) return []
  const said = after.find((one) => NOUNS_KO.test(one.trim()) && !/(?:[해줘요다음임]|싶어)$/.test(one.trim()))
  return said ? listed(said.trim(), 'ko', 14) : []
}

/** Bounded: only the first 1,000 characters are looked at. */
/** "뭘로 하지 ㅋㅋ 콩이 두부 보리 중에 귀여움, 흔함으로 점수": the nouns right before 중에 are to choose among, those after it are by what. */
function amongKo(text: string): Pick<Lists, 'options' | 'criteria'> | undefined {
  const at = /\s(?:중에서?|가운데(?:서)?)(?=\s)/.exec(text)
  if (!at) return undefined
  const before = text
    .slice(0, at.index)
    .split(/[.!?\n:]|[ㅋㅎㅠㅜᄏ휴ᅮ~]+/)
    .at(-1)!
    .trim()
  if (before.includes(',')) return undefined
  const words = before.split(/\s+/)
  let from = words.length
  while (from > 0 && kindOf(words[from - 1]!) === 'noun' && !/[을를은는에로]$/.test(words[from - 1]!) && words[from - 1]!.length <= 8)
    from--
  const options = words.slice(from)
  const [, after = ''] =
    /^\s(?:중에서?|가운데(?:서)?)\s+(.{3,120}?)(?:을|를)?\s?(?:으로|로|기준|따져|보고)/.exec(text.slice(at.index)) ?? []
  const criteria = after
    .split(/\s*[,·/]\s*|\s?(?:이랑|랑|하고|와|과)\s/)
    .map((one) => bareItem(one.trim()))
    .filter((one) => one !== '' && one.length <= 14)
  return options.length >= 3 && criteria.length >= 2 ? { options, criteria } : undefined
}

export function listsIn(whole: string, language: Language): Lists {
  const text = whole.slice(0, 1000)
  const among = language === 'ko' ? amongKo(text) : undefined
  if (among) return { ...among, categories: [], stages: [] }
  const both = language === 'ko' ? thingsThenQualities(text) : undefined
  if (both) return { ...both, categories: [], stages: [] }
  const options = first(text, OPTIONS[language], language)
  const criteria = first(text, CRITERIA[language], language, language === 'en' ? 30 : 14)
  return {
    criteria: criteria.length || language !== 'ko' ? criteria : alone(text, options),
    options: options.length || language !== 'ko' ? options : alikeIn(text),
    categories: first(text, CATEGORIES[language], language),
    stages: arrowed(text).length ? arrowed(text) : throughIn(text, language),
  }
}
