package org.calltolocalaction.endtoend;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test of what comes after a closed call: whoever is late waits for the next edition.
 */
abstract class NextEditionTest extends LawTest {

	EditionYear year;

	Person member;

	@BeforeEach
	void a_call_has_closed() {
		year = story.anOpenEdition();
		member = story.memberOf("Godoy Cruz");
		story.callCloses(year);
	}

	PledgeReference aLateAcceptedPledge() {
		PledgeReference late = story.aPledgeUnderReviewBy(member);
		story.allJudge(late, "APPROVE");
		return late;
	}

	EditionYear opensTheYearAfterNext() {
		return opens(new EditionYear(year.value() + 2));
	}

	EditionYear opens(EditionYear opened) {
		clock.set(Instant.parse(opened + "-05-01T10:00:00Z"));
		openEdition.open(opened, Forum.named("A forum"), PARTNERS, Deadline.byDefault(opened), "Its year",
				story.coordinator());
		return opened;
	}

	Placement placeOf(PledgeReference reference) {
		return placements.countsFor(story.pledge(reference));
	}

	List<LoggedMail> told(PledgeReference reference, MailKind kind) {
		return mails.of(reference).stream().filter(mail -> mail.kind() == kind).toList();
	}

}
