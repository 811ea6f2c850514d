import { describeStore } from '../store-contract';
import { MemoryStore } from './memory-store';

describeStore('memory', {
	open: (context) => new MemoryStore(context),
	durable: false,
	shared: false
});
