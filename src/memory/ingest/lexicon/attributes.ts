/**
 * Every slot a finding can fill: whether it holds one value or many, what part of a life it is, who may be told, and how
 * much it is worth keeping. One row a slot: id | one or many | domain | privacy class | importance | item kind.
 * `favourite` is completed by what it is a favourite of ('favourite color') and holds one value for each.
 */
import type { Domain, ItemKind, PrivacyClass } from '../../types.ts'

export type AttributePlan = { id: string; single: boolean; domain: Domain; privacy: PrivacyClass; importance: number; kind: ItemKind }

const TABLE = `
name            one   people   personal  0.9  fact
home            one   home     location  0.9  fact
origin          one   home     personal  0.6  fact
address         one   home     location  0.9  fact
job             one   work     personal  0.8  fact
employer        one   work     personal  0.8  fact
school          one   study    personal  0.7  fact
studies         many  study    personal  0.6  fact
learning        many  study    open      0.6  fact
speaks          many  study    open      0.6  fact
nationality     one   people   personal  0.6  fact
birthday        one   people   personal  0.9  fact
age             one   people   personal  0.6  fact
status          one   family   personal  0.7  fact
anniversary     one   family   personal  0.8  fact
children        one   family   personal  0.7  fact
family          many  family   personal  0.7  fact
pet             many  family   open      0.7  fact
height          one   health   personal  0.6  fact
weight          one   health   health    0.5  fact
shoe size       one   things   personal  0.6  fact
clothing size   one   things   personal  0.6  fact
blood type      one   health   health    0.7  fact
allergy         many  health   health    1    fact
condition       many  health   health    0.9  fact
medication      many  health   health    0.9  fact
diet            many  food     personal  0.9  fact
phone           one   people   personal  0.8  fact
email           one   people   personal  0.8  fact
salary          one   money    money     0.7  fact
rent            one   money    money     0.6  fact
debt            many  money    money     0.7  fact
password        many  things   secret    0.5  fact
pin             many  things   secret    0.5  fact
card            many  money    secret    0.5  fact
id-number       many  people   secret    0.5  fact
owns            many  things   open      0.5  fact
parked          one   things   location  0.5  fact
staying         one   travel   location  0.4  fact
routine         many  other    open      0.5  fact
does            many  leisure  open      0.6  fact
likes           many  leisure  open      0.6  preference
dislikes        many  leisure  open      0.7  preference
prefers         many  leisure  open      0.7  preference
favourite       one   leisure  open      0.7  preference
fears           many  health   personal  0.6  fact
goal            many  other    personal  0.6  fact
event           many  other    personal  0.6  event`

export const ATTRIBUTES: ReadonlyMap<string, AttributePlan> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [id, count, domain, privacy, importance, kind] = line.split(/ {2,}/).map((cell) => cell.trim()) as string[]
      return [
        id!,
        {
          id: id!,
          single: count === 'one',
          domain: domain as Domain,
          privacy: privacy as PrivacyClass,
          importance: Number(importance),
          kind: kind as ItemKind,
        },
      ]
    }),
)

/** 'favourite color' is planned as 'favourite' is. */
export const planOf = (attribute: string): AttributePlan =>
  ATTRIBUTES.get(attribute) ?? ATTRIBUTES.get(attribute.split(' ')[0]!) ?? ATTRIBUTES.get('event')!
