package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.Given.IOM;
import static org.calltolocalaction.notifications.Given.MMC;
import static org.calltolocalaction.notifications.Given.UCLG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.OtherAudience;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reports.ReportPortion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailPrivacyTests extends MailTest {

	private static final Set<MailKind> TO_MEMBERS = Set.of(MailKind.RECEIPT, MailKind.CHANGES_REQUESTED,
			MailKind.CHANGES_REMINDER, MailKind.ACCEPTED, MailKind.CARRIED_OVER, MailKind.INCLUDED, MailKind.DECLINED);

	@Autowired
	private DecidePledge decide;

	@Autowired
	private ResolveDisagreement resolve;

	@Autowired
	private IncludePledge include;

	@Autowired
	private FormDefinitions forms;

	@Test
	void a_title_that_is_for_the_government_alone_is_quoted_to_its_members_and_the_coordinators_only() {
		try (OtherAudience titleForTheGovernment = OtherAudience.in(forms, "pledge", Map.of("title", "government"))) {
			EditionYear year = given.anOpenCall();
			Person member = given.aMember(Languages.ENGLISH);
			Person mmc = given.aReviewer(MMC, Languages.ENGLISH);
			Person iom = given.aLead(IOM, Languages.ENGLISH);
			PledgeReference reference = given.aSubmittedPledge(member, "Zeppelins");
			pledgeMails.receipt(reference);
			given.underReviewBy(reference, MMC, IOM);
			reviewRoundMails.reviewWaiting(reference);
			given.closed(year);
			editionMails.outstandingReviews(year);
			clock.advance(Duration.ofDays(40));
			reviewRoundMails.remindReviewers(reference);
			reviewRoundMails.tellLeads(reference);
			reviewRoundMails.tellCoordinators(reference);
			decide.referToCoordinators(reference, DisagreementReason.CONFLICTING);
			pledgeMails.decisionWaiting(reference);

			List<LoggedMail> all = everyMail();
			assertThat(all).filteredOn(mail -> List.of(mmc.email(), iom.email()).contains(mail.recipient()))
				.extracting(LoggedMail::kind)
				.contains(MailKind.REVIEW_WAITING, MailKind.REVIEW_OVERDUE, MailKind.REVIEW_STILL_OVERDUE,
						MailKind.OUTSTANDING_REVIEWS);
			assertThat(all).filteredOn(mail -> List.of(mmc.email(), iom.email()).contains(mail.recipient()))
				.allSatisfy(mail -> assertThat(mail.subject() + mail.body()).contains(reference.value())
					.doesNotContain("Zeppelins"));
			assertThat(log.of(reference))
				.filteredOn(mail -> mail.kind() == MailKind.RECEIPT || mail.kind() == MailKind.DECISION_WAITING
						|| mail.kind() == MailKind.REVIEW_ESCALATED)
				.hasSizeGreaterThanOrEqualTo(3)
				.allSatisfy(mail -> assertThat(mail.body()).contains("Zeppelins"));
		}
	}

	@Test
	void a_mail_quotes_of_a_review_what_its_form_has_for_the_government() {
		given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		Person mmc = given.aReviewer(MMC, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, "Parks");
		given.underReviewBy(reference, MMC);
		given.reviewed(reference, mmc, "REQUEST_CHANGES", "More detail, please.");
		decide.requestChanges(reference);

		try (OtherAudience commentForPartners = OtherAudience.in(forms, "partner-review",
				Map.of("commentToCity", "partners"))) {
			pledgeMails.changesRequested(reference);
		}
		clock.advance(Duration.ofDays(20));
		pledgeMails.changesReminder(reference);

		assertThat(log.of(reference)).filteredOn(mail -> mail.kind() == MailKind.CHANGES_REQUESTED)
			.isNotEmpty()
			.allSatisfy(mail -> assertThat(mail.body()).doesNotContain("More detail, please."));
		assertThat(log.of(reference)).filteredOn(mail -> mail.kind() == MailKind.CHANGES_REMINDER)
			.isNotEmpty()
			.allSatisfy(mail -> assertThat(mail.body()).contains("More detail, please."));
	}

	@Test
	void no_mail_of_a_whole_lifecycle_tells_anyone_what_is_not_for_them() {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		Person mmc = given.aReviewer(MMC, Languages.ENGLISH);
		Person uclg = given.aReviewer(UCLG, Languages.ENGLISH);
		given.aLead(IOM, Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, "Parks");

		pledgeMails.receipt(reference);
		given.underReviewBy(reference, MMC, UCLG, IOM);
		reviewRoundMails.reviewWaiting(reference);
		given.reviewed(reference, mmc, "REQUEST_CHANGES", "More detail, please.");
		given.reviewed(reference, uclg, "DECLINE", "Not about migration.");
		clock.advance(Duration.ofDays(40));
		reviewRoundMails.remindReviewers(reference);
		reviewRoundMails.tellLeads(reference);
		reviewRoundMails.tellCoordinators(reference);
		decide.referToCoordinators(reference, DisagreementReason.CONFLICTING);
		pledgeMails.decisionWaiting(reference);
		resolve.decide(reference, Outcome.CHANGES_REQUESTED, "Please be concrete.", given.firstCoordinator());
		decide.requestChanges(reference);
		pledgeMails.changesRequested(reference);
		pledgeMails.changesReminder(reference);
		given.resubmitted(reference, member);
		decide.accept(reference);
		pledgeMails.accepted(reference);
		include.inThisEdition(reference, PlacementReason.IN_TIME);
		given.published(year);
		placementMails.included(year, ReportPortion.WHOLE);

		List<LoggedMail> mails = log.of(reference);
		assertThat(mails).extracting(LoggedMail::kind)
			.contains(MailKind.RECEIPT, MailKind.REVIEW_WAITING, MailKind.REVIEW_OVERDUE, MailKind.REVIEW_STILL_OVERDUE,
					MailKind.REVIEW_ESCALATED, MailKind.DECISION_WAITING, MailKind.CHANGES_REQUESTED,
					MailKind.CHANGES_REMINDER, MailKind.ACCEPTED, MailKind.INCLUDED);
		assertThat(mails).allSatisfy(mail -> {
			assertThat(mail.body()).doesNotContain(Given.CONTACT, "Contact Person", Given.INTERNAL_NOTE, mmc.email());
			assertThat(TO_MEMBERS.contains(mail.kind())).isEqualTo(mail.recipient().equals(member.email()));
		});
		assertThat(mails).filteredOn(mail -> TO_MEMBERS.contains(mail.kind()))
			.allSatisfy(mail -> assertThat(mail.body()).doesNotContain("Robin Vidal"));
		assertThat(mails).filteredOn(mail -> mail.recipient().equals(mmc.email()))
			.allSatisfy(mail -> assertThat(mail.body()).doesNotContain("Not about migration."));
	}

	private List<LoggedMail> everyMail() {
		List<LoggedMail> all = new ArrayList<>();
		MailLog.Page page = log.recent(1);
		all.addAll(page.mails());
		while (page.hasNext()) {
			page = log.recent(page.number() + 1);
			all.addAll(page.mails());
		}
		return all;
	}

}
