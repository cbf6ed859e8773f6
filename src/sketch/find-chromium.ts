import { access, constants } from "node:fs/promises";

/** How a Chromium is started. */
export interface Chromium {
  executablePath: string;
  /** What this one needs besides. */
  args: string[];
}

/** Where systems put a Chromium, or a Chrome, that people install. */
const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** What `CHROMIUM` says where nothing is to be drawn. */
const NONE = "none";

/** Whether there is a Chromium on this machine, without unpacking it. */
export async function hasChromium(named: string | undefined): Promise<boolean> {
  return (await installed(named)) !== null || (named === undefined && canUnpack());
}

/**
 * A Chromium of this machine: the one that is named, or one that is installed, or the one of the npm registry, which comes
 * packed and is the only one in Lambda. Null where there is none.
 */
export async function findChromium(named: string | undefined, usual = USUAL): Promise<Chromium | null> {
  const executablePath = await installed(named, usual);
  if (executablePath !== null) return { executablePath, args: [] };
  return named === undefined && canUnpack() ? unpack() : null;
}

async function installed(named: string | undefined, usual = USUAL): Promise<string | null> {
  for (const path of named === undefined ? usual : [named])
    if (path !== NONE && (await isProgram(path))) return path;
  return null;
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** The package is for Linux on one kind of processor. */
function canUnpack(): boolean {
  if (process.platform !== "linux" || process.arch !== "x64") return false;
  try {
    import.meta.resolve("@sparticuz/chromium");
    return true;
  } catch {
    return false;
  }
}

/** In Lambda a process may not start others with fewer rights, so that all of it is one process. */
async function unpack(): Promise<Chromium> {
  const { default: packed } = await import("@sparticuz/chromium");
  packed.setGraphicsMode = false;
  return { executablePath: await packed.executablePath(), args: ["--single-process", "--no-zygote"] };
}
