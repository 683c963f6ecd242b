package org.hookline.check.property;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.hookline.model.property.Property;

/** The register: how each kind of property is judged. */
public final class Properties {
  private static final Map<Class<? extends Property>, BiFunction<Property, Site, Judge>> JUDGES =
      new LinkedHashMap<>();

  static {
    register(Property.DeliveredTo.class, (p, site) -> new DeliveredTo(p));
    register(Property.Dropped.class, (p, site) -> new Dropped());
    register(Property.NeverReaches.class, NeverReaches::on);
    register(Property.Replied.class, (p, site) -> new Replied());
    register(Property.RefusedBy.class, (p, site) -> new RefusedBy(p));
    register(Property.EntersBy.class, EntersBy::on);
    register(Property.LeavesBy.class, LeavesBy::on);
    register(Property.SymmetricAt.class, SymmetricAt::on);
    register(Property.SourceIn.class, SourceIn::on);
    register(Property.HoldsConnections.class, HoldsConnections::on);
    register(Property.SameAs.class, (p, site) -> new Compared());
    register(Property.NoLoop.class, (p, site) -> new NoLoop());
  }

  private Properties() {}

  private static <P extends Property> void register(
      Class<P> kind, BiFunction<P, Site, Judge> judge) {
    JUDGES.put(kind, (property, site) -> judge.apply(kind.cast(property), site));
  }

  /** The kinds that can be judged; equal to the kinds that exist, as a test asserts. */
  public static Set<Class<? extends Property>> kinds() {
    return JUDGES.keySet();
  }

  /** Makes a property ready for a graph. */
  public static Judge judge(Property property, Site site) {
    return JUDGES.get(property.getClass()).apply(property, site);
  }
}
