/**
 * Words that speak for a family of apps, a way of seeing, a behaviour, or something no small app can do. A longer
 * word takes the place of those inside it ("meal plan" is not a "plan"). `!` settles it, `~` is a hint.
 */
import type { Family } from '../../base/concepts/types.ts'
import { foldHan } from '../../base/language/han.ts'

const FAMILY_CUES = `
expenses|expense!,expenses!,spending!,spend!,spent,what i spend!,money i spend,outgoings,receipts,costs~,bookkeeping,purchases,money out,electricity bill!,water bill!,gas bill!,utility bill!,pocket money!|电费!,水费!,燃气费!,零花钱!,话费!,记账!,開支!,开销!,花销!,支出!,花费!,消费,花了多少~,账本!,记帐!,流水账!|電気代!,ガス代!,水道代!,光熱費!,食費!,お小遣い!,家計簿!,支出!,出費!,使ったお金!,お金を使,お小遣い帳!,出金,レシート,経費!,費用~|전기세!,전기요금!,관리비!,용돈!,가계부!,지출!,소비,쓴 돈!,커피값!,값 기록!,돈 쓴,용돈 기입장!,영수증,경비~,비용 기록,식비
budget|budget!,budgeting!|预算!|予算!|예산!
income|income!,earnings!,money i earn!,freelance earnings!,revenue,salary log,what i earn!,tips i earn|收入!,进账,工资记录|収入!,売上記録!,稼ぎ!,副業収入!|수입!,소득!,매출 기록!,부수입!
habit|habit!,habits!,streak,streaks,habit tracker!,every day~,daily~,every morning~,every night~,each night~,each morning~,help me floss,quit smoking!,quit~,stop smoking!,sober!,days without!,give up~,challenge!,stick to|习惯!,打卡!,戒烟!,戒酒!,戒糖!,戒,每天~,坚持,养成,连续~,自律,挑战|習慣!,禁煙!,禁酒!,続ける,続いた,毎日~,毎朝~,三日坊主,ハビット!,継続,続けたい!,続けている,やめたい!|습관!,챌린지,루틴 체크!,금연!,금주!,매일 할!,매일 하는!,매일 체크!,매일~,꾸준히,연속~,출석 체크,끊기!
checklist|checklist!,check list!,to-do!,todo!,to do list!,to-dos!,tick off!,task list!,tasks!,things to do!,steps to~,list of tasks!,bucket list|清单,待办!,任务清单!,待办事项!,任务,筹备,要做的事|チェックリスト!,やることリスト!,todo!,タスク!,やること!,準備リスト!,チェック表!|체크리스트!,할 일!,할일!,해야 할 일!,투두!,준비 목록,체크 리스트!
packing|packing list!,packing!,pack for!,what to pack!,pack my!,luggage!,suitcase!,things to bring on,going camping with|行李清单!,行李!,打包清单!,出行清单!,要带的东西!,带什么!,收拾行李!|持ち物リスト!,持ち物!,荷造り!,パッキング!,旅行の準備,荷物リスト!,持っていくもの!|짐 빠뜨,짐 챙,짐을 챙,챙겼는지,빠뜨릴까,짐 쌀,짐 싸는,준비물 목록!,짐 싸기 목록!,짐 싸기!,짐싸기!,짐 목록!,준비물!,챙길 것!,챙길 거!,챙길거!,챙길것!,가져갈 거!,가져갈거!,챙겨야 할!,챙길 물건!,여행 가방,여행 짐
board|kanban!,board!,task board!,pipeline!,stages,columns:,columns~,workflow!|看板!,任务板!,泳道,工作流!|カンバン!,ボード!,タスクボード!,かんばん!|칸반!,보드!,업무 보드!
trip|trip!,travel plan!,itinerary!,vacation!,holiday plan!,journey!,honeymoon,travel~,road trip!,days in~,weekend in,city break!,holiday in!,roadtrip!|旅行!,旅游!,行程!,自由行!,玩~,出游!,自驾!,度假,旅程!,两晚!,一晚|旅行!,旅程!,旅のしおり!,観光,日帰り,しおり!,ツーリング|여행!,일정 짜,여행 일정!,여행 계획!,나들이,신혼여행,박~
events|calendar,shift roster!,shift schedule!,shift plan!,shift rota!,staff roster!,staff rota!,staff schedule!,work roster!,duty roster!,schedule!,events!,event!,appointments!,appointment!,timetable!,agenda!,meetings,school calendar!,family calendar!,diary of appointments,classes~|日程!,排班表!,轮班表!,日程表!,课程表!,日历,约会,预约!,活动安排!,时间表!,课表!,安排~|予定!,シフト表!,勤務表!,予定表!,スケジュール!,時間割!,カレンダー,行事!,予約!|일정!,근무표!,시프트표!,교대표!,스케줄!,시간표!,약속!,캘린더,예약!,달력
calculator|calculator!,calculate!,work out,compute!,how much is,formula|计算器!,计算!,怎么算!,算一下,计算工具!,公式|計算機!,計算!,電卓!,計算アプリ!,計算ツール!,求める|계산기!,계산!,산출
converter|converter!,convert!,conversion!|换算!,转换器!,单位转换!,转换|換算!,変換!,コンバーター!,単位変換!|변환기!,환산!,변환!,단위 변환!,바꿔주는
timer|timer!,pomodoro!,stopwatch!,interval timer!,countdown timer!,interval training!,tabata!,focus timer!,hiit,egg timer!|番茄钟!,计时器!,定时器!,倒计时器!,番茄工作法!,秒表!,计时|タイマー!,ポモドーロ!,ストップウォッチ!,タバタ!|타이머!,뽀모도로!,스톱워치!,인터벌!
routine|routine!,morning routine!,evening routine!,bedtime routine!,one after another!,step by step timer,warm-up routine!|流程!,晨间流程!,睡前流程!,早晨例行!,早间流程!|ルーティン!,ルーチン!,朝の支度!,段取り!|루틴!,아침 루틴!,저녁 루틴!
flashcards|flashcards!,flash cards!,flashcard!,flash card!,vocabulary!,vocab!,spaced repetition!,memorise!,memorize!,anki!,review cards!,word cards!,words to learn!,learn words|背单词!,单词卡!,卡片,单词本!,生词本!,生词!,艾宾浩斯!,间隔重复!,闪卡!,记忆卡!,抽认卡!,单词!,背诵!,遗忘曲线!|単語帳!,暗記カード!,フラッシュカード!,単語カード!,暗記!,間隔反復!,単語!,忘却曲線!|단어장!,암기 카드!,플래시카드!,단어 암기!,단어 카드!,외우기!,간격 반복!,암기!,망각 곡선!,망각곡선!,단어 외우!,외우는 카드!,암기!,외우기 카드!
quiz|quiz!,trivia!,test myself!,question bank!,practice questions!,practice test!,questions and answers,exam questions!,mock exam!|测验!,问答!,题库!,刷题!,答题!,知识竞赛!,小测验!,错题本!|クイズ!,一問一答!,問題集!,テスト対策!,過去問!|퀴즈!,문제집!,기출!,문답!,문제 풀이!,모의고사
recipes|recipe!,recipes!,recipe box!,cookbook!|菜谱!,食谱!,烹饪记录!,做菜|レシピ!,料理帳!,料理メモ!|레시피!,요리법!,요리 기록,요리 모음!,요리 노트!
mealplan|meal plan!,meal prep!,meal prepping!,batch cooking!,batch cook,meal planner!,lunch box!,lunchboxes!,bento!,packed lunches!,meal planning!,plan our dinners!,plan dinners!,weekly menu!,menu for the week!,dinners for the week!,plan meals!,meals for the week!,plan our meals!,week of meals!,plan my meals!,lunches for the week!|一周菜单!,便当!,菜单计划!,餐单!,备餐!,膳食计划!,每周菜单!,三餐计划!,饮食计划!,周菜单!|献立!,お弁当!,弁当!,食事計画!,作り置き!,週間メニュー!|식단!,식단표!,도시락!,주간 메뉴!,밀프렙!,식단 계획!
shopping|shopping list!,stuff to get!,things to get!,stuff to buy!,grocery list!,groceries to buy!,things to buy!,to buy list!,buy list!,grocery shopping list!|购物清单!,要买的食材!,买菜清单!,采购清单!,要买的东西!,购物单!,买菜|買い物リスト!,買い物メモ!,買うもの!,お買い物!,買い出し!,買うものリスト!|장보기!,쇼핑 목록!,쇼핑 리스트!,살 것!,장바구니,구매 목록!,장볼!,장 볼!,살거!,살 거!,사올 거!,사올거!,사야 할!,사야할!
inventory|stash!,inventory!,stock!,in stock!,pantry!,freezer!,fridge!,what i have left,storage,supplies!,running low!,run out!,runs out!,expiry,expire,what's in my,stockpile!|库存!,冰箱!,存货!,囤货!,储藏,物品管理!,收纳!,快过期,保质期,用完|在庫!,冷蔵庫!,備蓄!,ストック!,備品!,残り~,日用品管理!,切らさ|재고!,냉장고!,비축!,수납,물품 관리!,비품!,떨어지면,남은
collection|collection!,collect!,collecting!,catalogue!,catalog!,catalogue of!,my collection!,database of~,library of~|收藏!,藏品!,图鉴!,集邮!,收集!|コレクション!,収集!,図鑑!,集め!,御朱印!|컬렉션!,수집!,도감!,모으
journal|journal!,diary!,gratitude!,one line a day!,dream journal!,write down my day!,daily log of thoughts|日记!,日志,感恩!,手账!,随笔,梦境!|日記!,ジャーナル!,感謝日記!,日誌!,夢日記!|일기!,다이어리!,감사 일기!,일지,저널!
mood|mood!,moods!,feelings!,emotion!,emotions!,how i feel!,mood tracker!,feeling each day,emotional|心情!,情绪!|気分!,感情!,メンタル,機嫌!,気持ち|기분!,감정!,마음 기록!
measurements|weight!,weigh~,weigh-in,blood pressure!,blood sugar!,body fat!,body measurements!,waist,temperature log!,glucose!,heart rate,measurements!,lose weight!,growth chart!,baby's height,height and weight!,bmi log,resting pulse,peak flow,cholesterol,growth!|体重!,血压!,血糖!,体脂!,减肥!,腰围!,体温!,身高,围度!,测量,瘦身!,成长!|体重!,血圧!,血糖値!,体脂肪!,ダイエット!,ウエスト,体温!,身長,測定!,減量!,成長!|체중!,몸무게!,혈압!,혈당!,체지방!,다이어트!,허리둘레,체온!,키와 몸무게!,감량!,성장!
workout|workout!,workouts!,gym!,lifting!,strength training!,training log!,running!,runs!,run log!,jogging!,swim~,swimming!,cycling!,rides,exercise log!,exercise,exercises,push-ups!,sets and reps!,sets,reps,fitness,yoga~,marathon training!,climbing!,bike rides!,weights~|健身!,锻炼!,运动!,跑步!,训练!,游泳,骑行!,瑜伽~,俯卧撑,撸铁!|筋トレ!,ワークアウト!,ランニング!,トレーニング!,運動!,ジョギング!,ジム!,水泳,サイクリング!|운동!,헬스!,런닝!,러닝!,달리기!,수영,자전거,홈트!,근력!,조깅!
split|split!,split bills!,split the bill!,splitting,who owes!,who owes whom!,owe each other!,shared expenses!,share costs!,settle up!,split expenses!,split costs!,roommates share,shared costs!,who paid for what!,paid for what!,go dutch!|aa!,分摊!,均摊!,谁欠谁!,aa制!,拼单!,结算!,平摊!,合租,谁垫!,垫付!,垫了!,怎么分!|割り勘!,精算!,立て替え!,立替!,わりかん!,いくら払ったか!,誰が払!,どっちが払!|정산!,더치페이!,나눠 내,엔빵!,n빵!,누가 얼마,나눠 내기!,누가 얼마 냈!,누가 낸,나눠 낼,나눠 낸,더치!,나누기,나눠 내기!,n빵!,엔빵!
decision|decision!,decide between!,compare!,comparison!,pros and cons!,weighted!,which one to,choose between!,help me choose!,decision matrix!,score each option!,weigh up!,choosing|比较!,对比!,选哪个!,决策!,权重!,做决定!,取舍!,哪个好|比較!,比べ!,どれにするか!,決めたい,意思決定!,どっち!,選びたい,重み|비교!,의사결정!,뭘 살지!,어떤 걸,고르기 위해,뭘로 할지!,중에 고를!,중에 고르!,할지 모르겠,결정!,점수 매겨,가중치!
picker|randomly!,random!,pick one!,pick for me!,at random!,wheel!,spin!,choose for me!,raffle!,draw names!,lucky draw!,what to eat!,dice!,coin flip!,shuffle!,decide for me!,can't decide!,choose one for me!,spinner!,wheel of!|随机!,抽签!,帮我定!,替我决定!,帮我决定!,替我选!,抽奖!,转盘!,吃什么!,帮我选!,抽一个!,掷骰子!,随便挑!,随便选!,挑一个!,帮我选一个!,选择困难!,随机选!|ランダム!,抽選!,適当に決め!,代わりに決め!,決めてくれ!,決めてほしい!,選んでほしい!,選んでくれ!,くじ!,くじ引き!,ルーレット!,何を食べ!,無作為!,サイコロ!|랜덤!,무작위!,대신 정해!,정해줘!,정해 줘!,추첨!,뽑기!,뭐 먹을지!,골라줘!,골라주!,골라 주!,골라봐!,골라 봐!,룰렛!,제비뽑기!,돌림판!,아무거나
chores|chore!,chores!,chore wheel!,housework!,cleaning rota!,rota!,take turns!,whose turn!,cleaning schedule!,household tasks!,roster!,allowance for chores,rotate between!,take turns!,whose turn!,rota!,who does the~|家务!,轮流!,值日!,打扫!,轮班!,值日表!,轮流!,值日!|家事!,当番!,掃除当番!,家事分担!,持ち回り!,お手伝い!,交代で,おてつだい!,お手伝い!|집안일!,당번!,가사!,청소 당번!,집안일 분담!,순번,번갈아!,돌아가면서
score|score!,scores!,scoreboard!,score keeper!,scorekeeper!,keep score!,points per round!,board game scores!,game night!,leaderboard!,golf scores!,tournament!,wins and losses!,darts,scrabble,board game~,board games~|记分!,计分!,得分!,积分!,比分!,打分牌,排行榜!,麻将!,计分板!|スコア!,点数表!,得点!,麻雀!,対戦成績!,スコア表!,勝敗!|점수판!,점수 기록!,스코어!,점수표!,득점!,고스톱!,게임 점수!,전적!,승패!
reading|reading list!,books i read!,books i've read!,book log!,books!,book list!,reading log!,reading tracker!,novels!,reading goal!,what i'm reading,manga i read!,book club!|读书!,阅读!,书单!,看书!,读过的书!,书籍|読書!,本棚!,読んだ本!,読みたい本!,積読!,漫画~|독서!,책!,읽은 책!,독후감!,읽을 책!,서재!
watching|movies!,films!,watchlist!,watch list!,tv shows!,series to watch!,shows i watch!,movie log!,film diary!,anime!,dramas,documentaries|电影!,观影!,追剧!,影单!,电视剧!,番剧!,看过的剧!,纪录片!|映画!,ドラマ!,アニメ!,見た映画!,観た映画!,見たい映画!,視聴!|영화!,드라마!,본 영화!,시청!,애니!,볼 영화!,넷플릭스
study|study!,studying!,study plan!,study planner!,study log!,revision!,exam!,exams!,homework!,assignments!,coursework!,learn~,course progress!,revision timetable!,thesis~|学习!,复习!,备考!,考研!,考试!,作业!,学习计划!,功课|勉強!,学習!,試験!,受験!,宿題!,資格!,課題!,テスト勉強!|공부!,학습!,시험!,수험!,숙제!,과제!,자격증!,스터디!
intake|water intake!,drink water!,glasses of water!,water tracker!,caffeine!,calories!,calorie!,food diary!,food log!,what i eat!,medication!,medicine!,pills!,meds!,vitamins!,take my pills!,drinks~,hydration!,macros!,protein intake,alcohol units,drink log,sugar intake,pill reminder!|喝水!,饮水!,热量!,卡路里!,饮食记录!,吃药!,服药!,药物!,饮食!,维生素!,药!,咖啡因!,摄入!|水を飲!,水分!,カロリー!,食事記録!,服薬!,薬!,サプリ!,飲酒!,カフェイン!,食べたもの!,お酒|물 마시!,수분!,칼로리!,식사 기록!,복약!,약 먹!,약!,영양제!,먹은 것!,카페인!,섭취!,음주!
loan|loan!,mortgage!,repayment!,interest on a loan,instalments!,installments!,car loan!,debt payoff!,monthly payment!,borrow money|贷款!,房贷!,车贷!,还款!,月供!,分期!|ローン!,返済!,住宅ローン!,借入!|대출!,상환!,주택담보!,할부!,대출 이자!
savings|savings!,return on investment!,saving!,save up!,save for!,compound interest!,saving goal!,savings goal!,piggy bank!,emergency fund!,if i save!,nest egg!,retirement savings!,saving money!,save money!|存钱!,旅行基金!,基金目标,收益!,理财!,储蓄!,攒钱!,复利!,存款!,理财目标!,攒|貯金!,積立!,積み立て!,複利!,貯蓄!,お金を貯め!|저축!,적금!,복리!,저금!,모으기 목표!,돈 모으!,예금!
contacts|contacts!,contact list!,address book!,phone book!,customer list!,clients list!,crm!,people i know!,keep in touch!,network of people|通讯录!,联系人!,客户管理!,人脉!,客户名单!,客户!|連絡先!,住所録!,名簿!,顧客!,アドレス帳!,人脈!|연락처!,연락망!,비상연락!,주소록!,고객 관리!,명단!,인맥!,거래처 목록!
birthdays|birthday!,birthdays!,anniversaries!,anniversary!|生日!,纪念日!|誕生日!,記念日!|생일!,기념일!
countdown|countdown!,count the days!,counting the days!,counting down!,days till!,how many days till!,how many sleeps!,count down!,days until!,days left!,how many days until!,days to go!,sleeps until!,how long until!,days since|倒计时!,倒数日!,距离~,还有几天!,还有多少天!,在一起多少天!,已经多少天!,过了多少天!,还剩几天!|カウントダウン!,からの日数!,何日経った!,何日目!,あと何日!,までの日数!,残り日数!|디데이!,며칠째!,며칠 지났!,d-day!,카운트다운!,며칠 남!,남은 날!,까지 며칠!
subscriptions|subscription!,subscriptions!,recurring bills!,recurring payments!,streaming services!,memberships!,bills!,bill reminder!,bills due!|订阅!,会员费!,自动续费!,会员!,账单!,水电费!,缴费!|サブスク!,定期購読!,月額サービス!,固定費!,公共料金!,支払い期限|구독!,정기 결제!,구독료!,고정비!,공과금!,청구서!,고정 지출!
timesheet|timesheet!,time sheet!,hours worked!,work hours!,billable!,clock in!,time tracking!,shift log!,shifts!,overtime!,time tracker!,freelance hours!,hours i work!,working hours!,log my hours!,hourly wage,hours at work!|工时!,加班!,上班打卡!,工作时间!,考勤!,出勤!,排班!,时薪!,上了几个小时!,几个小时班|勤怠!,勤務時間!,労働時間!,残業!,シフト!,出退勤!,作業時間!,工数!,時給|근무 시간!,근태!,출퇴근!,야근!,시급!,근무!,작업 시간!,알바 시간!,알바비
pets|pet!,dog!,dogs!,cat!,cats!,puppy!,kitten!,vet!,hamster!,rabbit!,parrot!,walk the dog!,pet care!,aquarium!,fish tank!|猫咪!,狗狗!,宠物!,猫!,狗!,驱虫,遛狗!,仓鼠!,疫苗~|ペット!,犬!,猫!,愛犬!,愛猫!,通院~,ハムスター!,金魚!,うさぎ!,散歩~|반려동물!,강아지!,고양이!,반려견!,반려묘!,펫!,햄스터!
plants|plant!,plants!,houseplant!,houseplants!,garden!,gardening!,water my plants!,succulents!,watering!,seedlings!,vegetable patch!,orchids!,repot!,repotting!|植物!,浇水!,绿植!,多肉!,花园!,盆栽!,种菜!,养花!,花盆|植物!,水やり!,観葉植物!,盆栽!,園芸!,家庭菜園!,多肉!,ガーデニング!,植え替え!|식물!,화분!,물주기!,물 주기!,다육이!,텃밭!,정원!,분갈이!,화초!
vehicle|car!,vehicle!,fuel log!,mileage!,gas log!,motorbike!,motorcycle!,petrol!,oil change!,fuel consumption!,fuel economy!,fill-ups!,gas mileage!|加油!,汽车!,油耗!,车辆!,保养!,爱车!,摩托车!|車!,給油!,燃費!,バイク!,車検!,愛車!|자동차!,주유!,연비!,차량!,차계부!,정비!,오토바이!
maintenance|maintenance!,filter change!,filter changes!,home maintenance!,service schedule!,repairs!,appliances!,replace the filter!,warranty!,warranties!|维护!,家电!,滤芯!,房屋维修!,维修!,保修!|メンテナンス!,家の手入れ!,フィルター交換!,点検!,修繕!,家電!,保証書!|집 관리!,필터 교체!,유지보수!,점검!,수리 기록!,가전!,보증서!
gifts|gift!,gifts!,presents!,christmas presents!,gift ideas!,gift list!,secret santa!,gifts given|礼物!,送礼!,人情!,礼金!,随礼!,份子钱!,红包~|プレゼント!,贈り物!,お祝い!,ご祝儀!,お年玉!,お中元!,ギフト!|선물!,축의금!,경조사!,부조금!,조의금!
wishlist|wish list!,wishlist!,things i want!,want to buy!,bucket list!,want to visit!,places to visit!,restaurants to try!,things to try!|愿望清单!,心愿单!,想买!,想去的!,想吃的!,愿望!,种草!|欲しいもの!,ほしい物!,ほしいもの!,ウィッシュリスト!,行きたい!,やりたいこと!,バケットリスト!|위시리스트!,갖고 싶은!,사고 싶은!,가고 싶은!,버킷리스트!,가볼 만한!,하고 싶은 것!
symptoms|symptom!,symptoms!,headache!,headaches!,migraine!,migraines!,pain diary!,allergy!,allergies!,period tracker!,menstrual!,asthma!,flare-ups!,back pain!,hay fever!,menstruation!,my cycle,ibs,cramps|症状!,头痛!,偏头痛!,过敏!,经期!,月经!,生理期!,疼痛!,姨妈|症状!,頭痛!,片頭痛!,生理!,アレルギー!,体調!,痛み!,花粉症!,腰痛!,生理日!|증상!,두통!,편두통!,알레르기!,생리!,통증!,컨디션 기록!,월경!,아픈
sleep|sleep!,sleep log!,sleep diary!,bedtime!,insomnia!,how i slept!,hours of sleep!,sleeping!|睡眠!,睡觉!,失眠!,作息!,几点睡!|睡眠!,寝た時間!,就寝!,不眠!,眠り!|수면!,잠!,취침!,불면!,잔 시간
feeding|baby feeding!,feeding!,breastfeeding!,nursing!,diapers!,diaper!,nappies!,nappy!,bottle feed!,newborn!,baby log!,baby's sleep!,baby tracker!|喂奶!,母乳!,尿布!,奶量!,宝宝,换尿布!,新生儿!,辅食!|授乳!,おむつ!,ミルク!,赤ちゃん,育児記録!,育児!,離乳食!|수유!,기저귀!,분유!,아기,육아!,이유식!,신생아!
grades|grades!,gpa!,marks!,report card!,grade book!,gradebook!,test scores!|成绩!,绩点!,分数记录!,成绩单!,gpa!|成績!,通知表!,評定!,gpa!|성적!,학점!,내신!,평점 계산,gpa!
jobhunt|job applications!,job application!,job hunt!,job search!,interviews!,applications i sent!,companies i applied!,jobs i applied!,job tracker!,university applications!|求职!,找工作!,投简历!,面试!,应聘!,秋招!,春招!,投递!|就活!,転職!,応募!,面接!,就職活動!,選考!|취업!,구직!,지원 현황!,면접!,이직!,입사 지원!,지원한 회사!
goals|goal tracker!,goals!,okr!,okrs!,new year's resolutions!,resolutions!,milestones!,objectives!,yearly goals!,life goals!|目标管理!,年度目标!,okr!,目标!,里程碑!,新年计划!|目標!,目標管理!,okr!,抱負!,マイルストーン!|목표 관리!,okr!,새해 목표!,목표들!,올해 목표!,마일스톤!
guests|guest list!,guests!,rsvp!,rsvps!,invitations!,invitees!,seating plan!,wedding guests!,attendance!,sign-up sheet!|宾客!,来宾!,嘉宾!,邀请名单!,请柬!,客人名单!,签到!,出席!|招待客!,ゲストリスト!,出欠!,参加者!,招待状!,来客!|하객!,손님 명단!,참석자!,초대 명단!,초대장!,참석 여부!,게스트
poll|poll!,vote!,voting!,survey!,votes!,ballot!|投票!,调查!,问卷!,表决!|投票!,アンケート!,多数決!|투표!,설문!,설문조사!
`

