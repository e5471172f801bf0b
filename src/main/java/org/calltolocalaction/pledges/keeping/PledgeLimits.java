package org.calltolocalaction.pledges.keeping;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one government and one person may keep here, so that nobody who registers a
 * government fills the database. Far above what anybody needs; an operator raises it for
 * who needs more.
 *
 * @param draftsOfGovernment drafts that are neither submitted nor discarded
 * @param draftsOfPerson the same, of those that one person began
 * @param filesOfGovernment all attached files together, those of submitted pledges too
 * @param filesOfPledge the same, of one pledge
 */
@ConfigurationProperties("desk.limits")
record PledgeLimits(@DefaultValue("50") int draftsOfGovernment, @DefaultValue("20") int draftsOfPerson,
		@DefaultValue("500MB") DataSize filesOfGovernment, @DefaultValue("100MB") DataSize filesOfPledge) {

	PledgeLimits {
		if (draftsOfGovernment < 1 || draftsOfPerson < 1) {
			throw new IllegalArgumentException("desk.limits: at least one draft was expected, not " + draftsOfGovernment
					+ " of a government and " + draftsOfPerson + " of a person");
		}
	}

}
