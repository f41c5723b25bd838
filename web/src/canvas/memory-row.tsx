import { CircleHelp, CircleSlash, Pencil, Pin, PinOff, RotateCcw, ShieldCheck, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Result } from '../../../src/base/result.ts'
import type { Item, Remembered } from '../../../src/memory/types.ts'
import * as api from '../api.ts'
import { formatDate } from '../format.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { TextDialog } from '../ui/text-dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { sayFailure, useSpeaking, useWords, type Words } from '../words/index.ts'
import { ForgetDialog } from './forget-dialog.tsx'
import { GuardDialog } from './guard-dialog.tsx'
import { MemoryStory } from './memory-story.tsx'

/** Less sure than this, it is said. */
const UNSURE = 0.7

type Props = { memory: Remembered; onChanged: () => void; onOpen: (conversation: string) => void }
type Asking = 'story' | 'correct' | 'guard' | 'forget'

export function MemoryRow({ memory, onChanged, onOpen }: Props) {
  const { words, locale } = useSpeaking()
  const [asking, setAsking] = useState<Asking | null>(null)
  const change = useChange(onChanged)
  const { id, text, at, item } = memory
  const close = () => setAsking(null)
  return (
    <li className="row" data-retired={item !== null && item.retired !== null}>
      <span className="row-title">
        <span {...(item && { lang: item.language })}>{text}</span>
        <span className="quiet">{item ? marksOf(item, words, locale) : words.memory.asSaid(formatDate(at, locale))}</span>
      </span>
      {item?.pinned && <span className="badge">{words.memory.pinned}</span>}
      <Menu label={words.memory.more(text.slice(0, 80))} items={choicesOf(memory, words.memory, setAsking, change)} />
      {asking === 'story' && <MemoryStory memory={memory} onClose={close} onOpen={onOpen} />}
      {asking === 'correct' && (
        <TextDialog
          title={words.memory.correct}
          label={words.memory.correctLabel}
          initial={text}
          most={2000}
          onSave={(next) => void change(api.changeMemory(id, { text: next }))}
          onClose={close}
        />
      )}
      {asking === 'guard' && item && (
        <GuardDialog chosen={item.privacy} onChoose={(privacy) => void change(api.changeMemory(id, { privacy }))} onClose={close} />
      )}
      {asking === 'forget' && <ForgetDialog memory={memory} onClose={close} onForgotten={onChanged} />}
    </li>
  )
}

/** “Since 3 May 2026 · preference · health · not sure” */
function marksOf(item: Item, { memory }: Words, locale: string): string {
  const since = item.retired
    ? memory.held(formatDate(item.learned, locale), formatDate(item.retired, locale))
    : memory.since(formatDate(item.learned, locale))
  return [since, memory.kinds[item.kind], memory.classes[item.privacy], ...(item.confidence < UNSURE ? [memory.unsure] : [])].join(' · ')
}

type Changing = (changed: Promise<Result<unknown>>) => Promise<void>

function choicesOf({ id, item }: Remembered, words: Words['memory'], ask: (what: Asking) => void, change: Changing): MenuItem[] {
  const story: MenuItem = { icon: <CircleHelp aria-hidden="true" />, label: words.story, choose: () => ask('story') }
  const forget: MenuItem = { icon: <Trash2 aria-hidden="true" />, label: words.forget, danger: true, choose: () => ask('forget') }
  if (!item) return [story, forget]
  const pin: MenuItem = item.pinned
    ? { icon: <PinOff aria-hidden="true" />, label: words.unpin, choose: () => void change(api.changeMemory(id, { pinned: false })) }
    : { icon: <Pin aria-hidden="true" />, label: words.pin, choose: () => void change(api.changeMemory(id, { pinned: true })) }
  const hold: MenuItem = item.retired
    ? { icon: <RotateCcw aria-hidden="true" />, label: words.restore, choose: () => void change(api.restoreMemory(id)) }
    : { icon: <CircleSlash aria-hidden="true" />, label: words.retire, choose: () => void change(api.retireMemory(id)) }
  return [
    story,
    { icon: <Pencil aria-hidden="true" />, label: words.correct, choose: () => ask('correct') },
    pin,
    { icon: <ShieldCheck aria-hidden="true" />, label: words.guard, choose: () => ask('guard') },
    hold,
    forget,
  ]
}

/** Says what went wrong, or shows what is new. */
function useChange(onChanged: () => void): Changing {
  const words = useWords()
  const toast = useToast()
  return async (changed) => {
    const done = await changed
    if (!done.ok) toast({ text: sayFailure(words, done.error) })
    onChanged()
  }
}
