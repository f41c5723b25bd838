/**
 * The arithmetic of training in WebAssembly SIMD. AssemblyScript, compiled by `node scripts/kernels.mjs` into tensor.wasm.
 *
 * Plain SIMD on purpose: its results are the same bits on every machine (relaxed multiply-add is not), and exp, tanh and
 * log are computed here, so a run can be repeated anywhere.
 *
 * Arrays are f32, row-major, on 16-byte boundaries, their lengths padded to four; `usize` arguments are byte addresses.
 * Backward kernels add to the gradients they are given. Nothing here checks its arguments: src/training/tensor/ owns the
 * memory and is the only caller.
 */

/** Of this instance alone: packed operands and a tile. WORKSPACE bytes, see src/training/tensor/memory.ts. */
let packedA: usize = 0
let packedB: usize = 0
let corner: usize = 0

/** Depth, rows and columns of the blocks that are packed at a time: 256 x 64 and 256 x 512 floats fit the second cache. */
const DEPTH: i32 = 256
const ROWS: i32 = 64
const COLUMNS: i32 = 512

export function configure(workspace: usize): void {
  packedA = workspace
  packedB = packedA + ((DEPTH * ROWS) << 2)
  corner = packedB + ((DEPTH * COLUMNS) << 2)
}

// ---- Matrix product (blocking and packing of Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008)

/**
 * C (m x n, rows `ldc` floats apart) = A B, or += where `add`. A (m x depth) and B (depth x n) may be turned: element (i, k)
 * of A lies at i * rowA + k * columnA, and one of the two steps is 1; B likewise.
 */
export function product(
  a: usize,
  rowA: i32,
  columnA: i32,
  b: usize,
  rowB: i32,
  columnB: i32,
  c: usize,
  ldc: i32,
  m: i32,
  n: i32,
  depth: i32,
  add: bool,
): void {
  for (let j = 0; j < n; j += COLUMNS) {
    const columns = min(COLUMNS, n - j)
    for (let k = 0; k < depth; k += DEPTH) {
      const deep = min(DEPTH, depth - k)
      pack(b + ((k * rowB + j * columnB) << 2), columnB, rowB, columns, deep, packedB, 8)
      for (let i = 0; i < m; i += ROWS) {
        const rows = min(ROWS, m - i)
        pack(a + ((i * rowA + k * columnA) << 2), rowA, columnA, rows, deep, packedA, 4)
        block(packedB, c + ((i * ldc + j) << 2), ldc, rows, columns, deep, add || k > 0)
      }
    }
  }
}

/** B of `product`, packed once for all products with it: ceil8(n) * depth floats, in the order that productPacked reads them. */
export function packWhole(b: usize, rowB: i32, columnB: i32, to: usize, n: i32, depth: i32): void {
  for (let j = 0; j < n; j += COLUMNS) {
    const columns = min(COLUMNS, n - j)
    for (let k = 0; k < depth; k += DEPTH) {
      const deep = min(DEPTH, depth - k)
      pack(b + ((k * rowB + j * columnB) << 2), columnB, rowB, columns, deep, to, 8)
      to += (((columns + 7) & ~7) * deep) << 2
    }
  }
}

/** The same as `product`, to the bit, with a B that was packed before. */
export function productPacked(
  a: usize,
  rowA: i32,
  columnA: i32,
  b: usize,
  c: usize,
  ldc: i32,
  m: i32,
  n: i32,
  depth: i32,
  add: bool,
): void {
  for (let j = 0; j < n; j += COLUMNS) {
    const columns = min(COLUMNS, n - j)
    for (let k = 0; k < depth; k += DEPTH) {
      const deep = min(DEPTH, depth - k)
      for (let i = 0; i < m; i += ROWS) {
        const rows = min(ROWS, m - i)
        pack(a + ((i * rowA + k * columnA) << 2), rowA, columnA, rows, deep, packedA, 4)
        block(b, c + ((i * ldc + j) << 2), ldc, rows, columns, deep, add || k > 0)
      }
      b += (((columns + 7) & ~7) * deep) << 2
    }
  }
}

