package org.calltolocalaction.kernel.web.load;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * How fast somebody sends or takes. Only the time counts in which the desk waits for
 * them; after the grace the average must reach the least rate, so that a line that stands
 * still for a moment is forgiven and one that drips is not.
 */
final class Pace {

	private final long bytesPerSecond;

	private final long grace;

	private long waited;

	private long bytes;

	Pace(LoadLimits limits) {
		this.bytesPerSecond = limits.leastRate().toBytes();
		this.grace = limits.grace().toNanos();
	}

	/**
	 * @throws SocketTimeoutException where that was too slow, which the server knows as a
	 * request that timed out
	 */
	void went(long amount, long nanos) throws SocketTimeoutException {
		bytes += amount;
		waited += nanos;
		if (waited > grace && bytes < (waited - grace) / 1e9 * bytesPerSecond) {
			throw new SocketTimeoutException(
					"%d bytes in %d s are too few".formatted(bytes, Duration.ofNanos(waited).toSeconds()));
		}
	}

}
