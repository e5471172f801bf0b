package org.calltolocalaction.coordination.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailNotArrived;
import org.calltolocalaction.notifications.delivery.DeliverMail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lists know of which pledges a mail did not arrive. */
@DeskTest
class FailedMailTests {

	@Autowired
	private Story story;

	@Autowired
	private DeliverMail deliver;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void a_pledge_is_among_those_whose_mail_failed_until_it_arrives_after_all() {
		story.aSharedCall();
		PledgeReference pledge = story.aPledgeUnderReviewBy(story.memberOf("Mbale"));
		MailId mail = fails(pledge);
		assertThat(listedAsFailed(pledge)).isTrue();

		// As an operator does once the cause has been put right: see docs/operations.md.
		jdbc.sql("update mail set state = 'OUTGOING', next_attempt_at = '2000-01-01' where id = ?")
			.param(mail.value())
			.update();
		assertThat(listedAsFailed(pledge)).as("until it arrives").isTrue();
		deliver.deliver(mail);

		assertThat(listedAsFailed(pledge)).isFalse();
	}

	private MailId fails(PledgeReference pledge) {
		MailId mail = new MailId(jdbc.sql("select id from mail where about = ? and kind = 'RECEIPT'")
			.param(pledge.value())
			.query(UUID.class)
			.single());
		new TransactionTemplate(transactions).executeWithoutResult(status -> {
			jdbc.sql(
					"""
							update mail set state = 'FAILED', attempts = 1, sent_at = null, next_attempt_at = null, leased_until = null
							where id = ?""")
				.param(mail.value())
				.update();
			events.publishEvent(new MailNotArrived(pledge.value()));
		});
		return mail;
	}

	private boolean listedAsFailed(PledgeReference pledge) {
		return jdbc.sql("select bool_or(mail_failed) from coordination_pledge where reference = ?")
			.param(pledge.value())
			.query(Boolean.class)
			.single();
	}

}
