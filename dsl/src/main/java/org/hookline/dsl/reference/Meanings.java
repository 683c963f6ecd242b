package org.hookline.dsl.reference;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Sentences that explain elements of the language and sysctls. */
@Singleton
public class Meanings {
  private final Properties elements = read("meanings.properties");
  private final Properties metamodel = read("metamodel.properties");
  private final Properties sysctls = read("sysctls.properties");

  @Inject
  Meanings() {}

  private static Properties read(String file) {
    Properties texts = new Properties();
    try (InputStream in = Meanings.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The language's own text " + file + " is missing", e);
    }
    return texts;
  }

  /** What an element of this kind means to a packet. */
  public Optional<String> of(EClass kind) {
    return Optional.ofNullable(elements.getProperty(kind.getName()));
  }

  /** What a class of the metamodel is; every one is explained. */
  public Optional<String> documentation(EClass kind) {
    return of(kind).or(() -> Optional.ofNullable(metamodel.getProperty(kind.getName())));
  }

  /** What a feature of the metamodel is; every one is explained. */
  public Optional<String> documentation(EStructuralFeature feature) {
    String own = feature.getEContainingClass().getName() + "." + feature.getName();
    return Optional.ofNullable(
        metamodel.getProperty(own, metamodel.getProperty(feature.getName())));
  }

  /** What a class or a feature of the metamodel is. */
  public Optional<String> documentation(ENamedElement element) {
    return element instanceof EClass kind
        ? documentation(kind)
        : documentation((EStructuralFeature) element);
  }

  /** What the metamodel's texts are filed under. */
  public Set<String> documented() {
    return metamodel.stringPropertyNames();
  }

  /** The kinds that are explained. */
  public Set<String> kinds() {
    return elements.stringPropertyNames();
  }

  /** The sysctls that are explained, by the last part of their names. */
  public Set<String> sysctls() {
    return sysctls.stringPropertyNames();
  }

  /** What a sysctl does, by its full name. */
  public Optional<String> sysctl(String key) {
    return Optional.ofNullable(sysctls.getProperty(key.substring(key.lastIndexOf('.') + 1)));
  }
}
