package org.calltolocalaction.coordination.forecast;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;

/**
 * What an act of a coordinator does: which pledges count for another edition, which
 * timers are set anew, which mails are written, and of which pledges a partner is asked
 * for a review or is not any more. A value without a word that a person wrote, so that it
 * can be kept beside the act and compared with what then happened.
 *
 * @param edition the year of the edition on which the coordinator acts
 * @param placements in the order of the references
 * @param timers by what they belong to
 * @param mails one line for each kind and each pledge or edition of which it tells
 * @param reviews in the order of the references
 */
public record ActForecast(ForeseenAct act, int edition, List<PlacementShift> placements, List<TimerShift> timers,
		List<MailsForeseen> mails, List<ReviewShift> reviews) {

	/** How many timers a page names. */
	private static final int MOST_SHOWN = 100;

	public ActForecast {
		placements = placements.stream().sorted(Comparator.comparing(PlacementShift::pledge)).toList();
		timers = timers.stream()
			.sorted(Comparator.comparing(TimerShift::about).thenComparing(TimerShift::timer))
			.toList();
		mails = mails.stream()
			.sorted(Comparator.comparing(MailsForeseen::kind).thenComparing(MailsForeseen::about))
			.toList();
		// One that was kept before partners came and went with a forecast has none.
		reviews = Stream.ofNullable(reviews)
			.flatMap(List::stream)
			.sorted(Comparator.comparing(ReviewShift::pledge))
			.toList();
	}

	/** Of an act that has no partner asked. */
	public ActForecast(ForeseenAct act, int edition, List<PlacementShift> placements, List<TimerShift> timers,
			List<MailsForeseen> mails) {
		this(act, edition, placements, timers, mails, List.of());
	}

	/**
	 * A pledge that counts for another edition.
	 *
	 * @param from as the trail writes a placement: a year, or that it waits for the next
	 * edition
	 */
	public record PlacementShift(String pledge, String from, String to) {

		public PledgeReference reference() {
			return new PledgeReference(pledge);
		}

	}

	/**
	 * A timer that is due at another instant.
	 *
	 * @param about the pledge whose round or extension it belongs to, or the edition's
	 * year
	 * @param from null where nobody waits for it before
	 * @param to null where nobody waits for it any more
	 */
	public record TimerShift(String about, ForeseenTimer timer, @Nullable Instant from, @Nullable Instant to) {

		private TimerShift expected() {
			return new TimerShift(about, timer, from == null ? null : timer.expected(from),
					to == null ? null : timer.expected(to));
		}

	}

	/**
	 * Mails of one kind that tell of the same.
	 *
	 * @param about the pledge, or the edition's year
	 */
	public record MailsForeseen(MailKind kind, String about, int recipients) {
	}

	/**
	 * A partner is asked for a review of the pledge, or is not any more.
	 *
	 * @param endsRound whether nobody else is waited for then, so that the reviews there
	 * are decide
	 */
	public record ReviewShift(String pledge, String partner, boolean endsRound) {
	}

	public EditionYear year() {
		return new EditionYear(edition);
	}

	/**
	 * Tells this forecast from another one: what was shown has to be what is done.
	 */
	public String fingerprint() {
		ActForecast expected = new ActForecast(act, edition, placements,
				timers.stream().map(TimerShift::expected).toList(), mails, reviews);
		return UUID.nameUUIDFromBytes(expected.toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** How many mails of each kind are written. */
	public Map<MailKind, Integer> mailsByKind() {
		return mails.stream()
			.collect(Collectors.groupingBy(MailsForeseen::kind, TreeMap::new,
					Collectors.summingInt(MailsForeseen::recipients)));
	}

	/** The first of the timers, as many as a page shows. */
	public List<TimerShift> firstTimers() {
		return timers.stream().limit(MOST_SHOWN).toList();
	}

}
