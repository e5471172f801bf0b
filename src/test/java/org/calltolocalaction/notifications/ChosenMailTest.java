package org.calltolocalaction.notifications;

import static org.calltolocalaction.notifications.MailTest.text;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test of the mail that people chose to get: members in Kampala, with a call open, and
 * what lies in their mailboxes.
 */
@DeskTest
public abstract class ChosenMailTest {

	static final ZoneId KAMPALA = ZoneId.of("Africa/Kampala");

	public static final MailPreference DIGEST = new MailPreference(Choice.DIGEST, 7);

	@Autowired
	public Story story;

	@Autowired
	public EngineJobs jobs;

	@Autowired
	Deliveries deliveries;

	@Autowired
	public MutableClock clock;

	@Autowired
	GreenMail server;

	@Autowired
	public JdbcClient jdbc;

	@Autowired
	public UpdateProfile updateProfile;

	@Autowired
	public People people;

	/** Noon of the first day, and seven o'clock of the second, where the members live. */
	Instant noon;

	public Instant seven;

	@BeforeEach
	void aCallIsOpen() {
		int year = story.aSharedCall().value();
		noon = Instant.parse(year + "-05-01T09:00:00Z");
		seven = Instant.parse(year + "-05-02T04:00:00Z");
		clock.set(noon);
	}

	protected Person memberWho(MailPreference preference) {
		return memberWho(preference, Locale.ENGLISH);
	}

	protected Person memberWho(MailPreference preference, Locale language) {
		Person member = story.memberOf("Maputo", language, KAMPALA);
		updateProfile.receiveMails(member, preference);
		return people.person(member.id());
	}

	/** Its receipt is delivered. */
	protected PledgeReference submitted(Person member) {
		PledgeReference reference = submittedUndelivered(member);
		mailsTo(member);
		return reference;
	}

	protected PledgeReference submittedUndelivered(Person member) {
		return story.aPledgeUnderReviewBy(member);
	}

	/**
	 * What the person finds in their mailbox once everything that is on its way is
	 * delivered.
	 */
	protected List<MimeMessage> mailsTo(Person person) {
		deliveries.deliverTo(person.email());
		return Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, person)).toList();
	}

	protected List<MimeMessage> digestsTo(Person person) {
		return mailsTo(person).stream().filter(mail -> text(mail).contains("since your last daily email")).toList();
	}

	/**
	 * What became of each mail to the person, in the order in which they were written.
	 */
	protected List<String> states(Person person) {
		return jdbc.sql("select state from mail where recipient = ? order by created_at, state desc")
			.param(person.email())
			.query(String.class)
			.list();
	}

	static boolean isTo(MimeMessage mail, Person person) {
		try {
			return mail.getAllRecipients()[0].toString().equals(person.email());
		}
		catch (MessagingException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

}
