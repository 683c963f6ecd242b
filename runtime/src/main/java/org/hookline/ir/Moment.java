package org.hookline.ir;

/**
 * When a packet is at a step, as both interpreters count it: no step is met twice in one moment.
 *
 * @param packet number of the packet in its flow: the turn in which it was sent; 0 opens the flow
 * @param turn counts from 0 whenever another packet moves: one that was sent, or one that waited
 * @param hop wires that the packet has crossed since it was sent
 * @param calls the open calls
 */
public record Moment(int packet, int turn, int hop, CallStack calls) {

  /** A packet that has just been sent. */
  public static Moment startOf(int turn) {
    return new Moment(turn, turn, 0, CallStack.EMPTY);
  }

  /** The same packet where it is, after it has waited for others. */
  public Moment in(int turn) {
    return new Moment(packet, turn, hop, calls);
  }

  /** On the other end of a wire. */
  public Moment crossed() {
    return new Moment(packet, turn, hop + 1, calls);
  }

  /** Inside a call that returns to {@code back}. */
  public Moment called(Label back) {
    return new Moment(packet, turn, hop, calls.push(back));
  }

  /** Behind the innermost call. */
  public Moment returned() {
    return new Moment(packet, turn, hop, calls.pop());
  }

  @Override
  public String toString() {
    return "packet " + packet + (turn == packet ? "" : " turn " + turn) + " hop " + hop + calls;
  }
}
