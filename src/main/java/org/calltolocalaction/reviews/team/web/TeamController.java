package org.calltolocalaction.reviews.team.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.address.WorklistLink;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.team.TeamLoad.Load;
import org.calltolocalaction.reviews.team.TeamLoad.Team;
import org.calltolocalaction.reviews.team.TeamLoad;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How a partner's reviewers share their work; each number is the way to the reviews that
 * it counts.
 */
@Controller
class TeamController {

	private final TeamLoad load;

	private final Clock clock;

	TeamController(TeamLoad load, Clock clock) {
		this.load = load;
		this.clock = clock;
	}

	/**
	 * @param link null where there is nothing to see
	 */
	record Number(int value, @Nullable String link) {

		static Number of(int value, WorklistLink link) {
			return new Number(value, value == 0 ? null : link.toString());
		}

	}

	/**
	 * @param name null where it is nobody's
	 */
	record Row(@Nullable String name, boolean yours, Number open, Number overdue, Number soon, @Nullable Number done,
			@Nullable Absence absence, boolean away) {
	}

	/**
	 * What a partner's reviewers see of their work.
	 *
	 * @param nobodys what nobody has taken
	 * @param soonUntil the last day that counts as soon
	 * @param doneSince the first day of which the reviews that are done are counted
	 */
	record TeamPage(List<Row> rows, Row nobodys, LocalDate soonUntil, LocalDate doneSince, Person me) {
	}

	@GetMapping("/reviews/team")
	String team(Person reviewer, Model model) {
		Team team = load.of(reviewer);
		List<Row> rows = team.shares().stream().map(share -> row(share, team, reviewer)).toList();
		model.addAttribute("page", new TeamPage(rows, nobodys(team), team.soonUntil(), team.doneSince(), reviewer));
		return "reviews/team/team";
	}

	private Row row(TeamLoad.Share share, Team team, Person reviewer) {
		WorklistLink open = WorklistLink.to(WorklistTab.ALL).heldBy(share.reviewer());
		WorklistLink done = WorklistLink.to(WorklistTab.DONE).heldBy(share.reviewer()).completedFrom(team.doneSince());
		Optional<Absence> absence = share.absence();
		return row(share.reviewer().name(), share.reviewer().id().equals(reviewer.id()), share.load(), team, open,
				Number.of(share.done(), done), absence.orElse(null),
				absence.filter(away -> away.at(clock.instant())).isPresent());
	}

	private static Row nobodys(Team team) {
		return row(null, false, team.nobodys(), team, WorklistLink.to(WorklistTab.ALL).heldByNobody(), null, null,
				false);
	}

	private static Row row(@Nullable String name, boolean yours, Load load, Team team, WorklistLink open,
			@Nullable Number done, @Nullable Absence absence, boolean away) {
		return new Row(name, yours, Number.of(load.open(), open), Number.of(load.overdue(), open.overdue()),
				Number.of(load.soon(), open.dueUntil(team.soonUntil())), done, absence, away);
	}

}
