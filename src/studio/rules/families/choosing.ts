/** Choosing and playing: decisions, chance, scores, votes. */
import { keep } from '../kept.ts'
import { key, partNamed } from '../parts.ts'
import { aboutFood, criteriaFor, mealsFor, yesNoFor } from '../suggestions.ts'
import { asLabel, t } from '../words.ts'
import { type B, notQuality, type Rule, required, takeItems } from './shared.ts'

/** The sum of the criteria is none of them, nor is the wish to choose. */
const IN_ALL =
  /^(?:an? )?(?:total|overall|final)(?: score| points)?$|^(?:总分|总评|综合分|総合点|総合評価|合計点?|총점|종합 ?점수|합계)$|選びたい$|고르고 싶어?$/i

/** What each of them is called is no criterion. */
const NAME_OF = /^(?:the )?names?$|^(?:\w+ )?name$|(?:名|名前|名称|名字)$|(?:이름|명칭|회사명|업체명|상호)$/i

export const decision: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(b).filter((item) => !/^(?:which|what|where|help|帮|どれ|어떤)/.test(item.label) && !IN_ALL.test(item.label))
  // "…: Hillside or Park Lane. distance, fees": by what, in a sentence of its own.
  const after = items.find((item) => item.head !== undefined)?.start ?? Number.POSITIVE_INFINITY
  const apart =
    frame.language === 'en' ? frame.items.filter((item) => item.head === undefined && item.start > after && !items.includes(item)) : []
  const criteriaHead = items.filter((item) => item.head === undefined || /criteria|by|标准|基準|기준|权重|weigh/i.test(item.head ?? ''))
  const optionsHead = items.filter((item) => item.head !== undefined && !criteriaHead.includes(item))
  const known = items.some((item) => partNamed(item.label) || b.frame.asked.some((one) => one.label === item.label && one.kind !== 'text+'))
  const asOptions = optionsHead.length >= 2 && !known ? optionsHead : []
  const criteria = [...items, ...apart].filter((item) => !asOptions.includes(item))
  const [between] = /between ([^.;:]{2,60})/i.exec(frame.reading.text)?.slice(1) ?? []
  const named = between
    ? between
        .split(/,| and | or /)
        .map((one) => one.trim())
        .filter((one) => one && !/^(?:my|the|two|three|\d)/i.test(one))
    : []
  const lists = { ...frame.lists, criteria: frame.lists.criteria.filter((label) => !NAME_OF.test(label)) }
  const offered = (lists.options.length ? lists.options : asOptions.length ? asOptions.map((item) => item.label) : named).filter(
    (label) => !lists.criteria.includes(label),
  )
  const options = b.add(
    { id: 'options', label: t('Options / 选项 / 候補 / 후보'), one: t('Option / 选项 / 候補 / 후보'), icon: '🅰️', fields: 'name! note' },
    'side',
  )
  frame.things = frame.things.filter((label) => !lists.criteria.includes(label))
  b.seed(
    options,
    offered.map((name) => ({ name: asLabel(name) })),
  )
  const judged = b.add(
    {
      id: 'criteria',
      label: t('Criteria / 标准 / 基準 / 기준'),
      one: t('Criterion / 标准 / 基準 / 기준'),
      icon: '⚖️',
      fields: 'name! quantity~Weight / 权重 / 重み / 가중치;',
    },
    'side',
  )
  const weight = b.by(judged, 'quantity')!
  b.replace(judged, { id: weight.id, label: weight.label, kind: 'number', min: 0, max: 10, default: 1, concept: 'weight' })
  const left = criteria
    .map((item) => item.label)
    .filter((label) => !offered.some((name) => key(name).includes(key(label))) && !(criteria.length > 2 && NAME_OF.test(label)))
  const labels = lists.criteria.length
    ? lists.criteria
    : left.length >= 2
      ? left.map((label) => label.replace(/(?:各有权重|权重|で比較.*|で点数.*)$/, ''))
      : [...left, ...criteriaFor(frame)].slice(0, Math.max(3, left.length))
  b.seed(
    judged,
    labels.map((name) => ({ name: asLabel(name), [weight.id]: 1 })),
  )
  const scores = b.add(
    {
      id: 'scores',
      label: t('Scores / 评分 / 採点 / 점수'),
      one: t('Score / 评分 / 採点 / 점수'),
      icon: '🔢',
      fields: 'rating~Score / 评分 / 点数 / 점수;',
    },
    'side',
  )
  b.main = options
  const score = scores.fields[0]!
  const option = b.relation(scores, 'option', t('Option / 选项 / 候補 / 후보'), options)
  const criterion = b.relation(scores, 'criterion', t('Criterion / 标准 / 基準 / 기준'), judged)
  const behaviour = b.does<B<'decision'>>({
    kind: 'decision',
    options: options.id,
    criteria: judged.id,
    weight: weight.id,
    scores: scores.id,
    option: option.id,
    criterion: criterion.id,
    score: score.id,
  })
  b.tool(behaviour)
  b.list(options)
  b.list(judged)
  for (const one of frame.asked) b.used.add(one.label)
  if (role === 'main') {
    b.icon = '⚖️'
    b.accent = 'slate'
    b.first = 'views'
    b.defaultName = t('Decision / 选择比较 / 比較して決める / 비교하고 결정')
  }
}

/** “今天吃什么,随机选一个”: what is asked, and the picking itself, are no candidates. */
const ASKS_OR_PICKS =
  /什么|哪|谁|随机|抽[一个签]|选[一个出]|何を|何が|どれ|どこ|誰|ランダム|選(?:ん|ぶ)|決め|뭐|무엇|어디|누구|랜덤|무작위|뽑|골라|\b(?:what|which|who|where|random(?:ly)?|pick|choose)\b/i

