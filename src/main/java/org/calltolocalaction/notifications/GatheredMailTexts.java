package org.calltolocalaction.notifications;

import java.util.Collection;
import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.HeldMails.HeldMail;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Component;

/**
 * One mail of several notices that fell due at the same time: what is asked of the
 * reader, and each pledge in a line.
 */
@Component
class GatheredMailTexts {

	/** Of each kind; the desk shows all. */
	private static final int LISTED_AT_MOST = 20;

	private final MailTexts letters;

	private final MailContexts dossiers;

	GatheredMailTexts(MailTexts letters, MailContexts dossiers) {
		this.letters = letters;
		this.dossiers = dossiers;
	}

	/**
	 * @param notices by their kinds
	 */
	MailText together(Person reader, Collection<List<HeldMail>> notices) {
		int all = notices.stream().mapToInt(List::size).sum();
		MailText letter = letters.to(reader)
			.subject("notifications.together.subject", all)
			.paragraph("notifications.together.text", all);
		notices.forEach(ofOneKind -> list(letter, ofOneKind));
		return letter.signed(letter.wording().say("notifications.why.together"));
	}

	private void list(MailText letter, List<HeldMail> notices) {
		MailKind kind = notices.get(0).kind();
		letter.paragraph("notifications.together." + kind.code(), notices.size());
		notices.stream().limit(LISTED_AT_MOST).forEach(notice -> item(letter, notice));
		if (notices.size() > LISTED_AT_MOST) {
			letter.paragraph("notifications.together.more", notices.size() - LISTED_AT_MOST,
					letter.address(pageOf(kind.addressee())));
		}
	}

	private void item(MailText letter, HeldMail notice) {
		MailContext dossier = dossiers.of(new PledgeReference(notice.about()));
		letter.item("notifications.together.item", dossier.reference(),
				OneLine.of(dossier.title(readerOf(notice.kind().addressee())), EditionMailTexts.LONGEST_TITLE),
				dossier.government().name(), letter.address(pageOf(notice.kind().addressee(), dossier)));
	}

	private static Reader readerOf(Addressee addressee) {
		return switch (addressee) {
			case MEMBERS -> Reader.GOVERNMENT;
			case COORDINATORS -> Reader.COORDINATOR;
			default -> Reader.PARTNER;
		};
	}

	private static String pageOf(Addressee addressee, MailContext dossier) {
		return switch (addressee) {
			case MEMBERS -> "/my/pledges/" + dossier.reference();
			case COORDINATORS -> DeskMailTexts.coordination(dossier);
			default -> "/reviews/" + dossier.reference();
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
