package org.calltolocalaction.notifications.outbox;

import org.calltolocalaction.post.PostOffice;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells operators whether mails get out, and how many wait for them. A desk whose mails
 * wait is well: it is up.
 */
@Component
public class OutboxHealthIndicator implements HealthIndicator {

	private final OutboxFigures figures;

	private final PostOffice postOffice;

	public OutboxHealthIndicator(OutboxFigures figures, PostOffice postOffice) {
		this.figures = figures;
		this.postOffice = postOffice;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		postOffice.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
		figures.latest().ifPresent(latest -> {
			health.withDetail("waiting", latest.waiting()).withDetail("failed", latest.failed());
			latest.oldest().ifPresent(oldest -> health.withDetail("oldest", oldest));
		});
		return health.build();
	}

}
