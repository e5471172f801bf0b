package org.calltolocalaction.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumSet;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.request.Busy;
import org.calltolocalaction.kernel.request.SessionCookie;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the sessions in the database, so that signing in outlives a restart and any node
 * can answer. By hand, without Boot's starter, which wants a version of the library that
 * cannot be had together with Boot 4.1.2, and without the library's own filter for all
 * requests: each has its {@link RequestScopedSessions}.
 */
@Configuration(proxyBeanMethods = false)
class WebSessions {

	/** People write long forms, with a working day between two of their pages. */
	static final Duration IDLE = Duration.ofHours(12);

	@Bean
	@DependsOnDatabaseInitialization
	JdbcIndexedSessionRepository storedSessions(JdbcOperations jdbc, PlatformTransactionManager transactions) {
		TransactionTemplate ofItsOwn = new TransactionTemplate(transactions);
		ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, ofItsOwn);
		sessions.setDefaultMaxInactiveInterval(IDLE);
		// Two requests of one browser may write the same attribute at once; on PostgreSQL
		// the later simply wins.
		new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		return sessions;
	}

	// Error pages are a second dispatch of the same request, and they too know who is
	// asking; but for those that say that
	// nothing can be asked for now.
	@Bean
	FilterRegistrationBean<Filter> sessionsOnEveryDispatch(JdbcIndexedSessionRepository sessions,
			DeskProperties properties) {
		HttpSessionIdResolver cookie = cookie(properties);
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			if (Busy.told((HttpServletRequest) request)) {
				chain.doFilter(request, response);
				return;
			}
			ofOneRequest(sessions, cookie).doFilter(request, response, chain);
		});
		registration.setName("sessions");
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
		return registration;
	}

	private static <S extends Session> Filter ofOneRequest(SessionRepository<S> sessions,
			HttpSessionIdResolver cookie) {
		SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(new RequestScopedSessions<>(sessions));
		filter.setHttpSessionIdResolver(cookie);
		return filter;
	}

	private static HttpSessionIdResolver cookie(DeskProperties properties) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(SessionCookie.NAME);
		cookie.setUseHttpOnlyCookie(true);
		// Lax, not Strict: the sign-in link is followed from a mail and has to find its
		// session.
		cookie.setSameSite("Lax");
		cookie.setUseSecureCookie(properties.securelyReached());
		CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
		resolver.setCookieSerializer(cookie);
		return resolver;
	}

}
