package org.calltolocalaction.notifications.coordinators;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.AnswerDates.OfPledges;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.coordinators.MemberToTell.ToldPledge;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * What people read of whom coordinators remind, or to whom they write.
 */
@Component
class CoordinatorsMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	private final Vocabulary vocabulary;

	CoordinatorsMailTexts(MailTexts texts, MailParts parts, Vocabulary vocabulary) {
		this.texts = texts;
		this.parts = parts;
		this.vocabulary = vocabulary;
	}

	/**
	 * @param dates by when what they are asked for is to be done
	 */
	MailText reminder(MemberToTell member, OfPledges dates) {
		int number = member.pledges().size();
		MailText mail = texts.to(member.person())
			.subject("notifications.pledgesReminder.subject", number)
			.paragraph("notifications.pledgesReminder.text", number, member.governmentName());
		pledges(mail, member);
		dates.say(mail, member.references());
		return ending(mail.paragraph("notifications.pledgesReminder.next"), member);
	}

	/**
	 * @param open the reviews that are open now
	 */
	MailText reminder(Person reviewer, List<OpenReview> open, Person by) {
		MailText mail = texts.to(reviewer);
		String partner = parts.shortName(reviewer.requirePartner(), mail);
		mail.subject("notifications.workReminder.subject", open.size(), partner)
			.paragraph("notifications.workReminder.text", by.name(), open.size());
		MailParts.openReviews(mail, open);
		return mail.paragraph("notifications.workReminder.next")
			.link("notifications.link.reviews", "/reviews")
			.signed(parts.whyReviewer(mail, reviewer.requirePartner()));
	}

	MailText message(MemberToTell member, Message message) {
		MailText mail = texts.to(member.person());
		mail.subject("notifications.coordinatorsMessage.subject", OneLine.of(message.subject()))
			.paragraph("notifications.coordinatorsMessage.text", member.governmentName())
			.quoteIn(message.language(),
					mail.say("notifications.coordinatorsMessage.language",
							vocabulary.label(Vocabulary.LANGUAGES, message.language().getLanguage(), mail.language())),
					message.text())
			.paragraph("notifications.coordinatorsMessage.pledges", member.pledges().size());
		pledges(mail, member);
		return ending(mail.paragraph("notifications.coordinatorsMessage.noDate"), member);
	}

	private static void pledges(MailText mail, MemberToTell member) {
		mail.list(member.pledges(), pledge -> pledge(mail, pledge),
				more -> mail.paragraph("notifications.pledgesReminder.more", more));
	}

	private static void pledge(MailText mail, ToldPledge pledge) {
		if (pledge.draft()) {
			mail.item("notifications.pledgesReminder.draft", pledge.reference(),
					mail.address(PledgeLinks.ofMembers(pledge.reference())));
		}
		else {
			mail.item("notifications.deadlineReminder.item", pledge.reference(), OneLine.title(pledge.title()),
					mail.address(PledgeLinks.ofMembers(pledge.reference())));
		}
	}

	private static MailText ending(MailText mail, MemberToTell member) {
		return mail.link("notifications.link.pledges", "/my")
			.signed(MailParts.whyMember(mail, member.governmentName()));
	}

}
