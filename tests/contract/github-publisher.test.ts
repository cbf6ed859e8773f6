import { createGitHubWorld } from "./github-world.ts";
import { describePublisher } from "./publisher.ts";

describePublisher("GitHub", createGitHubWorld);
