package org.hookline.routeget;

import java.util.function.Consumer;

/**
 * A line for {@code ip -batch}, and what it makes of the host when the kernel accepts it.
 *
 * @param text without {@code ip}
 */
record Command(String text, Consumer<HostDraft> accepted) {}
