/** What a number counts or measures: units of the table, and the counters of things (杯, 개, 冊, "cups of"). */
import type { Language } from '../../spec.ts'
import { type Atom, type Candidate, isNamed, type Source } from './atoms.ts'
import { JAPANESE_NATIVE } from './numerals.ts'
import { UNITS, type UnitRow } from './units.ts'
import { isHangul, isLatin, type Words, words } from './words.ts'

const LANGUAGES: Language[] = ['en', 'zh', 'ja', 'ko']

/** Time is read as durations; Celsius by 度 or 도 has its own rules below. */
const measuring = UNITS.filter((unit) => unit.dimension !== 'time')
const unitWords = Object.fromEntries(LANGUAGES.map((language) => [language, unitTable(language)])) as Record<Language, Words<UnitRow>>

function unitTable(language: Language): Words<UnitRow> {
  const table: [string, UnitRow][] = []
  const others = LANGUAGES.filter((other) => other !== language && other !== 'en')
  // The text's own language last, so that its words win (斤, 升, 尺).
  for (const names of [
    ...others.map((other) => (unit: UnitRow) => unit.names[other]),
    (unit: UnitRow) => unit.names.any,
    (unit: UnitRow) => unit.names[language],
  ])
    for (const unit of measuring) for (const name of names(unit) ?? []) table.push([name, unit])
  return words(table)
}

const c = (list: string, lemma?: string): [string, string][] => list.split('|').map((word) => [word, lemma ?? word])
const each = (list: string): [string, string][] => list.split('|').map((word) => [word, word])

const COUNTERS: Record<Language, Words<string>> = {
  en: words([
    ...pluralled(
      'cup|glass|bottle|can|mug|shot|pint|time|page|chapter|episode|season|book|step|rep|set|point|round|piece|slice|serving|portion|pill|tablet|capsule|dose|item|word|card|flashcard|question|guest|player|member|roommate|friend|kid|star|pushup|push-up|squat|lap|bag|box|pack|bowl|plate|spoon|scoop|drop|night|stop|ticket|copy|task|habit|meal|dish|recipe|option|seat|room|song|movie|film|game|lesson|class|session|visit|unit',
    ),
    ...c('people|persons|person|guys', 'person'),
    ...c('x', 'time'),
    ...c('children', 'kid'),
  ]),
  zh: words([
    ...each(
      '次|杯|瓶|本|张|只|条|件|块|份|碗|盘|包|盒|袋|罐|支|双|套|台|辆|位|名|人|口|颗|粒|片|根|朵|棵|头|匹|座|间|层|页|章|节|集|部|首|句|字|单词|词|门|步|轮|局|场|级|岁|分|题|道|遍|趟|顿|餐|组|下|滴|桶|箱|把|串|站|圈|种|项|类|天份|张票|晚|个人|个|款|勺|听|幅|盏|家|尾|课|关|星|班|针|株|盆|排|段|篇|枚|匙|扎|卷|打|单|笔|回|人份|卡片',
    ),
    ...c('個人|个人', '人'),
    ...c('個', '个'),
    ...c('張', '张'),
    ...c('條', '条'),
    ...c('隻', '只'),
    ...c('塊', '块'),
    ...c('頁', '页'),
    ...c('歲', '岁'),
    ...c('場', '场'),
    ...c('組', '组'),
    ...c('筆', '笔'),
  ]),
  ja: words([
    ...each(
      '個|つ|本|冊|枚|杯|匹|頭|羽|台|回|人|名|件|歳|足|着|通|皿|粒|袋|箱|缶|パック|錠|ページ|話|巻|曲|章|語|単語|文字|歩|点|問|階|軒|席|セット|レップ|食|品|種類|束|切れ|玉|丁|株|匙|滴|口|ラウンド|人分|人前|膳|輪|房|切|組|便|泊|試合|科目|部屋|作品|シーズン|周|駅|品目|行|段|番|点満点|ポイント|ラップ|リットル缶|瓶|鉢|貫|ケース|カップ|チーム|グループ|人組|箇所|か所|カ所|ヶ所|項目|桁|票',
    ),
    ...c('ヶ|コ|こ|ケ', '個'),
    ...c('才', '歳'),
  ]),
  ko: words([
    ...each(
      '개|잔|권|명|번|회|마리|병|장|대|벌|켤레|송이|그릇|접시|조각|판|캔|봉지|상자|박스|통|알|정|컵|인분|편|곡|살|세|쪽|페이지|챕터|단어|문제|점|걸음|보|세트|라운드|층|가지|사람|분|건|그루|자루|줄|묶음|쌍|끼|모금|과목|팀|팩|포기|모|스푼|숟갈|숟가락|방울|바퀴|경기|작품|시즌|화|차례|군데|박|장르|항목|문장|글자|송|다발|포|캡슐|킬|포인트|개입|표|등급|매',
    ),
    ...c('사람', '명'),
  ]),
}

