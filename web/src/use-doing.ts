import type { Result } from '../../src/base/result.ts'
import { useToast } from './ui/toast.tsx'
import { sayFailure, useWords } from './words/index.ts'

/** Does something, says what went wrong or `saved`, and looks again at what holds. Answers whether it was done. */
export function useDoing(reload: () => Promise<void>) {
  const words = useWords()
  const toast = useToast()
  return async (done: Promise<Result<unknown>>, saved?: string): Promise<boolean> => {
    const result = await done
    if (!result.ok) toast({ text: sayFailure(words, result.error) })
    else if (saved) toast({ text: saved })
    await reload()
    return result.ok
  }
}
