/** Things between people: who owes whom, what falls to whom, who leads. */
import { useState } from 'preact/hooks'
import { formatMoney, formatNumber } from '../../../base/language/format.ts'
import { useBehaviour, useCollection, useFormat, useShared } from '../context.tsx'
import { AddButton, NothingYet } from '../form.tsx'
import { type Picked, pickForEach, pickOne } from '../tools/pick.ts'
import { pointsOf, rank, weigh } from '../tools/rank.ts'
import { balances, minorDigits, settle } from '../tools/split.ts'
import { Button } from '../ui.tsx'

export function Split({ id }: { id: string }) {
  const { collection: of, payer, amount, people, members: who, currency } = useBehaviour(id, 'split')
  const bills = useCollection(of)
  const members = useCollection(who)
  const { words, locale } = useShared()
  const format = useFormat()
  const name = (member: string) => format.titleOf(member, who) ?? '–'
  const digits = minorDigits(currency)
  const listed = (value: unknown): string[] =>
    Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
  const given = bills.records.map((r) => ({
    payer: listed(r.values[payer])[0] ?? '',
    amount: Number(r.values[amount] ?? 0),
    people: people ? listed(r.values[people]) : [],
  }))
  const owed = balances(
    given,
    members.records.map((r) => r.id),
    digits,
  )
  const payments = settle(owed, digits)
  const money = (n: number) => formatMoney(n, currency, locale)
  return (
    <div class="tool" data-tool={id}>
      {!members.records.length ? (
        <NothingYet of={who} />
      ) : (
        <>
          <ul class="settle">
            {payments.map((one) => (
              <li key={`${one.from} ${one.to}`}>{words.pays(name(one.from), name(one.to), money(one.amount))}</li>
            ))}
            {!payments.length && <li class="good">{words.settled}</li>}
          </ul>
          <h3>{words.balance}</h3>
          <dl class="figures-list">
            {[...owed].map(([member, balance]) => (
              <div key={member}>
                <dt>{name(member)}</dt>
                <dd class={balance < 0 ? 'owes' : ''}>{money(balance)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  )
}

/** What was picked before, so that it is not picked again at once. */
function useHistory(key: string) {
  const { client } = useShared()
  const [history, setHistory] = useState<Picked[]>(() => readHistory(client.storage.getItem(key)))
  const add = (picks: Picked[]) => {
    const next = [...history, ...picks].slice(-200)
    setHistory(next)
    client.storage.setItem(key, JSON.stringify(next))
  }
  return { history, add }
}
function readHistory(kept: string | null): Picked[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(list) ? list.filter((one): one is Picked => typeof (one as Picked | null)?.id === 'string') : []
  } catch {
    return []
  }
}

export function Pick({ id }: { id: string }) {
  const { collection: of, members: who, avoid } = useBehaviour(id, 'pick')
  const { records } = useCollection(of)
  const { words, records: all } = useShared()
  const format = useFormat()
  const { history, add } = useHistory(`pick:${id}`)
  const ids = records.map((r) => r.id)
  const members = who ? (all[who] ?? []) : []
  const title = (record: string) => format.titleOf(record, of) ?? '–'
  const pick = () => {
    if (!who) {
      const one = pickOne(ids, history, avoid, Math.random)
      if (one) add([{ id: one }])
    } else
      add(
        [
          ...pickForEach(
            ids,
            members.map((m) => m.id),
            history,
            Math.random,
          ),
        ].map(([member, one]) => ({ id: one, for: member })),
      )
  }
  const dealt = who ? members.flatMap((member) => history.findLast((p) => p.for === member.id) ?? []) : []
  const last = who ? null : history.at(-1)
  return (
    <div class="tool pick" data-tool={id}>
      {!ids.length ? (
        <NothingYet of={of} />
      ) : (
        <>
          <div aria-live="polite">
            {last && ids.includes(last.id) && (
              <p class="big picked" key={history.length}>
                {title(last.id)}
              </p>
            )}
            {dealt.length > 0 && who && (
              <dl class="figures-list">
                {dealt.map((one) => (
                  <div key={one.for}>
                    <dt>{format.titleOf(one.for ?? '', who)}</dt>
                    <dd>{title(one.id)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
          <div class="actions centre">
            <Button action="pick" kind="primary" onClick={pick} disabled={Boolean(who) && !members.length}>
              {who ? words.pickEach : words.pick}
            </Button>
            {who && !members.length && <AddButton to={who} />}
          </div>
        </>
      )}
    </div>
  )
}

export function Score({ id }: { id: string }) {
  const { players, rounds, player, points, best } = useBehaviour(id, 'score')
  const who = useCollection(players)
  const { records } = useCollection(rounds)
  const { words, locale } = useShared()
  const format = useFormat()
  const totals = pointsOf(
    records.map((r) => ({
      player: typeof r.values[player] === 'string' ? (r.values[player] as string) : null,
      points: Number(r.values[points] ?? 0),
    })),
    who.records.map((r) => r.id),
  )
  if (!who.records.length)
    return (
      <div class="tool" data-tool={id}>
        <NothingYet of={players} />
      </div>
    )
  return (
    <div class="tool" data-tool={id}>
      <table class="ranking">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{who.collection.one}</th>
            <th scope="col" class="figure">
              {words.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {rank(totals, best).map((one) => (
            <tr key={one.id} class={one.place === 1 && records.length ? 'first' : ''}>
              <td>{formatNumber(one.place, locale)}</td>
              <td>{format.titleOf(one.id, players)}</td>
              <td class="figure">{formatNumber(one.total, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="actions centre">
        <AddButton to={rounds} />
      </div>
    </div>
  )
}

export function Decision({ id }: { id: string }) {
  const matrix = useBehaviour(id, 'decision')
  const options = useCollection(matrix.options)
  const criteria = useCollection(matrix.criteria)
  const scores = useCollection(matrix.scores)
  const { words, locale } = useShared()
  const format = useFormat()
  const cells = scores.records.map((r) => ({
    id: r.id,
    option: String(r.values[matrix.option] ?? ''),
    criterion: String(r.values[matrix.criterion] ?? ''),
    score: Number(r.values[matrix.score] ?? 0),
  }))
  const weights = new Map(criteria.records.map((r) => [r.id, Number(r.values[matrix.weight] ?? 1)]))
  const ranked = rank(
    weigh(
      cells,
      options.records.map((r) => r.id),
      weights,
    ),
    'most',
  )
  const rating = scores.collection.fields.find((f) => f.id === matrix.score)
  const most = rating?.kind === 'rating' ? rating.max : 10
  const put = (option: string, criterion: string, text: string) => {
    const cell = cells.findLast((one) => one.option === option && one.criterion === criterion)
    const score = Number(text)
    if (text === '') return cell && void scores.update(cell.id, { [matrix.score]: null })
    if (!Number.isFinite(score)) return
    void (cell
      ? scores.update(cell.id, { [matrix.score]: score })
      : scores.add({ [matrix.option]: option, [matrix.criterion]: criterion, [matrix.score]: score }))
  }
  const best = ranked.find((one) => one.place === 1 && one.total > 0)
  return (
    <div class="tool" data-tool={id}>
      {best && (
        <p class="centre">
          {words.best}: <strong>{format.titleOf(best.id, matrix.options)}</strong>
        </p>
      )}
      {options.records.length > 0 && criteria.records.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div class="table-wrap" tabIndex={0} role="region" aria-label={matrix.label}>
          <table class="matrix">
            <thead>
              <tr>
                <td />
                {criteria.records.map((criterion) => (
                  <th key={criterion.id} scope="col">
                    {format.title(criterion, criteria.collection)}
                    <span class="quiet"> ×{formatNumber(weights.get(criterion.id) ?? 1, locale)}</span>
                  </th>
                ))}
                <th scope="col" class="figure">
                  {words.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {options.records.map((option) => (
                <tr key={option.id} class={best?.id === option.id ? 'first' : ''}>
                  <th scope="row">{format.title(option, options.collection)}</th>
                  {criteria.records.map((criterion) => {
                    const cell = cells.findLast((one) => one.option === option.id && one.criterion === criterion.id)
                    return (
                      <td key={criterion.id}>
                        <select
                          aria-label={`${format.title(option, options.collection)}, ${format.title(criterion, criteria.collection)}`}
                          value={cell?.score ? String(cell.score) : ''}
                          onChange={(e) => put(option.id, criterion.id, e.currentTarget.value)}
                        >
                          <option value="">–</option>
                          {Array.from({ length: most }, (_, i) => i + 1).map((n) => (
                            <option key={n} value={n}>
                              {n}
                            </option>
                          ))}
                        </select>
                      </td>
                    )
                  })}
                  <td class="figure">
                    {formatNumber(Math.round((ranked.find((one) => one.id === option.id)?.total ?? 0) * 100) / 100, locale)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="actions centre">
        <AddButton to={matrix.options} />
        <AddButton to={matrix.criteria} />
      </div>
    </div>
  )
}
