package org.hookline.dsl;

import com.google.inject.Inject;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.conversion.impl.STRINGValueConverter;
import org.eclipse.xtext.nodemodel.INode;

/** Tokens and their values: strings lose their quotes, preference labels their colon. */
public class WordConverters extends AbstractDeclarativeValueConverterService {
  @Inject private STRINGValueConverter strings;

  /** {@code "drop: "} with Java's escapes. */
  @ValueConverter(rule = "STRING")
  public IValueConverter<String> string() {
    return strings;
  }

  /** {@code 32762:} is the preference 32762. */
  @ValueConverter(rule = "PREF")
  public IValueConverter<String> preference() {
    return new AbstractNullSafeConverter<String>() {
      @Override
      protected String internalToString(String value) {
        return value + ":";
      }

      @Override
      protected String internalToValue(String text, INode node) throws ValueConverterException {
        return text.substring(0, text.length() - 1);
      }
    };
  }

  /** A sysctl's value is a word, or a string when it has blanks. */
  @ValueConverter(rule = "SysctlValue")
  public IValueConverter<String> sysctlValue() {
    return new AbstractNullSafeConverter<String>() {
      @Override
      protected String internalToString(String value) {
        return value.matches("[A-Za-z0-9_.:/%@+-]+") ? value : strings.toString(value);
      }

      @Override
      protected String internalToValue(String text, INode node) throws ValueConverterException {
        return text.startsWith("\"") ? strings.toValue(text, node) : text;
      }
    };
  }
}
