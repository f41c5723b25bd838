/** How somebody sounds who tells of their day: so that what is said back to it is not out of tune. */
import { fold } from '../base/resolve.ts'

export type Mood = 'low' | 'glad' | 'plain'

const LOW =
  /\b(?:tired|exhausted|knackered|shattered|sad|down|awful|terrible|rubbish|horrible|hurts?|hurting|sore|pain|aches?|aching|ill|sick|fever|poorly|lonely|alone|miss(?:ing|ed)?|worried|worry|worse|scared|afraid|anxious|stress(?:ed|ful)?|angry|annoy(?:ed|ing)|fed up|can'?t sleep|couldn'?t sleep|no sleep|cry(?:ing)?|cried|died|passed away|funeral|lost|broke(?:n)?|failed|fail|hate|nightmare|struggl(?:e|ing)|overwhelmed|bored|gutted|ugh+|sigh|ouch|too much|hard (?:day|week|time))\b|累|疲|困死|难过|難過|伤心|傷心|痛|疼|病|发烧|發燒|感冒|烦|煩|郁闷|鬱悶|焦虑|焦慮|失眠|睡不着|睡不著|哭|孤单|孤單|寂寞|想念|担心|擔心|害怕|压力|壓力|崩溃|崩潰|倒霉|倒楣|气死|氣死|糟|惨|慘|完蛋|丢了|唉|哎|呜|嗚|後悔|后悔|去世|走了就|疲れ|つかれ|しんどい|つらい|辛い|痛い|いたい|だるい|眠れ|ねむれ|寂し|さみし|さびし|悲し|かなし|泣|不安|心配|怖|こわい|最悪|ストレス|イライラ|むかつく|腹立|落ち込|へこむ|凹む|残念|失敗|風邪|熱が|しんだ|亡くな|無理|やばい|もうだめ|힘들|피곤|지쳤|지친|아프|아파|슬프|슬퍼|외로|우울|짜증|화나|화났|불안|걱정|무서|스트레스|못 ?잤|잠이 안|울었|눈물|최악|망했|속상|서운|감기|몸살|안돼|안 돼|그립|보고 ?싶|ㅠ|ㅜ|죽겠|돌아가셨/u
const GLAD =
  /\b(?:happy|glad|great|lovely|brilliant|amazing|wonderful|fantastic|excited|can'?t wait|yay|woo+|hooray|passed|won|win|proud|fun|best|love(?:d|ly)?|delicious|finally|made it|good news|so good|nailed|lol|haha+|:\)|congrats?|promotion|engaged|newborn)\b|开心|開心|高兴|高興|太好了|棒|赢了|贏了|考过|考過|升职|升職|喜欢|喜歡|好吃|期待|终于|終於|哈哈|嘿嘿|爽|幸福|顺利|順利|嬉し|うれし|楽し|たのし|最高|やった|勝った|合格|よかった|良かった|おいし|美味し|幸せ|しあわせ|わくわく|楽しみ|笑$|ｗ+$|w+$|기뻐|기쁘|행복|신나|신난|좋았|좋아|최고|이겼|합격|맛있|드디어|설레|기대|재밌|재미있|뿌듯|ㅋㅋ|ㅎㅎ/u

export function moodOf(text: string): Mood {
  const low = fold(text)
  return LOW.test(low) ? 'low' : GLAD.test(low) ? 'glad' : 'plain'
}
