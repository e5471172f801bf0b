package org.calltolocalaction.coordination.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.post.RefusedAddresses;
import org.springframework.stereotype.Component;

/** Who can be written to, or called, where an address takes no mail. */
@Component
class ReadContacts {

	/** Of a large team the first are enough. */
	private static final int MOST_MEMBERS = 8;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final RefusedAddresses refusedAddresses;

	ReadContacts(Pledges pledges, Revisions revisions, Governments governments, RefusedAddresses refusedAddresses) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.refusedAddresses = refusedAddresses;
	}

	/** The contacts of the pledge first, then the members, the longest first. */
	List<Contact> of(Optional<PledgeReference> reference, Optional<GovernmentId> government) {
		Optional<Pledge> pledge = reference.flatMap(pledges::findById).filter(Pledge::submitted);
		List<Contact> all = new ArrayList<>(pledge.map(revisions::latestOf)
			.map(latest -> Stream
				.of(contact(Contact.Role.CONTACT, latest.answers().text(PledgeQuestion.CONTACT_NAME.key()),
						latest.answers().text(PledgeQuestion.CONTACT_EMAIL.key()),
						latest.answers().text(PledgeQuestion.CONTACT_PHONE.key())),
						contact(Contact.Role.SECOND_CONTACT,
								latest.answers().text(PledgeQuestion.SECOND_CONTACT_NAME.key()),
								latest.answers().text(PledgeQuestion.SECOND_CONTACT_EMAIL.key()), ""))
				.filter(contact -> !contact.name().isEmpty() || !contact.email().isEmpty())
				.toList())
			.orElse(List.of()));
		government.or(() -> pledge.map(Pledge::government))
			.map(governments::members)
			.orElse(List.of())
			.stream()
			.limit(MOST_MEMBERS)
			.map(ReadContacts::member)
			.forEach(all::add);
		Set<String> refused = refusedAddresses.among(all.stream().map(Contact::email).toList()).keySet();
		return all.stream()
			.map(contact -> new Contact(contact.role(), contact.name(), contact.email(), contact.phone(),
					!refused.contains(contact.email())))
			.toList();
	}

	private static Contact contact(Contact.Role role, String name, String email, String phone) {
		return new Contact(role, name, EmailAddress.parse(email).map(EmailAddress::value).orElse(""), phone, true);
	}

	private static Contact member(Person person) {
		return new Contact(Contact.Role.MEMBER, person.named() ? person.name() : "", person.email(), "", true);
	}

}
