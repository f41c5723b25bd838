/** What was learned, in plain sentences. Pure functions of what the judge says (judge.ts) and of the occasions. */
import type { TopicId } from '../../policy/topics.ts'
import { type Topic, topics } from '../../policy/topics.ts'
import type { Language } from '../../spec.ts'
import type { Standing } from './judge.ts'
import type { Occasion } from './occasions.ts'

type Words = {
  topics: Record<TopicId, string>
  /** What is done. */
  does: Record<string, string>
  given: Record<Topic['given'], string>
  /** `what` only where `given` holds; else `instead`. */
  only: (what: string, given: string, instead: string) => string
  /** Now the one, now the other. */
  either: (shipped: string, other: string) => string
  shipped: string
  locked: string
  off: string
  harmed: string
  trying: (evenly: boolean) => string
  /** Of one choice. */
  once: { shipped: string; tried: (percent: string) => string; learned: string }
  rested: (occasions: number) => string
  learned: (percent: string) => string
  came: Record<'liked' | 'kept' | 'changed' | 'disliked' | 'taken' | 'ignored' | 'unused' | 'waiting', string>
  times: (n: number, came: string) => string
  from: (occasions: number, parts: string) => string
  none: string
}

const WORDS: Record<Language, Words> = {
  en: {
    topics: { density: 'How much room new apps take', first: 'What stands first in new apps', offers: 'Suggestions after a new app' },
    does: {
      roomy: 'New apps get plenty of room.',
      compact: 'New apps are made compact.',
      entry: 'The form stands first.',
      views: 'What was noted stands first, the form opens by a button.',
      offer: 'After a new app I suggest what could come next.',
      quiet: 'After a new app I suggest nothing more.',
    },
    given: {
      many: 'there are more than five things to fill in',
      several: 'there are two views or more',
      few: 'you have fewer than five apps',
    },
    only: (what, given, instead) => `Where ${given}: ${what} Otherwise: ${instead}`,
    either: (shipped, other) => `For now: ${shipped} Or: ${other}`,
    shipped: 'This is how everybody begins. Nothing you did speaks against it.',
    locked: 'You have fixed this yourself, so nothing else is tried.',
    off: 'Learning is off, so it stays as everybody begins.',
    harmed: 'I had learned something else, you did not like it, and I took it back.',
    trying: (evenly) =>
      evenly
        ? 'You did not always like that, so for now I do it one way half of the time and the other way the other half, until it is clear which you like.'
        : 'You did not always like that. What I saw since does not speak for the other way, so I try that in one app of ten.',
    once: {
      shipped: 'This is how everybody begins.',
      tried: (percent) => `I tried this, with a chance of ${percent}, to see whether you like it better.`,
      learned: 'I had learned from you that you like it better.',
    },
    rested: (n) => `I tried both ways, ${n} times in all, and saw no clear difference. It stays as everybody begins.`,
    learned: (percent) => `I learned this from you. It is at least ${percent} sure that you like it better.`,
    came: {
      liked: 'praised',
      kept: 'kept and used on later days',
      changed: 'changed by you',
      disliked: 'disliked',
      taken: 'taken up',
      ignored: 'not taken up',
      unused: 'with nothing to be seen',
      waiting: 'still open',
    },
    times: (n, came) => `${n} ${came}`,
    from: (n, parts) => `From ${n === 1 ? 'one occasion' : `${n} occasions`}: ${parts}.`,
    none: 'There was no occasion yet.',
  },
  zh: {
    topics: { density: '新应用的疏密', first: '新应用里先显示什么', offers: '做好新应用后的建议' },
    does: {
      roomy: '新应用排得宽松。',
      compact: '新应用排得紧凑。',
      entry: '先显示表单。',
      views: '先显示记下的内容，表单用按钮打开。',
      offer: '做好新应用后，我会建议接下来可以做什么。',
      quiet: '做好新应用后，我不再提建议。',
    },
    given: { many: '要填的内容超过五项', several: '有两个以上的视图', few: '你的应用少于五个' },
    only: (what, given, instead) => `${given}时：${what}其他情况：${instead}`,
    either: (shipped, other) => `目前：${shipped}或者：${other}`,
    shipped: '大家一开始都是这样。你做过的事没有表明你不喜欢。',
    locked: '这是你自己定下的，所以不试别的做法。',
    off: '学习已关闭，所以保持最初的样子。',
    harmed: '我曾经学到别的做法，但你不喜欢，我已经收回了。',
    trying: (evenly) =>
      evenly
        ? '你有时不喜欢这样，所以我暂时两种做法各用一半，直到看清你喜欢哪一种。'
        : '你有时不喜欢这样。之后看到的并不支持另一种做法，所以我只在十个应用中的一个里试它。',
    once: {
      shipped: '大家一开始都是这样。',
      tried: (percent) => `这是一次尝试（概率${percent}），想看看你是否更喜欢。`,
      learned: '当时已从你那里学到你更喜欢这样。',
    },
    rested: (n) => `两种做法一共试了${n}次，没有看出明显差别，所以保持最初的样子。`,
    learned: (percent) => `这是从你那里学到的。你更喜欢它的把握至少有${percent}。`,
    came: {
      liked: '得到好评',
      kept: '保留下来并在之后几天使用',
      changed: '被你改掉',
      disliked: '得到差评',
      taken: '采纳',
      ignored: '没有采纳',
      unused: '看不出什么',
      waiting: '还没有结果',
    },
    times: (n, came) => `${n}次${came}`,
    from: (n, parts) => `根据${n}次：${parts}。`,
    none: '还没有遇到过。',
  },
  ja: {
    topics: { density: '新しいアプリの余白', first: '新しいアプリで最初に出るもの', offers: '新しいアプリのあとの提案' },
    does: {
      roomy: '新しいアプリはゆったり作ります。',
      compact: '新しいアプリはコンパクトに作ります。',
      entry: '入力フォームを最初に出します。',
      views: '記録した内容を最初に出し、フォームはボタンで開きます。',
      offer: '新しいアプリのあとに、次にできることを提案します。',
      quiet: '新しいアプリのあとは、何も提案しません。',
    },
    given: { many: '入力する項目が五つより多い', several: '見方が二つ以上ある', few: 'アプリが五つより少ない' },
    only: (what, given, instead) => `${given}とき：${what}それ以外：${instead}`,
    either: (shipped, other) => `今のところ：${shipped}または：${other}`,
    shipped: '最初はどなたもこの形です。これまでの様子では、変える理由はありません。',
    locked: 'ご自分で決められたので、ほかのやり方は試しません。',
    off: '学習はオフなので、最初の形のままです。',
    harmed: '以前は別のやり方を学びましたが、お気に召さなかったので取り下げました。',
    trying: (evenly) =>
      evenly
        ? 'お気に召さないことがあったので、どちらがよいかはっきりするまで、二つのやり方を半分ずつ試しています。'
        : 'お気に召さないことがありました。その後の様子ではもう一方がよいとも言えないので、十個に一つだけ試しています。',
    once: {
      shipped: '最初はどなたもこの形です。',
      tried: (percent) => `こちらがお好みかどうかを見るための試みでした（確率${percent}）。`,
      learned: 'こちらを好まれると、そのときまでに学んでいました。',
    },
    rested: (n) => `両方を合わせて${n}回試しましたが、はっきりした差はありませんでした。最初の形のままにします。`,
    learned: (percent) => `あなたの使い方から学びました。こちらを好まれる確かさは少なくとも${percent}です。`,
    came: {
      liked: '高評価',
      kept: 'そのまま後日も使用',
      changed: 'あなたが変更',
      disliked: '低評価',
      taken: '採用',
      ignored: '不採用',
      unused: '手がかりなし',
      waiting: '結果待ち',
    },
    times: (n, came) => `${came}${n}回`,
    from: (n, parts) => `${n}回の機会から：${parts}。`,
    none: 'まだ機会がありません。',
  },
  ko: {
    topics: { density: '새 앱의 여백', first: '새 앱에서 먼저 나오는 것', offers: '새 앱을 만든 뒤의 제안' },
    does: {
      roomy: '새 앱은 넉넉하게 만들어요.',
      compact: '새 앱은 촘촘하게 만들어요.',
      entry: '입력 양식이 먼저 나와요.',
      views: '기록한 내용이 먼저 나오고, 양식은 버튼으로 열어요.',
      offer: '새 앱을 만든 뒤 다음에 할 만한 것을 제안해요.',
      quiet: '새 앱을 만든 뒤 더 제안하지 않아요.',
    },
    given: { many: '입력할 항목이 다섯 개보다 많을', several: '보기가 두 개 이상일', few: '앱이 다섯 개보다 적을' },
    only: (what, given, instead) => `${given} 때: ${what} 그 밖에는: ${instead}`,
    either: (shipped, other) => `지금은: ${shipped} 또는: ${other}`,
    shipped: '누구나 처음에는 이렇게 시작해요. 지금까지 바꿀 이유는 보이지 않았어요.',
    locked: '직접 정하신 것이라 다른 방식은 시험하지 않아요.',
    off: '학습이 꺼져 있어서 처음 그대로예요.',
    harmed: '다르게 배운 적이 있지만 마음에 들어 하지 않으셔서 되돌렸어요.',
    trying: (evenly) =>
      evenly
        ? '마음에 들지 않은 적이 있어서, 어느 쪽이 좋은지 분명해질 때까지 두 방식을 반반씩 써 보고 있어요.'
        : '마음에 들지 않은 적이 있었어요. 그 뒤로 본 바로는 다른 방식이 낫다고 할 수 없어서, 열 번에 한 번만 시험해요.',
    once: {
      shipped: '누구나 처음에는 이렇게 시작해요.',
      tried: (percent) => `이쪽을 더 좋아하시는지 보려고 시험했어요(확률 ${percent}).`,
      learned: '이쪽을 더 좋아하신다고 그때까지 배웠어요.',
    },
    rested: (n) => `두 방식을 모두 ${n}번 시험했지만 뚜렷한 차이가 없었어요. 처음 그대로 둘게요.`,
    learned: (percent) => `사용하시는 모습에서 배웠어요. 이쪽을 더 좋아하신다는 확신은 적어도 ${percent}예요.`,
    came: {
      liked: '좋은 평가',
      kept: '그대로 두고 뒷날에도 사용',
      changed: '직접 바꿈',
      disliked: '나쁜 평가',
      taken: '받아들임',
      ignored: '받아들이지 않음',
      unused: '알 수 없음',
      waiting: '아직 모름',
    },
    times: (n, came) => `${came} ${n}번`,
    from: (n, parts) => `${n}번의 기회에서: ${parts}.`,
    none: '아직 기회가 없었어요.',
  },
}

