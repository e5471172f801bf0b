package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.delivery.DeliverMail;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.notifications.review.ReviewRoundMails;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.post.content.HtmlMail;
import org.calltolocalaction.post.content.MailContent;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.ReceivedMail;
import org.calltolocalaction.testing.TestDatabase;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test of mails: written to the real database and sent to a real mail server, while the
 * test says what the process would say.
 */
@DeskTest
@Import(Given.class)
public abstract class MailTest {

	@MockitoBean
	PledgeLifecycle lifecycle;

	@MockitoBean
	EditionCycle cycle;

	@MockitoBean
	ReviewTasks reviewTasks;

	@Autowired
	public Given given;

	@Autowired
	public PledgeMails pledgeMails;

	@Autowired
	public ReviewRoundMails reviewRoundMails;

	@Autowired
	public PlacementMails placementMails;

	@Autowired
	public EditionMails editionMails;

	@Autowired
	public DeliverMail deliverMail;

	@Autowired
	public MailLog log;

	@Autowired
	DeskProperties desk;

	@Autowired
	public JdbcClient jdbc;

	@Autowired
	public MutableClock clock;

	@Autowired
	public GreenMail server;

	@Autowired
	Deliveries deliveries;

	/** Others wait for them to be read, and for nothing else. */
	private static final Set<MailKind> ASK_NOTHING = EnumSet.of(MailKind.ABSENCE_ENTERED, MailKind.ABSENCE_ENDED,
			MailKind.PARTNER_ADDED, MailKind.PARTNER_RELEASED);

	private static final Pattern DATE_OR_NONE = Pattern.compile("(\\d|er) (de )?\\p{L}+ (de )?2\\d{3}"
			+ "|There is no date by which to answer|No hay un plazo para responder|Aucune date limite n’est fixée");

	private Set<UUID> before;

	// Reminders go to everybody with open work: that must not be the people of other
	// tests.
	@DynamicPropertySource
	static void aDatabaseOfItsOwn(DynamicPropertyRegistry registry) {
		String url = TestDatabase.urlOfAnEmptyOne();
		registry.add("spring.datasource.url", () -> url);
	}

	static Stream<Locale> languages() {
		return Languages.ALL.stream();
	}

	@BeforeEach
	void noteWhatWasWritten() {
		before = Set.copyOf(jdbc.sql("select id from mail").query(UUID.class).list());
	}

	/**
	 * Whatever the test is about: each of its mails says the same in both of its parts,
	 * loads nothing, leads to the desk only, and names a date where it asks for
	 * something, or says that there is none.
	 */
	@AfterEach
	void everyMailIsAsMailsAre() {
		jdbc.sql("select id, kind, language, subject, body, content from mail where content is not null").query(row -> {
			if (before.contains(row.getObject("id", UUID.class))) {
				return;
			}
			MailContent content = MailContent.read(row.getString("content"));
			String body = row.getString("body");
			String page = HtmlMail
				.of(content, Locale.forLanguageTag(row.getString("language")), row.getString("subject"),
						desk.publicAddress().toString())
				.orElseThrow();
			assertThat(content.plain()).isEqualTo(body);
			ReceivedMail.saysTheSame(body, page);
			assertThat(page).contains("<html lang=\"" + row.getString("language") + "\"")
				.doesNotContain("src=", "url(", "<script", "@import");
			assertThat(Jsoup.parse(page).select("a"))
				.allSatisfy(way -> assertThat(way.attr("href")).startsWith(desk.publicAddress().toString()));
			MailKind kind = MailKind.valueOf(row.getString("kind"));
			if (kind.asksForAction() && !ASK_NOTHING.contains(kind)) {
				assertThat(body).as(kind.name()).containsPattern(DATE_OR_NONE);
			}
		});
	}

	/** What was written in this test, oldest first. */
	protected List<MailId> written() {
		return jdbc.sql("select id from mail order by created_at, id")
			.query(UUID.class)
			.list()
			.stream()
			.filter(id -> !before.contains(id))
			.map(MailId::new)
			.toList();
	}

	/**
	 * What the person finds in their mailbox once everything that was written to them is
	 * delivered.
	 */
	protected List<MimeMessage> mailsTo(Person person) {
		deliveries.deliverTo(person.email());
		return Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, person)).toList();
	}

	/** What was written to these people so far is delivered and read. */
	protected void haveReadTheirMails(Person... people) {
		for (Person person : people) {
			deliveries.deliverTo(person.email());
		}
		try {
			server.purgeEmailFromAllMailboxes();
		}
		catch (FolderException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** The one mail that the person has got. */
	protected MimeMessage theMailTo(Person person) {
		List<MimeMessage> mails = mailsTo(person);
		if (mails.size() != 1) {
			throw new AssertionError(person.email() + " has " + mails.size() + " mails: "
					+ mails.stream().map(MailTest::subject).toList());
		}
		return mails.get(0);
	}

	/** The address of a page, as mails name it. */
	protected String link(String path) {
		return desk.publicAddress() + path;
	}

	/** One of three texts, by the reader's language. */
	public static String in(Locale language, String english, String spanish, String french) {
		return Map.of("en", english, "es", spanish, "fr", french).get(language.getLanguage());
	}

	public static String subject(MimeMessage mail) {
		try {
			return mail.getSubject();
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	public static String text(MimeMessage mail) {
		return ReceivedMail.text(mail);
	}

	private static boolean isTo(MimeMessage mail, Person person) {
		try {
			return Arrays.stream(mail.getRecipients(RecipientType.TO))
				.anyMatch(to -> to.toString().equals(person.email()));
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

}
