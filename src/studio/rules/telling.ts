/**
 * What only tells of the person before they ask: 我教钢琴, 看護師です, 少年野球のコーチ用に. It names no app and no quality; what it
 * says they do may name the app where the wish itself does not. Chinese and Japanese, where no capital or article parts
 * a clause from a noun.
 */
import type { Language } from '../../spec.ts'
import type { Phrase } from './split.ts'

/** Whose affairs are told of, at the beginning. */
const TELLS_ZH =
  /^(?:我|我们|咱们?|我家|家里|家中|本人|老婆|老公|孩子|小孩|女儿|儿子|爸妈|父母|我妈|我爸|公司|单位|班里|店里|最近|平时|现在|今年|去年|刚|刚刚|因为|由于|每次都|总是|一直|老是)(?!的(?:记录|清单|[^,]{1,4}(?:表|本|日记|日志)))/
const ASKS_ZH =
  /想|要(?=记|看|管|有|做|建|弄|知道|统计|一个|个|把|能)|帮|求|请|需要|希望|能不能|能否|可不可以|记(?!得|者|忆|性)|管理|整理|统计|规划|安排|打卡|提醒|给我|[做弄建搞来列][个一张份]|[表单账]$|清单|记录|日志|日记|计划|预算|倒计时/
/** A predicate: 孩子钢琴考级练习 is a noun, and what it is about. */
const IS_SAID_ZH =
  /^(?!(?:我|我们|孩子|家里|公司)的)(?=.*(?:[了着过是会]|(?<![现存])在(?!线)|喜欢|爱上|迷上|[教养练带开玩种当弹卖拍打住](?![程生育习本单表])|学(?![习校生期费分])|上(?:班|小学|初中|高中|大学|学)|老是|总|很|太|刚|要|准备|马上|快|有(?!没)|没|不))/
const TELLS_JA =
  /(?:です|ます|ました|でした|ている|てる|てた|でる|たばかり|になった|始めた|はじめた|なんだ|だよ|んだ|っす)(?:が|けど|けれども?|ので|から|し|んですが|んだけど|ん?です|よ|ね)?$|(?:ので|んだけど|んですが|のですが|けど)$/
const FOR_JA = /(?:用に|のために|向けに|として|の(?:都合|関係)で)$/
const ASKS_JA =
  /たい|ほしい|欲しい|ください|下さい|お願い|おねがい|頼(?:む|み)|作って|必要|管理|記録|記帳|希望|できれば|助か|くれ|まとめ|教えて|一覧|リスト|計画|カウントダウン|までに|あと何/

function tells(said: string, language: Language): boolean {
  if (language === 'zh')
    return said.length >= 3 && TELLS_ZH.test(said) && IS_SAID_ZH.test(said) && !ASKS_ZH.test(said) && !/有《|[?？]$/.test(said)
  return language === 'ja' && ((TELLS_JA.test(said) && !ASKS_JA.test(said)) || FOR_JA.test(said))
}

const DOING_ZH =
  /(?:养|教|学|练|做|开|玩|种|带|当|跑|弹|卖|写|拍|收集|经营|打|迷上|喜欢)(?:了|过|着)?(?:[一二两三四五六七八九十百\d多几]+[个只箱盆条家间门班辆台头群份本把]|[个只家])?([\u4e00-\u9fff]{1,6})$/
const DOING_JA =
  /(?:^|[でにはが、])((?:子ども|子供|こども)?[\p{Script=Han}\p{Script=Katakana}ー々]{1,10}|[ぁ-わん]{2,6}(?=を))を?(?:やって|して|飼って|育てて|習って|教えて|始めて|経営して|運営して|集めて|つくって|作って|始めました|はじめました|始めた|はじめた)/u

/** What they say they do: 蜜蜂 of 我养了二十多箱蜜蜂, 養蜂 of 趣味で養蜂をやってます. */
function doing(said: string, language: Language): string {
  const trade = language === 'ja' ? TRADE_JA.exec(said)?.[1] : undefined
  if (trade) return trade
  if (language === 'ja' && FOR_JA.test(said)) return said.replace(FOR_JA, '').replace(/の[^の]{1,5}$/, '')
  return (language === 'zh' ? DOING_ZH : DOING_JA).exec(said)?.[1] ?? ''
}

/** 小さなパン屋です: the trade itself. */
const TRADE_JA =
  /([\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:屋|店|教室|サロン|工房|農家|農園|塾|園|会社))(?:です|を(?:やって|して|経営して|営んで))/u

export type Told = { phrases: Phrase[]; setting: string; told: boolean }

/** The phrases from the first that asks for something, and what was told before it. All of them where nothing asks. */
export function withoutTelling(phrases: readonly Phrase[], language: Language): Told {
  if (language !== 'zh' && language !== 'ja') return { phrases: [...phrases], setting: '', told: false }
  let from = 0
  let setting = ''
  while (from < phrases.length - 1 && standsAlone(phrases, from, language) && tells(phrases[from]!.text, language)) {
    setting ||= doing(phrases[from]!.text, language)
    from++
  }
  // 最近外卖点太多了,想管一管: only what was told names anything.
  if (!from || BARE_WISH.test(phrases[from]!.text)) return { phrases: [...phrases], setting, told: false }
  const { sentence } = phrases[from]!
  return {
    phrases: phrases.slice(from).map((one, at) => ({ ...one, sentence: one.sentence - sentence, ...(at ? {} : START) })),
    setting,
    told: true,
  }
}
const BARE_WISH =
  /^(?:我?[想要]|打算|需要|希望)*(?:(.)一?\1|记录?(?:一下|下来?)|管理?(?:一下|起来)|控制(?:一下)?|整理(?:一下)?|统计(?:一下)?)(?:吧|一下)?$|^(?:記録|管理|整理)(?:を)?(?:し|でき)?(?:たい|てほしい|てください)(?:です)?$/u
const START = { after: 'start' as const }

/** No first of a list: 我上白班、小夜、大夜 tells nothing by itself. Japanese has one mark for clauses and lists. */
const standsAlone = (phrases: readonly Phrase[], at: number, language: Language): boolean => {
  const after = phrases[at + 1]?.after
  return phrases[at]!.head === undefined && (after === 'start' || after === 'comma' || (after === 'mark' && language === 'ja'))
}
