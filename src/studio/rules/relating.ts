/**
 * What several related collections are made of: things that have qualities of their own (students, pets, cars) and what
 * happens with them (a loan, a visit, a payment). One line a row; the words of a language are parted by commas, English in the singular.
 */
import type { Language } from '../../spec.ts'

export type Row = {
  id: string
  role: 'thing' | 'event'
  icon: string
  /** Of a thing: it can do something, or belongs to one of these. */
  people: boolean
  of: string[]
  words: Record<Language, string[]>
  /** As in `Plan.fields`. */
  fields: string
}

// id | icon | people, of:… | en | zh | ja | ko | fields
const THINGS = `
client|👤|people|client,customer|客户,顾客,客人|顧客,お客さん,お客様,客,クライアント|고객,손님,거래처|name! phone email note
member|👤|people|member|会员,成员,队员,社员,读者|メンバー,会員,部員|회원,멤버,부원|name! phone email note
student|🎒|people|student,pupil,learner|学生,学员,同学|生徒,学生,児童,受講生|학생,수강생,원생|name! email note
patient|🩺|people|patient|患者,病人|患者|환자|name! phone birthday note
employee|👤|people|employee,worker,staff member,volunteer,cleaner,driver|员工,志愿者,司机|従業員,スタッフ,社員,ボランティア|직원,알바생,봉사자|name! phone email note
teacher|🧑‍🏫|people|teacher,tutor,coach,instructor|老师,教练|先生,講師,コーチ|선생님,강사,코치|name! phone email note
tenant|🔑|people of:room|tenant,renter,lodger|租客,租户,房客|入居者,借主|세입자,임차인|name! phone rent note
player|⚽|people of:team|player|球员,选手|選手|선수|name! position note
donor|🤝|people|donor,sponsor|捐赠人,捐款人|寄付者|후원자,기부자|name! email note
friend|👤|people|friend,neighbour,neighbor|朋友,邻居|友達,友人|친구,이웃|name! phone note
child|🧒|people|kid,child>children|孩子,小朋友|子ども,子供|아이,아이들|name! birthday note
supplier|🚚|people|supplier,vendor|供应商|仕入先,取引先,業者|공급처,공급업체,거래처|name! phone email note
owner|👤|people|owner|主人,业主|飼い主,オーナー|주인,보호자|name! phone email note
pet|🐾|of:client,owner|pet,dog,cat,horse|宠物,狗,猫|ペット,犬,猫|반려동물,강아지,고양이,펫|name! species birthday note
book|📚||book,comic,magazine|书,图书,书籍,漫画|本,図書,書籍,漫画|책,도서,만화책|name!~Title / 书名 / 書名 / 제목; author note
course|📘||course,class,subject,workshop|课程,科目,班级|講座,コース,科目,クラス,授業|과목,강좌,수업,강의|name! note
team|🛡️||team|球队,队伍|チーム|팀|name! note
car|🚗||car,vehicle,truck,motorbike,van,motorcycle|车,汽车,车辆,摩托车|車,自動車,バイク|차,자동차,차량,오토바이|name! brand year note
bike|🚲||bike,bicycle|自行车|自転車|자전거|name! brand note
plant|🪴||plant,tree,houseplant|植物,花,盆栽,绿植|植物,観葉植物,鉢植え|식물,화분,나무|name! species place note
recipe|🍳||recipe,dish|菜谱,食谱|レシピ,料理|레시피,요리|name! ingredients note
project|🗂️|of:client|project|项目|プロジェクト,案件|프로젝트|name! client! note
task|✅|of:project|task|任务|タスク,作業|작업,할 일,업무|name! done note
room|🚪||room,apartment,flat,unit,property,house|房间,公寓,房源|部屋,物件|방,호실,객실,매물|name! note
machine|⚙️||machine,device,tool,instrument,appliance|设备,机器,工具,乐器,仪器|機械,機材,道具,楽器,備品,工具|장비,기계,공구,악기,비품|name! brand serial note
product|📦||product,article|产品,商品|商品,製品|상품,제품|name! price note
hive|🐝||hive,beehive|蜂箱|巣箱|벌통|name! place note
garment|👗||dress,costume,outfit|礼服,服装|衣装,ドレス|의상,드레스,한복|name! size colour note
`
const EVENTS = `
loan|📕||loan,lending,checkout,borrowing,rental|借阅,借书,借出,借还,租借,出借,借阅记录|貸出,貸し出し,貸出し,貸し借り,レンタル,返却|대출,대여,대여 기록,반납|date!~Borrowed on / 借出日期 / 貸出日 / 빌린 날; due!~Due back / 应还日期 / 返却予定日 / 반납일; returned! note
visit|📋||visit,check-in,stay|到访,就诊,来访,看诊,到店|来店,来院,訪問,診察,受診|방문,내원,진료|date! item!~Service / 项目 / メニュー / 시술; amount! note
appointment|📅||appointment,booking,reservation|预约,预订|予約|예약|moment!~When / 时间 / 日時 / 일시; item!~Service / 项目 / メニュー / 시술; amount! note
payment|💳||payment,fee payment,membership fee,membership due,dues payment,fee|缴费,付款,交费,会费,学费,房租,收款|会費の支払い,支払い,会費,月謝の支払い,月謝,家賃の支払い,入金,集金|회비 납부,회비,납부,결제,입금,수강료 납부,월세 납부,회비 납부 현황|date! amount! paid! note
watering|💧||watering|浇水|水やり|물 주기,물주기,물 준 기록,물 준 날|date! note
repotting|🪴||repotting|换盆|植え替え|분갈이|date! note
fillup|⛽||fill-up,fillup,refuel,refueling,refuelling,refill|加油|給油|주유|date! liters! amount! odometer note
repair|🔧||repair,fix|维修,修理|修理|수리,정비|date! item!~What / 内容 / 内容 / 내용; amount! note
service|🔧||maintenance,service,servicing,inspection|保养,检查,检修|整備,メンテナンス,点検|점검,유지보수,관리 이력|date! item!~What / 内容 / 内容 / 내용; amount! note
grade|🎓||grade,mark,test score,exam result|成绩|成績|성적|grade! date! note
attendance|🙋||attendance|出勤,考勤,签到,出席|出席,出欠|출석|date! done!~Present / 出席 / 出席 / 출석; note
hours|⏱️||hours,working hours,shift,work hours,time entry>time entries,time spent,hours worked|工时,用时,工作时间,排班|作業時間,工数,稼働時間,シフト|작업 시간,근무 시간,투입 시간|date! duration! note
lesson|📖||lesson,session,training session|上课记录,训练,课时|レッスン,指導|레슨,수업 기록|date! duration note
cooking|🍽️||cooking,meal cooked|做菜记录|作った記録|요리 기록|date! rating note
order|🧾||order,purchase,sale|订单,销售|注文,売上,販売|주문,판매|date! quantity amount! note
delivery|🚚||delivery>deliveries,shipment|送货,发货|配達,納品,出荷|배송,납품|date! quantity note
treatment|🧴||treatment,vaccination,vet visit,checkup|治疗,疫苗|治療,施術,予防接種,通院|치료,시술,예방접종|date! item!~Service / 项目 / メニュー / 시술; amount note
grooming|✂️||grooming|美容|トリミング|미용|date! item!~Service / 项目 / メニュー / 시술; amount! note
feeding|🥣||feeding|喂食|餌やり,エサやり|급여,먹이 주기|date! note
walk|🦮||walk|遛狗,散步|散歩|산책|date! duration note
match|🏟️||match>matches,game,match result,game result|比赛|試合|경기|date! item!~Result / 结果 / 結果 / 결과; note
harvest|🧺||harvest|收获,收成|収穫|수확|date! quantity note
donation|💝||donation,contribution|捐款|寄付|기부,후원금|date! amount! note
meeting|🗣️||meeting,call,interaction,conversation|拜访,会议,通话|商談,面談,打ち合わせ|상담,미팅|date! note
practice|🎵||practice,rehearsal|练习|練習|연습|date! duration note
`
function rowsOf(lines: string, role: Row['role']): Row[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', icon = '', traits = '', en = '', zh = '', ja = '', ko = '', fields = ''] = line.split('|')
      const words = { en: en.split(','), zh: zh.split(','), ja: ja.split(','), ko: ko.split(',') }
      const of = /of:(\S+)/.exec(traits)?.[1]?.split(',') ?? []
      return { id, role, icon, people: /\bpeople\b/.test(traits), of, words, fields }
    })
}
export const ROWS: readonly Row[] = [...rowsOf(THINGS, 'thing'), ...rowsOf(EVENTS, 'event')]

/** "time entry>time entries": a plural said by itself; else by the rules of English. */
export function formsOfNoun(word: string): { one: string; many: string } {
  const [one = '', own] = word.split('>')
  if (own) return { one, many: own }
  if (/hours$|attendance$|spent$|worked$|maintenance$/.test(one)) return { one, many: one }
  if (/[^aeiou]y$/.test(one)) return { one, many: `${one.slice(0, -1)}ies` }
  return { one, many: one + (/(?:s|x|ch|sh)$/.test(one) ? 'es' : 's') }
}
/** The singular of a plural that no row knows; undefined where it is none. */
export function singularOf(many: string): string | undefined {
  if (/(?:ss|us|is|news)$/i.test(many) || !/s$/i.test(many)) return undefined
  return (
    many
      .replace(/ies$/i, 'y')
      .replace(/(ss|x|ch|sh)es$/i, '$1')
      .replace(/s$/i, '') || undefined
  )
}
