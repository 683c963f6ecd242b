package org.hookline.ui.prefs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxViewerCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.hookline.ui.bridge.ProblemCodes;
import org.hookline.ui.editor.hover.MarkdownPresenter;

/** How severe each kind of problem is, with its help page below. */
public final class SeverityPage extends PreferencePage implements IWorkbenchPreferencePage {
  private final Map<String, CountsAs> chosen = new HashMap<>();
  private TableViewer table;

  @Override
  public void init(IWorkbench workbench) {
    setPreferenceStore(Preferences.store());
  }

  @Override
  protected Control createContents(Composite parent) {
    Composite all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(all);
    Label what = new Label(all, SWT.WRAP);
    what.setText(
        "Warnings and verdicts count as you choose."
            + " What makes a text no network at all stays an error.");
    GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(what);
    Composite frame = new Composite(all, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).hint(400, 260).applyTo(frame);
    table = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    table.getTable().setHeaderVisible(true);
    table.setContentProvider(ArrayContentProvider.getInstance());
    columns(frame);
    List<String> codes = codes();
    codes.forEach(code -> chosen.put(code, Preferences.severity(code)));
    table.setInput(codes);
    StyledText page = new StyledText(all, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
    page.setMargins(6, 4, 6, 4);
    GridDataFactory.fillDefaults().grab(true, true).hint(400, 140).applyTo(page);
    table.addSelectionChangedListener(
        event -> {
          Object code = event.getStructuredSelection().getFirstElement();
          MarkdownPresenter.show(code == null ? "" : ProblemCodes.page((String) code), page);
        });
    table.setSelection(new StructuredSelection(codes.get(0)));
    return all;
  }

  private static List<String> codes() {
    Stream<String> verdicts =
        Stream.of("check-assumed", "check-inconclusive", "check-not-refuted", "check-refuted");
    return Stream.concat(ProblemCodes.all().stream(), verdicts).distinct().sorted().toList();
  }

  private void columns(Composite frame) {
    TableColumnLayout layout = new TableColumnLayout();
    frame.setLayout(layout);
    TableViewerColumn code = new TableViewerColumn(table, SWT.NONE);
    code.getColumn().setText("Problem");
    code.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> (String) element));
    layout.setColumnData(code.getColumn(), new ColumnWeightData(3));
    TableViewerColumn severity = new TableViewerColumn(table, SWT.NONE);
    severity.getColumn().setText("Counts as");
    severity.setLabelProvider(
        ColumnLabelProvider.createTextProvider(element -> chosen.get(element).stored()));
    severity.setEditingSupport(new Choice());
    layout.setColumnData(severity.getColumn(), new ColumnWeightData(1));
  }

  @Override
  public boolean performOk() {
    chosen.forEach(
        (code, counts) -> {
          if (counts == CountsAs.DEFAULT) {
            getPreferenceStore().setToDefault(Preferences.SEVERITY + code);
          } else {
            getPreferenceStore().setValue(Preferences.SEVERITY + code, counts.stored());
          }
        });
    return true;
  }

  @Override
  protected void performDefaults() {
    chosen.replaceAll((code, counts) -> CountsAs.DEFAULT);
    table.refresh();
    super.performDefaults();
  }

  /** A list of severities in the cell. */
  private final class Choice extends EditingSupport {
    Choice() {
      super(table);
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
      ComboBoxViewerCellEditor editor =
          new ComboBoxViewerCellEditor(table.getTable(), SWT.READ_ONLY);
      editor.setContentProvider(ArrayContentProvider.getInstance());
      editor.setLabelProvider(
          ColumnLabelProvider.createTextProvider(counts -> ((CountsAs) counts).stored()));
      editor.setInput(CountsAs.values());
      return editor;
    }

    @Override
    protected boolean canEdit(Object element) {
      return true;
    }

    @Override
    protected Object getValue(Object element) {
      return chosen.get(element);
    }

    @Override
    protected void setValue(Object element, Object value) {
      if (value instanceof CountsAs counts) {
        chosen.put((String) element, counts);
        table.update(element, null);
      }
    }
  }
}
