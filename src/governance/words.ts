/** What is said about what waits: the cards, their buttons, and what came of them. */
import type { ApprovalKind } from '../events.ts'
import type { Language, Risk } from '../spec.ts'

export type Decision = 'approve' | 'decline' | 'later'

/** The label is also what is said in the conversation when the button is pressed. */
export const CHOICES: Record<ApprovalKind, Record<Language, Record<Decision, string>>> = {
  publish: {
    en: { approve: 'Yes, publish it', decline: 'No, discard it', later: 'Decide later' },
    zh: { approve: '好，发布吧', decline: '不，丢弃', later: '以后再决定' },
    ja: { approve: 'はい、公開する', decline: 'いいえ、破棄する', later: 'あとで決める' },
    ko: { approve: '네, 게시해 주세요', decline: '아니요, 버려 주세요', later: '나중에 정할게요' },
  },
  send: {
    en: { approve: 'Yes', decline: 'Never', later: 'Not now' },
    zh: { approve: '可以', decline: '永远不要', later: '暂时不要' },
    ja: { approve: 'はい', decline: 'ずっと送らない', later: '今はしない' },
    ko: { approve: '네', decline: '절대 안 돼요', later: '지금은 말고요' },
  },
  grant: {
    en: { approve: 'Yes, allow it', decline: 'No, don’t allow it', later: 'Decide later' },
    zh: { approve: '好，允许', decline: '不允许', later: '以后再决定' },
    ja: { approve: 'はい、許可する', decline: 'いいえ、許可しない', later: 'あとで決める' },
    ko: { approve: '네, 허용할게요', decline: '아니요, 허용하지 않을게요', later: '나중에 정할게요' },
  },
  records: {
    en: { approve: 'Yes, change them', decline: 'No, leave them', later: 'Decide later' },
    zh: { approve: '好，更改吧', decline: '不，保持原样', later: '以后再决定' },
    ja: { approve: 'はい、変更する', decline: 'いいえ、そのままにする', later: 'あとで決める' },
    ko: { approve: '네, 바꿔 주세요', decline: '아니요, 그대로 두세요', later: '나중에 정할게요' },
  },
}

const RISKS: Record<Risk, Record<Language, string>> = {
  money: { en: 'money', zh: '金钱', ja: 'お金', ko: '돈' },
  health: { en: 'health', zh: '健康', ja: '健康', ko: '건강' },
  law: { en: 'law', zh: '法律', ja: '法律', ko: '법률' },
}
const listed = (risks: readonly Risk[], language: Language) =>
  risks.map((risk) => RISKS[risk][language]).join({ en: ' and ', zh: '、', ja: '・', ko: '·' }[language])

export type Publishing = {
  name: string
  risks: readonly Risk[]
  /** '' where none had a part in it. */
  model: string
  /** Why a person says yes first, in sentences; where there are none it is that a model made it, and what it touches. */
  reasons: readonly string[]
  /** Names of what it keeps, and of the files that differ. */
  keeps: string[]
  files: string[]
  checks: number
  fresh: boolean
}

type Words = {
  publish(about: Publishing): { what: string; text: string; lines: string[] }
  send(about: { provider: string; model: string; most: string }): { what: string; text: string; lines: string[] }
  published(name: string): string
  discarded(name: string, kept: boolean): string
  waits(what: string): string
  overtaken(what: string): string
  sending(provider: string): string
  notNow(provider: string): string
  never(provider: string): string
  grant(about: { app: string; here: boolean }): { what: string; lines: string[]; asking: string; nothing: string }
  most: { dollars: string; once: string; requests: string }
  perDay(dollars: string, requests: number): string
  allowed(app: string): string
  refused(app: string): string
  records(about: { app: string; changed: number; deleted: number; added: number }): { what: string; text: string; lines: string[] }
  entry(collection: string): string
  include(entry: string): string
  written(app: string): string
  left(app: string): string
  /** What waits was changed by the person, and this is what a yes does now. */
  edited(what: string): string
  sent: string
  nothingSent: string
}

