/** Things people ask of an assistant. `domain:` begins a part; a line is `en | zh | ja | ko`, ways of saying it between ` / `. */
export const REQUESTS = `
alarm:
Set an alarm for {time} / set alarm {time} / Please set the alarm for {time} / alarm at {time} | 设一个{time}的闹钟 / 设置{time}的闹钟 / 请把闹钟设在{time} / 定个{time}的闹钟 | {time}にアラームをセットして / {time}のアラームを設定して / {time}に目覚ましをかけて / アラームを{time}にセットしてください | {time}에 알람 맞춰 줘 / {time} 알람 설정해 줘 / {time}로 알람 맞춰 주세요 / {time} 알람
Set an alarm for {time} {day} / I need an alarm {day} at {time} / {day} alarm for {time} | 设一个{day}{time}的闹钟 / {day}{time}的闹钟 / 我需要一个{day}{time}的闹钟 | {day}の{time}にアラームをセットして / {day}{time}のアラームを設定 / {day}の{time}に目覚ましが必要です | {day} {time}에 알람 맞춰 줘 / {day} {time} 알람 설정해 줘 / {day} {time}에 알람이 필요해
Wake me up at {time} / wake me at {time} please / I want to get up at {time} | {time}叫我起床 / 请在{time}叫醒我 / 我想{time}起床 | {time}に起こして / {time}に起こしてください / {time}に起きたい | {time}에 깨워 줘 / {time}에 깨워 주세요 / {time}에 일어나고 싶어
Wake me up at {time} {day} / wake me {day} at {time} | {day}{time}叫我起床 / {day}{time}叫醒我 | {day}の{time}に起こして / {day}{time}に起こしてください | {day} {time}에 깨워 줘 / {day} {time}에 나를 깨워 주세요
Wake me up in {length} / set an alarm {length} from now / alarm in {length} | {length}后叫醒我 / 设一个{length}后的闹钟 | {length}後に起こして / {length}後にアラームをセットして | {length} 뒤에 깨워 줘 / {length} 후에 알람 맞춰 줘
Set an alarm every {few} minutes / alarm that repeats every {few} minutes | 每{few}分钟设一个闹钟 / 每隔{few}分钟响一次的闹钟 | {few}分ごとにアラームを設定して / {few}分おきに鳴るアラーム | {few}분마다 알람 맞춰 줘 / {few}분 간격으로 울리는 알람
Set an alarm for {task} / alarm to {task} | 设一个{task}的闹钟 / 为{task}定闹钟 | {task}ためのアラームをセットして / {task}のアラームを設定 | {task} 알람 맞춰 줘 / {task} 위한 알람 설정
Cancel all my alarms / delete all alarms / remove every alarm / clear all alarms | 取消我所有的闹钟 / 删除所有闹钟 / 清除全部闹钟 | 全てのアラームをキャンセルして / アラームを全部消して / すべてのアラームを削除して | 알람 모두 취소해 줘 / 모든 알람 삭제해 줘 / 알람 전부 지워 줘
Cancel the {time} alarm / turn off my {time} alarm / delete the alarm for {time} | 取消{time}的闹钟 / 关掉{time}的闹钟 / 删除{time}的闹钟 | {time}のアラームをキャンセルして / {time}のアラームを消して / {time}のアラームを削除 | {time} 알람 취소해 줘 / {time} 알람 꺼 줘 / {time} 알람 삭제해
Cancel my alarm for {day} / turn off the alarm {day} / delete {day}'s alarm | 取消{day}的闹钟 / 关掉{day}的闹钟 / 删除{day}的闹钟 | {day}のアラームをキャンセルして / {day}のアラームを止めて / {day}のアラームを消して | {day} 알람 취소해 줘 / {day} 알람 꺼 줘 / {day} 알람 지워 줘
Turn off the alarm / stop the alarm / switch off my alarm / alarm off / silence the alarm | 关掉闹钟 / 关闭闹钟 / 停止闹钟 / 把闹钟关了 | アラームを止めて / アラームを切って / アラームをオフにして / 目覚ましを止めて | 알람 꺼 줘 / 알람 끄기 / 알람 멈춰 / 알람을 정지해
Turn on the alarm / switch my alarm on / enable the alarm | 打开闹钟 / 开启闹钟 | アラームをオンにして / アラームを入れて | 알람 켜 줘 / 알람 활성화해
Snooze / snooze the alarm / let me sleep {length} more / snooze for {length} | 稍后再响 / 闹钟推迟{length} / 再让我睡{length} | スヌーズして / アラームをスヌーズ / あと{length}寝かせて / {length}スヌーズ | 스누즈 / 알람 {length} 뒤에 다시 울려 줘 / {length}만 더 잘게
Show my alarms / what alarms do I have / list all alarms / show me my current alarms | 显示我的闹钟 / 我有哪些闹钟 / 列出所有闹钟 / 看看我的闹钟 | アラームを見せて / どんなアラームがありますか / アラームを全部表示して / 設定中のアラームを見せて | 내 알람 보여 줘 / 어떤 알람이 있어? / 알람 목록 보여 줘 / 설정된 알람 알려 줘
Do I have an alarm set for {day} / is there an alarm {day} / what time is my alarm {day} | 我设了{day}的闹钟吗 / {day}有闹钟吗 / {day}的闹钟是几点 | {day}のアラームは設定されていますか / {day}のアラームはありますか / {day}のアラームは何時 | {day} 알람이 설정되어 있어? / {day} 알람 있어? / {day} 알람 몇 시야
When does my next alarm go off / what time is my next alarm / when will the alarm ring | 我的下一个闹钟什么时候响 / 下一个闹钟是几点 | 次のアラームはいつ鳴る / 次のアラームは何時ですか | 다음 알람은 언제 울려? / 다음 알람 몇 시야?
How long until my alarm / how much time is left before the alarm rings | 离闹钟响还有多久 / 闹钟还有多长时间响 | アラームまであとどのくらい / アラームが鳴るまで何分 | 알람까지 얼마나 남았어? / 알람 울리려면 얼마나 남았지?
Change my alarm from {time} to {few} am / move the {time} alarm to {few} | 把{time}的闹钟改成上午{few}点 / 闹钟从{time}改到{few}点 | {time}のアラームを{few}時に変更して / アラームを{time}から午前{few}時に変えて | {time} 알람을 {few}시로 바꿔 줘 / 알람을 {time}에서 오전 {few}시로 변경해
Change my alarm to {time} / reset the alarm to {time} / update my alarm to {time} | 把闹钟改到{time} / 闹钟改成{time} / 更新闹钟为{time} | アラームを{time}に変更して / アラームを{time}に変えて / アラームを{time}に更新 | 알람을 {time}로 바꿔 줘 / 알람 {time}로 변경해 줘 / 알람을 {time}로 업데이트해
Make my alarm {length} later / push my alarm back {length} / add {length} to my alarm | 把闹钟推迟{length} / 闹钟往后{length} / 闹钟加{length} | アラームを{length}遅らせて / アラームに{length}追加して | 알람을 {length} 늦춰 줘 / 알람에 {length} 추가해 줘
Set my alarm to repeat {day} at {time} / recurring alarm {day} {time} | 设置{day}{time}重复的闹钟 / {day}{time}的重复闹钟 | {day}{time}に繰り返すアラームを設定して / {day}{time}の繰り返しアラーム | {day} {time}에 반복되는 알람 설정해 줘 / {day} {time} 반복 알람
Set two alarms, one at {time} and one {few} minutes later | 设两个闹钟,一个{time},一个再过{few}分钟 | アラームを二つ、{time}とその{few}分後にセットして | 알람 두 개, {time}하고 {few}분 뒤에 맞춰 줘
Set a timer for {length} / start a {length} timer / timer {length} / count down {length} | 设一个{length}的计时器 / 开始{length}倒计时 / 定时{length} | {length}のタイマーをセットして / タイマー{length} / {length}のカウントダウンを始めて | {length} 타이머 맞춰 줘 / 타이머 {length} / {length} 카운트다운 시작
Stop the timer / cancel the timer / turn the timer off | 停止计时器 / 取消计时 / 关掉计时器 | タイマーを止めて / タイマーをキャンセル | 타이머 꺼 줘 / 타이머 취소해 / 타이머 멈춰
Pause the timer / hold the timer | 暂停计时器 | タイマーを一時停止して | 타이머 일시 정지해 줘
Resume the timer / continue the countdown / restart timer | 继续计时 / 恢复计时器 / 重新开始计时 | タイマーを再開して / タイマーを続けて | 타이머 다시 시작해 줘 / 타이머 계속해
How much time is left on the timer / check the timer | 计时器还剩多少时间 / 看看计时器 | タイマーはあと何分 / タイマーの残り時間 | 타이머 얼마나 남았어? / 타이머 남은 시간
Add {length} to the timer | 计时器加{length} | タイマーに{length}追加して | 타이머에 {length} 추가해 줘

reminder:
Remind me to {task} / please remind me to {task} / don't let me forget to {task} / I need to remember to {task} | 提醒我{task} / 请提醒我{task} / 别让我忘了{task} / 记得提醒我{task} | {task}のをリマインドして / {task}ことを思い出させて / {task}のを忘れないようにリマインドしてください / {task}ようにリマインド | {task} 알려 줘 / {task} 리마인드해 줘 / {task} 잊지 않게 알려 줘 / {task} 상기시켜 줘
Remind me to {task} {day} / {day} remind me to {task} / set a reminder {day} to {task} | {day}提醒我{task} / 设置{day}{task}的提醒 / 请在{day}提醒我{task} | {day}に{task}のをリマインドして / {day}、{task}ようにリマインダーを設定して / {day}{task}ことを思い出させて | {day}에 {task} 알려 줘 / {day} {task} 알림 설정해 줘 / {day} {task} 리마인드해 줘
Remind me at {time} to {task} / set a reminder for {time} to {task} / remind me to {task} at {time} | {time}提醒我{task} / 设置{time}{task}的提醒 / 在{time}提醒我{task} | {time}に{task}のをリマインドして / {time}に{task}リマインダーを設定 / {time}に{task}ことを思い出させて | {time}에 {task} 알려 줘 / {time}에 {task} 알림 설정해 줘 / {time}에 {task} 리마인더
Remind me {day} at {time} to {task} / set a reminder to {task} {day} at {time} / reminder: {task}, {day} {time} | {day}{time}提醒我{task} / 设置{day}{time}{task}的提醒 / 提醒:{day}{time}{task} | {day}の{time}に{task}のをリマインドして / {day}{time}に{task}リマインダーを設定して / リマインダー:{day}{time}{task} | {day} {time}에 {task} 알려 줘 / {day} {time}에 {task} 알림 맞춰 줘 / 알림: {day} {time} {task}
Remind me in {length} to {task} / set a reminder to {task} in {length} | {length}后提醒我{task} / 过{length}提醒我{task} | {length}後に{task}のをリマインドして / {length}後に{task}よう知らせて | {length} 뒤에 {task} 알려 줘 / {length} 후에 {task} 리마인드해 줘
Remind me about {task} / set a reminder about {task} / reminder for {task} | 提醒我{task}的事 / 关于{task}的提醒 / 设置{task}提醒 | {task}についてリマインドして / {task}のリマインダーを設定して / {task}に関するリマインダー | {task}에 대해 알려 줘 / {task} 알림 설정해 줘 / {task} 관련 알림
Remind me on {monthDay} about {task} / on {monthDay} remind me to {task} | {monthDay}提醒我{task} / 在{monthDay}设置{task}的提醒 | {monthDay}に{task}のをリマインドして / {monthDay}に{task}についてのリマインダー | {monthDay}에 {task} 알려 줘 / {monthDay} {task} 알림 설정
Remind me {length} before {task} / set a reminder {length} ahead of {task} | 在{task}前{length}提醒我 / {task}之前{length}设置提醒 | {task}の{length}前にリマインドして / {task}{length}前にリマインダー | {task} {length} 전에 알려 줘 / {task} {length} 전에 알림
Remind everyone about {task} / remind {person} about {task} / send a reminder to {person} to {task} | 提醒大家{task} / 提醒{person}{task} / 给{person}发一个{task}的提醒 | みんなに{task}ことをリマインドして / {person}に{task}ようリマインドして | 모두에게 {task} 알려 줘 / {person}에게 {task} 알림 보내 줘
Delete the reminder to {task} / cancel my reminder about {task} / remove the reminder for {task} | 删除{task}的提醒 / 取消{task}的提醒 / 去掉{task}的提醒 | {task}のリマインダーを削除して / {task}リマインダーをキャンセル / {task}についてのリマインダーを消して | {task} 알림 삭제해 줘 / {task} 리마인더 취소해 / {task} 알림 지워 줘
Delete all reminders / cancel all my reminders / clear my reminders / erase every reminder | 删除所有提醒 / 取消我所有的提醒 / 清除提醒 | すべてのリマインダーを削除して / リマインダーを全部キャンセルして / リマインダーを消して | 알림 모두 삭제해 줘 / 모든 리마인더 취소해 / 리마인더 전부 지워 줘
Cancel my reminders for {day} / delete {day}'s reminders / remove reminders {day} | 取消{day}的提醒 / 删除{day}的提醒 | {day}のリマインダーをキャンセルして / {day}のリマインダーを削除 | {day} 알림 취소해 줘 / {day} 리마인더 삭제해
Show my reminders / what are my reminders / list all my reminders / do I have any reminders / view reminders | 显示我的提醒 / 我有哪些提醒 / 列出所有提醒 / 我有提醒吗 / 查看提醒 | リマインダーを見せて / 私のリマインダーは何ですか / リマインダーを全部表示して / リマインダーはありますか | 내 알림 보여 줘 / 알림 목록 보여 줘 / 리마인더 뭐 있어? / 리마인더 확인
What reminders do I have {day} / show me my reminders for {day} / do I have a reminder {day} / any reminders {day} | 我{day}有什么提醒 / 显示{day}的提醒 / {day}有提醒吗 | {day}のリマインダーは何がありますか / {day}のリマインダーを見せて / {day}のリマインダーはある | {day} 알림 뭐 있어? / {day} 알림 보여 줘 / {day} 리마인더 있어?
When is my reminder to {task} / what time is the reminder for {task} | {task}的提醒是什么时候 / {task}的提醒是几点 | {task}リマインダーはいつ / {task}のリマインダーは何時ですか | {task} 알림은 언제야? / {task} 리마인더 몇 시야?
Change my reminder to {task} to {time} / move the reminder for {task} to {day} | 把{task}的提醒改到{time} / {task}的提醒改到{day} | {task}リマインダーを{time}に変更して / {task}のリマインダーを{day}に移して | {task} 알림을 {time}로 바꿔 줘 / {task} 리마인더를 {day}로 옮겨 줘
Add a reminder / create a new reminder / set up a reminder / I want to set a reminder | 添加提醒 / 新建一个提醒 / 我想设置提醒 | リマインダーを追加して / 新しいリマインダーを作って / リマインダーを設定したい | 알림 추가해 줘 / 새 리마인더 만들어 줘 / 알림 설정하고 싶어
Snooze that reminder / remind me again later / remind me again in {length} | 稍后再提醒我 / {length}后再提醒我一次 | そのリマインダーをスヌーズして / 後でもう一度知らせて / {length}後にもう一度リマインド | 그 알림 나중에 다시 알려 줘 / {length} 뒤에 다시 알려 줘
Is there anything I have to do {day} / what do I need to do {day} / what's on my list {day} | {day}我有什么要做的 / {day}我需要做什么 | {day}やることはありますか / {day}何をしないといけない | {day} 할 일 있어? / {day}에 뭐 해야 하지?
What's on my calendar {day} / my schedule for {day} / do I have plans {day} / am I free {day} | {day}我的日程是什么 / {day}有什么安排 / {day}我有空吗 | {day}の予定は / {day}のスケジュールを見せて / {day}は空いていますか | {day} 일정 알려 줘 / {day}에 뭐 있어? / {day}에 약속 있어? / {day} 시간 비어 있어?
Add {task} to my calendar {day} at {time} / schedule {task} for {day} at {time} | 把{task}加到{day}{time}的日程 / 安排{day}{time}{task} | {day}の{time}に{task}を予定に入れて / {day}{time}{task}をカレンダーに追加 | {day} {time}에 {task} 일정 추가해 줘 / {day} {time} {task} 캘린더에 넣어 줘
Add {task} to my to-do list / put {task} on the list | 把{task}加到待办事项 / 清单上加{task} | {task}をやることリストに追加して / リストに{task}を入れて | 할 일 목록에 {task} 추가해 줘 / 목록에 {task} 넣어 줘

weather:
What's the weather {day} / how is the weather {day} / weather forecast {day} / what will the weather be like {day} | {day}天气怎么样 / {day}的天气如何 / {day}的天气预报 | {day}の天気は / {day}の天気はどうですか / {day}の天気予報 / {day}はどんな天気 | {day} 날씨 어때? / {day} 날씨 알려 줘 / {day} 일기예보 / {day} 날씨는 어떨까
What's the weather in {place} / how's the weather in {place} / weather for {place} / {place} weather report | {place}天气怎么样 / {place}的天气 / {place}的天气情况 | {place}の天気は / {place}の天気はどうですか / {place}の天気を教えて / {place}の天気予報 | {place} 날씨 어때? / {place} 날씨 알려 줘 / {place} 날씨
What's the weather in {place} {day} / {day} weather in {place} / forecast for {place} {day} / what will it be like in {place} {day} | {place}{day}天气怎么样 / {day}{place}的天气 / {place}{day}的天气预报 | {day}の{place}の天気は / {place}の{day}の天気はどうですか / {place}の{day}の予報 | {day} {place} 날씨 어때? / {place}의 {day} 날씨 알려 줘 / {place} {day} 예보
Will it rain {day} / is it going to rain {day} / any rain {day} / is rain expected {day} | {day}会下雨吗 / {day}有雨吗 / {day}要下雨吗 | {day}は雨が降りますか / {day}雨が降る / {day}は雨ですか | {day} 비가 올까? / {day} 비 와? / {day}에 비가 오나요 / {day} 비 온대?
Will it snow {day} / is it going to snow {day} / is there snow in the forecast {day} / chance of snow {day} | {day}会下雪吗 / {day}有雪吗 / {day}下雪的可能性 | {day}は雪が降りますか / {day}雪は降る / {day}に雪の予報はありますか | {day} 눈이 올까? / {day} 눈 와? / {day}에 눈 예보 있어?
Will it rain in {place} {day} / is rain expected in {place} {day} / chance of rain in {place} {day} | {place}{day}会下雨吗 / {day}{place}有雨吗 / {place}{day}下雨的概率 | {place}は{day}雨が降りますか / {day}{place}で雨が降る / {place}の{day}の降水確率 | {place}에 {day} 비가 올까? / {day} {place} 비 와? / {place} {day} 비 올 확률
Will it snow in {place} {day} / is it snowing in {place} | {place}{day}会下雪吗 / {place}在下雪吗 | {place}は{day}雪が降りますか / {place}は雪が降っていますか | {place}에 {day} 눈이 올까? / {place}에 눈이 오고 있어?
Will it be {weather} {day} / is it going to be {weather} {day} / will there be {weather} {day} | {day}会{weather}吗 / {day}有没有{weather} | {day}は{weather}でしょうか / {day}{weather}ですか / {day}{weather}かな | {day} {weather}? / {day}에 {weather} 예정이야? / {day}에 {weather}일까?
Will it be {weather} in {place} {day} / is {weather} expected in {place} {day} / check if it will {weather} in {place} {day} | {place}{day}会{weather}吗 / {day}{place}会不会{weather} | {place}は{day}{weather}でしょうか / {day}の{place}は{weather}ですか | {place}에 {day} {weather}? / {day} {place} {weather} 예정이야? / {place} {day} {weather}일까?
Is it {weather} in {place} / is it {weather} in {place} right now / is there {weather} in {place} | {place}{weather}吗 / {place}现在{weather}吗 | {place}は{weather}ですか / {place}は今{weather} | {place} {weather}? / 지금 {place} {weather}?
Is it {weather} outside / is it {weather} now | 外面{weather}吗 / 现在{weather}吗 | 外は{weather}ですか / 今{weather} | 밖에 {weather}? / 지금 {weather}?
Is it raining right now / is it raining outside / is it wet out | 现在在下雨吗 / 外面下雨了吗 | 今雨が降っていますか / 外は雨ですか | 지금 비 오고 있어? / 밖에 비 와?
Is it snowing now / is there snow outside | 现在在下雪吗 / 外面有雪吗 | 今雪が降っていますか / 外は雪 | 지금 눈 오고 있어? / 밖에 눈 와?
How hot will it be {day} / how hot is it going to get {day} / how warm will {day} be | {day}会有多热 / {day}多热 / {day}会热到什么程度 | {day}はどのくらい暑くなりますか / {day}はどれくらい暑い | {day} 얼마나 더울까? / {day} 얼마나 더워?
How cold will it be {day} / how cold is it going to get {day} / how cold is it {day} | {day}会有多冷 / {day}多冷 | {day}はどのくらい寒くなりますか / {day}はどれくらい寒い | {day} 얼마나 추울까? / {day} 얼마나 추워?
How cold is it in {place} / how hot is it in {place} / is it colder in {place} | {place}有多冷 / {place}有多热 | {place}はどのくらい寒いですか / {place}はどれくらい暑い | {place} 얼마나 추워? / {place}는 얼마나 더워?
What's the temperature {day} / what will the temperature be {day} / temperature for {day} | {day}气温多少 / {day}温度是多少 / {day}多少度 | {day}の気温は / {day}の気温は何度ですか / {day}は何度 | {day} 기온이 어떻게 돼? / {day} 몇 도야? / {day} 온도 알려 줘
What's the temperature in {place} / how many degrees in {place} / temperature in {place} {day} | {place}气温多少 / {place}多少度 / {place}{day}的温度 | {place}の気温は / {place}は何度ですか / {place}の{day}の気温 | {place} 기온이 몇 도야? / {place} 온도 알려 줘 / {place} {day} 기온
What's the high {day} / highest temperature {day} / what will the high and low be {day} | {day}最高气温多少 / {day}最高和最低温度 | {day}の最高気温は / {day}の最高と最低気温 | {day} 최고 기온은? / {day} 최고 최저 기온 알려 줘
What's the low {day} / lowest temperature {day} | {day}最低气温多少 / {day}最低温度 | {day}の最低気温は | {day} 최저 기온은?
Do I need an umbrella {day} / should I take an umbrella {day} / will I need an umbrella in {place} | {day}需要带伞吗 / {day}我要带雨伞吗 / 在{place}需要伞吗 | {day}傘は必要ですか / {day}傘を持っていくべき / {place}では傘がいりますか | {day} 우산 필요해? / {day} 우산 가져가야 할까? / {place}에서 우산이 필요할까
Do I need a jacket {day} / should I wear a coat {day} / do I need a sweater {day} / will I need a coat | {day}需要穿外套吗 / {day}要穿大衣吗 / {day}需要毛衣吗 | {day}上着は必要ですか / {day}コートを着るべき / {day}セーターがいりますか | {day} 재킷 필요해? / {day} 코트 입어야 할까? / {day} 스웨터 필요할까?
Should I wear shorts {day} / can I wear a t-shirt {day} / what should I wear {day} | {day}可以穿短裤吗 / {day}能穿T恤吗 / {day}该穿什么 | {day}半ズボンでいいですか / {day}Tシャツで大丈夫 / {day}は何を着ればいい | {day} 반바지 입어도 될까? / {day} 티셔츠 입어도 돼? / {day} 뭐 입을까?
Do I need boots {day} / should I wear rain boots / do I need sunscreen {day} / should I bring sunglasses | {day}需要穿靴子吗 / 要穿雨鞋吗 / {day}需要防晒霜吗 / 要带太阳镜吗 | {day}ブーツは必要ですか / 長靴を履くべき / {day}日焼け止めは必要 / サングラスがいりますか | {day} 장화 필요해? / 부츠 신어야 할까? / {day} 선크림 필요해? / 선글라스 챙길까?
When will it rain / when is it going to rain / what time will the rain start | 什么时候下雨 / 雨几点开始下 | いつ雨が降りますか / 雨は何時から | 언제 비가 와? / 비 몇 시부터 와?
When will it stop raining / when does the rain stop | 雨什么时候停 | 雨はいつ止みますか | 비는 언제 그쳐?
When is sunrise {day} / what time does the sun rise {day} / time of sunrise in {place} | {day}日出是几点 / {day}太阳几点升起 / {place}的日出时间 | {day}の日の出は何時ですか / {day}太陽が昇る時間 / {place}の日の出の時刻 | {day} 일출 시간은? / {day} 해가 몇 시에 떠? / {place} 일출 시각
When is sunset {day} / what time does the sun set {day} / sunset time in {place} | {day}日落是几点 / {day}太阳几点下山 / {place}的日落时间 | {day}の日の入りは何時ですか / {day}日没の時間 / {place}の日没の時刻 | {day} 일몰 시간은? / {day} 해가 몇 시에 져? / {place} 일몰 시각
What's the 5 day forecast / give me the weekly forecast / extended forecast / {few} day forecast for {place} | 五天的天气预报 / 给我一周的天气预报 / {place}{few}天的天气预报 | 5日間の予報 / 週間予報を教えて / {place}の{few}日間の天気予報 | 5일 예보 / 주간 날씨 예보 알려 줘 / {place} {few}일간 예보
Hourly forecast {day} / weather hour by hour / what's the weather at {time} / forecast for {time} {day} | {day}每小时天气 / 逐小时预报 / {time}天气怎么样 / {day}{time}的天气预报 | {day}の1時間ごとの天気 / {time}の天気は / {day}{time}の予報 | {day} 시간별 날씨 / {time} 날씨 어때? / {day} {time} 예보
How much rain will we get {day} / how much snow will fall {day} / how many inches of snow {day} | {day}会下多少雨 / {day}会下多少雪 / {day}降雪量多少 | {day}どのくらい雨が降りますか / {day}の降雪量は / {day}雪はどれくらい積もる | {day} 비가 얼마나 와? / {day} 눈이 얼마나 와? / {day} 적설량은?
What is the chance of rain {day} / rain probability {day} | {day}下雨的概率是多少 / {day}降水概率 | {day}の降水確率は / {day}雨の確率 | {day} 비 올 확률은? / {day} 강수 확률
How windy is it {day} / wind speed {day} / how fast is the wind in {place} | {day}风有多大 / {day}风速 / {place}风速多少 | {day}風はどのくらい強い / {day}の風速 / {place}の風速は | {day} 바람 얼마나 세? / {day} 풍속 / {place} 풍속은?
What's the humidity {day} / how humid is it in {place} | {day}湿度是多少 / {place}有多潮湿 | {day}の湿度は / {place}の湿度はどのくらい | {day} 습도는? / {place} 습도 얼마야?
Is it nice out / is it nice outside {day} / will {day} be a nice day / is it good weather for {hobby} {day} | 外面天气好吗 / {day}天气好吗 / {day}适合{hobby}吗 | 外はいい天気ですか / {day}はいい天気 / {day}は{hobby}に向いている天気ですか | 밖에 날씨 좋아? / {day} 날씨 좋을까? / {day} {hobby} 하기 좋은 날씨야?
Will the roads be icy {day} / are the roads wet / will there be ice on the road | {day}路上会结冰吗 / 路面湿吗 | {day}道は凍りますか / 道路は濡れている | {day} 도로가 얼까? / 길이 젖어 있어?
Are there any weather warnings {day} / is there a storm warning for {place} / severe weather alerts | {day}有天气预警吗 / {place}有风暴警报吗 / 恶劣天气警报 | {day}気象警報はありますか / {place}に暴風警報は出ている | {day} 기상 특보 있어? / {place}에 폭풍 경보 있어?
Is a hurricane coming / will the typhoon hit {place} / where is the typhoon | 有飓风要来吗 / 台风会到{place}吗 / 台风在哪里 | ハリケーンは来ますか / 台風は{place}に来る / 台風はどこ | 허리케인 와? / 태풍이 {place}에 올까? / 태풍 어디야?
How's the air quality {day} / is the pollution bad in {place} / pollen count {day} | {day}空气质量怎么样 / {place}污染严重吗 / {day}花粉多吗 | {day}の空気の質は / {place}の大気汚染はひどい / {day}の花粉は多い | {day} 공기질 어때? / {place} 미세먼지 심해? / {day} 꽃가루 많아?
Is it warmer in {place} or {place2} / compare the weather in {place} and {place2} | {place}和{place2}哪里更暖和 / 比较{place}和{place2}的天气 | {place}と{place2}ではどちらが暖かい / {place}と{place2}の天気を比べて | {place}하고 {place2} 중 어디가 더 따뜻해? / {place}[과,와] {place2} 날씨 비교해 줘
Show the temperature in celsius / give me the temperature in fahrenheit / switch to celsius | 用摄氏度显示温度 / 用华氏度告诉我 / 换成摄氏度 | 気温を摂氏で表示して / 華氏で教えて / 摂氏に切り替えて | 섭씨로 온도 보여 줘 / 화씨로 알려 줘 / 섭씨로 바꿔 줘
Give me the weather / tell me the weather / current weather please / what's it like outside / weather update | 告诉我天气 / 现在的天气 / 外面天气怎么样 / 天气情况 | 天気を教えて / 現在の天気 / 外の天気はどう / 天気予報を見せて | 날씨 알려 줘 / 현재 날씨 / 밖에 날씨 어때? / 날씨 정보

music:
Play {title} / play the song {title} / I want to hear {title} / put on {title} | 播放{title} / 放{title}这首歌 / 我想听{title} | {title}を再生して / {title}をかけて / {title}という曲を流して / {title}が聴きたい | {title} 틀어 줘 / {title} 재생해 줘 / {title} 노래 틀어 줘 / {title} 듣고 싶어
Play {title} by {artist} / play {artist}'s {title} / I want to listen to {title} by {artist} | 播放{artist}的{title} / 我想听{artist}的{title} | {artist}の{title}を再生して / {artist}の{title}をかけて / {artist}の{title}が聴きたい | {artist}의 {title} 틀어 줘 / {artist}의 {title} 재생해 줘 / {artist} {title} 듣고 싶어
Play music by {artist} / play some {artist} / play songs from {artist} / play something by {artist} | 播放{artist}的音乐 / 放{artist}的歌 / 来点{artist}的歌 | {artist}の音楽をかけて / {artist}の曲を再生して / {artist}の歌を流して | {artist} 음악 틀어 줘 / {artist} 노래 재생해 줘 / {artist}의 곡 틀어 줘
Play some {genre} / I want to listen to {genre} / put on some {genre} / play {genre} music | 播放{genre} / 我想听{genre} / 来点{genre} / 放一些{genre} | {genre}をかけて / {genre}が聴きたい / {genre}を流して / {genre}を再生して | {genre} 틀어 줘 / {genre} 듣고 싶어 / {genre} 재생해 줘 / {genre} 좀 틀어 줘
Play {genre} on {player} / use {player} to play {genre} / open {player} and play {genre} | 在{player}上播放{genre} / 用{player}放{genre} / 打开{player}播放{genre} | {player}で{genre}をかけて / {player}を使って{genre}を再生 / {player}を開いて{genre}を流して | {player}에서 {genre} 틀어 줘 / {player}로 {genre} 재생해 줘 / {player} 열고 {genre} 틀어 줘
Play {artist} on {player} / play {title} from {player} / use {player} to play {artist} | 在{player}上播放{artist} / 用{player}播放{title} | {player}で{artist}をかけて / {player}で{title}を再生して / {player}を使って{artist}を流して | {player}에서 {artist} 틀어 줘 / {player}로 {title} 재생해 줘
Play the album {title} / play {artist}'s album {title} / put on the album {title} by {artist} | 播放专辑{title} / 播放{artist}的专辑{title} | アルバム{title}を再生して / {artist}のアルバム{title}をかけて | {title} 앨범 틀어 줘 / {artist}의 앨범 {title} 재생해 줘
Play the latest album by {artist} / play {artist}'s newest song / play the best songs of {artist} / top songs by {artist} | 播放{artist}的最新专辑 / 播放{artist}的新歌 / 播放{artist}最好听的歌 / {artist}的热门歌曲 | {artist}の最新アルバムをかけて / {artist}の新曲を再生して / {artist}のベスト曲 / {artist}の人気の曲をかけて | {artist} 최신 앨범 틀어 줘 / {artist} 신곡 틀어 줘 / {artist} 인기곡 재생해 줘
Play my playlist {title} / start the playlist {title} / play the {title} playlist / shuffle my {title} playlist | 播放我的{title}播放列表 / 播放歌单{title} / 随机播放{title}歌单 | プレイリスト{title}を再生して / 私の{title}プレイリストをかけて / {title}プレイリストをシャッフル | {title} 플레이리스트 틀어 줘 / 내 {title} 재생목록 재생해 줘 / {title} 플레이리스트 섞어서 틀어 줘
Add {title} to my playlist / add this song to my playlist / put {title} on my {name} playlist | 把{title}加到我的播放列表 / 把这首歌加到歌单 / 把{title}放进我的{name}歌单 | {title}をプレイリストに追加して / この曲をプレイリストに入れて / {title}を{name}プレイリストに追加 | {title}[을,를] 플레이리스트에 추가해 줘 / 이 노래를 재생목록에 넣어 줘 / {title} {name} 플레이리스트에 넣어 줘
Add {artist} to my {title} playlist / put {artist} on the playlist {title} / add a song by {artist} to {title} | 把{artist}加到我的{title}歌单 / 将{artist}添加到{title}播放列表 / 把{artist}的歌加到{title} | {artist}を{title}プレイリストに追加して / {artist}を私の{title}プレイリストに入れて / {artist}の曲を{title}に追加 | {artist}[을,를] 내 {title} 플레이리스트에 추가해 줘 / {artist} 노래를 {title} 재생목록에 넣어 줘
Add this album to {title} / add the current track to my {title} playlist / add another song to {title} / save this tune to {title} | 把这张专辑加到{title} / 把当前歌曲加到我的{title}歌单 / 再加一首歌到{title} | このアルバムを{title}に追加して / 今の曲を{title}プレイリストに追加 / {title}にもう一曲追加して | 이 앨범을 {title}에 추가해 줘 / 지금 곡을 {title} 플레이리스트에 추가해 / {title}에 한 곡 더 넣어 줘
Create a playlist called {title} / make a new playlist named {title} | 新建名为{title}的播放列表 / 创建一个叫{title}的歌单 | {title}という名前のプレイリストを作って / 新しいプレイリスト{title}を作成 | {title}라는 플레이리스트 만들어 줘 / 새 재생목록 {title} 만들어
Next song / skip this song / skip this track / play the next one | 下一首 / 跳过这首歌 / 播放下一首 | 次の曲 / この曲を飛ばして / 次の曲をかけて | 다음 곡 / 이 노래 건너뛰어 / 다음 노래 틀어 줘
Previous song / go back to the last song / play that again / repeat this song | 上一首 / 回到上一首歌 / 再放一遍 / 重复这首歌 | 前の曲 / 前の曲に戻って / もう一度かけて / この曲を繰り返して | 이전 곡 / 아까 노래로 돌아가 / 다시 틀어 줘 / 이 노래 반복해 줘
Stop the music / pause the music / turn the music off / stop playing | 停止播放 / 暂停音乐 / 关掉音乐 / 把音乐停了 | 音楽を止めて / 音楽を一時停止して / 再生を止めて | 음악 꺼 줘 / 음악 멈춰 / 음악 일시 정지해 줘 / 재생 중지
Turn up the volume / louder please / increase the volume | 音量调大 / 大声一点 / 调高音量 | 音量を上げて / もっと大きくして | 볼륨 올려 줘 / 소리 크게 해 줘
Turn down the volume / quieter please / lower the volume | 音量调小 / 小声一点 / 降低音量 | 音量を下げて / もっと静かにして | 볼륨 낮춰 줘 / 소리 줄여 줘
What song is this / who sings this song / what's playing | 这是什么歌 / 这首歌是谁唱的 / 现在放的是什么 | この曲は何ですか / この歌は誰が歌っている / 今流れている曲は | 이 노래 뭐야? / 이 노래 누가 불러? / 지금 나오는 곡이 뭐야?
Shuffle my music / play random songs / play anything | 随机播放音乐 / 随便放点歌 | 音楽をシャッフルして / ランダムに曲をかけて / 何か曲をかけて | 음악 섞어서 틀어 줘 / 아무 노래나 틀어 줘
Find a podcast about {hobby} / play the podcast {title} | 找一个关于{hobby}的播客 / 播放播客{title} | {hobby}についてのポッドキャストを探して / ポッドキャスト{title}を再生 | {hobby} 팟캐스트 찾아 줘 / 팟캐스트 {title} 틀어 줘
Play {genre} radio / turn on the radio / listen to the news radio | 播放{genre}电台 / 打开收音机 / 听新闻广播 | {genre}のラジオをかけて / ラジオをつけて / ニュースのラジオを聞く | {genre} 라디오 틀어 줘 / 라디오 켜 줘 / 뉴스 라디오 듣기
Play {genre} while I {task} / music for when I {task} | 在我{task}的时候放{genre} | {task}間、{genre}をかけて | {task} 동안 {genre} 틀어 줘

restaurant:
Book a table for {people} / reserve a table for {people} / I need a table for {people} / make a reservation for {people} | 订一张{people}的桌子 / 预订{people}的位子 / 我要预订{people}的餐桌 | {people}でテーブルを予約して / {people}の席を予約したい / {people}分のテーブルを取って | {people} 테이블 예약해 줘 / {people} 자리 예약하고 싶어 / {people} 예약해 주세요
Book a {eatery} for {people} / make a reservation at a {eatery} for {people} / find a {eatery} for {people} | 预订一家{people}的{eatery} / 为{people}订一家{eatery} / 找一家{people}的{eatery} | {people}で{eatery}を予約して / {people}用の{eatery}を予約したい / {people}で行ける{eatery}を探して | {people} {eatery} 예약해 줘 / {people}[이,가] 갈 {eatery} 예약 / {people} {eatery} 찾아 줘
Book a {eatery} in {place} for {people} / reserve a {eatery} for {people} in {place} / I'd like a table at a {eatery} in {place} for {people} | 在{place}预订{people}的{eatery} / 为{people}预订{place}的{eatery} / 我想在{place}的{eatery}订{people}的位子 | {place}の{eatery}を{people}で予約して / {place}で{people}用の{eatery}を予約したい / {people}で{place}の{eatery}のテーブルを予約 | {place}에 있는 {eatery} {people} 예약해 줘 / {place} {eatery}에 {people} 자리 예약하고 싶어 / {people} {place} {eatery} 테이블 예약
Book a table at {name} for {people} {day} / make a reservation at {name} {day} for {people} | 在{name}预订{day}{people}的桌子 / 预订{day}{name}{people}的位子 | {name}に{day}{people}で予約を入れて / {day}、{name}で{people}のテーブルを予約して | {name}에 {day} {people} 예약해 줘 / {day} {name} {people} 자리 예약
Book a table {day} at {time} for {people} / reservation for {people} at {time} {day} | 预订{day}{time}{people}的桌子 / {day}{time}{people}的预约 | {day}の{time}に{people}でテーブルを予約して / {day}{time}、{people}の予約 | {day} {time}에 {people} 테이블 예약해 줘 / {day} {time} {people} 예약
I want to eat {cuisine} food / find me a {cuisine} {eatery} / I'm looking for a {cuisine} {eatery} | 我想吃{cuisine}菜 / 帮我找一家{cuisine}{eatery} / 我在找{cuisine}{eatery} | {cuisine}が食べたい / {cuisine}の{eatery}を探して / {cuisine}の{eatery}を探しています | {cuisine} 음식 먹고 싶어 / {cuisine} {eatery} 찾아 줘 / {cuisine} {eatery}[을,를] 찾고 있어
Book a {cuisine} {eatery} in {place} / I want a {cuisine} {eatery} in {place} for {people} / reserve at a {cuisine} {eatery} in {place} {day} | 在{place}预订{cuisine}{eatery} / 我想在{place}找{people}的{cuisine}{eatery} / 预订{day}{place}的{cuisine}{eatery} | {place}の{cuisine}の{eatery}を予約して / {place}で{people}の{cuisine}{eatery}がいい / {day}{place}の{cuisine}{eatery}に予約 | {place} {cuisine} {eatery} 예약해 줘 / {place}에서 {people} {cuisine} {eatery} 원해 / {day} {place}의 {cuisine} {eatery} 예약
Find a good {eatery} near {venue} / is there a {eatery} near {venue} / recommend a {eatery} close to {venue} | 找一家{venue}附近的好{eatery} / {venue}附近有{eatery}吗 / 推荐一家离{venue}近的{eatery} | {venue}の近くのいい{eatery}を探して / {venue}の近くに{eatery}はありますか / {venue}に近い{eatery}を勧めて | {venue} 근처 좋은 {eatery} 찾아 줘 / {venue} 근처에 {eatery} 있어? / {venue}에서 가까운 {eatery} 추천해 줘
Find a cheap {eatery} in {place} / an inexpensive {eatery} near here | 找一家{place}便宜的{eatery} / 附近便宜的{eatery} | {place}の安い{eatery}を探して / 近くの安い{eatery} | {place}에서 싼 {eatery} 찾아 줘 / 근처 저렴한 {eatery}
Book a top-rated {eatery} in {place} / reserve the best {eatery} / a highly rated {eatery} for {people} | 预订{place}评分最高的{eatery} / 预订最好的{eatery} / {people}的高评价{eatery} | {place}で評価の高い{eatery}を予約して / 一番いい{eatery}を予約 / {people}で人気の{eatery} | {place}에서 평점 높은 {eatery} 예약해 줘 / 제일 좋은 {eatery} 예약 / {people} 평가가 좋은 {eatery}
A {eatery} that serves {food} / where can I eat {food} / book a {eatery} that serves {food} | 有{food}的{eatery} / 哪里可以吃{food} / 预订一家供应{food}的{eatery} | {food}が食べられる{eatery} / どこで{food}が食べられる / {food}を出す{eatery}を予約して | {food} 파는 {eatery} / 어디서 {food} 먹을 수 있어? / {food} 나오는 {eatery} 예약해 줘
A {eatery} with parking / a {eatery} with outdoor seating / a {eatery} with wifi / book a {eatery} with a pool | 有停车场的{eatery} / 有露天座位的{eatery} / 有无线网的{eatery} / 预订一家有泳池的{eatery} | 駐車場のある{eatery} / 屋外席のある{eatery} / Wi-Fiのある{eatery} / プールのある{eatery}を予約 | 주차장 있는 {eatery} / 야외석 있는 {eatery} / 와이파이 되는 {eatery} / 수영장 있는 {eatery} 예약
Book a table for me and {person} / reserve for {person} and me at a {eatery} {day} / I want to eat with {person} {day} | 给我和{person}订位 / 为我和{person}预订{day}的{eatery} / {day}我想和{person}一起吃饭 | 私と{person}のテーブルを予約して / {day}{person}と私で{eatery}を予約 / {day}{person}と食事したい | 나랑 {person} 자리 예약해 줘 / {day} {person}[과,와] 갈 {eatery} 예약 / {day}에 {person}하고 밥 먹고 싶어
Cancel my reservation {day} / cancel the table at {name} | 取消{day}的预订 / 取消{name}的订位 | {day}の予約をキャンセルして / {name}の予約を取り消して | {day} 예약 취소해 줘 / {name} 예약 취소
Is {name} open {day} / when does {name} open / opening hours of {name} | {name}{day}开门吗 / {name}几点开门 / {name}的营业时间 | {name}は{day}開いていますか / {name}は何時に開く / {name}の営業時間 | {name} {day} 열어? / {name} 몇 시에 열어? / {name} 영업시간
Order {food} for delivery / I want to order {food} / get me {food} | 点{food}外卖 / 我想点{food} / 给我来{food} | {food}を出前で注文して / {food}を注文したい | {food} 배달 시켜 줘 / {food} 주문하고 싶어

movies:
What movies are playing {day} / movies in theaters {day} / what's on at the cinema {day} / show movie times {day} | {day}有什么电影上映 / {day}电影院在放什么 / {day}的电影放映时间 | {day}はどんな映画をやっていますか / {day}映画館で何を上映している / {day}の映画の上映時間を見せて | {day} 무슨 영화 해? / {day} 극장에서 뭐 상영해? / {day} 영화 시간표 보여 줘
What movies are playing near me / movie times in the area / films at the closest cinema / movies in the neighbourhood | 附近在放什么电影 / 这个地区的电影时间 / 最近的电影院放什么片 / 附近的电影 | 近くでどんな映画をやっていますか / この辺の映画の上映時間 / 一番近い映画館の映画 / 近所の映画 | 근처에서 무슨 영화 해? / 이 지역 영화 시간 / 가장 가까운 영화관 영화 / 근처 영화 상영
When is {title} playing / show times for {title} / what time does {title} start / movie schedule for {title} | {title}什么时候放映 / {title}的放映时间 / {title}几点开始 | {title}はいつ上映されますか / {title}の上映時間 / {title}は何時に始まる | {title} 언제 상영해? / {title} 상영 시간 / {title} 몇 시에 시작해?
Is {title} playing at {name} / is {title} showing at {name} cinema {day} / can I see {title} at {name} | {name}在放{title}吗 / {name}影院{day}上映{title}吗 / 在{name}能看{title}吗 | {name}で{title}をやっていますか / {name}シネマで{day}{title}は上映される / {name}で{title}が見られますか | {name}에서 {title} 해? / {name} 극장에서 {day} {title} 상영해? / {name}에서 {title} 볼 수 있어?
Find the movie schedule at {name} / movie times for {name} / what films are on at {name} theatre / show schedules for {name} | 查找{name}的电影时间表 / {name}的电影场次 / {name}影院在放什么电影 | {name}の映画のスケジュールを探して / {name}の上映時間 / {name}劇場ではどんな映画をやっている | {name} 영화 시간표 찾아 줘 / {name} 상영 시간 / {name} 극장에서 무슨 영화 해?
I want to see {title} / I'd like to watch {title} / where can I see {title} / which cinema shows {title} | 我想看{title} / 在哪里能看{title} / 哪家电影院放{title} | {title}が見たい / どこで{title}が見られる / どの映画館で{title}をやっている | {title} 보고 싶어 / {title} 어디서 볼 수 있어? / 어느 극장에서 {title} 해?
Find animated movies near me / are there any cartoons in theaters / animated films playing {day} | 找附近的动画电影 / 电影院有动画片吗 / {day}放映的动画电影 | 近くのアニメ映画を探して / 映画館でアニメをやっている / {day}上映のアニメーション映画 | 근처 애니메이션 영화 찾아 줘 / 극장에 만화영화 있어? / {day} 상영하는 애니메이션
Show me the trailer of {title} / play the trailer for {title} / find the trailer {title} | 给我看{title}的预告片 / 播放{title}的预告片 / 找{title}预告片 | {title}の予告編を見せて / {title}の予告編を再生 / {title}の予告編を探して | {title} 예고편 보여 줘 / {title} 예고편 틀어 줘 / {title} 예고편 찾아
Find the {work} {title} / search for the {work} called {title} / look up the {work} {title} / I'm looking for the {work} {title} | 找{work}{title} / 搜索名叫{title}的{work} / 查找{title}这个{work} / 我在找{work}{title} | {work}{title}を探して / {title}という{work}を検索して / {work}の{title}を探しています | {work} {title} 찾아 줘 / {title}라는 {work} 검색해 줘 / {work} {title}[을,를] 찾고 있어
Show me the {work} {title} / can you get me the {work} {title} / I want the {work} {title} / please find me the {title} {work} | 给我看{work}{title} / 你能帮我找{work}{title}吗 / 我想要{title}这个{work} | {work}{title}を見せて / {work}の{title}を見つけてくれますか / {title}という{work}がほしい | {work} {title} 보여 줘 / {work} {title} 찾아 줄 수 있어? / {title} {work} 보고 싶어
I want to watch the {work} {title} / I want to read the {work} {title} / where can I buy the {work} {title} | 我想看{work}{title} / 我想读{work}{title} / 哪里能买到{work}{title} | {work}{title}が見たい / {work}{title}を読みたい / {work}の{title}はどこで買える | {work} {title} 보고 싶어 / {work} {title} 읽고 싶어 / {work} {title} 어디서 살 수 있어?
Rate this {work} {stars} stars / give this {work} {stars} out of 6 / I rate this {work} {stars} points / {stars} stars for this {work} | 给这个{work}打{stars}星 / 给这本{work}6分中的{stars}分 / 我给这部{work}评{stars}分 | この{work}に星{stars}つを付けて / この{work}を6点満点中{stars}点で評価して / この{work}は{stars}点 | 이 {work}에 별 {stars}개 줘 / 이 {work} 6점 만점에 {stars}점 / 이 {work}[을,를] {stars}점으로 평가해 줘
Rate {title} {stars} out of 6 / give {title} {stars} stars / {title} gets {stars} points out of 5 from me | 给{title}打{stars}分,满分6分 / 给{title}{stars}颗星 / {title}我给5分中的{stars}分 | {title}を6点中{stars}点と評価 / {title}に星{stars}つ / {title}は5点満点で{stars}点 | {title}에 6점 만점에 {stars}점 줘 / {title} 별점 {stars}개 / {title} 5점 중에 {stars}점
Rate the current {work} {stars} of 6 / rate the last {work} I read {stars} stars / rate the next {work} {stars} | 给当前{work}打{stars}分(满分6) / 给我读的上一本{work}{stars}星 / 给下一个{work}打{stars}分 | 今の{work}を6点中{stars}点と評価して / 前に読んだ{work}に星{stars}つ / 次の{work}を{stars}点に | 지금 {work} 6점 중 {stars}점 / 지난번에 읽은 {work} 별 {stars}개 / 다음 {work} {stars}점으로 평가
Who directed {title} / who plays in {title} / who is the actor in {title} | {title}是谁导演的 / {title}有哪些演员 / {title}里的演员是谁 | {title}の監督は誰 / {title}には誰が出ている / {title}の俳優は | {title} 감독이 누구야? / {title}에 누가 나와? / {title} 배우 누구야?
Buy {few} tickets for {title} / book {few} seats for {title} {day} | 买{few}张{title}的票 / 订{day}{title}的{few}个座位 | {title}のチケットを{few}枚買って / {day}の{title}の席を{few}つ予約 | {title} 표 {few}장 사 줘 / {day} {title} {few}자리 예약해 줘
Recommend a film for {day} / what should I watch {day} / suggest a good movie | 推荐一部{day}看的电影 / {day}看什么好 / 推荐一部好电影 | {day}に見る映画を勧めて / {day}何を見ようか / いい映画を教えて | {day}에 볼 영화 추천해 줘 / {day} 뭐 볼까? / 좋은 영화 추천

calls:
Call {person} / phone {person} / give {person} a call / dial {person} | 给{person}打电话 / 打电话给{person} / 呼叫{person} | {person}に電話して / {person}に電話をかけて | {person}에게 전화해 줘 / {person}한테 전화 걸어 줘
Text {person} that I'll be late / tell {person} I'm running late / message {person} I will be {length} late | 发短信告诉{person}我会迟到 / 跟{person}说我要晚到 / 告诉{person}我会晚{length} | {person}に遅れるとメールして / {person}に遅刻すると伝えて / {person}に{length}遅れると連絡して | {person}에게 늦는다고 문자 보내 줘 / {person}한테 늦을 거라고 전해 줘 / {person}에게 {length} 늦는다고 해 줘
Send a message to {person} / text {person} / write to {person} / message {person} | 给{person}发信息 / 给{person}发短信 / 写信给{person} | {person}にメッセージを送って / {person}にメールして / {person}に連絡して | {person}에게 메시지 보내 줘 / {person}한테 문자 보내 / {person}에게 연락해 줘
Read my messages / do I have new messages / check my email / any new mail | 读我的信息 / 我有新消息吗 / 查看邮件 / 有新邮件吗 | メッセージを読んで / 新しいメッセージはありますか / メールをチェックして | 메시지 읽어 줘 / 새 메시지 있어? / 메일 확인해 줘 / 새 메일 왔어?
Did {person} call / who called me / missed calls {day} | {person}打过电话吗 / 谁给我打电话了 / {day}的未接来电 | {person}から電話があった / 誰から電話があった / {day}の不在着信 | {person}한테서 전화 왔어? / 누가 전화했어? / {day} 부재중 전화
What's {person}'s phone number / find the number of {person} / {person}'s contact | {person}的电话号码是多少 / 查{person}的号码 / {person}的联系方式 | {person}の電話番号は / {person}の番号を探して / {person}の連絡先 | {person} 전화번호 뭐야? / {person} 번호 찾아 줘 / {person} 연락처

navigation:
How do I get to {venue} / directions to {venue} / take me to {venue} / navigate to {venue} | 怎么去{venue} / 去{venue}的路线 / 带我去{venue} / 导航到{venue} | {venue}へはどう行けばいい / {venue}への道順 / {venue}まで案内して | {venue}에 어떻게 가? / {venue} 가는 길 / {venue}까지 안내해 줘
Where is the nearest {venue} / find {venue} near me / is {venue} close by | 最近的{venue}在哪里 / 找附近的{venue} / {venue}近吗 | 一番近い{venue}はどこ / 近くの{venue}を探して / {venue}は近いですか | 가장 가까운 {venue} 어디야? / 근처 {venue} 찾아 줘 / {venue} 가까워?
How long does it take to {venue} / how far is {venue} / distance to {venue} | 到{venue}要多久 / {venue}有多远 / 到{venue}的距离 | {venue}までどのくらいかかる / {venue}までの距離は / {venue}は遠いですか | {venue}까지 얼마나 걸려? / {venue} 얼마나 멀어? / {venue}까지 거리
How long does it take from {place} to {place2} / how far is {place2} from {place} / drive from {place} to {place2} | 从{place}到{place2}要多久 / {place2}离{place}多远 / 从{place}开车到{place2} | {place}から{place2}までどのくらいかかる / {place}から{place2}までの距離 / {place}から{place2}まで車で行く | {place}에서 {place2}까지 얼마나 걸려? / {place}에서 {place2} 거리 / {place}에서 {place2}까지 운전
How's the traffic {day} / is there a traffic jam on the way to {venue} | {day}路况怎么样 / 去{venue}的路上堵车吗 | {day}の道路の混み具合は / {venue}への道は渋滞していますか | {day} 교통 상황 어때? / {venue} 가는 길 막혀?
Which train goes to {place} / when is the next train to {place} / last bus to {venue} | 去{place}坐哪趟火车 / 下一班去{place}的火车几点 / 去{venue}的末班车 | {place}行きの電車はどれ / {place}への次の電車は何時 / {venue}行きの最終バス | {place} 가는 기차 어느 거야? / {place} 가는 다음 기차 몇 시야? / {venue} 가는 막차
Avoid the highway / take a route without tolls / find a faster way | 不走高速 / 走不收费的路线 / 找更快的路 | 高速道路を避けて / 有料道路を使わないルート / もっと速い道を探して | 고속도로 피해 줘 / 무료 도로로 안내해 / 더 빠른 길 찾아 줘
Where did I park the car / I parked on level {few} | 我把车停在哪儿了 / 我停在{few}层 | 車をどこに止めたっけ / {few}階に駐車した | 차 어디에 세웠지? / {few}층에 주차했어
Call a taxi to {venue} / I need a taxi at {time} / get me a cab | 叫一辆去{venue}的出租车 / 我{time}需要出租车 / 帮我打车 | {venue}までタクシーを呼んで / {time}にタクシーが必要 | {venue}까지 택시 불러 줘 / {time}에 택시 필요해

chat:
Hello / hi there / good morning / hey | 你好 / 早上好 / 嗨 / 您好 | こんにちは / おはよう / おはようございます / やあ | 안녕 / 안녕하세요 / 좋은 아침이에요
Good night / sleep well | 晚安 / 睡个好觉 | おやすみ / おやすみなさい | 잘 자 / 안녕히 주무세요
Thank you / thanks a lot / thanks for your help | 谢谢 / 多谢 / 谢谢你的帮助 | ありがとう / どうもありがとうございます / 助かりました | 고마워 / 감사합니다 / 도와줘서 고마워
Goodbye / see you later / bye | 再见 / 回头见 / 拜拜 | さようなら / またね / じゃあね | 잘 가 / 또 봐 / 안녕히 계세요
Sorry / I'm sorry / my apologies | 对不起 / 抱歉 / 不好意思 | ごめん / ごめんなさい / すみません | 미안해 / 죄송합니다
Yes / sure / okay, do it | 好的 / 是的 / 行 | はい / いいよ / 了解 | 네 / 그래 / 좋아
No / no thanks / not now | 不 / 不用了 / 现在不要 | いいえ / 結構です / 今はいい | 아니 / 괜찮아 / 지금은 말고
How are you / how's it going / what's up | 你好吗 / 最近怎么样 / 过得如何 | 元気ですか / 調子はどう / 最近どう | 잘 지내? / 어떻게 지내? / 요즘 어때?
What can you do / help me / what are you able to do | 你能做什么 / 帮帮我 / 你会什么 | 何ができますか / 助けて / できることを教えて | 뭐 할 수 있어? / 도와줘 / 무슨 기능이 있어?
What do you know about me / what have you remembered about me | 你知道我的什么 / 你记住了我的哪些事 | 私について何を知っていますか / 私のことを何を覚えている | 나에 대해 뭘 알아? / 나에 대해 뭘 기억해?
Forget that / delete what I told you / don't remember this | 忘掉那个 / 删除我告诉你的 / 别记住这个 | それを忘れて / 今言ったことを消して / これは覚えないで | 그거 잊어 줘 / 내가 말한 거 지워 줘 / 이건 기억하지 마
Tell me a joke / say something funny | 给我讲个笑话 / 说点好笑的 | 冗談を言って / 面白いことを言って | 농담 해 줘 / 재밌는 얘기 해 줘
What time is it / what time is it in {place} / current time in {place} | 现在几点 / {place}现在几点 / {place}的时间 | 今何時 / {place}は今何時 / {place}の現在時刻 | 지금 몇 시야? / {place}는 지금 몇 시야? / {place} 현재 시각
What's the date today / what day is it / which day of the week is {monthDay} | 今天几号 / 今天星期几 / {monthDay}是星期几 | 今日は何日 / 今日は何曜日 / {monthDay}は何曜日 | 오늘 며칠이야? / 오늘 무슨 요일이야? / {monthDay}은 무슨 요일이야?
Translate this into {language} / how do you say this in {language} | 把这个翻译成{language} / 这个用{language}怎么说 | これを{language}に訳して / これは{language}で何と言いますか | 이거 {language}로 번역해 줘 / 이걸 {language}로 뭐라고 해?
Turn on the lights / lights on / switch on the lamp in the bedroom | 开灯 / 打开卧室的灯 | 電気をつけて / 寝室の明かりをつけて | 불 켜 줘 / 침실 불 켜
Turn off the TV / switch off the television | 关电视 / 把电视关掉 | テレビを消して | 텔레비전 꺼 줘 / TV 꺼
Set the heating to {count} degrees / turn the air conditioner to {count} | 把暖气调到{count}度 / 空调开到{count}度 | 暖房を{count}度にして / エアコンを{count}度に設定 | 난방 {count}도로 맞춰 줘 / 에어컨 {count}도로 해 줘
`
