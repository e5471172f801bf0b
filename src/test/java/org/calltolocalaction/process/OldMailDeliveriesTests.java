package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.DeliverMail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A desk that had a process for each mail is brought up to date, with mails under way and
 * some that had been given up.
 */
@DeskTest
class OldMailDeliveriesTests {

	@Autowired
	private Story story;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private DeliverMail deliverMail;

	@Autowired
	private JdbcClient jdbc;

	private Deployment old;

	@BeforeEach
	void the_model_of_old() {
		old = engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("mail-delivery.bpmn",
					Bpmn.createExecutableProcess("mail-delivery")
						.camundaHistoryTimeToLiveString("P3650D")
						.startEvent()
						.serviceTask("Task_DeliverMail")
						.camundaAsyncBefore()
						.camundaDelegateExpression("${deliverMailStep}")
						.endEvent()
						.done())
			.deploy();
	}

	@AfterEach
	void is_forgotten() {
		engine.getRepositoryService().deleteDeployment(old.getId(), true);
	}

	@Test
	void its_processes_are_ended_and_their_mails_are_sent_like_any_other() {
		story.aSharedCall();
		Person member = story.memberOf("Kampala");
		story.aPledgeUnderReviewBy(member);
		UUID mail = jdbc.sql("select id from mail where recipient = ?")
			.param(member.email())
			.query(UUID.class)
			.single();
		jdbc.sql("update mail set next_attempt_at = null where id = ?").param(mail).update();
		runtime.startProcessInstanceByKey("mail-delivery", mail.toString());
		runtime.startProcessInstanceByKey("mail-delivery", UUID.randomUUID().toString());
		allAreGivenUp();

		new OldMailDeliveries(runtime, deliverMail).run(null);

		assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("mail-delivery").count()).isZero();
		assertThat(runtime.createIncidentQuery().processDefinitionKeyIn("mail-delivery").count()).isZero();
		assertThat(deliverMail.deliver(new MailId(mail))).isTrue();
		assertThat(
				jdbc.sql("select sent_at is not null from mail where id = ?").param(mail).query(Boolean.class).single())
			.isTrue();
	}

	private void allAreGivenUp() {
		engine.getManagementService()
			.createJobQuery()
			.processDefinitionKey("mail-delivery")
			.list()
			.forEach(job -> engine.getManagementService().setJobRetries(job.getId(), 0));
		assertThat(runtime.createIncidentQuery().processDefinitionKeyIn("mail-delivery").count()).isEqualTo(2);
	}

}
