/** The stretches of a timer: how long each is, what it is for, and whether they follow each other or are chosen from. */
import { describe, expect, test } from 'vitest'
import type { BehaviourOf } from '../../src/spec.ts'
import { ask } from './ask.ts'

const timerOf = (say: string) => ask(say).spec.behaviours.find((one): one is BehaviourOf<'timer'> => one.kind === 'timer')
const told = (say: string) =>
  timerOf(say)
    ?.phases.map(({ label, minutes, rest }) => `${label} ${Number(minutes.toFixed(2))}${rest ? ' rest' : ''}`)
    .join(', ')

describe('lengths to choose from', () => {
  test.each([
    ['tea timer 3/4/5 minutes', '3 min 3, 4 min 4, 5 min 5'],
    ['Egg timer with 6½ min for soft and 10 for hard', 'Soft 6.5, Hard 10'],
    ['rice timer, white 12 minutes, brown 25 minutes', 'White 12, Brown 25'],
    ['カップ麺タイマー 3分と4分と5分', '3分 3, 4分 4, 5分 5'],
    ['紅茶3分、コーヒー4分、ゆで卵7分半のタイマー', '紅茶 3, コーヒー 4, ゆで卵 7.5'],
    ['라면 타이머 3분 4분', '3분 3, 4분 4'],
    ['계란 삶기 타이머 반숙 6분 반 완숙 11분', '반숙 6.5, 완숙 11'],
    ['煮蛋计时器：溏心6分钟，全熟10分钟', '溏心 6, 全熟 10'],
  ])('%s', (say, phases) => {
    expect(told(say)).toBe(phases)
    expect(timerOf(say)).toMatchObject({ chosen: true, rounds: 1 })
  })
})

describe('stretches that follow each other', () => {
  test.each([
    ['HIIT timer 40s work 20s rest 8 rounds', 'Work 0.67, Rest 0.33 rest', 8],
    ['warm up 5 min, run 20, cool down 5', 'Warm up 5, Run 20, Cool down 5 rest', 1],
    ['breathing timer: inhale 4 seconds, hold 7, exhale 8', 'Inhale 0.07, Hold 0.12, Exhale 0.13', 1],
    ['热身5分钟，快跑1分钟慢走2分钟，重复6次，放松5分钟，做个计时器', '热身 5, 快跑 1, 慢走 2, 放松 5 rest', 6],
    ['筋トレタイマー 腕立て1分 休憩30秒 腹筋1分 休憩30秒 3セット', '腕立て 1, 休憩 0.5 rest, 腹筋 1, 休憩 0.5 rest', 3],
    ['플랭크 타이머 플랭크 30초, 쉬기 15초, 사이드플랭크 30초 3세트', '플랭크 0.5, 쉬기 0.25 rest, 사이드플랭크 0.5', 3],
  ])('%s', (say, phases, rounds) => {
    expect(told(say)).toBe(phases)
    expect(timerOf(say)).toMatchObject({ rounds })
    expect(timerOf(say)?.chosen).toBeUndefined()
  })
  test('a long rest after some rounds', () => {
    const timer = timerOf('pomodoro 50/10 with a long break of 30 after 4')!
    expect(timer.phases).toHaveLength(8)
    expect(timer.phases.at(-1)).toMatchObject({ minutes: 30, rest: true })
  })
})
