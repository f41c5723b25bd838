/** What a message can be to the agent: its dialogue act (Stolcke et al., 2000), as coarse as what is done about it differs. */
import type { Intent } from '../understand/intent.ts'

export const ACTS = [
  'build',
  'edit',
  'log',
  /** An entry put right or added to. */
  'fix',
  /** An entry taken out. */
  'drop',
  'ask',
  /** Told, complained, joked, thought aloud: nothing is to be done. */
  'talk',
  /** Greetings, thanks, goodbyes, and who one is talking to. */
  'chat',
  /** What nothing on this machine knows or does. */
  'world',
  'remember',
  'recall',
  'forget',
  'undo',
  'redo',
  'open',
  'delete-app',
  'feedback',
  'remind',
] as const
export type Act = (typeof ACTS)[number]

/** The act that an intent carries out; null for what stands outside this table (a sum, a question back, an answer to what waits). */
export function actOf(is: Intent): Act | null {
  switch (is.intent) {
    case 'plan':
      return 'build'
    case 'restore':
      return 'undo'
    case 'query':
      return 'ask'
    case 'list-apps':
      return 'open'
    case 'remove-app':
      return 'delete-app'
    case 'tell':
    case 'unclear':
      return 'talk'
    case 'greeting':
    case 'thanks':
    case 'farewell':
    case 'help':
      return 'chat'
    case 'outside':
      return 'world'
    case 'choose':
      return is.about === 'removal' ? 'delete-app' : is.about === 'new app' ? 'log' : null
    case 'calculate':
    case 'decide':
      return null
    case 'log': {
      // What is kept or else begun (“finished Dune”) is an entry, and puts nothing right.
      const kinds = new Set(is.entries.ops.map((op) => (op.do === 'update' && op.orCreate ? 'create' : op.do)))
      return kinds.has('delete') ? 'drop' : kinds.has('update') && !kinds.has('create') ? 'fix' : 'log'
    }
    default:
      return is.intent
  }
}
