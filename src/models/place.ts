/** Whether an address says by itself that it is this machine: by name or number. A name that only resolves to it does not. */
export const isLoopback = (hostname: string): boolean => /^(?:localhost|\[::1\]|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(hostname)
