package org.calltolocalaction.coordination.consistency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Begins a check, and tells what the last one found. */
@Service
public class CheckConsistency {

	private static final Logger log = LoggerFactory.getLogger(CheckConsistency.class);

	private final Checks checks;

	private final FindDifferences find;

	private final BackgroundWork background;

	CheckConsistency(Checks checks, FindDifferences find, BackgroundWork background) {
		this.checks = checks;
		this.find = find;
		this.background = background;
	}

	/**
	 * Begins one, which goes on after the answer.
	 * @return false where one is under way already
	 */
	public boolean begin(Person by) {
		by.requireCoordinator();
		by.requireThemselves();
		Optional<CheckId> begun = checks.begin(by.id());
		begun.ifPresent(id -> background.begin(() -> run(id)));
		return begun.isPresent();
	}

	/** The one that began last, if there was any. */
	public Optional<Check> newest(Person by) {
		by.requireOversight();
		return checks.newest();
	}

	private void run(CheckId id) {
		try {
			FindDifferences.Found found = find.all(() -> checks.seen(id));
			checks.ended(id, false, found.counts(), found.findings());
		}
		// Whatever it is, the page says that the check did not come to its end.
		catch (RuntimeException ex) {
			log.error("The consistency check {} broke off", id, ex);
			checks.ended(id, true, Map.of(), List.of());
		}
	}

}
