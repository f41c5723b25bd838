/** Calculators of known kinds and of formulas given by the person; converters. */

import { foldHan } from '../../base/language/han.ts'
import { findUnit, UNITS, unitsOf } from '../../base/language/units.ts'
import type { Behaviour, Field } from '../../spec.ts'
import type { Frame } from '../frame.ts'
import type { Build } from './build.ts'
import { placesOf } from './cues.ts'
import { guessKind } from './guess.ts'
import { fieldFor, partNamed } from './parts.ts'
import { asLabel, bounded, t, type Words } from './words.ts'

type Input = { id: string; label: Words; kind: string; default?: number | string }
type Output = {
  id: string
  label: Words
  formula: string
  shows: 'money' | 'number' | 'percent' | 'date' | 'duration'
  decimals?: number
  unit?: string
}
export type Kind = { id: string; name: Words; icon: string; words: string; inputs: Input[]; outputs: Output[]; risk?: 'money' | 'health' }

const i = (id: string, label: string, kind: string, given?: number | string): Input => ({
  id,
  label: t(label),
  kind,
  ...(given !== undefined ? { default: given } : {}),
})
const o = (id: string, label: string, formula: string, shows: Output['shows'] = 'number', decimals?: number): Output => ({
  id,
  label: t(label),
  formula,
  shows,
  ...(decimals !== undefined ? { decimals } : {}),
})

