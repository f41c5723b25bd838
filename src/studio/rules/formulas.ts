/** Formulas people give: "profit = price * quantity - cost", 売上=単価×数量, 利润=售价-成本. */
export type Formula = { label: string /** In order of appearance. */; names: string[] /** With names as $0, $1 ... */; pattern: string }

const SIGN = new Map([
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['x', '*'],
  ['X', '*'],
  ['*', '*'],
  ['/', '/'],
  ['+', '+'],
  ['-', '-'],
  ['^', '^'],
  ['%', '%'],
  ['乘以', '*'],
  ['除以', '/'],
  ['加上', '+'],
  ['减去', '-'],
  ['加', '+'],
  ['减', '-'],
  ['乘', '*'],
  ['times', '*'],
  ['plus', '+'],
  ['minus', '-'],
  ['divided by', '/'],
  ['over', '/'],
  ['かける', '*'],
  ['割る', '/'],
  ['足す', '+'],
  ['引く', '-'],
  ['곱하기', '*'],
  ['나누기', '/'],
  ['더하기', '+'],
  ['빼기', '-'],
])
const OPERATOR =
  /\s*(?:[×÷−+*/^]|乘以|除以|加上|减去|かける|割る|足す|引く|곱하기|나누기|더하기|빼기)\s*|\s+(?:-|times|plus|minus|divided by|x|X)\s+|(?<=[\p{L}\d)])-(?=[\p{L}\d(])|(?<=[\p{Script=Han}])[加减乘](?=[\p{Script=Han}])/gu
const LEAD =
  /^(?:.*?(?:calculator|calculate|computes?|where|that says|app|tool|formula|with|:|计算器|计算|公式|应用|計算機|計算|계산기|계산|공식)[\s,:是は는은]*)/i
const TAIL =
  /(?:\s*(?:(?:を|の)?\s*(?:計算機|計算|計算アプリ|電卓|ツール|アプリ).*|的?(?:计算器|计算|工具|应用|公式).*|(?:을|를)?\s*(?:계산기|계산|공식|앱).*|(?:calculator|for me|please|as a .*|app|tool|and show.*|when i.*|if i.*)))$/i

/** Each equation in the text, most 3; names are kept as said. */
export function formulasOf(text: string): Formula[] {
  const found: Formula[] = []
  for (const sentence of spelled(text).split(
    /[。;\n!?]|\.(?=\s)|, (?=[^=]{1,30}=)|、(?=[^=、]{1,20}=)|,(?=[\p{Script=Han}]{1,8}=)| and (?=[^=]{1,30}=)/u,
  )) {
    const at = sentence.indexOf('=')
    if (at < 1 || found.length >= 3 || sentence.length > 300) continue
    const left = sentence
      .slice(0, at)
      .replace(LEAD, '')
      .replace(/^(?:where|and|a|the|my|make|build)\s+/i, '')
      .trim()
    const right = sentence
      .slice(at + 1)
      .replace(/^=/, '')
      .replace(TAIL, '')
      .replace(/[.\s]+$/, '')
      .trim()
    const formula = parse(afterNames(left, right), right)
    if (formula) found.push(formula)
  }
  return found
}

/** "total is price times quantity", 合計は単価かける数量, 합계는 단가 곱하기 수량: an equation in words. */
const SPELLED: RegExp[] = [
  /(^|[,.;:] ?|\band )(?:the )?([a-z][a-z ]{1,30}?) (?:is|equals|being) (?=(?:the )?[a-z][a-z ]{1,30}? (?:times|multiplied by|divided by|minus|plus|[x*×÷]) )/gi,
  /(^|[,、，。;:：])([^,、，。;:：=]{1,10}?)(?:是|等于|就是)(?=[^,、，。;:：=]{1,12}(?:乘以?|除以|加上?|减去?|[×÷*]))/g,
  /(^|[,、。:])([^,、。:=]{1,10}?)は(?=[^,、。:=]{1,12}(?:かける|割る|足す|引く|[×÷*]))/g,
  /(^|[,.:]\s?)([^,.:=]{1,14}?)(?:은|는)\s(?=[^,.:=]{1,14}\s?(?:곱하기|나누기|더하기|빼기|[×÷*])\s?)/g,
]
const spelled = (text: string): string =>
  SPELLED.reduce((now, pattern) => now.replace(pattern, '$1$2 = '), text).replace(/\bmultiplied by\b/gi, 'times')

/** "산 가격 판 가격 이익 = 판 가격 - 산 가격": the names on the right, said again before, are not its own. */
function afterNames(left: string, right: string): string {
  const names = right
    .split(OPERATOR)
    .map((one) => one?.trim() ?? '')
    .filter((one) => one.length > 1)
  // Whole names only: 마진 within 마진율 is not said before it.
  const ends = (name: string) => [...`${left} `.matchAll(/\s/g)].map(({ index }) => index).filter((at) => left.slice(0, at).endsWith(name))
  const from = Math.max(
    0,
    ...names.flatMap((name) =>
      /[가-힣]/.test(name) ? ends(name) : left.lastIndexOf(name) < 0 ? [0] : [left.lastIndexOf(name) + name.length],
    ),
  )
  return (
    left
      .slice(from)
      .replace(/^[\s,、，·]+/, '')
      .trim() || left
  )
}

/** Two figures named as what goes in: "from price and area", 時給と時間から, "시급이랑 근무시간 넣으면". */
const GIVEN: RegExp[] = [
  /\b(?:from|given|using|based on) (?:the |my |a |an )*([a-z][a-z ]{1,24}?) and (?:the |my |a |an )*([a-z][a-z ]{1,24}?)(?=$|[.,;!?])/i,
  /(?:根据|按照?|用|输入|由)([^,。、和与]{1,8})(?:和|与|、)([^,。、]{1,8}?)(?:来|就)?(?:算|计算|得|求|$|[,。])/,
  /(?:^|[、。])([^、。とを]{1,10})と([^、。とを]{1,10}?)(?:から|を入れ|を入力|で)/,
  /(?:^|[,.]|계산기)\s*([가-힣 ]{1,10}?)(?:이랑|랑|(?<!기록|정리|관리|체크|입력|저장|메모)하고|와|과)\s?([가-힣 ]{1,10}?)(?:[을를]|만)?\s?(?:넣으면|입력하면|으로|로)/,
]
const WANTED =
  /(?:calculat\w*|work(?:s|ing)? out|comput\w*|figure out)(?: the| my)? ([a-z][a-z ]{1,30}?)(?= from| given| using| based)|([^,。\s]{1,10}?)(?:的?计算器?|怎么算|を?計算|の計算|\s?계산)/i
const RATIO = /\bper\b|average|speed|fuel economy|density|每|毎|あたり|当たり|速度|燃費|密度|[가-힣]당(?:$| )|속도|연비|밀도/i
const RATE = /hourly|\brate\b|wage|price per|unit price|price each|\bspeed\b|时薪|时给|時給|单价|単価|速度|시급|단가|속도|일당/i

/** What follows from the two without being said: a ratio where one "per" the other is wanted, a product where one is a rate. */
/** 走行距離÷給油量: what is worked out is named by the wish, 燃費計算したい. */
const BARE =
  /([^\s,，、。:：]{1,20}\s?(?:[×÷]|乘以|除以|かける|割る|곱하기|나누기|\btimes\b|\bdivided by\b)\s?(?:[가-힣]{1,8}당\s)?[^\s,，、。:：]{1,20}(?:\s?(?:[×÷+]|加上|减去|足す|引く|더하기|빼기|곱하기|나누기|\bplus\b|\bminus\b)\s?(?:[가-힣]{1,8}당\s)?[^\s,，、。:：]{1,20})*)/
/** How it is worked out is not what: 전기요금 대충 계산. */
const ROUGHLY = /(?:대충|간단히|간단하게|쉽게|빨리|바로|자동으로|한번)\s(?=계산)/g
/** 몇 통 사야 되는지 계산: so many of what is counted. */
function countAsked(text: string): string {
  const counted = /(?:^|\s)몇\s?([가-힣]{1,4}?)(?:이?나)?\s\S*(?:는|은|을|ㄹ|[할살될볼쓸])지/.exec(text)?.[1]
  return counted && !/^(?:시|분|일|번)$/.test(counted) ? `${counted} 수` : ''
}
function bareFormula(text: string): Formula | null {
  const said = BARE.exec(text)
  if (!said || said.index === undefined) return null
  const wish = WANTED.exec(text.replace(said[1]!, ' ').replace(ROUGHLY, ''))
  const label =
    countAsked(text) ||
    (wish?.[1] ?? wish?.[2] ?? '').trim() ||
    text
      .slice(0, said.index)
      .trim()
      .replace(/[\s,、。:：]+$/, '')
      .slice(-16) ||
    said[1]!
  return parse(label, said[1]!.replace(TAIL, ''))
}

/** 3.3% 떼고 실수령액: what is left of a sum when so many percent are taken off. */
const TAKEN_OFF =
  /(\d{1,2}(?:\.\d+)?)\s?(?:%|퍼센트|프로)\s?(?:를|을)?\s?(?:세금\s)?(?:떼|빼|공제|제하|제외)[가-힣]*\s(?:\S+\s)?([가-힣]{1,6}(?:액|금액|금|급여|급|가|돈|원))(?:이|은|을|를)?(?=\s|$|,)/
function takenOff(text: string): Formula | null {
  const [, percent, label] = TAKEN_OFF.exec(text) ?? []
  if (!percent || !label) return null
  return { label, names: [/급|수령/.test(label) ? '세전 금액' : '금액'], pattern: `$0 * (1 - ${Number(percent)} / 100)` }
}

export function impliedFormula(text: string): Formula | null {
  if (!/calculat|work(?:s|ing)? out|comput|figure out|计算|算一?下|怎么算|計算|계산/i.test(text) || text.length > 300) return null
  const bare = bareFormula(text) ?? takenOff(text)
  if (bare) return bare
  for (const pattern of GIVEN) {
    const [, first, second] = pattern.exec(text) ?? []
    if (!first || !second) continue
    const said = WANTED.exec(text)
    const label = (said?.[1] ?? said?.[2] ?? '').trim() || text.slice(0, 20)
    const names = [first.trim(), second.trim()]
    if (RATIO.test(label)) return { label, names, pattern: '$0 / $1' }
    if (names.some((name) => RATE.test(name))) return { label, names, pattern: '$0 * $1' }
  }
  return null
}

function parse(label: string, right: string): Formula | null {
  if (!label || label.length > 40 || !right) return null
  const names: string[] = []
  let pattern = ''
  let from = 0
  const operand = (raw: string): boolean => {
    const piece = raw.trim()
    const match = /^([(\s]*)(.*?)([)\s]*)$/.exec(piece)
    const word = match?.[2]?.trim() ?? ''
    if (!match || word === '') return false
    pattern += match[1]!.replace(/\s/g, '')
    if (/^\d[\d,]*(?:\.\d+)?%?$/.test(word)) pattern += word.replace(/,/g, '')
    else {
      if (word.length > 40 || /[=<>"'`;{}[\]\\$]/.test(word)) return false
      const clean = word.replace(/^(?:the|my|a)\s+/i, '')
      const known = names.findIndex((name) => name.toLowerCase() === clean.toLowerCase())
      if (known < 0) names.push(clean)
      pattern += `$${known < 0 ? names.length - 1 : known}`
    }
    pattern += match[3]!.replace(/\s/g, '')
    return true
  }
  for (const match of right.matchAll(OPERATOR)) {
    const sign = SIGN.get(match[0].trim())
    if (!sign) continue
    const before = right.slice(from, match.index)
    if (before.trim() === '' || !operand(before)) return null
    pattern += ` ${sign} `
    from = match.index + match[0].length
  }
  if (!operand(right.slice(from)) || names.length === 0 || names.length > 10 || !balanced(pattern)) return null
  return { label: label.slice(-40), names, pattern }
}

function balanced(text: string): boolean {
  let open = 0
  for (const char of text) {
    if (char === '(') open++
    if (char === ')' && --open < 0) return false
  }
  return open === 0
}
