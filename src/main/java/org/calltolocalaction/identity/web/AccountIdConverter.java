package org.calltolocalaction.identity.web;

import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads an account's id out of an address or a form. */
@Component
class AccountIdConverter implements Converter<String, AccountId> {

	@Override
	public AccountId convert(String text) {
		return new AccountId(UUID.fromString(text));
	}

}
