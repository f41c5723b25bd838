/** Words that tell phrases apart: what is not wanted, what is only a view or a behaviour, what a list is of. */

import type { Family } from '../../base/concepts/types.ts'
import type { Language } from '../../spec.ts'

const NEGATIONS = [
  /^(?:but )?(?:no|without|don't (?:need|want|include)|do not (?:need|want|include)|not?|skip|leave out|minus|drop|except)(?: (?:a|an|any|the|need for))? ([^,.;]{1,40}?)(?: fields?| columns?)?$/i,
  /^(?:但|但是)?(?:不要|不需要|不用|无需|没有|去掉|除了|别加|不带)(.{1,16}?)(?:字段|栏|了)?$/,
  /^(.{1,16}?)(?:欄|フィールド)?(?:は|も)?(?:いらない|要らない|不要|なし(?:で)?|いりません|抜き(?:で)?|必要ない|必要ありません)(?:です)?$/,
  /^(.{1,16}?)(?:은|는|이|가|칸은|란은)?\s?(?:빼고|빼줘|없이|필요 ?없.*|제외.*|말고|없어도 .*)$/,
]
export const WITHOUT_EN =
  /\b(?:without|no need for|don't need) (?:a |an |any |the )?([a-z][a-z ]{1,24}?)(?: fields?| columns?)?(?=$|[,.;]| but | and )/gi

export function negatedIn(phrase: string): string | null {
  // 滞納あり・なし asks whether.
  if (/(?:あり|有り?)[・/]?か?(?:なし|無し?)$/.test(phrase)) return null
  for (const pattern of NEGATIONS) {
    const found = pattern.exec(phrase)
    if (found?.[1]) return found[1].trim()
  }
  return null
}

export const OPTION_HEAD =
  /(?:categor(?:y|ies)|types?|kinds?|status(?:es)?|stages?|state|priority|priorities|分类|类别|类型|种类|状态|优先级|カテゴリー?|分類|種類|ステータス|状態|優先度|費目|種別|분류|카테고리|종류|상태|유형|우선순위)$/i
export const FIELD_HEAD =
  /(?:fields?|columns?|record|note|track|log|logbook|details|info|information|each|字段|项目|记录|信息|内容|日志|每[个项条本次].*|項目|フィールド|列|内容|記録|日誌|ログ|台帳|メモ|記録する項目|항목|필드|칸|기록|내용|정보|일지|기록장)$/i
export const VIEW_ONLY =
  /^(?:.*画(?:成|出|折线|曲线|柱状|个图|图).*|(?:and |also )?(?:show|see|view|display|draw|plot|chart|graph|visuali[sz]e)\b(?! (?:number|name|no\.?|size|title|type|date|code|time|ring|box|price|id)s?$).*|画成.*|画出.*|(?:再|并|还要?|最好)?(?:用|以|按|带|生成|做成|做个|变成|转成|显示成?|出个?|绘制成?|看).*(?:日历|图表?|曲线|看板|表格|时间线|统计).*|画(?:个|张|一下)?图|.*(?:カレンダー|グラフ|チャート|表|ボード|タイムライン)(?:で|に|も|表示|化).*|.*(?:달력|캘린더|그래프|차트|표|보드|타임라인)(?:로|으로|도| 보기).*|(?:with )?(?:a |the )?(?:line |bar |pie |weekly |monthly |daily )?(?:charts?|graphs?|calendar|calendar view|board view|table view|dashboard|summary|statistics|stats|totals?)(?: view)?(?: .*)?|统计|图表|折线图|曲线图|柱状图|饼图|棒グラフ|折れ線グラフ|円グラフ|막대그래프|원그래프|日历|グラフ|カレンダー|集計|그래프|달력|캘린더|통계)$/i
export const MUST_BE_SHORT: Record<Language, number> = { en: 44, zh: 14, ja: 18, ko: 20 }

/** With whom, not with what. */
export const COMPANIONS =
  /^(?:(?:my|our|a|an|the|two|three|four|\d) )*(?:toddlers?|kids?|children|child|baby|babies|friends?|family|wife|husband|partner|parents|girlfriend|boyfriend|colleagues|roommates?|flatmates?)$/i
export const APPS_BESIDE = new Set<Family>([
  'packing',
  'trip',
  'shopping',
  'mealplan',
  'timer',
  'flashcards',
  'quiz',
  'checklist',
  'calculator',
  'converter',
  'board',
  'routine',
  'split',
  'poll',
  'budget',
  'countdown',
  'guests',
  'recipes',
])

export const BEHAVIOUR_ONLY =
  /^(?:reminders?|reminder.*|streaks?|streak.*|(?:remind|nudge|poke|ping|buzz|prod|bug|beep|chase|nag|shout at|warn|alert) (?:me|us|him|her|them)\b.*|notify.*|notifications?|warn.*|alert.*|tell me.*|a streak.*|a timer|a limit.*|a goal|goals?|a budget.*|budget|目[标標](?:总共|總共|一共|总计|合计|就?是|为|定)?|(?:早晚|早中晚|每[天日周月]).*[量次]|提醒.*|.*提醒我?|.*通知我?$|.*(?:前に|たら|すると)(?:通知|知らせ|教え).*|.*连续.*|.*打卡|打卡|(?:每[天日次])?(?:打[勾钩]|签到|勾选)|チェック|체크|通知.*|リマインド.*|通知.*|.*教えて.*|.*知らせて.*|.*忘れない.*|連続.*|.*続いた.*|.*連続.*|目標|알림.*|알려.*|.*알려 ?줘?|연속.*|리마인더|목표|.*(?:复习|復習|복습).*|기록|記録|记录|管理|관리|(?:i|you|we|it|so|if|when|because|since)\b.*)$/i

/** In what order, by what rule: said of the whole, and no quality or thing of its own. */
export const MANNER_ONLY =
  /^(?:one after (?:another|the other)|in (?:that |this )?(?:order|sequence|turns?)|(?:the )?(?:lowest|highest|best|most|fewest|least|first)\b.*\bwins?|(?:grouped|sorted|ordered|arranged|sortable) by\b.*|(?:with )?weighted criteria|早晚各?|依次|按顺序|一个接一个|.*(?:者胜|者赢|的赢|为胜)|順番に|順に|.*(?:勝ち|が勝つ)|차례대로|순서대로|.*(?:이기는|이김|승리))$/i

/** "retirement party: guest list with …": after the colon of the occasion, the kind of list it is. */
export const LIST_NAMED = /^(?:(?:a|the|my|our) )?(?:guest|packing|shopping|grocery|wish|invitation|invite|attendee) list\b/i

/** 五星打分, 5段階評価: a quality of each record, and no scoring of one against the other. */
export const STARRED = /(?:\d{1,2}|[三四五六七八九十])(?:颗星|星级?|分制|段階|点満点)で?(?:打分|评分|评价|评価|評価|採点)/g
