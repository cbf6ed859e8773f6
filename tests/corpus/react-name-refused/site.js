const NAME = "Acme";
export const site = { title: NAME };