/** Panels of `width` lanes: element (lane, k) goes to panel lane / width, place k * width + lane % width; missing lanes are 0. */
function pack(from: usize, lane: i32, step: i32, lanes: i32, deep: i32, to: usize, width: i32): void {
  for (let first = 0; first < lanes; first += width) {
    const at = from + ((first * lane) << 2)
    if (lanes - first < width) packCorner(at, lane, step, lanes - first, deep, to, width)
    else
      for (let w = 0; w < width; w += 4)
        if (lane === 1) packRows(at + (w << 2), step, deep, to + (w << 2), width)
        else packTurned(at + ((w * lane) << 2), lane, deep, to + (w << 2), width)
    to += (deep * width) << 2
  }
}

function packRows(from: usize, step: i32, deep: i32, to: usize, width: i32): void {
  for (let k = 0; k < deep; k++) {
    v128.store(to, v128.load(from))
    from += (<usize>step) << 2
    to += (<usize>width) << 2
  }
}

/** Four lanes that lie `lane` floats apart, turned four by four. */
function packTurned(from: usize, lane: i32, deep: i32, to: usize, width: i32): void {
  const second = from + (lane << 2)
  const third = second + (lane << 2)
  const fourth = third + (lane << 2)
  const next = (<usize>width) << 2
  let k: usize = 0
  for (const whole = (<usize>(deep & ~3)) << 2; k < whole; k += 16) {
    const a = v128.load(from + k)
    const b = v128.load(second + k)
    const c = v128.load(third + k)
    const d = v128.load(fourth + k)
    const ab = i32x4.shuffle(a, b, 0, 4, 1, 5)
    const cd = i32x4.shuffle(c, d, 0, 4, 1, 5)
    const abHigh = i32x4.shuffle(a, b, 2, 6, 3, 7)
    const cdHigh = i32x4.shuffle(c, d, 2, 6, 3, 7)
    v128.store(to, i64x2.shuffle(ab, cd, 0, 2))
    v128.store(to + next, i64x2.shuffle(ab, cd, 1, 3))
    v128.store(to + 2 * next, i64x2.shuffle(abHigh, cdHigh, 0, 2))
    v128.store(to + 3 * next, i64x2.shuffle(abHigh, cdHigh, 1, 3))
    to += 4 * next
  }
  for (const end = (<usize>deep) << 2; k < end; k += 4, to += next) {
    store<f32>(to, load<f32>(from + k))
    store<f32>(to, load<f32>(second + k), 4)
    store<f32>(to, load<f32>(third + k), 8)
    store<f32>(to, load<f32>(fourth + k), 12)
  }
}

function packCorner(from: usize, lane: i32, step: i32, lanes: i32, deep: i32, to: usize, width: i32): void {
  for (let k = 0; k < deep; k++)
    for (let w = 0; w < width; w++, to += 4) store<f32>(to, w < lanes ? load<f32>(from + ((w * lane + k * step) << 2)) : 0)
}

function block(packed: usize, c: usize, ldc: i32, rows: i32, columns: i32, deep: i32, add: bool): void {
  for (let j = 0; j < columns; j += 8) {
    const b = packed + ((j * deep) << 2)
    for (let i = 0; i < rows; i += 4) {
      const a = packedA + ((i * deep) << 2)
      const to = c + ((i * ldc + j) << 2)
      if (rows - i >= 4 && columns - j >= 8) tile(a, b, deep, to, ldc, add)
      else {
        tile(a, b, deep, corner, 8, false)
        cut(to, ldc, min(4, rows - i), min(8, columns - j), add)
      }
    }
  }
}

function cut(to: usize, ldc: i32, rows: i32, columns: i32, add: bool): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const at = to + ((i * ldc + j) << 2)
      const value = load<f32>(corner + ((i * 8 + j) << 2))
      store<f32>(at, add ? load<f32>(at) + value : value)
    }
}

