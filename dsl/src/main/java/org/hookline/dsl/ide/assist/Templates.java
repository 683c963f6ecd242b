package org.hookline.dsl.ide.assist;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.hookline.dsl.hookline.NetworkFile;

/** Texts to begin with, proposed where their first keyword is. */
@Singleton
public class Templates {
  private static final Template HOST =
      new Template(
          "host …",
          "a host with one uplink",
          """
          host ${1:box} {
            kernel ${2:6.1}
            sysctl net.ipv4.ip_forward = ${3:1}

            interface ${4:eth0} { address ${5:192.0.2.2/24} }

            table main { default via ${6:192.0.2.1} dev ${4:eth0} }
          }""");

  private static final Template UPLINK =
      new Template(
          "uplink …",
          "one more uplink: an interface, its table, and the rule that leads there",
          """
          interface ${1:wan2} { address ${2:198.51.100.2}/24 }
          table ${3:uplink2} ${4:102} { default via ${5:198.51.100.1} dev ${1:wan2} }
          rules { from ${2:198.51.100.2} lookup ${3:uplink2} }""");

  private static final Template PUBLISH =
      new Template(
          "publish …",
          "an address and a service of this host, served by another one",
          "publish ${1:192.0.2.2} ${2:tcp 443} to ${3:10.0.0.2}");

  private final HostNames hosts;

  @Inject
  Templates(HostNames hosts) {
    this.hosts = hosts;
  }

  /** All templates that a keyword of the grammar begins. */
  List<Template> beginningWith(Keyword keyword, ContentAssistContext context) {
    ParserRule rule = GrammarUtil.containingParserRule(keyword);
    String place = rule == null ? "" : rule.getName() + " " + keyword.getValue();
    return all(hosts.first((NetworkFile) context.getRootModel())).getOrDefault(place, List.of());
  }

  /**
   * By rule of the grammar and keyword.
   *
   * @param host a host of the file
   */
  public static Map<String, List<Template>> all(String host) {
    return Map.of(
        "HostDeclaration host", List.of(HOST),
        "InterfaceDeclaration interface", List.of(UPLINK),
        "NatPolicy publish", List.of(PUBLISH),
        "CheckDeclaration check", List.of(check(host)));
  }

  private static Template check(String host) {
    return new Template(
        "check …",
        "a proof over all packets: a service is reached, and its answer arrives",
        """
        check "${1:the web server answers}" {
          from ${2:internet} to ${3:192.0.2.2} ${4:tcp 443}
          delivered to ${5:%s}
          symmetric at ${5:%s}
          replied
        }"""
            .formatted(host, host));
  }
}
