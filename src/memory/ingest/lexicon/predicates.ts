/**
 * What is said with a verb or an adjective, one row a meaning. Templates are written with dictionary forms, which
 * conjugate (conjugate.ts): English begins with its verb, Japanese and Korean end with it. `{}` is the value, `{2}` a
 * name that comes with it. `not` is the slot that a negation fills ("I don't like"); without it a negation says nothing.
 * `past` says what the past means: 'ends' (no longer so), 'change' (it is how one tells of a change: "I moved to"),
 * 'drop' (nothing lasting: "I liked the film"), 'over' (it says itself that something ended: "I left"). `needs` is the class of words the value must belong to (kinds.ts).
 */
import type { ValueKind } from './nouns.ts'
import { type Columns, columns } from './table.ts'

export type PredicateRow = {
  attribute: string
  value: ValueKind
  not: string | null
  past: 'ends' | 'change' | 'drop' | 'over'
  needs: 'tongue' | 'job' | 'condition' | 'diet' | 'pet' | 'vehicle' | 'relation' | null
  forms: Columns
}
type More = Partial<Pick<PredicateRow, 'not' | 'past' | 'needs'>>

const row = (attribute: string, value: ValueKind, en: string, zh: string, ja: string, ko: string, more: More = {}): PredicateRow => ({
  attribute,
  value,
  not: null,
  past: 'drop',
  needs: null,
  ...more,
  forms: columns(en, zh, ja, ko),
})