export const titleOf = (topic: TopicId, language: Language): string => WORDS[language].topics[topic]

/** What one action of a topic means for new apps. */
export const does = (action: string, language: Language): string => WORDS[language].does[action] ?? action

/** What is done from now on; `locked`: the action that the person fixed. */
export function doesNow(
  topic: TopicId,
  { state, where, evenly }: Standing,
  on: boolean,
  locked: string | null,
  language: Language,
): string {
  const { only, either, given } = WORDS[language]
  const { actions, given: by } = topics[topic]
  const [shipped, other] = actions.map((action) => does(action, language)) as [string, string]
  if (locked) return does(locked, language)
  if (on && state === 'trying' && evenly) return either(shipped, other)
  if (!on || state !== 'learned' || where === null) return shipped
  if (where === 'always') return other
  return where === 'where' ? only(other, given[by], shipped) : only(shipped, given[by], other)
}

type Choice = { action: string; probability: number; because: 'shipped' | 'tried' | 'learned' }
/** One choice, and why it was made so. */
export function choiceIn({ action, probability, because }: Choice, language: Language): string {
  const { once } = WORDS[language]
  const why = because === 'tried' ? once.tried(`${Math.round(100 * probability)}%`) : once[because]
  return `${does(action, language)} ${why}`
}

