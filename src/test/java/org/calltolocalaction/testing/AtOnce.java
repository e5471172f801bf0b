package org.calltolocalaction.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people act at the same moment. */
public final class AtOnce {

	private AtOnce() {
	}

	/** What each of the two came to, in their order. */
	public static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			List<Future<T>> done = both.invokeAll(List.of(one, other));
			return List.of(done.get(0).get(), done.get(1).get());
		}
		finally {
			both.shutdown();
		}
	}

}
