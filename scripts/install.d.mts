export function installIfNeeded(project: string): void;
export function needsInstall(project: string): boolean;
