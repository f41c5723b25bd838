/** What speaks for which family of apps, and how much. */
import type { Family, Mention } from '../../base/concepts/types.ts'
import type { Cue } from '../rules/cues.ts'
import type { Bound, Frame } from './types.ts'

/** Independent pieces of evidence: 1 - product of what each leaves open. */
const PATTERNS: [Family, RegExp, number][] = [
  // Said first of all: something is to be worked out from the figures named after it.
  [
    'calculator',
    /^(?:please |can you |i (?:want|need) (?:something )?to |help me )*(?:work(?:s|ing)? out|calculate|figure out|tell me) (?:how (?:much|many|long)|my|the|what)\b[^:.?]{0,50}[:?]|^how (?:much|many|long) [a-z][^:.?]{3,50}[:?] ?[a-z][^.?]*,/,
    0.97,
  ],
  // "Every day: make the bed, walk": what is to be done again and again.
  [
    'habit',
    /^(?:my )?(?:every|each) (?:single )?(?:day|night|morning|evening)s?\s?[:–-]|^(?:daily|nightly|morning|evening) (?:things|tasks|jobs|list|routine)\s?[:–-]/,
    0.95,
  ],
  ['trip', /\d\s?(?:泊|박)\s?\d\s?(?:日|일)|[一二两三四五六\d][天日][一二两三四五六\d][夜晚]|去.{2,6}(?:玩|[一二两三四五六七\d]天)/, 0.85],
  ['trip', /\d日(?:间|間).{0,12}(?:预算|予算)|(?:预算|予算).{0,12}\d日(?:间|間)/, 0.8],
  [
    'timesheet',
    /\bhours\b.*\b(?:an hour|per hour|hourly)\b|(?:출근|퇴근|알바|근무).*시급|시급.*(?:일당|월급|급여)|(?:上班|下班|兼职|打工).*时薪|(?:出勤|退勤|バイト|勤務).*時給/,
    0.95,
  ],
  [
    'timesheet',
    /\b(?:start|began|from|clock in)\b.{0,40}\b(?:end|finish|until|clock out)\w*\b.{0,60}\b(?:an|per) hour\b|开始.{0,12}结束.{0,20}时薪|開始.{0,12}終了.{0,20}時給|시작.{0,12}종료.{0,20}시급/,
    0.97,
  ],
  [
    'converter',
    /\b(?:fahrenheit|celsius|miles|kilomet(?:er|re)s|km|pounds|lbs?|kilos?|kg|ounces|oz|grams|inches|cm|feet|met(?:er|re)s|cups|ml|gallons|lit(?:er|re)s|stones?|acres|hectares)\b (?:to|into|<->|-|vs) (?:fahrenheit|celsius|miles|kilomet(?:er|re)s|km|pounds|lbs?|kilos?|kg|ounces|oz|grams|inches|cm|feet|met(?:er|re)s|cups|ml|gallons|lit(?:er|re)s|stones?|acres|hectares)\b/,
    0.95,
  ],
  [
    'converter',
    /(?:ml|cm|kg|km|cc|oz|리터|그램|킬로|파운드|마일|인치|온스|컵|스푼|평|제곱미터|화씨|섭씨|미터|시간|달러|엔)(?:을|를)?\s?(?:[a-z가-힣]+\s)?(?:ml|cm|kg|km|cc|g|oz|리터|그램|킬로|파운드|마일|인치|온스|컵|평|제곱미터|화씨|섭씨|미터|분)?으?로\s?(?:바꿔|바꾸|환산|변환)/,
    0.97,
  ],
  [
    'timer',
    /\b\d+[- ]?(?:min(?:ute)?|sec(?:ond)?)s?\b[^.;]{0,40}\b\d+[- ]?(?:min(?:ute)?|sec(?:ond)?)s?\b[^.;]*\b(?:rounds?|times|repeat\w*|over and over|on and off|off|alternat\w*|bell|beep\w*|chime|loop\w*)\b|\b(?:bell|beep|chime|gong|buzzer)s?\b.{0,30}\b(?:min(?:ute)?|sec(?:ond)?|hour)s?\b/,
    0.93,
  ],
  [
    'savings',
    /\b(?:put(?:ting|s)?|set(?:ting)?) (?:(?:some |a bit of |a little )?(?:money|cash|a bit|something|it) )?(?:aside|away|by) (?:for|every|each|until|money|to)\b|\b(?:saving|save) (?:up )?(?:for|towards)\b|\bsav(?:e|ing)\b.{0,40}\bby [a-z0-9]/,
    0.9,
  ],
  [
    'decision',
    /\b(?:pick|choose|choosing|picking|decide|deciding|compare|comparing) (?:on |between |among )?(?:an?|our|my|the|which|what) [^:.;]{2,40}:/,
    0.92,
  ],
  ['intake', /\b(?:eye|ear|nose) drops\b|\binhalers?\b|\bointment\b|\binsulin\b.*\b(?:times|units)\b/, 0.9],
  ['savings', /\b(?:want|need|aim\w*|trying) (?:to (?:have|get|reach|raise) )?[£$€]\s?\d[\d,.]*k? (?:for|towards|by)\b.{0,60}\bby \w/, 0.9],
  ['flashcards', /\b(?:on )?(?:one|the front) side\b.{0,60}\b(?:the )?(?:other|back)(?: side)?\b/, 0.95],
  ['flashcards', /\bcards?\b.{0,60}\b(?:front|back)\b/, 0.95],
  ['split', /\bwho (?:pays?|has to pay|should pay)(?: back)? (?:who|whom)\b|\bwho (?:pays?|gets) back\b/, 0.95],
  [
    'habit',
    /\b(?:tick|check|cross|mark)(?:s|ing)?(?: it| them)? off (?:each|every|the)\b|\btick (?:each|every)\b|\b(?:stop|quit|quitting|give up|giving up) (?:smoking|vaping|drinking|\w+ing)\b/,
    0.85,
  ],
  [
    'mealplan',
    /\b(?:week(?:ly|'s)?|plan\w*)\b.{0,16}\b(?:dinners?|lunch(?:es)?|meals?|suppers?)\b|\b(?:dinners?|lunch(?:es)?|meals?|suppers?)\b.{0,12}\bplan/,
    0.8,
  ],
  [
    'decision',
    /(?:候补|选択肢)(?:は|:).{2,80}基准(?:は|:)|基准(?:は|:).{2,80}候补(?:は|:)|(?:候选|备选)(?:有|是|:).{2,80}(?:标准|看重)|标准(?:有|是|:).{2,80}(?:候选|备选)/,
    0.95,
  ],
  [
    'chores',
    /(?:皿洗い|掃除|掃[き除]|洗[濯濯]|ゴミ|料理|風呂|家事|水やり|散歩).{0,30}(?:順番|顺番|交代|当番|持ち回り)|(?:轮流|轮着).{0,12}(?:洗|扫|拖|倒|做饭|打扫|遛|浇)/,
    0.9,
  ],
  // What one wants to do every day, several things of it.
  [
    'habit',
    /^i(?:'d| would| really)* (?:want|need|like|am trying|try) to [a-z][a-z ]{2,30}(?:, [a-z][a-z0-9 ]{2,30})*,? (?:and|&) [a-z][a-z0-9 ]{2,30} (?:every|each) (?:single )?(?:day|night|morning|evening)\b/,
    0.96,
  ],
  ['chores', /\b(?:who'?s|whose) turn\b|轮到谁|該誰|誰の番|누구 ?차례|누가 할 ?차례/, 0.93],
  ['packing', /짐 ?(?:을 |도 )?(?:싸|쌀|챙|빠뜨)|챙겼는지|(?:챙길|가져갈) ?(?:거|것|물건)/, 0.9],
  ['score', /(?:合计点?|得点|点数|スコア|ポイント).{0,6}(?:顺位|ランキング|竞)|(?:总分|得分|分数|积分).{0,4}(?:排名|名次)/, 0.85],
  ['checklist', /打[勾钩]|勾掉|划掉|チェックを(?:入れ|つけ)/, 0.86],
  ['inventory', /药箱|救急箱|急救箱|常备药/, 0.97],
  ['split', /\bwho owes (?:who|whom|what)\b|\b(?:shar|split)ing (?:the |our )?(?:bills|costs|expenses)\b/, 0.9],
  [
    'split',
    /\bwho (?:has )?paid (?:for )?what\b|\bsettle (?:up|the bill|things)\b|谁付了|谁垫|誰が(?:払|立て替え)|누가 (?:냈|계산|결제)/,
    0.95,
  ],
  ['trip', /\bdays? (?:in|around|across|through|thru) (?!a row|the)\w{3,}/, 0.7],
  [
    'converter',
    /(?:英里|公里|米|厘米|英寸|英尺|磅|公斤|斤|克|盎司|升|毫升|加仑|华氏度?|摄氏度?|平方米|坪|亩)(?:换成|转成|变成|换)(?:英里|公里|米|厘米|英寸|英尺|磅|公斤|斤|克|盎司|升|毫升|加仑|华氏|摄氏|平方米|坪|亩)/,
    0.95,
  ],
  ['decision', /(?:选|买|去|学).{1,10}还是/, 0.8],
  ['decision', /고민.{0,40}(?:중에|따져)|(?:중에서?|가운데).{0,30}(?:따져|비교|고려)/, 0.9],
  ['decision', /\b(?:vs\.?|versus)\s|还是.{0,20}(?:打分|比较|对比|选)|どっちが(?:いい|良い|得|お得|安|好)|어느 (?:쪽|게)/, 0.8],
  ['savings', /\bsav(?:e|ing) (?:up )?[$€£¥]?\d|存(?:够|到|下)?\d|\d+.{0,4}(?:を|円)?(?:貯め|贮め)|(?:모으|모아|모을)/, 0.9],
  ['intake', /\bdrink (?:\d|more|enough)|喝\d+.{0,3}(?:杯|毫升|升)|飲む.{0,4}水|물.{0,6}마시/, 0.85],
  ['measurements', /\bmy weight\b|\blose \d+ ?(?:kg|lb|pounds|kilos)/, 0.7],
  [
    'decision',
    /\bwhich .{2,30} (?:to \w|should\b)|选哪[个款台]?|哪[个款台辆套].{0,4}(?:更?好|合适|值得)|(?:买|选).{1,6}(?:对比|比较)|どの.{1,10}(?:にする|を買|を選)|どっちの|어느 .{1,10}(?:살|고를|갈)|어떤 .{1,10}(?:살|고를|갈)/,
    0.6,
  ],
  [
    'loan',
    /\b(?:lent|lend|borrowed|owes?|owed) (?:to |from )?(?:me|money|friends|people)\b|\b(?:money|cash) (?:that )?(?:i|we)(?:'ve| have)? (?:lent|lend|borrowed|owe)\b|\bwho (?:i|we) owe\b|\bious?\b|\bdebts (?:between|with|to|from|of)\b|借给|借出去的钱|欠我|[貸贷]したお金|借りたお金|[貸贷]し借り|いくら[貸贷]|お金を?[貸贷]|빌려준 돈|빌린 돈|돈(?:을)? 빌려[준줬간갔]/,
    0.9,
  ],
  [
    'habit',
    /빼먹|거른 날|안 한 날|\b(?:days i (?:miss|skip)(?:ped|ed)?|missed days?)\b|漏掉的|没做的(?:天|日子)|サボった|やらなかった日/,
    0.9,
  ],
  ['intake', /\d\s?k?cal\b|千卡|大卡|キロカロリー|칼로리/, 0.9],
  ['workout', /\b(?:km|miles|kilometers) (?:i )?(?:run|ran|walked|cycled)/, 0.7],
  // What went well today, written down, is a diary.
  [
    'journal',
    /(?:良かった|よかった|嬉しかった|うれしかった|楽しかった|感[謝谢]した|感[謝谢]する|ありがたかった|できた|[頑顽][張张]った)(?:こと|事|点)|(?:开心|感恩|感谢|感激|美好|快乐|幸福|高兴|值得记住|做得好)的?(?:[一二三四五几两\d][件个])?的?(?:小?事情?|瞬间|时刻)|\b(?:good|nice|happy|positive) things\b|\bthings? (?:that |which )?(?:went well|made me (?:happy|smile)|i(?:'m| am) (?:grateful|thankful) for)|(?:좋았던|감사한|감사했던|고마웠던|행복했던|즐거웠던|잘한) (?:일|것|점|순간)/,
    0.85,
  ],
  ['expenses', /\bhow much (?:i|we) (?:spend|spent|pay)|(?:花|转|给|交|付|用)了?多少钱|いくら使|얼마 썼|얼마나 쓰|쓰는 돈|쓴 비용/, 0.85],
]

/** So many cups, or so much of what is eaten and drunk, a day. */
const CUPS = /^(?:glass|cup|mug|drink|pint|beer|coffee|shot|杯|잔|컵)/i
const DOSES = /^(?:mg|g|ml|l|kcal|oz|floz)$/i

export function familiesOf(low: string, cues: readonly Cue[], mentions: readonly Mention[], bounds: readonly Bound[]): Frame['families'] {
  const open = new Map<Family, number>()
  const first = new Map<Family, number>()
  const add = (family: Family, weight: number, at: number) => {
    open.set(family, (open.get(family) ?? 1) * (1 - weight))
    if (!first.has(family) || at < first.get(family)!) first.set(family, at)
  }
  const seen = new Set<string>()
  for (const [family, pattern, weight] of PATTERNS) {
    const at = low.search(pattern)
    if (at >= 0) add(family, weight, at)
  }
  const dose = bounds.find(
    (bound) => bound.per === 'day' && (CUPS.test(bound.unit ?? '') || (bound.what === 'quantity' && DOSES.test(bound.unit ?? ''))),
  )
  if (dose) add('intake', 0.9, dose.start)
  for (const cue of cues) {
    const once = `${cue.family} ${cue.word}`
    if (!seen.has(once)) add(cue.family, cue.weight * (1 + Math.min(cue.word.length, 12) / 200), cue.start)
    seen.add(once)
  }
  for (const mention of mentions) {
    if (mention.score < 0.9) continue
    for (const [family, weight] of Object.entries(mention.concept.suggests ?? {}) as [Family, number][]) {
      if (!seen.has(`c ${mention.concept.id}`)) add(family, Math.min(0.6, (weight ?? 0) * 0.6), mention.start)
    }
    seen.add(`c ${mention.concept.id}`)
  }
  return [...open]
    .map(([family, left]) => ({ family, weight: 1 - left }))
    .sort((a, b) => b.weight - a.weight || first.get(a.family)! - first.get(b.family)!)
}
