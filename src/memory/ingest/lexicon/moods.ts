/**
 * Words that decide whether a sentence states something of its speaker: openers to skip, adverbs to look through, what
 * weakens (hedges), what ends (no longer), and what makes it no statement (questions, conditions, hearsay, jokes, commands).
 * English entries are whole words; the others stand anywhere, or only at the end of a clause where they end with $.
 */
import { columns } from './table.ts'

/** Said before a statement, adding nothing. */
export const OPENERS = columns(
  'hey|hi|hello|well|so|oh|ok|okay|yes|yeah|yep|no|um|hmm|btw|by the way|fyi|for your information|just so you know|just to let you know|for the record|for context|for reference|actually|also|and|but|honestly|to be honest|tbh|note that|please note that|please note|remember that|please remember that|please remember|remember|remember this|keep in mind that|keep in mind|you should know that|you should know|i should mention that|i should mention|i want you to know that|let me tell you|i told you|as you know|as i said|in fact|plus|then|because|since|although|though|after all|good news|bad news|sadly|luckily|unfortunately|fun fact|great news|anyway|right|sorry|thanks|thank you|wow|correction|update|turns out|it turns out|did i mention that|guess what|ah|besides|honestly speaking|personally|i mean|fact',
  '对了|顺便说一下|顺便|其实|嗯|哦|啊|另外|还有|记住|请记住|记一下|你记一下|帮我记住|帮我记一下|请记一下|告诉你|跟你说|话说|而且|但是|不过|因为|所以|更正一下|更新一下|说实话|老实说|好消息|哎|唉|嗨|你好|那个|然后|可惜|忘了说|提醒你一下',
  'ちなみに|実は|あの|えっと|そういえば|あと|それと|でも|ところで|ええと|うん|はい|いや|やっぱり|やっぱ|覚えておいて|覚えといて|念のため|正直|正直に言うと|ねえ|あっ|そうそう|それから|それに|こんにちは|はじめまして|実を言うと|一応|訂正|残念ながら|だから|なので|けど',
  '참고로|사실|아|음|그리고|참|근데|그런데|있잖아|기억해줘|기억해 줘|기억해|알아둬|저기|네|응|아니|그래서|하지만|사실은|솔직히|솔직히 말하면|안녕하세요|안녕|맞다|아참|아 참|혹시 몰라서|정정할게|실은|게다가|다행히|아쉽지만|참고로 말하면',
)

/** Looked through wherever they stand. */
export const ADVERBS = columns(
  'really|actually|currently|now|still|also|just|always|usually|often|absolutely|totally|truly|recently|already|finally|both|strongly|deeply|mostly|generally|definitely|especially|particularly|simply|very much|quite|super|so|all|officially|personally|honestly|literally|only|even|too|sometimes|normally|mainly|primarily|severely|deathly|seriously|hugely|newly|permanently|right now|at the moment|much|completely',
  '现在|目前|一直|真的|非常|特别|很|超级|超|也|都|还|就|挺|最近|其实|比较|十分|特|尤其|确实|刚|刚刚|已经|经常|平时|通常|总是|可|正|仍然|依然|太|从小|从来|长期|严重|真|本来|刚好|又|终于|一般|蛮|相当|极其|正好|好几年|快',
  '今|現在|今は|本当に|とても|すごく|めっちゃ|めちゃくちゃ|ずっと|いつも|最近|やっぱり|実は|かなり|特に|まだ|もう|もともと|ただ今|一番|どうしても|全然|あまり|結構|割と|わりと|普段|たまに|よく|よく|とにかく|絶対|昔から|子供の頃から|もっぱら|やっと|ついに|現在は|普段は|最近は|今でも|少し|ちょっと|ほんとに|まじで|マジで|どうも|いまだに|ひどい|重度の',
  '지금|현재|요즘|요새|정말|진짜|아주|매우|너무|늘|항상|원래|사실|아직|이미|이제|되게|엄청|무척|특히|제일|가장|자주|보통|완전|많이|꽤|좀|조금|드디어|막|최근에|최근|지금은|요즘은|원래는|평소에|현재는|심한|심하게|워낙|별로|그냥|도저히|아직도|여전히|정말로|진짜로|심각한|굉장히',
)

