import { ExactIndex } from '../../../src/memory/index/vector/exact.ts'
import { contract } from './vector.contract.ts'

contract({
  name: 'exact',
  create: (options) => new ExactIndex(options),
  load: (bytes, options) => ExactIndex.load(bytes, options),
})
