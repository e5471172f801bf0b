package org.calltolocalaction.notifications.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.Given.IOM;
import static org.calltolocalaction.notifications.Given.MMC;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.team.TakeReview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class WithdrawalMailTests extends MailTest {

	private static final String TITLE = "Language courses";

	@Autowired
	private WithdrawPledge withdraw;

	@Autowired
	private RevivePledge revive;

	@Autowired
	private TakeReview take;

	@BeforeEach
	void a_call() {
		given.anOpenCall();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void everybody_of_the_government_is_told_who_withdrew_why_and_how_to_restore(Locale language) {
		Person member = given.aMember(Languages.ENGLISH);
		Person colleague = given.aColleagueOf(member, language);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		haveReadTheirMails(member, colleague);

		withdraw.withdraw(reference, "The council voted against it", member);

		MimeMessage mail = theMailTo(colleague);
		assertThat(subject(mail)).startsWith(reference.value())
			.contains(in(language, "has withdrawn the pledge", "ha retirado el compromiso", "a retiré l’engagement"));
		assertThat(text(mail))
			.contains(member.name(), TITLE, "> The council voted against it", link("/my/pledges/" + reference))
			.contains(in(language, "you can restore the pledge", "puede restablecer el compromiso",
					"vous pouvez rétablir l’engagement"));
		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void who_had_taken_the_review_is_told_that_it_ends_and_not_why() {
		Person holder = given.aReviewer(IOM, Languages.ENGLISH);
		Person other = given.aReviewer(IOM, Languages.ENGLISH);
		Person free = given.aReviewer(MMC, Languages.ENGLISH);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		given.underReviewBy(reference, IOM, MMC);
		take.take(reference, null, holder);

		withdraw.withdraw(reference, "The council voted against it", member);

		for (Person told : new Person[] { holder, free }) {
			assertThat(text(theMailTo(told))).contains("The government has withdrawn this pledge", TITLE)
				.doesNotContain("The council voted against it");
		}
		assertThat(mailsTo(other)).isEmpty();
	}

	@Test
	void coordinators_are_told_with_the_reason() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), TITLE);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference mine = given.aSubmittedPledge(member, TITLE);

		withdraw.withdraw(mine, "The council voted against it", member);

		assertThat(text(theMailTo(coordinator)))
			.contains(mine.value(), "> The council voted against it", link("/coordination/pledges/" + mine))
			.doesNotContain(reference.value());
	}

	@Test
	void a_pledge_that_is_withdrawn_again_is_told_again_but_reviewers_who_know_are_not() {
		Person reviewer = given.aReviewer(IOM, Languages.ENGLISH);
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, TITLE);
		given.underReviewBy(reference, IOM);
		withdraw.withdraw(reference, "", member);
		clock.advance(Duration.ofHours(1));
		revive.revive(reference, member);
		clock.advance(Duration.ofHours(1));

		withdraw.withdraw(reference, "", member);

		assertThat(mailsTo(member)).filteredOn(mail -> subject(mail).contains("has withdrawn")).hasSize(2);
		assertThat(mailsTo(reviewer)).hasSize(1);
	}

}
