import { printParseErrorCode, type ParseError } from "jsonc-parser";

/** What is wrong with JSON, in words: `ValueExpected` → `value expected`. */
export function parseErrorText({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
}
