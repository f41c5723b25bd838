/** Free time: books, films, games, music, journeys, occasions, presents, and what people collect. */
import { icon, kept, related, row, suggests, topic } from '../row.ts'
import type { Concept } from '../types.ts'

const collected = (emoji: string, fields: string) => ({
  ...icon(emoji),
  ...kept(fields, ['collection']),
  ...topic('collection', ['collection'], 'name bought price'),
})
const read = (emoji: string, fields = 'title author status rating end thoughts') => ({
  ...icon(emoji),
  ...kept(fields, ['reading']),
  ...topic('culture', ['reading'], 'title date rating'),
})
const seen = (emoji: string, fields = 'title director year status rating thoughts') => ({
  ...icon(emoji),
  ...kept(fields, ['watching']),
  ...topic('culture', ['watching'], 'title date rating'),
})
const played = (emoji: string) => ({
  ...icon(emoji),
  ...kept('date person score result note', ['score']),
  ...topic('game', ['score'], 'date person score'),
})
const visited = (emoji: string, fields = 'name place date rating photo note') => ({
  ...icon(emoji),
  ...kept(fields, ['collection', 'wishlist']),
  ...topic('travel', ['collection', 'trip'], 'name date rating'),
})
const craft = (emoji: string) => ({
  ...icon(emoji),
  ...kept('name material status start end photo note', ['board', 'collection']),
  ...topic('craft', ['board', 'collection'], 'name date duration'),
})

