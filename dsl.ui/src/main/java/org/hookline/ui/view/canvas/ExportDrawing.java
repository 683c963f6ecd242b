package org.hookline.ui.view.canvas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.FileDialog;
import org.hookline.export.drawing.Svg;
import org.hookline.ui.Icon;

/** Writes what a canvas shows to a file, as SVG or PNG. */
public final class ExportDrawing extends Action {
  private final DrawingCanvas canvas;
  private final String name;

  /**
   * @param name of the file that is proposed, without its extension
   */
  public ExportDrawing(DrawingCanvas canvas, String name) {
    super("Export as SVG or PNG…", Icon.EXPORT.descriptor());
    this.canvas = canvas;
    this.name = name;
  }

  @Override
  public void run() {
    FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*.svg", "*.png"});
    dialog.setFilterNames(new String[] {"SVG drawing", "PNG picture"});
    dialog.setFileName(name + ".svg");
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) {
      try {
        write(Path.of(chosen));
      } catch (IOException e) {
        MessageDialog.openError(canvas.getShell(), "Export", "Cannot write " + chosen + ": " + e);
      }
    }
  }

  /** Writes PNG to a file of that extension, SVG to any other. */
  public void write(Path file) throws IOException {
    boolean png = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    Files.write(file, png ? png() : Svg.of(canvas.drawing()).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] png() {
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {canvas.picture()};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    loader.save(bytes, SWT.IMAGE_PNG);
    return bytes.toByteArray();
  }
}
