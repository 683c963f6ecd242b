package org.hookline.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;

/** The format of every type that records are made of. */
final class Formats {
  private final Map<Type, Format> known = new HashMap<>();

  Formats(Map<Class<?>, Format> texts) {
    known.putAll(texts);
    known.put(String.class, Scalars.STRING);
    known.put(boolean.class, Scalars.BOOLEAN);
    known.put(Boolean.class, Scalars.BOOLEAN);
    known.put(int.class, Scalars.INT);
    known.put(long.class, Scalars.LONG);
    known.put(OptionalInt.class, new OptionalIntFormat());
  }

  /** A type that is none of these is a bug of ours. */
  Format of(Type type) {
    Format format = known.get(type);
    if (format == null) {
      format =
          type instanceof ParameterizedType generic ? generic(generic) : plain((Class<?>) type);
      known.put(type, format);
    }
    return format;
  }

  private Format generic(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Type raw = type.getRawType();
    if (raw == List.class || raw == Set.class) {
      return new ElementsFormat(of(arguments[0]), raw == Set.class);
    }
    if (raw == Optional.class) {
      return new OptionalFormat(of(arguments[0]));
    }
    if (raw == SortedMap.class && arguments[0] == String.class) {
      return new MapFormat(of(arguments[1]));
    }
    throw new IllegalArgumentException("no format for " + type);
  }

  private Format plain(Class<?> type) {
    if (type.isEnum()) {
      return new EnumFormat(type);
    }
    if (type.isRecord()) {
      return new RecordFormat(type, this);
    }
    if (type.isSealed()) {
      return new SealedFormat(type, this);
    }
    throw new IllegalArgumentException("no format for " + type);
  }
}
