package org.calltolocalaction.identity.web;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.calltolocalaction.kernel.DeskProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Keeps the sessions in the database, so that signing in outlives a restart and any node can answer. By hand, without
 * Boot's starter, which wants a version of the library that cannot be had together with Boot 4.1.1.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = WebSessions.IDLE_SECONDS)
class WebSessions {

	/** Twelve hours: people write long forms, with a working day between two of their pages. */
	static final int IDLE_SECONDS = 12 * 60 * 60;

	// Two requests of one browser may write the same attribute at once; on PostgreSQL the later simply wins.
	@Bean
	@DependsOnDatabaseInitialization
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastWriteWins() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	@Bean
	CookieSerializer sessionCookie(DeskProperties properties) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName("DESK_SESSION");
		cookie.setUseHttpOnlyCookie(true);
		// Lax, not Strict: the sign-in link is followed from a mail and has to find its session.
		cookie.setSameSite("Lax");
		cookie.setUseSecureCookie(properties.securelyReached());
		return cookie;
	}

	// Error pages are a second dispatch of the same request, and they too know who is asking.
	@Bean
	FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsOnEveryDispatch(SessionRepositoryFilter<?> filter) {
		FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
		return registration;
	}

}
