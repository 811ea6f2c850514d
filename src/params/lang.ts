import { isLocale, type Locale } from '#lib/base/locale';

export const match = (param: string): param is Locale => isLocale(param);
