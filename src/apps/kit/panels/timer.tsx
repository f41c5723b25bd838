/** Timers and routines: right after a reload or a sleep, because time is worked out from when it was started. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Rec } from '../../../spec.ts'
import { fieldOf, useBehaviour, useCollection, useFormat, useShared } from '../context.tsx'
import { NothingYet } from '../form.tsx'
import {
  clockText,
  IDLE,
  type Phase,
  pauseTimer,
  readTimer,
  skipPhase,
  startTimer,
  type TimerState,
  type TimerView,
  viewTimer,
} from '../tools/timer.ts'
import { Button } from '../ui.tsx'

/** The state kept under `key`, and how it stands now; ticks while it runs. `onPassed` is told of each phase that ended. */
function useTimer(key: string, phases: readonly Phase[], rounds: number, onPassed: (from: number, to: number) => void) {
  const { client } = useShared()
  const [state, setState] = useState<TimerState>(() => readTimer(client.storage.getItem(key)))
  const [now, setNow] = useState(Date.now)
  const view = viewTimer(state, phases, rounds, now)
  const passed = useRef(view.passed)
  useEffect(() => {
    if (!view.running) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [view.running])
  useEffect(() => {
    if (view.passed > passed.current) onPassed(passed.current, view.passed)
    passed.current = view.passed
  }, [view.passed])
  const put = (next: TimerState) => {
    setState(next)
    setNow(Date.now())
    client.storage.setItem(key, JSON.stringify(next))
  }
  return {
    view,
    start: () => put(startTimer(view.ended ? IDLE : state, Date.now())),
    pause: () => put(pauseTimer(state, Date.now())),
    skip: () => put(skipPhase(state, phases, rounds, Date.now())),
    reset: () => {
      passed.current = 0
      put(IDLE)
    },
  }
}

export function Timer({ id }: { id: string }) {
  const { label, phases: all, chosen, rounds, log } = useBehaviour(id, 'timer')
  const { words, spec, now, write, say, client } = useShared()
  const [at, setAt] = useState(() => Number(client.storage.getItem(`timer:${id}:chosen`)) || 0)
  const phases = chosen ? [all[at] ?? all[0]!] : all
  const collection = spec.collections.find((one) => one.id === log?.collection)
  /** A focus phase that was run to its end is noted. */
  const note = (from: number, to: number) => {
    ring()
    const over = Array.from({ length: to - from }, (_, i) => phases[(from + i) % phases.length]).filter((phase) => phase && !phase.rest)
    say({ text: words.finished })
    if (!log || !collection) return
    const title = fieldOf(collection, collection.title)
    void write(
      over.map((phase) => ({
        do: 'create' as const,
        collection: collection.id,
        values: {
          ...(title?.kind === 'text' && { [title.id]: phase!.label }),
          ...(log.minutes && { [log.minutes]: phase!.minutes }),
          ...(log.date && { [log.date]: fieldOf(collection, log.date)?.kind === 'datetime' ? `${now.date}T${now.time}` : now.date }),
        },
      })),
    )
  }
  const timer = useTimer(`timer:${id}`, phases, rounds, note)
  const choose = (next: number) => {
    timer.reset()
    setAt(next)
    client.storage.setItem(`timer:${id}:chosen`, String(next))
  }
  return (
    <div class="tool timer" data-tool={id}>
      <Face
        label={phases[timer.view.phase]?.label ?? label}
        view={timer.view}
        round={rounds > 1 ? words.round(timer.view.round + 1, rounds) : ''}
      />
      <Controls timer={timer} />
      {chosen ? (
        <Chosen phases={all} at={at} label={label} onChoose={choose} />
      ) : (
        <ol class="phases">
          {phases.map((phase, i) => (
            <li key={i} aria-current={i === timer.view.phase && !timer.view.ended ? 'step' : undefined}>
              {phase.label} <span class="quiet">{clockText(phase.minutes * 60_000)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** Which of its lengths it runs for. */
function Chosen({ phases, at, label, onChoose }: { phases: readonly Phase[]; at: number; label: string; onChoose: (at: number) => void }) {
  return (
    <fieldset class="chips">
      <legend class="hidden">{label}</legend>
      {phases.map((phase, i) => (
        <label key={i} class="chip">
          <input type="radio" name={label} checked={i === at} onChange={() => onChoose(i)} />
          <span>{`${phase.label} · ${clockText(phase.minutes * 60_000)}`}</span>
        </label>
      ))}
    </fieldset>
  )
}

type Running = ReturnType<typeof useTimer>

function Face({ label, view, round }: { label: string; view: TimerView; round: string }) {
  const { words } = useShared()
  const around = 2 * Math.PI * 92
  return (
    <div class="face">
      <svg viewBox="0 0 200 200" aria-hidden="true">
        <circle class="ring" cx={100} cy={100} r={92} />
        <circle
          class="ring on"
          cx={100}
          cy={100}
          r={92}
          stroke-dasharray={`${around * view.done} ${around}`}
          transform="rotate(-90 100 100)"
        />
      </svg>
      <div class="face-text">
        <span>{view.ended ? words.finished : label}</span>
        <span class="clock" role="timer" aria-label={label}>
          {clockText(view.left)}
        </span>
        <span class="quiet">{round}</span>
      </div>
    </div>
  )
}

function Controls({ timer: { view, start, pause, skip, reset } }: { timer: Running }) {
  const { words } = useShared()
  return (
    <div class="actions centre">
      <Button action={view.running ? 'pause' : 'start'} kind="primary" onClick={view.running ? pause : start}>
        {view.running ? words.pause : view.passed || view.done ? (view.ended ? words.again : words.resume) : words.start}
      </Button>
      <Button action="skip" onClick={skip} disabled={view.ended}>
        {words.skip}
      </Button>
      <Button action="reset" kind="quiet" onClick={reset}>
        {words.reset}
      </Button>
    </div>
  )
}

/** Minutes of a step that says nothing about them. */
const STEP_MINUTES = 5

export function Routine({ id }: { id: string }) {
  const { collection: of, minutes } = useBehaviour(id, 'routine')
  const { collection, records } = useCollection(of)
  const { words } = useShared()
  const format = useFormat()
  const length = (record: Rec) =>
    minutes && typeof record.values[minutes] === 'number' && (record.values[minutes] as number) > 0
      ? (record.values[minutes] as number)
      : STEP_MINUTES
  const phases = records.map((record) => ({ label: format.title(record, collection), minutes: length(record) }))
  const timer = useTimer(`routine:${id}`, phases, 1, ring)
  if (!phases.length)
    return (
      <div class="tool" data-tool={id}>
        <NothingYet of={of} />
      </div>
    )
  const next = phases[timer.view.phase + 1]
  return (
    <div class="tool timer" data-tool={id}>
      <Face
        label={phases[timer.view.phase]?.label ?? ''}
        view={timer.view}
        round={words.of(String(timer.view.phase + 1), String(phases.length))}
      />
      {next && !timer.view.ended && <p class="centre quiet">{words.nextUp(next.label)}</p>}
      <Controls timer={timer} />
      <ol class="phases">
        {records.map((record, i) => (
          <li
            key={record.id}
            class={timer.view.ended || i < timer.view.phase ? 'over' : ''}
            aria-current={i === timer.view.phase && !timer.view.ended ? 'step' : undefined}
          >
            {format.title(record, collection)} <span class="quiet">{clockText(length(record) * 60_000)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** A short tone. Where sound is not allowed or there is none, the page says it anyway. */
function ring(): void {
  try {
    const audio = new AudioContext()
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = 660
    volume.gain.setValueAtTime(0.2, audio.currentTime)
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.8)
    tone.connect(volume).connect(audio.destination)
    tone.start()
    tone.stop(audio.currentTime + 0.8)
    tone.onended = () => void audio.close()
  } catch {
    // No sound on this device.
  }
}
