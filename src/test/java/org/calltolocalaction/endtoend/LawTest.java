package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.calltolocalaction.coordination.DeadlinePreview;
import org.calltolocalaction.coordination.OpeningForecast;
import org.calltolocalaction.coordination.TakeBackCall;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test of the law of the deadline: on the real processes and the real database. */
@DeskTest
abstract class LawTest {

	static final Set<PartnerCode> PARTNERS = Set.of(new PartnerCode("UCLG"), new PartnerCode("MMC"),
			new PartnerCode("IOM"));

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	Editions editions;

	@Autowired
	Inclusions inclusions;

	@Autowired
	Placements placements;

	@Autowired
	OpenEdition openEdition;

	@Autowired
	TakeBackCall takeBackCall;

	@Autowired
	OpeningForecast openingForecast;

	@Autowired
	DeadlinePreview deadlinePreview;

	@Autowired
	MailLog mails;

	@Autowired
	AuditTrail trail;

	@Autowired
	JdbcClient jdbc;

	/** As a coordinator does who has read what follows. */
	void takesBack(EditionYear year) {
		String foreseen = takeBackCall.forecast(year, story.coordinator()).plan().fingerprint();
		assertThat(takeBackCall.takeBack(year, "The wrong year", foreseen, story.coordinator())).isTrue();
	}

}
