package org.calltolocalaction.coordination.web.extension;

import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.coordination.web.deadline.DeadlineInput;
import org.calltolocalaction.coordination.web.deadline.MoveDeadlineForm;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/**
 * Who is to have more time, until when and why, as it was typed.
 *
 * @param whom the name of a government, or the reference of a pledge
 * @param government which of several is meant whose names hold what was typed
 */
public record ExtensionForm(@As(Text.LINE) String whom, @As(Text.IDENTIFIER) String government,
		@As(Text.CHOICE) String day, @As(Text.CHOICE) String month, @As(Text.CHOICE) String year,
		@As(Text.IDENTIFIER) String time, @As(Text.IDENTIFIER) String zone, @As(Text.IDENTIFIER) String offset,
		@As(Text.PROSE) String reason) implements DeadlineInput {

	public ExtensionForm {
		// Whoever sends no such field means nobody.
		whom = Objects.requireNonNullElse(whom, "");
	}

	/** A week more than everybody has, at the same time of the day. */
	public static ExtensionForm of(Deadline everybodys, String whom) {
		MoveDeadlineForm week = MoveDeadlineForm
			.of(new Deadline(everybodys.local().plusDays(7), everybodys.zone(), everybodys.grace()));
		return new ExtensionForm(whom, "", week.day(), week.month(), week.year(), week.time(), week.zone(),
				week.offset(), "");
	}

	/** Whoever has an extension knows its end: there is no quiet time after it. */
	@Override
	public String grace() {
		return "0";
	}

	/** Of whoever this is meant for, where nothing is wrong with it. */
	Optional<Extension> extension(EditionYear edition, Optional<Holder> holder) {
		return holder.flatMap(one -> deadline().map(until -> Extension.granted(edition, one, until)));
	}

	public void check(Errors errors, EditionYear edition) {
		checkDeadline(errors, edition);
		TypedReason.check(reason, "coordination.extensions.reason.missing", errors);
	}

}
