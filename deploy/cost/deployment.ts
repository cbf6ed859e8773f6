/** What is deployed as prod and how long things are kept; tests/packaged/template.test.ts compares it. */
export const deployment = {
  memoryMb: { interactions: 1024, dispatch: 512, execution: 1024, github: 512 },
  alarms: 15,
  keys: 1,
  traced: false,
  recordDays: 90,
  logDays: 90,
};

export type Deployment = typeof deployment;
