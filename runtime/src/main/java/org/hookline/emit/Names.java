package org.hookline.emit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hookline.model.rule.FreeText;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/**
 * Which names and texts may stand in a script. What a tool would take for an option, a pattern or a
 * path is refused, although some of it a kernel would take.
 */
final class Names {
  private static final int SHOWN = 40;

  /** kernel: net/core/dev.c dev_valid_name(), IFNAMSIZ; "%" would be a pattern for a number */
  private static final String INTERFACE = "[A-Za-z0-9_][A-Za-z0-9_.+-]{0,14}";

  /** kernel: include/uapi/linux/netfilter/x_tables.h XT_EXTENSION_MAXNAMELEN */
  private static final String CHAIN = "[A-Za-z0-9_][A-Za-z0-9_.:@+/-]{0,27}";

  /** kernel: include/uapi/linux/if.h IFALIASZ */
  private static final String LINK_TEXT = "(?! )(?!.* $)[A-Za-z0-9_.:/,=@+ -]{1,255}";

  private static final String HOST = "[A-Za-z0-9_][A-Za-z0-9_.:@+-]{0,62}";
  private static final String SYSCTL_KEY = "net(\\.[A-Za-z0-9_@+:-]+(/[A-Za-z0-9_@+:-]+)*)+";
  private static final String SYSCTL_VALUE = "[A-Za-z0-9_.,:/+-]+( [A-Za-z0-9_.,:/+-]+)*";

  /** One line. */
  private static final String COMMENT = "[^\\p{Cc}\\p{Zl}\\p{Zp}]*";

  /** kernel: include/uapi/linux/netfilter/xt_comment.h XT_MAX_COMMENT_LEN, with its end */
  private static final int COMMENT_BYTES = 255;

  /** kernel: include/uapi/linux/netfilter/xt_LOG.h, the prefix and its end in 30 bytes */
  private static final String LOG_PREFIX = "[ -~]{0,29}";

  /** Targets that a chain of the same name would hide. */
  private static final Set<String> TARGETS =
      Set.of(
          "ACCEPT",
          "CONNMARK",
          "CT",
          "DNAT",
          "DROP",
          "LOG",
          "MARK",
          "MASQUERADE",
          "NFQUEUE",
          "QUEUE",
          "REDIRECT",
          "REJECT",
          "RETURN",
          "SNAT");

  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void host(String name, Origin origin) {
    if (!name.matches(HOST)) {
      refuse(
          "bad-host-name",
          "no directory of scripts can be called " + shown(name),
          "up to 63 letters, digits and any of _ . : @ + - behind the first",
          origin);
    }
  }

  void iface(String name, Origin origin) {
    boolean taken = name.equals("all") || name.equals("default");
    if (!name.matches(INTERFACE) || name.endsWith("+") || taken) {
      refuse(
          "bad-interface-name",
          "no interface can be called " + shown(name),
          "up to 15 letters, digits and any of _ . + - behind the first, without + at the end;"
              + " all and default are taken",
          origin);
    }
  }

  /** Words for {@code ip -batch}, which ends them at a #, and the words of an alias. */
  void linkText(String text, Origin origin) {
    if (!text.matches(LINK_TEXT)) {
      refuse(
          "bad-link-text",
          "neither a link nor a route can be told " + shown(text),
          "letters, digits, and any of _ . : / , = @ + - with single blanks between",
          origin);
    }
  }

  /** A name with {@code +} at its end is a pattern here. */
  private void ifacePattern(String pattern, Origin origin) {
    if (!pattern.equals("+")) {
      iface(pattern.endsWith("+") ? pattern.substring(0, pattern.length() - 1) : pattern, origin);
    }
  }

  void chain(String name, Origin origin) {
    if (!name.matches(CHAIN) || TARGETS.contains(name)) {
      refuse(
          "bad-chain-name",
          "no chain can be called " + shown(name),
          "up to 28 letters, digits and any of _ . : @ + / - behind the first; not a target",
          origin);
    }
  }

  void sysctl(String key, String value, Origin origin) {
    if (!key.matches(SYSCTL_KEY)) {
      refuse(
          "bad-sysctl",
          "there is no sysctl " + shown(key) + " of the network",
          "a name such as net.ipv4.ip_forward, with / for a dot in the name of an interface",
          origin);
    }
    if (!value.matches(SYSCTL_VALUE)) {
      refuse(
          "bad-sysctl",
          "a sysctl cannot have the value " + shown(value),
          "a number, a word, or several with one blank between",
          origin);
    }
  }

  private void comment(String text, Origin origin) {
    if (!text.matches(COMMENT) || text.getBytes(UTF_8).length > COMMENT_BYTES) {
      refuse(
          "bad-comment",
          "a rule cannot have the comment " + shown(text),
          "up to 255 bytes on one line",
          origin);
    }
  }

  private void logPrefix(String text, Origin origin) {
    if (!text.matches(LOG_PREFIX)) {
      refuse(
          "bad-log-prefix",
          "the kernel cannot log with the prefix " + shown(text),
          "up to 29 characters of ASCII on one line",
          origin);
    }
  }

  void free(FreeText text, Origin origin) {
    switch (text.kind()) {
      case INTERFACE -> ifacePattern(text.text(), origin);
      case CHAIN -> chain(text.text(), origin);
      case COMMENT -> comment(text.text(), origin);
      case LOG_PREFIX -> logPrefix(text.text(), origin);
    }
  }

  void refuse(String code, String message, String hint, Origin origin) {
    problems.add(new Problem(Severity.ERROR, code, message, hint, origin));
  }

  private static String shown(String text) {
    String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return "'" + ShellWord.comment(start) + "'";
  }
}
