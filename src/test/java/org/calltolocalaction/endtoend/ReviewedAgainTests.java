package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.calltolocalaction.testing.AtOnce.atOnce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.calltolocalaction.pledges.progress.PledgeProgress.Visit;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reports.ReportContents;
import org.calltolocalaction.reports.ReportPortion;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A review is made again, and the government and the report see it: on the real process,
 * for all to read.
 */
class ReviewedAgainTests extends NewReviewTest {

	@Autowired
	ReviewDates dates;

	@Autowired
	OpenEdition openEdition;

	@Autowired
	SaveDraft save;

	@Autowired
	SubmitPledge submit;

	@Autowired
	Editions editions;

	@Autowired
	ReportContents reports;

	@Autowired
	Inclusions inclusions;

	@Autowired
	PublishedPledges published;

	@Autowired
	ConfirmContents confirm;

	@Autowired
	PledgeProgress progress;

	@Autowired
	AuditTrail trail;

	@Autowired
	Visitors visitors;

	@Override
	EditionYear aCall() {
		return story.anOpenEdition();
	}

	@Test
	void where_changes_were_asked_for_what_the_city_typed_since_is_kept_and_comes_back_when_they_are_again() {
		story.allJudge(reference, "REQUEST_CHANGES");
		cityTypes("A desk in every street");

		again();

		Pledge pledge = story.pledge(reference);
		assertThat(pledge.state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThat(pledge.answers().text("title")).isEqualTo("A desk in every street");
		assertThat(latest().text("title")).isEqualTo("A welcome desk in every district");
		assertThat(consistency.check().none()).isTrue();
		assertThat(visitors.page(member, "/my/pledges/" + reference)).contains("Please wait",
				"Changes not yet submitted", "A desk in every street",
				"A reviewing partner was asked for a new review");

		judgesAgain("REQUEST_CHANGES");

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.CHANGES_REQUESTED);
		assertThat(toMember(MailKind.CHANGES_REQUESTED)).hasSize(2);
		story.submit(reference, member);
		assertThat(latest().text("title")).isEqualTo("A desk in every street");
		assertThat(story.pledge(reference).latestRevision()).isEqualTo(2);
	}

	@Test
	void where_it_is_accepted_then_what_the_city_typed_is_no_part_of_it_and_stands_on_its_page() {
		story.allJudge(reference, "REQUEST_CHANGES");
		cityTypes("A desk in every street");
		allApproveAfterAll();

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		assertThat(published.find(reference).orElseThrow().title()).isEqualTo("A welcome desk in every district");
		assertThat(visitors.page(member, "/my/pledges/" + reference)).contains("Changes not yet submitted",
				"A desk in every street");
	}

	@Test
	void what_the_city_still_types_or_submits_on_an_open_page_is_kept_and_told_and_never_submitted_by_itself() {
		story.allJudge(reference, "REQUEST_CHANGES");
		again();

		cityTypes("Typed when it was too late");
		assertThatThrownBy(() -> story.submit(reference, member)).isInstanceOfSatisfying(Refused.class,
				refused -> assertThat(refused.messageKey()).isEqualTo("pledges.refused.sent-back"));

		assertThat(story.pledge(reference).answers().text("title")).isEqualTo("Typed when it was too late");
		assertThat(revisions.of(reference)).hasSize(1);
	}

	@Test
	void an_accepted_pledge_leaves_report_and_public_list_and_comes_back_by_its_first_submission() {
		Instant first = story.pledge(reference).firstSubmittedAt().orElseThrow();
		story.allJudge(reference, "APPROVE");
		assertThat(published.find(reference)).isPresent();

		again();

		assertThat(inclusions.find(reference)).isEmpty();
		assertThat(published.find(reference)).isEmpty();
		reports.each(year, ReportPortion.WHOLE,
				printed -> assertThat(printed.entry().reference()).isNotEqualTo(reference.value()));
		assertThat(confirm.forecast(year, story.coordinator()).missing()).containsExactly(reference);
		assertThat(consistency.check().none()).isTrue();

		story.callCloses(year);
		jobs.run(reference);
		judgesAgain("APPROVE");

		assertThat(story.pledge(reference).firstSubmittedAt()).contains(first);
		assertThat(inclusions.find(reference)).get()
			.extracting(Inclusion::edition, Inclusion::reason)
			.containsExactly(year, PlacementReason.IN_TIME);
		assertThat(published.find(reference)).isPresent();
		assertThat(toMember(MailKind.ACCEPTED)).hasSize(2);
	}

