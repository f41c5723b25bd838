/** What is said of people, how they get in, and how often they may ask. */
import type { Language } from '../spec.ts'

export const PEOPLE_ROWS: Record<string, Record<Language, string>> = {
  'scope-missing': {
    en: 'This token may not do that: it would need “{scope}”. Make one that may in the settings, under “Ways in”.',
    zh: '这个令牌不能做这件事：需要“{scope}”权限。可以在设置的“登录方式”里创建一个有权限的令牌。',
    ja: 'このトークンではできません。「{scope}」の権限が必要です。設定の「サインイン方法」で権限のあるトークンを作れます。',
    ko: '이 토큰으로는 할 수 없어요. “{scope}” 권한이 필요해요. 설정의 “로그인 방법”에서 권한이 있는 토큰을 만들 수 있어요.',
  },
  'owner-only': {
    en: 'Only the owner of this Macaron can do that. Ask them.',
    zh: '只有这个 Macaron 的主人可以做这件事，请联系主人。',
    ja: 'この Macaron の持ち主だけができる操作です。持ち主に頼んでください。',
    ko: '이 Macaron의 주인만 할 수 있는 일이에요. 주인에게 부탁해 주세요.',
  },
  'asked-too-often': {
    en: 'That was a lot in a short time. Wait {seconds} seconds, then it goes on.',
    zh: '短时间内的请求太多了。请等 {seconds} 秒再继续。',
    ja: '短い間に要求が多すぎました。{seconds} 秒待ってから続けてください。',
    ko: '짧은 시간에 요청이 너무 많았어요. {seconds}초 기다렸다가 계속해 주세요.',
  },
  'guess-later': {
    en: 'Too many tries. Wait {seconds} seconds, then try again.',
    zh: '尝试次数太多。请等 {seconds} 秒后再试。',
    ja: '試した回数が多すぎます。{seconds} 秒待ってから、もう一度お試しください。',
    ko: '너무 여러 번 시도했어요. {seconds}초 뒤에 다시 시도해 주세요.',
  },
  'sign-in-wrong': {
    en: 'That name and that password do not belong together.',
    zh: '名字和密码不匹配。',
    ja: '名前とパスワードの組み合わせが違います。',
    ko: '이름과 비밀번호가 서로 맞지 않아요.',
  },
  'passkey-wrong': {
    en: 'That passkey does not fit here. Try again, or come in another way.',
    zh: '这个通行密钥在这里不适用。请再试一次，或换一种方式登录。',
    ja: 'このパスキーはここでは使えません。もう一度試すか、別の方法でサインインしてください。',
    ko: '이 패스키는 여기에 맞지 않아요. 다시 해 보거나 다른 방법으로 들어와 주세요.',
  },
  'invitation-unknown': {
    en: 'This invitation was used already, taken back, or is past its time. Ask for a new one.',
    zh: '这个邀请已被使用、撤回或过期。请要一个新的邀请。',
    ja: 'この招待は使用済みか、取り消されたか、期限切れです。新しい招待をもらってください。',
    ko: '이 초대는 이미 쓰였거나 취소되었거나 기한이 지났어요. 새 초대를 받아 주세요.',
  },
  'name-invalid': {
    en: 'A name has 1 to 40 letters or digits, with spaces between them if you like.',
    zh: '名字由 1 到 40 个文字或数字组成，中间可以有空格。',
    ja: '名前は 1〜40 文字の文字か数字です。間に空白を入れられます。',
    ko: '이름은 글자나 숫자 1~40자이고, 사이에 공백을 넣을 수 있어요.',
  },
  'name-taken': {
    en: '“{name}” is somebody’s name here already. Take another.',
    zh: '这里已经有人叫“{name}”，请换一个名字。',
    ja: '「{name}」という名前はすでに使われています。別の名前にしてください。',
    ko: '“{name}”은(는) 이미 누군가 쓰는 이름이에요. 다른 이름을 골라 주세요.',
  },
  'password-weak': {
    en: 'A password has {least} to {most} characters, and not the same few over and over.',
    zh: '密码需要 {least} 到 {most} 个字符，不能只重复几个字符。',
    ja: 'パスワードは {least}〜{most} 文字で、同じ文字の繰り返しだけにはできません。',
    ko: '비밀번호는 {least}~{most}자이고, 같은 글자만 되풀이할 수 없어요.',
  },
  'password-wrong': {
    en: 'That is not your present password.',
    zh: '现在的密码不对。',
    ja: '今のパスワードが違います。',
    ko: '지금 비밀번호가 맞지 않아요.',
  },
  'person-unknown': {
    en: 'There is no such person here.',
    zh: '这里没有这个人。',
    ja: 'そのような人はここにいません。',
    ko: '그런 사람이 여기에 없어요.',
  },
  'person-owner': {
    en: 'The owner of the house cannot be removed from it.',
    zh: '不能移除这里的主人。',
    ja: '持ち主を削除することはできません。',
    ko: '주인은 내보낼 수 없어요.',
  },
  'credential-unknown': {
    en: 'There is no such session or token; it may have ended.',
    zh: '没有这个会话或令牌，可能已经结束。',
    ja: 'そのセッションやトークンはありません。すでに終わったのかもしれません。',
    ko: '그런 세션이나 토큰이 없어요. 이미 끝났을 수 있어요.',
  },
  'vault-locked': {
    en: 'This home is sealed ({file}). Start with its master key in MACARON_KEY; without it nothing of it can be read, by anybody.',
    zh: '这里的数据已加密({file})。请把主密钥放进 MACARON_KEY 再启动；没有它，谁也读不了。',
    ja: 'データは暗号化されています({file})。MACARON_KEY にマスターキーを入れて起動してください。なければ誰にも読めません。',
    ko: '데이터가 잠겨 있어요({file}). MACARON_KEY에 마스터 키를 넣고 시작해 주세요. 없으면 아무도 읽을 수 없어요.',
  },
  'vault-wrong': {
    en: 'The key in MACARON_KEY is not the one that this home was sealed with ({file}). Nothing was changed.',
    zh: 'MACARON_KEY 里的密钥与加密时用的不同({file})。没有做任何更改。',
    ja: 'MACARON_KEY のキーは、暗号化したときのものと違います({file})。何も変更していません。',
    ko: 'MACARON_KEY의 키가 잠글 때 쓴 키와 달라요({file}). 아무것도 바꾸지 않았어요.',
  },
  'secret-locked': {
    en: '{file} was sealed with another key than that of this home, so it cannot be read. Set it anew.',
    zh: '{file} 是用另一把密钥加密的，无法读取。请重新设置。',
    ja: '{file} はこのデータとは別のキーで暗号化されていて読めません。設定し直してください。',
    ko: '{file}은(는) 이 데이터와 다른 키로 잠겨 있어 읽을 수 없어요. 다시 설정해 주세요.',
  },
  'vault-short': {
    en: 'The master key in MACARON_KEY is too short: at least {least} characters, best of a password manager.',
    zh: 'MACARON_KEY 里的主密钥太短：至少 {least} 个字符，最好由密码管理器生成。',
    ja: 'MACARON_KEY のマスターキーが短すぎます。{least} 文字以上にしてください（パスワード管理ソフトで作るのが確実です）。',
    ko: 'MACARON_KEY의 마스터 키가 너무 짧아요. {least}자 이상이어야 해요. 비밀번호 관리자로 만드는 것이 가장 좋아요.',
  },
}
