package org.calltolocalaction.reviews.discussion;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.ShortText;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.reviews.remarks.Discussion;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.reviews.remarks.PeopleMentioned;
import org.calltolocalaction.reviews.remarks.PledgeDiscussion;
import org.calltolocalaction.reviews.remarks.Remark;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviewers of all partners and coordinators talk about a pledge among themselves; its
 * government never reads it.
 */
@Service
public class DiscussPledge implements PledgeDiscussion {

	/** Said in the texts, too. */
	private static final int LONGEST = 4_000;

	private final Discussants discussants;

	private final Remarks remarks;

	private final ReadableVersions readable;

	private final People people;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DiscussPledge(Discussants discussants, Remarks remarks, ReadableVersions readable, People people, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.discussants = discussants;
		this.remarks = remarks;
		this.readable = readable;
		this.people = people;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Discussion> read(PledgeReference reference, Person reader) {
		return discussants.besides(reader, reference).map(others -> discussion(reference, others, reader));
	}

	@Override
	@Transactional(readOnly = true)
	public Map<PledgeReference, List<Discussion.Entry>> said(Collection<PledgeReference> references, Person reader) {
		Map<PledgeReference, List<Remark>> said = remarks.ofAll(discussants.open(reader, references));
		if (!reader.oversees()) {
			readable.limited(said.keySet(), reader.id())
				.forEach((reference, from) -> said.computeIfPresent(reference,
						(any, all) -> all.stream().filter(remark -> from.includes(remark.writtenAt())).toList()));
		}
		said.values().removeIf(List::isEmpty);
		Map<AccountId, Person> named = named(said.values().stream().flatMap(List::stream));
		return said.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					of -> of.getValue().stream().map(remark -> entry(remark, named, reader)).toList()));
	}

	@Override
	@Transactional
	public void write(PledgeReference reference, NewRemark typed, Person by) {
		by.requireMayChange();
		List<Person> others = discussants.besides(by, reference)
			.orElseThrow(() -> new NotFound("The discussion of " + reference));
		String text = ShortText.of(typed.text())
			.require(LONGEST, "reviews.discussion.empty", "reviews.discussion.long");
		Set<AccountId> mentioned = Mentions.in(text, others);
		others.stream().map(Person::id).filter(id -> typed.mentioned().contains(id.value())).forEach(mentioned::add);
		remarks.add(reference, by, text, mentioned, typed.pageKey(), clock.instant()).ifPresent(remark -> {
			audit.record(discussed(remark, reference, others).by(by));
			if (!mentioned.isEmpty()) {
				events.publishEvent(new PeopleMentioned(reference, remark));
			}
		});
	}

	private Discussion discussion(PledgeReference reference, List<Person> others, Person reader) {
		List<Remark> said = readableTo(reader, reference);
		Map<AccountId, Person> named = named(said.stream());
		return new Discussion(said.stream().map(remark -> entry(remark, named, reader)).toList(), others, reader.zone(),
				UUID.randomUUID());
	}

	private Map<AccountId, Person> named(Stream<Remark> said) {
		return people.all(said.flatMap(remark -> Stream.concat(Stream.of(remark.author()), remark.mentioned().stream()))
			.collect(Collectors.toSet()));
	}

	private List<Remark> readableTo(Person reader, PledgeReference reference) {
		List<Remark> said = remarks.of(reference);
		if (reader.oversees()) {
			return said;
		}
		ReadableVersions.From from = readable.of(reference, reader.id());
		return said.stream().filter(remark -> from.includes(remark.writtenAt())).toList();
	}

	private static Discussion.Entry entry(Remark remark, Map<AccountId, Person> named, Person reader) {
		return new Discussion.Entry(name(remark.author(), named), remark.partner(), remark.author().equals(reader.id()),
				remark.text(), remark.writtenAt(),
				remark.mentioned().stream().map(person -> name(person, named)).sorted().toList());
	}

	private static String name(AccountId id, Map<AccountId, Person> named) {
		return Objects.requireNonNull(named.get(id), "Whoever says something, or is called, has an account").name();
	}

	/** Whom it called, not what it says: that stands in the discussion. */
	private static AuditEntry discussed(Remark remark, PledgeReference reference, List<Person> others) {
		List<AccountId> told = others.stream().map(Person::id).filter(remark.mentioned()::contains).toList();
		return AuditEntry.of("review.discussed", reference)
			.with("partner", remark.partner())
			.with("mentioned", Optional.of(told).filter(some -> !some.isEmpty()));
	}

}
