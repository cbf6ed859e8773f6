const NEAR_PX = 120;

const newest = () => [...document.querySelectorAll(".log > .message")].at(-1);

/**
 * Keeps the end of the channel in view for a reader who was looking at it, and shows what has newly come there: it answers
 * what they have just done. Call the result when everything is drawn.
 */
export function stayAtEnd(): () => void {
  const [log, last] = [document.querySelector(".log"), newest()];
  const near = !log || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  return () => {
    const [log, message] = [document.querySelector(".log"), newest()];
    if (log && message && (near || message !== last)) log.scrollTop = log.scrollHeight;
  };
}
