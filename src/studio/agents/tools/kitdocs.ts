/**
 * KitDocs: the documentation of the kit, made when it is asked for out of the kit's own declarations (kit.d.ts), the
 * vocabulary of apps (spec.ts) and what `write` makes of a small spec. There is no other copy that could go stale.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../base/result.ts'
import type { AppId } from '../../../events.ts'
import { packageRoot } from '../../../root.ts'
import { AppSpec } from '../../../spec.ts'
import { kitRoot } from '../../bundle.ts'
import { write } from '../../write.ts'
import { type Tool, tool } from './tool.ts'

export const kitDocsTool = (): Tool =>
  tool({
    name: 'KitDocs',
    description:
      'Documentation of ‘@kit’ and app.json. Topics: overview, manifest, field, view, behaviour, query, react, styles, example, or the name of anything that ‘@kit’ exports.',
    input: z.object({ topic: z.string().min(1).max(60) }),
    run: ({ topic }) => kitDocs(topic),
  })

export async function kitDocs(topic: string): Promise<Result<string>> {
  const declared = exportsIn(await readFile(join(kitRoot(), 'kit.d.ts'), 'utf8'))
  const name = topic.trim().replace(/^<|\s?\/?>$/g, '')
  const one = declared.find((each) => each.name.toLowerCase() === name.toLowerCase())
  if (one) return ok(`import { ${one.name} } from '@kit'\n\n${one.doc}\n${one.text}`.trim())
  switch (name.toLowerCase()) {
    case 'overview':
      return ok(declared.map((each) => `${each.name}${each.doc ? `: ${each.doc}` : ''}`).join('\n'))
    case 'manifest':
      return ok(await fromSpec(['AppSpec', 'Collection', 'Look', 'Risk', 'Capability']))
    case 'field':
      return ok(await fromSpec(['kinds', 'fieldBase', 'Option', 'Identifier', 'Value']))
    case 'view':
      return ok(await fromSpec(['viewBase', 'over', 'View']))
    case 'behaviour':
      return ok(await fromSpec(['does', 'Every', 'Behaviour']))
    case 'query':
      return ok(await fromSpec(['Aggregate', 'Measure', 'Filter', 'PeriodUnit', 'When', 'Query']))
    case 'react':
      return ok(REACT)
    case 'styles':
      return ok(await styles())
    case 'example':
      return ok(example())
    default:
      return fail(
        'topic-unknown',
        `There is no ${JSON.stringify(name)} in ‘@kit’. It exports: ${declared.map((each) => each.name).join(', ')}.`,
      )
  }
}

type Export = { name: string; doc: string; text: string }

/** What `declare module '@kit'` exports, each with the comment before it. */
function exportsIn(source: string): Export[] {
  const from = source.indexOf("declare module '@kit' {")
  const body = source.slice(from, source.indexOf('\n}\n', from))
  const lines = body.split('\n')
  const found: Export[] = []
  let doc: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const comment = /^ {2}\/\*\* (.*?)(?: \*\/)?$/.exec(line)
    if (comment) doc = [comment[1]!]
    const name = /^ {2}export (?:const|function|type|interface) (\w+)/.exec(line)?.[1]
    if (name) {
      const end = lines.findIndex((other, n) => n > at && /^ {2}(?:export|type|\/\*\*)/.test(other))
      const text = lines.slice(at, end < 0 ? undefined : end).join('\n')
      if (name !== 'OwnCollections') found.push({ name, doc: doc.join(' '), text: text.replace(/^ {2}/gm, '').trim() })
    }
    if (!comment) doc = []
  }
  return found
}

/** Definitions of the vocabulary, as they stand in spec.ts: zod schemas with their comments. */
async function fromSpec(names: string[]): Promise<string> {
  const source = await readFile(join(packageRoot(), 'src', 'spec.ts'), 'utf8')
  const blocks = source.split(/\n(?=(?:\/\*\*|export const|const) ?)/)
  const wanted = names.flatMap((name) => {
    const at = blocks.findIndex((block) => new RegExp(`^(?:export )?const ${name} =`).test(block))
    const before = blocks[at - 1]
    const doc = before?.startsWith('/**') && !before.includes('const ') ? `${before.trim()}\n` : ''
    return at < 0 ? [] : [`${doc}${blocks[at]!.replace(/\nexport type .*/g, '').trim()}`]
  })
  return `app.json is one AppSpec as JSON; these zod schemas say what fits.\n\n${wanted.join('\n\n')}`
}

const REACT = `React is there under its own names: import { useState, useEffect, useMemo, useRef, useReducer, useCallback, createContext, Fragment } from 'react'. createPortal comes from 'react-dom'. The page is drawn by the kit: export the page as the default of app.tsx, without createRoot.
Files of your own are imported by relative paths ('./parts/row'); a style by import './style.css'. No other package resolves, nothing is fetched, no picture is loaded from elsewhere; draw with text, emoji, inline <svg> or <canvas>.
Event handlers get typed events: onChange={(event) => set(event.target.value)}, onSubmit={(event) => event.preventDefault()}.
Data lives in useCollection('id') and nowhere else; values of state are gone after a reload.`

async function styles(): Promise<string> {
  const css = await readFile(join(kitRoot(), 'theme.css'), 'utf8')
  const properties = [...new Set([...css.matchAll(/(--[a-z0-9-]+):/g)].map((hit) => hit[1]!))]
  const classes = [...new Set([...css.matchAll(/\.([a-z][a-z-]+)(?=[\s,{:.>])/g)].map((hit) => hit[1]!))]
  return `Colours and measures are custom properties that know light and dark: ${properties.join(', ')}. Text on --ground or --card is --ink or --quiet.\nClasses of the kit: ${classes.join(', ')}.\nEverything that can be pressed is at least 44 px high. Text needs a contrast of 4.5 to 1.`
}

/** A small app as the studio writes it. */
function example(): string {
  const spec = AppSpec.parse({
    name: 'Coffee',
    icon: '☕',
    language: 'en',
    locale: 'en-US',
    purpose: 'What coffee costs',
    collections: [
      {
        id: 'cups',
        label: 'Cups',
        one: 'Cup',
        title: 'shop',
        fields: [
          { kind: 'text', id: 'shop', label: 'Shop', required: true, suggest: true },
          { kind: 'money', id: 'price', label: 'Price', currency: 'USD' },
          { kind: 'date', id: 'day', label: 'Day', default: 'today' },
          { kind: 'computed', id: 'yearly', label: 'A year of these', formula: 'price * 365', shows: { kind: 'money', currency: 'USD' } },
        ],
      },
    ],
    views: [{ kind: 'list', id: 'all', label: 'All', collection: 'cups', sort: { field: 'day', descending: true } }],
    behaviours: [
      {
        kind: 'limit',
        id: 'limit',
        label: 'This month',
        collection: 'cups',
        measure: { fn: 'sum', field: 'price' },
        date: 'day',
        period: 'month',
        most: 60,
      },
    ],
  })
  return Object.entries(write(spec, { id: 'example0' as AppId, requests: ['Track what I spend on coffee, at most 60 dollars a month'] }))
    .map(([name, text]) => `--- ${name}\n${text}`)
    .join('\n')
}
