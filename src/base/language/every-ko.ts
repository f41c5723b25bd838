/** Repetition in Korean: 매일, 매주 월수금, 일주일에 세 번, 격주, 3일마다, 한 달에. */
import { koreanFigure } from './dates-ko.ts'
import { type Rule, weekdayOfChar } from './patterns.ts'
import { unitOf } from './periods.ts'
import { every, koreanDays, koreanUnit, onDate, onDays, through, WEEKEND, WORKDAYS } from './rhythm.ts'

export const koreanRhythms: Rule[] = [
  [
    /(?<![가-힣])(?:매일(?:같이| 매일)?|날마다|하루하루|매일 ?(아침|저녁|밤|새벽))(?![가-힣]?경제)/g,
    (m, { low }) => {
      const seen = every('day')
      if (m[1] && /^ ?[\d한두세네다여일아열]/.test(low.slice(m.index + m[0].length, m.index + m[0].length + 2)))
        return seen && { ...seen, end: m.index + m[0].length - m[1].length - 1 }
      return seen && { ...seen, ...(m[1] ? { half: /아침|새벽/.test(m[1]) ? ('am' as const) : ('pm' as const) } : {}) }
    },
  ],
  [
    /(?<![가-힣])(아침|저녁|밤|주말|월|주|달|해)마다/g,
    (m) => {
      if (m[1] === '주말') return onDays(WEEKEND)
      const unit = m[1] === '주' ? 'week' : m[1] === '달' || m[1] === '월' ? 'month' : m[1] === '해' ? 'year' : 'day'
      const seen = every(unit)
      return seen && { ...seen, ...(m[1] === '아침' ? { half: 'am' as const } : /저녁|밤/.test(m[1]!) ? { half: 'pm' as const } : {}) }
    },
  ],
  [
    /(?<![가-힣])매(주|월|달|년|해|분기)(?!출|장|진|말| ?[월화수목금토일](?:요일|욜|[월화수목금토일, ]|$)|[가-힣]?스| ?\d{1,2}일)/g,
    (m) => (m[1] === '분기' ? every('month', 3) : every(m[1] === '주' ? 'week' : m[1] === '년' || m[1] === '해' ? 'year' : 'month')),
  ],
  [
    /(?<![가-힣])(매주|격주) ?((?:[월화수목금토일](?:요일|욜)?(?:[,·・]| ?(?:와|과|이랑|랑|하고|및) ?| )?){1,7})(?:에|마다|은|는)?(?![가-힣])/g,
    (m) => {
      const listed = m[2]!.replace(/[ ,·・]+$/, '')
      const seen = onDays(koreanDays(listed), m[1] === '격주' ? 2 : 1)
      return seen && { ...seen, end: m.index + m[0].replace(/[ ,·・]+$/, '').length }
    },
  ],
  [
    /(?<![가-힣])([월화수목금토일])요일(?:(?:과|와|,|이랑|하고)? ?([월화수목금토일])요일)?마다/g,
    (m) => onDays([weekdayOfChar(m[1]!), m[2] ? weekdayOfChar(m[2]) : undefined]),
  ],
  [/(?<![가-힣])월수금(?:요일)?(?![가-힣]{2})/g, () => onDays([1, 3, 5])],
  [
    /(?<![가-힣])(?:월수|월목|화목토?|화금|수금|토일|[월화수목금토일]{3,7})(?:요일)?(?![가-힣])/g,
    (m) => (new Set(m[0].replace('요일', '')).size === m[0].replace('요일', '').length ? onDays(koreanDays(m[0])) : undefined),
  ],
  [/(?<![가-힣])화목토?(?=마다)/g, (m) => onDays(koreanDays(m[0]))],
  [
    /(?<![가-힣])([월화수목금토일])요일?(?:부터|~|-|에서) ?([월화수목금토일])요일(?:까지)?/g,
    (m) => onDays(through(weekdayOfChar(m[1]!) ?? 0, weekdayOfChar(m[2]!) ?? 0)),
  ],
  [/(?<![가-힣])(?:평일|주중)(?:마다)?(?![가-힣]{3})/g, () => onDays(WORKDAYS)],
  [/(?<![가-힣])(?:매주 ?주말|매 주말)/g, () => onDays(WEEKEND)],
  [/(?<![가-힣])격일(?:로|마다)?|이틀에 한 ?번|하루 걸러(?: 한 ?번)?|이틀마다/g, () => every('day', 2)],
  [/(?<![가-힣])사흘에 한 ?번|사흘마다/g, () => every('day', 3)],
  [/(?<![가-힣])격주(?:로|마다)?(?! ?[월화수목금토일])/g, () => every('week', 2)],
  [/(?<![가-힣])격월(?:로|마다)?/g, () => every('month', 2)],
  [
    /(?<![가-힣\d])(\d{1,3}|한|두|세|네|다섯|여섯) ?(일|주일?|개월|달|년)(?:마다|에 (?:한|1) ?(?:번|회))/g,
    (m) => every(unitOf(m[2]!), koreanFigure(m[1]!) ?? 0),
  ],
  [/(\d{1,3}|한|두|세|네) ?(시간|분)마다/g, (m) => every('day', 1, { minutes: (koreanFigure(m[1]!) ?? 1) * (m[2] === '분' ? 1 : 60) })],
  [
    /(?<![가-힣])(하루|일주일|한 ?주|한 ?달|일 ?년|1일|1주일?|1년|1개월|주|월|연|일|매일|매주|매월|매달|매년)(?:에|간)? ?(\d{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:번|회|차례)(?![째차호])(?:씩)?/g,
    (m) => every(koreanUnit(m[1]!), 1, { times: koreanFigure(m[2]!) ?? 1 }),
  ],
  [
    /(?<![가-힣])(하루|일주일|한 ?주|한 ?달|일 ?년|1인당 ?하루|1일|1주일?|1개월|1년|주|월)(?:에|당)? ?(?=최대|최소|예산|한도|적어도|약 |물 ?\d|\d|(?:[가-힣]{1,5} )?(?:\d|[한두세네다여일아열만천백십오삼이사육칠팔구][가-힣]{0,4} ?(?:원|잔|컵|개|시간|분|리터|병|권|쪽|번|끼|알|정)(?![가-힣]{2})))/g,
    (m, { low }) => {
      const word = m[1]!
      if ((word === '주' || word === '월') && !/^[주월](?:에|당)? ?(?:\d|최대|최소|예산|한도)/.test(low.slice(m.index, m.index + 6)))
        return undefined
      if (word === '월' && /^월 ?\d{1,2}일/.test(low.slice(m.index, m.index + 6))) return undefined
      const seen = every(koreanUnit(word), 1, {}, 5)
      return seen && { ...seen, end: m.index + m[0].trimEnd().length }
    },
  ],
  [/(?<![가-힣])매(?:월|달) ?(\d{1,2})일(?:에|마다)?/g, (m) => onDate(Number(m[1]))],
  [/(?<![가-힣])매(?:월|달) ?말일?(?:에|마다)?/g, () => onDate(31)],
]
