package org.calltolocalaction.notifications.pledge;

import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.reports.StopKind;
import org.calltolocalaction.reports.publication.PledgeUnpublished;
import org.calltolocalaction.reports.publication.PublicationResumed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The mails about a pledge that is taken from the public or given back, to be looked at:
 * as if whoever looks had done it.
 */
@Component
class SamplesOfPublication implements PledgeSamples {

	private final PublicationMailTexts publication;

	private final MessageSource messages;

	SamplesOfPublication(PublicationMailTexts publication, MessageSource messages) {
		this.publication = publication;
		this.messages = messages;
	}

	@Override
	public Set<MailKind> kinds() {
		return Set.of(MailKind.UNPUBLISHED, MailKind.PUBLISHED_AGAIN, MailKind.CONSENT_CHANGED);
	}

	@Override
	public Optional<MailText> sample(MailKind kind, MailContext context, Person reader) {
		return switch (kind) {
			case UNPUBLISHED ->
				Optional.of(publication.unpublished(context, stopped(context, StopKind.ERROR, reader), reader, reader));
			case CONSENT_CHANGED -> Optional.of(publication.consentWithdrawn(context,
					stopped(context, StopKind.CONSENT_WITHDRAWN, reader), reader, reader));
			default -> context.pledge()
				.call()
				.map(call -> new PublicationResumed(context.reference(), call, context.version(), StopKind.ERROR, true,
						reader.id(), reason(reader)))
				.map(resumed -> publication.resumed(context, resumed, reader, reader));
		};
	}

	private PledgeUnpublished stopped(MailContext context, StopKind kind, Person reader) {
		return new PledgeUnpublished(context.reference(), kind, reader.id(), reason(reader));
	}

	private String reason(Person reader) {
		return messages.getMessage("templates.example.text", null, reader.language());
	}

}
