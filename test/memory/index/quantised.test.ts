import { QuantisedIndex } from '../../../src/memory/index/vector/quantised.ts'
import { contract } from './vector.contract.ts'

contract({
  name: 'quantised, rows of the store',
  create: (options, rows) => new QuantisedIndex({ ...options, rows }),
  load: (bytes, options, rows) => QuantisedIndex.load(bytes, { ...options, rows }),
})
