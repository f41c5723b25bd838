import type { EventOf, EventType, Module } from '../../../src/events.ts'
import type { Domain, ItemKind, PrivacyClass, Provenance } from '../../../src/memory/types.ts'
import type { Standing, Word } from '../../../src/models/consent.ts'
import type { Scope } from '../../../src/people/scopes.ts'
import type { Capability } from '../../../src/spec.ts'

/** Events the activity page has a sentence for; the pieces of a stream are not among them. */
export type Told = Exclude<EventType, 'code-start' | 'code-delta' | 'reply-start' | 'reply-delta'>

/** Everything the page says, in one language. Functions take what is named in the sentence. */
export type Words = {
  nav: {
    main: string
    talk: string
    apps: string
    memory: string
    activity: string
    insights: string
    privacy: string
    settings: string
    more: string
    skip: string
    canvas: string
  }
  common: {
    back: string
    cancel: string
    close: string
    save: string
    retry: string
    loading: string
    open: string
    undo: string
    redo: string
    remove: string
    search: string
    showMore: string
    nothingFits: (query: string) => string
    /** What, and more about it. */
    pair: (what: string, detail: string) => string
    broken: string
    offline: string
    offlineHint: string
    unexpected: string
    interrupted: string
  }
  signIn: {
    title: string
    lead: string
    token: string
    where: string
    submit: string
    wrong: string
    passwordLead: string
    byToken: string
    byPassword: string
    byPasskey: string
  }
  talk: {
    title: string
    log: string
    welcome: string
    welcomeLead: string
    examples: [string, string, string]
    tryOne: string
    box: string
    placeholder: string
    placeholderIn: (app: string) => string
    send: string
    stop: string
    stopping: string
    fresh: string
    incognito: string
    incognitoLead: string
    past: string
    pastNone: string
    untitled: string
    you: string
    macaron: string
    forgotten: string
    lost: string
    good: string
    bad: string
    thanks: string
    why: string
    whyOpening: string
    pictureDeclined: string
    fileDeclined: string
    csvNeedsApp: string
    earlier: string
    hint: string
  }
  steps: {
    summary: (n: number) => string
    working: string
    understood: string
    understoodAs: (what: string, module: string) => string
    sure: (percent: number) => string
    module: Record<Module, string>
    recalled: (n: number) => string
    recalledNone: string
    stored: string
    forgot: string
    designed: string
    changed: string
    assumed: string
    missing: string
    keeps: string
    written: (files: number) => string
    lines: (n: number) => string
    shown: (ms: string) => string
    checked: (n: number) => string
    checkFailed: (n: number) => string
    attempt: (n: number) => string
    picture: string
    findings: string
    repaired: string
    published: (version: number) => string
    withheld: string
    kept: (version: number) => string
    restored: string
    removed: string
    logged: string
    found: string
    approval: string
    progress: (done: number, total: number) => string
    timeLeft: (seconds: number) => string
  }
  /** What a message was read as, by the intent's name. */
  intents: Readonly<Record<string, string>>
  cards: {
    waits: (until: string) => string
    look: string
    edit: string
    keepEdit: string
    stopEdit: string
    before: string
    after: string
    none: string
    gone: string
    edited: string
    source: string
    editing: string
    checking: string
    waitingTitle: string
    draft: string
    draftLead: string
    checked: (n: number) => string
    openApp: (name: string) => string
    logged: (app: string) => string
    undone: string
    changedSince: string
    answer: (app: string) => string
    nothingMeasured: string
    previous: (shown: string) => string
    table: string
    item: string
    amount: string
    records: string
    checkpoint: (app: string) => string
    memory: (date: string) => string
    forget: string
    correct: string
    rememberThat: (text: string) => string
    chips: string
  }
  home: {
    title: string
    search: string
    empty: string
    emptyLead: string
    pinned: string
    others: string
    menu: (name: string) => string
    pin: string
    unpin: string
    folder: string
    folderTitle: (name: string) => string
    folderName: string
    folderHint: string
    rename: string
    renameTitle: (name: string) => string
    name: string
    removed: (name: string) => string
    recovered: (name: string) => string
    removedLately: string
    bringBack: string
    draft: string
  }
  app: {
    gone: string
    goneLead: string
    frame: (name: string) => string
    frameLoading: string
    versions: string
    fullScreen: string
    more: string
    export: (what: string) => string
    import: string
    undone: (what: string) => string
    redone: (what: string) => string
    versionsTitle: (name: string) => string
    versionsLead: string
    restore: string
    restored: string
    current: string
    version: (n: number) => string
    noVersions: string
    by: Record<'person' | 'agent' | 'import' | 'app' | 'migration' | 'restore', string>
  }
  csv: {
    title: (app: string) => string
    into: string
    choose: string
    chooseHint: string
    reading: string
    fits: (n: number, total: number) => string
    columns: string
    notUsed: string
    problems: (n: number) => string
    row: (n: number) => string
    sample: string
    commit: (n: number) => string
    committing: string
    done: (n: number) => string
    none: string
    noCollections: string
  }
  memory: {
    changes: Record<EventOf<'memory-changed'>['change'], string>
    title: string
    lead: string
    search: string
    empty: string
    emptyLead: string
    forget: string
    forgetAsk: string
    forgetLead: string
    forgotten: string
    since: (date: string) => string
    showRetired: string
    forgetAbout: (about: string) => string
    forgetAll: string
    more: (text: string) => string
    asSaid: (date: string) => string
    held: (from: string, until: string) => string
    pinned: string
    unsure: string
    story: string
    correct: string
    correctLabel: string
    pin: string
    unpin: string
    guard: string
    guardLead: string
    retire: string
    restore: string
    openConversation: string
    youSaid: (text: string) => string
    supersededBy: (text: string) => string
    supersedes: (text: string) => string
    recalls: string
    noRecalls: string
    questionGone: string
    worth: (percent: number) => string
    domains: Record<Domain, string>
    kinds: Record<ItemKind, string>
    classes: Record<PrivacyClass, string>
    provenances: Record<Provenance, string>
  }
  activity: {
    title: string
    lead: string
    empty: string
    emptyLead: string
    why: string
    whyTitle: string
    basis: string
    cut: (n: number) => string
    told: Record<Told, string>
    decisions: Record<EventOf<'approval-decided'>['decision'], string>
    capabilities: Record<Capability, string>
    grants: { yes: string; no: string }
    consents: Record<EventOf<'consent-given'>['word'], string>
    people: Record<EventOf<'person-changed'>['change'], string>
    credentials: Record<EventOf<'credential-changed'>['change'], string>
    ways: Record<EventOf<'credential-changed'>['kind'], string>
    byOwner: string
    from: (address: string) => string
  }
  insights: {
    title: string
    lead: string
    learns: string
    again: string
    againOf: (title: string) => string
    begun: string
    /** Who decides: what was learned, or the person. */
    decides: string
    learned: string
    locked: string
    unlocked: string
    each: string
    none: string
    on: string
    off: string
    topics: Readonly<Record<string, string>>
    changes: Record<EventOf<'learning-changed'>['change'], string>
  }
  models: {
    title: string
    lead: string
    none: string
    provider: (name: string) => string
    here: string
    consents: Record<Word, string>
    unasked: string
    more: string
    budgets: string
    budget: Record<'day' | 'app' | 'build', string>
    saved: string
    spent: string
    today: string
    ofBudget: (spent: string, budget: string) => string
    month: string
    savedOverall: string
    byApp: string
    app: string
    requests: string
    cost: string
    removedApp: string
    noApp: string
    grants: string
    noGrants: string
    capDollars: string
    capRequests: string
  }
  settings: {
    title: string
    language: string
    languageAuto: (name: string) => string
    theme: string
    themes: Record<'system' | 'light' | 'dark', string>
    doctor: string
    doctorLead: string
    doctorRun: string
    doctorRunning: string
    healthy: string
    unhealthy: string
    good: string
    bad: string
    data: string
    dataLead: string
    exportAll: string
    importAll: string
    importing: string
    imported: (apps: number, memories: number) => string
    notExport: string
    leaving: string
    leavingLead: string
    anyModel: string
    opening: string
    openingLead: string
    erase: string
    eraseLead: string
    eraseType: (word: string) => string
    eraseWord: string
    circumstances: string
    circumstancesLead: string
    region: string
    regions: Record<'JP' | 'KR' | 'CN' | 'other', string>
    age: string
    ages: Record<'under-14' | 'under-18' | 'adult', string>
    unsaid: string
    keys: string
    keysList: [string, string][]
  }
  privacy: {
    title: string
    lead: string
    held: string
    folder: (folder: string) => string
    sealed: string
    unsealed: string
    kinds: Record<'memories' | 'conversations' | 'apps' | 'journal' | 'pictures' | 'tastes' | 'settings', string>
    from: Record<Provenance, (n: number) => string>
    since: (date: string) => string
    retired: (n: number) => string
    messages: (n: number) => string
    entries: (n: number) => string
    drafts: (n: number) => string
    removed: (n: number) => string
    steps: string
    forgotten: (n: number) => string
    seen: (size: string) => string
    occasions: (n: number) => string
    notLearning: string
    chosen: string
    who: string
    you: string
    browsers: (n: number) => string
    tokens: (n: number) => string
    alone: string
    others: (n: number) => string
    guest: string
    noModel: string
    consents: Record<Standing, string>
    requests: (n: number, when: string) => string
    noRequests: string
    asking: (n: number) => string
    embedder: (host: string) => string
    change: string
    long: string
    memoriesLast: string
    ending: (n: number) => string
    recordLasts: string
    incognitoLasts: string
    removedLast: (days: number) => string
    copiesLast: string
    yours: string
    correct: string
    forgetAbout: string
    look: string
    incognito: string
    record: string
    recordLead: string
    telemetry: string
    telemetryLead: string
  }
  people: {
    title: string
    lead: string
    you: string
    owner: string
    lastHere: (when: string) => string
    notYet: string
    lent: string
    invite: string
    whom: string
    whomHint: string
    link: string
    linkLead: (date: string) => string
    invited: (date: string) => string
    withdraw: string
    withdrawn: string
    somebody: string
    more: (name: string) => string
    lend: string
    keep: string
    revoke: string
    revoked: (name: string) => string
    again: string
    remove: string
    removeAsk: (name: string) => string
    removeLead: string
    removed: (name: string) => string
  }
  waysIn: {
    title: string
    lead: string
    browser: string
    here: string
    used: (when: string) => string
    until: (date: string) => string
    end: string
    endOf: (name: string) => string
    ended: string
    signOut: string
    others: string
    token: string
    tokenFor: string
    tokenMay: string
    scopes: Record<Scope, string>
    days: string
    secret: string
    secretLead: string
    make: string
    copy: string
    copied: string
    password: string
    passwordLead: string
    name: string
    current: string
    next: string
    nextHint: string
    kept: string
    passkey: string
    passkeyAdded: string
    aPasskey: string
  }
  invitation: { title: string; lead: string; back: (name: string) => string; backLead: string; enter: string; start: string }
}
