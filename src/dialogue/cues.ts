/**
 * What gives an intent away: words and phrases in four languages, with a weight each. Not keys to a fixed answer but
 * evidence to be added up (understand/); values, apps and the open app weigh in too.
 */
import { ADD_KO, CHANGE_KO, KEEP_KO, proposed, REMOVE_KO } from '../base/language/proposed-ko.ts'
import { fold, placesOf } from '../base/resolve.ts'

export type CueName =
  | 'build'
  | 'track'
  | 'artefact'
  | 'undo'
  | 'redo'
  | 'restore'
  | 'remember'
  | 'recall'
  | 'forget'
  | 'thanks'
  | 'greeting'
  | 'farewell'
  | 'help'
  | 'praise'
  | 'complaint'
  | 'remove'
  | 'open'
  | 'list'
  | 'app'
  | 'change'
  | 'add'
  | 'question'
  | 'ask'
  | 'show'
  | 'did'
  | 'record'
  | 'last'
  | 'setting'
  | 'view'
  | 'correct'
  | 'plan'
  | 'all'
  | 'rename'

const TABLE: Record<CueName, string> = {
  build:
    "make me|make a|make an|build|create|i need a|i need an|i want a|i want an|i need somewhere|i would like a|i'd like a|set up|design a|give me a|can you make|help me plan|help me keep|help me track|start a|new app|generate a|a place to|something to track|something to keep|something that|app for|app that|app to|做一个|做个|做一張|做一份|建一个|建个|创建|生成|弄一个|弄个|来一个|搞一个|想要一个|想要个|需要一个|帮我做|帮我建|帮我记|帮我管|帮我规划|帮我计划|设计一个|制作|新建|作って|作りたい|作成|つくって|ほしい|欲しい|アプリが欲しい|用意して|を作る|만들어|만들고|만들기|만들자|필요해|하나 있으면|생성해|짜줘|짜 줘|제작",
  track:
    'track|keep track|tracker|log my|log of|monitor|manage my|organize my|organise my|catalogue|catalog|record my|i want to track|i want to log|keep a log|keep a record|remind me|i want to keep|split|plan a|plan my|plan the|planning|记录我|想记|要记|记录每|跟踪|追踪|管理|整理|提醒我|计划|规划|打卡|盘点|记账|記帳|想管|管一管|管管|管起来|理一理|记一记|控制一下|想控制|見直したい|減らしたい|抑えたい|控えたい|줄이고 싶|아끼고 싶|cut down on|cut back on|rein in|記録したい|記録する|管理したい|管理する|つけたい|残したい|まとめたい|整理したい|追跡|計画|プラン|リマインド|기록하고 싶|기록하는|관리하고|관리하는|정리하고|추적|계획|관리해|기록할|기억하게|알림',
  artefact:
    'app|tracker|planner|calculator|converter|timer|list|log|diary|journal|board|quiz|flashcards|cards|schedule|checklist|catalogue|collection|budget|calendar|dashboard|counter|organizer|wheel|picker|matrix|应用|清单|账本|计算器|换算器|计时器|日记|看板|测验|卡片|表|列表|打卡|记账本|日程|行程|手账|アプリ|リスト|帳|計算機|タイマー|日記|ボード|クイズ|カード|手帳|表|トラッカー|プランナー|一覧|コレクション|記録|ルーレット|앱|목록|리스트|가계부|계산기|타이머|일기|보드|퀴즈|카드|수첩|일정|장부|기록장|기록|플래너|컬렉션|다이어리|체크리스트|룰렛|트래커',
  undo: 'put it back|put that back|bring it back|bring that back|undo|undo that|undo it|take that back|revert|revert that|go back one step|撤销|撤消|撤回|复原|撤销刚才|还原刚才|取消刚才|元に戻して|元に戻す|もとに戻して|取り消して|取り消し|取り消す|アンドゥ|やっぱり戻して|되돌려|되돌리기|실행 취소|실행취소|취소해|방금 거 취소|원래대로',
  redo: 'redo|redo that|redo it|do it again|重做|恢复撤销|重新执行|やり直して|やり直し|リドゥ|再実行|다시 실행|재실행|다시 적용|다시 해',
  restore:
    'restore|go back to|roll back|rollback|version from|earlier version|previous version|as it was|the way it was|恢复到|回到|还原到|恢复成|之前的版本|上一个版本|以前的版本|バージョンに戻|の状態に戻|に戻して|前のバージョン|復元|버전으로|상태로 되돌|로 돌려|복원|이전 버전|예전 버전|그때로',
  remember:
    "remember that|remember this|remember:|please remember|keep in mind|note that i|don't forget that|for future reference|remember i|remember my|remember we|记住|记得我|请记得|别忘了我|帮我记住|覚えておいて|覚えといて|覚えて|記憶して|忘れないで|기억해줘|기억해 줘|기억해둬|기억해 둬|기억해|알아둬|잊지 마",
  recall:
    'what did i tell you|what did i say|do you remember|what do you know about|what do you remember|did i tell you|did i mention|remind me what i said|what have i told you|我跟你说过|我告诉过你|我说过|还记得|你记得|你知道我的|记得我|你了解我|我之前说|何て言った|なんて言った|言ったっけ|話したっけ|覚えてる|覚えていますか|覚えてますか|何を知って|知ってる|뭐라고 했|말했|말한 적|기억나|기억하고 있|기억해?|알고 있|뭘 알고|얘기했',
  forget:
    'forget that|forget what|forget about|forget my|forget i|forget everything|please forget|stop remembering|delete what i told|delete the memory|忘掉|忘记|忘了我|别记|不要记|删除记忆|忘れて|記憶を消|覚えなくて|잊어|기억 지워|기억에서',
  thanks:
    'thanks|thank you|thx|ty|cheers|much appreciated|谢谢|多谢|感谢|辛苦了|辛苦啦|辛苦你|劳驾|ありがと|あざす|サンキュー|感謝|どうも|助かった|助かります|고마워|고맙|감사|땡큐',
  farewell:
    'good night|goodnight|night night|nighty night|nite|bye|goodbye|bye bye|see you|see ya|cya|talk later|ttyl|off to bed|going to bed|sleep well|晚安|拜拜|再见|再見|我睡了|先睡了|去睡了|下次聊|回头聊|おやすみ|お休みなさい|じゃあね|じゃあまた|またね|また明日|さようなら|バイバイ|굿나잇|굿밤|굿나이트|이만 잘게|난 잘게|나 잘게|자러 갈|안녕히 주무|바이바이|나중에 봐',
  greeting:
    "hello|hi|hey|good morning|good evening|evening!|morning!|how's things|good afternoon|hiya|howdy|how are you|how's it going|how is it going|how are things|what's up|你好|您好|嗨|哈喽|早上好|晚上好|下午好|早安|在吗|こんにちは|こんばんは|おはよう|はじめまして|やあ|もしもし|안녕|안녕하세요|반가워|좋은 아침|하이|ㅎㅇ|ㅎㅇㅎㅇ|헬로",
  help: 'help|what can you do|how does this work|how do i use|what can i say|what are you|who are you|are you real|are you a real|are you human|are you a human|are you a person|are you a robot|are you a bot|are you an ai|are you ai|how do you work|你能做什么|你会什么|怎么用|帮助|你是谁|你是真人|你是人吗|你是机器人|你是ai|能干什么|能帮我做什么|如何使用|何ができる|使い方|ヘルプ|あなたは誰|君は誰|人間ですか|人間なの|人なの|ロボットなの|aiなの|aiですか|できること|どう使|뭘 할 수|뭐 할 수|무엇을 할 수|도움말|사용법|어떻게 써|너는 누구|넌 누구|너 누구|누구세요|사람이야|사람이에요|진짜 사람|로봇이야|로봇이에요|ai야|ai예요|도와줘',
  praise:
    'great|brilliant|fab|fabulous|superb|spot on|nice one|good job|nice|lovely|perfect|love it|i like it|awesome|excellent|well done|looks good|that works|很好|太棒了|不错|完美|喜欢|好极了|真好|いいね|最高|完璧|素晴らしい|気に入った|すごい|よくできた|좋아|최고|완벽|마음에 들어|잘했어|훌륭|멋지|좋네',
  complaint:
    "that is wrong|that's wrong|this is wrong|wrong|not what i|incorrect|that's not right|not right|doesn't work|does not work|broken|i don't like|i hate|bad|useless|不对|错了|不是这样|有问题|不行|不喜欢|没用|坏了|不好|違う|違います|間違|ちがう|おかしい|動かない|ダメ|だめ|気に入らない|よくない|틀렸|아니야|잘못|이상해|안 돼| 별로|별로야|별로예요|별로네|별로다|마음에 안|안돼|엉망|그게 아니",
  remove:
    "delete|remove|drop|erase|ditch|scrap|bin the|chuck out|do away with|take off|get shot of|lose the|axe the|leave out|get rid of|take out|take it out|take that out|cross it off|strike it|take away|hide|clear|without|i don't need|no more|don't want|删除|删掉|删了|去掉|拿掉|划掉|踢出|抹掉|撤掉|剔除|移除|不要|取消|清除|隐藏|消して|消す|削除|なくして|外して|外せ|はずして|取り除|いらない|不要|除いて|隠して|やめて|지워|삭제|없애|빼줘|빼 줘|빼고|제거|필요 없|숨겨|치워",
  open: 'open|go to|switch to|show me the|take me to|launch|bring up|打开|开启|进入|切换到|去到|開いて|ひらいて|開く|に移動|を表示|見せて|열어|열기|로 이동|보여|켜줘|띄워',
  list: 'what apps|which apps|my apps|list apps|list my apps|all apps|show apps|show my apps|all my apps|哪些应用|我的应用|所有应用|应用列表|全部应用|有什么应用|アプリ一覧|アプリの一覧|どんなアプリ|アプリを全部|アプリ見せ|すべてのアプリ|내 앱|앱 목록|앱 리스트|모든 앱|무슨 앱|어떤 앱|앱들',
  app: 'app|application|tracker|应用|程序|app|アプリ|앱|어플',
  change:
    'change|make it|make the|set the|set|set it|rename|call it|call this|update|edit|switch|turn|convert|increase|decrease|raise|lower|adjust|should be|move|reorder|use|turn into|bump|reduce|改成|改为|改到|改名|改|换成|变成|设为|设成|设置|调整|调到|更改|修改|提高|降低|叫|移到|用|に変えて|変えて|変更|にして|に直して|直して|名前を|呼んで|上げて|下げて|設定|変え|바꿔|바꾸|변경|수정|고쳐|설정|올려|내려|으로 해|로 해|옮겨|늘려|줄여',
  add: 'add|also keep|also track|include|put in|insert|append|with a|i also want|also want|also note|plus|attach|加一个|加个|加上|添加|增加|再加|加入|还要|还想|也要|新增|补充|加|追加|足して|足す|加える|付ける|加えて|つけて|入れたい|入れて|も記録|も欲しい|付けて|もつけ|추가|넣어|더해|붙여|도 기록|도 넣|달아|포함',
  question:
    "how much|how many|how often|how long|how far|what is|what's|what was|what are|what were|which|when is|when did|when was|who|did i|do i have|have i|am i|is there|are there|any|average|total|most|least|how do i|多少|几|哪|什么|谁|吗|呢|怎么样|平均|一共|总共|总计|最多|最少|最近|合计|いくら|何|どれ|どの|いつ|誰|どこ|ですか|ますか|平均|合計|一番|最近|どう|얼마|몇|무엇|뭐|언제|누구|어디|어느|평균|총|합계|가장|제일|최근|있어?|있나|이야?|했지|했어?|까?|니?",
  ask: 'show me|tell me|list|compare|give me the|summarize|summarise|break down|by month|see|查看|查一下|看看|告诉我|显示|列出|比较|统计|汇总|看一下|教えて|見せて|見たい|表示して|比べて|比較|集計|一覧|알려|보여|비교|요약|집계|알고 싶|보고 싶',
  show: 'show|display|view|see|显示|看|查看|用|展示|表示|見せて|見たい|見る|表示して|보여|보고|보기|표시',
  did: '入れた|詰めた|챙겼|넣었|带上了|打包了|装好了|packed|found|caught|saw|planted|received|played|scored|watered|practised|practiced|called|drove|flew|baked|spent|paid|bought|ate|drank|had|ran|walked|did|done|finished|watched|read|slept|weighed|took|felt|feeling|saved|earned|studied|worked|went|completed|cooked|visited|met|borrowed|lent|cycled|swam|used|currently|正在|读完|看完|在读|看到|发现|読み終|読んでいる|見つけた|釣った|읽고 있|읽는 중|찾았|발견|花了|买了|吃了|喝了|跑了|走了|做了|完成|看了|读了|睡了|用了|付了|学了|去了|见了|存了|赚了|借了|了|使った|買った|食べた|飲んだ|走った|歩いた|した|やった|終わった|見た|読んだ|寝た|払った|勉強した|行った|会った|貯めた|済|썼|샀|먹었|마셨|뛰었|달렸|걸었|했어|했다|끝냈|봤|읽었|잤|냈|공부했|갔|만났|모았|완료|했음|쟀',
  record:
    'log|record|note|note down|put down|write down|enter|add|记一笔|记一下|记下|记|录入|登记|记录|メモして|記録して|つけて|入れて|書いて|登録|기록해|적어|메모해|입력|추가|등록',
  last: 'last one|last entry|that one|that entry|the last|the latest|previous one|last record|just added|just logged|latest entry|it|刚才|刚刚|最后一条|上一条|那条|最后一个|上一笔|刚记|最近一条|最後の|さっきの|今の|直前|先ほど|最新の|방금|마지막|아까|최근 거|조금 전',
  setting:
    'limit|budget|goal|target|name|icon|title|color|colour|theme|language|currency|unit|scale|layout|reminder|streak|timer|上限|限额|预算|目标|名字|名称|图标|颜色|主题|语言|货币|单位|布局|提醒|連続|予算|目標|名前|アイコン|色|テーマ|言語|通貨|単位|リマインダー|通知|タイマー|한도|예산|목표|이름|아이콘|색|테마|언어|통화|단위|알림|스트릭|타이머|상한',
  view: 'chart|graph|calendar|table|board|kanban|timeline|cards|pie|bar chart|line chart|list view|by week|by month|by day|by year|weekly|monthly|newest first|oldest first|sort|group|grouped|summary|dashboard|compact|图表|曲线|日历|表格|看板|时间线|卡片|饼图|柱状图|折线|按周|按週|按月|按天|按日|按年|分组|排序|倒序|最新|汇总|紧凑|グラフ|カレンダー|表|ボード|タイムライン|円グラフ|棒グラフ|折れ線|週ごと|月ごと|日ごと|別に|ごとに|並べ|並び|新しい順|古い順|まとめ|コンパクト|그래프|차트|달력|캘린더|표|보드|타임라인|카드|원그래프|막대|주별|월별|일별|별로|묶어|정렬|최신순|오래된순|요약|간단하게',
  correct:
    'actually|i meant|no it was|it was|should have been|correct that|correction|其实|应该是|是我记错|改正|不是.*是|実は|本当は|じゃなくて|ではなく|でした|だった|사실|아니라|이 아니고|였어|이었어',
  plan: 'plan|organize|organise|arrange|筹划|安排|计划一下|段取り|計画を立て|계획 세워|계획해',
  all: 'all|everything|every|全部|所有|都|全部|すべて|全て|모두|전부|다',
  rename:
    'アプリ名|앱 이름|应用名|rename|call it|name it|change the name|改名|叫做|叫它|名字改|命名|名前を|名前は|改名|と呼んで|이름을|이름은|이름 바꿔|라고 불러',
}