/** Halve the confidence. */
export const HEDGES = columns(
  'maybe|perhaps|might|may be|may have|i may|we may|may move|probably|possibly|i think|i guess|i suppose|not sure|kind of|kinda|sort of|could be|someday|some day|one day|i believe|it seems|seems like|i feel like|if i remember|supposedly|apparently|thinking of|thinking about|considering',
  '也许|可能|大概|说不定|好像|似乎|或许|应该是|不确定|将来|以后想|考虑|听说|估计|没准|将来可能|有点想|恐怕|说不准',
  'かもしれ|かも|たぶん|多分|おそらく|と思う|と思い|気がする|ような|みたい|いつか|迷って|検討|考えて|はず|だったかな|っぽい|らしい|でしょう|だろう',
  '아마|것 같|거 같|지도 모|듯$|듯해|언젠가|고민|생각 중|할까|모르겠|수도 있|나 봐|나봐|같기도|려나|아마도|을걸',
)

/** "No longer": what follows ended. */
export const ENDINGS = columns(
  'no longer|anymore|any more|not any longer|stopped|gave up|quit|stop',
  '不再|再也不|已经不|现在不|不…了',
  'もう|今は|最近は',
  '더 이상|더이상|이제는|이제|요즘은',
)

/** "Used to": so once, not now. */
export const ONCE = columns(
  'used to|formerly|previously|once|back then|in the past',
  '以前|曾经|过去|之前|原来|从前|小时候|当年|原先|早年',
  '昔|以前|かつて|元々は|学生時代|子供の頃|若い頃',
  '예전|옛날|한때|이전에|과거에|어릴 때|학창 시절|예전에',
)

/** Said of a while: it replaces nothing that lasts. */
export const AWHILE = columns(
  'this week|today|tonight|this weekend|for now|temporarily|for the moment|for a few days|for the week|until monday|until friday|this month|at a hotel|for a while|these two weeks|for the summer|right this week|currently staying|for two weeks|for a week|on vacation|on holiday|on a trip|business trip',
  '这周|这几天|暂时|今天|今晚|这个周末|这两天|出差|临时|这星期|本周|度假|这个月|旅游期间|借住|短租|目前先',
  '今週|今日|今晩|一時的|しばらく|出張|数日|今週末|この週末|旅行中|今だけ|とりあえず|仮住まい|ここ数日|今月だけ|当面',
  '이번 주|이번주|오늘|당분간|잠시|잠깐|출장|며칠|이번 주말|임시로|여행 중|이번 달만|며칠간|일시적으로|오늘 밤',
)

/** Make a sentence a wish, a condition or a dream. */
export const UNREAL = columns(
  'if|unless|imagine|suppose|supposing|pretend|what if|wish|would|could|should|as if|in case|whenever|hypothetically|let us say|as though|might as well|in my dream|i dreamed|i dreamt|assume|assuming|were to|otherwise|had better|would have',
  '如果|要是|假如|假设|假如|倘若|万一|就好了|该多好|的话|比如|梦见|做梦|假装|扮演|想象|若是|若|除非|即使|当作|就当',
  'もし|たら|なら|れば|たとえば|例えば|のに$|夢で|つもりで|ふりをして|として振る舞|仮に|けりゃ|想像して|だったら|いいのに|万が一|できれば',
  '만약|만일|다면|라면 |으면|텐데|았으면|었으면|가정|상상|꿈에서|척|하면 |살면|면 좋겠|더라면|거라면|혹시라도|이면 |가면 ',
)

/** Somebody else's words. Such a sentence gives nothing: it is hearsay, and often about somebody unknown. */
export const HEARSAY = columns(
  'said|says|told me|tells me|claims|claimed|thinks|thought|heard|according to|rumor|rumour|asked|asks|believes|reckons|quote|wrote|writes|insists|mentioned|in the movie|in the book|in the song|in the novel|keeps saying',
  '说她|说他|说我|说自己|说要|说是|听说|据说|据|他说|她说|问我|告诉我|常说|总说|说过|说：|说:|歌里|电影里|书里|小说里|都说|有人说|老说|觉得我|认为',
  'と言|って言|らしい|とのこと|によると|そうです|そうだ|と聞|って聞|いわく|という噂|だって$|んだって|と話|映画の中|歌詞|と書|って書|曰く|とか言',
  '한대|는대|ㄴ대|다고 |라고 하|라고 말|래요$|대요$|한대$|는대$|있대$|없대$|이래$|했대$|다더라|라더라|다던데|했대|에 따르면|들었|고 하셔|고 했|소문|영화에서|노래에서|고 하더|말했|말하|다며|라며',
)

/** Nothing in the message is meant. */
export const JOKES = columns(
  'just kidding|kidding|jk|joking|just joking|sarcasm|lol jk|as a joke|april fools|pulling your leg|not really lol',
  '开玩笑|逗你|骗你的|闹着玩|哈哈假的|说着玩',
  '冗談|なんちゃって|うそうそ|嘘だよ|嘘です|ジョーク',
  '농담|장난이야|장난이에요|뻥이야|뻥이지|구라',
)