function pluralled(list: string): [string, string][] {
  return list.split('|').flatMap((word): [string, string][] => [
    [word, word],
    [/(?:ss|x|sh|ch)$/.test(word) ? `${word}es` : word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`, word],
  ])
}

export function findQuantities(source: Source): Candidate[] {
  const found: Candidate[] = []
  for (const atom of source.atoms) {
    if (isNamed(source, atom)) continue
    const quantity = measured(source, atom)
    if (quantity) found.push(quantity)
    const count = counted(source, atom)
    if (count) found.push(count)
  }
  for (const [word, value, counter] of JAPANESE_NATIVE)
    for (let at = source.text.indexOf(word); at >= 0; at = source.text.indexOf(word, at + word.length))
      found.push(make(source, at, at + word.length, { kind: 'count', value, counter }))
  return found
}

/** One space may stand between figure and unit ("5 kg", 5 잔), a hyphen too ("a 10-page paper"). */
const gap = (text: string, end: number, atom: Atom) =>
  text[end] === ' ' ? 1 : text[end] === '-' && atom.form !== 'han' && isLatin(text[end + 1]?.toLowerCase()) ? 1 : 0

function measured(source: Source, atom: Atom): Candidate | undefined {
  const { text, low } = source
  const language = source.languageAt(atom.start)
  const space = gap(text, atom.end, atom)
  const at = atom.end + space
  // 한도, 세도: degrees are counted with figures and 일, 이, 삼, never with 하나, 둘, 셋.
  if (text[at] === '도' && /^[한두세네]$/.test(text.slice(atom.start, atom.end))) return undefined
  const degrees = celsius(source, atom, at, language)
  if (degrees) return degrees
  if (low[at] === '两' && language === 'zh' && /^两(?![个個杯瓶本次天年月人])/.test(text.slice(at, at + 2)) && atom.form !== 'english')
    return make(source, atom.start, at + 1, { kind: 'quantity', value: atom.value, unit: 'liang', dimension: 'mass' })
  const spoon = /(?:大さじ|小さじ|大匙|小匙) ?$/.exec(text.slice(Math.max(0, atom.start - 4), atom.start))
  if (spoon)
    return make(
      source,
      atom.start - spoon[0].length,
      atom.end,
      { kind: 'quantity', value: atom.value, unit: spoon[0].startsWith('大') ? 'tbsp' : 'tsp', dimension: 'volume' },
      3,
    )
  const hit = unitWords[language].at(low, at)
  if (!hit || !unitFits(source, atom, hit, space)) return undefined
  const milli = hit.value.id === 'mm' && low.slice(hit.start, hit.end) === 'ミリ' && atom.value >= 50
  const half = /^(?:半|반)(?![个個天年日])/.test(text.slice(hit.end, hit.end + 2)) && !isHangul(text[hit.end + 1]) ? 1 : 0
  const value = Number((atom.value + (half ? 0.5 : 0)).toPrecision(15))
  return make(
    source,
    atom.start,
    hit.end + half,
    milli
      ? { kind: 'quantity', value, unit: 'ml', dimension: 'volume' }
      : { kind: 'quantity', value, unit: hit.value.id, dimension: hit.value.dimension },
    2,
  )
}

function celsius(source: Source, atom: Atom, at: number, language: Language): Candidate | undefined {
  const match = /^(?:°|º|degrees?)? ?([cf])(?![a-z])|^(?:°|º|degrees?(?! ?[a-z])|度|도(?![가-힣]))/.exec(source.low.slice(at, at + 10))
  if (!match || match[0] === '' || (match[0].length === 1 && match[1] && (at !== atom.end || atom.form !== 'digits'))) return undefined
  if (match[0] === '度' && language === 'ja' && atom.value < 5)
    return make(source, atom.start, at + 1, { kind: 'count', value: atom.value, counter: '回' })
  return make(
    source,
    atom.start,
    at + match[0].length,
    { kind: 'quantity', value: atom.value, unit: match[1] === 'f' ? 'f' : 'c', dimension: 'temperature' },
    2,
  )
}

function unitFits(
  { text, low, languageAt }: Source,
  atom: Atom,
  hit: { start: number; end: number; value: UnitRow },
  space: number,
): boolean {
  const word = low.slice(hit.start, hit.end)
  const next = text.slice(hit.end, hit.end + 2)
  // One sino syllable before a unit is more often a word: 이근, 사평.
  if (atom.form === 'sino' && atom.end - atom.start === 1 && word.length < 2) return false
  if (atom.form === 'half' && isLatin(word[0]) && word.length < 2) return false
  if (word === '"') return atom.form === 'digits' && space === 0 && !text.slice(Math.max(0, atom.start - 1), atom.start).includes('"')
  if (/^(?:자|되|근|평|돈|척|도)$/.test(word)) return !isHangul(next[0]) || /^(?:은|는|이|가|을|를|의|도|만|씩|짜|당|정|이|에)/.test(next)
  if (word === '合' || word === '畳' || word === '帖') return languageAt(atom.start) === 'ja'
  if (word === '卡') return !/^[片路车通]/.test(next)
  if (word === '度' || word === '节') return false
  if (word === '码') return false
  if (word === '米') return !/^[饭线粉粒]/.test(next)
  if (word === '升') return !/^(?:级|学|职)/.test(next)
  return true
}

function counted(source: Source, atom: Atom): Candidate | undefined {
  const { text, low } = source
  if (atom.form === 'fraction' && !/^ (?:cup|of)/.test(low.slice(atom.end, atom.end + 4))) return undefined
  const at = atom.end + gap(text, atom.end, atom)
  const language = counterLanguage(source, atom, at)
  const hit = COUNTERS[language].at(low, at)
  if (!hit || !counterFits(source, atom, hit, language)) return undefined
  const half = text[hit.end] === '半' && /^(?:个|個|杯|份|碗)$/.test(hit.value) && !/^[小个月钟]/.test(text[hit.end + 1] ?? '') ? 1 : 0
  return make(source, atom.start, hit.end + half, { kind: 'count', value: atom.value + (half ? 0.5 : 0), counter: hit.value }, 1)
}

/** Script settles it first: kana counters are Japanese, Hangul ones Korean; characters go by the text. */
function counterLanguage(source: Source, atom: Atom, at: number): Language {
  const char = source.text[at] ?? ''
  if (isHangul(char)) return 'ko'
  if (isLatin(char.toLowerCase())) return 'en'
  if (/[ぁ-ヿ]/.test(char)) return 'ja'
  const language = source.languageAt(atom.start)
  return language === 'zh' ? 'zh' : language === 'ja' ? 'ja' : /[个張张条杯次瓶]/.test(char) ? 'zh' : 'ja'
}

/** 만들다, 作 and 要: asked to make "one" of something, nobody counts. */
const ARTICLE_BEFORE =
  /(?:做|建|写|寫|来|來|搞|弄|要|想要|创建|設計|设计|开发|整|给我|給我|有|是|成|生成|搭|制作|製作|新建|添加|加|换|换成|用|像|这|那|哪|每|另|同|某)(?:了|出|成|上)?$/

function counterFits({ text, low }: Source, atom: Atom, hit: { start: number; end: number; value: string }, language: Language): boolean {
  const word = low.slice(hit.start, hit.end)
  const next = text.slice(hit.end, hit.end + 3)
  const before = text.slice(Math.max(0, atom.start - 3), atom.start)
  if (language === 'zh') {
    if (
      atom.form !== 'digits' &&
      atom.value === 1 &&
      /^(?:个|款|种|下|家|类|项|份|套|本|张|条|部|篇|段|段|部分|次|首|句|站|名|位|件|把)$/.test(hit.value) &&
      ARTICLE_BEFORE.test(before)
    )
      return false
    if (word === '下' || word === '打' || word === '班' || word === '家') return atom.form === 'digits' || atom.value > 1
    if (word === '分') return !(atom.form === 'han' && atom.value === 10) && !/^(?:钟|类|别|之|组|享|期|摊|配|析)/.test(next)
    if (word === '个' || word === '個') return !/^(?:月|小时|钟头|半|星期|礼拜|季度|工作日)/.test(next)
    if (word === '部') return !/^[分门]/.test(next)
    if (word === '节') return !/^[日省约]/.test(next)
    if (word === '回') return !/^[家来复顾忆去到]/.test(next)
    if (word === '人') return !/^[民生类气际]/.test(next)
    if (word === '口') return !/^[味袋红]/.test(next)
    if (word === '位') return !/^[置于]/.test(next)
    if (word === '单') return !/^[词位独元]/.test(next)
    if (word === '晚') return !/^[上饭餐]/.test(next)
    return true
  }
  if (language === 'ja') {
    if (word === '本') return !/^(?:当|日|人|気|格|番|来|棚|屋)/.test(next)
    if (word === '番') return !/^(?:組|号)/.test(next) && atom.form === 'digits'
    if (word === '人' && atom.form === 'han') return !/^(?:前に|気|物)/.test(next)
    if (word === '件') return !/^名/.test(next)
    if (word === '点') return !/^(?:検|滅|滴)/.test(next)
    if (word === '着') return !/^(?:く|い|信|用)/.test(next)
    if (word === '行') return !/^(?:く|き|動|事|っ)/.test(next)
    if (word === '通') return !/^(?:り|学|院|勤|知|帳)/.test(next)
    if (word === 'こ' || word === 'コ' || word === 'ケ' || word === 'ヶ') return !/^[ぁ-ゖァ-ヺー月]/.test(next)
    if (word === '台') return !/^[所風湾]/.test(next)
    if (word === '組') return !/^[みむ合]/.test(next)
    if (word === '切' || word === '輪' || word === '段' || word === '品') return atom.form === 'digits'
    if (word === '周') return !/^[年囲]/.test(next)
    if (word === '食') return !/^(?:べ|事|費|材|品)/.test(next)
    return true
  }
  if (language === 'ko') {
    // Hundreds of words begin with these syllables: a native numeral or figures must come before.
    if (atom.form === 'sino' && atom.end - atom.start === 1)
      return word === '인분' || word === '개입' || (word === '보' && /[백천만]/.test(text[atom.start]!) && !/^[가-힣]{2}/.test(next))
    if (
      atom.form === 'native' &&
      /^(?:세|네|한|두)$/.test(text.slice(atom.start, atom.end)) &&
      text[atom.end] !== ' ' &&
      /^(?:대|번째|장|보|판|통|정|점|건|모|편|화|포|회|표)$/.test(word)
    )
      return !/^[가-힣]/.test(next) || (particle(next) && !(word === '대' && /^요/.test(next)))
    if (atom.form === 'native' && /^(?:세|회|보|점|표|매)$/.test(word)) return false
    if (word === '분') return atom.form === 'native'
    if (word === '번') return !/^(?:째|호|역|지)/.test(next)
    if (word === '개') return !/^(?:월|국|인(?!당)|발|선|념|별)/.test(next)
    if (word === '장' && /^(?:보|기|르|난|소|점)/.test(next)) return false
    if (word.length === 1 && isHangul(next[0])) return particle(next)
    return true
  }
  // "185x8": one figure by another.
  if (word === 'x') return !/^ ?\d/.test(next)
  return !/^times?$/.test(word) || !/^ ?(?:zone|table|limit|tracker|log)/.test(text.slice(hit.end, hit.end + 9))
}
const particle = (next: string) =>
  /^(?:은|는|이|가|을|를|의|도|만|씩|까|이|정|짜|당|에|로|와|과|하|마|쯤|밖|중|먹|마|샀|읽|했|보|부|줘|추|있|더|넣|기|요|입|동안|이|랑)/.test(
    next,
  )

function make({ text }: Source, start: number, end: number, read: Candidate['read'], rank = 1): Candidate {
  return { start, end, text: text.slice(start, end), read, rank }
}