export const CUES = Object.keys(TABLE) as CueName[]

const PROPOSED: Partial<Record<string, string[]>> = {
  track: KEEP_KO,
  change: proposed(CHANGE_KO),
  remove: proposed(REMOVE_KO),
  add: proposed(ADD_KO),
}
const compiled = new Map(
  Object.entries(TABLE).map(([name, list]) => [name, [...list.split('|'), ...(PROPOSED[name] ?? [])].map(fold)]),
) as Map<CueName, string[]>

/** Places of a cue in a folded text, longest first. */
export const cuePlaces = (low: string, name: CueName): [number, number][] =>
  (compiled.get(name) ?? [])
    .flatMap((word) => placesOf(low, word))
    .filter(([start, end]) => !isPlural(low.slice(start, end), name))
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0])
export const cue = (low: string, name: CueName): boolean => cuePlaces(low, name).length > 0

/** Nobody is told "drops": with an s it is a name. */
const isPlural = (said: string, name: CueName): boolean => name === 'remove' && /[a-z]s$/.test(said)

/** The text without the places of these cues: what is left says what it is about; in the letters of `shown`, if given. */
export function without(low: string, names: readonly CueName[], shown: string = low): string {
  const keep = [...(shown.length === low.length ? shown : low)]
  const at: number[] = []
  let offset = 0
  for (const char of keep) {
    at.push(offset)
    offset += char.length
  }
  const drop = names.flatMap((name) => cuePlaces(low, name))
  return keep
    .map((char, i) => (drop.some(([start, end]) => at[i]! >= start && at[i]! < end) ? ' ' : char))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
}
