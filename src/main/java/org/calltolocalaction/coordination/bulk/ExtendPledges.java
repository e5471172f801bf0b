package org.calltolocalaction.coordination.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.coordination.forecast.PlanExtensions;
import org.calltolocalaction.coordination.lists.SelectPledges;
import org.calltolocalaction.coordination.lists.SelectedPledge;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.GrantExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.coordinators.MemberToTell;
import org.calltolocalaction.notifications.edition.ExtensionMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator gives selected pledges and drafts more time than the deadline, each an
 * extension of its own, for one reason.
 */
@Service
public class ExtendPledges {

	private static final Set<PledgeState> AT_THEIR_END = Set.of(PledgeState.INCLUDED, PledgeState.DECLINED,
			PledgeState.WITHDRAWN);

	private final SelectPledges select;

	private final GrantExtension grant;

	private final CallPolicy callPolicy;

	private final PlanExtensions plans;

	private final Governments governments;

	private final ExtensionMails mails;

	private final ConfirmBulkAct confirm;

	private final AuditTrail audit;

	ExtendPledges(SelectPledges select, GrantExtension grant, CallPolicy callPolicy, PlanExtensions plans,
			Governments governments, ExtensionMails mails, ConfirmBulkAct confirm, AuditTrail audit) {
		this.select = select;
		this.grant = grant;
		this.callPolicy = callPolicy;
		this.plans = plans;
		this.governments = governments;
		this.mails = mails;
		this.confirm = confirm;
		this.audit = audit;
	}

	private record Plan(BulkForecast forecast, List<Extension> extensions, List<MemberToTell> members) {
	}

	/**
	 * What follows where they get more time.
	 *
	 * @param samples the mail as the first reader of each language would get it
	 */
	public record Preview(BulkForecast forecast, List<SampleMail> samples) {
	}

	/**
	 * @throws Refused where nobody can get an extension of this edition with this end
	 */
	@Transactional(readOnly = true)
	public Preview preview(Selection selection, Deadline until, String reason, Person by) {
		by.requireOversight();
		Plan plan = plan(selection, until, by);
		Map<Person, PledgeReference> members = new LinkedHashMap<>();
		plan.members().forEach(member -> members.put(member.person(), member.pledges().get(0).reference()));
		return new Preview(plan.forecast(), mails.samples(selection.edition(), until, Text.trimmed(reason), members));
	}

	@Transactional
	public BulkAnswer grant(Selection selection, Deadline until, String reason, Confirmation confirmation, Person by) {
		by.requireCoordinator();
		return confirm.confirm(confirmation, () -> {
			grant.holdStill();
			return plan(selection, until, by);
		}, Plan::forecast, plan -> {
			EntryId act = audit.record(AuditEntry.of("edition.pledges-extended", selection.edition())
				.by(by)
				.with("pledges", plan.extensions().size())
				.with("until", until.zoned())
				.with("mails", plan.forecast().mails())
				.personal("reason", Text.trimmed(reason)));
			grant.grantAll(selection.edition(), plan.extensions(), reason, act, by);
			audit.recordAll(plan.extensions()
				.stream()
				.map(extension -> AuditEntry.of("pledge.extended", new PledgeReference(extension.holder().id()))
					.by(by)
					.with("edition", selection.edition())
					.with("extension", extension.id())
					.with("until", extension.until().zoned())
					.with("act", act))
				.toList());
		});
	}

	private Plan plan(Selection selection, Deadline until, Person by) {
		EditionYear edition = selection.edition();
		List<SelectedPledge> selected = select.of(selection, by);
		grant.requirePossible(edition, until);
		Set<Holder> withAsMuchTime = grant.withAsMuchTime(edition, until);
		PlacementPolicy law = callPolicy.inOrder();
		List<SelectedPledge> concerned = new ArrayList<>();
		List<Extension> extensions = new ArrayList<>();
		Map<LeftOut, List<PledgeReference>> leftOut = new EnumMap<>(LeftOut.class);
		for (SelectedPledge pledge : selected) {
			Extension extension = Extension.granted(edition, Holder.pledge(pledge.reference().value()), until);
			Optional<LeftOut> why = Collections.disjoint(pledge.holders(), withAsMuchTime)
					? ofNoUse(pledge, extension, law) : Optional.of(LeftOut.HAS_AS_MUCH_TIME);
			why.ifPresentOrElse(
					reason -> leftOut.computeIfAbsent(reason, left -> new ArrayList<>()).add(pledge.reference()),
					() -> {
						concerned.add(pledge);
						extensions.add(extension);
					});
		}
		Map<GovernmentId, List<Person>> people = governments
			.members(concerned.stream().map(SelectedPledge::government).distinct().toList());
		List<MemberToTell> members = ToldMembers.of(concerned,
				pledge -> people.getOrDefault(pledge.government(), List.of()));
		return new Plan(
				new BulkForecast(plans.granting(edition, extensions, by),
						concerned.stream().map(SelectedPledge::reference).toList(), leftOut, ToldMembers.told(members),
						List.of(until, BulkForecast.ids(members.stream().map(member -> member.person().id())))),
				extensions, members);
	}

	/** What is on time already, or at its end, needs no time. */
	private static Optional<LeftOut> ofNoUse(SelectedPledge pledge, Extension extension, PlacementPolicy law) {
		if (AT_THEIR_END.contains(pledge.state())) {
			return Optional.of(LeftOut.DECIDED);
		}
		boolean ofUse = pledge.submission()
			.map(first -> wouldBeOnTime(first, extension, law))
			.orElse(pledge.state() == PledgeState.DRAFT);
		return ofUse ? Optional.empty() : Optional.of(LeftOut.NEEDS_NO_TIME);
	}

	private static boolean wouldBeOnTime(Submission first, Extension extension, PlacementPolicy law) {
		return extension.covers(first.firstSubmittedAt())
				&& !law.timelinessFor(extension.edition(), first).countsAsInTime();
	}

}
