package org.calltolocalaction.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.kernel.request.ReadingOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The stored sessions as one request sees them. Spring Session asks for the session again
 * each time it looks whether the cookie is still right, and writes with each request when
 * the session was last used: three reads and a write that has to reach the disk, for a
 * page that changes nothing. Here a session is read once, and its last use is written
 * when a minute has passed since the one before.
 */
final class RequestScopedSessions<S extends Session> implements SessionRepository<RequestScopedSessions.Kept<S>> {

	/** Next to nothing beside the hours after which an unused session ends. */
	private static final Duration CLOSE_ENOUGH = Duration.ofMinutes(1);

	private final SessionRepository<S> stored;

	private final Map<String, Kept<S>> read = new HashMap<>();

	RequestScopedSessions(SessionRepository<S> stored) {
		this.stored = stored;
	}

	@Override
	public Kept<S> createSession() {
		return new Kept<>(stored.createSession());
	}

	@Override
	public void save(Kept<S> session) {
		ReadingOnly.apartFrom(() -> stored.save(session.stored));
	}

	@Override
	public Kept<S> findById(String id) {
		return read.computeIfAbsent(id, unread -> {
			S session = stored.findById(unread);
			return session == null ? null : new Kept<>(session);
		});
	}

	@Override
	public void deleteById(String id) {
		read.remove(id);
		ReadingOnly.apartFrom(() -> stored.deleteById(id));
	}

	/** A session whose last use is not worth being written each time. */
	static final class Kept<S extends Session> implements Session {

		private final S stored;

		private Kept(S stored) {
			this.stored = stored;
		}

		@Override
		public void setLastAccessedTime(Instant now) {
			if (now.isAfter(stored.getLastAccessedTime().plus(CLOSE_ENOUGH))) {
				stored.setLastAccessedTime(now);
			}
		}

		@Override
		public Instant getLastAccessedTime() {
			return stored.getLastAccessedTime();
		}

		@Override
		public String getId() {
			return stored.getId();
		}

		@Override
		public String changeSessionId() {
			return stored.changeSessionId();
		}

		@Override
		public <T> @Nullable T getAttribute(String name) {
			return stored.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return stored.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, Object value) {
			stored.setAttribute(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			stored.removeAttribute(name);
		}

		@Override
		public Instant getCreationTime() {
			return stored.getCreationTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			stored.setMaxInactiveInterval(interval);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return stored.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return stored.isExpired();
		}

	}

}
