/**
 * Product quantisation in WebAssembly SIMD: vectors as 4-bit codes, scanned 32 at a time. AssemblyScript, compiled by
 * `node scripts/kernels.mjs` into vectors.wasm (and vectors-relaxed.wasm, for engines with relaxed SIMD).
 *
 * The method is that of Andre, Kermarrec and Le Scouarnec, "Cache locality is not enough" (VLDB 2015), with 6-bit table
 * entries, so that four of them are added in 8 bits before anything is widened, and the estimator of Gao and Long,
 * "RaBitQ" (SIGMOD 2024), whose correction takes the bias out of an estimated inner product. The rotation is four
 * Hadamard transforms between random signs.
 *
 * Nothing here checks its arguments: src/memory/index/vector/codes.ts owns the memory and is the only caller.
 *
 * A block holds 32 vectors of one list, of M = dimension / 4 sub-vectors each:
 *   next block u32 | list u32 | 8 bytes free | ids 32 x u32 | corrections 32 x f32 | codes M/2 x 32 bytes
 *   | and where rows are kept: scales 32 x f32 | rows 32 x dimension x i8
 * Byte `lane` of code row j holds sub-vector 2j of that vector in its low half and 2j + 1 in its high half.
 */
const IDS: usize = 16
const CORRECTIONS: usize = 144
const CODES: usize = 272
/** Bytes a sub-vector takes in the codebook: 16 entries for each of 4 components, then half the entries' squares. */
const BOOK: usize = 320
/** What a vector of length 1 is multiplied by to become 16-bit integers. */
const FIXED: f32 = 16384

/** Components of a vector: a multiple of 16. */
let dimension: usize = 0
let subs: usize = 0
let pool: usize = 0
let stride: usize = 0

export function configure(components: usize, poolAt: usize, blockBytes: usize): void {
  dimension = components
  subs = components >> 2
  pool = poolAt
  stride = blockBytes
}

function blockAt(block: u32): usize {
  return pool + (<usize>block - 1) * stride
}

// ---- Rotation

/**
 * Turns the vector at `at`, in place, lengths kept. A round multiplies by its row of `signs` (those under the transform
 * scaled by 1/sqrt(its size)), transforms the first or the last power of two of the components, and mixes the halves.
 */
export function rotate(at: usize, signs: usize): void {
  const power: usize = (<usize>1) << (31 - clz(<u32>dimension))
  for (let round: usize = 0; round < 4; round++) {
    const row = signs + ((round * dimension) << 2)
    for (let i: usize = 0; i < dimension << 2; i += 16) v128.store(at + i, f32x4.mul(v128.load(at + i), v128.load(row + i)))
    hadamard(at + (round & 1 ? (dimension - power) << 2 : 0), power)
    if (power !== dimension) mix(at)
  }
}

/** The transform of Hadamard and Walsh of `n` floats, n a power of two and at least 4, unscaled. */
function hadamard(at: usize, n: usize): void {
  const odd = f32x4(1, -1, 1, -1)
  const high = f32x4(1, 1, -1, -1)
  for (let i = at; i < at + (n << 2); i += 16) {
    let v = v128.load(i)
    v = f32x4.add(f32x4.mul(v, odd), i32x4.shuffle(v, v, 1, 0, 3, 2))
    v = f32x4.add(f32x4.mul(v, high), i32x4.shuffle(v, v, 2, 3, 0, 1))
    v128.store(i, v)
  }
  for (let half: usize = 16; half < n << 2; half <<= 1)
    for (let from = at; from < at + (n << 2); from += half << 1)
      for (let i = from; i < from + half; i += 16) butterfly(i, i + half, f32x4.splat(1))
}

/** Each component of the first half with its fellow of the second: sum and difference, at length. */
function mix(at: usize): void {
  const half = dimension << 1
  for (let i = at; i < at + half; i += 16) butterfly(i, i + half, f32x4.splat(Mathf.SQRT1_2))
}

function butterfly(p: usize, q: usize, scale: v128): void {
  const a = v128.load(p)
  const b = v128.load(q)
  v128.store(p, f32x4.mul(f32x4.add(a, b), scale))
  v128.store(q, f32x4.mul(f32x4.sub(a, b), scale))
}

