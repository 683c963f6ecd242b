package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.format.Formatter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Formatting changes the space between words, the same way every time. */
class FormatTest {

  @Test
  void wordsAreApartByOneBlankAndLinesGoInByTwo() {
    assertThat(
            formatted(
                """
                set   a={10.0.0.1,10.0.0.2}
                host    box{
                interface eth0{address 10.0.0.1/24,10.0.0.2/24   mtu 9000}
                      table main {
                default via   10.0.0.254
                   }


                rules { } }
                """))
        .isEqualTo(
            """
            set a = { 10.0.0.1, 10.0.0.2 }
            host box {
              interface eth0 { address 10.0.0.1/24, 10.0.0.2/24 mtu 9000 }
              table main {
                default via 10.0.0.254
              }

              rules { }
            }
            """);
  }

  @Test
  void neighbouringLinesOfOneKindHaveColumns() {
    assertThat(
            formatted(
                """
                host mirrors {
                  interface eth0
                  interface vlan95 vlan 95 on eth0 { address 202.38.95.110/25 }
                  interface vlan140 vlan 140 on eth0 { address 202.141.176.110/25 }
                  interface lxc bridge { address 10.8.95.1/24 } // for the container

                  table main { default via 202.38.95.126 dev vlan95 }
                  table telecom 101 { default via 202.141.160.126 dev vlan10 }
                  rules {
                    32761: to 221.224.40.18 lookup telecom
                    32762: from 202.141.176.110 lookup mobile

                    from 10.8.95.2 lookup cernet
                    from 10.8.140.2 lookup mobile
                  }
                  nat {
                    publish 202.38.95.110 rsync to 10.8.95.2
                    publish 202.141.160.110 tcp 80 to 10.8.10.2
                  }
                }
                """))
        .isEqualTo(
            """
            host mirrors {
              interface eth0
              interface vlan95  vlan 95  on eth0 { address 202.38.95.110/25 }
              interface vlan140 vlan 140 on eth0 { address 202.141.176.110/25 }
              interface lxc     bridge           { address 10.8.95.1/24 } // for the container

              table main        { default via 202.38.95.126 dev vlan95 }
              table telecom 101 { default via 202.141.160.126 dev vlan10 }
              rules {
                32761: to 221.224.40.18     lookup telecom
                32762: from 202.141.176.110 lookup mobile

                from 10.8.95.2  lookup cernet
                from 10.8.140.2 lookup mobile
              }
              nat {
                publish 202.38.95.110   rsync  to 10.8.95.2
                publish 202.141.160.110 tcp 80 to 10.8.10.2
              }
            }
            """);
  }

  @Test
  void commentsStayWithWhatTheyAreAbout() {
    assertThat(
            formatted(
                """
                // first
                /** Documentation
                      * of the host. */
                host box { // behind the brace
                // before the interface
                  interface eth0   /* inside */  { } // behind

                    // at the end
                  }
                /* last */
                """))
        .isEqualTo(
            """
            // first
            /** Documentation
             * of the host. */
            host box { // behind the brace
              // before the interface
              interface eth0 /* inside */ { } // behind

              // at the end
            }

            /* last */
            """);
  }

  @Test
  void lineBreaksInsideAnElementStayAndGoInFurther() {
    assertThat(
            formatted(
                """
                set many = {
                10.0.0.1,
                      10.0.0.2 }
                host box {
                  filter { chain INPUT {
                    saddr many
                    accept
                    } }
                }
                """))
        .isEqualTo(
            """
            set many = {
              10.0.0.1,
              10.0.0.2
            }

            host box {
              filter {
                chain INPUT {
                  saddr many
                      accept
                }
              }
            }
            """);
  }

  @Test
  void aTextWithSyntaxErrorsStaysAsItIs() {
    assertThat(formatted("host   box {  interface }")).isEqualTo("host   box {  interface }");
  }

  @TestFactory
  Stream<DynamicTest> formattingTwiceIsFormattingOnceAndChangesNoWord() throws IOException {
    return Stream.concat(
            texts("examples", ".hkl"),
            Stream.concat(
                texts("dsl.tests/src/test/resources", ".hkl"),
                texts("dsl/src/main/resources/org/hookline/dsl", ".md")))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Hkl.ROOT.relativize(file).toString(),
                    () -> {
                      for (String text : blocks(file)) {
                        String once = formatted(text);
                        assertThat(words(once)).isEqualTo(words(text));
                        assertThat(formatted(once)).isEqualTo(once);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> examplesAreFormatted() throws IOException {
    return texts("examples", ".hkl")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Hkl.ROOT.relativize(file).toString(),
                    () -> {
                      String text = Files.readString(file);
                      assertThat(text).isEqualTo(formatted(text));
                    }));
  }

  private static Stream<Path> texts(String directory, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Hkl.ROOT.resolve(directory))) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList().stream();
    }
  }

  private static Iterable<String> blocks(Path file) throws IOException {
    String text = Files.readString(file);
    if (!file.toString().endsWith(".md")) {
      return java.util.List.of(text);
    }
    Matcher block = Pattern.compile("```hkl.*\\n((?:.*\\n)*?)```").matcher(text);
    return block.results().map(result -> result.group(1)).toList();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String formatted(String text) {
    XtextResource resource = Hkl.INJECTOR.getInstance(XtextResource.class);
    resource.setURI(URI.createURI("test.hkl"));
    try {
      resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Formatter.formatted(resource);
  }
}
