package org.calltolocalaction.coordination.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.bulk.BulkForecast.Told;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ForeseenAct;
import org.calltolocalaction.coordination.lists.SelectPledges;
import org.calltolocalaction.coordination.lists.SelectedPledge;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.coordinators.CoordinatorsMails;
import org.calltolocalaction.notifications.coordinators.MemberToTell;
import org.calltolocalaction.notifications.coordinators.ReviewerToTell;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator reminds whoever has to do something before selected pledges go on:
 * reviewers of open reviews, and those who represent a government whose pledge is to be
 * submitted. Each person gets one mail with all of theirs.
 */
@Service
public class RemindPledges {

	private final SelectPledges select;

	private final Governments governments;

	private final OwedReviews owed;

	private final LatelyReminded lately;

	private final CoordinatorsMails mails;

	private final ConfirmBulkAct confirm;

	private final AuditTrail audit;

	RemindPledges(SelectPledges select, Governments governments, OwedReviews owed, LatelyReminded lately,
			CoordinatorsMails mails, ConfirmBulkAct confirm, AuditTrail audit) {
		this.select = select;
		this.governments = governments;
		this.owed = owed;
		this.lately = lately;
		this.mails = mails;
		this.confirm = confirm;
		this.audit = audit;
	}

	/** Whom it reminds of what. */
	private record Plan(BulkForecast forecast, List<MemberToTell> members, List<ReviewerToTell> reviewers,
			Map<PledgeReference, Set<AccountId>> told) {
	}

	/**
	 * What follows where those of the selected pledges are reminded.
	 *
	 * @param samples a mail as the first reader of each language would get it
	 */
	public record Preview(BulkForecast forecast, List<SampleMail> samples) {
	}

	@Transactional(readOnly = true)
	public Preview preview(Selection selection, Person by) {
		by.requireOversight();
		Plan plan = plan(selection, by);
		return new Preview(plan.forecast(),
				Stream
					.concat(mails.remindersToMembers(plan.members()).stream(),
							mails.remindersToReviewers(plan.reviewers(), by).stream())
					.toList());
	}

	@Transactional
	public BulkAnswer remind(Selection selection, Confirmation confirmation, Person by) {
		by.requireCoordinator();
		return confirm.confirm(confirmation, () -> plan(selection, by), Plan::forecast, plan -> {
			mails.remindMembers(plan.members(), confirmation.once());
			mails.remindReviewers(plan.reviewers(), confirmation.once(), by);
			lately.note(plan.told());
			plan.told()
				.forEach((reference, people) -> audit
					.record(AuditEntry.of("pledge.reminded", reference).by(by).with("told", people)));
			audit.record(AuditEntry.of("edition.pledges-reminded", selection.edition())
				.by(by)
				.with("pledges", plan.told().size())
				.with("mails", plan.forecast().mails()));
		});
	}

	private Plan plan(Selection selection, Person by) {
		List<SelectedPledge> selected = select.of(selection, by);
		Map<PledgeReference, Set<Person>> concerned = concerned(selected);
		LatelyReminded.Of reminded = lately.of(concerned.keySet());
		Map<PledgeReference, Set<Person>> told = new TreeMap<>();
		Map<LeftOut, List<PledgeReference>> leftOut = new EnumMap<>(LeftOut.class);
		for (SelectedPledge pledge : selected) {
			Set<Person> people = concerned.getOrDefault(pledge.reference(), Set.of());
			Set<Person> now = people.stream()
				.filter(person -> !reminded.any(person, pledge.reference()))
				.collect(Collectors.toCollection(LinkedHashSet::new));
			if (now.isEmpty()) {
				leftOut.computeIfAbsent(why(pledge.state(), people), reason -> new ArrayList<>())
					.add(pledge.reference());
			}
			else {
				told.put(pledge.reference(), now);
			}
		}
		return plan(selection.edition(), selected, told, leftOut);
	}

