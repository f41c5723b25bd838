/**
 * Units of measure: one table with what each is worth in the base unit of its dimension, how it is written, and
 * what people call it in four languages. East Asian traditional units are kept apart where countries differ
 * (斤 is 500 g in Chinese, 600 g in Japanese and Korean). Browser-safe.
 */
import type { Language } from '../../spec.ts'

export type Dimension =
  | 'length'
  | 'mass'
  | 'volume'
  | 'temperature'
  | 'area'
  | 'speed'
  | 'data'
  | 'time'
  | 'energy'
  | 'power'
  | 'pressure'
  | 'rate'
  | 'glucose'
  | 'consumption'

export type UnitRow = {
  /** ASCII, lower case; what a quantity field keeps. */
  id: string
  dimension: Dimension
  /** value in base unit = value * factor + offset; `inverse`: base = factor / value (litres per 100 km). */
  factor: number
  offset?: number
  inverse?: true
  /** Unit id that Intl.NumberFormat knows, where it does. */
  intl?: string
  /** Shown where Intl has none; a string serves all languages. */
  label: string | Partial<Record<Language, string>>
  /** Lower-case words it is recognised by; `any` in every language. */
  names: { any?: string[] } & Partial<Record<Language, string[]>>
  /** Measured out in kitchens. */
  cooking?: true
}

const row = (
  id: string,
  dimension: Dimension,
  factor: number,
  intl: string | undefined,
  label: UnitRow['label'],
  names: UnitRow['names'],
  more: Pick<UnitRow, 'offset' | 'inverse' | 'cooking'> = {},
): UnitRow => ({ id, dimension, factor, ...(intl ? { intl } : {}), label, names, ...more })

const w = (words: string) => words.split('|')

