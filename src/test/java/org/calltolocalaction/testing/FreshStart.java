package org.calltolocalaction.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** No test finds the time or the mails of another. */
class FreshStart implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) throws FolderException {
		ApplicationContext desk = SpringExtension.getApplicationContext(context);
		desk.getBean(MutableClock.class).reset();
		desk.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
	}

}