// ---- Centres of lists

/** `dimension` floats as 16-bit integers, for `centres` and `rowDots`. */
export function fix(from: usize, to: usize): void {
  const scale = f32x4.splat(FIXED)
  for (let i: usize = 0; i < dimension; i += 8) {
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from + (i << 2)), scale)))
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from + (i << 2) + 16), scale)))
    v128.store(to + (i << 1), i16x8.narrow_i32x4_s(low, high))
  }
}

/**
 * Inner products of the 16-bit vector at `vector` with `count` centres of 8 bits. Writes, one float a list: the cosine
 * to the centre's direction (by `inverses`), and the product with the centre itself (by `scales`).
 */
export function centres(vector: usize, at: usize, count: usize, inverses: usize, scales: usize, cosines: usize, products: usize): void {
  for (let list: usize = 0; list < count; list++) {
    const product = <f32>dot8(vector, at + list * dimension) / FIXED
    store<f32>(cosines + (list << 2), product * load<f32>(inverses + (list << 2)))
    store<f32>(products + (list << 2), product * load<f32>(scales + (list << 2)))
  }
}

/** `dimension` 16-bit integers with as many of 8 bits. */
function dot8(a: usize, b: usize): i32 {
  let s0 = i32x4.splat(0)
  let s1 = i32x4.splat(0)
  for (let i: usize = 0; i < dimension; i += 16) {
    const p = a + (i << 1)
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v128.load(p), v128.load_ext<i8>(b + i)))
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(v128.load(p + 16), v128.load_ext<i8>(b + i + 8)))
  }
  s0 = i32x4.add(s0, s1)
  return i32x4.extract_lane(s0, 0) + i32x4.extract_lane(s0, 1) + i32x4.extract_lane(s0, 2) + i32x4.extract_lane(s0, 3)
}

// ---- Codes

/** The nearest entry for each sub-vector of the floats at `vector`: M bytes at `codes`. Returns their product with the vector. */
export function encode(vector: usize, book: usize, codes: usize): f32 {
  let product: f32 = 0
  for (let sub: usize = 0; sub < subs; sub++) {
    const entries = book + sub * BOOK
    const x = v128.load32_splat(vector + (sub << 4))
    const y = v128.load32_splat(vector + (sub << 4) + 4)
    const z = v128.load32_splat(vector + (sub << 4) + 8)
    const w = v128.load32_splat(vector + (sub << 4) + 12)
    const g0 = nearness(entries, x, y, z, w)
    const g1 = nearness(entries + 16, x, y, z, w)
    const g2 = nearness(entries + 32, x, y, z, w)
    const g3 = nearness(entries + 48, x, y, z, w)
    let best = f32x4.max(f32x4.max(g0, g1), f32x4.max(g2, g3))
    best = f32x4.max(best, i32x4.shuffle(best, best, 2, 3, 0, 1))
    best = f32x4.max(best, i32x4.shuffle(best, best, 1, 0, 3, 2))
    const hits =
      i32x4.bitmask(f32x4.eq(g0, best)) |
      (i32x4.bitmask(f32x4.eq(g1, best)) << 4) |
      (i32x4.bitmask(f32x4.eq(g2, best)) << 8) |
      (i32x4.bitmask(f32x4.eq(g3, best)) << 12)
    const code = <usize>ctz(hits | 0x8000)
    store<u8>(codes + sub, <u8>code)
    product += f32x4.extract_lane(best, 0) + load<f32>(entries + 256 + (code << 2))
  }
  return product
}

/** For four entries: inner product less half the entry's square. The largest is the nearest. */
function nearness(entries: usize, x: v128, y: v128, z: v128, w: v128): v128 {
  const xy = f32x4.add(f32x4.mul(v128.load(entries), x), f32x4.mul(v128.load(entries, 64), y))
  const zw = f32x4.add(f32x4.mul(v128.load(entries, 128), z), f32x4.mul(v128.load(entries, 192), w))
  return f32x4.sub(f32x4.add(xy, zw), v128.load(entries, 256))
}

