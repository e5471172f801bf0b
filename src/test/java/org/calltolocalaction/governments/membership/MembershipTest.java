package org.calltolocalaction.governments.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.testing.AtOnce.atOnce;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.invitation.AcceptInvitation;
import org.calltolocalaction.governments.invitation.DeclineInvitation;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.invitation.OpenInvitations;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.ReceivedMail;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test of who acts for a government: ana does for one that no other test has, and eva
 * is to be invited.
 */
@DeskTest
public abstract class MembershipTest {

	static final Instant NOON = Instant.parse("2026-10-03T12:00:00Z");

	@Autowired
	protected InviteColleague inviteColleague;

	@Autowired
	protected DeclineInvitation declineInvitation;

	@Autowired
	protected RegisterGovernment registerGovernment;

	@Autowired
	protected AcceptInvitation acceptInvitation;

	@Autowired
	protected OpenInvitations openInvitations;

	@Autowired
	protected LeaveGovernment leaveGovernment;

	@Autowired
	protected Governments governments;

	@Autowired
	protected OpenAccount openAccount;

	@Autowired
	protected Story story;

	@Autowired
	Deliveries deliveries;

	@Autowired
	protected AuditTrail trail;

	@Autowired
	GreenMail mails;

	@Autowired
	protected MutableClock clock;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected Visitors visitors;

	/** A member of a government that no other test has. */
	protected Person ana;

	protected GovernmentId city;

	protected final EmailAddress eva = EmailAddress.parse("eva." + UUID.randomUUID() + "@example.org").orElseThrow();

	@BeforeEach
	void anaActsForACity() {
		clock.set(NOON);
		ana = story.memberOf("Maputo");
		city = governmentOf(ana);
	}

	/** Somebody else who acts for ana's city and was not here yet. */
	protected Person colleague() {
		Person ben = person();
		inviteColleague.invite(ana, address(ben));
		acceptInvitation.accept(ben, openInvitations.to(ben).get(0).id());
		return ben;
	}

	/** Signs in, sees the invitation before anything else, and agrees. */
	protected Page accepts(EmailAddress email) {
		Visitor visitor = visitors.anybody();
		Page seen = visitor.signsIn(email.value());
		assertThat(seen.text()).contains("Invitations to represent a government");
		return visitor.sends("/my/government/invitations/accept", Map.of("invitation", invitationIn(seen)));
	}

	protected static String invitationIn(Page page) {
		return page.text().replaceFirst("(?s).*name=\"invitation\" value=\"([^\"]+)\".*", "$1");
	}

	protected Person person() {
		return openAccount.of(EmailAddress.parse("ben." + UUID.randomUUID() + "@example.org").orElseThrow(),
				Locale.ENGLISH);
	}

	protected GovernmentId governmentOf(Person person) {
		return governments.actedForBy(person.id()).orElseThrow().id();
	}

	static EmailAddress address(Person person) {
		return EmailAddress.parse(person.email()).orElseThrow();
	}

	protected void deliverMailsTo(EmailAddress email) {
		deliveries.deliverTo(email.value());
	}

	/** Mails to that address without those that hold a sign-in link. */
	protected int received(EmailAddress email) {
		return (int) Arrays.stream(mails.getReceivedMessages()).filter(mail -> {
			try {
				return mail.getAllRecipients()[0].toString().equals(email.value())
						&& !ReceivedMail.text(mail).contains("/sign-in/link");
			}
			catch (Exception unreadable) {
				throw new IllegalStateException(unreadable);
			}
		}).count();
	}

	/** What each came to; a refusal or a conflict where it came to none. */
	protected static List<Object> outcomesAtOnce(Callable<?> one, Callable<?> other) throws Exception {
		return atOnce(() -> outcome(one), () -> outcome(other));
	}

	private static Object outcome(Callable<?> act) throws Exception {
		try {
			return act.call();
		}
		catch (NotFound | Refused refused) {
			return refused;
		}
	}

}
