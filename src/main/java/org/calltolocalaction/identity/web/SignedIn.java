package org.calltolocalaction.identity.web;

import java.util.List;
import org.calltolocalaction.identity.AccountId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * What a session keeps of a signed-in person: the account's id and nothing else. Roles
 * are no part of it, because they may be taken away while the session lives.
 */
public class SignedIn extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final AccountId account;

	public SignedIn(AccountId account) {
		super(List.of());
		this.account = account;
		setAuthenticated(true);
	}

	@Override
	public AccountId getPrincipal() {
		return account;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

}
