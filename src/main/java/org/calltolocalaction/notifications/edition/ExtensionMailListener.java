package org.calltolocalaction.notifications.edition;

import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.ExtensionEnded;
import org.calltolocalaction.editions.extension.ExtensionGranted;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.edition.ExtensionHolders.Concerned;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to members that they have more time, or have it no longer. */
@Component
class ExtensionMailListener {

	private final ExtensionHolders holders;

	private final ExtensionMailTexts texts;

	private final Editions editions;

	private final Outbox outbox;

	ExtensionMailListener(ExtensionHolders holders, ExtensionMailTexts texts, Editions editions, Outbox outbox) {
		this.holders = holders;
		this.texts = texts;
		this.editions = editions;
		this.outbox = outbox;
	}

	@EventListener
	@Transactional
	void on(ExtensionGranted event) {
		Extension extension = event.granted().extension();
		Concerned concerned = holders.by(extension.holder());
		outbox.writeToEach(concerned.members(), MailKind.EXTENDED, concerned.about(extension.edition()),
				member -> texts.granted(event.granted(), concerned.government(), concerned.pledge(),
						editions.edition(extension.edition()).deadline(), member),
				extension.id());
	}

	@EventListener
	@Transactional
	void on(ExtensionEnded event) {
		Extension extension = event.extension();
		Concerned concerned = holders.by(extension.holder());
		outbox.writeToEach(concerned.members(), MailKind.EXTENSION_ENDED, concerned.about(extension.edition()),
				member -> texts.ended(event, concerned.government(), concerned.pledge(), member), extension.id());
	}

}
