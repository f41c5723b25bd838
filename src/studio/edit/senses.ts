/** What happened, said by a verb, and the option or yes/no that is called by a noun: 이긴 판 is 승, "lost" is Defeat, 贏的 is 胜. */
import { fold } from '../../base/resolve.ts'

const SENSES: RegExp[] = [
  /\b(?:wins?|won|winning|victor(?:y|ies)|w)\b|胜|赢|勝|이긴|이겼|이김|승리|^승$|^승 |이길/,
  /\b(?:loss(?:es)?|los[et]|lost|losing|defeats?|l)\b|败|输|負|敗|진 |졌|^진$|패배|^패$|^패 |질 /,
  /\b(?:draws?|ties?|tied)\b|平局|引き?分け|비긴|비겼|무승부|^무$/,
  /\b(?:pass(?:ed)?)\b|及格|合格|通过|붙은|붙었|합격/,
  /\b(?:fail(?:ed)?)\b|不及格|不合格|挂科|落ち|떨어진|떨어졌|불합격/,
  /\b(?:paid|settled)\b|已付|付了|付清|交了|払った|払い済|支払済|낸 |냈|납부|결제/,
  /\b(?:income|earned|in)\b|收入|进账|入金|収入|들어온|번 |수입|입금/,
  /\b(?:expenses?|spent|out)\b|支出|花了|出金|나간|쓴 |지출|출금/,
  /\b(?:done|finished|completed?)\b|完成|做完|完了|終わった|끝난|끝낸|완료/,
  /\b(?:doing|in progress|ongoing|started)\b|进行中|在做|進行中|やってる|하는 중|진행/,
  /\b(?:morning)\b|早上|朝|아침/,
  /\b(?:evening|dinner|supper)\b|晚上|晚饭|夜|晩|저녁/,
]

/** The same sense is in both. */
export const senseShared = (words: string, label: string): boolean => {
  const [said, named] = [fold(words), fold(label)]
  return SENSES.some((sense) => sense.test(said) && sense.test(named))
}
