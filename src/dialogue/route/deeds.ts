/**
 * What people say they did with the things of an app, none of which names it: who "finished" something read or watched
 * it, who "ran" trained. By kind of app, in four languages; each only suggests.
 */
import type { Family } from '../../base/concepts/types.ts'
import { fold, placesOf } from '../../base/resolve.ts'

type Told = [families: Partial<Record<Family, number>>, words: string]

// biome-ignore format: a table reads best one row a line
const TABLE: Told[] = [
  [{ expenses: 0.8, budget: 0.5 }, 'spent|paid|bought|cost me|charged|花了|花掉|付了|买了|買了|刷了|結帳|結账|払った|払い|買った|買って|使った|かかった|냈어|냈다|샀어|샀다|썼어|썼다|결제|나갔어|들었어'],
  [{ income: 0.9 }, 'earned|got paid|made on|invoiced|they paid me|paycheck|salary came|到账|入账|发工资|收到钱|入金|稼いだ|振り込まれ|もらった|입금|벌었|월급 들어|받았어'],
  [{ savings: 0.9 }, 'saved|put aside|put away|deposited|topped up|存了|存入|攒了|存錢|貯めた|貯金した|入れた|모았|저금했|저축했|넣었어'],
  [{ loan: 0.6, split: 0.7 }, 'lent|borrowed|owes me|i owe|paid back|paid for everyone|covered|垫了|墊了|借给|借了|还了|還了|欠我|立て替え|貸した|借りた|返した|返して|빌려줬|빌렸|갚았|대신 냈'],
  [{ reading: 0.9 }, 'read|reading|finished reading|started reading|chapter|pages|page|読んだ|読み終|読了|読み始|読んでる|ページ|章まで|读了|读完|在读|看完这本|看书|頁|页|읽었|읽는 중|읽다가|완독|페이지|쪽까지'],
  [{ watching: 0.9, reading: 0.2 }, 'watched|saw the film|saw the movie|binged|episode|episodes|season|seen|観た|見た|見終|視聴|話まで|シーズン|鑑賞|看了|看完|追到|刷完|第几集|季|봤어|봤다|정주행|시청|화까지|시즌|관람'],
  [{ workout: 0.9, measurements: 0.1 }, 'ran|run|jogged|walked|swam|cycled|rode|lifted|squatted|benched|deadlifted|trained|worked out|climbed|hiked|rowed|stretched|reps|sets|laps|planked|跑了|跑步|走了|游了|骑了|騎了|练了|練了|举了|爬了|组|深蹲|走った|走り|泳いだ|泳ぎ|漕いだ|歩いた|歩き|鍛えた|挙げた|登った|回やった|セット|뛰었|달렸|걸었|수영했|탔어|운동했|들었다|등산|세트|헬스'],
  [{ intake: 0.9 }, 'drank|drunk|had a glass|had a cup|glass of|cup of|ate|snacked|sipped|喝了|喝水|一杯|杯水|吃了|飲んだ|飲み|食べた|食べ|一杯飲|마셨|한 잔|한잔|먹었'],
  [{ sleep: 0.9 }, 'slept|went to bed|woke|woke up|fell asleep|napped|got up|up at|睡了|睡着|醒了|起床|入睡|失眠|午睡|寝た|起きた|眠れ|寝落ち|目が覚め|昼寝|잤어|잤다|깼어|일어났|잠들|못 잤|낮잠'],
  [{ mood: 0.8, journal: 0.5 }, 'felt|feeling|cried|anxious|happy|sad|angry|low today|stressed|心情|难过|開心|开心|烦|焦虑|哭了|気分|落ち込|嬉し|イライラ|泣い|しんど|기분|우울|행복|짜증|울었|불안|속상'],
  [{ journal: 0.8 }, 'today was|dear diary|grateful|thankful|dreamt|dreamed|i dreamt|今天是|感恩|梦见|夢見|感謝|夢を見|夢で|今日は|오늘은|감사|꿈을 꿨|꿈에서'],
  [{ symptoms: 0.9 }, 'headache|migraine|hurt|hurts|ached|threw up|sneezed|rash|fever|flare|cramps|dizzy|pain|头疼|頭痛|疼|痛|吐了|发烧|發燒|过敏|犯了|头晕|痛い|痛む|痛かった|吐いた|熱が|めまい|発作|かゆ|아팠|아파|두통|토했|열이|어지러|가려|통증|쑤셔'],
  [{ measurements: 0.8 }, 'weighed|weigh|measured|reading was|over|bpm|kilos|体重|称了|量了|血压|血糖|测了|測った|計った|量った|血圧|쟀어|쟀더니|재보니|혈압|혈당|몸무게'],
  [{ study: 0.9, timesheet: 0.2 }, 'studied|revised|practised|practiced|did a past paper|memorised|memorized|learned|learnt|学了|學了|刷题|背了|复习|複習|练琴|做题|勉強した|勉強|解いた|復習|覚えた|練習した|공부했|공부함|풀었|외웠|복습|연습했'],
  [{ timesheet: 0.9 }, 'worked|clocked in|clocked out|shift|started work|finished work|billed|hours on|overtime|上班|下班|加班|干了|打卡|出勤|退勤|働いた|残業|シフト|作業した|출근|퇴근|일했|야근|근무|작업했'],
  [{ feeding: 0.9 }, 'fed|nursed|bottle|left side|right side|wet nappy|diaper|nappy|spat up|喂奶|喂了|餵|拉了|换尿布|吐奶|授乳|ミルク|おむつ|オムツ|うんち|飲ませた|먹였|수유|분유|기저귀|응가|쌌어'],
  [{ pets: 0.9 }, 'walked the dog|fed the cat|vet|wormed|flea|groomed|litter|遛狗|喂猫|铲屎|驱虫|打疫苗|洗澡|散歩|トイレ掃除|爪切り|えさ|エサ|산책|사료|간식 줬|목욕시|발톱'],
  [{ plants: 0.9 }, 'watered|repotted|fertilised|fertilized|pruned|sowed|sown|planted|harvested|bloomed|sprouted|浇水|浇了|澆|施肥|换盆|播种|开花|发芽|收了|水やり|水をやった|植え替え|肥料|咲いた|収穫|芽が|種まき|물 줬|물줬|분갈이|비료|심었|꽃이 폈|수확|싹'],
  [{ vehicle: 0.9 }, 'filled up|fuel|refuelled|refueled|petrol|gas|litres at|gallons|odometer|mileage|drove|oil change|tyres|加油|加了|公里数|保养|换机油|里程|给油|給油|ガソリン|満タン|走行|オイル交換|주유|기름|엔진오일|주행|타이어'],
  [{ maintenance: 0.9 }, 'fixed|repaired|replaced|serviced|cleaned the filter|changed the filter|unblocked|修了|修好|换了|清洗|維修|直した|修理|交換した|掃除した|고쳤|수리|교체|갈았|점검'],
  [{ chores: 0.9 }, 'did the dishes|washed|hoovered|vacuumed|took out|mopped|tidied|laundry|ironed|swept|洗碗|扫地|拖地|倒垃圾|洗衣|打扫|掃除機|皿洗い|洗濯|ゴミ出し|ゴミ捨て|片付け|설거지|청소|빨래|분리수거|쓰레기'],
  [{ shopping: 0.8 }, 'we need|run out of|out of|almost out|pick up|need more|get some|没了|用完|要买|得买|要買|补点|切れた|なくなった|買わなきゃ|買い足|買って帰|떨어졌|다 썼|사야|사 와|없네'],
  [{ inventory: 0.8 }, 'left|in stock|restocked|used up|expires|use by|opened|froze|delivered|剩|进货|進貨|库存|过期|到货|出了|残り|入荷|在庫|期限|使い切|届いた|남았|입고|재고|유통기한|소진|다 썼'],
  [{ collection: 0.8 }, 'found|picked up a|traded|got a|added to my|spotted|caught|landed|sighted|saw a|入手|收了|淘到|抽到|钓到|釣到|看到一只|拍到|手に入れ|釣れた|釣った|見つけた|ゲット|引いた|구했|건졌|득템|잡았|뽑았|봤어'],
  [{ recipes: 0.8, mealplan: 0.3 }, 'cooked|baked|made a|roasted|simmered|oven|tried the recipe|做了|烤了|炖了|煮了|煮|作った|焼いた|煮た|炒めた|만들었|구웠|끓였|볶았|해먹었'],
  [{ score: 0.9 }, 'won|lost|beat|scored|played|match|game|set|draw|points|赢了|贏了|输了|輸了|得分|打了一局|比分|勝った|負けた|引き分け|点取|対局|이겼|졌어|졌다|비겼|득점|점 냈|경기'],
  [{ grades: 0.9 }, 'got a|scored|marks|grade|exam result|test came back|考了|成绩|分数|得了|点だった|点取った|成績|返ってき|점 맞|점 받|성적|등급'],
  [{ jobhunt: 0.9, board: 0.3 }, 'applied|interview|rejected|offer|called back|recruiter|phone screen|投了|面试|面試|拒信|录用|応募|面接|内定|落ちた|書類通|지원했|면접|서류|합격|탈락'],
  [{ board: 0.6, checklist: 0.6 }, 'done|finished|started on|moved to|blocked|waiting for|in review|完成|做完|搞定|卡住|終わった|終わり|着手|レビュー|済み|끝냈|끝났|시작했|진행|완료'],
  [{ packing: 0.8, checklist: 0.4 }, 'packed|put in the bag|in the suitcase|装好|带上|放进|詰めた|入れた|챙겼|넣었|쌌'],
  [{ events: 0.7 }, 'booked|appointment|meeting|at the dentist|moved to|cancelled|canceled|coming at|约了|預約|预约|改到|取消|開會|开会|予約|打ち合わせ|入った|変更|예약|약속|미팅|변경|취소'],
  [{ contacts: 0.7 }, 'called|rang|met up|caught up|texted|wrote to|spoke to|打电话|见了|見了|联系|聊了|電話した|会った|連絡した|話した|전화했|만났|연락했|통화'],
  [{ gifts: 0.8 }, 'gave|got me|present|gift|送了|送我|收到|礼物|あげた|もらった|プレゼント|贈っ|선물|줬어|받았'],
  [{ habit: 0.7 }, 'did it|skipped|managed|didn t smoke|no sugar|meditated|flossed|stretched|kept it up|坚持|打卡|做到|没抽|没喝|冥想|できた|サボった|続いた|我慢|やった|瞑想|했어|못 했|안 피|성공|참았|명상'],
  [{ guests: 0.8 }, 'rsvp|is coming|are coming|can t make it|plus one|said yes|来不了|会来|參加|参加|带家属|来る|来ない|出席|欠席|온대|못 온|참석|불참'],
  [{ subscriptions: 0.8 }, 'renewed|cancelled my|subscribed|free trial|续费|续订|退订|自动扣|解約|更新され|契約した|구독|해지|갱신|자동결제'],
  [{ trip: 0.7 }, 'checked in|flew|landed|visited|booked the hotel|took the train|arrived in|到了|逛了|入住|飞|坐车|着いた|泊まった|行った|観光|도착|묵었|갔다|구경'],
  [{ wishlist: 0.8 }, 'want to buy|would love|saving for|want one|想买|想要|种草|欲しい|ほしい|買いたい|갖고 싶|사고 싶'],
]
const FOLDED = TABLE.map(([families, words]) => [families, words.split('|').map(fold)] as const)

/** What the verbs of a message suggest; `low` is folded. */
export const deedsIn = (low: string): Partial<Record<Family, number>>[] =>
  FOLDED.flatMap(([families, words]) => (words.some((word) => placesOf(low, word).length > 0) ? [families] : []))
