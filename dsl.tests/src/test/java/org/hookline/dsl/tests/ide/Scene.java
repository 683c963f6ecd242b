package org.hookline.dsl.tests.ide;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.hookline.dsl.ide.HooklineIdeSetup;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.ide.text.TextSpan;

/** Some files of a workspace, one of them with a cursor; no editor, no server. */
final class Scene {
  private static final Injector LANGUAGE =
      new HooklineIdeSetup().createInjectorAndDoEMFRegistration();
  private static final URI FOLDER = URI.createFileURI("/scene/");

  private final XtextResourceSet open = LANGUAGE.getInstance(XtextResourceSet.class);
  private final Map<String, MarkedText> texts = new LinkedHashMap<>();

  /** A scene with one file, {@code main.hkl}. */
  static Scene of(String marked) {
    return new Scene().with("main.hkl", marked);
  }

  /** One more file. */
  Scene with(String name, String marked) {
    MarkedText text = MarkedText.of(marked);
    texts.put(name, text);
    load(open, uri(name), text.text());
    return this;
  }

  private static XtextResource load(XtextResourceSet open, URI uri, String text) {
    XtextResource resource = LANGUAGE.getInstance(XtextResource.class);
    resource.setURI(uri);
    open.getResources().add(resource);
    try {
      resource.load(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource;
  }

  /** A text in the place of a file that exists, with what it imports as it is on disk. */
  static XtextResource onDisk(Path file, String text) {
    XtextResourceSet open = LANGUAGE.getInstance(XtextResourceSet.class);
    return load(open, URI.createFileURI(file.toString()), text);
  }

  static <T> T service(Class<T> type) {
    return LANGUAGE.getInstance(type);
  }

  static URI uri(String name) {
    return URI.createURI(name).resolve(FOLDER);
  }

  XtextResource file(String name) {
    return (XtextResource) open.getResource(uri(name), false);
  }

  String text(String name) {
    return texts.get(name).text();
  }

  /** The file with the cursor. */
  XtextResource file() {
    return file(cursorFile());
  }

  int cursor() {
    return texts.get(cursorFile()).cursor().getAsInt();
  }

  private String cursorFile() {
    return texts.keySet().stream()
        .filter(name -> texts.get(name).cursor().isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no <|> in the scene"));
  }

  /** The spans between {@code <|} and {@code |>}, by file and place. */
  List<String> marked() {
    return texts.entrySet().stream()
        .flatMap(e -> e.getValue().spans().stream().map(span -> place(e.getKey(), span)))
        .sorted()
        .toList();
  }

  /** A place in the form in which {@link #marked} tells it. */
  static String place(String file, TextSpan span) {
    return "%s:%05d+%d".formatted(file, span.offset(), span.length());
  }

  static String place(URI file, TextSpan span) {
    return place(file.lastSegment(), span);
  }

  /** All files after edits, by name. */
  Map<String, String> after(FileEdits edits) {
    Map<String, String> result = new TreeMap<>();
    texts.forEach(
        (name, text) ->
            result.put(
                name, Edit.apply(text.text(), edits.byFile().getOrDefault(uri(name), List.of()))));
    return result;
  }
}
