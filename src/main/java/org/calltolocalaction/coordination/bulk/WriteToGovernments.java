package org.calltolocalaction.coordination.bulk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ForeseenAct;
import org.calltolocalaction.coordination.lists.SelectPledges;
import org.calltolocalaction.coordination.lists.SelectedPledge;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.coordinators.CoordinatorsMails;
import org.calltolocalaction.notifications.coordinators.MemberToTell;
import org.calltolocalaction.notifications.coordinators.Message;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator writes to those who represent the governments of selected pledges, in
 * words of their own. Each person gets one mail, which names all of theirs.
 */
@Service
public class WriteToGovernments {

	private final SelectPledges select;

	private final Governments governments;

	private final CoordinatorsMails mails;

	private final ConfirmBulkAct confirm;

	private final AuditTrail audit;

	WriteToGovernments(SelectPledges select, Governments governments, CoordinatorsMails mails, ConfirmBulkAct confirm,
			AuditTrail audit) {
		this.select = select;
		this.governments = governments;
		this.mails = mails;
		this.confirm = confirm;
		this.audit = audit;
	}

	private record Plan(BulkForecast forecast, List<MemberToTell> members) {
	}

	/**
	 * What follows where this is written to them.
	 *
	 * @param samples the mail as the first reader of each language would get it
	 */
	public record Preview(BulkForecast forecast, List<SampleMail> samples) {
	}

	@Transactional(readOnly = true)
	public Preview preview(Selection selection, Message message, Person by) {
		by.requireOversight();
		Plan plan = plan(selection, message, by);
		return new Preview(plan.forecast(), mails.messages(plan.members(), message));
	}

	@Transactional
	public BulkAnswer write(Selection selection, Message message, Confirmation confirmation, Person by) {
		by.requireCoordinator();
		return confirm.confirm(confirmation, () -> plan(selection, message, by), Plan::forecast, plan -> {
			mails.write(plan.members(), message, confirmation.once());
			EntryId act = audit.record(AuditEntry.of("edition.pledges-written-to", selection.edition())
				.by(by)
				.with("pledges", plan.forecast().concerned().size())
				.with("mails", plan.forecast().mails())
				.personal("subject", message.subject())
				.personal("message", message.text()));
			told(plan.members()).forEach((reference, accounts) -> audit
				.record(AuditEntry.of("pledge.written-to", reference).by(by).with("told", accounts).with("act", act)));
		});
	}

	private Plan plan(Selection selection, Message message, Person by) {
		List<SelectedPledge> selected = select.of(selection, by);
		Map<GovernmentId, List<Person>> people = governments
			.members(selected.stream().map(SelectedPledge::government).distinct().toList());
		Map<Boolean, List<SelectedPledge>> reached = selected.stream()
			.collect(Collectors.partitioningBy(pledge -> people.containsKey(pledge.government())));
		List<MemberToTell> members = ToldMembers.of(reached.getOrDefault(true, List.of()),
				pledge -> people.getOrDefault(pledge.government(), List.of()));
		List<PledgeReference> unreached = references(reached.getOrDefault(false, List.of()));
		return new Plan(new BulkForecast(
				new ActForecast(ForeseenAct.WRITE_TO_GOVERNMENTS, selection.edition().value(), List.of(), List.of(),
						ToldMembers.mails(MailKind.COORDINATORS_MESSAGE, members.stream().map(MemberToTell::about))
							.toList()),
				references(reached.getOrDefault(true, List.of())),
				unreached.isEmpty() ? Map.of() : Map.of(LeftOut.NOBODY_TO_TELL, unreached), ToldMembers.told(members),
				List.of(told(members), message)), members);
	}

	private static List<PledgeReference> references(Collection<SelectedPledge> pledges) {
		return pledges.stream().map(SelectedPledge::reference).toList();
	}

	private static Map<PledgeReference, Set<AccountId>> told(List<MemberToTell> members) {
		Map<PledgeReference, Set<AccountId>> told = new TreeMap<>();
		members.forEach(member -> member.pledges()
			.forEach(pledge -> told
				.computeIfAbsent(pledge.reference(), reference -> new TreeSet<>(Comparator.comparing(AccountId::value)))
				.add(member.person().id())));
		return told;
	}

}