/** 4 x 8 values in eight registers: each step of the depth takes two loads of B and four splats of A. */
function tile(a: usize, b: usize, deep: i32, c: usize, ldc: i32, add: bool): void {
  let c00 = f32x4.splat(0),
    c01 = f32x4.splat(0)
  let c10 = f32x4.splat(0),
    c11 = f32x4.splat(0)
  let c20 = f32x4.splat(0),
    c21 = f32x4.splat(0)
  let c30 = f32x4.splat(0),
    c31 = f32x4.splat(0)
  for (const end = a + (deep << 4); a < end; a += 16, b += 32) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    const a0 = v128.load32_splat(a)
    c00 = f32x4.add(c00, f32x4.mul(a0, b0))
    c01 = f32x4.add(c01, f32x4.mul(a0, b1))
    const a1 = v128.load32_splat(a, 4)
    c10 = f32x4.add(c10, f32x4.mul(a1, b0))
    c11 = f32x4.add(c11, f32x4.mul(a1, b1))
    const a2 = v128.load32_splat(a, 8)
    c20 = f32x4.add(c20, f32x4.mul(a2, b0))
    c21 = f32x4.add(c21, f32x4.mul(a2, b1))
    const a3 = v128.load32_splat(a, 12)
    c30 = f32x4.add(c30, f32x4.mul(a3, b0))
    c31 = f32x4.add(c31, f32x4.mul(a3, b1))
  }
  const row = (<usize>ldc) << 2
  put(c, c00, c01, add)
  put(c + row, c10, c11, add)
  put(c + 2 * row, c20, c21, add)
  put(c + 3 * row, c30, c31, add)
}

function put(at: usize, left: v128, right: v128, add: bool): void {
  v128.store(at, add ? f32x4.add(v128.load(at), left) : left)
  v128.store(at, add ? f32x4.add(v128.load(at, 16), right) : right, 16)
}

// ---- Elementary functions

/** exp: 2^n e^r with |r| <= ln 2 / 2 and a polynomial of degree 6 (Cephes, expf); relative error below 2e-7, 0 below -87. */
function exp4(x: v128): v128 {
  const clamped = f32x4.min(f32x4.max(x, f32x4.splat(-87.3)), f32x4.splat(88))
  const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(<f32>Math.LOG2E)))
  let r = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375)))
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)))
  let p = f32x4.splat(1.98756915e-4)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1))
  const scaled = f32x4.mul(p, i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23))
  // A NaN stays one: a comparison with it is false.
  return v128.bitselect(v128.andnot(scaled, f32x4.lt(x, f32x4.splat(-87.3))), x, f32x4.eq(x, x))
}

function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0)
}

function tanh4(x: v128): v128 {
  const bounded = f32x4.min(f32x4.max(x, f32x4.splat(-9.01)), f32x4.splat(9.01))
  const two = f32x4.splat(2)
  return f32x4.sub(f32x4.splat(1), f32x4.div(two, f32x4.add(exp4(f32x4.mul(bounded, two)), f32x4.splat(1))))
}

function sum4(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
}

function largest(at: usize, n: i32): f32 {
  let most = load<f32>(at)
  for (let i = 1; i < n; i++) most = max(most, load<f32>(at + (i << 2)))
  return most
}

// ---- Elementwise, over `n` floats rounded up to four

/** to += factor * from. */
export function axpy(to: usize, from: usize, factor: f32, n: i32): void {
  const f = f32x4.splat(factor)
  for (const end = to + (n << 2); to < end; to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), f32x4.mul(v128.load(from), f)))
}

/** to = a + factor * b. */
export function addScaled(to: usize, a: usize, b: usize, factor: f32, n: i32): void {
  const f = f32x4.splat(factor)
  for (const end = to + (n << 2); to < end; to += 16, a += 16, b += 16) v128.store(to, f32x4.add(v128.load(a), f32x4.mul(v128.load(b), f)))
}

const SLOPE: f32 = 0.7978845608028654
const CUBE: f32 = 0.044715

/** x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))): Hendrycks and Gimpel, "Gaussian error linear units", 2016. */
export function gelu(to: usize, from: usize, n: i32): void {
  for (const end = to + (n << 2); to < end; to += 16, from += 16) {
    const x = v128.load(from)
    v128.store(to, f32x4.mul(f32x4.mul(x, f32x4.splat(0.5)), f32x4.add(f32x4.splat(1), geluTanh(x))))
  }
}

function geluTanh(x: v128): v128 {
  const cubic = f32x4.add(f32x4.splat(1), f32x4.mul(f32x4.splat(CUBE), f32x4.mul(x, x)))
  return tanh4(f32x4.mul(f32x4.mul(f32x4.splat(SLOPE), x), cubic))
}

