package org.calltolocalaction.coordination.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.testing.AtOnce.allAtOnce;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever changes the same pledge at the same time, its line says what all have done. */
@DeskTest
class PledgeLinesAtOnceTests {

	@Autowired
	private Story story;

	@Autowired
	private LinesConsistency consistency;

	@Autowired
	private PledgeLines lines;

	@Autowired
	private KeptCounts counts;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@RepeatedTest(3)
	void partners_who_complete_their_reviews_at_once_are_all_seen_to_have_done_so() throws Exception {
		story.aSharedCall();
		PledgeReference pledge = story.aPledgeUnderReviewBy(story.memberOf("Arua"));

		allAtOnce(Stream.of("UCLG", "MMC", "IOM").<Callable<Boolean>>map(partner -> () -> {
			story.judges(partner, pledge, "APPROVE");
			return true;
		}).toList());

		assertThat(consistency.check()).doesNotContain(pledge);
		assertThat(jdbc.sql("select count(*) from coordination_review where reference = ? and state = 'COMPLETED'")
			.param(pledge.value())
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void what_is_rolled_back_leaves_neither_line_nor_count() {
		story.aSharedCall();
		PledgeReference draft = story.aDraftBy(story.memberOf("Gulu"));
		long before = counted();

		new TransactionTemplate(transactions).executeWithoutResult(status -> {
			trail.record(AuditEntry.of("pledge.discarded", draft));
			jdbc.sql("update pledge set state = 'DISCARDED' where reference = ?").param(draft.value()).update();
			lines.catchUp();
			status.setRollbackOnly();
		});

		assertThat(consistency.check()).doesNotContain(draft);
		assertThat(counted()).isEqualTo(before);
	}

	@Test
	void counts_stay_what_they_are_where_they_are_put_together_many_times_at_once() throws Exception {
		story.aSharedCall();
		Person member = story.memberOf("Lira");
		story.aPledgeUnderReviewBy(member);
		List<String> before = sums();

		allAtOnce(5, () -> {
			counts.putTogether();
			return true;
		});

		assertThat(sums()).isEqualTo(before);
		assertThat(jdbc.sql("select count(*) from coordination_count where what = 'step'").query(Long.class).single())
			.isPositive();
	}

	private long counted() {
		return jdbc.sql("select coalesce(sum(number), 0) from coordination_count where what = 'draft'")
			.query(Long.class)
			.single();
	}

	private List<String> sums() {
		return jdbc.sql("""
				select concat_ws(' ', edition, what, key, day, sum(number)) from coordination_count
				group by edition, what, key, day having sum(number) <> 0 order by 1""").query(String.class).list();
	}

}