export const picker: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(b, notQuality(b))
    .map((item) => item.label)
    .filter((label) => !ASKS_OR_PICKS.test(label))
  const people = frame.people.length >= 2 ? frame.people : []
  const { options } = frame.lists
  const names = options.length >= 2 ? options : items.length >= 2 ? items : people.length ? people : []
  const c = b.add(
    { id: 'choices', label: t('Choices / 候选 / 候補 / 후보'), one: t('Choice / 候选 / 候補 / 후보'), icon: '🎲', fields: 'name!' },
    role,
  )
  const coin = /coin|硬币|コイン|동전/.test(frame.low)
  const dice = /dice|\bdie\b|骰子|サイコロ|주사위/.test(frame.low)
  const rows = names.length
    ? names
    : dice
      ? ['1', '2', '3', '4', '5', '6']
      : coin
        ? [b.say(t('Heads / 正面 / 表 / 앞면')), b.say(t('Tails / 反面 / 裏 / 뒷면'))]
        : aboutFood(frame.low)
          ? mealsFor(frame)
          : []
  b.seed(
    c,
    rows.map((name) => ({ [c.title]: asLabel(name, 80) })),
  )
  const avoid = dice || coin ? 0 : /repeat|again|重复|重複|続け|중복|반복/.test(frame.low) ? 3 : rows.length > 4 ? 2 : 0
  b.tool(b.does<B<'pick'>>({ kind: 'pick', collection: c.id, avoid }))
  b.list(c)
  if (role === 'main') {
    b.icon = dice ? '🎲' : '🎡'
    b.accent = 'honey'
    b.first = 'views'
    b.defaultName = aboutFood(frame.low)
      ? t('What to eat / 今天吃什么 / 今日のごはん / 오늘 뭐 먹지')
      : t('Pick one / 随机选择 / ランダムに選ぶ / 랜덤 뽑기')
  }
}

/** Played for money: 누가 얼마 땄나. */
const STAKES = /(?:얼마|돈|만\s?원|천\s?원).{0,6}(?:땄|딴|잃|따고|벌었)|赢了多少钱|输赢.{0,4}钱|いくら(?:勝|負)/

export const score: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(b, (item) => notQuality(b)(item) && item.head !== undefined)
  const players = b.add({
    id: 'players',
    label: t('Players / 玩家 / プレイヤー / 플레이어'),
    one: t('Player / 玩家 / プレイヤー / 플레이어'),
    icon: '🧑',
    fields: 'name!',
  })
  const count = frame.headcount ?? (/麻将|麻雀|mahjong|마작/.test(frame.low) ? 4 : 0)
  const names = frame.people.length
    ? frame.people
    : items.length >= 2
      ? items.map((item) => item.label)
      : Array.from({ length: Math.min(12, count) }, (_, at) => `${b.say(t('Player / 玩家 / プレイヤー / 플레이어'))} ${at + 1}`)
  b.seed(
    players,
    names.map((name) => ({ name: asLabel(name, 60) })),
  )
  for (const name of names) b.used.add(name)
  const rounds = b.add(
    {
      id: 'rounds',
      label: t('Rounds / 局 / ラウンド / 라운드'),
      one: t('Round / 一局 / ラウンド / 라운드'),
      icon: '🏁',
      fields: 'date! grade~Points / 得分 / 点数 / 점수; note',
      title: 'date',
    },
    role,
  )
  let points = b.by(rounds, 'grade') ?? b.find(rounds, 'number')
  if (!points) {
    points = b.field('grade~Points / 得分 / 点数 / 점수', rounds.fields)
    rounds.fields.push(points)
  }
  if (STAKES.test(frame.low)) {
    points = { id: points.id, label: b.say(t('Won / 输赢 / 勝ち負け / 딴 돈')), kind: 'money', currency: frame.currency, concept: 'grade' }
    b.replace(rounds, points)
  }
  const player = b.relation(rounds, 'player', t('Player / 玩家 / プレイヤー / 플레이어'), players)
  required(rounds, player.id)
  required(rounds, points.id)
  const least = /golf|fewest|lowest|least|low score wins|高尔夫|最少|最低|ゴルフ|少ない方|低い方|골프|적은|낮은/.test(frame.low)
  b.tool(
    b.does<B<'score'>>({
      kind: 'score',
      players: players.id,
      rounds: rounds.id,
      player: player.id,
      points: points.id,
      best: least ? 'least' : 'most',
    }),
  )
  b.list(rounds)
  b.list(players)
  if (role === 'main') {
    b.icon = '🏆'
    b.accent = 'honey'
    b.first = 'views'
    b.defaultName = t('Scores / 记分板 / スコア / 점수판')
  }
}

export const poll: Rule = (b, role) => {
  const items = takeItems(b)
  const { options } = b.frame.lists
  const labels =
    options.length >= 2 && b.frame.language !== 'en' ? options : items.length >= 2 ? items.map((item) => item.label) : yesNoFor(b.frame)
  const c = keep(b, 'poll', role)
  const id = b.id('choice', c.fields)
  c.fields.splice(1, 0, { id, label: b.say(t('Vote / 选择 / 選択 / 선택')), kind: 'choice', options: b.options(labels), required: true })
  b.chart(c, 'bar', 'count', undefined, c.fields[1]!)
  if (role === 'main') b.first = 'views'
}
