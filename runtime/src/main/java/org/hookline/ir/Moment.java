package org.hookline.ir;

/**
 * When a packet is at a step, as both interpreters count it: no step is met twice in one moment.
 *
 * @param packet number of the packet in its flow, in the order in which they were sent; 0 opens it
 * @param sent number of the packet that was sent last
 * @param turn counts from 0 whenever another packet moves: one that is sent, or one that waited
 * @param hop wires that the packet has crossed since it was sent
 * @param calls the open calls
 */
public record Moment(int packet, int sent, int turn, int hop, CallStack calls) {

  /** The packet that opens the flow has just been sent. */
  public static final Moment FIRST = new Moment(0, 0, 0, 0, CallStack.EMPTY);

  /** The next packet has just been sent. */
  public Moment next() {
    return new Moment(sent + 1, sent + 1, turn + 1, 0, CallStack.EMPTY);
  }

  /** A packet that waited moves on where it was. */
  public Moment next(Moment waited) {
    return new Moment(waited.packet, sent, turn + 1, waited.hop, waited.calls);
  }

  /** On the other end of a wire. */
  public Moment crossed() {
    return new Moment(packet, sent, turn, hop + 1, calls);
  }

  /** Inside a call that returns to {@code back}. */
  public Moment called(Label back) {
    return under(calls.push(back));
  }

  /** Behind the innermost call. */
  public Moment returned() {
    return under(calls.pop());
  }

  /** The same with these open calls. */
  public Moment under(CallStack open) {
    return new Moment(packet, sent, turn, hop, open);
  }

  @Override
  public String toString() {
    return "packet " + packet + (turn == packet ? "" : " turn " + turn) + " hop " + hop + calls;
  }
}
