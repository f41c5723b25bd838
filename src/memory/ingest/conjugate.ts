/**
 * Surface forms of Japanese and Korean predicates from their dictionary forms, with what each says of time and truth.
 * Only forms that state something are made: conditions, requests and volition are not, so they match nothing.
 */

export type Tense = 'now' | 'past' | 'future'
export type Form = {
  text: string
  tense: Tense
  negated: boolean /** A clause goes on after it. */
  link: boolean
  wish?: true
  going?: true
}

const form = (text: string, tense: Tense = 'now', negated = false, link = false, more: Partial<Form> = {}): Form => ({
  text,
  tense,
  negated,
  link,
  ...more,
})

// ---- Japanese ----------------------------------------------------------------------------------------------

/** Last kana of a godan verb: its i-row, its a-row, its te-form. */
const GODAN: Record<string, [string, string, string]> = {
  う: ['い', 'わ', 'って'],
  つ: ['ち', 'た', 'って'],
  る: ['り', 'ら', 'って'],
  む: ['み', 'ま', 'んで'],
  ぶ: ['び', 'ば', 'んで'],
  ぬ: ['に', 'な', 'んで'],
  く: ['き', 'か', 'いて'],
  ぐ: ['ぎ', 'が', 'いで'],
  す: ['し', 'さ', 'して'],
}
const ICHIDAN =
  /(?:食べる|いる|勤める|始める|停める|駐める|止める|辞める|集める|迎える|生まれる|話せる|弾ける|飲める|しゃべれる|食べられる|着る|続ける|育てる|かける|できる|愛せる|入れる|診断される|呼ばれる|教える|覚える|考える|出る|見る|寝る|起きる|受ける|決める|閉める|開ける|変える|届ける|壊れる|貯める|勧める|あきらめる)$/

/** Every statement made with a verb, from its dictionary form: 住む -> 住んでいます, 住んでた, 住まない ... */
export function japaneseVerb(lemma: string): Form[] {
  const { i, a, te } = stemsOf(lemma)
  const ta = te.slice(0, -1) + (te.endsWith('で') ? 'だ' : 'た')
  const t = (ending: string, tense?: Tense, negated?: boolean, link?: boolean, more?: Partial<Form>) =>
    form(ending, tense, negated, link, more)
  const progressive = ['い', ''].flatMap((x) => [
    ...['る', 'ます'].map((e) => t(te + x + e, 'now', false, false, { going: true })),
    ...['た', 'ました'].map((e) => t(te + x + e, 'past', false, false, { going: true })),
    ...['ない', 'ません', 'ないです'].map((e) => t(te + x + e, 'now', true)),
    t(`${te}${x}なかった`, 'past', true),
    t(`${te}${x}て`, 'now', false, true),
  ])
  return [
    t(lemma),
    t(`${i}ます`),
    t(ta, 'past'),
    t(`${i}ました`, 'past'),
    ...progressive,
    t(`${te}おります`, 'now', false, false, { going: true }),
    t(`${te}いらっしゃいます`),
    t(`${i}ております`),
    ...['きた', 'きました', '来た', '来ました', 'しまった', 'しまいました'].map((e) => t(te + e, 'past')),
    ...['ちゃった', 'じゃった'].map((e) => t(te.slice(0, -1) + e, 'past')),
    t(te, 'now', false, true),
    ...['ない', 'ないです'].map((e) => t(a + e, 'now', true)),
    t(`${i}ません`, 'now', true),
    t(`${a}なかった`, 'past', true),
    t(`${i}ませんでした`, 'past', true),
    ...['なくなった', 'なくなりました'].map((e) => t(a + e, 'now', true)),
    ...['ようにしている', 'ようにしています'].map((e) => t(`${a}ない${e}`, 'now', true)),
    ...[
      '予定です',
      '予定だ',
      '予定',
      'つもりです',
      'つもり',
      'ことにした',
      'ことにしました',
      'ことになった',
      'ことになりました',
      '予定があります',
      '予定がある',
    ].map((e) => t(lemma + e, 'future')),
    ...['ようになった', 'ようになりました'].map((e) => t(lemma + e, 'now')),
    ...['たい', 'たいです', 'たいと思っています', 'たいと思ってる'].map((e) => t(i + e, 'now', false, false, { wish: true })),
  ]
}

function stemsOf(lemma: string): { i: string; a: string; te: string } {
  if (lemma.endsWith('する')) return same(`${lemma.slice(0, -2)}し`)
  if (lemma.endsWith('来る')) return same(lemma.slice(0, -1))
  if (lemma === 'ある') return { i: 'あり', a: '', te: 'あって' }
  if (ICHIDAN.test(lemma)) return same(lemma.slice(0, -1))
  const [i, a, te] = GODAN[lemma.at(-1)!] ?? ['', '', 'て']
  const root = lemma.slice(0, -1)
  return { i: root + i, a: root + a, te: root + (lemma.endsWith('行く') ? 'って' : te) }
}
const same = (stem: string) => ({ i: stem, a: stem, te: `${stem}て` })

