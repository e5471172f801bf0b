package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.site.AllTexts;
import org.calltolocalaction.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

class MailboxPageTests {

	/** Nothing around the page: what surrounds it is not what is tested. */
	private static final String BARE_LAYOUT = "<html th:fragment=\"page(title, content)\"><head>"
			+ "<title th:replace=\"${title}\"></title></head>"
			+ "<body><main th:replace=\"${content}\"></main></body></html>";

	private static final String ID = "20260530T081530123Z-receipt-1";

	@TempDir
	private Path folder;

	private LocalMailbox mailbox;

	private MockMvcTester page;

	@BeforeEach
	void aMailboxWithOneMail() throws Exception {
		MutableClock clock = new MutableClock();
		clock.set(Instant.parse("2026-05-30T08:15:30.123Z"));
		mailbox = new LocalMailbox(new DataFolder(folder).mailbox(), clock);
		MimeMessage message = mailbox.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
		helper.setFrom("desk@example.org", "Call to Local Action");
		helper.setTo("ana@example.org");
		helper.setSubject("Receipt <CLA-2026-0042>");
		helper.setText("Sign in: http://localhost:8080/sign-in?token=a&x=1.\n<script>alert(1)</script>",
				"<p>page</p><script>alert(1)</script>");
		message.saveChanges();
		message.setHeader("Message-ID", "<receipt-1>");
		mailbox.send(message);
		page = pageOf(new MockEnvironment(), true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "en | Demonstration mailbox | 1 email | 30 May 2026, 08:15:30 (UTC)",
					"es | Buzón de la demostración | 1 correo | 30 de mayo de 2026, 08:15:30 (UTC)",
					"fr | Boîte de réception de la démonstration | 1 courriel | 30 mai 2026 à 08:15:30 (UTC)" })
	void the_mails_are_listed_in_the_readers_language(String language, String title, String count, String moment) {
		assertThat(page.get().uri("/dev/mailbox").locale(Locale.forLanguageTag(language))).hasStatusOk()
			.bodyText()
			.contains("<h1 class=\"govuk-heading-l\">" + title, ">" + count + "<", moment, "ana@example.org",
					"Receipt &lt;CLA-2026-0042&gt;", "href=\"/dev/mailbox/" + ID + "\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en | 2 emails, newest first", "es | 2 correos, primero los más recientes",
			"fr | 2 courriels, les plus récents d’abord" })
	void several_mails_are_counted_in_the_readers_language(String language, String count) {
		SimpleMailMessage another = new SimpleMailMessage();
		another.setTo("ben@example.org");
		another.setText("text");
		mailbox.send(another);

		assertThat(page.get().uri("/dev/mailbox").locale(Locale.forLanguageTag(language))).bodyText().contains(count);
	}

	@Test
	void a_mail_is_shown_as_text_whose_links_can_be_followed() {
		assertThat(page.get().uri("/dev/mailbox/" + ID).locale(Locale.ENGLISH)).hasStatusOk()
			.bodyText()
			.contains("href=\"http://localhost:8080/sign-in?token=a&amp;x=1\"", "&lt;script&gt;alert(1)&lt;/script&gt;",
					"Call to Local Action &lt;desk@example.org&gt;", "/dev/mailbox/" + ID + "/html")
			.contains("<iframe class=\"desk-mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"",
					"Plain text of this email")
			.doesNotContain("<script");
	}

	@Test
	void the_mails_own_page_is_a_document_that_runs_nothing() {
		assertThat(page.get().uri("/dev/mailbox/" + ID + "/html")).hasStatusOk()
			.hasHeader("Content-Security-Policy",
					"sandbox allow-popups allow-popups-to-escape-sandbox; "
							+ "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
			.bodyText()
			.contains("<p>page</p>");
	}

	@ParameterizedTest
	@CsvSource({ "/dev/mailbox/20260530T081530123Z-another", "/dev/mailbox/..secret",
			"/dev/mailbox/20260530T081530123Z-another/html" })
	void a_mail_that_is_not_there_is_not_found(String address) {
		assertThat(page.get().uri(address)).hasFailed().failure().hasCauseInstanceOf(NotFound.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "To: ana@m\u00fcnchen.example\nSubject: One\n\ntext",
			"To: <<>>@@\nSubject: One\nContent-Type: text/plain; charset=no-such-charset\n\ntext",
			"Subject: One\nContent-Type: multipart/mixed\n\nno boundary", "\0\0\0" })
	void a_file_that_is_hardly_a_mail_keeps_nobody_from_the_others(String content) throws Exception {
		Path file = new DataFolder(folder).mailbox().resolve("20260530T081531123Z-odd.eml");
		Files.writeString(file, content, StandardCharsets.ISO_8859_1);

		assertThat(page.get().uri("/dev/mailbox").locale(Locale.ENGLISH)).hasStatusOk()
			.bodyText()
			.contains("Receipt &lt;CLA-2026-0042&gt;", "20260530T081531123Z-odd");
	}

	@Test
	void a_file_that_cannot_be_read_at_all_is_named() throws Exception {
		Path file = new DataFolder(folder).mailbox().resolve("20261399T081531123Z-no-such-day.eml");
		Files.writeString(file, "Subject: One\n\ntext");

		assertThat(page.get().uri("/dev/mailbox").locale(Locale.ENGLISH)).hasStatusOk()
			.bodyText()
			.contains("These files in the folder could not be read as emails:", "20261399T081531123Z-no-such-day.eml",
					"Receipt &lt;CLA-2026-0042&gt;");
		assertThat(page.get().uri("/dev/mailbox/20261399T081531123Z-no-such-day")).hasFailed()
			.failure()
			.hasCauseInstanceOf(NotFound.class);
	}

	@Test
	void where_mails_are_sent_for_real_the_page_says_so() {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.mail.host", "mail.example.org");

		assertThat(pageOf(environment, false).get().uri("/dev/mailbox").locale(Locale.ENGLISH)).hasStatusOk()
			.bodyText()
			.contains("mail.example.org")
			.doesNotContain("Receipt");
	}

	private MockMvcTester pageOf(MockEnvironment environment, boolean local) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		if (local) {
			beans.addBean("localMailbox", mailbox);
		}
		MailboxPage controller = new MailboxPage(beans.getBeanProvider(LocalMailbox.class), new DataFolder(folder),
				environment);
		ThymeleafViewResolver views = new ThymeleafViewResolver();
		views.setTemplateEngine(templates());
		views.setCharacterEncoding(StandardCharsets.UTF_8.name());
		return MockMvcTester.create(MockMvcBuilders.standaloneSetup(controller).setViewResolvers(views).build());
	}

	private static SpringTemplateEngine templates() {
		ClassLoaderTemplateResolver pages = new ClassLoaderTemplateResolver();
		pages.setPrefix("templates/");
		pages.setSuffix(".html");
		pages.setCharacterEncoding(StandardCharsets.UTF_8.name());
		pages.getResolvablePatternSpec().addPattern("tryout/*");
		BareLayout layout = new BareLayout();
		layout.getResolvablePatternSpec().addPattern("layout/page");
		SpringTemplateEngine templates = new SpringTemplateEngine();
		templates.addTemplateResolver(pages);
		templates.addTemplateResolver(layout);
		templates.setTemplateEngineMessageSource(AllTexts.asSaid());
		return templates;
	}

	private static final class BareLayout extends StringTemplateResolver {

		@Override
		protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String ownerTemplate,
				String template, Map<String, Object> attributes) {
			return super.computeTemplateResource(configuration, ownerTemplate, BARE_LAYOUT, attributes);
		}

	}

}
