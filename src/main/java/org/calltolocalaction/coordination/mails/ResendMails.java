package org.calltolocalaction.coordination.mails;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.log.ReadMail;
import org.calltolocalaction.notifications.log.SearchMails;
import org.calltolocalaction.notifications.log.SendAgain;
import org.calltolocalaction.notifications.log.SentAgain;
import org.calltolocalaction.search.SearchQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator has a mail sent again, or all that have failed and are found. Whether its
 * reader may still have it is looked at when it is sent, as of every mail.
 */
@Service
public class ResendMails {

	/** How many are sent again at once; the others after them. */
	static final int MOST = 500;

	private final SearchMails search;

	private final SendAgain again;

	private final AuditTrail audit;

	ResendMails(SearchMails search, SendAgain again, AuditTrail audit) {
		this.search = search;
		this.again = again;
		this.audit = audit;
	}

	/**
	 * One that failed as it is, one that has arrived as a copy.
	 * @param once the name of the act: sent twice, it is done once
	 * @return the mail that is on its way
	 * @throws Refused where it is on its way already, or brings others or is brought by
	 * one that did not fail
	 */
	@Transactional
	public MailId resend(MailId id, UUID once, Person by) {
		by.requireCoordinator();
		ReadMail mail = search.one(id, by);
		if (mail.toCopy()) {
			Optional<SentAgain> copy = again.copy(id, once);
			copy.ifPresent(written -> audit.record(entry(written, by)));
			return copy.map(SentAgain::written).orElse(id);
		}
		List<SentAgain> sent = mail.toResend() ? again.resend(List.of(id)) : List.of();
		sent.forEach(one -> audit.record(entry(one, by)));
		return sent.stream()
			.findFirst()
			.map(SentAgain::written)
			.orElseThrow(() -> new Refused("mails.refused.not-again"));
	}

	private static AuditEntry entry(SentAgain sent, Person by) {
		return AuditEntry.of("mail.resent", sent.about())
			.by(by)
			.with("mail", sent.mail())
			.with("resent", sent.written());
	}

	@Transactional(readOnly = true)
	public ResendForecast forecast(SearchQuery query, Person by) {
		List<MailId> failed = again.failed(query, MOST + 1, by);
		return new ResendForecast(failed.subList(0, Math.min(failed.size(), MOST)), failed.size() > MOST);
	}

	/**
	 * Those of the forecast that was read, as long as it is the same.
	 * @return how many mails are on their way; empty where others would be by now
	 */
	@Transactional
	public Optional<Integer> resendFailed(SearchQuery query, String foreseen, Person by) {
		by.requireCoordinator();
		ResendForecast forecast = forecast(query, by);
		if (forecast.nothing() || !forecast.fingerprint().equals(foreseen)) {
			return Optional.empty();
		}
		List<SentAgain> sent = again.resend(forecast.mails());
		audit.recordAll(sent.stream().map(one -> entry(one, by)).toList());
		return Optional.of(sent.size());
	}

}
