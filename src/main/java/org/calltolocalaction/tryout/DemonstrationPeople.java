package org.calltolocalaction.tryout;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.calltolocalaction.identity.DemonstrationAccounts;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people of the demonstration: one for each role, whose part a visitor can play with
 * one click.
 */
@Component
@ConditionalOnTryOut
class DemonstrationPeople implements DemonstrationAccounts {

	static final String CITY_OF_THE_MEMBER = "Kampala Capital City Authority";

	private static final Player MEMBER = new Player("member@kampala.example.org", "tryout.role.member", null,
			"Grace Namutebi", Languages.ENGLISH, "Africa/Kampala");

	private static final Player UCLG = new Player("reviewer@uclg.example.org", "tryout.role.reviewer",
			new PartnerCode("UCLG"), "Marta Vidal", Languages.ENGLISH, "Europe/Madrid");

	private static final Player MMC = new Player("reviewer@mmc.example.org", "tryout.role.reviewer",
			new PartnerCode("MMC"), "Samira Haddad", Languages.ENGLISH, "Europe/Brussels");

	private static final Player IOM = new Player("reviewer@iom.example.org", "tryout.role.reviewer",
			new PartnerCode("IOM"), "Jean-Paul Mercier", Languages.ENGLISH, "Europe/Zurich");

	private static final ZoneId ZONE_OF_THE_COORDINATOR = ZoneId.of("Europe/Madrid");

	private final DeskProperties properties;

	private final People people;

	private final OpenAccount openAccount;

	private final UpdateProfile profiles;

	private final GrantRole roles;

	DemonstrationPeople(DeskProperties properties, People people, OpenAccount openAccount, UpdateProfile profiles,
			GrantRole roles) {
		this.properties = properties;
		this.people = people;
		this.openAccount = openAccount;
		this.profiles = profiles;
		this.roles = roles;
	}

	@Override
	public List<DemonstrationAccount> all() {
		return List.of(account(MEMBER), account(UCLG), account(MMC), account(IOM),
				new DemonstrationAccount(EmailAddress.parse(properties.firstCoordinator()).orElseThrow().value(),
						"tryout.role.coordinator", null, "Laura Torres"));
	}

	/** Opens the accounts and gives them their roles. Doing it twice changes nothing. */
	void enter() {
		Person coordinator = coordinator();
		profiles.introduce(coordinator, "Laura Torres", Languages.ENGLISH, ZONE_OF_THE_COORDINATOR);
		enter(MEMBER);
		List.of(UCLG, MMC, IOM).forEach(this::reviewer);
		List.of(UCLG, MMC).forEach(this::lead);
	}

	Person coordinator() {
		return people.byEmail(properties.firstCoordinator()).orElseThrow();
	}

	Person member() {
		return people.byEmail(MEMBER.email()).orElseThrow();
	}

	Person reviewerOf(PartnerCode partner) {
		return people.reviewersOf(partner).get(0);
	}

	/** An officer of another city, whom no visitor plays. */
	Person officerOf(String city, String name, Locale language, String zone) {
		return enter(new Player("officer@%s.example.org".formatted(city), "", null, name, language, zone));
	}

	private void reviewer(Player player) {
		enter(player);
		roles.reviewer(coordinator(), EmailAddress.parse(player.email()).orElseThrow(),
				Objects.requireNonNull(player.partner()));
	}

	/** IOM has none, to show what becomes of its overdue reviews. */
	private void lead(Player player) {
		roles.lead(coordinator(), people.byEmail(player.email()).orElseThrow().id());
	}

	private Person enter(Player player) {
		Person person = openAccount.of(EmailAddress.parse(player.email()).orElseThrow(), player.language());
		profiles.introduce(person, player.name(), player.language(), ZoneId.of(player.zone()));
		return people.person(person.id());
	}

	private static DemonstrationAccount account(Player player) {
		return new DemonstrationAccount(player.email(), player.roleKey(), player.partner(), player.name());
	}

	private record Player(String email, String roleKey, @Nullable PartnerCode partner, String name, Locale language,
			String zone) {
	}

}