/** Writes a vector into a free lane of a block. */
export function put(block: u32, lane: usize, id: u32, correction: f32, codes: usize): void {
  const at = blockAt(block)
  store<u32>(at + IDS + (lane << 2), id)
  store<f32>(at + CORRECTIONS + (lane << 2), correction)
  for (let sub: usize = 0; sub < subs; sub += 2)
    store<u8>(at + CODES + (sub << 4) + lane, load<u8>(codes + sub) | (load<u8>(codes + sub + 1) << 4))
}

/** Keeps the floats at `vector` as 8-bit integers beside their codes. */
export function putRow(block: u32, lane: usize, vector: usize): void {
  let most: f32 = 0
  for (let i: usize = 0; i < dimension; i++) most = max(most, abs(load<f32>(vector + (i << 2))))
  store<f32>(scaleAt(block, lane), most / 127)
  const row = rowAt(block, lane)
  for (let i: usize = 0; i < dimension; i++) store<i8>(row + i, <i8>nearest((load<f32>(vector + (i << 2)) * 127) / most))
}

/** The row of a lane as floats. */
export function getRow(block: u32, lane: usize, vector: usize): void {
  const scale = load<f32>(scaleAt(block, lane))
  const row = rowAt(block, lane)
  for (let i: usize = 0; i < dimension; i++) store<f32>(vector + (i << 2), <f32>load<i8>(row + i) * scale)
}

function scaleAt(block: u32, lane: usize): usize {
  return blockAt(block) + CODES + (subs << 4) + (lane << 2)
}

function rowAt(block: u32, lane: usize): usize {
  return blockAt(block) + CODES + (subs << 4) + 128 + lane * dimension
}

/** Copies a lane, rows too where they are kept (`rows` 1), and leaves zeros where it was. The two may be the same: then only zeros. */
export function move(from: u32, lane: usize, to: u32, toLane: usize, rows: bool): void {
  const a = blockAt(from)
  const b = blockAt(to)
  const same = a === b && lane === toLane
  if (!same) {
    store<u32>(b + IDS + (toLane << 2), load<u32>(a + IDS + (lane << 2)))
    store<f32>(b + CORRECTIONS + (toLane << 2), load<f32>(a + CORRECTIONS + (lane << 2)))
    for (let row: usize = CODES; row < CODES + (subs << 4); row += 32) store<u8>(b + row + toLane, load<u8>(a + row + lane))
    if (rows) {
      store<f32>(scaleAt(to, toLane), load<f32>(scaleAt(from, lane)))
      memory.copy(rowAt(to, toLane), rowAt(from, lane), dimension)
    }
  }
  store<u32>(a + IDS + (lane << 2), 0)
  store<f32>(a + CORRECTIONS + (lane << 2), 0)
  for (let row: usize = CODES; row < CODES + (subs << 4); row += 32) store<u8>(a + row + lane, 0)
  if (!rows) return
  store<f32>(scaleAt(from, lane), 0)
  memory.fill(rowAt(from, lane), 0, dimension)
}

// ---- Tables of a query

let tables: usize = 0
let tableBias: f32 = 0
let tableStep: f32 = 0

/**
 * The query's inner products with all entries, as 6-bit integers at `to` (16 bytes a sub-vector), by way of floats at
 * `floats`: product = bias + step x sum of entries.
 */
export function prepare(query: usize, book: usize, floats: usize, to: usize): void {
  tables = to
  tableBias = 0
  let widest: f32 = 1e-30
  for (let sub: usize = 0; sub < subs; sub++) {
    const low = table(query + (sub << 4), book + sub * BOOK, floats + (sub << 6))
    tableBias += low
    widest = max(widest, spread)
  }
  tableStep = widest / 63
  const scale = f32x4.splat(1 / tableStep)
  for (let sub: usize = 0; sub < subs; sub++) {
    const at = floats + (sub << 6)
    const low = i16x8.narrow_i32x4_s(entry(at, scale), entry(at + 16, scale))
    const high = i16x8.narrow_i32x4_s(entry(at + 32, scale), entry(at + 48, scale))
    v128.store(to + (sub << 4), i8x16.narrow_i16x8_u(low, high))
  }
}

let spread: f32 = 0

