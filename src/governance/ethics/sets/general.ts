/** What holds everywhere. */
import type { EthicsRule } from '../rule.ts'

const OECD = 'OECD Recommendation on Artificial Intelligence (2019, revised 2024)'
const WHO = 'WHO, Ethics and governance of artificial intelligence for health (2021)'
const UNICEF = 'UNICEF, Policy guidance on AI for children (2021)'

export const general: EthicsRule[] = [
  {
    id: 'general-health-notice',
    version: 1,
    when: { act: ['build'], domain: ['health'] },
    effect: { do: 'notice' },
    source: { kind: 'norm', name: WHO, where: 'principle 2' },
    because: 'An app about health notes and counts; nobody should take it for a doctor.',
    cases: [
      { given: { domains: ['health'] }, holds: true },
      { given: { domains: ['health'], act: 'change' }, holds: false },
      { given: {}, holds: false },
    ],
  },
  {
    id: 'general-money-notice',
    version: 1,
    when: { act: ['build'], domain: ['money'] },
    effect: { do: 'notice' },
    source: { kind: 'norm', name: OECD, where: '1.3' },
    because: 'An app about loans, savings or investments counts; it does not advise.',
    cases: [
      { given: { domains: ['money'] }, holds: true },
      { given: { domains: ['health'] }, holds: false },
    ],
  },
  {
    id: 'general-law-notice',
    version: 1,
    when: { act: ['build'], domain: ['law'] },
    effect: { do: 'notice' },
    source: { kind: 'norm', name: OECD, where: '1.3' },
    because: 'An app about contracts or lawsuits keeps papers and dates; it does not advise.',
    cases: [
      { given: { domains: ['law'] }, holds: true },
      { given: { domains: ['money'] }, holds: false },
    ],
  },
  {
    id: 'general-risk-approval',
    version: 1,
    when: { act: ['build', 'change'], domain: ['health', 'money', 'law'], maker: ['model'] },
    effect: { do: 'approve' },
    source: { kind: 'norm', name: OECD, where: '1.2(b), human agency and oversight' },
    because: 'A model can be wrong in a way that costs health or money; a person looks at it first.',
    cases: [
      { given: { domains: ['law'], maker: 'model', act: 'change' }, holds: true },
      { given: { domains: ['law'] }, holds: false },
      { given: { maker: 'model' }, holds: false },
    ],
  },
  {
    id: 'general-people-approval',
    version: 1,
    when: { act: ['build', 'change'], domain: ['people'] },
    effect: { do: 'approve' },
    source: { kind: 'norm', name: OECD, where: '1.2(b), human agency and oversight' },
    because: 'Who is hired, admitted or lent to is a matter of a life; a person answers for how it is decided, and says yes to it.',
    cases: [
      { given: { domains: ['people'] }, holds: true },
      { given: { domains: ['people'], act: 'taste' }, holds: false },
      { given: { domains: ['health'] }, holds: false },
    ],
  },
  {
    id: 'general-covert-block',
    version: 1,
    when: { act: ['build', 'change'], domain: ['covert'] },
    effect: { do: 'block' },
    source: { kind: 'norm', name: OECD, where: '1.2(a), respect for human rights and privacy' },
    because: 'To follow or read somebody who is not to know of it harms them, and is against the law in most places.',
    cases: [
      { given: { domains: ['covert'] }, holds: true },
      { given: { domains: ['covert'], age: null, region: 'CN' }, holds: true },
      { given: { domains: ['people'] }, holds: false },
    ],
  },
  {
    id: 'general-risk-trials',
    version: 1,
    when: { act: ['taste'], domain: ['health', 'money', 'law'] },
    effect: { do: 'mask', topic: null },
    source: { kind: 'norm', name: OECD, where: '1.4, robustness, security and safety' },
    because: 'Apps about money, health or law are made as they always are: nothing is tried on them.',
    cases: [
      { given: { act: 'taste', domains: ['money'] }, holds: true },
      { given: { act: 'taste' }, holds: false },
    ],
  },
  {
    id: 'general-minor-trials',
    version: 1,
    when: { act: ['taste'], age: ['under-14', 'under-18'] },
    effect: { do: 'mask', topic: null },
    source: { kind: 'norm', name: UNICEF, where: 'requirement 3, protect children’s data and privacy' },
    because: 'Nothing is tried on a child to learn what they like.',
    cases: [
      { given: { act: 'taste', age: 'under-18' }, holds: true },
      { given: { act: 'taste', age: 'adult' }, holds: false },
      { given: { act: 'taste', age: null }, holds: false },
    ],
  },
  {
    id: 'general-minor-offers',
    version: 1,
    when: { act: ['taste'], age: ['under-14', 'under-18'] },
    effect: { do: 'cost', topic: 'offers', action: 'offer', amount: 0.5 },
    source: { kind: 'norm', name: UNICEF, where: 'requirement 1, support children’s development and well-being' },
    because: 'What draws a child further is worth less than what they came for.',
    cases: [
      { given: { act: 'taste', age: 'under-14' }, holds: true },
      { given: { act: 'build', age: 'under-14' }, holds: false },
    ],
  },
  {
    id: 'general-minor-money',
    version: 1,
    when: { act: ['build'], age: ['under-14', 'under-18'], domain: ['money'] },
    effect: { do: 'notice' },
    instead: 'general-money-notice',
    source: { kind: 'norm', name: UNICEF, where: 'requirement 8, prepare children for AI' },
    because: 'A child decides on loans and investments together with somebody who answers for them.',
    cases: [
      { given: { age: 'under-18', domains: ['money'] }, holds: true },
      { given: { domains: ['money'] }, holds: false },
    ],
  },
]
