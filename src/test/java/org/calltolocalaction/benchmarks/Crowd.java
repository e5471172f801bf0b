package org.calltolocalaction.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people at once who do the same again and again, without a pause between. */
final class Crowd {

	/** One thing that one of them does. */
	interface Work {

		void does(int person, int time);

	}

	private Crowd() {
	}

	/** Lets everybody begin together, and measures each of the things that they do. */
	static Figures measures(int people, int times, Work work) {
		ExecutorService together = Executors.newFixedThreadPool(people);
		try {
			List<Callable<List<Long>>> everybody = new ArrayList<>();
			for (int number = 0; number < people; number++) {
				int person = number;
				everybody.add(() -> measured(person, times, work));
			}
			List<Long> nanoseconds = new ArrayList<>();
			long worked = processorTime();
			for (Future<List<Long>> one : together.invokeAll(everybody)) {
				nanoseconds.addAll(one.get());
			}
			return new Figures(nanoseconds, processorTime() - worked);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException failed) {
			throw new IllegalStateException("Somebody could not go on", failed.getCause());
		}
		finally {
			together.shutdownNow();
		}
	}

	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static List<Long> measured(int person, int times, Work work) {
		List<Long> nanoseconds = new ArrayList<>();
		for (int time = 0; time < times; time++) {
			long begun = System.nanoTime();
			work.does(person, time);
			nanoseconds.add(System.nanoTime() - begun);
		}
		return nanoseconds;
	}

}
