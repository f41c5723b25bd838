/** Japan: the AI Promotion Act (人工知能関連技術の研究開発及び活用の推進に関する法律, 2025) names principles and no penalties, so what
 *  follows from it is what the guidelines for business make of it; medicine, money and law have acts of their own. */
import type { EthicsRule } from '../rule.ts'

const PROMOTION = 'AI Promotion Act (Act No. 53 of 2025)'

export const japan: EthicsRule[] = [
  {
    id: 'japan-generated-notice',
    version: 1,
    when: { act: ['build', 'change'], region: ['JP'], maker: ['model'] },
    effect: { do: 'notice', label: true },
    source: { kind: 'norm', name: PROMOTION, where: 'Art. 3, transparency; AI Guidelines for Business, common guiding principle 6' },
    because: 'Whoever uses what a model made is to know that a model made it.',
    cases: [
      { given: { region: 'JP', maker: 'model' }, holds: true },
      { given: { region: 'JP' }, holds: false },
      { given: { maker: 'model' }, holds: false },
    ],
  },
  {
    id: 'japan-health-notice',
    version: 1,
    when: { act: ['build'], region: ['JP'], domain: ['health'] },
    effect: { do: 'notice' },
    instead: 'general-health-notice',
    source: { kind: 'law', name: 'Medical Practitioners’ Act (医師法)', where: 'Art. 17' },
    because: 'To diagnose is for doctors.',
    cases: [
      { given: { region: 'JP', domains: ['health'] }, holds: true },
      { given: { region: 'KR', domains: ['health'] }, holds: false },
    ],
  },
  {
    id: 'japan-money-notice',
    version: 1,
    when: { act: ['build'], region: ['JP'], domain: ['money'] },
    effect: { do: 'notice' },
    instead: 'general-money-notice',
    source: { kind: 'law', name: 'Financial Instruments and Exchange Act (金融商品取引法)', where: 'Art. 29, with Art. 28(3)' },
    because: 'Advice on investments is given by those who are registered for it.',
    cases: [
      { given: { region: 'JP', domains: ['money'] }, holds: true },
      { given: { region: 'JP', domains: ['law'] }, holds: false },
    ],
  },
  {
    id: 'japan-law-notice',
    version: 1,
    when: { act: ['build'], region: ['JP'], domain: ['law'] },
    effect: { do: 'notice' },
    instead: 'general-law-notice',
    source: { kind: 'law', name: 'Attorneys Act (弁護士法)', where: 'Art. 72' },
    because: 'Advice on a legal case is for attorneys.',
    cases: [
      { given: { region: 'JP', domains: ['law'] }, holds: true },
      { given: { domains: ['law'] }, holds: false },
    ],
  },
]
