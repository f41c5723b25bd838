import { ArrowLeft, Download, History, Maximize2, Pencil, Pin, PinOff, Redo2, Trash2, Undo2, Upload } from 'lucide-react'
import { useState } from 'react'
import type { AppState } from '../../../src/apps/types.ts'
import type { AppId } from '../../../src/events.ts'
import * as api from '../api.ts'
import { go, hrefOf } from '../route.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { TextDialog } from '../ui/text-dialog.tsx'
import { useWords } from '../words/index.ts'
import { useAppActions } from './app-actions.ts'

type Props = { app: { id: AppId; name: string; icon: string }; pinned: boolean; state: AppState | null; onImport: () => void }

export function AppBar({ app, pinned, state, onImport }: Props) {
  const words = useWords()
  const { patch, remove, step } = useAppActions(app)
  const [renaming, setRenaming] = useState(false)
  const fullScreen = `/apps/${app.id}`
  const showVersions = () => go({ at: 'app', app: app.id, versions: true })
  const items: MenuItem[] = [
    { icon: <History aria-hidden="true" />, label: words.app.versions, choose: showVersions },
    { icon: <Maximize2 aria-hidden="true" />, label: words.app.fullScreen, href: fullScreen, newTab: true },
    ...(state?.spec.collections ?? [])
      .filter((collection) => !collection.hidden)
      .map(({ id, label }) => ({
        icon: <Download aria-hidden="true" />,
        label: words.app.export(label),
        href: api.exportUrl(app.id, id),
        download: true,
      })),
    { icon: <Upload aria-hidden="true" />, label: words.app.import, choose: onImport },
    {
      icon: pinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />,
      label: pinned ? words.home.unpin : words.home.pin,
      choose: () => patch({ pinned: !pinned }),
    },
    { icon: <Pencil aria-hidden="true" />, label: words.home.rename, choose: () => setRenaming(true) },
    { icon: <Trash2 aria-hidden="true" />, label: words.common.remove, danger: true, choose: remove },
  ]
  return (
    <header className="app-bar">
      <a className="icon-button" href={hrefOf({ at: 'home' })} aria-label={words.common.back} title={words.common.back}>
        <ArrowLeft aria-hidden="true" />
      </a>
      <h2>
        <span aria-hidden="true">{app.icon}</span> {app.name}
      </h2>
      {state?.status === 'draft' && <span className="badge">{words.home.draft}</span>}
      <IconButton label={words.common.undo} onClick={() => step('undo')}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={words.common.redo} onClick={() => step('redo')}>
        <Redo2 aria-hidden="true" />
      </IconButton>
      <span className="wide-only">
        <IconButton label={words.app.versions} onClick={showVersions}>
          <History aria-hidden="true" />
        </IconButton>
      </span>
      <a
        className="icon-button wide-only"
        href={fullScreen}
        target="_blank"
        rel="noopener"
        aria-label={words.app.fullScreen}
        title={words.app.fullScreen}
      >
        <Maximize2 aria-hidden="true" />
      </a>
      <Menu label={words.app.more} items={items} />
      {renaming && (
        <TextDialog
          title={words.home.renameTitle(app.name)}
          label={words.home.name}
          initial={app.name}
          most={120}
          onSave={(name) => patch({ name })}
          onClose={() => setRenaming(false)}
        />
      )}
    </header>
  )
}
