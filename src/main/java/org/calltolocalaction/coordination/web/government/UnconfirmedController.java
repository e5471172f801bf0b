package org.calltolocalaction.coordination.web.government;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.standing.ListStandings;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists governments that are not confirmed, those that wait longest first. */
@Controller
class UnconfirmedController {

	private static final Set<GovernmentStanding> WAITING = EnumSet.of(GovernmentStanding.UNCONFIRMED,
			GovernmentStanding.ASKED);

	private static final String HERE = "/coordination/governments/unconfirmed";

	/** Confirmed ones that ask to be called otherwise. */
	private static final String CHANGES = "changes";

	private final ListStandings standings;

	UnconfirmedController(ListStandings standings) {
		this.standings = standings;
	}

	/**
	 * What a coordinator sees of them.
	 *
	 * @param chosen whose standing alone is listed; null for all that wait
	 * @param changes whether confirmed ones are listed that ask for a change
	 * @param asking how many of these there are
	 * @param counts how many there are, by how they stand
	 * @param previous the address of the page before this one, or null
	 * @param next the address of the page after this one, or null
	 */
	record UnconfirmedPage(ListStandings.Listed listed, @Nullable GovernmentStanding chosen, boolean changes,
			long asking, Map<GovernmentStanding, Long> counts, @Nullable String previous, @Nullable String next) {

		/** Those that can be listed. */
		public GovernmentStanding[] choices() {
			return new GovernmentStanding[] { GovernmentStanding.UNCONFIRMED, GovernmentStanding.ASKED,
					GovernmentStanding.REFUSED };
		}

		public long count(GovernmentStanding standing) {
			return counts.getOrDefault(standing, 0L);
		}

	}

	@GetMapping(HERE)
	String list(@RequestParam(defaultValue = "") @As(Text.CHOICE) String standing,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Person by, Model model) {
		Optional<GovernmentStanding> chosen = Arrays.stream(GovernmentStanding.values())
			.filter(known -> known.open() && known.word().equals(standing))
			.findFirst();
		boolean changes = CHANGES.equals(standing);
		ListStandings.Listed listed = changes ? standings.changes(PageNumber.of(page), by)
				: standings.page(chosen.map(Set::of).orElse(WAITING), PageNumber.of(page), by);
		String of = HERE + "?" + (changes ? "standing=" + CHANGES + "&"
				: chosen.map(known -> "standing=" + known.word() + "&").orElse("")) + "page=";
		model.addAttribute("page",
				new UnconfirmedPage(listed, chosen.orElse(null), changes, standings.countChanges(by),
						standings.count(by), listed.number() > 1 ? of + (listed.number() - 1) : null,
						listed.number() < listed.pages() ? of + (listed.number() + 1) : null));
		return "coordination/governments/unconfirmed";
	}

}
