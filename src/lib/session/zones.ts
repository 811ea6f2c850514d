/** Time zones that this browser knows, for screens. */
export { isTimeZone, knownZone } from '#lib/training/form/zoned-time';
