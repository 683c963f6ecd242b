package org.hookline.ui.view.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.hookline.export.drawing.Shape;

/** The text font in the largest size whose letters are not wider than a drawing counts with. */
final class LetterFonts implements AutoCloseable {
  private static final int LARGEST = 12;
  private static final int SMALLEST = 5;
  private static final String SAMPLE = "0123456789abcdefghij";

  private final Font normal;
  private final Font bold;

  LetterFonts(Device device, GC gc) {
    Font fitting = null;
    int size = LARGEST + 1;
    do {
      size--;
      if (fitting != null) {
        fitting.dispose();
      }
      fitting = new Font(device, data(size, SWT.NORMAL));
      gc.setFont(fitting);
    } while (size > SMALLEST && gc.textExtent(SAMPLE).x > Shape.width(SAMPLE) + 1);
    normal = fitting;
    bold = new Font(device, data(size, SWT.BOLD));
  }

  private static FontData data(int height, int style) {
    FontData data = SwtPen.textFont().getFontData()[0];
    return new FontData(data.getName(), height, style);
  }

  Font normal() {
    return normal;
  }

  Font bold() {
    return bold;
  }

  @Override
  public void close() {
    normal.dispose();
    bold.dispose();
  }
}
