package org.calltolocalaction.reviews.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.rounds.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a partner's reviewers how the work is shared among them, so that it can be shared
 * anew before it is late.
 */
@Service
@Transactional(readOnly = true)
public class TeamLoad {

	/** How many working days ahead are soon. */
	static final int SOON_DAYS = 5;

	/** How many days back count as done lately. */
	static final int LATELY_DAYS = 30;

	private static final String OPEN = """
			select taken_by, count(*) as open, count(*) filter (where due_at < :now) as overdue,
			count(*) filter (where due_at >= :now and due_at < :soon) as soon
			from review where partner = :partner and state = 'OPEN' group by taken_by""";

	private static final String DONE = """
			select completed_by, count(*) as done from review
			where partner = :partner and state = 'COMPLETED' and completed_at >= :since group by completed_by""";

	private final People people;

	private final Absences absences;

	private final CallPolicy callPolicy;

	private final JdbcClient jdbc;

	private final Clock clock;

	TeamLoad(People people, Absences absences, CallPolicy callPolicy, JdbcClient jdbc, Clock clock) {
		this.people = people;
		this.absences = absences;
		this.callPolicy = callPolicy;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Open reviews: all, those overdue, and those due soon. */
	public record Load(int open, int overdue, int soon) {

		static final Load NONE = new Load(0, 0, 0);

	}

	/** One reviewer's share, and the absence that keeps them away or will do so next. */
	public record Share(Person reviewer, Load load, int done, Optional<Absence> absence) {
	}

	/**
	 * The whole team, by name.
	 *
	 * @param nobodys what nobody has taken
	 * @param soonUntil the last day that counts as soon
	 * @param doneSince the first day that counts as lately
	 */
	public record Team(List<Share> shares, Load nobodys, LocalDate soonUntil, LocalDate doneSince) {
	}

	public Team of(Person reviewer) {
		Instant now = clock.instant();
		LocalDate soonUntil = LocalDate.ofInstant(workingDays().after(now, SOON_DAYS), reviewer.zone());
		Map<Optional<AccountId>, Load> open = open(reviewer, now,
				soonUntil.plusDays(1).atStartOfDay(reviewer.zone()).toInstant());
		LocalDate doneSince = LocalDate.ofInstant(now, reviewer.zone()).minusDays(LATELY_DAYS);
		Map<AccountId, Integer> done = done(reviewer, doneSince.atStartOfDay(reviewer.zone()).toInstant());
		List<Person> colleagues = people.reviewersOf(reviewer.requirePartner());
		List<Absence> away = absences.notOver(colleagues.stream().map(Person::id).toList(), now);
		List<Share> shares = colleagues.stream()
			.sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER))
			.map(colleague -> new Share(colleague, open.getOrDefault(Optional.of(colleague.id()), Load.NONE),
					done.getOrDefault(colleague.id(), 0), first(away.stream(), colleague)))
			.toList();
		return new Team(shares, open.getOrDefault(Optional.<AccountId>empty(), Load.NONE), soonUntil, doneSince);
	}

	private WorkingDays workingDays() {
		return new WorkingDays(callPolicy.answeredNow().reviewCalendar().daysOff());
	}

	private Map<Optional<AccountId>, Load> open(Person reviewer, Instant now, Instant soon) {
		Map<Optional<AccountId>, Load> open = new HashMap<>();
		jdbc.sql(OPEN)
			.param("partner", reviewer.requirePartner().value())
			.param("now", at(now))
			.param("soon", at(soon))
			.query((ResultSet row) -> {
				open.put(account(row, "taken_by"),
						new Load(row.getInt("open"), row.getInt("overdue"), row.getInt("soon")));
			});
		return open;
	}

	private Map<AccountId, Integer> done(Person reviewer, Instant since) {
		Map<AccountId, Integer> done = new HashMap<>();
		jdbc.sql(DONE)
			.param("partner", reviewer.requirePartner().value())
			.param("since", at(since))
			.query((ResultSet row) -> {
				done.put(account(row, "completed_by").orElseThrow(), row.getInt("done"));
			});
		return done;
	}

	private static Optional<Absence> first(Stream<Absence> away, Person colleague) {
		return away.filter(absence -> absence.reviewer().equals(colleague.id())).findFirst();
	}

	private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
