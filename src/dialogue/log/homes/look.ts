/** What words look like, with no list of names: a person, a place, a clause that tells something. Pure. */
import type { Language } from '../../../spec.ts'

const KIN =
  /^(?:my |our |the )?(?:mum|mom|dad|mother|father|gran(?:ny|dma|dpa|ddad)?|nana|sister|brother|wife|husband|partner|son|daughter|uncle|aunt(?:ie)?|cousin|boss|me|myself|everyone|us|both)$|^(?:我|自己|[爸妈]+|爸爸|妈妈|老公|老婆|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥?|姐姐?|弟弟?|妹妹?|儿子|女儿|孩子|宝宝|老师|房东|同事|室友|全家)$|^(?:私|僕|俺|自分|お?[父母兄姉祖]さん|お?(?:じい|ばあ|にい|ねえ)(?:さん|ちゃん)|パパ|ママ|父|母|兄|姉|弟|妹|夫|妻|娘|息子|長男|長女|次男|次女|みんな|家族)$|^(?:나|내|저|본인|엄마|아빠|어머니|아버지|할머니|할아버지|누나|언니|오빠|형|동생|남편|아내|딸|아들|아기|막내|첫째|둘째|이모|삼촌|고모|친구|룸메)$/i
const HAN_NAME = /^[小老阿大][\p{Script=Han}]{1,2}$|^[\p{Script=Han}]{1,3}(?:姐|哥|叔|阿姨|老师|先生|女士|师傅|经理|总|教练|医生)$/u
const SURNAME_ZH =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][\p{Script=Han}]{1,2}$/u
const SURNAME_KO =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국][가-힣]{2}(?:님|씨|이)?$/
const NAME_JA = /(?:さん|ちゃん|くん|君|様|先生|先輩)$/

/** 0..1: how much like somebody's name. */
export function personLike(text: string, language: Language): number {
  const bare = text.trim()
  if (KIN.test(bare)) return 1
  if (/\d/.test(bare) || bare.length > 24) return 0
  if (language === 'en')
    return /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|la)){0,3}$/u.test(bare) ? 0.8 : /^\p{L}+$/u.test(bare) ? 0.35 : 0
  if (language === 'zh')
    return HAN_NAME.test(bare)
      ? 1
      : SURNAME_ZH.test(bare)
        ? 0.8
        : /^\p{Script=Han}{2,3}$/u.test(bare)
          ? 0.3
          : /^\p{Lu}\p{L}+$/u.test(bare)
            ? 0.6
            : 0
  if (language === 'ja')
    return NAME_JA.test(bare)
      ? 1
      : /^(?:\p{Script=Han}{1,5}|[\p{Script=Katakana}ー・]{2,12})$/u.test(bare)
        ? 0.4
        : /^\p{Lu}\p{L}+$/u.test(bare)
          ? 0.5
          : 0
  return SURNAME_KO.test(bare)
    ? 0.8
    : /(?:님|씨)$/.test(bare)
      ? 1
      : /^[가-힣]{2,3}$/.test(bare)
        ? 0.4
        : /^\p{Lu}\p{L}+$/u.test(bare)
          ? 0.5
          : 0
}

const PLACE_END =
  /\b(?:street|st|road|rd|lane|avenue|ave|row|close|drive|way|court|house|flat|park|beach|woods?|forest|canal|river|lake|marsh|hill|station|café|cafe|bar|pub|shop|store|market|gym|pool|school|hospital|clinic|church|square|farm|bridge|library|mall|centre|center|garden)s?$|(?:路|街|巷|弄|号|栋|楼|室|小区|花园|苑|公园|湖|河|山|海|水库|店|馆|院|站|市场|超市|广场|中心|学校|医院|大厦|里|村|镇|区|市)$|(?:駅|公園|湖|川|山|海|港|浜|店|館|院|町|丁目|区|市|村|県|通り|橋|島|堤防|敷|センター|スーパー|マンション|アパート|ハイツ|コーポ)$|(?:[가-힣]역|공원|호수|해변|항구|[가-힣]{2}동|[가-힣]{2}구|[가-힣]{2}점|미술관|도서관|체육관|병원|의원|치과|한의원|약국|마트|시장|학교|카페|식당|센터|아파트|빌라|오피스텔|저수지|방파제)$/iu
const NUMBERED_PLACE =
  /^(?:flat|unit|apt|no\.?|room)? ?\d+[a-z]?,? \p{Lu}?\p{L}+|\d+(?:号|栋|楼|室|幢|单元|座|丁目|番地?|号室|동|호|층|번지)|\p{Script=Han}\d{2,4}$|[동로길] ?\d+(?:-\d+)?$/iu
/** 0..1: how much like where something is. */
export const placeLike = (text: string): number => (NUMBERED_PLACE.test(text.trim()) ? 1 : PLACE_END.test(text.trim()) ? 0.8 : 0)

const VERB: Record<Language, RegExp> = {
  en: /\b(?:was|were|is|are|felt|feels?|feeling|had|have|has|got|took|went|hurts?|ached?|made|makes|could|couldn't|can't|didn't|don't|won't|wouldn't|need(?:ed|s)?|want(?:ed|s)?|forgot|started|stopped|kept|[a-z]{3,}ed)\b/i,
  zh: /[了过着]|[太很真好挺有没不]\p{Script=Han}|\p{Script=Han}(?:死|极|透|多)了?$/u,
  ja: /(?:た|だ|て|で|い|る|ない|ます|です|って|よ|ね|かも|そう)$|[ぁ-ん]{3,}/u,
  ko: /(?:다|요|음|함|됨|임|네|지|어|아|해|군|듯|약함|좋음|ㅋ+|ㅠ+)$/,
}
const words = (text: string): number => text.split(/\s+/).filter(Boolean).length
/** 0..1: how much like something told rather than a name. */
export function clauseLike(text: string, language: Language): number {
  const bare = text.trim().replace(/[\p{P}]+$/u, '')
  const long = language === 'en' ? words(bare) / 7 : language === 'ko' ? Math.max(words(bare) / 5, bare.length / 22) : bare.length / 14
  const verb = VERB[language].test(bare) ? 0.55 : 0
  return Math.min(1, verb + Math.max(0, long - 0.25) * 0.8)
}
