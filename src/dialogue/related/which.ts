/** A name that may mean several records is asked about, in the person's language. */
import type { Language } from '../../spec.ts'
import type { Intent } from '../understand/intent.ts'
import type { Unsure } from './told/read.ts'

const WHICH: Record<Language, (said: string) => string> = {
  en: (said) => (said ? `Which “${said}” do you mean?` : 'Which one do you mean?'),
  zh: (said) => (said ? `“${said}”指的是哪一个？` : '指的是哪一个？'),
  ja: (said) => (said ? `「${said}」はどれのことですか？` : 'どれのことですか？'),
  ko: (said) => (said ? `“${said}”, 어느 쪽을 말하나요?` : '어느 쪽을 말하나요?'),
}
const MOST = 6

export const whichOf = ({ said, options }: Unsure, language: Language): Extract<Intent, { intent: 'choose' }> => ({
  intent: 'choose',
  about: 'record',
  question: WHICH[language](said),
  options: options.slice(0, MOST),
})
