/** Why a model was chosen, what was decided of what waited, and what was allowed: in the person's language, from the event alone. */
import type { Event, EventOf } from './events.ts'
import type { Language } from './spec.ts'

type Routed = EventOf<'model-routed'>
type Told =
  | Routed
  | EventOf<'approval-asked'>
  | EventOf<'approval-decided'>
  | EventOf<'grant-changed'>
  | EventOf<'consent-given'>
  | EventOf<'model-asked'>
const TOLD: ReadonlySet<Event['type']> = new Set<Told['type']>([
  ...(['model-routed', 'approval-asked', 'approval-decided'] as const),
  ...(['grant-changed', 'consent-given', 'model-asked'] as const),
])
export const isOfModels = (event: Event): event is Event & Told => TOLD.has(event.type)

type Choice = { model: string; refine: string; percent: number }
type Why = 'not-ready' | 'down' | 'budget' | 'weaker' | 'dearer' | 'no-model' | 'next'
type Words = {
  reasons: Record<string, (choice: Choice) => string>
  otherwise: (choice: Choice) => string
  takesOver: (refine: string) => string
  approval: string
  others: (list: string) => string
  why: Record<Why, string>
  asked: (what: string, until: string) => string
  decided: Record<EventOf<'approval-decided'>['decision'], (what: string) => string>
  granted: (what: string) => string
  refused: (what: string) => string
  atMost: (provider: string, most: string) => string
  capabilities: Record<EventOf<'grant-changed'>['capability'], string>
  consents: Record<EventOf<'consent-given'>['word'], (provider: string) => string>
  modelAsked: (model: string, provider: string, characters: number) => string
  noAnswer: string
}

