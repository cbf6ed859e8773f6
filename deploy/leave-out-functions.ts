/** What this plugin uses of the Serverless Framework. */
interface Serverless {
  service: { functions: Record<string, unknown>; custom: { leftOut: Record<string, string> } };
}

/**
 * A plugin of the Serverless Framework: functions that `custom.leftOut` says `yes` of are neither packaged nor deployed. The
 * framework itself only knows conditions of CloudFormation, which would package and upload them all the same.
 */
class LeaveOutFunctions {
  readonly hooks: { initialize: () => void };

  constructor({ service }: Serverless) {
    this.hooks = {
      initialize: () => {
        for (const [name, isLeftOut] of Object.entries(service.custom.leftOut))
          if (isLeftOut === "yes") delete service.functions[name];
      },
    };
  }
}

// The framework loads this file with `require` and takes what it gets for the plugin.
export { LeaveOutFunctions as "module.exports" };
