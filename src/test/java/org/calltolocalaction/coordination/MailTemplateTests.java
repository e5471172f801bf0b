package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.notifications.preview.PreviewTemplate;
import org.calltolocalaction.notifications.template.ChangeTemplate;
import org.calltolocalaction.notifications.template.ChangeTemplate.Answer;
import org.calltolocalaction.notifications.template.MailTemplate;
import org.calltolocalaction.notifications.template.ReadTemplates;
import org.calltolocalaction.notifications.template.ReadTemplates.Standing;
import org.calltolocalaction.notifications.template.TemplateId;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Coordinators word mails anew, see before what they say, and put the standard text back.
 */
@WithoutProcess
class MailTemplateTests {

	private static final TemplateId RECEIPT = new TemplateId(MailTemplate.of(MailKind.RECEIPT), Languages.ENGLISH);

	private static final String PAGE = "/coordination/templates/receipt/en";

	private static final String THANKS = "Thank you for {{title}} of {{government}}, version {{number}}.";

	@Autowired
	private Scene scene;

	@Autowired
	private ChangeTemplate change;

	@Autowired
	private ReadTemplates read;

	@Autowired
	private PreviewTemplate preview;

	@Autowired
	private PledgeMails pledgeMails;

	@Autowired
	private MailContexts contexts;

	@Autowired
	private List<PledgeSamples> samples;

	@Autowired
	private GrantRole grant;

	@Autowired
	private People people;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void a_pledge_under_review() {
		scene.openCall(2034);
		coordinator = scene.coordinator();
		member = scene.member("Kampala " + UUID.randomUUID(), "UG");
		pledge = scene.underReview(member, "Schools & <b>homes</b>", Map.of());
	}

	@Test
	void a_text_that_was_saved_is_what_mails_say_from_then_on_and_those_before_stay() {
		pledgeMails.receipt(pledge);
		String before = mails().get(0);

		assertThat(word("receipt.text", THANKS, 0)).isEqualTo(Answer.DONE);
		PledgeReference next = scene.underReview(member, "Water", Map.of());
		pledgeMails.receipt(next);

		assertThat(before).contains("We have received version 1");
		assertThat(mails()).contains(before)
			.anySatisfy(mail -> assertThat(mail).contains("Thank you for Water of Kampala", ", version 1.\n")
				.doesNotContain("We have received version"));
	}

