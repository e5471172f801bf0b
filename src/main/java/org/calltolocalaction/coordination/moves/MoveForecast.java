package org.calltolocalaction.coordination.moves;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.processes.ModelKey;

/**
 * What it would do to move all that runs under one version of a model to another.
 *
 * @param gone steps that the newer version has not, and what takes their place, if
 * anything does
 * @param added steps that only the newer version has
 * @param groups all that runs, by where it is
 */
public record MoveForecast(ModelKey model, int from, int to, List<Replaced> gone, List<ModelStep> added,
		List<Group> groups) {

	/** A step that is not there any more. */
	public record Replaced(ModelStep step, Optional<ModelStep> by) {
	}

	/**
	 * Processes that are at the same steps and wait for the same things. The engine was
	 * asked about one of them.
	 *
	 * @param at the steps
	 * @param processes how many they are
	 * @param failed whether one of their steps has given up; they take that along
	 * @param result what would become of each
	 * @param first some of them, by their business keys
	 */
	public record Group(List<ModelStep> at, long processes, boolean failed, Result result, List<String> first) {
	}

	/**
	 * What would become of a process.
	 *
	 * @param why empty where it moves
	 * @param step the step that is the reason, if one is
	 * @param kept how many timers stay as they are
	 * @param ended timers that the newer version has not
	 * @param begun timers that only the newer version has, and which begin with the move
	 */
	public record Result(Optional<WhyStayed> why, Optional<ModelStep> step, int kept, SortedSet<ModelStep> ended,
			SortedSet<ModelStep> begun) {

		public boolean moves() {
			return why.isEmpty();
		}

	}

	/** How many run under the older version. */
	public long running() {
		return count(group -> true);
	}

	public long moving() {
		return count(group -> group.result().moves());
	}

	public long staying() {
		return running() - moving();
	}

	/** How many take along a step that has given up. */
	public long failed() {
		return count(Group::failed);
	}

	/** How many stay, by the reason. */
	public Map<WhyStayed, Long> reasons() {
		Map<WhyStayed, Long> reasons = new EnumMap<>(WhyStayed.class);
		groups
			.forEach(group -> group.result().why().ifPresent(why -> reasons.merge(why, group.processes(), Long::sum)));
		return reasons;
	}

	/** Those that move, the most first. */
	public List<Group> movers() {
		return groups.stream().filter(group -> group.result().moves()).toList();
	}

	/** Those that stay, the most first. */
	public List<Group> stayers() {
		return groups.stream().filter(group -> !group.result().moves()).toList();
	}

	/**
	 * Tells this forecast from another one: what was shown has to be what is done.
	 */
	public String fingerprint() {
		String all = Stream
			.concat(Stream.of(model, from, to, gone, added),
					groups.stream()
						.map(group -> List.of(group.at(), group.processes(), group.failed(), group.result()).toString())
						.sorted())
			.map(Object::toString)
			.collect(Collectors.joining("\n"));
		return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private long count(Predicate<Group> which) {
		return groups.stream().filter(which).mapToLong(Group::processes).sum();
	}

}
