/**
 * Chinese in the characters a person writes. All of our own words are kept in simplified characters; whoever reads
 * traditional ones gets them converted, phrase by phrase (OpenCC's tables), as they are said. The tables (1 MB) are read when somebody first needs them. What a person wrote is never converted.
 */
import { createRequire } from 'node:module'
import { isTraditional } from './base/language/script.ts'

export type Written = (text: string) => string

const asItIs: Written = (text) => text
let kept: Written | null = null

function traditional(): Written {
  if (kept) return kept
  const { Converter } = createRequire(import.meta.url)('opencc-js/cn2t') as { Converter(way: { from: 'cn'; to: 'tw' }): Written }
  const characters = Converter({ from: 'cn', to: 'tw' })
  kept = (text) =>
    characters(text)
      .replace(USUAL, (word) => WORDS.get(word)!)
      .replaceAll('“', '「')
      .replaceAll('”', '」')
  return kept
}

/**
 * What is called otherwise in Taiwan, of the words we use. OpenCC has a table of them too, made for manuals: with it a
 * menu of dishes is one of commands (選單), and what money was spent on a project (專案).
 */
const WORDS = new Map(
  '數據庫:資料庫 數據:資料 設置:設定 軟件:軟體 網絡:網路 服務器:伺服器 保存:儲存 導出:匯出 導入:匯入 文件夾:資料夾 文件:檔案 鏈接:連結 屏幕:螢幕 打印:列印 短信:簡訊 信息:資訊 搜索:搜尋 字段:欄位 添加:新增 登錄:登入 默認:預設 聯繫:聯絡 視頻:影片 程序:程式 用戶:使用者 磁盤:磁碟 密鑰:金鑰 發送:傳送 加載:載入 圖標:圖示 打開:開啟 運行:執行 設備:裝置 出租車:計程車 自行車:腳踏車 創建:建立 支持:支援 界面:介面 剪貼板:剪貼簿 重命名:重新命名 字節:位元組'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** How our Chinese is written for a locale (BCP 47): any other language stays as it is. */
export const writtenFor = (locale: string): Written => (isTraditional(locale) ? traditional() : asItIs)

/** The same for every text within a value of lists and plain objects, and for what functions in it answer; keys stay. */
export function writtenThrough<T>(value: T, written: Written): T {
  if (written === asItIs) return value
  const through = (part: unknown): unknown => {
    if (typeof part === 'string') return HAN.test(part) ? written(part) : part
    if (Array.isArray(part)) return part.map(through)
    if (typeof part === 'function') return (...args: unknown[]) => through(part(...args))
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, through(each)]))
  }
  return through(value) as T
}
/** The longer words first. */
const USUAL = new RegExp([...WORDS.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
const HAN = /\p{Script=Han}/u
