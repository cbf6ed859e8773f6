import { createRequire } from "node:module";

/** What ElectroDB checks the model of an entity with, whenever one is made. */
interface Validator {
  validate: (this: unknown, model: Model, schema: object) => { errors: unknown[] };
  /** The models that were found good in this process. */
  good?: Set<string>;
}

interface Model {
  model: { service: string; entity: string; version: string };
}

const electrodb = createRequire(createRequire(import.meta.url).resolve("electrodb"));
const { prototype }: { prototype: Validator } = electrodb("jsonschema").Validator;

// A deployed container makes its entities once, and unchecked (`deploy/bundle/trusting-validator.ts`). Tests make those of
// many containers: our models are constants, so each is checked once a process, and not in 5 ms of each `new Entity`.
if (!prototype.good) {
  const good = (prototype.good = new Set());
  const { validate } = prototype;
  prototype.validate = function (model, schema) {
    const { service, entity, version } = model.model;
    const name = [service, entity, version].join("#");
    if (good.has(name)) return { errors: [] };
    const result = validate.call(this, model, schema);
    if (result.errors.length === 0) good.add(name);
    return result;
  };
}
