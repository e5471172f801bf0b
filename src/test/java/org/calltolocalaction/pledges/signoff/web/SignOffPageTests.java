package org.calltolocalaction.pledges.signoff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.SamplePledge;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member sends a link, and whoever has it reads and answers without an account. */
@DeskTest
class SignOffPageTests {

	private static final Pattern LINK = Pattern
		.compile("id=\"made-link\"[^>]*value=\"https?://[^/\"]+(/read/[^\"]+)\"");

	private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9a-f]{64})\"");

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private SaveDraft save;

	@Autowired
	private JdbcClient jdbc;

	private Person member;

	private PledgeReference draft;

	private String mine;

	private Visitor browser;

	private EditionYear year;

	@BeforeEach
	void a_member_with_a_complete_draft() {
		year = story.anOpenEdition();
		member = story.memberOf("Kampala");
		draft = story.aDraftBy(member);
		mine = "/my/pledges/" + draft;
		browser = visitors.signedIn(member);
	}

	@Test
	void a_draft_is_read_and_approved_by_its_link_and_its_members_see_it() {
		String link = link();
		Visitor head = visitors.anybody();

		Page page = head.opens(link);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("A welcome desk in every district", "not submitted", "Kampala")
			.doesNotContain(SamplePledge.CONTACT_EMAIL, member.email(), "Contact Person");
		assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("X-Robots-Tag")).contains("noindex");
		assertThat(visitors.anybody().opens(link + "?lang=fr").text()).contains("J’approuve ce texte");

		Page done = head.sends(link, answer("APPROVED", "", read(page)));
		assertThat(done.text()).contains("Your approval is recorded", "You have approved this text");
		assertThat(browser.opens(mine).text()).contains("Ana Pérez (Mayor) approved the text as it was on",
				"This is the text as it is now.");
		assertThat(browser.opens(mine + "/check").text()).contains("Ana Pérez (Mayor) approved the text as it was on");
		browser.opens(mine + "/check");
		assertThat(browser.sends(mine + "/submit", Map.of("version", "1")).text()).contains("Head of government",
				"This is exactly the text that was submitted.");
		assertThat(head.opens(link).status()).isEqualTo(404);
		assertThat(visitors.page(story.coordinator(), "/coordination/pledges/" + draft))
			.contains("Ana Pérez (Mayor) approved the text as it was on");
	}

	@Test
	void what_is_missing_in_an_answer_is_said_and_what_was_typed_stays() {
		String link = link();
		Visitor head = visitors.anybody();
		String read = read(head.opens(link));

		Page wrong = head.sends(link, Map.of("kind", "CHANGES_ASKED", "name", "Ana", "function", "www.example.org",
				"comment", "", "read", read));

		assertThat(wrong.text()).contains("Enter the changes that you ask for",
				"The function must not contain a web address or an email address", "value=\"Ana\"");
		assertThat(browser.opens(mine).text()).doesNotContain("asked for changes");
	}

	@Test
	void a_text_that_was_changed_meanwhile_is_shown_before_it_is_answered() {
		String link = link();
		Visitor head = visitors.anybody();
		String read = read(head.opens(link));
		change("A welcome desk in every street");

		Page again = head.sends(link, answer("CHANGES_ASKED", "Say how many people", read));

		assertThat(again.text()).contains("The text was changed while you were reading it",
				"A welcome desk in every street", "Say how many people");
		assertThat(head.sends(link, answer("CHANGES_ASKED", "Say how many people", read(again))).text())
			.contains("Your request is recorded");
		assertThat(browser.opens(mine).text()).contains("Say how many people",
				"asked for changes to the text as it was on");
	}

	@Test
	void a_link_that_is_unknown_or_revoked_says_whom_to_ask_and_nothing_else() {
		String link = link();
		String revocation = between(browser.opens(mine + "/sign-off").text(), "action=\"", "/revocation\"");
		browser.sends(revocation + "/revocation", Map.of());

		Page revoked = visitors.anybody().opens(link);
		Page unknown = visitors.anybody().opens("/read/" + UUID.randomUUID());

		assertThat(List.of(revoked.status(), unknown.status())).containsOnly(404);
		assertThat(revoked.text()).contains("Ask whoever sent you the link for a new one.")
			.doesNotContain("A welcome desk");
		assertThat(unknown.text()).contains("Ask whoever sent you the link for a new one.");
	}

	@Test
	void a_call_that_requires_an_approval_says_so_instead_of_the_button() {
		jdbc.sql("update edition set sign_off_rule = 'REQUIRED' where year = ?").param(year.value()).update();

		assertThat(browser.opens(mine + "/check").text())
			.contains("You can submit this pledge once the head of your government has approved exactly this text.")
			.doesNotContain("/submit\"");
		assertThat(browser.sends(mine + "/submit", Map.of("version", "1")).text())
			.contains("This call requires that the head of your government approves exactly this text");
		Visitor coordinator = visitors.signedIn(story.coordinator());
		assertThat(coordinator.opens("/coordination/editions/" + year).text())
			.contains("Approval by the head of government: Required");
		coordinator.opens("/coordination/editions/" + year + "/sign-off");
		assertThat(
				coordinator.sends("/coordination/editions/" + year + "/sign-off", Map.of("rule", "RECOMMENDED")).text())
			.contains("The approval rule has been changed.");
		assertThat(browser.opens(mine + "/check").text()).contains("/submit\"",
				"You can also submit the pledge without this approval.");
	}

	@Test
	void a_signed_letter_is_uploaded_with_who_signed_it_and_when() {
		String read = read(browser.opens(mine + "/sign-off"));
		Map<String, String> fields = new LinkedHashMap<>(Map.of("name", "Ana Pérez", "function", "Mayor", "day", "3",
				"month", "2", "year", "2026", "read", read));
		byte[] letter = SampleFiles.pdf("We approve");

		assertThat(browser.uploads(mine + "/sign-off/letter", fields, "letter", Map.of("Letter.pdf", letter)).text())
			.contains("Confirm that the letter is about the text as it is now");
		fields.put("about", "yes");
		assertThat(
				browser.uploads(mine + "/sign-off/letter", fields, "letter", Map.of("Letter.docx", SampleFiles.docx()))
					.text())
			.contains("Letter.docx must be a PDF, JPEG or PNG file");
		assertThat(browser.uploads(mine + "/sign-off/letter", fields, "letter", Map.of("Letter.pdf", letter)).text())
			.contains("The letter has been recorded as the approval of this text.", "Download the letter of");
	}

	private String link() {
		browser.opens(mine + "/sign-off");
		Matcher made = LINK.matcher(browser.sends(mine + "/sign-off/links", Map.of()).text());
		assertThat(made.find()).as("a link on the page").isTrue();
		return made.group(1);
	}

	private void change(String title) {
		save.save(draft, new SaveDraft.Change(story.pledge(draft).draftVersion(), UUID.randomUUID(),
				story.pledge(draft).answers().with("title", title), List.of("title")), member);
	}

	private static Map<String, String> answer(String kind, String comment, String read) {
		return Map.of("kind", kind, "name", "Ana Pérez", "function", "Mayor", "comment", comment, "read", read);
	}

	private static String read(Page page) {
		Matcher read = READ.matcher(page.text());
		assertThat(read.find()).as("the hash of the text").isTrue();
		return read.group(1);
	}

	private static String between(String text, String before, String after) {
		int end = text.indexOf(after);
		return text.substring(text.lastIndexOf(before, end) + before.length(), end);
	}

}
