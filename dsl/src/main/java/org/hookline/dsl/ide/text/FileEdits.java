package org.hookline.dsl.ide.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;

/** Edits of several files, each list in the order in which the edits were added. */
public record FileEdits(Map<URI, List<Edit>> byFile) {

  public static final FileEdits NONE = new FileEdits(Map.of());

  /** Edits of one file. */
  public static FileEdits of(URI file, Edit... edits) {
    return new FileEdits(Map.of(file, List.of(edits)));
  }

  public FileEdits and(FileEdits more) {
    Map<URI, List<Edit>> all = new LinkedHashMap<>(byFile);
    more.byFile.forEach(
        (file, edits) ->
            all.merge(
                file,
                edits,
                (a, b) -> {
                  List<Edit> both = new ArrayList<>(a);
                  both.addAll(b);
                  return List.copyOf(both);
                }));
    return new FileEdits(all);
  }

  public boolean isEmpty() {
    return byFile.isEmpty();
  }
}