export type Cue = { family: Family; start: number; end: number; weight: number; word: string }

const weightOf = (word: string) => (word.endsWith('!') ? 0.9 : word.endsWith('~') ? 0.3 : 0.6)
const bare = (word: string) => word.replace(/[!~]$/, '')
const isLatinWord = (word: string) => /^[\x20-\x7e]+$/.test(word)

type Entry = { word: string; family: Family; weight: number; latin: boolean }
const ENTRIES: Entry[] = FAMILY_CUES.trim()
  .split('\n')
  .flatMap((line) => {
    const [family = '', ...columns] = line.split('|')
    return columns
      .join(',')
      .split(',')
      .filter(Boolean)
      .map((raw) => {
        const word = foldHan(bare(raw).toLowerCase())
        return { word, family: family as Family, weight: weightOf(raw), latin: isLatinWord(word) }
      })
  })

/** Places where `word` stands in `low`; Latin words only whole (a plural s may follow). */
export function placesOf(low: string, word: string, latin = isLatinWord(word)): [number, number][] {
  const places: [number, number][] = []
  for (let at = low.indexOf(word); at >= 0 && places.length < 20; at = low.indexOf(word, at + 1)) {
    let end = at + word.length
    if (latin) {
      if (at > 0 && /[a-z0-9]/.test(low[at - 1]!)) continue
      if (low[end] === 's' && !/[a-z0-9]/.test(low[end + 1] ?? ' ')) end++
      if (/[a-z]$/.test(word) && /[a-z0-9]/.test(low[end] ?? ' ')) continue
    }
    places.push([at, end])
  }
  return places
}

