// Made by vite.config.ts from the Chinese words, in their shape; an ambient module cannot name a type of another file.
declare module '*?traditional' {
  export const zh: unknown
}
