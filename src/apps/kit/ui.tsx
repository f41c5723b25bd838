/** The small parts that everything is made of. Buttons carry data-action, so that a check can press what a person would. */
import { Component, type ComponentChildren, type JSX } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useShared, useWords } from './context.tsx'

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'action'> & {
  action: string
  kind?: 'primary' | 'quiet' | 'danger'
  children: ComponentChildren
}

export function Button({ action, kind, children, ...rest }: ButtonProps) {
  return (
    <button type="button" class={`button ${kind ?? ''}`} data-action={action} {...rest}>
      {children}
    </button>
  )
}

/** Where the focus goes when what had it is gone. */
const NEXT = ['[data-action="add"]', '[role="tab"][aria-selected="true"]', 'main button']

/** A panel over the page; a sheet from below on a phone. Closes by Escape and gives the focus back. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const before = document.activeElement
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
      requestAnimationFrame(() => {
        const next = NEXT.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean)
        if (document.activeElement === document.body) next?.focus()
      })
    }
  }, [])
  return (
    <dialog
      ref={ref}
      class="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div class="sheet-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}

export const Empty = ({ title, hint, children }: { title: string; hint?: string; children?: ComponentChildren }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {hint && <p>{hint}</p>}
    {children}
  </div>
)

export function Banner({
  tone = 'plain',
  role,
  children,
  ...data
}: { tone?: 'plain' | 'good' | 'near' | 'over'; role?: 'status' | 'note'; children: ComponentChildren } & Record<
  `data-${string}`,
  string
>) {
  return (
    <div class={`banner ${tone}`} role={role ?? 'status'} {...data}>
      {children}
    </div>
  )
}

export function Meter({ share, tone, label }: { share: number; tone: string; label: string }) {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100)
  return (
    <div class={`meter ${tone}`} role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
      <div style={{ width: `${percent}%` }} />
    </div>
  )
}

export type Tab = { id: string; label: string; content: () => ComponentChildren }

/** Tabs by the pattern of WAI-ARIA: arrows move, only the chosen one is in the order of Tab. */
export function Tabs({ tabs }: { tabs: Tab[] }) {
  const [open, setOpen] = useState(tabs[0]?.id)
  const shown = tabs.find((tab) => tab.id === open) ?? tabs[0]
  const list = useRef<HTMLDivElement>(null)
  if (!shown) return null
  if (tabs.length === 1)
    return (
      <section class="panel" data-view={shown.id} aria-label={shown.label}>
        <Guarded>{shown.content()}</Guarded>
      </section>
    )
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const next = tabs[(tabs.indexOf(shown) + step + tabs.length) % tabs.length]!
    setOpen(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <div class="tabs">
      <div role="tablist" ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab === shown}
            aria-controls={`panel-${tab.id}`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => setOpen(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <section
        class="panel"
        role="tabpanel"
        id={`panel-${shown.id}`}
        aria-labelledby={`tab-${shown.id}`}
        data-view={shown.id}
        key={shown.id}
      >
        <Guarded>{shown.content()}</Guarded>
      </section>
    </div>
  )
}

/** Toast with undo: says what happened, and goes by itself. */
export function Toasts() {
  const { toast, say, words } = useShared()
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => say(null), 8000)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div class="toasts" aria-live="polite">
      {toast && (
        <div class="toast">
          <span>{toast.text}</span>
          {toast.undo && (
            <Button
              action="undo"
              kind="quiet"
              onClick={() => {
                toast.undo?.()
                say(null)
              }}
            >
              {words.undo}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** One part that breaks does not take the others along. */
export class Guarded extends Component<{ children: ComponentChildren }, { error: Error | null }> {
  override state = { error: null as Error | null }
  override componentDidCatch(error: Error) {
    console.error(error)
    this.setState({ error })
  }
  override render() {
    return this.state.error ? <Broken /> : this.props.children
  }
}
const Broken = () => <Banner tone="over">{useWords().broken}</Banner>

/** http, https, mailto and tel; anything else is not made a link. */
export function safeLink(text: string): string | null {
  const value = text.trim()
  if (!URL.canParse(value)) return null
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(value).protocol) ? value : null
}
