package org.calltolocalaction.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people act at the same moment, or many. */
public final class AtOnce {

	private AtOnce() {
	}

	/** What each of the two came to, in their order. */
	public static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
		return allAtOnce(List.of(one, other));
	}

	/** So many do the same. */
	public static <T> List<T> allAtOnce(int people, Callable<T> act) throws Exception {
		return allAtOnce(Collections.nCopies(people, act));
	}

	/**
	 * What each came to, in their order; nobody begins before all are ready. Fails as the
	 * first of them who fails.
	 */
	public static <T> List<T> allAtOnce(List<? extends Callable<T>> acts) throws Exception {
		ExecutorService all = Executors.newFixedThreadPool(acts.size());
		CyclicBarrier ready = new CyclicBarrier(acts.size());
		try {
			List<Future<T>> done = all.invokeAll(acts.stream().map(act -> (Callable<T>) () -> {
				ready.await();
				return act.call();
			}).toList());
			List<T> results = new ArrayList<>();
			for (Future<T> one : done) {
				results.add(one.get());
			}
			return results;
		}
		finally {
			all.shutdown();
		}
	}

}
