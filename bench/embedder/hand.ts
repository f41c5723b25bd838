/** Sentences of one meaning in four languages, two ways of saying it each: written for measuring, never for training. */
export const LANGUAGES = ['en', 'zh', 'ja', 'ko'] as const
type Said = [string, string]

export const HAND: Record<(typeof LANGUAGES)[number], Said>[] = `
My grandmother lives alone in a small village. / Grandma has a house by herself in the countryside. | 奶奶一个人住在小村子里。 / 我奶奶独自在乡下生活。 | 祖母は小さな村で一人暮らしをしています。 / おばあちゃんは田舎に一人で住んでいる。 | 할머니는 작은 마을에서 혼자 사세요. / 우리 할머니는 시골에 혼자 계셔.
I can't eat shrimp, it makes my throat swell. / Seafood such as shrimp gives me an allergic reaction. | 我不能吃虾,嗓子会肿。 / 我对虾这类海鲜过敏。 | エビを食べると喉が腫れるので食べられません。 / 私はエビのアレルギーがある。 | 새우를 먹으면 목이 부어서 못 먹어요. / 나는 새우 알레르기가 있어.
The rent goes up by fifty dollars from next month. / We pay more for the flat starting next month. | 下个月开始房租涨五十美元。 / 从下月起我们的房子要多付房租。 | 来月から家賃が50ドル上がります。 / 来月からアパートの家賃が高くなる。 | 다음 달부터 월세가 50달러 올라요. / 다음 달부터 집세를 더 내야 해.
She got a new job at a hospital as a nurse. / She works as a nurse now. | 她在医院找到了护士的新工作。 / 她现在当护士。 | 彼女は病院で看護師として新しく働き始めた。 / 彼女は今、看護師をしている。 | 그녀는 병원에서 간호사로 새 일을 시작했어요. / 그 사람은 지금 간호사로 일해.
Our flight to Osaka was delayed by three hours. / The plane for Osaka left three hours late. | 我们飞往大阪的航班延误了三个小时。 / 去大阪的飞机晚了三小时起飞。 | 大阪行きの飛行機が3時間遅れました。 / 大阪への便は三時間遅れて出発した。 | 오사카로 가는 비행기가 세 시간 늦어졌어요. / 오사카행 항공편이 3시간 지연됐다.
I want to learn to play the guitar this year. / My goal this year is getting good at guitar. | 今年我想学弹吉他。 / 我今年的目标是学会吉他。 | 今年はギターを習いたいです。 / 今年の目標はギターが弾けるようになることだ。 | 올해는 기타를 배우고 싶어요. / 올해 목표는 기타를 잘 치는 거야.
The dog needs to see the vet about his leg. / Take the dog to the animal doctor, his leg hurts. | 狗的腿要去看兽医。 / 狗腿疼,带它去宠物医院。 | 犬の足を獣医に診てもらわないといけない。 / 犬が足を痛がるので動物病院に連れて行く。 | 강아지 다리 때문에 수의사에게 가야 해요. / 개가 다리를 아파해서 동물병원에 데려가야 한다.
I slept badly because the neighbours were loud. / Noise from next door kept me awake last night. | 邻居太吵,我没睡好。 / 昨晚隔壁的声音吵得我睡不着。 | 隣がうるさくてよく眠れなかった。 / 昨夜は隣の騒音で眠れませんでした。 | 옆집이 시끄러워서 잠을 잘 못 잤어요. / 어젯밤 이웃 소음 때문에 잠을 설쳤다.
Where did I put the spare key? / I can't find the extra key of the house. | 我把备用钥匙放哪儿了? / 家里的备用钥匙找不到了。 | 合鍵をどこに置いたっけ? / 家のスペアの鍵が見つからない。 | 여분 열쇠를 어디에 뒀지? / 집 보조 열쇠를 못 찾겠어.
My son starts primary school in April. / In April our boy becomes a first grader. | 我儿子四月上小学。 / 四月我家男孩就是一年级学生了。 | 息子は4月に小学校に入学します。 / 四月からうちの子は小学一年生になる。 | 아들이 4월에 초등학교에 입학해요. / 4월이면 우리 아들이 초등학교 1학년이 된다.
How much did I spend on groceries last week? / Total of last week's food shopping | 上周我买菜花了多少钱? / 上个星期的食品采购总额 | 先週、食料品にいくら使った? / 先週の食費の合計 | 지난주에 장보기에 얼마 썼지? / 지난주 식료품 지출 합계
He broke up with his girlfriend and feels lonely. / He is sad since he and his girlfriend split. | 他和女朋友分手了,觉得很孤单。 / 跟女友分开以后他很难过。 | 彼は彼女と別れて寂しがっている。 / 恋人と別れてから彼は悲しそうだ。 | 그는 여자친구와 헤어져서 외로워해요. / 여자친구랑 이별한 뒤로 그는 슬퍼한다.
The doctor told me to cut down on salt. / I should eat less salty food for my health. | 医生让我少吃盐。 / 为了健康我要少吃咸的东西。 | 医者に塩分を控えるように言われました。 / 健康のためにしょっぱいものを減らすべきだ。 | 의사가 소금을 줄이라고 했어요. / 건강을 위해 짠 음식을 덜 먹어야 한다.
Snow is expected in the mountains at the weekend. / It will probably snow up in the hills on Saturday and Sunday. | 周末山里预计会下雪。 / 星期六星期天山上大概要下雪。 | 週末は山で雪が降る予想です。 / 土日は山のほうで雪になりそうだ。 | 주말에 산에 눈이 올 것으로 예상돼요. / 토요일과 일요일에 산에는 눈이 내릴 것 같다.
Please wake me at a quarter past six. / I need an alarm for 6:15. | 六点一刻叫醒我。 / 给我定一个6:15的闹钟。 | 6時15分に起こしてください。 / 6時15分のアラームが必要です。 | 여섯 시 십오 분에 깨워 주세요. / 6시 15분 알람이 필요해.
We are getting married in Hawaii next summer. / Our wedding will be next summer on Hawaii. | 我们明年夏天在夏威夷结婚。 / 明年夏天我们在夏威夷办婚礼。 | 来年の夏にハワイで結婚します。 / 私たちの結婚式は来夏ハワイで挙げる。 | 우리는 내년 여름에 하와이에서 결혼해요. / 내년 여름 하와이에서 결혼식을 올린다.
The washing machine is leaking water again. / Water is coming out of the washer on the floor again. | 洗衣机又漏水了。 / 洗衣机又有水流到地上。 | 洗濯機がまた水漏れしている。 / また洗濯機から床に水が出ている。 | 세탁기에서 또 물이 새요. / 세탁기 물이 또 바닥으로 흘러나온다.
I prefer tea to coffee in the evening. / At night I drink tea rather than coffee. | 晚上我更喜欢喝茶,不喝咖啡。 / 夜里比起咖啡我宁愿喝茶。 | 夜はコーヒーより紅茶のほうが好きです。 / 晩にはコーヒーでなくお茶を飲む。 | 저녁에는 커피보다 차가 더 좋아요. / 밤에는 커피 대신 차를 마신다.
My phone battery dies before lunch every day. / The battery of my mobile doesn't even last the morning. | 我的手机每天午饭前就没电了。 / 手机电池连一个上午都撑不住。 | スマホの電池が毎日昼前に切れる。 / 携帯のバッテリーが午前中も持たない。 | 휴대폰 배터리가 매일 점심 전에 닳아요. / 핸드폰 배터리가 오전도 못 버틴다.
Cancel the dentist on Thursday, I have a meeting. / I can't go to the dentist this Thursday because of a meeting. | 取消周四的牙医,我要开会。 / 因为有会议,星期四不能去看牙了。 | 木曜の歯医者をキャンセルして、会議があるから。 / 会議のため木曜日は歯医者に行けない。 | 목요일 치과 취소해 줘, 회의가 있어. / 회의 때문에 목요일에 치과에 못 간다.
He runs ten kilometres along the river every morning. / Every morning he jogs by the river. | 他每天早上沿着河跑十公里。 / 每天早晨他都在河边慢跑。 | 彼は毎朝川沿いを10キロ走る。 / 毎朝、川辺でジョギングしている。 | 그는 매일 아침 강을 따라 10킬로미터를 달려요. / 매일 아침 강변에서 조깅을 한다.
I passed the driving test at the second try. / I finally have my driving licence. | 我第二次考过了驾照。 / 我终于拿到驾照了。 | 2回目で運転免許の試験に受かった。 / やっと運転免許を取った。 | 두 번째에 운전면허 시험에 합격했어요. / 드디어 운전면허를 땄다.
Don't forget to water the plants on the balcony. / The balcony flowers need water. | 别忘了给阳台的植物浇水。 / 阳台上的花要浇水了。 | ベランダの植物に水をやるのを忘れないで。 / ベランダの花に水が必要だ。 | 베란다 식물에 물 주는 거 잊지 마. / 베란다 꽃에 물을 줘야 해요.
The last chapter of that novel made me cry. / I was in tears at the end of the book. | 那本小说的最后一章让我哭了。 / 书的结尾我看哭了。 | あの小説の最後の章で泣いてしまった。 / 本の終わりで涙が出た。 | 그 소설의 마지막 장을 읽고 울었어요. / 책 결말에서 눈물이 났다.
`
  .trim()
  .split('\n')
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.split(' / ').map((text) => text.trim()) as Said)
    return { en: cells[0]!, zh: cells[1]!, ja: cells[2]!, ko: cells[3]! }
  })
