/** `background-color` → `backgroundColor`, as React writes it; custom properties keep their name. */
export function reactName(property: string): string {
  if (property.startsWith("--")) return property;
  const plain = property.replace(/^-ms-/, "ms-");
  return plain.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}

/** `backgroundColor` → `background-color`, as CSS writes it. */
export function cssName(property: string): string {
  if (property.startsWith("--")) return property;
  const dashed = property.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return dashed.replace(/^(webkit|moz|ms|o)-/, "-$1-").toLowerCase();
}

/** What is wrong with a style that a site wants to offer, to be read after its path; null when it can be offered. */
export function problemWithStyle(property: string): string | null {
  const name = cssName(property);
  const runsCode = name === "behavior" || name === "-moz-binding";
  return runsCode ? "is a style that can run code and cannot be offered: remove it" : null;
}

/** Whether a property holds nothing but a colour. */
export function isColorStyle(property: string): boolean {
  return /(?:^|-)color$|^fill$|^stroke$/.test(cssName(property));
}
