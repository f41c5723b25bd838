/** Everything taken along, and brought back. */
import { useState } from 'react'
import * as api from '../api.ts'
import { useApps } from '../apps-list.ts'
import { FileButton } from '../ui/file-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { sayFailure, useWords } from '../words/index.ts'

export function Data({ onChanged }: { onChanged: () => void }) {
  const words = useWords()
  const { settings, privacy } = words
  const toast = useToast()
  const { reload } = useApps()
  const [busy, setBusy] = useState(false)
  const bringIn = async (file: File) => {
    setBusy(true)
    const brought = await importFile(file)
    setBusy(false)
    if (brought === null) return toast({ text: settings.notExport })
    toast({ text: brought.ok ? settings.imported(brought.value.apps, brought.value.memories) : sayFailure(words, brought.error) })
    onChanged()
    await reload()
  }
  return (
    <section className="card stack">
      <h3>{settings.data}</h3>
      <p className="quiet">{settings.dataLead}</p>
      <a className="button" href={api.EXPORT_URL} download="open-macaron.json">
        {settings.exportAll}
      </a>
      <p className="quiet">{privacy.recordLead}</p>
      <a className="button" href={api.RECORD_URL} download="macaron-audit.jsonl">
        {privacy.record}
      </a>
      <FileButton
        label={busy ? `${settings.importing}…` : settings.importAll}
        accept=".json,application/json"
        disabled={busy}
        onPick={(file) => void bringIn(file)}
      />
    </section>
  )
}

/** null where the file is not even JSON. */
async function importFile(file: File): Promise<Awaited<ReturnType<typeof api.importAll>> | null> {
  try {
    return await api.importAll(JSON.parse(await file.text()))
  } catch {
    return null
  }
}
