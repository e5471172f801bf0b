package org.calltolocalaction.notifications.coordinators;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.context.AnswerDates.OfPledges;
import org.calltolocalaction.notifications.context.AnswerDates;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.context.OpenReviews;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.outbox.Outbox.Letter;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.SampleMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what coordinators have many people told, in the transaction of their act; and
 * shows it before, as the first reader of each language would get it.
 */
@Service
public class CoordinatorsMails {

	private final CoordinatorsMailTexts texts;

	private final OpenReviews openReviews;

	private final AnswerDates dates;

	private final Outbox outbox;

	CoordinatorsMails(CoordinatorsMailTexts texts, OpenReviews openReviews, AnswerDates dates, Outbox outbox) {
		this.dates = dates;
		this.texts = texts;
		this.openReviews = openReviews;
		this.outbox = outbox;
	}

	/** Of each language the reminder of the first who reads it. */
	@Transactional(readOnly = true)
	public List<SampleMail> remindersToMembers(List<MemberToTell> members) {
		OfPledges known = datesOf(members);
		return SampleMails.each(members, MemberToTell::person, member -> texts.reminder(member, known));
	}

	/** Of each language the reminder of the first who reads it. */
	@Transactional(readOnly = true)
	public List<SampleMail> remindersToReviewers(List<ReviewerToTell> reviewers, Person by) {
		return SampleMails.each(reviewers, ReviewerToTell::person, reviewer -> {
			PartnerCode partner = reviewer.person().requirePartner();
			return texts.reminder(reviewer.person(), openReviews.of(partner, reviewer.pledges()), by);
		});
	}

	/** Of each language the message as the first who reads it gets it. */
	@Transactional(readOnly = true)
	public List<SampleMail> messages(List<MemberToTell> members, Message message) {
		return SampleMails.each(members, MemberToTell::person, member -> texts.message(member, message));
	}

	/**
	 * @param occasion what tells this time from others
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void remindMembers(List<MemberToTell> members, Object occasion) {
		OfPledges known = datesOf(members);
		members.forEach(member -> outbox.write(
				MailKey.of(MailKind.PLEDGES_REMINDER, member.about(), member.person().id(), occasion), member.person(),
				texts.reminder(member, known)));
	}

	/**
	 * @param occasion what tells this time from others
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void remindReviewers(List<ReviewerToTell> reviewers, Object occasion, Person by) {
		reviewers.stream()
			.collect(Collectors.groupingBy(reviewer -> reviewer.person().requirePartner()))
			.forEach((partner, team) -> remindTeam(partner, team, occasion, by));
	}

	private OfPledges datesOf(List<MemberToTell> members) {
		return dates.of(members.stream().flatMap(member -> member.references().stream()).toList());
	}

	private void remindTeam(PartnerCode partner, List<ReviewerToTell> team, Object occasion, Person by) {
		Set<PledgeReference> all = team.stream()
			.map(ReviewerToTell::pledges)
			.flatMap(Collection::stream)
			.collect(Collectors.toSet());
		List<OpenReview> open = openReviews.of(partner, all);
		for (ReviewerToTell reviewer : team) {
			Set<PledgeReference> theirs = Set.copyOf(reviewer.pledges());
			outbox.write(MailKey.of(MailKind.WORK_REMINDER, reviewer.about(), reviewer.person().id(), occasion),
					reviewer.person(), texts.reminder(reviewer.person(),
							open.stream().filter(review -> theirs.contains(review.reference())).toList(), by));
		}
	}

	/** The message as this member gets it. */
	@Transactional(readOnly = true)
	public SampleMail message(MemberToTell member, Message message) {
		MailText mail = texts.message(member, message);
		return new SampleMail(mail.language(), mail.subject(), mail.content());
	}

	/**
	 * @param occasion what tells this time from others
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void write(List<MemberToTell> members, Message message, Object occasion) {
		outbox.writeAll(members.stream()
			.map(member -> new Letter(Messages.key(occasion, member), member.person(), texts.message(member, message)))
			.toList());
	}

}
