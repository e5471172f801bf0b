package org.calltolocalaction.wholeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.ImportEarlierPledges;
import org.calltolocalaction.coordination.TakeBackCall;
import org.calltolocalaction.editions.ChooseCriteria;
import org.calltolocalaction.editions.Criterion;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionCriteria;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.editions.ReviewCalendar;
import org.calltolocalaction.editions.SetReviewCalendar;
import org.calltolocalaction.editions.TakeBackOpening;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.governments.AcceptInvitation;
import org.calltolocalaction.governments.AskToJoin;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.DecideJoinRequest;
import org.calltolocalaction.governments.DeclineInvitation;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.InviteColleague;
import org.calltolocalaction.governments.JoinRequests;
import org.calltolocalaction.governments.LeaveGovernment;
import org.calltolocalaction.governments.OpenInvitations;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.RemoveMember;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.JoinAccounts;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.AuditTrail.Entry;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.pledges.AttachFile;
import org.calltolocalaction.pledges.AttachFile.Upload;
import org.calltolocalaction.pledges.AttachmentId;
import org.calltolocalaction.pledges.BeginPledge;
import org.calltolocalaction.pledges.BringBackDraft;
import org.calltolocalaction.pledges.DiscardDraft;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.RemoveAttachment;
import org.calltolocalaction.pledges.RenewPledge;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.RevivePledge;
import org.calltolocalaction.pledges.WithdrawPledge;
import org.calltolocalaction.reviews.ReminderStep;
import org.calltolocalaction.reviews.Reminders;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewRound;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.discussion.DiscussPledge;
import org.calltolocalaction.reviews.discussion.NewRemark;
import org.calltolocalaction.reviews.judging.HaveReviewMadeAgain;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.calltolocalaction.reviews.team.AssignReview;
import org.calltolocalaction.reviews.team.AssignReview.Assignment;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.EnterAbsence;
import org.calltolocalaction.reviews.team.EnterAbsence.Days;
import org.calltolocalaction.reviews.team.EnterAbsence.Entered;
import org.calltolocalaction.reviews.team.ReviewsInBulk;
import org.calltolocalaction.reviews.team.ReviewsInBulk.Chosen;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.reviews.worklist.SaveSearch;
import org.calltolocalaction.reviews.worklist.SavedSearches;
import org.calltolocalaction.reviews.worklist.WorklistOrder;
import org.calltolocalaction.reviews.worklist.WorklistTab;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.util.ClassUtils;

/**
 * Every act that changes something leaves its entry: who, when, what, why. Each is done through the use case that does
 * it. What is added to the desk is missed here until it stands in the list, or beside it with the reason why not.
 */
@DeskTest
class TrailOfEveryActTests {

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	private static final Pattern KIND = Pattern
		.compile("\"((?:pledge|review|edition|government|account|role|absence|search)\\.[a-z]+(?:-[a-z]+)*)\"");

	private static final Set<String> DOMAIN = Set.of("governments", "identity", "pledges", "reviews", "editions", "reports",
			"coordination", "notifications", "registry");

	/** What persons do that has no entry of its own, and why. */
	private static final Map<String, String> WITHOUT_AN_ENTRY = Map.ofEntries(
			Map.entry("UpdateProfile.introduce", "one's own settings"), Map.entry("UpdateProfile.guessZone", "one's own settings"),
			Map.entry("UpdateProfile.receiveMails", "one's own settings"), Map.entry("UpdateProfile.speak", "one's own settings"),
			Map.entry("SaveDraft.save", "every save is kept whole, with its author"),
			Map.entry("DraftPresence.seen", "for minutes only"),
			Map.entry("MyPledges.forChange", "only looks and locks"),
			Map.entry("PartnerReviews.forChange", "only looks and locks"),
			Map.entry("SaveReviewDraft.save", "a draft is the reviewer's own"),
			Map.entry("SaveReviewDraft.goOnWith", "a draft is the reviewer's own"),
			Map.entry("SaveSearch.save", "one's own until it is shared"),
			Map.entry("ArrangeWorklist.show", "one's own settings"), Map.entry("ArrangeWorklist.showAsAtFirst", "one's own settings"),
			Map.entry("ArrangeWorklist.useShortcuts", "one's own settings"),
			Map.entry("LookAtPledge.look", "what one has seen is nobody else's business"),
			Map.entry("EndorseDeclaration.today", "only looks"), Map.entry("ReadAttachments.own", "only looks"),
			Map.entry("GovernmentArchive.write", "only looks"), Map.entry("ReviewForm.context", "only looks"),
			Map.entry("ReviewOffline.spreadsheet", "only looks"), Map.entry("StandIns.offeredTo", "only looks"),
			Map.entry("SavedSearches.offeredTo", "only looks"), Map.entry("WorklistSearch.keys", "only looks"),
			Map.entry("ReviewOffline.handIn", "each row is completed by CompleteReview"),
			Map.entry("ReviewsInBulk.take", "each is taken by TakeReview"), Map.entry("ReviewsInBulk.release", "each is given back by TakeReview"),
			Map.entry("ReviewsInBulk.assign", "each is given by AssignReview"),
			Map.entry("StandIns.takeAll", "each is given by AssignReview"),
			Map.entry("RenewPledge.renew", "is begun by BeginPledge"));

