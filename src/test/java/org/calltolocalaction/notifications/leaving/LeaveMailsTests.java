package org.calltolocalaction.notifications.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.MailTest.subject;
import static org.calltolocalaction.notifications.MailTest.text;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.ChosenMailTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whoever wants fewer mails says so in their mail program. */
class LeaveMailsTests extends ChosenMailTest {

	private static final MailPreference EVERYTHING = new MailPreference(Choice.EVERYTHING, 9);

	@Autowired
	private LeavingLinks links;

	@Autowired
	private LeaveGovernment leave;

	@Autowired
	private WebApplicationContext desk;

	private MockMvc mvc;

	@BeforeEach
	void aDesk() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
	}

	@Test
	void only_a_mail_that_may_be_left_out_says_where_and_by_that_address_it_comes_no_more() throws Exception {
		Person member = memberWho(EVERYTHING);
		story.aPledgeUnderReviewBy(member);
		Person other = aColleagueCameAndWent(member);

		MimeMessage receipt = theMail(member, "receipt for version 1");
		MimeMessage news = theMail(member, "no longer represents");

		assertThat(receipt.getHeader("List-Unsubscribe")).isNull();
		String address = news.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
		assertThat(address).isEqualTo(links.of(member.id()).toString()).doesNotContain(member.email());
		assertThat(text(news)).doesNotContain("/emails/leave/");
		assertThat(mvc.perform(post(path(address)).param("List-Unsubscribe", "One-Click")).andReturn().getResponse())
			.satisfies(answer -> {
				assertThat(answer.getStatus()).isEqualTo(200);
				assertThat(answer.getCookies()).isEmpty();
				assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
			});
		assertThat(people.person(member.id()).mails()).isEqualTo(new MailPreference(Choice.WHAT_NEEDS_ME, 9));
		int before = mailsTo(member).size();
		aColleagueCameAndWent(people.person(member.id()));
		assertThat(mailsTo(member)).hasSize(before);
		assertThat(people.person(other.id()).mails().choice()).isEqualTo(Choice.EVERYTHING);
	}

	@Test
	void opening_the_address_does_nothing_but_say_what_it_would_do() throws Exception {
		Person member = memberWho(EVERYTHING);

		MockHttpServletResponse page = opened(links.of(member.id()).toString());

		assertThat(page.getStatus()).isEqualTo(200);
		assertThat(page.getContentAsString()).contains("Stop the other emails", "receipts", "/my/profile");
		assertThat(people.person(member.id()).mails()).isEqualTo(EVERYTHING);
	}

	@Test
	void whoever_had_one_mail_a_day_gets_at_once_what_waits_for_them() throws Exception {
		Person member = memberWho(DIGEST);
		aColleagueCameAndWent(member);
		assertThat(states(member)).contains("HELD");

		sent(links.of(member.id()).toString());

		assertThat(people.person(member.id()).mails().choice()).isEqualTo(Choice.WHAT_NEEDS_ME);
		jobs.run(member.id());
		assertThat(mailsTo(member)).extracting(mail -> subject(mail)).contains("Call to Local Action: 1 message");
	}

	@Test
	void an_old_mail_undoes_nothing_that_somebody_chose_since() throws Exception {
		Person member = memberWho(EVERYTHING);
		String old = links.of(member.id()).toString();
		sent(old);
		assertThat(sent(old).getStatus()).isEqualTo(200);

		updateProfile.receiveMails(people.person(member.id()), EVERYTHING);

		assertThat(sent(old).getStatus()).isEqualTo(404);
		assertThat(opened(old).getContentAsString()).contains("no longer works");
		assertThat(people.person(member.id()).mails()).isEqualTo(EVERYTHING);
		assertThat(links.of(member.id()).toString()).isNotEqualTo(old);
	}

	@Test
	void nobody_does_it_for_another_by_an_address_of_their_own() throws Exception {
		Person member = memberWho(EVERYTHING);
		links.of(member.id());
		String forged = LeavingToken.signed(member.id(), new byte[32]).value();

		assertThat(sent("/emails/leave/" + forged).getStatus()).isEqualTo(404);
		assertThat(sent("/emails/leave/" + LeavingToken.signed(new AccountId(UUID.randomUUID()), new byte[32]).value())
			.getStatus()).isEqualTo(404);
		assertThat(sent("/emails/leave/none").getStatus()).isEqualTo(404);
		assertThat(people.person(member.id()).mails()).isEqualTo(EVERYTHING);
	}

	private Person aColleagueCameAndWent(Person member) {
		Person colleague = story.colleagueOf(member);
		leave.leave(colleague);
		return colleague;
	}

	private MimeMessage theMail(Person person, String subject) {
		return mailsTo(person).stream().filter(mail -> subject(mail).contains(subject)).findFirst().orElseThrow();
	}

	private MockHttpServletResponse sent(String address) throws Exception {
		return mvc.perform(post(path(address)).locale(Locale.ENGLISH)).andReturn().getResponse();
	}

	private MockHttpServletResponse opened(String address) throws Exception {
		return mvc.perform(get(path(address)).locale(Locale.ENGLISH)).andReturn().getResponse();
	}

	private static String path(String address) {
		return address.substring(address.indexOf("/emails/"));
	}

}