const WORDS: Record<Language, Words> = {
  en: {
    reasons: {
      offline: () => 'No model is set up, can be reached or may be asked, so what the rules make is what there is.',
      risk: ({ model }) => `It touches money, health or law, so the strong model ${model} does it.`,
      'checks-failed': ({ model }) => `What the first model made did not pass its checks, so the strong model ${model} takes over.`,
      'draft-pays': ({ model, percent }) => `${model} is cheaper and passes about ${percent} of 100 tasks like this one, so it begins.`,
      'refine-pays': ({ model }) => `A cheaper model fails tasks like this one too often to be worth it, so ${model} begins.`,
      budget: ({ model }) => `The budget that is left bears no more than ${model}.`,
      'only-one': ({ model }) => `${model} is the only model that can be asked.`,
    },
    otherwise: ({ model }) => `${model} was chosen.`,
    takesOver: (refine) => `${refine} takes over where checks fail.`,
    approval: 'Nothing of it is published before you say yes.',
    others: (list) => `Not chosen: ${list}.`,
    why: {
      'not-ready': 'not set up, or not allowed',
      down: 'had just failed',
      budget: 'beyond the budget',
      weaker: 'weaker',
      dearer: 'dearer',
      'no-model': 'no model',
      next: 'comes next',
    },
    asked: (what, until) => `It waits for your word${until ? `, until ${until}` : ''}: ${what}.`,
    decided: {
      approved: (what) => `You said yes to this: ${what}. It was done once, as it was shown.`,
      declined: (what) => `You said no to this: ${what}. Nothing of it was done.`,
      later: (what) => `You put this off: ${what}. It still waits.`,
      expired: (what) => `This waited too long for your word, so nothing was done: ${what}.`,
      overtaken: (what) => `Something else changed before you said yes, so nothing was done: ${what}.`,
    },
    granted: (what) => `You allowed this app: ${what}. You can take it back in the settings.`,
    refused: (what) => `You did not allow this app, or took it back: ${what}.`,
    atMost: (provider, most) => `It may ask ${provider}, for at most ${most} a day.`,
    capabilities: { notifications: 'notifications', clipboard: 'the clipboard', download: 'saving files', ai: 'asking a model' },
    consents: {
      yes: (provider) => `You said that ${provider} may be sent what you ask for.`,
      later: (provider) => `You said “not now”: ${provider} is sent nothing, and you are asked again after a week.`,
      never: (provider) => `You said that ${provider} is never to be sent anything.`,
      'taken-back': (provider) => `What you had said of ${provider} was taken back: you are asked before anything is sent there.`,
    },
    modelAsked: (model, provider, characters) =>
      `You allowed this app to ask a model, and it asked ${model} of ${provider} (${characters} characters). What it asked is not kept.`,
    noAnswer: 'It got no answer.',
  },
  zh: {
    reasons: {
      offline: () => '没有设置、能连接或得到允许的模型，所以由规则来做。',
      risk: ({ model }) => `它涉及金钱、健康或法律，所以由强模型 ${model} 来做。`,
      'checks-failed': ({ model }) => `第一个模型做的没有通过检查，所以由强模型 ${model} 接手。`,
      'draft-pays': ({ model, percent }) => `${model} 更便宜，这类任务 100 次里约有 ${percent} 次通过，所以由它先做。`,
      'refine-pays': ({ model }) => `便宜的模型在这类任务上失败太多，不划算，所以由 ${model} 先做。`,
      budget: ({ model }) => `剩余的预算只够用 ${model}。`,
      'only-one': ({ model }) => `${model} 是唯一可以询问的模型。`,
    },
    otherwise: ({ model }) => `选择了 ${model}。`,
    takesOver: (refine) => `检查不通过时由 ${refine} 接手。`,
    approval: '在你同意之前不会发布。',
    others: (list) => `没有选：${list}。`,
    why: {
      'not-ready': '未设置或未允许',
      down: '刚刚失败过',
      budget: '超出预算',
      weaker: '较弱',
      dearer: '较贵',
      'no-model': '不是模型',
      next: '排在其后',
    },
    asked: (what, until) => `它在等你的决定${until ? `，截至 ${until}` : ''}：${what}。`,
    decided: {
      approved: (what) => `你同意了：${what}。按展示的内容执行了一次。`,
      declined: (what) => `你拒绝了：${what}。没有执行任何内容。`,
      later: (what) => `你推迟了：${what}。它还在等待。`,
      expired: (what) => `等待太久，没有执行：${what}。`,
      overtaken: (what) => `在你同意之前有了别的更改，所以没有执行：${what}。`,
    },
    granted: (what) => `你允许了这个应用：${what}。可以在设置里收回。`,
    refused: (what) => `你没有允许这个应用，或已收回：${what}。`,
    atMost: (provider, most) => `它可以询问 ${provider}，每天最多 ${most}。`,
    capabilities: { notifications: '通知', clipboard: '剪贴板', download: '保存文件', ai: '询问模型' },
    consents: {
      yes: (provider) => `你说过可以把你的要求发送给 ${provider}。`,
      later: (provider) => `你说了“暂时不要”：不会发送给 ${provider}，一周后再问你。`,
      never: (provider) => `你说过永远不要发送给 ${provider}。`,
      'taken-back': (provider) => `收回了你对 ${provider} 的决定：发送之前会先问你。`,
    },
    modelAsked: (model, provider, characters) =>
      `你允许这个应用询问模型，它询问了 ${provider} 的 ${model}（${characters} 个字符）。问的内容没有保存。`,
    noAnswer: '它没有得到回答。',
  },
  ja: {
    reasons: {
      offline: () => '設定され、つながり、許可されたモデルがないため、規則で作りました。',
      risk: ({ model }) => `お金・健康・法律に関わるため、強いモデル ${model} に任せました。`,
      'checks-failed': ({ model }) => `最初のモデルが作ったものが検査に通らなかったため、強いモデル ${model} が引き継ぎました。`,
      'draft-pays': ({ model, percent }) => `${model} は安く、このような作業 100 回のうち約 ${percent} 回通るため、先に任せました。`,
      'refine-pays': ({ model }) => `安いモデルはこのような作業の失敗が多く割に合わないため、${model} から始めました。`,
      budget: ({ model }) => `残りの予算では ${model} までです。`,
      'only-one': ({ model }) => `質問できるモデルは ${model} だけです。`,
    },
    otherwise: ({ model }) => `${model} を選びました。`,
    takesOver: (refine) => `検査に通らないときは ${refine} が引き継ぎます。`,
    approval: '「はい」と言われるまで公開しません。',
    others: (list) => `選ばなかったもの：${list}。`,
    why: {
      'not-ready': '未設定または未許可',
      down: '失敗した直後',
      budget: '予算を超える',
      weaker: '力が足りない',
      dearer: '高い',
      'no-model': 'モデルではない',
      next: '次に控える',
    },
    asked: (what, until) => `ご確認を待っています${until ? `（${until} まで）` : ''}：${what}。`,
    decided: {
      approved: (what) => `「はい」と言われました：${what}。示したとおりに一度だけ行いました。`,
      declined: (what) => `「いいえ」と言われました：${what}。何も行っていません。`,
      later: (what) => `あとにすると言われました：${what}。まだ待っています。`,
      expired: (what) => `待つ時間が過ぎたため、何も行っていません：${what}。`,
      overtaken: (what) => `「はい」の前に別の変更があったため、何も行っていません：${what}。`,
    },
    granted: (what) => `このアプリに許可しました：${what}。設定で取り消せます。`,
    refused: (what) => `このアプリには許可していない、または取り消しました：${what}。`,
    atMost: (provider, most) => `${provider} に、1日最大 ${most} まで質問できます。`,
    capabilities: { notifications: '通知', clipboard: 'クリップボード', download: 'ファイルの保存', ai: 'モデルへの質問' },
    consents: {
      yes: (provider) => `${provider} に依頼の内容を送ってよいと言われました。`,
      later: (provider) => `「今はしない」と言われました。${provider} には送らず、1週間後にまた確認します。`,
      never: (provider) => `${provider} には送らないと言われました。`,
      'taken-back': (provider) => `${provider} についての決定が取り消されました。送る前に確認します。`,
    },
    modelAsked: (model, provider, characters) =>
      `このアプリはモデルへの質問を許可されていて、${provider} の ${model} に質問しました（${characters} 文字）。質問の内容は残していません。`,
    noAnswer: '答えはありませんでした。',
  },
  ko: {
    reasons: {
      offline: () => '설정되고 연결되고 허락된 모델이 없어서 규칙으로 만들었어요.',
      risk: ({ model }) => `돈, 건강, 법률에 관한 것이라 강한 모델 ${model}에 맡겼어요.`,
      'checks-failed': ({ model }) => `첫 모델이 만든 것이 검사를 통과하지 못해서 강한 모델 ${model}이(가) 이어받았어요.`,
      'draft-pays': ({ model, percent }) => `${model}은(는) 더 싸고 이런 일 100번 중 약 ${percent}번 통과해서 먼저 맡겼어요.`,
      'refine-pays': ({ model }) => `싼 모델은 이런 일에서 자주 실패해 득이 없어서 ${model}부터 시작했어요.`,
      budget: ({ model }) => `남은 예산으로는 ${model}까지예요.`,
      'only-one': ({ model }) => `물어볼 수 있는 모델은 ${model}뿐이에요.`,
    },
    otherwise: ({ model }) => `${model}을(를) 골랐어요.`,
    takesOver: (refine) => `검사를 통과하지 못하면 ${refine}이(가) 이어받아요.`,
    approval: '허락하기 전에는 게시하지 않아요.',
    others: (list) => `고르지 않은 것: ${list}.`,
    why: {
      'not-ready': '설정이나 허락이 없음',
      down: '방금 실패함',
      budget: '예산을 넘음',
      weaker: '더 약함',
      dearer: '더 비쌈',
      'no-model': '모델이 아님',
      next: '다음 차례',
    },
    asked: (what, until) => `결정을 기다려요${until ? `(${until}까지)` : ''}: ${what}.`,
    decided: {
      approved: (what) => `네라고 했어요: ${what}. 보여 드린 그대로 한 번 했어요.`,
      declined: (what) => `아니요라고 했어요: ${what}. 아무것도 하지 않았어요.`,
      later: (what) => `미뤘어요: ${what}. 아직 기다려요.`,
      expired: (what) => `너무 오래 기다려서 아무것도 하지 않았어요: ${what}.`,
      overtaken: (what) => `네라고 하기 전에 다른 변경이 있어서 아무것도 하지 않았어요: ${what}.`,
    },
    granted: (what) => `이 앱에 허락했어요: ${what}. 설정에서 거둘 수 있어요.`,
    refused: (what) => `이 앱에 허락하지 않았거나 거뒀어요: ${what}.`,
    atMost: (provider, most) => `${provider}에 하루 최대 ${most}까지 물을 수 있어요.`,
    capabilities: { notifications: '알림', clipboard: '클립보드', download: '파일 저장', ai: '모델에게 묻기' },
    consents: {
      yes: (provider) => `부탁한 내용을 ${provider}에 보내도 된다고 했어요.`,
      later: (provider) => `“지금은 말고”라고 했어요. ${provider}에는 보내지 않고 일주일 뒤에 다시 여쭤봐요.`,
      never: (provider) => `${provider}에는 절대 보내지 말라고 했어요.`,
      'taken-back': (provider) => `${provider}에 대해 한 말을 거뒀어요. 보내기 전에 여쭤봐요.`,
    },
    modelAsked: (model, provider, characters) =>
      `이 앱은 모델에게 물어봐도 된다고 허락받아서 ${provider}의 ${model}에 물었어요(${characters}자). 물은 내용은 남기지 않아요.`,
    noAnswer: '답을 받지 못했어요.',
  },
}

