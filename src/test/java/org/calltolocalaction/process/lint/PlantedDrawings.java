package org.calltolocalaction.process.lint;

import java.util.List;
import org.calltolocalaction.process.lint.PlantedMistakes.Planted;

/**
 * A well drawn model, and one drawing of it for each rule about drawings that breaks it.
 */
final class PlantedDrawings {

	/**
	 * It begins, somebody answers a question, and it ends, or is asked again.
	 */
	static final String SOUND = """
			<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='planted'
				xmlns:bpmndi='http://www.omg.org/spec/BPMN/20100524/DI' xmlns:dc='http://www.omg.org/spec/DD/20100524/DC'
				xmlns:di='http://www.omg.org/spec/DD/20100524/DI'>
			<process id='p'>
			<startEvent id='start' name='Begin'/><exclusiveGateway id='join'/><userTask id='task' name='Answer'/>
			<exclusiveGateway id='fork' name='Good?'/><endEvent id='end' name='End'/>
			<sequenceFlow id='begin' sourceRef='start' targetRef='join'/>
			<sequenceFlow id='ask' sourceRef='join' targetRef='task'/>
			<sequenceFlow id='answer' sourceRef='task' targetRef='fork'/>
			<sequenceFlow id='yes' name='yes' sourceRef='fork' targetRef='end'>
			<conditionExpression>yes</conditionExpression></sequenceFlow>
			<sequenceFlow id='no' name='no' sourceRef='fork' targetRef='join'>
			<conditionExpression>no</conditionExpression></sequenceFlow>
			</process>
			<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='p'>
			<bpmndi:BPMNShape bpmnElement='start'><dc:Bounds x='0' y='82' width='36' height='36'/>
			<bpmndi:BPMNLabel><dc:Bounds x='-12' y='122' width='60' height='14'/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
			<bpmndi:BPMNShape bpmnElement='join'><dc:Bounds x='75' y='75' width='50' height='50'/></bpmndi:BPMNShape>
			<bpmndi:BPMNShape bpmnElement='task'><dc:Bounds x='150' y='60' width='100' height='80'/></bpmndi:BPMNShape>
			<bpmndi:BPMNShape bpmnElement='fork'><dc:Bounds x='275' y='75' width='50' height='50'/>
			<bpmndi:BPMNLabel><dc:Bounds x='270' y='50' width='60' height='14'/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
			<bpmndi:BPMNShape bpmnElement='end'><dc:Bounds x='400' y='82' width='36' height='36'/>
			<bpmndi:BPMNLabel><dc:Bounds x='388' y='122' width='60' height='14'/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
			<bpmndi:BPMNEdge bpmnElement='begin'><di:waypoint x='36' y='100'/><di:waypoint x='75' y='100'/>
			</bpmndi:BPMNEdge>
			<bpmndi:BPMNEdge bpmnElement='ask'><di:waypoint x='125' y='100'/><di:waypoint x='150' y='100'/>
			</bpmndi:BPMNEdge>
			<bpmndi:BPMNEdge bpmnElement='answer'><di:waypoint x='250' y='100'/><di:waypoint x='275' y='100'/>
			</bpmndi:BPMNEdge>
			<bpmndi:BPMNEdge bpmnElement='yes'><di:waypoint x='325' y='100'/><di:waypoint x='400' y='100'/>
			<bpmndi:BPMNLabel><dc:Bounds x='340' y='80' width='30' height='14'/></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
			<bpmndi:BPMNEdge bpmnElement='no'><di:waypoint x='300' y='125'/><di:waypoint x='300' y='170'/>
			<di:waypoint x='100' y='170'/><di:waypoint x='100' y='125'/>
			<bpmndi:BPMNLabel><dc:Bounds x='260' y='150' width='30' height='14'/></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
			</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>""";

	private static final String END = "<dc:Bounds x='400' y='82' width='36' height='36'/>";

	private static final String TO_THE_END = "<di:waypoint x='325' y='100'/><di:waypoint x='400' y='100'/>";

	private static final String BACK = "<di:waypoint x='300' y='170'/>\n<di:waypoint x='100' y='170'/>";

	static final List<Planted> ALL = List.of(
			drawn("no-bpmndi", "<userTask id='task' name='Answer'/>",
					"<userTask id='task' name='Answer'/><userTask id='unseen' name='Hide'/>", "unseen"),
			drawn("no-overlapping-elements", END, "<dc:Bounds x='325' y='82' width='36' height='36'/>", "fork", "end"),
			drawn("one-screen", TO_THE_END,
					"<di:waypoint x='325' y='100'/><di:waypoint x='1801' y='100'/><di:waypoint x='400' y='100'/>", "p"),
			drawn("left-to-right", END, "<dc:Bounds x='200' y='200' width='36' height='36'/>", "yes"),
			drawn("flows-at-right-angles", BACK, "<di:waypoint x='300' y='170'/>\n<di:waypoint x='100' y='160'/>",
					"no"),
			drawn("flows-meet-their-nodes", TO_THE_END, "<di:waypoint x='325' y='100'/><di:waypoint x='390' y='100'/>",
					"yes"),
			drawn("flows-pass-nothing", BACK, "<di:waypoint x='300' y='130'/>\n<di:waypoint x='100' y='130'/>", "no"),
			drawn("flows-do-not-cross", BACK,
					"<di:waypoint x='300' y='170'/>\n<di:waypoint x='50' y='170'/><di:waypoint x='50' y='50'/>"
							+ "<di:waypoint x='140' y='50'/><di:waypoint x='140' y='130'/><di:waypoint x='100' y='130'/>",
					"ask", "no"),
			drawn("labels-have-room", "name='Good?'", "name='Is it really as good as that?'", "fork"),
			drawn("labels-lie-free", "<dc:Bounds x='340' y='80' width='30' height='14'/>",
					"<dc:Bounds x='340' y='90' width='30' height='14'/>", "yes"),
			drawn("labels-lie-free", "<dc:Bounds x='340' y='80' width='30' height='14'/>",
					"<dc:Bounds x='340' y='120' width='58' height='14'/>", "yes", "end"),
			drawn("labels-lie-free", "<dc:Bounds x='260' y='150' width='30' height='14'/>",
					"<dc:Bounds x='210' y='130' width='30' height='14'/>", "no"));

	private PlantedDrawings() {
	}

	private static Planted drawn(String rule, String instead, String drawn, String... where) {
		if (!SOUND.contains(instead)) {
			throw new IllegalArgumentException("Expected to replace %s and did not find it".formatted(instead));
		}
		return new Planted(rule, SOUND.replace(instead, drawn), where);
	}

}
