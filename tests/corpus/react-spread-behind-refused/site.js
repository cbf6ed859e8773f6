import defaults from "./defaults";
export const site = { title: "Acme", ...defaults };
