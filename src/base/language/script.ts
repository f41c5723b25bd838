/** Which characters a person writes Chinese in: simplified or traditional. */
import { foldHan } from './han.ts'

const TRADITIONAL = /^zh-(?:hant\b|tw\b|hk\b|mo\b)/i
/** Of a locale (BCP 47). A region says nothing where the script is named: zh-Hans-HK. */
export const isTraditional = (locale: string): boolean => TRADITIONAL.test(locale)

/** Written the same in both, and folded all the same: they say nothing of who writes. */
const EITHER = new Set('着後姉台')

/**
 * The locale of a message in Chinese: the person's own, unless the characters are plainly of the other script
 * (a phone set to zh-CN in the hands of somebody who writes 記帳). zh-Hant and zh-Hans are what it then is.
 */
export function localeOfChinese(text: string, locale: string): string {
  const simple = foldHan(text)
  let traditional = 0
  let simplified = 0
  let at = 0
  for (const char of text) {
    const folded = simple[at]
    at += char.length
    if (EITHER.has(char)) continue
    if (folded !== char) traditional++
    else if (SIMPLIFIED.has(char)) simplified++
  }
  if (traditional > simplified) return isTraditional(locale) ? locale : 'zh-Hant'
  return simplified > traditional && isTraditional(locale) ? 'zh-Hans' : locale
}

/** Common characters that stand in simplified text only. */
const SIMPLIFIED = new Set(
  '个们这说记录账钱买卖单饮药减运动时间头见开关问题样对话汉语书读写习课业务员议计划预约订车饭鱼鸡饺馆厅锅盘网页链码图视频听乐戏剧电脑气热检诊疗护养马鸟龙绿蓝红还没给让请谁吗她俩您爱儿妈爷为从并将应该较过进远边处类种组织级练测试结总额费价贵赚税债贷储纸张笔帐据发票营轻东风云阴节历庆圣诞礼赠购选择决评论谈讲访闻报纪载环线统标签际优惠场门钟岁龄错误难简杂扫丢换补够缺宠猫几么长写带数体帮',
)