/** One sub-vector's 16 products less the smallest of them, which is returned; how far they spread is left in `spread`. */
function table(query: usize, entries: usize, to: usize): f32 {
  const x = v128.load32_splat(query)
  const y = v128.load32_splat(query, 4)
  const z = v128.load32_splat(query, 8)
  const w = v128.load32_splat(query, 12)
  const g0 = products(entries, x, y, z, w)
  const g1 = products(entries + 16, x, y, z, w)
  const g2 = products(entries + 32, x, y, z, w)
  const g3 = products(entries + 48, x, y, z, w)
  let low = f32x4.min(f32x4.min(g0, g1), f32x4.min(g2, g3))
  let high = f32x4.max(f32x4.max(g0, g1), f32x4.max(g2, g3))
  low = f32x4.min(low, i32x4.shuffle(low, low, 2, 3, 0, 1))
  low = f32x4.min(low, i32x4.shuffle(low, low, 1, 0, 3, 2))
  high = f32x4.max(high, i32x4.shuffle(high, high, 2, 3, 0, 1))
  high = f32x4.max(high, i32x4.shuffle(high, high, 1, 0, 3, 2))
  v128.store(to, f32x4.sub(g0, low))
  v128.store(to, f32x4.sub(g1, low), 16)
  v128.store(to, f32x4.sub(g2, low), 32)
  v128.store(to, f32x4.sub(g3, low), 48)
  spread = f32x4.extract_lane(high, 0) - f32x4.extract_lane(low, 0)
  return f32x4.extract_lane(low, 0)
}

function products(entries: usize, x: v128, y: v128, z: v128, w: v128): v128 {
  const xy = f32x4.add(f32x4.mul(v128.load(entries), x), f32x4.mul(v128.load(entries, 64), y))
  const zw = f32x4.add(f32x4.mul(v128.load(entries, 128), z), f32x4.mul(v128.load(entries, 192), w))
  return f32x4.add(xy, zw)
}

function entry(at: usize, scale: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at), scale)))
}

// ---- The best so far: keys of 64 bits, the score's bits in order above, the id's complement below (equal scores: smaller id first)

let keys: usize = 0
let keep: i32 = 0
let held: i32 = 0
let room: i32 = 0
let barKey: u64 = 0
let bar: f32 = -Infinity

/** Starts a choice of the best `count`; `at` has room for 2 x count + 64 keys. */
export function begin(at: usize, count: i32): void {
  keys = at
  keep = count
  room = 2 * count + 64
  held = 0
  barKey = 0
  bar = -Infinity
}

export function offer(score: f32, id: u32): void {
  const bits = reinterpret<i32>(score)
  const key = ((<u64>(<u32>(bits ^ ((bits >> 31) | i32.MIN_VALUE)))) << 32) | <u64>~id
  if (key <= barKey) return
  store<u64>(keys + ((<usize>held) << 3), key)
  if (++held === room) narrow()
}

/** Offers `count` scores with ids 0, 1, 2 ... */
export function offerAll(scores: usize, count: u32): void {
  for (let id: u32 = 0; id < count; id++) offer(load<f32>(scores + ((<usize>id) << 2)), id)
}

/** Keeps the best `keep`, and raises the bar to the worst of them. */
function narrow(): void {
  if (held <= keep) return
  select(keep)
  held = keep
  let least = u64.MAX_VALUE
  for (let i = 0; i < held; i++) least = min(least, load<u64>(keys + ((<usize>i) << 3)))
  barKey = least
  bar = scoreOf(least)
}

function scoreOf(key: u64): f32 {
  const bits = <i32>(<u32>(key >> 32))
  return reinterpret<f32>(bits ^ (~(bits >> 31) | i32.MIN_VALUE))
}

/** Partitions the keys so that the first `n` are the largest (Hoare's selection). */
function select(n: i32): void {
  let low = 0
  let high = held - 1
  while (low < high) {
    const pivot = middle(low, high)
    let i = low
    let j = high
    while (i <= j) {
      while (keyAt(i) > pivot) i++
      while (keyAt(j) < pivot) j--
      if (i <= j) swap(i++, j--)
    }
    if (n - 1 <= j) high = j
    else if (n - 1 >= i) low = i
    else return
  }
}

function keyAt(i: i32): u64 {
  return load<u64>(keys + ((<usize>i) << 3))
}

