package org.calltolocalaction.tryout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.text.Languages;

/**
 * One pledge of the demonstration: an earlier pledge of the government, begun anew and
 * left at one point of its way.
 *
 * @param officer who plays it; nobody where the member does
 * @param title how the earlier pledge's title begins
 * @param end what happens to it
 */
record Scene(String government, Optional<Officer> officer, String title, End end) {

	private Scene(String government, String city, String officer, Locale language, String zone, String title, End end) {
		this(government, Optional.of(new Officer(city, officer, language, zone)), title, end);
	}

	/**
	 * Somebody of a government who comes on only to play a scene.
	 *
	 * @param city the mail domain, which names nobody real
	 */
	record Officer(String city, String name, Locale language, String zone) {
	}

	/** Where a scene ends. */
	enum End {

		DRAFT, SUBMITTED, ONE_REVIEW_DONE, ONE_REVIEW_TAKEN, CHANGES_REQUESTED, DISAGREEMENT, DECLINED, INCLUDED,
		INCLUDED_WITHOUT_CONSENT, WITHDRAWN

	}

	/** Every state is in it, and every role finds work. */
	static final List<Scene> ALL = List.of(ofTheMember("Kampala for All", End.CHANGES_REQUESTED),
			ofTheMember("Joint city pledge", End.DRAFT),
			new Scene("Greater Amman Municipality", "amman", "Rania Khoury", Languages.ENGLISH, "Asia/Amman",
					"أكاديمية", End.SUBMITTED),
			new Scene("Comune di Milano", "milano", "Chiara Bianchi", Languages.ENGLISH, "Europe/Rome", "First Steps",
					End.ONE_REVIEW_DONE),
			new Scene("Quezon City", "quezon", "Maria Santos", Languages.ENGLISH, "Asia/Manila", "Migrants Resource",
					End.ONE_REVIEW_TAKEN),
			new Scene("Intendencia de Montevideo", "montevideo", "Lucía Fernández", Languages.SPANISH,
					"America/Montevideo", "Centro de primera", End.DISAGREEMENT),
			new Scene("Municipalidad de Maipú", "maipu", "Camila Rojas", Languages.SPANISH, "America/Argentina/Mendoza",
					"Oficina local", End.DECLINED),
			new Scene("Ajuntament de Terrassa", "terrassa", "Jordi Puig", Languages.SPANISH, "Europe/Madrid",
					"Clases de darija", End.INCLUDED),
			new Scene("United Cities and Local Governments", "uclg-network", "Claire Dubois", Languages.FRENCH,
					"Europe/Paris", "L'appel", End.INCLUDED),
			new Scene("Nyamagabe District", "nyamagabe", "Jean Bosco Habimana", Languages.ENGLISH, "Africa/Kigali",
					"Terracing", End.INCLUDED_WITHOUT_CONSENT),
			new Scene("Municipality of Tyre", "tyre", "Hassan Younes", Languages.ENGLISH, "Asia/Beirut", "Tyre and",
					End.WITHDRAWN));

	private static Scene ofTheMember(String title, End end) {
		return new Scene(DemonstrationPeople.CITY_OF_THE_MEMBER, Optional.empty(), title, end);
	}

}
