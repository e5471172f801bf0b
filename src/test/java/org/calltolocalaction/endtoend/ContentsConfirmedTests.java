package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.calltolocalaction.coordination.Scene.by;
import static org.calltolocalaction.testing.AtOnce.atOnce;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.CheckDeadline;
import org.calltolocalaction.pledges.placement.DeadlineFacts;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * A report is closed over pledges that wait for their governments: said before, told
 * afterwards, and never otherwise.
 */
@DeskTest
class ContentsConfirmedTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	ConfirmContents confirm;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	RevivePledge revive;

	@Autowired
	CheckDeadline checkDeadline;

	@Autowired
	ReleaseReport release;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Editions editions;

	@Autowired
	AuditTrail trail;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	WebApplicationContext desk;

	private EditionYear year;

	private Person coordinator;

	private Person kampala;

	private Person bilbao;

	private PledgeReference toChange;

	private PledgeReference restored;

	private PledgeReference declined;

	private PledgeReference accepted;

	@BeforeEach
	void a_closed_call_with_pledges_that_wait_for_their_governments() {
		year = story.anOpenEdition();
		coordinator = story.coordinator();
		kampala = story.memberOf("Kampala");
		bilbao = story.memberOf("Bilbao");
		toChange = story.aPledgeUnderReviewBy(kampala);
		story.allApproveBut("UCLG", "REQUEST_CHANGES", toChange);
		jobs.run(toChange);
		restored = story.aPledgeUnderReviewBy(bilbao);
		withdraw.withdraw(restored, "", bilbao);
		revive.revive(restored, bilbao);
		declined = story.aPledgeUnderReviewBy(kampala);
		story.allJudge(declined, "DECLINE");
		jobs.run(declined);
		accepted = story.aPledgeUnderReviewBy(bilbao);
		story.allJudge(accepted, "APPROVE");
		jobs.run(accepted);
		story.callCloses(year);
	}

	@Test
	void the_page_names_whom_the_report_leaves_out_and_what_happens_to_them() throws Exception {
		String page = MockMvcBuilders.webAppContextSetup(desk)
			.apply(springSecurity())
			.build()
			.perform(get("/coordination/editions/" + year + "/contents").with(by(coordinator)))
			.andReturn()
			.getResponse()
			.getContentAsString();

		assertThat(page)
			.contains("Pledges that will not be in the report: 2", toChange.value(), restored.value(),
					"They will count for the next edition", "We will email their governments today")
			.doesNotContain(declined.value());
	}

	@Test
	void their_governments_are_told_and_the_trail_says_by_whom_it_was_decided() {
		confirms();

		assertThat(mails(toChange))
			.containsExactly(tuple(kampala.email(), toChange + ": your pledge is not in the " + year + " report"));
		assertThat(body(toChange)).contains("because the changes requested had not been submitted",
				"You can still submit the pledge again");
		assertThat(mails(restored)).extracting(mail -> mail.toList().get(0)).containsExactly(bilbao.email());
		assertThat(body(restored)).contains("because it had not been submitted again");
		assertThat(mails(declined)).isEmpty();
		for (PledgeReference left : List.of(toChange, restored)) {
			assertThat(trail.of(left)).extracting(RecordedEntry::kind, RecordedEntry::who)
				.contains(tuple("pledge.left-out", coordinator.account()));
		}
	}

	@Test
	void what_nobody_has_seen_beforehand_is_not_done_but_shown() throws Exception {
		String foreseen = confirm.forecast(year, coordinator).fingerprint();
		withdraw.withdraw(restored, "", bilbao);

		assertThat(confirm.confirm(year, "Every decision is there", "", coordinator)).isFalse();
		String page = MockMvcBuilders.webAppContextSetup(desk)
			.apply(springSecurity())
			.build()
			.perform(post("/coordination/editions/" + year + "/contents").with(by(coordinator))
				.with(csrf())
				.param("reason", "Nobody sends more")
				.param("foreseen", foreseen))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page)
			.contains("What will follow has changed", "Pledges that will not be in the report: 1", toChange.value(),
					confirm.forecast(year, coordinator).fingerprint())
			.doesNotContain(restored.value());
		assertThat(editions.edition(year).state()).isEqualTo(EditionState.CLOSED);
		assertThat(mails(toChange)).isEmpty();
	}

	@Test
	void once_they_are_confirmed_nothing_leaves_the_contents_and_nothing_comes_back() {
		withdraw.withdraw(restored, "", bilbao);
		confirms();

		assertThat(withdraw.possible(story.pledge(accepted))).isFalse();
		assertThatThrownBy(() -> withdraw.withdraw(accepted, "", bilbao)).isInstanceOf(Refused.class);
		assertThat(revive.possible(story.pledge(restored))).isFalse();
		assertThatThrownBy(() -> revive.revive(restored, bilbao)).isInstanceOf(Refused.class);
	}

	@Test
	void a_pledge_that_is_withdrawn_while_the_contents_are_confirmed_is_in_them_or_was_gone_before() throws Exception {
		String foreseen = confirm.forecast(year, coordinator).fingerprint();

		List<Boolean> done = atOnce(() -> confirmed(foreseen), () -> withdrawn(accepted));

		assertThat(done).as("one of them").containsExactlyInAnyOrder(true, false);
	}

	@Test
	void two_coordinators_who_confirm_at_once_tell_everybody_once() throws Exception {
		String foreseen = confirm.forecast(year, coordinator).fingerprint();

		atOnce(() -> confirmed(foreseen), () -> confirmed(foreseen));

		assertThat(mails(toChange)).hasSize(1);
		assertThat(trail.of(toChange)).filteredOn(entry -> entry.kind().equals("pledge.left-out")).hasSize(1);
	}

	@Test
	void the_place_of_a_pledge_is_decided_before_its_report_is_frozen_or_after_it_and_never_meanwhile()
			throws Exception {
		confirms();
		ExecutorService elsewhere = Executors.newSingleThreadExecutor();
		try {
			Future<DeadlineFacts> facts = new TransactionTemplate(transactions).execute(freezing -> {
				release.frozen(year);
				Future<DeadlineFacts> asked = elsewhere.submit(() -> checkDeadline.factsOf(toChange));
				await().until(() -> asked.isDone() || somebodyWaits());
				return asked;
			});

			assertThat(facts.get().reportFrozen()).isTrue();
		}
		finally {
			elsewhere.shutdown();
		}
	}

	private boolean somebodyWaits() {
		return jdbc.sql("select exists (select from pg_locks where not granted)").query(Boolean.class).single();
	}

	private void confirms() {
		confirm.confirm(year, "Every decision is there", confirm.forecast(year, coordinator).fingerprint(),
				coordinator);
	}

	private boolean confirmed(String foreseen) {
		try {
			return confirm.confirm(year, "Every decision is there", foreseen, coordinator);
		}
		catch (Refused faster) {
			return false;
		}
	}

	private boolean withdrawn(PledgeReference reference) {
		try {
			withdraw.withdraw(reference, "", bilbao);
			return true;
		}
		catch (Refused confirmedBefore) {
			return false;
		}
	}

	private List<Tuple> mails(PledgeReference about) {
		return jdbc.sql("select recipient, subject from mail where kind = 'LEFT_OUT' and about = ?")
			.param(about.value())
			.query((row, number) -> tuple(row.getString("recipient"), row.getString("subject")))
			.list();
	}

	private String body(PledgeReference about) {
		return jdbc.sql("select body from mail where kind = 'LEFT_OUT' and about = ?")
			.param(about.value())
			.query(String.class)
			.single();
	}

}
