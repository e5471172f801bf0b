package org.calltolocalaction.notifications.pledge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.placement.PlacementsChanged.Cause;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mails to a pledge's members and to coordinators, to be looked at. */
@Component
class SamplesOfPledges implements PledgeSamples {

	private final Map<MailKind, BiFunction<MailContext, Person, MailText>> written;

	private final PlacementMailTexts placement;

	private final WithdrawalMailTexts withdrawal;

	private final CallPolicy callPolicy;

	private final MessageSource messages;

	SamplesOfPledges(PledgeMailTexts pledge, PlacementMailTexts placement, WithdrawalMailTexts withdrawal,
			CallPolicy callPolicy, MessageSource messages) {
		this.placement = placement;
		this.withdrawal = withdrawal;
		this.callPolicy = callPolicy;
		this.messages = messages;
		this.written = Map.ofEntries(Map.entry(MailKind.RECEIPT, pledge::receipt),
				Map.entry(MailKind.CHANGES_REQUESTED, pledge::changesRequested),
				Map.entry(MailKind.CHANGES_REMINDER, pledge::changesReminder),
				Map.entry(MailKind.ACCEPTED, pledge::accepted), Map.entry(MailKind.DECLINED, pledge::declined),
				Map.entry(MailKind.DECISION_WAITING, pledge::decisionWaiting),
				Map.entry(MailKind.REVIVED, (context, reader) -> withdrawal.revived(context, reader.name(), reader)),
				Map.entry(MailKind.WITHDRAWN, this::withdrawn), Map.entry(MailKind.WITHDRAWAL, this::withdrawal),
				Map.entry(MailKind.CARRIED_OVER, this::carriedOver), Map.entry(MailKind.LEFT_OUT, this::leftOut),
				Map.entry(MailKind.PLACE_CHANGED, this::placeChanged),
				Map.entry(MailKind.PLACEMENT_RESTORED, this::placementRestored));
	}

	@Override
	public Set<MailKind> kinds() {
		return written.keySet();
	}

	@Override
	public Optional<MailText> sample(MailKind kind, MailContext context, Person reader) {
		boolean ofCall = Set
			.of(MailKind.LEFT_OUT, MailKind.PLACE_CHANGED, MailKind.PLACEMENT_RESTORED, MailKind.DECISION_WAITING)
			.contains(kind);
		return ofCall && context.pledge().call().isEmpty() ? Optional.empty()
				: Optional.ofNullable(written.get(kind)).map(texts -> texts.apply(context, reader));
	}

	private MailText withdrawn(MailContext context, Person reader) {
		return withdrawal.withdrawn(context, reader, reason(reader), reader);
	}

	private MailText withdrawal(MailContext context, Person reader) {
		return withdrawal.withdrawal(context, reader, reason(reader), reader);
	}

	private MailText carriedOver(MailContext context, Person reader) {
		PlacementReason reason = context.pledge().call().isPresent() ? PlacementReason.LATE
				: PlacementReason.BEFORE_CALL;
		return placement.carriedOver(context, reason, Placement.next(callPolicy.nextToCome()), reader);
	}

	private MailText leftOut(MailContext context, Person reader) {
		return placement.leftOut(context, context.pledge().call().orElseThrow(), reader);
	}

	private MailText placeChanged(MailContext context, Person reader) {
		var call = callPolicy.edition(context.pledge().call().orElseThrow());
		return placement.changed(context, Placement.in(call.year()), Cause.OPENED, call, reader);
	}

	private MailText placementRestored(MailContext context, Person reader) {
		return placement.restored(context, Placement.next(callPolicy.nextToCome()), reader);
	}

	private String reason(Person reader) {
		return messages.getMessage("templates.example.text", null, reader.language());
	}

}
