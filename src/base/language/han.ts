/**
 * Han characters of three orthographies: traditional and Japanese forms folded to simplified, so that 記録, 記錄
 * and 记录 compare equal, and the glyphs that tell Chinese from Japanese where there is no kana.
 */

/** Pairs: a form, then its simplified one. Common characters only; the rest compare as they are. */
const PAIRS =
  '愛爱 沒没 幾几 麼么 嗎吗 妳你 內内 鬆松 嚐尝 紅红 絡络 維维 寵宠 礙碍 罷罢 擺摆 敗败 頒颁 辦办 幫帮 寶宝 報报 備备 貝贝 筆笔 畢毕 閉闭 邊边 編编 變变 標标 錶表 別别 賓宾 餅饼 撥拨 補补 財财 參参 蠶蚕 殘残 慘惨 倉仓 側侧 測测 層层 產产 産产 長长 嘗尝 償偿 場场 腸肠 廠厂 車车 徹彻 塵尘 陳陈 稱称 誠诚 遲迟 齒齿 衝冲 蟲虫 籌筹 處处 觸触 傳传 創创 純纯 詞词 辭辞 從从 聰聪 錯错 達达 帶带 帯带 貸贷 單单 単单 擔担 膽胆 彈弹 當当 黨党 檔档 導导 島岛 燈灯 鄧邓 敵敌 遞递 點点 電电 墊垫 釣钓 調调 頂顶 訂订 東东 動动 棟栋 凍冻 鬥斗 讀读 読读 獨独 賭赌 斷断 鍛锻 對对 対对 隊队 噸吨 頓顿 奪夺 額额 惡恶 悪恶 兒儿 児儿 爾尔 餌饵 發发 発发 髮发 罰罚 飯饭 範范 販贩 訪访 紡纺 飛飞 廢废 費费 紛纷 奮奋 憤愤 豐丰 風风 鋒锋 瘋疯 婦妇 負负 複复 復复 輔辅 縛缚 該该 鈣钙 蓋盖 幹干 趕赶 乾干 綱纲 鋼钢 崗岗 個个 箇个 給给 貢贡 溝沟 構构 購购 穀谷 顧顾 掛挂 關关 関关 観观 觀观 館馆 慣惯 貫贯 廣广 広广 規规 龜龟 歸归 帰归 櫃柜 貴贵 輥辊 鍋锅 國国 過过 還还 漢汉 號号 後后 護护 戶户 戸户 劃划 畫画 畵画 話话 壞坏 壊坏 歡欢 歓欢 環环 換换 緩缓 黃黄 匯汇 會会 繪绘 絵绘 穢秽 燴烩 貨货 獲获 禍祸 機机 積积 績绩 雞鸡 鶏鸡 極极 級级 輯辑 計计 記记 紀纪 際际 劑剂 剤剂 繼继 継继 濟济 済济 擠挤 價价 価价 駕驾 監监 檢检 検检 簡简 減减 艦舰 鑑鉴 間间 揀拣 撿捡 見见 劍剑 剣剑 薦荐 將将 漿浆 槳桨 獎奖 奨奖 講讲 醬酱 膠胶 澆浇 嬌娇 攪搅 餃饺 腳脚 較较 階阶 節节 結结 潔洁 緊紧 僅仅 謹谨 進进 盡尽 儘尽 驚惊 經经 経经 競竞 淨净 浄净 鏡镜 舊旧 劇剧 據据 拠据 懼惧 捲卷 絹绢 覺觉 覚觉 決决 絕绝 絶绝 軍军 開开 凱凯 課课 墾垦 懇恳 庫库 褲裤 塊块 寬宽 寛宽 礦矿 況况 虧亏 擴扩 拡扩 闊阔 臘腊 蠟蜡 來来 萊莱 蘭兰 攔拦 欄栏 籃篮 藍蓝 覽览 覧览 懶懒 爛烂 濫滥 勞劳 労劳 澇涝 樂乐 楽乐 淚泪 類类 籬篱 離离 裡里 裏里 禮礼 麗丽 厲厉 勵励 歷历 歴历 曆历 暦历 隸隶 聯联 連连 練练 鍊炼 煉炼 錬炼 戀恋 糧粮 涼凉 兩两 両两 輛辆 諒谅 療疗 遼辽 獵猎 臨临 鄰邻 隣邻 靈灵 霊灵 鈴铃 齡龄 齢龄 領领 劉刘 龍龙 竜龙 樓楼 錄录 録录 陸陆 爐炉 魯鲁 滷卤 鹵卤 驢驴 鋁铝 綠绿 緑绿 濾滤 亂乱 輪轮 論论 羅罗 蘿萝 鑼锣 媽妈 馬马 碼码 罵骂 買买 賣卖 売卖 麥麦 邁迈 脈脉 滿满 満满 貓猫 貿贸 門门 們们 夢梦 彌弥 覓觅 綿绵 麵面 麺面 滅灭 鳴鸣 銘铭 謀谋 畝亩 納纳 難难 腦脑 脳脑 惱恼 悩恼 鬧闹 擬拟 膩腻 鳥鸟 寧宁 濃浓 農农 諾诺 歐欧 盤盘 龐庞 賠赔 噴喷 鵬鹏 騙骗 飄飘 頻频 貧贫 憑凭 評评 蘋苹 潑泼 撲扑 樸朴 譜谱 齊齐 斉齐 騎骑 豈岂 啓启 啟启 氣气 気气 棄弃 訖讫 遷迁 簽签 籤签 鉛铅 謙谦 錢钱 銭钱 鉗钳 潛潜 淺浅 譴谴 搶抢 牆墙 強强 橋桥 僑侨 竅窍 竊窃 親亲 輕轻 軽轻 傾倾 頃顷 請请 慶庆 窮穷 區区 驅驱 趨趋 權权 権权 勸劝 勧劝 確确 鵲鹊 讓让 譲让 擾扰 熱热 認认 韌韧 榮荣 栄荣 絨绒 軟软 銳锐 鋭锐 閏闰 潤润 灑洒 賽赛 傘伞 喪丧 騷骚 掃扫 澀涩 殺杀 紗纱 篩筛 曬晒 刪删 閃闪 陝陕 傷伤 賞赏 燒烧 焼烧 紹绍 賒赊 攝摄 摂摄 設设 紳绅 審审 嬸婶 腎肾 滲渗 聲声 繩绳 縄绳 勝胜 聖圣 師师 獅狮 濕湿 詩诗 時时 蝕蚀 實实 実实 識识 駛驶 勢势 適适 釋释 釈释 飾饰 視视 試试 壽寿 獸兽 獣兽 書书 輸输 贖赎 屬属 術术 樹树 數数 帥帅 雙双 誰谁 稅税 順顺 說说 説说 碩硕 爍烁 絲丝 糸丝 飼饲 聳耸 慫怂 頌颂 訟讼 誦诵 蘇苏 訴诉 肅肃 隨随 歲岁 歳岁 孫孙 損损 鎖锁 態态 臺台 颱台 檯台 攤摊 灘滩 癱瘫 壇坛 譚谭 談谈 歎叹 嘆叹 湯汤 燙烫 濤涛 討讨 騰腾 謄誊 題题 體体 躰体 條条 貼贴 鐵铁 鉄铁 廳厅 聽听 聴听 銅铜 統统 頭头 圖图 図图 塗涂 團团 団团 駝驼 橢椭 窪洼 襪袜 彎弯 灣湾 頑顽 萬万 網网 韋韦 違违 圍围 囲围 為为 爲为 偉伟 緯纬 衛卫 溫温 聞闻 紋纹 穩稳 穏稳 問问 窩窝 渦涡 臥卧 嗚呜 誣诬 無无 吳吴 霧雾 務务 誤误 錫锡 犧牺 襲袭 習习 銑铣 戲戏 戯戏 細细 蝦虾 峽峡 俠侠 狹狭 嚇吓 鮮鲜 纖纤 鹹咸 賢贤 閑闲 閒闲 顯显 顕显 險险 険险 現现 獻献 縣县 県县 餡馅 線线 憲宪 羨羡 鄉乡 郷乡 詳详 響响 項项 蕭萧 嘯啸 曉晓 暁晓 銷销 寫写 協协 脅胁 諧谐 攜携 瀉泻 謝谢 鋅锌 釁衅 興兴 選选 繡绣 鏽锈 許许 敘叙 緒绪 續续 続续 軒轩 懸悬 癬癣 學学 勛勋 詢询 尋寻 馴驯 訓训 訊讯 遜逊 壓压 圧压 鴨鸭 啞哑 亞亚 亜亚 煙烟 鹽盐 塩盐 嚴严 厳严 顏颜 顔颜 閻阎 豔艳 艷艳 艶艳 驗验 験验 厭厌 楊杨 揚扬 陽阳 癢痒 養养 樣样 様样 搖摇 揺摇 遙遥 窯窑 藥药 薬药 爺爷 頁页 業业 葉叶 醫医 銥铱 儀仪 遺遗 飴饴 蟻蚁 藝艺 芸艺 億亿 憶忆 義义 議议 異异 譯译 訳译 驛驿 駅驿 陰阴 銀银 飲饮 飮饮 隱隐 隠隐 櫻樱 桜樱 嬰婴 鷹鹰 應应 応应 營营 営营 蠅蝇 贏赢 穎颖 喲哟 擁拥 傭佣 癰痈 優优 憂忧 郵邮 鈾铀 猶犹 遊游 誘诱 魚鱼 漁渔 與与 嶼屿 語语 籲吁 獄狱 譽誉 預预 鴛鸳 淵渊 轅辕 園园 員员 圓圆 円圆 緣缘 縁缘 遠远 願愿 約约 躍跃 鑰钥 粵粤 悅悦 閱阅 閲阅 雲云 運运 醞酝 暈晕 韻韵 雜杂 雑杂 災灾 載载 攢攒 暫暂 贊赞 賛赞 讚赞 臟脏 髒脏 臓脏 鑿凿 棗枣 竈灶 責责 擇择 択择 則则 澤泽 沢泽 賊贼 贈赠 閘闸 詐诈 齋斋 債债 盞盏 嶄崭 輾辗 戰战 戦战 綻绽 張张 漲涨 帳帐 賬账 脹胀 趙赵 這这 貞贞 針针 偵侦 診诊 鎮镇 陣阵 爭争 幀帧 鄭郑 證证 証证 織织 職职 執执 紙纸 誌志 製制 質质 滯滞 鐘钟 鍾钟 終终 種种 腫肿 眾众 衆众 軸轴 皺皱 晝昼 驟骤 豬猪 諸诸 燭烛 囑嘱 貯贮 鑄铸 註注 駐驻 築筑 專专 専专 磚砖 轉转 転转 賺赚 莊庄 裝装 妝妆 壯壮 狀状 錐锥 墜坠 準准 著着 濁浊 資资 漬渍 蹤踪 綜综 總总 総总 縱纵 鄒邹 組组 鑽钻 毎每 歩步 黒黑 徳德 穂穗 仏佛 払拂 辺边 巻卷 捨舍 姉姊 髪发 渋涩 剰剩 嬢娘 醸酿 畳叠 稲稻 予预 枠框 拝拜 抜拔 挿插 揃齐 頼赖 瀬濑 弁便 変变 倹俭 圏圈 撃击 渓溪 恵惠 碁棋 効效 砕碎 桟栈 蔵藏 粛肃 処处 渉涉 縦纵 収收 従从 斎斋 滝泷 遅迟 鋳铸 逓递 伝传 闘斗 弐贰 覇霸 廃废 晩晚 浜滨 舗铺 豊丰 謡谣 猟猎 涙泪 塁垒'

