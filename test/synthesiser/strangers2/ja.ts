/** Wishes of Japanese-speaking strangers (see wants.ts). */
import type { Stranger } from './wants.ts'

export const JA: Stranger[] = [
  [
    '家事代行してます。お客さん、日時、何時間やったか、もらったかどうかを残したい',
    '家事代行|お客',
    'f: お客:person|text, 日時:datetime, 時間:number|duration|quantity, もら:yesno; no: 日付:date',
  ],
  [
    '就活管理。会社名、職種、締切、状況（応募済み/書類通過/一次/最終/内定/お祈り）',
    '就活',
    'f: 会社名:text, 職種:text, 締切:date, 状況:choice{応募済み/書類通過/一次/最終/内定/お祈り}',
  ],
  [
    '今年は本を50冊読む！タイトル、著者、星5つで評価、人にすすめるか',
    '本|読書',
    'f: タイトル:text, 著者:person|text, 星|評価:rating=5, すすめる:yesno; goal 50/year',
  ],
  [
    '62キロから55キロまで落とす。毎朝の体重と体脂肪率、グラフで見たい',
    '体重',
    'f: 体重:quantity=kg, 体脂肪率:number|quantity; goal 55; view: chart',
  ],
  ['りく、はるか、パパの3人でUNOの点数つける', 'UNO', 'does: score; seeds: りく, はるか, パパ'],
  ['勉強40分→休憩8分を4回、最後に20分の長い休憩', '勉強', 'timer 40/8/20; rounds 4'],
  [
    '中古車見て回ってるんだけど、車種 年式 走行距離 価格 修復歴あり/なし 印象5段階',
    '車',
    'f: 車種:text, 年式:number|text, 走行距離:quantity=km, 価格:money, 修復歴:choice|yesno, 印象:rating=5; notdoes: stock',
  ],
  ['膝のリハビリ。スクワット、かかと上げ、もも上げを一日2回。やったらチェック', 'リハビリ|膝', 'seeds: スクワット, かかと上げ, もも上げ'],
  [
    '旅行の割り勘したい。俺、しんじ、ゆりえ、田中先輩。誰がいくら立て替えたか',
    '旅行|割り勘',
    'does: split; seeds: しんじ, ゆりえ, 田中先輩',
  ],
  [
    'メルカリの売上。商品名、仕入れ値、販売価格、送料、手数料10%引いて利益を出して',
    'メルカリ|売上',
    'f: 商品名:text, 仕入れ値:money, 販売価格:money, 送料:money; k: computed',
  ],
  ['結婚式まであと何日か。来年の5月23日', '結婚式', 'does: countdown; to: 2027-05-23'],
  ['一週間の献立考えるのがしんどい。買い物リストも一緒に出てほしい', '献立', 'does: shopping'],
  [
    '頭痛日記。いつ始まった、何時間続いた、痛さ10段階、薬飲んだか',
    '頭痛',
    'f: 始ま:datetime|time|date, 続いた:duration|number, 痛さ:rating=10, 薬:yesno',
  ],
  [
    'ベランダ菜園、野菜の名前と植えた日と水やりした日、虫がついたか',
    '菜園|ベランダ',
    'f: 名前|野菜:text, 植えた:date, 水やり:date, 虫:yesno',
  ],
  ['母の薬。朝アムロジピン1錠、朝夕メトホルミン、寝る前にロスバスタチン', '薬', 'seeds: アムロジピン, メトホルミン, ロスバスタチン'],
  [
    'コンビニで使いすぎ。月1万円までにしたい。店、買ったもの、金額、いらなかったかも',
    'コンビニ',
    'f: 店:place|text, 買ったもの:text, 金額:money; limit 10000/month',
  ],
  [
    '引っ越しのタスクをボードで。未着手/手配中/完了。担当と期限もつけて',
    '引っ越し',
    'view: board; opt: 未着手/手配中/完了; f: 担当:person|text, 期限:date',
  ],
  ['娘のお手伝い。洗濯物たたみ30円、風呂掃除50円、ゴミ出し20円。月末に合計', 'お手伝い', 'seeds: 洗濯物たたみ, 風呂掃除, ゴミ出し'],
  ['ランニング 距離km タイム 気分 週3回が目標', 'ランニング', 'f: 距離:quantity=km, タイム:duration, 気分:rating|choice; goal 3/week'],
  [
    'ジム 種目 重さkg 回数 セット 限界まで追い込めたか',
    'ジム',
    'f: 種目:text|choice, 重さ:quantity=kg, 回数:number, セット:number, 限界:yesno',
  ],
  [
    'ピアノ教室やってます。生徒、日時、曲、宿題、お月謝もらったか',
    'ピアノ|レッスン',
    'f: 生徒:person|text, 日時:datetime, 曲:text, 宿題:text|note, 月謝:yesno; no: 日付:date',
  ],
  [
    '誕生日忘れがち。名前と誕生日と去年あげたもの、1週間前に教えてほしいです',
    '誕生日',
    'f: 名前:person|text, 誕生日:date, あげた:text; before 7',
  ],
  ['韓国語の単語カード。表が韓国語で裏が日本語。間違えたのは多めに出して', '韓国語', 'does: repetition'],
  [
    'バンドの曲リスト。チェリー、小さな恋のうた、リンダリンダ。キーと仕上がり（まだ/あと少し/完璧）と歌う人',
    '曲|バンド',
    'f: キー:text, 仕上がり:choice{まだ/あと少し/完璧}, 歌う人:person|text; seeds: チェリー, 小さな恋のうた, リンダリンダ',
  ],
  [
    '離乳食 食材 何グラム 食いつき◎○△× アレルギー出たか',
    '離乳食',
    'f: 食材:text, グラム|量:quantity=g, 食いつき:choice|rating{◎/○/△/×}, アレルギー:yesno',
  ],
  [
    '部屋探し中です。住所、家賃、管理費、駅徒歩何分、ペット可か、10点満点で',
    '部屋',
    'f: 住所:place|text, 家賃:money, 管理費:money, 徒歩:duration, ペット:yesno, 点|評価:rating=10',
  ],
  ['スマホ一日2時間まで。日付と時間と何を見てたか', 'スマホ', 'f: 時間:duration, 見てた:text; limit 120/day'],
  ['50万円貯める。ボーナスと毎月の貯金を入れてって残りが見えるように', '貯', 'goal 500000'],
  ['町内のゴミ当番、佐々木さん、うち、村上さん、川口さんの順で1週間ずつ', 'ゴミ当番', 'seeds: 佐々木, 村上, 川口'],
  [
    '小テストの点を記録したい。高2の数学です。生徒名、クラス、点数、どこで間違えたか',
    '小テスト',
    'f: 生徒名:person|text, クラス:text|choice, 点数:number|rating, 間違え:text|note',
  ],
  ['キャンプの持ち物リスト テント 寝袋 ランタン 焚き火台 薪 虫除け', 'キャンプ', 'seeds: テント, 寝袋, ランタン, 焚き火台, 薪, 虫除け'],
  ['パン屋の原価。商品名、材料費、売値、税込だといくらか、利益率', 'パン|原価', 'f: 商品名:text, 材料費:money, 売値:money; k: computed'],
  [
    '猫が2匹いて（もち、あずき）最近よく吐く。どっちが、いつ、何を、病院行ったほうがいいか',
    '猫|吐',
    'f: どっち:choice|text, いつ:datetime|date, 何を:text, 病院:yesno',
  ],
  [
    '見たいドラマと見たドラマ。題名、何話まで見たか、配信（ネトフリ/アマプラ/U-NEXT）、おすすめ度5段階',
    'ドラマ',
    'f: 題名:text, 話:number, 配信:choice{ネトフリ/アマプラ/U-NEXT}, おすすめ度:rating=5',
  ],
  ['瞑想を毎日15分。続いてる日数が見たい、1日くらい抜けても許して', '瞑想', 'does: streak; goal 15/day'],
  ['お金貸した借りたのメモ。誰、いくら、返す日、返したか', '貸|借', 'f: 誰:person|text, いくら|金額:money, 返す日:date, 返した:yesno'],
  [
    'ハンドメイドの注文受けてます お客様名 品物 個数 単価 支払い済みか 発送済みか',
    '注文|ハンドメイド',
    'f: 客:person|text, 品物:text, 個数:number|quantity, 単価:money, 支払:yesno, 発送:yesno; notdoes: stock',
  ],
  [
    'ウーバーの配達、1日8000円稼ぎたい。件数、売上、ガソリン代、手取り',
    '配達|ウーバー',
    'f: 件数:number, 売上:money, ガソリン代:money, 手取り:computed|money; goal 8000/day',
  ],
  [
    '釣行記録つけたいんやけど。場所、魚、サイズcm、エサ、誰と行ったか',
    '釣',
    'f: 場所:place|text, 魚:text, サイズ:quantity=cm, エサ:text, 誰と:person|text',
  ],
  [
    '血圧。上と下と脈、朝と晩。お医者さんに見せるので表で',
    '血圧',
    'f: 上:number|quantity, 下:number|quantity, 脈:number|quantity; view: table',
  ],
  [
    '小説書いてて、章、文字数、状態はプロット・下書き・推敲・完成。毎日1500字書く',
    '小説',
    'f: 章:text, 文字数:number, 状態:choice{プロット/下書き/推敲/完成}; goal 1500/day',
  ],
  ['今夜の皿洗い誰がやるかルーレット、父・母・兄・私', '皿洗い', 'does: pick; seeds: 父, 母, 兄'],
  ['ゆで卵タイマー、半熟6分半と固ゆで12分', 'ゆで卵', 'timer 6.5/12'],
  [
    'バイクの整備記録。作業内容、走行距離、費用、次回の予定日。3日前に通知',
    'バイク|整備',
    'f: 作業内容:text|note, 走行距離:quantity=km, 費用:money, 次回:date; before 3',
  ],
  [
    '結婚式に呼ぶ人の一覧作って。名前、人数、どのテーブル、出席か欠席か、ご祝儀',
    '結婚式|招待|呼ぶ人',
    'f: 名前:person|text, 人数:number, テーブル:text|number|place, 出席:choice|yesno, ご祝儀:money',
  ],
  [
    '飲みすぎ防止に。いつ、何を何杯、誰と、二日酔いしたか。週に6杯まで',
    '飲',
    'f: いつ:datetime|date, 何を:text, 杯:number|quantity, 誰と:person|text, 二日酔い:yesno; limit 6/week',
  ],
  [
    '古着屋の在庫。品名、年代、サイズ(S/M/L/XL)、仕入れ、値札、売れたか',
    '古着|在庫',
    'f: 品名:text, 年代:text|number|choice, サイズ:choice{S/M/L/XL}, 仕入:money|date, 値札:money, 売れた:yesno',
  ],
  [
    '資格の勉強。科目は民法、行政法、憲法。一日4時間目標で、やった時間と理解度(低/中/高)',
    '資格|勉強',
    'f: 科目:choice{民法/行政法/憲法}, 時間:duration, 理解度:choice{低/中/高}; goal 240/day',
  ],
  [
    'ラーメン屋めぐり。店、食べたの、値段、また行くか、点数は5点満点',
    'ラーメン',
    'f: 店:place|text, 食べた:text, 値段:money, また行く:yesno, 点数:rating=5',
  ],
  [
    'ボランティアの見守り訪問です。訪問先、日時、様子、困っていること、次に行く日',
    '訪問|見守り',
    'f: 訪問先:place|text|person, 日時:datetime, 様子:text|note|rating, 困って:text|note, 次:date; no: 日付:date',
  ],
]
