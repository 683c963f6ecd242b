package org.hookline.ui.wizard;

import org.hookline.ui.prefs.Preferences;

/** What new files begin with. */
public final class StarterText {
  private StarterText() {}

  /** A router between the internet and a server, with a check that is proved. */
  public static String network() {
    return """
        /** A router that publishes the web service of the server behind it. */
        host router {
          kernel %1$s
          sysctl net.ipv4.ip_forward = 1

          interface wan { address 198.51.100.2/24 }
          interface lan { address 10.0.0.1/24 }

          table main { default via 198.51.100.1 dev wan }

          nat {
            publish 198.51.100.2 tcp 80 to 10.0.0.2
          }
        }

        host server {
          kernel %1$s
          interface eth0 { address 10.0.0.2/24 }
          table main { default via 10.0.0.1 dev eth0 }
          listen tcp 80
        }

        segment inside { router.lan, server.eth0 }
        segment uplink { router.wan }

        internet {
          on uplink gateway 198.51.100.1 { announces 198.51.100.0/24 }
        }

        check "the web service answers" {
          from internet to 198.51.100.2 tcp 80
          delivered to server
          replied
        }
        """
        .formatted(Preferences.kernel());
  }

  /** One host to go on from. */
  public static String file() {
    return """
        host box {
          kernel %s
          interface eth0 { address 192.0.2.2/24 }
          table main { default via 192.0.2.1 dev eth0 }
        }
        """
        .formatted(Preferences.kernel());
  }
}
