package org.calltolocalaction.tryout;

import java.util.Locale;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;

/**
 * A government that somebody has registered and nobody has confirmed, so that
 * coordinators find one to look at. No such city exists.
 */
@Component
@ConditionalOnTryOut
class DemonstrationRegistration {

	private static final GovernmentProfile CITY = new GovernmentProfile("Ville d’Exemple", "MUNICIPALITY", "FR",
			"EUROPE", "https://ville-exemple.example.org");

	private final DemonstrationPeople people;

	private final Governments governments;

	private final RegisterGovernment register;

	DemonstrationRegistration(DemonstrationPeople people, Governments governments, RegisterGovernment register) {
		this.people = people;
		this.governments = governments;
		this.register = register;
	}

	/** Doing it twice changes nothing. */
	void enter() {
		Person officer = people.officerOf("ville-exemple", "Nadia Lefèvre", Locale.FRENCH, "Europe/Paris");
		if (governments.actedForBy(officer.id()).isEmpty()) {
			register.register(officer, CITY);
		}
	}

}
