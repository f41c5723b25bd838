/** Names of people in a request: "with Anna and Ben", 小王小李, 田中と佐藤, 민수 지영 현우. */
import { fold } from '../../base/concepts/fold.ts'
import { isQualityForm } from '../../base/concepts/index.ts'
import { kindOf } from '../../base/language/korean.ts'
import type { Language } from '../../spec.ts'
import { isQuality } from './guess.ts'
import { alikeIn } from './lists.ts'
import { partNamed } from './parts.ts'

const NOT_NAMES = new Set(
  'I App Track Make Add Show Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Christmas Easter English German French Spanish Japanese Korean Chinese BMI GPA TV PC US UK EU USD EUR JPY KRW CNY GBP Split Keep Who The A An With And Board Game Cards Card Score Scores Points Netflix Google Apple'.split(
    ' ',
  ),
)
const NOT_NAMED =
  /^(?:i|we|me|my|and|the|our|their|his|her|with|for|to|at|on|in|by|of|who|that|from|family|friends|kids|others|stuff|things|their|birthdays?|gifts?|contacts?|phone|email|address)$|ing$|ed$/i
const ROLES: Record<Language, RegExp> = {
  en: /\b(mom|mum|dad|mother|father|grandma|grandpa|wife|husband|me|my (?:wife|husband|son|daughter|partner|roommate|sister|brother|flatmate))\b/gi,
  zh: /爸爸|妈妈|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|老公|老婆|(?<![给帮让告诉提醒])我(?=$|[、,。和跟]|三|四|轮)/g,
  ja: /パパ|ママ|父(?!の日)|母(?!の日)|お父さん|お母さん|祖父|祖母|兄|姉|弟|妹|夫|妻|私(?!の)|わたし(?!の)|僕(?!の)/g,
  ko: /(?:큰|작은)(?:누나|언니|형|오빠|아빠|엄마|이모|고모|삼촌)|아빠|엄마|할머니|할아버지|외할머니|외할아버지|삼촌|이모|고모|숙모|형(?=$|[\s,.이랑])|누나|언니|오빠|동생|남편|아내|(?<![가-힣])나(?=$|[\s,.])(?! 혼자)|(?<![가-힣])저(?=$|[\s,.])/g,
}
const SURNAMES_JA =
  '田中|佐藤|鈴木|高橋|伊藤|渡辺|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|清水|斎藤|斉藤|林|森|池田|橋本|石川|阿部|前田|藤田|小川|岡田|後藤|長谷川|村上|近藤|石井|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|岡本|松田|中島|中川|原田|小野|田村|竹内|金子|和田|石田|上田|高木|内田|大野|菊地|菊池|酒井|工藤|丸山|今井|武田|上野|平野|杉山|増田|千葉|野口|松井|新井|木下|大塚|久保|岩崎'

/** A run of short names with stops between: where two of them are people, all are. */
const RUN: Record<Language, RegExp> = {
  en: /[A-Z][\w'-]*(?: [A-Z][\w'-]*)?(?:, ?(?:and |& )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)?)+(?:,? (?:and|&) [A-Z][\w'-]*(?: [A-Z][\w'-]*)?)?/g,
  zh: /[\p{Script=Han}A-Za-z]{1,4}(?:、[\p{Script=Han}A-Za-z]{1,4})+(?=[,，。；;:：\s]|$)/gu,
  ja: /[^\P{L}をがでにの]{1,9}(?:[、・][^\P{L}をがでにの]{1,9})+/gu,
  ko: /[가-힣A-Za-z]{1,5}(?:, ?[가-힣A-Za-z]{1,5})+(?=[\s.,]|$)/g,
}
function besideIn(text: string, language: Language, people: readonly string[]): string[] {
  for (const { 0: run } of text.matchAll(RUN[language])) {
    const names = run.split(/,? (?:and|&) |[,、・] ?(?:and |& )?/).map((one) => one.trim())
    const seen = names.filter((name) => people.some((person) => name === person || (person.length >= 2 && name.startsWith(person))))
    if (seen.length < 2 || seen.length === names.length || names.some((name) => partNamed(name))) continue
    // 山田、佐藤、ゴミ置き場の掃除: what goes on is no name.
    if (/^の/.test(text.slice(text.indexOf(run) + run.length))) names.pop()
    const others = people.filter((person) => !names.some((name) => name === person || name.startsWith(person)))
    return [...others, ...names]
  }
  return [...people]
}