// biome-ignore format: a table reads best one row a line
export const LEISURE: Concept[] = [
  // books and words
  row('books', 'book|books|book log|book list|books i read', '书籍|书|图书|看过的书|藏书', '書籍|読んだ本|蔵書|本', '책|도서|읽은 책|서재', { ...read('📚'), ...suggests({ reading: 0.6 }), ...related('readingHabit quotesKept') }),
  row('readingHabit', 'reading|reading list|reading log|reading tracker|read more|reading goal', '阅读|读书|书单|看书|阅读记录', '読書|読書記録|読みたい本|積読|読書ログ', '독서|독서 기록|읽을 책|독후감|독서록', { ...read('📖'), ...suggests({ reading: 0.7 }) }),
  row('novel', 'novel|novels|fiction|short stories', '小说|网文|长篇', '小説|ラノベ|文庫本', '소설|웹소설|장편', read('📕')),
  row('comics', 'comic|comics|manga|graphic novel|graphic novels|webtoon|webtoons', '漫画|条漫|漫画书', '漫画|マンガ|コミック', '만화|웹툰|만화책', read('💥', 'title author status rating thoughts')),
  row('audiobook', 'audiobook|audiobooks|ebook|ebooks|kindle', '有声书|电子书|听书', 'オーディオブック|電子書籍', '오디오북|전자책|이북', read('🎧', 'title author duration status rating')),
  row('magazine', 'magazine|magazines|article|articles|articles to read|read later', '杂志|文章|稍后阅读|期刊', '雑誌|記事|あとで読む', '잡지|기사|나중에 읽을', read('📰', 'title link source status tags')),
  row('bookClub', 'book club|book clubs|reading group', '读书会|读书俱乐部', '読書会|ブッククラブ', '독서 모임|북클럽|독서 토론', { ...icon('📚'), ...kept('title date person thoughts', ['reading', 'events']), ...suggests({ reading: 0.5 }) }),
  row('library', 'library books|library loans|borrowed books|library book', '图书馆的书|借的书|借阅|图书馆', '図書館の本|図書館|借りた本', '도서관 책|빌린 책|도서관|대출 도서', { ...icon('🏛️'), ...kept('title author due returned', ['reading', 'collection']) }),
  row('quotesKept', 'quotes|favourite quotes|favorite quotes|sayings|proverbs', '名言|金句收集|摘录|谚语', '名言集|格言|ことわざ集', '명언 모음|좋은 글귀|속담|격언', { ...icon('💬'), ...kept('quote author source tags', ['collection']) }),
  row('jokes', 'jokes|puns|riddles|memes', '笑话|段子|谜语|表情包', 'ジョーク|ダジャレ|なぞなぞ|ネタ帳', '농담|유머|수수께끼|밈', { ...icon('😂'), ...kept('note rating tags', ['collection', 'picker']) }),

  // films, series, music
  row('films', 'film|films|movie|movies|movie log|cinema', '电影|影片|观影|影单', '映画|映画館|観た映画|見た映画', '영화|본 영화|영화관|무비', { ...seen('🎬'), ...suggests({ watching: 0.7 }) }),
  row('tvSeries', 'tv series|tv show|tv shows|drama|dramas|k-drama|k-dramas|sitcom|box set', '电视剧|追剧|美剧|韩剧|连续剧', 'ドラマ|海外ドラマ|韓国ドラマ|連続ドラマ', '드라마|미드|시리즈물|예능', { ...seen('📺', 'title platform episodes status rating thoughts'), ...suggests({ watching: 0.6 }) }),
  row('anime', 'anime|animes|cartoon|cartoons|animation|animated films', '动漫|动画|番剧|追番|动画片', 'アニメ|アニメーション', '애니|애니메이션|만화영화', { ...seen('🌸', 'title episodes status rating thoughts'), ...suggests({ watching: 0.5 }) }),
  row('documentary', 'documentary|documentaries|video essays|youtube channels', '纪录片|视频收藏', 'ドキュメンタリー|ドキュメンタリー番組', '다큐|다큐멘터리', seen('🎥', 'title platform rating thoughts')),
  row('watchlist', 'watchlist|watch list|movies to watch|films to watch|shows to watch', '想看的电影|片单|待看', '見たい映画|ウォッチリスト|観たい映画', '볼 영화|보고 싶은 영화|볼 것 목록', { ...seen('🍿', 'title platform genre status rating'), ...suggests({ watching: 0.9 }) }),
  row('theatre', 'theatre|theater|musical|musicals|opera|stage play|stand-up comedy', '话剧|音乐剧|戏剧|歌剧|脱口秀', '演劇|ミュージカル|舞台|歌舞伎|オペラ|落語', '연극|뮤지컬|오페라|공연 관람', { ...icon('🎭'), ...kept('title date place seat price rating thoughts', ['watching', 'collection']) }),
  row('concert', 'concert|concerts|gigs i went to|live show|live music|music festival|setlist', '演唱会|音乐会|音乐节|演出', 'コンサート|ライブ|音楽フェス|ライブ参戦', '콘서트|공연|페스티벌|내한 공연', { ...icon('🎤'), ...kept('artist date place seat price rating photo', ['collection', 'events']), ...topic('culture', ['collection', 'events'], 'artist date place') }),
  row('exhibition', 'exhibition|exhibitions|museum|museums|gallery visits|art gallery', '展览|博物馆|美术馆|看展|画展', '展覧会|美術館|博物館|個展', '전시|전시회|박물관|미술관|관람', visited('🖼️', 'name place date price rating thoughts')),
  row('music', 'music|playlist|playlists|listening log', '音乐|歌单|听歌|歌曲列表', '音楽|プレイリスト|音楽鑑賞', '음악|플레이리스트|노래 목록', { ...icon('🎵'), ...kept('title artist genre rating', ['collection']), ...topic('culture', ['collection'], 'title artist') }),
  row('songs', 'song|songs|karaoke|lyrics|karaoke songs|setlist songs', '歌曲|唱歌|卡拉OK|歌词|练歌', '曲|歌|カラオケ|歌詞', '노래|노래방|가사|애창곡', { ...icon('🎤'), ...kept('title artist genre rating note', ['collection']) }),
  row('albums', 'album|albums|cds|cd collection|music albums', '专辑|唱片专辑|音乐专辑', 'アルバム|CD', '앨범|음반|시디', collected('💿', 'title artist year genre rating')),
  row('vinyl', 'vinyl|vinyls|vinyl record|vinyl records|vinyl collection|lps|record collection', '黑胶|黑胶唱片|唱片', 'レコード|アナログレコード|レコード盤', '엘피|바이닐|레코드판|LP', collected('💿', 'title artist year condition price bought')),
  row('podcast', 'podcast|podcasts|podcast episodes|radio shows', '播客|播客节目|电台', 'ポッドキャスト|ラジオ番組', '팟캐스트|라디오', { ...icon('🎙️'), ...kept('title episodes link rating note', ['collection', 'watching']) }),
  row('instruments', 'instrument|instruments|musical instruments|guitar pedals|synths', '乐器收藏|乐器', '楽器コレクション|機材コレクション', '악기|악기 목록', collected('🎸', 'name brand model year price condition')),
  row('idol', 'idol|idols|fandom|merch|fan club|photocard|photocards', '偶像|爱豆|追星|周边|小卡', 'アイドル|推し活|グッズ|トレカ', '아이돌|덕질|굿즈|포토카드|포카|팬클럽', collected('💜', 'name artist price bought photo')),

  // games
  row('videoGames', 'video game|video games|game backlog|gaming|games i play|pc games', '电子游戏|游戏|手游|游戏库|主机游戏', 'ゲーム|テレビゲーム|積みゲー|スマホゲーム', '게임|비디오 게임|모바일 게임|콘솔 게임', { ...icon('🎮'), ...kept('title platform genre status duration rating', ['collection', 'watching']), ...topic('game', ['collection'], 'title duration rating') }),
  row('boardGames', 'board game|board games|tabletop|card games|game night|settlers of catan', '桌游|卡牌游戏|狼人杀|剧本杀', 'ボードゲーム|ボドゲ|カードゲーム|人狼', '보드게임|카드게임|보드게임 모임', { ...icon('🎲'), ...kept('title person date score note', ['score', 'collection']), ...topic('game', ['score', 'collection']) }),
  row('chess', 'chess|chess games|shogi|go game|checkers|sudoku', '象棋|围棋|国际象棋|五子棋|数独', '将棋|囲碁|チェス|オセロ|数独', '체스|바둑|장기|오목|스도쿠', played('♟️')),
  row('mahjong', 'mahjong|mah-jong', '麻将|打麻将|搓麻', '麻雀', '마작|고스톱|화투', { ...played('🀄'), ...suggests({ score: 0.5 }) }),
  row('poker', 'poker|bridge card game|rummy|scrabble|yahtzee|uno', '扑克|斗地主|掼蛋|德州扑克', 'ポーカー|トランプ|大富豪|UNO', '포커|트럼프 카드|원카드|루미큐브', played('🃏')),
  row('gameScores', 'game scores|scorecard|points per round|wins and losses|win rate', '比分记录|得分记录|胜负|胜率', '対戦成績|勝敗|勝率|戦績', '전적|승패|승률|게임 점수', { ...played('🏆'), ...suggests({ score: 0.8 }) }),
  row('tournament', 'tournament|tournaments|league|bracket|competition|fixtures', '比赛|锦标赛|联赛|赛程|对阵', 'トーナメント|大会運営|リーグ戦|対戦表', '토너먼트|대회 운영|리그|대진표|경기 일정', { ...icon('🏟️'), ...kept('name date opponent score result', ['score', 'events']) }),
  row('dnd', 'dungeons and dragons|role-playing game|tabletop rpg|dnd campaign|character sheet|campaign notes', '跑团|龙与地下城', 'TRPG|クトゥルフ神話', '티알피지|던전 앤 드래곤|TRPG', { ...icon('🐉'), ...kept('name date note tags', ['journal', 'collection']) }),
  row('lottery', 'lottery tickets|lottery numbers|lotto|scratch cards|sports bets|betting', '彩票|双色球|刮刮乐', '宝くじ|ロト|馬券', '로또|복권|연금복권', { ...icon('🎰'), ...kept('date number price result'), ...topic('money', ['expenses'], 'date price result') }),
  row('puzzle', 'puzzle|puzzles|jigsaw|jigsaw puzzle|crossword|crosswords|rubik\'s cube|wordle|escape room', '拼图|魔方|填字游戏|密室逃脱', 'パズル|ジグソーパズル|クロスワード|ルービックキューブ|脱出ゲーム', '퍼즐|직소퍼즐|큐브|십자말풀이|방탈출', { ...icon('🧩'), ...kept('name difficulty date duration rating', ['collection', 'score']) }),

  // journeys
  row('travel', 'travel|travelling|traveling|travels|travel plan|travel log', '旅游|旅行|出游|自由行|旅程', '旅行|旅|海外旅行|国内旅行|旅行記', '여행|해외여행|국내여행|여행 기록', { ...icon('✈️'), ...kept('place start end rating note', ['trip', 'collection']), ...topic('travel', ['trip', 'expenses', 'packing'], 'date place price'), ...suggests({ trip: 0.4 }), ...related('packingList sights') }),
  row('trip', 'trip|trips|vacation|road trip|itinerary|city break|weekend away|journey|honeymoon', '行程|自驾游|度假|蜜月|周边游', '旅のしおり|旅程|日帰り旅行|ドライブ旅行|新婚旅行', '여행 일정|여행 계획|신혼여행|당일치기|휴가 여행', { ...icon('🧳'), ...kept('date time title place price note', ['trip']), ...topic('travel', ['trip']), ...suggests({ trip: 0.6 }) }),
  row('packingList', 'packing list|packing|what to pack|suitcase|luggage|things to bring', '行李|行李清单|打包清单|要带的东西|行李箱', '持ち物リスト|荷造り|パッキング|旅行の荷物|スーツケース', '짐 싸기|준비물|여행 가방|챙길 것|짐 목록|캐리어', { ...icon('🧳'), ...kept('item quantity category done', ['packing']), ...suggests({ packing: 0.9 }) }),
  row('flight', 'flight|flights|airline|plane ticket|plane tickets|boarding pass|airport', '航班|机票|飞机|机场|登机', '飛行機|航空券|フライト|空港', '비행기|항공권|항공편|공항|탑승', { ...icon('🛫'), ...kept('flightNumber date time seat bookingReference price', ['trip', 'collection']), ...topic('travel', ['trip']) }),
  row('hotel', 'hotel|hotels|accommodation|hostel|airbnb|guesthouse|ryokan|places i stayed', '酒店|住宿|民宿|宾馆|旅馆', 'ホテル|宿|旅館|宿泊|民泊', '호텔|숙소|숙박|게스트하우스|펜션|민박', { ...visited('🏨', 'name city checkIn checkOut price rating'), ...topic('travel', ['trip', 'collection']) }),
  row('trainTravel', 'train ticket|train tickets|high-speed rail|rail trips|bullet train|railway', '高铁|火车票|火车|动车|车票', '新幹線|鉄道|切符|乗り鉄', '기차|기차표|KTX|열차', { ...icon('🚄'), ...kept('flightNumber date time seat price', ['trip', 'collection']) }),
  row('sights', 'sights|sightseeing|landmark|landmarks|tourist spots|attractions|places to see', '景点|名胜|观光|打卡地|旅游景点', '観光|観光地|名所|絶景', '관광지|명소|관광|가볼 만한 곳|여행지', visited('🗽')),
  row('placesVisited', 'places i have been|places visited|countries visited|countries i visited|places i visited|cities visited', '去过的地方|去过的国家|足迹|旅行足迹', '行った場所|行った国|訪れた場所|行ったところ', '가 본 곳|가본 곳|다녀온 곳|방문한 나라', visited('🗺️', 'place country date rating note')),
  row('wantToGo', 'places to visit|places to go|want to visit|travel wish list', '想去的地方|旅行愿望|种草的地方', '行きたい場所|行きたいところ|行きたい店', '가고 싶은 곳|가 볼 곳|가볼 곳', { ...icon('📍'), ...kept('place city priority link note', ['wishlist']), ...suggests({ wishlist: 0.7 }) }),
  row('bucketList', 'bucket list|things to do before i die|life list|100 things to do', '人生清单|遗愿清单|人生必做', 'バケットリスト|死ぬまでにやりたいこと|やりたいことリスト', '버킷리스트|죽기 전에 할|하고 싶은 일', { ...icon('🪣'), ...kept('title done date note', ['wishlist', 'goals']), ...suggests({ wishlist: 0.6 }) }),
  row('camping', 'camping|camp|campsite|campsites|camping gear|glamping|camping trip', '露营|野营|营地|帐篷', 'キャンプ|キャンプ場|テント|ソロキャンプ', '캠핑|야영|캠핑장|텐트|글램핑', { ...visited('🏕️'), ...topic('travel', ['packing', 'trip', 'collection']) }),
  row('hotSpring', 'hot spring|hot springs|onsen|spa|sauna|bathhouse', '温泉|泡汤|桑拿|汗蒸', '温泉|サウナ|銭湯|スパ', '온천|사우나|찜질방|목욕탕', visited('♨️')),
  row('temple', 'temple|temples|shrine|shrines|goshuin|church|churches|castle|castles', '寺庙|神社|教堂|古迹', '御朱印|神社|お寺|城巡り|寺院|御朱印帳', '사찰|절 순례|성당|고궁|신사', visited('⛩️')),
  row('park', 'park|parks|national park|national parks|theme park|theme parks|zoo|amusement park', '公园|国家公园|游乐园|动物园|主题公园', '公園|国立公園|遊園地|動物園|テーマパーク', '공원|국립공원|놀이공원|동물원|테마파크', visited('🎡')),
  row('beach', 'beach|beaches|seaside|lake|lakes|island|islands', '海滩|海边|沙滩|湖泊|海岛', 'ビーチ|海辺|海水浴|湖|離島', '바닷가|해변|해수욕장|호수|섬 여행', visited('🏖️')),
  row('summits', 'peaks|mountains climbed|mountain|mountains|hundred mountains|munros', '山峰|名山|百名山', '百名山|山頂|登った山', '백대 명산|산봉우리|100대 명산|오른 산', visited('⛰️', 'name elevation date rating note')),
  row('roadRoutes', 'routes|cycling routes|running routes|driving routes|scenic drives', '路线|骑行路线|跑步路线', 'ルート|コース記録|走行ルート', '라이딩 코스|러닝 코스|산책 코스', visited('🛣️', 'name distance difficulty rating mapLink')),

  // occasions
  row('event', 'event|events|activity|activities|happenings|local events', '活动|事件|活动安排', 'イベント|行事|催し|催し物', '행사|이벤트|활동|모임 일정', { ...icon('📅'), ...kept('title date time place note', ['events']), ...topic('event', ['events', 'countdown']), ...suggests({ events: 0.4 }) }),
  row('party', 'party|parties|birthday party|house party|dinner party|potluck|baby shower|bbq party', '派对|聚会|生日会|轰趴|生日派对', 'パーティー|誕生日会|ホームパーティー|女子会|忘年会', '파티|생일 파티|집들이|송년회|돌잔치', { ...icon('🎉'), ...kept('item assignee due done', ['checklist', 'guests']), ...topic('event', ['guests', 'checklist', 'budget']) }),
  row('wedding', 'wedding|weddings|marriage|bride|wedding planning|engagement', '婚礼|结婚|备婚|订婚|婚宴', '結婚式|結婚|挙式|披露宴|結婚準備', '결혼|결혼식|웨딩|결혼 준비|예식', { ...icon('💒'), ...kept('item due price status note', ['checklist', 'budget']), ...topic('event', ['guests', 'budget', 'checklist', 'countdown']) }),
  row('holidays', 'christmas|new year|easter|halloween|thanksgiving|lunar new year|valentine\'s day|mother\'s day|father\'s day', '春节|圣诞节|圣诞|中秋|国庆|过年|情人节', 'クリスマス|お正月|正月|ハロウィン|バレンタイン|お盆', '크리스마스|설날|추석|명절|핼러윈|밸런타인데이', { ...icon('🎄'), ...topic('event', ['countdown', 'gifts', 'checklist']) }),
  row('graduation', 'graduation|graduation ceremony|prom|reunion|class reunion', '毕业典礼|毕业|同学会|同学聚会', '卒業式|卒業|同窓会|入学式', '졸업식|졸업|동창회|입학식', { ...icon('🎓'), ...topic('event', ['countdown', 'events'], 'date place note') }),
  row('funeral', 'funeral|funerals|memorial|memorial service|condolences', '葬礼|追悼|白事|扫墓', '葬儀|法事|お葬式|香典|お墓参り', '장례식|장례|제사|추모|기일', { ...icon('🕯️'), ...kept('person date place note', ['events', 'checklist']) }),
  row('festival', 'festival|festivals|fireworks|carnival|fair', '节日|庙会|烟花|灯会', '祭り|お祭り|花火|花火大会|夏祭り', '축제|불꽃놀이|지역 축제', visited('🎆')),
  row('cherryBlossom', 'cherry blossom|cherry blossoms|autumn leaves|foliage', '樱花|赏樱|红叶|赏花', '花見|お花見|桜|紅葉|紅葉狩り', '벚꽃|단풍|꽃구경|벚꽃 명소', visited('🌸')),
  row('stargazing', 'stargazing|astronomy|telescope|stars and planets|meteor shower|constellations|moon phases', '观星|天文|流星雨|星座观测', '天体観測|星空|流星群|天文|星座', '별 관측|천체 관측|별자리|유성우', { ...icon('🔭'), ...kept('name date place weather note', ['collection', 'journal']) }),
  row('birdwatching', 'birdwatching|birding|birds|bird|bird sightings|life list of birds', '观鸟|鸟类|鸟种', '野鳥|バードウォッチング|鳥見|探鳥', '탐조|새 관찰|조류|들새', { ...icon('🐦'), ...kept('species date place quantity photo note', ['collection']), ...topic('nature', ['collection'], 'species date place') }),
  row('wildlife', 'wildlife|animals seen|animals|butterflies|insects|bugs and beetles|nature journal|animal sightings', '野生动物|动物|昆虫|蝴蝶|自然观察', '野生動物|動物|昆虫|蝶|自然観察|生き物', '야생동물|동물|곤충|나비|자연 관찰', { ...icon('🦋'), ...kept('species date place photo note', ['collection']), ...topic('nature', ['collection', 'journal'], 'species date place') }),
  row('weatherDiary', 'weather diary|weather log|weather record|rainfall|rain gauge', '天气记录|天气日记|降雨量', '天気の記録|気象観測|降水量', '날씨 기록|강수량|날씨 일기', { ...icon('🌦️'), ...kept('date weather temperature humidity note', ['measurements', 'journal']) }),
  row('photography', 'photography|photo shoot|photo shoots|photo spots|film photography|photo walk', '摄影|拍照|胶片摄影|拍摄|机位', '写真撮影|撮影|フィルム写真|撮影スポット', '사진 촬영|출사|필름 사진|포토 스팟', { ...icon('📷'), ...kept('title place date photo note', ['collection', 'journal']) }),
  row('dateNight', 'date night|date nights|date ideas|date spots|couple activities', '约会|约会点子|情侣清单', 'デート|デートプラン|デートスポット', '데이트|데이트 코스|커플 버킷', { ...icon('💑'), ...kept('title place date price rating', ['wishlist', 'picker', 'collection']) }),

  // presents and wishes
  row('gifts', 'gift|gifts|gift ideas|gift list|birthday present|birthday presents|christmas present|christmas presents', '礼物|送礼|礼品|礼物清单|生日礼物', 'プレゼント|贈り物|ギフト|プレゼント候補', '선물|선물 목록|생일 선물|선물 아이디어', { ...icon('🎁'), ...kept('item recipient occasion price date status', ['gifts']), ...topic('event', ['gifts', 'expenses'], 'item recipient price'), ...suggests({ gifts: 0.7 }) }),
  row('cashGifts', 'cash gift|cash gifts|red envelopes|red packets|wedding gifts|gift money', '份子钱|礼金|随礼|红包|人情账', 'ご祝儀|お年玉|お祝い金|お返し', '축의금|조의금|부조금|경조사비|경조사', { ...icon('🧧'), ...kept('person amount occasion date note', ['gifts']), ...topic('money', ['gifts', 'expenses'], 'person amount occasion'), ...suggests({ gifts: 0.7 }) }),
  row('wishlist', 'wish list|wishlist|wishlists|things i want|want to buy|things to try', '愿望清单|心愿单|想买的东西|种草清单|想要的东西', '欲しいものリスト|欲しい物|ウィッシュリスト|欲しいもの|ほしいもの', '위시리스트|갖고 싶은 것|사고 싶은 것|찜 목록|소원 목록', { ...icon('⭐'), ...kept('item price priority link done', ['wishlist']), ...suggests({ wishlist: 0.9 }) }),
  row('secretSanta', 'secret santa|gift exchange|white elephant', '交换礼物|神秘圣诞老人', 'プレゼント交換', '마니또|선물 교환|시크릿 산타', { ...icon('🎅'), ...kept('person recipient price note', ['gifts', 'picker']) }),
  row('greetingCards', 'greeting card|greeting cards|christmas cards|thank-you notes|new year cards|letters', '贺卡|书信|信件|感谢卡', '年賀状|手紙|グリーティングカード|礼状', '연하장|편지|축하 카드|손편지', { ...icon('✉️'), ...kept('person date address done', ['collection', 'checklist']) }),
  row('postcards', 'postcard|postcards|postcrossing', '明信片', '絵葉書|ポストカード|はがき', '엽서|우편엽서', collected('📮', 'name country city date photo')),

  // collections
  row('collection', 'collection|collections|collectables|collectibles|collector', '收藏|藏品|收集|图鉴', 'コレクション|収集|図鑑|収集品', '컬렉션|수집|수집품|도감', { ...collected('🗃️', 'name type bought price condition photo'), ...suggests({ collection: 0.7 }) }),
  row('stamps', 'stamp|stamps|stamp collection|philately', '邮票|集邮', '切手|切手収集', '우표|우표 수집', collected('📮', 'name country year condition worth photo')),
  row('coins', 'coin|coins|coin collection|banknotes|old coins', '硬币|钱币|纪念币|纸币', '硬貨|コイン|記念硬貨|古銭|紙幣', '동전|기념주화|지폐|옛날 돈', collected('🪙', 'name country year condition worth photo')),
  row('watches', 'wristwatch|wristwatches|wrist watch|watch collection|luxury watches|vintage watches', '手表|腕表|名表|机械表', '腕時計|時計コレクション|機械式時計', '손목시계|시계|명품 시계', collected('⌚', 'name brand model year price bought condition')),
  row('tradingCards', 'trading card|trading cards|pokemon card|pokemon cards|baseball cards|magic cards|card collection', '卡牌收藏|宝可梦卡|球星卡|卡牌', 'トレーディングカード|ポケモンカード|ポケカ|遊戯王カード', '트레이딩 카드|포켓몬 카드|야구 카드|유희왕 카드', collected('🎴', 'name series condition price worth photo')),
  row('figures', 'figurine|figurines|action figure|action figures|funko|gunpla|model figures|blind box|blind boxes', '手办|模型手办|盲盒|高达模型', 'フィギュア|ガンプラ|プラモデル|ガチャガチャ|プラモ', '피규어|프라모델|건담|가챠|미니어처', collected('🤖', 'name series brand price bought condition')),
  row('toys', 'toy|toys|doll|dolls|plush|plushies|stuffed animal|stuffed animals|lego|lego sets', '玩具|娃娃|毛绒玩具|乐高|玩偶|积木', 'おもちゃ|ぬいぐるみ|人形|レゴ|玩具', '장난감|인형|레고|봉제 인형|블록', collected('🧸', 'name brand number price bought condition')),
  row('modelTrains', 'model train|model trains|model cars|diecast|model kit|model kits|model railway', '火车模型|车模|拼装模型', '鉄道模型|ミニカー|模型', '철도 모형|미니카|다이캐스트|모형', collected('🚂', 'name brand model price condition photo')),
  row('art', 'artwork|artworks|painting|paintings|art collection|prints and posters|sculptures', '画作|艺术品|油画|字画|雕塑', '絵画|美術品|アート作品', '그림|미술품|예술 작품|작품', collected('🖼️', 'title artist year material price photo')),
  row('antiques', 'antique|antiques|vintage items|curios|heirlooms', '古董|古玩|文玩|陶瓷|瓷器', '骨董品|アンティーク|陶器|焼き物', '골동품|앤티크|도자기|빈티지', collected('🏺', 'name year country price worth condition')),
  row('minerals', 'minerals|crystals|gemstones|fossils|rocks and minerals|seashells', '矿石|水晶|宝石|化石|贝壳', '鉱物|天然石|宝石|化石|貝殻', '광물|원석|보석 수집|화석|조개껍데기', collected('💎', 'name type place price photo')),
  row('pens', 'fountain pen|fountain pens|pens|stationery|notebooks|inks|washi tape', '钢笔|文具|墨水|手帐胶带', '万年筆|文房具|インク|マステ', '만년필|문구|잉크|필기구|문구류', collected('🖋️', 'name brand colour price bought note')),
  row('magnets', 'fridge magnet|fridge magnets|keyrings|keychains|souvenirs|souvenir|enamel pins|badges|snow globes', '冰箱贴|纪念品|徽章|钥匙扣', 'マグネット|お土産|キーホルダー|缶バッジ', '마그넷|기념품|뱃지|키링', collected('🧲', 'name place country date photo')),
  row('cameras', 'camera|cameras|camera lenses|film cameras|lenses', '相机|镜头|胶片机|单反', 'カメラ|フィルムカメラ|一眼レフ|カメラレンズ', '카메라|카메라 렌즈|필름 카메라|디카', collected('📷', 'name brand model price bought condition')),
  row('keyboards', 'mechanical keyboard|mechanical keyboards|keycaps|keyboard collection', '机械键盘|键帽|客制化键盘', 'メカニカルキーボード|キーキャップ|自作キーボード', '기계식 키보드|키캡|커스텀 키보드', collected('⌨️', 'name brand model price bought note')),
  row('knives', 'pocket knife|pocket knives|kitchen knives|knife collection', '刀具收藏|折刀', '包丁|ナイフコレクション', '나이프 컬렉션|식칼', collected('🔪', 'name brand material price bought')),
  row('tattoos', 'tattoo|tattoos|piercings', '纹身|刺青', 'タトゥー|刺青', '타투|문신', collected('🖤', 'name artist date price photo')),
  row('fonts', 'fonts|colour palettes|color palettes|design inspiration|mood boards|mood board', '字体|配色方案|设计灵感|情绪板', 'フォント|配色パターン|デザインの参考', '폰트|색 조합|디자인 레퍼런스|무드보드', collected('🎨', 'name link tags note')),
  row('bookmarks', 'bookmark|bookmarks|links i saved|saved links|useful links|web links', '书签|网址收藏|链接收藏', 'ブックマーク|お気に入りリンク', '북마크|링크 모음|즐겨찾는 링크', collected('🔖', 'title link tags note')),
  row('cigars', 'cigar|cigars|pipe tobacco', '雪茄|烟斗', '葉巻|シガー', '시가|파이프 담배', collected('🚬', 'name brand country price rating note')),

  // making things
  row('knitting', 'knitting|crochet|crocheting|yarn|yarn stash|knit', '编织|毛线|钩针|织毛衣', '編み物|毛糸|かぎ針編み', '뜨개질|뜨개|털실|코바늘', craft('🧶')),
  row('sewing', 'sewing|embroidery|quilting|quilt|cross-stitch|fabric stash', '缝纫|刺绣|十字绣|做衣服', '裁縫|刺繍|手芸|ミシン|縫い物', '바느질|자수|재봉|퀼트|십자수', craft('🪡')),
  row('pottery', 'pottery|ceramics|pottery class|glaze|glazes|clay', '陶艺|做陶|拉坯', '陶芸|ろくろ', '도예|물레|도자기 만들기', craft('🏺')),
  row('drawing', 'drawing|drawings|sketch|sketches|sketching|illustration|painting practice|watercolour|doodles', '画画|素描|插画|水彩|练画', 'イラスト|お絵描き|スケッチ|水彩画|デッサン', '드로잉|그림 그리기|스케치|일러스트|수채화', craft('🎨')),
  row('crafts', 'craft|crafts|handicraft|handicrafts|woodworking|origami|scrapbooking|candle making|soap making', '手工|手工艺|木工|折纸|手作', 'クラフト|ハンドメイド|木工|折り紙|工作', '공예|수공예|핸드메이드|종이접기|만들기 취미', craft('✂️')),
  row('printing3d', '3d printing|3d prints|filament', '3D打印', '3Dプリント|3Dプリンター', '3D 프린팅|3D 프린터', craft('🖨️')),
  row('electronicsHobby', 'arduino|raspberry pi|soldering|electronics projects|home automation', '单片机|树莓派|焊接', '電子工作|はんだ付け|ラズパイ', '아두이노|라즈베리파이|납땜', craft('🔌')),
  row('hobby', 'hobby|hobbies|pastime|leisure', '爱好|兴趣|业余爱好|消遣', '趣味|ホビー', '취미|취미 생활|여가', { ...icon('🎈'), ...topic('leisure', ['habit', 'collection'], 'date duration note') }),
]
