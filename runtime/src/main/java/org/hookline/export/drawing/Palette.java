package org.hookline.export.drawing;

/**
 * The colours of tones on one background, as {@code 0xRRGGBB}.
 *
 * @param background of the whole drawing
 */
public enum Palette {
  LIGHT(0xffffff, 0x1f2933),
  DARK(0x2b2f33, 0xdfe6ec);

  private final int background;
  private final int text;

  Palette(int background, int text) {
    this.background = background;
    this.text = text;
  }

  public int background() {
    return background;
  }

  /** Of lines and of text in boxes that are not filled. */
  public int line(Tone tone) {
    boolean light = this == LIGHT;
    return switch (tone) {
      case PLAIN -> light ? 0x5f6b78 : 0x9aa5b1;
      case FAINT -> light ? 0xc3ccd5 : 0x565f68;
      case FORWARD -> light ? 0x1d6fb8 : 0x5fb0f0;
      case REPLY -> light ? 0xb8651d : 0xf0a35f;
      case NOW, SELECTED -> light ? 0x8a2be2 : 0xc08af0;
      case GOOD -> light ? 0x2c8a4a : 0x6fd08c;
      case BAD -> light ? 0xc22f2f : 0xf07a7a;
    };
  }

  /** Of boxes. */
  public int fill(Tone tone) {
    boolean light = this == LIGHT;
    return switch (tone) {
      case PLAIN -> light ? 0xf4f7fa : 0x363c42;
      case FAINT -> background;
      case FORWARD -> light ? 0xdcecfa : 0x20425f;
      case REPLY -> light ? 0xfae9d7 : 0x5a3d20;
      case NOW, SELECTED -> light ? 0xeddcfb : 0x4a3068;
      case GOOD -> light ? 0xdcf3e3 : 0x234d31;
      case BAD -> light ? 0xfbdede : 0x5f2626;
    };
  }

  /** Of text. */
  public int text(Tone tone) {
    return switch (tone) {
      case PLAIN -> text;
      case FAINT -> this == LIGHT ? 0x8d98a4 : 0x7d8893;
      default -> line(tone);
    };
  }
}
