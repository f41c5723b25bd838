/** The body and the mind: health, sport, sleep, moods, habits, babies. What is about illness carries the risk 'health'. */
import { icon, kept, related, rhythm, risk, row, suggests, topic } from '../row.ts'
import type { Concept } from '../types.ts'

const measure = (emoji: string, fields: string) => ({
  ...icon(emoji),
  ...kept(`date ${fields} note`, ['measurements']),
  ...topic('health', ['measurements'], `${fields} date`),
  ...risk('health'),
})
const symptom = (emoji: string) => ({
  ...icon(emoji),
  ...kept('date painLevel trigger duration note', ['symptoms']),
  ...topic('health', ['symptoms'], 'painLevel date note'),
  ...suggests({ symptoms: 0.4 }),
  ...risk('health'),
})
const sport = (emoji: string, fields = 'date duration note') => ({
  ...icon(emoji),
  ...kept(fields, ['workout']),
  ...topic('sport', ['workout', 'habit'], fields),
  ...suggests({ workout: 0.3 }),
})
const ball = (emoji: string) => ({
  ...icon(emoji),
  ...kept('date opponent place result note', ['score', 'workout']),
  ...topic('sport', ['score', 'workout', 'events'], 'date opponent score'),
})
const care = (emoji: string) => ({
  ...icon(emoji),
  ...kept('date time type volume note', ['feeding']),
  ...topic('baby', ['feeding'], 'date time note'),
  ...suggests({ feeding: 0.5 }),
})
const habit = (emoji: string) => ({ ...icon(emoji), ...topic('habit', ['habit'], 'date done note'), ...rhythm('day') })

