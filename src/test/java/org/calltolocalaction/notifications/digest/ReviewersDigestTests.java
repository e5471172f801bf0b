package org.calltolocalaction.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviewers begin with one mail a day, which lists what there is to do at that hour. */
@DeskTest
class ReviewersDigestTests {

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	People people;

	@Autowired
	OpenAccount openAccount;

	@Autowired
	UpdateProfile profiles;

	@Autowired
	GrantRole roles;

	@Autowired
	TakeReview take;

	@Autowired
	ReviewDates dates;

	@Autowired
	JdbcClient jdbc;

	private Person reviewer;

	private Person member;

	@BeforeEach
	void a_reviewer_who_chose_nothing_lives_in_madrid() {
		story.anOpenEdition();
		member = story.memberOf("Tunis");
		reviewer = story.reviewer("IOM", "Robin" + UUID.randomUUID());
	}

	@Test
	void many_new_reviews_of_a_day_are_one_mail_at_the_reviewers_hour() {
		PledgeReference first = submitted();
		PledgeReference second = submitted();
		assertThat(sent()).isEmpty();

		theNextMorning();

		assertThat(sent()).singleElement()
			.asString()
			.contains("New (2):", "/reviews/" + first, "/reviews/" + second)
			.doesNotContain("* * *\n\n" + first);
		theNextMorning();
		assertThat(sent()).as("no news, no mail").hasSize(1);
	}

	@Test
	void what_is_overdue_and_what_is_due_soon_is_listed_before_what_is_new() {
		PledgeReference late = taken(submitted());
		clock.set(dates.due(late).minusSeconds(3600 * 24 * 2));
		theNextMorning();
		assertThat(last()).contains("Due within three days (1):", "/reviews/" + late).doesNotContain("New (");

		clock.set(dates.due(late));
		jobs.run(late);
		PledgeReference fresh = submitted();
		theNextMorning();

		assertThat(last()).containsSubsequence("Overdue (", "/reviews/" + late, "New (1):", "/reviews/" + fresh);
	}

	@Test
	void what_is_done_by_then_is_not_told_any_more() {
		PledgeReference done = submitted();
		PledgeReference open = submitted();
		story.judges("IOM", done, "APPROVE");

		theNextMorning();

		assertThat(last()).contains(open.value()).doesNotContain(done.value());
	}

	@Test
	void what_a_colleague_has_taken_is_not_todays_work() {
		PledgeReference theirs = submitted();
		take.take(theirs, null, story.reviewer("IOM", "Colleague" + UUID.randomUUID()));

		theNextMorning();

		assertThat(sent()).allSatisfy(mail -> assertThat(mail).doesNotContain(theirs.value()));
	}

	@Test
	void where_nothing_is_left_to_tell_no_mail_comes() {
		submitted();
		roles.takeReviewer(story.coordinator(), reviewer.id());

		theNextMorning();

		assertThat(states()).as("they review no more").containsExactly("DROPPED");
		assertThat(jobs.waiting(reviewer.id())).isZero();
	}

	@Test
	void a_lead_is_told_of_a_review_that_is_still_overdue_at_once() {
		roles.lead(story.coordinator(), reviewer.id());
		PledgeReference late = submitted();

		clock.set(dates.leadsTold(late));
		jobs.run(late);

		assertThat(jdbc.sql("select state from mail where recipient = ? and kind = 'REVIEW_STILL_OVERDUE'")
			.param(reviewer.email())
			.query(String.class)
			.list()).as("or minutes later, with others").containsExactly("GATHERED");
	}

	@Test
	void who_chose_to_read_everything_at_once_does_so_as_a_reviewer_too() {
		profiles.receiveMails(reviewer, new MailPreference(Choice.EVERYTHING, 7));

		submitted();

		assertThat(states()).containsExactly("OUTGOING");
		assertThat(people.person(reviewer.id()).mails().choice()).isEqualTo(Choice.EVERYTHING);
	}

	@Test
	void who_only_saved_their_name_has_not_chosen_and_gets_what_is_usual_for_their_role() {
		EmailAddress email = new EmailAddress("new" + UUID.randomUUID() + "@example.org");
		Person person = openAccount.of(email, Locale.ENGLISH);
		profiles.receiveMails(person, person.mails());

		roles.reviewer(story.coordinator(), email, new PartnerCode("MMC"));
		assertThat(people.person(person.id()).mails().choice()).isEqualTo(Choice.DIGEST);

		roles.takeReviewer(story.coordinator(), person.id());
		assertThat(people.person(person.id()).mails().choice()).isEqualTo(Choice.EVERYTHING);
	}

	private PledgeReference submitted() {
		return story.aPledgeUnderReviewBy(member);
	}

	private PledgeReference taken(PledgeReference reference) {
		take.take(reference, null, reviewer);
		return reference;
	}

	/** It is seven o'clock where the reviewer lives. */
	private void theNextMorning() {
		Instant seven = clock.instant()
			.atZone(MADRID)
			.toLocalDate()
			.plusDays(1)
			.atTime(7, 0)
			.atZone(MADRID)
			.toInstant();
		clock.set(seven);
		jobs.run(reviewer.id());
	}

	private String last() {
		List<String> all = sent();
		return all.get(all.size() - 1);
	}

	private List<String> sent() {
		return jdbc.sql("select body from mail where recipient = ? and state = 'OUTGOING' order by created_at")
			.param(reviewer.email())
			.query(String.class)
			.list();
	}

	private List<String> states() {
		return jdbc.sql("select state from mail where recipient = ?")
			.param(reviewer.email())
			.query(String.class)
			.list();
	}

}
