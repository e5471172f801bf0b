package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests to join have one process each, those of an earlier release too. */
@DeskTest
class RemindOfOlderRequestsTests {

	@Autowired
	private Story story;

	@Autowired
	private Governments governments;

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private LeaveGovernment leave;

	@Autowired
	private JoinRequests requests;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private Tasks tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private HistoryService history;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Person asker;

	private String key;

	@BeforeEach
	void somebody_asks() {
		Person member = story.memberOf("Maputo");
		asker = openAccount.of(EmailAddress.parse("eva." + UUID.randomUUID() + "@example.org").orElseThrow(),
				Locale.ENGLISH);
		askToJoin.ask(asker, governments.actedForBy(member.id()).orElseThrow().id());
		key = requests.of(asker.id()).orElseThrow().id().businessKey();
	}

	@Test
	void who_asks_has_a_process_and_who_takes_the_request_back_has_none() {
		assertThat(running()).isOne();

		leave.leave(asker);

		assertThat(running()).isZero();
	}

	@Test
	void a_request_that_nothing_reminds_of_gets_its_process_at_the_start_and_no_second_one() {
		forgetAll();

		atTheStart();
		assertThat(running()).isOne();
		atTheStart();
		assertThat(running()).isOne();
	}

	@Test
	void a_request_of_which_all_reminders_were_sent_gets_none() {
		runtime.deleteProcessInstance(instance(), "All were sent");

		atTheStart();

		assertThat(running()).isZero();
	}

	private void atTheStart() {
		new RemindOfOlderRequests(requests, tasks, jdbc, transaction).begin();
	}

	private void forgetAll() {
		String instance = instance();
		runtime.deleteProcessInstance(instance, "As if there had been no such model");
		history.deleteHistoricProcessInstance(instance);
	}

	private String instance() {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult().getId();
	}

	private long running() {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count();
	}

}
