export const nav = [{ label: t("nav.home") }];
