package org.calltolocalaction.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The part of a {@link Story} that tells of editions: calls are opened and close, reports
 * are frozen.
 */
class EditionStory {

	private static final List<String> PARTNERS = List.of("UCLG", "MMC", "IOM");

	/**
	 * Each open call takes two years, so that what is carried over is in nobody's way;
	 * the last that a reference takes is 2999.
	 */
	private static final int FIRST_YEAR = 2041;

	private final People people;

	private final GrantRole roles;

	private final OpenEdition openEdition;

	private final MoveDeadline moveDeadline;

	private final ConfirmContents confirm;

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final EngineJobs jobs;

	private final MutableClock clock;

	private final JdbcClient jdbc;

	/** The call that tests share; null before the first of them. */
	private EditionYear shared;

	EditionStory(People people, GrantRole roles, OpenEdition openEdition, MoveDeadline moveDeadline,
			ConfirmContents confirm, Editions editions, CallPolicy callPolicy, EngineJobs jobs, MutableClock clock,
			JdbcClient jdbc) {
		this.people = people;
		this.roles = roles;
		this.openEdition = openEdition;
		this.moveDeadline = moveDeadline;
		this.confirm = confirm;
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.jobs = jobs;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	EditionYear anOpenEdition() {
		nobodyReviews();
		editions.open().ifPresent(left -> {
			clock.set(left.deadline().instant().plus(Duration.ofDays(1)));
			jobs.run(left.year());
		});
		EditionYear year = new EditionYear(Math.max(FIRST_YEAR,
				jdbc.sql("select coalesce(max(year), 0) + 2 from edition").query(Integer.class).single()));
		firstOfMay(year);
		whatWaitsHasAPlaceBefore(year);
		openEdition.open(year, Forum.named("A forum"), callPolicy.edition(year).partners(), Deadline.byDefault(year),
				"Its year", coordinator());
		return year;
	}

	EditionYear aSharedCall() {
		boolean open = editions.open().filter(edition -> edition.year().equals(shared)).isPresent();
		if (open) {
			nobodyReviews();
			firstOfMay(shared);
		}
		else {
			shared = anOpenEdition();
		}
		return shared;
	}

	void moveDeadline(EditionYear year, Instant to) {
		Deadline present = editions.edition(year).deadline();
		moveDeadline.move(year,
				new Deadline(to.atZone(present.zone()).toLocalDateTime(), present.zone(), present.grace()),
				"The forum moved", coordinator());
	}

	void callCloses(EditionYear year) {
		clock.set(editions.edition(year).deadline().endOfGrace().plusSeconds(1));
		jobs.run(year);
	}

	void reportFreezes(EditionYear year) {
		callCloses(year);
		confirm.confirm(year, "Every decision is there", confirm.forecast(year, coordinator()).fingerprint(),
				coordinator());
		jobs.run(year);
		if (!editions.edition(year).reportFrozen()) {
			throw new AssertionError("Not frozen: " + year);
		}
	}

	/**
	 * Nothing is open, nothing waits for its report, and nothing that other tests
	 * submitted waits for the next edition.
	 * @return the next year that has no edition
	 */
	EditionYear noCallIsOpen() {
		EditionYear year = new EditionYear(anOpenEdition().value() + 2);
		jdbc.sql("""
				update pledge set state = 'DECLINED', waiting_since = null where first_submitted_at is not null
				and not exists (select from inclusion where inclusion.reference = pledge.reference)
				and state <> 'WITHDRAWN'""").update();
		nothingIsUnderReview();
		// What was put by hand into one that was set aside since would be placed anew.
		jdbc.sql(
				"""
						update edition set state = 'PUBLISHED' where state in ('PLANNED', 'OPEN', 'CLOSED', 'CONFIRMED', 'FROZEN')
						or state = 'SET_ASIDE' and exists (select from inclusion where edition_year = year)""")
			.update();
		firstOfMay(year);
		return year;
	}

	/**
	 * Else the timers of every review that was ever left open move with the next call.
	 */
	private void nothingIsUnderReview() {
		jobs.end(jdbc.sql("select distinct reference from review where state = 'OPEN'").query(String.class).list());
		jdbc.sql("update review set state = 'CANCELLED' where state = 'OPEN'").update();
	}

	/**
	 * What other tests left waiting for the next edition is not to count for this one: an
	 * edition of the year before, whose contents are confirmed, has it.
	 */
	private void whatWaitsHasAPlaceBefore(EditionYear year) {
		jdbc.sql("""
				insert into edition (year, state, forum, deadline_local, deadline_zone, grace_minutes, review_days,
				review_cut_off_days, opened_at, closed_at, confirmed_at, version)
				values (?, 'CONFIRMED', '', ?, 'UTC', 0, 15, 45, now(), now(), now(), 0) on conflict do nothing""")
			.params(year.value() - 1, LocalDateTime.of(year.value(), 4, 30, 0, 0))
			.update();
	}

	private void nobodyReviews() {
		PARTNERS.forEach(partner -> people.reviewersOf(new PartnerCode(partner))
			.forEach(reviewer -> roles.takeReviewer(coordinator(), reviewer.id())));
	}

	private void firstOfMay(EditionYear year) {
		clock.set(Instant.parse(year + "-05-01T10:00:00Z"));
	}

	private Person coordinator() {
		return people.coordinators().get(0);
	}

}
