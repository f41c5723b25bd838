import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

export type MenuItem = { icon: ReactNode; label: string; danger?: boolean } & ({ choose: () => void } | { href: string; download?: boolean; newTab?: boolean })

/** Not modal: a modal menu of this library writes a style element, which the page's policy refuses. */
export function Menu({ label, items }: { label: string; items: MenuItem[] }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label={label} title={label}>
        <Ellipsis aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {items.map((item) => (
            <Item key={item.label} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Item({ item }: { item: MenuItem }) {
  const className = item.danger ? 'menu-item danger' : 'menu-item'
  const inside = (
    <>
      {item.icon}
      <span>{item.label}</span>
    </>
  )
  if ('choose' in item)
    return (
      <DropdownMenu.Item className={className} onSelect={item.choose}>
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
