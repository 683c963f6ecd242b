package org.hookline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes a report of the test factories, parameterized tests and classes that were aborted as a
 * whole, one skipped test each. Surefire forgets them, so that a build without root or without a
 * screen would look complete. The system property {@code hookline.reports} names the directory.
 */
public final class AbortedContainers implements TestExecutionListener {

  private record Aborted(String name, String reason) {}

  private final List<Aborted> aborted = new ArrayList<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isContainer() && result.getStatus() == Status.ABORTED) {
      String reason = result.getThrowable().map(Throwable::getMessage).orElse("aborted");
      String firstLine = reason.strip().lines().findFirst().orElse("aborted");
      aborted.add(new Aborted(test.getUniqueIdObject().toString(), firstLine));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    String directory = System.getProperty("hookline.reports");
    if (directory == null || aborted.isEmpty()) {
      return;
    }
    Path report = Path.of(directory, "TEST-aborted-containers.xml");
    try {
      Files.createDirectories(report.getParent());
      try (var out = Files.newBufferedWriter(report)) {
        write(XMLOutputFactory.newFactory().createXMLStreamWriter(out));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write " + report, e);
    }
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "aborted as a whole");
    xml.writeAttribute("tests", String.valueOf(aborted.size()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", String.valueOf(aborted.size()));
    xml.writeAttribute("failures", "0");
    for (Aborted one : aborted) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", "aborted as a whole");
      xml.writeAttribute("name", one.name());
      xml.writeCharacters("\n    ");
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", one.reason());
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }
}
