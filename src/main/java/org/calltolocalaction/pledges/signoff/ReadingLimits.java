package org.calltolocalaction.pledges.signoff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a reading link opens a draft, and how much may be done by links, so that one
 * in wrong hands does little harm.
 *
 * @param lifetime until a link expires
 * @param linksOfPledge how many may be open at once
 * @param answersOfLink how often one link may approve or ask for changes: each time the
 * government's members get an email
 */
@ConfigurationProperties("desk.reading")
record ReadingLimits(@DefaultValue("14d") Duration lifetime, @DefaultValue("5") int linksOfPledge,
		@DefaultValue("20") int answersOfLink) {

	private static final Duration SHORTEST = Duration.ofHours(1);

	private static final Duration LONGEST = Duration.ofDays(90);

	ReadingLimits {
		if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"desk.reading.lifetime: an hour to 90 days was expected, not " + lifetime);
		}
		if (linksOfPledge < 1 || answersOfLink < 1) {
			throw new IllegalArgumentException("desk.reading: at least one link and one answer was expected, not "
					+ linksOfPledge + " and " + answersOfLink);
		}
	}

}
