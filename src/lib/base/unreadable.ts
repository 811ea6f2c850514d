/** Text from outside that cannot be taken in. Whoever asked for it says what that means. */
export class Unreadable extends Error {
	override readonly name = 'Unreadable';
	constructor(
		readonly problem: 'damaged' | 'too-large',
		options?: ErrorOptions
	) {
		super(`The text cannot be read: ${problem}.`, options);
	}
}
