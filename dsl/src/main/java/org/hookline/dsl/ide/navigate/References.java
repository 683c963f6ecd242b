package org.hookline.dsl.ide.navigate;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.index.WorkspaceFiles;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.ide.name.Mentions;
import org.hookline.dsl.ide.name.Named;

/** Where a name is used. */
public final class References {
  private final Mentions mentions;

  @Inject
  public References(Mentions mentions) {
    this.mentions = mentions;
  }

  /** All mentions, declarations included, in all files of the workspace. */
  public List<Mention> of(Named named, XtextResource from) {
    return WorkspaceFiles.around(from).stream()
        .flatMap(file -> mentions.in(file).stream())
        .filter(mention -> mention.named().equals(named))
        .toList();
  }

  /** All mentions of the name at a cursor, in all files of the workspace. */
  public List<Mention> of(XtextResource file, int cursor) {
    return mentions.at(file, cursor).map(m -> of(m.named(), file)).orElse(List.of());
  }

  /** All mentions of the name at a cursor, in this file. */
  public List<Mention> here(XtextResource file, int cursor) {
    return mentions
        .at(file, cursor)
        .map(Mention::named)
        .map(
            named -> mentions.in(file).stream().filter(each -> each.named().equals(named)).toList())
        .orElse(List.of());
  }
}