/** 好きだ, 看護師だ: what a noun or a na-adjective ends with. The bare noun counts too. */
export const JAPANESE_COPULA: readonly Form[] = [
  ...['だ', 'です', 'である', 'でございます', 'なんだ', 'なんです', 'だよ', 'ですよ', ''].map((e) => form(e)),
  ...['だった', 'でした', 'だったんだ', 'だったんです', 'であった'].map((e) => form(e, 'past')),
  ...[
    'じゃない',
    'ではない',
    'じゃないです',
    'ではないです',
    'じゃありません',
    'ではありません',
    'じゃなくなった',
    'ではなくなった',
    'じゃなくなりました',
  ].map((e) => form(e, 'now', true)),
  ...['じゃなかった', 'ではなかった', 'じゃありませんでした', 'ではありませんでした'].map((e) => form(e, 'past', true)),
  ...['で', 'でして'].map((e) => form(e, 'now', false, true)),
  ...['になった', 'になりました', 'になってきた'].map((e) => form(e, 'now')),
  ...['に変わった', 'に変わりました', 'に変更しました', 'に変えた', 'に変えました', 'になったよ'].map((e) => form(e, 'now')),
]
/** 怖い: an i-adjective from its stem on. */
export const japaneseAdjective = (lemma: string): Form[] => {
  const stem = lemma.slice(0, -1)
  return [
    ...['い', 'いです', 'いんです', 'いんだ'].map((e) => form(stem + e)),
    ...['かった', 'かったです'].map((e) => form(stem + e, 'past')),
    ...['くない', 'くないです', 'くなくなった'].map((e) => form(stem + e, 'now', true)),
    form(`${stem}くて`, 'now', false, true),
  ]
}

// ---- Korean ------------------------------------------------------------------------------------------------

const BASE = 0xac00
const jong = (syllable: string) => (syllable.charCodeAt(0) - BASE) % 28
const jung = (syllable: string) => Math.floor(((syllable.charCodeAt(0) - BASE) % 588) / 28)
const cho = (syllable: string) => Math.floor((syllable.charCodeAt(0) - BASE) / 588)
const syllable = (initial: number, vowel: number, final = 0) => String.fromCharCode(BASE + initial * 588 + vowel * 28 + final)
const withFinal = (text: string, final: number) => text.slice(0, -1) + syllable(cho(text.at(-1)!), jung(text.at(-1)!), final)
const [N, L, B, SS] = [4, 8, 17, 20]
/** Vowels as they are numbered in a syllable. */
const V = { a: 0, ae: 1, eo: 4, e: 5, yeo: 6, o: 8, wa: 9, u: 13, wo: 14, eu: 18, i: 20 }
/** ㅂ that turns into 우 (무섭다 -> 무서워). */
const B_IRREGULAR = /(?:무섭|맵|덥|춥|어렵|쉽|즐겁)$/

/** 살 -> 살아, 키우 -> 키워, 하 -> 해. */
function infinitive(stem: string): string {
  const last = stem.at(-1)!
  const head = stem.slice(0, -1)
  if (last === '하') return `${head}해`
  if (B_IRREGULAR.test(stem)) return `${withFinal(stem, 0)}워`
  const vowel = jung(last)
  if (jong(last) !== 0) return stem + (vowel === V.a || vowel === V.o ? '아' : '어')
  if (last === '르' && head) return withFinal(head, L) + (jung(head.at(-1)!) === V.a || jung(head.at(-1)!) === V.o ? '라' : '러')
  if (vowel === V.o) return head + syllable(cho(last), V.wa)
  if (vowel === V.u) return head + syllable(cho(last), V.wo)
  if (vowel === V.i) return head + syllable(cho(last), V.yeo)
  if (vowel === V.eu) return head + syllable(cho(last), head && (jung(head.at(-1)!) === V.a || jung(head.at(-1)!) === V.o) ? V.a : V.eo)
  return stem
}