/** 남편이랑 나랑, 我和老公, "me and my sister": two of whom one speaks, where turns are taken or something is shared. */
const TOGETHER =
  /\b(?:turns?|rota|rotate|alternat\w+|split|share|chores?|owes?)\b|轮流|轮着|分摊|平分|AA|分工|交代|当番|分担|割り勘|家事|번갈아|당번|나눠|분담|정산|집안일/i
const WITH_ME: Record<Language, RegExp> = {
  en: /\b(me|I) and (?:my )?([A-Za-z]{2,12})\b|\b(?:my )?([A-Za-z]{2,12}) and (me|I)\b/g,
  zh: /(我)[和跟与](?:我)?([一-龥]{2}?)(?=轮|一起|两|俩|分|平|每|[,，、]|AA)|([老弟哥姐妹爸妈室同][一-龥])[和跟与](我)(?=轮|一起|两|俩|分|平|每|[,，、]|AA)/gu,
  ja: /(私|僕|俺|自分)と([^\s、。とでのがは]{1,6})(?=で|が|、|の|$)|([^\s、。とでのがは]{1,6})と(私|僕|俺|自分)(?=で|が|、|の|$)/gu,
  ko: /([가-힣]{2,4}?)(?:이랑|랑|하고|와|과)\s?(나|저)(?:랑|하고)?(?=[\s,.]|둘|가|이)|(나|저)(?:랑|하고)\s?([가-힣]{2,4}?)(?:이랑|랑|하고|이|가)?(?=[\s,.]|둘)/g,
}