/** What a question holds. English ones are asked by their first word too. */
export const QUESTIONS = columns(
  '',
  '吗|什么|哪里|哪儿|哪个|谁|几点|多少|怎么|为什么|是不是|该不该|要不要|能不能|会不会|有没有|哪些|哪|几个|何时|么$|呢$|好不好|行不行|怎样|如何|吧？',
  'ですか|ますか|かな$|っけ|何|なに|どこ|いつ|誰|だれ|いくら|どうです|どうやって|どうすれ|どう思|どうかな|どうだ|どうなる|どう$|なぜ|どれ|どの|でしょうか|か$|ませんか|かい$|どんな|だろうか|どっち',
  '뭐|무엇|어디|언제|누구|얼마|어떻게|왜|몇 |까$|냐$|어때|인가$|나요$|을까|무슨|어느|어떤|까요$|더라$|던가$',
)
export const ENGLISH_ASKS =
  'do does did am is are was were can could will would should shall have has had may might what when where which who whom whose why how isn aren don doesn didn won wouldn ain'.split(
    ' ',
  )

/** A request to the agent. English ones begin with the verb; the others end with the wish. */
export const COMMANDS = columns(
  'make|add|create|build|show|tell|delete|remove|change|remind|translate|write|help|give|let|set|log|ignore|say|forget|find|search|open|close|start|stop|play|turn|send|call|book|list|track|record|calculate|convert|explain|summarize|summarise|draw|plan|suggest|recommend|check|update|edit|fix|rename|move|put|pick|choose|compare|act|answer|repeat|disregard|print|export|import|undo|redo|reset|clear|save|note|schedule|cancel|try|use|do|please|go|get|see|look|read|keep|reply|respond|cook|order|buy|never|always|replace|sort|count|format|generate|design|describe|teach|remember to|do not|can you|could you|will you|would you|switch|hide|be|mark|split|email|pay|pretend|imagine|suppose',
  '帮我|给我|请你|请帮|删除|删掉|添加|新建|创建|生成|做一个|做个|写一|写首|讲个|讲一|翻译|忽略|打开|关闭|提醒我|记录|显示|改成|设置|画一|查一下|搜索|推荐|告诉我|我要一个|我想要一个|我需要一个|给出|解释|总结|取消|撤销|导出|换成|加上|忘掉|忘记|无视|重来|重新|算一下|来一|别|不要|可以帮|能帮|麻烦你|请',
  'して$|してください|ください|下さい|作って|お願い|頼む|教えて|見せて|消して|追加|変えて|訳して|書いて|して欲しい|してほしい|アプリが欲しい|が欲しい$|無視して|やり直して|忘れて|直して|入れて|言って|話して|くれ$|くれる|もらえ|リマインド|にして|なさい|調べて|計算して|リセット|やめて|助けて|開いて|しろ$|するな|せよ|ろ$',
  '해줘|해 줘|만들어|줘$|주세요|줄래|해라$|하라고|바꿔|지워|추가$|추가해|알려|보여|번역|삭제|써줘|무시하|말해$|부탁|찾아|계산해|설명해|하세요$|필요해|필요합니다|필요해요|해봐|하지 마|하지마|잊어|열어|닫아|시작해|기록해|고쳐|취소해|주라$|주실|초기화',
)
/** Asks to be told or given something, whoever asks: "I need an app", "I want to know". */
export const WISHES = columns(
  'i need|i want an app|i want a|i want you|i want to know|i would like|i would love|i wonder|i have a question|i am looking for|i want to see|i want to add|i want to track|i want to log|i need to|i have to|i must|i should|i want to build|i want to make|i want to change',
  '我想知道|我想问|我有个问题|我有一个问题|我要一个|我想要一个|我需要|我想做一个|我想做个|我想看|我想记|应用|按钮|app',
  '知りたい|質問が|アプリ|ボタン|聞きたい|記録したい|見たい|作りたい|必要です|お聞きし',
  '알고 싶|질문|앱|버튼|궁금|보고 싶|만들고 싶|기록하고 싶|필요',
)

/** Something was put on another day. */
export const MOVED = columns(
  'moved to|was moved|is moved|been moved|rescheduled|postponed|pushed back|pushed to|changed to|brought forward|is now on|delayed|moved up',
  '改到|改成|改在|推迟|提前到|延期|挪到|调到|改期|推到',
  '変更|延期|ずれ|変わ|前倒し|延び|繰り下げ|繰り上げ|リスケ',
  '미뤄|변경|바뀌|바뀜|연기|옮겨|옮겼|당겨|당겼|미뤘',
)
