package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.consistency.Check;
import org.calltolocalaction.coordination.consistency.CheckConsistency;
import org.calltolocalaction.coordination.consistency.Difference;
import org.calltolocalaction.coordination.consistency.Finding;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A check names what does not fit, a page says what a repair would do, and that is what
 * it does.
 */
@DeskTest
class ConsistencyPageTests {

	private static final String CHECKS = "/coordination/operations/checks";

	private static final Pattern FORESEEN = Pattern.compile("name=\"foreseen\" value=\"([^\"]+)\"");

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private CheckConsistency checks;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	private Visitor coordinator;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void a_pledge_under_review() {
		story.aSharedCall();
		member = story.memberOf("Mendoza");
		pledge = story.aPledgeUnderReviewBy(member);
		coordinator = visitors.signedIn(story.coordinator());
	}

	@Test
	void what_fits_is_not_found() {
		assertThat(checked().findings()).noneMatch(finding -> finding.subject().equals(pledge.value()));
		assertThat(coordinator.opens(CHECKS).text()).contains("What was compared");
	}

	@Test
	void a_task_without_its_review_is_ended_as_the_page_says_and_nobody_does_it_twice() {
		jdbc.sql("update review set state = 'CANCELLED' where reference = ? and partner = 'MMC'")
			.param(pledge.value())
			.update();
		assertThat(checked().findings()).contains(new Finding(Difference.TASK_WITHOUT_REVIEW, pledge.value(), "MMC"));

		String page = coordinator.opens(CHECKS + "/TASK_WITHOUT_REVIEW").text();
		assertThat(page).contains(pledge.value(), "The process will no longer wait for this review");
		assertThat(open()).isEqualTo(3);
		assertThat(coordinator.sends(CHECKS + "/TASK_WITHOUT_REVIEW", Map.of("foreseen", "another")).text())
			.contains(pledge.value());
		assertThat(open()).isEqualTo(3);

		coordinator.sends(CHECKS + "/TASK_WITHOUT_REVIEW", Map.of("foreseen", foreseen(page)));

		assertThat(open()).isEqualTo(2);
		assertThat(trail.of(pledge)).filteredOn(entry -> entry.kind().equals("difference.repaired"))
			.singleElement()
			.satisfies(entry -> assertThat(entry.facts()).containsEntry("repair", "END_TASK"));
		assertThat(coordinator.sends(CHECKS + "/TASK_WITHOUT_REVIEW", Map.of("foreseen", foreseen(page))).text())
			.contains("Nothing of what was found is so any more");
	}

	@Test
	void a_review_without_its_task_gets_one_and_its_reviewer_keeps_it() {
		jdbc.sql("update review set state = 'CANCELLED' where reference = ? and partner = 'MMC'")
			.param(pledge.value())
			.update();
		checked();
		repair(Difference.TASK_WITHOUT_REVIEW);
		jdbc.sql("update review set state = 'OPEN' where reference = ? and partner = 'MMC'")
			.param(pledge.value())
			.update();
		assertThat(checked().findings()).contains(new Finding(Difference.REVIEW_WITHOUT_TASK, pledge.value(), "MMC"));

		repair(Difference.REVIEW_WITHOUT_TASK);

		assertThat(open()).isEqualTo(3);
		assertThat(checked().findings()).noneMatch(finding -> finding.subject().equals(pledge.value()));
		story.allJudge(pledge, "APPROVE");
		assertThat(story.pledge(pledge).state().name()).isEqualTo("INCLUDED");
	}

	@Test
	void a_list_that_says_otherwise_is_written_anew() {
		jdbc.sql("update coordination_pledge set title = 'Wrong' where reference = ?").param(pledge.value()).update();
		assertThat(checked().findings()).contains(new Finding(Difference.LINE_IS_WRONG, pledge.value(), ""));

		repair(Difference.LINE_IS_WRONG);

		assertThat(checked().findings()).noneMatch(finding -> finding.subject().equals(pledge.value()));
	}

	@Test
	void a_mail_that_nobody_would_send_is_sent() {
		jdbc.sql("update mail set state = 'DROPPED' where sent_at is null and next_attempt_at is null "
				+ "and state in ('GATHERED', 'OUTGOING')")
			.update();
		String mail = jdbc.sql("""
				update mail set next_attempt_at = null, sent_at = null, state = 'OUTGOING'
				where id = (select id from mail where about = ? limit 1) returning id""")
			.param(pledge.value())
			.query(String.class)
			.single();
		assertThat(checked().findings()).contains(new Finding(Difference.MAIL_SENT_BY_NOBODY, mail, ""));

		repair(Difference.MAIL_SENT_BY_NOBODY);

		assertThat(checked().findings()).noneMatch(finding -> finding.subject().equals(mail));
	}

	@Test
	void held_mails_whose_digest_nobody_writes_get_one() {
		Person reader = story.reviewer("MMC", "Reads" + System.nanoTime());
		PledgeReference other = story.aPledgeUnderReviewBy(member);
		assertThat(digests(reader)).isEqualTo(1);
		runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reader.id().businessKey())
			.list()
			.forEach(process -> runtime.deleteProcessInstance(process.getId(), "Deleted by hand"));
		assertThat(checked().findings()).contains(new Finding(Difference.DIGEST_BY_NOBODY, reader.id().toString(), ""));
		assertThat(coordinator.opens(CHECKS + "/DIGEST_BY_NOBODY").text()).contains(reader.shownEmail());

		repair(Difference.DIGEST_BY_NOBODY);

		assertThat(digests(reader)).isEqualTo(1);
		assertThat(checked().findings()).noneMatch(finding -> finding.subject().equals(reader.id().toString()));
		assertThat(other).isNotEqualTo(pledge);
	}

	@Test
	void a_pledge_that_stands_still_is_named_and_left_to_people() {
		runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(pledge.value())
			.list()
			.forEach(process -> runtime.deleteProcessInstance(process.getId(), "Deleted by hand"));
		assertThat(checked().findings()).contains(new Finding(Difference.PLEDGE_WITHOUT_PROCESS, pledge.value(), ""));

		String page = coordinator.opens(CHECKS + "/PLEDGE_WITHOUT_PROCESS").text();

		assertThat(page).contains(pledge.value(), "somebody has to find out why").doesNotContain("foreseen");
		jdbc.sql("update review set state = 'CANCELLED' where reference = ?").param(pledge.value()).update();
		jdbc.sql("update pledge set state = 'WITHDRAWN' where reference = ?").param(pledge.value()).update();
	}

	private Check checked() {
		assertThat(checks.begin(story.coordinator())).isTrue();
		Check check = checks.newest(story.coordinator()).orElseThrow();
		assertThat(check.broken()).isFalse();
		assertThat(check.underWay()).isFalse();
		return check;
	}

	private void repair(Difference kind) {
		String page = coordinator.opens(CHECKS + "/" + kind).text();
		assertThat(coordinator.sends(CHECKS + "/" + kind, Map.of("foreseen", foreseen(page))).text())
			.contains("The differences were repaired");
	}

	private static String foreseen(String page) {
		Matcher found = FORESEEN.matcher(page);
		assertThat(found.find()).as(page).isTrue();
		return found.group(1);
	}

	private long open() {
		return tasks.createTaskQuery()
			.processInstanceBusinessKey(pledge.value())
			.taskDefinitionKey("Task_ReviewPledge")
			.count();
	}

	private long digests(Person reader) {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reader.id().businessKey()).count();
	}

}
