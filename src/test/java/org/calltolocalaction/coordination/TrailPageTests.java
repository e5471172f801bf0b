package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What coordinators read of an act whose words, or whose person, are no longer known to
 * the desk.
 */
@DeskTest
class TrailPageTests {

	private static final String REASON = "Our neighbour Aurelio objected";

	private static final String ERASED = "What was written here has been erased.";

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private WithdrawPledge withdrawPledge;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void aPledgeIsWithdrawnForAReason() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
		reference = story.aSubmittedPledgeBy(member);
		withdrawPledge.withdraw(reference, REASON, member);
	}

	@Test
	void what_a_person_wrote_can_be_erased_and_the_act_stays_readable() {
		assertThat(page()).contains("Pledge withdrawn", member.email(), REASON).doesNotContain(ERASED);

		jdbc.sql("delete from audit_personal where entry in (select id from audit_entry where about = ?)")
			.param(reference.value())
			.update();

		assertThat(page()).contains("Pledge withdrawn", member.email(), ERASED);
		assertThat(trailOf(page())).doesNotContain(REASON);
	}

	@Test
	void what_was_done_under_an_account_that_was_joined_into_another_is_the_others() {
		Person other = story.colleagueOf(member);
		jdbc.sql("update account set same_as = ?, former_email = email, email = ?, joined_at = now() where id = ?")
			.params(other.id().value(), other.email(), member.id().value())
			.update();

		assertThat(trailOf(page())).contains(other.email()).doesNotContain(member.email());
	}

	@Test
	void an_account_that_is_gone_leaves_a_sentence() {
		transaction.executeWithoutResult(open -> trail
			.record(AuditEntry.of("pledge.restored", reference).by(() -> Optional.of(UUID.randomUUID()))));

		assertThat(trailOf(page())).contains("an account that no longer exists");
	}

	private String page() {
		return visitors.page(story.coordinator(), "/coordination/pledges/" + reference);
	}

	private static String trailOf(String page) {
		int from = page.indexOf("desk-trail");
		return page.substring(from, page.indexOf("</ol>", from));
	}

}
