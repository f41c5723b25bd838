/**
 * Whether a message tells of somebody rather than wishing for anything: "I keep bees", 雨が降ると膝が痛い, 我养蜜蜂, 나는 벌을 키워.
 *
 * A telling sentence has a subject and a predicate; a wish may be put as one too ("I keep forgetting to water them", "we
 * never know who owes whom"), so every word of need, lack or repetition is looked for first. Read by form, with no list
 * of what may be told.
 */
import type { Language } from '../../spec.ts'
import type { Signals } from './signals.ts'

/** What is needed, missing, wrong, or to come again and again: said of something that an app could mend. */
const NEEDS: Record<Language, RegExp> = {
  en: /\b(?:want|wanna|need|wish|would like|would love|like to|love to|hope to|hoping|plan(?:ning)? to|try(?:ing)? to|trying|must|have to|has to|got to|gotta|should|supposed|forget|forgets|forgetting|forgot|lose|losing|lost track|keep track|never (?:know|remember|sure)|no idea|not sure|unsure|confus\w*|argue|fight about|struggl\w*|mess|muddle|chaos|miss(?:ing)? (?:my|the|our)|run(?:ning)? out|can'?t (?:remember|keep|find|tell|decide)|cannot (?:remember|keep|find|tell|decide)|let'?s|please|remind|track|tracker|log|record|list|plan|schedule|app|budget|goal|target|limit|each|every|daily|weekly|monthly|per|split|share|owe|owes|too much|too many|when to|what to|how (?:much|many|long|often))\b|'d (?:like|love)\b/,
  zh: /想(?!起|到)|需要|帮|做[个一份]|做成|记录|记账|记下|记一|管理|提醒|追踪|跟踪|规划|计划|统计|整理|安排|每[天日周月年次个]|天天|老是|总是|经常|忘|分摊|平摊|清单|列表|表格|应用|小程序|最多|不超过|目标|预算|怎么|哪|谁|多少|几[个次点]|别|请|给我|希望|要(?!去|是|来|飞|回|开学|结婚|毕业|到)|得(?=记|算|管|买|背|复习)/,
  ja: /たい|ほしい|欲し|ください|下さい|ないと|なきゃ|なければ|ねば|必要|べき|忘れ|わから|分から|迷|困|管理|記録|メモ|リスト|一覧|アプリ|帳|表に|予定|計画|目標|予算|上限|まで(?:に|で)|以内|毎[日週月朝晩回年]|ごと|いつも|割り勘|分担|作っ|作り|作る|つけ|まとめ|くれ|もらえ|お願い|たら教え|どれ|どの|誰|だれ|いくら|何[回個時人]/,
  ko: /좋겠|싶|해 ?줘|줘|주세요|줄래|만들|필요|해야|어야|아야|야 ?해|야 ?돼|까먹|잊|잃어|헷갈|모르겠|모르|관리|기록|정리|적어|메모|목록|리스트|알림|알려|앱|가계부|표로|계획|일정|목표|예산|한도|이내|매[일주월년]|마다|자꾸|맨날|항상|(?<!오)늘\s|나눠|나누|정산|할래|하자|부탁|누가|얼마|언제|어떤|몇/,
}