function swap(i: i32, j: i32): void {
  const key = keyAt(i)
  store<u64>(keys + ((<usize>i) << 3), keyAt(j))
  store<u64>(keys + ((<usize>j) << 3), key)
}

/** The median of first, middle and last. */
function middle(low: i32, high: i32): u64 {
  const a = keyAt(low)
  const b = keyAt((low + high) >> 1)
  const c = keyAt(high)
  return max(min(a, b), min(max(a, b), c))
}

/** Ends the choice: ids and scores, best first. Returns how many. */
export function finish(ids: usize, scores: usize): i32 {
  narrow()
  for (let gap = held >> 1; gap > 0; gap >>= 1)
    for (let i = gap; i < held; i++) {
      const key = keyAt(i)
      let j = i
      for (; j >= gap && keyAt(j - gap) < key; j -= gap) store<u64>(keys + ((<usize>j) << 3), keyAt(j - gap))
      store<u64>(keys + ((<usize>j) << 3), key)
    }
  for (let i = 0; i < held; i++) {
    store<u32>(ids + ((<usize>i) << 2), ~(<u32>keyAt(i)))
    store<f32>(scores + ((<usize>i) << 2), scoreOf(keyAt(i)))
  }
  return held
}

// ---- Scan

let chunks: usize = 0
let chunkCount: u32 = 0

/** Ids may be found whose bit is set: `count` addresses of 8 KB of bits each (0: none of them) at `at`. Count 0: all may. */
export function allow(at: usize, count: u32): void {
  chunks = at
  chunkCount = count
}

function allowed(id: u32): bool {
  const chunk = id >> 16
  if (chunk >= chunkCount) return false
  const bits = load<u32>(chunks + ((<usize>chunk) << 2))
  return bits !== 0 && ((load<u32>(bits + (((id & 0xffff) >> 5) << 2)) >> (id & 31)) & 1) !== 0
}

/** Estimates of 32 vectors on their way to the choice. */
let estimates: usize = 0

export function estimateAt(at: usize): void {
  estimates = at
}

/** Offers every vector of a list: the chain of blocks from `block`, whose first has `lanes` vectors, the others 32. */
export function scan(block: u32, lanes: u32, base: f32): void {
  let live: u32 = lanes === 32 ? 0xffffffff : (1 << lanes) - 1
  while (block) {
    const at = blockAt(block)
    scanBlock(at, live, base)
    block = load<u32>(at)
    live = 0xffffffff
  }
}

/** Offers the lanes given, of `count` blocks: pairs (block u32, lanes as bits u32). `bases` by list. */
export function gather(pairs: usize, count: usize, bases: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const at = blockAt(load<u32>(pairs + (i << 3)))
    scanBlock(at, load<u32>(pairs + (i << 3) + 4), load<f32>(bases + ((<usize>load<u32>(at + 4)) << 2)))
  }
}

function lookUp(table: v128, codes: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i8x16.relaxed_swizzle(table, codes)
  return i8x16.swizzle(table, codes)
}