/** Every statement made with a verb or an adjective, from its dictionary form. */
export function koreanVerb(lemma: string): Form[] {
  const stem = lemma.slice(0, -1)
  const final = jong(stem.at(-1)!)
  const light = final === L ? withFinal(stem, 0) : stem
  const open = final === 0 || final === L
  const a = infinitive(stem)
  const past = jong(a.at(-1)!) === 0 ? withFinal(a, SS) : a
  const plain = (tense: Tense, negated: boolean, root: string) => [
    ...['어', '어요', '습니다', '지', '지요', '죠', '거든', '거든요', '네', '네요', '다', '음', '답니다', '어여'].map((e) =>
      form(root + e, tense, negated),
    ),
    ...['고', '는데', '는데요', '지만', '으니까', '어서', '으며'].map((e) => form(root + e, tense, negated, true)),
  ]
  const polite = open ? withFinal(light, B) : `${stem}습`
  const now = [
    ...[
      a,
      `${a}요`,
      `${polite}니다`,
      `${stem}지`,
      `${stem}지요`,
      `${stem}죠`,
      `${stem}거든`,
      `${stem}거든요`,
      `${light}네`,
      `${light}네요`,
      `${a}여`,
      `${a}용`,
    ].map((text) => form(text)),
    form(open ? `${withFinal(light, N)}다` : `${stem}는다`),
    form(lemma),
    ...(open ? ['세요', '십니다', '셔요', '셔', '신다', '시네요', '시거든요'] : ['으세요', '으십니다', '으셔요', '으셔', '으신다']).map(
      (e) => form(light + e),
    ),
    ...['고', '지만', '며'].map((e) => form(stem + e, 'now', false, true)),
    ...['는데', '는데요'].map((e) => form(light + e, 'now', false, true)),
    form(`${open ? withFinal(light, N) : stem}데`, 'now', false, true),
    form(`${a}서`, 'now', false, true),
    form(`${light}${open ? '' : '으'}니까`, 'now', false, true),
    form(`${light}${open ? '' : '으'}시고`, 'now', false, true),
  ]
  const going = ['있', '계시'].flatMap((aux) =>
    ['고 ', '고'].flatMap((join) => [
      ...(aux === '있'
        ? plain('now', false, `${stem}${join}있`)
        : ['계세요', '계십니다', '계셔', '계셔요'].map((e) => form(`${stem}${join}${e}`))),
      ...(aux === '있' ? plain('past', false, `${stem}${join}있었`) : []),
    ]),
  )
  return [
    ...now,
    ...going.map((f) => ({ ...f, going: true as const })),
    ...plain('past', false, past),
    ...(open ? plain('past', false, `${light}셨`) : []),
    ...plain('now', true, `${stem}지 않`).concat(plain('now', true, `${stem}질 않`)),
    ...['지 않아', '지 않아요', '지 않는다', '지 못해', '지 못해요', '지 못합니다', '지 않게 됐어', '지 않게 됐어요'].map((e) =>
      form(stem + e, 'now', true),
    ),
    ...plain('past', true, `${stem}지 않았`),
    ...[
      '거야',
      '거예요',
      '겁니다',
      '거에요',
      '거거든',
      '예정이야',
      '예정이에요',
      '예정입니다',
      '예정',
      '계획이야',
      '계획이에요',
      '계획입니다',
      '건데',
      '거임',
    ].map((e) => form(`${open ? withFinal(light, L) : `${stem}을`} ${e}`, 'future')),
    ...['기로 했어', '기로 했어요', '기로 했습니다', '게 됐어', '게 됐어요', '게 되었어요', '게 됐습니다'].map((e) =>
      form(stem + e, 'future'),
    ),
    ...['고 싶어', '고 싶어요', '고 싶습니다', '고 싶다'].map((e) => form(stem + e, 'now', false, false, { wish: true })),
  ]
}

/** 간호사예요, 초코야: what a Korean noun ends with. The bare noun counts too. */
export const KOREAN_COPULA: readonly Form[] = [
  ...[
    '야',
    '이야',
    '예요',
    '이예요',
    '에요',
    '이에요',
    '입니다',
    '이다',
    '다',
    '이지',
    '지',
    '이죠',
    '죠',
    '임',
    '거든',
    '이거든',
    '거든요',
    '이거든요',
    '이네요',
    '네요',
    '세요',
    '이세요',
    '이십니다',
    '십니다',
    '셔',
    '이셔',
    '셔요',
    '이셔요',
    '이여',
    '이랍니다',
    '랍니다',
    '이라고 해',
    '라고 해',
    '이라고 해요',
    '라고 해요',
    '라고 합니다',
    '이라고 합니다',
    '인걸',
    '이라구요',
    '',
  ].map((e) => form(e)),
  ...[
    '였어',
    '이었어',
    '였어요',
    '이었어요',
    '였습니다',
    '이었습니다',
    '였다',
    '이었다',
    '셨어요',
    '이셨어요',
    '였지',
    '였거든',
    '였거든요',
  ].map((e) => form(e, 'past')),
  ...['가 아니야', '이 아니야', '가 아니에요', '이 아니에요', '가 아닙니다', '이 아닙니다', ' 아니야', ' 아니에요', ' 아닙니다'].map((e) =>
    form(e, 'now', true),
  ),
  ...['이고', '고', '인데', '이라서', '라서', '이며', '이라', '이시고', '시고', '인데요', '이지만', '지만', '이니까', '니까'].map((e) =>
    form(e, 'now', false, true),
  ),
  ...[
    '가 됐어',
    '이 됐어',
    '가 됐어요',
    '이 됐어요',
    '가 되었어요',
    '이 되었어요',
    '가 되었습니다',
    '로 바뀌었어',
    '으로 바뀌었어',
    '로 바뀌었어요',
    '으로 바뀌었어요',
    '로 바꿨어',
    '으로 바꿨어',
    '로 바꿨어요',
    '으로 바꿨어요',
    '로 변경됐어요',
    '으로 변경됐어요',
    '로 바뀌었습니다',
    '으로 바뀌었습니다',
    '로 변경했어요',
    '으로 변경했어요',
    '로 바뀜',
    '으로 바뀜',
  ].map((e) => form(e)),
]
