package org.calltolocalaction.identity;

import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * A person does not review for the partner any more, or is suspended. Published in the
 * transaction that takes the role, so that nothing stays with somebody who cannot open
 * it.
 *
 * @param by the coordinator whose act it is
 */
public record ReviewingEnded(AccountId reviewer, PartnerCode partner, Person by) {
}
