package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.governments.DecideAsForeseen;
import org.calltolocalaction.coordination.governments.StandingAct;
import org.calltolocalaction.coordination.governments.StandingForecast;
import org.calltolocalaction.coordination.governments.StandingForecast.ToPlace;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nothing of a government that is not confirmed is included or becomes public; its
 * pledges are reviewed as all others, and have their places once it is.
 */
@DeskTest
class UnconfirmedGovernmentTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	ConfirmContents contents;

	@Autowired
	DecideAsForeseen decide;

	@Autowired
	OpenEdition openEdition;

	@Autowired
	Governments governments;

	@Autowired
	Editions editions;

	@Autowired
	Inclusions inclusions;

	@Autowired
	SubmitPledge submit;

	@Autowired
	CorrectProfile correct;

	@Autowired
	MailLog mails;

	@Autowired
	JdbcClient jdbc;

	private EditionYear year;

	private Person coordinator;

	private Person member;

	private GovernmentId government;

	private PledgeReference pledge;

	@BeforeEach
	void an_accepted_pledge_of_a_government_that_nobody_confirmed() {
		year = story.anOpenEdition();
		coordinator = story.coordinator();
		member = story.unconfirmedMemberOf("Rosario");
		government = governments.actedForBy(member.id()).orElseThrow().id();
		pledge = story.aPledgeUnderReviewBy(member);
		story.allJudge(pledge, "APPROVE");
	}

	@Test
	void an_accepted_pledge_has_no_place_and_is_not_public_until_its_government_is_confirmed() {
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.ACCEPTED);
		assertThat(inclusions.find(pledge)).isEmpty();
		assertThat(published()).isEmpty();
		assertThat(told(MailKind.ACCEPTED)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("have not confirmed your government yet"));

		StandingForecast forecast = decide(StandingAct.CONFIRM);

		assertThat(forecast.accepted()).containsExactly(new ToPlace(pledge, Placement.in(year), false));
		assertThat(inclusions.find(pledge)).map(Inclusion::edition).contains(year);
		assertThat(published()).containsExactly(year.value());
		assertThat(jdbc.sql("select body from mail where kind = 'GOVERNMENT_CONFIRMED' and about = ?")
			.param(government.toString())
			.query(String.class)
			.list()).singleElement().asString().contains("> Their office says so");
		assertThat(told(MailKind.CARRIED_OVER)).isEmpty();
	}

	@Test
	void a_report_that_is_closed_meanwhile_goes_without_it_as_was_foretold() {
		story.callCloses(year);
		ConfirmContents.Forecast forecast = contents.forecast(year, coordinator);

		assertThat(forecast.missing()).isEmpty();
		assertThat(forecast.leftOut()).containsExactly(pledge);
		assertThat(forecast.unconfirmed()).containsExactly(pledge);
		assertThat(forecast.plan().placements()).extracting(PlacementShift::to).containsExactly("NEXT");
		assertThat(contents.confirm(year, "All is there", forecast.fingerprint(), coordinator)).isTrue();
		jobs.run(year);

		assertThat(editions.edition(year).state()).isEqualTo(EditionState.FROZEN);
		assertThat(inclusions.in(year)).isEmpty();
		assertThat(published()).isEmpty();
		assertThat(told(MailKind.LEFT_OUT)).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains("had not confirmed your government"));
		assertThat(jdbc.sql("select count(*) from audit_entry where kind = 'pledge.left-out-unconfirmed' and about = ?")
			.param(pledge.value())
			.query(Integer.class)
			.single()).isEqualTo(1);

		clock.advance(Duration.ofMinutes(1));
		StandingForecast later = decide(StandingAct.CONFIRM);

		assertThat(later.accepted()).singleElement().matches(ToPlace::carriedOver);
		assertThat(later.carriedOverMails()).isEqualTo(1);
		assertThat(story.pledge(pledge).editions().waitingSince()).isPresent();
		assertThat(told(MailKind.CARRIED_OVER)).singleElement()
			.satisfies(
					mail -> assertThat(mail.body()).contains("your government had not been confirmed when the report"));
		openEdition.plan(year.next(), coordinator);
		jobs.run(pledge);
		assertThat(inclusions.find(pledge)).hasValueSatisfying(inclusion -> {
			assertThat(inclusion.edition()).isEqualTo(year.next());
			assertThat(inclusion.reason()).isEqualTo(PlacementReason.GOVERNMENT_UNCONFIRMED);
		});
	}

	@Test
	void while_a_report_is_compiled_to_which_its_pledge_would_belong_it_waits() {
		story.callCloses(year);
		contents.confirm(year, "All is there", contents.forecast(year, coordinator).fingerprint(), coordinator);

		assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide(StandingAct.CONFIRM))
			.satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("standing.refused.report-in-the-making"));
		assertThat(governments.government(government).standing()).isEqualTo(GovernmentStanding.UNCONFIRMED);
		jobs.run(year);
	}

	@Test
	void one_that_is_refused_submits_nothing_more_and_can_be_confirmed_later() {
		decide(StandingAct.REFUSE);
		PledgeReference draft = story.aDraftBy(member);

		assertThat(submit.submit(draft, story.pledge(draft).draftVersion(), member))
			.isInstanceOf(SubmitPledge.RegistrationRefused.class);
		assertThat(inclusions.find(pledge)).isEmpty();

		decide(StandingAct.CONFIRM);

		assertThat(inclusions.find(pledge)).isPresent();
		story.submit(draft, member);
	}

	@Test
	void what_was_read_is_what_is_done() {
		String read = decide.forecast(government, coordinator).fingerprint();
		PledgeReference another = story.aPledgeUnderReviewBy(member);
		story.allJudge(another, "APPROVE");

		assertThat(decide.decide(government, StandingAct.CONFIRM, "Known", read, coordinator)).isFalse();
		assertThat(governments.government(government).confirmed()).isFalse();
	}

	/** Else a small town would become a capital while somebody reads of the town. */
	@Test
	void who_calls_itself_otherwise_meanwhile_is_not_confirmed() {
		String read = decide.forecast(government, coordinator).fingerprint();
		GovernmentProfile before = governments.government(government).profile();
		correct.correct(member, new GovernmentProfile(before.name() + " the Capital", before.type(), before.country(),
				before.region(), before.website()), "");

		assertThat(decide.decide(government, StandingAct.CONFIRM, "Known", read, coordinator)).isFalse();
		assertThat(governments.government(government).confirmed()).isFalse();
	}

	private StandingForecast decide(StandingAct act) {
		StandingForecast forecast = decide.forecast(government, coordinator);
		assertThat(decide.decide(government, act, "Their office says so", forecast.fingerprint(), coordinator))
			.isTrue();
		jobs.run(pledge);
		return forecast;
	}

	private List<LoggedMail> told(MailKind kind) {
		return mails.of(pledge).stream().filter(mail -> mail.kind() == kind).toList();
	}

	private List<Integer> published() {
		return jdbc.sql("select edition_year from published_pledge where reference = ?")
			.param(pledge.value())
			.query(Integer.class)
			.list();
	}

}