export function geluBack(dx: usize, x: usize, dy: usize, n: i32): void {
  const half = f32x4.splat(0.5)
  const one = f32x4.splat(1)
  for (const end = dx + (n << 2); dx < end; dx += 16, x += 16, dy += 16) {
    const at = v128.load(x)
    const t = geluTanh(at)
    const inner = f32x4.mul(f32x4.splat(SLOPE), f32x4.add(one, f32x4.mul(f32x4.splat(3 * CUBE), f32x4.mul(at, at))))
    const sloped = f32x4.mul(f32x4.mul(f32x4.mul(half, at), f32x4.sub(one, f32x4.mul(t, t))), inner)
    const slope = f32x4.add(f32x4.mul(half, f32x4.add(one, t)), sloped)
    v128.store(dx, f32x4.add(v128.load(dx), f32x4.mul(v128.load(dy), slope)))
  }
}

// ---- Rows of `width` floats, a multiple of four

/** Each of `rows` rows becomes a copy of `bias`. */
export function fillRows(to: usize, bias: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++, to += width << 2) memory.copy(to, bias, width << 2)
}

/** dBias += the sum of the rows. */
export function sumRows(dBias: usize, from: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++, from += width << 2) axpy(dBias, from, 1, width)
}

/** Rows of `table` by their ids (i32). */
export function gather(to: usize, table: usize, ids: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++, to += width << 2) memory.copy(to, table + ((load<i32>(ids + (i << 2)) * width) << 2), width << 2)
}

export function scatter(dTable: usize, from: usize, ids: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++, from += width << 2) axpy(dTable + ((load<i32>(ids + (i << 2)) * width) << 2), from, 1, width)
}

/** y = (x - mean) / sqrt(variance + 1e-5) * gain + bias, and of each row mean and 1 / sqrt(...) into `saved` (Ba et al., 2016). */
export function layerNorm(y: usize, x: usize, gain: usize, bias: usize, saved: usize, rows: i32, width: i32): void {
  const bytes: usize = width << 2
  for (let row = 0; row < rows; row++, x += bytes, y += bytes, saved += 8) {
    let total = f32x4.splat(0)
    for (let k: usize = 0; k < bytes; k += 16) total = f32x4.add(total, v128.load(x + k))
    const mean = sum4(total) / <f32>width
    const middle = f32x4.splat(mean)
    let squares = f32x4.splat(0)
    for (let k: usize = 0; k < bytes; k += 16) {
      const apart = f32x4.sub(v128.load(x + k), middle)
      squares = f32x4.add(squares, f32x4.mul(apart, apart))
    }
    const scale = <f32>1 / sqrt<f32>(sum4(squares) / <f32>width + <f32>1e-5)
    const factor = f32x4.splat(scale)
    for (let k: usize = 0; k < bytes; k += 16) {
      const normal = f32x4.mul(f32x4.sub(v128.load(x + k), middle), factor)
      v128.store(y + k, f32x4.add(f32x4.mul(normal, v128.load(gain + k)), v128.load(bias + k)))
    }
    store<f32>(saved, mean)
    store<f32>(saved, scale, 4)
  }
}

/** With h the gradient times the gain and z the normal row: dx += scale (h - mean(h) - z mean(h z)). */
export function layerNormBack(
  dx: usize,
  dGain: usize,
  dBias: usize,
  x: usize,
  gain: usize,
  saved: usize,
  dy: usize,
  rows: i32,
  width: i32,
): void {
  const bytes: usize = width << 2
  for (let row = 0; row < rows; row++, x += bytes, dx += bytes, dy += bytes, saved += 8) {
    const middle = v128.load32_splat(saved)
    const scale = v128.load32_splat(saved, 4)
    let plain = f32x4.splat(0)
    let along = f32x4.splat(0)
    for (let k: usize = 0; k < bytes; k += 16) {
      const z = f32x4.mul(f32x4.sub(v128.load(x + k), middle), scale)
      const g = v128.load(dy + k)
      const h = f32x4.mul(g, v128.load(gain + k))
      plain = f32x4.add(plain, h)
      along = f32x4.add(along, f32x4.mul(h, z))
      v128.store(dGain + k, f32x4.add(v128.load(dGain + k), f32x4.mul(g, z)))
      v128.store(dBias + k, f32x4.add(v128.load(dBias + k), g))
    }
    const meanPlain = f32x4.splat(sum4(plain) / <f32>width)
    const meanAlong = f32x4.splat(sum4(along) / <f32>width)
    for (let k: usize = 0; k < bytes; k += 16) {
      const z = f32x4.mul(f32x4.sub(v128.load(x + k), middle), scale)
      const h = f32x4.mul(v128.load(dy + k), v128.load(gain + k))
      const change = f32x4.mul(scale, f32x4.sub(f32x4.sub(h, meanPlain), f32x4.mul(z, meanAlong)))
      v128.store(dx + k, f32x4.add(v128.load(dx + k), change))
    }
  }
}

