package org.calltolocalaction.notifications.coordinators;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.coordinators.Messages.Kept;
import org.calltolocalaction.notifications.coordinators.MessageReaders.Waiting;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a message of a coordinator to those who were foretold, as mails that are due at
 * once or at the instant that was chosen. To as many as one portion holds it is written
 * in the transaction of the act; to the others portion by portion when that has ended, by
 * the process, so that whoever confirms waits for no more than the first.
 */
@Service
public class SendMessage {

	/** To about how many it is written in one transaction. */
	public static final int PORTION = 100;

	private final CoordinatorsMails mails;

	private final Messages messages;

	private final MessageReaders readers;

	private final MessageClerk clerk;

	private final People people;

	private final Governments governments;

	private final AuditTrail audit;

	private final Clock clock;

	SendMessage(CoordinatorsMails mails, Messages messages, MessageReaders readers, MessageClerk clerk, People people,
			Governments governments, AuditTrail audit, Clock clock) {
		this.mails = mails;
		this.messages = messages;
		this.readers = readers;
		this.clerk = clerk;
		this.people = people;
		this.governments = governments;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @param members at least one
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(ConfirmedMessage message, List<MemberToTell> members, Person by) {
		Instant now = clock.instant();
		messages.keep(message, members.size(), by.id(), now);
		List<List<MemberToTell>> portions = MessageReaders.portions(members, PORTION);
		List<MemberToTell> first = portions.get(0);
		write(message, now, first, 0, by);
		if (portions.size() > 1) {
			readers.keep(message.id(), portions.subList(1, portions.size()), first.size());
			clerk.begin(message.id());
		}
	}

	/** How many portions are left to be written. */
	@Transactional(readOnly = true)
	public int portions(MessageId message) {
		return readers.portions(message);
	}

	/**
	 * Writes one of them, to those who still represent the government; to nobody where it
	 * was written before, was cancelled, or its words were erased. Called by the process.
	 * @param number from 1
	 */
	@Transactional
	public void writePortion(MessageId id, int number) {
		Kept kept = messages.lock(id);
		List<Waiting> waiting = kept.cancelled() ? List.of() : readers.take(id, number);
		if (waiting.isEmpty()) {
			return;
		}
		messages.words(kept).ifPresent(message -> {
			List<AccountId> accounts = waiting.stream().map(Waiting::account).toList();
			Map<AccountId, Person> known = people.all(accounts);
			Map<AccountId, GovernmentId> actsFor = governments.actedForBy(accounts);
			List<MemberToTell> members = waiting.stream()
				.filter(reader -> reader.government().equals(actsFor.get(reader.account())))
				.map(reader -> new MemberToTell(Objects.requireNonNull(known.get(reader.account())),
						reader.government(), reader.governmentName(), reader.pledges()))
				.toList();
			write(message, kept.confirmedAt(), members, waiting.get(0).place(), people.person(kept.by()));
		});
	}

	private void write(ConfirmedMessage message, Instant confirmedAt, List<MemberToTell> members, int firstPlace,
			Person by) {
		mails.write(members, message.message(), message.id());
		messages.plan(message, confirmedAt, members, firstPlace);
		audit.recordAll(told(members).entrySet()
			.stream()
			.map(pledge -> message.entry(pledge.getKey())
				.by(by)
				.with("told", pledge.getValue())
				.with("act", message.act())
				.with("due", message.due()))
			.toList());
	}

	private static Map<PledgeReference, Set<AccountId>> told(Collection<MemberToTell> members) {
		Map<PledgeReference, Set<AccountId>> told = new TreeMap<>();
		members.forEach(member -> member.pledges()
			.forEach(pledge -> told
				.computeIfAbsent(pledge.reference(), reference -> new TreeSet<>(Comparator.comparing(AccountId::value)))
				.add(member.person().id())));
		return told;
	}

}
