package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Coordinators search the whole trail, see what it is held to, verify it and take it
 * along.
 */
@DeskTest
class WholeTrailPageTests {

	private static final String HERE = "/coordination/trail";

	private static final String REASON = "Our neighbour Aurelio objected";

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
	private MakeCheckpoint make;

	private Person member;

	private PledgeReference reference;

	private Visitor coordinator;

	private record Thing(String name) {

		@Override
		public String toString() {
			return name;
		}

	}

	@BeforeEach
	void a_pledge_was_withdrawn_for_a_reason() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
		reference = story.aSubmittedPledgeBy(member);
		withdrawPledge.withdraw(reference, REASON, member);
		coordinator = visitors.signedIn(story.coordinator());
	}

	@Test
	void what_happened_to_a_pledge_is_found_by_its_reference_however_it_is_typed() {
		assertThat(entries("?q=" + reference)).contains("Pledge withdrawn", "Pledge submitted", member.email(), REASON);
		assertThat(entries("?q=" + reference.value().toLowerCase())).contains("Pledge withdrawn");
		assertThat(entries("?q=about:" + reference)).contains("Pledge withdrawn");
		assertThat(entries("?q=CLA-1999-0001")).isEmpty();
	}

	@Test
	void what_somebody_did_is_found_by_their_address_and_what_the_site_did_by_a_word() {
		assertThat(entries("?q=who:" + member.email())).contains("Pledge withdrawn", "Government registered");
		assertThat(entries("?q=" + member.email())).contains("Pledge withdrawn");
		assertThat(entries("?q=" + reference + "+-who:site+-kind:pledge.withdrawn")).contains("Pledge submitted")
			.doesNotContain("Pledge withdrawn", "by this site");
		assertThat(entries("?q=who:nobody@elsewhere.example")).isEmpty();
		assertThat(entries("?q=who:me")).contains(story.coordinator().email()).doesNotContain(member.email());
	}

	@Test
	void kinds_and_days_narrow_it_down() {
		assertThat(entries("?q=" + reference + "+kind:pledge.withdrawn")).contains("Pledge withdrawn")
			.doesNotContain("Pledge submitted");
		assertThat(entries("?q=" + reference + "+kind:pledge.withdrawn+OR+kind:pledge.submitted"))
			.contains("Pledge withdrawn", "Pledge submitted");
		assertThat(entries("?q=" + reference + "+day:%3C2020-01-01")).isEmpty();
		assertThat(entries("?q=" + reference + "+day:%3E=2020-01-01")).contains("Pledge withdrawn");
	}

	@Test
	void a_word_that_is_not_understood_is_named() {
		assertThat(coordinator.opens(HERE + "?q=kind:pledge.withdrwn").text()).contains("kind:pledge.withdrwn",
				"Search for kind:pledge.withdrawn instead");
		assertThat(coordinator.opens(HERE + "/search-help").text()).contains("kind:pledge.submitted", "What you did.",
				"Account opened");
	}

	@Test
	void many_entries_are_read_page_by_page_there_and_back() {
		Thing thing = new Thing("T-" + UUID.randomUUID());
		transaction.executeWithoutResult(open -> {
			for (int number = 1; number <= 120; number++) {
				trail.record(AuditEntry.of("pledge.imported", thing).with("edition", 3000 + number));
			}
		});

		String first = page("?q=" + thing);
		assertThat(numbers(first)).isEqualTo("3120 to 3071, 50");
		String second = page(link(first, "next"));
		assertThat(numbers(second)).isEqualTo("3070 to 3021, 50");
		String third = page(link(second, "next"));
		assertThat(numbers(third)).isEqualTo("3020 to 3001, 20");
		assertThat(third).doesNotContain("rel=\"next\"");
		assertThat(numbers(page(link(third, "prev")))).isEqualTo("3070 to 3021, 50");
		String back = page(link(page(link(third, "prev")), "prev"));
		assertThat(numbers(back)).isEqualTo("3120 to 3071, 50");
		assertThat(back).doesNotContain("rel=\"prev\"");
	}

	@Test
	void a_page_that_begins_at_no_entry_is_the_first_or_empty() {
		assertThat(page("?older=nonsense")).contains("desk-trail");
		assertThat(coordinator.opens(HERE + "?older=999999999999999999").status()).isEqualTo(200);
		assertThat(coordinator.opens(HERE + "?newer=9999999999999999999999").status()).isEqualTo(200);
	}

	@Test
	void the_newest_checkpoint_is_shown_and_the_trail_verified_by_a_button() {
		all();

		assertThat(coordinator.opens(HERE).text()).contains("Newest checkpoint", "Root (SHA-256)")
			.containsPattern("[0-9a-f]{64}");
		assertThat(coordinator.sends(HERE + "/verify", Map.of()).text())
			.contains("The audit trail has been verified and is unchanged.")
			.doesNotContain("govuk-error-summary");
	}

	@Test
	void an_entry_is_proved_once_a_checkpoint_covers_it() {
		EntryId entry = transaction.execute(open -> trail.record(AuditEntry.of("pledge.imported", reference)));
		assertThat(page("?q=" + reference)).contains("Entry " + entry + ", in no checkpoint yet");
		assertThat(coordinator.opens(HERE + "/entries/" + entry + "/proof").status()).isEqualTo(404);

		all();

		assertThat(page("?q=" + reference)).contains("Download the proof of entry " + entry);
		Visitor.Page proof = coordinator.opens(HERE + "/entries/" + entry + "/proof");
		assertThat(proof.text()).contains("\"id\":" + entry, "\"path\":[", "\"root\":");
		assertThat(proof.header("Content-Disposition")).contains("proof-" + entry + ".json");
		assertThat(coordinator.opens(HERE + "/entries/nonsense/proof").status()).isIn(400, 404);
	}

	@Test
	void what_is_taken_along_has_every_entry_and_nothing_that_a_person_wrote() {
		all();

		Visitor.Page export = coordinator.opens(HERE + "/export");

		assertThat(export.text().lines())
			.anyMatch(line -> line.contains(reference.value()) && line.contains("\"kind\":\"pledge.withdrawn\""));
		assertThat(export.text()).doesNotContain(REASON, member.email(), "@");
		assertThat(export.header("Content-Disposition")).contains("audit-trail.jsonl");
	}

	@Test
	void the_overview_leads_there_and_nobody_else_gets_in() {
		assertThat(coordinator.opens("/coordination").text()).contains("href=\"/coordination/trail\"");
		assertThat(visitors.signedIn(member).opens(HERE).status()).isEqualTo(403);
		assertThat(visitors.signedIn(member).opens(HERE + "/export").status()).isEqualTo(403);
	}

	private void all() {
		while (make.make().isPresent()) {
			// One takes a portion.
		}
	}

	private String page(String address) {
		Visitor.Page page = coordinator.opens(address.startsWith("/") ? address : HERE + address);
		assertThat(page.status()).isEqualTo(200);
		return page.text();
	}

	/** Nothing where there are none. */
	private String entries(String address) {
		String page = page(address);
		int from = page.indexOf("<ol class=\"desk-trail\"");
		return from < 0 ? "" : page.substring(from, page.indexOf("</ol>", from));
	}

	private static String link(String page, String rel) {
		MatchResult link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.findFirst()
			.orElseThrow();
		return link.group(1).replace("&amp;", "&");
	}

	private static String numbers(String page) {
		var numbers = Pattern.compile(">(3[01]\\d\\d)<").matcher(page).results().map(found -> found.group(1)).toList();
		return numbers.get(0) + " to " + numbers.get(numbers.size() - 1) + ", " + numbers.size();
	}

}
