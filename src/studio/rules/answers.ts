/**
 * Of which kind the answer to a question is, by its grammar alone: the question word where there is one, yes or no where
 * there is none. “had I eaten”, 付没付, また行くか, 입금했나: each a yes or a no, of things nobody listed. Pure.
 */
import { foldHan } from '../../base/language/han.ts'
import type { Language } from '../../spec.ts'

type Form = readonly [is: RegExp, kind: string]

const FORMS: Record<Language, readonly Form[]> = {
  en: [
    [/^how long (?:ago|is|was the|are)\b/i, 'text'],
    [/^how long\b/i, 'duration'],
    [/^how many (?:hours|minutes|mins)\b/i, 'duration'],
    [/^how many\b/i, 'num'],
    [
      /^how (?:bad|sore|hard|easy|sure|happy|tired|well|good|strong|painful|confident|busy|hot|spicy|tasty|bored|stressed|worried|full)\b/i,
      'rating',
    ],
    [/^when\b/i, 'date'],
    [/^who\b/i, 'person'],
    [/^(?:did|do|does|is|are|was|were|had|has|have|can|could|will|would|whether|if|am)\b(?!.* or (?!not\b)\w)/i, 'yesno'],
    [/\b(?:or not|y\/n|yes or no)$/i, 'yesno'],
  ],
  zh: [
    [/^(?:没|沒).{1,4}$/, 'yesno'],
    [/什么[时時]候|何[时時]|哪[天日]|几月几/, 'date'],
    [/几[点點](?!了)/, 'time'],
    [/什么|[啥咋]|怎么|为何|哪(?!里|儿|裡)/, 'text'],
    [/多久|多[长長][时時][间間]|几个?(?:小时|分钟)/, 'duration'],
    [/多少[钱錢]/, 'money'],
    [/^(?:是)?[谁誰](?!.*(?:没|不))|[跟和]谁|谁.{1,4}的?$/, 'person'],
    [/([好难易辣甜咸酸苦香鲜油腻脆软硬痛疼痒累困忙贵吵热冷高快慢深浓大重美])不\1/, 'rating'],
    [/(.)[没不沒]\1|有[没無无][有]?|[没沒](?:有)?[?？]?$|[吗嗎][?？]?$|^(?:是否|要不要|能否|可否)/, 'yesno'],
    [/^多(?:疼|痛|累|难|辣|甜|困|忙|开心|难受|舒服)/, 'rating'],
    [/哪[里儿裡]|在哪/, 'place'],
  ],
  ja: [
    [/^(?:いつ|何日)(?!も)/, 'date'],
    [/^何時(?!間)/, 'time'],
    [/何時間|何分|どのくらい(?:続|かか|やっ|した|寝|時間)|どれくらい(?:続|かか|やっ|した|寝|時間)/, 'duration'],
    [/いくら/, 'money'],
    [/^(?:何|なに|なん)[をがに]|^どう(?!か)|^なぜ/, 'text'],
    [/^(?:誰|だれ)/, 'person'],
    [/^どこ/, 'place'],
    [/^何[回杯個本枚冊人匹点話歩頁]/, 'num'],
    [/^(?!.*(?:何|いくら|どこ|誰|だれ|いつ|どの|どれ|どう(?!か)|どっち|どちら)).{2,}か(?:どうか|否か)?$/, 'yesno'],
  ],
  ko: [
    [/^언제(?!나)/, 'date'],
    [/^(?:뭐|뭘|무엇|무슨|어떤|왜|어떻게)|[ ](?:뭐|뭘|무슨|어떤|왜) /, 'text'],
    [/몇 ?시(?!간)/, 'time'],
    [/몇 ?(?:시간|분)(?!위)|얼마나 ?(?:오래|걸[렸리]|[갔가][는은]?지|지속|[했잤있뛰걸놀쉬일공]|갔)/, 'duration'],
    [/얼마나/, 'rating'],
    [/얼마/, 'money'],
    [/^누[구가]/, 'person'],
    [/^어디/, 'place'],
    [/몇 ?[가-힣]/, 'num'],
    [
      /^(?!.*(?:언제|어디|누구|누가|무엇|무슨|어떤|어떻게|얼마|왜|뭐|뭘|몇)).{2,}(?:는지|은지|인지|했지|을지|[갈할볼될쓸올살]지|[었았했됐났]나|했니|는가|을까|[갈할볼]까|건지|여부|유무)$/,
      'yesno',
    ],
  ],
}

/** undefined where it asks nothing. */
export function answerOf(label: string, language: Language): string | undefined {
  const said = language === 'zh' ? foldHan(label.trim()) : label.trim()
  return FORMS[language].find(([is]) => is.test(said))?.[1]
}
