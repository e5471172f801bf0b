package org.calltolocalaction.coordination.bulk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ForeseenAct;
import org.calltolocalaction.coordination.lists.SelectPledges;
import org.calltolocalaction.coordination.lists.SelectedPledge;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.coordinators.ConfirmedMessage;
import org.calltolocalaction.notifications.coordinators.CoordinatorsMails;
import org.calltolocalaction.notifications.coordinators.MemberToTell;
import org.calltolocalaction.notifications.coordinators.Message;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.coordinators.SendMessage;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator writes to those who represent the governments of selected pledges, in
 * words of their own, now or later. Each person gets one mail, which names all of theirs.
 */
@Service
public class WriteToGovernments {

	/** To more people it is not written at once. */
	public static final int MOST_PEOPLE = 5_000;

	private final SelectPledges select;

	private final Governments governments;

	private final CoordinatorsMails mails;

	private final SendMessage send;

	private final ConfirmBulkAct confirm;

	private final AuditTrail audit;

	WriteToGovernments(SelectPledges select, Governments governments, CoordinatorsMails mails, SendMessage send,
			ConfirmBulkAct confirm, AuditTrail audit) {
		this.select = select;
		this.governments = governments;
		this.mails = mails;
		this.send = send;
		this.confirm = confirm;
		this.audit = audit;
	}

	/**
	 * A message, and when it is to be sent.
	 *
	 * @param due empty where that is at once
	 */
	public record Outgoing(Message message, Optional<Instant> due) {
	}

	private record Plan(BulkForecast forecast, List<MemberToTell> members) {
	}

	/**
	 * What follows where this is written to them.
	 *
	 * @param samples the mail as the first reader of each language would get it
	 * @param shown one of all mails; empty where nobody is written to
	 */
	public record Preview(BulkForecast forecast, List<SampleMail> samples, Optional<ShownMail> shown) {
	}

	/**
	 * One of the mails, as its reader would get it.
	 *
	 * @param number of the mail, from 1
	 * @param reader how they sign
	 */
	public record ShownMail(int number, int of, String reader, String email, String government, SampleMail mail) {

		public boolean first() {
			return number == 1;
		}

		public boolean last() {
			return number == of;
		}

	}

	@Transactional(readOnly = true)
	public Preview preview(Selection selection, Message message, Person by) {
		return preview(selection, new Outgoing(message, Optional.empty()), 1, by);
	}

	/**
	 * @param mail which of the mails is shown, from 1; where there are fewer, the last
	 */
	@Transactional(readOnly = true)
	public Preview preview(Selection selection, Outgoing outgoing, int mail, Person by) {
		by.requireOversight();
		Plan plan = plan(selection, outgoing, by);
		List<MemberToTell> members = plan.members();
		return new Preview(plan.forecast(), mails.messages(members, outgoing.message()),
				members.isEmpty() ? Optional.empty()
						: Optional.of(shown(members, Math.max(1, Math.min(mail, members.size())), outgoing.message())));
	}

	private ShownMail shown(List<MemberToTell> members, int number, Message message) {
		MemberToTell member = members.get(number - 1);
		return new ShownMail(number, members.size(), member.person().name(), member.person().shownEmail(),
				member.governmentName(), mails.message(member, message));
	}

	@Transactional
	public BulkAnswer write(Selection selection, Message message, Confirmation confirmation, Person by) {
		return write(selection, new Outgoing(message, Optional.empty()), confirmation, by);
	}

	/**
	 * Confirms it: to whom it goes is settled then, whatever the search finds later.
	 */
	@Transactional
	public BulkAnswer write(Selection selection, Outgoing outgoing, Confirmation confirmation, Person by) {
		by.requireCoordinator();
		return confirm.confirm(confirmation, () -> plan(selection, outgoing, by), Plan::forecast, plan -> {
			EntryId act = audit
				.record((outgoing.due().isPresent() ? AuditEntry.of("edition.message-planned", selection.edition())
						: AuditEntry.of("edition.pledges-written-to", selection.edition()))
					.by(by)
					.with("pledges", plan.forecast().concerned().size())
					.with("mails", plan.forecast().mails())
					.with("due", outgoing.due())
					.personal("subject", outgoing.message().subject())
					.personal("message", outgoing.message().text()));
			send.send(new ConfirmedMessage(new MessageId(confirmation.once().value()), selection.edition(),
					outgoing.message(), outgoing.due(), act), plan.members(), by);
		});
	}

	private Plan plan(Selection selection, Outgoing outgoing, Person by) {
		List<SelectedPledge> selected = select.of(selection, Selection.MOST_WRITTEN_TO, by);
		Map<GovernmentId, List<Person>> people = governments
			.members(selected.stream().map(SelectedPledge::government).distinct().toList());
		Map<Boolean, List<SelectedPledge>> reached = selected.stream()
			.collect(Collectors.partitioningBy(pledge -> people.containsKey(pledge.government())));
		List<MemberToTell> members = ToldMembers.of(reached.getOrDefault(true, List.of()),
				pledge -> people.getOrDefault(pledge.government(), List.of()));
		if (members.size() > MOST_PEOPLE) {
			throw new Refused("bulk.refused.too-many-people", members.size(), MOST_PEOPLE);
		}
		List<PledgeReference> unreached = references(reached.getOrDefault(false, List.of()));
		return new Plan(new BulkForecast(
				new ActForecast(ForeseenAct.WRITE_TO_GOVERNMENTS, selection.edition().value(), List.of(), List.of(),
						ToldMembers.mails(MailKind.COORDINATORS_MESSAGE, members.stream().map(MemberToTell::about))
							.toList()),
				references(reached.getOrDefault(true, List.of())),
				unreached.isEmpty() ? Map.of() : Map.of(LeftOut.NOBODY_TO_TELL, unreached), ToldMembers.told(members),
				List.of(recipients(members), outgoing)), members);
	}

	private static List<PledgeReference> references(Collection<SelectedPledge> pledges) {
		return pledges.stream().map(SelectedPledge::reference).toList();
	}

	/** Whom it reaches, and of which pledges each is told. */
	private static List<String> recipients(List<MemberToTell> members) {
		return members.stream().map(member -> member.person().id() + " " + member.pledges()).sorted().toList();
	}

}
