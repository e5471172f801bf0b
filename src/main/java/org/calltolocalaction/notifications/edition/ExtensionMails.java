package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.edition.ExtensionHolders.Concerned;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails of an extension's process: its end is near. Keyed: writing the same
 * mail twice leaves one. Called by the process.
 */
@Service
@Transactional
public class ExtensionMails {

	private final Extensions extensions;

	private final ExtensionHolders holders;

	private final ExtensionMailTexts texts;

	private final Outbox outbox;

	private final Clock clock;

	ExtensionMails(Extensions extensions, ExtensionHolders holders, ExtensionMailTexts texts, Outbox outbox,
			Clock clock) {
		this.extensions = extensions;
		this.holders = holders;
		this.texts = texts;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * To members of who has it, while something waits to be submitted by it; none once it
	 * has ended.
	 */
	public void reminder(ExtensionId id) {
		extensions.find(id)
			.map(GrantedExtension::extension)
			.filter(extension -> extension.runs(clock.instant()))
			.ifPresent(this::remind);
	}

	private void remind(Extension extension) {
		Concerned concerned = holders.by(extension.holder());
		if (!concerned.drafts().isEmpty()) {
			outbox.writeToEach(concerned.members(), MailKind.EXTENSION_REMINDER, concerned.about(extension.edition()),
					member -> texts.reminder(extension, concerned.government(), concerned.pledge(), concerned.drafts(),
							member),
					extension.id());
		}
	}

}
