/** China: what is generated is labelled, seen and in the data; decisions by machine can be answered for; children have guardians. */
import type { EthicsRule } from '../rule.ts'

const PIPL = 'Personal Information Protection Law (个人信息保护法)'

export const china: EthicsRule[] = [
  {
    id: 'china-generated-label',
    version: 1,
    when: { act: ['build', 'change'], region: ['CN'], maker: ['model'] },
    effect: { do: 'notice', label: true },
    source: {
      kind: 'law',
      name: 'Measures for Labelling AI-Generated Synthetic Content (人工智能生成合成内容标识办法, 2025)',
      where: 'Art. 4 and 5; Interim Measures for Generative AI Services, Art. 12',
    },
    because: 'What a model made carries a label that is seen, and one in its data.',
    cases: [
      { given: { region: 'CN', maker: 'model' }, holds: true },
      { given: { region: 'CN' }, holds: false },
      { given: { region: 'KR', maker: 'model' }, holds: false },
    ],
  },
  {
    id: 'china-people-approval',
    version: 1,
    when: { act: ['build', 'change'], region: ['CN'], domain: ['people'] },
    effect: { do: 'approve' },
    instead: 'general-people-approval',
    source: { kind: 'law', name: PIPL, where: 'Art. 24 and 55, automated decisions' },
    because: 'A decision by machine that weighs on somebody is open and fair, and they may refuse one made by a machine alone.',
    cases: [
      { given: { region: 'CN', domains: ['people'] }, holds: true },
      { given: { region: 'CN', domains: ['health'] }, holds: false },
    ],
  },
  {
    id: 'china-child-send',
    version: 1,
    when: { act: ['send'], region: ['CN'], age: ['under-14'] },
    effect: { do: 'block' },
    source: { kind: 'law', name: PIPL, where: 'Art. 31' },
    because: 'For a child under fourteen a guardian consents to what is sent elsewhere.',
    cases: [
      { given: { act: 'send', region: 'CN', age: 'under-14' }, holds: true },
      { given: { act: 'send', region: 'JP', age: 'under-14' }, holds: false },
    ],
  },
]
