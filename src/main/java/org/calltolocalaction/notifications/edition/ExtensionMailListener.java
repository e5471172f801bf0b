package org.calltolocalaction.notifications.edition;

import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.ExtensionEnded;
import org.calltolocalaction.editions.extension.ExtensionsGranted;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.edition.ExtensionHolders.Concerned;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.outbox.Outbox.Letter;
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
	void on(ExtensionsGranted event) {
		Deadline everybodys = editions.edition(event.edition()).deadline();
		Map<Holder, Concerned> whom = holders
			.by(event.granted().stream().map(granted -> granted.extension().holder()).toList());
		outbox.writeAll(event.granted().stream().flatMap(granted -> {
			Extension extension = granted.extension();
			Concerned concerned = Objects.requireNonNull(whom.get(extension.holder()), "Each holder concerns somebody");
			return concerned.members()
				.stream()
				.map(member -> Letter.to(member, MailKind.EXTENDED, concerned.about(extension.edition()),
						texts.granted(granted, concerned.government(), concerned.pledge(), everybodys, member),
						extension.id()));
		}).toList());
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
