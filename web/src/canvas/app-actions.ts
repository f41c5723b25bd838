/** What can be done to an app from outside it. Each says what came of it. */
import type { AppId } from '../../../src/events.ts'
import * as api from '../api.ts'
import { useApps } from '../apps-list.ts'
import { go } from '../route.ts'
import { useToast } from '../ui/toast.tsx'
import { sayFailure, useWords } from '../words/index.ts'

export function useAppActions({ id, name }: { id: AppId; name: string }) {
  const words = useWords()
  const toast = useToast()
  const { reload, reloadFrame } = useApps()

  const patch = async (change: Parameters<typeof api.patchApp>[1]) => {
    const done = await api.patchApp(id, change)
    if (!done.ok) toast({ text: sayFailure(words, done.error) })
    await reload()
  }
  const recover = async () => {
    const back = await api.recoverApp(id)
    toast({ text: back.ok ? words.home.recovered(name) : sayFailure(words, back.error) })
    await reload()
  }
  const remove = async () => {
    const removed = await api.removeApp(id)
    if (!removed.ok) return toast({ text: sayFailure(words, removed.error) })
    go({ at: 'home' })
    toast({ text: words.home.removed(name), action: { label: words.common.undo, run: () => void recover() } })
    await reload()
  }
  const step = async (way: 'undo' | 'redo') => {
    const gone = await (way === 'undo' ? api.undo(id) : api.redo(id))
    if (!gone.ok) return toast({ text: sayFailure(words, gone.error) })
    const { what } = gone.value.checkpoint
    const back = { label: way === 'undo' ? words.common.redo : words.common.undo, run: () => void step(way === 'undo' ? 'redo' : 'undo') }
    toast({ text: way === 'undo' ? words.app.undone(what) : words.app.redone(what), action: back })
    reloadFrame(id)
    await reload()
  }
  return {
    patch: (change: Parameters<typeof api.patchApp>[1]) => void patch(change),
    remove: () => void remove(),
    step: (way: 'undo' | 'redo') => void step(way),
  }
}
