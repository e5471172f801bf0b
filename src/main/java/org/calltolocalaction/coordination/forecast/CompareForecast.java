package org.calltolocalaction.coordination.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.forecast.ActForecast.ReviewShift;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets what a page foretold of an act beside what the trail and the log of mails say of
 * the hour after it, until the next act of a coordinator.
 */
@Service
@Transactional(readOnly = true)
public class CompareForecast {

	/**
	 * Some of it is done by the process, pledge by pledge; what it has not done in an
	 * hour did not happen.
	 */
	private static final Duration HAPPENS_WITHIN = Duration.ofHours(1);

	/** How many differences a page names. */
	private static final int MOST_NAMED = 50;

	/** What says of a pledge for which edition it counts now. */
	private static final Set<String> PLACED = Set.of("pledge.place-changed", "pledge.included",
			"pledge.awaits-next-edition");

	private static final Set<String> LEFT_OUT = Set.of("pledge.left-out", "pledge.left-out-unconfirmed");

	private static final Set<String> DUE_MOVED = Set.of("review.due-date-moved");

	private static final Map<ForeseenAct, Set<String>> ASKED = Map.of(ForeseenAct.ADD_PARTNER,
			Set.of("review.partner-added"), ForeseenAct.RELEASE_PARTNER, Set.of("review.partner-released"));

	private final ForetoldActs acts;

	private final AuditTrail trail;

	private final MailLog mails;

	CompareForecast(ForetoldActs acts, AuditTrail trail, MailLog mails) {
		this.acts = acts;
		this.trail = trail;
		this.mails = mails;
	}

	/**
	 * What was foretold beside what happened.
	 *
	 * @param entry on the trail: by whom it was done and why
	 * @param reviews of which a partner was to be asked, or not any more
	 * @param mails by kind, in the order of the kinds
	 */
	public record Comparison(Foretold act, Optional<EntryId> entry, Beside<String> placements,
			Beside<Instant> reviewsDue, Beside<String> reviews, Map<MailKind, Count> mails) {

		/** Whether all came as it was foretold. */
		public boolean asForetold() {
			return differences() == 0 && mails.values().stream().allMatch(Count::same);
		}

		/** Of how many pledges something else happened. */
		public int differences() {
			return placements.differences() + reviewsDue.differences() + reviews.differences();
		}

	}

	/**
	 * What was foretold of pledges and what happened to them.
	 *
	 * @param different the first of those to which something else happened
	 * @param differences how many those are
	 */
	public record Beside<T>(Count count, List<Difference<T>> different, int differences) {

		private static <T> Beside<T> of(Map<String, T> foretold, Map<String, T> happened) {
			List<Difference<T>> different = foretold.entrySet()
				.stream()
				.filter(pledge -> !pledge.getValue().equals(happened.get(pledge.getKey())))
				.map(pledge -> new Difference<>(pledge.getKey(), pledge.getValue(),
						Optional.ofNullable(happened.get(pledge.getKey()))))
				.sorted(Comparator.comparing(Difference::pledge))
				.toList();
			return new Beside<>(new Count(foretold.size(), happened.size()),
					different.stream().limit(MOST_NAMED).toList(), different.size());
		}

	}

	/** How many were foretold, and how many it were. */
	public record Count(int foretold, int happened) {

		public boolean same() {
			return foretold == happened;
		}

	}

	/**
	 * One pledge, of which something else happened.
	 *
	 * @param happened empty where nothing did
	 */
	public record Difference<T>(String pledge, T foretold, Optional<T> happened) {
	}

	public Comparison of(EditionYear year, ForetoldId id, Person by) {
		by.requireOversight();
		Foretold act = acts.find(year, id).orElseThrow(() -> new NotFound("Act " + id + " on " + year));
		Instant until = acts.nextAfter(act.doneAt())
			.filter(next -> next.isBefore(act.doneAt().plus(HAPPENS_WITHIN)))
			.orElseGet(() -> act.doneAt().plus(HAPPENS_WITHIN));
		return new Comparison(act, entry(act, until), placements(act, until), reviewsDue(act, until),
				reviews(act, until), mails(act, until));
	}

	private Optional<EntryId> entry(Foretold act, Instant until) {
		return trail
			.between(act.doneAt(), until, act.forecast().act().entries(),
					List.of(String.valueOf(act.forecast().edition())))
			.stream()
			.map(RecordedEntry::id)
			.findFirst();
	}

	private Beside<String> placements(Foretold act, Instant until) {
		Map<String, String> foretold = act.forecast()
			.placements()
			.stream()
			.collect(Collectors.toMap(PlacementShift::pledge, PlacementShift::to));
		// That a pledge missed its report is said of it; for which edition it counts
		// then follows from the report's being closed.
		boolean missed = act.forecast().act() == ForeseenAct.CONFIRM_CONTENTS;
		return Beside.of(foretold, happened(act, until, missed ? LEFT_OUT : PLACED, foretold.keySet(),
				entry -> missed ? foretold.getOrDefault(entry.about(), "") : placement(entry)));
	}

	private Beside<Instant> reviewsDue(Foretold act, Instant until) {
		Map<String, Instant> foretold = act.forecast()
			.timers()
			.stream()
			.filter(shift -> shift.timer() == ForeseenTimer.REVIEWS_DUE && movesReviews(act))
			.collect(Collectors.toMap(TimerShift::about, shift -> Objects.requireNonNull(shift.to())));
		return Beside.of(foretold, happened(act, until, DUE_MOVED, foretold.keySet(),
				entry -> Instant.parse(String.valueOf(entry.facts().get("to")))));
	}

	/**
	 * Where a partner comes or goes, the others' reviews are due as before: only what
	 * their round does by itself happens later, or not at all.
	 */
	private static boolean movesReviews(Foretold act) {
		return !ASKED.containsKey(act.forecast().act());
	}

	private Beside<String> reviews(Foretold act, Instant until) {
		Map<String, String> foretold = act.forecast()
			.reviews()
			.stream()
			.collect(Collectors.toMap(ReviewShift::pledge, ReviewShift::partner));
		return Beside.of(foretold, happened(act, until, ASKED.getOrDefault(act.forecast().act(), Set.of()),
				foretold.keySet(), entry -> String.valueOf(entry.facts().get("partner"))));
	}

	/** What the last entry says of each. */
	private <T> Map<String, T> happened(Foretold act, Instant until, Set<String> kinds, Collection<String> abouts,
			Function<RecordedEntry, T> said) {
		return trail.between(act.doneAt(), until, kinds, abouts)
			.stream()
			.collect(Collectors.toMap(RecordedEntry::about, said, (first, last) -> last));
	}

	private static String placement(RecordedEntry entry) {
		return Stream.of("placement", "edition")
			.filter(entry.facts()::containsKey)
			.map(name -> String.valueOf(entry.facts().get(name)))
			.findFirst()
			.orElse("");
	}

	private Map<MailKind, Count> mails(Foretold act, Instant until) {
		Map<MailKind, Integer> written = mails.countBetween(act.doneAt(), until,
				act.forecast().mails().stream().map(MailsForeseen::about).distinct().toList());
		Map<MailKind, Count> counts = new TreeMap<>();
		act.forecast()
			.mailsByKind()
			.forEach((kind, count) -> counts.put(kind, new Count(count, written.getOrDefault(kind, 0))));
		return Collections.unmodifiableMap(counts);
	}

}
