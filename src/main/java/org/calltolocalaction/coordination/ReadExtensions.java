package org.calltolocalaction.coordination;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows coordinators who has more time for an edition, until when and why. Of a pledge
 * its reference and its government only: a draft is the government's own.
 */
@Service
@Transactional(readOnly = true)
public class ReadExtensions {

	/** How many of an edition a page lists. */
	private static final int MOST_LISTED = 200;

	private final Extensions extensions;

	private final Pledges pledges;

	private final Governments governments;

	private final People people;

	private final Clock clock;

	ReadExtensions(Extensions extensions, Pledges pledges, Governments governments, People people, Clock clock) {
		this.extensions = extensions;
		this.pledges = pledges;
		this.governments = governments;
		this.people = people;
		this.clock = clock;
	}

	/** Where an extension stands. */
	public enum Standing {

		RUNS, OVER, ENDED

	}

	/**
	 * @param grantedBy the address of the coordinator; empty where the account is gone
	 */
	public record Line(GrantedExtension granted, Government government, Optional<PledgeReference> pledge,
			Standing standing, String grantedBy) {

		public Extension extension() {
			return granted.extension();
		}

		public boolean runs() {
			return standing == Standing.RUNS;
		}

	}

	/** The first of an edition's extensions, the newest first, and how many there are. */
	public record Lines(List<Line> first, int total) {
	}

	public Lines of(EditionYear year, Person by) {
		by.requireOversight();
		List<GrantedExtension> all = extensions.of(year);
		return new Lines(lines(all.stream().limit(MOST_LISTED).toList()), all.size());
	}

	/** One of them, or {@link NotFound} where it is none of this edition. */
	public Line one(EditionYear year, ExtensionId id, Person by) {
		by.requireOversight();
		GrantedExtension granted = extensions.extension(id);
		if (!granted.extension().edition().equals(year)) {
			throw new NotFound("Extension %s of edition %s".formatted(id, year));
		}
		return lines(List.of(granted)).get(0);
	}

	private List<Line> lines(List<GrantedExtension> shown) {
		Map<PledgeReference, Pledge> known = pledges.all(shown.stream().flatMap(one -> pledge(one).stream()).toList())
			.stream()
			.collect(Collectors.toMap(Pledge::reference, pledge -> pledge));
		Map<GovernmentId, Government> bodies = governments
			.all(shown.stream().flatMap(one -> government(one, known)).distinct().toList());
		Map<AccountId, Person> granting = people
			.afterJoining(shown.stream().map(GrantedExtension::grantedBy).collect(Collectors.toSet()));
		return shown.stream()
			.flatMap(one -> government(one, known).map(bodies::get)
				.map(government -> new Line(one, government, pledge(one), standing(one.extension()),
						Optional.ofNullable(granting.get(one.grantedBy())).map(Person::email).orElse(""))))
			.toList();
	}

	private Standing standing(Extension extension) {
		if (extension.endedAt().isPresent()) {
			return Standing.ENDED;
		}
		return extension.runs(clock.instant()) ? Standing.RUNS : Standing.OVER;
	}

	private static Optional<PledgeReference> pledge(GrantedExtension granted) {
		return Optional.of(granted.extension().holder())
			.filter(Holder::isPledge)
			.map(holder -> new PledgeReference(holder.id()));
	}

	private static Stream<GovernmentId> government(GrantedExtension granted, Map<PledgeReference, Pledge> known) {
		Holder holder = granted.extension().holder();
		return holder.isPledge()
				? Optional.ofNullable(known.get(new PledgeReference(holder.id()))).map(Pledge::government).stream()
				: Stream.of(GovernmentId.of(holder.id()));
	}

}
