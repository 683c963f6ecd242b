package org.hookline.lab.random;

import java.util.List;
import org.hookline.lab.recorded.AgainstReport;
import org.hookline.lab.recorded.RecordedCase;

/**
 * What came of random cases.
 *
 * @param kernel the version that played them
 * @param limits what could not be observed, one sentence each
 * @param refused cases that the kernel did not take, with what it said
 * @param minimal the first difference of each case that has one
 * @param played the cases as the kernel played them
 */
public record RandomReport(
    RandomLab.Assignment assignment,
    String kernel,
    List<String> limits,
    AgainstReport compared,
    Coverage coverage,
    List<String> refused,
    List<Minimal> minimal,
    List<RecordedCase> played) {}