export const has = (low: string, words: readonly string[]): boolean => words.some((word) => placesOf(low, word).length > 0)

/** Every cue in `low` (lower case, folded Han) that is not inside a longer one. */
export function familyCues(low: string): Cue[] {
  const found: Cue[] = []
  for (const { word, family, weight, latin } of ENTRIES)
    for (const [start, end] of placesOf(low, word, latin)) found.push({ family, start, end, weight, word })
  return found.filter(
    (cue) => !found.some((other) => other.start <= cue.start && other.end >= cue.end && other.end - other.start > cue.end - cue.start + 1),
  )
}

const list = (words: string) => words.split(',').map((word) => foldHan(word.toLowerCase()))

/** Ways of seeing, asked for in words. */
export const VIEW_CUES: [
  view: 'list' | 'table' | 'cards' | 'board' | 'calendar' | 'timeline' | 'line' | 'bar' | 'pie' | 'chart' | 'summary',
  words: string[],
][] = [
  ['calendar', list('calendar,month view,on a calendar,日历,カレンダー,달력,캘린더')],
  ['pie', list('pie chart,pie,饼图,円グラフ,パイチャート,원그래프,파이 차트,원형 그래프')],
  ['bar', list('bar chart,bar graph,bars,histogram,柱状图,条形图,棒グラフ,막대그래프,막대 그래프,막대 차트')],
  ['line', list('line chart,line graph,curve,trend line,trend,over time,曲线,折线,趋势,走势,折れ線,推移,曲線,꺾은선,선 그래프,추이,변화')],
  ['chart', list('chart,graph,plot,charts,graphs,visualise,visualize,图表,画图,图形,グラフ,チャート,그래프,차트')],
  ['table', list('table,spreadsheet,as a table,表格,一览表,テーブル,一覧表,表で,스프레드시트,테이블,표로,표 형식')],
  ['cards', list('as cards,card view,gallery,grid of cards,卡片形式,画廊,カード表示,ギャラリー,카드 보기,갤러리,카드로')],
  ['board', list('kanban,board view,as a board,看板,カンバン,ボード,칸반,보드')],
  ['timeline', list('timeline,day by day,itinerary,hour by hour,时间线,时间轴,行程,タイムライン,旅程,時系列,타임라인,일정표')],
  [
    'summary',
    list(
      'dashboard,totals,overview,summary,statistics,stats,仪表盘,总览,统计,汇总,合计,ダッシュボード,集計,合計,統計,まとめ,요약,통계,합계,대시보드',
    ),
  ],
]

