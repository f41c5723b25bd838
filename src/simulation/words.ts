/** What was tried, said in the app's language. */
import type { Language } from '../spec.ts'

type Words = {
  opens: string
  view: (label: string) => string
  tool: (label: string) => string
  limit: (label: string) => string
  add: (label: string) => string
  edit: (label: string) => string
  remove: (label: string) => string
  undo: (label: string) => string
  reload: string
  quiet: string
  accessible: string
  told: (label: string) => string
  explored: string
}

export const TRIED: Record<Language, Words> = {
  en: {
    opens: 'Opened the app',
    view: (l) => `Looked at “${l}”`,
    tool: (l) => `Opened “${l}”`,
    limit: (l) => `Found the limit “${l}”`,
    add: (l) => `Added an entry to “${l}” and saw it`,
    edit: (l) => `Changed an entry in “${l}”`,
    remove: (l) => `Deleted an entry from “${l}”`,
    undo: (l) => `Undid the deletion in “${l}”`,
    reload: 'Reloaded; everything was still there',
    quiet: 'No errors while using it',
    accessible: 'Checked accessibility',
    told: (l) => `Told “${l}” an entry and saw it on the page`,
    explored: 'Pressed everything there is to press',
  },
  zh: {
    opens: '打开了应用',
    view: (l) => `查看了“${l}”`,
    tool: (l) => `打开了“${l}”`,
    limit: (l) => `找到了限额“${l}”`,
    add: (l) => `在“${l}”中添加了一条并看到了它`,
    edit: (l) => `修改了“${l}”中的一条`,
    remove: (l) => `删除了“${l}”中的一条`,
    undo: (l) => `撤销了“${l}”中的删除`,
    reload: '重新加载后数据都在',
    quiet: '使用过程中没有错误',
    accessible: '检查了无障碍',
    told: (l) => `向“${l}”写入一条并在页面上看到`,
    explored: '把能按的都按了一遍',
  },
  ja: {
    opens: 'アプリを開きました',
    view: (l) => `「${l}」を見ました`,
    tool: (l) => `「${l}」を開きました`,
    limit: (l) => `上限「${l}」を確かめました`,
    add: (l) => `「${l}」に1件追加し、表示を確かめました`,
    edit: (l) => `「${l}」の1件を変更しました`,
    remove: (l) => `「${l}」の1件を削除しました`,
    undo: (l) => `「${l}」の削除を取り消しました`,
    reload: '再読み込みしてもすべて残っていました',
    quiet: '使っている間にエラーはありませんでした',
    accessible: 'アクセシビリティを確かめました',
    told: (l) => `「${l}」に伝えた内容が画面に出ました`,
    explored: '押せるものをすべて押しました',
  },
  ko: {
    opens: '앱을 열었어요',
    view: (l) => `“${l}” 화면을 봤어요`,
    tool: (l) => `“${l}” 도구를 열었어요`,
    limit: (l) => `한도 “${l}” 표시를 확인했어요`,
    add: (l) => `“${l}”에 하나를 추가하고 확인했어요`,
    edit: (l) => `“${l}”의 항목을 바꿨어요`,
    remove: (l) => `“${l}”의 항목을 지웠어요`,
    undo: (l) => `“${l}”에서 지운 것을 되돌렸어요`,
    reload: '새로 고침해도 모두 남아 있었어요',
    quiet: '쓰는 동안 오류가 없었어요',
    accessible: '접근성을 확인했어요',
    told: (l) => `“${l}”에 말로 적은 내용이 화면에 보였어요`,
    explored: '누를 수 있는 것을 모두 눌러 봤어요',
  },
}
