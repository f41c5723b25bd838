/**
 * How each kind of happening is told: by what one does (borrows, pays), by giving it to somebody (lends), and by what
 * ends it (brings back). Kinds are the concepts of collections. One line a kind and way: `kind way | en | zh | ja | ko`;
 * a word is matched where it begins, in the folded text.
 */
import { foldHan } from '../../base/language/han.ts'
import type { Language } from '../../spec.ts'

export type Way = 'take' | 'give' | 'back' | 'owe' | 'miss'

const TELLINGS = `
loan take | borrow(?:s|ed|ing)?|took(?: out| home)?|takes|taken(?: out| home)?|(?:check(?:s|ed)?|sign(?:s|ed)?) out|rent(?:s|ed) | (?:借|租)(?:走|去|阅|用)?(?:了|过)?(?:一?[本册辆台件把部个])?|拿走(?:了)? | 借り|借りて|レンタルし|持って(?:帰|い|行) | 빌려\\s?(?:갔|가|간|감|갑)|빌렸|빌림|빌린|대출|대여해\\s?[갔가]|가져갔
loan give | (?:lent|lend(?:s|ing)?|loan(?:s|ed)?|gave|handed|issued)(?: out)? | 借给(?:了)?|借出(?:去)?(?:了)?|租给(?:了)? | 貸し|貸出し?|貸した | 빌려\\s?[줬주준줌]|대여해\\s?[줬주]
loan back | (?:return|hand|gave|give|brought|bring|got|get|came|come|took|take|send|sent|is|are|was)(?:s|ed|ing)?\\b.{0,60}?\\bback|return(?:s|ed|ing)?|check(?:s|ed)? in | 归还(?:了)?|还回(?:来)?(?:了)?|还(?:书)?(?:了|给)|还完了?|拿回来了?|送回来?了? | 返し|返却(?!日|予定|期限)|返って|戻って|戻し | 반납|돌려\\s?[줬주준]|돌려\\s?받|갖다\\s?[줬주]|가져왔
payment take | pa(?:id|ys?|ying)(?: up| in)?|transferred|settled|sent|received|collected|got|gave me | (?:交|付|缴|转|打)(?:清|完|齐|过)?了?(?:款|费|钱)?|付款|缴费|收(?:到|了) | 払|支払|納め|納入|振り?込|入金|もらっ|もらい|受け取|集金し|徴収 | 냈|낸|내[써었지]|납부|결제|입금|지불|송금|받았
payment owe | owes?|has(?:n't| not) paid|still has to pay | 欠(?:着|了)?|还没[交付缴]|未[交付缴] | 未払|未納|滞納|払ってな|払っていな|まだ払 | 미납|(?:안|못)\\s?[냈낸내]|밀렸|밀린
watering take | water(?:s|ed|ing)? | 浇(?:了|过)?水?(?:了)? | 水やり|水をや|水をあげ|水を遣|水をかけ | 물(?:을|도)?\\s?(?:줬|주었|줌|줘|주)|물주기|급수
repotting take | repot(?:s|ted|ting)? | 换(?:了)?盆(?:了)? | 植え替え|鉢替え | 분갈이
fillup take | (?:re)?fill(?:s|ed)?(?: up)?|refuel(?:s|l?ed)?|fuel(?:l?ed)?(?: up)?|gassed up|tanked(?: up)? | 加(?:了|满)?(?:油|气)?了? | 給油|ガソリンを?入れ|満タン | 주유|기름(?:을)?\\s?넣
repair take | repair(?:s|ed|ing)?|fix(?:es|ed|ing)?|mended | 修(?:理|好|了)*|维修(?:了)? | 修理|直し|修繕 | 수리|고쳤|고침|정비
service take | servic(?:e|ed|ing)|inspect(?:s|ed)?|maintain(?:ed)?|checked | 保养(?:了)?|检查(?:了)?|检修(?:了)?|年检 | 整備|点検|メンテ|車検 | 점검|정비|유지보수
grade take | got|gets|scored|scores|received|earned|made | 考(?:了|得|到)?|得(?:了|到)?|拿(?:了|到) | 取っ|とっ|獲得|得点 | 받았|맞았|나왔|땄
attendance take | attend(?:s|ed)?|(?:was |is )?(?:present|here)|came|showed up | 出席(?:了)?|到(?:了|场)?|签到(?:了)?|来了 | 出席|来た|来ました|参加 | 출석|참석|왔
attendance miss | (?:was |is )?absent|missed|skipped|did(?:n't| not) (?:come|attend|show up) | 缺(?:席|勤|课)(?:了)?|没来|请假(?:了)? | 欠席|休んだ|休み|来なかった | 결석|빠졌|안\\s?왔|불참
hours take | work(?:s|ed|ing)?|spent|logged|put in | 工作(?:了)?|做(?:了)?|干(?:了)?|花(?:了)?|上班(?:了)? | 働|作業|稼働|勤務 | 일했|작업|근무|투입|썼
visit take | visit(?:s|ed)?|came(?: in)?|saw|dropped by|checked in|stayed | 来(?:店|访|院|过)?了?|到店(?:了)?|就诊(?:了)?|看诊|看了|做了 | 来店|来院|来た|来ました|受診|訪問|診察 | 방문|내원|왔|다녀갔|진료
appointment take | book(?:s|ed)?|reserv(?:es?|ed)|made an appointment|scheduled | 预约(?:了)?|预订(?:了)?|约(?:了)? | 予約 | 예약
donation take | donat(?:es?|ed)|gave|contributed|pledged | 捐(?:了|款|赠)* | 寄付|寄贈 | 기부|후원
order take | order(?:s|ed)?|bought|buys|purchased | 订(?:了|购)?|买(?:了|走)?|下单(?:了)?|购买(?:了)? | 注文|買っ|購入|発注 | 주문|샀|구매|구입
delivery take | deliver(?:s|ed)?|shipped | 送(?:货|到|了)+|发货(?:了)?|交货 | 配達|納品|出荷|届け | 배송|납품|배달
treatment take | treat(?:s|ed)?|vaccinat(?:es?|ed)|checked|examined|had|got | 治疗(?:了)?|打(?:了)?疫苗|接种(?:了)?|看(?:了)?病|做了|打了 | 治療|接種|施術|通院|受け | 치료|접종|시술|진료|받았
grooming take | groom(?:s|ed)?|washed|trimmed|bathed | 美容(?:了)?|洗(?:了)?澡?|剪(?:了)?毛? | トリミング|シャンプー|カット | 미용|목욕
feeding take | fed|feeds?|gave | 喂(?:了|过)? | 餌|エサ|えさ|ごはんをあげ | 먹이|밥(?:을)?\\s?[줬주]|급여
walk take | walk(?:s|ed)? | 遛(?:了)?|散步(?:了)? | 散歩 | 산책
lesson take | had|took|taught|attended|came | 上(?:了|过)?课?(?:了)?|练(?:了)? | 受け|レッスン|指導 | 레슨|수업|받았|배웠
practice take | practi[sc](?:es?|ed|ing)|rehearsed|played | 练(?:习|了)*|排练(?:了)? | 練習|稽古|リハ | 연습
harvest take | harvest(?:s|ed)?|picked|collected | 收(?:获|了|割|采)+|采(?:了|收) | 収穫|採れ|とれ | 수확|땄|거뒀
cooking take | cook(?:s|ed)?|made|makes|bak(?:es|ed)|prepared | 做(?:了|过)?|煮(?:了)?|烤(?:了)? | 作っ|作り|料理|焼い | 만들|요리|해\\s?먹
match take | play(?:s|ed)?|won|lost|beat|drew|scored | 赢(?:了)?|输(?:了)?|打(?:了)?|踢(?:了)? | 勝っ|勝ち|負け|試合|引き分け | 이겼|졌|비겼|경기
meeting take | met|meets?|called|talked|spoke|saw | 见(?:了|过)?|拜访(?:了)?|聊(?:了)?|通话(?:了)?|面谈(?:了)? | 会っ|会い|面談|商談|打ち合わせ|電話し | 만났|상담|미팅|통화
`
const rows = TELLINGS.trim()
  .split('\n')
  .map((line) => {
    const [head = '', en = '', zh = '', ja = '', ko = ''] = line.split(/\s\|\s/).map((part) => part.trim())
    const [kind = '', way = ''] = head.split(' ')
    return { kind, way: way as Way, words: { en, zh: foldHan(zh), ja: foldHan(ja), ko } as Record<Language, string> }
  })
