package org.hookline.ui.view.trace;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;
import org.hookline.trace.TracePlace;
import org.hookline.trace.TraceStep;

/** The packets of a flow, the hosts that each passes, and what happens there. */
final class HopTree {
  private final TreeViewer tree;
  private final Consumer<TracePlace> chosen;
  private Trace trace = new Trace(List.of());
  private boolean following;

  HopTree(Composite parent, Consumer<TracePlace> chosen) {
    this.chosen = chosen;
    tree = new TreeViewer(parent, SWT.H_SCROLL | SWT.V_SCROLL);
    tree.setContentProvider(new Places());
    tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
    tree.addSelectionChangedListener(this::selected);
    tree.setInput(this);
  }

  void show(Trace shown) {
    select(StructuredSelection.EMPTY); // a place of the trace before may be none of this one
    trace = shown;
    tree.refresh();
    tree.expandToLevel(2);
  }

  /** Marks the place without telling anybody. */
  void select(TracePlace place) {
    select(new StructuredSelection(place));
  }

  private void select(IStructuredSelection selection) {
    following = true;
    try {
      tree.setSelection(selection, true);
    } finally {
      following = false;
    }
  }

  private void selected(SelectionChangedEvent event) {
    Object element = event.getStructuredSelection().getFirstElement();
    if (following) {
      return;
    }
    if (element instanceof TracePlace place) {
      chosen.accept(place);
    } else if (element instanceof PacketTrace packet) {
      chosen.accept(new TracePlace(trace.packets().indexOf(packet), 0, 0));
    }
  }

  /** Packets, then arrivals at hosts, then steps; the last two are places of the trace. */
  private final class Places implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return trace.packets().toArray();
    }

    @Override
    public Object[] getChildren(Object element) {
      if (element instanceof PacketTrace packet) {
        int number = trace.packets().indexOf(packet);
        return IntStream.range(0, packet.hops().size())
            .mapToObj(hop -> new TracePlace(number, hop, 0))
            .toArray();
      }
      TracePlace place = (TracePlace) element;
      return place.steps() > 0
          ? new Object[0]
          : IntStream.rangeClosed(1, place.hopIn(trace).steps().size())
              .mapToObj(step -> new TracePlace(place.packet(), place.hop(), step))
              .toArray();
    }

    @Override
    public Object getParent(Object element) {
      if (element instanceof TracePlace place) {
        return place.steps() == 0
            ? trace.packets().get(place.packet())
            : new TracePlace(place.packet(), place.hop(), 0);
      }
      return null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return getChildren(element).length > 0;
    }
  }

  private final class Labels extends LabelProvider implements IStyledLabelProvider {
    @Override
    public StyledString getStyledText(Object element) {
      if (element instanceof PacketTrace packet) {
        return label(packet.name(), packet.sent() + "  " + packet.fate());
      }
      TracePlace place = (TracePlace) element;
      return place.steps() == 0 ? arrival(place.hopIn(trace)) : step(place);
    }

    private static StyledString arrival(Hop hop) {
      String ways =
          hop.iif().map(i -> "in " + i + "  ").orElse("")
              + hop.oif().map(o -> "out " + o).orElse("");
      return label(hop.host(), ways);
    }

    private StyledString step(TracePlace place) {
      TraceStep step = place.stepIn(trace).orElseThrow();
      return label(place.steps() + "  " + step.why().stage(), step.why().text());
    }

    private static StyledString label(String name, String detail) {
      return new StyledString(name).append("  " + detail, StyledString.QUALIFIER_STYLER);
    }
  }
}
