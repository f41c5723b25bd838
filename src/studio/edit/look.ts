/** How the app looks: icon, colour, density, what comes first. */
import type { Accent, SpecEdit } from '../../spec.ts'
import { type Change, is, type Rule } from './clause.ts'
import { SAY } from './say.ts'
import { hitsIn } from './targets.ts'
import { CHANGE } from './words.ts'

const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*/u
export const setIcon: Rule = (clause) => {
  const icon = EMOJI.exec(clause.text)?.[0]
  return icon && icon.length <= 8 && (/icon|emoji|图标|圖標|表情|アイコン|絵文字|아이콘|이모지/.test(clause.low) || is(clause, CHANGE))
    ? { edits: [{ do: 'set-icon', icon }], said: SAY.icon[clause.language](icon) }
    : null
}

const COLOURS: [Accent, RegExp][] = [
  ['coffee', /\bbrown\b|coffee colou?r|棕色|咖啡色|褐色|茶色|ブラウン|갈색/],
  ['leaf', /\bgreen\b|绿色|绿|緑|グリーン|초록|녹색/],
  ['sky', /\bblue\b|蓝色|蓝|青色?|ブルー|水色|파란|파랑|하늘색/],
  ['sea', /\b(?:teal|turquoise|cyan)\b|青绿|ティール|ターコイズ|청록/],
  ['plum', /\b(?:purple|violet)\b|紫色?|パープル|보라/],
  ['rose', /\b(?:pink|red|rose)\b|粉色?|粉红|红色?|ピンク|赤|レッド|분홍|핑크|빨간|빨강/],
  ['clay', /\b(?:orange|terracotta)\b|橙色?|橘|オレンジ|주황|오렌지/],
  ['honey', /\b(?:yellow|gold)\b|黄色?|金色|黄|イエロー|노란|노랑|황금/],
  ['slate', /\b(?:gr[ae]y|black|dark)\b|灰色?|黑色?|グレー|黒|灰|회색|검은|검정/],
]
const COLOUR_WORD =
  /colou?r|theme|accent|\bplease\b|\binstead\b|颜色|主题|色|テーマ|색|테마|换|改|变|にして|に変|っぽく|系に|めに|으로|로 |\b(?:make|turn|in)\b/
const COMPACT = /\b(?:compact|denser|smaller|tighter)\b|紧凑|密一点|コンパクト|詰めて|小さく|촘촘|간결|작게|컴팩트/
const ROOMY = /\b(?:roomy|bigger|larger|spacious|more space)\b|宽松|大一点|ゆったり|大きく|広く|넓게|크게|여유/
const ENTRY_FIRST =
  /\b(?:form|entry|input) first\b|(?:表单|输入|录入).{0,4}(?:在前|放前|最前|先)|(?:入力|フォーム).{0,4}(?:先|上|最初)|입력.{0,6}(?:먼저|위|처음)/
const VIEWS_FIRST =
  /\b(?:chart|list|views?|summary) (?:first|on top)\b|(?:图表|列表|汇总).{0,4}(?:在前|放前|最前)|(?:グラフ|一覧|リスト|まとめ)(?:を|が)?(?:先|上|最初)|(?:그래프|목록|요약).{0,4}(?:먼저|위로|처음)/

export const setLook: Rule = (clause) => {
  const { low, language } = clause
  const look = (edit: Extract<SpecEdit, { do: 'set-look' }>['look'], said: string): Change => ({
    edits: [{ do: 'set-look', look: edit }],
    said: SAY.look[language](said),
  })
  if (COMPACT.test(low)) return look({ density: 'compact' }, { en: 'compact', zh: '紧凑', ja: 'コンパクト', ko: '간결하게' }[language])
  if (ROOMY.test(low)) return look({ density: 'roomy' }, { en: 'roomy', zh: '宽松', ja: 'ゆったり', ko: '넉넉하게' }[language])
  if (ENTRY_FIRST.test(low)) return look({ first: 'entry' }, { en: 'entry first', zh: '先录入', ja: '入力が先', ko: '입력 먼저' }[language])
  if (VIEWS_FIRST.test(low)) return look({ first: 'views' }, { en: 'views first', zh: '先看', ja: '表示が先', ko: '보기 먼저' }[language])
  const colour = COLOURS.find(([, pattern]) => pattern.test(low))
  return colour && COLOUR_WORD.test(low) && !hitsIn(clause).length
    ? look({ accent: colour[0] }, COLOURS.find((one) => one === colour)![1].exec(low)![0])
    : null
}
