package org.calltolocalaction.endtoend;

import java.time.Duration;
import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A test of a new review that a coordinator requests after the reviews came to something.
 */
@DeskTest
abstract class NewReviewTest {

	static final PartnerCode UCLG = new PartnerCode("UCLG");

	static final String REASON = "The budget has come";

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	RequestNewReview newReviews;

	@Autowired
	ReopenReview reopen;

	@Autowired
	Reviews reviews;

	@Autowired
	ReviewConsistency consistency;

	@Autowired
	Revisions revisions;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	MailLog mails;

	EditionYear year;

	Person member;

	PledgeReference reference;

	@BeforeEach
	void a_pledge_is_submitted() {
		year = aCall();
		member = story.memberOf("Sfax");
		reference = story.aPledgeUnderReviewBy(member);
		clock.advance(Duration.ofDays(2));
	}

	/** The call that the pledge answers. */
	abstract EditionYear aCall();

	void again() {
		newReviews.request(reference, UCLG, REASON, story.coordinator());
	}

	/**
	 * A new review is requested from UCLG, the others reopen theirs by themselves, and
	 * all approve.
	 */
	void allApproveAfterAll() {
		again();
		List.of("MMC", "IOM").forEach(partner -> reopen.reopen(reference, story.reviewer(partner, "Judge")));
		story.allJudge(reference, "APPROVE");
	}

	void judgesAgain(String recommendation) {
		clock.advance(Duration.ofHours(1));
		story.judges("UCLG", reference, recommendation);
		jobs.run(reference);
	}

	String refused() {
		return tried("UCLG");
	}

	String tried(String partner) {
		try {
			newReviews.request(reference, new PartnerCode(partner), REASON, story.coordinator());
			return "done";
		}
		catch (Refused refused) {
			return refused.messageKey();
		}
	}

	Review ofUclg() {
		return reviewOf("UCLG");
	}

	Review reviewOf(String partner) {
		return reviews.newest(reference.value(), partner).orElseThrow();
	}

	List<LoggedMail> mailsOf(MailKind kind) {
		return mails.of(reference).stream().filter(mail -> mail.kind() == kind).toList();
	}

	List<LoggedMail> toMember(MailKind kind) {
		return mailsOf(kind).stream().filter(mail -> mail.recipient().equals(member.email())).toList();
	}

}
