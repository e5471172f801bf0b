package org.calltolocalaction.coordination.governments;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.WishedProfile;
import org.calltolocalaction.governments.evidence.AlikeGovernments;
import org.calltolocalaction.governments.evidence.AlikeGovernments.Alike;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets what a confirmed government asks to be called beside what it was confirmed as, and
 * gathers what speaks for and against it.
 */
@Service
@Transactional(readOnly = true)
public class ReadChange {

	private final Governments governments;

	private final AlikeGovernments alike;

	private final People people;

	ReadChange(Governments governments, AlikeGovernments alike, People people) {
		this.governments = governments;
		this.alike = alike;
		this.people = people;
	}

	/**
	 * A change that waits.
	 *
	 * @param asker the member who asked for it
	 * @param alike other governments that are called like what it asks for
	 */
	public record Change(Government government, WishedProfile wish, Person asker, List<Alike> alike) {
	}

	/** Nothing where the government asks for none. */
	public Optional<Change> of(GovernmentId id, Person by) {
		by.requireOversight();
		Government government = governments.government(id);
		return government.wished()
			.map(wish -> new Change(government, wish, people.person(wish.by()),
					alike.to(government, wish.name(), wish.country())));
	}

}
