package org.calltolocalaction.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.calltolocalaction.coordination.ImportEarlierPledges;
import org.calltolocalaction.coordination.ImportResult;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Fills an empty desk with something to try: earlier editions by the import, and the
 * edition to come by the use cases that people use. Each scene is one transaction, so
 * that a start that was interrupted is simply finished by the next.
 */
@Component
@ConditionalOnTryOut
class DemonstrationContent {

	private static final Forum FORUM = new Forum("Global Forum on Migration and Development",
			"Foro Mundial sobre Migración y Desarrollo", "Forum mondial sur la migration et le développement");

	private static final Logger log = LoggerFactory.getLogger(DemonstrationContent.class);

	private static final Resource EARLIER = new ClassPathResource("examples/pledges.json");

	private final DemonstrationPeople people;

	private final DemonstrationScenes scenes;

	private final DemonstrationRegistration registration;

	private final ImportEarlierPledges earlier;

	private final OpenEdition openEdition;

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final Vocabulary vocabulary;

	DemonstrationContent(DemonstrationPeople people, DemonstrationScenes scenes, DemonstrationRegistration registration,
			ImportEarlierPledges earlier, OpenEdition openEdition, Editions editions, CallPolicy callPolicy,
			Vocabulary vocabulary) {
		this.people = people;
		this.scenes = scenes;
		this.registration = registration;
		this.earlier = earlier;
		this.openEdition = openEdition;
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.vocabulary = vocabulary;
	}

	// Off the main path: the desk can be opened while its content is still being written.
	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		Thread writer = new Thread(this::write, "demonstration-content");
		writer.setDaemon(true);
		writer.start();
	}

	void write() {
		people.enter();
		ImportResult result = earlier.load(examples(), people.coordinator());
		openNext();
		registration.enter();
		long played = Scene.ALL.stream().filter(scenes::play).count();
		if (result.imported() + played > 0) {
			log.info("Demonstration content: {} earlier pledges imported, {} submitted anew", result.imported(),
					played);
		}
	}

	// Only on a desk that has opened none: what a visitor did with theirs is not to be
	// meddled with.
	private void openNext() {
		boolean opened = editions.newestFirst().stream().anyMatch(edition -> !edition.reportFrozen());
		EditionYear toCome = callPolicy.nextToCome();
		if (!opened && editions.find(toCome).isEmpty()) {
			openEdition.open(toCome, EditionSetup.usual(FORUM, vocabulary.activePartners(), Deadline.byDefault(toCome))
				.with(SignOffRule.RECOMMENDED), "The call of " + toCome, people.coordinator());
		}
	}

	private static byte[] examples() {
		try {
			return EARLIER.getContentAsByteArray();
		}
		catch (IOException missing) {
			throw new UncheckedIOException("The demonstration's earlier pledges are part of the desk", missing);
		}
	}

}
