import { createGitHubWorld, createWarmGitHubWorld } from "./github-world.ts";
import { describePublisher } from "./publisher.ts";

describePublisher("GitHub", createGitHubWorld);
describePublisher("GitHub, in a container that worked on it before", createWarmGitHubWorld);