const FOLD = new Map<string, string>()
for (const pair of PAIRS.split(' ')) {
  const [from, to] = [...pair]
  if (from && to && from !== to && !FOLD.has(from)) FOLD.set(from, to)
}

/** What Cantonese writes for a word of grammar: 借咗 is 借了, 邊個嘅 is 哪个的. Each as long as what it stands for. */
const CANTONESE = new Map(
  '咗了 嘅的 唔不 佢他 冇没 畀给 俾给 喺在 嗰那 啲些 攞拿 哋们 嚟来 睇看 噉这 咁这 邊個哪个 边個哪个 边个哪个 幾時何时 几时何时 而家现在 依家现在 仲未还没 琴日昨天 尋日昨天 寻日昨天 聽日明天 听日明天 呢個这个 呢个这个'
    .split(' ')
    .map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]),
)
const SAID =
  /[咗嘅唔佢冇畀俾喺嗰啲攞哋嚟睇噉咁]|[邊边][個个]|[幾几][時时]|[而依]家|仲未|[琴尋寻]日|[聽听]日(?![本语語文剧劇报報系韩韓])|呢[個个]/g

/** The simplified form of every character that has one here, and of Cantonese grammar the common one; same length. */
export function foldHan(text: string): string {
  let out = ''
  for (const char of text.replace(SAID, (said) => CANTONESE.get(said) ?? said)) out += FOLD.get(char) ?? char
  return out
}

