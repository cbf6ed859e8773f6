/** How long this thread has computed, in milliseconds: what a busy machine does for others meanwhile does not count. */
export function computedFor(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
