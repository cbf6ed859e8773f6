import { createContext, runInContext } from "node:vm";
import { transformSync } from "esbuild";

/** What a compiled page is made of, as React would be told. */
export interface Compiled {
  props: Record<string, unknown> | null;
  children: Compiled[];
  /** The text directly in it. */
  text: string;
}

const h = (_type: unknown, props: Compiled["props"], ...children: (Compiled | string)[]): Compiled => ({
  props,
  children: children.filter((child) => typeof child !== "string"),
  text: children.filter((child) => typeof child === "string").join(""),
});

/** One for all pages: it takes longer to make than a page to compile. */
const surroundings = createContext({ h, x: "CODE WAS RUN" });

/**
 * What `const node = …` of a JSX file is. It is compiled by another compiler than the one that edits, and run: a value
 * that became code shows.
 */
export function compiled(text: string): Compiled {
  const { code, warnings } = transformSync(text, {
    loader: "jsx",
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "null",
  });
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.text).join("; "));
  const outcome: Compiled = runInContext(`{ ${code}; node; }`, surroundings);
  return outcome;
}