/** Sums of table entries for 32 vectors; a sum of bytes is kept as its even bytes plus 256 x odd, and the odd apart. */
function scanBlock(at: usize, live: u32, base: f32): void {
  const half = i8x16.splat(15)
  let even0 = i16x8.splat(0)
  let even1 = i16x8.splat(0)
  let odd0 = i16x8.splat(0)
  let odd1 = i16x8.splat(0)
  let codes = at + CODES
  for (let t = tables, end = tables + (subs << 4); t < end; t += 64) {
    const t0 = v128.load(t)
    const t1 = v128.load(t, 16)
    const t2 = v128.load(t, 32)
    const t3 = v128.load(t, 48)
    let a = v128.load(codes)
    let b = v128.load(codes, 32)
    const first = i8x16.add(
      i8x16.add(lookUp(t0, v128.and(a, half)), lookUp(t1, v128.and(i16x8.shr_u(a, 4), half))),
      i8x16.add(lookUp(t2, v128.and(b, half)), lookUp(t3, v128.and(i16x8.shr_u(b, 4), half))),
    )
    a = v128.load(codes, 16)
    b = v128.load(codes, 48)
    const second = i8x16.add(
      i8x16.add(lookUp(t0, v128.and(a, half)), lookUp(t1, v128.and(i16x8.shr_u(a, 4), half))),
      i8x16.add(lookUp(t2, v128.and(b, half)), lookUp(t3, v128.and(i16x8.shr_u(b, 4), half))),
    )
    even0 = i16x8.add(even0, first)
    odd0 = i16x8.add(odd0, i16x8.shr_u(first, 8))
    even1 = i16x8.add(even1, second)
    odd1 = i16x8.add(odd1, i16x8.shr_u(second, 8))
    codes += 64
  }
  even0 = i16x8.sub(even0, i16x8.shl(odd0, 8))
  even1 = i16x8.sub(even1, i16x8.shl(odd1, 8))
  let hits = estimate(at, 0, i16x8.shuffle(even0, odd0, 0, 8, 1, 9, 2, 10, 3, 11), base)
  hits |= estimate(at, 8, i16x8.shuffle(even0, odd0, 4, 12, 5, 13, 6, 14, 7, 15), base)
  hits |= estimate(at, 16, i16x8.shuffle(even1, odd1, 0, 8, 1, 9, 2, 10, 3, 11), base)
  hits |= estimate(at, 24, i16x8.shuffle(even1, odd1, 4, 12, 5, 13, 6, 14, 7, 15), base)
  hits &= live
  while (hits) {
    const lane = <usize>ctz(hits)
    hits &= hits - 1
    const id = load<u32>(at + IDS + (lane << 2))
    if (chunkCount === 0 || allowed(id)) offer(load<f32>(estimates + (lane << 2)), id)
  }
}

/** Estimated cosines of 8 vectors from `lane` on, written to `estimates`; bits, in place, of those that reach the bar. */
function estimate(at: usize, lane: usize, sums: v128, base: f32): u32 {
  const from = at + CORRECTIONS + (lane << 2)
  const a = four(i32x4.extend_low_i16x8_u(sums), v128.load(from), base)
  const b = four(i32x4.extend_high_i16x8_u(sums), v128.load(from, 16), base)
  v128.store(estimates + (lane << 2), a)
  v128.store(estimates + (lane << 2), b, 16)
  const least = f32x4.splat(bar)
  return (i32x4.bitmask(f32x4.ge(a, least)) | (i32x4.bitmask(f32x4.ge(b, least)) << 4)) << (<u32>lane)
}

function four(sums: v128, corrections: v128, base: f32): v128 {
  const product = f32x4.add(f32x4.mul(f32x4.convert_i32x4_u(sums), f32x4.splat(tableStep)), f32x4.splat(tableBias))
  return f32x4.add(f32x4.mul(product, corrections), f32x4.splat(base))
}

// ---- Exact products

/** Cosines of the 16-bit query with the rows kept at `count` places (block x 32 + lane), one float each; place 0 gives NaN. */
export function rowDots(query: usize, places: usize, count: usize, to: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const place = load<u32>(places + (i << 2))
    const block = place >> 5
    const lane = <usize>(place & 31)
    const cosine = place ? (<f32>dot8(query, rowAt(block, lane)) / FIXED) * load<f32>(scaleAt(block, lane)) : f32.NaN
    store<f32>(to + (i << 2), cosine)
  }
}

/** Inner products of a query with `count` vectors of `length` floats (a multiple of 4) that lie at `rows`, and the vectors' squares. */
export function dots(query: usize, rows: usize, length: usize, count: usize, to: usize): void {
  for (let i: usize = 0; i < count; i++) {
    let p = f32x4.splat(0)
    let q = f32x4.splat(0)
    let s = f32x4.splat(0)
    let t = f32x4.splat(0)
    let x = query
    for (const end = rows + (length << 2); rows < end; rows += 32, x += 32) {
      const a = v128.load(rows)
      const b = v128.load(rows, 16)
      p = f32x4.add(p, f32x4.mul(a, v128.load(x)))
      q = f32x4.add(q, f32x4.mul(b, v128.load(x, 16)))
      s = f32x4.add(s, f32x4.mul(a, a))
      t = f32x4.add(t, f32x4.mul(b, b))
    }
    store<f32>(to + (i << 3), sum(f32x4.add(p, q)))
    store<f32>(to + (i << 3) + 4, sum(f32x4.add(s, t)))
  }
}

function sum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
}
