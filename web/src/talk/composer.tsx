/** One box. Enter sends, Shift+Enter breaks the line, and Enter that ends a composition only ends it. */
import { ArrowUp, Square } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isTable } from '../read-text.ts'
import { useWords } from '../words/index.ts'

const BOX = 'composer'
/** The box grows to this and scrolls from there: CSS pixels. */
const TALLEST = 200

/** As soon as the box is in sight: what is not shown takes no focus. `tries` are frames. */
export function focusComposer(tries = 60): void {
  document.getElementById(BOX)?.focus()
  if (document.activeElement?.id !== BOX && tries) requestAnimationFrame(() => focusComposer(tries - 1))
}

type Props = {
  say: (text: string) => void
  stop: () => void
  running: boolean
  stopping: boolean
  /** What was said last; arrow up brings it back. */
  last: string
  openName: string | null
  /** null where no app is open to take a table. */
  onCsv: ((file: File) => void) | null
}

const isCsv = ({ name, type }: File) => /\.(csv|tsv)$/i.test(name) || type === 'text/csv' || type === 'text/tab-separated-values'

export function Composer({ say, stop, running, stopping, last, openName, onCsv }: Props) {
  const { talk } = useWords()
  const [text, setText] = useState('')
  const [notice, setNotice] = useState('')
  const box = useGrowing(text)

  const change = (next: string) => {
    setText(next)
    setNotice('')
  }
  const send = () => {
    if (!text.trim()) return
    say(text.trim())
    change('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // 229 is what some input methods send for the Enter that commits, after the composition has ended.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    } else if (event.key === 'ArrowUp' && text === '' && last) {
      event.preventDefault()
      change(last)
    }
  }
  const take = (files: FileList): boolean => {
    const file = files[0]
    if (!file) return false
    if (file.type.startsWith('image/')) setNotice(talk.pictureDeclined)
    else if (!isCsv(file)) setNotice(talk.fileDeclined)
    else if (!onCsv) setNotice(talk.csvNeedsApp)
    else onCsv(file)
    return true
  }
  const takeTable = (pasted: string): boolean => {
    if (!onCsv || text || !isTable(pasted)) return false
    onCsv(new File([pasted], '', { type: 'text/csv' }))
    return true
  }
  const onPaste = (event: ClipboardEvent) => {
    // A copied table brings a picture of itself along: words win.
    const { files } = event.clipboardData
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted ? takeTable(pasted) : take(files)) event.preventDefault()
  }
  const over = useDrop(take)
  const stops = running && !text.trim()

  return (
    <form
      className="composer"
      data-over={over}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className="notice" role="status">
        {notice}
      </p>
      <div className="composer-box">
        <textarea
          id={BOX}
          ref={box}
          rows={1}
          value={text}
          aria-label={talk.box}
          aria-describedby={`${BOX}-hint`}
          placeholder={openName ? talk.placeholderIn(openName) : talk.placeholder}
          enterKeyHint="send"
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {stops ? (
          <button
            type="button"
            className="send"
            aria-label={stopping ? talk.stopping : talk.stop}
            title={talk.stop}
            onClick={stop}
            disabled={stopping}
          >
            <Square aria-hidden="true" />
          </button>
        ) : (
          <button type="submit" className="send" aria-label={talk.send} title={talk.send} disabled={!text.trim()}>
            <ArrowUp aria-hidden="true" />
          </button>
        )}
      </div>
      <span id={`${BOX}-hint`} className="visually-hidden">
        {talk.hint}
      </span>
    </form>
  )
}

function useGrowing(text: string) {
  const box = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows from the text
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.style.height = 'auto'
    if (element.scrollHeight) element.style.height = `${Math.min(element.scrollHeight, TALLEST)}px`
  }, [text])
  return box
}

/** Files dropped anywhere on the page are taken; without this the browser would leave the page for the file. */
function useDrop(take: (files: FileList) => boolean): boolean {
  const [over, setOver] = useState(false)
  const taker = useRef(take)
  useEffect(() => {
    taker.current = take
  })
  useEffect(() => {
    // A field for files takes its own.
    const withFiles = ({ target, dataTransfer }: DragEvent) =>
      !(target instanceof HTMLInputElement) && (dataTransfer?.types.includes('Files') ?? false)
    const onOver = (event: DragEvent) => {
      if (!withFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!withFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) taker.current(event.dataTransfer.files)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}
