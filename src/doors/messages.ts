/**
 * Failures as sentences in the person's language: what happened, and what to do. By code; a failure without a row
 * here says its own plain English.
 */

import type { Failure } from '../base/result.ts'
import { settled } from '../dialogue/particles.ts'
import type { Language } from '../spec.ts'
import { AGENT_ROWS } from './messages-agents.ts'
import { AUDIT_ROWS, whyBroken } from './messages-audit.ts'
import { HOME_ROWS } from './messages-home.ts'
import { MEMORY_ROWS } from './messages-memory.ts'
import { MODEL_ROWS } from './messages-models.ts'
import { PEOPLE_ROWS } from './messages-people.ts'
import { TRAINING_ROWS } from './messages-training.ts'

type Row = Record<Language, string>

const ROWS: Record<string, Row> = {
  ...AGENT_ROWS,
  ...AUDIT_ROWS,
  ...HOME_ROWS,
  ...MEMORY_ROWS,
  ...MODEL_ROWS,
  ...PEOPLE_ROWS,
  ...TRAINING_ROWS,
  'token-missing': {
    en: 'Sign in first: open the address that the server printed when it started.',
    zh: '请先登录：打开服务启动时显示的网址。',
    ja: '先にサインインしてください。サーバーの起動時に表示されたアドレスを開きます。',
    ko: '먼저 로그인해 주세요. 서버를 시작할 때 나온 주소를 열면 돼요.',
  },
  'token-wrong': {
    en: 'That token does not fit. It is in the file “token” of the data folder.',
    zh: '令牌不对。正确的令牌在数据文件夹的“token”文件里。',
    ja: 'トークンが違います。データフォルダーの「token」ファイルにあります。',
    ko: '토큰이 맞지 않아요. 데이터 폴더의 “token” 파일에 있어요.',
  },
  'host-refused': {
    en: 'This server does not answer to “{host}”. Add the name to MACARON_HOSTS if it is yours.',
    zh: '服务器不接受“{host}”这个名称。如果是你的，请加入 MACARON_HOSTS。',
    ja: 'このサーバーは「{host}」宛てには応答しません。自分の名前なら MACARON_HOSTS に加えてください。',
    ko: '이 서버는 “{host}”(으)로 온 요청에 답하지 않아요. 내 이름이면 MACARON_HOSTS에 추가하세요.',
  },
  'origin-refused': {
    en: 'Refused: the request came from another site ({origin}).',
    zh: '已拒绝：请求来自其他网站({origin})。',
    ja: '拒否しました。別のサイト({origin})からの要求です。',
    ko: '거부했어요. 다른 사이트({origin})에서 온 요청이에요.',
  },
  'request-invalid': {
    en: 'The request is not well-formed: {problem}',
    zh: '请求格式不对:{problem}',
    ja: '要求の形式が正しくありません: {problem}',
    ko: '요청 형식이 맞지 않아요: {problem}',
  },
  'too-large': {
    en: 'That is too long: at most {most} here. Please send less at a time.',
    zh: '内容太长：这里最多 {most}。请分几次发送。',
    ja: '長すぎます。ここでは {most} までです。分けて送ってください。',
    ko: '너무 길어요. 여기서는 {most}까지예요. 나눠서 보내 주세요.',
  },
  'too-many': {
    en: 'Too much is under way at once. Wait until something has ended, then try again.',
    zh: '同时进行的事情太多了。请等一些完成后再试。',
    ja: '同時に進んでいる作業が多すぎます。どれかが終わってから、もう一度お試しください。',
    ko: '한꺼번에 너무 많은 일이 진행되고 있어요. 몇 가지가 끝난 뒤 다시 시도해 주세요.',
  },
  'message-empty': {
    en: 'The message is empty. Say what you would like to keep, plan or count.',
    zh: '消息是空的。说说你想记录、计划或计算什么吧。',
    ja: 'メッセージが空です。記録・計画・計算したいことを書いてください。',
    ko: '메시지가 비어 있어요. 기록하거나 계획하거나 계산하고 싶은 것을 적어 주세요.',
  },
  'file-unreadable': {
    en: 'There is no file {file} that can be read.',
    zh: '读不到文件 {file}。',
    ja: 'ファイル {file} を読めません。',
    ko: '{file} 파일을 읽을 수 없어요.',
  },
  'file-no-export': {
    en: '{file} is not what “macaron export” writes. Nothing was brought in.',
    zh: '{file} 不是“macaron export”导出的文件，没有导入任何内容。',
    ja: '{file} は「macaron export」で書き出したファイルではありません。何も取り込んでいません。',
    ko: '{file}은(는) “macaron export”로 만든 파일이 아니에요. 아무것도 가져오지 않았어요.',
  },
  'file-unwritable': {
    en: '{file} could not be written. Is there such a folder, and may it be written to?',
    zh: '无法写入 {file}。请确认文件夹存在且可以写入。',
    ja: '{file} に書き込めません。フォルダーがあり、書き込めるか確かめてください。',
    ko: '{file}에 쓸 수 없어요. 폴더가 있는지, 쓸 수 있는지 확인해 주세요.',
  },
  'turn-unknown': {
    en: 'Nothing is running under that id; it may have ended.',
    zh: '没有正在进行的这个任务，可能已经结束。',
    ja: 'その作業は実行されていません。すでに終わったのかもしれません。',
    ko: '실행 중인 작업이 아니에요. 이미 끝났을 수 있어요.',
  },
  'turn-cancelled': { en: 'Stopped, as you asked.', zh: '已按你的要求停止。', ja: 'ご要望どおり止めました。', ko: '요청대로 멈췄어요.' },
  'turn-broken': {
    en: 'Something went wrong on our side ({problem}). What you entered is kept; please try again.',
    zh: '我们这边出错了({problem})。你输入的内容都在，请再试一次。',
    ja: 'こちらで問題が起きました({problem})。入力した内容は残っています。もう一度お試しください。',
    ko: '저희 쪽에 문제가 생겼어요({problem}). 입력한 내용은 남아 있어요. 다시 시도해 주세요.',
  },
  'app-unknown': {
    en: 'There is no such app; it may have been removed.',
    zh: '没有这个应用，可能已被删除。',
    ja: 'そのアプリはありません。削除されたのかもしれません。',
    ko: '그런 앱이 없어요. 삭제되었을 수 있어요.',
  },
  'collection-unknown': {
    en: 'This app has no part called “{collection}”.',
    zh: '这个应用里没有“{collection}”。',
    ja: 'このアプリに「{collection}」はありません。',
    ko: '이 앱에는 “{collection}” 항목이 없어요.',
  },
  'currency-other': {
    en: '“{app}” keeps amounts in {keeps}, so {said} was not noted: it would look like another amount. Say it in {keeps}, or change the currency of the app.',
    zh: '“{app}”里的金额都是 {keeps}，所以没有记下 {said}，免得变成另一个数目。请换算成 {keeps} 再说，或者更改这个应用的货币。',
    ja: '「{app}」の金額は {keeps} なので、{said} は記録していません（別の金額になってしまうため）。{keeps} で言い直すか、アプリの通貨を変えてください。',
    ko: '“{app}” 앱의 금액은 {keeps} 기준이라 {said}은(는) 기록하지 않았어요. 다른 금액처럼 보이기 때문이에요. {keeps}(으)로 다시 말하거나 앱의 통화를 바꿔 주세요.',
  },
  'record-unknown': {
    en: 'I found no such entry.',
    zh: '没有找到这样的记录。',
    ja: 'その記録は見つかりませんでした。',
    ko: '그런 기록을 찾지 못했어요.',
  },
  'entry-unknown': {
    en: 'I found no entry called “{name}”. Nothing was changed.',
    zh: '没有找到叫“{name}”的记录，什么都没改。',
    ja: '「{name}」という記録は見つかりませんでした。何も変えていません。',
    ko: '“{name}” 기록을 찾지 못했어요. 아무것도 바꾸지 않았어요.',
  },
  'approval-unknown': {
    en: 'Nothing of that kind waits any more.',
    zh: '没有这样的待定事项了。',
    ja: 'お待ちしているものはもうありません。',
    ko: '기다리고 있는 것이 더는 없어요.',
  },
  'approval-broken': {
    en: 'What waited can no longer be read, so nothing was published. Ask for it again.',
    zh: '等待中的内容已无法读取，所以没有发布任何东西。请重新提出。',
    ja: 'お待ちしていた内容が読み取れなくなったため、何も公開していません。もう一度お頼みください。',
    ko: '기다리던 내용을 더는 읽을 수 없어서 아무것도 게시하지 않았어요. 다시 부탁해 주세요.',
  },
  'approval-decided': {
    en: 'That was decided already ({what}); nothing is done twice.',
    zh: '已经决定过了（{what}），不会重复执行。',
    ja: 'すでに決まっています（{what}）。二度は行いません。',
    ko: '이미 정해졌어요({what}). 두 번 하지는 않아요.',
  },
  'approval-edited': {
    en: 'It was changed since you looked at it ({what}), so nothing was done. Look at it as it is now, then decide.',
    zh: '你看过之后它又改了（{what}），所以没有执行。请看看现在的内容再决定。',
    ja: 'ご覧になったあとで変わったため（{what}）、行いませんでした。今の内容を見てから決めてください。',
    ko: '보신 뒤에 바뀌어서({what}) 하지 않았어요. 지금 내용을 보고 정해 주세요.',
  },
  'edit-unknown': {
    en: 'There is nothing called “{field}” to change here. “macaron approvals” lists what can be changed.',
    zh: '这里没有可以更改的“{field}”。用“macaron approvals”查看可以更改的内容。',
    ja: 'ここで変えられる「{field}」はありません。変えられるものは「macaron approvals」で見られます。',
    ko: '여기서 바꿀 수 있는 “{field}”이(가) 없어요. “macaron approvals”로 바꿀 수 있는 것을 보세요.',
  },
  'edit-text': {
    en: '{field} does not fit: give it a text that is not empty and not too long, or yes or no.',
    zh: '{field}不合适：请输入不为空且不太长的文字，或选择是或否。',
    ja: '{field}に合いません。空でなく長すぎない文字か、はい・いいえを入れてください。',
    ko: '{field}에 맞지 않아요. 비어 있지 않고 너무 길지 않은 글이나 예/아니요를 넣어 주세요.',
  },
  'edit-amount': {
    en: '{field} does not fit: give it a number from {least} to {most}.',
    zh: '{field}不合适：请输入 {least} 到 {most} 之间的数。',
    ja: '{field}に合いません。{least} から {most} までの数を入れてください。',
    ko: '{field}에 맞지 않아요. {least}부터 {most}까지의 수를 넣어 주세요.',
  },
  'edit-nothing': {
    en: 'Nothing would be left to do. Decline it instead.',
    zh: '这样就没有要做的事了。请改为拒绝。',
    ja: 'これでは何も行うことが残りません。見送る場合は「いいえ」を選んでください。',
    ko: '이러면 할 일이 남지 않아요. 대신 거절해 주세요.',
  },
  'edit-nothing-new': {
    en: 'Nothing of it was changed; it waits as it was.',
    zh: '没有更改任何内容，仍按原样等待。',
    ja: '何も変わっていません。元のままお待ちしています。',
    ko: '바뀐 것이 없어요. 원래대로 기다려요.',
  },
  'edit-unfit': {
    en: 'The app would not hold together like that: something in it goes by what you took out or changed. It waits as it was.',
    zh: '这样应用就不完整了：其中有内容要用到你去掉或修改的部分。仍按原样等待。',
    ja: 'それではアプリが成り立ちません。外した、または変えた部分を使っているものがあります。元のままお待ちしています。',
    ko: '그러면 앱이 맞지 않아요. 빼거나 바꾼 것을 쓰는 부분이 있어요. 원래대로 기다려요.',
  },
  'edit-unchecked': {
    en: 'As you changed it, it did not pass its check ({problem}), so it waits as it was.',
    zh: '按你的修改没有通过检查（{problem}），所以仍按原样等待。',
    ja: '変えたものは確認に通りませんでした（{problem}）。元のままお待ちしています。',
    ko: '바꾼 대로는 점검을 통과하지 못했어요({problem}). 원래대로 기다려요.',
  },
  'record-moved': {
    en: 'An entry was changed meanwhile, so nothing was written. Ask for it again.',
    zh: '期间有记录被更改，所以没有写入。请重新提出。',
    ja: 'その間に記録が変わったため、書き込みませんでした。もう一度お頼みください。',
    ko: '그 사이 기록이 바뀌어서 쓰지 않았어요. 다시 부탁해 주세요.',
  },
  'approval-expired': {
    en: 'That waited too long, so it was dropped: {what}. Ask for it again.',
    zh: '等待太久，已经作废：{what}。请重新提出。',
    ja: '時間がたちすぎたため取りやめました：{what}。もう一度お頼みください。',
    ko: '너무 오래 기다려서 그만뒀어요: {what}. 다시 부탁해 주세요.',
  },
  'checkpoint-unknown': {
    en: 'There is no such version of this app.',
    zh: '这个应用没有这个版本。',
    ja: 'このアプリにその版はありません。',
    ko: '이 앱에 그런 버전이 없어요.',
  },
  'event-unknown': {
    en: 'Nothing is recorded under that id.',
    zh: '没有这个编号的记录。',
    ja: 'その番号の記録はありません。',
    ko: '그 번호의 기록이 없어요.',
  },
  'memory-unknown': { en: 'That is not remembered.', zh: '没有这条记忆。', ja: 'その記憶はありません。', ko: '그런 기억이 없어요.' },
  'page-unknown': {
    en: 'There is nothing at this address.',
    zh: '这个地址没有内容。',
    ja: 'このアドレスには何もありません。',
    ko: '이 주소에는 아무것도 없어요.',
  },
  'nothing-to-undo': {
    en: 'There is nothing to undo.',
    zh: '没有可以撤销的操作。',
    ja: '元に戻すものがありません。',
    ko: '되돌릴 것이 없어요.',
  },
  'nothing-to-redo': {
    en: 'There is nothing to redo.',
    zh: '没有可以重做的操作。',
    ja: 'やり直すものがありません。',
    ko: '다시 할 것이 없어요.',
  },
  'disk-full': {
    en: 'The disk is full, so nothing was saved. Free some space and try again.',
    zh: '磁盘已满，没有保存。请腾出空间后再试。',
    ja: 'ディスクがいっぱいで保存できませんでした。空きを作ってからもう一度お試しください。',
    ko: '디스크가 가득 차서 저장하지 못했어요. 공간을 비우고 다시 시도해 주세요.',
  },
  'disk-read-only': {
    en: 'The data folder cannot be written to, so nothing was saved. Check its permissions.',
    zh: '数据文件夹无法写入，没有保存。请检查权限。',
    ja: 'データフォルダーに書き込めないため保存できませんでした。権限を確認してください。',
    ko: '데이터 폴더에 쓸 수 없어 저장하지 못했어요. 권한을 확인해 주세요.',
  },
  'database-corrupt': {
    en: 'A database in {home} is damaged. Nothing was changed. Put a backup in its place (macaron restore FILE --replace), or move the file away to start anew.',
    zh: '{home} 里的数据库已损坏，没有做任何更改。请用备份替换（macaron restore FILE --replace），或移走文件重新开始。',
    ja: '{home} のデータベースが壊れています。何も変更していません。バックアップに置き換えるか（macaron restore FILE --replace）、ファイルを移して新しく始めてください。',
    ko: '{home}의 데이터베이스가 손상됐어요. 아무것도 바꾸지 않았어요. 백업으로 바꾸거나(macaron restore FILE --replace) 파일을 옮기고 새로 시작하세요.',
  },
  'home-in-use': {
    en: 'Another macaron already uses this data folder. Stop it, or set MACARON_HOME to another folder.',
    zh: '已有另一个 macaron 在使用这个数据文件夹。请停止它，或把 MACARON_HOME 设为别的文件夹。',
    ja: '別の macaron がこのデータフォルダーを使っています。止めるか、MACARON_HOME を別のフォルダーにしてください。',
    ko: '다른 macaron이 이 데이터 폴더를 쓰고 있어요. 멈추거나 MACARON_HOME을 다른 폴더로 지정하세요.',
  },
  'conversation-unknown': {
    en: 'There is no such conversation.',
    zh: '没有这个对话。',
    ja: 'その会話はありません。',
    ko: '그런 대화가 없어요.',
  },
  'version-unknown': {
    en: 'This app has no version {version}.',
    zh: '这个应用没有第 {version} 版。',
    ja: 'このアプリに第 {version} 版はありません。',
    ko: '이 앱에 {version} 버전이 없어요.',
  },
  'field-unknown': {
    en: '“{collection}” has no field “{field}”.',
    zh: '“{collection}”里没有“{field}”这一项。',
    ja: '「{collection}」に「{field}」という項目はありません。',
    ko: '“{collection}”에 “{field}” 항목이 없어요.',
  },
  'relation-unknown': {
    en: '“{field}” points to an entry that is not there.',
    zh: '“{field}”指向的记录不存在。',
    ja: '「{field}」が指す記録はありません。',
    ko: '“{field}”이(가) 가리키는 기록이 없어요.',
  },
  'record-exists': {
    en: 'An entry with this id is there already.',
    zh: '已有相同编号的记录。',
    ja: '同じ番号の記録がすでにあります。',
    ko: '같은 번호의 기록이 이미 있어요.',
  },
  'value-missing': {
    en: '“{field}” needs a value.',
    zh: '请填写“{field}”。',
    ja: '「{field}」を入力してください。',
    ko: '“{field}”을(를) 입력해 주세요.',
  },
  'value-invalid': {
    en: '“{value}” does not fit “{field}”.',
    zh: '“{value}”不适合填入“{field}”。',
    ja: '「{value}」は「{field}」に合いません。',
    ko: '“{value}”은(는) “{field}”에 맞지 않아요.',
  },
  'value-too-small': {
    en: '“{field}” is at least {min}; {value} is less.',
    zh: '“{field}”不能小于 {min}，现在是 {value}。',
    ja: '「{field}」は {min} 以上です({value} は小さすぎます)。',
    ko: '“{field}”은(는) {min} 이상이어야 해요. {value}은(는) 너무 작아요.',
  },
  'value-too-large': {
    en: '“{field}” is at most {max}; {value} is more.',
    zh: '“{field}”不能大于 {max}，现在是 {value}。',
    ja: '「{field}」は {max} 以下です({value} は大きすぎます)。',
    ko: '“{field}”은(는) {max} 이하여야 해요. {value}은(는) 너무 커요.',
  },
  'value-too-long': {
    en: '“{field}” is too long: at most {most}.',
    zh: '“{field}”太长：最多 {most}。',
    ja: '「{field}」が長すぎます。{most} までです。',
    ko: '“{field}”이(가) 너무 길어요. {most}까지예요.',
  },
  'value-computed': {
    en: '“{field}” is worked out by the app and cannot be set.',
    zh: '“{field}”由应用计算，不能直接填写。',
    ja: '「{field}」はアプリが計算するので入力できません。',
    ko: '“{field}”은(는) 앱이 계산하는 값이라 입력할 수 없어요.',
  },
  'write-invalid': {
    en: 'The change is not well-formed: it needs an id of its own, and values by field.',
    zh: '修改的格式不对：需要自己的编号和按字段给出的值。',
    ja: '変更の形式が正しくありません。固有の番号と、項目ごとの値が必要です。',
    ko: '변경 형식이 맞지 않아요. 고유한 번호와 항목별 값이 필요해요.',
  },
  'writes-too-many': {
    en: 'Too many changes at once: at most {most}.',
    zh: '一次修改太多：最多 {most} 项。',
    ja: '一度の変更が多すぎます。{most} 件までです。',
    ko: '한 번에 바꾸는 것이 너무 많아요. {most}개까지예요.',
  },
  'app-full': {
    en: 'This app holds {most} entries, which is all it can. Delete some first.',
    zh: '这个应用已有 {most} 条记录，达到上限。请先删除一些。',
    ja: 'このアプリの記録は上限の {most} 件です。先にいくつか削除してください。',
    ko: '이 앱의 기록이 한도인 {most}개예요. 먼저 몇 개를 지워 주세요.',
  },
  'kept-full': {
    en: 'The settings of this app take too much room.',
    zh: '这个应用的设置占用空间过多。',
    ja: 'このアプリの設定が大きすぎます。',
    ko: '이 앱의 설정이 너무 커요.',
  },
  'capability-unknown': {
    en: 'This app does not ask for that right.',
    zh: '这个应用没有申请这项权限。',
    ja: 'このアプリはその権限を求めていません。',
    ko: '이 앱은 그 권한을 요청하지 않아요.',
  },
  'csv-empty': {
    en: 'This table has no rows under its headers.',
    zh: '表格在标题行下没有数据。',
    ja: '表の見出しの下に行がありません。',
    ko: '표의 제목 아래에 행이 없어요.',
  },
  'csv-too-large': {
    en: 'This table is too large: at most {most}.',
    zh: '表格太大：最多 {most}。',
    ja: '表が大きすぎます。{most} までです。',
    ko: '표가 너무 커요. {most}까지예요.',
  },
  'csv-unreadable': {
    en: 'The table cannot be read: in row {row} a quotation mark is not closed.',
    zh: '无法读取表格：第 {row} 行的引号没有关闭。',
    ja: '表を読めません。{row} 行目の引用符が閉じていません。',
    ko: '표를 읽을 수 없어요. {row}행의 따옴표가 닫히지 않았어요.',
  },
  'csv-unknown-columns': {
    en: 'None of the columns is one of “{collection}”. Its columns are: {columns}.',
    zh: '没有一列属于“{collection}”。它的列是:{columns}。',
    ja: '「{collection}」に合う列がありません。列は次のとおりです: {columns}。',
    ko: '“{collection}”에 맞는 열이 없어요. 열은 다음과 같아요: {columns}.',
  },
  'spec-incoherent': {
    en: 'The app does not hold together: {problem}.',
    zh: '这个应用前后不一致:{problem}。',
    ja: 'アプリの内容に矛盾があります: {problem}。',
    ko: '앱의 내용이 서로 맞지 않아요: {problem}.',
  },
  'formula-invalid': {
    en: 'The formula “{formula}” cannot be read.',
    zh: '公式“{formula}”无法读取。',
    ja: '数式「{formula}」を読めません。',
    ko: '수식 “{formula}”을(를) 읽을 수 없어요.',
  },
  'bundle-failed': {
    en: 'The page of this app could not be put together. Undo its last change, or ask for it again.',
    zh: '这个应用的页面无法生成。请撤销上一次修改，或重新提出要求。',
    ja: 'このアプリのページを組み立てられませんでした。最後の変更を元に戻すか、もう一度頼んでください。',
    ko: '이 앱의 페이지를 만들지 못했어요. 마지막 변경을 되돌리거나 다시 요청해 주세요.',
  },
  'browser-unavailable': {
    en: 'No browser was found to check apps with. Install Chrome, Chromium or Edge, or set MACARON_BROWSER.',
    zh: '没有找到用来检查应用的浏览器。请安装 Chrome、Chromium 或 Edge,或设置 MACARON_BROWSER。',
    ja: 'アプリを確かめるブラウザーが見つかりません。Chrome、Chromium、Edge のいずれかを入れるか、MACARON_BROWSER を設定してください。',
    ko: '앱을 시험할 브라우저를 찾지 못했어요. Chrome, Chromium, Edge 중 하나를 설치하거나 MACARON_BROWSER를 설정해 주세요.',
  },
  'browser-died': {
    en: 'The browser ended in the middle of the check. Please try again.',
    zh: '检查过程中浏览器意外退出。请再试一次。',
    ja: '確認の途中でブラウザーが終了しました。もう一度お試しください。',
    ko: '시험하는 중에 브라우저가 꺼졌어요. 다시 시도해 주세요.',
  },
  'disk-error': {
    en: 'The disk did not answer as it should, so nothing was changed. Check the disk and try again.',
    zh: '磁盘没有正常响应，没有做任何更改。请检查磁盘后再试。',
    ja: 'ディスクが正しく応答しないため、何も変更していません。ディスクを確認してもう一度お試しください。',
    ko: '디스크가 제대로 응답하지 않아 아무것도 바꾸지 않았어요. 디스크를 확인하고 다시 시도해 주세요.',
  },
  'home-unwritable': {
    en: '{home} cannot be written to. Check that it is a folder of yours, or choose another with MACARON_HOME.',
    zh: '无法写入 {home}。请确认它是你的文件夹，或用 MACARON_HOME 另选一个。',
    ja: '{home} に書き込めません。自分のフォルダーか確かめるか、MACARON_HOME で別のフォルダーを選んでください。',
    ko: '{home}에 쓸 수 없어요. 내 폴더인지 확인하거나 MACARON_HOME으로 다른 폴더를 고르세요.',
  },
  'database-newer': {
    en: '{home} was made by a newer Open Macaron. Update this one, then start it again.',
    zh: '{home} 由更新版本的 Open Macaron 创建。请先更新，再启动。',
    ja: '{home} は新しい版の Open Macaron で作られています。更新してから起動してください。',
    ko: '{home}은(는) 더 새로운 Open Macaron에서 만들어졌어요. 업데이트한 뒤 다시 시작하세요.',
  },
  'journal-broken': {
    en: 'The record of what happened does not verify: something outside this program changed it.',
    zh: '历史记录校验不通过：它被本程序以外的东西改动过。',
    ja: '履歴の検証に失敗しました。このプログラムの外で変更されています。',
    ko: '기록의 검증에 실패했어요. 이 프로그램 밖에서 바뀌었어요.',
  },
  'port-taken': {
    en: 'Cannot listen on {host}, port {port}. Stop what uses it, or set PORT to another.',
    zh: '无法在 {host} 的端口 {port} 上监听。请停止占用它的程序，或把 PORT 设为别的端口。',
    ja: '{host} のポート {port} で待ち受けられません。使っているものを止めるか、PORT を別の番号にしてください。',
    ko: '{host}의 포트 {port}을(를) 열 수 없어요. 쓰고 있는 것을 멈추거나 PORT를 다른 번호로 지정하세요.',
  },
}

export function sentence(failure: Failure, language: Language): string {
  if (failure.code === 'journal-broken' && failure.values?.why) return whyBroken(failure, language)
  const row = Object.hasOwn(ROWS, failure.code) ? ROWS[failure.code] : undefined
  if (!row) return failure.message
  const said = row[language].replace(/\{(\w{1,20})\}/g, (_, name: string) => String(failure.values?.[name] ?? ''))
  return language === 'ko' ? settled(said) : said
}
