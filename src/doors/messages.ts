/**
 * Failures as sentences in the person's language: what happened, and what to do. By code; a failure without a row
 * here says its own plain English.
 */
import type { Failure } from '../base/result.ts'
import type { Language } from '../spec.ts'

type Row = Record<Language, string>

const ROWS: Record<string, Row> = {
  'token-missing': {
    en: 'Sign in first: open the address that the server printed when it started.',
    zh: '请先登录:打开服务启动时显示的网址。',
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
    zh: '服务器不接受“{host}”这个名称。如果是你的,请加入 MACARON_HOSTS。',
    ja: 'このサーバーは「{host}」宛てには応答しません。自分の名前なら MACARON_HOSTS に加えてください。',
    ko: '이 서버는 “{host}”(으)로 온 요청에 답하지 않아요. 내 이름이면 MACARON_HOSTS에 추가하세요.',
  },
  'origin-refused': {
    en: 'Refused: the request came from another site ({origin}).',
    zh: '已拒绝:请求来自其他网站({origin})。',
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
    zh: '内容太长:这里最多 {most}。请分几次发送。',
    ja: '長すぎます。ここでは {most} までです。分けて送ってください。',
    ko: '너무 길어요. 여기서는 {most}까지예요. 나눠서 보내 주세요.',
  },
  'message-empty': {
    en: 'The message is empty. Say what you would like to keep, plan or count.',
    zh: '消息是空的。说说你想记录、计划或计算什么吧。',
    ja: 'メッセージが空です。記録・計画・計算したいことを書いてください。',
    ko: '메시지가 비어 있어요. 기록하거나 계획하거나 계산하고 싶은 것을 적어 주세요.',
  },
  'turn-unknown': {
    en: 'Nothing is running under that id; it may have ended.',
    zh: '没有正在进行的这个任务,可能已经结束。',
    ja: 'その作業は実行されていません。すでに終わったのかもしれません。',
    ko: '실행 중인 작업이 아니에요. 이미 끝났을 수 있어요.',
  },
  'turn-cancelled': { en: 'Stopped, as you asked.', zh: '已按你的要求停止。', ja: 'ご要望どおり止めました。', ko: '요청대로 멈췄어요.' },
  'turn-broken': {
    en: 'Something went wrong on our side ({problem}). What you entered is kept; please try again.',
    zh: '我们这边出错了({problem})。你输入的内容都在,请再试一次。',
    ja: 'こちらで問題が起きました({problem})。入力した内容は残っています。もう一度お試しください。',
    ko: '저희 쪽에 문제가 생겼어요({problem}). 입력한 내용은 남아 있어요. 다시 시도해 주세요.',
  },
  'app-unknown': {
    en: 'There is no such app; it may have been removed.',
    zh: '没有这个应用,可能已被删除。',
    ja: 'そのアプリはありません。削除されたのかもしれません。',
    ko: '그런 앱이 없어요. 삭제되었을 수 있어요.',
  },
  'collection-unknown': {
    en: 'This app has no part called “{collection}”.',
    zh: '这个应用里没有“{collection}”。',
    ja: 'このアプリに「{collection}」はありません。',
    ko: '이 앱에는 “{collection}” 항목이 없어요.',
  },
  'record-unknown': {
    en: 'That entry is not there; it may have been deleted.',
    zh: '没有这条记录,可能已被删除。',
    ja: 'その記録はありません。削除されたのかもしれません。',
    ko: '그 기록이 없어요. 삭제되었을 수 있어요.',
  },
  'checkpoint-unknown': {
    en: 'There is no such version of this app.',
    zh: '这个应用没有这个版本。',
    ja: 'このアプリにその版はありません。',
    ko: '이 앱에 그런 버전이 없어요.',
  },
  'event-unknown': { en: 'Nothing is recorded under that id.', zh: '没有这个编号的记录。', ja: 'その番号の記録はありません。', ko: '그 번호의 기록이 없어요.' },
  'memory-unknown': { en: 'That is not remembered.', zh: '没有这条记忆。', ja: 'その記憶はありません。', ko: '그런 기억이 없어요.' },
  'page-unknown': { en: 'There is nothing at this address.', zh: '这个地址没有内容。', ja: 'このアドレスには何もありません。', ko: '이 주소에는 아무것도 없어요.' },
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
    zh: '磁盘已满,没有保存。请腾出空间后再试。',
    ja: 'ディスクがいっぱいで保存できませんでした。空きを作ってからもう一度お試しください。',
    ko: '디스크가 가득 차서 저장하지 못했어요. 공간을 비우고 다시 시도해 주세요.',
  },
  'disk-read-only': {
    en: 'The data folder cannot be written to, so nothing was saved. Check its permissions.',
    zh: '数据文件夹无法写入,没有保存。请检查权限。',
    ja: 'データフォルダーに書き込めないため保存できませんでした。権限を確認してください。',
    ko: '데이터 폴더에 쓸 수 없어 저장하지 못했어요. 권한을 확인해 주세요.',
  },
  'database-corrupt': {
    en: 'The database file is damaged. Nothing was changed. Put a backup in its place, or move the file away to start anew.',
    zh: '数据库文件已损坏,没有做任何更改。请用备份替换它,或移走它重新开始。',
    ja: 'データベースファイルが壊れています。何も変更していません。バックアップに置き換えるか、ファイルを移して新しく始めてください。',
    ko: '데이터베이스 파일이 손상됐어요. 아무것도 바꾸지 않았어요. 백업으로 바꾸거나 파일을 옮기고 새로 시작하세요.',
  },
  'home-in-use': {
    en: 'Another macaron already uses this data folder. Stop it, or set MACARON_HOME to another folder.',
    zh: '已有另一个 macaron 在使用这个数据文件夹。请停止它,或把 MACARON_HOME 设为别的文件夹。',
    ja: '別の macaron がこのデータフォルダーを使っています。止めるか、MACARON_HOME を別のフォルダーにしてください。',
    ko: '다른 macaron이 이 데이터 폴더를 쓰고 있어요. 멈추거나 MACARON_HOME을 다른 폴더로 지정하세요.',
  },
}

export function sentence(failure: Failure, language: Language): string {
  const row = Object.hasOwn(ROWS, failure.code) ? ROWS[failure.code] : undefined
  if (!row) return failure.message
  return row[language].replace(/\{(\w{1,20})\}/g, (_, name: string) => String(failure.values?.[name] ?? ''))
}
