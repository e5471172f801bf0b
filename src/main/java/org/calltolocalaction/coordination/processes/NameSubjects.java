package org.calltolocalaction.coordination.processes;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of processes what they are about, as many as a page lists. */
@Component
@Transactional(readOnly = true)
public class NameSubjects {

	private static final ModelKey DIGEST = new ModelKey("mail-digest");

	private static final ModelKey EXTENSION = new ModelKey("extension");

	private static final ModelKey MESSAGE = new ModelKey("coordinators-message");

	private static final ModelKey ABSENCE = new ModelKey("absence");

	private static final ModelKey JOIN_REQUEST = new ModelKey("join-request");

	private static final Set<ModelKey> OF_EDITIONS = Set.of(new ModelKey("edition-cycle"),
			new ModelKey("closing-mails"));

	private final People people;

	private final Extensions extensions;

	NameSubjects(People people, Extensions extensions) {
		this.people = people;
		this.extensions = extensions;
	}

	/**
	 * A process by its model and its business key.
	 */
	public record Named(ModelKey model, String about) {
	}

	/** Each of them, by what was asked. */
	public Map<Named, Subject> of(Collection<Named> processes) {
		Map<String, Person> readers = readers(processes);
		Map<Named, Subject> subjects = new HashMap<>();
		for (Named one : new LinkedHashSet<>(processes)) {
			subjects.put(one, subject(one, readers));
		}
		return subjects;
	}

	private Map<String, Person> readers(Collection<Named> processes) {
		return people
			.all(processes.stream()
				.filter(one -> one.model().equals(DIGEST))
				.flatMap(one -> uuid(one.about()).stream())
				.map(AccountId::new)
				.collect(Collectors.toSet()))
			.entrySet()
			.stream()
			.collect(Collectors.toMap(found -> found.getKey().businessKey(), Map.Entry::getValue));
	}

	private Subject subject(Named one, Map<String, Person> readers) {
		String about = one.about();
		if (one.model().equals(ModelKey.PLEDGE_LIFECYCLE)) {
			return new Subject(Subject.Kind.PLEDGE, about, Optional.of("/coordination/pledges/" + about));
		}
		if (OF_EDITIONS.contains(one.model())) {
			return edition(Subject.Kind.EDITION, about, about, "");
		}
		if (one.model().equals(DIGEST)) {
			return new Subject(Subject.Kind.READER,
					Optional.ofNullable(readers.get(about)).map(Person::shownEmail).orElse(about), Optional.empty());
		}
		if (one.model().equals(EXTENSION)) {
			return uuid(about).flatMap(id -> extensions.find(new ExtensionId(id)))
				.map(granted -> edition(Subject.Kind.EXTENSION, about, granted.extension().edition().businessKey(),
						"/extensions"))
				.orElseGet(() -> new Subject(Subject.Kind.EXTENSION, about, Optional.empty()));
		}
		if (one.model().equals(JOIN_REQUEST)) {
			return new Subject(Subject.Kind.JOIN_REQUEST, about,
					Optional.of("/coordination/governments/requests/" + about));
		}
		if (one.model().equals(MESSAGE)) {
			return new Subject(Subject.Kind.MESSAGE, about, Optional.of("/coordination/messages/" + about));
		}
		return new Subject(one.model().equals(ABSENCE) ? Subject.Kind.ABSENCE : Subject.Kind.OTHER, about,
				Optional.empty());
	}

	private static Subject edition(Subject.Kind kind, String name, String year, String part) {
		return new Subject(kind, name, Optional.of("/coordination/editions/" + year + part));
	}

	private static Optional<UUID> uuid(String about) {
		try {
			return Optional.of(UUID.fromString(about));
		}
		catch (IllegalArgumentException noId) {
			return Optional.empty();
		}
	}

}