	@Test
	void the_reviewer_reads_the_reason_and_the_government_in_its_language_what_is_asked_of_it() {
		member = story.memberOf("Sfax", Locale.FRENCH, ZoneId.of("Africa/Tunis"));
		reference = story.aSubmittedPledgeBy(member);
		story.allJudge(reference, "APPROVE");

		again();

		assertThat(mailsOf(MailKind.NEW_REVIEW_REQUESTED)).singleElement().satisfies(mail -> {
			assertThat(mail.recipient()).isEqualTo(story.reviewer("UCLG", "Judge").email());
			assertThat(mail.body()).contains("> " + REASON, "so the new review is yours", "Review due");
		});
		assertThat(toMember(MailKind.REVIEWED_AGAIN)).singleElement()
			.satisfies(mail -> assertThat(mail.body())
				.contains("ne figure ni dans le rapport " + year + " ni dans la liste publique",
						"Aucune démarche n’est nécessaire")
				.doesNotContain(REASON));
		judgesAgain("REQUEST_CHANGES");
		again();
		assertThat(toMember(MailKind.REVIEWED_AGAIN)).last()
			.satisfies(mail -> assertThat(mail.body()).contains("Veuillez ne plus modifier votre engagement"));
	}

	@Test
	void of_a_disagreement_the_government_is_told_nothing() {
		story.allApproveBut("UCLG", "DECLINE", reference);

		again();

		assertThat(toMember(MailKind.REVIEWED_AGAIN)).isEmpty();
		assertThat(mailsOf(MailKind.NEW_REVIEW_REQUESTED)).hasSize(1);
	}

	@Test
	void after_the_cut_off_it_has_a_due_date_and_an_end_of_its_own() {
		story.allJudge(reference, "APPROVE");
		clock.set(editions.edition(year).reviewCutOff().plusSeconds(1));
		jobs.run(year, reference);

		again();
		jobs.run(reference);

		LocalDate contents = editions.edition(year).contentsPlanned();
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThat(ofUclg().dueAt()).isAfter(clock.instant())
			.isBeforeOrEqualTo(contents.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
		assertThat(dates.cutOff(reference)).isAfter(ofUclg().dueAt());
		clock.set(dates.cutOff(reference).plusSeconds(1));
		jobs.run(reference);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);
		assertThat(ofUclg().missedAt()).isPresent();
	}

