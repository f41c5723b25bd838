/** House and garden: chores, things in the house, plants, pets, vehicles, upkeep. */
import { icon, kept, related, rhythm, row, suggests, topic } from '../row.ts'
import type { Concept } from '../types.ts'

const chore = (emoji: string) => ({ ...icon(emoji), ...topic('home', ['chores'], 'assignee date done') })
const supply = (emoji: string) => ({
  ...icon(emoji),
  ...kept('item quantity least brand price', ['inventory']),
  ...topic('home', ['inventory', 'shopping']),
})
const thing = (emoji: string) => ({ ...icon(emoji), ...kept('name brand price bought room note') })
const appliance = (emoji: string) => ({
  ...icon(emoji),
  ...kept('name brand model bought warranty note', ['maintenance']),
  ...topic('home', ['maintenance']),
})
const pet = (emoji: string) => ({
  ...icon(emoji),
  ...kept('name breed birthday gender weight note', ['pets']),
  ...topic('pet', ['pets'], 'date type note'),
  ...suggests({ pets: 0.4 }),
})
const plant = (emoji: string) => ({
  ...icon(emoji),
  ...kept('name species place lastWatered note', ['plants']),
  ...topic('plant', ['plants'], 'date type note'),
})

// biome-ignore format: a table reads best one row a line
export const HOME: Concept[] = [
  // chores
  row('chores', 'chore|chores|housework|household chores|household tasks|chore chart', '家务|家务活|家务分工|值日|值日表', '家事|家事分担|お手伝い|当番', '집안일|가사|집안일 분담|당번|가사 분담', { ...icon('🧹'), ...kept('name assignee frequency lastDone done', ['chores']), ...suggests({ chores: 0.9 }), ...rhythm('week') }),
  row('cleaning', 'cleaning|clean the house|tidy up|house cleaning|spring cleaning', '打扫|大扫除|清洁|扫地|打扫卫生', '掃除|大掃除|片付け|お掃除|清掃', '청소|대청소|집 청소|정리 정돈', { ...chore('🧽'), ...kept('name room assignee frequency lastDone', ['chores']) }),
  row('laundry', 'laundry|washing clothes|do the laundry|washing machine load', '洗衣服|洗衣|晾衣服|叠衣服', '洗濯|洗濯物|洗い物の服', '빨래|세탁|세탁물|빨래 개기', chore('🧺')),
  row('dishes', 'washing up|wash the dishes|do the dishes|dishwashing', '洗碗|刷碗', '皿洗い|食器洗い|洗い物', '설거지|그릇 씻기', chore('🍽️')),
  row('vacuuming', 'vacuuming|hoovering|sweeping|mopping|dusting', '吸尘|拖地|擦地|擦灰', '掃除機がけ|床掃除|拭き掃除', '청소기 돌리기|걸레질|먼지 닦기|바닥 청소', chore('🧹')),
  row('trash', 'trash|garbage|rubbish|bins|take out the bins|recycling|bin day', '垃圾|倒垃圾|垃圾分类|扔垃圾|回收', 'ゴミ出し|ごみ|ゴミ|ゴミの日|資源ごみ|分別', '쓰레기|분리수거|재활용|쓰레기 버리기|분리배출', { ...chore('🗑️'), ...kept('type weekday time note', ['events', 'chores']) }),
  row('ironing', 'ironing|iron the shirts|folding clothes', '熨衣服|熨烫', 'アイロンがけ|アイロン', '다림질|다리미질', chore('👔')),
  row('decluttering', 'decluttering|declutter|tidying|organising the house|getting rid of stuff', '断舍离|整理收纳|收纳整理|扔东西', '断捨離|整理整頓|収納|片づけ', '정리정돈|미니멀 라이프|수납 정리|물건 버리기|집 정리', { ...icon('📦'), ...kept('item room status note', ['chores', 'inventory']), ...topic('home', ['chores', 'checklist']) }),
  row('toilet', 'toilet|bathroom cleaning|clean the bathroom', '厕所|刷马桶|卫生间|洗手间|浴室', 'トイレ|トイレ掃除|風呂掃除|お風呂掃除', '화장실|화장실 청소|욕실 청소|변기', chore('🚽')),
  row('kitchenRoom', 'kitchen|kitchen sink|countertop', '厨房|灶台', '台所|キッチン', '주방|부엌|싱크대', { ...icon('🍳'), ...topic('home', ['chores', 'inventory']) }),
  row('bedroom', 'bedroom|living room|dining room|guest room', '卧室|客厅|餐厅房间|客房', '寝室|リビング|居間|客間', '침실|거실|안방|작은방', { ...icon('🛏️'), ...topic('home', ['chores']) }),
  row('errands', 'errand|errands|run errands|odd jobs', '跑腿|杂事|琐事', '用事|おつかい|雑用', '심부름|잡일|볼일', { ...icon('🏃'), ...kept('name place due done', ['checklist']), ...topic('home', ['checklist']) }),

  // supplies and things
  row('household', 'household|household goods|around the house|household items', '日用品|生活用品|家居用品', '日用品|生活用品|家庭用品|生活雑貨', '생필품|생활용품|살림|집안 물건', { ...supply('🏠'), ...suggests({ inventory: 0.4 }) }),
  row('toiletries', 'toiletries|shampoo|soap|toothpaste|shower gel|conditioner', '洗漱用品|洗发水|沐浴露|牙膏|肥皂|香皂', '洗面用具|シャンプー|石鹸|歯磨き粉|ボディソープ|リンス', '세면도구|샴푸|비누|치약|바디워시|린스', supply('🧴')),
  row('toiletPaper', 'toilet paper|tissues|tissue|paper towel|kitchen roll|wipes', '卫生纸|纸巾|抽纸|厕纸|湿巾', 'トイレットペーパー|ティッシュ|キッチンペーパー', '휴지|화장지|키친타월|물티슈|두루마리 휴지', supply('🧻')),
  row('detergent', 'detergent|washing powder|dish soap|bleach|fabric softener|cleaning supplies', '洗衣液|洗洁精|清洁剂|洗衣粉|柔顺剂', '洗剤|漂白剤|柔軟剤|食器用洗剤', '세제|주방세제|섬유유연제|표백제|세탁세제', supply('🧴')),
  row('battery', 'battery|batteries|light bulb|light bulbs|rechargeable batteries', '电池|灯泡|充电电池', '電池|乾電池|電球|充電池', '건전지|배터리|전구', supply('🔋')),
  row('emergencyKit', 'emergency kit|emergency supplies|first aid kit|survival kit|bug-out bag|disaster kit', '应急物资|急救包|应急包|防灾包|急救箱', '防災グッズ|非常袋|備蓄|防災セット|救急箱|非常用持ち出し袋', '비상용품|재난 가방|구급상자|생존 배낭|비상 배낭', { ...icon('🧰'), ...kept('item quantity expiry shelf', ['inventory', 'checklist']), ...suggests({ inventory: 0.6 }) }),
  row('furniture', 'furniture|sofa|couch|wardrobe|bookcase|desk|armchair', '家具|沙发|衣柜|书柜|书桌', '家具|ソファ|本棚|タンス|机', '가구|소파|옷장|책장|책상', { ...thing('🛋️'), ...kept('name brand price size room bought') }),
  row('bed', 'bed|mattress|pillow|bedding|bed sheets|duvet|blanket', '床垫|枕头|床单|被子|床上用品', 'ベッド|マットレス|布団|枕|シーツ', '침대|매트리스|베개|이불|침구', thing('🛏️')),
  row('kitchenware', 'kitchenware|frying pan|saucepan|cutlery|crockery|tableware|utensils|knives', '厨具|餐具|锅具|碗筷|平底锅', '食器|調理器具|フライパン|キッチン用品', '주방용품|그릇|프라이팬|식기|냄비', thing('🍳')),
  row('mug', 'mug|mugs|teacup|tumbler|teapot', '马克杯|茶杯|杯子|水杯|保温杯', 'マグカップ|湯のみ|タンブラー|カップ', '머그컵|찻잔|텀블러|컵', thing('☕')),
  row('tools', 'tool|tools|toolbox|drill|screwdriver|power tools', '五金工具|螺丝刀|电钻|工具箱', '大工道具|ドライバーセット|電動ドリル|工具箱', '공구|드라이버|전동드릴|공구함|연장', { ...thing('🔧'), ...kept('name brand shelf lentTo condition') }),
  row('clothes', 'clothes|clothing|wardrobe of clothes|outfit|outfits|garments|ootd', '衣服|穿搭|服装|衣橱|衣物', '服|洋服|衣類|コーディネート|コーデ|着物', '옷|의류|코디|옷차림|의상', { ...icon('👕'), ...kept('name type brand colour size season price'), ...topic('clothes', ['expenses', 'collection']) }),
  row('shoes', 'shoe|shoes|boots|sandals|heels', '鞋子|皮鞋|靴子|凉鞋|高跟鞋', '靴|シューズ|ブーツ|サンダル|くつ', '신발|구두|부츠|샌들', { ...icon('👞'), ...kept('name brand size colour price bought'), ...topic('clothes', ['expenses', 'collection']) }),
  row('sneakers', 'sneaker|sneakers|trainers|running shoes|kicks', '球鞋|运动鞋|跑鞋|潮鞋', 'スニーカー|運動靴|ランニングシューズ', '운동화|스니커즈|러닝화', { ...icon('👟'), ...kept('name brand model size colour price bought condition'), ...topic('collection', ['collection']) }),
  row('bag', 'handbag|handbags|bag|backpack|purse|tote bag', '包包|背包|手提包|书包', 'バッグ|かばん|鞄|リュック|ハンドバッグ', '가방|백팩|핸드백|에코백', { ...icon('👜'), ...kept('name brand colour price bought condition') }),
  row('jewellery', 'jewellery|jewelry|necklace|earrings|bracelet|wedding ring', '首饰|珠宝|项链|耳环|手链|戒指', 'ジュエリー|アクセサリー|ネックレス|ピアス|指輪', '액세서리|보석|목걸이|귀걸이|반지|주얼리', { ...icon('💍'), ...kept('name material brand price worth bought') }),
  row('cosmetics', 'cosmetics|makeup|make-up|lipstick|lipsticks|foundation shade|eyeshadow|mascara', '化妆品|口红|彩妆|美妆|粉底|眼影', '化粧品|コスメ|口紅|リップ|メイク|アイシャドウ', '화장품|립스틱|메이크업|색조|쿠션 팩트', { ...icon('💄'), ...kept('name brand colour price expiry rating'), ...topic('beauty', ['expenses', 'inventory']) }),
  row('skincare', 'skincare|skin care|moisturiser|moisturizer|sunscreen|serum|face mask', '护肤|护肤品|面膜|防晒霜|面霜|精华液', 'スキンケア|美容液|日焼け止め|化粧水|フェイスパック', '스킨케어|피부 관리|선크림|로션|에센스|마스크팩', { ...icon('🧴'), ...kept('name brand type expiry rating note'), ...topic('beauty', ['routine', 'collection'], 'name date note') }),
  row('perfume', 'perfume|perfumes|fragrance|cologne|eau de toilette', '香水|香氛', '香水|フレグランス', '향수|프래그런스', { ...icon('🌸'), ...kept('name brand aroma season price rating') }),
  row('nails', 'nails|manicure|nail polish|nail art|gel nails', '美甲|指甲油|做指甲', 'ネイル|マニキュア|ジェルネイル', '네일|매니큐어|젤네일|네일아트', { ...icon('💅'), ...kept('name colour shop price date photo') }),
  row('haircut', 'haircut|haircuts|hairdresser|barber|hair salon|hair dye', '理发|剪头发|美发|染发|烫发', '美容院|散髪|ヘアカット|髪を切|ヘアカラー', '미용실|헤어컷|염색|파마|머리 자르', { ...icon('💇'), ...topic('beauty', ['expenses', 'events'], 'date shop price note') }),
  row('gadget', 'gadget|gadgets|electronics|electronic devices|devices|laptop|smartphone|camera gear', '电子产品|数码|笔记本电脑|智能手机|数码产品', 'ガジェット|電子機器|パソコン|スマホ|デジタル機器', '전자기기|가젯|노트북|스마트폰|디지털 기기', { ...icon('📱'), ...kept('name brand model price bought warranty code') }),
  row('lentThings', 'things i lent|lent out|lent things|borrowed things|borrowed items|things people borrowed', '借出去的东西|借出的物品|借给别人的东西|外借', '貸したもの|貸し借り|貸し出し', '빌려준 물건|빌려준 것|대여 목록|빌린 물건', { ...icon('🤝'), ...kept('item lentTo date due returned', ['inventory', 'collection']) }),
  row('belongings', 'belongings|possessions|stuff i own|home inventory|things i own', '家当|个人物品|家里的东西|拥有的东西', '持ち物|所持品|家財|家の物', '소지품|소유물|내 물건|집에 있는 물건', { ...icon('📦'), ...kept('item shelf quantity price bought warranty', ['inventory']), ...suggests({ inventory: 0.4 }) }),
  row('box', 'moving box|moving boxes|storage box|storage boxes|storage unit', '搬家箱子|收纳箱|储物箱|纸箱', '段ボール箱|収納ボックス|引っ越しの箱|段ボール', '이삿짐 박스|수납함|보관함|박스 번호', { ...icon('📦'), ...kept('name room item note', ['inventory']) }),
  row('moving', 'moving house|house move|moving day|relocation|moving out|moving in', '搬家|乔迁|搬家清单', '引っ越し|引越し|引越|転居', '이사|이사 준비|이삿날|이사하기', { ...icon('🚚'), ...topic('home', ['checklist'], 'name due done'), ...suggests({ checklist: 0.4 }) }),
  row('houseHunting', 'house hunting|flat hunting|apartment hunting|viewings|apartments i viewed|house viewing', '看房|租房|找房子|买房|房源', '部屋探し|物件探し|内見|物件|賃貸', '집 구하기|방 구하기|매물|집 보러|자취방', { ...icon('🏘️'), ...kept('name address price area2 status pros cons', ['decision', 'collection']), ...topic('home', ['decision']) }),

  // upkeep
  row('homeMaintenance', 'home maintenance|maintenance|upkeep|home repair|home repairs|house maintenance', '房屋维护|房屋维修|家居维护|维护保养|维护', '家の手入れ|住宅メンテナンス|メンテナンス|修繕', '집 관리|유지보수|집수리|주택 관리|메인터넌스', { ...icon('🛠️'), ...kept('name lastDone nextDate price note', ['maintenance']), ...suggests({ maintenance: 0.8 }) }),
  row('repair', 'repair|repairs|fix|broken things|handyman|plumber|electrician', '修理|维修|维修记录|报修', '修理|修理履歴|故障', '수리|고장|수리 기록|보수|고치기', { ...icon('🔧'), ...kept('item date price shop note', ['maintenance']), ...topic('home', ['maintenance']) }),
  row('renovation', 'renovation|remodelling|remodeling|home improvement|interior design|redecorating', '装修|翻新|室内设计|家装', 'リフォーム|改装|模様替え|リノベーション|内装', '인테리어|리모델링|집 꾸미기|셀프 인테리어', { ...icon('🏗️'), ...kept('item room price status company', ['budget', 'board']), ...topic('home', ['budget', 'board']) }),
  row('diy', 'diy|do it yourself|home project|home projects', '自己动手|手工改造', 'DIY|日曜大工', '디아이와이|셀프 시공|목공|DIY', { ...icon('🔨'), ...kept('name status price material photo', ['board', 'collection']) }),
  row('airFilter', 'air filter|water filter|filter change|filter replacement|filters|hvac filter', '滤芯|滤网|换滤芯|过滤网', 'フィルター交換|浄水フィルター|フィルター', '필터 교체|정수기 필터|필터|공기청정기 필터', { ...icon('🌬️'), ...kept('name lastDone frequency nextDate price', ['maintenance']), ...suggests({ maintenance: 0.7 }) }),
  row('appliances', 'appliance|appliances|home appliances|white goods', '家电|家用电器|电器', '家電|電化製品|電気製品', '가전|가전제품|전자제품', { ...appliance('🔌'), ...suggests({ maintenance: 0.4 }) }),
  row('washingMachine', 'washing machine|dishwasher|tumble dryer|dryer|vacuum cleaner', '洗衣机|洗碗机|烘干机|吸尘器', '洗濯機|食洗機|乾燥機|掃除機', '세탁기|식기세척기|건조기|청소기', appliance('🧺')),
  row('airConditioner', 'air conditioner|air conditioning|boiler|heating|water heater|fan heater', '空调|热水器|暖气|锅炉|地暖', 'エアコン|給湯器|暖房|冷房|ボイラー', '에어컨|보일러|난방|온수기|에어컨 청소', appliance('❄️')),
  row('television', 'television|tv set|smart tv|projector', '电视机|智能电视|投影仪', 'テレビ|プロジェクター', '텔레비전|티비|프로젝터|빔프로젝터', appliance('📺')),
  row('smokeAlarm', 'smoke alarm|smoke detector|fire extinguisher|carbon monoxide alarm', '烟雾报警器|灭火器', '火災報知器|消火器|煙感知器', '화재경보기|소화기|화재감지기', appliance('🚨')),
  row('warrantyPapers', 'warranties|manuals|user manual|warranty cards|instruction manuals', '保修卡|说明书|保修单', '保証書|取扱説明書|説明書', '보증서|사용 설명서|품질보증서', { ...icon('📄'), ...kept('item brand bought warranty shelf link', ['maintenance', 'inventory']), ...suggests({ maintenance: 0.5 }) }),
  row('documents', 'documents|paperwork|important papers|passport|passports|certificates|id card', '证件|文件资料|护照|身份证|重要文件', '書類|パスポート|免許証|証明書|重要書類', '서류|여권|증명서|신분증|중요 문서', { ...icon('🗂️'), ...kept('name number expiry shelf note', ['inventory', 'collection']), ...topic('home', ['inventory']) }),
  row('electricity', 'electricity|electricity use|electricity usage|power usage|kilowatt hours|kwh', '用电量|电量使用|电力|用电', '電気使用量|電力|電気量', '전기 사용량|전력|전력량', { ...icon('⚡'), ...topic('home', ['measurements', 'expenses'], 'meterReading date amount'), ...rhythm('month') }),
  row('tapWater', 'water usage|water meter|gas usage|gas meter', '用水量|水表|燃气表|用气量', '水道使用量|ガス使用量|水道メーター', '수도 사용량|가스 사용량|수도 계량기', { ...icon('🚰'), ...topic('home', ['measurements'], 'meterReading date amount'), ...rhythm('month') }),

  // plants
  row('plants', 'plant|plants|houseplant|houseplants|potted plant|indoor plants|greenery', '植物|绿植|盆栽|花草|室内植物', '植物|観葉植物|鉢植え|盆栽', '식물|화분|화초|반려식물|관엽식물', { ...plant('🪴'), ...suggests({ plants: 0.9 }), ...related('watering fertiliser') }),
  row('watering', 'watering|water the plants|water my plants|watering schedule', '浇水|浇花|浇水时间', '水やり|水遣り|水まき', '물주기|물 주기|화분 물', { ...icon('💦'), ...topic('plant', ['plants'], 'date name note'), ...suggests({ plants: 0.8 }) }),
  row('fertiliser', 'fertiliser|fertilizer|plant food|compost|potting soil', '施肥|肥料|营养土|堆肥', '肥料|培養土|堆肥|液肥', '비료|거름|퇴비|분갈이 흙|배양토', { ...icon('🌱'), ...topic('plant', ['plants'], 'date name note') }),
  row('garden', 'garden|gardening|allotment|yard work|backyard', '花园|园艺|庭院|后院', '庭|園芸|ガーデニング|庭仕事|花壇', '정원|원예|마당|가드닝', { ...plant('🌻'), ...suggests({ plants: 0.7 }) }),
  row('vegetableGarden', 'vegetable garden|vegetable patch|kitchen garden|growing vegetables|seedlings|raised bed|crops', '种菜|菜园|菜地|阳台种菜|育苗', '家庭菜園|菜園|ベランダ菜園|畑|苗', '텃밭|주말농장|모종|텃밭 농사', { ...icon('🥕'), ...kept('name planted place status quantity note', ['plants']), ...suggests({ plants: 0.7 }) }),
  row('harvest', 'harvest|harvested|crop yield', '收成|采收', '収穫|収穫量', '수확|수확량', { ...icon('🌾'), ...topic('plant', ['plants', 'collection'], 'name date quantity') }),
  row('seeds', 'seed|seeds|sowing|seed packets|bulbs to plant', '种子|播种|花种', '種まき|種子|タネ|球根', '씨앗|파종|씨뿌리기|구근', { ...icon('🌱'), ...kept('name species planted quantity expiry', ['plants', 'inventory']) }),
  row('succulent', 'succulent|succulents|cactus|cacti', '多肉|多肉植物|仙人掌', '多肉植物|サボテン|多肉', '다육이|다육식물|선인장', plant('🌵')),
  row('flowers', 'flower|flowers|bouquet|roses|tulips|orchid|orchids', '鲜花|花束|玫瑰|兰花|养花', '花束|お花|バラ|生け花|胡蝶蘭', '꽃|꽃다발|장미|난초|꽃꽂이', { ...icon('🌸'), ...kept('name colour season price photo note'), ...topic('plant', ['plants']) }),
  row('tree', 'tree|trees|bonsai|fruit tree|fruit trees', '树木|果树|盆景|种树', '樹木|果樹|木を植|庭木', '나무|과일나무|분재|유실수', plant('🌳')),
  row('lawn', 'lawn|mow the lawn|mowing|lawn mower|weeding', '草坪|割草|除草|修剪草坪', '芝生|芝刈り|草むしり|草取り|雑草', '잔디|잔디 깎기|제초|잡초', { ...chore('🌿'), ...rhythm('week') }),

  // pets
  row('pets', 'pet|pets|pet care|animal companion|fur baby', '宠物|毛孩子|小动物|养宠', 'ペット|飼育|飼い主', '반려동물|애완동물|펫|펫 케어', { ...pet('🐾'), ...suggests({ pets: 0.9 }), ...related('vet petFood vaccination') }),
  row('dog', 'dog|dogs|puppy|puppies|doggo', '狗狗|小狗|狗|犬类|养狗', '犬|愛犬|わんこ|子犬|わんちゃん', '강아지|반려견|멍멍이|애견|개 산책', pet('🐶')),
  row('cat', 'cat|cats|kitten|kittens|kitty', '猫咪|小猫|猫|喵星人|养猫', '猫|愛猫|ねこ|子猫|にゃんこ|ネコ', '고양이|반려묘|냥이|길고양이', pet('🐱')),
  row('rabbit', 'rabbit|hamster|guinea pig|gerbil|hedgehog', '兔子|仓鼠|豚鼠|龙猫', 'うさぎ|ハムスター|モルモット|ハリネズミ', '토끼|햄스터|기니피그|고슴도치', pet('🐹')),
  row('petBird', 'parrot|budgie|canary|parakeet|cockatiel', '鹦鹉|虎皮鹦鹉|养鸟', 'インコ|オウム|文鳥|小鳥', '앵무새|잉꼬|반려조', pet('🦜')),
  row('petFish', 'aquarium|fish tank|goldfish|pet fish|betta|tropical fish', '鱼缸|金鱼|观赏鱼|养鱼|水族箱', '水槽|金魚|熱帯魚|アクアリウム|メダカ', '어항|수족관|금붕어|열대어|관상어', { ...pet('🐠'), ...kept('name species quantity bought note', ['pets']) }),
  row('reptile', 'reptile|turtle|tortoise|lizard|gecko|snake', '乌龟|爬宠|蜥蜴|守宫', '亀|カメ|トカゲ|爬虫類|ヤモリ', '거북이|도마뱀|파충류|게코', pet('🐢')),
  row('horse', 'horse|horses|pony|horse riding|stable', '骑马|马匹|马术', '乗馬|ポニー|馬術', '승마|조랑말|말 타기', { ...icon('🐴'), ...topic('pet', ['pets', 'workout'], 'date duration note') }),
  row('livestock', 'chickens i keep|beehive|beekeeping|livestock|hens|backyard chickens', '养鸡|养蜂|家禽|牲畜', '養鶏|養蜂|家畜|鶏の世話', '양봉|닭 키우기|가축', { ...icon('🐔'), ...kept('name date quantity note', ['pets', 'collection']) }),
  row('vet', 'vet|veterinarian|vet visit|vet visits|animal hospital', '宠物医院|兽医|看兽医', '動物病院|獣医', '동물병원|수의사', { ...icon('🏥'), ...topic('pet', ['pets', 'events'], 'date price reason note'), ...suggests({ pets: 0.7 }) }),
  row('dogWalk', 'dog walk|dog walks|walk the dog|dog walking', '遛狗|遛弯狗狗', '犬の散歩|散歩の記録', '강아지 산책|산책시키기|개 산책시키기', { ...icon('🦮'), ...topic('pet', ['pets', 'habit'], 'date duration person'), ...rhythm('day'), ...suggests({ pets: 0.6 }) }),
  row('grooming', 'pet grooming|dog grooming|flea treatment|deworming|litter box|cat litter', '驱虫|宠物美容|猫砂|洗澡美容', 'トリミング|ノミ取り|猫砂|駆虫', '애견 미용|구충제|고양이 모래|심장사상충', { ...icon('✂️'), ...topic('pet', ['pets'], 'date type price') }),

  // vehicles
  row('car', 'car|cars|automobile|my vehicle|vehicle|vehicles', '汽车|车辆|爱车|轿车|私家车|开车', '自動車|車|マイカー|愛車|クルマ', '자동차|차량|자가용|내 차|승용차', { ...icon('🚗'), ...kept('name model year plate odometer note', ['vehicle']), ...topic('vehicle', ['vehicle', 'expenses'], 'date type price odometer'), ...suggests({ vehicle: 0.5 }), ...related('fuel carService') }),
  row('motorbike', 'motorbike|motorcycle|scooter|moped', '摩托车|电动车|机车|电瓶车', 'バイク|オートバイ|原付|スクーター', '오토바이|스쿠터|바이크', { ...icon('🏍️'), ...kept('name model year plate odometer', ['vehicle']), ...topic('vehicle', ['vehicle'], 'date type price odometer'), ...suggests({ vehicle: 0.7 }) }),
  row('bicycle', 'bicycle|bicycles|bike|e-bike|mountain bike', '自行车|单车|山地车|公路车', '自転車|ロードバイク|マウンテンバイク|チャリ', '자전거|로드자전거|산악자전거|따릉이', { ...icon('🚲'), ...kept('name brand model bought odometer note', ['vehicle', 'maintenance']) }),
  row('campervan', 'camper van|campervan|caravan|motorhome|rv trip|boat|sailboat|yacht', '房车|帆船|游艇|露营车', 'キャンピングカー|ヨット|ボート釣り船|車中泊', '캠핑카|카라반|요트|차박', { ...icon('🚐'), ...kept('name model year lastDone note', ['vehicle']) }),
  row('fuel', 'fuel|petrol|fill-up|fill up the tank|refuel|refuelling|gasoline|diesel', '加油|汽油|油费|加油记录', '給油|ガソリン|ガソリン代', '주유|기름값|휘발유|경유 주유|주유비', { ...icon('⛽'), ...topic('vehicle', ['vehicle', 'expenses'], 'date litres price odometer'), ...suggests({ vehicle: 0.8 }) }),
  row('charging', 'ev charging|charging session|charging station|electric car', '充电桩|电动汽车|充电记录|新能源车', '電気自動車|充電スタンド|EV充電', '전기차|전기차 충전|충전소', { ...icon('🔌'), ...topic('vehicle', ['vehicle'], 'date amount price place'), ...suggests({ vehicle: 0.6 }) }),
  row('carService', 'oil change|car service|car maintenance|mot|car inspection|service history', '汽车保养|换机油|车检|年检|保养记录', 'オイル交換|車検|点検整備|車の整備', '엔진오일|차량 정비|정비|자동차 검사|엔진오일 교체', { ...icon('🔧'), ...kept('name date odometer price nextDate note', ['vehicle', 'maintenance']), ...suggests({ vehicle: 0.8 }) }),
  row('tyres', 'tyre|tyres|tire pressure|winter tires|winter tyres|snow tires|brake pads', '轮胎|换轮胎|刹车片|胎压', 'タイヤ|タイヤ交換|スタッドレス|ブレーキパッド', '타이어|타이어 교체|스노우 타이어|브레이크 패드', { ...icon('🛞'), ...topic('vehicle', ['vehicle', 'maintenance'], 'date odometer price'), ...suggests({ vehicle: 0.5 }) }),
  row('carWash', 'car wash|wash the car', '洗车', '洗車', '세차|세차장', { ...icon('🚿'), ...topic('vehicle', ['vehicle'], 'date price shop') }),
  row('parking', 'parking|parking spot|car park|parking lot|where i parked', '停车|停车位|停车场|车位', '駐車場|駐車|パーキング', '주차|주차장|주차 위치|주차비', { ...icon('🅿️'), ...kept('place date price note'), ...topic('vehicle', ['expenses'], 'place price') }),
  row('drivingLessons', 'driving lesson|driving lessons|driving test|learner driver|driving school', '学车|驾照|驾校|考驾照|科目二', '教習所|運転免許|自動車学校|運転の練習', '운전면허|운전 연수|운전 연습|운전학원', { ...icon('🚦'), ...topic('study', ['study'], 'date duration note') }),
  row('commute', 'commute|commuting|bus ride|train ride|public transport|taxi|taxi rides|subway', '通勤|上下班|公交|地铁|打车|出租车', '通勤|電車|バス通勤|タクシー|地下鉄|交通費', '출퇴근길|통근|지하철|버스|택시|교통비', { ...icon('🚌'), ...topic('transport', ['expenses', 'timesheet'], 'date duration fee'), ...rhythm('day') }),
]
