package org.calltolocalaction.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * No test finds the time, the mails or the drafts of another, and a desk is closed before
 * the database that it stands on.
 */
class FreshStart implements BeforeEachCallback, AfterEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) throws FolderException {
		ApplicationContext desk = SpringExtension.getApplicationContext(context);
		// Left to the end of the virtual machine, desk and database would end at once,
		// and the desk wait for connections.
		// The session's end, not the root's: forks are given one class after the other,
		// and each has a root of its own.
		context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(FreshStart.class))
			.computeIfAbsent(desk, open -> (AutoCloseable) ((ConfigurableApplicationContext) open)::close);
		desk.getBean(MutableClock.class).reset();
		desk.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
		nobodyHasADraft(desk.getBean(JdbcClient.class));
	}

	/**
	 * Every reminder and every move of a deadline would be written to them, in the end to
	 * a thousand.
	 */
	private static void nobodyHasADraft(JdbcClient jdbc) {
		try {
			jdbc.sql("update pledge set state = 'DISCARDED' where state = 'DRAFT'").update();
		}
		catch (CannotGetJdbcConnectionException away) {
			// A test of outages waits for its own database.
		}
	}

	/**
	 * The engine's clock is that of every engine in this run, and others wait for the
	 * time to go on.
	 */
	@Override
	public void afterEach(ExtensionContext context) {
		SpringExtension.getApplicationContext(context).getBean(MutableClock.class).reset();
	}

}
