package org.calltolocalaction.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.calendar.CallCalendar;
import org.calltolocalaction.notifications.coordinators.SendMessage;
import org.calltolocalaction.notifications.digest.DigestCalendar;
import org.calltolocalaction.notifications.digest.WriteDigest;
import org.calltolocalaction.editions.extension.ExtensionCalendar;
import org.calltolocalaction.governments.membership.JoinRequestCalendar;
import org.calltolocalaction.notifications.membership.JoinRequestMails;
import org.calltolocalaction.notifications.edition.ClosingMails;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.notifications.edition.ExtensionMails;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.notifications.review.ReviewRoundMails;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.placement.CheckDeadline;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.absence.TellDeputy;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * A test of the real models in the real engine, on PostgreSQL: everything of this module,
 * and nothing of the others but mocks of the use cases that the models call. It is 1 June
 * 2026 until a test lets time pass, and jobs run only when a test makes them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringJUnitConfig(ProcessTestConfiguration.class)
@MockitoBean(types = { DecidePledge.class, PledgeMails.class, PlacementMails.class, EditionMails.class,
		ClosingMails.class, IncludePledge.class, EditionReports.class, CloseCall.class, CallCalendar.class,
		ReviewRound.class, ReviewDates.class, ReviewRoundMails.class, CheckDeadline.class, WriteDigest.class,
		DigestCalendar.class, Absences.class, TellDeputy.class, SendMessage.class, ExtensionCalendar.class,
		ExtensionMails.class, JoinRequestCalendar.class, JoinRequestMails.class })
@ExtendWith(QuietEngine.class)
@interface ProcessTest {

}
