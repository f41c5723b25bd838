import { QuantisedIndex } from '../../../src/memory/index/vector/quantised.ts'
import { contract } from './vector.contract.ts'

contract({
  name: 'quantised, rows of its own',
  create: (options) => new QuantisedIndex(options),
  load: (bytes, options) => QuantisedIndex.load(bytes, options),
})
