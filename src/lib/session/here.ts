/** The time zone of this device: 'Asia/Dubai'. */
export const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
