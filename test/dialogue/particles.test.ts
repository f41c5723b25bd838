/** Korean particles by the last sound of what stands before them, figures with their units as they are read. */
import { expect, it } from 'vitest'
import { eul, ieyo, ro, settled } from '../../src/dialogue/particles.ts'

it.each([
  [ieyo('44,600원'), '44,600원이에요'],
  [ieyo('60kg'), '60kg이에요'],
  [ieyo('49.1 L'), '49.1 L예요'],
  [ieyo('5 km'), '5 km예요'],
  [ieyo('136 mmHg'), '136 mmHg예요'],
  [ieyo('8.5'), '8.5예요'],
  [eul('금액'), '금액을'],
  [ro('“깍두기”'), '“깍두기”로'],
  [ro('12,000원'), '12,000원으로'],
  [settled('“수축기 혈압”을(를) 입력해 주세요.'), '“수축기 혈압”을 입력해 주세요.'],
  [settled('“메모”이(가) 없어요. gpt와(과) 서울(으)로'), '“메모”가 없어요. gpt와 서울로'],
])('%s', (said, right) => {
  expect(said).toBe(right)
})
