package org.calltolocalaction.coordination.web.timeline;

import java.util.Optional;
import org.calltolocalaction.coordination.timeline.MomentId;
import org.calltolocalaction.coordination.timeline.TimelinePart;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a time line is asked for. Addresses are typed and cut short: a page that
 * ends or begins at no moment is the newest one.
 */
public record TimelineQuery(TimelinePart part, Optional<MomentId> before, Optional<MomentId> behind) {

	/** All of it, up to now. */
	public static final TimelineQuery NEWEST = new TimelineQuery(TimelinePart.ALL, Optional.empty(), Optional.empty());

	static final String ANCHOR = "trail";

	public static TimelineQuery of(String show, String before, String behind) {
		return new TimelineQuery(TimelinePart.of(show), MomentId.parse(before), MomentId.parse(behind));
	}

	static String showing(PledgeReference reference, TimelinePart part) {
		return address(reference, part).fragment(ANCHOR).build().toUriString();
	}

	String before(PledgeReference reference, MomentId moment) {
		return address(reference, part).queryParam("before", moment).fragment(ANCHOR).build().toUriString();
	}

	String behind(PledgeReference reference, MomentId moment) {
		return address(reference, part).queryParam("behind", moment).fragment(ANCHOR).build().toUriString();
	}

	private static UriComponentsBuilder address(PledgeReference reference, TimelinePart part) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/coordination/pledges/" + reference);
		return part == TimelinePart.ALL ? address : address.queryParam("show", part.word());
	}

}
