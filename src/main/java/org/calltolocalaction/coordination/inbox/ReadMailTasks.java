package org.calltolocalaction.coordination.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.notifications.inbox.MailTask;
import org.calltolocalaction.notifications.inbox.MailTaskId;
import org.calltolocalaction.notifications.inbox.MailTasks;
import org.calltolocalaction.notifications.inbox.ReceivedMail;
import org.calltolocalaction.notifications.inbox.ReceivedMails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to do because of mails, and what is known of each. */
@Service
@Transactional(readOnly = true)
public class ReadMailTasks {

	private final MailTasks tasks;

	private final ReceivedMails received;

	private final MailLog log;

	private final ReadContacts contacts;

	private final Governments governments;

	private final People people;

	ReadMailTasks(MailTasks tasks, ReceivedMails received, MailLog log, ReadContacts contacts, Governments governments,
			People people) {
		this.tasks = tasks;
		this.received = received;
		this.log = log;
		this.contacts = contacts;
		this.governments = governments;
		this.people = people;
	}

	/**
	 * One page of the list.
	 *
	 * @param governments those of the tasks, by their ids
	 */
	public record Listed(MailTasks.Page page, Map<GovernmentId, Government> governments) {

		/** What the government of a task is called; empty where it has none. */
		public String governmentOf(MailTask task) {
			return task.government()
				.flatMap(id -> Optional.ofNullable(governments.get(id)))
				.map(Government::name)
				.orElse("");
		}

	}

	/**
	 * One task with all that helps to do it.
	 *
	 * @param government whose member got or wrote the mail; null where none is known
	 * @param mails that did not arrive, newest first
	 * @param reply null where the task is no answer
	 * @param endedBy null where it is open, or the account is gone
	 */
	public record Detail(MailTask task, @Nullable Government government, List<Undelivered> mails,
			List<Contact> contacts, @Nullable ReceivedMail reply, @Nullable Person endedBy) {

		/** Where mails can be sent instead, each address once. */
		public List<Contact> elsewhere() {
			return contacts.stream()
				.filter(contact -> contact.reachableBeside(task.address()))
				.filter(contact -> contacts.stream()
					.filter(other -> other.email().equals(contact.email()))
					.findFirst()
					.orElseThrow() == contact)
				.toList();
		}

		/** Whether there is a mail that can be sent again. */
		public boolean canSendAgain() {
			return task.open() && mails.stream().anyMatch(Undelivered::canBeSentAgain);
		}

	}

	/**
	 * A mail that did not arrive.
	 *
	 * @param again whether it was sent again meanwhile
	 */
	public record Undelivered(LoggedMail mail, boolean again) {

		public boolean canBeSentAgain() {
			return !again && mail.kind().mayGoElsewhere();
		}

	}

	/**
	 * @param page from 1
	 */
	public Listed list(boolean open, int page, Person by) {
		MailTasks.Page found = tasks.page(open, page, by);
		return new Listed(found, governments
			.all(found.tasks().stream().flatMap(task -> task.government().stream()).distinct().toList()));
	}

	public Detail detail(MailTaskId id, Person by) {
		MailTask task = tasks.task(id, by);
		List<MailId> mails = tasks.mails(id);
		Map<MailId, MailId> again = tasks.sentAgain(mails);
		return new Detail(task,
				task.government()
					.flatMap(known -> Optional.ofNullable(governments.all(List.of(known)).get(known)))
					.orElse(null),
				log.all(mails).stream().map(mail -> new Undelivered(mail, again.containsKey(mail.id()))).toList(),
				contacts.of(task.pledge(), task.government()),
				task.reply().map(reply -> received.mail(reply, by)).orElse(null),
				task.ended().flatMap(ended -> people.find(ended.by())).orElse(null));
	}

}
