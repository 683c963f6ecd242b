package org.hookline.dsl.tests.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.check.Counterexample;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.diagram.TopologyDrawing;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.export.CheckHtml;
import org.hookline.export.CheckSvg;
import org.hookline.export.drawing.Area;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.HostPath;
import org.hookline.export.drawing.Shape;
import org.hookline.export.drawing.Svg;
import org.hookline.export.drawing.Tone;
import org.hookline.model.Network;
import org.hookline.trace.Hop;
import org.hookline.trace.Trace;
import org.hookline.trace.TracePlace;
import org.hookline.trace.TraceStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pictures of the multi-uplink example. */
class DrawingTest {
  private static Network network;
  private static List<CheckResult> results;
  private static Trace trace;

  @BeforeAll
  static void judge() throws Exception {
    Path file =
        Path.of(System.getProperty("hookline.root", ".."), "examples/multi-uplink/before.hkl");
    network =
        new HooklineStandaloneSetup()
            .createInjectorAndDoEMFRegistration()
            .getInstance(NetworkLoader.class)
            .load("before.hkl", file)
            .network()
            .orElseThrow();
    results = Hookline.of(network).check(check -> {});
    trace =
        results.get(0).properties().stream()
            .flatMap(p -> p.counterexample().stream())
            .map(Counterexample::trace)
            .reduce((a, b) -> b)
            .orElseThrow();
  }

