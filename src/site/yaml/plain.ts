/** What begins something else than a plain value, or does so for one of the readers of YAML. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`=]|^<<|^\.\.\./;
/** What ends a plain value in the middle, and what no line of YAML may hold as it is. */
const ENDING = /: |:$| #|[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;
/** Made of what numbers, times and dates are made of, for any reader of YAML; to one of 1.1 a lone full stop is a number. */
const LIKE_A_NUMBER = /^[-+]?[\d._][\d_.,:a-fxoT+\-Z\s]*$/i;

export function isNothing(plain: string): boolean {
  return /^(?:~|null)?$/i.test(plain);
}

export function isNumber(plain: string): boolean {
  return /^(?:[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|[-+]?\.(?:inf|nan))$/i.test(
    plain,
  );
}

export function isDate(plain: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s]|$)/.test(plain);
}

/** `yes` is true for the readers of YAML 1.1 (Jekyll) and a word for those of 1.2. */
export function isWordyTruth(plain: string): boolean {
  return /^(?:yes|no|on|off)$/i.test(plain);
}

/** Whether a text can stand without quotes and be that text for every reader of YAML. */
export function isPlain(value: string, flow: boolean): boolean {
  if (INDICATOR.test(value) || ENDING.test(value) || value.trim() !== value) return false;
  if (flow && /[,[\]{}]/.test(value)) return false;
  return !(
    isNothing(value) ||
    /^(?:y|n|true|false)$/i.test(value) ||
    isWordyTruth(value) ||
    isNumberLike(value)
  );
}

function isNumberLike(value: string): boolean {
  return LIKE_A_NUMBER.test(value) || isNumber(value) || isDate(value);
}
