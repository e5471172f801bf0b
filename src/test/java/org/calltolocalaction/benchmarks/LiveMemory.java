package org.calltolocalaction.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory something needs at once: not what it throws away meanwhile, which is as
 * much as the collector lets it be, but what is alive at any time while it is done.
 */
final class LiveMemory {

	private static final long BETWEEN_LOOKS = 100;

	private LiveMemory() {
	}

	/** Does it, and tells by how many bytes more were alive meanwhile than before. */
	static long during(Runnable work) throws InterruptedException {
		long before = alive();
		AtomicLong most = new AtomicLong(before);
		AtomicBoolean done = new AtomicBoolean();
		Thread looking = new Thread(() -> {
			while (!done.get()) {
				most.accumulateAndGet(alive(), Math::max);
				pause();
			}
		}, "looks-at-memory");
		looking.start();
		try {
			work.run();
		}
		finally {
			done.set(true);
			looking.join();
		}
		return most.get() - before;
	}

	/** What the collection left, and not what was asked for since. */
	private static long alive() {
		System.gc();
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
			.mapToLong(pool -> pool.getCollectionUsage().getUsed())
			.sum();
	}

	private static void pause() {
		try {
			Thread.sleep(BETWEEN_LOOKS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
