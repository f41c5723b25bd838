/** What Chinese speakers tell of their lives and ask for later: `told | asked | told when it changed | asked, never told`. */
export const FACTS = `
{friend}在{town}当{job} / {friend}的工作是{job}，单位在{town} | {friend}是做什么工作的来着? / {friend}的职业是什么? | {friend}改行做{job2}了 / {friend}最后还是当了{job2} | {friend}的工资是多少? / {friend}在那家公司几年了?
我从{past}开始学{hobby} / 最近迷上了{hobby}，是{past}开始的 | 我最近的爱好是什么? / {hobby}是什么时候开始学的? | {hobby}不学了，现在只玩{hobby2} | 爱好的工具在哪儿买的? / 每个月在爱好上花多少?
一吃{food}就起疹子，所以不碰 / 我从小吃{food}就不舒服 | 我不能吃什么? / 吃饭要避开什么? | 复查后医生说{food}可以吃了 | 过敏药叫什么? / 在哪家医院查的?
我养了一只{pet}叫{petname} / 家里有只{pet}，名字是{petname} | 我家{pet}叫什么? / 我养的动物你还记得吗? | {petname}送回老家了，又接来一只叫{petname2}的 | {petname}几岁了? / {petname}的生日是哪天?
约好{future}和{friend}去{town} / 和{friend}去{town}的日子定在{future} | 和{friend}什么时候去旅行? / 去{town}是跟谁一起? | 因为{friend}有事，{town}改到{future2}去 | 在{town}住哪家酒店? / 旅行预算多少?
{past}和{friend}在{shop}吃了{food}，味道不错 / 在{shop}跟{friend}见面是{past}的事 | {shop}是和谁去的? / 上次和{friend}吃的什么? | 那家{shop}上周关门了 | {shop}的电话是多少? / {shop}几点打烊?
我妈{day}过生日，得准备礼物 / 我妈是{day}出生的，喜欢{flower} | 我妈的生日是哪天? / 我妈喜欢什么来着? | 我妈说她现在更喜欢{flower2} | 我妈多大年纪? / 我爸的生日是哪天?
搬家了，现在住{town} / {past}搬进了{town}的公寓 | 我现在住哪儿你记得吗? / 我家在哪个城市? | 又搬了一次，在{town2}租了个小院 | 房租多少? / 最近的地铁站是哪个?
打算{future}考{exam}，正在复习 / {exam}的考试日期是{future} | 考试是什么时候? / 我在准备什么考试? | {exam}改期到{future2}了 | 考场在哪儿? / 上次考了多少分?
{thing}放在{place}了 / 重要的{thing}收在{place} | {thing}放哪儿了? / 我把{thing}收到什么地方了? | {thing}挪到{place2}去了 | {thing}多少钱买的? / {thing}是什么颜色?
花{money}买了{thing} / 一狠心买了{money}的{thing} | {thing}花了多少钱? / 上次买的贵东西是什么? | {thing}退了，换成{thing2} | {thing}保修到什么时候? / {thing}在哪家店买的?
每周练{count}次{sport} / {sport}一周{count}次，教练是{friend} | {sport}一周练几次? / 谁在教我{sport}? | {sport}减到一周{count2}次 | {sport}学费多少? / {sport}几点开始练?
借给{friend}{money}还没还 / {past}替{friend}垫了{money} | 我借给{friend}多少? / 谁还欠我钱? | {friend}把{money}都还清了 | 为什么借给{friend}? / 利息多少?
每天早上{time}起床，喝{drink} / 早上{time}起，先来一杯{drink} | 我早上几点起? / 我每天早上喝什么? | 最近睡到{time2}，{drink}也不喝了 | 晚上几点睡? / 中午喝什么?
在读一本叫{book}的书 / {book}已经看了一半 | 我现在在读什么书? / {book}看到哪儿了? | {book}读完了，接着看{book2} | {book}的作者是谁? / {book}有多少页?
医院约在{future}{time} / {future}{time}去看牙 | 看牙约在什么时候? / 医院几点要到? | 预约改到{future2}了 | 医生姓什么? / 治疗费多少?
{friend}生了孩子，取名{petname} / {past}{friend}当妈妈了 | {friend}的宝宝叫什么? / {friend}最近有什么喜事? | {friend}一家搬去{town}了 | 宝宝多重? / {friend}的丈夫叫什么?
网太慢，给{company}打了电话 / 家里用的是{company}，老断线 | 家里的宽带是哪家? / 上次给哪儿打了电话? | {company}退了，换成{company2} | 合同编号是多少? / 违约金多少?
我开一辆{color}的{car} / 我的车是{color}{car} | 我的车是什么颜色? / 我开的是什么车? | 把{car}卖了，换了{color2}的{car2} | 什么时候年检? / 车牌号是多少?
{friend}吃不了{food}，常吃{food2} / {friend}有{food2}就开心 | {friend}爱吃什么? / {friend}不吃什么? | {friend}现在也能吃{food}了 | {friend}是什么血型? / {friend}对什么过敏?
公司让我负责{project}，{future}截止 / 我接了{project}，要在{future}之前做完 | {project}什么时候截止? / 我现在负责什么? | {project}延到{future2}了 | {project}预算多少? / {project}组里有几个人?
{past}打{sport}扭了脚踝，在看骨科 / 脚踝的伤是{past}练{sport}弄的 | 我伤到哪儿了? / 我为什么去骨科? | 脚踝好了，不用再去医院 | 诊断书在哪儿? / 理疗一次多久?
`
export const LISTS: Record<string, string> = {
  friend: '晓雯 志强 小蕾 建国 佳怡 子轩 美玲 阿杰 老周 思远 雨桐 文博 秀兰 大鹏 若曦 家豪',
  town: '大理 扬州 泉州 烟台 桂林 洛阳 珠海 敦煌 绍兴 西宁 宜昌 嘉兴',
  job: '护士 理发师 水管工 口译 幼师 建筑师 编辑 渔民 兽医 保安 糕点师 测绘员',
  hobby: '陶艺 爬山 围棋 水彩 吉他 摄影 种菜 织毛衣 钓鱼 观星 攀岩 书法',
  food: '虾 荞麦 桃子 核桃 鸡蛋 生蚝 猕猴桃 芝麻 臭豆腐 香菜 鳗鱼 饺子',
  pet: '猫 狗 兔子 乌龟 鹦鹉 仓鼠',
  petname: '年糕 虎子 薄荷 小雪 豆豆 向阳 团子 雷欧 墩墩 铃铛',
  shop: '山猫小馆 海湾食堂 花间 蓝天咖啡 炭火人家 燕子茶楼',
  flower: '绣球花 向日葵 百合 风信子 茶花 薰衣草',
  exam: '会计证 雅思 教师资格证 软考 驾照 普通话考试',
  thing: '护照 手表 备用钥匙 相机 印章 折叠车 吸尘器 耳机 旗袍 电饭锅',
  place: '衣柜的箱子里 书架后面 书桌第二格 保险箱 门口的架子上 冰箱顶上',
  sport: '网球 击剑 游泳 羽毛球 五人足球 太极',
  drink: '温水 绿茶 豆浆 黑咖啡 麦片 大麦茶',
  book: '《夜的测量》 《岛上图书馆》 《三哥》 《海边的数学》 《雨的名字》 《灯塔日记》',
  company: '蓝天宽带 未来网络 北斗光纤 樱花通信',
  color: '红色 藏青 白色 墨绿 银色 黄色',
  car: '皮卡 面包车 电动车 二手轿车 敞篷车',
  project: '新店装修 内刊改版 库存系统迁移 夏日庙会 招聘网站',
  past: '上周六 三个月前 去年秋天 前天 五一假期 上个月',
  future: '下周三 十二月三号 下下个月 这个星期天 三月底 明年春天',
  day: '四月九号 八月二十一号 十一月二号 一月十五号 六月三十号',
  money: '三百块 一千八 四千五百元 两百元 九十八块',
  count: '一 两 三 四',
  time: '五点半 六点 六点三刻 七点 十点',
}
/** Said in between, and answered by the agent: nothing that is asked for. */
export const TALK = `今天下雨了|困得不行|午饭随便吃了点|地铁挤得要命|明天还得早起|房间该收拾了|肩膀有点酸|跟你说个事|昨晚睡得不错|好想放假|最近都不看电视了|天空真好看|衣服堆成山了|总算歇口气|刚去了趟便利店`
export const REPLIES = `原来是这样。|好的，我记住了。|那太好了。|辛苦了，别太累。|还有什么需要吗？|一定很期待吧。|说来听听。|好好休息吧。`
