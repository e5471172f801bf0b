package org.calltolocalaction.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.coordination.bulk.BulkForecast;
import org.calltolocalaction.coordination.bulk.Confirmation;
import org.calltolocalaction.coordination.bulk.ExtendPledges;
import org.calltolocalaction.coordination.bulk.RemindPledges;
import org.calltolocalaction.coordination.bulk.WriteToGovernments;
import org.calltolocalaction.coordination.bulk.WriteToGovernments.Outgoing;
import org.calltolocalaction.coordination.forecast.ForetoldId;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.coordination.mails.ResendMails;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.GrantExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.coordinators.CancelMessage;
import org.calltolocalaction.notifications.coordinators.Message;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.log.MailLogKeys;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What coordinators do to many pledges at once, of each and of the edition. */
class TrailOfActsOnManyTests extends TrailTest {

	private static final Message MESSAGE = new Message("An invitation", "Please come", Languages.ENGLISH);

	private static final String REASON = "A storm";

	@Override
	List<Act> acts() {
		return List.of(new Act("ResendMails.resend", "mail.resent", () -> {
			MailId mail = aFailedReceipt();
			use(ResendMails.class).resend(mail, UUID.randomUUID(), story.coordinator());
			return Trace.by(story.coordinator(), new PledgeReference(aboutOf(mail)),
					Map.of("mail", mail, "resent", mail));
		}), new Act("ResendMails.resendFailed", "mail.resent", () -> {
			MailId mail = aFailedReceipt();
			SearchQuery found = new SearchSyntax(MailLogKeys.all(Enum::name, state -> state))
				.read(MailLogKeys.about(aboutOf(mail)));
			String foreseen = use(ResendMails.class).forecast(found, story.coordinator()).fingerprint();
			use(ResendMails.class).resendFailed(found, foreseen, story.coordinator());
			return Trace.by(story.coordinator(), new PledgeReference(aboutOf(mail)),
					Map.of("mail", mail, "resent", mail));
		}), new Act("RemindPledges.remind", "pledge.reminded", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = reminded(member, story.anOpenEdition());
			return Trace.by(story.coordinator(), draft, Map.of("told", List.of(member.id())));
		}), new Act("RemindPledges.remind", "edition.pledges-reminded", () -> {
			EditionYear year = story.anOpenEdition();
			reminded(story.memberOf("Kampala"), year);
			return Trace.by(story.coordinator(), year, Map.of("pledges", 1, "mails", 1));
		}), new Act("WriteToGovernments.write", "pledge.written-to", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = writtenTo(member, story.anOpenEdition());
			return Trace.by(story.coordinator(), draft, Map.of("told", List.of(member.id()), "act", ANY));
		}), new Act("WriteToGovernments.write", "edition.pledges-written-to", () -> {
			EditionYear year = story.anOpenEdition();
			writtenTo(story.memberOf("Kampala"), year);
			return new Trace(year, story.coordinator(), Map.of("pledges", 1, "mails", 1),
					Map.of("subject", MESSAGE.subject(), "message", MESSAGE.text()));
		}), new Act("WriteToGovernments.write", "pledge.message-planned", () -> {
			Person member = story.memberOf("Kampala");
			EditionYear year = story.anOpenEdition();
			PledgeReference draft = story.aDraftBy(member);
			planned(year, draft);
			return Trace.by(story.coordinator(), draft,
					Map.of("told", List.of(member.id()), "act", ANY, "due", due(year)));
		}), new Act("WriteToGovernments.write", "edition.message-planned", () -> {
			EditionYear year = story.anOpenEdition();
			planned(year, story.aDraftBy(story.memberOf("Kampala")));
			return new Trace(year, story.coordinator(), Map.of("pledges", 1, "mails", 1, "due", due(year)),
					Map.of("subject", MESSAGE.subject(), "message", MESSAGE.text()));
		}), new Act("CancelMessage.cancel", "edition.message-cancelled", () -> {
			EditionYear year = story.anOpenEdition();
			use(CancelMessage.class).cancel(planned(year, story.aDraftBy(story.memberOf("Kampala"))), REASON,
					story.coordinator());
			return Trace.by(story.coordinator(), year, Map.of("act", ANY, "mails", 1)).personal("reason", REASON);
		}), new Act("ExtendPledges.grant", "pledge.extended", () -> {
			EditionYear year = story.anOpenEdition();
			PledgeReference draft = extended(year);
			return Trace.by(story.coordinator(), draft,
					Map.of("edition", year, "extension", ANY, "until", later(year).zoned(), "act", ANY));
		}), new Act("ExtendPledges.grant", "edition.pledges-extended", () -> {
			EditionYear year = story.anOpenEdition();
			extended(year);
			return Trace.by(story.coordinator(), year, Map.of("pledges", 1, "mails", 1, "until", later(year).zoned()))
				.personal("reason", REASON);
		}), new Act("GrantExtension.grantAll", "edition.extension-granted", () -> {
			EditionYear year = story.anOpenEdition();
			PledgeReference draft = story.aDraftBy(story.memberOf("Kampala"));
			Extension extension = Extension.granted(year, Holder.pledge(draft.value()), later(year));
			EntryId act = new EntryId(4711);
			use(GrantExtension.class).grantAll(year, List.of(extension), REASON, act, story.coordinator());
			return Trace.by(story.coordinator(), year,
					Map.of("extension", extension.id(), "pledge", draft, "until", later(year).zoned(), "act", act));
		}));
	}

	private MailId aFailedReceipt() {
		story.anOpenEdition();
		PledgeReference pledge = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
		return new MailId(use(JdbcClient.class).sql("""
				update mail set state = 'FAILED', attempts = 1, next_attempt_at = null, leased_until = null
				where about = ? and kind = 'RECEIPT' returning id""").param(pledge.value()).query(UUID.class).single());
	}

	private String aboutOf(MailId mail) {
		return use(JdbcClient.class).sql("select about from mail where id = ?")
			.param(mail.value())
			.query(String.class)
			.single();
	}

	private PledgeReference reminded(Person member, EditionYear year) {
		PledgeReference draft = story.aDraftBy(member);
		RemindPledges remind = use(RemindPledges.class);
		remind.remind(drafts(year, draft),
				confirmed(remind.preview(drafts(year, draft), story.coordinator()).forecast()), story.coordinator());
		return draft;
	}

	private PledgeReference writtenTo(Person member, EditionYear year) {
		PledgeReference draft = story.aDraftBy(member);
		WriteToGovernments write = use(WriteToGovernments.class);
		write.write(drafts(year, draft), MESSAGE,
				confirmed(write.preview(drafts(year, draft), MESSAGE, story.coordinator()).forecast()),
				story.coordinator());
		return draft;
	}

	private MessageId planned(EditionYear year, PledgeReference draft) {
		WriteToGovernments write = use(WriteToGovernments.class);
		Outgoing later = new Outgoing(MESSAGE, Optional.of(due(year)));
		Confirmation confirmation = confirmed(
				write.preview(drafts(year, draft), later, 1, story.coordinator()).forecast());
		write.write(drafts(year, draft), later, confirmation, story.coordinator());
		return new MessageId(confirmation.once().value());
	}

	private Instant due(EditionYear year) {
		return use(Editions.class).edition(year).deadline().instant();
	}

	private PledgeReference extended(EditionYear year) {
		PledgeReference draft = story.aDraftBy(story.memberOf("Kampala"));
		ExtendPledges extend = use(ExtendPledges.class);
		extend.grant(drafts(year, draft), later(year), REASON,
				confirmed(extend.preview(drafts(year, draft), later(year), REASON, story.coordinator()).forecast()),
				story.coordinator());
		return draft;
	}

	private static Selection drafts(EditionYear year, PledgeReference draft) {
		return new Selection(year, true, Set.of(draft), Optional.empty());
	}

	private static Confirmation confirmed(BulkForecast forecast) {
		return new Confirmation(ForetoldId.random(), forecast.fingerprint());
	}

	private Deadline later(EditionYear year) {
		Deadline present = use(Editions.class).edition(year).deadline();
		return new Deadline(present.local().plusDays(9), present.zone(), Duration.ZERO);
	}

}