	@Test
	void once_the_contents_are_confirmed_and_once_the_report_is_frozen_it_is_refused() {
		PledgeReference declined = story.aSubmittedPledgeBy(member);
		story.allJudge(declined, "DECLINE");
		story.allJudge(reference, "APPROVE");
		story.callCloses(year);

		confirm.confirm(year, "Every decision is there", confirm.forecast(year, story.coordinator()).fingerprint(),
				story.coordinator());
		assertThat(refused()).isEqualTo("reviews.refused.confirmed");
		jobs.run(year);
		assertThat(refused()).isEqualTo("reviews.refused.frozen");
		assertThat(newReviews.possible(ofUclg())).isFalse();
		assertThat(inclusions.find(reference)).isPresent();

		reference = declined;
		assertThat(refused()).isEqualTo("reviews.refused.frozen");
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void where_the_city_answers_after_the_freeze_it_can_be_looked_at_again_for_the_next_report() {
		story.allJudge(reference, "REQUEST_CHANGES");
		story.reportFreezes(year);
		openEdition.plan(year.next(), story.coordinator());

		allApproveAfterAll();

		assertThat(inclusions.find(reference).orElseThrow().edition()).isEqualTo(year.next());
	}

	@Test
	void the_coordinator_reads_what_follows_before_and_everybody_what_happened_afterwards() {
		story.allJudge(reference, "APPROVE");
		String form = "/coordination/pledges/" + reference + "/reviews/UCLG/reopen";
		assertThat(visitors.page(story.coordinator(), "/coordination/pledges/" + reference)).contains(form);
		assertThat(visitors.page(story.coordinator(), form)).contains(
				"will be removed from the " + year + " report and from the public list",
				"The review will go back to the person who completed it (Judge", "We will email the government",
				"will not include your reason");

		again();

		assertThat(trail.of(reference))
			.extracting(RecordedEntry::who, RecordedEntry::kind, RecordedEntry::facts, RecordedEntry::personal)
			.contains(
					tuple(story.coordinator().account(), "review.reopened",
							Map.of("partner", "UCLG", "recommendation", "APPROVE"), Map.of("reason", REASON)),
					tuple(story.coordinator().account(), "pledge.sent-back-to-partners",
							Map.of("placement", year.toString(), "state", "INCLUDED"), Map.of()));
		assertThat(visitors.page(story.coordinator(), "/coordination/pledges/" + reference))
			.contains("Pledge sent back to the reviewing partners", year + ", was in the report",
					"Pledge being reviewed again")
			.doesNotContain(form);
		assertThat(visitors.page(member, "/my/pledges/" + reference))
			.contains("Your pledge had been accepted, but one of the reviewing partners is now reviewing it again")
			.containsPattern("way-step way-now\" data-step=\"Task_ReviewPledge\"")
			.containsPattern("way-step way-open\" data-step=\"Task_AcceptPledge\"")
			.doesNotContain(REASON);
		assertThat(progress.visitsOf(reference)).filteredOn(Visit::again)
			.singleElement()
			.satisfies(visit -> assertThat(visit.present()).isTrue());

		judgesAgain("APPROVE");
		assertThat(visitors.page(member, "/my/pledges/" + reference))
			.contains("A reviewing partner was asked for a new review")
			.doesNotContain("one of the reviewing partners is now reviewing it again")
			.containsPattern("way-step way-done\" data-step=\"Task_AcceptPledge\"");
	}

	@Test
	void a_declined_pledge_stands_before_the_partners_on_its_page_again() {
		story.allJudge(reference, "DECLINE");

		again();

		assertThat(visitors.page(member, "/my/pledges/" + reference)).contains("The decision may change")
			.containsPattern("way-step way-open\" data-step=\"End_Declined\"")
			.containsPattern("way-step way-now\" data-step=\"Task_ReviewPledge\"");
		judgesAgain("APPROVE");
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);
	}

	@Test
	void while_the_contents_are_confirmed_it_stands_in_the_report_or_is_waited_for() throws Exception {
		story.allJudge(reference, "APPROVE");
		story.callCloses(year);

		List<String> results = atOnce(() -> tried("UCLG"), () -> {
			try {
				confirm.confirm(year, "Every decision is there",
						confirm.forecast(year, story.coordinator()).fingerprint(), story.coordinator());
				return "confirmed";
			}
			catch (Refused refused) {
				return refused.messageKey();
			}
		});

		assertThat(results).isIn(List.of("done", "coordination.refused.outcomes-missing"),
				List.of("reviews.refused.confirmed", "confirmed"));
		assertThat(inclusions.find(reference).isPresent()).isEqualTo(results.contains("confirmed"));
	}

	private void cityTypes(String title) {
		Answers typed = story.pledge(reference).answers().with("title", title);
		save.save(reference, new SaveDraft.Change(story.pledge(reference).draftVersion(), UUID.randomUUID(), typed,
				List.of("title")), member);
	}

	private Answers latest() {
		return revisions.latestOf(story.pledge(reference)).answers();
	}

}