function namedIn(text: string, language: Language, known: readonly string[]): string[] {
  const found: { name: string; at: number }[] = []
  const add = (name: string | undefined, at: number) => {
    if (name && !NOT_NAMES.has(name)) found.push({ name, at })
  }
  for (const name of known) {
    const at = name.length > 1 ? text.indexOf(name) : -1
    if (at >= 0) add(name, at)
  }
  if (/[a-z]/i.test(text))
    for (const match of text.matchAll(
      /(?<=\b(?:with|between|for|among|players?|people|members?|friends|roommates|flatmates|are|vs|kids|children|family|team)[: ]+|, |[,:、] ?|\band |& )([A-Z][a-z]{1,14})(?='s\b|[\s,.;:!?、と와과랑]|$)(?! (?:list|app|trip|spending))/g,
    ))
      add(match[1], match.index)
  // "4 flatmates (Mo, Bea, Theo, Lin)": in brackets after the word for what they are.
  for (const match of text.matchAll(
    /(?:(?:room|flat|house)mates?|lads|girls|boys|guys|mates|gang|crew|friends|kids|sons|daughters|players|teammates|colleagues|siblings|cousins|people|of us|family|team|室友|朋友|队员|同事|家人|孩子|友達|メンバー|家族|同居人|チーム|친구(?:들)?|룸메(?:이트)?|가족|팀원|아이들)\s?[(（]([^()（）]{3,120})[)）]/giu,
  )) {
    const names = match[1]!
      .split(/\s*[,、，·・&/]\s*|\s+and\s+/)
      .map((one) => plainKorean(one.trim()))
      .filter(Boolean)
    if (names.length >= 2 && names.every((one) => one.length <= 14 && !/[\d\s]/.test(one) && !partNamed(one) && !isQuality(one)))
      for (const name of names)
        add(language === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name, text.indexOf(name, match.index))
  }
  // "my roommates alex and dana": after the word for what they are, names need no capital.
  if (language === 'en')
    for (const match of text.matchAll(
      /\b(?:room|flat|house)mates?|\b(?:friends|kids|sons|daughters|players|teammates|colleagues|siblings|cousins),? /gi,
    )) {
      const run = /^[, ]*((?:[a-z]{2,12}, )*[a-z]{2,12} (?:and|&) [a-z]{2,12})(?![a-z])/i.exec(text.slice(match.index + match[0].length))
      for (const name of run?.[1]?.split(/, | and | & /) ?? [])
        if (!NOT_NAMED.test(name)) add(name.charAt(0).toUpperCase() + name.slice(1), match.index)
    }
  if (language === 'zh') {
    for (const match of text.matchAll(
      /(?:(?:小|老)(?![卖时吃费区店组票说孩朋板师家人面计学程狗猫鸟车事结红米麦心数型号目工习视白众册提龙贴公婆妈爸年是想要觉])|阿(?![姨里司胶富根拉]))[\u4e00-\u9fff]/g,
    ))
      add(match[0], match.index)
    for (const match of text.matchAll(
      /(?<=[、,和跟与:]|^)([王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗][\u4e00-\u9fff]{1,2})(?=[、,和跟与]|$|一起)/g,
    ))
      add(match[1], match.index)
  }
  if (language === 'zh')
    // 小林、阿哲、大伟、文文轮流…: whoever takes turns or shares.
    for (const match of text.matchAll(
      /(?<=^|[,。;:、\s])((?:[\u4e00-\u9fffA-Za-z]{1,4}、){1,9}[\u4e00-\u9fffA-Za-z]{1,3}?)(?:这?[几两三四五六七八]个?人?)?(?:轮流|輪流|平分|平摊|平攤|分摊|分攤|均摊|AA)/gu,
    ))
      for (const name of match[1]!.split('、')) if (!partNamed(name) && !isQuality(name)) add(name, text.indexOf(name, match.index))
  if (language === 'ja') {
    // パパ、ママ、けんたで交代: whoever takes turns or shares.
    for (const match of text.matchAll(
      /(?<=^|[,。;:、\sをは])((?:[\p{Script=Han}ぁ-わんっ\p{Script=Katakana}ーA-Za-z]{1,6}[、・と]){1,6}[\p{Script=Han}ぁ-わんっ\p{Script=Katakana}ーA-Za-z]{1,6}?)(?:の?[二三四五六2-6]人)?で(?:交代|順番|持ち回り|回[すし]|割り勘|分担|折半|分け)/gu,
    ))
      for (const name of match[1]!.split(/[、・と]/)) if (!partNamed(name) && !isQuality(name)) add(name, text.indexOf(name, match.index))
    for (const match of text.matchAll(new RegExp(`(?:${SURNAMES_JA})(?:さん|くん|君)?(?=[、,とと・はがの]|$|で)`, 'g')))
      add(match[0], match.index)
    for (const match of text.matchAll(
      /(?:[\p{Script=Han}]{1,4}|[\p{Script=Hiragana}\p{Script=Katakana}ー]{2,6})(?:さん|くん|ちゃん)(?!ぽ)/gu,
    ))
      if (!/赤ちゃん|お客さん|皆さん|みなさん|お父さん|お母さん/.test(match[0])) add(match[0], match.index)
  }
  if (TOGETHER.test(text))
    for (const match of text.matchAll(WITH_ME[language])) for (const name of match.slice(1)) if (name) add(name, match.index)
  if (language === 'ko') {
    for (const name of countedKo(text)) add(name, text.indexOf(name))
    for (const name of calledAlike(text)) add(name, text.indexOf(name))
    for (const name of SHARES_KO.test(text) ? namesAlone(text) : []) add(name, text.indexOf(name))
    if (/점수|대결|게임|경기|윷|스코어|팀/.test(text)) for (const team of alikeIn(text)) add(team, text.indexOf(team))
    for (const match of text.matchAll(/(?<=^|[\s,:])([김이박최정강조윤장임한오서신권황안송류홍][가-힣]{2})(?=[\s,와과랑]|$)/g))
      if (!/정산|이번|이름|정리|강아지|한국|장소|오늘|서비|안내|임신|신혼|조리/.test(match[1]!)) add(match[1], match.index)
  }
  for (const { name, at } of listedIn(text, language)) add(name, at)
  for (const match of text.matchAll(ROLES[language])) add(match[0], match.index)
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.at - b.at)
    .map((one) => one.name)
    .filter((name) => !seen.has(name.toLowerCase()) && Boolean(seen.add(name.toLowerCase())))
    .slice(0, 12)
}

