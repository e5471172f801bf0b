package org.calltolocalaction.notifications.digest;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.Addressee;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.outbox.HeldMails.HeldMail;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.progress.ExpectedDays;
import org.springframework.stereotype.Component;

/**
 * One mail of several notices that fell due at the same time: what is asked of the
 * reader, and each pledge in a line.
 */
@Component
class GatheredMailTexts {

	private final MailTexts texts;

	private final MailContexts contexts;

	private final ExpectedDays days;

	GatheredMailTexts(MailTexts texts, MailContexts contexts, ExpectedDays days) {
		this.texts = texts;
		this.contexts = contexts;
		this.days = days;
	}

	/**
	 * @param notices by their kinds
	 */
	MailText together(Person reader, Collection<List<HeldMail>> notices) {
		int all = notices.stream().mapToInt(List::size).sum();
		MailText mail = texts.to(reader)
			.subject("notifications.together.subject", all)
			.paragraph("notifications.together.text", all);
		notices.forEach(ofOneKind -> list(mail, ofOneKind));
		return mail.signed(mail.say("notifications.why.together"));
	}

	private void list(MailText mail, List<HeldMail> notices) {
		MailKind kind = notices.get(0).kind();
		mail.paragraph("notifications.together." + kind.code(), notices.size())
			.list(notices, notice -> item(mail, notice), more -> mail.paragraph("notifications.together.more", more,
					mail.address(pageOf(kind.addressee()))));
	}

	private void item(MailText mail, HeldMail notice) {
		MailContext context = contexts.of(new PledgeReference(notice.about()));
		String title = OneLine.title(context.title(readerOf(notice.kind().addressee())));
		URI address = mail.address(pageOf(notice.kind().addressee(), context.reference()));
		days.of(context.pledge())
			.ifPresentOrElse(
					due -> mail.item("notifications.together.item.due", context.reference(), title,
							context.government().name(), mail.times().day(due.day()), address),
					() -> mail.item("notifications.together.item", context.reference(), title,
							context.government().name(), address));
	}

	private static Reader readerOf(Addressee addressee) {
		return switch (addressee) {
			case MEMBERS -> Reader.GOVERNMENT;
			case COORDINATORS -> Reader.COORDINATOR;
			default -> Reader.PARTNER;
		};
	}

	private static String pageOf(Addressee addressee, PledgeReference reference) {
		return switch (addressee) {
			case MEMBERS -> PledgeLinks.ofMembers(reference);
			case COORDINATORS -> PledgeLinks.ofCoordinators(reference);
			default -> PledgeLinks.ofReviewers(reference);
		};
	}

	private static String pageOf(Addressee addressee) {
		return switch (addressee) {
			case MEMBERS -> "/my";
			case COORDINATORS -> "/coordination";
			default -> "/reviews";
		};
	}

}
