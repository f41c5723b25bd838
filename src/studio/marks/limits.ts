/**
 * Chances by which the marks of a wish have their way over the rules' reading of it. Less likely than `denied` a quality of no
 * known kind is none, than `guessedDenied` one whose kind its words tell, than `knownDenied` one that is known by name; likelier than `added`, `recut` it is added, cut anew; than `ofKind`,
 * `ofGuessed`, `ofKnown` it is of another kind than none, the rules' guess, that of a known name; from `sure` on it is taken for
 * certain, and from `decided` on nothing stands against it, from `overThings` on
 * not even a list of so many things. The others: of a topic, of a thing to begin with, of an option.
 */
export const LIMITS = {
  denied: 0.3,
  guessedDenied: 0.05,
  knownDenied: 0.002,
  added: 0.3,
  recut: 0.5,
  ofKind: 0.4,
  ofGuessed: 0.6,
  ofKnown: 0.8,
  sure: 0.3,
  named: 0.75,
  guessed: 0.25,
  learned: 0.5,
  thing: 0.5,
  things: 0.4,
  option: 0.5,
  decided: 0.6,
  overThings: 0.85,
}
