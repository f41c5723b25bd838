/** Korea: the AI Framework Act (in force since 22 January 2026) asks for notice, labels, and people over what is of high impact. */
import type { EthicsRule } from '../rule.ts'

const FRAMEWORK = 'Framework Act on the Development of Artificial Intelligence and Establishment of Trust (인공지능기본법)'

export const korea: EthicsRule[] = [
  {
    id: 'korea-generated-label',
    version: 1,
    when: { act: ['build', 'change'], region: ['KR'], maker: ['model'] },
    effect: { do: 'notice', label: true },
    source: { kind: 'law', name: FRAMEWORK, where: 'Art. 31(1) and (2)' },
    because: 'Who uses generative AI is told so beforehand, and what it made says that it did.',
    cases: [
      { given: { region: 'KR', maker: 'model' }, holds: true },
      { given: { region: 'KR' }, holds: false },
      { given: { region: 'JP', maker: 'model' }, holds: false },
    ],
  },
  {
    id: 'korea-impact-notice',
    version: 1,
    when: { act: ['build', 'change'], region: ['KR'], domain: ['people'] },
    effect: { do: 'notice' },
    source: { kind: 'law', name: FRAMEWORK, where: 'Art. 2(4) and Art. 31(1)' },
    because: 'Hiring, lending and admission are of high impact: who uses the app is told so.',
    cases: [
      { given: { region: 'KR', domains: ['people'] }, holds: true },
      { given: { region: 'KR', domains: ['money'] }, holds: false },
    ],
  },
  {
    id: 'korea-impact-oversight',
    version: 1,
    when: { act: ['build', 'change'], region: ['KR'], domain: ['people'] },
    effect: { do: 'approve' },
    instead: 'general-people-approval',
    source: { kind: 'law', name: FRAMEWORK, where: 'Art. 34(1), management and oversight by people' },
    because: 'What is of high impact is overseen by a person.',
    cases: [
      { given: { region: 'KR', domains: ['people'] }, holds: true },
      { given: { region: 'JP', domains: ['people'] }, holds: false },
    ],
  },
  {
    id: 'korea-child-send',
    version: 1,
    when: { act: ['send'], region: ['KR'], age: ['under-14'] },
    effect: { do: 'block' },
    source: { kind: 'law', name: 'Personal Information Protection Act (개인정보 보호법)', where: 'Art. 22-2' },
    because: 'For a child under fourteen a guardian consents to what is sent elsewhere.',
    cases: [
      { given: { act: 'send', region: 'KR', age: 'under-14' }, holds: true },
      { given: { act: 'send', region: 'KR', age: 'under-18' }, holds: false },
      { given: { act: 'send', region: 'KR' }, holds: false },
    ],
  },
]
