package org.calltolocalaction.coordination.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.coordination.PledgeRows;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what coordinators list of pledges: in the transaction that changes one, when all
 * else of it is done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WritePledgeLines {

	/** What the index of an order has room for. */
	private static final int ORDERED_BY = 120;

	/**
	 * Pledges share so many locks: one who changes thousands would fill the table of
	 * locks.
	 */
	private static final int LOCKS = 256;

	private static final String WRITE = """
			insert into coordination_pledge (edition, reference, step, state, timeliness, counts_for, government_id,
			government, government_order, country, section, title, title_order, language, first_submitted_at, submitted_on,
			changed_at, waits_for, waiting_since, due_at, mail_failed, search, kept_on)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, to_tsvector('simple', %s), ?)
			on conflict (edition, reference) do update set step = excluded.step, state = excluded.state,
			timeliness = excluded.timeliness, counts_for = excluded.counts_for, government_id = excluded.government_id,
			government = excluded.government, government_order = excluded.government_order, country = excluded.country,
			section = excluded.section, title = excluded.title, title_order = excluded.title_order,
			language = excluded.language, first_submitted_at = excluded.first_submitted_at,
			submitted_on = excluded.submitted_on, changed_at = excluded.changed_at, waits_for = excluded.waits_for,
			waiting_since = excluded.waiting_since, due_at = excluded.due_at, mail_failed = excluded.mail_failed,
			search = excluded.search, kept_on = excluded.kept_on"""
		.formatted(SearchableText.PLAIN_IN_SQL);

	private static final String WRITE_REVIEW = """
			insert into coordination_review (reference, partner, edition, state, recommendation, reviewer, opened_at, due_at,
			completed_at, kept_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			on conflict (reference, partner) do update set edition = excluded.edition, state = excluded.state,
			recommendation = excluded.recommendation, reviewer = excluded.reviewer, opened_at = excluded.opened_at,
			due_at = excluded.due_at, completed_at = excluded.completed_at, kept_on = excluded.kept_on""";

	private final PledgeRows rows;

	private final AuditTrail trail;

	private final MailLog mails;

	private final Vocabulary vocabulary;

	private final WordsOfLines words;

	private final TransactionLocks locks;

	private final JdbcOperations jdbc;

	private final Clock clock;

	WritePledgeLines(PledgeRows rows, AuditTrail trail, MailLog mails, Vocabulary vocabulary, WordsOfLines words,
			TransactionLocks locks, JdbcOperations jdbc, Clock clock) {
		this.rows = rows;
		this.trail = trail;
		this.mails = mails;
		this.vocabulary = vocabulary;
		this.words = words;
		this.locks = locks;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Has others who change these lines wait. All of a transaction at once, before the
	 * first row: whoever takes locks in portions has no order of them.
	 */
	void hold(Collection<PledgeReference> references) {
		locks.takeAll(LockSpace.LINE_OF_PLEDGE,
				references.stream()
					.map(reference -> Math.floorMod(reference.value().hashCode(), LOCKS))
					.sorted()
					.distinct()
					.toList());
	}

	/**
	 * What is listed of these pledges, as they are now. Two who change the same one write
	 * one after the other, each what both have done.
	 */
	void write(Collection<PledgeReference> references) {
		hold(references);
		List<PledgeRow> submitted = rows.of(references.stream().sorted().toList());
		List<PledgeReference> listed = submitted.stream().map(PledgeRow::reference).toList();
		Set<PledgeReference> notArrived = mails.notArrived(listed);
		Map<WaitsFor, Map<PledgeReference, Instant>> since = new EnumMap<>(WaitsFor.class);
		for (WaitsFor whom : WaitsFor.values()) {
			List<PledgeReference> waiting = submitted.stream()
				.filter(row -> WaitsFor.of(row).filter(whom::equals).isPresent())
				.map(PledgeRow::reference)
				.toList();
			since.put(whom, waiting.isEmpty() ? Map.of() : trail.latest(whom.since(), waiting));
		}
		LocalDate today = LocalDate.now(clock.withZone(Deadline.ANYWHERE_ON_EARTH));
		leave(submitted, today);
		List<Object[]> lines = new ArrayList<>();
		List<Object[]> reviews = new ArrayList<>();
		for (PledgeRow row : submitted) {
			Optional<Instant> waiting = WaitsFor.of(row)
				.map(whom -> waitingSince(row, whom, since.getOrDefault(whom, Map.of())));
			boolean mailFailed = notArrived.contains(row.reference());
			editions(row).forEach(edition -> lines.add(line(row, edition, waiting.orElse(null), mailFailed, today)));
			row.reviews().forEach(review -> reviews.add(line(review, Step.home(row), today)));
		}
		jdbc.batchUpdate(WRITE, lines);
		words.learn(listed);
		jdbc.batchUpdate(WRITE_REVIEW, reviews);
		jdbc.batchUpdate("delete from coordination_review where reference = ? and partner <> all (?)",
				submitted.stream()
					.map(row -> new Object[] { row.reference().value(),
							row.reviews().stream().map(review -> review.partner().value()).toArray(String[]::new) })
					.toList());
	}

	/** Since a partner was asked, or since the act by which it came to wait. */
	private static Instant waitingSince(PledgeRow row, WaitsFor whom, Map<PledgeReference, Instant> since) {
		Optional<Instant> asked = whom == WaitsFor.PARTNERS
				? row.openReviews().stream().map(Review::openedAt).min(Instant::compareTo) : Optional.empty();
		return asked.orElseGet(() -> since.getOrDefault(row.reference(), row.pledge().changedAt()));
	}

	/** In which it is listed. */
	private static Set<Integer> editions(PledgeRow row) {
		return Stream.concat(Stream.of(Step.home(row)), row.call().map(EditionYear::value).stream())
			.collect(Collectors.toSet());
	}

	/** They were in other editions and are not any more, from today on. */
	private void leave(List<PledgeRow> rows, LocalDate today) {
		int[] gone = jdbc.batchUpdate(
				"update coordination_pledge set kept_on = ? where reference = ? and edition <> all (?)",
				rows.stream()
					.map(row -> new Object[] { today, row.reference().value(), editions(row).toArray(Integer[]::new) })
					.toList());
		List<Object[]> left = new ArrayList<>();
		for (int place = 0; place < gone.length; place++) {
			if (gone[place] > 0) {
				PledgeRow row = rows.get(place);
				left.add(new Object[] { row.reference().value(), editions(row).toArray(Integer[]::new) });
			}
		}
		jdbc.batchUpdate("delete from coordination_pledge where reference = ? and edition <> all (?)", left);
	}

	private Object[] line(PledgeRow row, int edition, @Nullable Instant waiting, boolean mailFailed, LocalDate today) {
		Instant first = row.pledge().firstSubmittedAt().orElseThrow();
		return Arrays.asList(edition, row.reference().value(), Step.of(row, edition).name(), row.state().name(),
				row.timeliness().name(), Step.home(row), row.government().id().value(), row.government().name(),
				order(row.government().name()), row.government().country(), row.government().region(), row.title(),
				order(row.title()), row.language(), utc(first), LocalDate.ofInstant(first, Deadline.ANYWHERE_ON_EARTH),
				utc(row.pledge().changedAt()), WaitsFor.of(row).map(Enum::name).orElse(null), utc(waiting),
				utc(row.openReviews().stream().map(Review::dueAt).min(Instant::compareTo).orElse(null)), mailFailed,
				searched(row), today)
			.toArray();
	}

	private static Object[] line(Review review, int edition, LocalDate today) {
		return Arrays
			.asList(review.reference().value(), review.partner().value(), edition, review.state().name(),
					review.recommendation().map(Recommendation::name).orElse(null),
					review.completedBy().or(review::takenBy).map(AccountId::value).orElse(null), utc(review.openedAt()),
					utc(review.dueAt()), utc(review.completedAt().orElse(null)), today)
			.toArray();
	}

	private String searched(PledgeRow row) {
		Stream<String> said = Stream.of(row.reference().value(), row.title(), row.government().name());
		Stream<String> country = Languages.ALL.stream()
			.map(language -> vocabulary.label(Vocabulary.COUNTRIES, row.government().country(), language));
		return SearchableText.of(Stream.concat(said, country).collect(Collectors.joining(" ")));
	}

	static String order(String name) {
		String plain = SearchableText.of(name);
		return plain.substring(0, Math.min(plain.length(), ORDERED_BY));
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
	}

}
