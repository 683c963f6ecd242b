package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.KernelLibrary;
import org.hookline.source.Origin;

/** A name: what it stands for, where that is written, and the comment in front of it. */
final class NameHover implements HoverPart {
  private static final int LONGEST = 300;

  private final IEObjectDocumentationProvider comments;
  private final HostParts hosts;

  @Inject
  NameHover(IEObjectDocumentationProvider comments, HostParts hosts) {
    this.comments = comments;
    this.hosts = hosts;
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return place.mention().map(mention -> new Hovered(mention.span(), text(mention, place)));
  }

  private String text(Mention mention, HoverPlace place) {
    EObject element = mention.element();
    StringBuilder text = new StringBuilder("```hookline\n");
    text.append(header(element)).append("\n```\n").append(where(element, place));
    String comment = comments.getDocumentation(element);
    if (comment != null && !comment.isBlank()) {
      text.append("\n\n")
          .append(comment.lines().map(String::strip).collect(Collectors.joining("\n")));
    }
    return text.toString();
  }

  /** Its words, of hosts only the first line. */
  private static String header(EObject element) {
    String words = Origins.text(element);
    if (element instanceof HostDeclaration host) {
      return "host " + host.getName();
    }
    return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
  }

  private String where(EObject element, HoverPlace place) {
    if (KernelLibrary.contains(element)) {
      return "every host has it";
    }
    String host =
        element instanceof HostElement
            ? hosts.hostOf(element).map(h -> "on host `" + h.getName() + "`, ").orElse("")
            : "";
    Origin origin = place.origin(element);
    return host + "written in " + origin;
  }
}
