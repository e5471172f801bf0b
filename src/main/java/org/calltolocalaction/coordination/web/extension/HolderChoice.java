package org.calltolocalaction.coordination.web.extension;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/**
 * Finds whom a coordinator means: a government by its name, a pledge by its reference.
 */
@Component
@Transactional(readOnly = true)
class HolderChoice {

	private final Governments governments;

	private final Pledges pledges;

	HolderChoice(Governments governments, Pledges pledges) {
		this.governments = governments;
		this.pledges = pledges;
	}

	/**
	 * @param holder who is meant; none where nobody or several are found
	 * @param several of whom one is to be chosen
	 */
	record Found(Optional<Holder> holder, List<Government> several) {

		static final Found NOBODY = new Found(Optional.empty(), List.of());

		private static Found one(Holder holder) {
			return new Found(Optional.of(holder), List.of());
		}

	}

	Found find(ExtensionForm form, Errors errors) {
		Optional<PledgeReference> typed = PledgeReference.parse(form.whom());
		if (typed.isPresent()) {
			return typed.flatMap(pledges::findById)
				.map(pledge -> Found.one(Holder.pledge(pledge.reference().value())))
				.orElseGet(() -> nobody("coordination.extensions.whom.no-pledge", errors));
		}
		List<Government> found = governments.search(form.whom());
		Optional<Government> chosen = found.size() == 1 ? Optional.of(found.get(0))
				: found.stream().filter(one -> one.id().toString().equals(form.government())).findFirst();
		if (chosen.isPresent()) {
			return chosen.map(Government::id).map(GovernmentId::value).map(Holder::government).map(Found::one).get();
		}
		if (found.isEmpty()) {
			return nobody("coordination.extensions.whom.nobody", errors);
		}
		errors.rejectValue("whom", "coordination.extensions.whom.several");
		return new Found(Optional.empty(), found);
	}

	private static Found nobody(String key, Errors errors) {
		errors.rejectValue("whom", key);
		return Found.NOBODY;
	}

}
