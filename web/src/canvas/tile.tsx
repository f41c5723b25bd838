import { Folder, Pencil, Pin, PinOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { AppSummary } from '../../../src/apps/types.ts'
import { hrefOfApp } from '../route.ts'
import { Menu } from '../ui/menu.tsx'
import { TextDialog } from '../ui/text-dialog.tsx'
import { useWords } from '../words/index.ts'
import { useAppActions } from './app-actions.ts'

export function Tile({ app, folders }: { app: AppSummary; folders: string[] }) {
  const words = useWords()
  const { patch, remove } = useAppActions(app)
  const [asking, setAsking] = useState<'folder' | 'name' | null>(null)
  const close = () => setAsking(null)
  const { home } = words
  return (
    <li className="tile" data-accent={app.accent}>
      <a href={hrefOfApp(app.id)}>
        <span className="app-icon" aria-hidden="true">
          {app.icon}
        </span>
        <span className="tile-name">{app.name}</span>
        <span className="tile-line">{app.version === 0 ? home.draft : app.line}</span>
      </a>
      <Menu
        label={home.menu(app.name)}
        items={[
          app.pinned
            ? { icon: <PinOff aria-hidden="true" />, label: home.unpin, choose: () => patch({ pinned: false }) }
            : { icon: <Pin aria-hidden="true" />, label: home.pin, choose: () => patch({ pinned: true }) },
          { icon: <Folder aria-hidden="true" />, label: home.folder, choose: () => setAsking('folder') },
          { icon: <Pencil aria-hidden="true" />, label: home.rename, choose: () => setAsking('name') },
          { icon: <Trash2 aria-hidden="true" />, label: words.common.remove, danger: true, choose: remove },
        ]}
      />
      {asking === 'folder' && (
        <TextDialog
          title={home.folderTitle(app.name)}
          label={home.folderName}
          initial={app.folder ?? ''}
          hint={home.folderHint}
          suggestions={folders}
          mayBeEmpty
          most={80}
          onSave={(folder) => patch({ folder: folder || null })}
          onClose={close}
        />
      )}
      {asking === 'name' && (
        <TextDialog
          title={home.renameTitle(app.name)}
          label={home.name}
          initial={app.name}
          most={120}
          onSave={(name) => patch({ name })}
          onClose={close}
        />
      )}
    </li>
  )
}