/** 하람이 하율이: names called with 이, one beside the other. */
const calledAlike = (text: string): string[] =>
  [...text.matchAll(/(?<![가-힣])(?:[가-힣]{2}이(?:랑|,)?\s){1,5}[가-힣]{2}이(?=$|[\s,.]|[가는도랑])/g)].flatMap(({ 0: run }) =>
    run
      .split(/[\s,]+/)
      .map((one) => /^([가-힣]{2})이(?:랑)?$/.exec(one)?.[1] ?? '')
      .filter((one) => one !== '' && !partNamed(`${one}이`) && !isQuality(`${one}이`)),
  )

/** 큰누나 작은누나 나 이렇게 셋, 민수랑 지영 둘이: the names right before how many they are. */
const COUNTED_KO = /\s(?:이렇게\s|우리\s)?(?:둘|셋|넷|다섯|[2-9]\s?명|[두세네]\s?명|다섯\s?명|끼리)(?:이서|이|서)?(?=$|[\s,.])/
const NO_NAME_KO = /^(?:정산|비용|여행|회비|경비|더치페이|우리|친구|친구들|룸메|가족|이렇게|총|모두|각자|남매끼리|형제끼리)$/
function countedKo(text: string): string[] {
  const at = COUNTED_KO.exec(text)?.index
  if (at === undefined) return []
  const said = text
    .slice(0, at)
    .split(/[.!?\n:]/)
    .at(-1)!
  const parts = said
    .trim()
    .split(/\s*,\s*|\s+/)
    .map(plainKorean)
  let from = parts.length
  while (from > 0 && isNameKo(parts[from - 1]!)) from--
  const names = parts.slice(from)
  return names.length >= 2 ? names : []
}
const isNameKo = (word: string): boolean =>
  ROLE_KO.test(word) ||
  (NAME_KO.test(word) &&
    word.length > 1 &&
    !NO_NAME_KO.test(word) &&
    !partNamed(word) &&
    !isQuality(word) &&
    ['noun', 'before'].includes(kindOf(word)))

/** What is done in turns, shared or played: a sentence of short words alone says between whom. */
const SHARES_KO = /당번|정산|나눠|나누|더치|엔빵|[nN]빵|점수|내기|고스톱|화투|윷|돌아가|순번|게임|대결|리그|룸메|회비|뽑|승패|스코어/
const NAME_KO = /^[가-힣A-Za-z]{1,4}$/
const ROLE_KO =
  /^(?:큰|작은|막내)?(?:아빠|엄마|할머니|할아버지|삼촌|이모|고모|숙모|형|누나|언니|오빠|동생|남편|아내|나|저|큰딸|작은딸|큰애|둘째|막내|첫째)$/
function namesAlone(text: string): string[] {
  const known = (word: string) => partNamed(word) !== undefined || isQualityForm(fold(word))
  const isName = (word: string) =>
    ROLE_KO.test(word) ||
    (NAME_KO.test(word) &&
      word.length > 1 &&
      !known(word) &&
      !isQuality(word) &&
      !CHORE.test(word) &&
      ['noun', 'before'].includes(kindOf(word, known)))
  for (const sentence of text.split(/[.!?\n:]+/).slice(1)) {
    const words = sentence
      .trim()
      .split(/\s*,\s*|\s+/)
      .map(plainKorean)
    if (words.length >= 3 && words.length <= 10 && words.every(isName)) return words
  }
  return []
}

