package org.calltolocalaction.reviews.duedates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.Absences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the due dates of whoever's calendar asks: of the reviews that they have, and of
 * those of colleagues for whom they stand in.
 */
@Service
@Transactional(readOnly = true)
public class ReadDueDates {

	/** Nobody has so many reviews; whatever is due later comes when these are done. */
	private static final int MOST = 300;

	private final CalendarLinks links;

	private final People people;

	private final Absences absences;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	ReadDueDates(CalendarLinks links, People people, Absences absences, AuditTrail audit, JdbcClient jdbc,
			Clock clock) {
		this.links = links;
		this.people = people;
		this.absences = absences;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What somebody's calendar gets, in whose language and zone. */
	public record DueDates(Person reviewer, List<DueDate> dates) {
	}

	/** An open review as it is stored. */
	private record Held(UUID review, PledgeReference reference, AccountId holder, Instant due, Instant opened,
			int revision) {
	}

	/**
	 * Nothing where the address is unknown or was revoked, and where the person reviews
	 * no more: their account is asked anew each time.
	 */
	public Optional<DueDates> of(CalendarToken token) {
		return links.owner(token)
			.flatMap(people::find)
			.filter(Person::reviewer)
			.map(reviewer -> new DueDates(reviewer, dates(reviewer)));
	}

	private List<DueDate> dates(Person reviewer) {
		Instant now = clock.instant();
		Set<AccountId> away = standsInFor(reviewer, now);
		Optional<Absence> own = absences.awayAt(reviewer.id(), now);
		List<Held> held = held(reviewer, Stream.concat(Stream.of(reviewer.id()), away.stream()).toList()).stream()
			// What is due while they are away is their deputy's.
			.filter(review -> !review.holder().equals(reviewer.id())
					|| own.filter(absence -> review.due().isBefore(absence.ends())).isEmpty())
			.toList();
		Map<PledgeReference, Instant> moved = audit.latest("review.due-date-moved",
				held.stream().map(Held::reference).collect(Collectors.toSet()));
		return held.stream()
			.map(review -> new DueDate(review.review(), review.reference(), review.due(), review.revision(),
					later(review.opened(), moved.getOrDefault(review.reference(), Instant.MIN)),
					!review.holder().equals(reviewer.id())))
			.toList();
	}

	private Set<AccountId> standsInFor(Person reviewer, Instant now) {
		List<AccountId> team = people.reviewersOf(reviewer.requirePartner()).stream().map(Person::id).toList();
		return absences.awayAt(team, now)
			.keySet()
			.stream()
			.filter(absent -> absences.deputyOf(absent, now).filter(reviewer.id()::equals).isPresent())
			.collect(Collectors.toSet());
	}

	// Of their own partner alone, and nothing of a government out of whose pledges they
	// keep.
	private List<Held> held(Person reviewer, List<AccountId> holders) {
		return jdbc.sql("""
				select id, reference, taken_by, due_at, opened_at, version from review
				where partner = :partner and state = 'OPEN' and taken_by in (:holders) and not exists (
				select from interest where interest.government_id = review.government_id
				and interest.account = :reviewer and withdrawn_at is null)
				order by due_at, reference limit :most""")
			.param("partner", reviewer.requirePartner().value())
			.param("holders", holders.stream().map(AccountId::value).toList())
			.param("reviewer", reviewer.id().value())
			.param("most", MOST)
			.query(ReadDueDates::read)
			.list();
	}

	private static Held read(ResultSet row, int number) throws SQLException {
		return new Held(row.getObject("id", UUID.class), new PledgeReference(row.getString("reference")),
				new AccountId(row.getObject("taken_by", UUID.class)), at(row, "due_at"), at(row, "opened_at"),
				row.getInt("version"));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
