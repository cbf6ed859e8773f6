import { askEmulator } from "./ask-emulator.ts";
import type { Emulator } from "./emulator.ts";

const right = { Effect: "Allow", Action: "ssm:GetParametersByPath", Resource: "*" };

/**
 * IAM decides about GetParametersByPath by its path; the emulator asks for the right to all parameters instead. So a
 * role that has the right in the template, for its own path, gets that one in the emulator as well.
 */
export const giveParameterRight = (emulator: Emulator, role: string): Promise<string> =>
  askEmulator(emulator, "iam", {
    form: {
      Action: "PutRolePolicy",
      Version: "2010-05-08",
      RoleName: role,
      PolicyName: "emulator",
      PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [right] }),
    },
  });