// biome-ignore format: a table reads best one row a line
export const LIFE: Concept[] = [
  // measures of the body
  row('health', 'health|wellness|wellbeing|well-being|health log', '健康|养生|健康管理|身体状况', '健康|健康管理|体調管理', '건강|건강 관리|웰빙|몸 상태', { ...icon('❤️'), ...topic('health', ['measurements', 'symptoms', 'habit'], 'date note'), ...risk('health') }),
  row('bloodPressure', 'blood pressure|bp|hypertension|bp log', '血压|高血压|量血压', '血圧|高血圧', '혈압|고혈압|혈압 기록', { ...measure('🩺', 'systolic diastolic pulse'), ...suggests({ measurements: 0.6 }) }),
  row('bloodTest', 'blood test|blood tests|lab results|test results|bloodwork', '验血|血检|化验单|检查报告', '血液検査|検査結果|採血', '피검사|혈액검사|검사 결과', measure('🧪', 'name result')),
  row('diabetes', 'diabetes|insulin|diabetic|insulin dose', '糖尿病|胰岛素|测血糖', '糖尿病|インスリン', '당뇨|당뇨병|인슐린', { ...measure('🩸', 'glucose dose meal'), ...suggests({ measurements: 0.7 }) }),
  row('bmi', 'bmi|body mass index', '体质指数|身体质量指数', '体格指数|肥満度', '체질량지수|비만도', { ...icon('⚖️'), ...topic('health', ['calculator', 'measurements'], 'weight height'), ...risk('health') }),
  row('weightLoss', 'weight loss|losing weight|slimming|weight goal|lose weight', '减肥|减重|瘦身|减脂', '減量|体重を減|痩せ', '체중 감량|살 빼기|감량', { ...icon('📉'), ...topic('health', ['measurements', 'goals'], 'weight date'), ...suggests({ measurements: 0.7 }), ...risk('health') }),
  row('growth', 'growth chart|growth record|baby growth|child growth|kids height', '成长曲线|生长曲线|宝宝身高', '成長曲線|成長記録|子どもの成長', '성장 기록|성장 곡선|키와 몸무게', measure('📏', 'height weight')),
  row('fever', 'fever|temperature log|high temperature|thermometer', '发烧|发热|量体温|退烧', '発熱|熱が出|高熱|検温', '열이 나|발열|해열|열나는', { ...measure('🤒', 'bodyTemperature time'), ...suggests({ measurements: 0.5 }) }),
  row('vision', 'eyesight|vision test|glasses prescription|contact lenses|spectacles', '视力|近视|隐形眼镜|眼镜', '視力|コンタクトレンズ|眼鏡|メガネ', '시력|콘택트렌즈|안경|렌즈 교체', { ...icon('👓'), ...kept('date result shop nextDate note', ['measurements', 'maintenance']), ...risk('health') }),

  // illness and care
  row('symptoms', 'symptom|symptoms|symptom diary|flare-up|flare-ups', '症状|不舒服|身体不适|不适', '症状|体調不良|不調', '증상|몸 아픈|통증 일지|컨디션 기록', { ...symptom('🩹'), ...suggests({ symptoms: 0.9 }) }),
  row('headache', 'headache|headaches|migraine|migraines', '头痛|偏头痛|头疼', '頭痛|片頭痛|偏頭痛', '두통|편두통|머리 아픈', { ...symptom('🤕') }),
  row('backPain', 'back pain|neck pain|joint pain|knee pain|sciatica|arthritis', '腰痛|背痛|颈椎|关节痛|膝盖疼', '腰痛|肩こり|関節痛|膝の痛み|首の痛み', '허리 통증|요통|관절통|무릎 통증|목 통증', symptom('🦴')),
  row('pain', 'pain|pain diary|ache|aches|chronic pain|sore', '疼痛|酸痛|疼|痛感', '痛み|疼痛', '통증|아픔|만성 통증', symptom('⚡')),
  row('allergies', 'allergy|allergies|hay fever|pollen|hives|eczema', '过敏|花粉症|鼻炎|湿疹|荨麻疹', 'アレルギー|花粉症|鼻炎|じんましん|湿疹', '알레르기|꽃가루|비염|두드러기|아토피', symptom('🤧')),
  row('cold', 'common cold|runny nose|sore throat|cough|flu|influenza|covid', '感冒|咳嗽|流感|新冠|嗓子疼', '風邪|咳|インフルエンザ|コロナ|鼻水', '감기|기침|독감|코로나|콧물', symptom('🤒')),
  row('asthma', 'asthma|inhaler|shortness of breath|peak flow', '哮喘|喘息|吸入器', '喘息|吸入器|息切れ', '천식|흡입기|호흡곤란', symptom('🫁')),
  row('stomach', 'stomach ache|stomachache|ibs|indigestion|nausea|bloating|heartburn|bowel movements', '肚子疼|胃痛|消化不良|恶心|便秘|腹泻', '腹痛|胃痛|便秘|下痢|吐き気|お通じ', '복통|위장|변비|설사|소화불량|메스꺼움', symptom('🤢')),
  row('skinTrouble', 'acne|skin rash|rash|psoriasis|breakout', '痘痘|长痘|皮疹|皮炎', 'ニキビ|発疹|肌荒れ', '여드름|뾰루지|피부 트러블|발진', symptom('🔴')),
  row('period', 'menstrual cycle|menstruation|period tracker|my period|menstrual|periods and symptoms|menstrual period|pms', '月经|经期|生理期|例假|大姨妈|姨妈', '生理|生理日|月経|生理周期|排卵日', '생리|월경|생리 주기|생리일|배란일', { ...icon('🩸'), ...kept('start end painLevel moodLevel note', ['symptoms']), ...topic('health', ['symptoms'], 'start end'), ...suggests({ symptoms: 0.7 }), ...rhythm('month'), ...risk('health') }),
  row('pregnancy', 'pregnancy|pregnant|due date of the baby|prenatal|antenatal|trimester', '怀孕|孕期|产检|孕妇|预产期|胎动', '妊娠|妊婦|妊婦健診|胎動|出産予定日', '임신|산모|태동|산전 검사|출산 예정일', { ...icon('🤰'), ...kept('date weight note', ['measurements', 'journal']), ...topic('health', ['measurements', 'countdown'], 'date note'), ...risk('health') }),
  row('medicine', 'medicine|medicines|medication|medications|meds|pill|pills|prescription|prescriptions|antibiotics', '药物|药品|吃药|服药|用药|处方药|药|药片', '薬|お薬|服薬|飲み薬|処方薬|錠剤|お薬手帳', '약|복약|약 먹기|처방약|의약품|알약', { ...icon('💊'), ...kept('name dose takenAt quantity note', ['intake']), ...topic('health', ['intake'], 'name dose takenAt'), ...suggests({ intake: 0.8 }), ...risk('health') }),
  row('painkiller', 'painkiller|painkillers|ibuprofen|paracetamol|aspirin|tylenol', '止痛药|布洛芬|退烧药', '鎮痛剤|痛み止め|頭痛薬|解熱剤', '진통제|타이레놀|해열제|두통약', { ...icon('💊'), ...topic('health', ['intake', 'symptoms'], 'name dose takenAt'), ...suggests({ intake: 0.5 }), ...risk('health') }),
  row('medicineCabinet', 'medicine cabinet|medicine box|home pharmacy', '药箱|家庭药箱|常备药', '薬箱|常備薬', '상비약|약상자|구급약', { ...icon('🧰'), ...kept('name quantity expiry dose note', ['inventory']), ...suggests({ inventory: 0.6 }), ...risk('health') }),
  row('doctor', 'doctor|doctors|gp|doctor visit|doctor visits|physician|specialist|clinic', '医生|看病|看医生|就诊|门诊|复诊', '医者|医師|診察|通院|受診|クリニック', '의사|진료|병원 진료|외래|통원', { ...icon('🩺'), ...kept('date person place reason result nextDate', ['events', 'symptoms']), ...topic('health', ['events'], 'date reason note'), ...risk('health') }),
  row('hospital', 'hospital|hospital visit|hospital stay|surgery|operation date', '医院|住院|手术', '病院|入院|手術', '병원|입원|수술|병원비', { ...icon('🏥'), ...kept('date place reason price note', ['events']), ...topic('health', ['events', 'expenses'], 'date price reason'), ...risk('health') }),
  row('dentist', 'dentist|dental|tooth|teeth|dental check-up|braces|orthodontist', '牙医|看牙|洗牙|牙齿|牙套|矫正', '歯医者|歯科|歯|虫歯|歯の矯正', '치과|치아|스케일링|치아 교정|이빨', { ...icon('🦷'), ...topic('health', ['events', 'expenses'], 'date price note'), ...risk('health') }),
  row('checkup', 'check-up|checkup|medical check|health check|physical exam|screening', '体检|健康检查|体检报告', '健康診断|人間ドック|検診|健診', '건강검진|검진|건강 검사', { ...icon('📋'), ...kept('date place result nextDate note', ['events', 'measurements']), ...risk('health') }),
  row('vaccination', 'vaccination|vaccinations|vaccine|vaccines|immunisation|immunization|jabs|booster shot', '疫苗|接种|打疫苗|预防针|疫苗接种', 'ワクチン|予防接種|ワクチン接種', '예방접종|백신|접종|예방 주사', { ...icon('💉'), ...kept('name date nextDate place note', ['events', 'collection']), ...risk('health') }),
  row('therapy', 'therapy|therapist|counselling|counseling|therapy session|psychotherapy', '心理咨询|咨询师|心理治疗', 'カウンセリング|心理療法|セラピー', '심리상담|상담 치료|테라피', { ...icon('🛋️'), ...kept('date person moodLevel note', ['journal']), ...topic('health', ['journal', 'mood'], 'date note'), ...risk('health') }),
  row('physio', 'physio|physiotherapy|rehab|rehabilitation|physical therapy|chiropractor|massage|acupuncture', '康复|理疗|复健|按摩|针灸', 'リハビリ|整体|マッサージ|鍼灸', '재활|물리치료|마사지|도수치료|침 치료', { ...icon('💆'), ...kept('date duration painLevel note', ['symptoms', 'workout']), ...risk('health') }),
  row('insuranceClaim', 'medical bill|medical bills|medical expenses|health insurance claim', '医疗费|医药费|医保报销', '医療費|医療費控除', '의료비|실비 청구|실손보험', { ...icon('🧾'), ...topic('health', ['expenses'], 'date price place'), ...risk('health') }),
  row('bloodDonation', 'blood donation|donate blood', '献血', '献血', '헌혈', { ...icon('🩸'), ...kept('date place nextDate note'), ...risk('health') }),

  // mind and sleep
  row('sleep', 'sleep|sleep log|sleep diary|how i slept|sleep tracker|insomnia', '睡眠|失眠|睡觉|作息', '睡眠|不眠|眠り|睡眠記録', '수면|잠|불면|불면증|수면 기록', { ...icon('😴'), ...kept('date bedtime wakeTime quality note', ['sleep']), ...topic('health', ['sleep'], 'bedtime wakeTime quality'), ...suggests({ sleep: 0.9 }), ...rhythm('day') }),
  row('nap', 'nap|naps|power nap|napping', '午睡|午休|小睡|打盹', '昼寝|仮眠|お昼寝', '낮잠|쪽잠', { ...icon('💤'), ...topic('health', ['sleep'], 'date duration'), ...rhythm('day') }),
  row('dream', 'dreams|dream journal|dream diary|lucid dream|nightmare', '梦境|做梦|噩梦|记梦', '夢日記|夢の内容|悪夢|明晰夢', '꿈 일기|꿈 기록|악몽|꿈 내용', { ...icon('🌙'), ...kept('date title note moodLevel', ['journal']), ...suggests({ journal: 0.7 }) }),
  row('mood', 'mood tracker|mood diary|mood swings|mood log|emotional health', '情绪记录|心情记录|情绪波动', '気分の記録|感情記録|メンタル|メンタルヘルス', '기분 기록|감정 기록|감정 일기|마음 기록|멘탈', { ...icon('🙂'), ...kept('date moodLevel energy note', ['mood']), ...topic('mind', ['mood'], 'moodLevel note'), ...suggests({ mood: 0.9 }), ...rhythm('day') }),
  row('anxiety', 'anxiety|panic attack|panic attacks|depression|worry|worries', '焦虑|恐慌|抑郁|担心', '不安|パニック|うつ|心配事', '불안|공황|우울|우울증|걱정', { ...icon('😟'), ...kept('date painLevel trigger note', ['symptoms', 'mood']), ...topic('mind', ['mood', 'symptoms'], 'painLevel trigger note'), ...risk('health') }),
  row('meditation', 'meditation|meditate|mindfulness|breathing exercise|breathing exercises', '冥想|正念|静坐|呼吸练习', '瞑想|マインドフルネス|座禅|呼吸法', '명상|마음챙김|호흡 운동|명상 시간', { ...icon('🧘'), ...kept('date duration moodLevel note', ['habit', 'journal']), ...topic('mind', ['habit', 'timer'], 'date duration'), ...rhythm('day') }),
  row('gratitude', 'gratitude|gratitude journal|thankful|grateful|three good things', '感恩|感恩日记|感谢的事', '感謝日記|感謝|よかったこと|三つの良いこと', '감사 일기|감사한 일|감사일기|고마운 일', { ...icon('🙏'), ...kept('date note', ['journal']), ...suggests({ journal: 0.8 }), ...rhythm('day') }),
  row('journal', 'journal|diary|diary entry|daily journal|journaling|journalling|one line a day|morning pages', '日记|日志|手账|随笔|写日记', '日記|ジャーナル|日誌|手帳', '일기|일기장|다이어리|저널|일지', { ...icon('📔'), ...kept('date title note moodLevel', ['journal']), ...suggests({ journal: 0.9 }), ...rhythm('day') }),
  row('prayer', 'prayer|prayers|bible reading|bible study|devotional|scripture|quran', '祷告|读经|灵修|念经|祈祷', '祈り|聖書|お祈り|写経', '기도|성경|큐티|기도 제목|말씀 묵상', { ...icon('🙏'), ...kept('date title note', ['journal', 'habit']), ...topic('mind', ['habit', 'journal'], 'date note'), ...rhythm('day') }),
  row('affirmation', 'affirmation|affirmations|motivation|motivational quotes', '自我肯定|励志|正能量', 'アファメーション|モチベーション|自己肯定', '긍정 확언|확언|동기부여', { ...icon('✨'), ...kept('quote author date', ['collection', 'journal']) }),

  // habits
  row('habits', 'habit|habits|habit tracker|good habits|daily habits', '习惯|好习惯|习惯养成|每日习惯', '習慣|習慣化|ハビット|生活習慣', '습관|좋은 습관|습관 만들기|생활 습관', { ...habit('✅'), ...kept('name frequency date', ['habit']), ...suggests({ habit: 0.9 }) }),
  row('smoking', 'smoking|quit smoking|cigarette|cigarettes|stop smoking|vaping', '戒烟|抽烟|香烟|吸烟', '禁煙|タバコ|たばこ|喫煙', '금연|담배|흡연|전자담배', { ...habit('🚭'), ...suggests({ habit: 0.6 }), ...risk('health') }),
  row('sobriety', 'sobriety|sober|alcohol free|quit drinking|dry january|days sober', '戒酒|不喝酒|滴酒不沾', '禁酒|断酒|休肝日', '금주|술 끊기|단주', { ...habit('🚱'), ...suggests({ habit: 0.7 }) }),
  row('noSugar', 'sugar free|no sugar|cut sugar|no junk food', '戒糖|不吃糖|戒奶茶', '砂糖断ち|甘いもの断ち|お菓子断ち', '설탕 끊기|무설탕|군것질 끊기', { ...habit('🍭'), ...suggests({ habit: 0.6 }) }),
  row('flossing', 'flossing|floss|brush teeth|brushing teeth', '刷牙|牙线', '歯磨き|フロス|歯みがき', '양치|치실|양치질', habit('🪥')),
  row('earlyRising', 'wake up early|early rising|getting up early|early bird', '早起|早睡早起|起早', '早起き|早寝早起き', '일찍 일어나기|미라클 모닝|아침 기상', { ...habit('🌅'), ...suggests({ habit: 0.5 }) }),
  row('screenTime', 'screen time|phone use|phone time|doomscrolling|digital detox|time on my phone', '屏幕时间|手机使用时间|玩手机|刷手机', 'スクリーンタイム|スマホ時間|スマホ依存|デジタルデトックス', '스크린타임|휴대폰 사용 시간|폰 사용|디지털 디톡스', { ...icon('📱'), ...topic('habit', ['habit', 'measurements'], 'date duration'), ...rhythm('day') }),

  // sport
  row('sport', 'sport|sports|physical activity|athletics|fitness', '运动|体育|健身运动|体育锻炼', 'スポーツ|運動|フィットネス', '운동|스포츠|체육|피트니스', { ...sport('🏅', 'date exerciseName duration note'), ...related('running gym swimming') }),
  row('workout', 'workout|workouts|training session|training log|workout log|home workout', '锻炼|健身训练|训练记录|健身记录|居家健身', 'ワークアウト|トレーニング|トレーニング記録|宅トレ', '트레이닝|홈트|운동 일지|운동 기록|홈트레이닝', { ...sport('💪', 'date exerciseName sets reps weight note'), ...suggests({ workout: 0.6 }) }),
  row('gym', 'gym|gyms|gym session|fitness club|gym workout', '健身房|健身|撸铁|私教', 'ジム|スポーツジム|パーソナルトレーニング', '헬스장|헬스|피티|PT', { ...sport('🏋️', 'date exerciseName sets reps weight') }),
  row('strength', 'strength training|weightlifting|lifting|bench press|squat|squats|deadlift|dumbbell|muscle training', '力量训练|卧推|深蹲|硬拉|举重|哑铃|增肌', '筋トレ|ベンチプレス|スクワット|デッドリフト|ダンベル', '근력 운동|웨이트|스쿼트|데드리프트|벤치프레스|덤벨', { ...sport('🏋️', 'date exerciseName weight sets reps') }),
  row('pushUps', 'push-up|push-ups|pushups|pull-ups|pull-up|sit-ups|plank|planks|burpees', '俯卧撑|引体向上|仰卧起坐|平板支撑', '腕立て|腕立て伏せ|懸垂|腹筋|プランク', '팔굽혀펴기|푸쉬업|턱걸이|윗몸일으키기|플랭크', sport('💪', 'date exerciseName reps sets')),
  row('running', 'running|run log|jogging|jog|runs|marathon|half marathon|5k|10k|parkrun', '跑步|慢跑|夜跑|晨跑|马拉松|半马', 'ランニング|ジョギング|マラソン|駅伝|ハーフマラソン', '달리기|러닝|런닝|조깅|마라톤|하프마라톤', { ...sport('🏃', 'date distance duration pace note') }),
  row('walking', 'walking|walks|strolls|daily walk|stroll', '散步|走路|步行|健走', '散歩|ウォーキング|お散歩', '걷기|산책|만보 걷기|워킹', sport('🚶', 'date distance duration stepCount note')),
  row('hiking', 'hiking|hike|hikes|trekking|mountaineering|trail|summit|summits', '徒步|爬山|登山|远足', '登山|ハイキング|山登り|トレッキング|山行', '등산|하이킹|산행|트레킹|둘레길', { ...icon('🥾'), ...kept('name date distance elevation duration rating note', ['collection', 'workout']), ...topic('sport', ['workout', 'trip'], 'name date distance duration') }),
  row('cycling', 'cycling|bike ride|bike rides|cycle rides|spinning', '骑行|骑车|动感单车', 'サイクリング|自転車で走|スピンバイク', '사이클|라이딩|자전거 타기|스피닝', { ...sport('🚴', 'date distance duration elevation note') }),
  row('swimming', 'swimming|swim|swims|lap swimming|swimming pool', '游泳|泳池|蛙泳|自由泳', '水泳|スイミング|プール', '수영|수영장|자유형|수영 기록', { ...sport('🏊', 'date distance laps duration note') }),
  row('yoga', 'yoga|yoga class|vinyasa', '瑜伽|练瑜伽', 'ヨガ|ホットヨガ', '요가|핫요가', sport('🧘')),
  row('pilates', 'pilates|reformer|barre class', '普拉提', 'ピラティス', '필라테스', sport('🤸')),
  row('stretching', 'stretching|stretches|stretch|warm-up|warm up|foam rolling', '拉伸|热身|伸展', 'ストレッチ|準備運動|柔軟体操', '스트레칭|준비운동|몸풀기', sport('🤸')),
  row('cardio', 'cardio|hiit|aerobics|zumba|treadmill|rowing machine|elliptical', '有氧|跑步机|椭圆机|跳操', '有酸素運動|エアロビクス|トレッドミル', '유산소|런닝머신|에어로빅|줌바', sport('❤️‍🔥', 'date exerciseName duration calories')),
  row('jumpRope', 'jump rope|skipping rope|hula hoop', '跳绳|呼啦圈', '縄跳び|なわとび|フラフープ', '줄넘기|훌라후프', sport('🪢', 'date reps duration')),
  row('dance', 'dance class|dancing|ballet|salsa|dance practice', '跳舞|舞蹈|芭蕾|广场舞', 'ダンス|バレエ|社交ダンス', '댄스|춤|발레|무용', sport('💃')),
  row('climbing', 'climbing|bouldering|rock climbing|climbing routes', '攀岩|抱石', 'ボルダリング|クライミング', '클라이밍|볼더링|암벽등반', { ...icon('🧗'), ...kept('name date place difficulty done note', ['workout', 'collection']), ...topic('sport', ['workout'], 'name difficulty date') }),
  row('martialArts', 'martial arts|karate|judo|taekwondo|boxing|jiu-jitsu|tai chi|kendo', '武术|跆拳道|拳击|太极|柔道|空手道', '武道|空手|柔道|剣道|ボクシング|合気道', '태권도|유도|복싱|검도|주짓수|무술', sport('🥋')),
  row('football', 'football|soccer|football match|football team', '足球|踢球|踢足球', 'サッカー|フットサル', '축구|풋살', ball('⚽')),
  row('basketball', 'basketball|pickup basketball|nba', '篮球|打篮球', 'バスケットボール|バスケ', '농구', ball('🏀')),
  row('baseball', 'baseball|softball|baseball games', '棒球|垒球', '野球|ソフトボール|プロ野球', '야구|소프트볼|프로야구', ball('⚾')),
  row('tennis', 'tennis|squash court|padel|pickleball', '网球|壁球', 'テニス|スカッシュ', '테니스|스쿼시', ball('🎾')),
  row('badminton', 'badminton|table tennis|ping pong', '羽毛球|乒乓球|打羽毛球', 'バドミントン|卓球', '배드민턴|탁구', ball('🏸')),
  row('volleyball', 'volleyball|beach volleyball|handball|rugby|hockey|cricket', '排球|橄榄球|曲棍球|手球', 'バレーボール|ラグビー|ホッケー|バレー', '배구|럭비|하키|핸드볼', ball('🏐')),
  row('golf', 'golf|golf rounds|golf course|handicap|golfing', '高尔夫|打高尔夫', 'ゴルフ|ゴルフ場|ゴルフコース', '골프|골프장|스크린골프|라운딩', { ...icon('⛳'), ...kept('date place score note', ['score', 'collection']), ...topic('sport', ['score'], 'date place score') }),
  row('bowling', 'bowling|darts|billiards|snooker|pool table', '保龄球|飞镖|台球|桌球', 'ボウリング|ダーツ|ビリヤード', '볼링|다트|당구', ball('🎳')),
  row('skiing', 'skiing|snowboarding|snowboard|ski|ski trip|ice skating|skating', '滑雪|滑冰|单板|溜冰', 'スキー|スノーボード|スノボ|スケート', '스키|스노보드|스키장|스케이트', sport('⛷️', 'date place duration note')),
  row('surfing', 'surfing|surf|sailing|kayaking|paddleboard|rowing', '冲浪|帆板|皮划艇|划船|桨板', 'サーフィン|カヤック|カヌー', '서핑|카약|패들보드|요트 타기|조정', sport('🏄', 'date place duration note')),
  row('diving', 'diving|scuba|scuba diving|snorkelling|snorkeling|dive log|freediving', '潜水|浮潜|水肺', 'ダイビング|スキューバ|シュノーケリング|素潜り', '다이빙|스쿠버|스노클링|프리다이빙', { ...icon('🤿'), ...kept('date place depth duration temperature note', ['collection', 'workout']), ...topic('sport', ['workout'], 'date place depth duration') }),
  row('fishing', 'fishing|angling|catch log|fishing trip|fly fishing', '钓鱼|垂钓|海钓|路亚钓', '釣り|釣果|魚釣り|フィッシング|海釣り', '낚시|낚시 기록|바다낚시|조과', { ...icon('🎣'), ...kept('date place species lengthOf weight caughtWith note', ['collection']), ...topic('sport', ['collection'], 'date place species') }),
  row('race', 'race results|races|race day|triathlon|ironman|race entry', '比赛成绩|铁人三项|参赛', 'レース|大会|トライアスロン|大会記録', '대회|철인3종|경기 기록|레이스', { ...icon('🏁'), ...kept('name date distance duration result note', ['collection', 'events']) }),
  row('personalBest', 'personal best|personal bests|personal record|personal records|one rep max', '个人最好成绩|最好成绩|个人纪录', '自己ベスト|自己記録|最高記録', '개인 최고 기록|최고 기록|자기 기록', { ...icon('🏆'), ...kept('exerciseName result date note', ['workout', 'collection']) }),

  // babies and children
  row('baby', 'baby|newborn|infant|toddler|baby log|baby tracker', '宝宝|婴儿|新生儿|孩子出生', '赤ちゃん|新生児|乳児|ベビー', '아기|신생아|영아|아기 기록', { ...care('👶'), ...suggests({ feeding: 0.6 }) }),
  row('childcare', 'childcare|parenting|nanny|babysitter|day care|daycare', '育儿|带娃|保姆|托儿所', '育児|子育て|育児記録|保育園|ベビーシッター', '육아|돌봄|어린이집|베이비시터|육아 기록', { ...icon('🍼'), ...topic('baby', ['feeding', 'events'], 'date type note'), ...suggests({ feeding: 0.4 }) }),
  row('breastfeeding', 'breastfeeding|breast feeding|nursing|breast milk|pumping', '母乳|喂奶|哺乳|吸奶|亲喂', '授乳|母乳|搾乳', '모유|수유|모유 수유|유축', { ...care('🤱'), ...suggests({ feeding: 0.9 }) }),
  row('bottleFeed', 'formula milk|bottle feed|bottle feeding|baby bottle|baby feeding', '奶粉|奶瓶|奶量|喂奶粉', '粉ミルク|哺乳瓶|ミルクの量|ミルク', '분유|젖병|분유량', { ...care('🍼'), ...suggests({ feeding: 0.8 }) }),
  row('diaper', 'diaper|diapers|nappy|nappies|diaper change|potty|potty training', '尿布|尿不湿|换尿布|纸尿裤|如厕训练', 'おむつ|オムツ|おむつ替え|トイトレ', '기저귀|기저귀 갈기|배변 훈련|배변', { ...care('🧷'), ...suggests({ feeding: 0.8 }) }),
  row('babySleep', 'baby sleep|baby naps|sleep training', '宝宝睡眠|哄睡', 'ねんね|赤ちゃんの睡眠|寝かしつけ', '아기 수면|재우기|통잠', care('😴')),
  row('milestones', 'baby milestones|first words|first steps|baby firsts|firsts', '成长里程碑|第一次走路|宝宝第一次', '初めての記念|成長の記録|はじめて記念日', '첫 걸음마|성장 이정표|아기 첫', { ...icon('🌟'), ...kept('title date photo note', ['journal', 'collection']) }),
  row('kidsWords', 'funny things kids say|kid quotes|what my kids say', '孩子说的话|童言童语', '子どもの名言|子供の発言', '아이 어록|아이가 한 말', { ...icon('💬'), ...kept('quote person date age', ['journal', 'collection']) }),
  row('kidsTime', 'playdate|playdates|kids activities|kids activity|after-school activity', '亲子活动|兴趣班|亲子', '習い事|子どもの予定|親子イベント', '아이 활동|학원|방과후|키즈 활동', { ...icon('🧸'), ...kept('name person weekday time fee', ['events']) }),
  row('elderCare', 'elder care|caregiving|caring for my parents|care log|carer', '护理记录|照顾老人|看护|养老', '介護|介護記録|看護', '간병|요양|돌봄 기록|부모님 간호', { ...icon('🧓'), ...kept('date time type person note', ['symptoms', 'events']), ...risk('health') }),
]