const compiled = new Map<string, RegExp>()
function patternOf(kind: string, way: Way, language: Language): RegExp | undefined {
  const key = `${kind} ${way} ${language}`
  const known = compiled.get(key)
  if (known) return known
  const words = rows.find((row) => row.kind === kind && row.way === way)?.words[language]
  if (!words) return undefined
  const made = new RegExp(language === 'en' ? `\\b(?:${words})\\b` : `(?:${words})`, 'u')
  compiled.set(key, made)
  return made
}

export type Told = { way: Way; start: number; end: number }
/** The way in which a folded text tells of this kind of happening; what ends or denies it before what begins it. */
export function tellingOf(low: string, kind: string, language: Language): Told | undefined {
  for (const way of ['back', 'owe', 'miss', 'give', 'take'] as const) {
    const found = patternOf(kind, way, language)?.exec(low)
    if (found) return { way, start: found.index, end: found.index + found[0].length }
  }
  return undefined
}
/** As it is asked for: "did Tom pay", "has Mina borrowed", 借りてる, 交了吗. */
const BARE: Partial<Record<string, RegExp>> = {
  payment: /\bpay\b/,
  loan: /\b(?:borrow|lend|return)\b|借|返|빌리|빌려/,
  attendance: /\b(?:attend|come|present|absent)\b|来|오지/,
  visit: /\b(?:visit|come)\b|来|오지/,
  grade: /\b(?:get|score)\b/,
  hours: /\b(?:work|hours)\b/,
  cooking: /\b(?:make|cook)\b/,
  feeding: /\bfeed\b/,
  donation: /\b(?:give|donate)\b/,
  lesson: /\b(?:have|take)\b/,
}
export const asksOf = (low: string, kind: string, language: Language): boolean =>
  tellingOf(low, kind, language) !== undefined || (BARE[kind]?.test(low) ?? false)
