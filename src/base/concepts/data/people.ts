/** People and groups of people. */
import { icon, kept, related, row, suggests, topic } from '../row.ts'
import type { Concept } from '../types.ts'

const relative = (emoji: string) => ({
  ...icon(emoji),
  ...kept('name birthday phone note', ['contacts', 'birthdays']),
  ...topic('people', ['contacts', 'birthdays', 'gifts'], 'person date note'),
})
const group = (emoji: string, fields = 'name position phone email note') => ({
  ...icon(emoji),
  ...kept(fields, ['contacts']),
  ...topic('people', ['contacts'], 'person note'),
})

// biome-ignore format: a table reads best one row a line
export const PEOPLE: Concept[] = [
  row('contacts', 'contact|contacts|contact list|address book|phone book|people i know', '联系人|通讯录|人脉|电话本', '連絡先|住所録|名簿|アドレス帳|電話帳', '연락처|주소록|명단|인맥|전화번호부', { ...group('📇', 'name phone email birthday note'), ...suggests({ contacts: 0.8 }), ...related('birthdayList keepInTouch') }),
  row('keepInTouch', 'keep in touch|stay in touch|catch up with people|friends to call|call my parents', '保持联系|常联系|问候', '連絡を取る|ご無沙汰|近況連絡', '안부|안부 전화|연락하고 지내', { ...group('📞', 'name lastContact frequency phone note'), ...suggests({ contacts: 0.5 }) }),
  row('birthdayList', 'birthday list|birthday calendar|birthday reminders|family birthdays|friends\' birthdays', '生日列表|生日提醒|大家的生日', '誕生日リスト|みんなの誕生日', '생일 목록|생일 알림|가족 생일', { ...icon('🎂'), ...kept('name birthday relationship note', ['birthdays']), ...suggests({ birthdays: 0.8 }) }),
  row('family', 'family|families|relatives|household members|family members', '家人|家庭|亲戚|家庭成员', '家族|親戚|身内|親族', '가족|친척|식구|가족들', relative('👨‍👩‍👧')),
  row('parents', 'parent|parents|mum|mom|mother|dad|father', '父母|爸妈|妈妈|爸爸|爹妈', '両親|母親|父親|お母さん|お父さん|親', '부모님|엄마|아빠|어머니|아버지', relative('👪')),
  row('grandparents', 'grandparent|grandparents|grandma|grandmother|grandpa|grandfather|granny', '爷爷|奶奶|外婆|外公|姥姥|祖父母', '祖父母|おばあちゃん|おじいちゃん|祖母|祖父', '할머니|할아버지|조부모|외할머니', relative('👵')),
  row('children', 'child|children|kid|kids|son|daughter|grandchildren', '孩子|小孩|儿子|女儿|娃|小朋友', '子供|子ども|息子|娘|こども', '아이|자녀|아이들|아들|딸', relative('🧒')),
  row('siblings', 'sibling|siblings|brother|brothers|sister|sisters|cousin|cousins', '兄弟|姐妹|兄弟姐妹|哥哥|弟弟|妹妹|姐姐', '兄弟|姉妹|兄弟姉妹|いとこ', '형제|자매|남매|사촌|동생|언니|오빠', relative('👫')),
  row('spouse', 'husband|wife|spouse|my partner|boyfriend|girlfriend|fiancé', '老公|老婆|丈夫|妻子|男朋友|女朋友|对象男友|伴侣', '夫|妻|旦那|彼氏|彼女|恋人|配偶者', '남편|아내|배우자|남자친구|여자친구|애인|남친|여친', relative('💞')),
  row('couple', 'couple|couples|our relationship|the two of us|relationship diary', '情侣|两口子|小两口|二人世界', 'カップル|夫婦|二人の記録', '커플|부부|연인|둘만의', { ...icon('💑'), ...topic('people', ['countdown', 'journal', 'split'], 'date note') }),
  row('friends', 'friend|friends|best friend|best friends|buddy|mates', '朋友|好友|闺蜜|好朋友|哥们', '友達|友人|親友|ともだち|仲間', '친구|친구들|절친|베프', relative('🧑‍🤝‍🧑')),
  row('neighbours', 'neighbour|neighbor|neighbours|neighbors|neighbourhood|neighborhood', '邻居|街坊|邻里', '隣人|ご近所|近所の人', '이웃|옆집|동네 사람', relative('🏘️')),
  row('colleagues', 'colleague|colleagues|coworker|coworkers|co-workers|boss', '同事|上司|老板|领导', '同僚|上司|部下|職場の人', '동료|직장 동료|상사|직장 상사', group('🧑‍💼', 'name position company email birthday note')),
  row('team', 'team|teams|teammates|team members|crew|department', '团队|小组|队员|班组|部门', 'チーム|メンバー|チームメンバー|部署', '팀|팀원|팀원들|부서|조원', group('👥')),
  row('members', 'club members|member list|members list|club|society members|association', '社团|会员名单|成员|俱乐部', '部員|会員|会員名簿|サークル|部活', '회원|동호회|회원 명단|동아리|부원', group('🏷️', 'name phone start paid note')),
  row('staff', 'staff|employee|employees|volunteers|personnel', '员工|职员|雇员|人员', '社員|スタッフ|従業員|職員', '직원|사원|종업원|스태프', group('🧑‍🏭', 'name position start phone salary')),
  row('clients', 'clients|customers|client list|customer list|leads|prospects|crm', '客户名单|客户管理|客户资料|潜在客户', '顧客管理|顧客リスト|見込み客|お客さんリスト', '고객 관리|고객 명단|거래처 목록|고객 목록', { ...group('🤝', 'name company phone email status lastContact note'), ...suggests({ contacts: 0.6 }) }),
  row('suppliers', 'supplier|suppliers|vendors|contractors|tradespeople', '供应商|供货商|承包商|厂商名单', '仕入先|業者|取引業者', '공급업체|납품업체|업체 목록|협력사', group('🚚', 'name contactInfo phone price rating note')),
  row('students', 'student|students|pupil|pupils|class list|classmates|classmate', '学生|同学|学员|班级名单', '生徒|学生|同級生|クラスメイト', '학생|학생 명단|같은 반|반 친구|수강생', group('🧑‍🎓', 'name grade phone note')),
  row('teachers', 'teachers|tutors|professors|mentors|mentor', '任课老师|导师|教授|辅导员', '担任|教授|恩師|家庭教師', '담임|교수님|멘토|과외 선생님', group('🧑‍🏫', 'name subject phone email note')),
  row('players', 'player|players|football players|squad|line-up|lineup', '球员|选手|玩家|队伍名单', '選手|プレイヤー|出場選手', '선수|플레이어|선수 명단', group('⛹️', 'name number position score note')),
  row('guests', 'guest|guests|guest list|invitees|wedding guests|rsvps|invitations|invitation|invite list', '宾客|来宾|嘉宾|客人|邀请名单|请柬', '招待客|ゲストリスト|来客|招待状|ゲスト|招待リスト', '하객|손님|손님 명단|초대 명단|초대장|게스트', { ...icon('💌'), ...kept('name partySize attending allergy phone note', ['guests']), ...topic('event', ['guests'], 'name attending'), ...suggests({ guests: 0.8 }) }),
  row('participants', 'participant|participants|attendee|attendees|sign-ups|sign-up sheet|attendance|attendance sheet|roll call', '参加者|参与者|报名|签到|出席名单|点名', '参加者|出席者|出欠表|申し込み者|参加者名簿', '참가자|참석자|출석부|참가 신청|신청자', { ...icon('🙋'), ...kept('name attending phone paid note', ['guests']), ...topic('event', ['guests'], 'name attending'), ...suggests({ guests: 0.5 }) }),
  row('seating', 'seating plan|seating chart|table plan|seat plan', '座位表|座位安排|桌次', '席次表|席順|座席表', '좌석 배치|자리 배치|좌석표', { ...icon('🪑'), ...kept('name seat note', ['guests']), ...suggests({ guests: 0.5 }) }),
  row('voters', 'poll|polls|voting|vote|votes|survey|surveys|ballot|questionnaire', '投票|问卷|调查|表决|民意调查', '投票|アンケート|多数決|意見調査', '투표|설문|설문조사|표결|다수결', { ...icon('🗳️'), ...topic('people', ['poll'], 'person answer'), ...suggests({ poll: 0.8 }) }),
  row('babyNames', 'baby name|baby names|name ideas|names for the baby', '宝宝名字|起名|取名', '赤ちゃんの名前|名付け|名前の候補', '아기 이름|작명|이름 후보', { ...icon('👶'), ...kept('name meaning gender rating note', ['decision', 'collection']) }),
  row('familyTree', 'family tree|ancestors|genealogy|ancestry', '家谱|族谱|祖先', '家系図|先祖|家系', '가계도|족보|조상', { ...icon('🌳'), ...kept('name birthday relationship place note', ['contacts', 'collection']) }),
  row('memories', 'memories|memory|family memories|keepsakes|time capsule|stories from grandma', '回忆|往事|纪念|家族故事', '思い出|家族の思い出|記憶', '추억|추억 기록|가족 이야기', { ...icon('🎞️'), ...kept('title date person photo note', ['journal', 'collection']) }),
  row('emergencyContacts', 'emergency contact|emergency contacts|emergency numbers', '紧急联系人|紧急电话', '緊急連絡先|緊急連絡', '비상 연락처|긴급 연락처|비상연락망', { ...icon('🚨'), ...kept('name relationship phone note', ['contacts']), ...suggests({ contacts: 0.6 }) }),
  row('conversations', 'conversation|conversations|phone calls|calls i made|call log|networking', '通话记录|谈话记录|沟通记录|社交', '通話記録|会話の記録|交流', '통화 기록|대화 기록|네트워킹', { ...icon('💬'), ...kept('person date note nextDate', ['contacts', 'journal']) }),
  row('dating', 'dating log|first dates|dates i went on|matches i met', '相亲|相亲对象|恋爱记录|感情', '婚活|お見合い|恋活|マッチングアプリ', '소개팅|맞선|연애 기록|썸', { ...icon('💘'), ...kept('name date place rating note', ['collection', 'journal']) }),
  row('promises', 'promise|promises|commitments|favours|favors|favours owed', '承诺|约定|人情', '約束|約束事', '다짐|부탁받은 일|맹세', { ...icon('🤞'), ...kept('title person due done', ['checklist']) }),
  row('complaints', 'complaint|complaints|support tickets|customer feedback|feedback', '投诉|反馈|意见反馈|客诉', 'クレーム|苦情|フィードバック|問い合わせ', '불만|민원|피드백|문의|건의사항', { ...icon('📣'), ...kept('title date person status note', ['board', 'collection']) }),
]
