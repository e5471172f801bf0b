package org.calltolocalaction.editions.extension;

import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * More time that one government had is another's: both are the same. For whoever knows
 * governments, and places pledges anew by it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MoveExtensions {

	private final Extensions extensions;

	private final ApplicationEventPublisher events;

	MoveExtensions(Extensions extensions, ApplicationEventPublisher events) {
		this.extensions = extensions;
		this.events = events;
	}

	/**
	 * Whoever places pledges waits until this transaction ends: the caller has the order
	 * of the editions for itself.
	 */
	public void move(Holder from, Holder into) {
		ExtensionsMoved moved = new ExtensionsMoved(
				extensions.of(from).stream().map(Extension::edition).collect(Collectors.toSet()));
		if (!moved.editions().isEmpty()) {
			extensions.move(from, into);
			events.publishEvent(moved);
		}
	}

}
