package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.delivery.DeliverMail;
import org.calltolocalaction.notifications.log.SendAgain;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Coordinators find every mail, see what the server said, and have mails sent again. */
@DeskTest
class MailLogPageTests {

	private static final String HERE = "/coordination/mails";

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private DeliverMail deliver;

	@Autowired
	private SendAgain again;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Person member;

	private PledgeReference pledge;

	private MailId receipt;

	private Visitor coordinator;

	@BeforeEach
	void a_receipt_was_delivered() {
		story.aSharedCall();
		member = story.memberOf("Mbale");
		pledge = story.aSubmittedPledgeBy(member);
		receipt = new MailId(jdbc.sql("select id from mail where about = ? and kind = 'RECEIPT'")
			.param(pledge.value())
			.query(UUID.class)
			.single());
		deliver.deliver(receipt);
		coordinator = visitors.signedIn(story.coordinator());
	}

	@Test
	void a_mail_is_found_by_reader_pledge_kind_state_day_and_words_of_its_subject() {
		String whole = list("to:" + member.email());
		assertThat(whole).contains(HERE + "/" + receipt, member.email(), pledge.value(), ">Sent<");
		for (String typed : new String[] { member.email(), pledge.value(), pledge.value().toLowerCase(),
				"about:" + pledge + " kind:receipt", "to:" + member.email().substring(0, 8) + " about:" + pledge,
				"about:" + pledge + " state:sent since:2020-01-01", "about:" + pledge + " " + pledge }) {
			assertThat(list(typed)).as(typed).contains(receipt.toString());
		}
		for (String typed : new String[] { "about:" + pledge + " state:failed", "about:" + pledge + " until:2020-01-01",
				"about:" + pledge + " kind:accepted", "about:" + pledge + " nothingofthekind",
				"to:nobody@elsewhere.example" }) {
			assertThat(list(typed)).as(typed).doesNotContain(receipt.toString()).contains("No email matches");
		}
		assertThat(list("sate:failed")).contains("Search for state:failed instead");
		assertThat(coordinator.opens(HERE + "/search-help").text()).contains("state:overdue", "kind:receipt");
	}

	@Test
	void the_page_of_a_mail_says_what_the_server_answered_when_it_took_it() {
		String page = coordinator.opens(HERE + "/" + receipt).text();

		assertThat(page).contains("Accepted by the mail server", "250 ", member.email(), receipt + "@", "Send a copy",
				"/selection/write/change");
		assertThat(coordinator.opens(HERE + "/" + UUID.randomUUID()).status()).isEqualTo(404);
	}

	@Test
	void words_that_may_be_a_drafts_are_neither_shown_nor_found() {
		String word = "secret" + UUID.randomUUID().toString().substring(0, 8);
		jdbc.sql("update mail set kind = 'DEADLINE_REMINDER', subject = ?, body = ? where id = ?")
			.params("About " + word, "Text " + word, receipt.value())
			.update();

		assertThat(list(word)).doesNotContain(receipt.toString());
		assertThat(list("-" + word + " about:" + pledge)).contains(receipt.toString());
		assertThat(coordinator.opens(HERE + "/" + receipt).text()).doesNotContain(word)
			.contains("it may quote a draft")
			.doesNotContain("/selection/write/change");
		assertThat(coordinator.opens(HERE + ".csv?q=about:" + pledge).text()).contains(receipt.toString())
			.doesNotContain(word);
	}

	@Test
	void what_failed_is_a_figure_of_the_overview_and_is_sent_again_once_to_the_present_address() {
		fails();
		assertThat(coordinator.opens("/coordination").text()).contains(HERE + "?q=state:failed");
		assertThat(list("state:failed about:" + pledge)).contains(receipt.toString(), ">Failed<");

		String confirm = coordinator.opens(HERE + "/resend?q=about:" + pledge).text();
		assertThat(confirm).contains("1 email will be sent again.", member.email());
		Map<String, String> form = Map.of("q", "about:" + pledge, "foreseen", hidden(confirm, "foreseen"));
		assertThat(coordinator.sends(HERE + "/resend", form).text()).contains("1 email is being sent again.");
		assertThat(coordinator.sends(HERE + "/resend", form).text()).contains("no failed emails");
		deliver.deliver(receipt);

		assertThat(list("about:" + pledge)).contains(">Sent<");
		assertThat(coordinator.opens(HERE + "/" + receipt).text()).contains("Sent again by a coordinator");
		assertThat(coordinator.opens("/coordination/trail?q=" + pledge).text()).contains("Email sent again");
	}

