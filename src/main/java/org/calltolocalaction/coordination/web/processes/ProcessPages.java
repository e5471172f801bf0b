package org.calltolocalaction.coordination.web.processes;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.coordination.processes.AtStep;
import org.calltolocalaction.coordination.processes.ModelDrawing;
import org.calltolocalaction.coordination.processes.ModelDrawing.Flow;
import org.calltolocalaction.coordination.processes.ModelDrawing.Node;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.ModelVersion;
import org.calltolocalaction.coordination.processes.NameSubjects;
import org.calltolocalaction.coordination.processes.NameSubjects.Named;
import org.calltolocalaction.coordination.processes.NodeId;
import org.calltolocalaction.coordination.processes.ReadProcesses;
import org.calltolocalaction.coordination.processes.ReadProcesses.LiveModel;
import org.calltolocalaction.coordination.processes.ReadProcesses.LiveStep;
import org.calltolocalaction.coordination.processes.StepCount;
import org.calltolocalaction.coordination.processes.Subject;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the pages of the process. */
@Component
class ProcessPages {

	private final ReadProcesses processes;

	private final NameSubjects subjects;

	private final ProcessWording wording;

	ProcessPages(ReadProcesses processes, NameSubjects subjects, ProcessWording wording) {
		this.processes = processes;
		this.subjects = subjects;
		this.wording = wording;
	}

	/** All models. */
	record ModelsPage(List<ModelRow> models) {
	}

	/** A model with those of its versions that can be looked at. */
	record ModelRow(String key, String name, List<VersionRow> versions) {
	}

	/**
	 * A version of a model.
	 *
	 * @param present whether it is the one that is shown
	 */
	record VersionRow(ModelVersion version, String link, boolean present) {
	}

	/**
	 * One model as it runs.
	 */
	record ModelPage(String key, String name, ModelVersion present, List<VersionRow> versions, ProcessPicture picture,
			List<StepRow> steps) {
	}

	/** A step at which something is. */
	record StepRow(StepCount count, String name, String link) {
	}

	/**
	 * What is at a step.
	 *
	 * @param again where its failed steps are tried again; null where none has failed
	 */
	record StepPage(String model, String name, ModelVersion present, String back, StepCount count, List<AtStepRow> rows,
			String first, @Nullable String next, boolean begins, @Nullable String again) {
	}

	/** A process that is at the step. */
	record AtStepRow(AtStep at, Subject subject) {
	}

	ModelsPage all(Locale language, Person by) {
		return new ModelsPage(processes.all(by)
			.entrySet()
			.stream()
			.map(model -> new ModelRow(model.getKey().value(), wording.model(model.getKey(), language),
					versions(model.getValue(), model.getValue().get(0))))
			.toList());
	}

	ModelPage model(ModelKey key, Optional<Integer> version, Locale language, Person by) {
		LiveModel live = processes.of(key, version, by);
		Comparator<Node> fromTheLeft = Comparator.comparing((Node node) -> node.area().x())
			.thenComparing(node -> node.area().y());
		List<StepRow> steps = live.drawing()
			.nodes()
			.stream()
			.sorted(fromTheLeft)
			.filter(node -> !live.at(node.id()).nothing())
			.map(node -> new StepRow(live.at(node.id()), wording.step(key, node.id(), node.name(), language),
					ProcessAddress.of(live.present(), node.id())))
			.toList();
		return new ModelPage(key.value(), wording.model(key, language), live.present(),
				versions(live.versions(), live.present()), picture(live, language), steps);
	}

	StepPage step(ModelKey key, Optional<Integer> version, NodeId node, String after, Locale language, Person by) {
		LiveStep live = processes.at(key, version, node, after, by);
		Map<Named, Subject> named = subjects.of(live.first().stream().map(at -> new Named(key, at.about())).toList());
		List<AtStepRow> rows = live.first()
			.stream()
			.map(at -> new AtStepRow(at,
					named.getOrDefault(new Named(key, at.about()),
							new Subject(Subject.Kind.OTHER, at.about(), Optional.empty()))))
			.toList();
		ModelVersion present = live.present();
		return new StepPage(wording.model(key, language), wording.step(key, node, live.node().name(), language),
				present, ProcessAddress.of(present), live.count(), rows, ProcessAddress.of(present, node),
				live.next().map(last -> ProcessAddress.after(present, node, last)).orElse(null), after.isEmpty(),
				live.count().failed() == 0 ? null : "/coordination/operations?model=" + key + "&step=" + node);
	}

	private static List<VersionRow> versions(List<ModelVersion> versions, ModelVersion present) {
		return versions.stream()
			.map(version -> new VersionRow(version, ProcessAddress.of(version), version.equals(present)))
			.toList();
	}

	private ProcessPicture picture(LiveModel live, Locale language) {
		ModelDrawing drawing = live.drawing();
		return new ProcessPictureRenderer(drawing, new ProcessPictureRenderer.StepWords() {

			@Override
			public String name(Node node) {
				return wording.drawn(drawing.model(), node.id(), node.name(), language);
			}

			@Override
			public String name(Flow flow) {
				return wording.way(drawing.model(), flow.id(), flow.name(), language);
			}

			@Override
			public StepCount at(Node node) {
				return live.at(node.id());
			}

			@Override
			public String said(Node node) {
				return wording.with("processes.said", language,
						wording.step(drawing.model(), node.id(), node.name(), language), at(node).waiting(),
						at(node).failed());
			}

			@Override
			public String link(Node node) {
				return ProcessAddress.of(live.present(), node.id());
			}

			@Override
			public String number(long number) {
				return Numbers.of(number, language);
			}

		}).picture();
	}

}