/** That something be kept or made, said outright: whatever is told beside it, this is a wish. */
const KEEPS: Record<Language, RegExp> = {
  en: /\b(?:want|like|need|help me)(?: to)? (?:track|log|record|keep track|note down|manage|organi[sz]e)\b/,
  zh: /想要?(?:记|管|统计|整理|做[个一]|弄[个一]|有[个一])|(?:帮|给)我(?:记|管|做[个一]|弄[个一]|建[个一]|列|排|整理|统计)/,
  ja: /(?:記録|管理|メモ|整理|集計|把握|リスト化)(?:を)?(?:し|でき|して|してお)[^。]{0,4}(?:たい|ほしい|ください|よう|る)|(?:つけ|付け|まとめ|残し|書き)(?:たい|ておきたい|てほしい)/,
  ko: /(?:기록|관리|정리|메모)(?:을|를)?\s?(?:하고 싶|해 ?줘|할래|하려고|하자)/,
}
export const wishesToKeep = (language: Language, low: string): boolean => KEEPS[language].test(low)
/** Asked or to be known, not told of somebody: "see who paid", "which is next"; "a niece who plays" only says which niece. */
const ASKS_WHO = /(?:^|[,;:.] ?|\b(?:and|know|knows|see|seeing|remember|tell|track|of|on|about|out|decide|settle) )(?:who|which|whose)\b/
/** What was done, with no subject before it: "texted my brother", "just got home". */
const EN_DID =
  /^(?:just |finally |already |only |also )*(?:(?!need|feed|speed|seed|weed|bed|red|shed|based|used|related|mixed|fixed|limited|shared|united)[a-z]{2,}ed|went|met|saw|got|had|made|ate|took|gave|told|found|lost|left|came|ran|slept|drove|flew|wrote|spoke|heard|felt|won|broke|fell|sent|caught|sang|swam|rang) (?:(?:with|to|at|from|back|home|out|up|off|a|an|the|my|our|his|her|their|some|all|really|so|very|about)\b)/
/** A second sentence that asks for a thing to be made: "I'm revising birds. cards with …". */
const EN_WISH_AFTER =
  /[.!?]\s+(?:so |and |please |maybe |just )?(?:(?:an? |some |the |my )?(?:flash ?)?(?:cards?|app|list|log|tracker|table|chart|planner|calendar|board|timer|quiz|diary|journal)\b|show|test|quiz|let|give|help|make|keep|note|tell|ask|put|tick)/

/** 你觉得我该不该换工作: advice is asked for, and no app. */
const ADVICE: Record<Language, RegExp> = {
  en: /^(?:how (?:do|can|should|would|could) (?:i|you|we|one)|how to|what should i|should i)\b(?!.*\b(?:undo|log|export|import|this app|in here|have|spend|owe)\b)/i,
  ko: /어떻게\s.{0,16}(?:해야|하지|하나요|할까|빼|없애|고쳐).{0,6}[?？]?$|좋을까(?:요)?[?？]?$/,
  zh: /^(?:你|您)(?:觉得|认为|说|看)(?!.*(?:还是|或者)).{2,}|(?:该不该|应不应该|是不是该|要不要).{1,12}[?？。]?$|(?:什么时候|怎么|哪里).{1,10}(?:比较好|最好|合适|好呢?)[?？。]?$/,
  ja: /(?:べき(?:かな|ですか|でしょうか|か)|どう思(?:う|います)か?|どうすればいい.{0,4}|した方がいい(?:かな|ですか|のかな)|たらいい(?:かな|ですか))[?？。]?$/,
}
export const asksAdvice = (language: Language, text: string): boolean => text.length <= 60 && ADVICE[language].test(text.trim())

/** Adverbs before the subject say nothing of what kind of sentence it is. */
const EN_BEFORE =
  /^(?:(?:well|so|oh|hey|hi|hello|btw|by the way|actually|and|but|today|yesterday|tonight|now|lately|recently|last \w+|this \w+|ever since [\w ]+|since \w+)\b[,!.]?\s+)*/
