package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.reviews.ReviewMails;
import org.calltolocalaction.reviews.TeamReview;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer reminds a colleague of what they have taken: one mail for all of it, once a
 * day and review.
 */
@Service
class RemindReviewer {

	// The key decides, not a look beforehand: of two who remind at once, the second finds
	// that it was done.
	private static final String NOTE = """
			insert into review_nudge (review, holder, day, sender, at) values (?, ?, ?, ?, ?) on conflict do nothing""";

	private final ReviewMails mails;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	RemindReviewer(ReviewMails mails, AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.mails = mails;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param reviews open reviews that the colleague has
	 * @return those of which they were not reminded today before, as their own calendar
	 * has it
	 */
	@Transactional
	List<TeamReview> remind(Person holder, List<TeamReview> reviews, Person by) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), holder.zone());
		List<TeamReview> reminded = reviews.stream().filter(review -> noted(review, holder, today, by)).toList();
		if (!reminded.isEmpty()) {
			mails.reminded(reminded, holder, by);
			reminded.forEach(review -> audit.record(AuditEntry.of("review.reminded", review.reference())
				.by(by)
				.with("partner", by.requirePartner())
				.with("reviewer", holder.id())));
		}
		return reminded;
	}

	private boolean noted(TeamReview review, Person holder, LocalDate day, Person by) {
		return jdbc.sql(NOTE)
			.params(review.id(), holder.id().value(), day, by.id().value(), clock.instant().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

}
