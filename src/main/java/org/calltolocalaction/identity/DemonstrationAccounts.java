package org.calltolocalaction.identity;

import java.util.List;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that the sign-in page offers with one click. Implemented in try-out mode
 * only: where no bean of this type exists, neither do the buttons nor the address behind
 * them.
 */
public interface DemonstrationAccounts {

	List<DemonstrationAccount> all();

	/**
	 * One role to play.
	 *
	 * @param roleKey the message key of what the person does, such as a member of a city
	 * @param partner for whom the person reviews; its name goes into the text of the key
	 * @param name the person, and whom they act for
	 */
	record DemonstrationAccount(String email, String roleKey, @Nullable PartnerCode partner, String name) {
	}

}
