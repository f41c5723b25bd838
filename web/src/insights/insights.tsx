/** What was learned of the person's taste: in sentences, from what, how sure; put aside by topic, or switched off. */
import * as api from '../api.ts'
import { Loaded } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLoad } from '../use-load.ts'
import { sayFailure, useSpeaking } from '../words/index.ts'
import { TopicCard } from './topic-card.tsx'

export function Insights() {
  const { words, locale } = useSpeaking()
  const { insights } = words
  const toast = useToast()
  // The sentences are the server's, in the person's language.
  const [load, reload] = useLoad(api.insights, locale)
  const done = async (asked: ReturnType<typeof api.setLearning>, said: string) => {
    const changed = await asked
    toast({ text: changed.ok ? said : sayFailure(words, changed.error) })
    await reload()
  }
  return (
    <div className="page">
      <h2>{insights.title}</h2>
      <p className="quiet">{insights.lead}</p>
      <Loaded load={load} retry={() => void reload()} lines={6}>
        {({ on, topics }) => (
          <>
            <label className="check">
              <input
                type="checkbox"
                checked={on}
                onChange={({ target: { checked } }) => void done(api.setLearning(checked), checked ? insights.on : insights.off)}
              />
              {insights.learns}
            </label>
            {topics.map((topic) => (
              <TopicCard
                key={topic.topic}
                insight={topic}
                onReset={() => void done(api.resetLearning(topic.topic), insights.begun)}
                onLock={(action) => void done(api.lockTopic(topic.topic, action), action ? insights.locked : insights.unlocked)}
              />
            ))}
          </>
        )}
      </Loaded>
    </div>
  )
}
