/**
 * What a question is about once the words of asking are taken away: “when did I last buy coffee?” is about coffee.
 * The longest run of words that are no value, no function word and no word of asking.
 */
import type { Reading, Span } from '../base/language/types.ts'
import { fold } from '../base/resolve.ts'

const STOP = new Set(
  [
    "how much many often long far old day days week weeks month months year years hour hours minute minutes time times ago since what what's whats when when's where which who who's whose why did do does is are am was were have has had been be can could will would should shall may might i i'm i've i'd me my mine we we've our us you your it its it's the a an of on in at for to from with by per and or than that this these those there any anything anyone something all some each every last latest recent recently most least more less fewer many first next so far ever yet still left total totals altogether average mean number count amount sum tell show give list see find get got go going went gone buy bought spend spent spending pay paid cost costs use used eat ate eaten drink drank drunk read watch watched finish finished make made take took taken log logged record records recorded entry entries thing things one ones compare compared comparison vs versus now currently current today yesterday tomorrow due overdue upcoming coming highest lowest big biggest small tall deepest largest smallest longest shortest best worst heaviest lightest cheapest expensive priciest top please about during between over under below above before after until till row streak not no yes only just also really very already again up out down off daily weekly monthly yearly per usually usual same but if then money budget remaining remain need needs want planned plan plans scheduled happening else expense expenses purchase purchases item items stuff worth heavy tall fast fastest slowest valuable lose losing gain gaining change changed amount spendings",
    '我 我的 我们 你 多少 几 几次 几个 几天 几本 几杯 几笔 几公里 多少钱 什么 什么时候 哪 哪里 哪儿 哪个 哪些 哪天 哪家 哪种 哪一 哪类 谁 怎么 怎么样 怎样 吗 呢 了 的 得 地 是 有 没有 没 在 过 上次 上回 上一次 下次 下一次 最近 最后 最后一次 一次 一共 总共 总计 合计 共 总 平均 均 最 最多 最少 最高 最低 最贵 最便宜 最大 最小 最长 最短 最好 最早 最新 花 花了 花费 花掉 钱 用 用了 买 买了 吃 吃了 喝 喝了 看 看了 看过 读 读了 做 做了 去 去了 去过 跑 跑了 付 付了 完成 坚持 这 那 这个 那个 个 次 天 日 月 周 年 本 星期 礼拜 还 剩 剩下 剩余 余 下 今 昨 明 里 上 中 目前 现在 距离 离 多久 多长 时间 每 每天 按 各 统计 列出 显示 看看 告诉 一下 请 帮 比 跟 和 与 同 之前 以来 相比 对比 更 到 从 第一 前 笔 条 件 家 杯 项 种 类 名 位 公里 小时 分钟 元 块 今天 昨天 明天 本周 上周 本月 上月 今年 去年 应该 要 需要 会 能 可以 都 也 就 才 已经 记录 数据 情况 烧 烧到 发烧 升到 降到 涨到 跌到 最快 最慢 最轻 最重 最后 张 首 部 集 顿 趟 场 盒 瓶 辆 只 把 份 页 课 章 组 套 遍 圈 站 值 练 练了 要 做 吧 哪张 哪本 哪部 几张 什么样 有什么 有几 几岁 多大 多重 多高 各 多 少 大 小 高 低 贵 便宜 三 两 二 一 五 十 东西 东 西 安排 计划 预算',
    'いつ 何 なに 何回 何個 何冊 何杯 何本 何日 何曜日 いくら いくつ どの どれ どれくらい どのくらい どう どこ 誰 だれ なん か が を に は の と で も へ や から まで より って た だ て です ます ました でした ですか ますか ました っけ かな でしょう し する した している してる しました やった やり いる い ある あり ない な ん っ ね よ さ れ け ば 今 今日 昨日 明日 今週 先週 今月 先月 来週 来月 今年 去年 最後 最近 最新 最初 前回 次 次回 一番 最も 合計 平均 全部 全部で 総額 合わせて 使 使っ 使った 使える 買 買っ 買った 食 食べ 飲 飲ん 払 払っ 払った 見 見た 読 読ん 行 行っ 走 走っ あと 残 残り 残っ 残って 減 減っ 増 増え まだ 回 個 冊 杯 本 日 円 時間 分 件 名 人 枚 教え 教えて 見せ 見せて 比べ 比べて 別 ごと お 金 お金 高い 高 安い 安 多い 多 少ない 少 長い 短い こと もの とき 時 くらい ぐらい 間 連続 続い 続いて 予算 予定 あっ あった かっ かった たの のは か月 月 週 年 目 番 ください しょう かかる かかり かかった てる 軽 軽かっ 重 重かっ 早 早く 遅 作れる 良 良かっ 悪 cm kg km ml mm キロ センチ グラム 軽い 重い 早い 速い 大きい 大きかっ 小さい 小さかっ 太い 細い 深い 浅い 濃い 薄い 強い 弱い きつい ひどい 最高 最低 う く り ま す せ',
    '총합 총합계 합산 토탈 며칠이나 몇번이나 언제 언제야 언제였어 언제였지 언제지 뭐 뭐야 뭐였어 뭐가 뭘 무엇 몇 몇번 얼마 얼마나 얼마야 얼마지 얼마였어 어떤 어느 어디 어디야 어디서 누구 누가 가장 제일 최근 최근에 마지막 마지막으로 지난 지난번 이번 다음 오늘 어제 내일 주 달 주에 달에 번 개 잔 권 일 명 건 원 시간 분 총 합계 평균 전부 모두 다 썼어 썼지 썼나 쓴 샀어 산 먹었어 먹은 마셨어 마신 봤어 본 읽었어 읽은 했어 했지 했나 한 하는 탄 간 갔어 뛰었어 뛴 게 거 것 건 걸 이 그 저 나 내 내가 나는 우리 남았어 남은 남았지 남아 있어 있지 있나 있었어 있는 없어 되 돼 됐어 됐지 지났어 알려 알려줘 보여 보여줘 줘 말해줘 해줘 좀 보다 많이 적게 더 많은 적은 비싼 싼 높은 낮은 긴 짧은 와 과 하고 랑 이랑 의 에 에서 로 으로 를 을 은 는 가 도 만 돈 며칠 며칠째 연속 연속으로 년 월 예산 예정 일정 계획 비교 비교해줘 동안 전 후 세 두 셋 둘 하나 아직 뭐였지 뭐지 뭐더라 뭐예요 뭐였더라 지금 현재 올해 작년 최고 최저 최대 최소 빨리 되는 들어 드는 들었어 들까 큰 작은 큰거 컸던 가벼운 무거운 빠른 느린 줄었어 늘었어 합쳐서 합치면 합해서 해서 다해서 통틀어 개야 개지 명이야 번이야 나갔어 나갔어요 나갔지 나갔나 들었지 썼지요 합쳐 합치 합하 다해 싹 몽땅 죄다 지금까지 여태 여태까지 그동안 들었더라 썼더라 썼을까 나갔더라 나왔어 나왔지 쓰고 들고 돼요 되나요 되죠 되지',
  ].flatMap((list) => list.split(' ').map(fold)),
)
/** Verb endings of asking that stand as words of their own. */
const ENDING =
  /^(?:.{0,4}(?:했어요?|했지|했나요?|썼어요?|었어요?|았어요?|었지|았지|인가요?|인지|이야|나요|까요|습니까|니까|세요|줘요?)|.{0,3}(?:ました|ですか|ますか|っけ))$/

