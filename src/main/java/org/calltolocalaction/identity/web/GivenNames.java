package org.calltolocalaction.identity.web;

import org.calltolocalaction.identity.UpdateProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is wrong with a name, said beside the box in which it was typed. */
final class GivenNames {

	private GivenNames() {
	}

	static void check(@Nullable String name, BindingResult errors) {
		if (name == null || name.length() > UpdateProfile.LONGEST_NAME) {
			errors.rejectValue("name", "identity.profile.name.long", new Object[] { UpdateProfile.LONGEST_NAME }, null);
		}
		else if (!UpdateProfile.plausibleName(name)) {
			errors.rejectValue("name", "identity.profile.name.link");
		}
	}

}