	@Test
	void an_unknown_placeholder_is_refused_beside_its_text_with_those_there_are_and_nothing_is_changed()
			throws Exception {
		sent("/edit", Map.of("texts[receipt.text]", "Thank you, {{pasword}}", "reason", "Friendlier"))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(
					"There is no placeholder {{pasword}} in this part. You can use: {{number}}, {{title}}, {{government}}."),
					containsString("Thank you, {{pasword}}"), containsString("Friendlier"))));

		assertThat(version()).isZero();
		assertThatThrownBy(() -> word("receipt.text", "Thank you, {{pasword}}", 0)).isInstanceOf(Refused.class);
		assertThat(trail.of(RECEIPT)).isEmpty();
	}

	@Test
	void the_preview_is_the_real_mail_about_a_real_pledge_and_saves_and_sends_nothing() throws Exception {
		int mails = mails().size();

		sent("/preview", Map.of("texts[receipt.text]", THANKS, "pledge", pledge.value(), "reason", ""))
			.andExpect(status().isOk())
			.andExpect(content()
				.string(allOf(containsString("Thank you for Schools &amp; &lt;b&gt;homes&lt;/b&gt; of Kampala"),
						containsString("Reference: " + pledge), not(containsString("<b>homes</b>")))));

		assertThat(version()).isZero();
		assertThat(mails()).hasSize(mails);
		mvc.perform(get(PAGE + "?pledge=" + pledge).with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("We have received version 1")));
	}

	@Test
	void a_preview_wants_a_pledge_that_was_submitted() throws Exception {
		sent("/preview", Map.of("pledge", "CLA-1999-0001", "reason", "")).andExpect(
				content().string(containsString("There is no submitted pledge with the reference CLA-1999-0001")));
	}

	@Test
	void a_version_says_who_made_it_why_and_what_it_changed_and_is_brought_back() throws Exception {
		sent("/edit", Map.of("texts[receipt.text]", THANKS, "reason", "Friendlier")).andExpect(redirectedUrl(PAGE));
		word("receipt.text", "Other words for {{title}}", 1);

		mvc.perform(get(PAGE + "/versions/1").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString(THANKS), containsString("Friendlier"),
					containsString("We have received version {{number}}"), containsString(coordinator.name()))));
		mvc.perform(post(PAGE + "/versions/1").param("version", "2")
			.param("reason", "It was better")
			.with(Scene.by(coordinator))
			.with(csrf())).andExpect(redirectedUrl(PAGE));

		assertThat(text("receipt.text")).isEqualTo(THANKS);
		assertThat(version()).isEqualTo(3);
		assertThat(trail.of(RECEIPT)).extracting(entry -> entry.kind()).containsOnly("template.changed").hasSize(3);
		assertThat(trail.of(RECEIPT)).anySatisfy(entry -> assertThat(entry.facts()).containsEntry("version", 1)
			.containsEntry("changed", List.of("receipt.text")));
	}

	@Test
	void the_standard_text_is_put_back_with_a_reason_and_the_versions_stay() throws Exception {
		String standard = text("receipt.text");
		word("receipt.text", THANKS, 0);

		mvc.perform(post(PAGE + "/standard").param("version", "1")
			.param("reason", "Too friendly")
			.with(Scene.by(coordinator))
			.with(csrf())).andExpect(redirectedUrl(PAGE));

		assertThat(text("receipt.text")).isEqualTo(standard);
		assertThat(version()).isEqualTo(2);
		assertThat(trail.of(RECEIPT)).extracting(entry -> entry.kind())
			.containsExactlyInAnyOrder("template.changed", "template.reset");
		mvc.perform(get(PAGE).with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("The standard text was put back."),
					containsString("Too friendly"), containsString("/versions/1"))));
	}

	@Test
	void a_reason_that_is_missing_is_asked_for_on_the_page_and_nothing_is_put_back() throws Exception {
		word("receipt.text", THANKS, 0);
		word("receipt.text", "Other words for {{title}}", 1);

		for (String where : List.of("/standard", "/versions/1")) {
			mvc.perform(post(PAGE + where).param("version", "2")
				.param("reason", " ")
				.with(Scene.by(coordinator))
				.with(csrf()))
				.andExpect(status().isOk())
				.andExpect(content().string(allOf(containsString("href=\"#reason\">Enter the reason for the change"),
						containsString("id=\"reason-error\""))));
		}

		assertThat(version()).isEqualTo(2);
		assertThat(text("receipt.text")).isEqualTo("Other words for {{title}}");
	}

	@Test
	void the_preview_shows_both_parts_of_the_mail_the_page_in_a_frame_that_runs_nothing() throws Exception {
		MvcResult shown = mvc.perform(get(PAGE + "?pledge=" + pledge).with(Scene.by(coordinator))).andReturn();
		String page = shown.getResponse().getContentAsString();

		assertThat(page)
			.containsPattern("<iframe class=\"desk-mail\" sandbox=\"allow-popups [^\"]*\"[^>]*srcdoc=\"&lt;!DOCTYPE")
			.contains("&lt;base target=&quot;_blank&quot;&gt;", "Schools &amp;amp; &amp;lt;b&amp;gt;homes")
			.doesNotContain("allow-scripts", "allow-same-origin");
		assertThat(shown.getResponse().getHeaders("Content-Security-Policy")).singleElement()
			.asString()
			.containsPattern("style-src-elem 'self' 'sha256-[A-Za-z0-9+/]{43}='; style-src-attr 'unsafe-inline';")
			.contains("default-src 'none'; script-src 'self'; style-src 'self';", "frame-ancestors 'none'");
		sent("/preview", Map.of("texts[receipt.text]", THANKS, "pledge", pledge.value(), "reason", ""))
			.andExpect(content().string(containsString("Thank you for Schools &amp;amp; &amp;lt;b&amp;gt;homes")));
		mvc.perform(get(PAGE + "/edit").with(Scene.by(coordinator)))
			.andExpect(header().string("Content-Security-Policy", not(containsString("unsafe-inline"))));
	}

	@Test
	void of_two_who_save_at_once_the_second_is_shown_what_the_first_wrote() throws Exception {
		word("receipt.text", "What the first wrote of {{title}}", 0);

		sent("/edit", Map.of("texts[receipt.text]", THANKS, "reason", "Friendlier")).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("What the first wrote of {{title}}"),
					containsString(THANKS), containsString("Somebody else has changed this text"),
					containsString("name=\"version\" value=\"1\""))));

		assertThat(text("receipt.text")).isEqualTo("What the first wrote of {{title}}");
	}

	@Test
	void the_standard_text_or_the_same_words_again_are_no_own_text() {
		assertThat(word("receipt.text", text("receipt.text"), 0)).isEqualTo(Answer.NOTHING_CHANGED);
		word("receipt.text", THANKS, 0);
		assertThat(word("receipt.text", THANKS, 1)).isEqualTo(Answer.NOTHING_CHANGED);
		assertThatThrownBy(() -> change.word(RECEIPT, 1, texts(), " ", coordinator)).isInstanceOf(Refused.class);
	}

	@Test
	void an_own_text_whose_placeholder_a_release_took_away_is_passed_over_and_the_page_says_so() throws Exception {
		jdbc.sql("""
				insert into mail_wording values ('receipt', 'en', 1, '{"receipt.text": "For {{mayor}}"}',
				'{"receipt.text": "Older words"}', ?, now(), 'Long ago')""").param(coordinator.id().value()).update();
		word("receipt.next", "We will write again.", 1, "receipt.text");

		pledgeMails.receipt(pledge);

		assertThat(mails()).anySatisfy(mail -> assertThat(mail).contains("We have received version 1"));
		jdbc.sql("""
				insert into mail_wording values ('receipt', 'en', 3, '{"receipt.text": "For {{mayor}}"}',
				'{"receipt.text": "Older words"}', ?, now(), 'Long ago')""").param(coordinator.id().value()).update();
		mvc.perform(get(PAGE).with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("A release has removed a placeholder"),
					containsString("For {{mayor}}"), containsString("The standard text has changed"))));
	}

	@Test
	void a_reason_that_is_too_long_is_refused_by_each_act() {
		String reason = "x".repeat(1001);

		assertThatThrownBy(() -> change.reset(RECEIPT, 0, reason, coordinator)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> change.word(RECEIPT, 0, Map.of("receipt.text", THANKS), reason, coordinator))
			.isInstanceOf(Refused.class);
	}

	@Test
	void auditors_read_every_template_and_change_none() throws Exception {
		Person auditor = auditor();
		for (String page : List.of("/coordination/templates", PAGE, "/coordination/templates/shared/fr",
				"/coordination/templates/digest/es", PAGE + "?pledge=" + pledge)) {
			mvc.perform(get(page).with(Scene.by(auditor)))
				.andExpect(status().isOk())
				.andExpect(content().string(not(containsString("/edit"))));
		}
		assertThatThrownBy(() -> change.word(RECEIPT, 0, Map.of("receipt.text", THANKS), "Why", auditor))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> change.reset(RECEIPT, 0, "Why", auditor)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> read.one(RECEIPT, member)).isInstanceOf(NotAllowed.class);
		mvc.perform(get("/coordination/templates/no-such/en").with(Scene.by(coordinator)))
			.andExpect(status().is4xxClientError());
	}

	@Test
	void what_a_mail_about_a_pledge_says_is_among_the_texts_of_its_kind_in_each_language() {
		List<String> unknown = new ArrayList<>();
		int written = 0;
		for (Locale language : Languages.ALL) {
			Person reader = new Person(coordinator.id(), coordinator.email(), coordinator.name(), language,
					coordinator.zone(), coordinator.mails(), coordinator.roles());
			for (PledgeSamples some : samples) {
				for (MailKind kind : some.kinds()) {
					Optional<MailText> mail = some.sample(kind, contexts.of(pledge), reader);
					mail.ifPresent(one -> {
						MailTemplate.of(kind).unknown(one.said()).forEach(key -> unknown.add(kind + " " + key));
						assertThat(one.language()).isEqualTo(language);
					});
					written += mail.isPresent() ? 1 : 0;
				}
			}
		}
		assertThat(written).isGreaterThan(90);
		assertThat(unknown).isEmpty();
	}

	@Test
	void every_template_is_shown_with_examples_in_each_language() {
		for (Locale language : Languages.ALL) {
			for (MailTemplate template : MailTemplate.all()) {
				TemplateId id = new TemplateId(template, language);
				var mail = preview.withExamples(id, texts(id), coordinator);
				assertThat(mail.subject() + mail.body()).as(id.toString()).doesNotContain("{{", "}}").isNotBlank();
				assertThat(preview.page(mail)).as("the page of " + id)
					.hasValueSatisfying(page -> keep(id.toString(), page));
			}
		}
	}

	@Test
	void each_kind_that_can_be_shown_of_a_pledge_is_drawn_in_each_language() {
		for (Locale language : Languages.ALL) {
			int drawn = 0;
			for (MailTemplate template : MailTemplate.all()) {
				TemplateId id = new TemplateId(template, language);
				if (preview.ofPledges(id)) {
					drawn += drawn(id) ? 1 : 0;
				}
			}
			assertThat(drawn).as("kinds that are drawn in " + language).isGreaterThan(28);
		}
	}

	/** Not of a call that is open, or of a decision that there is not. */
	private boolean drawn(TemplateId id) {
		try {
			var mail = preview.ofPledge(id, texts(id), pledge, coordinator);
			String page = preview.page(mail).orElseThrow();
			keep("pledge-" + id, page);
			assertThat(page).as(id.toString()).startsWith("<!DOCTYPE html>").contains("class=\"card");
			assertThat(mail.body()).as(id.toString()).doesNotContain("{0", "??");
			return true;
		}
		catch (Refused none) {
			assertThat(none.messageKey()).isEqualTo("templates.refused.no-such-mail");
			return false;
		}
	}

	// For who looks at all of them, see MailPictures.
	private static void keep(String name, String page) {
		String folder = System.getenv("DESK_MAIL_PAGES");
		if (folder == null) {
			return;
		}
		try {
			Files.createDirectories(Path.of(folder));
			Files.writeString(Path.of(folder, name.replaceAll("[^a-z-]+", "-") + ".html"), page);
		}
		catch (IOException full) {
			throw new UncheckedIOException(full);
		}
	}

	private Answer word(String piece, String text, int seen, String... left) {
		Map<String, String> texts = texts();
		List.of(left).forEach(texts::remove);
		texts.put(piece, text);
		return change.word(RECEIPT, seen, texts, "Friendlier", coordinator);
	}

	private Map<String, String> texts() {
		return texts(RECEIPT);
	}

	private Map<String, String> texts(TemplateId id) {
		Map<String, String> texts = new HashMap<>();
		read.one(id, coordinator).pieces().forEach(piece -> texts.put(piece.piece().name(), piece.text()));
		return texts;
	}

	private String text(String name) {
		return read.one(RECEIPT, coordinator)
			.pieces()
			.stream()
			.filter(piece -> piece.piece().name().equals(name))
			.map(Standing::text)
			.findFirst()
			.orElseThrow();
	}

	private int version() {
		return read.one(RECEIPT, coordinator).version();
	}

	private List<String> mails() {
		return jdbc.sql("select body from mail where recipient = ? and kind = 'RECEIPT' order by created_at")
			.param(member.email())
			.query(String.class)
			.list();
	}

	private Person auditor() {
		EmailAddress email = new EmailAddress("audit." + UUID.randomUUID() + "@example.org");
		grant.auditor(coordinator, email);
		return people.byEmail(email.value()).orElseThrow();
	}

	/** With every box of the page, some of them changed. */
	private ResultActions sent(String where, Map<String, String> changed) throws Exception {
		MockHttpServletRequestBuilder form = post(PAGE + where).with(Scene.by(coordinator)).with(csrf());
		Map<String, String> boxes = new HashMap<>(Map.of("version", "0", "pledge", ""));
		standards().forEach((name, text) -> boxes.put("texts[" + name + "]", text));
		boxes.putAll(changed);
		boxes.forEach(form::param);
		return mvc.perform(form);
	}

	private Map<String, String> standards() {
		Map<String, String> standards = new HashMap<>();
		read.one(RECEIPT, coordinator).pieces().forEach(piece -> standards.put(piece.piece().name(), piece.standard()));
		return standards;
	}

}