// ---- Softmax, attention, chances of tokens

/** softmax(scale * x) of `n` floats at `at`, in place. */
function softmaxRow(at: usize, n: i32, scale: f32): void {
  const most = largest(at, n)
  let total: f64 = 0
  let i = 0
  for (; i + 4 <= n; i += 4) {
    const e = exp4(f32x4.mul(f32x4.sub(v128.load(at + (i << 2)), f32x4.splat(most)), f32x4.splat(scale)))
    v128.store(at + (i << 2), e)
    total += <f64>sum4(e)
  }
  for (; i < n; i++) {
    const e = exp1((load<f32>(at + (i << 2)) - most) * scale)
    store<f32>(at + (i << 2), e)
    total += <f64>e
  }
  const share = <f32>(1 / total)
  for (let j = 0; j < n; j++) store<f32>(at + (j << 2), load<f32>(at + (j << 2)) * share)
}

/** Given the shares p and their gradients g at `at`: g becomes p (g - sum(p g)) * scale. */
function softmaxRowBack(at: usize, shares: usize, n: i32, scale: f32): void {
  let along: f32 = 0
  for (let j = 0; j < n; j++) along += load<f32>(at + (j << 2)) * load<f32>(shares + (j << 2))
  for (let j = 0; j < n; j++) store<f32>(at + (j << 2), load<f32>(shares + (j << 2)) * (load<f32>(at + (j << 2)) - along) * scale)
}

/** `rows` rows of `width` floats. */
export function softmax(to: usize, from: usize, rows: i32, width: i32): void {
  memory.copy(to, from, (rows * width) << 2)
  for (let i = 0; i < rows; i++) softmaxRow(to + ((i * width) << 2), width, 1)
}

export function softmaxBack(dx: usize, shares: usize, dy: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++, shares += width << 2, dy += width << 2, dx += width << 2) {
    let along: f32 = 0
    for (let j = 0; j < width; j++) along += load<f32>(dy + (j << 2)) * load<f32>(shares + (j << 2))
    for (let j = 0; j < width; j++) {
      const at = dx + (j << 2)
      store<f32>(at, load<f32>(at) + load<f32>(shares + (j << 2)) * (load<f32>(dy + (j << 2)) - along))
    }
  }
}

/**
 * Causal attention of `heads` heads over `batch` sequences of `time` tokens (Vaswani et al., 2017). `qkv`: rows of 3 width,
 * queries, keys, values; `shares`: (batch, heads, time, time), of which what lies right of a block of rows is not written.
 */
export function attention(to: usize, qkv: usize, shares: usize, batch: i32, time: i32, heads: i32, width: i32): void {
  const size = width / heads
  const row = 3 * width
  const scale = <f32>1 / sqrt<f32>(<f32>size)
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++) {
      const q = qkv + ((b * time * row + h * size) << 2)
      const p = shares + (((b * heads + h) * time * time) << 2)
      const out = to + ((b * time * width + h * size) << 2)
      for (let r = 0; r < time; r += ROWS) {
        const rows = min(ROWS, time - r)
        const seen = r + rows
        const at = p + ((r * time) << 2)
        product(q + ((r * row) << 2), row, 1, q + (width << 2), 1, row, at, time, rows, seen, size, false)
        for (let i = 0; i < rows; i++) {
          const line = at + ((i * time) << 2)
          softmaxRow(line, r + i + 1, scale)
          memory.fill(line + ((r + i + 1) << 2), 0, (rows - i - 1) << 2)
        }
        product(at, time, 1, q + (width << 3), row, 1, out + ((r * width) << 2), width, rows, size, seen, false)
      }
    }
}

