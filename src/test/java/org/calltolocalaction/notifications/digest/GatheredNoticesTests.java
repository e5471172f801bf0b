package org.calltolocalaction.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.Given;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What falls due together is told together: after a deadline, or when a desk was down,
 * dozens of timers are due at once.
 */
class GatheredNoticesTests extends MailTest {

	private static final int MANY = 23;

	@Autowired
	private GatherNotices gather;

	@Autowired
	private DecidePledge decide;

	@Autowired
	private GrantRole roles;

	@Autowired
	private LeaveGovernment leave;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void a_call_is_open() {
		given.anOpenCall();
		given.noLead(Given.MMC);
	}

	/** Mails of other tests list whatever waits for a partner. */
	@AfterEach
	void nothing_waits_for_the_partner_any_more() {
		jdbc.sql("update review set state = 'CANCELLED' where state = 'OPEN'").update();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void many_escalations_are_one_mail_that_lists_the_first_and_says_how_many_more_there_are(Locale language) {
		Person coordinator = given.aCoordinator(language);
		List<PledgeReference> late = overdue(MANY);

		late.forEach(reviewRoundMails::tellCoordinators);

		MimeMessage mail = theMailTo(coordinator);
		assertThat(subject(mail)).contains("" + MANY);
		assertThat(text(mail))
			.contains(in(language, "these pledges still have overdue reviews (23):",
					"estos compromisos siguen teniendo revisiones con retraso (23):",
					"des examens de ces engagements sont toujours en retard (23)\u00a0:"))
			.contains(in(language, "… and 3 more.", "… y 3 más.", "… et 3 autres."), link("/coordination"))
			.contains(late.get(0).value(), link("/coordination/pledges/" + late.get(19)))
			.doesNotContain(late.get(20).value());
		assertThat(jdbc.sql("select distinct state from mail where recipient = ? and kind = 'REVIEW_ESCALATED'")
			.param(coordinator.email())
			.query(String.class)
			.list()).containsExactly("DIGESTED");
	}

	@Test
	void one_alone_reads_as_it_always_did_and_comes_three_minutes_later() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		PledgeReference late = overdue(1).get(0);
		reviewRoundMails.tellCoordinators(late);

		clock.advance(Duration.ofMinutes(3).minusSeconds(1));
		whileAnybodyHasSome();
		assertThat(stateOf(coordinator)).containsExactly("GATHERED");
		clock.advance(Duration.ofSeconds(1));
		whileAnybodyHasSome();
		assertThat(stateOf(coordinator)).containsExactly("OUTGOING");

		assertThat(subject(theMailTo(coordinator))).isEqualTo(late + ": overdue reviews, please follow up");
	}

	@Test
	void what_falls_due_later_is_another_mail() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		List<PledgeReference> late = overdue(4);
		late.subList(0, 2).forEach(reviewRoundMails::tellCoordinators);
		assertThat(mailsTo(coordinator)).hasSize(1);

		late.subList(2, 4).forEach(reviewRoundMails::tellCoordinators);
		late.forEach(reviewRoundMails::tellCoordinators);

