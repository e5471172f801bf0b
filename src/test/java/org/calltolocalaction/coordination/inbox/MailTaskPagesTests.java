package org.calltolocalaction.coordination.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailBounced;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.inbox.IncomingFile;
import org.calltolocalaction.post.inbox.IncomingMail;
import org.calltolocalaction.post.inbox.IncomingMails;
import org.calltolocalaction.post.inbox.ReturnAddresses.Purpose;
import org.calltolocalaction.post.inbox.ReturnAddresses.Sign;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;

/** A coordinator works through what came back of mails on pages of their own. */
@WithoutProcess
class MailTaskPagesTests {

	@Autowired
	private Scene scene;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private IncomingMails incoming;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person oslo;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_with_a_phone_number() {
		scene.openCall(2034);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
		reference = scene.underReview(oslo, "A welcome centre", Map.of("contactPhone", "+47 22 00 00 00",
				"secondContactName", "Kari Nordmann", "secondContactEmail", "kari@oslo.example"));
	}

	@Test
	void a_task_shows_whom_to_call_and_where_else_to_write_and_sends_there() throws Exception {
		MailId mail = bounced("CHANGES_REQUESTED");
		String pledge = page("/coordination/pledges/" + reference);
		assertThat(pledge).contains("Emails do not arrive: " + oslo.email(), "Email did not arrive");
		assertThat(page("/coordination")).contains("/coordination/mail-tasks");
		String address = "/coordination/mail-tasks/" + task();

		assertThat(page("/coordination/mail-tasks")).contains(address, oslo.email(), "Kommune Oslo");
		assertThat(page(address)).contains("+47 22 00 00 00", "Kari Nordmann", "kari@oslo.example", "A subject",
				"Accounts and contact details keep their addresses");

		mvc.perform(post(address + "/send-again").with(csrf())
			.with(Scene.by(coordinator))
			.param("to", "kari@oslo.example")
			.param("mails", mail.toString())).andExpect(redirectedUrlPattern("/coordination/mail-tasks/*"));
		assertThat(scene.jdbc()
			.sql("select recipient from mail where resends = ?")
			.param(mail.value())
			.query(String.class)
			.single()).isEqualTo("kari@oslo.example");
		assertThat(page(address)).contains("Emails sent to another address", "has been sent to another address");
		assertThat(page("/coordination/pledges/" + reference)).contains("Email sent again").doesNotContain(address);
		assertThat(page("/coordination/mail-tasks?show=done")).contains(address);
	}

	@Test
	void what_is_chosen_wrongly_is_told_beside_the_field() throws Exception {
		MailId mail = bounced("CHANGES_REQUESTED");
		String address = "/coordination/mail-tasks/" + task();

		assertThat(sent(address + "/send-again", Map.of())).contains("Select where the emails are sent",
				"Select at least one email");
		assertThat(
				sent(address + "/send-again", Map.of("to", "another", "other", "no address", "mails", mail.toString())))
			.contains("must be a valid email address", "value=\"no address\"");
		assertThat(
				sent(address + "/send-again", Map.of("to", "another", "other", oslo.email(), "mails", mail.toString())))
			.contains("Emails do not arrive at this address");
		assertThat(sent(address + "/end", Map.of())).contains("Select what was done");
		assertThat(sent(address + "/end", Map.of("how", "IGNORED"))).contains("or the reason");
		assertThat(sent(address + "/end", Map.of("how", "READ"))).contains("Select what was done");
	}

	@Test
	void a_mail_that_may_quote_a_draft_is_neither_shown_nor_sent_elsewhere() throws Exception {
		MailId mail = bounced("SIGNED_OFF");
		String address = "/coordination/mail-tasks/" + task();

		assertThat(page(address)).contains("cannot be sent to another address").doesNotContain("A text", "send-again");
		assertThat(sent(address + "/send-again", Map.of("to", "kari@oslo.example", "mails", mail.toString())))
			.contains("None of these emails can be sent again");
	}

