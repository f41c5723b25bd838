/** Words that are qualities of things rather than things: asked to be added, they become fields. */

import { isFieldConcept } from '../base/forms.ts'
import { fold, has } from '../base/resolve.ts'

const QUALITIES =
  'isbn|barcode|allergies|dietary needs|contact|supplier|example|example sentence|sentence|pronunciation|hint|translation|definition|synonym|ingredients|genre|publisher|serial number|barcode|condition|rarity|rating|stars|score|note|notes|memo|comment|price|cost|amount|quantity|date|time|category|tag|tags|type|status|priority|photo|picture|link|url|address|phone|email|location|place|shop|store|person|who|author|color|colour|size|weight|mood|duration|deadline|due date|unit|discount|tax|tip|column|field|checkbox|option|counter|number|percentage|progress|total|average|difficulty|brand|source|reason|method|' +
  '联系方式|电话|邮箱|过敏|供应商|评分|打分|星级|备注|笔记|价格|金额|费用|数量|日期|时间|分类|类别|标签|类型|状态|优先级|照片|链接|地址|电话|地点|店铺|作者|颜色|尺寸|重量|心情|时长|截止日期|单位|折扣|字段|一栏|一列|选项|进度|难度|品牌|腰围|' +
  '連絡先|電話|メール|アレルギー|評価|星|メモ|備考|値段|価格|金額|数量|個数|日付|時間|時刻|カテゴリ|カテゴリー|タグ|種類|状態|ステータス|優先度|写真|リンク|住所|電話|場所|お店|店名|著者|色|サイズ|重さ|気分|締め切り|期限|単位|項目|欄|例文|選択肢|進捗|難易度|ブランド|' +
  '연락처|이메일|알레르기|담당자|별점|평점|점수|메모|노트|비고|가격|금액|비용|수량|개수|날짜|시간|카테고리|분류|태그|종류|상태|우선순위|사진|링크|주소|전화번호|장소|위치|보관|가게|저자|색상|크기|무게|기분|마감일|기한|단위|항목|칸|예문|선택지|진행률|난이도|브랜드'
const words = QUALITIES.split('|').filter(Boolean).map(fold)

export const isQuality = (low: string): boolean => has(low, words) || isFieldConcept(low)

/** An article or a counter before it makes the word a kind of thing: "a waist", 一个腰围, "a field for". */
export const isThing = (text: string): boolean =>
  /\b(?:a|an|another|new)\s+(?!few|bit|lot|cup|glass|bottle|couple)[a-z]|加(?:一个|个)|(?:という|の)(?:項目|欄|フィールド)|(?:항목|칸|필드)/i.test(
    text,
  )
