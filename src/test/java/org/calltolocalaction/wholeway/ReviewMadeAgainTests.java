package org.calltolocalaction.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.PledgeLine;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.PledgeWay;
import org.calltolocalaction.pledges.PledgeWay.Passage;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.SaveDraft;
import org.calltolocalaction.pledges.SubmitPledge;
import org.calltolocalaction.pledges.WithdrawPledge;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.Reminder;
import org.calltolocalaction.reviews.ReminderStep;
import org.calltolocalaction.reviews.Reminders;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.ReviewDates;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.judging.HaveReviewMadeAgain;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.calltolocalaction.reviews.judging.ReviewDrafts;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator has a review made again after the reviews came to something: on the real process, for all to see. */
@DeskTest
class ReviewMadeAgainTests {

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	private static final String REASON = "The budget has come";

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	HaveReviewMadeAgain madeAgain;

	@Autowired
	ReopenReview reopen;

	@Autowired
	ReviewDrafts drafts;

	@Autowired
	Reviews reviews;

	@Autowired
	ReviewDates dates;

	@Autowired
	Reminders reminders;

	@Autowired
	ReviewConsistency consistency;

	@Autowired
	DeclareInterest interest;

	@Autowired
	GrantRole roles;

	@Autowired
	SaveDraft save;

	@Autowired
	SubmitPledge submit;

	@Autowired
	Revisions revisions;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	ResolveDisagreement resolve;

	@Autowired
	Editions editions;

	@Autowired
	EditionReports reports;

	@Autowired
	Inclusions inclusions;

	@Autowired
	PublishedPledges published;

	@Autowired
	ConfirmContents confirm;

	@Autowired
	PledgeWay way;

	@Autowired
	AuditTrail trail;

	@Autowired
	MailLog mails;

	@Autowired
	DeskProperties desk;

	@Autowired
	GreenMail postboxes;

	@Autowired
	JdbcClient jdbc;

	private EditionYear year;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_is_submitted() {
		year = story.anOpenEdition();
		member = story.memberOf("Sfax");
		reference = story.aSubmittedPledgeBy(member);
		jobs.run(reference);
		clock.advance(Duration.ofDays(2));
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
		assertThat(page(member, "/my/pledges/" + reference)).contains("please wait before you go on",
				"What you had changed and not yet submitted", "A desk in every street", "A partner was asked to look at it once more");

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
		allApproveAfterAll("UCLG", "MMC", "IOM");

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		assertThat(published.find(reference).orElseThrow().title()).isEqualTo("A welcome desk in every district");
		assertThat(page(member, "/my/pledges/" + reference)).contains("What you had changed and not yet submitted",
				"A desk in every street");
	}

	@Test
	void what_the_city_still_types_or_submits_on_an_open_page_is_kept_and_told_and_never_submitted_by_itself() {
		story.allJudge(reference, "REQUEST_CHANGES");
		again();

		cityTypes("Typed when it was too late");
		assertThatThrownBy(() -> story.submit(reference, member)).isInstanceOfSatisfying(Refused.class,
				refused -> assertThat(refused.messageKey()).isEqualTo("pledges.refused.returned"));

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
		assertThat(reports.report(year).entries()).noneMatch(entry -> entry.reference().equals(reference.value()));
		assertThat(confirm.missing(year, story.coordinator())).extracting(PledgeLine::reference).containsExactly(reference);
		assertThat(consistency.check().none()).isTrue();

		clock.set(afterTheDeadline());
		jobs.run(year, reference);
		judgesAgain("APPROVE");

		assertThat(story.pledge(reference).firstSubmittedAt()).contains(first);
		assertThat(inclusions.find(reference)).get()
			.extracting(Inclusion::edition, Inclusion::reason)
			.containsExactly(year, "IN_TIME");
		assertThat(published.find(reference)).isPresent();
		assertThat(toMember(MailKind.ACCEPTED)).hasSize(2);
	}

	@Test
	void a_declined_pledge_has_a_process_again_and_can_be_accepted_and_withdrawn() {
		story.allJudge(reference, "DECLINE");
		assertThat(jobs.waiting(reference)).isZero();

		again();
		assertThat(consistency.check().none()).isTrue();
		judgesAgain("DECLINE");
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DECLINED);
		assertThat(toMember(MailKind.DECLINED)).hasSize(2);