/** Adds to dQkv; `scratch` has room for 64 x time floats. */
export function attentionBack(
  dQkv: usize,
  qkv: usize,
  shares: usize,
  dy: usize,
  scratch: usize,
  batch: i32,
  time: i32,
  heads: i32,
  width: i32,
): void {
  const size = width / heads
  const row = 3 * width
  const scale = <f32>1 / sqrt<f32>(<f32>size)
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++) {
      const from = (b * time * row + h * size) << 2
      const q = qkv + from
      const dq = dQkv + from
      const p = shares + (((b * heads + h) * time * time) << 2)
      for (let r = 0; r < time; r += ROWS) {
        const rows = min(ROWS, time - r)
        const seen = r + rows
        const at = p + ((r * time) << 2)
        const dOut = dy + (((b * time + r) * width + h * size) << 2)
        const down = (r * row) << 2
        product(at, 1, time, dOut, width, 1, dq + (width << 3), row, seen, size, rows, true)
        product(dOut, width, 1, q + (width << 3), 1, row, scratch, time, rows, seen, size, false)
        for (let i = 0; i < rows; i++) softmaxRowBack(scratch + ((i * time) << 2), at + ((i * time) << 2), seen, scale)
        product(scratch, time, 1, q + (width << 2), row, 1, dq + down, row, rows, size, seen, true)
        product(scratch, 1, time, q + down, row, 1, dq + (width << 2), row, seen, size, rows, true)
      }
    }
}

/**
 * One new token for each of `rows` sequences: that of row i goes to place `places[i]` of the caches of slot `slots[i]` (slots,
 * capacity, width), and attends to all up to there. `qkv` as of `attention`; `scores` has room for heads x
 * capacity floats.
 */
export function attentionCached(
  to: usize,
  qkv: usize,
  keys: usize,
  values: usize,
  slots: usize,
  places: usize,
  scores: usize,
  rows: i32,
  capacity: i32,
  heads: i32,
  width: i32,
): void {
  const size = width / heads
  const scale = <f32>1 / sqrt<f32>(<f32>size)
  const line: usize = width << 2
  for (let i: usize = 0; i < <usize>rows; i++, qkv += 3 * line, to += line) {
    const place = load<i32>(places + (i << 2))
    const from = <usize>(load<i32>(slots + (i << 2)) * capacity) * line
    memory.copy(keys + from + <usize>place * line, qkv + line, line)
    memory.copy(values + from + <usize>place * line, qkv + 2 * line, line)
    // Place by place, so that each key and value is read once, in the order in which it lies.
    for (let j = 0; j <= place; j++)
      for (let h = 0; h < heads; h++) {
        const shift: usize = (h * size) << 2
        store<f32>(scores + ((h * capacity + j) << 2), dot(qkv + shift, keys + from + <usize>j * line + shift, size))
      }
    for (let h = 0; h < heads; h++) softmaxRow(scores + ((h * capacity) << 2), place + 1, scale)
    memory.fill(to, 0, line)
    for (let j = 0; j <= place; j++)
      for (let h = 0; h < heads; h++) {
        const shift: usize = (h * size) << 2
        axpy(to + shift, values + from + <usize>j * line + shift, load<f32>(scores + ((h * capacity + j) << 2)), size)
      }
  }
}

function dot(a: usize, b: usize, n: i32): f32 {
  let total = f32x4.splat(0)
  for (const end = a + (n << 2); a < end; a += 16, b += 16) total = f32x4.add(total, f32x4.mul(v128.load(a), v128.load(b)))
  return sum4(total)
}

/**
 * Of each row of `logits` (rows x width): the log of the chance of its target (i32), the log of the sum of exponentials,
 * and the entropy in nats; three f64 a row into `to`, all summed in f64.
 */
