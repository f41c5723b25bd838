/** Options, ratings, feelings, yes and no to fields. */

import type { Reading } from '../../../base/language/types.ts'
import { firstOf, fold, has, optionNamed } from '../../../base/resolve.ts'
import type { Collection, Field, Value } from '../../../spec.ts'
import { FINAL } from '../../change.ts'
import { cue } from '../../cues.ts'
import type { Entry, EntryContext, Take } from '../types.ts'
import { isAhead } from './dates.ts'

export const FINISHED =
  /\b(?:finished|completed|done with|read|watched|played)\b|看完|读完|完成了|做完|玩完|読み終|見終|読了|観終|終わった|完了した|다 읽|다 봤|끝냈|완료했|완독/
export const isFinal = (field: Field, id: Value | undefined): boolean =>
  field.kind === 'choice' && field.options.some((option) => option.id === id && (FINAL.test(option.id) || FINAL.test(option.label)))
export function fillChoices(reading: Reading, fields: Field[], take: Take, ahead = false): void {
  for (const field of fields) {
    if (field.kind === 'choice') {
      const final =
        !ahead && FINISHED.test(reading.text.toLowerCase())
          ? field.options.find((option) => FINAL.test(option.id) || FINAL.test(option.label))
          : undefined
      const found = optionNamed(reading.text, field.options)
      if (final && !(found && found.text.length > 5)) take(field, final.id)
      else if (found) take(field, found.option.id, [found.start, found.end])
    } else if (field.kind === 'choices') {
      const all = field.options.filter((option) => optionNamed(reading.text, [option]))
      if (all.length)
        take(
          field,
          all.map((option) => option.id),
        )
    }
  }
}

/** 별 두개, 별점 네 개, 별 3개. */
const STARS_KO = /별점?\s?(하나|한|둘|두|셋|세|넷|네|다섯|\d)\s?개?(?![가-힣\d])/
const KO_COUNTS: Record<string, number> = { 하나: 1, 한: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 넷: 4, 네: 4, 다섯: 5 }
const STARRED = /評価|评分|評分|打分|星|\bstars?\b|\brating\b|별점|평점|평가/i
export function fillStars(reading: Reading, fields: Field[], entry: Entry, take: Take): void {
  const rated = fields.filter((one) => one.kind === 'rating')
  // Of two degrees the stars are those of the rating.
  const field = rated.find(({ label }) => STARRED.test(label)) ?? rated[0]
  if (field?.kind !== 'rating' || field.id in entry.values) return
  const stars = /[★⭐🌟]{1,10}/u.exec(reading.text)
  const spoken = STARS_KO.exec(reading.text)
  if (spoken?.[1])
    take(field, Math.min(field.max, KO_COUNTS[spoken[1]] ?? Number(spoken[1])), [spoken.index, spoken.index + spoken[0].length])
  else if (stars) take(field, Math.min(field.max, [...stars[0]].length), [stars.index, stars.index + stars[0].length])
  else if (field.icons) {
    const icon = field.icons.findIndex((one) => reading.text.includes(one))
    const at = icon < 0 ? -1 : reading.text.indexOf(field.icons[icon]!)
    if (at >= 0) take(field, icon + 1, [at, at + field.icons[icon]!.length])
    else fillFeeling(reading, field, take)
  }
}