export const WORDS: Record<Language, Words> = {
  en: {
    publish: ({ name, risks, model, reasons, keeps, files, checks, fresh }) => ({
      what: fresh ? `Publish “${name}”` : `Publish the change of “${name}”`,
      text: `“${name}” is ready. ${reasons.length ? `${reasons.join(' ')} It` : `It touches ${listed(risks, 'en')} and a model wrote it, so it`} waits for your word before it is ${fresh ? 'published' : 'changed'}.`,
      lines: [
        ...(keeps.length ? [`Keeps: ${keeps.join(', ')}`] : []),
        ...(model ? [`Written by ${model}${files.length ? `: ${files.join(', ')}` : ''}`] : []),
        `${checks} things were tried in a browser, and all of them worked`,
        ...(risks.length ? [`It notes and explains on ${listed(risks, 'en')}; it never decides`] : []),
        ...reasons,
      ],
    }),
    send: ({ provider, model, most }) => ({
      what: `Ask ${provider}`,
      text: `A model could do more here: ${model} of ${provider}. May it be asked?`,
      lines: [
        `Sent to ${provider}, outside this machine: what you asked of this app, and the description and source of the app. Not what you entered in it, and nothing you told me before`,
        `Costs at most ${most} for this; the budgets in the settings stop it`,
        '“Yes” holds from now on for what the rules read weakly; the settings, under “Models”, change it',
      ],
    }),
    published: (name) => `“${name}” is published.`,
    discarded: (name, kept) => (kept ? `Discarded; “${name}” stays as it was.` : `Discarded; “${name}” was not published.`),
    waits: (what) => `It waits: ${what}. Say “yes, publish it” when you are ready; after a week it is discarded.`,
    overtaken: (what) => `Something else changed meanwhile, so this was not done: ${what}. Ask for it again.`,
    sending: (provider) => `${provider} may be asked from now on.`,
    notNow: (provider) => `Nothing is sent to ${provider}. I ask again in a week at the earliest; the settings change it at any time.`,
    never: (provider) => `${provider} is never sent anything. The settings change it at any time.`,
    grant: ({ app, here }) => ({
      what: `Let “${app}” ask a model`,
      lines: [
        here ? 'What the app asks stays on this machine' : 'What the app asks leaves this machine, with the entries that it asks about',
        'It can be taken back in the settings at any time',
      ],
      asking: 'Asking a model',
      nothing: 'not allowed',
    }),
    most: { dollars: 'Most dollars a day', once: 'Most dollars for this', requests: 'Most questions a day' },
    perDay: (dollars, requests) => `at most ${dollars} and ${requests} questions a day`,
    allowed: (app) => `“${app}” may ask a model from now on.`,
    refused: (app) => `“${app}” may not ask a model.`,
    records: ({ app, changed, deleted, added }) => ({
      what: `Change entries of “${app}”`,
      text: `That touches several entries of “${app}” at once, so it waits for your word.`,
      lines: [
        [changed && `${changed} changed`, deleted && `${deleted} deleted`, added && `${added} added`].filter(Boolean).join(', '),
        'Undo brings them back afterwards',
      ],
    }),
    entry: (collection) => `Entry of ${collection}`,
    include: (entry) => `Include “${entry}”`,
    written: (app) => `Done: the entries of “${app}” are changed.`,
    left: (app) => `Left as they were: the entries of “${app}”.`,
    edited: (what) => `Changed as you wanted. This is what a yes does now: ${what}.`,
    sent: 'what you ask of this app, its description and its source',
    nothingSent: 'nothing',
  },
  zh: {
    publish: ({ name, risks, model, reasons, keeps, files, checks, fresh }) => ({
      what: fresh ? `发布“${name}”` : `发布“${name}”的修改`,
      text: `“${name}”做好了。${reasons.length ? reasons.join('') : `它涉及${listed(risks, 'zh')}，而且由模型编写。`}所以要等你同意后才${fresh ? '发布' : '修改'}。`,
      lines: [
        ...(keeps.length ? [`记录：${keeps.join('、')}`] : []),
        ...(model ? [`由 ${model} 编写${files.length ? `：${files.join('、')}` : ''}`] : []),
        `在浏览器里试了 ${checks} 项，全部通过`,
        ...(risks.length ? [`它只记录和说明${listed(risks, 'zh')}方面的内容，不做决定`] : []),
        ...reasons,
      ],
    }),
    send: ({ provider, model, most }) => ({
      what: `询问 ${provider}`,
      text: `这里用模型可以做得更多：${provider} 的 ${model}。可以询问它吗？`,
      lines: [
        `会发送到这台机器之外的 ${provider}：你对这个应用提出的要求，以及应用的说明和源代码。不包括你在应用里填写的内容，也不包括你以前告诉我的事`,
        `这次最多花费 ${most}；设置里的预算会阻止超支`,
        '“可以”从现在起对规则理解不足的请求都有效；可在设置的“模型”里更改',
      ],
    }),
    published: (name) => `“${name}”已发布。`,
    discarded: (name, kept) => (kept ? `已丢弃，“${name}”保持原样。` : `已丢弃，“${name}”没有发布。`),
    waits: (what) => `先放着：${what}。准备好了就说“好，发布吧”；一周后会自动丢弃。`,
    overtaken: (what) => `期间有了别的更改，所以没有执行：${what}。请重新提出。`,
    sending: (provider) => `从现在起可以询问 ${provider}。`,
    notNow: (provider) => `不会发送给 ${provider}。最早一周后再问你；随时可以在设置里更改。`,
    never: (provider) => `永远不会发送给 ${provider}。随时可以在设置里更改。`,
    grant: ({ app, here }) => ({
      what: `允许“${app}”询问模型`,
      lines: [here ? '应用询问的内容留在这台机器上' : '应用询问的内容会离开这台机器，包括它问到的记录', '随时可以在设置里收回'],
      asking: '询问模型',
      nothing: '不允许',
    }),
    most: { dollars: '每天最多花费（美元）', once: '这次最多花费（美元）', requests: '每天最多提问次数' },
    perDay: (dollars, requests) => `每天最多 ${dollars}、${requests} 次提问`,
    allowed: (app) => `从现在起“${app}”可以询问模型。`,
    refused: (app) => `“${app}”不可以询问模型。`,
    records: ({ app, changed, deleted, added }) => ({
      what: `更改“${app}”的记录`,
      text: `这会一次更改“${app}”的多条记录，所以先等你同意。`,
      lines: [
        [changed && `修改 ${changed} 条`, deleted && `删除 ${deleted} 条`, added && `新增 ${added} 条`].filter(Boolean).join('，'),
        '之后可以撤销',
      ],
    }),
    entry: (collection) => `${collection}的记录`,
    include: (entry) => `包含“${entry}”`,
    written: (app) => `已更改“${app}”的记录。`,
    left: (app) => `“${app}”的记录保持原样。`,
    edited: (what) => `已按你的意思修改。现在同意后会这样做：${what}。`,
    sent: '你对这个应用提出的要求、应用的说明和源代码',
    nothingSent: '不发送任何内容',
  },
  ja: {
    publish: ({ name, risks, model, reasons, keeps, files, checks, fresh }) => ({
      what: fresh ? `「${name}」を公開` : `「${name}」の変更を公開`,
      text: `「${name}」ができました。${reasons.length ? reasons.join('') : `${listed(risks, 'ja')}に関わり、モデルが書いたものです。`}${fresh ? '公開' : '変更'}する前にご確認をお待ちしています。`,
      lines: [
        ...(keeps.length ? [`記録するもの：${keeps.join('、')}`] : []),
        ...(model ? [`${model} が書きました${files.length ? `：${files.join('、')}` : ''}`] : []),
        `ブラウザーで ${checks} 項目を試し、すべて動きました`,
        ...(risks.length ? [`${listed(risks, 'ja')}については記録と説明だけで、判断はしません`] : []),
        ...reasons,
      ],
    }),
    send: ({ provider, model, most }) => ({
      what: `${provider} に質問`,
      text: `ここはモデルを使うともっとできます：${provider} の ${model} です。質問してもよいですか？`,
      lines: [
        `この機械の外の ${provider} に送るもの：このアプリについて頼まれたことと、アプリの説明とソースです。アプリに入力した内容や、以前話したことは送りません`,
        `費用は今回最大 ${most} です。設定の予算で止まります`,
        '「はい」は、規則で読み切れない依頼について今後も有効です。設定の「モデル」で変えられます',
      ],
    }),
    published: (name) => `「${name}」を公開しました。`,
    discarded: (name, kept) => (kept ? `破棄しました。「${name}」は元のままです。` : `破棄しました。「${name}」は公開していません。`),
    waits: (what) => `お待ちしています：${what}。よければ「はい、公開して」と言ってください。1週間たつと破棄します。`,
    overtaken: (what) => `その間に別の変更があったため、行いませんでした：${what}。もう一度お頼みください。`,
    sending: (provider) => `今後は ${provider} に質問します。`,
    notNow: (provider) => `${provider} には送りません。早くても1週間後にまた伺います。設定でいつでも変えられます。`,
    never: (provider) => `${provider} には今後も送りません。設定でいつでも変えられます。`,
    grant: ({ app, here }) => ({
      what: `「${app}」にモデルへの質問を許可`,
      lines: [
        here ? 'アプリが質問する内容はこの機械の外に出ません' : 'アプリが質問する内容は、対象の記録も含めて、この機械の外に出ます',
        '設定でいつでも取り消せます',
      ],
      asking: 'モデルへの質問',
      nothing: '許可していません',
    }),
    most: { dollars: '1日の上限（ドル）', once: '今回の上限（ドル）', requests: '1日の質問の上限' },
    perDay: (dollars, requests) => `1日 ${dollars}、${requests} 回まで`,
    allowed: (app) => `今後「${app}」はモデルに質問できます。`,
    refused: (app) => `「${app}」はモデルに質問できません。`,
    records: ({ app, changed, deleted, added }) => ({
      what: `「${app}」の記録を変更`,
      text: `「${app}」の記録をまとめて変えるため、ご確認をお待ちしています。`,
      lines: [
        [changed && `変更 ${changed} 件`, deleted && `削除 ${deleted} 件`, added && `追加 ${added} 件`].filter(Boolean).join('、'),
        'あとで元に戻せます',
      ],
    }),
    entry: (collection) => `${collection}の記録`,
    include: (entry) => `「${entry}」を含める`,
    written: (app) => `「${app}」の記録を変更しました。`,
    left: (app) => `「${app}」の記録はそのままです。`,
    edited: (what) => `ご希望どおりに変えました。「はい」で行うこと：${what}。`,
    sent: 'このアプリについて頼まれたこと、アプリの説明とソース',
    nothingSent: '何も送りません',
  },
  ko: {
    publish: ({ name, risks, model, reasons, keeps, files, checks, fresh }) => ({
      what: fresh ? `“${name}” 게시` : `“${name}” 변경 게시`,
      text: `“${name}” 앱이 준비됐어요. ${reasons.length ? reasons.join(' ') : `${listed(risks, 'ko')}에 관한 것이고 모델이 썼어요.`} 그래서 ${fresh ? '게시' : '변경'}하기 전에 허락을 기다려요.`,
      lines: [
        ...(keeps.length ? [`기록하는 것: ${keeps.join(', ')}`] : []),
        ...(model ? [`${model}이(가) 썼어요${files.length ? `: ${files.join(', ')}` : ''}`] : []),
        `브라우저에서 ${checks}가지를 시험했고 모두 잘됐어요`,
        ...(risks.length ? [`${listed(risks, 'ko')}에 대해서는 기록하고 설명할 뿐, 결정하지 않아요`] : []),
        ...reasons,
      ],
    }),
    send: ({ provider, model, most }) => ({
      what: `${provider}에 묻기`,
      text: `여기서는 모델을 쓰면 더 할 수 있어요: ${provider}의 ${model}. 물어봐도 될까요?`,
      lines: [
        `이 컴퓨터 밖의 ${provider}로 보내는 것: 이 앱에 대해 부탁한 말과 앱의 설명과 소스예요. 앱에 입력한 내용이나 전에 말해 준 것은 보내지 않아요`,
        `이번에 최대 ${most}이 들어요. 설정의 예산을 넘지 않아요`,
        '“네”는 규칙으로 잘 읽히지 않는 요청에 앞으로도 적용돼요. 설정의 “모델”에서 바꿀 수 있어요',
      ],
    }),
    published: (name) => `“${name}” 앱을 게시했어요.`,
    discarded: (name, kept) => (kept ? `버렸어요. “${name}” 앱은 그대로예요.` : `버렸어요. “${name}” 앱은 게시하지 않았어요.`),
    waits: (what) => `기다릴게요: ${what}. 준비되면 “네, 게시해 주세요”라고 말해 주세요. 일주일이 지나면 버려요.`,
    overtaken: (what) => `그 사이 다른 변경이 있어서 하지 않았어요: ${what}. 다시 부탁해 주세요.`,
    sending: (provider) => `이제부터 ${provider}에 물어볼게요.`,
    notNow: (provider) => `${provider}에는 보내지 않아요. 빨라도 일주일 뒤에 다시 여쭤볼게요. 설정에서 언제든 바꿀 수 있어요.`,
    never: (provider) => `${provider}에는 절대 보내지 않아요. 설정에서 언제든 바꿀 수 있어요.`,
    grant: ({ app, here }) => ({
      what: `“${app}” 앱이 모델에 묻도록 허용`,
      lines: [
        here ? '앱이 묻는 내용은 이 컴퓨터에 머물러요' : '앱이 묻는 내용은 관련 기록과 함께 이 컴퓨터 밖으로 나가요',
        '설정에서 언제든 거둘 수 있어요',
      ],
      asking: '모델에 묻기',
      nothing: '허용하지 않음',
    }),
    most: { dollars: '하루 최대 금액(달러)', once: '이번 최대 금액(달러)', requests: '하루 최대 질문 수' },
    perDay: (dollars, requests) => `하루 최대 ${dollars}, 질문 ${requests}번`,
    allowed: (app) => `이제 “${app}” 앱이 모델에 물을 수 있어요.`,
    refused: (app) => `“${app}” 앱은 모델에 물을 수 없어요.`,
    records: ({ app, changed, deleted, added }) => ({
      what: `“${app}” 기록 변경`,
      text: `“${app}” 앱의 기록을 한꺼번에 바꾸는 일이라 허락을 기다려요.`,
      lines: [
        [changed && `변경 ${changed}개`, deleted && `삭제 ${deleted}개`, added && `추가 ${added}개`].filter(Boolean).join(', '),
        '나중에 되돌릴 수 있어요',
      ],
    }),
    entry: (collection) => `${collection} 기록`,
    include: (entry) => `“${entry}” 포함`,
    written: (app) => `“${app}” 앱의 기록을 바꿨어요.`,
    left: (app) => `“${app}” 앱의 기록은 그대로예요.`,
    edited: (what) => `원하는 대로 고쳤어요. 이제 “네”라고 하면 이렇게 해요: ${what}.`,
    sent: '이 앱에 대해 부탁한 말, 앱의 설명과 소스',
    nothingSent: '아무것도 보내지 않음',
  },
}
