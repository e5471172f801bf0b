package org.calltolocalaction.identity.web.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;

/**
 * Gives who asks again the link that they were sent already, as long as it lives until
 * another may be asked for: the mail that a stranger asked for serves its owner,
 * whichever arrives first is good, and asking makes no new secrets.
 */
public class LiveLinks implements OneTimeTokenService {

	private final OneTimeTokenService tokens;

	private final JdbcClient jdbc;

	private final Clock clock;

	public LiveLinks(OneTimeTokenService tokens, JdbcClient jdbc, Clock clock) {
		this.tokens = tokens;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
		return living(request.getUsername()).orElseGet(() -> tokens.generate(request));
	}

	@Override
	public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken token) {
		return tokens.consume(token);
	}

	private Optional<OneTimeToken> living(String email) {
		return jdbc
			.sql("select token_value, expires_at from one_time_tokens where username = ? and expires_at >= ? "
					+ "order by expires_at desc limit 1")
			.params(email, clock.instant().plus(SignInPace.SENT_AGAIN_WHILE).atOffset(ZoneOffset.UTC))
			.query((row,
					number) -> (OneTimeToken) new DefaultOneTimeToken(row.getString("token_value"), email,
							row.getObject("expires_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

}
