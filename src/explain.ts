/** Why something was done, in plain words, from the journal alone: the choice that led to it and what it was chosen on. */
import type { Event, EventId, EventOf } from './events.ts'
import type { Language } from './spec.ts'

export type Past = { get(id: EventId): Promise<Event | null>; byTurn(turn: NonNullable<Event['turn']>): Promise<Event[]> }
export type Explanation = { event: Event; because: string; features: Record<string, number | string | boolean> }

type Facts = { said: string; module: string; option: string; sure: number; passed: number | null }

const SENTENCES: Record<Language, (facts: Facts) => string> = {
  en: ({ said, module, option, sure, passed }) =>
    `You said “${said}”. It was read as “${option}” (${sure} % sure) and given to the module ${module}.${passed === null ? '' : ` ${passed} things were tried in a browser before it was published.`}`,
  zh: ({ said, module, option, sure, passed }) =>
    `你说了“${said}”,被理解为“${option}”(把握 ${sure}%),交给 ${module} 模块处理。${passed === null ? '' : `发布前在浏览器里试了 ${passed} 项。`}`,
  ja: ({ said, module, option, sure, passed }) =>
    `「${said}」という言葉を「${option}」と読み取り(確度 ${sure}%)、${module} に任せました。${passed === null ? '' : `公開前にブラウザーで ${passed} 項目を試しました。`}`,
  ko: ({ said, module, option, sure, passed }) =>
    `“${said}”라는 말을 “${option}”(으)로 이해하고(확신 ${sure}%) ${module} 모듈에 맡겼어요.${passed === null ? '' : ` 공개 전에 브라우저에서 ${passed}가지를 시험했어요.`}`,
}
const ALONE: Record<Language, string> = {
  en: 'It was done directly, by a button or a program, not in a turn of the conversation.',
  zh: '这是通过按钮或程序直接完成的,不是对话中的操作。',
  ja: '会話ではなく、ボタンやプログラムから直接行われました。',
  ko: '대화가 아니라 버튼이나 프로그램으로 직접 한 일이에요.',
}

export async function explain(past: Past, id: EventId, language: Language): Promise<Explanation | null> {
  const event = await past.get(id)
  if (!event) return null
  const turn = event.turn ? await past.byTurn(event.turn) : []
  const message = find(turn, 'message-received')
  const choice = find(turn, 'module-chosen')
  if (!message || !choice) return { event, because: ALONE[language], features: {} }
  const check = find(turn, 'check-finished')
  const facts: Facts = {
    said: message.text.slice(0, 200),
    module: choice.module,
    option: choice.option,
    sure: Math.round(Number(choice.features.confidence ?? 1) * 100),
    passed: check ? check.tried.filter((t) => t.ok).length : null,
  }
  return { event, because: SENTENCES[language](facts), features: choice.features }
}

const find = <T extends Event['type']>(events: Event[], type: T) => events.find((e): e is Event & EventOf<T> => e.type === type)