/** In what state it is, and how sure. */
export function whyNow(
  { state, evenly, doubt, harmed }: Standing,
  occasions: readonly Occasion[],
  on: boolean,
  locked: string | null,
  language: Language,
): string {
  const words = WORDS[language]
  if (locked) return words.locked
  if (!on) return words.off
  const tries = occasions.filter(({ probability }) => probability < 1).length
  const said = {
    shipped: () => words.shipped,
    trying: () => words.trying(evenly),
    rested: () => words.rested(tries),
    learned: () => words.learned(sureness(doubt)),
  }[state]()
  return harmed ? `${words.harmed} ${said}` : said
}

/** 0.0004 is 99.9%: rounded down, so that it is never said too much. */
export const sureness = (doubt: number): string => `${Math.floor(1000 * (1 - doubt)) / 10}%`

type Kind = keyof Words['came']
const KINDS: Kind[] = ['kept', 'liked', 'taken', 'changed', 'disliked', 'ignored', 'unused', 'waiting']

/** What came of an occasion, in a word. */
export function kindOf({ reward, signals }: Occasion): Kind {
  if (reward === null) return 'waiting'
  if (signals.changed) return 'changed'
  if (signals.thumb !== undefined) return signals.thumb > 0 ? 'liked' : signals.thumb < 0 ? 'disliked' : 'unused'
  if (signals.taken !== undefined) return signals.taken ? 'taken' : 'ignored'
  return reward > 0 ? 'kept' : 'unused'
}

/** From what it was learned. */
export function basisOf(occasions: readonly Occasion[], language: Language): string {
  const { came, times, from, none } = WORDS[language]
  if (!occasions.length) return none
  const kinds = occasions.map(kindOf)
  const parts = KINDS.flatMap((kind) => {
    const n = kinds.filter((one) => one === kind).length
    return n ? [times(n, came[kind])] : []
  })
  return from(occasions.length, parts.join(language === 'en' || language === 'ko' ? ', ' : '、'))
}

/** One occasion as a line: what was done, and what came of it. */
export const lineOf = (occasion: Occasion, language: Language): string => {
  const { came } = WORDS[language]
  return `${does(occasion.action, language)} (${came[kindOf(occasion)]})`
}