/** Alternatives that are told; the rest is in the event. */
const MOST_OTHERS = 4

export function becauseOf(event: Told, language: Language): string {
  const words = WORDS[language]
  switch (event.type) {
    case 'model-routed':
      return routed(event, words, language)
    case 'approval-asked':
      return words.asked(event.what, event.until?.slice(0, 10) ?? '')
    case 'approval-decided':
      return words.decided[event.decision](event.what)
    case 'grant-changed': {
      const what = words.capabilities[event.capability]
      const { provider, most } = event
      const cap = provider && most !== undefined ? words.atMost(provider, `$${most.toFixed(2)}`) : ''
      return sentences([event.granted ? words.granted(what) : words.refused(what), cap], language)
    }
    case 'consent-given':
      return words.consents[event.word](event.provider)
    case 'model-asked':
      return sentences([words.modelAsked(event.model, event.provider, event.characters), event.code ? words.noAnswer : ''], language)
  }
}

function routed({ model, refine, reason, chance, approval, alternatives }: Routed, words: Words, language: Language): string {
  const choice = { model, refine: refine ?? '', percent: Math.round(chance * 100) }
  const list = alternatives
    .filter(({ why }) => why !== 'next')
    .slice(0, MOST_OTHERS)
    .map((one) => `${one.model} (${words.why[one.why as Why] ?? one.why})`)
  const reasonOf = new Map(Object.entries(words.reasons)).get(reason) ?? words.otherwise
  return sentences(
    [
      reasonOf(choice),
      refine ? words.takesOver(refine) : '',
      approval ? words.approval : '',
      list.length ? words.others(list.join(language === 'zh' || language === 'ja' ? '、' : ', ')) : '',
    ],
    language,
  )
}

const sentences = (list: string[], language: Language) => list.filter(Boolean).join(language === 'zh' || language === 'ja' ? '' : ' ')
