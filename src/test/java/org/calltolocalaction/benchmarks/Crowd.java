package org.calltolocalaction.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people at once who do the same again and again. */
final class Crowd {

	/** One thing that one of them does. */
	interface Work {

		void does(int person, int time);

	}

	private Crowd() {
	}

	/**
	 * Lets everybody begin together and go on without a pause, and measures each of the
	 * things that they do.
	 */
	static Figures measures(int people, int times, Work work) {
		return measures(people, times, Duration.ZERO, work);
	}

	/** The same for people who look at what came before they go on. */
	static Figures measures(int people, int times, Duration pause, Work work) {
		ExecutorService together = Executors.newFixedThreadPool(people);
		try {
			List<Callable<List<Long>>> everybody = new ArrayList<>();
			for (int number = 0; number < people; number++) {
				int person = number;
				everybody.add(() -> measured(person, times, pause, work));
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

	private static List<Long> measured(int person, int times, Duration pause, Work work) throws InterruptedException {
		List<Long> nanoseconds = new ArrayList<>();
		Random pauses = new Random(person);
		for (int time = 0; time < times; time++) {
			long begun = System.nanoTime();
			work.does(person, time);
			nanoseconds.add(System.nanoTime() - begun);
			// Not all in step: each goes on between half and one and a half times as
			// late.
			Thread.sleep((long) (pause.toMillis() * (0.5 + pauses.nextDouble())));
		}
		return nanoseconds;
	}

}
