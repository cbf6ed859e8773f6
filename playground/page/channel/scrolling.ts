const NEAR_PX = 120;

/** Keeps the newest message in view for whoever was looking at it; call the result when everything is drawn. */
export function stayAtEnd(): () => void {
  const before = document.querySelector(".log");
  const near = !before || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR_PX;
  return () => {
    const log = document.querySelector(".log");
    if (near && log && document.querySelector(".message")) log.scrollTop = log.scrollHeight;
  };
}
