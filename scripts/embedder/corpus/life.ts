/** What people tell of their lives, and ask about later; a question and its answer share a line where one recalls the other. */
export const LIFE = `
home:
{person} lives in {place} / {person} moved to {place} / where does {person} live? / {person}'s home is in {place} | {person}住在{place} / {person}搬到了{place} / {person}住在哪里? / {person}的家在{place} | {person}は{place}に住んでいる / {person}は{place}に引っ越した / {person}はどこに住んでいますか / {person}の家は{place}にある | {person}[은,는] {place}에 살아 / {person}[이,가] {place}로 이사했어 / {person} 어디 살아? / {person} 집은 {place}에 있어
I live in {place} / my home is in {place} / I moved to {place} {past} / where do I live? | 我住在{place} / 我家在{place} / 我{past}搬到{place} / 我住在哪里? | 私は{place}に住んでいます / 家は{place}にあります / {past}{place}に引っ越しました / 私はどこに住んでいる | 나는 {place}에 살아요 / 우리 집은 {place}에 있어 / {past} {place}로 이사 왔어 / 내가 어디 살지?
I put {thing} in the drawer / {thing} is in the drawer / where did I put {thing}? | 我把{thing}放在抽屉里了 / {thing}在抽屉里 / 我把{thing}放哪儿了? | {thing}を引き出しに入れた / {thing}は引き出しの中 / {thing}はどこに置いたっけ | {thing}[을,를] 서랍에 넣었어 / {thing} 서랍 안에 있어 / {thing} 어디에 뒀지?
I can't find {thing} / I lost {thing} {past} / have you seen {thing}? | 我找不到{thing} / 我{past}丢了{thing} / 你看见{thing}了吗? | {thing}が見つからない / {past}{thing}をなくした / {thing}を見ませんでしたか | {thing}[을,를] 못 찾겠어 / {past} {thing}[을,를] 잃어버렸어 / {thing} 봤어?
I bought {thing} for {money} / {thing} cost me {money} / how much was {thing}? | 我花{money}买了{thing} / {thing}花了我{money} / {thing}多少钱? | {money}で{thing}を買った / {thing}は{money}した / {thing}はいくらだった | {thing}[을,를] {money}에 샀어 / {thing} 사는 데 {money} 들었어 / {thing} 얼마였지?
{thing} is broken / {thing} doesn't work anymore / I need to have {thing} repaired | {thing}坏了 / {thing}不能用了 / {thing}需要修理 | {thing}が壊れた / {thing}が動かなくなった / {thing}を修理しないといけない | {thing}[이,가] 고장 났어 / {thing} 작동이 안 돼 / {thing} 수리해야 해
I have a {pet} / my {pet} is called {name} / what's the name of my {pet}? | 我养了一只{pet} / 我的{pet}叫{name} / 我的{pet}叫什么名字? | {pet}を飼っています / うちの{pet}の名前は{name}です / うちの{pet}の名前は何 | 나는 {pet}[을,를] 키워 / 우리 {pet} 이름은 {name}[이야,야] / 우리 {pet} 이름이 뭐였지?
The {pet} is sick / our {pet} hasn't eaten since {past} | {pet}生病了 / 我们家的{pet}从{past}起就没吃东西 | {pet}が病気です / うちの{pet}は{past}から食べていない | {pet}[이,가] 아파 / 우리 {pet}[이,가] {past}부터 밥을 안 먹어
The rent is {money} a month / I pay {money} rent / how much is my rent? | 房租每月{money} / 我付{money}房租 / 我的房租是多少? | 家賃は月{money}です / 家賃を{money}払っている / 家賃はいくら | 월세가 한 달에 {money}야 / 집세로 {money} 내 / 내 월세 얼마지?
The wifi password is on the fridge / where is the internet password? | 无线网密码贴在冰箱上 / 网络密码在哪里? | Wi-Fiのパスワードは冷蔵庫に貼ってある / インターネットのパスワードはどこ | 와이파이 비밀번호는 냉장고에 붙어 있어 / 인터넷 비밀번호 어디 있지?
Our neighbour is noisy at night / the people upstairs are loud | 我们的邻居晚上很吵 / 楼上的人很吵 | 隣の人が夜うるさい / 上の階の人が騒がしい | 옆집이 밤에 시끄러워 / 윗집 사람들이 시끄러워
I clean the house {day} / {day} is cleaning day / when do I clean? | 我{day}打扫房子 / {day}是打扫的日子 / 我什么时候打扫? | {day}に家の掃除をします / {day}は掃除の日です / 掃除はいつする | {day}에 집 청소해 / {day}[은,는] 청소하는 날이야 / 청소 언제 하지?

family:
My birthday is {monthDay} / I was born on {monthDay} / when is my birthday? | 我的生日是{monthDay} / 我出生在{monthDay} / 我的生日是什么时候? | 私の誕生日は{monthDay}です / {monthDay}に生まれました / 私の誕生日はいつ | 내 생일은 {monthDay}이야 / {monthDay}에 태어났어 / 내 생일이 언제지?
{person}'s birthday is {monthDay} / {person} was born on {monthDay} / when is {person}'s birthday? | {person}的生日是{monthDay} / {person}是{monthDay}出生的 / {person}的生日是哪天? | {person}の誕生日は{monthDay}です / {person}は{monthDay}に生まれた / {person}の誕生日はいつ | {person} 생일은 {monthDay}이야 / {person}[은,는] {monthDay}에 태어났어 / {person} 생일이 언제야?
{person} is {count} years old / how old is {person}? / {person} turned {count} {past} | {person}{count}岁了 / {person}多大了? / {person}{past}满{count}岁 | {person}は{count}歳です / {person}は何歳ですか / {person}は{past}{count}歳になった | {person}[은,는] {count}살이야 / {person} 몇 살이야? / {person}[이,가] {past} {count}살이 됐어
{person} works as a {job} / {person} is a {job} / what does {person} do for a living? | {person}是{job} / {person}的工作是{job} / {person}做什么工作? | {person}は{job}として働いている / {person}は{job}です / {person}の仕事は何ですか | {person}[은,는] {job}로 일해 / {person} 직업은 {job}[이야,야] / {person} 무슨 일 해?
I'm getting married {day} / our wedding is {day} / we are engaged | 我{day}结婚 / 我们的婚礼在{day} / 我们订婚了 | {day}結婚します / 私たちの結婚式は{day}です / 婚約しました | {day} 결혼해요 / 우리 결혼식은 {day}[이야,야] / 우리 약혼했어
{person} is getting married {day} / {person} and {person2} got married / {person}'s wedding is {day} | {person}{day}要结婚 / {person}和{person2}结婚了 / {person}的婚礼在{day} | {person}は{day}結婚する / {person}と{person2}が結婚した / {person}の結婚式は{day} | {person}[이,가] {day} 결혼해 / {person}[과,와] {person2}[이,가] 결혼했어 / {person} 결혼식은 {day}
{person} had a baby {past} / {person} gave birth {past} / a baby was born | {person}{past}生孩子了 / {person}{past}生了宝宝 / 孩子出生了 | {person}に{past}赤ちゃんが生まれた / {person}は{past}出産した | {person}[이,가] {past} 아기를 낳았어 / {person} {past} 출산했어 / 아기가 태어났어
I have {few} siblings / how many brothers and sisters do I have? / I have {few} brothers and sisters | 我有{few}个兄弟姐妹 / 我有几个兄弟姐妹? | 兄弟が{few}人います / 私は何人兄弟ですか | 형제자매가 {few}명 있어 / 내 형제가 몇 명이지?
{person} and {person2} are divorced / {person} broke up with {person2} | {person}和{person2}离婚了 / {person}和{person2}分手了 | {person}と{person2}は離婚した / {person}は{person2}と別れた | {person}[과,와] {person2}[은,는] 이혼했어 / {person}[이,가] {person2}[과,와] 헤어졌어
{person} passed away {past} / {person} died {past} / the funeral is {day} | {person}{past}去世了 / {person}{past}死了 / 葬礼在{day} | {person}は{past}亡くなりました / {person}が{past}死んだ / お葬式は{day} | {person}[이,가] {past} 돌아가셨어 / {person}[이,가] {past} 죽었어 / 장례식은 {day}
I visited {person} {past} / {past} I went to see {person} / when did I last see {person}? | 我{past}去看了{person} / 我上次见{person}是什么时候? / {past}我见了{person} | {past}{person}に会いに行った / 最後に{person}に会ったのはいつ / {past}{person}を訪ねた | {past} {person}[을,를] 만나러 갔어 / 마지막으로 {person} 만난 게 언제지? / {past} {person} 봤어
{person} is coming to visit {day} / {person} will stay with us {day} | {person}{day}要来 / {person}{day}住我们家 | {person}が{day}遊びに来る / {person}が{day}うちに泊まる | {person}[이,가] {day} 놀러 와 / {person}[이,가] {day} 우리 집에 와서 지내
{person} likes {hobby} / {person} is into {hobby} / what does {person} like to do? / {person}'s hobby is {hobby} | {person}喜欢{hobby} / {person}的爱好是{hobby} / {person}喜欢做什么? | {person}は{hobby}が好きです / {person}の趣味は{hobby}です / {person}は何をするのが好き | {person}[은,는] {hobby}[을,를] 좋아해 / {person} 취미는 {hobby}[이야,야] / {person}[은,는] 뭐 하는 걸 좋아해?
What should I give {person} for the birthday? / gift ideas for {person} / a present for {person} | 送{person}什么生日礼物好? / 给{person}的礼物 | {person}の誕生日に何をあげよう / {person}へのプレゼント | {person} 생일에 뭐 선물하지? / {person} 선물 추천해 줘

tastes:
I like {food} / I love {food} / {food} is my favourite / what food do I like? | 我喜欢吃{food} / 我最爱{food} / 我喜欢吃什么? / 我特别喜欢{food} | {food}が好きです / {food}が大好き / 一番好きなのは{food} / 私の好きな食べ物は何 | 나는 {food}[을,를] 좋아해 / {food} 정말 좋아해요 / 제일 좋아하는 건 {food}[이야,야] / 내가 좋아하는 음식이 뭐지?
I don't like {food} / I hate {food} / I can't stand {food} / what food do I dislike? | 我不喜欢{food} / 我讨厌{food} / 我受不了{food} / 我不喜欢吃什么? | {food}が嫌いです / {food}は好きじゃない / {food}が苦手 / 私の嫌いな食べ物は何 | 나는 {food}[을,를] 싫어해 / {food} 안 좋아해요 / {food} 못 먹겠어 / 내가 싫어하는 음식이 뭐지?
I'm allergic to {food} / I can't eat {food} because of an allergy / what am I allergic to? / {food} allergy | 我对{food}过敏 / 因为过敏我不能吃{food} / 我对什么过敏? / {food}过敏 | {food}アレルギーです / アレルギーで{food}が食べられない / 私は何のアレルギー | 나는 {food} 알레르기가 있어 / 알레르기 때문에 {food} 못 먹어 / 나 무슨 알레르기 있지?
{person} doesn't eat {food} / {person} is allergic to {food} / what can't {person} eat? | {person}不吃{food} / {person}对{food}过敏 / {person}不能吃什么? | {person}は{food}を食べない / {person}は{food}アレルギー / {person}は何が食べられない | {person}[은,는] {food}[을,를] 안 먹어 / {person}[은,는] {food} 알레르기가 있어 / {person}[은,는] 뭘 못 먹어?
{person} loves {food} / {person}'s favourite food is {food} / what does {person} like to eat? | {person}最爱吃{food} / {person}喜欢{food} / {person}喜欢吃什么? | {person}は{food}が大好き / {person}の好物は{food} / {person}は何を食べるのが好き | {person}[은,는] {food}[을,를] 아주 좋아해 / {person}[이,가] 제일 좋아하는 음식은 {food} / {person}[은,는] 뭘 좋아해?
I had {food} {past} / I ate {food} {past} / what did I eat {past}? | 我{past}吃了{food} / {past}我吃的是{food} / 我{past}吃了什么? | {past}{food}を食べた / {past}は{food}でした / {past}何を食べた | {past} {food} 먹었어 / {past}에 {food}[을,를] 먹었어요 / {past} 뭐 먹었지?
I'm a vegetarian / I don't eat meat / I stopped eating meat {past} | 我吃素 / 我不吃肉 / 我从{past}起不吃肉了 | ベジタリアンです / 肉は食べません / {past}から肉をやめた | 나는 채식주의자야 / 고기를 안 먹어요 / {past}부터 고기를 끊었어
I drink {food} every morning / my day starts with {food} | 我每天早上喝{food} / 我的一天从{food}开始 | 毎朝{food}を飲む / 一日は{food}で始まる | 매일 아침 {food}[을,를] 마셔 / 하루를 {food}로 시작해
How do I make {food}? / a recipe with {food} / cook something with {food} | 怎么做{food}? / 用{food}做的菜谱 / 用{food}做点什么 | {food}の作り方は / {food}を使ったレシピ / {food}で何か作る | {food} 어떻게 만들어? / {food} 요리법 / {food}로 뭐 만들까
We're out of {food} / buy {food} / put {food} on the shopping list / we need more {food} | {food}没了 / 买{food} / 把{food}加到购物清单 / 还需要{food} | {food}がなくなった / {food}を買う / 買い物リストに{food}を入れて / {food}がもっと必要 | {food}[이,가] 떨어졌어 / {food} 사야 해 / 장보기 목록에 {food} 넣어 줘 / {food} 더 필요해
I enjoy {hobby} / my hobby is {hobby} / I'm fond of {hobby} / what are my hobbies? | 我喜欢{hobby} / 我的爱好是{hobby} / 我的爱好是什么? | {hobby}が好きです / 趣味は{hobby}です / 私の趣味は何 | 나는 {hobby}[을,를] 좋아해 / 내 취미는 {hobby}[이야,야] / 내 취미가 뭐지?
I started {hobby} {past} / I took up {hobby} / I've been doing {hobby} for {length} | 我{past}开始{hobby} / 我{hobby}已经{length}了 | {past}{hobby}を始めた / {hobby}を{length}続けている | {past} {hobby}[을,를] 시작했어 / {hobby} 한 지 {length} 됐어
I gave up {hobby} / I don't do {hobby} anymore | 我不再{hobby}了 / 我放弃了{hobby} | {hobby}をやめた / もう{hobby}はしていない | {hobby}[을,를] 그만뒀어 / 이제 {hobby} 안 해
My favourite colour is blue / I like blue best / what's my favourite colour? | 我最喜欢的颜色是蓝色 / 我最喜欢蓝色 / 我最喜欢什么颜色? | 好きな色は青です / 青が一番好き / 私の好きな色は何 | 내가 좋아하는 색은 파란색이야 / 파란색이 제일 좋아 / 내가 무슨 색을 좋아하지?
I listen to {genre} a lot / {genre} is my favourite kind of music / what music do I like? | 我常听{genre} / 我最喜欢{genre} / 我喜欢什么音乐? | {genre}をよく聴く / 一番好きな音楽は{genre} / 私はどんな音楽が好き | {genre} 자주 들어 / 제일 좋아하는 음악은 {genre}[이야,야] / 내가 무슨 음악 좋아하지?

money:
I spent {money} on {food} / {money} for {food} / paid {money} for {food} {past} | 我花了{money}买{food} / {food}{money} / {past}付了{money}买{food} | {food}に{money}使った / {food}{money} / {past}{food}に{money}払った | {food}에 {money} 썼어 / {food} {money} / {past} {food} 값으로 {money} 냈어
How much did I spend {past}? / my expenses {past} / what was my spending {past}? | 我{past}花了多少钱? / {past}的支出 / {past}的花销是多少? | {past}いくら使った / {past}の支出 / {past}の出費はいくら | {past} 얼마 썼어? / {past} 지출 / {past} 지출이 얼마였지?
I earn {money} a month / my salary is {money} / how much do I earn? | 我每月挣{money} / 我的工资是{money} / 我挣多少钱? | 月に{money}稼いでいる / 給料は{money}です / 私の給料はいくら | 한 달에 {money} 벌어 / 내 월급은 {money}야 / 내 월급 얼마지?
{person} owes me {money} / I lent {person} {money} / who owes me money? | {person}欠我{money} / 我借给{person}{money} / 谁欠我钱? | {person}に{money}貸している / {person}に{money}貸した / 誰にお金を貸している | {person}[이,가] 나한테 {money} 빚졌어 / {person}에게 {money} 빌려줬어 / 누가 나한테 돈 갚아야 하지?
I owe {person} {money} / I borrowed {money} from {person} | 我欠{person}{money} / 我向{person}借了{money} | {person}に{money}借りている / {person}から{money}借りた | {person}에게 {money} 갚아야 해 / {person}한테 {money} 빌렸어
I want to save {money} / my saving goal is {money} / save {money} by {day} | 我想存{money} / 我的存款目标是{money} / {day}前存{money} | {money}貯めたい / 貯金の目標は{money} / {day}までに{money}貯める | {money} 모으고 싶어 / 저축 목표는 {money}야 / {day}까지 {money} 모으기
My budget for {food} is {money} / spend at most {money} on {food} | 我{food}的预算是{money} / {food}最多花{money} | {food}の予算は{money} / {food}は{money}まで | {food} 예산은 {money}야 / {food}에 최대 {money}까지 쓰기
It was too expensive / that's cheap / it was on sale | 太贵了 / 那很便宜 / 打折了 | 高すぎた / それは安い / セールだった | 너무 비쌌어 / 그거 싸다 / 할인 중이었어
Split the bill between {people} / divide {money} among {people} | {people}平分账单 / 把{money}分给{people} | {people}で割り勘する / {money}を{people}で割る | {people}[이,가] 나눠서 내기 / {money}[을,를] {people}로 나누기
I transferred {money} to {person} / send {person} {money} | 我给{person}转了{money} / 给{person}汇{money} | {person}に{money}振り込んだ / {person}に{money}送金する | {person}에게 {money} 송금했어 / {person}한테 {money} 보내 줘

travel:
I'm going to {place} {day} / my trip to {place} is {day} / when am I going to {place}? / I travel to {place} {day} | 我{day}去{place} / 我的{place}之行是{day} / 我什么时候去{place}? / {day}我要去{place}旅行 | {day}{place}に行きます / {place}への旅行は{day}です / いつ{place}に行く / {day}{place}へ旅行する | {day} {place}에 가 / {place} 여행은 {day}[이야,야] / 언제 {place} 가지? / {day} {place}로 여행 가요
I went to {place} {past} / I was in {place} {past} / when was I in {place}? / I visited {place} {past} | 我{past}去了{place} / {past}我在{place} / 我什么时候去过{place}? | {past}{place}に行った / {past}は{place}にいた / いつ{place}に行った | {past} {place}에 갔어 / {past} {place}에 있었어 / {place}에 언제 갔지? / {past} {place} 다녀왔어
I want to visit {place} some day / I'd love to go to {place} / {place} is on my wish list | 我想有一天去{place} / 我很想去{place} | いつか{place}に行きたい / {place}に行ってみたい | 언젠가 {place}에 가고 싶어 / {place} 꼭 가 보고 싶어
My flight to {place} leaves at {time} / the plane to {place} departs at {time} / when is my flight to {place}? | 我去{place}的航班{time}起飞 / 飞{place}的飞机{time}出发 / 我去{place}的航班几点? | {place}行きの飛行機は{time}に出発する / {place}へのフライトは{time} / {place}行きの便は何時 | {place}행 비행기는 {time}에 출발해 / {place} 가는 항공편은 {time}[이야,야] / {place} 비행기 몇 시지?
I booked a hotel in {place} for {few} nights / we stay {few} nights in {place} | 我在{place}订了{few}晚酒店 / 我们在{place}住{few}晚 | {place}のホテルを{few}泊予約した / {place}に{few}泊する | {place} 호텔 {few}박 예약했어 / {place}에서 {few}박 해
I'm going with {person} / who am I travelling with? / {person} is coming along to {place} | 我和{person}一起去 / 我和谁一起旅行? / {person}也去{place} | {person}と一緒に行く / 誰と旅行する / {person}も{place}に来る | {person}[과,와] 함께 가 / 누구랑 여행 가지? / {person}도 {place}에 같이 가
What should I pack for {place}? / packing for {place} / things to bring to {place} | 去{place}要带什么? / 去{place}的行李 | {place}に何を持っていけばいい / {place}旅行の荷造り | {place} 갈 때 뭐 챙기지? / {place} 여행 짐 싸기
What can I see in {place}? / sights in {place} / things to do in {place} {day} | {place}有什么好看的? / {place}的景点 / {day}在{place}做什么 | {place}で何が見られる / {place}の観光名所 / {day}{place}でできること | {place}에서 뭐 볼까? / {place} 관광지 / {day} {place}에서 할 일
My passport expires {day} / my visa is valid until {monthDay} / when does my passport expire? | 我的护照{day}到期 / 我的签证有效期到{monthDay} / 我的护照什么时候到期? | パスポートが{day}切れる / ビザは{monthDay}まで有効 / パスポートの期限はいつ | 여권이 {day} 만료돼 / 비자는 {monthDay}까지 유효해 / 여권 만료일이 언제지?
I speak {language} / I'm learning {language} / what languages do I speak? | 我会说{language} / 我在学{language} / 我会说什么语言? | {language}が話せます / {language}を勉強している / 私は何語が話せる | 나는 {language}[을,를] 할 줄 알아 / {language} 배우고 있어 / 나 무슨 언어 할 줄 알지?
The train to {place} was late / I missed the bus to {venue} | 去{place}的火车晚点了 / 我没赶上去{venue}的公交车 | {place}行きの電車が遅れた / {venue}行きのバスに乗り遅れた | {place} 가는 기차가 늦었어 / {venue} 가는 버스를 놓쳤어
Find me a flight from {place} to {place2} {day} / flights to {place2} {day} / cheap tickets to {place2} | 查{day}从{place}到{place2}的航班 / {day}去{place2}的机票 / 去{place2}的便宜机票 | {day}の{place}から{place2}への便を探して / {day}の{place2}行きの航空券 / {place2}への安いチケット | {day} {place}에서 {place2} 가는 항공편 찾아 줘 / {day} {place2} 비행기표 / {place2} 가는 싼 표
Find a hotel in {place} {day} / hotels near {venue} / book a room in {place} | 找{day}{place}的酒店 / {venue}附近的酒店 / 订{place}的房间 | {day}の{place}のホテルを探して / {venue}近くのホテル / {place}の部屋を予約 | {day} {place} 호텔 찾아 줘 / {venue} 근처 호텔 / {place} 방 예약해 줘

health:
I have {ailment} / I've had {ailment} since {past} / what's wrong with me: {ailment} | 我{ailment} / 我从{past}开始{ailment} / 我得了{ailment} | {ailment}です / {past}から{ailment}です / {ailment}がある | {ailment}[이,가] 있어 / {past}부터 {ailment} / 나 {ailment} 때문에 힘들어
{person} has {ailment} / {person} suffers from {ailment} / is {person} ill? | {person}有{ailment} / {person}得了{ailment} / {person}病了吗? | {person}は{ailment}です / {person}は{ailment}に悩んでいる / {person}は病気ですか | {person}[은,는] {ailment} / {person}[이,가] {ailment} 때문에 고생해 / {person} 아파?
What helps against {ailment}? / medicine for {ailment} / what to do about {ailment} | {ailment}怎么办? / 治{ailment}的药 / {ailment}吃什么药 | {ailment}には何が効く / {ailment}の薬 / {ailment}のときどうする | {ailment}에 뭐가 좋아? / {ailment} 약 / {ailment} 때 어떻게 해야 돼?
I take medicine for {ailment} {day} / {day} pills for {ailment} | 我{day}吃治{ailment}的药 / {day}吃{ailment}药 | {day}{ailment}の薬を飲んでいる / {day}、{ailment}の薬 | {day} {ailment} 약을 먹어 / {day} {ailment} 약 복용
I weigh {count} kilos / my weight is {count} kg / what's my weight? | 我体重{count}公斤 / 我重{count}公斤 / 我的体重是多少? | 体重は{count}キロです / 今{count}キロ / 私の体重は何キロ | 몸무게가 {count}킬로야 / 체중 {count}kg / 내 몸무게가 얼마지?
I want to lose {few} kilos / lose weight by {day} / I'm on a diet | 我想减{few}公斤 / 我要在{day}前减肥 / 我在减肥 | {few}キロ痩せたい / {day}までに体重を落とす / ダイエット中です | {few}킬로 빼고 싶어 / {day}까지 살을 빼기 / 다이어트 중이야
I slept {few} hours {past} / how long did I sleep {past}? / I slept badly {past} | 我{past}睡了{few}个小时 / 我{past}睡了多久? / {past}没睡好 | {past}{few}時間寝た / {past}何時間寝た / {past}よく眠れなかった | {past} {few}시간 잤어 / {past} 얼마나 잤지? / {past} 잠을 잘 못 잤어
I ran {few} kilometres {past} / {past} I did a {few} km run / how far did I run {past}? | 我{past}跑了{few}公里 / {past}跑步{few}公里 / 我{past}跑了多远? | {past}{few}キロ走った / {past}のランニングは{few}キロ / {past}どのくらい走った | {past} {few}킬로 뛰었어 / {past} 달리기 {few}km / {past} 얼마나 뛰었지?
My doctor's appointment is {day} at {time} / I see the doctor {day} / when is my doctor's appointment? | 我{day}{time}看医生 / {day}去看病 / 我什么时候看医生? | 病院の予約は{day}の{time}です / {day}医者に行く / 病院の予約はいつ | 병원 예약은 {day} {time}[이야,야] / {day}에 병원 가 / 병원 예약이 언제지?
My blood pressure is {count} / blood pressure {count} over {count} {day} | 我的血压是{count} / {day}血压{count} | 血圧は{count}です / {day}の血圧{count} | 혈압이 {count}이야 / {day} 혈압 {count}
I quit smoking {past} / I don't smoke anymore / I stopped drinking {past} | 我{past}戒烟了 / 我不再抽烟 / 我{past}戒酒了 | {past}タバコをやめた / もうタバコは吸わない / {past}お酒をやめた | {past} 담배 끊었어 / 이제 담배 안 피워 / {past} 술을 끊었어
I had surgery {past} / the operation is {day} / I was in hospital {past} | 我{past}做了手术 / 手术在{day} / 我{past}住院了 | {past}手術を受けた / 手術は{day}です / {past}入院していた | {past} 수술했어 / 수술은 {day}[이야,야] / {past} 입원했었어
I feel {feeling} / I'm {feeling} today / how do I feel? I am {feeling} | 我感到{feeling} / 我今天很{feeling} / 我觉得{feeling} | {feeling}気持ちです / 今日は{feeling} / {feeling}と感じる | 기분이 {feeling} / 오늘 {feeling} / 나 {feeling}
I was {feeling} {past} / {past} I felt {feeling} / how did I feel {past}? | 我{past}很{feeling} / {past}我感到{feeling} / 我{past}心情怎么样? | {past}は{feeling} / {past}{feeling}気分だった / {past}の気分はどうだった | {past} {feeling} / {past}에 {feeling} 기분이었어 / {past} 기분이 어땠지?
{person} is {feeling} / {person} looks {feeling} / why is {person} {feeling}? | {person}很{feeling} / {person}看起来{feeling} / {person}为什么{feeling}? | {person}は{feeling} / {person}は{feeling}ように見える / なぜ{person}は{feeling} | {person}[은,는] {feeling} / {person}[이,가] {feeling} 것 같아 / {person}[은,는] 왜 {feeling}?

work:
I work as a {job} / I'm a {job} / what's my job? | 我是{job} / 我的工作是{job} / 我做什么工作? | {job}として働いています / 私の仕事は{job}です / 私の仕事は何 | 나는 {job}로 일해 / 내 직업은 {job}[이야,야] / 내 직업이 뭐지?
I work at {name} / my company is called {name} / where do I work? / I got a job at {name} | 我在{name}工作 / 我的公司叫{name} / 我在哪里工作? / 我在{name}找到了工作 | {name}で働いています / 会社は{name}です / 私はどこで働いている / {name}に就職した | 나는 {name}에서 일해 / 우리 회사는 {name}[이야,야] / 내가 어디서 일하지? / {name}에 취직했어
I have a meeting with {person} {day} at {time} / meeting with {person} {day} / when do I meet {person}? | 我{day}{time}和{person}开会 / {day}与{person}的会议 / 我什么时候见{person}? | {day}の{time}に{person}と会議がある / {day}{person}とのミーティング / {person}に会うのはいつ | {day} {time}에 {person}[과,와] 회의가 있어 / {day} {person} 미팅 / {person} 언제 만나지?
The deadline is {day} / the project must be finished {day} / when is the deadline? | 截止日期是{day} / 项目必须{day}完成 / 截止日期是什么时候? | 締め切りは{day}です / プロジェクトは{day}までに終わらせないといけない / 締め切りはいつ | 마감은 {day}[이야,야] / 프로젝트를 {day}까지 끝내야 해 / 마감이 언제지?
I quit my job {past} / I left {name} {past} / I'm looking for a new job | 我{past}辞职了 / 我{past}离开了{name} / 我在找新工作 | {past}仕事を辞めた / {past}{name}を退職した / 新しい仕事を探している | {past} 회사를 그만뒀어 / {past} {name}[을,를] 퇴사했어 / 새 직장을 찾고 있어
I got promoted {past} / {person} was promoted | 我{past}升职了 / {person}升职了 | {past}昇進した / {person}が昇進した | {past} 승진했어 / {person}[이,가] 승진했어
I worked overtime {past} / I worked {count} hours {past} | 我{past}加班了 / 我{past}工作了{count}个小时 | {past}残業した / {past}{count}時間働いた | {past} 야근했어 / {past} {count}시간 일했어
{person} is my boss / who is my boss? / I report to {person} | {person}是我的上司 / 我的上司是谁? | {person}が私の上司です / 私の上司は誰 | {person}[이,가] 내 상사야 / 내 상사가 누구지?
I have a job interview {day} / the interview at {name} is {day} | 我{day}有面试 / {name}的面试在{day} | {day}面接がある / {name}の面接は{day} | {day} 면접이 있어 / {name} 면접은 {day}
I'm working from home {day} / {day} I'm not in the office / I'm on vacation {day} | 我{day}在家办公 / {day}我不去公司 / 我{day}休假 | {day}は在宅勤務です / {day}は会社に行きません / {day}は休暇 | {day} 재택근무야 / {day} 회사 안 가 / {day} 휴가야

study:
I study {subject} / my major is {subject} / what do I study? | 我学{subject} / 我的专业是{subject} / 我学什么专业? | {subject}を勉強しています / 専攻は{subject}です / 私は何を勉強している | 나는 {subject}[을,를] 공부해 / 전공은 {subject}[이야,야] / 내 전공이 뭐지?
The {subject} exam is {day} / I have a {subject} test {day} / when is the {subject} exam? | {subject}考试在{day} / 我{day}有{subject}考试 / {subject}考试是什么时候? | {subject}の試験は{day}です / {day}に{subject}のテストがある / {subject}の試験はいつ | {subject} 시험은 {day}[이야,야] / {day}에 {subject} 시험이 있어 / {subject} 시험이 언제지?
I passed the {subject} exam / I got {count} points in {subject} / how did my {subject} exam go? | 我通过了{subject}考试 / 我{subject}考了{count}分 / 我{subject}考得怎么样? | {subject}の試験に合格した / {subject}で{count}点取った / {subject}の試験はどうだった | {subject} 시험에 합격했어 / {subject}에서 {count}점 받았어 / {subject} 시험 어떻게 됐지?
I failed the {subject} exam / I did badly in {subject} | 我{subject}没及格 / 我{subject}考砸了 | {subject}の試験に落ちた / {subject}の成績が悪かった | {subject} 시험에 떨어졌어 / {subject} 성적이 나빴어
I studied {subject} for {length} {past} / {length} of {subject} {past} | 我{past}学了{length}{subject} / {past}学习{subject}{length} | {past}{subject}を{length}勉強した / {past}の{subject}の勉強は{length} | {past} {subject}[을,를] {length} 공부했어 / {past} {subject} 공부 {length}
{person} teaches {subject} / who is my {subject} teacher? / my {subject} teacher is {person} | {person}教{subject} / 我的{subject}老师是谁? / 我的{subject}老师是{person} | {person}は{subject}を教えている / {subject}の先生は誰 / {subject}の先生は{person} | {person}[은,는] {subject}[을,를] 가르쳐 / {subject} 선생님이 누구지? / {subject} 선생님은 {person}
I read {title} {past} / I finished reading {title} / what book did I read {past}? | 我{past}看了{title} / 我读完了{title} / 我{past}看了什么书? | {past}{title}を読んだ / {title}を読み終わった / {past}何の本を読んだ | {past} {title} 읽었어 / {title} 다 읽었어 / {past} 무슨 책 읽었지?
I watched {title} {past} with {person} / I saw the film {title} {past} / what film did I see {past}? | 我{past}和{person}看了{title} / 我{past}看了电影{title} / 我{past}看了什么电影? | {past}{person}と{title}を見た / {past}映画{title}を見た / {past}何の映画を見た | {past} {person}[과,와] {title} 봤어 / {past} 영화 {title} 봤어 / {past} 무슨 영화 봤지?
My homework for {subject} is due {day} / hand in the {subject} paper {day} | {subject}作业{day}交 / {day}交{subject}论文 | {subject}の宿題は{day}までです / {day}に{subject}のレポートを提出 | {subject} 숙제는 {day}까지야 / {day}에 {subject} 과제 제출
I go to {venue} {day} / {day} I'm at {venue} / when do I go to {venue}? | 我{day}去{venue} / {day}我在{venue} / 我什么时候去{venue}? | {day}{venue}に行きます / {day}は{venue}にいる / {venue}に行くのはいつ | {day} {venue}에 가 / {day}에 {venue}에 있어 / {venue} 언제 가지?
I met {person} at {venue} {past} / {past} I ran into {person} at {venue} / where did I meet {person}? | 我{past}在{venue}遇见了{person} / 我在哪里遇见{person}的? | {past}{venue}で{person}に会った / {person}とどこで会った | {past} {venue}에서 {person}[을,를] 만났어 / {person} 어디서 만났지?
{person} gave me {thing} / I got {thing} from {person} / who gave me {thing}? | {person}送了我{thing} / 我从{person}那里得到了{thing} / 谁送我{thing}的? | {person}が{thing}をくれた / {person}から{thing}をもらった / {thing}は誰にもらった | {person}[이,가] 나한테 {thing}[을,를] 줬어 / {person}한테 {thing}[을,를] 받았어 / {thing} 누가 줬지?
I lent {thing} to {person} / {person} borrowed {thing} / who has {thing}? | 我把{thing}借给了{person} / {person}借了{thing} / {thing}在谁那里? | {person}に{thing}を貸した / {person}が{thing}を借りた / {thing}は誰が持っている | {person}에게 {thing}[을,를] 빌려줬어 / {person}[이,가] {thing}[을,를] 빌려 갔어 / {thing} 누가 갖고 있지?

apps:
Make an app to track {app} / I want to keep track of {app} / build me a {app} tracker / an app for {app} | 做一个记录{app}的应用 / 我想记录{app} / 帮我做个{app}的工具 / {app}应用 | {app}を記録するアプリを作って / {app}を管理したい / {app}のアプリがほしい / {app}アプリ | {app} 기록하는 앱 만들어 줘 / {app} 관리하고 싶어 / {app} 앱 하나 만들어 / {app} 앱
Open my {app} app / show my {app} / go to {app} | 打开我的{app}应用 / 显示我的{app} / 去{app} | {app}アプリを開いて / {app}を見せて | {app} 앱 열어 줘 / 내 {app} 보여 줘
Add an entry to {app} / log {app} {day} / record my {app} | 在{app}里加一条 / 记录{day}的{app} / 记下我的{app} | {app}に記録を追加して / {day}の{app}を記録 / {app}をつける | {app}에 기록 추가해 줘 / {day} {app} 기록 / 내 {app} 적어 줘
Show a chart of {app} / {app} as a graph / how has my {app} changed? | 显示{app}的图表 / {app}做成曲线图 / 我的{app}有什么变化? | {app}のグラフを見せて / {app}をグラフにして / {app}はどう変わった | {app} 그래프 보여 줘 / {app}[을,를] 차트로 / {app}[이,가] 어떻게 변했지?
Delete the {app} app / remove {app} / I don't need {app} anymore | 删除{app}应用 / 去掉{app} / 我不再需要{app}了 | {app}アプリを削除して / {app}はもういらない | {app} 앱 삭제해 줘 / {app} 이제 필요 없어
Add a date field to {app} / add a notes column to {app} / add a rating to {app} | 给{app}加一个日期 / 给{app}加备注 / 给{app}加评分 | {app}に日付を追加して / {app}にメモ欄を追加 / {app}に評価を追加 | {app}에 날짜 추가해 줘 / {app}에 메모 칸 넣어 줘 / {app}에 별점 추가해 줘
Sort {app} by date / filter {app} by {day} / only show {app} from {past} | {app}按日期排序 / 只看{day}的{app} / 只显示{past}的{app} | {app}を日付順に並べて / {day}の{app}だけ表示 / {past}の{app}だけ見せて | {app} 날짜순으로 정렬해 줘 / {day} {app}만 보여 줘 / {past} {app}만 보기
How many entries are in {app}? / count my {app} / total of {app} {past} | {app}有多少条? / 统计我的{app} / {past}{app}的总数 | {app}は何件ありますか / {app}を数えて / {past}の{app}の合計 | {app} 몇 개 있어? / 내 {app} 개수 / {past} {app} 합계
What's the average of my {app}? / average {app} {past} | 我的{app}平均是多少? / {past}{app}的平均值 | {app}の平均は / {past}の{app}の平均 | 내 {app} 평균이 얼마야? / {past} {app} 평균
Export {app} as a file / download my {app} data / share {app} with {person} | 把{app}导出成文件 / 下载我的{app}数据 / 与{person}分享{app} | {app}をファイルに書き出して / {app}のデータをダウンロード / {app}を{person}と共有 | {app}[을,를] 파일로 내보내기 / 내 {app} 데이터 다운로드 / {app}[을,를] {person}[과,와] 공유해 줘
Undo the last change / go back to the previous version / restore {app} | 撤销上次修改 / 回到上一个版本 / 恢复{app} | 最後の変更を元に戻して / 前のバージョンに戻して / {app}を復元 | 마지막 변경 취소해 줘 / 이전 버전으로 돌아가 / {app} 복원해 줘
Set a goal of {count} for {app} / my goal for {app} is {count} / limit {app} to {money} | 把{app}目标设为{count} / 我的{app}目标是{count} / {app}不超过{money} | {app}の目標を{count}にして / {app}の目標は{count} / {app}を{money}までに | {app} 목표를 {count}로 해 줘 / {app} 목표는 {count} / {app}[을,를] {money} 이내로
Change the colour of {app} to blue / make {app} dark / bigger text in {app} | 把{app}的颜色改成蓝色 / {app}用深色 / {app}字大一点 | {app}の色を青に変えて / {app}を暗い色に / {app}の文字を大きく | {app} 색을 파란색으로 바꿔 줘 / {app} 어둡게 / {app} 글자 크게
`
