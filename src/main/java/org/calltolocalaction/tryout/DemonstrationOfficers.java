package org.calltolocalaction.tryout;

import java.time.LocalDate;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;

/**
 * The officers of the demonstration, who represent their governments by asking to, as
 * people do.
 */
@Component
@ConditionalOnTryOut
class DemonstrationOfficers {

	private static final LocalDate ENDORSED = LocalDate.of(2022, 3, 1);

	private final DemonstrationPeople people;

	private final Governments governments;

	private final AskToJoin askToJoin;

	private final JoinRequests requests;

	private final DecideJoinRequest decide;

	private final EndorseDeclaration endorse;

	DemonstrationOfficers(DemonstrationPeople people, Governments governments, AskToJoin askToJoin,
			JoinRequests requests, DecideJoinRequest decide, EndorseDeclaration endorse) {
		this.people = people;
		this.governments = governments;
		this.askToJoin = askToJoin;
		this.requests = requests;
		this.decide = decide;
		this.endorse = endorse;
	}

	/** Who plays the scene, once they represent this government and it endorses. */
	Person of(Scene scene, GovernmentId government) {
		Person officer = scene.officer()
			.map(one -> people.officerOf(one.city(), one.name(), one.language(), one.zone()))
			.orElseGet(people::member);
		if (governments.actedForBy(officer.id()).isEmpty()) {
			askToJoin.ask(officer, government);
			decide.agree(people.coordinator(), requests.of(officer.id()).orElseThrow().id());
		}
		if (governments.government(government).endorsement().isEmpty()) {
			endorse.endorse(officer, Endorsement.stated(ENDORSED, "The Mayor", "Our city endorses the Declaration."));
		}
		return officer;
	}

}
