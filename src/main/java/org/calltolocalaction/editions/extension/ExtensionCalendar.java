package org.calltolocalaction.editions.extension;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dates of an extension, for the process that waits for them. */
@Service
public class ExtensionCalendar {

	/** As the last reminder before a call's deadline. */
	private static final Period BEFORE = Period.ofDays(2);

	private final Extensions extensions;

	ExtensionCalendar(Extensions extensions) {
		this.extensions = extensions;
	}

	/** Two days before it ends; of one that is shorter than four, in its middle. */
	@Transactional(readOnly = true)
	public Instant reminder(ExtensionId id) {
		GrantedExtension granted = extensions.extension(id);
		return reminder(granted.extension(), granted.grantedAt());
	}

	/** The same of one that is granted then. */
	public static Instant reminder(Extension extension, Instant grantedAt) {
		Instant usual = extension.until().zoned().minus(BEFORE).toInstant();
		Instant middle = grantedAt.plus(Duration.between(grantedAt, extension.until().instant()).dividedBy(2));
		return usual.isBefore(middle) ? middle : usual;
	}

}
