package org.calltolocalaction.process.lint;

import java.util.List;

/** A small model for each rule of bpmnlint that breaks this one rule. */
final class PlantedMistakes {

	/**
	 * A model with a mistake in it.
	 *
	 * @param where the ids of the elements to which the rule objects
	 */
	record Planted(String rule, String model, String... where) {

		Model read() {
			return Model.of(model);
		}

		@Override
		public String toString() {
			return rule;
		}

	}

	static final List<Planted> ALL = List.of(of("fake-join", """
			<startEvent id='one'/><startEvent id='other'/><userTask id='task'/>
			<sequenceFlow id='a' sourceRef='one' targetRef='task'/>
			<sequenceFlow id='b' sourceRef='other' targetRef='task'/>""", "task"), of("no-implicit-split", """
			<userTask id='task'/><endEvent id='one'/><endEvent id='other'/>
			<sequenceFlow id='a' sourceRef='task' targetRef='one'/>
			<sequenceFlow id='b' sourceRef='task' targetRef='other'/>""", "task"), of("no-gateway-join-fork", """
			<startEvent id='s'/><startEvent id='t'/><exclusiveGateway id='both'/>
			<endEvent id='e'/><endEvent id='f'/>
			<sequenceFlow id='a' sourceRef='s' targetRef='both'/>
			<sequenceFlow id='b' sourceRef='t' targetRef='both'/>
			<sequenceFlow id='c' sourceRef='both' targetRef='e'/>
			<sequenceFlow id='d' sourceRef='both' targetRef='f'/>""", "both"), of("superfluous-gateway", """
			<startEvent id='s'/><exclusiveGateway id='useless'/><endEvent id='e'/>
			<sequenceFlow id='a' sourceRef='s' targetRef='useless'/>
			<sequenceFlow id='b' sourceRef='useless' targetRef='e'/>""", "useless"), of("event-based-gateway", """
			<eventBasedGateway id='wait'/><intermediateCatchEvent id='event'/>
			<sequenceFlow id='a' sourceRef='wait' targetRef='event'>
			<conditionExpression>yes</conditionExpression></sequenceFlow>""", "wait", "a"),
			of("no-complex-gateway", "<complexGateway id='complex'/><exclusiveGateway id='simple'/>", "complex"),
			of("no-inclusive-gateway", "<inclusiveGateway id='some'/><parallelGateway id='all'/>", "some"),
			of("conditional-flows", """
					<exclusiveGateway id='choice' default='c'/><endEvent id='e'/><endEvent id='f'/><endEvent id='g'/>
					<sequenceFlow id='a' sourceRef='choice' targetRef='e'>
					<conditionExpression>yes</conditionExpression></sequenceFlow>
					<sequenceFlow id='b' sourceRef='choice' targetRef='f'/>
					<sequenceFlow id='c' sourceRef='choice' targetRef='g'/>""", "b"), of("label-required", """
					<startEvent id='start'/><exclusiveGateway id='join'/><userTask id='task' name=' '/>
					<exclusiveGateway id='fork' name='Yes?'/><endEvent id='e' name='End'/><endEvent id='f' name='End'/>
					<sequenceFlow id='a' sourceRef='start' targetRef='join'/>
					<sequenceFlow id='b' sourceRef='fork' targetRef='e'>
					<conditionExpression>yes</conditionExpression></sequenceFlow>
					<sequenceFlow id='c' sourceRef='fork' targetRef='f'/>""", "start", "task", "b"),
			of("no-disconnected", """
					<startEvent id='s'/><endEvent id='e'/><userTask id='alone'/>
					<sequenceFlow id='a' sourceRef='s' targetRef='e'/>
					<subProcess id='event' triggeredByEvent='true'/>""", "alone"), of("no-duplicate-sequence-flows", """
					<startEvent id='s'/><endEvent id='e'/>
					<sequenceFlow id='a' sourceRef='s' targetRef='e'/>
					<sequenceFlow id='b' sourceRef='s' targetRef='e'/>""", "b", "s", "e"), of("no-implicit-end", """
					<startEvent id='s'/><userTask id='task'/>
					<sequenceFlow id='a' sourceRef='s' targetRef='task'/>""", "task"), of("no-implicit-start", """
					<userTask id='task'/><boundaryEvent id='b' attachedToRef='task'/><endEvent id='e'/>
					<sequenceFlow id='a' sourceRef='task' targetRef='e'/>""", "task"),
			of("single-event-definition",
					"<startEvent id='s'><signalEventDefinition/><messageEventDefinition/></startEvent>", "s"),
			of("event-sub-process-typed-start-event", """
					<subProcess id='event' triggeredByEvent='true'><startEvent id='blank'/></subProcess>
					<subProcess id='normal'><startEvent id='s'/></subProcess>""", "blank"),
			of("sub-process-blank-start-event", """
					<subProcess id='normal'><startEvent id='typed'><messageEventDefinition/></startEvent></subProcess>
					<subProcess id='event' triggeredByEvent='true'>
					<startEvent id='s'><messageEventDefinition/></startEvent></subProcess>""", "typed"),
			of("conditional-event",
					"""
							<startEvent id='s'><conditionalEventDefinition><condition/></conditionalEventDefinition></startEvent>
							<startEvent id='t'><conditionalEventDefinition><condition>yes</condition>
							</conditionalEventDefinition></startEvent>""",
					"s"),
			of("link-event", """
					<intermediateThrowEvent id='from'><linkEventDefinition name='lost'/></intermediateThrowEvent>
					<intermediateThrowEvent id='t'><linkEventDefinition name='good'/></intermediateThrowEvent>
					<intermediateCatchEvent id='c'><linkEventDefinition name='good'/></intermediateCatchEvent>
					<intermediateThrowEvent id='u'><linkEventDefinition name='twice'/></intermediateThrowEvent>
					<intermediateThrowEvent id='v'><linkEventDefinition name='twice'/></intermediateThrowEvent>""",
					"from", "u", "v"),
			new Planted("global", definitions("""
					<message id='unused' name='Nobody waits for it'/><message id='m' name='Expected'/>
					<message id='n' name='Twice'/><message id='o' name='Twice'/><signal id='unnamed'/>
					<process id='p'><receiveTask id='r' messageRef='m'/><receiveTask id='q' messageRef='n'/>
					<receiveTask id='t' messageRef='o'/>
					<startEvent id='s'><signalEventDefinition signalRef='unnamed'/></startEvent></process>"""),
					"unused", "n", "o", "unnamed"),
			of("start-event-required", "<subProcess id='sub'/><startEvent id='s'/>", "sub"),
			of("end-event-required", "<subProcess id='sub'/><endEvent id='e'/>", "sub"),
			of("single-blank-start-event", "<startEvent id='s'/><startEvent id='t'/>", "p"), of("ad-hoc-sub-process",
					"<adHocSubProcess id='a'><startEvent id='s'/><endEvent id='e'/></adHocSubProcess>", "s", "e"),
			of("superfluous-termination", """
					<startEvent id='s'/><endEvent id='e'><terminateEventDefinition/></endEvent>
					<sequenceFlow id='a' sourceRef='s' targetRef='e'/>""", "e"));

	private PlantedMistakes() {
	}

	private static Planted of(String rule, String process, String... where) {
		return new Planted(rule, definitions("<process id='p'>" + process + "</process>"), where);
	}

	private static String definitions(String content) {
		return """
				<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='planted'>
				%s</definitions>""".formatted(content);
	}

}