		allApproveAfterAll("UCLG", "MMC", "IOM");
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		withdraw.withdraw(reference, "", member);
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void what_the_coordinators_had_decided_stays_on_the_trail_and_is_replaced_by_what_comes() {
		story.judges("UCLG", reference, "DECLINE");
		story.judges("MMC", reference, "APPROVE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
		resolve.decide(reference, Outcome.ACCEPTED, "Two of three", story.coordinator());
		jobs.run(reference);
		assertThat(story.pledge(reference).decisionNote()).isEqualTo("Two of three");

		again();
		judgesAgain("DECLINE");

		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);
		assertThat(story.pledge(reference).decisionNote()).isEmpty();
		assertThat(mails.of(reference)).filteredOn(mail -> mail.kind() == MailKind.DECISION_WAITING
				&& mail.recipient().equals(story.coordinator().email())).hasSize(2);
		resolve.decide(reference, Outcome.DECLINED, "UCLG is right", story.coordinator());
		jobs.run(reference);
		assertThat(story.pledge(reference).decisionNote()).isEqualTo("UCLG is right");
		assertThat(trail.of(reference.value())).filteredOn(entry -> entry.act().equals("pledge.decided"))
			.extracting(AuditTrail.Entry::why)
			.containsExactly("ACCEPTED: Two of three", "DECLINED: UCLG is right");
	}

	@Test
	void it_goes_back_to_whoever_completed_it_with_what_it_said_as_their_draft() {
		Person judge = story.reviewer("UCLG", "Judge");
		story.allJudge(reference, "APPROVE");

		assertThat(madeAgain.preview(reference, UCLG, story.coordinator()).reviewer()).contains(judge);
		again();

		assertThat(ofUclg().takenBy()).contains(judge.id());
		assertThat(drafts.of(ofUclg())).singleElement()
			.satisfies(draft -> assertThat(draft.answers()).isEqualTo(Story.review("UCLG", "APPROVE")));
	}

	@Test
	void it_is_nobodys_where_they_review_no_more_or_keep_out_and_those_who_may_take_it_are_told() {
		Person colleague = story.reviewer("UCLG", "Colleague");
		story.allJudge(reference, "APPROVE");
		Person judge = story.reviewer("UCLG", "Judge");
		interest.declare(reference, "I worked there", Optional.empty(), judge);

		again();

		assertThat(ofUclg().takenBy()).isEmpty();
		assertThat(consistency.check().none()).isTrue();
		assertThat(mailsOf(MailKind.REVIEW_REOPENED)).extracting(LoggedMail::recipient)
			.containsExactly(colleague.email());
		assertThat(mailsOf(MailKind.REVIEW_REOPENED).get(0).body()).contains("Nobody has the review now", REASON);

		interest.withdraw(reference, judge);
		story.judges("UCLG", reference, "APPROVE");
		jobs.run(reference);
		roles.takeReviewer(story.coordinator(), judge.id());
		assertThat(madeAgain.preview(reference, UCLG, story.coordinator()).reviewer()).isEmpty();
		again();
		assertThat(ofUclg().takenBy()).isEmpty();
	}

	@Test
	void the_reviewer_reads_the_reason_and_the_government_in_its_language_what_is_asked_of_it() {
		member = story.memberOf("Sfax", Locale.FRENCH, ZoneId.of("Africa/Tunis"));
		reference = story.aSubmittedPledgeBy(member);
		story.allJudge(reference, "APPROVE");

		again();

		assertThat(mailsOf(MailKind.REVIEW_REOPENED)).singleElement().satisfies(mail -> {
			assertThat(mail.recipient()).isEqualTo(story.reviewer("UCLG", "Judge").email());
			assertThat(mail.body()).contains("> " + REASON, "it is yours again", "Review due");
		});
		assertThat(toMember(MailKind.LOOKED_AT_AGAIN)).singleElement()
			.satisfies(mail -> assertThat(mail.body())
				.contains("ne figure ni dans le rapport " + year + " ni dans la liste publique", "Vous n’avez rien à faire")
				.doesNotContain(REASON));
		judgesAgain("REQUEST_CHANGES");
		again();
		assertThat(toMember(MailKind.LOOKED_AT_AGAIN)).last()
			.satisfies(mail -> assertThat(mail.body()).contains("rien ne vous est demandé pour l’instant"));
	}

