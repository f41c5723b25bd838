/** What the page around an app says, in four languages. */
import type { Capability, Language } from '../../spec.ts'
import type { Offer } from './protocol.ts'

export type Words = {
  ask: Record<Exclude<Capability, 'ai'>, (name: string) => string>
  /** May it ask a model: the question, what is sent and where, what it costs at most. */
  askModel(name: string, offer: Offer): [question: string, ...told: string[]]
  yes: string
  no: string
  offline: string
  noAnswer: string
  sent: string
  refused: string
  stopped: string
  removed: string
  menu: string
  home: string
  undo: string
  redo: string
  exportCsv: string
  importCsv: string
  importAsk(good: number, bad: number): string
  imported(count: number): string
}

export const WORDS: Record<Language, Words> = {
  en: {
    ask: {
      notifications: (name) => `May “${name}” remind you with notifications on this device?`,
      clipboard: (name) => `May “${name}” put text on your clipboard when you press copy?`,
      download: (name) => `May “${name}” save files to this device?`,
    },
    askModel: (name, { provider, model, here, most, requests }) => [
      `May “${name}” ask a model?`,
      here
        ? `What the app asks and what it holds goes to ${model} on this machine, and nowhere else.`
        : `What the app asks and what it holds of yours is sent to ${provider} (${model}), outside this machine.`,
      `At most ${most} and ${requests} questions a day. The settings take this back at any time.`,
    ],
    yes: 'Yes',
    no: 'Not now',
    noAnswer: 'No answer came. Check the connection and try again.',
    offline: 'Offline. What you enter is kept and sent later.',
    sent: 'Back online. Everything is saved.',
    refused: 'One entry could not be saved: ',
    stopped: 'This app tried to leave its frame and was stopped. Reload to use it again.',
    removed: 'This app was removed.',
    menu: 'Menu',
    home: 'Home',
    undo: 'Undo',
    redo: 'Redo',
    exportCsv: 'Export CSV',
    importCsv: 'Import CSV',
    importAsk: (good, bad) =>
      `Add ${good} ${good === 1 ? 'entry' : 'entries'}?${bad ? ` ${bad} ${bad === 1 ? 'row does' : 'rows do'} not fit and ${bad === 1 ? 'is' : 'are'} left out.` : ''} You can undo this.`,
    imported: (count) => `${count} ${count === 1 ? 'entry' : 'entries'} added.`,
  },
  zh: {
    ask: {
      notifications: (name) => `允许“${name}”在这台设备上用通知提醒你吗？`,
      clipboard: (name) => `允许“${name}”在你点复制时写入剪贴板吗？`,
      download: (name) => `允许“${name}”把文件保存到这台设备吗？`,
    },
    askModel: (name, { provider, model, here, most, requests }) => [
      `允许“${name}”询问模型吗？`,
      here
        ? `应用提出的问题和其中的内容会交给这台机器上的 ${model}，不会去别处。`
        : `应用提出的问题和其中你的内容会发送到这台机器之外的 ${provider}（${model}）。`,
      `每天最多 ${most}、${requests} 个问题。随时可以在设置里收回。`,
    ],
    yes: '好',
    no: '暂不',
    noAnswer: '没有收到回答。请检查网络后再试。',
    offline: '已离线。输入的内容会先保存，稍后发送。',
    sent: '已恢复连接，全部已保存。',
    refused: '有一条没能保存:',
    stopped: '这个应用试图离开它的框架，已被停止。重新加载即可继续使用。',
    removed: '这个应用已被删除。',
    menu: '菜单',
    home: '首页',
    undo: '撤销',
    redo: '重做',
    exportCsv: '导出 CSV',
    importCsv: '导入 CSV',
    importAsk: (good, bad) => `要添加 ${good} 条记录吗？${bad ? `有 ${bad} 行不合适，会跳过。` : ''}之后可以撤销。`,
    imported: (count) => `已添加 ${count} 条记录。`,
  },
  ja: {
    ask: {
      notifications: (name) => `「${name}」がこの端末の通知でお知らせしてもよいですか？`,
      clipboard: (name) => `「${name}」がコピーの操作でクリップボードに書き込んでもよいですか？`,
      download: (name) => `「${name}」がこの端末にファイルを保存してもよいですか？`,
    },
    askModel: (name, { provider, model, here, most, requests }) => [
      `「${name}」がモデルに質問してもよいですか？`,
      here
        ? `アプリの質問とアプリの中の内容は、この機械の ${model} に渡されます。ほかへは送られません。`
        : `アプリの質問とアプリの中のあなたの内容は、この機械の外の ${provider}（${model}）に送られます。`,
      `1日に最大 ${most}、${requests} 回までです。設定でいつでも取り消せます。`,
    ],
    yes: 'はい',
    no: '今はしない',
    noAnswer: '答えが届きませんでした。接続を確かめて、もう一度お試しください。',
    offline: 'オフラインです。入力は保存され、あとで送られます。',
    sent: 'オンラインに戻りました。すべて保存されています。',
    refused: '保存できなかった入力があります:',
    stopped: 'このアプリは枠の外に出ようとしたため停止しました。再読み込みすると使えます。',
    removed: 'このアプリは削除されました。',
    menu: 'メニュー',
    home: 'ホーム',
    undo: '元に戻す',
    redo: 'やり直す',
    exportCsv: 'CSV を書き出す',
    importCsv: 'CSV を読み込む',
    importAsk: (good, bad) => `${good} 件を追加しますか？${bad ? `合わない ${bad} 行は読み込みません。` : ''}あとで元に戻せます。`,
    imported: (count) => `${count} 件を追加しました。`,
  },
  ko: {
    ask: {
      notifications: (name) => `“${name}” 앱이 이 기기에서 알림을 보내도 될까요?`,
      clipboard: (name) => `“${name}” 앱이 복사할 때 클립보드에 써도 될까요?`,
      download: (name) => `“${name}” 앱이 이 기기에 파일을 저장해도 될까요?`,
    },
    askModel: (name, { provider, model, here, most, requests }) => [
      `“${name}” 앱이 모델에게 물어봐도 될까요?`,
      here
        ? `앱이 묻는 것과 앱에 든 내용이 이 컴퓨터의 ${model}에 전달돼요. 다른 곳으로는 가지 않아요.`
        : `앱이 묻는 것과 앱에 든 내 내용이 이 컴퓨터 밖의 ${provider}(${model})로 보내져요.`,
      `하루에 최대 ${most}, 질문 ${requests}개까지예요. 설정에서 언제든 거둘 수 있어요.`,
    ],
    yes: '네',
    no: '나중에',
    noAnswer: '답이 오지 않았어요. 연결을 확인하고 다시 시도해 주세요.',
    offline: '오프라인이에요. 입력한 내용은 보관했다가 나중에 보내요.',
    sent: '다시 연결됐어요. 모두 저장했어요.',
    refused: '저장하지 못한 입력이 있어요: ',
    stopped: '이 앱이 프레임을 벗어나려고 해서 멈췄어요. 새로 고침하면 다시 쓸 수 있어요.',
    removed: '이 앱은 삭제됐어요.',
    menu: '메뉴',
    home: '홈',
    undo: '되돌리기',
    redo: '다시 실행',
    exportCsv: 'CSV 내보내기',
    importCsv: 'CSV 가져오기',
    importAsk: (good, bad) => `${good}개를 추가할까요?${bad ? ` 맞지 않는 ${bad}줄은 빼요.` : ''} 나중에 되돌릴 수 있어요.`,
    imported: (count) => `${count}개를 추가했어요.`,
  },
}
