package org.calltolocalaction.notifications.review;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.reviews.TeamReview;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.AbsenceMails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails about absences into the outbox, in the transaction of what they tell
 * of.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutboxAbsenceMails implements AbsenceMails {

	private final AbsenceMailTexts texts;

	private final Outbox outbox;

	OutboxAbsenceMails(AbsenceMailTexts texts, Outbox outbox) {
		this.texts = texts;
		this.outbox = outbox;
	}

	@Override
	public void entered(Absence absence, Person absent, Person deputy, Person by) {
		write(MailKind.ABSENCE_ENTERED, absence, absent, texts.entered(absence, absent, deputy, by));
	}

	@Override
	public void ended(Absence absence, Person absent, Person by) {
		write(MailKind.ABSENCE_ENDED, absence, absent, texts.ended(absence, absent, by));
	}

	@Override
	public void standIn(Absence absence, List<TeamReview> open, Person absent, Person deputy) {
		// The absence and who stands in: told once, however often the step that tells is
		// tried.
		outbox.write(MailKey.of(MailKind.STAND_IN, absent.id(), deputy.id(), absence.id()), deputy,
				texts.standIn(absence, open, absent, deputy));
	}

	// An absence may be changed again and again: each time is a mail of its own.
	private void write(MailKind kind, Absence absence, Person absent, MailText mail) {
		outbox.write(MailKey.of(kind, absent.id(), absence.id(), UUID.randomUUID()), absent, mail);
	}

}
