package org.calltolocalaction.reviews.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reminders of overdue reviews that were sent, for the people who have to see that
 * nothing is forgotten.
 */
@Repository
public class Reminders {

	// The key decides, not a look beforehand: a job that is tried again has told nobody
	// twice.
	private static final String INSERT = """
			insert into review_reminder (reference, revision, partner, turn, step, told, at) values (?, ?, ?, ?, ?, ?, ?)
			on conflict (reference, revision, partner, turn, step) do nothing""";

	private final Pledges pledges;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	Reminders(Pledges pledges, JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.pledges = pledges;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Writes down who is told of the review at this step.
	 * @return whether this is the first time since the partners were asked; then they
	 * have to be told
	 */
	@Transactional
	public boolean note(Review review, ReminderStep step, Collection<Person> told) {
		int written = jdbc.sql(INSERT)
			.params(review.reference().value(), review.revision(), review.partner().value(),
					pledges.pledge(review.reference()).rounds().timesSentBack(), step.name(),
					told.stream().map(person -> person.id().value()).toArray(UUID[]::new),
					clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (written > 0) {
			audit.record(entry(review.reference(), step, told).with("partner", review.partner()));
		}
		return written > 0;
	}

	/** Every step that was taken for the pledge, first things first. */
	@Transactional(readOnly = true)
	public List<Reminder> of(PledgeReference reference) {
		return jdbc.sql("select * from review_reminder where reference = ? order by at, partner, step desc")
			.param(reference.value())
			.query(Reminders::read)
			.list();
	}

	/** Those that were taken for this review. */
	@Transactional(readOnly = true)
	public List<Reminder> about(Review review) {
		return of(review.reference()).stream().filter(reminder -> reminder.about(review)).toList();
	}

	private static AuditEntry entry(PledgeReference about, ReminderStep step, Collection<Person> told) {
		return switch (step) {
			case REVIEWERS -> AuditEntry.of("review.reviewers-reminded", about);
			case LEADS -> told.isEmpty() ? AuditEntry.of("review.lead-missing", about)
					: AuditEntry.of("review.leads-told", about);
			case COORDINATORS -> AuditEntry.of("review.coordinators-told", about);
		};
	}

	private static Reminder read(ResultSet row, int number) throws SQLException {
		List<AccountId> told = Stream.of((UUID[]) row.getArray("told").getArray()).map(AccountId::new).toList();
		return new Reminder(row.getInt("revision"), new PartnerCode(row.getString("partner")),
				ReminderStep.valueOf(row.getString("step")), told, row.getTimestamp("at").toInstant());
	}

}
