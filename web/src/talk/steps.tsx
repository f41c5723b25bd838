/** What was done on the way, folded away; each step opens to its evidence. */
import { Brain, Check, ChevronRight, Eye, FileCode2, Lightbulb, PenLine, Rocket, ShieldX, TriangleAlert, Wrench } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { formatMs } from '../format.ts'
import { isOpen, type Noted, type Step, type Turn } from '../turn.ts'
import { useSpeaking, type Words } from '../words/index.ts'
import * as evidence from './evidence.tsx'

export function Steps({ turn }: { turn: Turn }) {
  const { words, locale } = useSpeaking()
  const { steps } = turn
  const last = steps.at(-1)
  if (!last) return null
  return (
    <details className="steps" open={isOpen(turn) || turn.state === 'failed'} aria-live="off">
      <summary>
        <ChevronRight aria-hidden="true" className="chevron" />
        <span>{lineOf(last, words, locale)}</span>
        <span className="quiet">{words.steps.summary(steps.length)}</span>
      </summary>
      <ol>
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <li key={i}>
            <OneStep step={step} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function OneStep({ step }: { step: Step }) {
  const { words, locale } = useSpeaking()
  const Icon = iconOf(step)
  const inside = evidenceOf(step)
  const line = (
    <>
      <Icon aria-hidden="true" />
      <span>{lineOf(step, words, locale)}</span>
    </>
  )
  if (!inside) return <div className="step">{line}</div>
  return (
    <details className="step-open">
      <summary className="step">
        {line}
        <ChevronRight aria-hidden="true" className="chevron" />
      </summary>
      <div className="evidence">{inside}</div>
    </details>
  )
}

function lineOf(step: Step, { steps, common }: Words, locale: string): string {
  switch (step.step) {
    case 'understood':
      return steps.understood
    case 'recalled':
      return step.items.length ? steps.recalled(step.items.length) : steps.recalledNone
    case 'designed':
      return common.pair(step.proposal.edits ? steps.changed : steps.designed, step.proposal.spec.name)
    case 'written':
      return steps.written(step.files.length)
    case 'shown':
      return steps.shown(formatMs(step.ms, locale))
    case 'checked':
      return step.check.passed ? steps.checked(step.check.tried.length) : steps.checkFailed(Math.max(1, step.check.findings.length))
    case 'withheld':
      return steps.withheld
    case 'published':
      return steps.published(step.version)
    case 'noted':
      return step.detail ? common.pair(steps[step.what], step.detail) : steps[step.what]
  }
}

const NOTED: Record<Noted, ComponentType<{ 'aria-hidden': 'true' }>> = {
  stored: Brain,
  forgot: Brain,
  repaired: Wrench,
  restored: PenLine,
  removed: PenLine,
  logged: PenLine,
  found: Eye,
  approval: TriangleAlert,
}

function iconOf(step: Step): ComponentType<{ 'aria-hidden': 'true' }> {
  switch (step.step) {
    case 'understood':
    case 'designed':
      return Lightbulb
    case 'recalled':
      return Brain
    case 'written':
      return FileCode2
    case 'shown':
      return Eye
    case 'checked':
      return step.check.passed ? Check : TriangleAlert
    case 'withheld':
      return ShieldX
    case 'published':
      return Rocket
    case 'noted':
      return NOTED[step.what]
  }
}

function evidenceOf(step: Step): ReactNode {
  switch (step.step) {
    case 'understood':
      return <evidence.Understood choice={step.choice} />
    case 'recalled':
      return step.items.length ? <evidence.Recalled items={step.items} /> : null
    case 'designed':
      return <evidence.Designed proposal={step.proposal} />
    case 'written':
      return <evidence.Written files={step.files} />
    case 'checked':
      return <evidence.Checked check={step.check} />
    case 'withheld':
      return <evidence.Withheld withheld={step.withheld} />
    default:
      return null
  }
}