const FEELINGS = [
  'terrible|awful|very bad|miserable|depressed|糟透|很差|极差|最悪|최악',
  'bad|sad|down|tired|anxious|not good|low|stressed|grumpy|rough|难过|难受|不好|伤心|累|疲惫|低落|郁闷|焦虑|烦|悪い|悲しい|疲れ|しんどい|だるい|つらい|不安|나빠|슬퍼|우울|피곤|힘들|지쳤|지침|별로',
  'ok|okay|fine|so so|so-so|meh|neutral|一般|还行|还可以|普通|まあまあ|ぼちぼち|ふつう|그저 그래|그저 그랬|그럭저럭|보통|그냥',
  'good|well|happy|nice|cheerful|不错|开心|高兴|好|良い|いい|良かった|よかった|嬉しい|楽しい|楽しかった|元気|좋아|좋았|괜찮|기뻐|행복|좋음',
  'great|excellent|amazing|very happy|wonderful|非常开心|超开心|很开心|太棒|最高|とても良い|すごくいい|최고|아주 좋|매우 좋',
].map((list) => list.split('|').map(fold))
/** How much of it, and that it is felt: of a feeling, and no words of their own. */
const FELT =
  /(?:\b(?:i |i'm |am |was |is |feel(?:ing|s)? |felt |so |really |very |pretty |quite |rather |kinda |a (?:bit|little) |just |still )+|(?:今天|有一?[点點]|有些|比[较較]|[挺很太好真超]|特[别別]|非常|感[觉覺]|[觉覺]得|还|還)+|(?:とても|すごく|ちょっと|少し|かなり|なんか|めっちゃ)+|(?:(?:아주|매우|정말|너무|조금|좀|꽤|되게|약간) ?)+)$/u
const FELT_SO =
  /^(?:了|的|啦|呢|吧|かった|だった|でした|です|な感じ|気分|気味|했어요?|했음|했다|았어요?|어요?|음|함|해요?|이었어|였어|네요?|다)+/u
function fillFeeling(reading: Reading, field: Extract<Field, { kind: 'rating' }>, take: Take): void {
  const low = fold(reading.text)
  const level = [4, 0, 1, 3, 2].find((each) => has(low, FEELINGS[each]!))
  const at = level === undefined ? undefined : firstOf(low, FEELINGS[level]!)
  if (level === undefined || !at) return
  const felt = at[0] - (FELT.exec(low.slice(0, at[0]))?.[0].length ?? 0)
  const label = fold(field.label)
  const named = low.slice(0, felt).trimEnd().endsWith(label) ? low.lastIndexOf(label, felt) : felt
  const ends = at[1] + (FELT_SO.exec(low.slice(at[1]))?.[0].length ?? 0)
  // Where letters were folded into more or fewer, it is not known where it stands.
  take(field, Math.max(1, Math.round(((level + 1) / 5) * field.max)), low.length === reading.text.length ? [named, ends] : undefined)
}

const NOT =
  /\b(?:not|didn't|did not|skipped|missed|haven't)\b|^no\b|没|沒|未|ない|なかった|ませんでした|サボ|さぼ|안 |못 |않|안했|못했|빼먹/
/** "washed the windows": any verb in the past that opens an entry of a list of tasks. */
export const DID_EN = /^(?:i |we |i've |we've |just |already )*[a-z]{2,}ed (?:the|a|an|my|our|both|all|up|off|out|in|back)\b/
export const DONE =
  /^(?:done|finished|complete|completed|checked|bought|packed|paid|watered|taken)$|done|完成|完了|済|完了|완료|했음|샀음|チェック|买了|구입|购买/i
/** What was said to be done, by no word of its own: "finished the washing up" ticks it off. */
export function fillYes(reading: Reading, fields: Field[], collection: Collection, entry: Entry, ctx: EntryContext): void {
  // A habit that is named was done; a cost that names a day of a trip was not paid by that.
  const kept = entry.linked && !collection.fields.some((field) => field.kind === 'money')
  const low = fold(reading.text)
  const did = cue(low, 'did') || (DID_EN.test(low) && collection.seeds.length > 0)
  if (isAhead(reading, ctx) || !(did || kept)) return
  for (const field of fields) {
    if (field.kind !== 'yesno' || field.id in entry.values) continue
    if (!(DONE.test(field.id) || DONE.test(field.label) || DONE.test(field.concept ?? ''))) continue
    entry.values[field.id] = !NOT.test(low)
    entry.said++
  }
}

/** “Edible or not”, 是否可食用: the name without its question. */
export const plainly = (label: string): string =>
  label
    .replace(
      /\s+or not$|\?$|^是否|^有没(?=有)|(?:了没有?|没有|了?吗|没)$|(?<=(.))[不没]\1$|かどうか$|(?:\s?여부|(?<=[가-힣])는지(?:\s?여부)?)$/giu,
      '',
    )
    .trim() || label
