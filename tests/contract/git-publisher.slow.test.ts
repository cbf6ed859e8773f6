import { afterAll } from "vitest";
import { createGitWorld, removeTemplates } from "./git-world.ts";
import { describePublisher } from "./publisher.ts";

afterAll(removeTemplates);

describePublisher("a local repository with a work tree", () => createGitWorld({ bare: false }));
describePublisher("a bare local repository", () => createGitWorld({ bare: true }));