/** Kanji forms that Chinese does not write, in either orthography. */
const JAPANESE_ONLY = new Set(
  '円気楽読売図実対発経験済毎薬込働畑峠辻枠匂搾塩広駅桜黒歩帰択検録壊拠帯単価児労営囲応戦様続縁絵覚観関険顔顕転鉄団専両乗剣剤勧勲徴徳悩悪戸払拡挙挿捜摂斉斎暁栄渇渋渓満滝焼犠猟獣畳窓糸縄継繊聴臓舗荘薫蔵処辺逓遅郷酔醸釈鋭錬隠隣霊頼駆髪鶏麺齢竜亀仏浜桟栃',
)
/** Simplified forms that Japanese does not write. */
const CHINESE_ONLY = new Set(
  '们这说记录账钱买卖单饮药减运动时间个头见开关问题样对话汉语书读写习课业务员议计划预约订车饭鱼鸡饺馆厅锅盘网页链码图视频听乐戏剧电脑气热检诊疗护养马鸟龙绿蓝红还没给让请谁吗吧呢啊你她它俩您咱哪怎么什爱儿妈爷为从并将应该较过进远边处后里类种组织级练测试结总额费价贵赚税债贷储纸张笔帐据发票营轻东风云阴节历庆圣诞礼赠购选择决评论谈讲访闻报纪载环线统标签际优惠场门钟岁龄错误难简杂扫丢换补够缺宠猫狗喂',
)
/** Characters of Chinese grammar that Japanese nouns do not hold. */
const CHINESE_GRAMMAR = new Set('咗嘅唔佢冇畀喺嗰啲攞哋嚟我你您他她它們们這这那哪吗嗎吧呢了把跟給给让幫帮请請没沒很也还每怎么麼什谁吃喝买')
/** Grammar in Chinese, but parts of nouns in Japanese too (目的, 在庫, 予想). */
const WEAK_GRAMMAR = new Set('的是在和想要做都就多少個个讓還買')
/** Words that only Japanese writes in characters alone. */
const JAPANESE_WORDS =
  '令和|平成|昭和|直近|家計簿|勉強|予定|一覧|献立|買物|誕生日|貯金|割勘|時間割|今週|来週|先週|今月|来月|先月|掃除|洗濯|当番|持物|財布|小遣|映画|通院|服薬|体調|血圧測定|暗記|弁当|手帳|日程調整|出費|収支|収入|支払|残高|精算|目標達成|習慣化|習慣管理|写真|部活|宿題|試験|仕事|会社|出勤|退勤|残業|給料|家賃|光熱費|食費|交通費|雑費|宿泊|航空券|切符|電車|車検|給油|水遣|園芸|病院|歯医者|離乳食|授乳|就寝|体重管理|腹筋|腕立|懸垂'.split(
    '|',
  )

export type HanHints = { japanese: number; chinese: number; grammar: number }

/** Evidence in characters for either language: glyphs of one only, words of one only, Chinese grammar. */
export function hanHints(text: string): HanHints {
  const hints: HanHints = { japanese: 0, chinese: 0, grammar: 0 }
  for (const char of text) {
    if (JAPANESE_ONLY.has(char)) hints.japanese++
    else if (CHINESE_ONLY.has(char)) hints.chinese++
    if (CHINESE_GRAMMAR.has(char)) hints.grammar++
    else if (WEAK_GRAMMAR.has(char)) hints.grammar += 0.4
  }
  if (hints.chinese === 0 && JAPANESE_WORDS.some((word) => text.includes(word))) hints.japanese++
  return hints
}
