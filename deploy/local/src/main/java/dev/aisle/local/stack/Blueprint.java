package dev.aisle.local.stack;

import java.nio.file.Path;

/** How one part is prepared, started and asked whether it works. */
interface Blueprint {
    Part part();

    /** A built file without which it cannot start. */
    Path artifact();

    /** Writes configuration, formats storage: whatever must be there before the start. Many parts need nothing. */
    default void prepare() {}

    Launch launch();

    /** True when it could do its work now, not merely when its port is open. */
    boolean ready();

    /** What others need from it: databases, topics. Repeated at each start, so it changes nothing that is there. */
    default void provision() {}
}
