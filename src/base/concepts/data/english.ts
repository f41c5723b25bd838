/** English words that are never misspelt forms: common words, above all those within a letter of a form. */
export const ENGLISH: readonly string[] = `house their world`.split(/\s+/)