export function logChances(to: usize, logits: usize, targets: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++, logits += width << 2, to += 24) {
    const most = largest(logits, width)
    let total: f64 = 0
    let weighed: f64 = 0
    let j = 0
    for (; j + 4 <= width; j += 4) {
      const x = f32x4.sub(v128.load(logits + (j << 2)), f32x4.splat(most))
      const e = exp4(x)
      const ex = f32x4.mul(e, x)
      total += <f64>sum4(e)
      weighed += <f64>sum4(ex)
    }
    for (; j < width; j++) {
      const x = load<f32>(logits + (j << 2)) - most
      const e = exp1(x)
      total += <f64>e
      weighed += <f64>e * <f64>x
    }
    const log = Math.log(total)
    store<f64>(to, <f64>load<f32>(logits + (load<i32>(targets + (i << 2)) << 2)) - <f64>most - log)
    store<f64>(to, <f64>most + log, 8)
    store<f64>(to, log - weighed / total, 16)
  }
}

/** dLogits += g (1[j = target] - chance of j), with `g` one f64 a row and `saved` what logChances gave. */
export function logChancesBack(dLogits: usize, logits: usize, saved: usize, targets: usize, g: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++, logits += width << 2, dLogits += width << 2) {
    const slope = <f32>load<f64>(g + (i << 3))
    if (slope === 0) continue
    const log = <f32>load<f64>(saved + i * 24, 8)
    for (let j = 0; j + 4 <= width; j += 4) {
      const chance = exp4(f32x4.sub(v128.load(logits + (j << 2)), f32x4.splat(log)))
      const at = dLogits + (j << 2)
      v128.store(at, f32x4.sub(v128.load(at), f32x4.mul(chance, f32x4.splat(slope))))
    }
    for (let j = width & ~3; j < width; j++) {
      const at = dLogits + (j << 2)
      store<f32>(at, load<f32>(at) - exp1(load<f32>(logits + (j << 2)) - log) * slope)
    }
    const hit = dLogits + (load<i32>(targets + (i << 2)) << 2)
    store<f32>(hit, load<f32>(hit) + slope)
  }
}

// ---- The optimiser

/** The sum of the squares of `n` floats, in f64: NaN or infinite where one of them is. */
export function squares(at: usize, n: i32): f64 {
  let low = f64x2.splat(0)
  let high = f64x2.splat(0)
  for (const end = at + (n << 2); at < end; at += 16) {
    const x = v128.load(at)
    const a = f64x2.promote_low_f32x4(x)
    const b = f64x2.promote_low_f32x4(i64x2.shuffle(x, x, 1, 1))
    low = f64x2.add(low, f64x2.mul(a, a))
    high = f64x2.add(high, f64x2.mul(b, b))
  }
  const both = f64x2.add(low, high)
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1)
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), over `n` floats; gradients are taken times `factor`.
 * `rate` is lr / (1 - b1^t), `second` 1 / (1 - b2^t), `keep` 1 - lr * decay.
 */
export function adam(
  weights: usize,
  gradients: usize,
  means: usize,
  variances: usize,
  n: i32,
  factor: f32,
  b1: f32,
  b2: f32,
  rate: f32,
  second: f32,
  epsilon: f32,
  keep: f32,
): void {
  for (const end = weights + (n << 2); weights < end; weights += 16, gradients += 16, means += 16, variances += 16) {
    const g = f32x4.mul(v128.load(gradients), f32x4.splat(factor))
    const m = f32x4.add(f32x4.mul(v128.load(means), f32x4.splat(b1)), f32x4.mul(g, f32x4.splat(1 - b1)))
    const v = f32x4.add(f32x4.mul(v128.load(variances), f32x4.splat(b2)), f32x4.mul(f32x4.mul(g, g), f32x4.splat(1 - b2)))
    v128.store(means, m)
    v128.store(variances, v)
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, f32x4.splat(second))), f32x4.splat(epsilon))
    const step = f32x4.div(f32x4.mul(m, f32x4.splat(rate)), root)
    v128.store(weights, f32x4.sub(f32x4.mul(v128.load(weights), f32x4.splat(keep)), step))
  }
}

// ---- Weights of eight bits, for serving

/**
 * Each row of x (rows, inner) as whole numbers of up to 2047 times a scale of its own: `q` (rows, padded) of 16 bits, the rest
 * 0. `padded` is a multiple of eight.
 */