	@Test
	void what_has_arrived_is_sent_again_as_a_copy_and_once_however_often_it_is_sent() {
		String page = coordinator.opens(HERE + "/" + receipt).text();
		Map<String, String> form = Map.of("once", hidden(page, "once"));

		assertThat(coordinator.sends(HERE + "/" + receipt + "/resend", form).text()).contains("A copy is being sent.",
				"The email that was sent first");
		coordinator.sends(HERE + "/" + receipt + "/resend", form);

		assertThat(jdbc.sql("select count(*) from mail where copy_of = ? and message_id like '<' || id || '%'")
			.param(receipt.value())
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(list("about:" + pledge + " kind:receipt").split(HERE + "/[0-9a-f]{8}-", -1)).hasSize(3);
	}

	@Test
	void what_did_not_arrive_and_went_to_another_address_leads_there_and_is_not_sent_again() {
		jdbc.sql(
				"""
						update mail set state = 'UNDELIVERABLE', next_attempt_at = null, leased_until = null, last_error = '550 No'
						where id = ?""")
			.param(receipt.value())
			.update();
		assertThat(coordinator.opens(HERE + "/" + receipt).text()).contains("Send this email again");

		MailId elsewhere = transaction
			.execute(status -> again.elsewhere(receipt, new EmailAddress("right." + receipt + "@city.example")));

		String page = coordinator.opens(HERE + "/" + receipt).text();
		assertThat(page).contains(HERE + "/" + elsewhere, "The email to the other address")
			.doesNotContain("Send this email again");
		assertThat(coordinator.opens(HERE + "/" + elsewhere).text()).contains(HERE + "/" + receipt,
				"The email that did not arrive");
		assertThat(coordinator.sends(HERE + "/" + receipt + "/resend", Map.of()).text())
			.contains("This email cannot be sent again");
	}

	@Test
	void a_mail_leads_to_its_page_from_the_history_of_its_pledge() {
		assertThat(coordinator.opens("/coordination/pledges/" + pledge).text()).contains(HERE + "/" + receipt);
	}

	@Test
	void many_mails_are_read_page_by_page_there_and_back_and_taken_along() {
		String reader = "reader." + UUID.randomUUID() + "@example.org";
		jdbc.sql(
				"""
						insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at, attempts,
						state, sent_at) select gen_random_uuid(), ? || number, 'JOIN_AGREED', '2031', ?, 'en', 'Number ' || 1000 + number,
						'', '<1>', timestamptz '2020-01-01' + number / 3 * interval '1 minute', 1, 'OUTGOING', now()
						from generate_series(1, 120) as number""")
			.params(reader, reader)
			.update();

		String first = list("to:" + reader);
		String second = coordinator.opens(link(first, "next")).text();
		String third = coordinator.opens(link(second, "next")).text();
		assertThat(first.split("Number 1", -1)).hasSize(51);
		assertThat(second.split("Number 1", -1)).hasSize(51);
		assertThat(third.split("Number 1", -1)).hasSize(21);
		assertThat(third).contains("Number 1001").doesNotContain("rel=\"next\"");
		assertThat(subjects(coordinator.opens(link(third, "prev")).text())).isEqualTo(subjects(second));

		String table = coordinator.opens(HERE + ".csv?q=to:" + reader).text();
		assertThat(table.lines()).hasSize(121);
		assertThat(coordinator.opens(HERE + ".xlsx?q=to:" + reader).status()).isEqualTo(200);
	}

	@Test
	void whoever_audits_reads_and_is_offered_no_act_and_nobody_else_reads() {
		EmailAddress email = new EmailAddress("audit." + UUID.randomUUID() + "@example.org");
		grantRole.auditor(story.coordinator(), email);
		Visitor auditor = visitors.signedIn(people.byEmail(email.value()).orElseThrow());

		assertThat(auditor.opens(HERE + "/" + receipt).text()).contains("250 ").doesNotContain("Send a copy");
		assertThat(visitors.signedIn(member).opens(HERE + "/" + receipt).status()).isEqualTo(403);
		assertThat(visitors.signedIn(member).opens(HERE + ".csv").status()).isEqualTo(403);
	}

	private void fails() {
		jdbc.sql("""
				update mail set state = 'FAILED', sent_at = null, next_attempt_at = null, leased_until = null,
				last_error = '550 No' where id = ?""").param(receipt.value()).update();
	}

	private String list(String typed) {
		Visitor.Page page = coordinator.opens(HERE + "?q=" + typed.replace(" ", "+").replace("@", "%40"));
		assertThat(page.status()).isEqualTo(200);
		return page.text();
	}

	private static String subjects(String page) {
		return String.join(" ",
				Pattern.compile("Number 1\\d{3}").matcher(page).results().map(found -> found.group()).toList());
	}

	private static String hidden(String page, String name) {
		Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
		assertThat(found.find()).as(name).isTrue();
		return found.group(1);
	}

	private static String link(String page, String rel) {
		Matcher found = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page);
		assertThat(found.find()).as(rel).isTrue();
		return found.group(1).replace("&amp;", "&");
	}

}