	@Test
	void an_answer_stands_on_the_time_line_with_its_quotes_folded_and_its_file() throws Exception {
		MailId mail = written("CHANGES_REQUESTED");
		incoming.take(answer(oslo.email(), Optional.of(new Sign(Purpose.REPLY, mail.value())),
				"We <b>agree</b>.\n\nOn Monday at ten, Desk <d@example.org> wrote:\n> Good day"));

		String line = page("/coordination/pledges/" + reference + "?show=mails");

		assertThat(line).contains("Reply received by email", "We &lt;b&gt;agree&lt;/b&gt;.", "&gt; Good day",
				"Show quoted text and signature", "plan.pdf", "Reply from: " + oslo.email());
		String file = line.replaceFirst("(?s).*(/coordination/replies/[^\"]+)\".*", "$1");
		mvc.perform(get(file).with(Scene.by(coordinator))).andExpect(status().isOk());
		mvc.perform(get(file).with(Scene.by(oslo))).andExpect(status().isForbidden());
		String address = "/coordination/mail-tasks/" + task();
		assertThat(page(address)).contains("We &lt;b&gt;agree&lt;/b&gt;.").doesNotContain("send-again");
		mvc.perform(post(address + "/end").with(csrf()).with(Scene.by(coordinator)).param("how", "ANSWERED"))
			.andExpect(redirectedUrl("/coordination/mail-tasks"));
		assertThat(page("/coordination/pledges/" + reference)).doesNotContain(address);
	}

	@Test
	void a_mail_of_nobody_is_assigned_to_the_pledge_that_somebody_types() throws Exception {
		incoming.take(answer("stranger@elsewhere.example", Optional.empty(), "Whose am I?"));
		String list = page("/coordination/quarantine");
		assertThat(list).contains("stranger@elsewhere.example", "90 days");
		String address = "/coordination/quarantine/" + scene.jdbc()
			.sql("select id from received_mail where fate = 'QUARANTINE' and text like 'Whose am I?%'")
			.query(UUID.class)
			.single();

		assertThat(page(address)).contains("Whose am I?", "plan.pdf").doesNotContain("/coordination/replies/");
		assertThat(sent(address + "/assign", Map.of("pledge", ""))).contains("Enter the reference of the pledge");
		assertThat(sent(address + "/assign", Map.of("pledge", "CLA-1999-0001"))).contains("no submitted pledge");
		mvc.perform(post(address + "/assign").with(csrf())
			.with(Scene.by(coordinator))
			.param("pledge", reference.value().toLowerCase()))
			.andExpect(redirectedUrlPattern("/coordination/pledges/*"));
		assertThat(page("/coordination/pledges/" + reference)).contains("Email assigned to this pledge", "Whose am I?");
	}

	private MailId bounced(String kind) {
		MailId mail = written(kind);
		scene.jdbc().sql("update mail set state = 'UNDELIVERABLE' where id = ?").param(mail.value()).update();
		events.publishEvent(new MailBounced(mail, RefusalReason.NO_SUCH_MAILBOX));
		return mail;
	}

	private MailId written(String kind) {
		MailId mail = MailId.random();
		scene.jdbc()
			.sql("""
					insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at,
					attempts, state, account, capacity)
					select ?, ?, ?, ?, ?, 'en', 'A subject', 'A text', ?, ?, 1, 'OUTGOING', ?,
					'government:' || government_id from pledge_standing where reference = ?""")
			.params(mail.value(), "test:" + mail, kind, reference.value(), oslo.email(), "<" + mail + "@localhost>",
					scene.clock().instant().atOffset(ZoneOffset.UTC), oslo.id().value(), reference.value())
			.update();
		return mail;
	}

	private static IncomingMail answer(String from, Optional<Sign> sign, String text) {
		return new IncomingMail("<" + UUID.randomUUID() + "@city.example>", from, "Re: Your pledge", List.of(), false,
				Optional.empty(), sign, text, List.of(new IncomingFile("plan.pdf", SampleFiles.pdf("A plan"))), 0);
	}

	/** The newest that is open at the pledge. */
	private UUID task() {
		return scene.jdbc()
			.sql("select id from mail_task where reference = ? and done_at is null")
			.param(reference.value())
			.query(UUID.class)
			.single();
	}

	private String page(String address) throws Exception {
		return mvc.perform(get(address).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private String sent(String address, Map<String, String> fields) throws Exception {
		var request = post(address).with(csrf()).with(Scene.by(coordinator));
		fields.forEach(request::param);
		return mvc.perform(request)
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