const EN_PRONOUN = /^(?:i|we|he|she|they|it|there|that|this)(?:'(?:m|s|re|ve|d|ll)\b|\s+(?!and\b|or\b|,)[a-z]+)/
/** A noun is a subject only before what is a verb for certain: plural nouns look like verbs. */
const EN_NOUN =
  /^(?:(?:my|our|his|her|their|the)\s+(?:[\w-]+\s+){0,3}?[\w-]+|[\w-]+(?: and (?:i|my [\w-]+|[\w-]+))?)(?:'s\s+(?:an?|the|in|at|on|not|been|got|called|\w+ing)\b|\s+(?:is|are|was|were|am|isn'?t|aren'?t|wasn'?t|has|have|had|hasn'?t|haven'?t|does|doesn'?t|did|didn'?t|can'?t|won'?t|will|got|went|came|made|took|said|told|met|fell|broke|left|began|became|grew|felt|hates?|loves?|likes?|lives?|works?|plays?|speaks?|teaches|studies|hurts?|aches?|goes|comes|runs|eats|drinks|sleeps|wakes|snores|barks|sings|thinks|says|knows|calls|(?!need)[a-z]{2,}(?:[^e]ed))\b)/

const ZH_SUBJECT =
  /^(?:(?:今天|昨天|前天|刚才|刚刚|现在|最近|去年|今年|上周|上个?月|下周|下个?月|这几天|其实|对了|那个|嗯|哎|唉)[,， ]?)*(?:我|咱|他|她|它|俺|(?:这|那)[个只条])(?!的?[^，,。]{0,8}(?:表|单|本|册|账|日记|日志|记录)$)/
const ZH_STATE =
  /(?:疼|痛|累|困|饿|渴|冷|热|烦|开心|难过|高兴|舒服|生气|下雨|下雪|生病|感冒|发烧|失眠)(?:死|坏|极)?(?:了|啊|呀|哦|的)?[。.!！~～]*$/

const JA_PREDICATE =
  /(?:です|でした|ます|ました|ません|ませんでした|ている|ていた|てる|てた|であった|だった|だ|った|いた|した|きた|んだ|いだ|痛い|疲れた|眠い|寒い|暑い|辛い|嬉しい|楽しい|悲しい|しい|くない)(?:よ|ね|な|わ|の|んです|けど)*[。.!！~〜]*$/
const JA_PARTICLE = /[はがをにで]|も/

const KO_PREDICATE = /(?:니다|[가-힣]요|거든|[어아여해워와가려야네다]|음|임|슴|함)[.!~]*$|(?:지|네|다|라|군|구나)\s?[ㅋㅎㅠㅜᄏ휴ᅮ~!]+$/
const KO_PARTICLE = /(?:은|는|엔|이|가|을|를|에서|에|로|으로|의|도|께서|랑|하고)(?=\s)|^(?:오늘|어제|요즘|지금|너무|정말|진짜)\s/

const TELLS: Record<Language, (low: string, text: string) => boolean> = {
  en: (low) => {
    const said = low.replace(EN_BEFORE, '')
    return EN_PRONOUN.test(said) || EN_NOUN.test(said) || EN_DID.test(said)
  },
  zh: (_, text) => ZH_SUBJECT.test(text) || ZH_STATE.test(text),
  ja: (_, text) => JA_PREDICATE.test(text) && JA_PARTICLE.test(text),
  ko: (_, text) => KO_PREDICATE.test(text) && KO_PARTICLE.test(text),
}

/** A colon, or several parts side by side: an enumeration of what is to be kept. */
const LISTING = /[:：]\s?\S|[,，、・/].*[,，、・/]|\n/

export function tellsOfSelf({ reading, low, question, bounds, rhythms, figures, has, ctx }: Signals): boolean {
  // 土日は実家に帰ってます: a habit of one's own; what wishes for anything is found by its words.
  const regular = rhythms > 0 && !(reading.language === 'ja' && /(?:てる|ている|てます|ています)[。.!]?$/.test(reading.text))
  if (question || bounds > 0 || regular || has('build') || LISTING.test(reading.text)) return false
  if (
    reading.language === 'en' &&
    (ASKS_WHO.test(low) || EN_WISH_AFTER.test(low) || (EN_DID.test(low) && (figures > 0 || ctx.open !== null)))
  )
    return false
  return !NEEDS[reading.language].test(low) && TELLS[reading.language](low, reading.text)
}
