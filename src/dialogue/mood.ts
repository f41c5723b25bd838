/** How somebody sounds who tells of their day: so that what is said back to it is not out of tune. */
import { fold } from '../base/resolve.ts'

export type Mood = 'tired' | 'hurt' | 'angry' | 'low' | 'glad' | 'plain'

/** The first that is heard: who is in pain and jokes about it is in pain. */
const HEARD: [Mood, RegExp][] = [
  [
    'low',
    /\b(?:cry(?:ing)?|cried|died|passed away|funeral|lonely|i miss|missing (?:him|her|them|you|home)|heartbroken|depressed|worried|scared|anxious|afraid)\b|去世|走了就|呜|嗚|哭|想念|孤单|孤單|寂寞|崩溃|崩潰|亡くな|泣|寂し|さみし|さびし|悲し|かなし|돌아가셨|울었|눈물|그립|보고 ?싶|외로|슬프|슬퍼|우울/u,
  ],
  [
    'hurt',
    /\b(?:hurts?|hurting|sore|pain(?:ful)?|aches?|aching|headache|migraine|ill|sick|fever|poorly|ouch|throbbing|sprained|bruised|dizzy|nausea|(?:got|have|caught) a (?:cold|cough))\b|痛|疼|病了|生病|发烧|發燒|感冒|头晕|頭暈|咳嗽|不舒服|痠|酸痛|[腿手腰腳脚]酸|扭到|扭伤|扭傷|痛い|痛え|痛ぇ|痛む|いたい|いてえ|風邪|熱が|頭痛|腰痛|筋肉痛|具合が|めまい|아프|아파|아픈|통증|쑤시|쑤셔|감기|몸살|두통|어지러|열이 나/u,
  ],
  [
    'tired',
    /\b(?:tired|exhausted|knackered|shattered|worn out|wiped(?: out)?|bushed|sleepy|drained|zonked|pooped|burn(?:t|ed) out|can'?t sleep|couldn'?t sleep|no sleep|barely slept|(?:legs?|arms?|feet|i'?m|im|am|we'?re|brain)(?: (?:are|is|feels?|feel))?(?: (?:so|all|absolutely|completely))? (?:dead|jelly|gone|done for|fried)|long (?:day|shift|week)|need (?:a (?:break|nap|rest)|sleep))\b|累|疲|困死|好困|困了|睏|失眠|睡不着|睡不著|没睡|沒睡|加班|散架|疲れ|つかれ|しんど|だるい|だるく|眠い|眠た|眠く|眠れ|ねむい|ねむ\.|ねむ…|ねむれ|くたくた|へとへと|ぐったり|寝不足|バテ|しんだ|힘들|피곤|지쳤|지친|지친다|졸리|졸려|졸린|못 ?잤|잠이 안|녹초|기진맥진|고단|몸이 천근/u,
  ],
  [
    'angry',
    /\b(?:angry|annoy(?:ed|ing)|fed up|furious|livid|robbery|rip-?off|ripped off|outrageous|ridiculous|infuriating|fuming|pissed|unfair|the nerve|bloody hell|traffic|nightmare|stupid|hate|grr+|wtf)\b|烦|煩|气死|氣死|气人|氣人|火大|坑人|抢钱|搶錢|太贵了|太貴了|离谱|離譜|过分|過分|无语|無語|讨厌|討厭|怒|イライラ|いらいら|むかつく|ムカつく|腹立|腹が立|ふざけ|ひどい|ひどすぎ|高すぎ|ぼったくり|勘弁|짜증|화나|화났|화가 나|열받|빡치|빡쳐|너무하|어이없|황당|바가지|너무 비싸|미치겠/u,
  ],
  [
    'low',
    /\b(?:sad|down|awful|terrible|rubbish|horrible|alone|worry|worse|stress(?:ed|ful)?|lost|broke(?:n)?|skint|failed|fail|struggl(?:e|ing)|overwhelmed|bored|gutted|ugh+|sigh|too much|hard (?:day|week|time)|gone up|so (?:dear|expensive)|bad (?:day|news|luck))\b|难过|難過|伤心|傷心|郁闷|鬱悶|焦虑|焦慮|担心|擔心|害怕|压力|壓力|倒霉|倒楣|糟|惨|慘|完蛋|丢了|弄丢|唉|哎|後悔|后悔|穷|吃土|没钱|沒錢|涨价|漲價|つらい|辛い|不安|心配|怖い|怖かった|こわい|最悪|ストレス|落ち込|へこむ|凹む|残念|失敗|無理|やばい|もうだめ|金欠|客が少な|불안|걱정|무서|스트레스|최악|망했|망함|속상|서운|안돼|안 돼|ㅠ|ㅜ|죽겠|거지|큰일|막막|비싸/u,
  ],
  [
    'glad',
    /\b(?:happy|glad|great|lovely|brilliant|amazing|wonderful|fantastic|excited|can'?t wait|yay|woo+|hooray|passed|won|win|proud|fun|best|love(?:d|ly)?|delicious|finally|made it|good news|so good|nailed|lol|haha+|:\)|congrats?|promotion|engaged|newborn|new record|pb)\b|开心|開心|高兴|高興|太好了|棒|赢了|贏了|考过|考過|升职|升職|喜欢|喜歡|好吃|期待|终于|終於|哈哈|嘿嘿|爽|幸福|顺利|順利|嬉し|うれし|楽し|たのし|最高|やった|勝った|合格|よかった|良かった|おいし|美味し|幸せ|しあわせ|わくわく|楽しみ|笑$|ｗ+$|w+$|기뻐|기쁘|행복|신나|신난|좋았|좋아|최고|이겼|합격|맛있|드디어|설레|기대|재밌|재미있|뿌듯|ㅋㅋ|ㅎㅎ/u,
  ],
]

export function moodOf(text: string): Mood {
  const [low, folded] = [text.toLowerCase(), fold(text)]
  return HEARD.find(([, said]) => said.test(low) || said.test(folded))?.[0] ?? 'plain'
}