/** Tried in order; the words are looked for in the folded request. */
const KINDS: Kind[] = [
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
const GENERAL: Kind = {
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

/** Which known calculator is meant; undefined where none of them is. */
export function calculatorIn(frame: Frame): Kind | undefined {
  return KINDS.find((kind) => kind.words.split(',').some((word) => placesOf(frame.low, foldHan(word)).length > 0))
}

const outputField = (output: Output, b: Build): Field => {
  const shows =
    output.shows === 'money'
      ? { kind: 'money' as const, currency: b.frame.currency }
      : output.shows === 'number'
        ? { kind: 'number' as const, ...(output.decimals !== undefined ? { decimals: output.decimals } : {}) }
        : { kind: output.shows }
  return { id: output.id, label: b.say(output.label), kind: 'computed', formula: output.formula, shows }
}

export function addCalculator(b: Build, kind: Kind | undefined = calculatorIn(b.frame)): void {
  const { formulas } = b.frame
  if (formulas.length) {
    addGiven(b)
    return
  }
  const of = kind ?? fromAsked(b) ?? GENERAL
  const given = givenFor(of, b.frame)
  const inputs = of.inputs.map((input): Field => {
    const field = fieldFor(input.id, input.kind, b.say(input.label), b.frame.language, b.frame.currency)
    const value = given.get(input.id) ?? input.default
    return value === undefined ? field : { ...field, default: value }
  })
  const behaviour = b.does<Extract<Behaviour, { kind: 'calculator' }>>({
    kind: 'calculator',
    label: of.name,
    inputs,
    outputs: of.outputs.map((output) => outputField(output, b)),
  })
  b.tool(behaviour)
  b.icon = of.icon
  b.defaultName = of.name
}

/** Figures in the request put where they belong: "350000 at 4.2% over 30 years". */
function givenFor(of: Kind, frame: Frame): Map<string, number> {
  const given = new Map<string, number>()
  const money = of.inputs.filter((input) => input.kind === 'money').map((input) => input.id)
  const amounts = [...frame.moneys]
  const [percent] = frame.percents
  const bare = frame.numbers.filter((n) => n > 1000)
  const target = of.id === 'saving' ? 'deposit' : money[0]
  const amount = amounts[0] ?? (of.id === 'saving' ? frame.numbers[0] : bare[0])
  if (target && amount !== undefined) given.set(target, amount)
  const rate = of.inputs.find((input) => input.id === 'rate' || input.id === 'off')?.id
  if (rate && percent !== undefined && percent >= 0) given.set(rate, percent)
  const off = /(\d(?:\.\d)?)\s?折/.exec(frame.low)
  if (rate === 'off' && off) given.set(rate, Math.round(100 - Number(off[1]) * 10))
  const years = frame.minutes.find((minutes) => minutes >= 525600)
  const said = /(\d{1,2})\s?(?:years?|yrs?|年|년)/.exec(frame.low)
  if (of.inputs.some((input) => input.id === 'term')) {
    if (said) given.set('term', Number(said[1]))
    else if (years) given.set('term', Math.round(years / 525600))
  }
  if (of.inputs.some((input) => input.id === 'people') && frame.headcount) given.set('people', frame.headcount)
  return given
}

/** "a calculator for my candle business with wax, wick and jar cost": the named figures and their sum. */
function fromAsked(b: Build): Kind | undefined {
  const named = b.frame.asked.slice(0, 10)
  if (named.length < 2) return undefined
  const inputs = named.map((one, at): Input => {
    b.used.add(one.label)
    const label = asLabel(one.label, 40)
    return {
      id: `v${at + 1}`,
      label: { en: label, zh: label, ja: label, ko: label },
      kind: /^(?:money|int|num|qty|percent|duration)/.test(one.kind) ? one.kind : 'num',
    }
  })
  const money = inputs.every((input) => input.kind === 'money')
  return {
    ...GENERAL,
    inputs,
    outputs: [o('total', 'Total / 合计 / 合計 / 합계', `sum(${inputs.map((input) => input.id).join(', ')})`, money ? 'money' : 'number')],
  }
}

function addGiven(b: Build): void {
  const { formulas, language, currency } = b.frame
  const ids = new Map<string, string>()
  const inputs: Field[] = []
  const outputs: Field[] = []
  const kinds = new Map<string, string>()
  const kindOf = (name: string) => {
    const kind = partNamed(name)?.kind ?? guessKind(name)
    return /^(?:money|int|num|qty|percent|duration|year)/.test(kind)
      ? kind === 'money'
        ? 'money'
        : kind.startsWith('qty')
          ? kind
          : 'num'
      : 'num'
  }
  for (const formula of formulas) {
    formula.names.forEach((name) => {
      const low = name.toLowerCase()
      if (ids.has(low) || inputs.length >= 12) return
      const id = b.id(partNamed(name)?.id ?? slug(name, inputs.length), [...inputs, ...outputs])
      const kind = kindOf(name)
      ids.set(low, id)
      kinds.set(id, kind)
      inputs.push(fieldFor(id, kind, asLabel(name, 40), language, currency))
    })
    const expression = formula.pattern.replace(/\$(\d+)/g, (_, at: string) => ids.get(formula.names[Number(at)]!.toLowerCase()) ?? '0')
    const label = asLabel(formula.label, 40)
    const money =
      kindOf(formula.label) === 'money' ||
      (formula.names.some((name) => kindOf(name) === 'money') &&
        !/[%率율]|ratio|margin/i.test(formula.label) &&
        !/^\$\d+ \/ \$\d+$/.test(formula.pattern))
    const id = b.id(slug(formula.label, inputs.length + outputs.length, 'r'), [...inputs, ...outputs])
    ids.set(formula.label.toLowerCase(), id)
    outputs.push({
      id,
      label,
      kind: 'computed',
      formula: expression,
      shows: money ? { kind: 'money', currency } : { kind: 'number', decimals: 2 },
    })
  }
  const behaviour = b.does<Extract<Behaviour, { kind: 'calculator' }>>({ kind: 'calculator', inputs, outputs })
  b.tool(behaviour)
  const first = bounded(formulas[0]!.label, 30)
  b.icon = '🧮'
  b.defaultName = t(`${asLabel(first)} calculator / ${first}计算器 / ${first}の計算機 / ${first} 계산기`)
}

const slug = (name: string, at: number, prefix = 'v') => {
  const latin = name.toLowerCase().replace(/[^a-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
  return /^[a-z][a-zA-Z0-9]{0,30}$/.test(latin) ? latin : `${prefix}${at + 1}`
}

// ---- Converters -----------------------------------------------------------------------------------------------

const DIMENSIONS: [string, string, Words][] = [
  [
    'cooking',
    'kitchen,cooking,recipe,baking,厨房,烹饪,料理,キッチン,요리,베이킹,계량',
    t('Kitchen converter / 厨房换算 / 料理の換算 / 요리 단위 변환'),
  ],
  [
    'temperature',
    'temperature,celsius,fahrenheit,温度,摄氏,华氏,気温,摂氏,華氏,온도,섭씨,화씨',
    t('Temperature converter / 温度换算 / 温度換算 / 온도 변환'),
  ],
  ['mass', 'weight,mass,kg,pounds,重量,斤,公斤,重さ,무게,킬로그램,근', t('Weight converter / 重量换算 / 重さ換算 / 무게 변환')],
  ['area', 'area,square,面积,平方,亩,坪,畳,面積,평,제곱', t('Area converter / 面积换算 / 面積換算 / 면적 변환')],
  [
    'volume',
    'volume,litre,liter,gallon,体积,升,毫升,容量,体積,リットル,부피,리터',
    t('Volume converter / 体积换算 / 体積換算 / 부피 변환'),
  ],
  ['speed', 'speed,mph,km/h,速度,时速,時速,속도,시속', t('Speed converter / 速度换算 / 速度換算 / 속도 변환')],
  [
    'data',
    'megabyte,gigabyte,file size,mb,gb,字节,流量,データ,容量,데이터,용량',
    t('Data converter / 数据换算 / データ換算 / 데이터 변환'),
  ],
  ['time', 'time units,hours to,minutes to,seconds,时间换算,時間換算,시간 변환', t('Time converter / 时间换算 / 時間換算 / 시간 변환')],
  ['energy', 'energy,calorie,kilojoule,joule,能量,千焦,エネルギー,에너지', t('Energy converter / 能量换算 / エネルギー換算 / 에너지 변환')],
  ['pressure', 'pressure,psi,气压,压强,圧力,압력,기압', t('Pressure converter / 压力换算 / 圧力換算 / 압력 변환')],
  [
    'length',
    'length,distance,height,miles,feet,inches,长度,英寸,英尺,長さ,インチ,フィート,길이,인치,피트',
    t('Length converter / 长度换算 / 長さ換算 / 길이 변환'),
  ],
]

/** Units named in the request, in order, each once. */
function unitsNamed(frame: Frame): string[] {
  const found: { id: string; at: number; length: number }[] = []
  for (const unit of UNITS) {
    const names = [
      ...(unit.names.any ?? []),
      ...(unit.names[frame.language] ?? []),
      ...(frame.language === 'en' ? [] : (unit.names.zh ?? []).filter((name) => name.length > 1)),
    ]
    for (const name of names) {
      if (name.length < 2 && /[a-z"]/.test(name)) continue
      const folded = foldHan(name)
      const place = placesOf(frame.low, folded)[0]
      if (place) found.push({ id: findUnit(name, frame.language)?.id ?? unit.id, at: place[0], length: folded.length })
    }
  }
  if (/\bcups?\b/.test(frame.low)) found.push({ id: 'cup', at: frame.low.indexOf('cup'), length: 4 })
  const whole = found.filter(
    (one) => !found.some((other) => other.at <= one.at && other.at + other.length >= one.at + one.length && other.length > one.length),
  )
  return [...new Set(whole.sort((a, b) => a.at - b.at || b.length - a.length).map((one) => one.id))]
}

export function addConverter(b: Build): void {
  const { frame } = b
  const named = unitsNamed(frame)
  const dimensionOf = (id: string) => UNITS.find((unit) => unit.id === id)?.dimension
  const cooking =
    named.length > 1 && new Set(named.map(dimensionOf)).size > 1 && named.every((id) => UNITS.find((unit) => unit.id === id)?.cooking)
  const guessed = DIMENSIONS.find(([, words]) => words.split(',').some((word) => placesOf(frame.low, foldHan(word)).length > 0))
  const kitchen = guessed?.[0] === 'cooking'
  const dimension: string = cooking || kitchen ? 'volume' : named.length ? dimensionOf(named[0]!)! : (guessed?.[0] ?? 'length')
  const currency =
    /currenc|exchange|汇率|货币|美元|日元|韩元|欧元|為替|通貨|円をドル|ドル|환율|달러|엔화|유로/.test(frame.low) && named.length === 0
  if (currency) {
    addCurrency(b)
    return
  }
  const group = (of: string) => {
    const mine = named.filter((id) => dimensionOf(id) === of)
    const others = unitsOf(of)
      .map((unit) => unit.id)
      .filter(
        (id) =>
          !mine.includes(id) && !['li', 'chi', 'cun', 'shaku', 'sun', 'ryo', 'momme', 'sho', 'go', 'liang', 'cl', 'joule'].includes(id),
      )
    return { mine, units: [...mine, ...others].slice(0, 12) }
  }
  const put = (of: string, label: Words) => {
    const { mine, units } = group(of)
    if (units.length < 2) return
    const behaviour = b.does<Extract<Behaviour, { kind: 'converter' }>>({
      kind: 'converter',
      label,
      dimension: of,
      units,
      from: units[0]!,
      to: mine[1] ?? units[1]!,
    })
    b.tool(behaviour)
  }
  const labelOf = (of: string) => DIMENSIONS.find(([id]) => id === of)?.[2] ?? t('Converter / 换算器 / 換算 / 변환기')
  put(dimension, labelOf(dimension))
  if (cooking || kitchen) put('mass', labelOf('mass'))
  else
    for (const other of new Set(named.map((id) => dimensionOf(id)!)))
      if (other && other !== dimension && other !== 'time') put(other, labelOf(other))
  b.icon = '🔁'
  b.defaultName = cooking || kitchen ? labelOf('cooking') : labelOf(dimension)
}

/** There are no live rates offline: the person types the rate. */
function addCurrency(b: Build): void {
  addCalculator(b, {
    id: 'currency',
    name: t('Currency converter / 汇率换算 / 為替計算 / 환율 계산기'),
    icon: '💱',
    words: '',
    inputs: [i('amount', 'Amount / 金额 / 金額 / 금액', 'num', 100), i('rate', 'Rate / 汇率 / レート / 환율', 'num')],
    outputs: [o('result', 'Converted / 换算结果 / 換算後 / 환산 금액', 'amount * rate', 'number', 2)],
  })
}
