package org.calltolocalaction.notifications.edition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.text.SampleMails;
import org.calltolocalaction.pledges.PledgeReference;
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

	private final Editions editions;

	private final Clock clock;

	ExtensionMails(Extensions extensions, ExtensionHolders holders, ExtensionMailTexts texts, Outbox outbox,
			Editions editions, Clock clock) {
		this.editions = editions;
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

	/**
	 * That a pledge has more time, as the first reader of each language would read it.
	 * @param members each with one of their pledges
	 */
	@Transactional(readOnly = true)
	public List<SampleMail> samples(EditionYear edition, Deadline until, String reason,
			Map<Person, PledgeReference> members) {
		Deadline everybodys = editions.edition(edition).deadline();
		return SampleMails.each(List.copyOf(members.entrySet()), Map.Entry::getKey, member -> {
			Holder holder = Holder.pledge(member.getValue().value());
			Concerned concerned = holders.by(holder);
			GrantedExtension granted = new GrantedExtension(Extension.granted(edition, holder, until), reason,
					member.getKey().id(), clock.instant());
			return texts.granted(granted, concerned.government(), concerned.pledge(), everybodys, member.getKey());
		});
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