// biome-ignore format: a table reads best one row a line
export const UNITS: readonly UnitRow[] = [
  // length, base metre
  row('mm', 'length', 0.001, 'millimeter', 'mm', { any: w('mm|millimeter|millimeters|millimetre|millimetres'), zh: w('毫米'), ja: w('ミリメートル|ミリ'), ko: w('밀리미터') }),
  row('cm', 'length', 0.01, 'centimeter', 'cm', { any: w('cm|centimeter|centimeters|centimetre|centimetres'), zh: w('厘米|公分'), ja: w('センチメートル|センチ'), ko: w('센티미터|센티|센치') }),
  row('m', 'length', 1, 'meter', 'm', { any: w('m|meter|meters|metre|metres'), zh: w('米|公尺'), ja: w('メートル'), ko: w('미터') }),
  row('km', 'length', 1000, 'kilometer', 'km', { any: w('km|kms|kilometer|kilometers|kilometre|kilometres'), zh: w('公里|千米'), ja: w('キロメートル'), ko: w('킬로미터|키로미터') }),
  row('in', 'length', 0.0254, 'inch', 'in', { any: w('inch|inches|"'), zh: w('英寸'), ja: w('インチ'), ko: w('인치') }),
  row('ft', 'length', 0.3048, 'foot', 'ft', { any: w('ft|foot|feet'), zh: w('英尺'), ja: w('フィート'), ko: w('피트') }),
  row('yd', 'length', 0.9144, 'yard', 'yd', { any: w('yd|yard|yards'), zh: w('码'), ja: w('ヤード'), ko: w('야드') }),
  row('mi', 'length', 1609.344, 'mile', 'mi', { any: w('mi|mile|miles'), zh: w('英里'), ja: w('マイル'), ko: w('마일') }),
  row('li', 'length', 500, undefined, { zh: '里', en: 'li', ja: '里', ko: '리' }, { zh: w('里地|华里') }),
  row('chi', 'length', 1 / 3, undefined, { zh: '尺', en: 'chi', ja: '市尺', ko: '치' }, { zh: w('尺|市尺') }),
  row('cun', 'length', 1 / 30, undefined, { zh: '寸', en: 'cun', ja: '市寸', ko: '촌' }, { zh: w('寸|市寸') }),
  row('shaku', 'length', 10 / 33, undefined, { ja: '尺', en: 'shaku', zh: '日尺', ko: '자' }, { ja: w('尺'), ko: w('척') }),
  row('sun', 'length', 1 / 33, undefined, { ja: '寸', en: 'sun', zh: '日寸', ko: '치' }, { ja: w('寸') }),
  // mass, base kilogram
  row('mcg', 'mass', 1e-9, undefined, { en: 'mcg', zh: '微克', ja: 'μg', ko: 'μg' }, { any: w('mcg|μg|µg|microgram|micrograms'), zh: w('微克'), ja: w('マイクログラム'), ko: w('마이크로그램') }),
  row('mg', 'mass', 1e-6, undefined, { en: 'mg', zh: '毫克', ja: 'mg', ko: 'mg' }, { any: w('mg|milligram|milligrams'), zh: w('毫克'), ja: w('ミリグラム'), ko: w('밀리그램') }),
  row('g', 'mass', 0.001, 'gram', 'g', { any: w('g|gr|gram|grams|gramme|grammes'), zh: w('克|公克'), ja: w('グラム'), ko: w('그램') }, { cooking: true }),
  row('kg', 'mass', 1, 'kilogram', 'kg', { any: w('kg|kgs|kilo|kilos|kilogram|kilograms'), zh: w('公斤|千克'), ja: w('キログラム|キロ'), ko: w('킬로그램|킬로|키로') }),
  row('t', 'mass', 1000, undefined, { en: 't', zh: '吨', ja: 't', ko: 't' }, { any: w('tonne|tonnes|ton|tons'), zh: w('吨'), ja: w('トン'), ko: w('톤') }),
  row('oz', 'mass', 0.028349523125, 'ounce', 'oz', { any: w('oz|ounce|ounces'), zh: w('盎司'), ja: w('オンス'), ko: w('온스') }, { cooking: true }),
  row('lb', 'mass', 0.45359237, 'pound', 'lb', { any: w('lb|lbs|pound|pounds'), zh: w('磅'), ja: w('ポンド'), ko: w('파운드') }),
  row('st', 'mass', 6.35029318, 'stone', 'st', { any: w('stone|stones'), zh: w('英石'), ja: w('ストーン'), ko: w('스톤') }),
  row('jin', 'mass', 0.5, undefined, { zh: '斤', en: 'jin', ja: '市斤', ko: '진' }, { any: w('jin'), zh: w('斤|市斤') }),
  row('liang', 'mass', 0.05, undefined, { zh: '两', en: 'liang', ja: '両', ko: '량' }, { any: w('liang'), zh: w('市两') }),
  row('kin', 'mass', 0.6, undefined, { ja: '斤', en: 'kin', zh: '日斤', ko: '근' }, { ja: w('斤'), ko: w('근') }),
  row('taijin', 'mass', 0.6, undefined, { zh: '台斤', en: 'Taiwan catty', ja: '台斤', ko: '타이완 근' }, { zh: w('台斤|臺斤') }),
  row('ryo', 'mass', 0.0375, undefined, { ja: '両', en: 'ryo', zh: '日两', ko: '냥' }, { ja: w('両'), ko: w('냥') }),
  row('momme', 'mass', 0.00375, undefined, { ja: '匁', en: 'momme', zh: '钱', ko: '돈' }, { ja: w('匁'), ko: w('돈쭝') }),
  // volume, base litre
  row('ml', 'volume', 0.001, 'milliliter', 'mL', { any: w('ml|mls|cc|milliliter|milliliters|millilitre|millilitres'), zh: w('毫升'), ja: w('ミリリットル'), ko: w('밀리리터|밀리') }, { cooking: true }),
  row('cl', 'volume', 0.01, undefined, 'cL', { any: w('cl|centiliter|centilitre'), zh: w('厘升') }),
  row('dl', 'volume', 0.1, undefined, 'dL', { any: w('dl|deciliter|decilitre'), zh: w('分升'), ja: w('デシリットル'), ko: w('데시리터') }, { cooking: true }),
  row('l', 'volume', 1, 'liter', 'L', { any: w('l|liter|liters|litre|litres'), zh: w('升|公升'), ja: w('リットル|リッター'), ko: w('리터') }, { cooking: true }),
  row('tsp', 'volume', 0.00492892159375, undefined, { en: 'tsp', zh: '茶匙', ja: '小さじ', ko: '작은술' }, { any: w('tsp|tsps|teaspoon|teaspoons'), zh: w('茶匙|小勺'), ja: w('小さじ|小匙'), ko: w('작은술|티스푼') }, { cooking: true }),
  row('tbsp', 'volume', 0.01478676478125, undefined, { en: 'tbsp', zh: '汤匙', ja: '大さじ', ko: '큰술' }, { any: w('tbsp|tbsps|tablespoon|tablespoons'), zh: w('汤匙|大勺'), ja: w('大さじ|大匙'), ko: w('큰술|테이블스푼') }, { cooking: true }),
  row('cup', 'volume', 0.2365882365, undefined, { en: 'cups', zh: '美制杯', ja: 'USカップ', ko: '미국 컵' }, {}, { cooking: true }),
  row('metriccup', 'volume', 0.2, undefined, { en: 'cups (200 mL)', zh: '量杯', ja: 'カップ', ko: '계량컵' }, { zh: w('量杯'), ja: w('計量カップ'), ko: w('계량컵') }, { cooking: true }),
  row('floz', 'volume', 0.0295735295625, 'fluid-ounce', 'fl oz', { any: w('fl oz|fluid ounce|fluid ounces|fl. oz'), zh: w('液量盎司|液盎司'), ja: w('液量オンス'), ko: w('액량온스') }, { cooking: true }),
  row('pint', 'volume', 0.473176473, undefined, { en: 'pt', zh: '品脱', ja: 'パイント', ko: '파인트' }, { any: w('pint|pints'), zh: w('品脱'), ja: w('パイント'), ko: w('파인트') }, { cooking: true }),
  row('quart', 'volume', 0.946352946, undefined, { en: 'qt', zh: '夸脱', ja: 'クォート', ko: '쿼트' }, { any: w('quart|quarts'), zh: w('夸脱'), ja: w('クォート'), ko: w('쿼트') }, { cooking: true }),
  row('gal', 'volume', 3.785411784, 'gallon', 'gal', { any: w('gal|gallon|gallons'), zh: w('加仑'), ja: w('ガロン'), ko: w('갤런') }),
  row('m3', 'volume', 1000, undefined, 'm³', { any: w('m3|m³|cubic meter|cubic meters|cubic metres'), zh: w('立方米|立方'), ja: w('立方メートル|立米'), ko: w('세제곱미터|입방미터') }),
  row('go', 'volume', 0.18039, undefined, { ja: '合', en: 'gō', zh: '合', ko: '홉' }, { ja: w('合'), ko: w('홉') }, { cooking: true }),
  row('sho', 'volume', 1.8039, undefined, { ja: '升', en: 'shō', zh: '日升', ko: '되' }, { ja: w('升'), ko: w('되') }, { cooking: true }),
  // temperature, base degree Celsius
  row('c', 'temperature', 1, 'celsius', '°C', { any: w('°c|celsius|degrees celsius|degree celsius|deg c|centigrade'), zh: w('摄氏度|度'), ja: w('度'), ko: w('도') }),
  row('f', 'temperature', 5 / 9, 'fahrenheit', '°F', { any: w('°f|fahrenheit|degrees fahrenheit|degree fahrenheit|deg f'), zh: w('华氏度'), ja: w('華氏'), ko: w('화씨') }, { offset: -160 / 9 }),
  row('k', 'temperature', 1, undefined, 'K', { any: w('kelvin|kelvins'), zh: w('开尔文'), ja: w('ケルビン'), ko: w('켈빈') }, { offset: -273.15 }),
  // area, base square metre
  row('cm2', 'area', 0.0001, undefined, 'cm²', { any: w('cm2|cm²|sq cm'), zh: w('平方厘米'), ja: w('平方センチメートル|平方センチ'), ko: w('제곱센티미터') }),
  row('m2', 'area', 1, undefined, 'm²', { any: w('m2|m²|sqm|sq m|square meter|square meters|square metre|square metres'), zh: w('平方米|平米|平方公尺|平'), ja: w('平方メートル|平米'), ko: w('제곱미터|평방미터|헤베') }),
  row('km2', 'area', 1e6, undefined, 'km²', { any: w('km2|km²|sq km|square kilometers|square kilometres'), zh: w('平方公里|平方千米'), ja: w('平方キロメートル|平方キロ'), ko: w('제곱킬로미터') }),
  row('ft2', 'area', 0.09290304, undefined, 'ft²', { any: w('ft2|ft²|sq ft|sqft|square foot|square feet'), zh: w('平方英尺'), ja: w('平方フィート'), ko: w('제곱피트') }),
  row('ha', 'area', 10000, 'hectare', 'ha', { any: w('ha|hectare|hectares'), zh: w('公顷'), ja: w('ヘクタール'), ko: w('헥타르') }),
  row('acre', 'area', 4046.8564224, 'acre', 'ac', { any: w('acre|acres'), zh: w('英亩'), ja: w('エーカー'), ko: w('에이커') }),
  row('mu', 'area', 2000 / 3, undefined, { zh: '亩', en: 'mu', ja: '畝', ko: '무' }, { zh: w('亩|畝') }),
  row('tsubo', 'area', 400 / 121, undefined, { ja: '坪', en: 'tsubo', zh: '坪', ko: '평' }, { any: w('tsubo|pyeong'), ja: w('坪'), zh: w('坪'), ko: w('평') }),
  row('jo', 'area', 1.62, undefined, { ja: '畳', en: 'tatami mats', zh: '叠', ko: '조' }, { ja: w('畳|帖') }),
  // speed, base metre per second
  row('kmh', 'speed', 1 / 3.6, 'kilometer-per-hour', 'km/h', { any: w('km/h|kmh|kph|kilometers per hour|kilometres per hour'), zh: w('公里每小时|公里/小时|千米每小时'), ja: w('キロ毎時'), ko: w('킬로미터퍼아워') }),
  row('mph', 'speed', 0.44704, 'mile-per-hour', 'mph', { any: w('mph|miles per hour'), zh: w('英里每小时|英里/小时'), ja: w('マイル毎時'), ko: w('마일퍼아워') }),
  row('mps', 'speed', 1, 'meter-per-second', 'm/s', { any: w('m/s|meters per second|metres per second'), zh: w('米每秒|米/秒'), ja: w('メートル毎秒'), ko: w('미터퍼세컨드') }),
  row('knot', 'speed', 1852 / 3600, undefined, { en: 'kn', zh: '节', ja: 'ノット', ko: '노트' }, { any: w('knot|knots'), zh: w('海里每小时'), ja: w('ノット') }),
  // data, base megabyte (decimal)
  row('byte', 'data', 1e-6, 'byte', 'B', { any: w('byte|bytes'), zh: w('字节'), ja: w('バイト'), ko: w('바이트') }),
  row('kb', 'data', 0.001, 'kilobyte', 'kB', { any: w('kb|kilobyte|kilobytes'), ja: w('キロバイト'), ko: w('킬로바이트') }),
  row('mb', 'data', 1, 'megabyte', 'MB', { any: w('mb|megabyte|megabytes'), zh: w('兆字节'), ja: w('メガバイト|メガ'), ko: w('메가바이트|메가') }),
  row('gb', 'data', 1000, 'gigabyte', 'GB', { any: w('gb|gig|gigs|gigabyte|gigabytes'), zh: w('吉字节'), ja: w('ギガバイト|ギガ'), ko: w('기가바이트|기가') }),
  row('tb', 'data', 1e6, 'terabyte', 'TB', { any: w('tb|terabyte|terabytes'), ja: w('テラバイト'), ko: w('테라바이트|테라') }),
  // time, base minute
  row('s', 'time', 1 / 60, 'second', 's', { any: w('s|sec|secs|second|seconds'), zh: w('秒|秒钟'), ja: w('秒|秒間'), ko: w('초') }),
  row('min', 'time', 1, 'minute', 'min', { any: w('min|mins|minute|minutes'), zh: w('分钟'), ja: w('分|分間'), ko: w('분') }),
  row('h', 'time', 60, 'hour', 'h', { any: w('h|hr|hrs|hour|hours'), zh: w('小时|个小时|钟头|个钟头'), ja: w('時間'), ko: w('시간') }),
  row('d', 'time', 1440, 'day', { en: 'days' }, { any: w('day|days'), zh: w('天'), ja: w('日間'), ko: w('일간') }),
  row('wk', 'time', 10080, 'week', { en: 'weeks' }, { any: w('wk|wks|week|weeks'), zh: w('周|星期|个星期|礼拜'), ja: w('週間'), ko: w('주') }),
  row('mo', 'time', 43200, 'month', { en: 'months' }, { any: w('month|months'), zh: w('个月'), ja: w('か月|ヶ月|カ月'), ko: w('개월|달') }),
  row('yr', 'time', 525600, 'year', { en: 'years' }, { any: w('yr|yrs|year|years'), zh: w('年'), ja: w('年|年間'), ko: w('년') }),
  // energy, base kilocalorie
  row('kcal', 'energy', 1, undefined, { en: 'kcal', zh: '千卡', ja: 'kcal', ko: 'kcal' }, { any: w('kcal|kcals|calorie|calories|cal|cals|kilocalorie|kilocalories'), zh: w('千卡|大卡|卡路里|卡'), ja: w('キロカロリー|カロリー'), ko: w('킬로칼로리|칼로리') }),
  row('kj', 'energy', 1 / 4.184, undefined, 'kJ', { any: w('kj|kilojoule|kilojoules'), zh: w('千焦'), ja: w('キロジュール'), ko: w('킬로줄') }),
  row('joule', 'energy', 1 / 4184, undefined, 'J', { any: w('joule|joules'), zh: w('焦耳'), ja: w('ジュール') }),
  row('kwh', 'energy', 860.4206500956, undefined, 'kWh', { any: w('kwh|kilowatt hour|kilowatt hours|kilowatt-hours'), zh: w('千瓦时|度电'), ja: w('キロワット時'), ko: w('킬로와트시') }),
  // power, base watt
  row('watt', 'power', 1, undefined, 'W', { any: w('watt|watts'), zh: w('瓦|瓦特'), ja: w('ワット'), ko: w('와트') }),
  row('kw', 'power', 1000, undefined, 'kW', { any: w('kw|kilowatt|kilowatts'), zh: w('千瓦'), ja: w('キロワット'), ko: w('킬로와트') }),
  row('hp', 'power', 745.69987, undefined, { en: 'hp', zh: '马力', ja: '馬力', ko: '마력' }, { any: w('hp|horsepower'), zh: w('马力'), ja: w('馬力'), ko: w('마력') }),
  // pressure, base kilopascal
  row('mmhg', 'pressure', 0.133322387415, undefined, 'mmHg', { any: w('mmhg'), zh: w('毫米汞柱') }),
  row('kpa', 'pressure', 1, undefined, 'kPa', { any: w('kpa|kilopascal'), zh: w('千帕'), ja: w('キロパスカル') }),
  row('hpa', 'pressure', 0.1, undefined, 'hPa', { any: w('hpa'), zh: w('百帕'), ja: w('ヘクトパスカル'), ko: w('헥토파스칼') }),
  row('bar', 'pressure', 100, undefined, 'bar', { any: w('bars of pressure') }),
  row('psi', 'pressure', 6.894757293, undefined, 'psi', { any: w('psi') }),
  // rate, base a minute
  row('bpm', 'rate', 1, undefined, { en: 'bpm', zh: '次/分', ja: 'bpm', ko: 'bpm' }, { any: w('bpm|beats per minute'), zh: w('次每分钟|次/分') }),
  // blood glucose, base mg/dL
  row('mgdl', 'glucose', 1, undefined, 'mg/dL', { any: w('mg/dl|mgdl') }),
  row('mmoll', 'glucose', 18.0182, undefined, 'mmol/L', { any: w('mmol/l|mmol') }),
  // fuel, base km per litre
  row('kml', 'consumption', 1, undefined, 'km/L', { any: w('km/l|kmpl'), ja: w('キロ毎リットル') }),
  row('mpg', 'consumption', 0.425143707, undefined, 'mpg', { any: w('mpg|miles per gallon') }),
  row('l100km', 'consumption', 100, undefined, 'L/100 km', { any: w('l/100km|l/100 km'), zh: w('升/百公里|升每百公里') }, { inverse: true }),
]