		assertThat(mailsTo(coordinator)).hasSize(2)
			.last()
			.satisfies(mail -> assertThat(text(mail)).contains(late.get(2).value(), late.get(3).value())
				.doesNotContain(late.get(0).value()));
	}

	@Test
	void notices_of_several_kinds_are_one_mail_with_a_list_of_each() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		List<PledgeReference> late = overdue(2);
		PledgeReference undecided = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), "Schools");
		given.underReviewBy(undecided, Given.UCLG);
		decide.referToCoordinators(undecided, DisagreementReason.CONFLICTING);

		late.forEach(reviewRoundMails::tellCoordinators);
		pledgeMails.decisionWaiting(undecided);

		assertThat(text(theMailTo(coordinator))).contains("still have overdue reviews (2):",
				"decide on these pledges (1):", undecided + " “Schools”");
	}

	@Test
	void reminders_to_a_government_are_gathered_and_link_to_its_own_pages() {
		Person member = given.aMember(Languages.ENGLISH);
		List<PledgeReference> toChange = new ArrayList<>();
		for (String title : List.of("Parks", "Schools")) {
			PledgeReference pledge = given.aSubmittedPledge(member, title);
			given.underReviewBy(pledge, Given.MMC);
			decide.requestChanges(pledge);
			toChange.add(pledge);
		}

		toChange.forEach(pledgeMails::changesReminder);

		assertThat(text(theMailTo(member))).contains("change these pledges and submit them again (2):", "“Parks”",
				"), due ", link("/my/pledges/" + toChange.get(1)));
	}

	@Test
	void several_nodes_that_gather_at_once_write_one_mail() throws Exception {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		overdue(6).forEach(reviewRoundMails::tellCoordinators);
		clock.advance(Outbox.GATHERING);
		Callable<Boolean> node = () -> {
			whileAnybodyHasSome();
			return true;
		};

		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			for (Future<Boolean> done : nodes.invokeAll(List.of(node, node, node, node))) {
				done.get();
			}
		}
		finally {
			nodes.shutdown();
		}

		assertThat(text(theMailTo(coordinator))).contains("(6):");
	}

	@Test
	void a_crash_while_they_are_gathered_leaves_all_of_them_waiting() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		overdue(2).forEach(reviewRoundMails::tellCoordinators);

		new TransactionTemplate(transactions).executeWithoutResult(crash -> {
			gather.gather(coordinator.id());
			crash.setRollbackOnly();
		});

		assertThat(stateOf(coordinator)).containsExactly("GATHERED", "GATHERED");
		assertThat(text(theMailTo(coordinator))).contains("(2):");
	}

	@Test
	void who_coordinates_no_more_when_the_minutes_are_over_is_told_nothing() {
		Person coordinator = given.aCoordinator(Languages.ENGLISH);
		overdue(2).forEach(reviewRoundMails::tellCoordinators);

		roles.takeCoordinator(given.firstCoordinator(), coordinator.id());

		assertThat(mailsTo(coordinator)).isEmpty();
		assertThat(stateOf(coordinator)).containsExactly("DROPPED", "DROPPED");
	}

	@Test
	void of_a_mail_that_waits_for_the_server_only_what_its_reader_may_still_have_is_sent() {
		Person both = given.aMember(Languages.ENGLISH);
		roles.coordinator(given.firstCoordinator(), new EmailAddress(both.email()));
		PledgeReference theirs = given.aSubmittedPledge(both, "Parks");
		given.underReviewBy(theirs, Given.MMC);
		decide.requestChanges(theirs);
		List<PledgeReference> late = overdue(2);
		pledgeMails.changesReminder(theirs);
		late.forEach(reviewRoundMails::tellCoordinators);
		gather.gather(both.id());

		leave.leave(both);

		assertThat(text(theMailTo(both))).contains("still have overdue reviews (2):").doesNotContain(theirs.value());
		assertThat(jdbc.sql("select state from mail where recipient = ? and kind = 'CHANGES_REMINDER'")
			.param(both.email())
			.query(String.class)
			.list()).containsExactly("DROPPED");
	}

	/** Pledges whose only review is long overdue. */
	private List<PledgeReference> overdue(int count) {
		Person member = given.aMember(Languages.ENGLISH);
		List<PledgeReference> late = IntStream.range(0, count)
			.mapToObj(number -> given.aSubmittedPledge(member, "Parks " + number))
			.toList();
		late.forEach(pledge -> given.underReviewBy(pledge, Given.MMC));
		clock.advance(Duration.ofDays(40));
		return late;
	}

	private void whileAnybodyHasSome() {
		boolean some = true;
		while (some) {
			some = gather.gatherNext();
		}
	}

	private List<String> stateOf(Person person) {
		return jdbc.sql("select state from mail where recipient = ? order by created_at")
			.param(person.email())
			.query(String.class)
			.list();
	}

}
