/**
 * Slots that are said as nouns: "my birthday is ...", 我的生日是, 誕生日は…です, 생일은 …이에요. `value` says how what
 * follows is read (values.ts); `bare` nouns count without a copula and without an owner (鞋码42), where a log entry never looks so.
 */
import { type Columns, columns } from './table.ts'

export type ValueKind =
  | 'name'
  | 'place'
  | 'thing'
  | 'job'
  | 'day'
  | 'age'
  | 'length'
  | 'mass'
  | 'size'
  | 'money'
  | 'phone'
  | 'email'
  | 'secret'
  | 'digits'
  | 'blood'
  | 'count'
  | 'diet'
  | 'condition'
  | 'words'
  | 'spot'

export type NounRow = { attribute: string; value: ValueKind; bare: boolean; forms: Columns }

const row = (attribute: string, value: ValueKind, en: string, zh: string, ja: string, ko: string, bare = false): NounRow => ({
  attribute,
  value,
  bare,
  forms: columns(en, zh, ja, ko),
})

export const NOUNS: readonly NounRow[] = [
  row('name', 'name', 'name|full name|first name|nickname', '名字|全名|小名', '名前|お名前|あだ名|フルネーム', '이름|성함|별명'),
  row('home', 'place', 'home|current city|home city', '住处|居住地|家', '住まい|自宅|家|住んでいるところ', '집|사는 곳|거주지'),
  row('address', 'words', 'address|home address', '地址|住址|家庭住址', '住所', '주소|집 주소'),
  row('origin', 'place', 'hometown|home town|birthplace', '老家|家乡|籍贯|故乡', '出身|出身地|地元|実家|故郷', '고향|출신지'),
  row('job', 'job', 'job|occupation|profession', '工作|职业|职位', '仕事|職業', '직업|하는 일'),
  row('employer', 'words', 'company|employer|workplace', '公司|单位', '会社|勤務先|勤め先|職場', '회사|직장|근무지'),
  row('school', 'words', 'school|university|college', '学校|大学|母校', '学校|大学|母校', '학교|대학교|대학'),
  row('studies', 'thing', 'major', '专业', '専攻', '전공'),
  row(
    'birthday',
    'day',
    'birthday|bday|birth date|date of birth|birthdate',
    '生日|出生日期',
    '誕生日|生年月日|お誕生日|バースデー',
    '생일|생년월일|생신',
    true,
  ),
  row('anniversary', 'day', 'anniversary|wedding anniversary', '结婚纪念日|纪念日', '結婚記念日|記念日', '결혼기념일|기념일', true),
  row('age', 'age', 'age', '年龄|年纪', '年齢|歳', '나이|연세'),
  row('height', 'length', 'height', '身高', '身長', '키|신장', true),
  row('weight', 'mass', 'weight', '体重', '体重', '몸무게|체중'),
  row(
    'shoe size',
    'size',
    'shoe size|shoes size',
    '鞋码|鞋子尺码|鞋号',
    '靴のサイズ|足のサイズ|靴サイズ',
    '신발 사이즈|발 사이즈|신발사이즈|발사이즈',
    true,
  ),
  row(
    'clothing size',
    'size',
    'clothing size|shirt size|t-shirt size|dress size|pants size',
    '衣服尺码|衣服的尺码|衣服码数|T恤尺码',
    '服のサイズ|シャツのサイズ|洋服のサイズ',
    '옷 사이즈|셔츠 사이즈|옷사이즈|바지 사이즈',
    true,
  ),
  row('blood type', 'blood', 'blood type|blood group', '血型', '血液型', '혈액형', true),
  row(
    'phone',
    'phone',
    'phone number|cell number|mobile number|number|phone|cell|mobile',
    '手机号|手机号码|电话号码|电话|手机|新手机号|新号码',
    '電話番号|携帯番号|携帯|電話|連絡先',
    '전화번호|휴대폰 번호|핸드폰 번호|번호|연락처|휴대폰|폰번호',
    true,
  ),
  row(
    'email',
    'email',
    'email|e-mail|email address|mail',
    '邮箱|邮箱地址|电子邮件|电邮',
    'メール|メールアドレス|メアド|連絡先',
    '이메일|메일|이메일 주소|메일 주소',
    true,
  ),
  row(
    'salary',
    'money',
    'salary|monthly salary|income|pay|annual salary',
    '工资|月薪|年薪|收入|薪水',
    '給料|月収|年収|手取り|収入|月給',
    '월급|연봉|급여|수입',
    true,
  ),
  row('rent', 'money', 'rent', '房租|租金', '家賃', '월세|집세', false),
  row(
    'password',
    'secret',
    'password|passcode|wifi password|wi-fi password|login|passphrase',
    '密码|wifi密码|登录密码|无线密码|WiFi密码',
    'パスワード|暗証コード',
    '비밀번호|비번|패스워드|암호',
    true,
  ),
  row(
    'pin',
    'secret',
    'pin|pin code|pin number|door code|alarm code|gate code',
    'PIN码|支付密码|门锁密码|取款密码|门禁密码',
    '暗証番号|PIN|ピンコード',
    '핀번호|핀 번호|현관 비밀번호|현관 비번|PIN',
    true,
  ),
  row(
    'card',
    'digits',
    'credit card number|card number|debit card number|bank account number|account number|iban',
    '卡号|银行卡号|信用卡号|银行账号|信用卡号码',
    'カード番号|クレジットカード番号|口座番号',
    '카드 번호|카드번호|계좌번호|계좌 번호',
    true,
  ),
  row(
    'id-number',
    'secret',
    'passport number|social security number|ssn|national id|id number|tax number|driving licence number',
    '身份证号|身份证号码|护照号|护照号码|社保号',
    'マイナンバー|パスポート番号|旅券番号|免許証番号',
    '주민등록번호|주민번호|여권번호|여권 번호|운전면허번호',
    true,
  ),
  row('allergy', 'thing', 'allergy|allergies', '过敏源|过敏原', 'アレルギー', '알레르기'),
  row('nationality', 'words', 'nationality|citizenship', '国籍', '国籍', '국적'),
  row('does', 'thing', 'hobby|hobbies', '爱好|兴趣|业余爱好', '趣味', '취미'),
  row('goal', 'words', 'goal|dream|goal for this year', '目标|梦想', '目標|夢', '목표|꿈'),
  row('medication', 'thing', 'medication|medicine|prescription', '常用药', '常備薬|飲んでいる薬', '먹는 약|복용약'),
  row('diet', 'diet', 'diet', '饮食习惯', '食生活', '식단'),
]