/** 제일 비싼 판이 얼마지: what is ranked is any of the records. */
const SUPERLATIVE = /(?:제일|가장)\s\S+\s$/
/** Words that carry a meaning of their own, in the order said: their runs, with what stands between them. */
export function topics(reading: Reading, used: readonly (readonly [number, number])[]): Span[] {
  const runs: Span[] = []
  let open = false
  for (const token of reading.tokens) {
    const taken = used.some(([start, end]) => token.start < end && token.end > start)
    const bare = token.script === 'han' ? stripped(fold(token.text)) : token.text
    const keeps =
      bare !== '' &&
      token.kind === 'word' &&
      !taken &&
      !/^몇/.test(token.text) &&
      !SUPERLATIVE.test(reading.text.slice(0, token.start)) &&
      !STOP.has(fold(token.text)) &&
      !STOP.has(token.stem) &&
      !ENDING.test(token.text) &&
      !(token.script === 'kana' && (token.text.length < 2 || (token.text.length < 3 && /^[ぁ-ん]+$/.test(token.text))))
    if (!keeps) {
      open = false
      continue
    }
    const last = runs.at(-1)
    if (open && last) {
      last.end = token.end
      last.text = reading.text.slice(last.start, token.end)
    } else runs.push({ start: token.start, end: token.end, text: token.text })
    open = true
  }
  return runs.map((run) => trimmed(run, reading)).filter((run) => run.text.length > 0)
}

/** 几本书 is about 书: words of asking at either end of a run that was not cut. */
function stripped(word: string): string {
  const counted = word.replace(/(?:了)?[几幾][\u4e00-\u9fff]?$/u, '')
  if (counted !== word) return stripped(counted)
  for (let size = Math.min(3, word.length); size >= 1; size--) {
    if (STOP.has(word.slice(0, size))) return stripped(word.slice(size))
    if (STOP.has(word.slice(-size))) return stripped(word.slice(0, -size))
  }
  return word
}

/** A Korean particle at the end is no part of the name. */
function trimmed(run: Span, reading: Reading): Span {
  const last = reading.tokens.find((token) => token.end === run.end)
  if (last?.script === 'han') {
    const bare = stripped(fold(run.text))
    const at = fold(run.text).indexOf(bare)
    return bare && bare.length < run.text.length
      ? { start: run.start + at, end: run.start + at + bare.length, text: run.text.slice(at, at + bare.length) }
      : run
  }
  if (last?.script !== 'hangul' || last.stem === last.text || !fold(last.text).startsWith(last.stem)) return run
  const end = last.start + last.stem.length
  return { start: run.start, end, text: reading.text.slice(run.start, end) }
}
