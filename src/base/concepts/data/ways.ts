/** Ways of seeing and things an app does: words that ask for a view or a behaviour. */
import { row } from '../row.ts'
import type { Concept } from '../types.ts'

// biome-ignore format: a table reads best one row a line
export const WAYS: Concept[] = [
  // views
  row('listView', 'list view|as a list|in a list', '列表|列表形式', 'リスト表示|一覧|リスト形式', '목록|리스트 보기|목록으로', { view: 'list' }),
  row('tableView', 'table|spreadsheet|table view|grid view', '表格|一览表', '表形式|テーブル|一覧表|表にし|表で', '표 형식|테이블|표로|스프레드시트', { view: 'table' }),
  row('cardsView', 'card view|gallery|as cards|cards view|photo wall', '卡片形式|卡片视图|图库|画廊|卡片式', 'カード表示|ギャラリー|カード形式', '카드 보기|갤러리|카드 형식|카드로', { view: 'cards' }),
  row('boardView', 'board|kanban|kanban board|board view|task board|columns', '看板|任务板|看板视图', 'ボード|カンバン|かんばん|カンバンボード|タスクボード', '보드|칸반|칸반보드|업무 보드', { view: 'board', suggests: { board: 0.9 } }),
  row('calendarView', 'calendar|month view|on a calendar|calendar view', '日历|月历|日历视图|行事历', 'カレンダー|暦|月間表示', '달력|캘린더|월간 보기', { view: 'calendar', suggests: { events: 0.3 } }),
  row('timelineView', 'timeline|day by day|hour by hour|chronological', '时间线|时间轴|按时间顺序', 'タイムライン|時系列|年表', '타임라인|시간순|연표', { view: 'timeline' }),
  row('lineChart', 'line chart|line graph|curve|trend|trend line|over time|trends', '曲线|折线图|走势|趋势|变化曲线|曲线图|折线|走势图', '折れ線グラフ|推移|折れ線|曲線|変化のグラフ|トレンド', '꺾은선 그래프|추이|선 그래프|변화 그래프|곡선|추세', { view: 'line' }),
  row('barChart', 'bar chart|bar graph|histogram|column chart', '柱状图|条形图|直方图', '棒グラフ|ヒストグラム', '막대그래프|막대 그래프|막대 차트|히스토그램', { view: 'bar' }),
  row('pieChart', 'pie chart|pie graph|donut chart|share of each', '饼图|圆饼图|占比图|环形图', '円グラフ|パイチャート|ドーナツグラフ', '원그래프|원 그래프|파이 차트|원형 차트|도넛 차트', { view: 'pie' }),
  row('chart', 'chart|graph|plot|visualise|visualize|diagram', '图表|统计图|画图|图形|画成图', 'グラフ|チャート|図表|可視化', '그래프|차트|도표|시각화', { view: 'line' }),
  row('summaryView', 'summary view|overview|dashboard|statistics|stats|totals|at a glance|report', '总览|仪表盘|统计|汇总|报表|概览|一目了然', '集計|統計|ダッシュボード|まとめ表示|レポート|サマリー', '통계|대시보드|요약 보기|집계|리포트|한눈에', { view: 'summary' }),

  // behaviours
  row('limit', 'limit|at most|no more than|maximum|cap|upper limit|spending limit|not exceed|warn me if', '上限|最多|不超过|限额|额度|超支|超过', '上限|以内|まで抑え|超えたら|限度|オーバーしたら', '상한|한도|최대|넘으면|초과하면|이내로', { behaviour: 'limit' }),
  row('goal', 'goal|target|aim|at least|objective', '目标|至少|达标|争取', '目標|以上目指|ゴール|ノルマ|最低でも', '목표|최소|이상 달성|목표치', { behaviour: 'goal', suggests: { goals: 0.4 } }),
  row('streak', 'streak|streaks|in a row|consecutive days|chain|do not break the chain', '连续打卡|连续天数|连续|坚持天数|打卡', '連続記録|連続日数|連続|継続日数|何日続', '연속|연속 기록|며칠째|연속 달성|스트릭', { behaviour: 'streak', suggests: { habit: 0.6 } }),
  row('reminder', 'reminder|remind me|remind|notify me|alert|notification|do not forget|don\'t forget|nudge', '提醒|提醒我|通知|别忘|不要忘记|提示我|叫我', 'リマインダー|リマインド|通知|お知らせ|忘れないように|思い出させ|知らせて', '알림|알려 줘|알려줘|리마인더|까먹지 않게|잊지 않게|잊어버리지 않게|알람|알려주는', { behaviour: 'reminder' }),
  row('recurrence', 'repeats|recurring|repeat every|repeat|repeats every|periodic|regularly', '重复|循环|定期|周期性', '繰り返し|くり返し|定期的|繰返し', '반복|되풀이|정기적|주기적', { behaviour: 'recurrence' }),
  row('repetition', 'spaced repetition|review schedule|fsrs|anki style|forgetting curve|when i am about to forget|leitner', '间隔重复|艾宾浩斯|遗忘曲线|复习周期|间隔复习', '間隔反復|忘却曲線|復習間隔|忘れそうな頃|復習サイクル', '간격 반복|망각 곡선|복습 주기|에빙하우스|까먹을 때쯤', { behaviour: 'repetition', suggests: { flashcards: 0.8 } }),
  row('quizMe', 'quiz me|test me|self-test|multiple choice|test myself', '考我|自测|选择题|自我测试', '出題|テスト形式|四択|力試し', '문제 내|객관식|자가 테스트|퀴즈 내', { behaviour: 'quiz', suggests: { quiz: 0.8 } }),
  row('timer', 'timer|stopwatch|interval timer|time me|egg timer|tabata', '计时器|定时器|秒表|计时', 'タイマー|ストップウォッチ|計測時間|時間を計', '타이머|스톱워치|시간 재|초시계', { icon: '⏱️', behaviour: 'timer', suggests: { timer: 0.9 } }),
  row('pomodoro', 'pomodoro|focus timer|focus session|tomato timer|deep work timer', '番茄钟|番茄工作法|专注计时|番茄时钟', 'ポモドーロ|集中タイマー|ポモドーロタイマー', '뽀모도로|포모도로|집중 타이머', { icon: '🍅', behaviour: 'timer', suggests: { timer: 1 }, topic: { domain: 'work', families: ['timer'] } }),
  row('routineOf', 'routine|step by step|step-by-step|ritual|one after another|morning routine|evening routine|bedtime routine', '流程|例行|早晨流程|睡前流程|一步一步|晨间流程|作息流程', 'ルーティン|ルーチン|朝の支度|段取り|手順通り|朝活', '루틴|모닝 루틴|아침 루틴|저녁 루틴|순서대로|차례대로', { icon: '🔆', behaviour: 'routine', suggests: { routine: 0.9 } }),
  row('split', 'split the bill|split|bill splitting|who owes whom|who owes what|settle up|go dutch|share costs|shared expenses|split costs|split expenses|divide the bill', '分摊|AA制|AA|平摊|均摊|谁欠谁|分账|拼单|算账|结算|摊钱', '割り勘|割勘|精算|立て替え|わりかん|折半|割りかん|清算', '더치페이|정산|엔빵|N빵|나눠 내기|누가 누구에게|분담|각자 내기|n분의 1', { icon: '🧾', behaviour: 'split', suggests: { split: 0.95 } }),
  row('pick', 'pick one|random|randomly|at random|choose for me|pick for me|draw lots|raffle|spin the wheel|wheel|shuffle|lottery|lucky draw|draw names', '抽签|随机|抽奖|转盘|帮我选|抽一个|摇号|随机选|大转盘|抓阄', 'くじ引き|ランダム|抽選|くじ|ルーレット|おみくじ|抽選会|あみだくじ|適当に選', '제비뽑기|랜덤|무작위|추첨|뽑기|룰렛|골라 줘|골라줘|사다리타기|돌림판', { icon: '🎲', behaviour: 'pick', suggests: { picker: 0.9 } }),
  row('dice', 'dice|roll a die|roll dice|coin flip|flip a coin|coin toss', '骰子|掷骰子|抛硬币|扔硬币', 'サイコロ|さいころ|コイントス|コイン投げ', '주사위|동전 던지기', { icon: '🎲', behaviour: 'pick', suggests: { picker: 0.9 } }),
  row('countdown', 'countdown|count down|days until|days left|days to go|how many days until|how long until|sleeps until', '倒计时|倒数|还有几天|倒数日|还有多少天|还剩几天|距离还有', 'カウントダウン|あと何日|残り日数|までの日数|あと何日か', '카운트다운|디데이|며칠 남았|D-day|디데이 카운터|남은 날', { icon: '⏳', behaviour: 'countdown', suggests: { countdown: 0.95 } }),
  row('keepScore', 'keep score|score keeper|scorekeeper|scoreboard|scoring|leaderboard|ranking|tally', '记分|计分|记分牌|排行榜|比分|计分板|排名', '得点表|スコアボード|スコア表|点数記録|ランキング|スコア記録', '점수판|점수 기록|순위표|스코어보드|랭킹|점수 계산', { icon: '🏆', behaviour: 'score', suggests: { score: 0.9 } }),
  row('decide', 'decide|decision|help me choose|which one to|which one should|decision matrix|weighted|compare options|choose between|pros and cons|weigh up', '决定|决策|做决定|选哪个|权衡|加权|做选择|比较选项|纠结', '決める|意思決定|どれにするか|比較検討|迷って|選び方|どっちにするか', '결정|의사결정|뭘 고를지|비교해서|선택 도우미|어느 것|고민 중', { icon: '⚖️', behaviour: 'decision', suggests: { decision: 0.8 } }),
  row('compare', 'compare|comparison|versus|side by side', '比较|对比|比一比', '比較|比べ', '비교', { suggests: { decision: 0.5 } }),
  row('calculator', 'calculator|calculate|compute|work out|formula', '计算器|计算|算一下|公式|算出', '計算機|計算|電卓|計算式|計算ツール', '계산기|계산|산출|공식', { icon: '🧮', behaviour: 'calculator', suggests: { calculator: 0.8 } }),
  row('converter', 'converter|convert|conversion|unit conversion|exchange', '换算|转换器|单位换算|转换|折算', '換算|変換|単位変換|コンバーター|単位換算', '변환기|환산|단위 변환|변환', { icon: '🔁', behaviour: 'converter', suggests: { converter: 0.9 } }),
  row('stock', 'stock|in stock|running low|low stock|run out|running out|restock|supplies|stock level', '库存|存货|快用完|缺货|补货|囤货|余量', '在庫|残りわずか|ストック|補充|切れそう|買い足し', '재고|떨어지면|부족하면|재고 관리|보충|재고량', { icon: '📦', behaviour: 'stock', suggests: { inventory: 0.9 } }),
  row('progress', 'progress|how far along|progress bar|tracker of progress', '进度|进展情况|进度条', '進捗|進み具合|進度|進捗状況', '진행도|진도|진척|진척도', { behaviour: 'progress', ...{ field: { kind: 'number' as const, min: 0, max: 100, aggregate: 'latest' as const } } }),
  row('shoppingFrom', 'shopping list from recipes|add ingredients to the shopping list', '自动生成购物清单|根据菜谱生成清单', '買い物リストを自動|材料から買い物', '레시피에서 장보기|재료로 장보기', { behaviour: 'shopping', suggests: { mealplan: 0.7, shopping: 0.5 } }),
]
