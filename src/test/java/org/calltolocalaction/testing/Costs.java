package org.calltolocalaction.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What something costs the thread that does it: memory that it asks for, and time of a
 * processor.
 */
public final class Costs {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Costs() {
	}

	/**
	 * Does it, and fails where it asks for more memory, kept or not, or keeps a processor
	 * busy for longer.
	 */
	public static <T> T within(int megabytes, int seconds, Callable<T> work) throws Exception {
		long memory = THREADS.getCurrentThreadAllocatedBytes();
		long time = THREADS.getCurrentThreadCpuTime();
		try {
			return work.call();
		}
		finally {
			assertThat((THREADS.getCurrentThreadAllocatedBytes() - memory) / 1_048_576).as("megabytes asked for")
				.isLessThanOrEqualTo(megabytes);
			assertThat((THREADS.getCurrentThreadCpuTime() - time) / 1_000_000_000).as("seconds of a processor")
				.isLessThanOrEqualTo(seconds);
		}
	}

}