	@Test
	void of_a_disagreement_the_government_is_told_nothing() {
		story.judges("UCLG", reference, "DECLINE");
		story.judges("MMC", reference, "APPROVE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);

		again();

		assertThat(toMember(MailKind.LOOKED_AT_AGAIN)).isEmpty();
		assertThat(mailsOf(MailKind.REVIEW_REOPENED)).hasSize(1);
	}

	@Test
	void long_after_it_was_due_it_has_its_days_anew_and_nobody_is_reminded_before_they_are_over() {
		story.reviewer("UCLG", "Judge");
		clock.set(dates.due(reference).plusSeconds(1));
		jobs.run(reference);
		story.allJudge(reference, "APPROVE");
		clock.advance(Duration.ofDays(40));
		int remindedBefore = reminders.of(reference).size();

		again();
		jobs.run(reference);

		assertThat(ofUclg().dueAt()).isEqualTo(dates.due(reference)).isAfter(clock.instant().plus(Duration.ofDays(14)));
		assertThat(reminders.of(reference)).hasSize(remindedBefore);
		assertThat(reminders.about(ofUclg())).isEmpty();
		clock.set(dates.due(reference).plusSeconds(1));
		jobs.run(reference);
		assertThat(reminders.about(ofUclg())).extracting(Reminder::step).containsExactly(ReminderStep.REVIEWERS);
		assertThat(mailsOf(MailKind.REVIEW_OVERDUE)).filteredOn(
				mail -> mail.recipient().equals(story.reviewer("UCLG", "Judge").email())).hasSize(2);
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
	void another_partner_that_opens_its_review_again_by_itself_has_the_same_days() {
		story.allJudge(reference, "APPROVE");
		clock.advance(Duration.ofDays(40));
		again();

		reopen.reopen(reference, story.reviewer("MMC", "Mia"));

		assertThat(reviewOf("MMC").dueAt()).isEqualTo(ofUclg().dueAt());
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void it_is_refused_while_there_is_no_outcome_of_a_withdrawn_pledge_and_of_an_earlier_version() {
		assertThat(refused()).isEqualTo("reviews.refused.open-already");
		story.judges("UCLG", reference, "APPROVE");
		assertThat(refused()).isEqualTo("reviews.refused.not-decided");
		story.judges("MMC", reference, "REQUEST_CHANGES");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);
		story.submit(reference, member);
		jobs.run(reference);
		assertThat(refused()).isEqualTo("reviews.refused.newer-version");
		assertThat(madeAgain.possible(ofUclg())).isFalse();
		withdraw.withdraw(reference, "", member);
		assertThat(refused()).isEqualTo("reviews.refused.withdrawn");
		assertThatThrownBy(() -> madeAgain.makeAgain(reference, UCLG, REASON, member)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> madeAgain.preview(reference, UCLG, member)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> madeAgain.makeAgain(reference, new PartnerCode("WHO"), REASON, story.coordinator()))
			.isInstanceOf(NotFound.class);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.WITHDRAWN);
	}

	@Test
	void once_the_contents_are_confirmed_and_once_the_report_is_frozen_it_is_refused() {
		PledgeReference declined = story.aSubmittedPledgeBy(member);
		story.allJudge(declined, "DECLINE");
		story.allJudge(reference, "APPROVE");
		clock.set(afterTheDeadline());
		jobs.run(year);

		confirm.confirm(year, story.coordinator());
		assertThat(refused()).isEqualTo("reviews.refused.confirmed");
		jobs.run(year);
		assertThat(refused()).isEqualTo("reviews.refused.frozen");
		assertThat(madeAgain.possible(ofUclg())).isFalse();
		assertThat(inclusions.find(reference)).isPresent();

		reference = declined;
		assertThat(refused()).isEqualTo("reviews.refused.frozen");
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void where_the_city_answers_after_the_freeze_it_can_be_looked_at_again_for_the_next_report() {
		story.allJudge(reference, "REQUEST_CHANGES");
		clock.set(afterTheDeadline());
		jobs.run(year);
		confirm.confirm(year, story.coordinator());
		jobs.run(year);

		allApproveAfterAll("UCLG", "MMC", "IOM");

		assertThat(inclusions.find(reference).orElseThrow().edition()).isEqualTo(year.next());
	}

	@Test
	void the_coordinator_reads_what_follows_before_and_everybody_what_happened_afterwards() {
		story.allJudge(reference, "APPROVE");
		String form = "/coordination/pledges/" + reference + "/reviews/UCLG/reopen";
		assertThat(page(story.coordinator(), "/coordination/pledges/" + reference)).contains(form);
		assertThat(page(story.coordinator(), form)).contains("It is in the " + year + " report: it leaves it",
				"The review goes back to Judge", "The government is told by email", "does not read your reason");

		again();

		assertThat(trail.of(reference.value())).extracting(AuditTrail.Entry::who, AuditTrail.Entry::act,
				AuditTrail.Entry::why)
			.contains(tuple(story.coordinator().email(), "review.reopened", "UCLG APPROVE: " + REASON),
					tuple(story.coordinator().email(), "pledge.returned-to-partners", year + " INCLUDED"));
		assertThat(page(story.coordinator(), "/coordination/pledges/" + reference)).contains("With the partners again",
				year + ", was in the report", "Being looked at again").doesNotContain(form);
		assertThat(page(member, "/my/pledges/" + reference)).contains("It had been accepted. Now a partner is looking at it once more")
			.containsPattern("way-step way-now\" data-step=\"Task_ReviewPledge\"")
			.containsPattern("way-step way-open\" data-step=\"Task_AcceptPledge\"")
			.doesNotContain(REASON);
		assertThat(way.passagesOf(reference)).filteredOn(Passage::again)
			.singleElement()
			.satisfies(passage -> assertThat(passage.present()).isTrue());

		judgesAgain("APPROVE");
		assertThat(page(member, "/my/pledges/" + reference)).contains("A partner was asked to look at it once more")
			.doesNotContain("Now a partner is looking at it once more")
			.containsPattern("way-step way-done\" data-step=\"Task_AcceptPledge\"");
	}

	@Test
	void a_declined_pledge_stands_before_the_partners_on_its_page_again() {
		story.allJudge(reference, "DECLINE");

		again();

		assertThat(page(member, "/my/pledges/" + reference)).contains("that decision is open again")
			.containsPattern("way-step way-open\" data-step=\"End_Declined\"")
			.containsPattern("way-step way-now\" data-step=\"Task_ReviewPledge\"");
		judgesAgain("APPROVE");
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.DISAGREEMENT);
	}

	@Test
	void of_two_coordinators_at_once_the_second_is_refused() throws Exception {
		story.allJudge(reference, "APPROVE");

		List<String> results = BadMomentsTests.atOnce(() -> tried("UCLG"), () -> tried("MMC"));

		assertThat(results).containsExactlyInAnyOrder("done", "reviews.refused.not-decided");
		assertThat(consistency.check().none()).isTrue();
		assertThat(BadMomentsTests.atOnce(() -> tried("UCLG"), () -> tried("UCLG"))).doesNotContain("done");
	}

	@Test
	void while_the_city_submits_its_answer_one_of_both_is_done_and_the_other_told() throws Exception {
		story.allJudge(reference, "REQUEST_CHANGES");
		long version = story.pledge(reference).draftVersion();

		List<String> results = BadMomentsTests.atOnce(() -> tried("UCLG"), () -> {
			try {
				return submit.submit(reference, version, member).getClass().getSimpleName();
			}
			catch (Refused refused) {
				return refused.messageKey();
			}
		});

		assertThat(results).isIn(List.of("done", "pledges.refused.returned"),
				List.of("reviews.refused.open-already", "Submitted"));
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		assertThat(revisions.of(reference)).hasSize(results.contains("Submitted") ? 2 : 1);
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void while_the_contents_are_confirmed_it_stands_in_the_report_or_is_waited_for() throws Exception {
		story.allJudge(reference, "APPROVE");
		clock.set(afterTheDeadline());
		jobs.run(year);

		List<String> results = BadMomentsTests.atOnce(() -> tried("UCLG"), () -> {
			try {
				confirm.confirm(year, story.coordinator());
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

	private void again() {
		madeAgain.makeAgain(reference, UCLG, REASON, story.coordinator());
	}

	/** The first one is asked once more, the others open their reviews again by themselves, and all approve. */
	private void allApproveAfterAll(String... partners) {
		madeAgain.makeAgain(reference, new PartnerCode(partners[0]), REASON, story.coordinator());
		Stream.of(partners).skip(1).forEach(partner -> reopen.reopen(reference, story.reviewer(partner, "Judge")));
		Stream.of(partners).forEach(partner -> story.judges(partner, reference, "APPROVE"));
		jobs.run(reference);
	}

	private void judgesAgain(String recommendation) {
		clock.advance(Duration.ofHours(1));
		story.judges("UCLG", reference, recommendation);
		jobs.run(reference);
	}

	private String refused() {
		return tried("UCLG");
	}

	private String tried(String partner) {
		try {
			madeAgain.makeAgain(reference, new PartnerCode(partner), REASON, story.coordinator());
			return "done";
		}
		catch (Refused refused) {
			return refused.messageKey();
		}
	}

	private void cityTypes(String title) {
		Answers typed = story.pledge(reference).answers().with("title", title);
		save.save(reference, new SaveDraft.Change(story.pledge(reference).draftVersion(), UUID.randomUUID(), typed,
				List.of("title")), member);
	}

	private Answers latest() {
		return revisions.latestOf(story.pledge(reference)).answers();
	}

	private Review ofUclg() {
		return reviewOf("UCLG");
	}

	private Review reviewOf(String partner) {
		return reviews.newest(reference.value(), partner).orElseThrow();
	}

	private Instant afterTheDeadline() {
		return editions.edition(year).deadline().endOfGrace().plusSeconds(1);
	}

	private List<LoggedMail> mailsOf(MailKind kind) {
		return mails.of(reference).stream().filter(mail -> mail.kind() == kind).toList();
	}

	private List<LoggedMail> toMember(MailKind kind) {
		return mailsOf(kind).stream().filter(mail -> mail.recipient().equals(member.email())).toList();
	}

	private String page(Person person, String address) {
		jdbc.sql("delete from sign_in_request").update();
		Visitor visitor = new Visitor(desk.publicAddress(), postboxes);
		visitor.signsIn(person.email());
		return visitor.opens(address).text();
	}

}
