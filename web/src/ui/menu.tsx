import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useRef } from 'react'

export type MenuItem = { icon: ReactNode; label: string; danger?: boolean } & (
  | { choose: () => void }
  | { href: string; download?: boolean; newTab?: boolean }
)

/**
 * Not modal: a modal menu of this library writes a style element, which the page's policy refuses. Not in a portal
 * either, so that it stays inside the page's landmarks.
 */
export function Menu({ label, items }: { label: string; items: MenuItem[] }) {
  const chosen = useRef<(() => void) | null>(null)
  // What was chosen happens once the focus is back on the button, so that a dialog gives it back there.
  const onClosed = () => {
    const run = chosen.current
    chosen.current = null
    if (run) queueMicrotask(run)
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label={label} title={label}>
        <Ellipsis aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8} onCloseAutoFocus={onClosed}>
        {items.map((item) => (
          <Item
            key={item.label}
            item={item}
            choose={(run) => {
              chosen.current = run
            }}
          />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

function Item({ item, choose }: { item: MenuItem; choose: (run: () => void) => void }) {
  const className = item.danger ? 'menu-item danger' : 'menu-item'
  const inside = (
    <>
      {item.icon}
      <span>{item.label}</span>
    </>
  )
  if ('choose' in item)
    return (
      <DropdownMenu.Item className={className} onSelect={() => choose(item.choose)}>
        {inside}
      </DropdownMenu.Item>
    )
  return (
    <DropdownMenu.Item className={className} asChild>
      <a href={item.href} {...(item.download && { download: true })} {...(item.newTab && { target: '_blank', rel: 'noopener' })}>
        {inside}
      </a>
    </DropdownMenu.Item>
  )
}