const byId = new Map(UNITS.map((unit) => [unit.id, unit]))

export const unitOf = (id: string): UnitRow | undefined => byId.get(id)

/** Units of a dimension in table order; 'cooking' is the kitchen's share of volume and mass. */
export function unitsOf(dimension: string): UnitRow[] {
  return UNITS.filter((unit) => (dimension === 'cooking' ? unit.cooking : unit.dimension === dimension))
}

/** The unit a word means, in a language: findUnit('斤', 'zh') is jin, findUnit('斤', 'ja') is kin; an id is its own name. */
export function findUnit(word: string, language: Language): UnitRow | undefined {
  const key = word.trim().toLowerCase()
  const named = (names: string[] | undefined) => names?.includes(key)
  return (
    UNITS.find((unit) => named(unit.names[language])) ??
    UNITS.find((unit) => named(unit.names.any)) ??
    byId.get(key) ??
    UNITS.find((unit) => named(unit.names.zh) || named(unit.names.ja) || named(unit.names.ko))
  )
}

/** `value` of unit `from` in unit `to`; null where they do not measure the same thing or are unknown. */
export function convert(value: number, from: string, to: string): number | null {
  const a = byId.get(from)
  const b = byId.get(to)
  if (!a || !b || a.dimension !== b.dimension || !Number.isFinite(value)) return null
  if (a === b) return value
  const base = a.inverse ? (value === 0 ? null : a.factor / value) : value * a.factor + (a.offset ?? 0)
  if (base === null) return null
  if (b.inverse) return base === 0 ? null : tidy(b.factor / base)
  return tidy((base - (b.offset ?? 0)) / b.factor)
}

/** Twelve significant digits: takes off what binary fractions leave behind. */
const tidy = (value: number) => Number(value.toPrecision(12))

/** How the unit is written in a language where Intl does not know it. */
export function unitLabel(unit: UnitRow, language: Language): string {
  if (typeof unit.label === 'string') return unit.label
  return unit.label[language] ?? unit.label.en ?? unit.id
}
