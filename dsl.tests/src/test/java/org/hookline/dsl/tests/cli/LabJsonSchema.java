package org.hookline.dsl.tests.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hookline.export.LabJson;

/** The schema that what the lab says is published with. */
final class LabJsonSchema {
  private LabJsonSchema() {}

  /** Where a document does not keep to it. */
  static List<String> flaws(String document) throws IOException {
    try (InputStream text = LabJson.class.getResourceAsStream("lab.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(text)
          .validate(document, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
