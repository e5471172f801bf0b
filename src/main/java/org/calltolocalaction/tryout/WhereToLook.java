package org.calltolocalaction.tryout;

import org.calltolocalaction.kernel.DeskProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells on the console where to look, once the desk serves. */
@Component
class WhereToLook {

	private static final Logger log = LoggerFactory.getLogger(WhereToLook.class);

	private final DeskProperties desk;

	private final DataFolder folder;

	private final Environment environment;

	WhereToLook(DeskProperties desk, DataFolder folder, Environment environment) {
		this.desk = desk;
		this.folder = folder;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void tell() {
		log.info(desk.tryout() ? whereToTryOut() : "The pledge desk serves " + desk.publicAddress());
	}

	private String whereToTryOut() {
		boolean local = environment.getProperty(StartingMode.LOCAL_MAILBOX, Boolean.class, false);
		String mails = local ? desk.addressOf("/dev/mailbox").toString()
				: "sent through " + environment.getProperty("spring.mail.host");
		return """


				    The pledge desk is ready, in demonstration mode.

				        Open     %s
				        Mails    %s
				        Data     %s (kept when you stop it; delete the folder to start again)
				        Stop     Ctrl+C

				    It shows demonstration content. To run it in production, configure a database: see README.md.
				""".formatted(desk.publicAddress(), mails, folder.root());
	}

}