	@Autowired
	private ApplicationContext desk;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private MutableClock clock;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	/** One act, and the entry that it has to leave. */
	private record Act(String useCase, String kind, Supplier<Trace> done) {
	}

	/** About what the entry is, by whom, and what it says as the reason. */
	private record Trace(Object about, String who, String why) {

		static Trace by(Person person, Object about, String why) {
			return new Trace(about, person.email(), why);
		}

		static Trace byTheDesk(Object about, String why) {
			return new Trace(about, AuditTrail.THE_DESK, why);
		}

	}

	@TestFactory
	Stream<DynamicTest> every_act_leaves_its_entry() {
		return acts().stream().map(act -> dynamicTest(act.kind() + " by " + act.useCase(), () -> {
			story.aSharedCall();
			Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);

			Trace trace = act.done().get();

			List<Entry> entries = trail.of(trace.about().toString()).stream().filter(entry -> entry.act().equals(act.kind())).toList();
			assertThat(entries).as(act.kind() + " of " + trace.about()).isNotEmpty();
			Entry last = entries.get(entries.size() - 1);
			assertThat(last.who()).isEqualTo(trace.who());
			assertThat(last.why()).contains(trace.why());
			assertThat(last.at()).isBetween(before, clock.instant().plusMillis(1));
		}));
	}

	@Test
	void no_kind_of_entry_is_left_out_here() {
		Set<String> walked = acts().stream().map(Act::kind).collect(Collectors.toSet());

		assertThat(walked).containsExactlyInAnyOrderElementsOf(kindsInTheCode());
	}

	@Test
	void nothing_that_a_person_does_is_left_out_here() {
		Set<String> known = new TreeSet<>(WITHOUT_AN_ENTRY.keySet());
		acts().forEach(act -> known.add(act.useCase()));
		known.removeIf(useCase -> useCase.startsWith("by "));

		assertThat(known).containsAll(whatPersonsDo());
	}

	private List<Act> acts() {
		return Stream.of(ofGovernments(), ofRoles(), ofDrafts(), ofPledges(), ofReviews(), ofTeams(), ofEditions())
			.flatMap(List::stream)
			.toList();
	}

	private List<Act> ofGovernments() {
		return List.of(new Act("RegisterGovernment.register", "government.registered", () -> {
			Person person = somebody();
			GovernmentProfile city = city();
			use(RegisterGovernment.class).register(person, city);
			return Trace.by(person, governmentOf(person), city.name());
		}), new Act("RegisterGovernment.register", "government.member-joined", () -> {
			Person person = somebody();
			use(RegisterGovernment.class).register(person, city());
			return Trace.by(person, governmentOf(person), person.email());
		}), new Act("CorrectProfile.correct", "government.corrected", () -> {
			Person member = story.memberOf("Kampala");
			GovernmentProfile other = city();
			use(CorrectProfile.class).correct(member, other);
			return Trace.by(member, governmentOf(member), other.name());
		}), new Act("EndorseDeclaration.endorse", "government.endorsed", () -> {
			Person person = somebody();
			use(RegisterGovernment.class).register(person, city());
			use(EndorseDeclaration.class).endorse(person, new Endorsement(LocalDate.of(2022, 3, 1), "Ana Pérez"));
			return Trace.by(person, governmentOf(person), "Ana Pérez");
		}), new Act("AskToJoin.ask", "government.join-requested", () -> {
			Person person = somebody();
			return Trace.by(person, asked(person, story.memberOf("Kampala")), "");
		}), new Act("DecideJoinRequest.agree", "government.member-joined", () -> {
			Person member = story.memberOf("Kampala");
			Person person = somebody();
			GovernmentId government = asked(person, member);
			use(DecideJoinRequest.class).agree(member, use(JoinRequests.class).of(person.id()).orElseThrow().id());
			return Trace.by(member, government, person.email());
		}), new Act("DecideJoinRequest.refuse", "government.join-refused", () -> {
			Person member = story.memberOf("Kampala");
			Person person = somebody();
			GovernmentId government = asked(person, member);
			use(DecideJoinRequest.class).refuse(member, use(JoinRequests.class).of(person.id()).orElseThrow().id());
			return Trace.by(member, government, person.email());
		}), new Act("InviteColleague.invite", "government.colleague-invited", () -> {
			Person member = story.memberOf("Kampala");
			Person person = somebody();
			use(InviteColleague.class).invite(member, address(person.email()));
			return Trace.by(member, governmentOf(member), person.email());
		}), new Act("InviteColleague.takeBack", "government.invitation-taken-back", () -> {
			Person member = story.memberOf("Kampala");
			Person person = invitedBy(member);
			use(InviteColleague.class).takeBack(member, use(OpenInvitations.class).to(person).get(0).id());
			return Trace.by(member, governmentOf(member), person.email());
		}), new Act("AcceptInvitation.accept", "government.member-joined", () -> {
			Person member = story.memberOf("Kampala");
			Person person = invitedBy(member);
			use(AcceptInvitation.class).accept(person, use(OpenInvitations.class).to(person).get(0).id());
			return Trace.by(person, governmentOf(member), person.email());
		}), new Act("DeclineInvitation.decline", "government.invitation-declined", () -> {
			Person member = story.memberOf("Kampala");
			Person person = invitedBy(member);
			use(DeclineInvitation.class).decline(person, use(OpenInvitations.class).to(person).get(0).id());
			return Trace.by(person, governmentOf(member), "");
		}), new Act("RemoveMember.remove", "government.member-removed", () -> {
			Person member = story.memberOf("Kampala");
			Person colleague = story.colleagueOf(member);
			use(RemoveMember.class).remove(member, colleague.id());
			return Trace.by(member, governmentOf(member), colleague.email());
		}), new Act("LeaveGovernment.leave", "government.member-left", () -> {
			Person member = story.memberOf("Kampala");
			GovernmentId government = governmentOf(member);
			use(LeaveGovernment.class).leave(member);
			return Trace.by(member, government, "");
		}));
	}

	private List<Act> ofRoles() {
		return List.of(new Act("by signing in", "account.opened", () -> {
			Person person = somebody();
			return Trace.by(person, person.id(), person.email());
		}), new Act("JoinAccounts.join", "account.joined", () -> {
			Person person = somebody();
			Person duplicate = ofTheSameMailbox(person);
			use(JoinAccounts.class).join(story.coordinator(), duplicate.id());
			return Trace.by(story.coordinator(), person.id(), duplicate.email());
		}), new Act("JoinAccounts.join", "account.joined-into", () -> {
			Person person = somebody();
			Person duplicate = ofTheSameMailbox(person);
			use(JoinAccounts.class).join(story.coordinator(), duplicate.id());
			return Trace.by(story.coordinator(), duplicate.id(), person.email());
		}), new Act("GrantRole.reviewer", "role.reviewer-granted", () -> {
			Person person = somebody();
			use(GrantRole.class).reviewer(story.coordinator(), address(person.email()), UCLG);
			return Trace.by(story.coordinator(), person.id(), "UCLG");
		}), new Act("GrantRole.takeReviewer", "role.reviewer-taken", () -> {
			Person reviewer = reviewer();
			use(GrantRole.class).takeReviewer(story.coordinator(), reviewer.id());
			return Trace.by(story.coordinator(), reviewer.id(), "UCLG");
		}), new Act("GrantRole.lead", "role.lead-granted", () -> {
			Person lead = lead();
			return Trace.by(story.coordinator(), lead.id(), "UCLG");
		}), new Act("GrantRole.takeLead", "role.lead-taken", () -> {
			Person lead = lead();
			use(GrantRole.class).takeLead(story.coordinator(), lead.id());
			return Trace.by(story.coordinator(), lead.id(), "UCLG");
		}), new Act("GrantRole.coordinator", "role.coordinator-granted", () -> {
			Person second = secondCoordinator();
			use(GrantRole.class).takeCoordinator(story.coordinator(), second.id());
			return Trace.by(story.coordinator(), second.id(), "");
		}), new Act("GrantRole.takeCoordinator", "role.coordinator-taken", () -> {
			Person second = secondCoordinator();
			use(GrantRole.class).takeCoordinator(story.coordinator(), second.id());
			return Trace.by(story.coordinator(), second.id(), "");
		}));
	}

	private List<Act> ofDrafts() {
		return List.of(new Act("BeginPledge.begin", "pledge.begun", () -> {
			Person member = story.memberOf("Kampala");
			return Trace.by(member, use(BeginPledge.class).begin(member), "");
		}), new Act("DiscardDraft.discard", "pledge.discarded", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			use(DiscardDraft.class).discard(draft, member);
			return Trace.by(member, draft, "");
		}), new Act("BringBackDraft.bringBack", "pledge.brought-back", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			use(DiscardDraft.class).discard(draft, member);
			use(BringBackDraft.class).bringBack(draft, member);
			return Trace.by(member, draft, "");
		}), new Act("AttachFile.attach", "pledge.file-attached", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			return Trace.by(member, draft, attachedTo(draft, member).sha256());
		}), new Act("RemoveAttachment.remove", "pledge.file-removed", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			UploadedFile file = attachedTo(draft, member);
			use(RemoveAttachment.class).remove(draft, AttachmentId.asked(file.id()), UUID.randomUUID(), member);
			return Trace.by(member, draft, file.sha256());
		}), new Act("RenewPledge.link", "pledge.linked", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference earlier = included(member);
			PledgeReference draft = story.aDraftBy(member);
			use(RenewPledge.class).link(draft, earlier, member);
			return Trace.by(member, draft, earlier.value());
		}));
	}

	private List<Act> ofPledges() {
		return List.of(new Act("SubmitPledge.submit", "pledge.submitted", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aDraftBy(member);
			String sha256 = story.submit(reference, member).receipt().sha256();
			return Trace.by(member, reference, sha256);
		}), new Act("SubmitPledge.submit", "pledge.resubmitted", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = decided(member, "REQUEST_CHANGES");
			story.submit(reference, member);
			return Trace.by(member, reference, "IN_TIME");
		}), new Act("WithdrawPledge.withdraw", "pledge.withdrawn", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aPledgeUnderReviewBy(member);
			use(WithdrawPledge.class).withdraw(reference, "Our council changed", member);
			return Trace.by(member, reference, "Our council changed");
		}), new Act("RevivePledge.revive", "pledge.revived", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aSubmittedPledgeBy(member);
			use(WithdrawPledge.class).withdraw(reference, "", member);
			use(RevivePledge.class).revive(reference, member);
			return Trace.by(member, reference, "");
		}), new Act("by the process", "pledge.accepted",
				() -> Trace.byTheDesk(decided(story.memberOf("Kampala"), "APPROVE"), "")),
				new Act("by the process", "pledge.changes-requested",
						() -> Trace.byTheDesk(decided(story.memberOf("Kampala"), "REQUEST_CHANGES"), "")),
				new Act("by the process", "pledge.declined",
						() -> Trace.byTheDesk(decided(story.memberOf("Kampala"), "DECLINE"), "")),
				new Act("by the process", "pledge.disagreement",
						() -> Trace.byTheDesk(disagreed(story.memberOf("Kampala")), "CONFLICTING")),
				new Act("ResolveDisagreement.decide", "pledge.decided", () -> {
					PledgeReference reference = disagreed(story.memberOf("Kampala"));
					use(ResolveDisagreement.class).decide(reference, Outcome.ACCEPTED, "Two of three", story.coordinator());
					return Trace.by(story.coordinator(), reference, "Two of three");
				}),
				new Act("by the process", "pledge.included", () -> Trace.byTheDesk(included(story.memberOf("Kampala")), "")),
				new Act("DecidePledge.returnToPartners", "pledge.returned-to-partners", () -> {
					PledgeReference reference = included(story.memberOf("Kampala"));
					use(HaveReviewMadeAgain.class).makeAgain(reference, UCLG, "The budget has come", story.coordinator());
					return Trace.by(story.coordinator(), reference, "INCLUDED");
				}));
	}

	private List<Act> ofReviews() {
		return List.of(new Act("CompleteReview.complete", "review.completed", () -> {
			PledgeReference reference = underReview();
			story.judges("UCLG", reference, "APPROVE");
			return new Trace(reference, "judge@uclg.example.org", "UCLG APPROVE");
		}), new Act("ReopenReview.reopen", "review.reopened", () -> {
			PledgeReference reference = underReview();
			story.judges("UCLG", reference, "APPROVE");
			Person reviewer = reviewer();
			use(ReopenReview.class).reopen(reference, reviewer);
			return Trace.by(reviewer, reference, "UCLG APPROVE");
		}), new Act("HaveReviewMadeAgain.makeAgain", "review.reopened", () -> {
			PledgeReference reference = decided(story.memberOf("Kampala"), "APPROVE");
			use(HaveReviewMadeAgain.class).makeAgain(reference, UCLG, "The budget has come", story.coordinator());
			return Trace.by(story.coordinator(), reference, "The budget has come");
		}), new Act("DiscussPledge.write", "review.discussed", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(DiscussPledge.class).write(reference, new NewRemark("What of the budget?", List.of(), null), reviewer);
			return Trace.by(reviewer, reference, "");
		}), new Act("by the process", "review.cancelled", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aPledgeUnderReviewBy(member);
			use(WithdrawPledge.class).withdraw(reference, "", member);
			return Trace.byTheDesk(reference, "");
		}), new Act("by the process", "review.missed", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aPledgeUnderReviewBy(member);
			use(ReviewRound.class).cancel(reference, UCLG);
			// What its process would do next is left out here: the pledge leaves no review that nobody waits for.
			use(WithdrawPledge.class).withdraw(reference, "", member);
			return Trace.byTheDesk(reference, "UCLG");
		}), reminder("review.reviewers-reminded", ReminderStep.REVIEWERS, true), reminder("review.leads-told", ReminderStep.LEADS, true),
				reminder("review.lead-missing", ReminderStep.LEADS, false),
				reminder("review.coordinators-told", ReminderStep.COORDINATORS, true));
	}

	private List<Act> ofTeams() {
		return List.of(new Act("TakeReview.take", "review.taken", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(TakeReview.class).take(reference, null, reviewer);
			return Trace.by(reviewer, reference, "UCLG");
		}), new Act("TakeReview.release", "review.released", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(TakeReview.class).take(reference, null, reviewer);
			use(TakeReview.class).release(reference, reviewer);
			return Trace.by(reviewer, reference, "UCLG");
		}), new Act("AssignReview.assign", "review.assigned", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			Person colleague = reviewer();
			use(AssignReview.class).assign(reference, new Assignment(colleague.id(), null, "", false), reviewer);
			return Trace.by(reviewer, reference, colleague.email());
		}), new Act("ReviewsInBulk.remind", "review.reminded", () -> {
			PledgeReference reference = underReview();
			Person colleague = reviewer();
			Person lead = lead();
			use(TakeReview.class).take(reference, null, colleague);
			use(ReviewsInBulk.class).remind(List.of(new Chosen(reference, Optional.of(colleague.id()))), lead);
			return Trace.by(lead, reference, colleague.email());
		}), new Act("DeclareInterest.declare", "review.interest-declared", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(DeclareInterest.class).declare(reference, "I worked there", Optional.empty(), reviewer);
			return Trace.by(reviewer, reference, "I worked there");
		}), new Act("DeclareInterest.withdraw", "review.interest-withdrawn", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(DeclareInterest.class).declare(reference, "I worked there", Optional.empty(), reviewer);
			use(DeclareInterest.class).withdraw(reference, reviewer);
			return Trace.by(reviewer, reference, "");
		}), new Act("EnterAbsence.enter", "absence.entered", () -> {
			Person reviewer = reviewer();
			Person deputy = reviewer();
			away(reviewer, deputy);
			return Trace.by(reviewer, reviewer.id(), deputy.email());
		}), new Act("EnterAbsence.change", "absence.changed", () -> {
			Person reviewer = reviewer();
			Person deputy = reviewer();
			Entered entered = away(reviewer, deputy);
			use(EnterAbsence.class).change(entered.absence().id(), days(4), deputy.id(), reviewer);
			return Trace.by(reviewer, reviewer.id(), days(4).last().toString());
		}), new Act("EnterAbsence.end", "absence.ended", () -> {
			Person reviewer = reviewer();
			use(EnterAbsence.class).end(away(reviewer, reviewer()).absence().id(), reviewer);
			return Trace.by(reviewer, reviewer.id(), "");
		}), new Act("SaveSearch.share", "search.shared", () -> {
			Person reviewer = reviewer();
			return Trace.by(reviewer, sharedSearch(reviewer), "Late ones");
		}), new Act("SaveSearch.unshare", "search.unshared", () -> {
			Person reviewer = reviewer();
			UUID search = sharedSearch(reviewer);
			use(SaveSearch.class).unshare(search, reviewer);
			return Trace.by(reviewer, search, "Late ones");
		}), new Act("SaveSearch.remove", "search.unshared", () -> {
			Person reviewer = reviewer();
			UUID search = sharedSearch(reviewer);
			use(SaveSearch.class).remove(search, reviewer);
			return Trace.by(reviewer, search, "Late ones");
		}));
	}

	private List<Act> ofEditions() {
		return List.of(new Act("OpenEdition.open", "edition.opened", () -> Trace.by(story.coordinator(), story.anOpenEdition(), "")),
				new Act("ChooseCriteria.choose", "edition.criteria-chosen", () -> {
					EditionYear year = story.anOpenEdition();
					use(ChooseCriteria.class).choose(year, use(EditionCriteria.class).now(year).version(), Map.of(Criterion.CONCRETE, 1),
							"Fewer this year", story.coordinator());
					return Trace.by(story.coordinator(), year, "Fewer this year");
				}), new Act("MoveDeadline.move", "edition.deadline-moved", () -> {
					EditionYear year = story.anOpenEdition();
					Deadline present = use(Editions.class).edition(year).deadline();
					use(MoveDeadline.class).move(year, new Deadline(present.local().plusDays(9), present.zone(), present.grace()),
							"The forum moved", story.coordinator());
					return Trace.by(story.coordinator(), year, "The forum moved");
				}), calendar("edition.review-days-set", 5, 0, 0, List.of()), calendar("edition.cut-off-moved", 0, -5, 0, List.of()),
				calendar("edition.contents-planned", 0, 0, 3, List.of()),
				calendar("edition.days-off-set", 0, 0, 0, List.of(5)),
				new Act("SetReviewCalendar.set", "review.due-date-moved", () -> {
					EditionYear year = story.anOpenEdition();
					PledgeReference reference = underReview();
					rearranged(year, 5, 0, 0, List.of());
					return Trace.by(story.coordinator(), reference, "Holidays");
				}), new Act("OpenEdition.plan", "edition.planned", () -> {
					EditionYear year = new EditionYear(story.anOpenEdition().value() + 1);
					use(OpenEdition.class).plan(year, story.coordinator());
					return Trace.by(story.coordinator(), year, "");
				}), new Act("OpenEdition.open", "edition.passed-over", () -> {
					EditionYear year = story.anOpenEdition();
					EditionYear planned = new EditionYear(year.value() + 1);
					use(OpenEdition.class).plan(planned, story.coordinator());
					EditionYear opened = story.anOpenEdition();
					return Trace.by(story.coordinator(), planned, opened.toString());
				}), new Act("TakeBackCall.takeBack", "edition.opening-taken-back", () -> {
					EditionYear year = story.anOpenEdition();
					use(TakeBackCall.class).takeBack(year, "The wrong year", story.coordinator());
					return Trace.by(story.coordinator(), year, "The wrong year");
				}), new Act("TakeBackOpening.takeBack", "edition.opening-taken-back", () -> {
					EditionYear year = story.anOpenEdition();
					use(TakeBackOpening.class).takeBack(year, "The wrong year", story.coordinator(), () -> { });
					return Trace.by(story.coordinator(), year, "The wrong year");
				}), new Act("by the process", "pledge.awaits-next-edition", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					PledgeReference reference = included(story.memberOf("Kampala"));
					return Trace.byTheDesk(reference, "NEXT LATE");
				}), new Act("by an opened call", "pledge.place-changed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					PledgeReference reference = underReview();
					EditionYear planned = new EditionYear(year.value() + 1);
					use(OpenEdition.class).plan(planned, story.coordinator());
					return Trace.byTheDesk(reference, planned.toString());
				}), new Act("by its timer", "edition.closed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					return Trace.byTheDesk(year, "");
				}), new Act("ConfirmContents.confirm", "edition.contents-confirmed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					confirmed(year);
					return Trace.by(story.coordinator(), year, "");
				}), new Act("ConfirmContents.confirm", "pledge.left-out", () -> {
					EditionYear year = story.anOpenEdition();
					PledgeReference waiting = decided(story.memberOf("Kampala"), "REQUEST_CHANGES");
					jobs.run(waiting);
					story.callCloses(year);
					confirmed(year);
					return Trace.by(story.coordinator(), waiting, year.toString());
				}), new Act("ReleaseReport.confirmContents", "edition.contents-confirmed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					use(ReleaseReport.class).confirmContents(year, story.coordinator());
					return Trace.by(story.coordinator(), year, "");
				}), new Act("by the process", "edition.report-frozen", () -> {
					EditionYear year = story.anOpenEdition();
					story.reportFreezes(year);
					return Trace.byTheDesk(year, "");
				}), new Act("ReleaseReport.approve", "edition.report-approved", () -> Trace.by(story.coordinator(), approved(), "")),
				new Act("by the process", "edition.published", () -> {
					EditionYear year = approved();
					jobs.run(year);
					return Trace.byTheDesk(year, "");
				}), new Act("ImportPledge.take", "pledge.imported", () -> {
					String city = "City " + UUID.randomUUID();
					imported(city, 2019);
					return Trace.by(story.coordinator(), pledgeOf(city), "");
				}), new Act("ImportEarlierPledges.load", "government.registered", () -> {
					String city = "City " + UUID.randomUUID();
					imported(city, 2019);
					return Trace.by(story.coordinator(), use(Governments.class).named(city, "NO").orElseThrow().id(), city);
				}), new Act("ReleaseReport.importEarlier", "edition.imported", () -> {
					EditionYear year = new EditionYear(2018);
					imported("City " + UUID.randomUUID(), year.value());
					return Trace.by(story.coordinator(), year, "");
				}));
	}

	private Act reminder(String kind, ReminderStep step, boolean anybody) {
		return new Act("by its timer", kind, () -> {
			PledgeReference reference = underReview();
			Review review = use(Reviews.class).of(reference).stream().filter(one -> one.partner().equals(UCLG)).findFirst().orElseThrow();
			use(Reminders.class).note(review, step, anybody ? List.of(reviewer()) : List.of());
			return Trace.byTheDesk(reference, "UCLG");
		});
	}

	private Act calendar(String kind, int moreDays, int moreCutOffDays, int laterContents, List<Integer> daysOff) {
		return new Act("SetReviewCalendar.set", kind, () -> {
			EditionYear year = story.anOpenEdition();
			rearranged(year, moreDays, moreCutOffDays, laterContents, daysOff);
			return Trace.by(story.coordinator(), year, "Holidays");
		});
	}

	private void rearranged(EditionYear year, int moreDays, int moreCutOffDays, int laterContents, List<Integer> daysOff) {
		Deadline deadline = use(Editions.class).edition(year).deadline();
		ReviewCalendar now = use(Editions.class).edition(year).reviewCalendar();
		use(SetReviewCalendar.class).set(year,
				new ReviewCalendar(now.days() + moreDays, now.cutOffDays() + moreCutOffDays, now.contents(deadline).plusDays(laterContents),
						daysOff.stream().map(day -> LocalDate.of(year.value(), 6, day)).toList()),
				"Holidays", story.coordinator());
	}

	private void confirmed(EditionYear year) {
		ConfirmContents contents = use(ConfirmContents.class);
		contents.confirm(year, contents.forecast(year, story.coordinator()).fingerprint(), story.coordinator());
	}

	private EditionYear approved() {
		EditionYear year = story.anOpenEdition();
		story.reportFreezes(year);
		use(ReleaseReport.class).approve(year, story.coordinator());
		return year;
	}

	private void imported(String city, int year) {
		String row = """
				{"pledges": [{"government": "%s", "governmentType": "MUNICIPALITY", "country": "NO", "region": "EUROPE", "edition": %d,
				"language": "en", "title": "Two centres", "description": "Two", "stage": "FULFILLED"}]}""".formatted(city, year);
		assertThat(use(ImportEarlierPledges.class).load(row.getBytes(StandardCharsets.UTF_8), story.coordinator()).refusals()).isEmpty();
	}

	private PledgeReference pledgeOf(String city) {
		GovernmentId government = use(Governments.class).named(city, "NO").orElseThrow().id();
		return new PledgeReference(jdbc.sql("select reference from pledge where government_id = ?")
			.param(government.value())
			.query(String.class)
			.single());
	}

	private UUID sharedSearch(Person reviewer) {
		use(SaveSearch.class).save("Late ones", WorklistTab.ALL, "due:overdue", WorklistOrder.values()[0], reviewer);
		UUID search = use(SavedSearches.class).offeredTo(reviewer)
			.stream()
			.filter(saved -> saved.owner().equals(reviewer.id()))
			.findFirst()
			.orElseThrow()
			.id();
		use(SaveSearch.class).share(search, reviewer);
		return search;
	}

	private Entered away(Person reviewer, Person deputy) {
		return (Entered) use(EnterAbsence.class).enter(reviewer.id(), days(2), deputy.id(), reviewer);
	}

	private Days days(int length) {
		LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7);
		return new Days(first, first.plusDays(length));
	}

	private UploadedFile attachedTo(PledgeReference draft, Person member) {
		byte[] content = SampleFiles.pdf("Plan");
		return ((AttachFile.Attached) use(AttachFile.class).attach(draft, "attachments",
				new Upload("plan.pdf", content.length, new ByteArrayResource(content)), UUID.randomUUID(), member)).file();
	}

	private GovernmentId asked(Person person, Person member) {
		GovernmentId government = governmentOf(member);
		use(AskToJoin.class).ask(person, government);
		return government;
	}

	private Person invitedBy(Person member) {
		Person person = somebody();
		use(InviteColleague.class).invite(member, address(person.email()));
		return person;
	}

	private PledgeReference underReview() {
		return story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
	}

	private PledgeReference decided(Person member, String recommendation) {
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		story.allJudge(reference, recommendation);
		return reference;
	}

	private PledgeReference disagreed(Person member) {
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		story.allApproveBut("MMC", "DECLINE", reference);
		return reference;
	}

	private PledgeReference included(Person member) {
		PledgeReference reference = decided(member, "APPROVE");
		jobs.run(reference);
		return reference;
	}

	private Person somebody() {
		return use(OpenAccount.class).of(address("p." + UUID.randomUUID() + "@example.org"), Locale.ENGLISH);
	}

	private static EmailAddress address(String email) {
		return EmailAddress.parse(email).orElseThrow();
	}

	private Person reviewer() {
		return story.reviewer("UCLG", "R" + UUID.randomUUID());
	}

	private Person lead() {
		return story.lead("UCLG", "L" + UUID.randomUUID());
	}

	private Person secondCoordinator() {
		Person person = somebody();
		use(GrantRole.class).coordinator(story.coordinator(), address(person.email()));
		return people.person(person.id());
	}

	private static GovernmentProfile city() {
		return new GovernmentProfile("City " + UUID.randomUUID(), "MUNICIPALITY", "UG", "AFRICA", "");
	}

	/** Two accounts from the time when an address had more than one form. */
	private Person ofTheSameMailbox(Person person) {
		Person duplicate = somebody();
		jdbc.sql("update account set same_as = ?, former_email = email, email = ? where id = ?")
			.params(person.id().value(), person.email(), duplicate.id().value())
			.update();
		return duplicate;
	}

	private GovernmentId governmentOf(Person person) {
		return use(Governments.class).actedForBy(person.id()).orElseThrow().id();
	}

	private <T> T use(Class<T> useCase) {
		return desk.getBean(useCase);
	}

	private static Set<String> kindsInTheCode() {
		Set<String> kinds = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
				KIND.matcher(Files.readString(source)).results().forEach(found -> kinds.add(found.group(1)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return kinds;
	}

	/** Whatever takes a person and may write, outside the pages. */
	private Set<String> whatPersonsDo() {
		return Arrays.stream(desk.getBeanDefinitionNames())
			.map(desk::getType)
			.filter(type -> type != null)
			.map(ClassUtils::getUserClass)
			.filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isInterface() && isOfTheDomain(type.getPackageName()))
			.flatMap(type -> Arrays.stream(type.getDeclaredMethods()).filter(TrailOfEveryActTests::isAct))
			.map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isOfTheDomain(String name) {
		List<String> parts = List.of(name.split("\\."));
		return parts.size() > 2 && name.startsWith("org.calltolocalaction.") && DOMAIN.contains(parts.get(2)) && !parts.contains("web");
	}

	private static boolean isAct(Method method) {
		TransactionAttribute transaction = new AnnotationTransactionAttributeSource().getTransactionAttribute(method, method.getDeclaringClass());
		return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && List.of(method.getParameterTypes()).contains(Person.class)
				&& (transaction == null || !transaction.isReadOnly());
	}

}
