package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.calltolocalaction.coordination.TakeBackCall;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.Inclusion;
import org.junit.jupiter.api.Test;

/**
 * A call that was opened for a wrong year is as if it had never been, while no government
 * has answered it.
 */
class OpeningTakenBackTests extends NextEditionTest {

	@Test
	void a_wrongly_opened_year_is_taken_back_and_what_it_held_waits_again() {
		PledgeReference accepted = aLateAcceptedPledge();
		PledgeReference reviewed = story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
		EditionYear wrong = opensTheYearAfterNext();
		jobs.run(accepted);
		Person draftsman = story.memberOf("Quito");
		story.aDraftBy(draftsman);
		story.moveDeadline(wrong, editions.edition(wrong).deadline().instant().plus(Duration.ofDays(1)));

		TakeBackCall.Forecast forecast = takeBackCall.forecast(wrong, story.coordinator());
		takesBack(wrong);
		jobs.run(accepted);

		assertThat(forecast.places().first()).extracting(place -> place.line().reference())
			.contains(accepted, reviewed);
		assertThat(editions.edition(wrong).state()).isEqualTo(EditionState.SET_ASIDE);
		assertThat(jobs.waiting(wrong)).as("the edition's process has ended").isZero();
		assertThat(placeOf(accepted).known()).isFalse();
		assertThat(placeOf(reviewed).known()).isFalse();
		assertThat(told(reviewed, MailKind.PLACE_CHANGED))
			.anySatisfy(mail -> assertThat(mail.body()).contains("counts for the next edition", "has been cancelled"));
		assertThat(told(accepted, MailKind.CARRIED_OVER)).hasSize(3);
		assertThat(aboutTheCall(wrong, MailKind.OPENING_TAKEN_BACK)).contains(draftsman.email());

		opens(wrong.next());
		jobs.run(accepted);
		assertThat(inclusions.find(accepted)).map(Inclusion::edition).contains(wrong.next());
	}

	@Test
	void an_opening_that_was_taken_back_can_be_made_again() {
		EditionYear later = opensTheYearAfterNext();
		takesBack(later);

		opens(later);

		assertThat(editions.edition(later).state()).isEqualTo(EditionState.OPEN);
		assertThat(jobs.waiting(later)).isPositive();
	}

	@Test
	void what_a_government_has_answered_is_not_taken_back_unasked() {
		EditionYear later = opensTheYearAfterNext();
		story.aSubmittedPledgeBy(member);

		assertThatThrownBy(() -> takeBackCall.forecast(later, story.coordinator())).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> takeBackCall.takeBack(later, "The wrong year", "", story.coordinator()))
			.isInstanceOfSatisfying(Refused.class,
					refused -> assertThat(refused.messageKey()).isEqualTo("coordination.refused.call-answered"));
		assertThat(editions.edition(later).state()).isEqualTo(EditionState.OPEN);
	}

	private List<String> aboutTheCall(EditionYear call, MailKind kind) {
		return jdbc.sql("select recipient from mail where about = ? and kind = ?")
			.params(call.toString(), kind.name())
			.query(String.class)
			.list();
	}

}