  @Test
  void theTopologyHasEveryHostInterfaceAndSegmentOnce() {
    List<String> elements =
        TopologyDrawing.of(network).targets().stream().map(t -> t.element()).toList();
    Set<String> expected = new HashSet<>(Set.of("internet"));
    network.hosts().forEach(host -> expected.add("host " + host.name()));
    network
        .hosts()
        .forEach(
            host ->
                host.interfaces().stream()
                    .filter(i -> !i.name().equals("lo"))
                    .forEach(i -> expected.add("port " + host.name() + "." + i.name())));
    network.segments().forEach(segment -> expected.add("segment " + segment.name()));
    assertThat(elements).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noTwoHostsOfTheTopologyOverlap() {
    List<Area> areas =
        boxes(TopologyDrawing.of(network)).stream()
            .filter(box -> box.target().element().matches("host .*|segment .*|internet"))
            .map(Shape.Box::area)
            .toList();
    assertThat(areas).hasSizeGreaterThan(network.hosts().size());
    for (Area a : areas) {
      for (Area b : areas) {
        boolean apart =
            a.right() <= b.x() || b.right() <= a.x() || a.bottom() <= b.y() || b.bottom() <= a.y();
        assertThat(a == b || apart).as(a + " and " + b).isTrue();
      }
    }
  }

  @Test
  void equalNetworksHaveTheSamePicture() {
    assertThat(Svg.of(TopologyDrawing.of(network))).isEqualTo(Svg.of(TopologyDrawing.of(network)));
  }

  @Test
  void everyPlaceOfATraceIsVisitedOnceAndInOrder() {
    List<TracePlace> walked = new ArrayList<>(List.of(TracePlace.START));
    while (!walked.get(walked.size() - 1).moved(1, trace).equals(walked.get(walked.size() - 1))) {
      walked.add(walked.get(walked.size() - 1).moved(1, trace));
    }
    assertThat(walked).isEqualTo(TracePlace.all(trace)).doesNotHaveDuplicates();
    assertThat(walked).last().matches(place -> place.packetEnds(trace));
  }

  @Test
  void eachStepLightsItsStageOfTheDiagram() {
    assertThat(TracePlace.all(trace)).anyMatch(place -> place.steps() > 0);
    for (TracePlace place : TracePlace.all(trace)) {
      Hop hop = place.hopIn(trace);
      Drawing drawing = HostPath.of(trace, place);
      for (int step = 1; step <= place.steps(); step++) {
        int number = step;
        boolean lit =
            drawing.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).text())
                .anyMatch(text -> numbers(text).contains(number));
        TraceStep told = hop.steps().get(step - 1);
        boolean outside = Set.of("socket", "internet").contains(told.why().stage());
        assertThat(lit || outside).as(hop.host() + ": " + told).isTrue();
      }
    }
  }

  /** {@code 1,4-7} in full; nothing where a text is no such list. */
  private static Set<Integer> numbers(String text) {
    Set<Integer> numbers = new HashSet<>();
    if (text.matches("[0-9,-]+")) {
      for (String run : text.split(",")) {
        String[] ends = run.split("-");
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
          numbers.add(i);
        }
      }
    }
    return numbers;
  }

  @Test
  void noTextOfADrawingIsCutOffOrLiesOnAnother() {
    assertReadable(TopologyDrawing.of(network));
    TracePlace.all(trace).forEach(place -> assertReadable(HostPath.of(trace, place)));
  }

  private static void assertReadable(Drawing drawing) {
    List<Area> rooms =
        drawing.shapes().stream()
            .filter(Shape.Text.class::isInstance)
            .map(Shape.Text.class::cast)
            .filter(text -> !text.text().isEmpty())
            .map(DrawingTest::room)
            .toList();
    for (Area room : rooms) {
      assertThat(room.x()).as(room.toString()).isGreaterThanOrEqualTo(0);
      assertThat(room.right()).as(room.toString()).isLessThanOrEqualTo(drawing.width());
      assertThat(room.bottom()).as(room.toString()).isLessThanOrEqualTo(drawing.height());
      for (Area other : rooms) {
        boolean apart =
            room.right() <= other.x()
                || other.right() <= room.x()
                || room.bottom() <= other.y()
                || other.bottom() <= room.y();
        assertThat(room == other || apart).as(room + " and " + other).isTrue();
      }
    }
  }

  private static Area room(Shape.Text text) {
    double width = Shape.width(text.text());
    double left =
        switch (text.align()) {
          case LEFT -> 0;
          case MIDDLE -> width / 2;
          case RIGHT -> width;
        };
    return Area.at(text.at().x() - left, text.at().y() - 10, width, 12);
  }

  @Test
  void theWayGrowsFromStepToStepAndEndsWhereThePacketIsDropped() {
    int lit = 0;
    for (TracePlace place : TracePlace.all(trace)) {
      int now = 0;
      for (Shape.Box box : boxes(HostPath.of(trace, place))) {
        now += box.tone() == Tone.PLAIN || box.tone() == Tone.FAINT ? 0 : 1;
      }
      if (place.steps() > 0) {
        assertThat(now).as(place.toString()).isGreaterThanOrEqualTo(lit);
      }
      lit = now;
    }
    TracePlace end = TracePlace.START.moved(Integer.MAX_VALUE / 2, trace);
    assertThat(boxes(HostPath.of(trace, end))).extracting(Shape.Box::tone).contains(Tone.BAD);
  }

  @Test
  void theSvgOfVerdictsIsXmlAndTellsThemAll() throws Exception {
    String svg = CheckSvg.of(results, Optional.of(TopologyDrawing.of(network)));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    String text = document.getDocumentElement().getTextContent();
    results.forEach(
        result -> assertThat(text).contains(result.verdict() + "  " + result.check().name()));
    assertThat(text).contains("dropped at g95 (IP_RPFILTER)");
  }

  @Test
  void thePageOfVerdictsIsCompleteInItself() {
    String html = CheckHtml.of(results, Optional.of(TopologyDrawing.of(network)));
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("fails for <code>dst 202.38.95.110, src 221.224.40.18</code>")
        .contains("mirrors&#39; own service".replace("&#39;", "'"))
        .contains("base.hkl:20")
        .doesNotContain("<script")
        .doesNotContain("href=")
        .doesNotContain("src=");
    assertThat(html.split("<svg", -1)).hasSizeGreaterThan(trace.packets().size());
  }

  private static List<Shape.Box> boxes(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Box.class::isInstance)
        .map(Shape.Box.class::cast)
        .toList();
  }
}
