package org.hookline.ir;

/**
 * When a packet is at a step, as both interpreters count it: no step is met twice in one moment.
 *
 * @param packet number of the packet in its flow; 0 opens it
 * @param hop wires that the packet has crossed since it was sent
 * @param calls the open calls
 */
public record Moment(int packet, int hop, CallStack calls) {

  /** A packet that has just been sent. */
  public static Moment startOf(int packet) {
    return new Moment(packet, 0, CallStack.EMPTY);
  }

  /** On the other end of a wire. */
  public Moment crossed() {
    return new Moment(packet, hop + 1, calls);
  }

  /** Inside a call that returns to {@code back}. */
  public Moment called(Label back) {
    return new Moment(packet, hop, calls.push(back));
  }

  /** Behind the innermost call. */
  public Moment returned() {
    return new Moment(packet, hop, calls.pop());
  }

  @Override
  public String toString() {
    return "packet " + packet + " hop " + hop + calls;
  }
}
