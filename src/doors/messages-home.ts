/** What is said of the files that a home is made of, and of a backup of it. */
import type { Language } from '../spec.ts'

export const HOME_ROWS: Record<string, Record<Language, string>> = {
  'noted-better': { en: 'Noted as good:', zh: '已记为好评：', ja: '良かったと記録しました：', ko: '좋았다고 적어 뒀어요:' },
  'noted-worse': { en: 'Noted as not good:', zh: '已记为差评：', ja: '良くなかったと記録しました：', ko: '좋지 않았다고 적어 뒀어요:' },
  'nothing-to-rate': {
    en: 'Nothing was said yet that could be rated. Say something first: macaron say "..."',
    zh: '还没有可以评价的回答。请先说点什么：macaron say "..."',
    ja: '評価できる返事がまだありません。先に何か話しかけてください：macaron say "..."',
    ko: '아직 평가할 답이 없어요. 먼저 말을 걸어 주세요: macaron say "..."',
  },
  'backup-exists': {
    en: '{file} is there already; a backup never overwrites a file. Name another.',
    zh: '{file} 已经存在；备份不会覆盖文件。请换一个名字。',
    ja: '{file} はすでにあります。バックアップはファイルを上書きしません。別の名前にしてください。',
    ko: '{file}이(가) 이미 있어요. 백업은 파일을 덮어쓰지 않아요. 다른 이름을 써 주세요.',
  },
  'backup-invalid': {
    en: '{file} is no whole backup of Open Macaron (it is missing, cut off or changed). Nothing was changed. Use another.',
    zh: '{file} 不是完整的 Open Macaron 备份（不存在、被截断或被改动过）。没有做任何更改。请换一个备份。',
    ja: '{file} は Open Macaron の完全なバックアップではありません（見つからない、途中で切れている、または変更されています）。何も変更していません。別のものを使ってください。',
    ko: '{file}은(는) 온전한 Open Macaron 백업이 아니에요(없거나, 잘렸거나, 바뀌었어요). 아무것도 바꾸지 않았어요. 다른 백업을 써 주세요.',
  },
  'home-not-empty': {
    en: '{home} holds a house already. To put the backup in its place, add --replace; what is there now goes for good.',
    zh: '{home} 里已有数据。要用备份替换，请加上 --replace；现有的内容会彻底删除。',
    ja: '{home} にはすでにデータがあります。バックアップに置き換えるには --replace を付けてください。今あるものは完全に消えます。',
    ko: '{home}에 이미 데이터가 있어요. 백업으로 바꾸려면 --replace를 붙여 주세요. 지금 있는 것은 완전히 사라져요.',
  },
  'restore-unfinished': {
    en: 'A backup is being put in the place of {home}, and that could not be finished ({problem}). Free that up and start Open Macaron again: it goes on from there.',
    zh: '正在用备份替换 {home}，但没能完成（{problem}）。请排除该问题后再启动 Open Macaron，它会接着完成。',
    ja: '{home} をバックアップに置き換えている途中で、完了できませんでした（{problem}）。原因を取り除いて Open Macaron を起動し直すと、続きから完了します。',
    ko: '{home}을(를) 백업으로 바꾸는 중인데 끝내지 못했어요({problem}). 문제를 없애고 Open Macaron을 다시 시작하면 이어서 끝내요.',
  },
  'start-up-only': {
    en: 'Only who has the start-up token may do this: use the macaron command on the machine itself.',
    zh: '只有持有启动令牌的人可以这样做：请在那台机器上使用 macaron 命令。',
    ja: '起動トークンを持つ人だけができます。その機械で macaron コマンドを使ってください。',
    ko: '시작 토큰이 있는 사람만 할 수 있어요. 그 기계에서 macaron 명령을 써 주세요.',
  },
  'vault-damaged': {
    en: '{file} is damaged, and without it nothing of this home can be read. Put it back from a backup. Nothing was changed.',
    zh: '{file} 已损坏，没有它就读不了这里的任何内容。请用备份恢复它。没有做任何更改。',
    ja: '{file} が壊れています。これがないと、ここの内容は何も読めません。バックアップから戻してください。何も変更していません。',
    ko: '{file}이(가) 손상됐어요. 이것이 없으면 여기 있는 것을 아무것도 읽을 수 없어요. 백업에서 되돌려 주세요. 아무것도 바꾸지 않았어요.',
  },
  'vault-missing': {
    en: 'The database in {home} cannot be read as it is: it is sealed and {file} is missing, or it is damaged. Put back {file}, or a backup: macaron restore. Nothing was changed.',
    zh: '无法直接读取 {home} 里的数据库：它已加密而缺少 {file}，或者已损坏。请恢复 {file}，或用 macaron restore 恢复备份。没有做任何更改。',
    ja: '{home} のデータベースはこのままでは読めません。暗号化されていて {file} がないか、壊れています。{file} を戻すか、macaron restore でバックアップを戻してください。何も変更していません。',
    ko: '{home}의 데이터베이스를 그대로는 읽을 수 없어요. 암호화되었는데 {file}이(가) 없거나, 손상된 거예요. {file}을(를) 되돌리거나 macaron restore로 백업을 되돌려 주세요. 아무것도 바꾸지 않았어요.',
  },
}