export const BEHAVIOUR_CUES: [
  behaviour: 'reminder' | 'streak' | 'pick' | 'countdown' | 'timer' | 'repetition' | 'quiz' | 'split' | 'recurrence' | 'stock' | 'progress',
  words: string[],
][] = [
  [
    'reminder',
    list(
      'remind,reminder,reminders,remind me,notify,notify me,alert me,nudge,poke me,ping me,buzz me,prod me,bug me,beep me,chase me,nag me,give me a shout,shout at me,jog my memory,tell me when,warn me when,warn me before,warn me if,remembering,forget to,提醒,通知我,叫我,告诉我,リマインド,知らせ,通知,教えて,忘れない,リマインダー,思い出させ,알림,알려,리마인더,까먹지 않게,잊지 않,안 잊',
    ),
  ],
  [
    'streak',
    list(
      'streak,streaks,in a row,days in a row,consecutive,连续,連続,続いた日数,続いてる日数,続いている日数,何日続,連続,连续几天,坚持了几天,연속,며칠째',
    ),
  ],
  ['pick', list('randomly,random,at random,pick one,choose for me,draw,spin,随机,抽一个,抽签,ランダム,くじ,抽選,랜덤,무작위,뽑')],
  [
    'countdown',
    list(
      'countdown,count down,days until,days left,倒计时,倒数,还有几天,还有多久,还剩几天,还剩多少天,カウントダウン,あと何日,카운트다운,디데이,d-day,며칠 남',
    ),
  ],
  ['timer', list('timer,pomodoro,stopwatch,计时器,番茄钟,秒表,タイマー,ポモドーロ,타이머,뽀모도로')],
  [
    'repetition',
    list(
      'spaced repetition,fsrs,when i am about to forget,you decide when i review,艾宾浩斯,间隔重复,間隔反復,忘れそう,忘れかけ,간격 반복,복습 주기',
    ),
  ],
  ['quiz', list('quiz,quiz me,test me,测验,考我,クイズ,퀴즈')],
  ['split', list('split,who owes,aa制,分摊,谁欠谁,割り勘,精算,정산,더치페이')],
  ['recurrence', list('repeat every,repeats every,recurring,comes back every,重复,循环,繰り返し,くり返し,定期的,반복 일정,되풀이')],
  [
    'stock',
    list(
      'running low,runs low,run out,low on,when it drops below,below,快用完,快没了,少于,低于,不足,切ったら,なくなりそう,少なくなったら,下回,떨어지면,부족하면,미만이면,얼마 안 남',
    ),
  ],
  ['progress', list('progress,percent done,how far,completion,进度,完成度,進捗,達成率,진행률,진도,달성률')],
]