export function quantiseRows(x: usize, q: usize, scales: usize, rows: i32, inner: i32, padded: i32): void {
  for (let row = 0; row < rows; row++) {
    const from = x + ((row * inner) << 2)
    const to = q + ((row * padded) << 1)
    let most: f32 = 0
    for (let i = 0; i < inner; i++) most = max(most, abs(load<f32>(from + (i << 2))))
    store<f32>(scales + (row << 2), most / 2047)
    const by: f32 = most > 0 ? 2047 / most : 0
    const factor = f32x4.splat(by)
    let i = 0
    for (; i + 8 <= inner; i += 8) {
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from + (i << 2)), factor)))
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from + (i << 2), 16), factor)))
      v128.store(to + (i << 1), i16x8.narrow_i32x4_s(low, high))
    }
    for (; i < padded; i++) store<i16>(to + (i << 1), i < inner ? <i16>nearest(load<f32>(from + (i << 2)) * by) : 0)
  }
}

/**
 * y (rows, outer) = q w, times both scales, + bias (0: none). `w` (outer, padded) of 8 bits. Sums are of whole numbers, and
 * exact: 2047 * 127 * padded has to stay below 2^31.
 */
export function productEight(
  q: usize,
  rowScales: usize,
  w: usize,
  scales: usize,
  bias: usize,
  y: usize,
  rows: i32,
  outer: i32,
  padded: i32,
): void {
  const next = (<usize>padded) << 1
  for (let j = 0; j < outer; j += 2) {
    const a = w + j * padded
    // Where there is no second column the first is done twice.
    const pair = j + 1 < outer
    const b = pair ? a + padded : a
    const scaleA = load<f32>(scales + (j << 2))
    const scaleB = pair ? load<f32>(scales + (j << 2), 4) : 0
    const biasA = bias ? load<f32>(bias + (j << 2)) : 0
    const biasB = bias && pair ? load<f32>(bias + (j << 2), 4) : 0
    let row = 0
    for (; row + 4 <= rows; row += 4) {
      const x = q + row * next
      let a0 = i32x4.splat(0)
      let a1 = i32x4.splat(0)
      let a2 = i32x4.splat(0)
      let a3 = i32x4.splat(0)
      let b0 = i32x4.splat(0)
      let b1 = i32x4.splat(0)
      let b2 = i32x4.splat(0)
      let b3 = i32x4.splat(0)
      for (let k: usize = 0; k < <usize>padded; k += 8) {
        const left = v128.load_ext<i8>(a + k)
        const right = v128.load_ext<i8>(b + k)
        const at = x + (k << 1)
        const x0 = v128.load(at)
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x0, left))
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x0, right))
        const x1 = v128.load(at + next)
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x1, left))
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x1, right))
        const x2 = v128.load(at + 2 * next)
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(x2, left))
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(x2, right))
        const x3 = v128.load(at + 3 * next)
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(x3, left))
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(x3, right))
      }
      const to = y + ((row * outer + j) << 2)
      const down = (<usize>outer) << 2
      const by = rowScales + (row << 2)
      putEight(to, a0, b0, load<f32>(by), scaleA, scaleB, biasA, biasB, pair)
      putEight(to + down, a1, b1, load<f32>(by, 4), scaleA, scaleB, biasA, biasB, pair)
      putEight(to + 2 * down, a2, b2, load<f32>(by, 8), scaleA, scaleB, biasA, biasB, pair)
      putEight(to + 3 * down, a3, b3, load<f32>(by, 12), scaleA, scaleB, biasA, biasB, pair)
    }
    for (; row < rows; row++) {
      const x = q + row * next
      let a0 = i32x4.splat(0)
      let b0 = i32x4.splat(0)
      for (let k: usize = 0; k < <usize>padded; k += 8) {
        const x0 = v128.load(x + (k << 1))
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x0, v128.load_ext<i8>(a + k)))
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x0, v128.load_ext<i8>(b + k)))
      }
      putEight(y + ((row * outer + j) << 2), a0, b0, load<f32>(rowScales + (row << 2)), scaleA, scaleB, biasA, biasB, pair)
    }
  }
}

function whole4(v: v128): f32 {
  return <f32>(i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3))
}

function putEight(to: usize, a: v128, b: v128, by: f32, scaleA: f32, scaleB: f32, biasA: f32, biasB: f32, pair: bool): void {
  store<f32>(to, whole4(a) * by * scaleA + biasA)
  if (pair) store<f32>(to, whole4(b) * by * scaleB + biasB, 4)
}
