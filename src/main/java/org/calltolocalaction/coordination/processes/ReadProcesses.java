package org.calltolocalaction.coordination.processes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the models as they run, for whoever oversees the editions. */
@Service
@Transactional(readOnly = true)
public class ReadProcesses {

	/** How many a page lists. */
	static final int AT_ONCE = 50;

	private final RunningModels models;

	ReadProcesses(RunningModels models) {
		this.models = models;
	}

	/**
	 * A model with what is where.
	 *
	 * @param versions all that can be looked at, newest first
	 * @param steps every node that has something, in the order of the drawing
	 */
	public record LiveModel(ModelVersion present, List<ModelVersion> versions, ModelDrawing drawing,
			Map<NodeId, StepCount> steps) {

		public StepCount at(NodeId node) {
			return steps.getOrDefault(node, StepCount.none(node));
		}

	}

	/**
	 * What is at a step.
	 *
	 * @param next after which business key the next page begins
	 */
	public record LiveStep(ModelVersion present, ModelDrawing.Node node, StepCount count, List<AtStep> first,
			Optional<String> next) {
	}

	/** The newest version of each model, and older ones on which something runs. */
	public Map<ModelKey, List<ModelVersion>> all(Person by) {
		by.requireOversight();
		return models.all()
			.stream()
			.collect(Collectors.groupingBy(ModelVersion::model, LinkedHashMap::new, Collectors.toList()));
	}

	/**
	 * @param version the newest, where none is named
	 * @throws NotFound where there is no such model, or nothing runs on that version
	 */
	public LiveModel of(ModelKey model, Optional<Integer> version, Person by) {
		by.requireOversight();
		List<ModelVersion> versions = models.all().stream().filter(one -> one.model().equals(model)).toList();
		ModelVersion present = one(versions, model, version);
		ModelDrawing drawing = drawing(present);
		return new LiveModel(present, versions, drawing, counts(present));
	}

	/**
	 * @param after the business key after which the page begins; empty for the first page
	 * @throws NotFound where the model has no such step
	 */
	public LiveStep at(ModelKey model, Optional<Integer> version, NodeId step, String after, Person by) {
		by.requireOversight();
		ModelVersion present = one(models.all().stream().filter(one -> one.model().equals(model)).toList(), model,
				version);
		ModelDrawing.Node node = drawing(present).node(step).orElseThrow(() -> new NotFound("Step " + step));
		List<AtStep> found = models.at(model, present.version(), step, after, AT_ONCE + 1);
		List<AtStep> first = found.size() > AT_ONCE ? found.subList(0, AT_ONCE) : found;
		Optional<String> next = found.size() > AT_ONCE ? Optional.of(first.get(AT_ONCE - 1).about()) : Optional.empty();
		return new LiveStep(present, node, counts(present).getOrDefault(step, StepCount.none(step)), first, next);
	}

	private Map<NodeId, StepCount> counts(ModelVersion present) {
		return models.counts(present.model(), present.version())
			.stream()
			.collect(Collectors.toMap(StepCount::node, Function.identity()));
	}

	private ModelDrawing drawing(ModelVersion present) {
		return models.drawing(present.model(), present.version())
			.orElseThrow(() -> new NotFound("Drawing of " + present));
	}

	private static ModelVersion one(List<ModelVersion> versions, ModelKey model, Optional<Integer> version) {
		return versions.stream()
			.filter(one -> version.map(wanted -> wanted == one.version()).orElse(one.latest()))
			.findFirst()
			.orElseThrow(() -> new NotFound("Model " + model));
	}

}
