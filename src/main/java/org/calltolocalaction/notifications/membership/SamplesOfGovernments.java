package org.calltolocalaction.notifications.membership;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.governments.standing.StandingChanged;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.text.MailText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The mails about the government of a pledge and who acts for it, to be looked at: as if
 * whoever looks had asked to join, came or went.
 */
@Component
class SamplesOfGovernments implements PledgeSamples {

	/** The preview is of no request that there is: its link leads nowhere. */
	private static final MembershipId NO_REQUEST = new MembershipId(new UUID(0, 0));

	private static final Duration A_MONTH = Duration.ofDays(30);

	private final MembershipMailTexts membership;

	private final StandingMailTexts standing;

	private final MessageSource messages;

	private final Clock clock;

	SamplesOfGovernments(MembershipMailTexts membership, StandingMailTexts standing, MessageSource messages,
			Clock clock) {
		this.membership = membership;
		this.standing = standing;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public Set<MailKind> kinds() {
		return Set.of(MailKind.GOVERNMENT_CONFIRMED, MailKind.GOVERNMENT_ASKED, MailKind.GOVERNMENT_REFUSED,
				MailKind.INVITATION, MailKind.JOIN_REQUESTED, MailKind.JOIN_AGREED, MailKind.JOIN_REFUSED,
				MailKind.MEMBER_JOINED, MailKind.MEMBER_LEFT, MailKind.MEMBER_REMOVED);
	}

	@Override
	public Optional<MailText> sample(MailKind kind, MailContext context, Person reader) {
		Government government = context.government();
		return Optional.of(switch (kind) {
			case GOVERNMENT_CONFIRMED ->
				standing.confirmed(told(government, GovernmentStanding.CONFIRMED, reader), reader);
			case GOVERNMENT_ASKED -> standing.asked(told(government, GovernmentStanding.ASKED, reader), reader);
			case GOVERNMENT_REFUSED -> standing.refused(told(government, GovernmentStanding.REFUSED, reader), reader);
			case JOIN_REQUESTED -> membership.request(NO_REQUEST, reader, government, false, reader);
			case JOIN_AGREED -> membership.agreed(government, reader);
			case JOIN_REFUSED -> membership.refused(government, reader);
			case MEMBER_JOINED -> membership.joined(reader, government, reader);
			case MEMBER_LEFT -> membership.left(reader, government, reader);
			case MEMBER_REMOVED -> membership.removal(government, reader, reader);
			default -> membership.invitation(Optional.of(reader), new EmailAddress(reader.email()), government, reader,
					clock.instant().plus(A_MONTH));
		});
	}

	/** In the words that it was told, where it stands there. */
	private StandingChanged told(Government government, GovernmentStanding to, Person reader) {
		String words = government.standing() == to ? government.standingWords() : "";
		return new StandingChanged(government, to,
				words.isEmpty() ? messages.getMessage("templates.example.text", null, reader.language()) : words,
				clock.instant());
	}

}