/** What is shared or played between people: the list after it is theirs. */
const SHARED =
  /(?:split|settle|scores?|scorekeeper|scoreboard|players?|members?|chores?|wheel|roommates?|aa|平摊|分摊|结算|计分|记分|比分|成员|队员|值日|轮流|割り勘|精算|スコア|得点|点数表|メンバー|当番|大会|対決|勝負|더치페이|나눠 ?내기?|엔빵|n빵|정산|점수판|점수|스코어|당번|돌림판|룰렛|멤버|참가자|회원)[^:：\n]{0,24}?(?::|：| [-–—] |[.。] ?|(?<=大会|対決|勝負|スコア|得点|当番)、(?=[^、。]+・))\s*([^\n.!?。]{2,120})/iu
const RUN_KO =
  /(?:점수판|스코어보드|더치페이|정산|엔빵|[nN]빵|나눠 ?내기|나눠 ?(?:줘요?|내게)|당번|돌림판|룰렛|점수 ?기록|멤버)(?:(?:을|를)?\s?(?:좀|앱|용|기록|하?게|하자|해[가-힣]*|하(?:고|려|는)[가-힣]*|만들어[가-힣]*)(?:\s?(?:해\s?)?(?:줘요?|주세요|주라|싶[가-힣]{0,6}|좀|앱)){0,3})?\s((?:[가-힣]{1,4}\s){1,7}[가-힣]{1,4})$/u
/** What is done in turns, and who does it not. */
export const CHORE =
  /\b(?:dishes|trash|rubbish|garbage|bins?|recycling|vacuum\w*|hoover\w*|laundry|washing|clean\w*|cook\w*|mop\w*|sweep\w*|dust\w*|iron\w*|lawn|shopping|groceries|bathroom|kitchen|toilet)\b|[洗擦拖扫掃倒打做浇澆遛铺鋪晾买買][碗地窗桌衣垃扫掃饭飯菜花狗床]|皿洗い|掃除|洗濯|ゴミ|料理|炊事|風呂|買い物|水やり|散歩|설거지|청소|빨래|요리|쓰레기|분리수거|장보기|화분|다림질|산책/i
const MADE = /^(?:계산기|앱|기록장?|장부|팁|app|tips?|calculator|计算器|計算機|アプリ|小费|チップ)$/i
/** "더치페이: 지훈, 수아, 태민, 하린", 볼링 점수판 철수 영희 민호: short words that are no qualities. */
function listedIn(text: string, language: Language): { name: string; at: number }[] {
  const run = language === 'ko' ? RUN_KO.exec(text.trim()) : null
  const found = SHARED.exec(text) ?? run
  if (!found?.[1]) return []
  const at = found.index + found[0].indexOf(found[1])
  const body = oneList(found[1])
  const parts = (run && found === run ? found[1].split(/\s+/) : body.split(/\s*[,、，·・&]\s*|\s+and\s+/))
    .map((one) => plainKorean(one.trim()))
    .filter((one) => one !== '')
  const most = language === 'en' ? 14 : 6
  if (parts.filter((one) => CHORE.test(one)).length * 2 >= parts.length) return []
  const names = parts.every((one) => one.length <= most && !/[\d\s]/.test(one) && !partNamed(one) && !isQuality(one) && !MADE.test(one))
  return parts.length >= 2 && names ? parts.map((name) => ({ name, at: text.indexOf(name, at) })) : []
}

/** Of "老陈、阿芬、我,每局记一下" the list: a weaker mark ends what a stronger one joins. */
const oneList = (text: string): string =>
  (/[・·]/.test(text) ? text.split(/[、,，]/)[0] : /、/.test(text) ? text.split(/[,，]/)[0] : text) ?? text

const plainKorean = (name: string) => name.replace(/(?:이랑|랑|하고|와|과)$/, '')

/** `known`: names remembered from before. In order of place, each once. */
export const peopleIn = (text: string, language: Language, known: readonly string[]): string[] =>
  besideIn(text, language, namedIn(text, language, known))
