package org.hookline.ui.run;

import org.eclipse.core.resources.IFile;
import org.hookline.trace.Trace;

/**
 * A trace that a view can follow.
 *
 * @param file the network that it was played in
 * @param title what it is an example of
 */
public record ShownTrace(IFile file, String title, Trace trace) {}
