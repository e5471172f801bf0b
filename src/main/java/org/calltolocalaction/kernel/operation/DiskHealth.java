package org.calltolocalaction.kernel.operation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether there is room where the desk writes. Its name is that of the one that comes
 * with Spring Boot, which it replaces, and which looks at the folder from which the desk
 * was started.
 */
@Component("diskSpaceHealthIndicator")
class DiskHealth implements HealthIndicator {

	private final DiskSpace disks;

	DiskHealth(DiskSpace disks) {
		this.disks = disks;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		for (DiskSpace.Folder folder : disks.folders()) {
			health.withDetail(folder.path().toString(), folder.trouble().orElse("has room"));
			if (folder.trouble().isPresent()) {
				health.status(Status.DOWN);
			}
		}
		return health.build();
	}

}