export const PREDICATES: readonly PredicateRow[] = [
  // Places
  row('home', 'place', 'live in {}|live at {}|live over in {}|reside in {}|be based in {}|be living in {}', '住在{}|住{}|现居{}|定居在{}|定居{}|家在{}|家住{}|生活在{}', '{}に住む|{}で暮らす|{}に在住だ|{}在住だ|{}で生活する|{}暮らしだ', '{}에 살다|{}에서 살다|{}에 거주하다|{}에서 지내다|{}살다', { past: 'ends', not: 'home' }),
  row('home', 'place', 'move to {}|move back to {}|move into {}|relocate to {}|settle in {}|settle down in {}', '搬到{}|搬到了{}|搬去{}|搬去了{}|搬来{}|搬来了{}|搬回{}|搬回了{}|移居{}', '{}に引っ越す|{}へ引っ越す|{}に引っ越しする|{}に引越す|{}に移住する|{}へ移住する|{}に越す', '{}로 이사하다|{}로 이사 가다|{}로 이사 오다|{}로 이사가다|{}로 이사오다|{}에 이사하다|{}로 옮기다', { past: 'change' }),
  row('origin', 'place', 'come from {}|be from {}|be originally from {}|grow up in {}|be born in {}|be born and raised in {}|be raised in {}', '来自{}|老家在{}|老家是{}|是{}人|出生在{}|在{}长大|家乡在{}|从小在{}长大', '{}出身だ|{}の出身だ|{}生まれだ|{}で育つ|{}に生まれる|{}で生まれる|{}生まれ育つ|{}から来る', '{} 출신이다|{}에서 왔다|{}에서 태어나다|{}에서 자라다|{} 사람이다|고향이 {}이다', { past: 'change' }),
  row('staying', 'place', 'stay at {}|stay in {}|stay with {}', '暂住{}|暂时住在{}|借住在{}', '{}に泊まる|{}に滞在する', '{}에 묵다|{}에 머무르다|{}에서 묵다', { past: 'drop' }),
  row('parked', 'spot', 'park on {}|park at {}|park in {}|park the car on {}|park the car in {}|park the car at {}|park my car on {}|park my car at {}|park my car in {}|leave the car at {}|leave the car on {}', '车停在{}|把车停在{}|车停在了{}|停车在{}|把车停在了{}|停在了{}|车在{}', '{}に停める|{}に駐車する|{}に止める|{}に駐める|{}に停めてある', '{}에 주차하다|{}에 세우다|{}에 차를 세우다|{}에 차 세우다', { past: 'change' }),
  // Work and study
  row('employer', 'words', 'work at {}|work for {}|be employed at {}|be employed by {}', '在{}上班|在{}工作|就职于{}|在{}任职|在{}打工|供职于{}', '{}で働く|{}に勤める|{}に勤務する|{}勤務だ|{}勤めだ|{}でバイトする|{}でアルバイトする', '{}에서 일하다|{}에 다니다|{}에서 근무하다|{}에 근무하다|{} 다니다|{}에서 알바하다', { past: 'ends', not: 'employer' }),
  row('employer', 'words', 'start at {}|start working at {}|start a new job at {}|start a job at {}|start work at {}|join {}|get a job at {}|get hired by {}|get hired at {}|begin working at {}|be hired by {}|switch jobs to {}', '开始在{}工作|开始在{}上班|入职{}|入职了{}|跳槽到{}|跳槽到了{}|加入了{}|换到了{}', '{}に転職する|{}に入社する|{}に就職する|{}で働き始める', '{}에 입사하다|{}로 이직하다|{}에 취직하다|{}에 취업하다|{}에서 일하기 시작하다', { past: 'change' }),
  row('employer', 'words', 'leave {}|quit my job at {}|quit {}|resign from {}|get laid off from {}|retire from {}', '从{}辞职|从{}离职|离开了{}|从{}退休', '{}を辞める|{}を退職する|{}を退社する', '{}O 그만두다|{}에서 퇴사하다|{}O 퇴사하다', { past: 'over' }),
  row('job', 'job', 'be {}|work as {}|be working as {}|be employed as {}|make a living as {}|become {}', '是{}|做{}|当{}|是做{}的|担任{}|成为了{}|从事{}|在{other}当{}|在{other}做{}|在{other}担任{}|是{other}的{}', '{}だ|{}をする|{}として働く|{}をやる|{}になる', '{}이다|{}로 일하다|{}O 하다|{}로 일하고 있다|{}이 되다', { past: 'ends', needs: 'job' }),
  row('school', 'words', 'go to {} university|attend {}|be a student at {}|study at {}|be enrolled at {}|go to school at {}', '在{}读书|在{}上学|就读于{}|考上了{}|在{}念书', '{}に通う|{}に在学する|{}に在学中だ', '{}에 재학 중이다|{} 재학 중이다', { past: 'ends' }),
  row('studies', 'thing', 'major in {}|study {}|be majoring in {}', '主修{}|读{}专业|学的是{}|学{}专业|专业是{}', '{}を専攻する|{}専攻だ', '{}O 전공하다|{} 전공이다', { past: 'drop' }),
  row('learning', 'thing', 'learn {}|be learning {}|be studying {}|take {} lessons|take {} classes|be teaching myself {}|start learning {}', '在学{}|学{}|在学习{}|学习{}|正在学{}|开始学{}|报了{}班', '{}を勉強する|{}を習う|{}を学ぶ|{}を練習する|{}を勉強し始める', '{}O 배우다|{}O 공부하다|{}O 연습하다|{} 공부하다', { past: 'drop' }),
  row('speaks', 'thing', 'speak {}|speak fluent {}|be fluent in {}', '会说{}|会讲{}|说{}', '{}を話す|{}が話せる|{}ができる|{}を喋る|{}がしゃべれる', '{}O 할 줄 알다|{}O 하다|{} 할 줄 알다|{}O 말하다', { needs: 'tongue' }),
  // Tastes
  row('prefers', 'thing', 'prefer {} (to/over) {other}|prefer {}|like {} more than {other}|like {} better than {other}|prefer {} instead of {other}', '比起{other}更喜欢喝{}|比起{other}更喜欢吃{}|比起{other}更喜欢{}|比起{other}更爱{}|更喜欢{}|更爱{}|宁愿{}|比较喜欢{}|喜欢{}多过{other}|喜欢{}胜过{other}', '{other}より{}のほうが好きだ|{other}より{}の方が好きだ|{other}より{}が好きだ|{other}より{}派だ|{other}よりも{}のほうが好きだ|{other}よりも{}の方が好きだ|{}派だ|{other}よりも{}が好きだ|{}のほうが好きだ|{}の方が好きだ', '{other}보다 {}O 더 좋아하다|{other}보다 {}O 좋아하다|{other}보다 {}O 더 좋다|{other}보다 {}O 선호하다|{}O 선호하다|{}O 더 좋아하다|{}파다|{other}보다는 {}O 더 좋아하다|{other}보다는 {}O 좋아하다|{other}보단 {}O 좋아하다'),
  row('likes', 'thing', 'like {}|love {}|enjoy {}|adore {}|be into {}|be fond of {}|be a fan of {}|be a big fan of {}|be a huge fan of {}|be obsessed with {}|be crazy about {}|be keen on {}|care for {}|dig {}|be a sucker for {}|be passionate about {}|be mad about {}|be addicted to {}', '喜欢{}|爱{}|热爱{}|爱吃{}|爱喝{}|爱看{}|爱听{}|爱玩{}|迷上了{}|很迷{}|超爱{}|喜爱{}|对{}很感兴趣|对{}感兴趣|钟爱{}|好{}这口|是{}的粉丝|是{}迷', '{}が好きだ|{}が大好きだ|{}が気に入る|{}に夢中だ|{}にハマる|{}にはまる|{}が趣味だ|{}好きだ|{}のファンだ|{}を愛する|{}に目がない|{}が得意だ|{}推しだ', '{}O 좋아하다|{}O 사랑하다|{}O 즐기다|{}O 즐겨 먹다|{}O 즐겨 보다|{}O 즐겨 듣다|{}에 빠지다|{} 팬이다|{}O 아주 좋아하다|{}에 푹 빠지다', { not: 'dislikes' }),
  row('dislikes', 'thing', 'hate {}|dislike {}|can not stand {}|loathe {}|detest {}|despise {}|be sick of {}|can not bear {}|can not tolerate {}|avoid {}', '讨厌{}|不喜欢{}|不爱{}|不爱吃{}|不爱喝{}|受不了{}|恨{}|烦{}|厌恶{}|最烦{}|反感{}|对{}没兴趣|对{}不感兴趣|吃不惯{}|接受不了{}', '{}が嫌いだ|{}が苦手だ|{}が大嫌いだ|{}は無理だ|{}が無理だ|{}が我慢できない|{}嫌いだ|{}が嫌だ|{}に興味がない|{}苦手だ', '{}O 싫어하다|{}O 싫다|{}O 안 좋아하다|{}O 질색이다|{}O 극혐이다|{}O 딱 질색이다|{}O 못 견디다|{}O 별로다|{}O 혐오하다|{}O 안 맞다'),
  row('fears', 'thing', 'be afraid of {}|be scared of {}|be terrified of {}|have a fear of {}|be frightened of {}', '害怕{}|怕{}|恐惧{}', '{}が怖い|{}恐怖症だ|{}が苦手で怖い', '{}O 무서워하다|{} 공포증이 있다|{}O 무섭다'),
  // Health and food
  row('allergy', 'thing', 'be allergic to {}|be severely allergic to {}|be deathly allergic to {}|have a {} allergy|have an allergy to {}|have allergies to {}|have an allergic reaction to {}|be intolerant to {}|be a {} allergy sufferer|have {} allergy|suffer from a {} allergy', '对{}过敏|对{}严重过敏|{}过敏|有{}过敏', '{}アレルギーだ|{}のアレルギーだ|{}アレルギーがある|{}のアレルギーがある|{}アレルギー持ちだ|{}にアレルギーがある|{}に対してアレルギーがある', '{} 알레르기O 있다|{}에 알레르기O 있다|{} 알러지O 있다|{}에 알러지O 있다|{} 알레르기이다|{} 알러지이다|{} 알레르기O 심하다'),
  row('diet', 'diet', 'be {}|be on {}|follow {}|keep {}|go {}|eat {}|become {}', '{}|是{}|坚持{}|在{}|开始{}|正在{}', '{}だ|{}をする|{}を続ける|{}にする|{}です', '{}하다|{}이다|{} 중이다|{}O 하다|{}만 먹다|{}O 지키다', { needs: 'diet', past: 'ends' }),
  row('diet', 'thing', 'eat {}|drink {}|touch {}|consume {}', '吃{}|喝{}|碰{}|沾{}|能吃{}|能喝{}', '{}を食べる|{}は食べる|{}を飲む|{}は飲む|{}が食べられる|{}は食べられる|{}が飲める|{}は飲める|{}を口にする', '{}O 먹다|{}O 마시다|{}O 입에 대다', { not: 'diet' }),
  row('condition', 'condition', 'have {}|have got {}|suffer from {}|be diagnosed with {}|get diagnosed with {}|be {}|live with {}|struggle with {}|deal with {}', '有{}|得了{}|患有{}|患{}|得{}|被确诊为{}|确诊了{}|是{}患者|是{}', '{}だ|{}がある|{}を患う|{}持ちだ|{}になる|{}と診断される|{}を持つ|{}が持病だ', '{}O 있다|{}O 앓다|{}O 걸리다|{} 환자다|{}O 진단받다|{} 진단O 받다|{}이다|{}O 심하다', { needs: 'condition', past: 'change' }),
  row('medication', 'thing', 'take {}|be on {}', '吃{}|服用{}|在吃{}|在服用{}', '{}を飲む|{}を服用する|{}を打つ', '{}O 먹다|{}O 복용하다|{}O 맞다'),
  // People and animals
  row('name', 'name', 'be called {}|be named {}|go by {}|be {}', '叫{}|名叫{}|名字叫{}|叫做{}|的名字是{}|全名叫{}|取名{}|取名叫{}|起名叫{}', '{}という|{}といいます|{}と申します|{}と言います|{}と呼ばれる|{}という名前だ|{}って名前だ|{}って言う', '{}라고 하다|{}라고 부르다|{}라고 불리다|{}이라고 하다|{}라고 합니다'),
  row('family', 'words', 'have {} (called/named) {2}|have {}', '有{}叫{2}|有{}', '{2}という{}がいる|{}がいる|{}います', '{2}라는 {}O 있다|{}O 있다', { needs: 'relation' }),
  row('pet', 'words', 'have {} (called/named) {2}|have {}|get {} (called/named) {2}|adopt {} (called/named) {2}|adopt {}|own {}|keep {}|get {}|have {}, {2}', '养了{}叫{2}|养{}叫{2}|养了{}|养{}|养着{}|有{}叫{2}|有{}|领养了{}|收养了{}|养过{}', '{2}という{}を飼う|{2}って{}を飼う|{}を飼う|{}がいる|{2}という{}がいる|{}を迎える|{}と暮らす|{2}という名前の{}を飼う', '{2}라는 {}O 키우다|{}O 키우다|{}O 기르다|{2}이라는 {}O 키우다|{}O 있다|{}O 입양하다', { needs: 'pet', past: 'change' }),
  row('status', 'words', 'be married|be single|be divorced|be engaged|be widowed|get married|be pregnant|be retired|get divorced|get engaged', '已婚|单身|结婚了|离婚了|订婚了|怀孕了|退休了|是单身', '独身だ|既婚だ|結婚する|離婚する|婚約する|妊娠中だ|妊娠する|バツイチだ', '결혼하다|이혼하다|미혼이다|기혼이다|약혼하다|임신 중이다|임신하다|싱글이다', { past: 'change' }),
  row('children', 'count', 'have {} kids|have {} children|have {} sons|have {} daughters', '有{}孩子|有{}小孩|有{}娃', '子供が{}いる|子どもが{}いる', '아이가 {} 있다|애가 {} 있다|자녀가 {} 있다'),
  // Figures
  row('birthday', 'day', 'be born on {}|be born in {}|turn {other} on {}', '生于{}|出生于{}|{}出生|是{}出生的|{}生日|{}过生日|生日在{}|是{}的生日|是{}生的', '{}生まれだ|{}に生まれる|{}が誕生日だ|{}誕生日だ', '{}생이다|{}에 태어나다|{}이 생일이다|{}에 생일이다|{} 생일이다|생일이 {}이다', { past: 'change' }),
  row('age', 'age', 'be {} years old|be {} yo|be aged {}|be {} year old|turn {}|just turn {}', '{}岁|今年{}岁|{}岁了|今年{}岁了|满{}岁', '{}歳だ|{}才だ|{}歳になる|{}才になる', '{}살이다|{}세이다|{}살 되다|{}살이 되다', { past: 'change' }),
  row('height', 'length', 'be {} tall|stand {} tall', '身高{}|{}高|高{}', '身長{}だ|身長が{}ある', '키O {}이다|키O {} 되다'),
  row('weight', 'mass', 'weigh {}', '体重是{}|体重有{}', '体重が{}ある', '몸무게O {} 나가다'),
  row('shoe size', 'size', 'wear size {} shoes|wear a size {} shoe|wear {} shoes|take size {} shoes', '穿{}码的鞋|穿{}的鞋|穿{}码鞋|鞋穿{}码', '靴は{}だ', '신발O {} 신다|신발은 {} 신다'),
  row('clothing size', 'size', 'wear size {}|wear a size {}|wear a {}|be a size {}', '穿{}码|穿{}号|衣服穿{}码|衣服穿{}号', '服は{}サイズだ|{}サイズを着る', '옷은 {} 입다|{} 사이즈O 입다'),
  row('blood type', 'blood', 'be blood type {}|have {} blood|be type {}', '是{}型血|{}型血', '{}型だ', '{}형이다'),
  row('salary', 'money', 'make {} a month|make {} a year|make {} per month|make {} per year|earn {} a month|earn {} a year|earn {}|get paid {}|take home {}', '月薪{}|年薪{}|一个月赚{}|一个月挣{}|每月挣{}|一年赚{}|工资{}|每个月工资{}', '月{}もらう|月に{}稼ぐ|年に{}稼ぐ|月{}稼ぐ', '한 달에 {} 벌다|한달에 {} 벌다|월 {} 벌다|연봉O {}이다'),
  row('rent', 'money', 'pay {} in rent|pay {} rent|pay {} for rent|pay {} a month in rent', '房租{}|房租是{}|每个月房租{}|每月交{}房租', '家賃は{}だ|家賃が{}だ|家賃を{}払う', '월세O {}이다|월세로 {} 내다|월세 {} 내다'),
  row('debt', 'money', 'owe {}|have {} in debt|have {} in loans|be {} in debt', '欠{}|欠了{}|房贷{}|有{}贷款', '{}の借金がある|借金が{}ある|ローンが{}ある|{}のローンがある', '빚O {} 있다|대출O {} 있다|빚O {}이다'),
  // Things, habits, plans
  row('owns', 'thing', 'drive {}|own {}|ride {}|bought {}|buy {}|play on {}|use {}|have {}|get {}', '开{}|开的是{}|骑{}|买了{}|有一辆{}|有一台{}|有一把{}|用的是{}|有{}', '{}に乗る|{}に乗ってる|{}を持つ|{}を買う|{}を使う|{}がある', '{}O 타다|{}O 몰다|{}O 있다|{}O 사다|{}O 쓰다|{}O 가지다', { needs: 'vehicle', past: 'change' }),
  row('does', 'thing', 'play {}|practice {}|do {} as a hobby|go {} every week|collect {}|play the {}|volunteer at {}|sing in {}', '会弹{}|弹{}|打{}|练{}|收集{}|踢{}', '{}を弾く|{}をやる|{}を集める|{}が弾ける|{}を吹く', '{}O 치다|{}O 연주하다|{}O 모으다|{}O 수집하다'),
  row('goal', 'words', 'want to {}|plan to {}|be planning to {}|be saving for {}|be saving up for {}|be training for {}|hope to {}|dream of {}', '想要{}|打算{}|计划{}|在攒钱买{}|正在备考{}|准备考{}|梦想是{}', '{}たい|{}を目指す|{}の準備をする|{}のために貯金する', '{}O 준비하다|{}O 목표로 하다|{}하려고 돈을 모으다|{} 위해 저축하다'),
]
