/** What some browsers read codes with; TypeScript's library does not know it. */
interface CodeDetector {
	detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => CodeDetector;

const detectorClass = () => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Whether this browser reads codes and may have a camera. */
export const canScan = (): boolean =>
	detectorClass() !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;

/** Between two looks at the picture, in milliseconds. */
const lookEvery = 300;

/** The camera of this device, until it has found a code. */
export class Scanning {
	/** There is no camera, it may not be used, or it reads no codes. */
	failed = $state(false);
	readonly #onfound: (text: string) => void;
	#stream: MediaStream | null = null;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#stopped = false;

	constructor(onfound: (text: string) => void) {
		this.#onfound = onfound;
	}

	async start(video: HTMLVideoElement): Promise<void> {
		const Detector = detectorClass();
		try {
			if (!Detector) throw new Error('This browser reads no codes.');
			const detector = new Detector({ formats: ['qr_code'] });
			const stream = await navigator.mediaDevices.getUserMedia({
				video: { facingMode: 'environment' }
			});
			this.#stream = stream;
			if (this.#stopped) return this.stop();
			video.srcObject = stream;
			await video.play();
			await this.#look(detector, video);
		} catch {
			this.failed = true;
			this.stop();
		}
	}

	async #look(detector: CodeDetector, video: HTMLVideoElement): Promise<void> {
		if (this.#stopped) return;
		const [found] = await detector.detect(video);
		if (this.#stopped) return;
		if (found) {
			this.stop();
			this.#onfound(found.rawValue);
			return;
		}
		this.#timer = setTimeout(
			() => void this.#look(detector, video).catch(() => (this.failed = true)),
			lookEvery
		);
	}

	stop(): void {
		this.#stopped = true;
		if (this.#timer !== null) clearTimeout(this.#timer);
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
	}
}
