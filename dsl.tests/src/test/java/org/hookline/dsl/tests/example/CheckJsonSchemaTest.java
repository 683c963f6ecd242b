package org.hookline.dsl.tests.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hookline.api.Hookline;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.export.CheckJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The machine form of verdicts keeps to the schema that it is published with. */
class CheckJsonSchemaTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("hookline.root")).resolve("examples/multi-uplink");

  private static JsonSchema schema() throws IOException {
    try (InputStream text = CheckJson.class.getResourceAsStream("check.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }
  }

  private static String json(String file) throws Exception {
    NetworkLoader loader =
        new HooklineStandaloneSetup()
            .createInjectorAndDoEMFRegistration()
            .getInstance(NetworkLoader.class);
    var network = loader.load(FOLDER.resolve(file).toString()).network().orElseThrow();
    return CheckJson.of(Hookline.of(network).check(c -> {}));
  }

  @TestFactory
  Stream<DynamicTest> everyVariantKeepsToTheSchema() {
    return Stream.of("before.hkl", "after-rules.hkl", "strict.hkl")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file,
                    () -> assertThat(schema().validate(json(file), InputFormat.JSON)).isEmpty()));
  }

  @Test
  void theSchemaRefusesAnUnknownVerdict() throws Exception {
    String wrong =
        json("after-rules.hkl").replaceFirst("\"verdict\": \"proved\"", "\"verdict\": \"true\"");
    assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
  }
}
