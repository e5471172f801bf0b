package org.calltolocalaction.notifications;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.ReceivedMail;
import org.calltolocalaction.testing.TestDatabase;
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
