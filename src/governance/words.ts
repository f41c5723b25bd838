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
  },
}
