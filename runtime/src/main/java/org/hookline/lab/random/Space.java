package org.hookline.lab.random;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What builds one namespace, in iproute2's words; a draft.
 *
 * @param link addresses and links
 * @param route routes and policy rules
 * @param sysctl by name below {@code net}
 */
record Space(
    List<String> link,
    List<String> route,
    Map<String, Integer> sysctl,
    List<Service> services,
    List<Permanent> neighbours) {

  Space() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /**
   * A listening socket.
   *
   * @param plain an answer's source is what the kernel chooses
   */
  record Service(String protocol, String address, int port, boolean plain) {
    JsonArray json() {
      JsonArray json = new JsonArray();
      json.add(protocol);
      json.add(address);
      json.add(port);
      if (plain) {
        json.add("plain");
      }
      return json;
    }
  }

  /** Permanent neighbour entries of a device, all with one Ethernet address. */
  record Permanent(String dev, String mac, List<String> addresses) {
    JsonArray json() {
      JsonArray json = new JsonArray();
      json.add(dev);
      json.add(mac);
      json.add(texts(addresses));
      return json;
    }
  }

  Space copy() {
    return new Space(
        new ArrayList<>(link),
        new ArrayList<>(route),
        new LinkedHashMap<>(sysctl),
        new ArrayList<>(services),
        new ArrayList<>(neighbours));
  }

  void up(String dev, String... addresses) {
    for (String address : addresses) {
      link.add("addr add " + address + " dev " + dev);
    }
    link.add("link set " + dev + " up");
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.add("link", texts(link));
    json.add("route", texts(route));
    JsonObject values = new JsonObject();
    sysctl.forEach(values::addProperty);
    json.add("sysctl", values);
    JsonArray listening = new JsonArray();
    services.forEach(s -> listening.add(s.json()));
    json.add("services", listening);
    JsonArray entries = new JsonArray();
    neighbours.forEach(n -> entries.add(n.json()));
    json.add("neigh", entries);
    return json;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