	private static LeftOut why(PledgeState state, Set<Person> people) {
		if (state == PledgeState.DISAGREEMENT) {
			return LeftOut.WAITS_FOR_COORDINATORS;
		}
		if (state != PledgeState.UNDER_REVIEW && !waitsForMembers(state)) {
			return LeftOut.DECIDED;
		}
		return people.isEmpty() ? LeftOut.NOBODY_TO_TELL : LeftOut.REMINDED_LATELY;
	}

	private static boolean waitsForMembers(PledgeState state) {
		return state == PledgeState.DRAFT || state.waitsForItsGovernment();
	}

	/** Who has to do something, reminded lately or not. */
	private Map<PledgeReference, Set<Person>> concerned(List<SelectedPledge> selected) {
		Map<PledgeReference, Set<Person>> concerned = new HashMap<>();
		List<SelectedPledge> withGovernments = selected.stream()
			.filter(pledge -> waitsForMembers(pledge.state()))
			.toList();
		Map<GovernmentId, List<Person>> members = governments
			.members(withGovernments.stream().map(SelectedPledge::government).distinct().toList());
		withGovernments.forEach(pledge -> concerned.put(pledge.reference(),
				new LinkedHashSet<>(members.getOrDefault(pledge.government(), List.of()))));
		owed.of(selected.stream().filter(pledge -> pledge.state() == PledgeState.UNDER_REVIEW).toList())
			.forEach((review, people) -> concerned.computeIfAbsent(review.reference(), pledge -> new LinkedHashSet<>())
				.addAll(people));
		return concerned;
	}

	private static List<ReviewerToTell> reviewers(List<SelectedPledge> concerned,
			Map<PledgeReference, Set<Person>> told) {
		Map<Person, List<PledgeReference>> theirs = new LinkedHashMap<>();
		concerned.stream()
			.filter(pledge -> !waitsForMembers(pledge.state()))
			.map(SelectedPledge::reference)
			.forEach(reference -> told.getOrDefault(reference, Set.of())
				.forEach(person -> theirs.computeIfAbsent(person, reviewer -> new ArrayList<>()).add(reference)));
		return theirs.entrySet().stream().map(entry -> new ReviewerToTell(entry.getKey(), entry.getValue())).toList();
	}

	private static Plan plan(EditionYear edition, List<SelectedPledge> selected, Map<PledgeReference, Set<Person>> told,
			Map<LeftOut, List<PledgeReference>> leftOut) {
		List<SelectedPledge> concerned = selected.stream()
			.filter(pledge -> told.containsKey(pledge.reference()))
			.toList();
		List<MemberToTell> members = ToldMembers.of(
				concerned.stream().filter(pledge -> waitsForMembers(pledge.state())).toList(),
				pledge -> told.getOrDefault(pledge.reference(), Set.of()));
		List<ReviewerToTell> reviewers = reviewers(concerned, told);
		List<MailsForeseen> written = Stream
			.concat(ToldMembers.mails(MailKind.PLEDGES_REMINDER, members.stream().map(MemberToTell::about)),
					ToldMembers.mails(MailKind.WORK_REMINDER, reviewers.stream().map(ReviewerToTell::about)))
			.toList();
		Map<String, Long> teams = reviewers.stream()
			.collect(Collectors.groupingBy(reviewer -> reviewer.person().requirePartner().value(),
					Collectors.counting()));
		List<Told> toldWhom = Stream
			.concat(ToldMembers.told(members).stream(),
					teams.entrySet().stream().map(team -> new Told(team.getKey(), true, team.getValue().intValue())))
			.toList();
		Map<PledgeReference, Set<AccountId>> ids = new TreeMap<>();
		told.forEach((reference, people) -> ids.put(reference,
				people.stream()
					.map(Person::id)
					.sorted(Comparator.comparing(AccountId::value))
					.collect(Collectors.toCollection(LinkedHashSet::new))));
		return new Plan(new BulkForecast(
				new ActForecast(ForeseenAct.REMIND_PLEDGES, edition.value(), List.of(), List.of(), written),
				List.copyOf(ids.keySet()), leftOut, toldWhom, List.of(ids)), members, reviewers, ids);
	}

}
