/** The calculators that are known: what is entered, what comes out, and the words that ask for each. */
import { t, type Words } from '../words.ts'

export type Input = { id: string; label: Words; kind: string; default?: number | string }
export type Output = {
  id: string
  label: Words
  formula: string
  shows: 'money' | 'number' | 'percent' | 'date' | 'duration'
  decimals?: number
  unit?: string
}

export type Kind = { id: string; name: Words; icon: string; words: string; inputs: Input[]; outputs: Output[]; risk?: 'money' | 'health' }

export const i = (id: string, label: string, kind: string, given?: number | string): Input => ({
  id,
  label: t(label),
  kind,
  ...(given !== undefined ? { default: given } : {}),
})
export const o = (id: string, label: string, formula: string, shows: Output['shows'] = 'number', decimals?: number): Output => ({
  id,
  label: t(label),
  formula,
  shows,
  ...(decimals !== undefined ? { decimals } : {}),
})

/** Tried in order; the words are looked for in the folded request. */
export const KINDS: Kind[] = [
  {
    id: 'tip',
    name: t('Tip calculator / 小费计算器 / チップ計算 / 팁 계산기'),
    icon: '🍽️',
    words: 'tip,tips,gratuity,小费,チップ,팁',
    inputs: [
      i('bill', 'Bill / 账单金额 / 会計金額 / 금액', 'money'),
      i('rate', 'Tip (%) / 小费比例(%) / チップ率(%) / 팁 비율(%)', 'num', 15),
      i('people', 'People / 人数 / 人数 / 인원', 'int', 2),
    ],
    outputs: [
      o('tip', 'Tip / 小费 / チップ / 팁', 'bill * rate / 100', 'money'),
      o('total', 'Total / 合计 / 合計 / 합계', 'bill + bill * rate / 100', 'money'),
      o('each', 'Per person / 每人 / 1人あたり / 1인당', '(bill + bill * rate / 100) / people', 'money'),
    ],
  },
  {
    id: 'bmi',
    name: t('BMI calculator / BMI计算器 / BMI計算 / BMI 계산기'),
    icon: '⚖️',
    words: 'bmi,body mass index,体质指数,体格指数,肥満度,체질량',
    risk: 'health',
    inputs: [i('height', 'Height / 身高 / 身長 / 키', 'qty:cm', 170), i('weight', 'Weight / 体重 / 体重 / 체중', 'qty:kg')],
    outputs: [
      o('bmi', 'BMI / BMI / BMI / BMI', 'weight / pow(height / 100, 2)', 'number', 1),
      o('usual', 'Weight at BMI 22 / BMI为22时的体重 / BMI22の体重 / BMI 22일 때 체중', '22 * pow(height / 100, 2)', 'number', 1),
    ],
  },
  {
    id: 'fuel',
    name: t('Fuel cost / 油费计算 / ガソリン代計算 / 유류비 계산기'),
    icon: '⛽',
    words: 'fuel cost,gas cost,petrol cost,cost of fuel,driving cost,油费,油钱,ガソリン代,燃料代,유류비,기름값,주유비',
    inputs: [
      i('distance', 'Distance / 距离 / 距離 / 거리', 'qty:km'),
      i('use', 'Litres per 100 km / 每百公里油耗(升) / 100kmあたりの燃料(L) / 100km당 연료(L)', 'num', 7),
      i('price', 'Price per litre / 每升油价 / 1Lの価格 / 리터당 가격', 'money'),
    ],
    outputs: [
      o('fuel', 'Fuel (L) / 用油(升) / 燃料(L) / 연료(L)', 'distance * use / 100', 'number', 1),
      o('cost', 'Cost / 油费 / 燃料代 / 비용', 'distance * use / 100 * price', 'money'),
    ],
  },
  {
    id: 'loan',
    name: t('Loan calculator / 贷款计算器 / ローン計算 / 대출 계산기'),
    icon: '🏦',
    words:
      'loan,mortgage,repayment,monthly payment,instalment,installment,贷款,房贷,车贷,月供,还款,分期,ローン,返済,借入,대출,상환,할부,주택담보',
    risk: 'money',
    inputs: [
      i('loan', 'Loan / 贷款金额 / 借入額 / 대출 금액', 'money'),
      i('rate', 'Interest rate (% a year) / 年利率(%) / 金利(年%) / 금리(연 %)', 'num', 3),
      i('term', 'Years / 年数 / 返済年数 / 기간(년)', 'int', 20),
    ],
    outputs: [
      o(
        'monthly',
        'Monthly payment / 月供 / 毎月の返済額 / 월 상환액',
        'if(rate = 0, loan / (term * 12), loan * (rate / 1200) / (1 - pow(1 + rate / 1200, -term * 12)))',
        'money',
      ),
      o('paid', 'Paid in all / 还款总额 / 総返済額 / 총 상환액', 'monthly * term * 12', 'money'),
      o('interest', 'Interest in all / 利息总额 / 利息の合計 / 총 이자', 'paid - loan', 'money'),
    ],
  },
  {
    id: 'saving',
    name: t('Savings calculator / 储蓄计算器 / 積立計算 / 적금 계산기'),
    icon: '🌱',
    words:
      'savings,compound,compound interest,if i save,save,saving,investment return,invest,retirement,复利,储蓄,存钱,存款,攒钱,定投,理财,積立,積み立て,貯金,複利,投資,저축,적금,복리,예금,투자',
    risk: 'money',
    inputs: [
      i('initial', 'To start with / 初始金额 / 元金 / 처음 금액', 'money', 0),
      i('deposit', 'Every month / 每月存入 / 毎月の積立額 / 매월 금액', 'money'),
      i('rate', 'Interest rate (% a year) / 年利率(%) / 年利(%) / 이율(연 %)', 'num', 3),
      i('term', 'Years / 年数 / 年数 / 기간(년)', 'int', 10),
    ],
    outputs: [
      o(
        'total',
        'In the end / 到期金额 / 満期の金額 / 만기 금액',
        'if(rate = 0, initial + deposit * term * 12, initial * pow(1 + rate / 1200, term * 12) + deposit * (pow(1 + rate / 1200, term * 12) - 1) / (rate / 1200))',
        'money',
      ),
      o('paidIn', 'Paid in / 本金 / 元本 / 원금', 'initial + deposit * term * 12', 'money'),
      o('gain', 'Interest / 利息 / 利息 / 이자', 'total - paidIn', 'money'),
    ],
  },
  {
    id: 'discount',
    name: t('Discount calculator / 折扣计算器 / 割引計算 / 할인 계산기'),
    icon: '🏷️',
    words: 'discount,sale price,percent off,% off,折扣,打折,优惠价,割引,値引き,セール,할인,세일',
    inputs: [i('price', 'Price / 原价 / 定価 / 정가', 'money'), i('off', 'Discount (%) / 折扣(减%) / 割引率(%) / 할인율(%)', 'num', 20)],
    outputs: [
      o('final', 'You pay / 折后价 / 割引後の価格 / 할인가', 'price * (1 - off / 100)', 'money'),
      o('saved', 'You save / 节省 / 割引額 / 절약 금액', 'price * off / 100', 'money'),
    ],
  },
  {
    id: 'tax',
    name: t('Tax calculator / 税额计算器 / 税込計算 / 세금 계산기'),
    icon: '🧾',
    words: 'tax,vat,gst,sales tax,税,增值税,消費税,税込,税抜,세금,부가세,세율',
    risk: 'money',
    inputs: [
      i('price', 'Before tax / 税前金额 / 税抜価格 / 세전 금액', 'money'),
      i('rate', 'Tax (%) / 税率(%) / 税率(%) / 세율(%)', 'num', 10),
    ],
    outputs: [
      o('tax', 'Tax / 税额 / 税額 / 세금', 'price * rate / 100', 'money'),
      o('total', 'With tax / 含税金额 / 税込価格 / 세후 금액', 'price + price * rate / 100', 'money'),
    ],
  },
  {
    id: 'unitPrice',
    name: t('Price comparison / 单价比较 / 単価比較 / 단가 비교'),
    icon: '🛒',
    words:
      'unit price,price per,per gram,per 100g,cheaper per,best value,单价,每克,哪个划算,単価,どちらがお得,100gあたり,단가,100g당,어느 게 더 싼',
    inputs: [
      i('priceA', 'Price A / A的价格 / Aの価格 / A 가격', 'money'),
      i('amountA', 'Amount A / A的量 / Aの量 / A 양', 'num', 100),
      i('priceB', 'Price B / B的价格 / Bの価格 / B 가격', 'money'),
      i('amountB', 'Amount B / B的量 / Bの量 / B 양', 'num', 100),
    ],
    outputs: [
      o('unitA', 'A for each unit / A单价 / Aの単価 / A 단가', 'priceA / amountA', 'number', 3),
      o('unitB', 'B for each unit / B单价 / Bの単価 / B 단가', 'priceB / amountB', 'number', 3),
      o('ratio', 'A compared with B / A相对B / BにくらべたA / B 대비 A', '(priceA / amountA) / (priceB / amountB) * 100', 'number', 0),
    ],
  },
  {
    id: 'calories',
    name: t('Calorie needs / 每日热量 / 必要カロリー / 하루 칼로리'),
    icon: '🔥',
    words: 'calorie,calories,bmr,metabolic rate,tdee,基础代谢,热量,基礎代謝,カロリー,기초대사,칼로리',
    risk: 'health',
    inputs: [
      i('weight', 'Weight / 体重 / 体重 / 체중', 'qty:kg'),
      i('height', 'Height / 身高 / 身長 / 키', 'qty:cm'),
      i('age', 'Age / 年龄 / 年齢 / 나이', 'int', 30),
      i('man', 'Male / 男性 / 男性 / 남성', 'yesno'),
      i('active', 'Activity (1.2-1.9) / 活动系数(1.2-1.9) / 活動係数(1.2-1.9) / 활동 계수(1.2-1.9)', 'num', 1.4),
    ],
    outputs: [
      o(
        'bmr',
        'At rest (kcal) / 基础代谢(千卡) / 基礎代謝(kcal) / 기초대사량(kcal)',
        '10 * weight + 6.25 * height - 5 * age + if(man, 5, -161)',
        'number',
        0,
      ),
      o('need', 'A day (kcal) / 每日所需(千卡) / 1日の必要量(kcal) / 하루 필요량(kcal)', 'bmr * active', 'number', 0),
    ],
  },
  {
    id: 'age',
    name: t('Age calculator / 年龄计算器 / 年齢計算 / 나이 계산기'),
    icon: '🎂',
    words: 'age,how old,年龄,几岁,周岁,年齢,何歳,나이,만 나이',
    inputs: [i('birth', 'Date of birth / 出生日期 / 生年月日 / 생년월일', 'date'), i('on', 'On / 截至 / 基準日 / 기준일', 'date', 'today')],
    outputs: [
      o('age', 'Years / 周岁 / 満年齢 / 만 나이', 'years(birth, on)', 'number', 0),
      o('lived', 'Days lived / 已活天数 / 生まれてからの日数 / 태어난 지(일)', 'days(birth, on)', 'number', 0),
    ],
  },
  {
    id: 'days',
    name: t('Days between dates / 日期间隔 / 日数計算 / 날짜 계산기'),
    icon: '📆',
    words:
      'days between,date difference,between two dates,number of days,weeks between,天数,日期间隔,相差几天,日数,期間計算,何日間,날짜 차이,날짜 계산,며칠 사이,일수',
    inputs: [i('from', 'From / 开始日期 / 開始日 / 시작일', 'date', 'today'), i('to', 'To / 结束日期 / 終了日 / 종료일', 'date')],
    outputs: [
      o('between', 'Days / 天数 / 日数 / 일수', 'days(from, to)', 'number', 0),
      o('weeks', 'Weeks / 周数 / 週 / 주', 'days(from, to) / 7', 'number', 1),
    ],
  },
  {
    id: 'pay',
    name: t('Pay calculator / 工资计算器 / 給料計算 / 급여 계산기'),
    icon: '💼',
    words: 'hourly,pay,wage,wages,salary,时薪,工资,薪水,時給,給料,バイト代,시급,알바비,급여,월급,주휴수당',
    inputs: [
      i('hourly', 'Pay an hour / 时薪 / 時給 / 시급', 'money'),
      i('hoursDay', 'Hours a day / 每天小时数 / 1日の時間 / 하루 시간', 'num', 8),
      i('daysMonth', 'Days a month / 每月天数 / 1か月の日数 / 한 달 일수', 'num', 20),
    ],
    outputs: [
      o('dayPay', 'A day / 每天 / 1日 / 하루', 'hourly * hoursDay', 'money'),
      o('monthPay', 'A month / 每月 / 1か月 / 한 달', 'hourly * hoursDay * daysMonth', 'money'),
    ],
  },
  {
    id: 'average',
    name: t('Average / 平均值 / 平均計算 / 평균 계산기'),
    icon: '🧮',
    words: 'average,mean,平均,평균',
    inputs: [
      i('a', 'First / 第一个 / 1つ目 / 첫째', 'num'),
      i('b', 'Second / 第二个 / 2つ目 / 둘째', 'num'),
      i('c', 'Third / 第三个 / 3つ目 / 셋째', 'num'),
    ],
    outputs: [
      o('average', 'Average / 平均值 / 平均 / 평균', 'mean(a, b, c)', 'number', 2),
      o('total', 'Total / 合计 / 合計 / 합계', 'sum(a, b, c)', 'number', 2),
    ],
  },
  {
    id: 'pace',
    name: t('Running pace / 配速计算 / ペース計算 / 페이스 계산기'),
    icon: '🏃',
    words: 'pace,running pace,配速,ペース,페이스',
    inputs: [
      i('distance', 'Distance / 距离 / 距離 / 거리', 'qty:km', 5),
      i('took', 'Time (minutes) / 用时(分钟) / タイム(分) / 시간(분)', 'num'),
    ],
    outputs: [
      o('pace', 'Minutes per km / 每公里分钟 / 1kmあたりの分 / 1km당 분', 'took / distance', 'number', 2),
      o('speed', 'km an hour / 时速(公里) / 時速(km) / 시속(km)', 'distance / took * 60', 'number', 1),
    ],
  },
  {
    id: 'margin',
    name: t('Margin calculator / 利润率计算 / 利益率計算 / 마진 계산기'),
    icon: '📈',
    words: 'margin,markup,profit,利润,毛利,利益率,粗利,마진,이익률,순이익',
    inputs: [
      i('price', 'Selling price / 售价 / 販売価格 / 판매가', 'money'),
      i('cost', 'Cost / 成本 / 原価 / 원가', 'money'),
      i('quantity', 'Quantity / 数量 / 数量 / 수량', 'int', 1),
    ],
    outputs: [
      o('profit', 'Profit / 利润 / 利益 / 이익', '(price - cost) * quantity', 'money'),
      o('margin', 'Margin (%) / 利润率(%) / 利益率(%) / 이익률(%)', '(price - cost) / price * 100', 'number', 1),
    ],
  },
  {
    id: 'area',
    name: t('Area calculator / 面积计算 / 面積計算 / 면적 계산기'),
    icon: '📐',
    words: 'area,square,floor space,paint,tiles,面积,面積,면적,넓이,평수',
    inputs: [i('length', 'Length (m) / 长(米) / 縦(m) / 세로(m)', 'num'), i('width', 'Width (m) / 宽(米) / 横(m) / 가로(m)', 'num')],
    outputs: [
      o('area', 'Area (m²) / 面积(平方米) / 面積(m²) / 면적(m²)', 'length * width', 'number', 2),
      o('round', 'Around (m) / 周长(米) / 周囲(m) / 둘레(m)', '2 * (length + width)', 'number', 2),
    ],
  },
  {
    id: 'gpa',
    name: t('Grade average / 平均分 / 成績平均 / 학점 평균'),
    icon: '🎓',
    words: 'gpa,grade average,绩点,평점,학점',
    inputs: [
      i('g1', 'Grade 1 / 成绩1 / 成績1 / 성적1', 'num'),
      i('c1', 'Credits 1 / 学分1 / 単位1 / 학점1', 'num', 3),
      i('g2', 'Grade 2 / 成绩2 / 成績2 / 성적2', 'num'),
      i('c2', 'Credits 2 / 学分2 / 単位2 / 학점2', 'num', 3),
      i('g3', 'Grade 3 / 成绩3 / 成績3 / 성적3', 'num'),
      i('c3', 'Credits 3 / 学分3 / 単位3 / 학점3', 'num', 3),
    ],
    outputs: [o('gpa', 'Average / 平均绩点 / 平均 / 평점', '(g1 * c1 + g2 * c2 + g3 * c3) / (c1 + c2 + c3)', 'number', 2)],
  },
  {
    id: 'scale',
    name: t('Recipe scaler / 食谱换算 / 分量計算 / 레시피 분량 계산'),
    icon: '🥣',
    words: 'scale a recipe,recipe scaler,servings,几人份,人数分,分量,인분',
    inputs: [
      i('amount', 'Amount in the recipe / 食谱用量 / レシピの分量 / 레시피 양', 'num'),
      i('serves', 'Recipe serves / 食谱人数 / レシピの人数 / 레시피 인분', 'int', 2),
      i('want', 'I want to serve / 需要人数 / 作りたい人数 / 필요한 인분', 'int', 4),
    ],
    outputs: [o('need', 'Use / 需要 / 必要な分量 / 필요한 양', 'amount * want / serves', 'number', 2)],
  },
  {
    id: 'split',
    name: t('Split a bill / AA计算 / 割り勘計算 / 더치페이 계산기'),
    icon: '🧾',
    words: 'split,share,per person,aa,分摊,均摊,割り勘,人数で割,더치페이,나누기,엔빵,1/n',
    inputs: [i('bill', 'Bill / 总金额 / 合計金額 / 총액', 'money'), i('people', 'People / 人数 / 人数 / 인원', 'int', 2)],
    outputs: [o('each', 'Per person / 每人 / 1人あたり / 1인당', 'bill / people', 'money')],
  },
  {
    id: 'percent',
    name: t('Percentage calculator / 百分比计算 / パーセント計算 / 퍼센트 계산기'),
    icon: '％',
    words: 'percent,percentage,ratio,proportion,百分比,比例,占比,パーセント,割合,比率,퍼센트,비율,백분율',
    inputs: [i('part', 'Part / 部分 / 一部 / 부분', 'num'), i('whole', 'Whole / 总数 / 全体 / 전체', 'num', 100)],
    outputs: [
      o('percent', 'Percent / 百分比 / 割合(%) / 퍼센트', 'part / whole * 100', 'number', 2),
      o('rest', 'The rest / 其余 / 残り / 나머지', 'whole - part', 'number', 2),
    ],
  },
]
export const GENERAL: Kind = {
  id: 'sums',
  name: t('Calculator / 计算器 / 計算機 / 계산기'),
  icon: '🧮',
  words: '',
  inputs: [
    i('first', 'First number / 第一个数 / 1つ目の数 / 첫째 수', 'num'),
    i('second', 'Second number / 第二个数 / 2つ目の数 / 둘째 수', 'num'),
  ],
  outputs: [
    o('sum', 'Sum / 和 / 和 / 합', 'first + second'),
    o('difference', 'Difference / 差 / 差 / 차', 'first - second'),
    o('product', 'Product / 积 / 積 / 곱', 'first * second'),
    o('quotient', 'Quotient / 商 / 商 / 몫', 'first / second', 'number', 4),
  ],
}
