/** For tests: what their environment lacks of the dialog element. */
export function standInForDialogs(): void {
	HTMLDialogElement.prototype.showModal ??= function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close ??= function () {
		this.open = false;
	};
}
