import { regionOf } from "../stage/region.ts";

// The framework finds the region before it loads a plugin, and takes no TypeScript here.
export const region = () => regionOf();
