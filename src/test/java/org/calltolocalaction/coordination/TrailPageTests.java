package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.trail.ErasePersonalValues;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
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
	private ErasePersonalValues erase;

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

		Person coordinator = story.coordinator();
		String entry = entryOf("pledge.withdrawn");
		erase.erase(entry, erase.ifErased(entry, coordinator).fingerprint(), "They asked for it", coordinator);

		assertThat(trailOf(decisions())).contains("Pledge withdrawn", member.email(), ERASED,
				"By: " + coordinator.email());
		assertThat(trailOf(decisions())).doesNotContain(REASON);
	}

	@Test
	void what_a_person_wrote_anywhere_is_erased_by_their_address_once_it_was_seen_how_much_that_is() {
		Visitor visitor = visitors.signedIn(story.coordinator());
		String here = "/coordination/trail/erase";
		String shown = visitor.opens(here + "?whose=" + member.email()).text();
		assertThat(shown).contains("Reasons: 1", "Email addresses: 1", "Values that will be erased: ");
		String foreseen = erase.ifErased(member.email(), story.coordinator()).fingerprint();
		assertThat(shown).contains(foreseen);

		assertThat(visitor.sends(here, Map.of("whose", member.email(), "foreseen", foreseen, "reason", "")).text())
			.contains("Enter the reason");
		assertThat(
				visitor.sends(here, Map.of("whose", member.email(), "foreseen", "another", "reason", "Asked")).text())
			.contains("What will be erased has changed");
		assertThat(trailOf(decisions())).contains(REASON);

		visitor.sends(here, Map.of("whose", member.email(), "foreseen", foreseen, "reason", "They asked"));

		assertThat(trailOf(decisions())).contains(ERASED).doesNotContain(REASON);
		assertThat(visitor.opens(here + "?whose=" + member.email()).text()).contains("Nothing that can be erased");
		assertThat(visitor.opens("/coordination/trail?q=kind:personal.erased").text())
			.contains("Personal values erased", "They asked");
		assertThatThrownBy(() -> erase.ifErased(member.email(), member)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> erase.erase(member.email(), "", "x", member)).isInstanceOf(NotAllowed.class);
	}

	@Test
	void what_is_erased_twice_at_the_same_time_is_erased_once_and_the_second_is_told() throws Exception {
		Person coordinator = story.coordinator();
		String foreseen = erase.ifErased(member.email(), coordinator).fingerprint();

		List<String> answers = AtOnce.allAtOnce(2, () -> {
			try {
				erase.erase(member.email(), foreseen, "They asked", coordinator);
				return "erased";
			}
			catch (Refused ex) {
				return ex.getMessage();
			}
		});

		assertThat(answers).hasSize(2).contains("erased").anyMatch(answer -> answer.contains("nothing-to-erase"));
	}

	@Test
	void the_timers_of_the_process_are_ahead_as_the_engine_has_them() {
		reference = story.aPledgeUnderReviewBy(member);

		String page = page();

		assertThat(page.substring(page.indexOf("What will come")))
			.containsSubsequence("Reviews due", "Reviewers whose review is still open will be reminded",
					"Coordinators learn of overdue reviews", "Cut-off of the reviews")
			.contains("The call closes", "Leads learn of overdue reviews", "Contents to be confirmed");
	}

	private String entryOf(String kind) {
		return jdbc.sql("select id from audit_entry where about = ? and kind = ?")
			.params(reference.value(), kind)
			.query(String.class)
			.single();
	}

	@Test
	void what_was_done_under_an_account_that_was_joined_into_another_is_the_others() {
		Person other = story.colleagueOf(member);
		jdbc.sql("update account set same_as = ?, former_email = email, email = ?, joined_at = now() where id = ?")
			.params(other.id().value(), other.email(), member.id().value())
			.update();

		assertThat(trailOf(decisions())).contains(other.email()).doesNotContain(member.email());
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

	/** Without the mails, which say what they said. */
	private String decisions() {
		return visitors.page(story.coordinator(), "/coordination/pledges/" + reference + "?show=decisions");
	}

	private static String trailOf(String page) {
		int from = page.indexOf("<ol class=\"desk-trail\"");
		return page.substring(from, page.indexOf("</ol>", from));
	}

}