/** What no small app can do by itself: the sentence that says so is in say.ts. */
export type Beyond =
  | 'stocks'
  | 'trade'
  | 'email'
  | 'maps'
  | 'camera'
  | 'multiplayer'
  | 'pay'
  | 'book'
  | 'news'
  | 'weather'
  | 'calls'
  | 'hack'
  | 'devices'
  | 'translate'
  | 'bank'
  | 'social'
  | 'game'
  | 'ai'
  | 'steps'
export const BEYOND_CUES: [Beyond, string[]][] = [
  [
    'trade',
    list(
      'trade stocks,buy stocks automatically,trading bot,auto trade,automatically trade,trades for me,自动炒股,自动交易,量化交易,株を売買,自動売買,自動で株,자동 매매,주식 자동',
    ),
  ],
  [
    'stocks',
    list(
      'stock prices,stock price,share prices,live prices,crypto prices,bitcoin price,exchange rates live,live exchange rate,current exchange rate,实时股价,股价,币价,实时汇率,株価,リアルタイム為替,リアルタイムの株,為替レート,실시간 주가,주가,코인 시세,실시간 환율',
    ),
  ],
  [
    'email',
    list(
      'send an email,send emails,send email,e-mail it to,email them,emails everyone,send a newsletter,email my,sends an email,send e-mail,send sms,text message to,发邮件,发短信,群发,メールを送,メール送信,メールで送,이메일을 보내,이메일 보내,메일 보내,문자 보내,문자를 보내',
    ),
  ],
  [
    'maps',
    list(
      'navigation,navigate,directions to,google maps,gps,live location,track my location,real-time location,track the location,where my kids are,导航,定位,实时位置,ナビ,gps,現在地,位置情報,道案内,내비,길찾기,실시간 위치,위치 추적',
    ),
  ],
  [
    'camera',
    list(
      'take photos,take a photo,the camera,phone camera,scan barcode,scan the barcode,scan receipts,scan my receipts,barcode,face recognition,recognise from a photo,record video,拍照,扫码,扫描,摄像头,人脸,录像,写真を撮,カメラで,バーコード,スキャン,顔認証,사진 찍,카메라로,바코드,스캔,얼굴 인식',
    ),
  ],
  [
    'multiplayer',
    list(
      'multiplayer,play online with,chat with friends,chat app,video call,dating app,messenger,online chat,联机,多人在线,聊天软件,交友,视频通话,社交软件,オンライン対戦,チャットアプリ,ビデオ通話,マッチングアプリ,멀티플레이,채팅 앱,화상 통화,소개팅,메신저',
    ),
  ],
  [
    'pay',
    list(
      'take payments,accept payments,payment processing,pay my bills automatically,pay automatically,credit card payment,online store,sell online,checkout page,transfer money,收款,支付功能,在线支付,转账,网店,自动付款,決済,送金,ネットショップ,自動で支払,결제 기능,송금,이체,쇼핑몰,자동 납부',
    ),
  ],
  [
    'book',
    list(
      'book a table,book flights,order food for me,buy tickets automatically,order a taxi,book a hotel,book me,order pizza,call a cab,抢票,抢火车票,订机票,订酒店,叫外卖,打车软件,点外卖,予約を取って,チケットを取って,出前を注文,自動で予約,航空券を買,예매해,예약해 줘,티켓팅,배달 주문,자동 예매',
    ),
  ],
  [
    'news',
    list(
      'latest news,news feed,scrape,crawl,download videos,search the web,search the internet,web search,live scores,live football,新闻,爬虫,抓取,下载视频,实时比分,ニュース,スクレイピング,自動で検索,速報,뉴스,크롤링,실시간 중계,영상 다운로드',
    ),
  ],
  ['weather', list('weather forecast,live weather,天气预报,天気予報,실시간 날씨,일기예보,날씨 예보')],
  ['calls', list('make phone calls,call my mom for me,phone calls for me,打电话给,自动拨号,電話をかけて,자동으로 전화')],
  [
    'hack',
    list(
      'hack,crack passwords,spy on,break into,read her messages,read his messages,黑进,盗号,监控对方,破解,ハッキング,盗み見,不正アクセス,해킹,몰래 보,비밀번호 알아',
    ),
  ],
  [
    'devices',
    list(
      'turn on the lights,smart home,control my tv,unlock my door,bluetooth,control the thermostat,开灯,智能家居,控制空调,照明をつけ,スマートホーム,エアコンを操作,조명 켜,스마트홈,에어컨 제어',
    ),
  ],
  ['translate', list('translate,translator,translation app,翻译,翻訳,번역,통역')],
  [
    'bank',
    list(
      'connect to my bank,sync with my bank,import from my bank,link my bank,bank account sync,连接银行,同步银行,銀行口座と連携,銀行と連携,口座連携,은행 연동,계좌 연동,은행 계좌를 연결',
    ),
  ],
  [
    'social',
    list(
      'post to instagram,post to twitter,tweet automatically,post on facebook,publish to,发朋友圈,发微博,自动发布,自動投稿,ツイートする,インスタに投稿,자동 게시,인스타에 올',
    ),
  ],
  [
    'game',
    list(
      '3d game,shooter,first-person,open world,video game like,minecraft,射击游戏,开放世界,3d游戏,3dゲーム,シューティングゲーム,オープンワールド,3d 게임,슈팅 게임,오픈월드',
    ),
  ],
  [
    'ai',
    list(
      'write essays for me,generate images,draw pictures for me,write my homework,image generator,ai art,ai生成,自动写作文,画图片给我,替我写,画像生成,作文を書いて,代わりに書,이미지 생성,글 써주는,대신 써',
    ),
  ],
  [
    'steps',
    list(
      'count my steps automatically,pedometer,sync with fitbit,apple health,apple watch,health connect,自动计步,手环同步,歩数を自動,ヘルスケア連携,걸음 수 자동,애플워치,워치 연동,자동으로 걸음',
    ),
  ],
]
